"""What of a plan is due on which day."""

import datetime
from collections.abc import Iterable, Sequence

import numpy as np

from tracker.domain.columns import Integers, day_number, iso_weekday
from tracker.domain.plan import Phase, Plan, PlannedSets, phases_of, sets_of_phase


def sessions_by_day(phase: Phase, plan: Plan, days: Integers) -> Integers:
    """Count the sessions of a phase that are due on each day; 0 outside the phase and the plan.

    Every 48 hours is every other day, every 12 hours twice a day. Hours count from the plan's
    first day, so that their pace goes on from phase to phase.

    Args:
        phase: The phase.
        plan: The plan it belongs to.
        days: Days since 1 January 1970, any order.
    """
    since = days - day_number(plan.starts_on)
    week = since // 7 + 1
    comes = (phase.first_week <= week) & (week <= phase.last_week)
    comes &= days <= day_number(plan.last_day)
    if phase.every_hours is None:
        due = np.isin(iso_weekday(days), phase.weekdays).astype(np.int64)
    else:
        # Multiples that lie before the end of the day, less those before its beginning.
        hours = 24 * since
        due = -(-(hours + 24) // phase.every_hours) + (-hours // phase.every_hours)
    return np.where(comes, due, 0)


def sessions_due(phase: Phase, plan: Plan, day: datetime.date) -> int:
    """Count the sessions of a phase that are due on a day; see ``sessions_by_day``."""
    return int(sessions_by_day(phase, plan, np.array([day_number(day)]))[0])


def due_on(
    plan: Plan,
    phases: Iterable[Phase],
    items: Sequence[PlannedSets],
    day: datetime.date,
    occurrence: int = 1,
) -> list[PlannedSets]:
    """List the planned sets of one session of a day, in their order; phases that overlap join.

    Args:
        plan: The plan.
        phases: Its phases, any order; those of other plans are left out.
        items: Their planned sets, any order.
        day: Which day.
        occurrence: Which session of the day, 1 upward.
    """
    return [
        item
        for phase in phases_of(plan, phases)
        if sessions_due(phase, plan, day) >= occurrence
        for item in sets_of_phase(phase, items)
    ]
