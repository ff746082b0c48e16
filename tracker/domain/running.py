"""Kilometres run, by ISO week."""

from dataclasses import dataclass
from math import nan

import numpy as np

from tracker.domain.columns import Floats, Integers, RunColumns
from tracker.domain.trend import every_week, monday_of, place_of_week, week_of


@dataclass(frozen=True, slots=True)
class WeeklyDistance:
    """Distance run in every ISO week from the first to the last with a run, without gaps.

    Args:
        day: The weeks' Mondays, in days since 1 January 1970.
        km: Distance of each week in kilometres; 0 for weeks without a run.
    """

    day: Integers
    km: Floats

    def __len__(self) -> int:
        return len(self.day)

    def at(self, day: int) -> float:
        """Return the kilometres of the week a day lies in; NaN outside the weeks."""
        place = place_of_week(self.day, day)
        return nan if place is None else float(self.km[place])


def weekly_distance(runs: RunColumns) -> WeeklyDistance:
    """Sum up runs by ISO week."""
    week = week_of(runs.day)
    if not len(week):
        return WeeklyDistance(week, np.zeros(0))
    first, last = int(week[0]), int(week[-1])
    km = every_week(week, runs.km, first, last)
    return WeeklyDistance(monday_of(np.arange(first, last + 1)), km)
