"""What was felt and tested, as one value a day: pain by moment and leg, stiffness, heel raises."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

import numpy as np

from tracker.domain.columns import MOMENTS, SIDES, Floats, Integers, SymptomColumns, day_number
from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measured import force_ratios, of_kind
from tracker.domain.measurement import MeasuredKind, Measurement
from tracker.domain.symptoms import Moment
from tracker.domain.week import begin_of_week

_WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class FeltByDay:
    """One value per day: days since 1 January 1970, ascending and distinct, and their values."""

    day: Integers
    value: Floats

    def __len__(self) -> int:
        return len(self.day)

    def at(self, day: int) -> float:
        """Return the value of a day; NaN if there is none."""
        place = int(np.searchsorted(self.day, day))
        found = place < len(self) and int(self.day[place]) == day
        return float(self.value[place]) if found else float("nan")


def largest_by_day(day: Integers, value: Floats) -> FeltByDay:
    """Return the largest value of each day.

    Args:
        day: Days since 1 January 1970, ascending; may repeat.
        value: One value for each of ``day``; NaN where nothing was noted.
    """
    is_noted = ~np.isnan(value)
    days, first = np.unique(day[is_noted], return_index=True)
    return FeltByDay(days, np.maximum.reduceat(value[is_noted], first) if len(days) else value[:0])


def pain_by_day(symptoms: SymptomColumns, moment: Moment, side: Side) -> FeltByDay:
    """Return the worst pain of each day at one moment, 0 to 10, at any site.

    Args:
        symptoms: The symptoms.
        moment: Which moment.
        side: Which leg; both for entries that do not name one.
    """
    chosen = (symptoms.moment == MOMENTS.index(moment)) & (symptoms.side == SIDES.index(side))
    return largest_by_day(symptoms.day[chosen], symptoms.pain[chosen])


def stiffness_by_day(symptoms: SymptomColumns, side: Side) -> FeltByDay:
    """Return the longest morning stiffness of each day in minutes, at any moment."""
    chosen = symptoms.side == SIDES.index(side)
    return largest_by_day(symptoms.day[chosen], symptoms.stiffness_min[chosen])


def heel_raises_by_day(tests: Iterable[HeelRaiseTest], exercise: Exercise, side: Side) -> FeltByDay:
    """Return the most heel raises of each day's tests, for one leg and one knee position."""
    chosen = [each for each in tests if (each.exercise, each.side) == (exercise, side)]
    chosen.sort(key=lambda each: each.date)
    days = np.array([day_number(each.date) for each in chosen], np.int64)
    return largest_by_day(days, np.array([each.reps for each in chosen], np.float64))


def measured_by_day(
    measurements: Iterable[Measurement], kind: MeasuredKind, side: Side | None
) -> FeltByDay:
    """Return the best value of a kind on each day, for one leg, or for none (None)."""
    by_day: dict[int, list[float]] = {}
    for each in of_kind(kind, measurements):
        if each.side is side:
            by_day.setdefault(day_number(each.date), []).append(each.value)
    days = sorted(by_day)
    values = [kind.best_of(by_day[day]) for day in days]
    return FeltByDay(np.array(days, np.int64), np.array(values, np.float64))


def force_ratio_by_day(measurements: Iterable[Measurement], side: Side) -> FeltByDay:
    """Return a leg's seated peak force divided by its standing one, for each day that has both."""
    ratios = force_ratios(measurements).get(side, {})
    days = np.array([day_number(day) for day in ratios], np.int64)
    return FeltByDay(days, np.array(list(ratios.values()), np.float64))


@dataclass(frozen=True, slots=True)
class PainOfTwoWeeks:
    """Median next-morning pain of an ISO week and of the week before; None if none was noted."""

    this_week: float | None
    week_before: float | None


def morning_pain_of_two_weeks(
    symptoms: SymptomColumns, side: Side, today: datetime.date
) -> PainOfTwoWeeks:
    """Compare next-morning pain this week with the week before.

    Args:
        symptoms: The symptoms.
        side: Which leg; both for entries that do not name one.
        today: A day of this week.

    Source: Silbernagel 2007, Am J Sports Med 35:897: neither pain nor stiffness should rise from
        week to week.
    """
    monday = begin_of_week(today)
    pain = pain_by_day(symptoms, Moment.NEXT_MORNING, side)

    def of_week(begin: datetime.date) -> float | None:
        first, last = np.searchsorted(pain.day, (day_number(begin), day_number(begin + _WEEK)))
        return float(median(pain.value[first:last])) if last > first else None

    return PainOfTwoWeeks(of_week(monday), of_week(monday - _WEEK))
