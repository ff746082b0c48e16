"""The pairs of one exercise, and the figures made of them at their own days or any other."""

from typing import Final

import numpy as np

from tracker.domain.columns import Floats, Integers, Truths
from tracker.domain.difference import Differences, Source
from tracker.domain.one_rep_max import Formula
from tracker.domain.pairs import Pairs, differences
from tracker.domain.scatter import deviations_at
from tracker.domain.windows import (
    FEWEST,
    FULL,
    Kept,
    Windows,
    blocks,
    keep,
    medians,
    weeks_of,
    windows_at,
)

# Standard deviation of one difference that a new log begins with, in points: sqrt(2) times 4.2 %,
# the median coefficient of variation of tests of the 1RM (Grgic 2020, PMC7367986).
START_POINTS: Final = 6.0
# Pairs of training so near their median were noted as planned, not measured.
ALIKE_POINTS: Final = 0.25
ALIKE_SHARE: Final = 0.8
# Rows of what is worked out of: the day, eight readings, which leg is bounded, whether tests.
_READINGS: Final = slice(1, 9)
_LEFT_AT_LEAST, _RIGHT_AT_LEAST, _OF_TESTS = 9, 10, 11
# Rows of what comes of it: medians of the lows and of the highs by every reading, whether alike.
_LOWS, _HIGHS, _IS_UNVARYING = slice(0, 8), slice(8, 16), 16


class JudgedPairs:
    """Pairs of one exercise, and the figures made of them.

    Args:
        pairs: The pairs, all or those of two strength tests.
        formula: The formula of the estimates.
        source: Which of both.
        before: What was kept before a few days changed: what is still true is taken over.
    """

    def __init__(
        self, pairs: Pairs, formula: Formula, source: Source, before: Kept | None = None
    ) -> None:
        self.pairs, self.source = pairs, source
        readings = differences(pairs, formula)
        self._content = np.vstack(
            (pairs.day, readings, pairs.is_at_least.T, pairs.of_tests)
        ).astype(np.float64)
        known = pairs.are_known
        self._known_day, self._known_percent = pairs.day[known], readings[0][known]
        self._kept: Kept | None = None
        self._before = before

    @property
    def kept(self) -> Kept | None:
        """What was worked out for the pairs' own days, lately or before; None where never."""
        return self._kept or self._before

    @property
    def percent(self) -> Floats:
        """Signed difference of each pair in percent; of a one-sided pair that of its bound."""
        by_formula: Floats = self._content[1]
        return by_formula

    def own_days(self) -> Differences:
        """Give the figure at each pair's own day; the medians are worked out once and kept."""
        if self._kept is None:
            self._kept = keep(self._content, _medians, self._before)
            self._before = None
        return self._figures(self.pairs.day, self._kept.windows, self._kept.found)

    def at(self, days: Integers) -> Differences:
        """Give the figure at some days, any order; nothing after a day counts for it."""
        windows = windows_at(self.pairs.day, days)
        # Many days see the same pairs, above all those of tests.
        code = windows.first * (len(self.pairs) + 1) + windows.end
        _, once, which = np.unique(code, return_index=True, return_inverse=True)
        found = _medians(self._content, windows.some(once))[:, which]
        return self._figures(days, windows, found)

    def _figures(self, at: Integers, windows: Windows, found: Floats) -> Differences:
        is_unvarying = found[_IS_UNVARYING] == 1
        none = (windows.size < FEWEST) | is_unvarying
        low = np.where(none, np.nan, found[_LOWS])
        high = np.where(none, np.nan, found[_HIGHS])
        return Differences(
            at,
            windows,
            weeks_of(self.pairs.day, windows, at),
            is_unvarying,
            deviations_at(self._known_day, self._known_percent, at, START_POINTS),
            low[0],
            high[0],
            _middle(low, high),
            self.source,
        )


def _middle(low: Floats, high: Floats) -> Floats:
    """Give the middle of bounds, the one that there is, or NaN where there is neither."""
    low, high = np.where(np.isfinite(low), low, np.nan), np.where(np.isfinite(high), high, np.nan)
    middle = (low + high) / 2
    return np.where(np.isnan(low), high, np.where(np.isnan(high), low, middle))


def _medians(content: Floats, windows: Windows) -> Floats:
    """Work out the medians of windows of pairs, and whether they are unvarying; see the rows."""
    readings = content[_READINGS]
    left_at_least, right_at_least = content[_LEFT_AT_LEAST] == 1, content[_RIGHT_AT_LEAST] == 1
    found = np.empty((_IS_UNVARYING + 1, len(windows)))
    found[_LOWS] = medians(np.where(left_at_least, -np.inf, readings), windows)
    found[_HIGHS] = found[_LOWS]
    # Most windows have no bound, and so one median of both kinds.
    bounded = np.flatnonzero(windows.sums(left_at_least | right_at_least))
    highs = np.where(right_at_least, np.inf, readings)
    found[_HIGHS, bounded] = medians(highs, windows.some(bounded))
    known = ~(left_at_least | right_at_least)
    found[_IS_UNVARYING] = _is_unvarying(readings[0], known, content[_OF_TESTS] == 1, windows)
    return found


def _is_unvarying(percent: Floats, known: Truths, tested: Truths, windows: Windows) -> Truths:
    """Tell which windows hold six or more pairs of training, of which four in five are alike."""
    trained, measured = windows.sums(~tested), windows.sums(known & ~tested)
    asked = (trained >= FULL) & (measured >= ALIKE_SHARE * trained)
    some = windows.some(asked)
    value = np.where(known & ~tested, percent, np.inf)
    middle = medians(value[np.newaxis], some, measured[asked])[0]
    alike = np.zeros(len(some), np.int64)
    for which, places in blocks(some):
        near = np.abs(value[places] - middle[which, np.newaxis]) <= ALIKE_POINTS
        alike[which] = near.sum(axis=1)
    unvarying = np.zeros(len(windows), np.bool_)
    unvarying[asked] = alike >= ALIKE_SHARE * trained[asked]
    return unvarying
