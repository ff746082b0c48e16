"""The log exactly as a window committed it, since others may write into its file.

Programs that copy files know nothing of SQLite's locks. If one starts writing into the log's file
at the very moment of a commit, nobody notices, and half of the file ends up as theirs. So each
change is made a second time elsewhere, with the same statements. SQLite then produces the same
pages, which can be compared with those on disk and put back in their place.

As forty years of training would fill the memory, the copy lies in a file without a name. No other
program knows it, and it disappears when it is closed, however the program ends.
"""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, closing, suppress
from io import FileIO
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final, NamedTuple

from tracker.disk import working_folder
from tracker.domain.change import Key
from tracker.storage.checking import structural_complaints
from tracker.storage.rows import TABLES
from tracker.storage.stamp import Stamp

MOST_ROWS: Final = 50_000  # most rows of a change to repeat; a larger import is not repeated
CHUNK: Final = 1 << 20
LARGE: Final = 1 << 23  # bytes
_NOT_WRITING: Final = ("SELECT", "PRAGMA", "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


class Statement(NamedTuple):
    """A statement that SQLite executed.

    Args:
        sql: Its text.
        rows: Its parameters, once for each execution.
    """

    sql: str
    rows: Sequence[Any]


class Recorder(sqlite3.Connection):
    """A connection that records the statements of a change."""

    _statements: list[Statement] | None = None
    _rows = 0
    _before = 0

    def record(self) -> None:
        """Start recording what is executed."""
        self._statements, self._rows, self._before = [], 0, self.total_changes

    def recorded(self) -> tuple[list[Statement], int] | None:
        """Return what was recorded and how many rows changed; None if there was too much."""
        statements, self._statements = self._statements, None
        return None if statements is None else (statements, self.total_changes - self._before)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """Execute a statement once."""
        self._note(sql, [parameters])
        return super().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        """Execute a statement once for each row of parameters."""
        rows = list(parameters)
        self._note(sql, rows)
        return super().executemany(sql, rows)

    def _note(self, sql: str, rows: Sequence[Any]) -> None:
        if self._statements is None or sql.lstrip().upper().startswith(_NOT_WRITING):
            return
        self._rows += len(rows)
        self._statements.append(Statement(sql, rows))
        if self._rows > MOST_ROWS:
            self._statements = None


class KeptImage:
    """A copy of the log that repeats every change made on disk.

    Args:
        image: The bytes of the file; empty if it could not be read.
        near: The file, if the copy is to last: then it lies on disk, beside the file if need be.
            Otherwise, or if no disk has room, it is in memory.
    """

    def __init__(self, image: bytes, near: Path | None = None) -> None:
        self._file: FileIO | None = None
        if near is not None:
            with suppress(OSError, sqlite3.Error):
                self._connection, self._file = _on_disk(image, near)
        if self._file is None:
            self._connection = _in_memory(image)
        self._connection.execute("PRAGMA foreign_keys = ON")

    def follow(self, statements: Sequence[Statement], changed_rows: int) -> bool:
        """Repeat a change that was committed on disk.

        Returns:
            Whether it had the same effect here; if not, this copy is useless.
        """
        try:
            return self._make(statements) == changed_rows
        except sqlite3.Error:
            return self._has_moved_into_memory() and self.follow(statements, changed_rows)

    def _make(self, statements: Iterable[Statement]) -> int:
        """Make a change; returns how many rows it changed."""
        before = self._connection.total_changes
        self._connection.execute("BEGIN")
        for sql, rows in statements:
            self._connection.executemany(sql, rows)
        self._connection.execute("COMMIT")
        return self._connection.total_changes - before

    def _has_moved_into_memory(self) -> bool:
        """Move the copy from a full disk to memory, as before the change; tell if that worked."""
        if self._file is None:
            return False
        try:
            self._connection.rollback()
            image = self.image()
        except sqlite3.Error:
            return False
        self.close()
        self._connection, self._file = _in_memory(image), None
        return True

    def image(self) -> bytes:
        """Return the bytes of the file."""
        return self._connection.serialize()

    def is_same_as(self, image: bytes) -> bool:
        """Tell whether a file's bytes equal this copy."""
        if self._file is None:
            return image == self.image()
        return has_bytes(self._file, image)

    @property
    def is_large(self) -> bool:
        """Whether it lies on disk and takes longer to compare than a frame takes to paint."""
        return self._file is not None and os.fstat(self._file.fileno()).st_size > LARGE

    def file(self) -> FileIO:
        """Return the file on disk for use in a thread, which must close it."""
        assert self._file is not None  # a copy in memory is never handed out
        return FileIO(os.dup(self._file.fileno()))

    def is_whole(self) -> bool:
        """Tell whether SQLite finds nothing wrong with it, as it would with a half-written copy."""
        try:
            return next(structural_complaints(self._connection), None) is None
        except sqlite3.Error:
            return False

    def stamp(self) -> Stamp:
        """Read its stamp, which tells which windows wrote to it.

        Raises:
            sqlite3.Error: If it cannot be read.
        """
        return Stamp.read(self._connection)

    def keys(self) -> set[Key]:
        """Return the keys of all entries in it."""
        return {
            (kind, id_)
            for kind, table in TABLES.items()
            for (id_,) in self._connection.execute(f"SELECT id FROM {table.name}")
        }

    def says_the_same_as(self, image: bytes) -> bool:
        """Tell whether a file is complete and holds the same rows, ignoring unused bytes."""
        other = KeptImage(image)
        try:
            pairs = zip_longest(self._connection.iterdump(), other._connection.iterdump())
            return other.is_whole() and all(one == another for one, another in pairs)
        except (sqlite3.Error, UnicodeDecodeError):
            return False
        finally:
            other.close()

    def close(self) -> None:
        """Discard the copy."""
        self._connection.close()
        if self._file is not None:
            self._file.close()


def has_bytes(file: FileIO, image: bytes) -> bool:
    """Tell whether a file on disk has exactly these bytes, leaving its read position alone."""
    at = 0
    with suppress(OSError):
        while chunk := os.pread(file.fileno(), CHUNK, at):
            if not image.startswith(chunk, at):
                return False
            at += len(chunk)
        return at == len(image)
    return False


def _in_memory(image: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    if image:
        connection.deserialize(image)
    return connection


def _on_disk(image: bytes, near: Path) -> tuple[sqlite3.Connection, FileIO]:
    """Put a log in a file without a name; returns an SQLite connection to it and the file.

    Raises:
        OSError, sqlite3.Error: If no disk has room for it.
    """
    with working_folder(near) as folder, ExitStack() as opened:
        path = folder / "log"
        path.write_bytes(image)
        file = opened.enter_context(path.open("rb", buffering=0))
        # Nobody else knows of it and it need not outlast the program, so no locks and no flushing.
        connection = sqlite3.connect(f"{path.as_uri()}?nolock=1", uri=True, isolation_level=None)
        opened.enter_context(closing(connection))
        for pragma in ("journal_mode = MEMORY", "synchronous = OFF"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        path.unlink()
        opened.pop_all()
    return connection, file
