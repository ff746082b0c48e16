"""How each leg's holds developed, at the load of an exercise that was held last.

Legs, and days, are compared on holds only at the same load, to failure, and in seconds.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.columns import SetColumns, day_number, day_of_number
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.holds import DayHolds, HeldLoad, LegsHeld, day_holds, legs_held
from tracker.domain.then_and_now import ThenAndNow, then_and_now
from tracker.domain.windows import REACH_DAYS


@dataclass(frozen=True, slots=True)
class HeldOn:
    """A leg's longest hold of its load on one day.

    Args:
        date: The day.
        held_s: Duration in seconds.
        is_to_failure: Whether it was held to failure; if not, the duration is a lower bound.
    """

    date: datetime.date
    held_s: float
    is_to_failure: bool


@dataclass(frozen=True, slots=True)
class HoldCourse:
    """How the holds at one load developed.

    Args:
        load: The load, with exercise and equipment.
        legs: For each leg that held it, the first, compared and newest hold.
        compared: Both legs on the newest day; None unless both held it to failure then.
    """

    load: HeldLoad
    legs: dict[Side, ThenAndNow[HeldOn]]
    compared: LegsHeld | None

    def change(self, side: Side) -> float | None:
        """Return by how many seconds a leg changed; None unless both holds were to failure."""
        then, last = self.legs[side].then, self.legs[side].last
        if then is None or not (then.is_to_failure and last.is_to_failure):
            return None
        return last.held_s - then.held_s


def courses_of_holds(
    sets: SetColumns, first: datetime.date, since: datetime.date
) -> Iterable[HoldCourse]:
    """Return how holds developed in each exercise, at the load held last.

    Loads last held before the period, or too long before the last set for any figure, say nothing
    about today and are only in the files.

    Args:
        sets: All sets up to the last day of the period.
        first: The first day of the period.
        since: The day compared with.
    """
    holds = day_holds(sets)
    newest = {load.exercise: load for load in reversed(holds.loads())}  # the latest of each wins
    begin = max(day_number(first), sets.day.max(initial=0) - REACH_DAYS + 1)
    for exercise in Exercise:
        if exercise not in newest:
            continue
        load = newest[exercise]
        legs = {side: holds.at_load(load, side) for side in LEGS}
        held = {side: _held_on(rows) for side, rows in legs.items() if len(rows)}
        day = max(day_number(each[-1].date) for each in held.values())
        if day >= begin:
            yield HoldCourse(
                load,
                {side: then_and_now(each, since) for side, each in held.items()},
                legs_held(legs[Side.LEFT], legs[Side.RIGHT], day),
            )


def _held_on(rows: DayHolds) -> list[HeldOn]:
    found = zip(rows.day.tolist(), rows.held_s.tolist(), rows.is_to_failure.tolist(), strict=True)
    return [HeldOn(day_of_number(day), *of) for day, *of in found]
