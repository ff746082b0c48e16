"""What a table of ours is: a tuple of columns, each with its name, words, writer and reader.

All that is said of a column stands in its one entry. To add a column, add its entry at the end,
as here to ``sets.csv``, whose rows hold ``rest_s`` already::

    Column(
        "rest_min",
        "rest before the set, minutes",
        lambda rows, write: write.computed(np.array(rows.records.kept["rest_s"], np.float64) / 60),
    ),

It is computed from another, and so is not read back; one that is read says what it is read as,
``Role.REST_S`` in a table of sets, ``Into("pain", whole("Pain"))`` in a table of entries.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from tracker.exchange.roles import Role
from tracker.exchange.tables.dialect import CellWriter, Dialect
from tracker.exchange.tables.period import PeriodOfLog

# Lines made and written between two reports of progress: about 20 ms of work.
LINES_A_STEP: Final = 2_000
# What the rows of a table are written of: whole columns, or a list of entries.
Rows = TypeVar("Rows", bound=Sized)
# The fraction done after these lines, and the lines without their ends.
WrittenLines = tuple[float, list[str]]


@dataclass(frozen=True, slots=True)
class Into:
    """What a cell becomes in the entry of its row.

    Args:
        field: Its field, as ``Table.entry`` calls it.
        read: Gives the value of a cell, empty where there is none; may raise ValueError in words.
    """

    field: str
    read: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Column(Generic[Rows]):
    """A column of a table of ours.

    Args:
        name: Stable, and bears the unit; loads in kilograms, which ``Dialect.name`` may change.
        words: What it means, for people; ``{unit}`` stands for the unit of loads.
        write: Gives the cells of all rows.
        read: What a cell is read back as: a field of the row's entry, or what it means to the
            importer of sets; None where it is computed and never read.
        is_telling: Whether a file without it is not taken for this table.
    """

    name: str
    words: str
    write: Callable[[Rows, CellWriter], list[str]]
    read: Into | Role | None = None
    is_telling: bool = False


def _whole(rows: Rows) -> Iterable[Rows]:
    return (rows,)


@dataclass(frozen=True, eq=False)
class Table(Generic[Rows]):
    """A table of ours; each is itself alone, so that it can be looked up.

    Args:
        name: Of its file, in every export.
        grain: What one row is, in words.
        columns: From left to right.
        take: Reads from the log what the rows are made of, once and for all: they are written
            while the log may change.
        days: The days that the rows tell of, in any order, some perhaps more than once.
        parts: Splits many rows, where all at once would keep a cancelled export from ending.
        entry: Makes the entry of a row from the fields that its cells are read ``Into``; None
            where the rows are no entries.
        computed_from: The table to import instead, where all of this one is computed.
    """

    name: str
    grain: str
    columns: tuple[Column[Rows], ...]
    take: Callable[[PeriodOfLog], Rows]
    days: Callable[[PeriodOfLog], Iterable[datetime.date]]
    parts: Callable[[Rows], Iterable[Rows]] = _whole
    entry: Callable[..., Any] | None = None
    computed_from: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in kilograms."""
        return tuple(column.name for column in self.columns)

    def header(self, dialect: Dialect) -> str:
        """Write the line that names the columns."""
        return dialect.delimiter.character.join(map(dialect.name, self.names))

    def steps(self, rows: Rows, dialect: Dialect) -> Iterator[WrittenLines]:
        """Make the lines, some thousand at a time.

        Args:
            rows: What ``take`` gave.
            dialect: How they are written.

        Yields:
            The fraction done after these lines, and the lines.
        """
        write = CellWriter(dialect)
        done = 0
        for part in self.parts(rows):
            lines = dialect.lines([column.write(part, write) for column in self.columns])
            for first in range(0, len(lines), LINES_A_STEP):
                some = lines[first : first + LINES_A_STEP]
                done += len(some)
                yield done / len(rows), some

    def is_told_by(self, headings: Iterable[str]) -> bool:
        """Tell whether a file with these headings is this table."""
        return {column.name for column in self.columns if column.is_telling} <= set(headings)


AnyTable = Table[Any]
