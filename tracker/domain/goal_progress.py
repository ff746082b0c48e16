"""Where a goal stands: the one rule that every page, the report and the files use."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isnan, nan

import numpy as np

from tracker.domain.columns import day_of_number
from tracker.domain.difference import shown_plus_minus
from tracker.domain.exercise import LEGS, Side
from tracker.domain.felt import heel_raises_by_day
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measured import of_kind
from tracker.domain.measurement import Better, Measurement
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.strengths import Strengths
from tracker.domain.verdict import BANDED, Bands


@dataclass(frozen=True, slots=True)
class GoalFigure:
    """Where a goal stands.

    Args:
        value: Multiples of bodyweight, repetitions, the size of a difference in percent, or a
            measured value.
        plus_minus: Its margin of error, in the same unit; NaN if there is none.
        is_at_least: Whether it is a lower bound.
    """

    value: float
    plus_minus: float = nan
    is_at_least: bool = False

    def meets(self, goal: Goal) -> bool:
        """Tell whether the goal is reached.

        A measurement where lower is better must be at or below the target, a difference below it
        and no lower bound, anything else at or above it.
        """
        if goal.kind is GoalKind.MEASUREMENT and goal.measured_kind.better is Better.LOWER:
            return self.value <= goal.target
        if goal.kind is GoalKind.DIFFERENCE_PERCENT:
            return self.value < goal.target and not self.is_at_least
        return self.value >= goal.target

    def meets_clearly(self, goal: Goal) -> bool:
        """Tell whether a difference stays below the target even with its ± added."""
        return self.meets(goal) and self.value + shown_plus_minus(self.plus_minus) < goal.target


def reached(
    goal: Goal,
    day: int,
    strengths: Strengths,
    tests: Iterable[HeelRaiseTest],
    measurements: Iterable[Measurement],
    weighings: Sequence[Bodyweight],
    runner: Runner,
) -> dict[Side, GoalFigure]:
    """Return where a goal stands on a day, by leg.

    Args:
        goal: The goal.
        day: The day, in days since 1 January 1970.
        strengths: Strength from the whole log up to that day.
        tests: Heel-raise tests; those after the day do not count.
        measurements: By day; those after the day do not count.
        weighings: By day, oldest first.
        runner: The runner, whose bands apply.

    Returns:
        The figure of each leg the goal is for; legs without a figure are missing. For strength: the
        estimated 1RM on the equipment last used, in multiples of that day's bodyweight. For heel
        raises: the most repetitions on the last day tested. For a difference: its size in percent,
        under both legs, if it falls in a band. For a measurement: the newest value, under both legs
        if it is of neither.
    """
    if goal.kind is GoalKind.MEASUREMENT:
        return _newest(goal, day_of_number(day), measurements)
    if goal.kind is GoalKind.DIFFERENCE_PERCENT:
        bands = Bands.of(runner)
        verdict = strengths.balance(goal.trained).on(day, bands)
        found = verdict.difference
        if found is None or verdict.state not in BANDED:
            return {}
        return {Side.BOTH: GoalFigure(found.size, found.plus_minus, not found.is_point)}
    legs = LEGS if goal.side is Side.BOTH else (goal.side,)
    if goal.kind is GoalKind.HEEL_RAISE_REPS:
        reps = {leg: _last_test(goal, leg, tests, day) for leg in legs}
        return {leg: GoalFigure(each) for leg, each in reps.items() if not isnan(each)}
    body_kg = bodyweight_on(day_of_number(day), weighings)
    if body_kg is None:
        return {}
    at = np.array([day])
    figures = {leg: strengths.leg(goal.trained, leg).at(at).one(0) for leg in legs}
    return {
        leg: GoalFigure(each.kg / body_kg, each.plus_minus_kg / body_kg, each.is_at_least)
        for leg, each in figures.items()
        if each is not None
    }


def _newest(
    goal: Goal, day: datetime.date, measurements: Iterable[Measurement]
) -> dict[Side, GoalFigure]:
    """Return the newest value of each leg up to a day."""
    return {
        each.side or Side.BOTH: GoalFigure(each.value)
        for each in of_kind(goal.measured_kind, measurements)
        if each.date <= day and goal.side in (Side.BOTH, each.side)
    }


def _last_test(goal: Goal, leg: Side, tests: Iterable[HeelRaiseTest], day: int) -> float:
    """Return the repetitions of the leg's last test day up to a day; NaN if there is none."""
    raises = heel_raises_by_day(tests, goal.trained, leg)
    so_far = int(np.searchsorted(raises.day, day, side="right"))
    return float(raises.value[so_far - 1]) if so_far else nan
