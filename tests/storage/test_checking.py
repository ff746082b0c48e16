"""Whether a file is a sound log, and what it holds."""

import datetime
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tracker import DamagedLogError, TrackerError
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.storage.checking import Flaw, Holdings, complaints_of, look_into
from tracker.storage.database import Database

DAYS = [datetime.date(2026, 11, 17), datetime.date(2026, 11, 24)]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.soleus"
    sessions = [Session(day) for day in DAYS]
    sets = [LoggedSet(each.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0) for each in sessions]
    Database.create_with(path, Change.adding(*sessions, *sets))
    return path


def change(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(sql)
    connection.commit()
    connection.close()


def test_a_sound_log_says_what_it_holds_and_is_left_as_it_is(log: Path) -> None:
    before = log.read_bytes()
    found = look_into(log)
    assert found == Holdings(2, 2, DAYS[0], DAYS[1])
    assert found.is_sound
    assert found.complaint == ""
    assert log.read_bytes() == before
    assert list(log.parent.iterdir()) == [log]


@pytest.mark.parametrize("content", [b"", b"session_id,date\n", b"SQLite format 3\x00"])
def test_what_is_no_log_is_called_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    assert look_into(path).flaw is Flaw.NO_LOG
    assert look_into(path).complaint == "it is not a Soleus log"


def test_a_log_of_a_later_version_is_called_so(log: Path) -> None:
    connection = sqlite3.connect(log)
    (set_name,) = connection.execute("SELECT migration_set FROM _sqlite_migrations").fetchone()
    connection.close()
    change(
        log,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        f"VALUES ('{set_name}', 'm999', '2030')",
    )
    assert look_into(log).flaw is Flaw.LATER


def test_a_damaged_log_says_what_exactly_is_damaged(log: Path) -> None:
    data = bytearray(log.read_bytes())
    data[4096:8192] = bytes(4096)
    log.write_bytes(data)
    found = look_into(log)
    assert found.flaw is Flaw.DAMAGED
    assert found.detail
    assert found.complaint.startswith("it is damaged (")


def test_what_is_remembered_under_bytes_that_are_no_text_is_damage(log: Path) -> None:
    change(
        log,
        "INSERT INTO remembered (kind, id, deleted_at) "
        "VALUES ('sessions', CAST(x'ff' AS TEXT), '2026-11-24T18:05:00.000Z')",
    )
    with closing(sqlite3.connect(log)) as connection:
        assert complaints_of(connection) == [
            r"Table remembered, id b'\xff': id holds bytes that are no text"
        ]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="could not be read: no such file"):
        look_into(tmp_path / "missing.soleus")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE sets SET id = id || char(0) || 'x'",
        "INSERT INTO remembered (kind, id, deleted_at) "
        "VALUES ('sets', 'a' || char(10), '2026-11-24T18:05:00.000+00:00')",
    ],
)
def test_an_id_that_no_change_could_find_is_told(log: Path, sql: str) -> None:
    change(log, sql)
    with closing(sqlite3.connect(log)) as connection:
        assert "id must have no control characters." in complaints_of(connection)[0]
    database = Database.open(log)
    with pytest.raises(DamagedLogError, match="the file is damaged"):
        (list(database.entries()), database.memory())
    database.close()
