"""A file is read by what is in it, whatever its name says."""

from pathlib import Path

import pytest

from tests.exchange.logs import finished
from tests.storage.test_fitnotes_backup import SCRIPT, WHOLE, backup
from tracker import TrackerError
from tracker.app.incoming import incoming
from tracker.domain.load import Unit
from tracker.exchange.reading import FormatError

DATA = Path(__file__).parents[1] / "data"


def test_a_table_is_read_under_any_name(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes((DATA / "fitnotes-kg.csv").read_bytes())
    assert finished(incoming(path)).format_name == "FitNotes"


def test_a_backup_of_fitnotes_gives_sets_in_kilograms_and_bodyweights(tmp_path: Path) -> None:
    found = finished(incoming(backup(tmp_path / "fit.csv", SCRIPT + WHOLE)))
    assert (found.format_name, found.lines) == ("FitNotes backup", 5)
    assert [(each.load, each.unit, each.reps, each.note) for each in found.sets] == [
        (100.0, Unit.KG, 5, ""),
        (60.0, Unit.KG, 10, ""),
        (62.5, Unit.KG, 8, "slow"),
    ]
    assert [(str(each.date), each.weight) for each in found.weighings] == [("2026-01-05", 70.25)]
    assert [each.reason for each in found.left_out] == ["The bodyweight is missing."]


def test_another_database_is_refused_in_words(tmp_path: Path) -> None:
    path = backup(tmp_path / "other.db", "CREATE TABLE a (b);")
    with pytest.raises(FormatError, match=r"other\.db is a database of another program"):
        finished(incoming(path))


def test_a_file_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="could not be read: no such file"):
        finished(incoming(tmp_path / "gone.csv"))
