"""How SQLite opens a file that others may have made or changed: warily, and with all its contents.

A file alone is not always the whole log. If a program left it in WAL mode, its newest changes lie
in a ``-wal`` file beside it; if a program was killed in the middle of a change, a journal tells how
to undo it. SQLite can read both, but not without writing; in that case it gets a copy.

Sources: SQLite's "Defense against the dark arts", https://www.sqlite.org/security.html, and
"Write-ahead logging", https://www.sqlite.org/wal.html, section 5 on files that can only be read.
"""

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Final

from tracker.disk import COMPANIONS, HEADER_LENGTH, require_readable_size, working_folder

SQLITE_VERSION: Final = sqlite3.sqlite_version
WAITING_S: Final = 10.0  # for programs that are writing to the file
STEPS: Final = 100_000  # virtual machine steps between looks at the clock: a few milliseconds
MOST_S: Final = 20.0  # of work on one statement; the longest takes 2 s for a life of training
_PAUSE_S: Final = 0.25  # of other work, after which a new statement is assumed
_LIMITS: Final = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 1 << 26),  # of a value or row; an import's ids are one value
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 200),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 10),
    (sqlite3.SQLITE_LIMIT_COLUMN, 500),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 10),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
)
_DEFENSIVE: Final = 1010  # SQLITE_DBCONFIG_DEFENSIVE, named in Python from 3.12 on
# Tells whether this thread has been asked to end its work.
asked_to_end: ContextVar[Callable[[], bool]] = ContextVar("asked_to_end", default=lambda: False)
_WAL_MODE: Final = 2  # value of bytes 18 and 19 of the header
# Errors for a file that cannot be read without writing to it or beside it.
_WANTS_WRITING: Final = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_READONLY_ROLLBACK,
    sqlite3.SQLITE_READONLY_RECOVERY,
    sqlite3.SQLITE_READONLY_CANTLOCK,
    sqlite3.SQLITE_READONLY_CANTINIT,
    sqlite3.SQLITE_READONLY_DIRECTORY,
}


def guard(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Make a connection distrust the contents of a file, and stop statements that never end."""
    # Allow only harmless functions in the schema.
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    configure = getattr(connection, "setconfig", None)  # from Python 3.12 on
    if configure is not None:
        configure(_DEFENSIVE, True)
    for limit, most in _LIMITS:
        connection.setlimit(limit, most)
    watch(connection)
    return connection


def watch(connection: sqlite3.Connection) -> None:
    """Restart the timer that stops a statement after too long."""
    connection.set_progress_handler(_watch(), STEPS)


def _watch() -> Callable[[], bool]:
    """Make the callback that lets SQLite stop a statement after too long, or when asked to end.

    It counts the thread's own CPU time, so that nothing is stopped because the computer is busy.
    """
    began = last = time.thread_time()
    is_asked_to_end = asked_to_end.get()

    def is_too_long() -> bool:
        nonlocal began, last
        now = time.thread_time()
        if not 0 <= now - last < _PAUSE_S:  # negative in another thread
            began = now
        last = now
        if now - began <= MOST_S:
            return is_asked_to_end()
        began = now  # whatever follows is a new statement
        return True

    return is_too_long


def opened_to_read(path: Path, *, is_settled: bool = False) -> sqlite3.Connection:
    """Open a file read-only: nothing is written to it, and no journal is applied to it.

    Args:
        path: The file.
        is_settled: Whether no other file lies beside it and nobody is writing to it; then SQLite
            makes no files beside it either.
    """
    how = "mode=ro&immutable=1" if is_settled else "mode=ro"
    return guard(sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True, timeout=WAITING_S))


@contextmanager
def opened_whole(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file with everything that belongs to it, including files beside it; none is changed.

    The connection sees the state of one moment, even if others write; they wait until it is closed.

    Args:
        path: The file.

    Raises:
        TrackerError: If it is not a regular file, or is too large. sqlite3.Error: If it cannot be
            read.
        OSError: If it has to be copied and that fails.
    """
    require_readable_size(path)
    real = path.resolve()
    beside = {each for each in COMPANIONS if _with(real, each).exists()}
    # Without a -shm file nobody has it open, and SQLite would create one.
    must_be_copied = "-wal" in beside and "-shm" not in beside
    if not must_be_copied:
        is_settled = not beside and _is_in_wal_mode(real)
        with closing(opened_to_read(real, is_settled=is_settled)) as connection:
            try:
                connection.execute("BEGIN")
                connection.execute("SELECT 1 FROM sqlite_master").fetchone()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode not in _WANTS_WRITING:
                    raise
                must_be_copied = True
            else:
                yield connection
    if must_be_copied:
        with working_folder(path) as folder:
            copy = folder / "log"
            for suffix in ("", "-journal", "-wal"):
                if not suffix or suffix in beside:
                    shutil.copyfile(_with(real, suffix), _with(copy, suffix))
            with closing(guard(sqlite3.connect(copy))) as connection:
                yield connection


def copied_into_memory(path: Path) -> sqlite3.Connection:
    """Copy a file into memory as it is at one moment, and close it.

    Raises:
        TrackerError, sqlite3.Error, OSError: As with ``opened_whole``.
    """
    copy = sqlite3.connect(":memory:")
    try:
        with opened_whole(path) as source:
            source.backup(copy)
        return guard(copy)
    except BaseException:
        copy.close()
        raise


def _with(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _is_in_wal_mode(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(HEADER_LENGTH)[18:20] == bytes((_WAL_MODE, _WAL_MODE))
