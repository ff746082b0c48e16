from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.exchange.exporting.test_export import log
from tests.exchange.logs import TODAY, finished
from tracker import TrackerError
from tracker.exchange.exporting.export import Export, Table, exporting
from tracker.exchange.exporting.sets import Shape
from tracker.exchange.exporting.zipping import zipping


def export() -> Export:
    return Export.of(log(), None, None, Shape(), TODAY)


def test_the_files_in_the_archive_are_those_of_a_folder(tmp_path: Path) -> None:
    written = finished(zipping(export(), tmp_path / "new" / "log.zip", tuple(Table)))
    assert written == dict.fromkeys(Table, 2)
    finished(exporting(export(), tmp_path, tuple(Table)))
    with ZipFile(tmp_path / "new" / "log.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [*Table, "README.txt"]
        for table in (Table.WEEKLY, Table.TESTS):  # which name no session by its random id
            assert archive.read(table.value) == (tmp_path / table).read_bytes()


def test_the_explanation_tells_of_the_files_there(tmp_path: Path) -> None:
    finished(zipping(export(), tmp_path / "log.zip", (Table.TESTS,)))
    with ZipFile(tmp_path / "log.zip") as archive:
        text = archive.read("README.txt").decode("utf-8-sig")
    assert text.startswith("Calf raises of a runner, written by Soleus\r\n")
    assert text.endswith("words\r\n")
    assert "tests.csv: one row" in text
    assert "sets.csv: one row" not in text


def test_the_same_log_gives_the_same_bytes(tmp_path: Path) -> None:
    one = export()
    finished(zipping(one, tmp_path / "a.zip", tuple(Table)))
    finished(zipping(one, tmp_path / "b.zip", tuple(Table)))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_an_archive_tells_nothing_of_when_and_where_it_was_made(tmp_path: Path) -> None:
    finished(zipping(export(), tmp_path / "a.zip", tuple(Table)))
    with ZipFile(tmp_path / "a.zip") as archive:
        for member in archive.infolist():
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            assert (member.create_system, member.external_attr >> 16) == (3, 0o100600)


def test_a_cancelled_archive_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "log.zip"
    path.write_text("old")
    job = zipping(export(), path, tuple(Table))
    assert next(job) == 0.25
    job.close()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_place_of_the_archive_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="could not be written"):
        finished(zipping(export(), tmp_path, tuple(Table)))
    assert list(tmp_path.iterdir()) == []
