"""How much single values scatter, learnt from a log, and how much of that remains in a median."""

from math import pi
from typing import Any, Final

import numpy as np

from tracker.domain.columns import Floats, Integers

STEP_DAYS: Final = 35  # values further apart differ through training rather than scatter
# Mean distance of two successive values in standard deviations (d2 of control charts).
MEAN_STEP: Final = 1.128
START_STEPS: Final = 8  # the assumed start weighs as much as this many steps of the log
# In multiples of the start: one load typed ten times too high must not widen every ±.
MOST_OF_A_STEP: Final = 4
LEAST_OF_START: Final = 0.5
# Standard error of a median relative to that of a mean, for many values.
_MEDIAN: Final = 1.2533


def deviations_at(day: Integers, value: Floats, at: Integers, start: float) -> Floats:
    """Estimate the standard deviation of one value from the steps between values up to each day.

    Args:
        day: Days of the values, ascending.
        value: The values, none of them NaN.
        at: The days asked for, any order; nothing after a day counts.
        start: Standard deviation assumed for a new log, from the literature.

    Returns:
        One per day asked for, in the unit of the values; at least half of ``start``.

    Two values 13.536 apart make one step, which together with the eight of the start adds 2/3:

    >>> deviations_at(np.array([0, 7]), np.array([0.0, 13.536]), np.array([6, 7]), 6.0)
    array([6.        , 6.66666667])
    """
    counts = np.diff(day) <= STEP_DAYS
    step = np.where(counts, np.minimum(np.abs(np.diff(value)), MOST_OF_A_STEP * start), 0.0)
    total = np.concatenate(([0.0, 0.0], np.cumsum(step)))
    number = np.concatenate(([0, 0], np.cumsum(counts)))
    place = np.searchsorted(day, at, side="right")
    begun = START_STEPS * MEAN_STEP * start
    mean = (begun + total[place]) / (START_STEPS + number[place])
    deviation: Floats = np.maximum(mean / MEAN_STEP, LEAST_OF_START * start)
    return deviation


def limit_of_median(deviation: Any, count: Any) -> Any:
    """Return the margin of error (95 %) of a median, if its values were measured again.

    Args:
        deviation: Standard deviation of one value; a float or an array.
        count: Number of independent values in the median, >= 1.

    >>> round(limit_of_median(6.0, 8), 2)
    5.14
    """
    return 2 * deviation * _MEDIAN / (count + pi / 2 - 1) ** 0.5
