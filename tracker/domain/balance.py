"""The two balances: left against right with its noise and its flag, and seated against standing.

The comparisons are plain arithmetic, so that each serves one value and a numpy array alike. Days
are numbers as ``columns.day_number`` makes them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import numpy as np

from tracker.domain.columns import Floats, Integers
from tracker.domain.exercise import Side
from tracker.domain.load import Quantity

PAIRING_DAYS: Final = 7  # domain.md §3.2 [D]
PAIRS_JUDGED: Final = 3  # domain.md §3.2 [D]
FEWEST_FAVOURING: Final = 2
RATIO_DAYS: Final = 28  # domain.md §3.3 [D]
# Fewer residuals than this say nothing of how far a new value may stray [D].
FEWEST_PAIRS_OF_NOISE: Final = 8
# Makes the median absolute deviation of a normal distribution its standard deviation.
DEVIATIONS_PER_MAD: Final = 1.4826
# Maximal plantarflexion, knee bent against knee straight: an isometric laboratory mean and no
# target. Source: Fugl-Meyer (1980), by way of domain.md §1.
FUGL_MEYER_RATIO: Final = 0.85


def asymmetry_percent(left: Quantity, right: Quantity) -> Quantity:
    """Give the signed difference of the legs in percent of the stronger; right stronger is > 0.

    Args:
        left: Capacity of the left leg, >= 0: an estimated maximum, or repetitions of a test.
        right: The same of the right leg.

    Returns:
        -100 to 100; NaN where a side is missing (NaN) or both are 0.

    Source: domain.md §3.2.

    >>> float(asymmetry_percent(80.0, 90.0))
    11.11111111111111
    """
    one, other = np.asarray(left, np.float64), np.asarray(right, np.float64)
    asymmetry: Quantity = _share(other - one, np.maximum(one, other))
    return asymmetry


def limb_symmetry_index(left: Quantity, right: Quantity, involved: Side | None = None) -> Quantity:
    """Give the limb symmetry index in percent.

    Args:
        left: Capacity of the left leg, >= 0.
        right: The same of the right leg.
        involved: The injured or weaker leg; None where there is none.

    Returns:
        The involved leg in percent of the other, which may pass 100; without an involved leg the
        weaker in percent of the stronger. NaN where a side is missing or the divisor is 0.

    Source: domain.md §3.2.

    >>> float(limb_symmetry_index(80.0, 100.0)), float(limb_symmetry_index(80.0, 100.0, Side.RIGHT))
    (80.0, 125.0)
    """
    one, other = np.asarray(left, np.float64), np.asarray(right, np.float64)
    if involved is Side.LEFT:
        part, whole = one, other
    elif involved is Side.RIGHT:
        part, whole = other, one
    else:
        part, whole = np.minimum(one, other), np.maximum(one, other)
    index: Quantity = _share(part, whole)
    return index


def _share(part: Any, whole: Any) -> Any:
    """Give ``part`` in percent of ``whole``, NaN where that is not above 0."""
    positive = whole > 0
    percent = 100 * part / np.where(positive, whole, 1.0)
    return np.where(positive, percent, np.nan)[()]  # [()] makes one value a float


@dataclass(frozen=True, slots=True)
class Pairs:
    """Values of both legs that may be compared; every array has one element a pair.

    Args:
        day: Days of the newer value of each pair, ascending.
        left: Values of the left leg.
        right: Values of the right leg.
    """

    day: Integers
    left: Floats
    right: Floats

    def __len__(self) -> int:
        return len(self.day)

    @property
    def asymmetry_percent(self) -> Floats:
        """Signed difference of each pair in percent; right stronger is > 0."""
        return asymmetry_percent(self.left, self.right)


def pair_days(left_day: Integers, left: Floats, right_day: Integers, right: Floats) -> Pairs:
    """Pair the values of the legs within one exercise and 7 days of each other.

    Every day on which a leg has a new value gives a pair with the latest value of the other leg,
    of that day or at most 7 days before; a day with both legs gives one pair. So legs trained on
    alternate days give a pair each time, and a value may stand in two pairs [D].

    Args:
        left_day: Days of the left leg, ascending, each once.
        left: Its values.
        right_day: Days of the right leg, ascending, each once.
        right: Its values.
    """
    if not len(left_day) or not len(right_day):
        return Pairs(np.zeros(0, np.int64), np.zeros(0), np.zeros(0))
    day = np.union1d(left_day, right_day)
    of_left = np.searchsorted(left_day, day, side="right") - 1
    of_right = np.searchsorted(right_day, day, side="right") - 1
    # Before a leg's first day the place is -1; 0 serves there, since that day lies ahead.
    older = np.minimum(left_day[of_left.clip(0)], right_day[of_right.clip(0)])
    near = (of_left >= 0) & (of_right >= 0) & (day - older <= PAIRING_DAYS)
    return Pairs(day[near], left[of_left[near]], right[of_right[near]])


class Band(StrEnum):
    """How large a left/right difference is, against the runner's own bounds."""

    USUAL = "usual"
    WATCH = "watch"
    MARKED = "marked"


def band_of(percent: float, usual_percent: float, marked_percent: float) -> Band:
    """Name the band of a signed difference: usual below the first bound, marked above the second.

    Source: domain.md §3.2; the convention behind 10 and 15 % is weakly evidenced (Parkinson 2021,
    J Sports Sci Med 20:594).
    """
    size = abs(percent)
    if size < usual_percent:
        return Band.USUAL
    return Band.MARKED if size > marked_percent else Band.WATCH


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the last pairs say together.

    Args:
        median_percent: Median of the differences judged; right stronger is > 0.
        band: The band of that median.
        favoured: The stronger leg by the median; None where the legs are equal.
        favouring: How many of the pairs judged favour that leg.
        judged: How many pairs were judged, 1 to 3.
    """

    median_percent: float
    band: Band
    favoured: Side | None
    favouring: int
    judged: int

    @property
    def is_flagged(self) -> bool:
        """Whether the difference may be pointed out: one test is noisy, so three must speak."""
        return (
            self.judged == PAIRS_JUDGED
            and self.band is not Band.USUAL
            and self.favouring >= FEWEST_FAVOURING
        )


def judge(asymmetries: Floats, usual_percent: float, marked_percent: float) -> Verdict | None:
    """Judge the last three pairs.

    Args:
        asymmetries: Signed differences in percent, oldest first.
        usual_percent: Bound of the usual range.
        marked_percent: Bound of the marked range.

    Returns:
        The verdict; None where there is no pair.

    Source: domain.md §3.2 [D]: flagged when the median of the last three is past the band and at
    least two of the three favour the same leg.
    """
    last = asymmetries[-PAIRS_JUDGED:]
    if not len(last):
        return None
    median = float(np.median(last))
    favoured = None if median == 0 else Side.RIGHT if median > 0 else Side.LEFT
    return Verdict(
        median,
        band_of(median, usual_percent, marked_percent),
        favoured,
        int(np.count_nonzero(np.sign(last) == np.sign(median))) if favoured else 0,
        len(last),
    )


def noise_percent(asymmetries: Floats, smoothed: Floats) -> float:
    """Tell how far single differences stray from their smoothed line, robust against outliers.

    Args:
        asymmetries: Signed differences in percent.
        smoothed: The smoothed line at the same days.

    Returns:
        1.4826 times the median absolute deviation of the residuals, in percent points: about one
        standard deviation. NaN for fewer than 8 pairs [D].
    """
    if len(asymmetries) < FEWEST_PAIRS_OF_NOISE:
        return float("nan")
    residuals = asymmetries - smoothed
    return DEVIATIONS_PER_MAD * float(np.median(np.abs(residuals - np.median(residuals))))


def trailing_best(day: Integers, equipment: Integers, value: Floats, at: Integers) -> Floats:
    """Give the best value of the 28 days up to each day asked, within one piece of equipment.

    The equipment that counts at a day is that of the leg's latest set of the exercise up to that
    day: lever machines make absolute values arbitrary, so a new machine starts afresh [D].

    Args:
        day: Days of one leg and exercise, ascending; one day may have several equipments, the
            one used last at its end.
        equipment: Codes, >= 0.
        value: Values, none of them NaN.
        at: The days asked for, any order.

    Returns:
        One value a day asked; NaN where nothing was done in its 28 days.
    """
    if not len(day):
        return np.full(len(at), np.nan)
    latest = np.searchsorted(day, at, side="right") - 1
    in_use = equipment[latest.clip(0)]
    # One number for equipment and day, so that one sorted column serves every machine. The days
    # before the first machine's first day must not reach back into another's.
    start = min(int(day[0]), int(at.min(initial=day[0]))) - RATIO_DAYS
    span = max(int(day[-1]), int(at.max(initial=day[-1]))) - start + 2
    key = equipment * span + (day - start)
    order = np.argsort(key, kind="stable")
    key = key[order]
    asked = in_use * span + (at - start)
    first = np.searchsorted(key, asked - RATIO_DAYS, side="right")
    last = np.searchsorted(key, asked, side="right")
    # reduceat takes from each bound to the next; every second piece is between two windows. The
    # value at the end lets a bound lie behind the last one.
    padded = np.append(value[order], -np.inf)
    best = np.maximum.reduceat(padded, np.stack((first, last), axis=1).ravel())[::2]
    return np.where((latest >= 0) & (first < last), best, np.nan)


def seated_standing_ratio(seated_kg: Quantity, standing_kg: Quantity) -> Quantity:
    """Give the best seated in parts of the best standing estimated maximum of one leg.

    Args:
        seated_kg: Best of 28 days in kilograms, system load; see ``trailing_best``.
        standing_kg: The same, standing.

    Returns:
        The ratio, > 0; NaN where a part is missing.

    Source: domain.md §3.3; no target is known.

    >>> float(seated_standing_ratio(68.0, 80.0))
    0.85
    """
    ratio: Quantity = seated_kg / standing_kg
    return ratio
