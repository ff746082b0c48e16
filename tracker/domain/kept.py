"""Results worked out day by day, reused for the days that a change does not affect."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import TypeVar

import numpy as np

from tracker.domain.columns import Floats, Integers, Truths
from tracker.domain.windows import REACH_DAYS, Windows, windows_at

# Works out what is cached for some windows: one column per window.
WorkOut = Callable[[Windows], Floats]
Array = TypeVar("Array", Floats, Integers)


@dataclass(frozen=True, slots=True)
class Unchanged:
    """How many rows of a table are unchanged.

    Args:
        front: How many rows at the start are unchanged.
        back: How many rows at the end are unchanged.
        rows: How many rows the table has now.
    """

    front: int
    back: int
    rows: int

    @property
    def between(self) -> slice:
        """The new rows, between the unchanged ones."""
        return slice(self.front, self.rows - self.back)

    def spliced(self, old: Array, fresh: Array, shift: int = 0) -> Array:
        """Put new results between the old ones that still hold.

        Args:
            old: The old results, with a column for each row of the table.
            fresh: The new results, for the rows ``between``.
            shift: Added to the old results at the end.
        """
        back = old[..., old.shape[-1] - self.back :]
        spliced: Array = np.concatenate((old[..., : self.front], fresh, back + shift), axis=-1)
        return spliced


def unchanged(old: Floats, new: Floats) -> Unchanged:
    """Find how many rows of a table are unchanged.

    Args:
        old: The old table, shape (columns, rows), without NaN.
        new: The table now, in the same form.

    >>> unchanged(np.array([[1.0, 2.0, 3.0, 4.0]]), np.array([[1.0, 5.0, 4.0]]))
    Unchanged(front=1, back=1, rows=3)
    """
    rows, most = new.shape[1], min(old.shape[1], new.shape[1])
    front = _run(old[:, :most] == new[:, :most])
    alike = old[:, old.shape[1] - most :] == new[:, rows - most :]
    back = _run(alike[:, ::-1])
    return Unchanged(front, min(back, most - front), rows)


def _run(alike: Truths) -> int:
    """Count the leading columns in which everything is alike."""
    throughout = reduce(np.logical_and, alike)  # faster than ``alike.all(axis=0)``
    return len(throughout) if throughout.all() else int(np.argmin(throughout))


@dataclass(frozen=True, slots=True)
class KeptFigures:
    """Results for the window that ends at each value's own day.

    Args:
        day: Days of the values, ascending.
        windows: One window per value.
        found: The results of each window, shape (rows, values).
    """

    day: Integers
    windows: Windows
    found: Floats

    @classmethod
    def of(cls, day: Integers, work_out: WorkOut) -> "KeptFigures":
        """Work out the results for every value."""
        windows = windows_at(day, day)
        return cls(day, windows, work_out(windows))

    def amended(self, day: Integers, same: Unchanged, work_out: WorkOut) -> "KeptFigures":
        """Work out anew only the results whose window holds a changed value.

        Args:
            day: Days of the values now.
            same: Which of the values are unchanged.
            work_out: Works out results from the values as they are now.
        """
        changed = np.concatenate(
            (day[same.between], self.day[same.front : len(self.day) - same.back])
        )
        if not len(changed):
            return self
        # Affected are the windows from the first changed day on, until they no longer reach back to
        # the last one.
        first = int(np.searchsorted(day, changed.min()))
        end = max(int(np.searchsorted(day, changed.max() + REACH_DAYS)), same.between.stop)
        seen = Unchanged(first, len(day) - end, len(day))
        windows = windows_at(day, day[seen.between])
        shift = len(day) - len(self.day)
        return KeptFigures(
            day,
            Windows(
                seen.spliced(self.windows.first, windows.first, shift),
                seen.spliced(self.windows.end, windows.end, shift),
            ),
            seen.spliced(self.found, work_out(windows)),
        )
