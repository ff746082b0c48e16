"""The log as a window has committed it, byte for byte in memory: others may write into its file.

Programs that copy files know nothing of SQLite's locks. One that begins to write into the log's
file in the very moment of a commit is seen by nobody, and leaves a file of which half is its own.
So each change is made a second time in memory, by the same statements: SQLite then makes the same
pages of them, and what lies on the disk can be compared, and put in its place again.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any, Final, NamedTuple

from tracker.domain.change import Key
from tracker.storage.checking import structural_complaints
from tracker.storage.rows import TABLES
from tracker.storage.stamp import Stamp

MOST_ROWS: Final = 50_000  # of one change; an import of more is not kept in memory a second time
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
    """A log in memory that follows the one on the disk.

    Args:
        image: The bytes of the file; none where it could not be read.
    """

    def __init__(self, image: bytes) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        if image:
            self._connection.deserialize(image)
        self._connection.execute("PRAGMA foreign_keys = ON")

    def follow(self, statements: Iterable[Statement], changed_rows: int) -> bool:
        """Make a change that was committed on the disk.

        Returns:
            Whether it did here what it did there; else this is of no more use.
        """
        before = self._connection.total_changes
        try:
            self._connection.execute("BEGIN")
            for sql, rows in statements:
                self._connection.executemany(sql, rows)
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            return False
        return self._connection.total_changes - before == changed_rows

    def image(self) -> bytes:
        """Give the bytes of the file."""
        return self._connection.serialize()

    def is_whole(self) -> bool:
        """Tell whether SQLite finds nothing wrong with it: what was half written, it does."""
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
        """Let go of the memory."""
        self._connection.close()
