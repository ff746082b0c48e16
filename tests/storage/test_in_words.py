"""What SQLite and the disk say of a file, in words for a person."""

import errno
import sqlite3
from pathlib import Path

import pytest

from tracker import DamagedLogError, TrackerError
from tracker.storage.in_words import DAMAGED, in_words, is_of_schema, reading

LOG = Path("training.soleus")


def error_of(code: int, kind: type[sqlite3.Error] = sqlite3.OperationalError) -> sqlite3.Error:
    error = kind("as SQLite has it")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "the disk is full"),
        (sqlite3.SQLITE_BUSY, "another program is writing to it"),
        (sqlite3.SQLITE_LOCKED, "another program is writing to it"),
        (sqlite3.SQLITE_READONLY, "it may not be written to"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "its folder may not be written to"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "the file was moved or deleted while it was open"),
        (sqlite3.SQLITE_IOERR_WRITE, "the disk reported an error"),
        (sqlite3.SQLITE_CANTOPEN, "it cannot be opened"),
        (sqlite3.SQLITE_PERM, "it may not be opened"),
        (sqlite3.SQLITE_TOOBIG, "as SQLite has it"),
    ],
)
def test_a_fault_of_the_world_is_told_with_the_file_and_what_was_attempted(
    code: int, words: str
) -> None:
    with (
        pytest.raises(TrackerError, match=f"^training.soleus could not be saved: {words}"),
        in_words(LOG, "saved"),
    ):
        raise error_of(code)


def test_what_the_disk_says_is_told_in_its_words() -> None:
    with (
        pytest.raises(TrackerError, match=r"could not be read: permission denied\.$"),
        in_words(LOG, "read"),
    ):
        raise OSError(errno.EACCES, "Permission denied")


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB])
def test_damage_is_told_as_such_of_a_file_and_not_of_a_log_in_memory(code: int) -> None:
    with pytest.raises(DamagedLogError, match=DAMAGED) as told, in_words(LOG, "read"):
        raise error_of(code, sqlite3.DatabaseError)
    assert told.value.path == LOG
    with pytest.raises(TrackerError, match=r"^The log could not be read: as SQLite") as plain:
        _in_memory(code)
    assert not isinstance(plain.value, DamagedLogError)


def _in_memory(code: int) -> None:
    with in_words(None, "read"):
        raise error_of(code, sqlite3.DatabaseError)


def test_our_own_faults_are_not_turned_into_words() -> None:
    with pytest.raises(sqlite3.IntegrityError), in_words(LOG, "saved"):
        raise error_of(sqlite3.SQLITE_CONSTRAINT, sqlite3.IntegrityError)
    with pytest.raises(sqlite3.ProgrammingError), in_words(LOG, "saved"):
        raise sqlite3.ProgrammingError("closed")


def test_a_schema_that_is_no_text_is_damage() -> None:
    broken = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
    with pytest.raises(DamagedLogError), in_words(LOG, "opened"):
        raise broken
    with pytest.raises(UnicodeDecodeError), in_words(None, "opened"):
        raise broken


@pytest.mark.parametrize(
    "error",
    [
        ValueError("no day"),
        TypeError("no text"),
        KeyError("rir"),
        OverflowError("too large"),
        sqlite3.OperationalError("Could not decode to UTF-8"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_rows_that_nobody_of_ours_has_written_are_damage(error: Exception) -> None:
    with pytest.raises(DamagedLogError, match="could not be read"), reading(LOG):
        raise error
    with pytest.raises(type(error)), reading(None):  # nothing damages it: our own fault
        raise error


def test_a_table_that_is_gone_is_damage() -> None:
    with pytest.raises(DamagedLogError, match="could not be read"), reading(LOG):
        raise error_of(sqlite3.SQLITE_ERROR)


def test_what_is_no_damage_is_none_while_reading_too() -> None:
    with pytest.raises(sqlite3.ProgrammingError), reading(LOG):
        raise sqlite3.ProgrammingError("closed")
    with pytest.raises(TrackerError, match="another program") as told, reading(LOG):
        raise error_of(sqlite3.SQLITE_BUSY)
    assert not isinstance(told.value, DamagedLogError)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_BUSY_RECOVERY])
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (errno.ENOSPC, "the disk is full. Make room and try again"),
        (errno.EDQUOT, "the disk is full. Make room and try again"),
        (errno.ENOLCK, "its disk cannot lock files"),
    ],
)
def test_what_sqlite_takes_for_something_else_is_asked_of_the_folder(
    monkeypatch: pytest.MonkeyPatch, code: int, fault: int, words: str
) -> None:
    monkeypatch.setattr("tracker.storage.in_words.fault_of_folder", lambda folder: fault)
    with pytest.raises(TrackerError, match=words), in_words(LOG, "saved"):
        raise error_of(code)
    with pytest.raises(TrackerError, match="as SQLite"), in_words(LOG, "saved"):
        raise error_of(sqlite3.SQLITE_TOOBIG)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_CANTOPEN, "Check that the folder exists and is yours"),
        (sqlite3.SQLITE_BUSY, "another program is writing to it"),
    ],
)
def test_a_folder_with_another_fault_or_none_leaves_it_at_that(
    monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    for fault in (None, errno.EACCES):
        monkeypatch.setattr("tracker.storage.in_words.fault_of_folder", lambda folder, f=fault: f)
        with pytest.raises(TrackerError, match=words), in_words(LOG, "saved"):
            raise error_of(code)


def test_a_schema_that_is_another_one_is_told_from_other_faults() -> None:
    assert is_of_schema(error_of(sqlite3.SQLITE_ERROR))
    assert is_of_schema(error_of(sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.IntegrityError))
    assert not is_of_schema(error_of(sqlite3.SQLITE_FULL))
    assert not is_of_schema(sqlite3.OperationalError("without a code"))
    assert not is_of_schema(KeyboardInterrupt())
