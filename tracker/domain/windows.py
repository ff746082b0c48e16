"""Windows over the last weeks of values at any day, and their medians.

Values are sorted by day; a window is a range of their indices, from ``first`` up to ``end``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from tracker.domain.columns import Floats, Integers, Truths
from tracker.domain.week import DAYS_A_WEEK

WINDOW_DAYS: Final = 28
# Across a longer gap without values no line is drawn, on screen or on paper.
LONGEST_GAP_DAYS: Final = 14
REACH_DAYS: Final = 84  # how far back a window with few values reaches
FULL: Final = 6  # number of values from which it no longer reaches back further
FEWEST: Final = 3  # fewer values say nothing
_BLOCK: Final = 1024  # windows at a time, few enough for the processor's cache


@dataclass(frozen=True, slots=True)
class Windows:
    """Index ranges of the values that count on some days; one element per day asked for.

    Args:
        first: Index of the first value.
        end: Index after the last value.
    """

    first: Integers
    end: Integers

    def __len__(self) -> int:
        return len(self.first)

    @property
    def size(self) -> Integers:
        """How many values each window holds."""
        return self.end - self.first

    def some(self, chosen: Truths | Integers) -> "Windows":
        """Return some of the windows, by a mask or by their indices."""
        return Windows(self.first[chosen], self.end[chosen])

    def sums(self, values: Integers | Truths) -> Integers:
        """Sum up the values of each window."""
        total: Integers = np.append(0, np.cumsum(values))
        return total[self.end] - total[self.first]


def windows_at(day: Integers, at: Integers) -> Windows:
    """Find the values of the 28 days up to each day, or, if fewer than 6, the last 6 of 84 days.

    Args:
        day: Days of the values, ascending.
        at: The days asked for, in any order.

    >>> day = np.array([0, 10, 20, 30])
    >>> windows_at(day, np.array([30, 90]))
    Windows(first=array([0, 1]), end=array([4, 4]))
    """
    end = np.searchsorted(day, at, side="right")
    reach = np.searchsorted(day, at - REACH_DAYS, side="right")
    recent = np.searchsorted(day, at - WINDOW_DAYS, side="right")
    return Windows(np.minimum(recent, np.maximum(reach, end - FULL)), end)


def weeks_of(day: Integers, windows: Windows, at: Integers) -> Integers:
    """Count the different weeks with values in each window, counting back from the day asked for.

    >>> day = np.array([0, 10, 20, 30])
    >>> weeks_of(day, Windows(np.array([0, 1]), np.array([4, 3])), np.array([30, 22]))
    array([4, 2])
    """
    if not windows.size.any():
        return np.zeros(len(windows), np.int64)
    start, stop = int(windows.first.min()), int(windows.end.max())
    day, phase = day[start:stop], np.arange(DAYS_A_WEEK)
    # Where weeks counted back from a day begin depends only on its weekday: one row for each.
    week = (phase[:, np.newaxis] - day) // DAYS_A_WEEK
    begun = np.cumsum(week[:, 1:] != week[:, :-1], axis=1)
    begun = np.concatenate((np.zeros((DAYS_A_WEEK, 1), np.int64), begun), axis=1)
    weekday = at % DAYS_A_WEEK
    first, last = windows.first - start, windows.end - 1 - start
    empty = windows.size == 0
    first[empty] = last[empty] = 0
    return np.where(empty, 0, 1 + begun[weekday, last] - begun[weekday, first])


def blocks(windows: Windows) -> Iterator[tuple[Integers, Integers]]:
    """Yield windows of equal size together, a block at a time.

    Yields:
        The indices of the windows, and those of their values, shape (windows, size).
    """
    size = windows.size
    lengths = np.flatnonzero(np.bincount(size))
    for length in lengths[lengths > 0]:
        alike = np.flatnonzero(size == length)
        for some in range(0, len(alike), _BLOCK):
            which = alike[some : some + _BLOCK]
            yield which, windows.first[which, np.newaxis] + np.arange(length)


def medians(values: Floats, windows: Windows, known: Integers | None = None) -> Floats:
    """Find the median of every window, for several rows of values at once.

    Args:
        values: Shape (rows, values); infinite values in a row must all have the same sign.
        windows: The windows.
        known: How many of each window's values count, if not all; the others must be inf.

    Returns:
        Shape (rows, windows); NaN for an empty window.

    >>> medians(np.array([[1.0, 5.0, 2.0, 4.0]]), Windows(np.array([0, 0]), np.array([3, 4])))
    array([[2., 3.]])
    """
    known = windows.size if known is None else known
    found = np.full((len(values), len(windows)), np.nan)
    for which, places in blocks(windows):
        ordered = np.take(values, places, axis=1)
        ordered.sort(axis=-1)
        row, count = np.arange(len(which)), known[which]
        middle = ordered[:, row, (count - 1) // 2] + ordered[:, row, count // 2]
        found[:, which] = middle / 2
    return found
