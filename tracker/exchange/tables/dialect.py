"""How numbers, days and texts stand in our own CSV files.

The files open right where they are double-clicked: UTF-8 with a byte-order mark, without which
Excel misreads every letter beyond ASCII; lines end in CR LF, as RFC 4180 has it. Separated by
semicolons, numbers have a decimal comma. Days and times are ISO 8601. An empty cell is unknown.

What was entered is written exactly, with the fewest decimals that come back as the same value;
what is computed from it (system load, e1RM, time under tension, percent, ratios) to two decimals.

A spreadsheet takes a text that begins with ``= + - @``, a tab or a carriage return for a formula.
Such a text gets a leading apostrophe, and so does one that begins with an apostrophe itself, so
that taking one apostrophe away always gives back the text (``restored``).
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
# Signs of formulas, what may hide one, and their full-width forms.
# Source: https://owasp.org/www-community/attacks/CSV_Injection, and ASVS 5.0, 1.2.10.
_FORMULA_STARTS: Final = tuple("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20")
_APOSTROPHE: Final = "'"


class Delimiter(StrEnum):
    """What stands between two cells."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"

    @property
    def character(self) -> str:
        """The character itself."""
        return {Delimiter.COMMA: ",", Delimiter.SEMICOLON: ";", Delimiter.TAB: "\t"}[self]


def neutralised(text: str) -> str:
    """Give the cell of a text, safe from being taken for a formula.

    >>> neutralised("=1+1"), neutralised("'tis"), neutralised("left heel")
    ("'=1+1", "''tis", 'left heel')
    """
    return _APOSTROPHE + text if text.startswith((*_FORMULA_STARTS, _APOSTROPHE)) else text


def restored(cell: str) -> str:
    """Give the text of a cell written by ``neutralised``; others come back as they are.

    >>> restored("'=1+1"), restored("''tis"), restored("'tis")
    ('=1+1', "'tis", "'tis")
    """
    if cell.startswith(_APOSTROPHE) and cell[1:].startswith((*_FORMULA_STARTS, _APOSTROPHE)):
        return cell[1:]
    return cell


def known_or_infinite(values: Floats | Integers) -> list[float]:
    """List a column with infinity for NaN, which no table of texts can look up."""
    known: list[float] = np.where(np.isnan(values), inf, values).tolist()
    return known


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file of ours is written: the unit of its loads, and what stands between its cells."""

    unit: Unit = Unit.KG
    delimiter: Delimiter = Delimiter.COMMA

    def name(self, column: str) -> str:
        """Name a column: in pounds, one that ends in ``_kg`` ends in ``_lb``."""
        return re.sub("_kg$", "_lb", column) if self.unit is Unit.LB else column

    def lines(self, columns: Sequence[Sequence[str]]) -> list[str]:
        """Put the cells of some columns, all of one length, side by side."""
        return list(map(self.delimiter.character.join, zip(*columns, strict=True)))

    def text(self, text: str) -> str:
        """Write a text: safe from being taken for a formula, quoted where it has to be."""
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
        text = repr(value + 0.0).removesuffix(".0")  # no minus before a nought
        return text.replace(".", ",") if self.delimiter is Delimiter.SEMICOLON else text

    def load(self, kg: float) -> str:
        """Write a load that was entered so that it comes back exactly; infinity is unknown."""
        if self.unit is Unit.KG or kg == inf:
            return self.number(kg)
        return self.number(pounds_from_kg(round(kg, KG_DECIMALS)))


class CellWriter:
    """Writes whole columns of values as cells of one file; what is unknown is an empty cell.

    Few values are distinct among many rows: each is put into words once.
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
        """Write loads that were entered, given in kilograms, so that they come back exactly."""
        return list(map(self._load, known_or_infinite(kg)))

    def computed(self, values: Floats) -> list[str]:
        """Write numbers that were computed, rounded."""
        return self.numbers(np.round(values, COMPUTED_DECIMALS))

    def computed_loads(self, kg: Floats) -> list[str]:
        """Write loads that were computed, given in kilograms, rounded."""
        return self.computed(kg / KG_PER_LB if self._unit is Unit.LB else kg)

    def texts(self, values: Iterable[str | None]) -> list[str]:
        """Write free texts."""
        return [self._text(value) if value else "" for value in values]

    def words(self, values: Iterable[str | None]) -> list[str]:
        """Write words of our own, which need no care."""
        return [value or "" for value in values]

    def members(self, codes: Integers, members: Sequence[StrEnum]) -> list[str]:
        """Write the members that codes stand for; ``NO_MEMBER`` is none."""
        words = {code: member.value for code, member in enumerate(members)} | {NO_MEMBER: ""}
        return list(map(words.__getitem__, codes.tolist()))

    def dates(self, dates: Iterable[datetime.date | None]) -> list[str]:
        """Write days."""
        return ["" if date is None else date.isoformat() for date in dates]

    def times(self, instants: Iterable[datetime.datetime | None]) -> list[str]:
        """Write the times of day of instants, as the runner's clock showed them."""
        return ["" if instant is None else f"{instant:%H:%M:%S}" for instant in instants]

    def days(self, numbers: Integers) -> list[str]:
        """Write days that are numbered as ``columns.day_number`` does it."""
        return list(map(self._day, numbers.tolist()))
