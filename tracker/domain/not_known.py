"""Why nothing can be said of the legs' difference: the first reason that holds, of 84 days."""

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
    """Give the code of the reason at the days of figures, if they are not known.

    Args:
        values: The values of the exercise, those drawn only among them.
        figures: The figures of all its pairs.
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
        (pairs > 0, Reason.TOO_EASY),  # bounds to either side: not even which leg
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
    """Count the days, which ascend, in the 84 up to each day."""
    up_to, before = (np.searchsorted(day, each, side="right") for each in (at, at - REACH_DAYS))
    return up_to - before


def _latest_near(legs: list[DayValues], at: Integers, *, same_equipment: bool = False) -> Integers:
    """Give the older day of the latest values of both legs within 7 days, as each day saw it.

    Returns:
        For each day asked the latest such day; one long ago where there was none.
    """
    newer, older = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for one, other in permutations(legs):
        if not len(other):
            continue
        # One number for equipment and day: days of different equipment are never near.
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
