"""Values over time: ISO weeks, weekly sums, means of the four weeks before, and smoothing.

Days are numbers as made by ``columns.day_number``.
"""

from dataclasses import dataclass, fields
from typing import Final, TypeVar

import numpy as np

from tracker.domain.columns import EXERCISES, SIDES, Floats, Integers, day_of_number
from tracker.domain.daily import DayTable
from tracker.domain.week import DAYS_A_WEEK, FIRST_MONDAY

WEEKS_BEFORE: Final = 4  # [D]
# Two weeks to either side: about eight values for a runner who trains twice a week [D].
SMOOTHING_DAYS: Final = 14
Whole = TypeVar("Whole", int, Integers)


def week_of(day: Integers) -> Integers:
    """Number the ISO week of each day: weeks since that of 1 January 1970, which is week 0."""
    return (day - FIRST_MONDAY) // DAYS_A_WEEK + 1


def monday_of(week: Whole) -> Whole:
    """Return the Monday of a week numbered by ``week_of``, as a day number; also for columns."""
    return (week - 1) * DAYS_A_WEEK + FIRST_MONDAY


def week_text(week: int) -> str:
    """Write a week numbered by ``week_of`` in ISO 8601.

    >>> week_text(0)
    '1970-W01'
    """
    year, number, _ = day_of_number(monday_of(week)).isocalendar()
    return f"{year}-W{number:02}"


@dataclass(frozen=True, slots=True)
class WeekTable:
    """One row per week, exercise and side, sorted in that order; units as in ``DayTable``."""

    week: Integers
    exercise: Integers
    side: Integers
    best_e1rm_kg: Floats
    sessions: Integers
    sessions_begun: Integers
    hard_sets: Integers
    hard_set_numbers: Integers
    reps: Floats
    volume_load_kg: Floats
    held_s: Floats

    def __len__(self) -> int:
        return len(self.week)

    @property
    def code(self) -> Integers:
        """One number per row, ascending, made of its week, exercise and side."""
        return row_code(self.week, self.exercise, self.side)

    def places_of(self, week: Integers, exercise: Integers, side: Integers) -> Integers:
        """Find the row indices of weeks, exercises and sides, all of which must exist."""
        return np.searchsorted(self.code, row_code(week, exercise, side))

    def with_rows_for(self, week: Integers, exercise: Integers, side: Integers) -> "WeekTable":
        """Return this table with empty rows added for the given weeks and legs where missing.

        Args:
            week: Weeks of the rows asked for, without repeats and in the order of a table.
            exercise: Their exercises.
            side: Their sides.
        """
        missing = ~np.isin(row_code(week, exercise, side), self.code)
        week, exercise, side = week[missing], exercise[missing], side[missing]
        places = np.searchsorted(self.code, row_code(week, exercise, side))
        nothing = np.zeros(len(week))
        known = {"week": week, "exercise": exercise, "side": side, "best_e1rm_kg": nothing + np.nan}
        return WeekTable(
            *(
                np.insert(getattr(self, field.name), places, known.get(field.name, nothing))
                for field in fields(self)
            )
        )


def row_code(week: Integers, exercise: Integers, side: Integers) -> Integers:
    """Combine week, exercise and side in one number that sorts like the rows of a table."""
    return (week * len(EXERCISES) + exercise) * len(SIDES) + side


def summarise_weeks(table: DayTable) -> WeekTable:
    """Sum up days by ISO week, exercise and side."""
    week = week_of(table.day)
    group = row_code(week, table.exercise, table.side)
    order = np.argsort(group, kind="stable")
    group = group[order]
    start = np.flatnonzero(np.append(True, group[1:] != group[:-1])) if len(group) else group
    first = order[start]

    def total(values: Integers) -> Integers:
        summed: Integers = np.add.reduceat(values[order], start)
        return summed

    return WeekTable(
        week=week[first],
        exercise=table.exercise[first],
        side=table.side[first],
        best_e1rm_kg=np.fmax.reduceat(table.best_e1rm_kg[order], start),
        sessions=total(table.sessions),
        sessions_begun=total(table.sessions_begun),
        hard_sets=total(table.hard_sets),
        hard_set_numbers=total(table.hard_set_numbers),
        reps=np.add.reduceat(table.reps[order], start),
        volume_load_kg=np.add.reduceat(table.volume_load_kg[order], start),
        held_s=np.add.reduceat(table.held_s[order], start),
    )


def place_of_week(mondays: Integers, day: int) -> int | None:
    """Return the index of the week a day lies in; None if it lies in none of them.

    Args:
        mondays: The first days of some weeks, ascending.
        day: Any day.
    """
    place = int(np.searchsorted(mondays, day, side="right")) - 1
    return place if place >= 0 and day - int(mondays[place]) < DAYS_A_WEEK else None


def every_week(week: Integers, value: Floats, first: int, last: int) -> Floats:
    """Return the sum of every week from the first to the last, 0 for weeks without values.

    Args:
        week: Weeks of the values, in any order, from ``first`` to ``last``.
        value: The values to sum.
        first: The first week returned.
        last: The last week returned, inclusive.
    """
    summed = np.zeros(last - first + 1)
    np.add.at(summed, week - first, value)
    return summed


def mean_of_weeks_before(values: Floats) -> Floats:
    """Return the mean of the four weeks before each week; NaN for the first four.

    Args:
        values: One value per week, without gaps.

    No acute:chronic ratio is made from it, since that does not predict injury (Impellizzeri 2021,
    Sports Med).
    """
    means = np.full(len(values), np.nan)
    if len(values) > WEEKS_BEFORE:
        windows = np.lib.stride_tricks.sliding_window_view(values[:-1], WEEKS_BEFORE)
        means[WEEKS_BEFORE:] = windows.mean(axis=1)
    return means


def change_percent(value: Floats, before: Floats) -> Floats:
    """Return the change of values in percent of those before; NaN where those are 0 or NaN."""
    positive = before > 0
    change = 100 * (value / np.where(positive, before, 1.0) - 1)
    return np.where(positive, change, np.nan)


def smooth(day: Integers, value: Floats, half_width_days: int = SMOOTHING_DAYS) -> Floats:
    """Smooth values: average all values within 14 days before and after each [D].

    The window is a span of days, not a count of values, so it does not bridge a break in training.
    At either end it covers only its inner half.

    Args:
        day: Days of the values, ascending.
        value: The values, none of them NaN.
        half_width_days: Days that the window reaches to either side.

    Returns:
        One value for each day given.
    """
    total = np.concatenate(([0.0], np.cumsum(value)))
    first = np.searchsorted(day, day - half_width_days, side="left")
    last = np.searchsorted(day, day + half_width_days, side="right")
    smoothed: Floats = (total[last] - total[first]) / (last - first)
    return smoothed
