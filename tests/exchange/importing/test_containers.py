"""Archives are opened within bounds; what is inside is taken or offered, never guessed."""

import errno
import gzip
import time
import zipfile
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path

import pytest

from tests.exchange.importing.test_workbooks import Rows, book_of
from tests.exchange.logs import finished
from tracker import TrackerError
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing import archives, containers
from tracker.exchange.importing.containers import (
    Contents,
    Inside,
    SeveralInsideError,
    file_at,
    unpacking,
)
from tracker.exchange.importing.foreign_csv import known_as
from tracker.worded import Worded, worded_by

FORMS = Path(__file__).parents[2] / "data" / "forms"
LYFTA = (FORMS / "lyfta.csv").read_bytes()
FITBOD = (FORMS / "fitbod.csv").read_bytes()
STRAVA = (FORMS / "strava-polish.csv").read_bytes()
OWN = b"Tag,Name\n2026-03-02,x\n"
JPEG = b"\xff\xd8\xff\xe0"


def archive(**files: bytes) -> bytes:
    """Make an archive; two underscores in a name stand for a folder, one for a dot."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as each:
        for name, data in files.items():
            plain = name if "." in name else name.replace("__", "/").replace("_", ".")
            each.writestr(plain, data)
    return made.getvalue()


def opened(data: bytes, wanted: str = "") -> tuple[str, bytes]:
    """Open a file; returns which part was taken, and its content."""
    with ExitStack() as stack:
        contents = Contents("x.zip", "", len(data), BytesIO(data))
        contents = finished(unpacking(contents, wanted, known_as, stack))
        return contents.inside, finished(contents.reading())


def test_a_file_by_itself_is_read_as_it_is() -> None:
    assert opened(OWN) == ("", OWN)


def test_the_one_that_is_recognised_is_taken() -> None:
    strava = archive(
        activities_csv=STRAVA,
        profile_csv=OWN,
        readme_txt=b"Thanks for running.",
        activities__1_fit_gz=gzip.compress(b"x"),
        media__1_jpg=JPEG,
        **{"__MACOSX/activities.csv": STRAVA},
    )
    assert opened(strava) == ("activities.csv", STRAVA)


def test_the_only_table_is_taken_though_it_is_not_recognised() -> None:
    assert opened(archive(mine_csv=OWN, photo_jpg=JPEG)) == ("mine.csv", OWN)


def test_where_several_are_recognised_it_is_asked() -> None:
    with pytest.raises(SeveralInsideError) as told:
        opened(archive(a__lyfta_csv=LYFTA, fitbod_csv=FITBOD, mine_csv=OWN))
    assert str(told.value) == "x.zip holds a/lyfta.csv (Lyfta), fitbod.csv (Fitbod)."
    assert told.value.insides == (Inside("a/lyfta.csv", "Lyfta"), Inside("fitbod.csv", "Fitbod"))


def test_many_are_not_all_named_in_a_sentence_but_all_offered() -> None:
    many = {f"t{number:02}_csv": OWN for number in range(20)}
    with pytest.raises(SeveralInsideError, match=r"t11\.csv and 8 more\.$") as told:
        opened(archive(**many))
    assert len(told.value.insides) == 20


@pytest.mark.parametrize("wanted", ["a/lyfta.csv", "lyfta.csv", "LYFTA.CSV", "A/Lyfta.csv"])
def test_what_is_wanted_is_found_by_its_name_or_path(wanted: str) -> None:
    data = archive(a__lyfta_csv=LYFTA, fitbod_csv=FITBOD)
    assert opened(data, wanted) == ("a/lyfta.csv", LYFTA)


def test_what_is_wanted_may_be_what_is_not_recognised() -> None:
    assert opened(archive(activities_csv=STRAVA, mine_csv=OWN), "mine.csv") == ("mine.csv", OWN)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("other.csv", r"x\.zip holds no “other\.csv”, but activities\.csv \(Strava\), mine\.csv"),
        ("activities.csv/Log", r"activities\.csv holds no “Log”"),
    ],
)
def test_what_is_wanted_and_not_there_is_told(wanted: str, words: str) -> None:
    with pytest.raises(FormatError, match=words):
        opened(archive(activities_csv=STRAVA, mine_csv=OWN), wanted)


def test_archives_in_each_other_are_opened_to_a_depth() -> None:
    two = archive(lyfta_csv=LYFTA, fitbod_csv=FITBOD)
    with pytest.raises(SeveralInsideError) as told:
        opened(archive(two_zip=two))
    assert [each.name for each in told.value.insides] == ["two.zip/lyfta.csv", "two.zip/fitbod.csv"]
    assert opened(archive(two_zip=two), "two.zip/fitbod.csv") == ("two.zip/fitbod.csv", FITBOD)
    data = OWN
    for _ in range(containers.MOST_NESTED):
        data = archive(a_zip=data) if data != OWN else archive(a_csv=OWN)
    assert opened(data)[1] == OWN
    with pytest.raises(FormatError, match=r"lies more than 3 archives deep"):
        opened(archive(a_zip=data))


def test_a_compressed_file_is_unpacked_with_all_its_parts() -> None:
    assert opened(gzip.compress(OWN)) == ("", OWN)
    assert opened(gzip.compress(OWN) + gzip.compress(b"more\n") + b"\0\0") == ("", OWN + b"more\n")
    assert opened(archive(a_csv_gz=gzip.compress(OWN))) == ("a.csv.gz", OWN)


def test_zeros_after_a_part_are_skipped_however_many() -> None:
    packed = gzip.compress(OWN)
    for zeros in (1, 8_000, 20_000, 1 << 20):
        assert opened(packed + bytes(zeros)) == ("", OWN)
        assert opened(packed + bytes(zeros) + packed) == ("", OWN + OWN)


def test_many_empty_parts_take_no_longer_than_their_bytes() -> None:
    def took_s(parts: int) -> float:
        data = gzip.compress(b"", mtime=0) * parts + gzip.compress(OWN)
        begun = time.process_time()
        assert opened(data) == ("", OWN)
        return time.process_time() - begun

    took_s(100)
    assert took_s(40_000) < 20 * took_s(4_000)


def test_a_compressed_file_is_named_as_it_is() -> None:
    data = gzip.compress(OWN)
    with ExitStack() as stack:
        contents = Contents("x.csv.gz", "", len(data), BytesIO(data))
        assert finished(unpacking(contents, "", known_as, stack)).name == "x.csv.gz"


@pytest.mark.parametrize("lost", [1, 4, 8, 9, 15])
def test_a_compressed_file_without_its_end_is_told_and_not_taken_for_whole(lost: int) -> None:
    lines = OWN + b"2026-01-05,12\n"
    stored = gzip.compress(lines, 0)  # a cut of 8 bytes or more loses nothing but whole lines
    for data in (stored, stored + gzip.compress(lines, 9)):
        with pytest.raises(FormatError, match="is cut off: its end is missing"):
            opened(data[:-lost])


def test_a_sheet_of_a_workbook_is_taken_or_asked_for() -> None:
    lyfta: Rows = [["Title", "Date", "Exercise", "Superset id", "Weight", "Reps", "Set Type"]]
    book = book_of(Log=lyfta, Notes=[["a", "b"]]).getvalue()
    assert opened(book) == ("Log", b"Title,Date,Exercise,Superset id,Weight,Reps,Set Type\n")
    assert opened(book, "notes") == ("Notes", b"a,b\n")
    assert opened(archive(a_xlsx=book), "a.xlsx/Notes") == ("a.xlsx/Notes", b"a,b\n")
    with pytest.raises(SeveralInsideError, match=r"holds One, Two\."):
        opened(book_of(One=[["a", "b"]], Two=[["a", "b"]]).getvalue())
    with pytest.raises(FormatError, match="holds no sheet with a table"):
        opened(book_of(One=[]).getvalue())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (archive(a_jpg=JPEG, b_jpg=JPEG, c_fit=b"x"), r"no table .*, but 2 × \.jpg, 1 × \.fit\."),
        (archive(a_csv=JPEG), r"no table that can be read, but 1 × \.csv"),
        (archive(a_txt=b"one line alone\n"), r"no table that can be read, but 1 × \.txt"),
        (archive(_hidden_csv=OWN), "holds nothing"),
        (archive(content_xml=b"<a/>"), "is a file of LibreOffice"),
        (archive(xl__workbook_bin=b""), "is a binary workbook"),
        (archive(word__document_xml=b""), "is a text of Word"),
        (archive(a_csv=OWN)[:-30], "is damaged"),
        (gzip.compress(OWN)[:3] + b"xxxxxxxxxxxx", "is damaged"),
        (b"PK\x03\x04", "is damaged"),
    ],
)
def test_what_holds_nothing_or_is_damaged_is_told(data: bytes, words: str) -> None:
    with pytest.raises(FormatError, match=words):
        opened(data)


def test_damage_within_a_file_of_an_archive_is_told() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as each:
        each.writestr("a.csv", OWN)
    with pytest.raises(FormatError, match="is damaged"):
        opened(made.getvalue().replace(OWN, OWN.upper()))


def of_kind(kind: int, **files: bytes) -> bytes:
    """Make an archive packed in another way."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", kind) as each:
        for name, data in files.items():
            each.writestr(name.replace("_", "."), data)
    return made.getvalue()


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_could_only_be_unpacked_at_once_is_refused_before(
    kind: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unpacked(*_: object) -> None:
        raise AssertionError("it was unpacked")

    data = of_kind(kind, a_csv=OWN)
    book = repacked(book_of(Log=[["a", "b"]]).getvalue(), kind)
    monkeypatch.setattr("zipfile._get_decompressor", unpacked)
    with pytest.raises(FormatError, match=r"^x\.zip/a\.csv is packed in a way that is not read\."):
        opened(data)
    with pytest.raises(FormatError, match=r"^x\.zip/a\.csv is packed in a way that is not read\."):
        opened(data, "a.csv")
    with pytest.raises(FormatError, match=r"^x\.zip is packed in a way that is not read\."):
        opened(book)


def repacked(data: bytes, kind: int) -> bytes:
    """Pack all files of an archive in another way."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", kind) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return made.getvalue()


def test_damage_within_an_archive_names_the_archive_too() -> None:
    made = of_kind(zipfile.ZIP_STORED, a_csv=OWN)
    with pytest.raises(FormatError, match=r"^x\.zip/a\.csv is damaged"):
        opened(made.replace(OWN, OWN.upper()))
    data = archive(a_csv=OWN)
    two = bytearray(archive(in_zip=data))
    place = two.rindex(b"PK\x01\x02")
    two[place + 42 : place + 46] = b"\xf0\xff\xff\xff"  # where it begins
    with pytest.raises(FormatError, match=r"^x\.zip(/in\.zip)? is damaged"):
        opened(bytes(two))


def test_a_locked_archive_is_told() -> None:
    data = bytearray(archive(a_csv=OWN))
    for place in (6, data.rindex(b"PK\x01\x02") + 8):
        data[place] |= 1  # the bit that says that it is encrypted
    with pytest.raises(FormatError, match=r"^x\.zip/a\.csv is locked with a password"):
        opened(bytes(data))


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    even = b"0" * 3_000_000
    assert len(opened(gzip.compress(even))[1]) == len(even)
    monkeypatch.setattr(archives, "MUCH", 100_000)
    uneven = b" ".join(b"%d" % number for number in range(40_000))
    assert opened(gzip.compress(uneven)) == ("", uneven)
    with pytest.raises(FormatError, match="far more than any training"):
        opened(gzip.compress(even))
    with pytest.raises(FormatError, match=r"^x\.zip/a\.csv unpacks to far more than any training"):
        opened(archive(a_csv=OWN + even))
    with pytest.raises(FormatError, match="far more than any training"):
        opened(archive(a_zip=archive(a_csv=even)[:4] + even))
    monkeypatch.setattr("tracker.disk.MOST_BYTES", 500_000)
    monkeypatch.setattr(archives, "MUCH", 1 << 26)
    for data in (gzip.compress(even), archive(a_csv=OWN + even)):
        with pytest.raises(FormatError, match="no training has more"):
            opened(data)
    monkeypatch.setattr(containers, "MOST_IN_WORKBOOK", 10)
    with pytest.raises(FormatError, match="no training has more"):
        opened(book_of(Log=[["a"]]).getvalue())


def test_a_long_list_of_files_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = archive(a_csv=OWN)
    monkeypatch.setattr(archives, "MOST_DIRECTORY", 10)
    with pytest.raises(FormatError, match="far more files than any training"):
        opened(data)
    # A large archive says so in a second record, which counts.
    end = data.rindex(b"PK\x05\x06")
    record = b"PK\x06\x06" + b"\0" * 36 + (1 << 20).to_bytes(8, "little") + b"\0" * 8
    locator = b"PK\x06\x07" + b"\0" * 16
    small = data[end : end + 12] + bytes(4) + data[end + 16 :]
    with pytest.raises(FormatError, match="far more files than any training"):
        opened(data[:end] + record + locator + small)


def test_no_more_than_some_files_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MOST_LOOKED_AT", 2)
    with pytest.raises(SeveralInsideError) as told:
        opened(archive(a_csv=OWN, b_csv=OWN, c_csv=OWN))
    assert len(told.value.insides) == 2


def test_a_file_on_the_disk_is_opened_within_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(OWN)
    with ExitStack() as stack:
        contents = file_at(path, stack)
        assert (contents.name, contents.inside, contents.size) == (str(path), "", len(OWN))
        file = contents.file
    assert file.closed
    monkeypatch.setattr(containers, "MOST_STREAMED", 3)
    for wrong in (path, tmp_path, tmp_path / "gone"):
        with ExitStack() as stack, pytest.raises(TrackerError):
            file_at(wrong, stack)


def test_a_disk_that_fails_is_told() -> None:
    class Failing(BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise OSError(errno.EIO, "whatever this system says")

    with pytest.raises(FormatError, match=r"a could not be read: input/output error\.") as fault:
        Contents("a", "", 1, Failing()).head()
    words = worded_by(fault.value)
    assert isinstance(words, Worded)
    assert all(isinstance(part, Worded) for part in words.parts[1:])  # and so in any language
