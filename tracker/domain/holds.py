"""Holds by day: how long each leg held a load, and how the legs compare, in seconds.

Legs are compared on holds only at the same load, on the same equipment, and to failure: nobody
knows how much longer a hold that was ended early could have lasted.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tracker.domain.columns import (
    BOTH,
    EXERCISES,
    SIDES,
    WARMUP,
    DayRows,
    Floats,
    Integers,
    SetColumns,
    Truths,
)
from tracker.domain.exercise import Exercise, Side


class HeldLoad(NamedTuple):
    """A load on a piece of equipment, at which holds of one exercise are compared.

    Args:
        exercise: The exercise.
        equipment: Code of the equipment, 0 where none was named.
        external_kg: Added load in kilograms.
    """

    exercise: Exercise
    equipment: int
    external_kg: float


@dataclass(frozen=True, slots=True)
class DayHolds(DayRows):
    """The longest holds: one row per day, exercise, leg, equipment and load, sorted in that order.

    Args:
        exercise: Code, see ``columns.EXERCISES``.
        side: Code, left or right, see ``columns.SIDES``.
        equipment: Code of the equipment, 0 where none was named.
        external_kg: Added load in kilograms.
        held_s: Duration of the longest hold in seconds.
        is_to_failure: Whether it was held to failure; if not, its duration is a lower bound.
    """

    exercise: Integers
    side: Integers
    equipment: Integers
    external_kg: Floats
    held_s: Floats
    is_to_failure: Truths

    def loads(self) -> list[HeldLoad]:
        """List the loads held, newest first; those of one day by exercise, heaviest first."""
        order = np.lexsort((self.equipment, -self.external_kg, self.exercise, -self.day))
        found = dict.fromkeys(
            HeldLoad(EXERCISES[exercise], equipment, kg)
            for exercise, equipment, kg in zip(
                self.exercise[order].tolist(),
                self.equipment[order].tolist(),
                self.external_kg[order].tolist(),
                strict=True,
            )
        )
        return list(found)

    def at_load(self, load: HeldLoad, side: Side) -> "DayHolds":
        """Return the rows of one leg at one load: one per day."""
        return self.rows(
            (self.exercise == EXERCISES.index(load.exercise))
            & (self.side == SIDES.index(side))
            & (self.equipment == load.equipment)
            & (self.external_kg == load.external_kg)
        )

    def on(self, day: int) -> tuple[float, bool] | None:
        """Return the seconds held on a day and whether to failure; None if there was no hold.

        Args:
            day: Days since 1 January 1970; the rows must be of one leg and one load.
        """
        place = int(np.searchsorted(self.day, day))
        if place == len(self) or self.day[place] != day:
            return None
        return float(self.held_s[place]), bool(self.is_to_failure[place])


def day_holds(columns: SetColumns) -> DayHolds:
    """Find the longest hold of each day, exercise, leg, equipment and load.

    Warm-ups, sets of both legs at once and sets without a repetition are left out. Of two equally
    long holds, one to failure counts first.
    """
    counts = columns.is_hold & (columns.side != BOTH) & (columns.set_type != WARMUP)
    sets = columns.rows(counts & (columns.reps >= 1))
    failed = sets.was_to_failure
    keys = (sets.external_kg, sets.equipment, sets.side, sets.exercise, sets.day)
    order = np.lexsort((~failed, -sets.hold_s, *keys))
    stacked = np.stack(keys)[:, order]
    is_first = np.append(True, (stacked[:, 1:] != stacked[:, :-1]).any(axis=0))[: len(order)]
    best = order[is_first]
    return DayHolds(
        sets.day[best],
        sets.exercise[best],
        sets.side[best],
        sets.equipment[best],
        sets.external_kg[best],
        sets.hold_s[best],
        failed[best],
    )


class LegsHeld(NamedTuple):
    """How long each leg held the same load to failure on one day.

    Args:
        left_s: Seconds of the left leg.
        right_s: Seconds of the right leg.
    """

    left_s: float
    right_s: float


def legs_held(left: DayHolds, right: DayHolds, day: int) -> LegsHeld | None:
    """Return the seconds of both legs on a day; None unless both held to failure.

    Args:
        left: The rows of the left leg at one load.
        right: The rows of the right leg at the same load.
        day: Days since 1 January 1970.
    """
    one, other = left.on(day), right.on(day)
    if one is None or other is None:
        return None
    (left_s, left_failed), (right_s, right_failed) = one, other
    return LegsHeld(left_s, right_s) if left_failed and right_failed else None
