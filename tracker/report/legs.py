"""What the report says about the legs' strength: left against right, and seated against standing.

Figures are as of the last day, from the whole log up to it, and so do not depend on the period.
Changes are since the last visit, or else since the first day of the period; if the log had hardly
begun then, since its first 28 days.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import nan

import numpy as np

from tracker.domain.columns import Integers, day_number, day_of_number
from tracker.domain.day_values import DayValues
from tracker.domain.entry import DATES
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.leg_strength import LegChange, LegFigure, LegFigures, Shares
from tracker.domain.pairs import Pairs
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.strengths import Strengths, Trend
from tracker.domain.verdict import Bands, Verdict, Verdicts
from tracker.domain.windows import WINDOW_DAYS

_BEFORE_ALL = day_number(DATES[0]) - 1


@dataclass(frozen=True, slots=True)
class Compared:
    """The days for which figures are given besides the last one.

    Args:
        first: The last of the first 28 days of the log; None if that is not before ``then``.
        then: The day compared with; None if the log has hardly begun by the last day.
    """

    first: int | None
    then: int | None

    def days_told(self, last: int) -> Integers:
        """Return both days and the last one; for None, a day before everything, without values."""
        days = (self.first, self.then, last)
        return np.array([_BEFORE_ALL if day is None else day for day in days])


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg in one exercise.

    Args:
        values: Its values within the period.
        line: Its figures on those days.
        first: Its figure after the first 28 days of the log; None if ``then`` is not later.
        then: Its figure on the day compared with; None with fewer than 3 days of training.
        now: Its figure on the last day; None with fewer than 3 days of training.
        change: The change from ``then`` to ``now``; None if unknown.
    """

    values: DayValues
    line: LegFigures
    first: LegFigure | None
    then: LegFigure | None
    now: LegFigure | None
    change: LegChange | None


@dataclass(frozen=True, slots=True)
class Strength:
    """Left against right within one exercise.

    Args:
        exercise: The exercise.
        legs: Both legs; one may have no values.
        bodyweight_kg: Bodyweight on the last day; NaN if never weighed.
        pairs: The pairs of the period.
        percent: Their signed differences; for a one-sided pair that of its bound.
        line: The differences as judged on their days.
        days: The days of ``first`` and ``then``.
        first: The verdict after the first 28 days; None if ``then`` is not later.
        then: The verdict on the day compared with; None if the log had hardly begun.
        verdict: The verdict on the last day.
        by_tests: The same from strength tests alone; None if they tell nothing.
        trend: How the difference has changed since ``then``; None if unknown.
    """

    exercise: Exercise
    legs: Mapping[Side, Leg]
    bodyweight_kg: float
    pairs: Pairs
    percent: Sequence[float]
    line: Verdicts
    days: Compared
    first: Verdict | None
    then: Verdict | None
    verdict: Verdict
    by_tests: Verdict | None
    trend: Trend | None


def legs_compared(
    strengths: Strengths,
    days: tuple[int, int],
    since: int,
    runner: Runner,
    weighings: Sequence[Bodyweight],
) -> Iterable[Strength]:
    """Compare the legs within each exercise that has a value in the period.

    Args:
        strengths: Strength from the whole log up to the last day.
        days: The first and the last day of the period.
        since: The day to compare the last one with.
        runner: The runner, whose bands apply.
        weighings: By day, oldest first.
    """
    bands = Bands.of(runner)
    bodyweight_kg = bodyweight_on(day_of_number(days[1]), weighings)
    for exercise in strengths.exercises:
        compared = _compared(strengths, (exercise,), since, days[1])
        legs = {side: _leg(strengths, exercise, side, days, compared) for side in LEGS}
        if not any(len(leg.values) for leg in legs.values()):
            continue
        balance = strengths.balance(exercise)
        told = slice(*_places(balance.pairs.day, days))
        pairs = balance.pairs.rows(told)
        yield Strength(
            exercise,
            legs,
            nan if bodyweight_kg is None else bodyweight_kg,
            pairs,
            balance.all_pairs.percent[told].tolist(),
            balance.at(pairs.day, bands),
            compared,
            None if compared.first is None else balance.on(compared.first, bands),
            None if compared.then is None else balance.on(compared.then, bands),
            balance.on(days[1], bands),
            balance.on_by_tests(days[1], bands),
            None if compared.then is None else balance.change(compared.then, days[1]),
        )


def _places(day: Integers, days: tuple[int, int]) -> tuple[int, int]:
    """Return the indices of the first day of a period and after its last."""
    first, last = days
    return int(np.searchsorted(day, first)), int(np.searchsorted(day, last, side="right"))


def _leg(
    strengths: Strengths, exercise: Exercise, side: Side, days: tuple[int, int], compared: Compared
) -> Leg:
    values = strengths.values_of(exercise, side)
    values = values.rows(slice(*_places(values.day, days)))
    leg = strengths.leg(exercise, side)
    own = leg.day[slice(*_places(leg.day, days))]
    told = leg.at(compared.days_told(days[1]))
    first, then, now = map(told.one, range(len(told.at)))
    change = None
    if compared.then is not None:
        change = strengths.change(exercise, side, compared.then, days[1])
    return Leg(values, leg.at(own), first, then, now, change)


def _compared(
    strengths: Strengths, exercises: Sequence[Exercise], since: int, last: int
) -> Compared:
    """Return the days for which figures are given besides the last one."""
    begun = [strengths.leg(each, side).day[:1] for each in exercises for side in LEGS]
    first = int(np.concatenate(begun).min(initial=last)) + WINDOW_DAYS - 1
    then = max(since, first)
    return Compared(first if first < then else None, then if then < last else None)


@dataclass(frozen=True, slots=True)
class Share:
    """A leg's seated figure divided by its standing one, and the ±; NaN if unknown."""

    value: float
    plus_minus: float


@dataclass(frozen=True, slots=True)
class Ratio:
    """Seated against standing.

    Args:
        days: Days in the period on which each leg trained either exercise.
        lines: The ratios on those days, in percent.
        equipment: Numbers that change whenever the equipment of either exercise does.
        compared: The days of ``first`` and ``then``.
        first: The ratio of each leg after the first 28 days.
        then: The ratio of each leg on the day compared with.
        now: The ratio of each leg on the last day.
        changes: The change of each leg from ``then`` to ``now``; None if unknown.
    """

    days: Mapping[Side, Integers]
    lines: Mapping[Side, Shares]
    equipment: Mapping[Side, Integers]
    compared: Compared
    first: Mapping[Side, Share]
    then: Mapping[Side, Share]
    now: Mapping[Side, Share]
    changes: Mapping[Side, Share | None]


def ratio(strengths: Strengths, days: tuple[int, int], since: int) -> Ratio | None:
    """Compare seated with standing; None if neither leg's ratio is known in the period.

    Args:
        strengths: Strength from the whole log up to the last day.
        days: The first and the last day of the period.
        since: The day to compare the last one with.
    """
    compared = _compared(strengths, (Exercise.SEATED, Exercise.STANDING), since, days[1])
    own = {side: strengths.days_of_ratio(side) for side in LEGS}
    own = {side: day[slice(*_places(day, days))] for side, day in own.items()}
    lines = {side: strengths.seated_to_standing(side, day) for side, day in own.items()}
    if all(np.isnan(line.percent).all() for line in lines.values()):
        return None
    told = {side: strengths.seated_to_standing(side, compared.days_told(days[1])) for side in LEGS}
    first, then, now = ({side: _share(told[side], place) for side in LEGS} for place in range(3))
    return Ratio(
        own,
        lines,
        {side: strengths.equipment_of_ratio(side, day) for side, day in own.items()},
        compared,
        first,
        then,
        now,
        {side: _change(strengths, side, compared.then, days[1]) for side in LEGS},
    )


def _share(found: Shares, place: int) -> Share:
    return Share(float(found.percent[place]) / 100, float(found.plus_minus[place]) / 100)


def _change(strengths: Strengths, side: Side, then: int | None, now: int) -> Share | None:
    found = None if then is None else strengths.change_of_ratio(side, then, now)
    return None if found is None else Share(found.points / 100, found.plus_minus / 100)
