"""The numbers a chart draws, as the columns and rows of a table."""

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
    """One series of numbers: a column of the table.

    Args:
        title: Its heading.
        day: Days since 1 January 1970, ascending; a day may have several values.
        value: The numbers, none of them NaN.
        kind: How each is drawn: codes of ``PointKind``.
    """

    title: str
    day: Integers
    value: Floats
    kind: Integers

    @classmethod
    def plain(cls, title: str, day: Integers, value: Floats) -> "Numbers":
        """Make a column of the values that are not NaN, all drawn as full points."""
        known = np.isfinite(value)
        return cls(title, day[known], value[known], np.full(known.sum(), PointKind.FULL))


def numbers_of_curves(curves: Iterable[Curve]) -> list[Numbers]:
    """Return the points, the line and its ± of each curve, without empty columns."""
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
    """Return the weekly values drawn, by their Mondays."""
    weeks = [*bars, *([] if outline is None else [outline])]
    found = [Numbers.plain(each.name, each.day, each.value) for each in weeks]
    if line is not None:
        day = np.floor(line.day).astype(np.int64)
        found.append(Numbers.plain(line.title, day - iso_weekday(day) + 1, line.value))
    return found


def numbers_of_stripes(stripes: Iterable[Stripes]) -> list[Numbers]:
    """Return the values of daily bars."""
    return [Numbers.plain(each.title, each.day, each.height / each.scale) for each in stripes]


@dataclass(frozen=True, slots=True)
class NumbersRow:
    """A row of the table.

    Args:
        day: Days since 1 January 1970.
        cells: The value in each column and how it is drawn; None if there is none.
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
    """Put columns side by side, oldest day first; a day with several values has several rows.

    Args:
        columns: The columns.
        first: The first day.
        last: The last day.
        are_weeks: Whether a day stands for the week it begins, which counts if any of it is in
            range.
        also: Days that get a row even without a value.
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
