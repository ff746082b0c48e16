"""Where a goal stands: the one rule that every page, the report and the files ask."""

from collections.abc import Iterable, Sequence
from math import isnan, nan

import numpy as np

from tracker.domain.columns import day_of_number
from tracker.domain.exercise import LEGS, Side
from tracker.domain.felt import heel_raises_by_day
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.series import DaySeries


def reached(
    goal: Goal,
    day: int,
    series: DaySeries,
    tests: Iterable[HeelRaiseTest],
    weighings: Sequence[Bodyweight],
    runner: Runner,
) -> dict[Side, float]:
    """Give the figure of a goal as it stands on a day.

    Args:
        goal: The goal.
        day: The day, in days since 1 January 1970.
        series: Of the whole log up to that day.
        tests: Heel-raise tests; those after the day do not count.
        weighings: By day, oldest first.
        runner: Whose bands count.

    Returns:
        The figure of each leg that the goal is of; a leg without a figure is missing.
        Of strength the best estimated maximum of the 28 days up to the day, on the equipment last
        used, in bodyweights of that day. Of heel raises the most repetitions of the last day
        tested. Of a difference its size in percent, as of both legs.
    """
    if goal.kind is GoalKind.DIFFERENCE_PERCENT:
        verdict = series.balance(goal.exercise, runner).verdict
        return {} if verdict is None else {Side.BOTH: abs(verdict.median_percent)}
    legs = LEGS if goal.side is Side.BOTH else (goal.side,)
    if goal.kind is GoalKind.HEEL_RAISE_REPS:
        figures = {leg: _last_test(goal, leg, tests, day) for leg in legs}
    else:
        body_kg = bodyweight_on(day_of_number(day), weighings) or nan
        at = np.array([day])
        figures = {leg: series.best_kg(goal.exercise, leg, at)[0] / body_kg for leg in legs}
    return {leg: float(figure) for leg, figure in figures.items() if not isnan(figure)}


def _last_test(goal: Goal, leg: Side, tests: Iterable[HeelRaiseTest], day: int) -> float:
    """Give the repetitions of a leg's last day tested up to a day; NaN where there is none."""
    raises = heel_raises_by_day(tests, goal.exercise, leg)
    so_far = int(np.searchsorted(raises.day, day, side="right"))
    return float(raises.value[so_far - 1]) if so_far else nan
