"""Why the left/right difference is unknown: the first reason that applies, over 84 days."""

from itertools import permutations

import numpy as np

from tracker.domain.columns import LEFT, RIGHT, Integers
from tracker.domain.day_values import DayValues
from tracker.domain.difference import Differences
from tracker.domain.pairs import PAIR_DAYS
from tracker.domain.verdict import REASONS, Reason
from tracker.domain.windows import FEWEST, REACH_DAYS

_NEVER = np.iinfo(np.int64).max // 2


def reasons_at(values: DayValues, figures: Differences) -> Integers:
    """Return the code of the reason for each day, assuming that its difference is unknown.

    Args:
        values: The values of the exercise, including those that are only drawn.
        figures: The differences from all its pairs.
    """
    at, pairs = figures.at, figures.windows.size
    since, until = at.min(initial=_NEVER) - REACH_DAYS, at.max(initial=-_NEVER)
    seen = slice(*np.searchsorted(values.day, (since, until), side="right"))
    values = values.rows(seen)
    legs = [values.rows(values.side == side) for side in (LEFT, RIGHT)]
    noted = [leg.rows(leg.is_compared) for leg in legs]
    without = [_count(leg.day, at) == 0 for leg in legs]
    bare = [_count(leg.day, at) == 0 for leg in noted]
    near = _latest_near(noted, at) > at - REACH_DAYS
    same = _latest_near(noted, at, same_equipment=True) > at - REACH_DAYS
    told = (
        (without[LEFT] & without[RIGHT], Reason.NO_SETS),
        (without[LEFT], Reason.NO_SETS_LEFT),
        (without[RIGHT], Reason.NO_SETS_RIGHT),
        ((pairs > 0) & (pairs < FEWEST), Reason.FEW),
        (figures.is_unvarying, Reason.UNVARYING),
        (pairs > 0, Reason.TOO_EASY),  # bounds on both sides: not even the stronger leg is known
        (bare[LEFT] & bare[RIGHT], Reason.RESERVE),
        (bare[LEFT], Reason.RESERVE_LEFT),
        (bare[RIGHT], Reason.RESERVE_RIGHT),
        (~near, Reason.APART),
        (~same, Reason.EQUIPMENT),
    )
    holds, reasons = zip(*told, strict=True)
    codes = [REASONS.index(reason) for reason in reasons]
    return np.select(holds, codes, REASONS.index(Reason.TOO_EASY))


def _count(day: Integers, at: Integers) -> Integers:
    """Count the days, given ascending, within the 84 up to each of ``at``."""
    up_to, before = (np.searchsorted(day, each, side="right") for each in (at, at - REACH_DAYS))
    return up_to - before


def _latest_near(legs: list[DayValues], at: Integers, *, same_equipment: bool = False) -> Integers:
    """Find, as of each day, the latest two values of different legs at most 7 days apart.

    Returns:
        For each day asked for, the older day of these two; a day far in the past if there are none.
    """
    newer, older = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for one, other in permutations(legs):
        if not len(other):
            continue
        # Combine equipment and day in one number, in which days of different equipment are far
        # apart.
        first = min(int(one.day.min(initial=0)), int(other.day.min()))
        span = max(int(one.day.max(initial=0)), int(other.day.max())) - first + PAIR_DAYS + 1
        ours, theirs = (
            each.day - first + span * (each.equipment if same_equipment else 0)
            for each in (one, other)
        )
        theirs = np.sort(theirs)
        place = np.searchsorted(theirs, ours, side="right") - 1
        distance = ours - theirs[place.clip(0)]
        near = (place >= 0) & (distance <= PAIR_DAYS)
        newer.append(one.day[near])
        older.append((one.day - distance)[near])
    day, since = np.concatenate(newer), np.concatenate(older)
    order = np.argsort(day, kind="stable")
    latest = np.append(-_NEVER, np.maximum.accumulate(since[order]))
    return latest[np.searchsorted(day[order], at, side="right")]
