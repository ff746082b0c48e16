"""The log as a window has committed it, byte for byte: others may write into its file.

Programs that copy files know nothing of SQLite's locks. One that begins to write into the log's
file in the very moment of a commit is seen by nobody, and leaves a file of which half is its own.
So each change is made a second time elsewhere, by the same statements: SQLite then makes the same
pages of them, and what lies on the disk can be compared, and put in its place again.

Forty years of training would fill the memory: it lies in a file without a name, of which no other
program knows and which goes when it is closed, whatever ends the program.
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

MOST_ROWS: Final = 50_000  # of one change; an import of more is not made a second time
CHUNK: Final = 1 << 20
LARGE: Final = 1 << 23  # bytes
_NOT_WRITING: Final = ("SELECT", "PRAGMA", "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


class Statement(NamedTuple):
    """What SQLite was told to do.

    Args:
        sql: The words.
        rows: What was put into their places, one time after the other.
    """

    sql: str
    rows: Sequence[Any]


class Recorder(sqlite3.Connection):
    """A connection that remembers by what a change was made."""

    _statements: list[Statement] | None = None
    _rows = 0
    _before = 0

    def record(self) -> None:
        """Remember what is executed from now on."""
        self._statements, self._rows, self._before = [], 0, self.total_changes

    def recorded(self) -> tuple[list[Statement], int] | None:
        """Give what was executed since, and how many rows it changed; None of too much."""
        statements, self._statements = self._statements, None
        return None if statements is None else (statements, self.total_changes - self._before)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """Execute a statement once."""
        self._note(sql, [parameters])
        return super().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        """Execute a statement for each of some rows."""
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
    """A log that follows the one on the disk.

    Args:
        image: The bytes of the file; none where it could not be read.
        near: The file, where it is to be followed for long: then the bytes lie on a disk, beside
            the file if need be. Else, and where no disk takes them, they are in memory.
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
        """Make a change that was committed on the disk.

        Returns:
            Whether it did here what it did there; else this is of no more use.
        """
        try:
            return self._make(statements) == changed_rows
        except sqlite3.Error:
            return self._has_moved_into_memory() and self.follow(statements, changed_rows)

    def _make(self, statements: Iterable[Statement]) -> int:
        """Make a change; gives how many rows it changed."""
        before = self._connection.total_changes
        self._connection.execute("BEGIN")
        for sql, rows in statements:
            self._connection.executemany(sql, rows)
        self._connection.execute("COMMIT")
        return self._connection.total_changes - before

    def _has_moved_into_memory(self) -> bool:
        """Leave a disk that takes no more, as before the change; false where it is none."""
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
        """Give the bytes of the file."""
        return self._connection.serialize()

    def is_same_as(self, image: bytes) -> bool:
        """Tell whether a file is this one, byte for byte."""
        if self._file is None:
            return image == self.image()
        return has_bytes(self._file, image)

    @property
    def is_large(self) -> bool:
        """Whether it lies on a disk, and takes longer to compare than a frame to paint."""
        return self._file is not None and os.fstat(self._file.fileno()).st_size > LARGE

    def file(self) -> FileIO:
        """Give the bytes on the disk to a thread, which closes them."""
        assert self._file is not None  # what is in memory is never given away
        return FileIO(os.dup(self._file.fileno()))

    def is_whole(self) -> bool:
        """Tell whether SQLite finds nothing wrong with it, as it would with one half written."""
        try:
            return next(structural_complaints(self._connection), None) is None
        except sqlite3.Error:
            return False

    def stamp(self) -> Stamp:
        """Read which windows wrote to it.

        Raises:
            sqlite3.Error: If it cannot be read.
        """
        return Stamp.read(self._connection)

    def keys(self) -> set[Key]:
        """Name the entries there are."""
        return {
            (kind, id_)
            for kind, table in TABLES.items()
            for (id_,) in self._connection.execute(f"SELECT id FROM {table.name}")
        }

    def says_the_same_as(self, image: bytes) -> bool:
        """Tell whether a file is whole and holds the same rows, whatever its free bytes hold."""
        other = KeptImage(image)
        try:
            pairs = zip_longest(self._connection.iterdump(), other._connection.iterdump())
            return other.is_whole() and all(one == another for one, another in pairs)
        except (sqlite3.Error, UnicodeDecodeError):
            return False
        finally:
            other.close()

    def close(self) -> None:
        """Let go of the bytes."""
        self._connection.close()
        if self._file is not None:
            self._file.close()


def has_bytes(file: FileIO, image: bytes) -> bool:
    """Tell whether a file on the disk has these bytes and no others; wherever it is read at."""
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
    """Put a log into a file without a name; gives it to SQLite, and to be read as it is.

    Raises:
        OSError, sqlite3.Error: If no disk takes it.
    """
    with working_folder(near) as folder, ExitStack() as opened:
        path = folder / "log"
        path.write_bytes(image)
        file = opened.enter_context(path.open("rb", buffering=0))
        # Nobody else knows of it, and it need not outlast the program: no locks, and no flushing.
        connection = sqlite3.connect(f"{path.as_uri()}?nolock=1", uri=True, isolation_level=None)
        opened.enter_context(closing(connection))
        for pragma in ("journal_mode = MEMORY", "synchronous = OFF"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        path.unlink()
        opened.pop_all()
    return connection, file
