"""The numbers that a chart draws, as the columns and rows of a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from tracker.domain.columns import Floats, Integers, iso_weekday
from tracker.domain.week import DAYS_A_WEEK
from tracker.ui.charts.series import Bars, Curve, PointKind, Stripes, ThinLine

PLUS_MINUS: Final = "±"


@dataclass(frozen=True, slots=True)
class Numbers:
    """One series of numbers, a column of the table.

    Args:
        title: Its heading.
        day: Days since 1 January 1970, ascending; a day may have several values.
        value: The numbers, none of them NaN.
        kind: How each is drawn: codes, see ``PointKind``.
    """

    title: str
    day: Integers
    value: Floats
    kind: Integers

    @classmethod
    def plain(cls, title: str, day: Integers, value: Floats) -> "Numbers":
        """Take the values that are known, of which nothing is doubtful."""
        known = np.isfinite(value)
        return cls(title, day[known], value[known], np.full(known.sum(), PointKind.FULL))


def numbers_of_curves(curves: Iterable[Curve]) -> list[Numbers]:
    """Give the points, the line and its ± of each curve, those that there are."""
    found: list[Numbers] = []
    for curve in curves:
        points, line = curve.points, curve.line
        found.append(Numbers(curve.title, points.day, points.value, points.kind))
        title = f"{curve.line_title or curve.title}, {PLUS_MINUS}"
        if curve.line_title:
            told = np.isfinite(line.height)
            kind = np.where(line.is_bound[told], PointKind.AT_LEAST, PointKind.FULL)
            found.append(Numbers(curve.line_title, line.day[told], line.height[told], kind))
        found.append(Numbers.plain(title, line.day, line.plus_minus))
    return [each for each in found if len(each.day)]


def numbers_of_weeks(
    bars: Sequence[Bars], outline: Bars | None, line: ThinLine | None
) -> list[Numbers]:
    """Give what is drawn of weeks, by their Mondays."""
    weeks = [*bars, *([] if outline is None else [outline])]
    found = [Numbers.plain(each.name, each.day, each.value) for each in weeks]
    if line is not None:
        day = np.floor(line.day).astype(np.int64)
        found.append(Numbers.plain(line.title, day - iso_weekday(day) + 1, line.value))
    return found


def numbers_of_stripes(stripes: Iterable[Stripes]) -> list[Numbers]:
    """Give the values that bars of single days stand for."""
    return [Numbers.plain(each.title, each.day, each.height / each.scale) for each in stripes]


@dataclass(frozen=True, slots=True)
class NumbersRow:
    """A row of the table.

    Args:
        day: Days since 1 January 1970.
        cells: The value of each column and how it is drawn; None where there is none.
    """

    day: int
    cells: tuple[tuple[float, PointKind] | None, ...]


def numbers_rows(
    columns: Sequence[Numbers],
    first: float,
    last: float,
    *,
    are_weeks: bool,
    also: Iterable[int] = (),
) -> list[NumbersRow]:
    """Put columns side by side, the oldest day first; a day has as many rows as it takes.

    Args:
        columns: The columns.
        first: The first day.
        last: The last one.
        are_weeks: Whether a day stands for the week that it begins, of which a part will do.
        also: Days that have a row, whether there is a value or not.
    """
    begin = first - DAYS_A_WEEK if are_weeks else first
    rows: dict[tuple[int, int], list[tuple[float, PointKind] | None]] = {
        (day, 0): [None] * len(columns) for day in also
    }
    for place, column in enumerate(columns):
        before, times = None, 0
        seen = slice(*np.searchsorted(column.day, (begin, np.nextafter(last, np.inf))))
        for day, value, kind in zip(
            *(each[seen].tolist() for each in (column.day, column.value, column.kind)), strict=True
        ):
            times = times + 1 if day == before else 0
            before = day
            row = rows.setdefault((day, times), [None] * len(columns))
            row[place] = (value, PointKind(kind))
    return [NumbersRow(day, tuple(rows[day, times])) for day, times in sorted(rows)]
