"""The plans of a log and the sets matched to them, frozen at one moment, for files and report."""

import datetime
from dataclasses import dataclass
from typing import Protocol, Self

from tracker.domain.adherence import Adherence, adherence, planned_days
from tracker.domain.columns import SetColumns, day_number, day_of_number, distinct
from tracker.domain.daily import summarise_days
from tracker.domain.entry import DATES
from tracker.domain.one_rep_max import Formula
from tracker.domain.plan import A_DAY, GRACE, Phase, Plan, PlannedSets

_OPEN = GRACE + A_DAY  # for so long there is still time


class PlanQuestions(Protocol):
    """Queries on a log about plans."""

    def plans(self) -> list[Plan]: ...
    def phases(self) -> list[Phase]: ...
    def planned_sets(self) -> list[PlannedSets]: ...
    def set_columns(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> SetColumns: ...


@dataclass(frozen=True, slots=True)
class PlansOfLog:
    """The plans of a log, and the sets on their days.

    All plans are included, whatever the period. Each set is matched to only one day, so a week has
    the same figures wherever they appear.

    Args:
        plans: The plans, at least one.
        phases: Their phases.
        items: The planned sets.
        sets: The sets on the days of all plans, and on the days just before and after.
        first: First day of the period; None for no limit.
        last: Its last day; None for no limit.
        today: The runner's day.
    """

    plans: tuple[Plan, ...]
    phases: tuple[Phase, ...]
    items: tuple[PlannedSets, ...]
    sets: SetColumns
    first: datetime.date | None
    last: datetime.date | None
    today: datetime.date

    @classmethod
    def of(
        cls,
        log: PlanQuestions,
        first: datetime.date | None,
        last: datetime.date | None,
        today: datetime.date,
    ) -> Self | None:
        """Take the plans from a log; None, reading nothing more, if none ran in the period."""
        begun = [plan for plan in log.plans() if plan.starts_on <= min(plan.last_day, today)]
        if not any(
            plan.starts_on <= (last or today) and plan.last_day >= (first or plan.starts_on)
            for plan in begun
        ):
            return None
        return cls(
            tuple(begun),
            tuple(log.phases()),
            tuple(log.planned_sets()),
            log.set_columns(
                min(plan.starts_on for plan in begun) - GRACE,
                max(plan.last_day for plan in begun) + GRACE,
            ),
            first,
            last,
            today,
        )

    def adherence(self) -> Adherence:
        """Compare what was done in the period with what was planned in it."""
        today = day_number(self.today)
        planned = planned_days(self.plans, self.phases, self.items, today)
        # Estimates are not used, so any formula will do.
        table = summarise_days(self.sets, Formula.EPLEY)
        first, last = self.first or DATES[0], self.last or DATES[1]
        return adherence(planned, table, today).between(day_number(first), day_number(last))


def days_told_of(
    log: PlanQuestions, first: datetime.date, last: datetime.date, today: datetime.date
) -> list[datetime.date]:
    """List the days of a period on which a plan counts, done or not, oldest first."""
    closed = min(last, today - _OPEN)
    planned = planned_days(log.plans(), log.phases(), log.planned_sets(), day_number(closed))
    return [day_of_number(day) for day in distinct(planned.day[planned.day >= day_number(first)])]
