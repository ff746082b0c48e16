"""What a chart can show: curves of days and bars of weeks, as plain values."""

from dataclasses import dataclass

import numpy as np

from tracker.domain.columns import Floats, Integers, Truths


@dataclass(frozen=True, slots=True)
class Curve:
    """Points of single days and the line through them.

    Args:
        name: Written beside the line's end.
        role: Name of its colour in ``Colours``.
        day: Days since 1 January 1970, ascending.
        value: The points.
        smoothed: The line.
        doubtful: Points drawn hollow.
        symbol: "o" circle, "t1" triangle, "s" square.
        is_dashed: Whether the line is dashed.
        noise: Half the height of the veil about the line; NaN for none.
        dash: Lengths of dashes and gaps in widths of the line, in place of ``is_dashed``.
        longest_bridge_days: A line over a longer break would claim what nobody measured.
    """

    name: str
    role: str
    day: Integers
    value: Floats
    smoothed: Floats
    doubtful: Truths
    symbol: str = "o"
    is_dashed: bool = False
    noise: float = float("nan")
    dash: tuple[float, ...] = ()
    longest_bridge_days: int = 42

    @property
    def key(self) -> str:
        """What tells this curve from the others of its chart."""
        return self.name + self.role + " ".join(map(str, self.dash))


@dataclass(frozen=True, slots=True)
class Bars:
    """One bar a week: its Monday, in days since 1 January 1970, and its height."""

    name: str
    role: str
    day: Integers
    value: Floats


@dataclass(frozen=True, slots=True)
class ThinLine:
    """A thin line on a scale of its own, from nought, with a place a week.

    Args:
        role: Name of its colour in ``Colours``.
        day: Days since 1 January 1970, parts of days too, ascending.
        value: Its heights, 0 or more.
        unit: Stands behind the numbers of its scale.
    """

    role: str
    day: Floats
    value: Floats
    unit: str


@dataclass(frozen=True, slots=True)
class Stripes:
    """Thin bars of single days, all from one base, upward or downward.

    Args:
        role: Name of their colour in ``Colours``.
        day: Days since 1 January 1970.
        base: Where on the value axis they begin.
        height: How far they reach from there; downward if < 0.
    """

    role: str
    day: Integers
    base: float
    height: Floats


@dataclass(frozen=True, slots=True)
class Tint:
    """A range of values that is tinted: its bounds, its colour's role, and its opacity of 255."""

    lowest: float
    highest: float
    role: str
    opacity: int


def is_same(
    one: Curve | Bars | ThinLine | Stripes, other: Curve | Bars | ThinLine | Stripes
) -> bool:
    return type(one) is type(other) and all(
        np.array_equal(getattr(one, name), getattr(other, name))
        if isinstance(getattr(one, name), np.ndarray)
        else getattr(one, name) == getattr(other, name) or getattr(one, name) != getattr(one, name)
        for name in one.__slots__
    )
