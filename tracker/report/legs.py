"""What the report says of the legs' strength: left against right, and seated against standing.

Figures are as of the last day, out of the whole log up to it, and so do not depend on the period.
Changes are since its first day; where the log has hardly begun by then, since the first 28 days
of the log.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import nan

import numpy as np

from tracker.domain.columns import Integers, day_of_number
from tracker.domain.day_values import DayValues
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.leg_strength import LegChange, LegFigure, LegFigures, Shares
from tracker.domain.pairs import Pairs
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.strengths import Strengths, Trend
from tracker.domain.verdict import Bands, Verdict, Verdicts
from tracker.domain.windows import WINDOW_DAYS


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg in one exercise.

    Args:
        values: Its values of the days of the period.
        line: Its figures at those days.
        now: Its figure on the last day; None with fewer than 3 days of training.
        change: Since the start; None where it is not known.
    """

    values: DayValues
    line: LegFigures
    now: LegFigure | None
    change: LegChange | None


@dataclass(frozen=True, slots=True)
class Strength:
    """Left against right within one exercise.

    Args:
        exercise: Which exercise.
        legs: Both legs; one may have no values.
        bodyweight_kg: What counts on the last day; NaN where the runner was never weighed.
        pairs: The pairs of the period.
        percent: Their signed differences; of a one-sided pair that of its bound.
        line: The differences as judged at their days.
        verdict: What may be said on the last day.
        by_tests: The same by the strength tests alone; None where they tell nothing.
        trend: How the difference has changed since the start; None where it is not known.
    """

    exercise: Exercise
    legs: Mapping[Side, Leg]
    bodyweight_kg: float
    pairs: Pairs
    percent: Sequence[float]
    line: Verdicts
    verdict: Verdict
    by_tests: Verdict | None
    trend: Trend | None


def legs_compared(
    strengths: Strengths,
    days: tuple[int, int],
    runner: Runner,
    weighings: Sequence[Bodyweight],
) -> Iterable[Strength]:
    """Compare the legs within each exercise of which the period has a value.

    Args:
        strengths: Of the whole log up to the last day.
        days: The first and the last day of the period.
        runner: Whose bands count.
        weighings: By day, oldest first.
    """
    bands = Bands(runner.usual_percent, runner.marked_percent)
    bodyweight_kg = bodyweight_on(day_of_number(days[1]), weighings)
    for exercise in strengths.exercises:
        legs = {side: _leg(strengths, exercise, side, days) for side in LEGS}
        if not any(len(leg.values) for leg in legs.values()):
            continue
        balance, start = strengths.balance(exercise), _start(strengths, (exercise,), days)
        told = slice(*_places(balance.pairs.day, days))
        pairs = balance.pairs.rows(told)
        yield Strength(
            exercise,
            legs,
            nan if bodyweight_kg is None else bodyweight_kg,
            pairs,
            balance.all_pairs.percent[told].tolist(),
            balance.at(pairs.day, bands),
            balance.on(days[1], bands),
            balance.on_by_tests(days[1], bands),
            None if start is None else balance.change(start, days[1]),
        )


def _places(day: Integers, days: tuple[int, int]) -> tuple[int, int]:
    """Give the place of the first day of a period, and that behind its last."""
    first, last = days
    return int(np.searchsorted(day, first)), int(np.searchsorted(day, last, side="right"))


def _leg(strengths: Strengths, exercise: Exercise, side: Side, days: tuple[int, int]) -> Leg:
    values = strengths.values_of(exercise, side)
    values = values.rows(slice(*_places(values.day, days)))
    leg = strengths.leg(exercise, side)
    own = leg.day[slice(*_places(leg.day, days))]
    start = _start(strengths, (exercise,), days)
    return Leg(
        values,
        leg.at(own),
        leg.at(np.array([days[1]])).one(0),
        None if start is None else strengths.change(exercise, side, start, days[1]),
    )


def _start(
    strengths: Strengths, exercises: Sequence[Exercise], days: tuple[int, int]
) -> int | None:
    """Give the day that changes are since; None where the log has hardly begun by the last one."""
    begun = [strengths.leg(each, side).day[:1] for each in exercises for side in LEGS]
    first = max(days[0], int(np.concatenate(begun).min(initial=days[1])) + WINDOW_DAYS - 1)
    return first if first < days[1] else None


@dataclass(frozen=True, slots=True)
class Share:
    """A leg's seated figure in parts of its standing one, and the ±; NaN where not known."""

    value: float
    plus_minus: float


@dataclass(frozen=True, slots=True)
class Ratio:
    """Seated against standing.

    Args:
        days: Of each leg's training of either in the period.
        lines: The shares at those days, in percent.
        equipment: Numbers that change where the equipment of either exercise does.
        start: Of each leg, at the start.
        end: Of each leg, on the last day.
    """

    days: Mapping[Side, Integers]
    lines: Mapping[Side, Shares]
    equipment: Mapping[Side, Integers]
    start: Mapping[Side, Share]
    end: Mapping[Side, Share]


def ratio(strengths: Strengths, days: tuple[int, int]) -> Ratio | None:
    """Compare seated with standing; None where neither leg's ratio is known in the period.

    Args:
        strengths: Of the whole log up to the last day.
        days: The first and the last day of the period.
    """
    start = _start(strengths, (Exercise.SEATED, Exercise.STANDING), days)
    own = {side: strengths.days_of_ratio(side) for side in LEGS}
    own = {side: day[slice(*_places(day, days))] for side, day in own.items()}
    lines = {side: strengths.seated_to_standing(side, day) for side, day in own.items()}
    if all(np.isnan(line.percent).all() for line in lines.values()):
        return None
    return Ratio(
        own,
        lines,
        {side: strengths.equipment_of_ratio(side, day) for side, day in own.items()},
        {side: _share(strengths, side, start) for side in LEGS},
        {side: _share(strengths, side, days[1]) for side in LEGS},
    )


def _share(strengths: Strengths, side: Side, day: int | None) -> Share:
    if day is None:
        return Share(nan, nan)
    found = strengths.seated_to_standing(side, np.array([day]))
    return Share(float(found.percent[0]) / 100, float(found.plus_minus[0]) / 100)
