"""What planned sets lead to: cells on the Log page, loads, and taking on and stopping a plan."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from math import floor

from tracker.domain.change import Change, Edit
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import KG_DECIMALS
from tracker.domain.plan import A_DAY, LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.session import LOADS_KG
from tracker.domain.set_grid import Cell


def planned_cells(due: Iterable[PlannedSets]) -> dict[Cell, PlannedSets]:
    """Return the cells of the Log page's tables that a session's planned sets fill.

    An exercise planned twice continues in the rows below. Sets for the left and for the right leg
    stand side by side; sets of both legs at once get rows of their own.

    Args:
        due: The planned sets of one session, in order.
    """
    cells: dict[Cell, PlannedSets] = {}
    filled = {(exercise, side): 0 for exercise in Exercise for side in Side}
    for item in due:
        columns = tuple(Side) if item.side is PlannedSide.BOTH else item.side.sides
        above = max(filled[item.exercise, side] for side in columns)
        filled |= {(item.exercise, side): above + item.sets for side in columns}
        cells |= {
            Cell(item.exercise, above + number, side): item
            for number in range(1, item.sets + 1)
            for side in item.side.sides
        }
    return cells


def external_kg_of(
    planned: PlannedSets,
    bodyweight_kg: float | None,
    e1rm_kg: float | None,
    step_kg: float,
) -> float | None:
    """Return the load to add for planned sets, in kilograms.

    Args:
        planned: The planned sets.
        bodyweight_kg: Bodyweight on the day; None if unknown.
        e1rm_kg: The leg's estimated 1RM as a system load, from the plan's ``maximum_on``; None if
            there is none.
        step_kg: Calculated loads are rounded down to a multiple of this, > 0; a load planned as a
            fixed number stays as it is.

    Returns:
        Kilograms, negative for assistance; None if none is planned or it cannot be worked out.

    >>> planned = PlannedSets("", Exercise.STANDING, PlannedSide.EACH, 5, 10)
    >>> planned = replace(planned, load_basis=LoadBasis.E1RM_PERCENT, load_value=70.0)
    >>> external_kg_of(planned, bodyweight_kg=70.0, e1rm_kg=120.0, step_kg=2.5)
    12.5
    """
    if planned.load_basis is None or planned.load_value is None:
        return None
    carries = planned.exercise.carries_bodyweight
    if planned.load_basis is LoadBasis.EXTERNAL_KG or (
        planned.load_basis is LoadBasis.BODYWEIGHT and carries
    ):
        return planned.load_value
    if planned.load_basis is LoadBasis.BODYWEIGHT:
        lifted_kg = None if bodyweight_kg is None else bodyweight_kg + planned.load_value
    else:
        lifted_kg = None if e1rm_kg is None else e1rm_kg * planned.load_value / 100
    body_kg = bodyweight_kg if carries else 0.0
    if lifted_kg is None or body_kg is None:
        return None
    # A thousandth of a step makes up for binary rounding just below a whole number of steps.
    steps = floor((lifted_kg - body_kg) / step_kg + 0.001)
    kg = round(steps * step_kg, KG_DECIMALS)
    return kg if LOADS_KG[0] <= kg <= LOADS_KG[1] else None


# Taking and stopping


def taking(
    plan: Plan, phases: Iterable[Phase], items: Iterable[PlannedSets], others: Iterable[Plan]
) -> Change:
    """Make the change that takes on a plan and stops the plans it overlaps.

    Args:
        plan: The plan, not yet in the log.
        phases: Its phases.
        items: Their planned sets.
        others: The plans of the log.
    """
    stopped = [
        Edit(other, replace(other, ends_on=max(plan.starts_on, other.starts_on) - A_DAY))
        for other in others
        if max(other.starts_on, plan.starts_on) <= min(other.last_day, plan.last_day)
    ]
    return Change(tuple(stopped)) + Change.adding(plan, *phases, *items)


def stopping(plan: Plan, last_day: datetime.date) -> Change:
    """Make the change that stops a plan after a day; empty if it ends by then anyway.

    Args:
        plan: The plan.
        last_day: Its new last day; if before its first day, the plan counts as never run.
    """
    if last_day >= plan.last_day:
        return Change()
    ends_on = max(last_day, plan.starts_on - A_DAY)
    return Change.replacing(plan, replace(plan, ends_on=ends_on))
