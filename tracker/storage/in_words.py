"""What SQLite and the disk report about a file, put in words for a person."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tracker import DamagedLogError, TrackerError
from tracker.disk import NO_LOCKS, NO_ROOM, could_not_be, fault_of_folder, words_of
from tracker.worded import worded

DAMAGED: Final = worded("the file is damaged. Keep it, and go on with a backup")
_SAYINGS: Final = {
    sqlite3.SQLITE_FULL: worded("the disk is full. Make room and try again"),
    sqlite3.SQLITE_BUSY: worded("another program is writing to it. Try again in a moment"),
    sqlite3.SQLITE_LOCKED: worded("another program is writing to it. Try again in a moment"),
    sqlite3.SQLITE_READONLY: worded("it may not be written to. Check its permissions"),
    sqlite3.SQLITE_READONLY_DIRECTORY: worded(
        "its folder may not be written to. Check its permissions"
    ),
    sqlite3.SQLITE_READONLY_DBMOVED: worded(
        "the file was moved or deleted while it was open. Put it "
        "back and try again; what you see can still be kept by File ▸ Back up…"
    ),
    sqlite3.SQLITE_IOERR: worded("the disk reported an error. Check that it is still connected"),
    sqlite3.SQLITE_CANTOPEN: worded(
        "it cannot be opened. Check that the folder exists and is yours"
    ),
    sqlite3.SQLITE_PERM: worded("it may not be opened. Check its permissions"),
    sqlite3.SQLITE_AUTH: worded("it may not be opened. Check its permissions"),
}
_SIGNS_OF_DAMAGE: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_OF_SCHEMA: Final = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT}
_WITHOUT_LOCKS: Final = worded(
    "its disk cannot lock files, and two programs that write at once would spoil it. Move it to "
    "another disk"
)
# The errors of reading a log that was opened already, so its tables are known to exist.
_SIGNS_WHILE_READING: Final = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_TOOBIG}


@contextmanager
def in_words(path: Path | None, doing: str) -> Iterator[None]:
    """Turn errors of SQLite and the disk into words for a person.

    Args:
        path: The file; None for a log in memory.
        doing: What was attempted, as in "could not be ...".

    Raises:
        DamagedLogError: If the file was damaged.
        TrackerError: For any other fault outside the program.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        # SQLite's message quotes the bytes of a damaged schema.
        if path is None:
            raise
        raise DamagedLogError(could_not_be(path, doing, DAMAGED), path) from error
    except (sqlite3.Error, OSError) as error:
        code = getattr(error, "sqlite_errorcode", None)
        if isinstance(error, OSError):
            saying = words_of(error)
        elif isinstance(error, sqlite3.IntegrityError) or code is None:
            raise  # a bug of ours
        elif path is not None and code & 0xFF in _SIGNS_OF_DAMAGE:
            raise DamagedLogError(could_not_be(path, doing, DAMAGED), path) from error
        else:
            known = _SAYINGS.get(code) or _SAYINGS.get(code & 0xFF, str(error))
            saying = _saying_of_folder(code, path) or known
        name = worded("The log") if path is None else str(path)
        raise TrackerError(could_not_be(name, doing, saying)) from error


def _saying_of_folder(code: int, path: Path | None) -> str | None:
    """Describe a problem of the folder that SQLite mistakes for another; None if there is none.

    If it cannot create a journal it reports that the file cannot be opened, and on a disk without
    locks that somebody else holds one.
    """
    if path is None or code & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_BUSY):
        return None
    fault = fault_of_folder(path.parent)
    if fault in NO_ROOM:
        return _SAYINGS[sqlite3.SQLITE_FULL]
    return _WITHOUT_LOCKS if fault in NO_LOCKS else None


def is_damage(error: BaseException) -> bool:
    """Tell whether an error means that a file was damaged."""
    code = getattr(error, "sqlite_errorcode", None)
    is_of_sqlite = code is not None and code & 0xFF in _SIGNS_OF_DAMAGE
    return isinstance(error, DamagedLogError) or is_of_sqlite


def is_of_schema(error: BaseException) -> bool:
    """Tell whether SQLite failed because the file's schema is not as expected."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, sqlite3.Error) and code is not None and code & 0xFF in _OF_SCHEMA


@contextmanager
def reading(path: Path | None) -> Iterator[None]:
    """Put errors of reading rows and making entries of them into words, damage above all.

    Raises:
        DamagedLogError: If there is something this program never writes.
        TrackerError: For any other fault outside the program.
    """
    try:
        with in_words(path, "read"):
            try:
                yield
            except sqlite3.DatabaseError as error:
                code = getattr(error, "sqlite_errorcode", None)
                is_ours = path is None or isinstance(error, sqlite3.ProgrammingError)
                # For invalid text there is no error code.
                if not is_ours and (code is None or code & 0xFF in _SIGNS_WHILE_READING):
                    raise ValueError(str(error)) from error
                raise
    except (ValueError, TypeError, LookupError, OverflowError, MemoryError) as error:
        if path is None:
            raise  # a log in memory cannot be damaged: a bug of ours
        raise DamagedLogError(could_not_be(path, "read", DAMAGED), path) from error
