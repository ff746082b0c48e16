"""By how much single values scatter, learnt from a log, and how much of it a median keeps."""

from math import pi
from typing import Any, Final

import numpy as np

from tracker.domain.columns import Floats, Integers

STEP_DAYS: Final = 35  # neighbours further apart tell of training, not of scatter
# Mean distance of two values in standard deviations, as of a control chart of single values.
MEAN_STEP: Final = 1.128
START_STEPS: Final = 8  # what a log begins with is worth so many steps of its own
MOST_OF_A_STEP: Final = 4  # in starts: one load typed tenfold must not widen every ±
LEAST_OF_START: Final = 0.5
# Standard error of a median in parts of that of a mean, of many values.
_MEDIAN: Final = 1.2533


def deviations_at(day: Integers, value: Floats, at: Integers, start: float) -> Floats:
    """Give the standard deviation of one value, as the steps up to each day tell.

    Args:
        day: Days of the values, ascending.
        value: The values, none of them NaN.
        at: The days asked for, any order; nothing after a day counts.
        start: What a new log begins with, from the literature.

    Returns:
        One value a day asked, in the unit of the values; at least half the start.

    Of two values 13.536 apart there is one step, which with eight of the start's makes 2/3 more:

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
    """Give within what a median would stay, 95 times in 100, if its values were taken again.

    Args:
        deviation: Standard deviation of one value; a float or an array.
        count: How many independent values it is the median of, >= 1.

    >>> round(limit_of_median(6.0, 8), 2)
    5.14
    """
    return 2 * deviation * _MEDIAN / (count + pi / 2 - 1) ** 0.5
