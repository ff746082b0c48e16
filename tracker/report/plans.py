"""Planned against done in the report for the physio, plan by plan."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tracker.domain.adherence import Adherence
from tracker.domain.columns import SIDES, WARMUP, day_number
from tracker.domain.exercise import Side
from tracker.domain.plan import Plan, first_day
from tracker.domain.plan_edits import WholePlan
from tracker.exchange.plans_of_log import PlansOfLog

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Count:
    """How many were planned, at least one, and how many of them were done."""

    planned: int
    done: int

    @property
    def percent(self) -> float:
        """Done in percent of planned, 0 to 100."""
        return 100 * self.done / self.planned


@dataclass(frozen=True, slots=True)
class PhaseBegun:
    """The phase by hand that a plan is in.

    Args:
        number: Its place in the plan, from 1.
        since: The day it began.
    """

    number: int
    since: datetime.date


@dataclass(frozen=True, slots=True)
class PlanKept:
    """What was planned and done under one plan in the period.

    Args:
        plan: The plan.
        first: Its first day in the period.
        last: Its last day in the period.
        sessions: Its sessions.
        sets: Its sets by side; sides without any are missing.
        beside: Sets done in these days in addition to planned ones, over all sides and exercises.
        phase: The phase by hand on the last day; None if the phase then is by week.
    """

    plan: Plan
    first: datetime.date
    last: datetime.date
    sessions: Count
    sets: Mapping[Side, Count]
    beside: int
    phase: PhaseBegun | None


def plans_kept(
    log: PlansOfLog | None, first: datetime.date, last: datetime.date
) -> tuple[PlanKept, ...]:
    """Sum up each plan with anything due in the period, by its first day.

    Args:
        log: The plans of the log and the sets that may match them; None if none ran.
        first: The first day of the period.
        last: Its last day.
    """
    if log is None:
        return ()
    found, kept = log.adherence(), []
    in_order = sorted(log.plans, key=first_day)
    for place, plan in enumerate(in_order):
        # Where plans overlap, the later one counts.
        later = [each.starts_on - _DAY for each in in_order[place + 1 :]]
        begin, end = max(plan.starts_on, first), min(plan.last_day, last, log.today, *later)
        part = found.between(day_number(begin), day_number(end))
        if len(part.sessions):
            kept.append(
                PlanKept(
                    plan,
                    begin,
                    end,
                    Count(int(part.sessions.planned.sum()), int(part.sessions.done.sum())),
                    _sets_of(part),
                    _beside(log, part, begin, end),
                    _phase_on(WholePlan.of(plan, log.phases, ()), end),
                )
            )
    return tuple(kept)


def _phase_on(whole: WholePlan, day: datetime.date) -> PhaseBegun | None:
    for stretch in whole.running_on(day):
        if stretch.phase.is_by_hand:
            return PhaseBegun(whole.number_of(stretch.phase), stretch.first)
    return None


def _sets_of(part: Adherence) -> dict[Side, Count]:
    found = {}
    for code, side in enumerate(SIDES):
        legs = part.legs.rows(part.legs.side == code)
        if len(legs):
            found[side] = Count(int(legs.planned.sum()), int(legs.done.sum()))
    return found


def _beside(log: PlansOfLog, part: Adherence, first: datetime.date, last: datetime.date) -> int:
    """Count the sets of some days that match nothing planned, leaving out warm-ups."""
    sets = log.sets
    of_days = (day_number(first) <= sets.day) & (sets.day <= day_number(last))
    done = int(np.count_nonzero(of_days & (sets.set_type != WARMUP)))
    return max(done - int(part.legs.done.sum()), 0)
