"""The difference of the legs at any day: its figure, a point or a bound, and its one ±."""

from dataclasses import dataclass
from enum import StrEnum
from math import floor, isfinite
from typing import Any, Final

import numpy as np

from tracker.domain.columns import Floats, Integers, Truths
from tracker.domain.exercise import Side
from tracker.domain.scatter import limit_of_median
from tracker.domain.windows import Windows

PAIRS_A_WEEK: Final = 2  # more of one week tell little more: there are good and bad weeks


class Source(StrEnum):
    """Which pairs a figure is made of."""

    PAIRS = "pairs"  # all of them
    TESTS = "tests"  # those of two strength tests


@dataclass(frozen=True, slots=True)
class Difference:
    """The difference of the legs at one day.

    Args:
        low: Median of the lower bounds, signed, right stronger is > 0; -inf where there is none.
        high: Median of the upper bounds; inf where there is none.
        value: Their middle, or the one that there is; NaN where there is neither.
        plus_minus: Within what ``value`` would stay, 95 times in 100; NaN likewise.
        pairs: How many pairs it is the figure of.
        weeks: Of how many different weeks.
        source: Of which pairs.
    """

    low: float
    high: float
    value: float
    plus_minus: float
    pairs: int
    weeks: int
    source: Source

    @property
    def is_point(self) -> bool:
        """Whether it is a point rather than a bound."""
        return isfinite(self.low) and isfinite(self.high)

    @property
    def size(self) -> float:
        """What is banded, to one decimal: of a bound the bound itself, which may be below 0."""
        return float(size_of(self.low, self.high, self.value))

    @property
    def plus_minus_shown(self) -> int:
        """The ± as it is shown, at least 1."""
        return shown_plus_minus(self.plus_minus)

    @property
    def stronger(self) -> Side:
        """The stronger leg; of a bound, the leg that is at least so much stronger."""
        right = self.value > 0 if self.is_point else isfinite(self.low)
        return Side.RIGHT if right else Side.LEFT


def shown_plus_minus(plus_minus: float) -> int:
    """Give a ± as it is shown and compared: whole, half a point up, at least 1.

    >>> shown_plus_minus(0.2), shown_plus_minus(4.5)
    (1, 5)
    """
    return max(floor(plus_minus + 0.5), 1)


def size_of(low: Any, high: Any, value: Any) -> Any:
    """Give the size that puts figures into bands, to one decimal, halves up; floats or arrays."""
    point = np.isfinite(low) & np.isfinite(high)
    size = np.where(point, np.abs(value), np.where(np.isfinite(low), low, -np.asarray(high)))
    # The last digits of binary fractions must not decide.
    return np.floor(size * 10 + 0.5 + 1e-9) / 10


@dataclass(frozen=True, slots=True)
class Differences:
    """The difference at several days; every array has one element a day asked.

    Args:
        at: The days.
        windows: The places of the pairs that count.
        weeks: Of how many different weeks they are.
        is_unvarying: Whether their training was noted as planned, not measured: no figure.
        deviation: Standard deviation of one difference, in points.
        low: Median of the lower bounds, signed; -inf where there is none, NaN without a figure.
        high: Median of the upper bounds; inf where there is none, NaN without a figure.
        value: The figures, signed: points and bounds; NaN where unknown.
        reading: How far another formula, or one repetition misjudged, would move each.
        source: Of which pairs.
    """

    at: Integers
    windows: Windows
    weeks: Integers
    is_unvarying: Truths
    deviation: Floats
    low: Floats
    high: Floats
    value: Floats
    reading: Floats
    source: Source

    def __len__(self) -> int:
        return len(self.at)

    @property
    def is_point(self) -> Truths:
        """Whether each figure is a point."""
        return np.isfinite(self.low) & np.isfinite(self.high)

    @property
    def half_gap(self) -> Floats:
        """Half of what lies between the bounds of a point, 0 elsewhere."""
        gap = np.zeros(len(self))
        np.subtract(self.high, self.low, out=gap, where=self.is_point)
        return gap / 2

    @property
    def repeats(self) -> Floats:
        """Within what the medians would stay if the weeks were repeated; NaN of no pairs."""
        count = np.minimum(self.windows.size, PAIRS_A_WEEK * self.weeks)
        limit: Floats = limit_of_median(self.deviation, np.where(count, count, np.nan))
        return limit

    @property
    def plus_minus(self) -> Floats:
        """The ± of the figures, in points; NaN where unknown."""
        limit: Floats = np.hypot(self.repeats, self.reading) + self.half_gap
        return limit


def limb_symmetry_index(difference: float, involved: Side | None = None) -> float:
    """Give the limb symmetry index that a difference amounts to, in percent.

    Args:
        difference: Signed, in percent of the stronger leg, right stronger is > 0.
        involved: The injured or weaker leg; None where there is none.

    Returns:
        The involved leg in percent of the other, which may pass 100; without one the weaker in
        percent of the stronger.

    >>> limb_symmetry_index(20.0), limb_symmetry_index(20.0, Side.RIGHT)
    (80.0, 125.0)
    """
    weaker = 100 - abs(difference)
    stronger = Side.RIGHT if difference > 0 else Side.LEFT
    return 10_000 / weaker if difference and involved is stronger else weaker
