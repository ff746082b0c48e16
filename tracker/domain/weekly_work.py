"""Work by ISO week and exercise, for the window and the report."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np

from tracker.domain.columns import EXERCISES, Floats, Integers, distinct
from tracker.domain.exercise import Exercise
from tracker.domain.trend import every_week, monday_of, place_of_week, week_of


@dataclass(frozen=True, slots=True)
class WeeklyWork:
    """Work by ISO week, without gaps from the first week to the last.

    Args:
        day: The weeks' Mondays, in days since 1 January 1970.
        of: One value per week for each exercise done: either hard sets, counting a left and a right
            set with the same number once; or volume load in kilograms, NaN where a bodyweight is
            unknown; or seconds of holds. Never add kilograms of different exercises.
    """

    day: Integers
    of: Mapping[Exercise, Floats]

    @classmethod
    def of_days(cls, day: Integers, exercise: Integers, counted: Floats) -> Self:
        """Sum up daily values by week and exercise; days must ascend."""
        week = week_of(day)
        if not len(week):
            return cls(week, {})
        first, last = int(week[0]), int(week[-1])
        of = {}
        for code in distinct(exercise):
            rows = exercise == code
            of[EXERCISES[code]] = every_week(week[rows], counted[rows], first, last)
        return cls(monday_of(np.arange(first, last + 1)), of)

    def __len__(self) -> int:
        return len(self.day)

    def at(self, day: int) -> dict[Exercise, float]:
        """Return the values of the week a day lies in; empty outside the weeks."""
        place = place_of_week(self.day, day)
        if place is None:
            return {}
        return {exercise: float(values[place]) for exercise, values in self.of.items()}
