"""How far the runner is on the way to a goal: the figure of each leg now."""

import datetime
from math import isnan

import numpy as np

from tracker.app.progress import ProgressData
from tracker.domain.balance import RATIO_DAYS
from tracker.domain.columns import day_number
from tracker.domain.exercise import LEGS, Side
from tracker.domain.goal import Goal, GoalKind


def legs_of(goal: Goal) -> tuple[Side, ...]:
    """Give the legs that a goal is of."""
    return LEGS if goal.side is Side.BOTH else (goal.side,)


def reached(goal: Goal, data: ProgressData) -> dict[Side, float]:
    """Give the figure of a goal as it is now.

    Args:
        goal: The goal.
        data: The log.

    Returns:
        For strength the best of the last 28 days in bodyweights, for heel raises the last test, by
        leg; for a difference the median of the last three pairs in percent, signed, of both legs.
        A leg without a figure is left out.

    Raises:
        TrackerError: If the log could not be read.
    """
    if goal.kind is GoalKind.DIFFERENCE_PERCENT:
        verdict = data.balance(goal.exercise).verdict
        return {} if verdict is None else {Side.BOTH: verdict.median_percent}
    values = {side: _of_leg(goal, side, data) for side in legs_of(goal)}
    return {side: value for side, value in values.items() if not isnan(value)}


def _of_leg(goal: Goal, side: Side, data: ProgressData) -> float:
    if goal.kind is GoalKind.HEEL_RAISE_REPS:
        raises = data.checkups.heel_raises(goal.exercise, side)
        return float(raises.value[-1]) if len(raises) else float("nan")
    trace = data.strength(goal.exercise, side, per_bodyweight=True)
    begin = day_number(data.today - datetime.timedelta(days=RATIO_DAYS))
    recent = trace.value[np.searchsorted(trace.day, begin, side="right") :]
    return float(recent.max()) if len(recent) else float("nan")
