"""How a log is known again: by where its file lies, and by the stamp that every change renews.

Programs that synchronise folders put another copy of a log in its place; some write it into the
very file that is open. SQLite looks at sixteen bytes alone to notice that. Two copies may have
them in common, and SQLite would then go on with what it remembers of the file before.
"""

import os
import sqlite3
from pathlib import Path
from typing import Final, NamedTuple, Self

TABLE: Final = "stamp"
MOST_WRITERS: Final = 24  # remembered in a stamp: the windows that wrote last


class FileState(NamedTuple):
    """Where a file lies, and what the disk knows of it.

    Args:
        file: Device and number on it, rights and owner: what was opened only to be read stays so
            until it is opened anew.
        content: Size in bytes, and when it was written to, in nanoseconds.
        touched_ns: When any of this changed; no program can set it back.
    """

    file: tuple[int, ...]
    content: tuple[int, int]
    touched_ns: int

    @classmethod
    def of(cls, path: Path) -> Self | None:
        """Look at a file; None where there is none."""
        try:
            found = path.stat()
        except OSError:
            return None
        return cls(
            (found.st_dev, found.st_ino, found.st_mode, found.st_uid),
            (found.st_size, found.st_mtime_ns),
            found.st_ctime_ns,
        )

    def is_same_file(self, other: "FileState") -> bool:
        """Tell whether it is one file, whatever became of its rights and of what is in it."""
        return self.file[:2] == other.file[:2]

    def out_of_date(self) -> Self:
        """Give a state that the file was never in, so that it counts as changed."""
        return self._replace(content=(-1, -1))


class Stamp(NamedTuple):
    """Which windows wrote to a log, the one that wrote last first, and how often each did.

    So two states of one log never have the same stamp, and it can be told whether one state came
    from the other.

    Args:
        writes: A window by the random name that it took, and the number of its newest change.
    """

    writes: tuple[tuple[str, int], ...] = ()

    @classmethod
    def read(cls, connection: sqlite3.Connection) -> Self:
        """Read the stamp of a log; an unreadable one is that of nobody.

        Raises:
            sqlite3.Error: If the log cannot be read, or has none.
        """
        row = connection.execute(f"SELECT writes FROM {TABLE}").fetchone()
        found = []
        for each in ("" if row is None else str(row[0])).split():
            writer, _, number = each.partition(":")
            if number.isdecimal() and len(number) < MOST_WRITERS:
                found.append((writer, int(number)))
        return cls(tuple(found))

    def write(self, connection: sqlite3.Connection) -> None:
        """Put this stamp on a log, in the transaction under way.

        Raises:
            sqlite3.Error: If it could not be written.
        """
        text = " ".join(f"{writer}:{number}" for writer, number in self.writes)
        if not connection.execute(f"UPDATE {TABLE} SET writes = ?", [text]).rowcount:
            connection.execute(f"INSERT INTO {TABLE} (writes) VALUES (?)", [text])

    def renewed(self, writer: str, number: int) -> Self:
        """Give the stamp after a change.

        Args:
            writer: Who makes it.
            number: The number of the change among theirs.
        """
        others = [each for each in self.writes if each[0] != writer]
        return type(self)(((writer, number), *others)[:MOST_WRITERS])

    def number_of(self, writer: str) -> int:
        """Give the number of the newest change that a window made; 0 where it is not known."""
        return dict(self.writes).get(writer, 0)

    def is_later_than(self, earlier: "Stamp") -> bool:
        """Tell whether a log with this stamp surely has every change of another state, and more."""
        return self != earlier and all(
            self.number_of(writer) >= number for writer, number in earlier.writes
        )


def random_writer() -> str:
    """Make a name that no other window has."""
    return os.urandom(8).hex()


def add_stamp(connection: sqlite3.Connection) -> None:
    """Make the table, with the stamp of a log that nobody wrote to."""
    # One column: rows of a damaged log are known by their columns, and no entry has just one.
    connection.execute(f"CREATE TABLE {TABLE} (writes TEXT NOT NULL) STRICT")
    Stamp().write(connection)
