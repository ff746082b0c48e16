"""How numbers, days and texts are written in our own CSV files.

The files open correctly on a double-click: they are UTF-8 with a byte-order mark, without which
Excel misreads every non-ASCII letter, and lines end in CR LF, as in RFC 4180. With semicolons as
separators, numbers have a decimal comma. Days and times are ISO 8601. An empty cell means unknown.

What was entered is written exactly, with the fewest decimals that read back as the same value; what
is calculated from it (system load, e1RM, time under tension, percentages, ratios) has two decimals.

A spreadsheet takes a text that begins with ``= + - @``, a tab or a carriage return for a formula.
Such a text gets a leading apostrophe, and so does one that already begins with an apostrophe, so
that removing one apostrophe always restores the text (``restored``).
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import inf
from typing import Final

import numpy as np

from tracker.domain.columns import Floats, Integers, day_of_number
from tracker.domain.load import KG_DECIMALS, KG_PER_LB, Unit, pounds_from_kg

ENCODING: Final = "utf-8-sig"
LINE_END: Final = "\r\n"
COMPUTED_DECIMALS: Final = 2
NO_MEMBER: Final = -1  # the code of an empty cell
# Characters that start formulas or may hide one, and their full-width forms. Source:
# https://owasp.org/www-community/attacks/CSV_Injection, and ASVS 5.0, 1.2.10.
_FORMULA_STARTS: Final = tuple("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20")
_APOSTROPHE: Final = "'"


class Delimiter(StrEnum):
    """What separates two cells."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"

    @property
    def character(self) -> str:
        """The character itself."""
        return {Delimiter.COMMA: ",", Delimiter.SEMICOLON: ";", Delimiter.TAB: "\t"}[self]


def neutralised(text: str) -> str:
    """Return a text as a cell that cannot be taken for a formula.

    >>> neutralised("=1+1"), neutralised("'tis"), neutralised("left heel")
    ("'=1+1", "''tis", 'left heel')
    """
    return _APOSTROPHE + text if text.startswith((*_FORMULA_STARTS, _APOSTROPHE)) else text


def restored(cell: str) -> str:
    """Return the text of a cell written by ``neutralised``; other cells are unchanged.

    >>> restored("'=1+1"), restored("''tis"), restored("'tis")
    ('=1+1', "'tis", "'tis")
    """
    if cell.startswith(_APOSTROPHE) and cell[1:].startswith((*_FORMULA_STARTS, _APOSTROPHE)):
        return cell[1:]
    return cell


def known_or_infinite(values: Floats | Integers) -> list[float]:
    """List a column with infinity for NaN, because NaN cannot be looked up."""
    known: list[float] = np.where(np.isnan(values), inf, values).tolist()
    return known


@dataclass(frozen=True, slots=True)
class Dialect:
    """How to write a file of ours: the unit of its loads, and what separates its cells."""

    unit: Unit = Unit.KG
    delimiter: Delimiter = Delimiter.COMMA

    def name(self, column: str) -> str:
        """Return a column's name; in pounds, ``_kg`` at its end becomes ``_lb``."""
        return re.sub("_kg$", "_lb", column) if self.unit is Unit.LB else column

    def lines(self, columns: Sequence[Sequence[str]]) -> list[str]:
        """Join the cells of some columns, all of the same length, to lines."""
        return list(map(self.delimiter.character.join, zip(*columns, strict=True)))

    def text(self, text: str) -> str:
        """Write a text so that it cannot be taken for a formula, quoted if necessary."""
        cell = neutralised(text)
        if '"' in cell or self.delimiter.character in cell or "\n" in cell or "\r" in cell:
            return '"' + cell.replace('"', '""') + '"'
        return cell

    def number(self, value: float | None) -> str:
        """Write a number exactly; None and infinity are unknown.

        >>> Dialect().number(62.5), Dialect(delimiter=Delimiter.SEMICOLON).number(8.0)
        ('62.5', '8')
        """
        if value is None or value == inf:
            return ""
        text = repr(value + 0.0).removesuffix(".0")  # avoids -0
        return text.replace(".", ",") if self.delimiter is Delimiter.SEMICOLON else text

    def load(self, kg: float) -> str:
        """Write an entered load so that it reads back exactly; infinity means unknown."""
        if self.unit is Unit.KG or kg == inf:
            return self.number(kg)
        return self.number(pounds_from_kg(round(kg, KG_DECIMALS)))


class CellWriter:
    """Writes whole columns of values as cells of one file; unknown values are empty cells.

    Many rows share few distinct values, so each value is converted only once.
    """

    def __init__(self, dialect: Dialect) -> None:
        self._unit = dialect.unit
        self._number = cache(dialect.number)
        self._load = cache(dialect.load)
        self._text = cache(dialect.text)
        self._day = cache(lambda number: day_of_number(number).isoformat())

    def numbers(self, values: Floats | Integers | Iterable[float | None]) -> list[str]:
        """Write numbers exactly; None and NaN are unknown."""
        known = known_or_infinite(values) if isinstance(values, np.ndarray) else values
        return list(map(self._number, known))

    def loads(self, kg: Floats) -> list[str]:
        """Write entered loads, given in kilograms, so that they read back exactly."""
        return list(map(self._load, known_or_infinite(kg)))

    def computed(self, values: Floats) -> list[str]:
        """Write calculated numbers, rounded."""
        return self.numbers(np.round(values, COMPUTED_DECIMALS))

    def computed_loads(self, kg: Floats) -> list[str]:
        """Write calculated loads, given in kilograms, rounded."""
        return self.computed(kg / KG_PER_LB if self._unit is Unit.LB else kg)

    def texts(self, values: Iterable[str | None]) -> list[str]:
        """Write free texts."""
        return [self._text(value) if value else "" for value in values]

    def words(self, values: Iterable[str | None]) -> list[str]:
        """Write our own words, which never need quoting."""
        return [value or "" for value in values]

    def members(self, codes: Integers, members: Sequence[StrEnum]) -> list[str]:
        """Write the enum members that codes stand for; ``NO_MEMBER`` gives an empty cell."""
        words = {code: member.value for code, member in enumerate(members)} | {NO_MEMBER: ""}
        return list(map(words.__getitem__, codes.tolist()))

    def dates(self, dates: Iterable[datetime.date | None]) -> list[str]:
        """Write days."""
        return ["" if date is None else date.isoformat() for date in dates]

    def times(self, instants: Iterable[datetime.datetime | None]) -> list[str]:
        """Write the times of day of instants, in the runner's local time."""
        return ["" if instant is None else f"{instant:%H:%M:%S}" for instant in instants]

    def days(self, numbers: Integers) -> list[str]:
        """Write days given as numbers, see ``columns.day_number``."""
        return list(map(self._day, numbers.tolist()))
