"""The pairs of one exercise, and the left/right differences made from them at any day."""

from math import hypot
from typing import Final

import numpy as np

from tracker.domain.columns import Floats, Integers, Truths
from tracker.domain.difference import PAIRS_A_WEEK, Differences, Source
from tracker.domain.kept import KeptFigures, unchanged
from tracker.domain.one_rep_max import Formula
from tracker.domain.pairs import Pairs, differences
from tracker.domain.scatter import deviations_at, limit_of_median
from tracker.domain.windows import (
    FEWEST,
    FULL,
    Windows,
    blocks,
    medians,
    weeks_of,
    windows_at,
)

# Standard deviation of one difference assumed for a new log, in points: sqrt(2) times 4.2 %, the
# median coefficient of variation of tests of the 1RM (Grgic 2020, PMC7367986).
START_POINTS: Final = 6.0
# Training pairs this close to their median were noted as planned rather than measured.
ALIKE_POINTS: Final = 0.25
ALIKE_SHARE: Final = 0.8
# Rows of what is cached for each window.
_LOW, _HIGH, _VALUE, _READING, _IS_UNVARYING, _WEEKS = range(6)


class JudgedPairs:
    """Pairs of one exercise, and the left/right differences made from them.

    Args:
        pairs: All pairs, or only those of two strength tests.
        formula: The formula for the estimates.
        source: Which of the two ``pairs`` are.
        before: The same before a few days changed, by the same formula; unchanged results are
            reused.
    """

    def __init__(
        self, pairs: Pairs, formula: Formula, source: Source, before: "JudgedPairs | None" = None
    ) -> None:
        self.pairs, self.source = pairs, source
        self.told: Floats = np.vstack(
            (
                pairs.day,
                pairs.is_at_least.T,
                pairs.is_test.T,
                pairs.system_kg.T,
                pairs.reps_to_failure.T,
            )
        )
        self._known = np.flatnonzero(pairs.are_known)
        self.kept: KeptFigures | None = None
        if before is None:
            self.readings = differences(pairs, formula)
            return
        same = unchanged(before.told, self.told)
        fresh = differences(pairs.rows(same.between), formula)
        self.readings = same.spliced(before.readings, fresh)
        if before.kept is not None:
            self.kept = before.kept.amended(pairs.day, same, self._of_own_days)

    @property
    def percent(self) -> Floats:
        """Signed difference of each pair in percent; for a one-sided pair that of its bound."""
        by_formula: Floats = self.readings[0]
        return by_formula

    def own_days(self) -> Differences:
        """Return the difference at each pair's own day; intermediate results are cached."""
        if self.kept is None:
            self.kept = KeptFigures.of(self.pairs.day, self._of_own_days)
        return self._figures(self.pairs.day, self.kept.windows, self.kept.found)

    def at(self, days: Integers) -> Differences:
        """Return the difference at some days, in any order, each from the pairs up to that day."""
        windows = windows_at(self.pairs.day, days)
        # Many days share a window, above all with the few pairs of tests.
        code = windows.first * (len(self.pairs) + 1) + windows.end
        _, once, which = np.unique(code, return_index=True, return_inverse=True)
        found = self._of_windows(windows.some(once))[:, which]
        weeks = weeks_of(self.pairs.day, windows, days)
        return self._figures(days, windows, np.vstack((found, weeks)))

    def change(self, then: int, now: int) -> tuple[float, float] | None:
        """Return how the difference changed between two days, and the ± of that, in points.

        The scatter known at the later day is used for both.

        Returns:
            None if either difference is a bound, or if both are based on a common pair.
        """
        days = np.array([then, now])
        figures = self.at(days)
        windows = figures.windows
        if not figures.is_point.all() or windows.end[0] > windows.first[1]:
            return None
        middles = _middle(*self._bounds(windows))
        readings = middles[:, 1] - middles[:, 0]
        change = float(readings[0])
        count = np.minimum(windows.size, PAIRS_A_WEEK * figures.weeks)
        repeats = hypot(*limit_of_median(figures.deviation[1], count))
        limit = hypot(repeats, float(np.abs(readings - change).max()))
        return change, limit + float(figures.half_gap.sum())

    def _figures(self, at: Integers, windows: Windows, found: Floats) -> Differences:
        is_unvarying = found[_IS_UNVARYING] == 1
        none = (windows.size < FEWEST) | is_unvarying
        low, high, value = np.where(none, np.nan, found[[_LOW, _HIGH, _VALUE]])
        day, percent = self.pairs.day[self._known], self.percent[self._known]
        return Differences(
            at,
            windows,
            found[_WEEKS].astype(np.int64),
            is_unvarying,
            deviations_at(day, percent, at, START_POINTS),
            low,
            high,
            value,
            found[_READING],
            self.source,
        )

    def _of_own_days(self, windows: Windows) -> Floats:
        weeks = weeks_of(self.pairs.day, windows, self.pairs.day[windows.end - 1])
        return np.vstack((self._of_windows(windows), weeks))

    def _of_windows(self, windows: Windows) -> Floats:
        """Work out everything cached for windows except the weeks."""
        low, high = self._bounds(windows)
        middle = _middle(low, high)
        reading = np.abs(middle - middle[0]).max(axis=0)
        return np.stack((low[0], high[0], middle[0], reading, self._is_unvarying(windows)))

    def _bounds(self, windows: Windows) -> tuple[Floats, Floats]:
        """Return the medians of the lower and of the upper bounds, by every reading."""
        left, right = self.pairs.is_at_least.T
        # Most windows hold no one-sided pair, so both medians are the same.
        bounded = np.flatnonzero(windows.sums(left | right))
        if not len(bounded):
            low = medians(self.readings, windows)
            return low, low
        low = medians(np.where(left, -np.inf, self.readings), windows)
        high = low.copy()
        upper = np.where(right, np.inf, self.readings)
        high[:, bounded] = medians(upper, windows.some(bounded))
        return low, high

    def _is_unvarying(self, windows: Windows) -> Truths:
        """Find windows of at least six training pairs of which four in five are known and alike."""
        trained = ~self.pairs.of_tests
        measured = trained & self.pairs.are_known
        number, known = windows.sums(trained), windows.sums(measured)
        asked = (number >= FULL) & (known >= ALIKE_SHARE * number)
        some = windows.some(asked)
        value = np.where(measured, self.percent, np.inf)
        middle = medians(value[np.newaxis], some, known[asked])[0]
        alike = np.zeros(len(some), np.int64)
        for which, places in blocks(some):
            near = np.abs(value[places] - middle[which, np.newaxis]) <= ALIKE_POINTS
            alike[which] = near.sum(axis=1)
        unvarying = np.zeros(len(windows), np.bool_)
        unvarying[asked] = alike >= ALIKE_SHARE * number[asked]
        return unvarying


def _middle(low: Floats, high: Floats) -> Floats:
    """Return the middle of two bounds, the only bound, or NaN if there is neither."""
    has_low, has_high = np.isfinite(low), np.isfinite(high)
    both = has_low & has_high
    middle = np.where(has_low, low, np.where(has_high, high, np.nan))
    middle[both] = (low[both] + high[both]) / 2
    return middle
