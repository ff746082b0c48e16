"""Two programs on one log: each hears of the other, and a file that vanished takes no change."""

import datetime
import shutil
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker import TrackerError
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.storage import quietness
from tracker.storage.database import Database

STEP, BAR = Equipment("Step"), Equipment("Bar")
DAY = datetime.date(2026, 11, 24)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "log.soleus"
    Database.create(path).close()
    return path


@pytest.fixture
def ours(path: Path) -> Iterator[Database]:
    database = Database.open(path)
    yield database
    database.close()


@pytest.fixture
def theirs(path: Path) -> Iterator[Database]:
    database = Database.open(path)
    yield database
    database.close()


# Hearing of others


def test_what_others_wrote_is_heard_of_once(ours: Database, theirs: Database) -> None:
    assert not ours.catch_up()
    theirs.apply(Change.adding(STEP))
    assert ours.catch_up()
    assert not ours.catch_up()
    assert ours.equipment() == [STEP]


def test_what_was_written_here_is_no_news(ours: Database) -> None:
    ours.apply(Change.adding(STEP))
    assert not ours.catch_up()


def test_a_log_in_memory_has_no_others() -> None:
    database = Database.in_memory()
    assert not database.catch_up()
    database.close()


def test_asking_waits_for_nobody_and_saving_still_does(
    ours: Database, theirs: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quietness, "QUIET_S", 0.0)  # what SQL of others writes may be half a copy
    theirs._connection.execute("BEGIN EXCLUSIVE")
    ours._connection.execute("PRAGMA busy_timeout = 60000")  # longer than a busy machine dawdles
    began = time.monotonic()
    assert not ours.catch_up()
    assert time.monotonic() - began < 30
    assert ours._connection.execute("PRAGMA busy_timeout").fetchone() == (3000,)
    theirs._connection.execute("INSERT INTO equipment (id, name) VALUES ('id', 'Step')")
    theirs._connection.execute("COMMIT")
    assert ours.catch_up()


# Writing beside others


def test_a_place_that_others_filled_is_refused_in_words(ours: Database, theirs: Database) -> None:
    session = Session(DAY)
    ours.apply(Change.adding(session))
    mine, other = (
        LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 1, reps, 60.0) for reps in (8, 9)
    )
    theirs.apply(Change.adding(other))
    with pytest.raises(TrackerError, match="changed in another window meanwhile"):
        ours.apply(Change.adding(mine))
    assert ours.sets_of(session.id) == [other]


def test_a_reference_that_others_took_away_is_refused_in_words(
    ours: Database, theirs: Database
) -> None:
    session = Session(DAY)
    ours.apply(Change.adding(session))
    theirs.apply(Change.removing(session))
    assert ours.catch_up()
    with pytest.raises(TrackerError, match="changed in another window meanwhile"):
        ours.apply(Change.adding(LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0)))
    assert ours.complaints() == []


def test_a_place_filled_twice_without_others_is_our_own_fault(ours: Database) -> None:
    ours.apply(Change.adding(STEP))
    with pytest.raises(sqlite3.IntegrityError):
        ours.apply(Change.adding(Equipment("Step")))


# A file that vanished


def test_a_file_deleted_while_open_takes_no_change(ours: Database, path: Path) -> None:
    ours.apply(Change.adding(STEP))
    path.unlink()
    with pytest.raises(TrackerError, match="moved or deleted while it was open") as told:
        ours.apply(Change.adding(BAR))
    assert str(path) in str(told.value)
    assert not ours.catch_up()
    assert ours.equipment() == [STEP]


def test_a_file_put_back_takes_changes_again(ours: Database, path: Path) -> None:
    aside = path.rename(path.with_suffix(".aside"))
    with pytest.raises(TrackerError, match="moved or deleted"):
        ours.apply(Change.adding(STEP))
    aside.rename(path)
    ours.apply(Change.adding(STEP))
    assert ours.equipment() == [STEP]


def test_a_log_put_in_its_place_is_taken_up(ours: Database, path: Path, tmp_path: Path) -> None:
    other = Database.create(tmp_path / "other.soleus")
    other.apply(Change.adding(BAR))
    other.close()
    (tmp_path / "other.soleus").replace(path)
    assert ours.catch_up()
    assert ours.equipment() == [BAR]
    ours.apply(Change.adding(STEP))
    assert not ours.catch_up()
    reopened = Database.open(path)
    assert reopened.equipment() == [BAR, STEP]
    reopened.close()


def test_a_copy_begun_in_its_place_is_left_until_it_is_whole(
    ours: Database, path: Path, tmp_path: Path
) -> None:
    ours.apply(Change.adding(STEP))
    copy = shutil.copy(path, tmp_path / "copy")
    whole = Path(copy).read_bytes()
    path.unlink()
    for length in (0, 50, 5000):
        path.write_bytes(whole[:length])
        assert not ours.catch_up()
        assert path.read_bytes() == whole[:length]
        assert ours.equipment() == [STEP]
    path.write_bytes(whole)
    assert ours.catch_up()
    ours.apply(Change.adding(BAR))


def test_an_unsound_log_in_its_place_is_not_taken_up(
    ours: Database, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.soleus"
    Database.create(other).close()
    connection = sqlite3.connect(other)
    connection.execute("INSERT INTO bodyweights (id, date, kg) VALUES ('w', '2026-19-39', 70.0)")
    connection.commit()
    connection.close()
    other.replace(path)
    assert not ours.catch_up()
    assert ours.weighings() == []


def test_another_file_in_its_place_is_left_as_it_is(ours: Database, path: Path) -> None:
    path.unlink()
    path.write_text("not a log")
    assert not ours.catch_up()
    with pytest.raises(TrackerError, match="moved or deleted"):
        ours.apply(Change.adding(STEP))
    assert path.read_text() == "not a log"
