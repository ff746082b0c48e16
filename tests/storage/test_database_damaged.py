"""A log that is no longer what was written: told apart from any other fault, and never a crash."""

import datetime
import sqlite3
from pathlib import Path

import pytest

from tests.storage.test_backup import damage_by
from tracker import DamagedLogError, TrackerError
from tracker.domain.change import Change
from tracker.domain.entry import DATES
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.storage.backup import BackupKind, folder_of, name_of_copy
from tracker.storage.database import Database
from tracker.storage.in_words import in_words

DAY = DATES[0].replace(year=2026, month=11, day=24)
STEP, BAR = Equipment("Step"), Equipment("Bar")
SESSION = Session(DAY)
SET = LoggedSet(SESSION.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0, 0)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.soleus"
    Database.create_with(path, Change.adding(STEP, SESSION, SET))
    return path


def keep_a_backup(log: Path) -> None:
    folder_of(log).mkdir()
    moment = SESSION.date
    (folder_of(log) / f"log {moment}.soleus").write_bytes(log.read_bytes())


@pytest.mark.parametrize("content", [b"", b"short", bytes(8192)])
def test_a_file_that_has_backups_was_a_log(log: Path, content: bytes) -> None:
    keep_a_backup(log)
    log.write_bytes(content)
    with pytest.raises(DamagedLogError, match="could not be opened: the file is damaged") as told:
        Database.open(log)
    assert told.value.path == log
    assert log.read_bytes() == content


@pytest.mark.parametrize("text", ["2026-11-?4", "2026-11-24T18:05:00"])
def test_a_time_of_an_edit_that_is_none_is_damage(log: Path, text: str) -> None:
    damage_by(log, "UPDATE equipment SET edited_at = ?", text)
    database = Database.open(log)
    (complaint,) = database.complaints()
    assert complaint.startswith(f"Table equipment, id {STEP.id}: ")
    with pytest.raises(DamagedLogError):
        database.edit_times()
    with pytest.raises(DamagedLogError):
        database.apply(Change.removing(STEP))
    assert database.equipment() == [STEP]
    database.close()


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE _sqlite_migrations",
        "UPDATE _sqlite_migrations SET name = 'm00!' WHERE name LIKE 'm001%'",
    ],
)
def test_a_log_whose_history_cannot_be_read_is_not_made_anew(log: Path, sql: str) -> None:
    damage_by(log, sql)
    before = log.read_bytes()
    with pytest.raises(DamagedLogError):
        Database.open(log)
    assert log.read_bytes() == before


def read_all(database: Database) -> None:
    database.sessions()
    database.sets_of(SESSION.id)
    database.set_columns()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE sets SET side = 'lefu'",
        "UPDATE sets SET side = CAST(x'ff' AS TEXT)",
        "UPDATE sets SET equipment_id = 'nowhere'",
        "UPDATE sessions SET date = '2026-13-45'",
        "DROP TABLE sets",
    ],
)
def test_what_no_program_of_ours_has_written_is_damage(log: Path, sql: str) -> None:
    damage_by(log, "DROP VIEW set_details")
    damage_by(log, sql)
    database = Database.open(log)
    with pytest.raises(DamagedLogError, match="could not be read: the file is damaged"):
        read_all(database)
    database.close()


def test_entries_are_found_out_while_they_are_taken(log: Path) -> None:
    damage_by(log, "UPDATE sets SET side = 'lefu'")
    database = Database.open(log)
    entries = database.entries()
    with pytest.raises(DamagedLogError):
        list(entries)
    database.close()


def test_an_entry_that_is_damaged_is_not_changed(log: Path) -> None:
    database = Database.open(log)
    damage_by(log, "UPDATE sets SET side = 'lefu'")
    with pytest.raises(DamagedLogError):
        database.apply(Change.removing(SET))
    database.close()


def test_an_index_that_is_damaged_is_no_fault_of_ours(log: Path) -> None:
    # The index of names has one that the table does not: another of it seems to be there.
    data = log.read_bytes()
    connection = sqlite3.connect(log)
    root = "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_equipment_2'"
    (page,) = connection.execute(root).fetchone()
    connection.close()
    start = (page - 1) * 4096
    log.write_bytes(
        data[:start] + data[start : start + 4096].replace(b"Step", b"Bar?") + data[start + 4096 :]
    )
    database = Database.open(log)
    with pytest.raises(DamagedLogError, match="could not be saved: the file is damaged"):
        database.apply(Change.adding(Equipment("Bar?")))
    database.close()


def test_a_fault_of_ours_in_a_log_in_memory_is_not_called_damage() -> None:
    database = Database.in_memory()
    database._connection.execute("DROP VIEW set_details")
    database._connection.execute("DROP TABLE goals")
    with pytest.raises(TrackerError, match="no such table") as told:
        database.goals()
    assert not isinstance(told.value, DamagedLogError)
    database._connection.execute("PRAGMA ignore_check_constraints = ON")
    database._connection.execute("INSERT INTO equipment (id, name) VALUES ('a', '')")
    with pytest.raises(ValueError, match="name"):
        database.equipment()


def test_a_copy_kept_before_an_update_is_a_backup_too(log: Path) -> None:
    now = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)
    copy = log.with_name(name_of_copy(log, BackupKind.BEFORE_UPDATE, now))
    copy.write_bytes(log.read_bytes())
    log.write_bytes(b"")
    with pytest.raises(DamagedLogError):
        Database.open(log)


def test_a_schema_that_is_no_text_is_damage(log: Path) -> None:
    connection = sqlite3.connect(log)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_master SET sql = replace(sql, 'CHECK (value', "
        "CAST(x'434845434b202876ec6c7565' AS TEXT)) WHERE name = 'measurements'"
    )
    connection.commit()
    connection.close()
    with pytest.raises(DamagedLogError, match="could not be opened: the file is damaged"):
        Database.open(log)


def test_text_that_is_none_is_our_own_fault_in_memory() -> None:
    with pytest.raises(UnicodeDecodeError), in_words(None, "read"):
        b"\xff".decode()
