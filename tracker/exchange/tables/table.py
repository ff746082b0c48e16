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
# What the rows of a table are made from: whole columns, or a list of entries.
Rows = TypeVar("Rows", bound=Sized)
# The fraction done after these lines, and the lines without line ends.
WrittenLines = tuple[float, list[str]]


@dataclass(frozen=True, slots=True)
class Into:
    """Which field of an entry a cell is read into.

    Args:
        field: The parameter of ``Table.entry``.
        read: Converts a cell, empty if the column is missing; may raise ValueError in words.
    """

    field: str
    read: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Column(Generic[Rows]):
    """A column of one of our tables.

    Args:
        name: Its stable name, including the unit; for loads kilograms, which ``Dialect.name`` may
            change.
        words: Its meaning in words; ``{unit}`` stands for the unit of loads.
        write: Makes the cells of all rows.
        read: How a cell is read back: into a field of the row's entry, or in a role for the
            importer of sets; None if it is calculated and never read.
        is_telling: Whether a file must have it to be recognised as this table.
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
    """One of our tables; each equals only itself, so that it can be a key.

    Args:
        name: The name of its file in every export.
        grain: What one row stands for, in words.
        columns: From left to right.
        take: Reads the data of the rows from the log, all at once, because the log may change while
            they are written.
        days: The days covered by the rows, in any order, possibly with repeats.
        parts: Splits the rows if writing them all at once would delay cancelling.
        entry: Makes the entry of a row from the fields its cells are read ``Into``; None if rows
            are not entries.
        computed_from: The table to import instead, if everything in this one is calculated.
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
        """Return the line with the names of the columns."""
        return dialect.delimiter.character.join(map(dialect.name, self.names))

    def steps(self, rows: Rows, dialect: Dialect) -> Iterator[WrittenLines]:
        """Make the lines, a few thousand at a time.

        Args:
            rows: The result of ``take``.
            dialect: How to write them.

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
