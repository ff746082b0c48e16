"""A folder of FIT files, and an archive of them in archives, is one import."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from fit_tool.profile.profile_type import FileType, Sport

from tests.exchange.importing.fit_files import Done, activity
from tests.exchange.logs import finished
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing import archives, fit_folders
from tracker.exchange.importing.containers import Contents
from tracker.exchange.importing.fit_folders import (
    holds_fit,
    reading_fit_archive,
    reading_fit_folder,
    with_list,
)
from tracker.exchange.importing.found import ReadFile

STRENGTH = activity([Done(12, 20.0), Done(11, 20.0)])
RUN = activity(sport=Sport.RUNNING, metres=5_000.0)
SETTINGS = activity(kind=FileType.SETTINGS)


def zipped(files: dict[str, bytes], kind: int = zipfile.ZIP_STORED) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", kind) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def contents(data: bytes) -> Contents:
    return Contents("x.zip", "", len(data), BytesIO(data))


def read(data: bytes) -> ReadFile:
    return finished(reading_fit_archive(contents(data), {}))


def test_a_folder_is_read_with_those_in_it(tmp_path: Path) -> None:
    (tmp_path / "2026").mkdir()
    (tmp_path / "2026" / "a.FIT").write_bytes(STRENGTH)
    (tmp_path / "b.fit").write_bytes(RUN)
    (tmp_path / "c.fit").write_bytes(SETTINGS)
    (tmp_path / "d.fit").write_bytes(STRENGTH[:-20])
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    found = finished(reading_fit_folder(tmp_path, {}))
    assert [each.told.reps for each in found.sets] == [12, 11]
    assert [each.distance for each in found.runs] == [5.0]
    assert [(each.line, each.reason) for each in found.left_out] == [
        (4, "d.fit is a damaged FIT file, or one cut short.")
    ]


def test_archives_of_uploads_in_an_archive_are_read() -> None:
    uploads = zipped({"1.fit": STRENGTH, "2.fit": SETTINGS, "x/UploadedFiles.zip": b"not opened"})
    data = zipped({"DI/UploadedFiles_0.zip": uploads, "other.zip": b"", "own.fit": RUN})
    found = read(data)
    assert (len(found.sets), len(found.runs), found.lines) == (2, 1, 3)


def test_what_holds_no_activity_is_told(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"x\.zip holds no activity of a watch"):
        read(zipped({"1.fit": SETTINGS}))
    with pytest.raises(FormatError, match="holds no activity of a watch"):
        finished(reading_fit_folder(tmp_path, {}))


def test_it_is_known_by_the_names_in_it() -> None:
    assert holds_fit(contents(zipped({"a.FIT": b""})))
    assert holds_fit(contents(zipped({"DI/UploadedFiles_0-_Part1.zip": b""})))
    assert not holds_fit(contents(zipped({"a.fit.gz": b"", "b.zip": b""})))
    with pytest.raises(FormatError, match=r"x\.zip is damaged"):
        holds_fit(contents(b"PK\x03\x04"))


def test_a_damaged_file_of_an_archive_is_told_and_the_others_come_in() -> None:
    data = bytearray(zipped({"a.fit": STRENGTH, "b.fit": RUN}))
    data[40] ^= 1  # in what is stored of the first one
    found = read(bytes(data))
    assert (len(found.sets), len(found.runs)) == (0, 1)
    assert "a.fit is damaged" in found.left_out[0].reason


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_could_only_be_unpacked_at_once_is_told(kind: int) -> None:
    found = read(repacked_after(kind))
    assert len(found.runs) == 1
    assert [each.reason for each in found.left_out] == [
        "a.fit is packed in a way that is not read. Unpack it and import that."
    ]
    within = zipped({"UploadedFiles_0.zip": zipped({"a.fit": RUN})}, kind)
    with pytest.raises(FormatError, match=r"^x\.zip/UploadedFiles_0\.zip is packed in a way"):
        read(within)


def repacked_after(kind: int) -> bytes:
    """Make an archive whose first file is packed in another way than its second."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.fit", STRENGTH, kind)
        archive.writestr("b.fit", RUN)
    return made.getvalue()


def test_an_archive_in_an_archive_is_unpacked_within_bounds_and_in_steps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    uploads = zipped({"1.fit": STRENGTH, "2.txt": bytes(3 << 20)})
    data = zipped({"UploadedFiles_0.zip": uploads}, zipfile.ZIP_DEFLATED)
    assert len(list(reading_fit_archive(contents(data), {}))) > 4
    monkeypatch.setattr(archives, "MUCH", 1 << 20)
    with pytest.raises(FormatError, match=r"^x\.zip/Upl.*\.zip unpacks to far more than any"):
        read(data)
    monkeypatch.setattr(fit_folders, "MOST_STREAMED", 1 << 20)
    with pytest.raises(FormatError, match=r"^x\.zip/Upl.*\.zip could not be read: it has 3 MB"):
        read(data)
    monkeypatch.setattr(archives, "MOST_DIRECTORY", 80)
    with pytest.raises(FormatError, match=r"^x\.zip/U\S* holds far more files"):
        read(zipped({"UploadedFiles_0.zip": zipped({"a" * 30: b"", "b" * 30: b""})}))


def test_bounds_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit_folders, "MOST_BYTES", 50)
    found = finished(reading_fit_archive(contents(zipped({"a.fit": STRENGTH})), {}))
    assert [each.reason for each in found.left_out] == [
        "a.fit is larger than the file of any activity."
    ]
    monkeypatch.setattr(fit_folders, "MOST_FILES", 1)
    with pytest.raises(FormatError, match="far more files than any training"):
        read(zipped({"a.fit": STRENGTH, "b.fit": STRENGTH}))


def test_the_lines_of_a_list_stand_behind_those_of_the_files() -> None:
    fit, listed = read(zipped({"a.fit": STRENGTH})), read(zipped({"b.fit": RUN}))
    both = with_list(fit, listed)
    assert (both.lines, [each.line for each in both.runs], both.sets) == (3, [3], fit.sets)
