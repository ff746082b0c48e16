"""Series over time made of a log summed up by day: strength, balance and ratio."""

from dataclasses import dataclass

import numpy as np

from tracker.domain.balance import (
    Pairs,
    Verdict,
    judge,
    noise_percent,
    pair_days,
    seated_standing_ratio,
    trailing_best,
)
from tracker.domain.columns import EXERCISES, SIDES, Floats, Integers, Truths
from tracker.domain.daily import DayTable
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.runner import Runner
from tracker.domain.trend import smooth


@dataclass(frozen=True, slots=True)
class Trace:
    """One leg's values over time; every array has one element a day.

    Args:
        day: Days since 1 January 1970, ascending, each once.
        value: The values, none of them NaN.
        smoothed: The smoothed line at the same days.
        is_low_confidence: Whether a value is an estimate of low confidence.
    """

    day: Integers
    value: Floats
    smoothed: Floats
    is_low_confidence: Truths

    def __len__(self) -> int:
        return len(self.day)

    def at(self, day: int) -> float:
        """Give the value of a day; NaN where there is none."""
        return _value_at(self.day, self.value, day)

    def doubts(self, day: int) -> bool:
        """Tell whether the value of a day is of low confidence; no where there is none."""
        return _value_at(self.day, self.is_low_confidence, day) == 1


@dataclass(frozen=True, slots=True)
class Balance:
    """Left against right within one exercise.

    Args:
        pairs: The values compared, in kilograms.
        asymmetry_percent: Their signed differences; right stronger is > 0.
        smoothed: The smoothed line at the same days.
        noise_percent: Spread of single differences about that line; NaN where too few.
        verdict: What the last three pairs say; None where there is no pair.
    """

    pairs: Pairs
    asymmetry_percent: Floats
    smoothed: Floats
    noise_percent: float
    verdict: Verdict | None

    def __len__(self) -> int:
        return len(self.pairs)

    def at(self, day: int) -> float:
        """Give the difference of a day in percent; NaN where there is none."""
        return _value_at(self.pairs.day, self.asymmetry_percent, day)


def _value_at(days: Integers, values: Floats | Truths, day: int) -> float:
    place = int(np.searchsorted(days, day))
    found = place < len(days) and int(days[place]) == day
    return float(values[place]) if found else float("nan")


class DaySeries:
    """Makes the series of one table of days, and keeps what several of them are made of."""

    def __init__(self, table: DayTable) -> None:
        self._table = table
        self._leg_rows: dict[tuple[Exercise, Side], DayTable] = {}

    def exercises(self) -> tuple[Exercise, ...]:
        """List the exercises that were done, in their order."""
        return tuple(EXERCISES[code] for code in np.unique(self._table.exercise))

    def _estimates(self, exercise: Exercise, side: Side) -> DayTable:
        """Give one leg's rows that have an estimate; several series are made of them."""
        table, leg = self._table, (exercise, side)
        if leg not in self._leg_rows:
            self._leg_rows[leg] = table.rows(
                (table.exercise == EXERCISES.index(exercise))
                & (table.side == SIDES.index(side))
                & ~np.isnan(table.best_e1rm_kg)
            )
        return self._leg_rows[leg]

    def strength(self, exercise: Exercise, side: Side, *, per_bodyweight: bool = False) -> Trace:
        """Give a leg's best estimated maximum of each day, in kilograms or times bodyweight."""
        rows = self._estimates(exercise, side)
        # Of several machines on one day the best counts: order them so that it stands last.
        rows = rows.rows(np.lexsort((rows.best_e1rm_kg, rows.day)))
        rows = rows.rows(np.searchsorted(rows.day, np.unique(rows.day), side="right") - 1)
        value = rows.best_e1rm_kg / rows.bodyweight_kg if per_bodyweight else rows.best_e1rm_kg
        known = ~np.isnan(value)
        day, value = rows.day[known], value[known]
        return Trace(day, value, smooth(day, value), rows.is_low_confidence[known])

    def best_kg(self, exercise: Exercise, side: Side, at: Integers) -> Floats:
        """Give a leg's best estimated maximum of the 28 days up to each day, as the ratio takes it.

        Args:
            exercise: Which exercise.
            side: Which leg.
            at: The days asked for, any order.

        Returns:
            Kilograms, on the equipment last used; NaN where nothing was done in those days.
        """
        rows = self._estimates(exercise, side)
        return trailing_best(rows.day, rows.equipment, rows.best_e1rm_kg, at)

    def balance(self, exercise: Exercise, runner: Runner) -> Balance:
        """Compare the legs within one exercise, by the runner's bands."""
        left, right = (self.strength(exercise, side) for side in LEGS)
        pairs = pair_days(left.day, left.value, right.day, right.value)
        asymmetry = pairs.asymmetry_percent
        smoothed = smooth(pairs.day, asymmetry)
        return Balance(
            pairs,
            asymmetry,
            smoothed,
            noise_percent(asymmetry, smoothed),
            judge(asymmetry, runner.usual_percent, runner.marked_percent),
        )

    def ratios(self, side: Side, at: Integers) -> Floats:
        """Give a leg's seated/standing ratio at some days; NaN where a part is missing."""
        seated_kg, standing_kg = (
            self.best_kg(exercise, side, at) for exercise in (Exercise.SEATED, Exercise.STANDING)
        )
        return seated_standing_ratio(seated_kg, standing_kg)

    def ratio(self, side: Side) -> Trace:
        """Give a leg's seated/standing ratio on each day on which it did either."""
        seated, standing = (
            self._estimates(exercise, side) for exercise in (Exercise.SEATED, Exercise.STANDING)
        )
        day = np.union1d(seated.day, standing.day)
        value = self.ratios(side, day)
        known = ~np.isnan(value)
        day, value = day[known], value[known]
        return Trace(day, value, smooth(day, value), np.zeros(len(day), np.bool_))
