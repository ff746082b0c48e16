"""What is worked out day by day, taken over where a changed day leaves it as it was."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import TypeVar

import numpy as np

from tracker.domain.columns import Floats, Integers, Truths
from tracker.domain.windows import REACH_DAYS, Windows, windows_at

# Makes what is kept of some windows: one column a window.
WorkOut = Callable[[Windows], Floats]
Array = TypeVar("Array", Floats, Integers)


@dataclass(frozen=True, slots=True)
class Unchanged:
    """How much of a table is as it was.

    Args:
        front: How many of the first rows.
        back: How many of the last.
        rows: How many rows it has now.
    """

    front: int
    back: int
    rows: int

    @property
    def between(self) -> slice:
        """The rows that are new, now."""
        return slice(self.front, self.rows - self.back)

    def spliced(self, old: Array, fresh: Array, shift: int = 0) -> Array:
        """Put what is new between what is as it was.

        Args:
            old: What was, a row of the table in each column.
            fresh: What is new, for the rows between.
            shift: What is added to the last ones.
        """
        back = old[..., old.shape[-1] - self.back :]
        spliced: Array = np.concatenate((old[..., : self.front], fresh, back + shift), axis=-1)
        return spliced


def unchanged(old: Floats, new: Floats) -> Unchanged:
    """Tell how much of a table is as it was.

    Args:
        old: Shape (columns, rows), none of it NaN.
        new: The same now.

    >>> unchanged(np.array([[1.0, 2.0, 3.0, 4.0]]), np.array([[1.0, 5.0, 4.0]]))
    Unchanged(front=1, back=1, rows=3)
    """
    rows, most = new.shape[1], min(old.shape[1], new.shape[1])
    front = _run(old[:, :most] == new[:, :most])
    alike = old[:, old.shape[1] - most :] == new[:, rows - most :]
    back = _run(alike[:, ::-1])
    return Unchanged(front, min(back, most - front), rows)


def _run(alike: Truths) -> int:
    """Tell how many columns are alike throughout, up to the first that is not."""
    throughout = reduce(np.logical_and, alike)  # quicker than along the axis
    return len(throughout) if throughout.all() else int(np.argmin(throughout))


@dataclass(frozen=True, slots=True)
class KeptFigures:
    """What was worked out of the window that ends at each value's own day.

    Args:
        day: Days of the values, ascending.
        windows: One a value.
        found: Shape (rows, values): what came of each window.
    """

    day: Integers
    windows: Windows
    found: Floats

    @classmethod
    def of(cls, day: Integers, work_out: WorkOut) -> "KeptFigures":
        """Work it out for every value."""
        windows = windows_at(day, day)
        return cls(day, windows, work_out(windows))

    def amended(self, day: Integers, same: Unchanged, work_out: WorkOut) -> "KeptFigures":
        """Work out anew only what sees a value that has changed.

        Args:
            day: Days of the values now.
            same: How much of the values is as it was.
            work_out: Works it out of the values now.
        """
        changed = np.concatenate(
            (day[same.between], self.day[same.front : len(self.day) - same.back])
        )
        if not len(changed):
            return self
        # Windows of the first changed day see it too; later ones until they no longer reach it.
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
