from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.exchange.exporting.test_export import log
from tests.exchange.logs import TODAY, finished
from tracker import TrackerError
from tracker.exchange.exporting.export import Export, exporting
from tracker.exchange.exporting.zipping import zipping
from tracker.exchange.tables.dialect import Dialect
from tracker.exchange.tables.ours import OUR_TABLES, TABLE_BY_NAME
from tracker.exchange.tables.table import AnyTable
from tracker.exchange.tables.tests import TESTS
from tracker.exchange.tables.weekly import WEEKLY


def export(tables: Sequence[AnyTable] = OUR_TABLES) -> Export:
    return Export.of(log(), None, None, Dialect(), TODAY, tables)


def test_the_files_in_the_archive_are_those_of_a_folder(tmp_path: Path) -> None:
    written = finished(zipping(export(), tmp_path / "new" / "log.zip"))
    assert written == dict.fromkeys(TABLE_BY_NAME, 2) | {"weekly.csv": 4}
    finished(exporting(export(), tmp_path))
    with ZipFile(tmp_path / "new" / "log.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [*TABLE_BY_NAME, "README.txt"]
        for table in (WEEKLY, TESTS):  # which name no session by its random id
            assert archive.read(table.name) == (tmp_path / table.name).read_bytes()


def test_the_explanation_tells_of_the_files_there(tmp_path: Path) -> None:
    finished(zipping(export((TESTS,)), tmp_path / "log.zip"))
    with ZipFile(tmp_path / "log.zip") as archive:
        text = archive.read("README.txt").decode("utf-8-sig")
    assert text.startswith("Calf raises of a runner, written by Soleus\r\n")
    assert text.endswith("words\r\n")
    assert "tests.csv: one row" in text
    assert "sets.csv: one row" not in text


def test_the_same_log_gives_the_same_bytes(tmp_path: Path) -> None:
    one = export()
    finished(zipping(one, tmp_path / "a.zip"))
    finished(zipping(one, tmp_path / "b.zip"))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_an_archive_tells_nothing_of_when_and_where_it_was_made(tmp_path: Path) -> None:
    finished(zipping(export(), tmp_path / "a.zip"))
    with ZipFile(tmp_path / "a.zip") as archive:
        for member in archive.infolist():
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            assert (member.create_system, member.external_attr >> 16) == (3, 0o100600)


def test_a_cancelled_archive_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "log.zip"
    path.write_text("old")
    job = zipping(export(), path)
    assert next(job) == pytest.approx(1 / len(TABLE_BY_NAME))
    job.close()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_place_of_the_archive_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="could not be written"):
        finished(zipping(export(), tmp_path))
    assert list(tmp_path.iterdir()) == []
