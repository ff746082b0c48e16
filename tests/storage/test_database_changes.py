"""Changes reach the file whole or not at all, whatever the disk and other programs do."""

import datetime
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tracker import TrackerError
from tracker.domain.change import Change, Edit, WithAdded
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.storage import database as database_module
from tracker.storage.database import Database
from tracker.storage.stamp import Stamp

STEP = Equipment("Step")
SESSION = Session(datetime.date(2026, 11, 24))
SETS = [
    LoggedSet(SESSION.id, Exercise.SEATED, Side.LEFT, number, 8, 60.0, number)
    for number in (1, 2, 3)
]
# Fills several pages, so that neither the cache nor a spare page can hold it.
BIG = Change.adding(*(Session(SESSION.date, note="a" * 10_000) for _ in range(10)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.soleus"


@pytest.fixture
def database(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A log on disk with a session of three sets, which does not wait long for a lock."""
    monkeypatch.setattr(database_module, "BUSY_S", 0.01)
    made = Database.create(path)
    made.apply(Change.adding(STEP, SESSION, *SETS))
    yield made
    made.close()


@pytest.fixture
def other(path: Path, database: Database) -> Iterator[sqlite3.Connection]:
    """Another program that has opened the log."""
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    yield connection
    connection.close()


def is_as_it_was(database: Database) -> bool:
    return (database.sessions(), database.sets_of(SESSION.id)) == ([SESSION], SETS)


def test_what_is_added_beside_other_edits_is_saved_with_them(path: Path) -> None:
    database = Database.in_memory()
    database.apply(Change.adding(SESSION, SETS[0]))
    database.apply(Change.removing(SETS[0]))  # which is remembered, until it comes back
    change = Change(WithAdded((Edit(None, STEP),), SETS))
    undo = database.apply(change)
    assert (database.sets_of(SESSION.id), database.equipment()) == (SETS, [STEP])
    assert database.memory() == ()
    database.apply(undo)
    assert (database.sets_of(SESSION.id), database.equipment()) == ([], [])


@pytest.mark.parametrize(
    "change",
    [
        Change.adding(replace(SETS[0], id="new", set_no=4, session_id="nowhere")),
        Change.adding(replace(SETS[0], id="new", set_no=4, equipment_id="nothing")),
        Change.removing(SESSION),
        Change.adding(Equipment("Step")),
        Change.adding(replace(SETS[0], id="new")),
    ],
    ids=["no session", "no equipment", "session with sets", "name taken", "place taken"],
)
def test_a_change_against_the_schema_is_our_own_fault_and_saves_nothing(
    database: Database, change: Change
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        database.apply(Change.adding(Bodyweight(SESSION.date, 70.0)) + change)
    assert is_as_it_was(database)
    assert database.weighings() == []
    assert database.equipment() == [STEP]


def test_an_entry_added_twice_is_our_own_fault(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        database.apply(Change.adding(replace(STEP, name="Bar")))
    assert database.equipment() == [STEP]


@pytest.mark.parametrize(
    "meanwhile",
    ["UPDATE equipment SET name = 'High step'", "DELETE FROM equipment"],
    ids=["changed", "removed"],
)
@pytest.mark.parametrize(
    "change", [Change.replacing(STEP, replace(STEP, name="Bar")), Change.removing(STEP)]
)
def test_what_another_window_changed_meanwhile_is_not_overwritten(
    database: Database, other: sqlite3.Connection, meanwhile: str, change: Change
) -> None:
    other.execute(meanwhile)
    Stamp.read(other).renewed("another window", 1).write(other)
    now = database.equipment()
    with pytest.raises(TrackerError, match="changed in another window meanwhile"):
        database.apply(Change.adding(Runner()) + change)
    assert database.equipment() == now
    assert not database.has_runner()


def test_a_log_that_another_program_writes_to_is_not_changed(
    database: Database, other: sqlite3.Connection, path: Path
) -> None:
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(TrackerError) as told:
        database.apply(BIG)
    assert str(told.value) == (
        f"{path} could not be saved: another program is writing to it. Try again in a moment."
    )
    other.rollback()
    assert is_as_it_was(database)
    database.apply(BIG)
    assert len(database.sessions()) == 11


def test_a_program_that_writes_for_a_moment_is_waited_for(path: Path) -> None:
    database = Database.create(path)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    moment = threading.Timer(0.2, other.rollback)
    moment.start()
    database.apply(Change.adding(STEP))
    moment.join()
    other.close()
    assert database.equipment() == [STEP]
    database.close()


@pytest.mark.usefixtures("database")
def test_a_log_that_another_program_keeps_to_itself_is_not_opened(
    other: sqlite3.Connection, path: Path
) -> None:
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(TrackerError, match="could not be opened: another program is writing"):
        Database.open(path)


def test_a_log_that_another_program_keeps_to_itself_is_not_read(
    database: Database, other: sqlite3.Connection
) -> None:
    other.execute("BEGIN EXCLUSIVE")
    for question in (database.sessions, database.set_columns, database.set_records):
        with pytest.raises(TrackerError, match="could not be read: another program is writing"):
            question()
    with pytest.raises(TrackerError, match="could not be examined: another program is writing"):
        database.complaints()


def test_a_full_disk_is_told_and_loses_nothing(database: Database, path: Path) -> None:
    (pages,) = database._db.execute("PRAGMA page_count").fetchone()
    database._db.execute(f"PRAGMA max_page_count = {pages}").fetchone()
    with pytest.raises(TrackerError) as told:
        database.apply(BIG)
    assert str(told.value) == (
        f"{path} could not be saved: the disk is full. Make room and try again."
    )
    assert is_as_it_was(database)
    assert database.complaints() == []


def test_a_disk_that_fails_is_told_and_loses_nothing(database: Database, path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, hard))
    try:
        with pytest.raises(TrackerError, match="could not be saved: the disk reported an error"):
            database.apply(BIG)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert is_as_it_was(database)
    assert database.complaints() == []
    database.apply(BIG)
    assert len(database.sessions()) == 11


def test_a_log_in_memory_is_called_the_log() -> None:
    database = Database.in_memory()
    database._db.execute("PRAGMA query_only = ON")
    with pytest.raises(TrackerError) as told:
        database.apply(BIG)
    assert str(told.value) == (
        "The log could not be saved: it may not be written to. Check its permissions."
    )


SAVING_FOR_EVER = """
import sys
from pathlib import Path
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet
from tracker.storage.database import Database

database = Database.open(Path(sys.argv[1]))
for number in range(1, 1000):
    logged = LoggedSet(sys.argv[2], Exercise.STANDING, Side.LEFT, number, 8, 60.0, id=str(number))
    database.apply(Change.adding(logged))
    print(number, flush=True)
"""


@pytest.mark.parametrize("seed", range(3))
def test_a_kill_loses_no_set_that_was_acknowledged(
    database: Database, path: Path, seed: int
) -> None:
    database.close()
    with subprocess.Popen(
        [sys.executable, "-c", SAVING_FOR_EVER, str(path), SESSION.id],
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        chance = random.Random(seed)
        acknowledged = [child.stdout.readline() for _ in range(chance.randint(1, 30))]
        # Somewhere in the commits that follow, which take some milliseconds each.
        with suppress(subprocess.TimeoutExpired):
            child.wait(chance.uniform(0, 0.02))
        child.send_signal(signal.SIGKILL)
        acknowledged += child.stdout.readlines()
    reopened = Database.open(path)
    saved = {each.id for each in reopened.sets_of(SESSION.id)}
    # A line cut off by the kill acknowledges nothing.
    assert {line.strip() for line in acknowledged if line.endswith("\n")} <= saved
    assert len(saved) > len(SETS)
    assert reopened.complaints() == []
    reopened.close()
