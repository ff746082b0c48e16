"""What was felt and tested, as series by day: pain by moment and leg, stiffness, heel raises."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

import numpy as np

from tracker.domain.columns import Floats, Integers, day_number
from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.symptoms import Moment, Symptom

_WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DayValues:
    """One value a day: days since 1 January 1970, ascending, each once, and their values."""

    day: Integers
    value: Floats

    def __len__(self) -> int:
        return len(self.day)

    def at(self, day: int) -> float:
        """Give the value of a day; NaN where there is none."""
        place = int(np.searchsorted(self.day, day))
        found = place < len(self) and int(self.day[place]) == day
        return float(self.value[place]) if found else float("nan")


def largest_by_day(noted: Iterable[tuple[datetime.date, float]]) -> DayValues:
    """Give the largest value of each day."""
    largest: dict[int, float] = {}
    for date, value in noted:
        day = day_number(date)
        largest[day] = max(value, largest.get(day, value))
    days = sorted(largest)
    return DayValues(np.array(days, np.int64), np.array([largest[day] for day in days], float))


def pain_by_day(symptoms: Iterable[Symptom], moment: Moment, side: Side) -> DayValues:
    """Give the worst pain of each day at one moment, 0 to 10, whatever the site.

    Args:
        symptoms: In any order.
        moment: Which moment.
        side: Which leg; both for what was not told apart.
    """
    return largest_by_day(
        (each.date, each.pain)
        for each in symptoms
        if each.pain is not None and (each.moment, each.side) == (moment, side)
    )


def stiffness_by_day(symptoms: Iterable[Symptom], side: Side) -> DayValues:
    """Give the longest morning stiffness of each day in minutes, whenever it was noted."""
    return largest_by_day(
        (each.date, each.stiffness_min)
        for each in symptoms
        if each.stiffness_min is not None and each.side is side
    )


def heel_raises_by_day(tests: Iterable[HeelRaiseTest], exercise: Exercise, side: Side) -> DayValues:
    """Give the most repetitions of each day's tests, of one leg with the knee held one way."""
    return largest_by_day(
        (each.date, each.reps) for each in tests if (each.exercise, each.side) == (exercise, side)
    )


@dataclass(frozen=True, slots=True)
class PainOfTwoWeeks:
    """Median next-morning pain of an ISO week and of the one before; None where none was noted."""

    this_week: float | None
    week_before: float | None


def morning_pain_of_two_weeks(
    symptoms: Iterable[Symptom], side: Side, today: datetime.date
) -> PainOfTwoWeeks:
    """Lay next-morning pain of this week beside that of the week before.

    Args:
        symptoms: In any order.
        side: Which leg; both for what was not told apart.
        today: A day of this week.

    Source: Silbernagel 2007, Am J Sports Med 35:897: neither pain nor stiffness is to rise from
    week to week.
    """
    monday = today - datetime.timedelta(days=today.weekday())
    pain = pain_by_day(symptoms, Moment.NEXT_MORNING, side)

    def of_week(begin: datetime.date) -> float | None:
        first, last = np.searchsorted(pain.day, (day_number(begin), day_number(begin + _WEEK)))
        return float(median(pain.value[first:last])) if last > first else None

    return PainOfTwoWeeks(of_week(monday), of_week(monday - _WEEK))
