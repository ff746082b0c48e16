"""What a chart can show: daily curves and weekly bars, as plain values."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple

import numpy as np

from tracker.domain.columns import Floats, Integers, Truths


class PointKind(IntEnum):
    """How a point is drawn; the codes in ``Points.kind``."""

    FULL = 0
    TEST = 1  # a diamond
    AT_LEAST = 2  # hollow, an arrow up
    AT_MOST = 3  # hollow, an arrow down
    SMALL = 4  # small and hollow


class Spell(NamedTuple):
    """The days of an event, both ends included, as days since 1 January 1970."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Points:
    """Values of single days.

    Args:
        day: Days since 1 January 1970, ascending.
        value: The values, none of them NaN.
        kind: How each is drawn: codes of ``PointKind``.
    """

    day: Integers
    value: Floats
    kind: Integers

    @classmethod
    def full(cls, day: Integers, value: Floats) -> "Points":
        """Make points that are all drawn full."""
        return cls(day, value, np.full(len(day), PointKind.FULL))


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and the band of its ± around it.

    Args:
        day: Days since 1 January 1970, ascending.
        height: The line; NaN where there is none.
        plus_minus: Half the height of the band; NaN for none.
        is_bound: Whether each height is only a bound; the line to it is dotted.
        begins: Whether a new piece of the line starts at each day.
    """

    day: Integers
    height: Floats
    plus_minus: Floats
    is_bound: Truths
    begins: Truths

    @classmethod
    def plain(cls, day: Integers, height: Floats) -> "Line":
        """Make a line without bounds and without ±."""
        no = np.zeros(len(day), np.bool_)
        return cls(day, height, np.full(len(day), np.nan), no, no)


@dataclass(frozen=True, slots=True)
class Curve:
    """Points of single days and the line that belongs to them.

    Args:
        name: Written beside the line's end.
        role: The field of ``Colours`` with its colour.
        points: The points.
        line: The line.
        symbol: Of the points: "o" circle, "t1" triangle, "s" square.
        is_dashed: Whether the line is dashed.
        dash: Lengths of dashes and gaps, in line widths; replaces ``is_dashed``.
        title: The heading of its points in the chart's table.
        line_title: The heading of its line there; blank for a line whose heights are its points.
        is_measured: Whether the points matter most, and must not fade behind the line.
    """

    name: str
    role: str
    points: Points
    line: Line
    symbol: str = "o"
    is_dashed: bool = False
    dash: tuple[float, ...] = ()
    title: str = ""
    line_title: str = ""
    is_measured: bool = False

    @property
    def key(self) -> str:
        """What distinguishes this curve from the others of its chart."""
        return self.name + self.role + " ".join(map(str, self.dash))


@dataclass(frozen=True, slots=True)
class Bars:
    """One bar per week: its Monday, in days since 1 January 1970, and its height."""

    name: str
    role: str
    day: Integers
    value: Floats


@dataclass(frozen=True, slots=True)
class ThinLine:
    """A thin line with its own scale starting at 0, one point per week.

    Args:
        role: The field of ``Colours`` with its colour.
        day: Days since 1 January 1970, may be fractional, ascending.
        value: Its heights, 0 or more.
        unit: Written after the numbers of its scale.
        title: Its heading in the chart's table.
    """

    role: str
    day: Floats
    value: Floats
    unit: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Stripes:
    """Thin bars of single days, all from one base, upward or downward.

    Args:
        role: The field of ``Colours`` with their colour.
        day: Days since 1 January 1970.
        base: Where they start on the value axis.
        height: Their length from there; < 0 for downward.
        scale: The length of a value of 1; < 0 if they go downward.
        title: The heading of their values in the chart's table.
    """

    role: str
    day: Integers
    base: float
    height: Floats
    scale: float = 1.0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Tint:
    """A tinted range of values: its bounds, the field of ``Colours``, and its opacity of 255."""

    lowest: float
    highest: float
    role: str
    opacity: int


Shown = Points | Line | Curve | Bars | ThinLine | Stripes


def is_same(one: Shown, other: Shown) -> bool:
    """Tell whether two would look the same."""
    return type(one) is type(other) and all(
        _is_same_value(getattr(one, name), getattr(other, name)) for name in one.__slots__
    )


def _is_same_value(one: Any, other: Any) -> bool:
    if isinstance(one, np.ndarray):
        return np.array_equal(one, other, equal_nan=True)
    return is_same(one, other) if isinstance(one, Points | Line) else bool(one == other)
