"""Another log, read without a touch."""

import datetime
from pathlib import Path

import pytest

from tracker import TrackerError
from tracker.domain.change import Change, Edit
from tracker.domain.exercise import Equipment
from tracker.storage.copied import contents_of
from tracker.storage.database import Database

AT = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
STEP = Equipment("Step")
OLDEST = Path(__file__).parents[1] / "data" / "schema-001.soleus"


def test_all_entries_are_read_with_when_they_were_edited(tmp_path: Path) -> None:
    log = tmp_path / "other.soleus"
    Database.create_with(log, Change((Edit(None, STEP, AT),)))
    before = log.read_bytes()
    entries, past = contents_of(log)
    assert STEP in entries
    assert past.edit_times[Equipment, STEP.id] == AT
    assert log.read_bytes() == before
    assert list(tmp_path.iterdir()) == [log]


def test_a_log_of_an_older_version_is_read_and_stays_of_that_version() -> None:
    before = OLDEST.read_bytes()
    entries, _ = contents_of(OLDEST)
    assert entries
    assert OLDEST.read_bytes() == before


def test_a_log_that_is_not_there_is_told_by_its_own_name(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match=r"missing\.soleus could not be read: no such file"):
        contents_of(tmp_path / "missing.soleus")


def test_a_log_taken_out_of_an_archive_is_told_by_the_name_of_that(tmp_path: Path) -> None:
    for data in (OLDEST.read_bytes()[:5_000], b"x" * 5_000):
        (tmp_path / "log").write_bytes(data)
        with pytest.raises(TrackerError, match=r"^x\.zip/a\.soleus could not be read"):
            contents_of(tmp_path / "log", Path("x.zip/a.soleus"))
