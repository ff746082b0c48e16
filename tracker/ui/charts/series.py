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


@dataclass(frozen=True, slots=True)
class Bars:
    """One bar a week: its Monday, in days since 1 January 1970, and its height."""

    name: str
    role: str
    day: Integers
    value: Floats


def is_same(one: Curve | Bars, other: Curve | Bars) -> bool:
    return type(one) is type(other) and all(
        np.array_equal(getattr(one, name), getattr(other, name))
        if isinstance(getattr(one, name), np.ndarray)
        else getattr(one, name) == getattr(other, name) or getattr(one, name) != getattr(one, name)
        for name in one.__slots__
    )
