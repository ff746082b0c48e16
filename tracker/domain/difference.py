"""The left/right difference on a day: a point or a bound, and its margin of error (±)."""

from dataclasses import dataclass
from enum import StrEnum
from math import floor, isfinite
from typing import Any, Final

import numpy as np

from tracker.domain.columns import Floats, Integers, Truths
from tracker.domain.exercise import Side
from tracker.domain.scatter import limit_of_median
from tracker.domain.windows import Windows

PAIRS_A_WEEK: Final = 2  # more in one week add little, because weeks differ as a whole


class Source(StrEnum):
    """Which pairs a difference is based on."""

    PAIRS = "pairs"  # all pairs
    TESTS = "tests"  # pairs of two strength tests


@dataclass(frozen=True, slots=True)
class Difference:
    """The left/right difference on one day, in percent of the stronger leg; right stronger is > 0.

    Args:
        low: Median of the lower bounds, signed; -inf if there is none.
        high: Median of the upper bounds, signed; inf if there is none.
        value: The middle of both bounds, or the only bound; NaN if there is neither.
        plus_minus: Margin of error of ``value`` (95 %), in points; NaN if there is no value.
        pairs: How many pairs it is based on.
        weeks: In how many different weeks they lie.
        source: Which pairs the value is based on.
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
        """The size used to pick a band, to one decimal; for a bound the bound, maybe below 0."""
        return float(size_of(self.low, self.high, self.value))

    @property
    def plus_minus_shown(self) -> int:
        """The ± as displayed: a whole number, at least 1."""
        return shown_plus_minus(self.plus_minus)

    @property
    def stronger(self) -> Side:
        """The stronger leg; for a bound, the leg that is stronger by at least that much."""
        right = self.value > 0 if self.is_point else isfinite(self.low)
        return Side.RIGHT if right else Side.LEFT


def shown_plus_minus(plus_minus: float) -> int:
    """Round a ± as it is displayed and compared: to a whole number, halves up, at least 1.

    >>> shown_plus_minus(0.2), shown_plus_minus(4.5)
    (1, 5)
    """
    return max(floor(plus_minus + 0.5), 1)


def size_of(low: Any, high: Any, value: Any) -> Any:
    """Return the size used to pick a band, to one decimal, halves up; for floats or arrays."""
    point = np.isfinite(low) & np.isfinite(high)
    size = np.where(point, np.abs(value), np.where(np.isfinite(low), low, -np.asarray(high)))
    # The small addend keeps binary rounding errors from deciding.
    return np.floor(size * 10 + 0.5 + 1e-9) / 10


@dataclass(frozen=True, slots=True)
class Differences:
    """Differences at several days; every array has one element per day asked for.

    Args:
        at: The days.
        windows: The indices of the pairs that count.
        weeks: In how many different weeks those pairs lie.
        is_unvarying: Whether loads seem noted as planned rather than measured; then there is no
            value.
        deviation: Standard deviation of one difference, in points.
        low: Median of the lower bounds, signed; -inf where there is none, NaN where there is no
            value.
        high: Median of the upper bounds; inf where there is none, NaN where there is no value.
        value: The differences, signed: points or bounds; NaN where unknown.
        reading: How far another formula, or one misjudged repetition, would move each value, in
            points.
        source: Which pairs the value is based on.
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
        """Whether each value is a point rather than a bound."""
        return np.isfinite(self.low) & np.isfinite(self.high)

    @property
    def half_gap(self) -> Floats:
        """Half the distance between the two bounds of a point, 0 elsewhere."""
        gap = np.zeros(len(self))
        np.subtract(self.high, self.low, out=gap, where=self.is_point)
        return gap / 2

    @property
    def repeats(self) -> Floats:
        """Margin of error of the medians (95 %) if the weeks were repeated; NaN without pairs."""
        count = np.minimum(self.windows.size, PAIRS_A_WEEK * self.weeks)
        limit: Floats = limit_of_median(self.deviation, np.where(count, count, np.nan))
        return limit

    @property
    def plus_minus(self) -> Floats:
        """Margin of error of the values, in points; NaN where unknown."""
        limit: Floats = np.hypot(self.repeats, self.reading) + self.half_gap
        return limit


def limb_symmetry_index(difference: float, involved: Side | None = None) -> float:
    """Convert a left/right difference to a limb symmetry index, in percent.

    Args:
        difference: Signed, in percent of the stronger leg; positive if the right is stronger.
        involved: The injured or weaker leg; None if there is none.

    Returns:
        The involved leg in percent of the other, which may exceed 100; without an involved leg, the
        weaker in percent of the stronger.

    >>> limb_symmetry_index(20.0), limb_symmetry_index(20.0, Side.RIGHT)
    (80.0, 125.0)
    """
    weaker = 100 - abs(difference)
    stronger = Side.RIGHT if difference > 0 else Side.LEFT
    return 10_000 / weaker if difference and involved is stronger else weaker
