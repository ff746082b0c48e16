"""Our own CSV files: how numbers and texts stand in them, and ``sets.csv``.

The files open right where they are double-clicked: UTF-8 with a byte-order mark, without which
Excel misreads every letter beyond ASCII; lines end in CR LF, as RFC 4180 has it. Separated by
semicolons, numbers have a decimal comma. Days and times are ISO 8601. An empty cell is unknown.

What was entered is written exactly, with the fewest decimals that come back as the same value;
what is computed from it (system load, e1RM, time under tension, percent, ratios) to two decimals.

A spreadsheet takes a text that begins with ``= + - @``, a tab or a carriage return for a formula.
Such a text gets a leading apostrophe, and so does one that begins with an apostrophe itself, so
that taking one apostrophe away always gives back the text (``restored``).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import inf
from typing import Final, TextIO

import numpy as np

from tracker.domain.columns import (
    EXERCISES,
    SET_TYPES,
    SIDES,
    Floats,
    SetRecords,
    day_of_number,
)
from tracker.domain.load import KG_DECIMALS, KG_PER_LB, Unit, pounds_from_kg, time_under_tension_s
from tracker.domain.one_rep_max import Formula, confidence_of
from tracker.domain.session import SetType

ENCODING: Final = "utf-8-sig"
LINE_END: Final = "\r\n"
SETS_COLUMNS: Final = (
    "session_id",
    "date",
    "time",
    "exercise",
    "side",
    "set_no",
    "set_type",
    "reps",
    "external_kg",
    "bodyweight_kg",
    "system_kg",
    "rir",
    "to_failure",
    "tempo_raise_s",
    "tempo_top_s",
    "tempo_lower_s",
    "tempo_bottom_s",
    "tut_s",
    "rest_s",
    "equipment",
    "pain_during",
    "e1rm_kg",
    "e1rm_formula",
    "e1rm_confidence",
    "notes",
)
# Lines made and written between two reports of progress: about 20 ms of work.
LINES_A_STEP = 2_000
DERIVED_DECIMALS = 2
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
_APOSTROPHE: Final = "'"

# The fraction done after these lines, and the lines without their ends.
Step = tuple[float, list[str]]


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


def known_or_infinite(column: Floats) -> list[float]:
    """List a column with infinity for NaN, which no table of texts can look up."""
    values: list[float] = np.where(np.isnan(column), inf, column).tolist()
    return values


@dataclass(frozen=True, slots=True)
class Shape:
    """How a file of ours is written: the unit of its loads, and what stands between its cells."""

    unit: Unit = Unit.KG
    delimiter: Delimiter = Delimiter.COMMA

    def name(self, column: str) -> str:
        """Name a column: in pounds, one that ends in ``_kg`` ends in ``_lb``."""
        return re.sub("_kg$", "_lb", column) if self.unit is Unit.LB else column

    def header(self, columns: Sequence[str]) -> str:
        """Write the line that names the columns."""
        return self.delimiter.character.join(map(self.name, columns))

    def text(self, text: str) -> str:
        """Write a text: safe from being taken for a formula, quoted where it has to be."""
        cell = neutralised(text)
        if '"' in cell or self.delimiter.character in cell or "\n" in cell or "\r" in cell:
            return '"' + cell.replace('"', '""') + '"'
        return cell

    def lines(self, columns: Sequence[Sequence[str]]) -> list[str]:
        """Put the columns of some rows, all of one length, side by side."""
        return list(map(self.delimiter.character.join, zip(*columns, strict=True)))

    def number(self, value: float | None) -> str:
        """Write a number exactly; None and infinity are unknown.

        >>> Shape().number(62.5), Shape(delimiter=Delimiter.SEMICOLON).number(8.0)
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

    def derived(self, column: Floats) -> list[float]:
        """Round a computed column for writing; infinity is unknown."""
        return known_or_infinite(np.round(column, DERIVED_DECIMALS))

    def derived_load(self, column_kg: Floats) -> list[float]:
        """Convert and round a computed column of loads for writing; infinity is unknown."""
        return self.derived(column_kg / KG_PER_LB if self.unit is Unit.LB else column_kg)


def sets_steps(records: SetRecords, formula: Formula, shape: Shape) -> Iterator[Step]:
    """Make the lines of ``sets.csv``, some thousand at a time.

    Args:
        records: The sets, in the order in which they are to stand.
        formula: Of the estimated one-repetition maximum.
        shape: How numbers are written.

    Yields:
        The fraction done after these lines, and the lines.
    """
    sets = records.sets
    one_rep_max_kg = sets.one_rep_max_kg(formula)
    is_estimated = ~np.isnan(one_rep_max_kg)
    to_failure = (sets.set_type == SET_TYPES.index(SetType.TEST)) | (sets.rir == 0)
    under_tension_s = time_under_tension_s(sets.reps, records.tempo_s.sum(axis=1))

    # Few values are distinct among many sets: each is put into words once.
    day, number, load, text = (
        cache(lambda value: day_of_number(value).isoformat()),
        cache(shape.number),
        cache(shape.load),
        cache(shape.text),
    )
    confidence = cache(
        lambda reps, rir: confidence_of(reps, None if rir == inf else rir).value,
    )
    exercises, sides, types = (
        [str(member) for member in kind] for kind in (EXERCISES, SIDES, SET_TYPES)
    )
    count = len(sets)
    for first in range(0, count, LINES_A_STEP):
        part = slice(first, first + LINES_A_STEP)
        reps, rir = sets.reps[part].tolist(), known_or_infinite(sets.rir[part])
        estimated = is_estimated[part].tolist()
        columns: list[list[str]] = [
            [text(id_) for id_ in records.session_id[part]],
            list(map(day, sets.day[part].tolist())),
            [time or "" for time in records.time[part]],
            [exercises[code] for code in sets.exercise[part].tolist()],
            [sides[code] for code in sets.side[part].tolist()],
            list(map(str, sets.set_no[part].tolist())),
            [types[code] for code in sets.set_type[part].tolist()],
            list(map(number, reps)),
            list(map(load, sets.external_kg[part].tolist())),
            list(map(load, known_or_infinite(sets.bodyweight_kg[part]))),
            list(map(number, shape.derived_load(sets.system_kg[part]))),
            list(map(number, rir)),
            ["1" if failed else "0" for failed in to_failure[part].tolist()],
            *(
                list(map(number, known_or_infinite(records.tempo_s[part, phase])))
                for phase in range(4)
            ),
            list(map(number, shape.derived(under_tension_s[part]))),
            list(map(number, records.rest_s[part])),
            [text(name) if name else "" for name in records.equipment[part]],
            ["" if pain is None else str(pain) for pain in records.pain_during[part]],
            list(map(number, shape.derived_load(one_rep_max_kg[part]))),
            [formula.value if known else "" for known in estimated],
            [
                confidence(*given) if known else ""
                for known, given in zip(estimated, zip(reps, rir, strict=True), strict=True)
            ],
            list(map(text, records.note[part])),
        ]
        yield min(first + LINES_A_STEP, count) / count, shape.lines(columns)


def writing_lines(
    file: TextIO, columns: Sequence[str], steps: Iterator[Step], shape: Shape
) -> Iterator[float]:
    """Write a table of ours into an open file: the header, then line by line.

    Yields:
        The fraction done, 0 to 1.
    """
    file.write(shape.header(columns) + LINE_END)
    for fraction, lines in steps:
        file.write(LINE_END.join(lines) + LINE_END)
        yield fraction


def steps_of(columns: Sequence[Sequence[str]], shape: Shape) -> Iterator[Step]:
    """Part the columns of a small table, all of one length, into steps."""
    yield from steps_of_lines(shape.lines(columns))


def steps_of_lines(lines: list[str]) -> Iterator[Step]:
    """Part the lines of a small table into steps."""
    for first in range(0, len(lines), LINES_A_STEP):
        part = lines[first : first + LINES_A_STEP]
        yield (first + len(part)) / len(lines), part


def preview(
    columns: Sequence[str], steps: Iterator[Step], shape: Shape, most_lines: int
) -> list[str]:
    """Give the first lines of a table as they would stand in its file, the header first.

    Args:
        columns: Names of the columns in kilograms.
        steps: The lines, in parts; no more are made than are shown.
        shape: How it is written.
        most_lines: Lines below the header at most.
    """
    shown = [shape.header(columns)]
    for _, lines in steps:
        shown += lines[: most_lines + 1 - len(shown)]
        if len(shown) > most_lines:
            break
    return shown
