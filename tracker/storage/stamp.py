"""How to recognise a log: by its place on the disk, and by a stamp that every change renews.

Folder synchronisation puts another copy of a log in its place, or even writes it into the very file
that is open. To notice that, SQLite only looks at sixteen bytes. If two copies share these, SQLite
would continue with pages it cached from the old file.
"""

import os
import sqlite3
from pathlib import Path
from typing import Final, NamedTuple, Self

TABLE: Final = "stamp"
MOST_WRITERS: Final = 24  # windows remembered in a stamp, those that wrote last


class FileState(NamedTuple):
    """Where a file lies, and what the disk knows about it.

    Args:
        file: Device, inode, permissions and owner. The permissions are included because a file that
            was opened read-only stays so until it is opened again.
        content: Size in bytes, and time of the last write in nanoseconds.
        touched_ns: Time of the last change to any of this, which no program can fake.
    """

    file: tuple[int, ...]
    content: tuple[int, int]
    touched_ns: int

    @classmethod
    def of(cls, path: Path) -> Self | None:
        """Look at a file; None if there is none."""
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
        """Tell whether it is the same file, whatever happened to its permissions and contents."""
        return self.file[:2] == other.file[:2]

    def out_of_date(self) -> Self:
        """Return a state that the file never had, so that it counts as changed."""
        return self._replace(content=(-1, -1))


class Stamp(NamedTuple):
    """Which windows wrote to a log, the last one first, and the number of each one's last change.

    Two states of a log never have the same stamp, and stamps tell whether one state came from the
    other.

    Args:
        writes: The random name of each window, and the number of its newest change.
    """

    writes: tuple[tuple[str, int], ...] = ()

    @classmethod
    def read(cls, connection: sqlite3.Connection) -> Self:
        """Read the stamp of a log; an unreadable one counts as empty.

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
        """Put this stamp on a log, in the current transaction.

        Raises:
            sqlite3.Error: If it could not be written.
        """
        text = " ".join(f"{writer}:{number}" for writer, number in self.writes)
        if not connection.execute(f"UPDATE {TABLE} SET writes = ?", [text]).rowcount:
            connection.execute(f"INSERT INTO {TABLE} (writes) VALUES (?)", [text])

    def renewed(self, writer: str, number: int) -> Self:
        """Return the stamp after a change.

        Args:
            writer: The window that makes it.
            number: The number of the change among that window's.
        """
        others = [each for each in self.writes if each[0] != writer]
        return type(self)(((writer, number), *others)[:MOST_WRITERS])

    def number_of(self, writer: str) -> int:
        """Return the number of a window's newest change; 0 if unknown."""
        return dict(self.writes).get(writer, 0)

    def is_later_than(self, earlier: "Stamp") -> bool:
        """Tell whether a log with this stamp surely has all changes of an earlier one, and more."""
        return self != earlier and all(
            self.number_of(writer) >= number for writer, number in earlier.writes
        )


def random_writer() -> str:
    """Make a random name for a window."""
    return os.urandom(8).hex()


def add_stamp(connection: sqlite3.Connection) -> None:
    """Make the table, with the stamp of a log nobody has written to."""
    # A single column, since salvage recognises rows by their columns and no entry has just one.
    connection.execute(f"CREATE TABLE {TABLE} (writes TEXT NOT NULL) STRICT")
    Stamp().write(connection)
