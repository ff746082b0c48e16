"""The plans of the log: read on demand, cached until they change, compared with the log."""

import numpy as np

from tracker.app.kept import Kept, Shelf
from tracker.domain.adherence import Adherence, PlannedDays, adherence, planned_days
from tracker.domain.daily import DayTable
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.plan_edits import WholePlan
from tracker.domain.trend import monday_of, week_of
from tracker.storage.database import Database


class Plans:
    """The plans with their phases and sets, and what was done of them.

    Every property and method may raise TrackerError if the log cannot be read.

    Args:
        database: The open log, for queries.
        shelf: The cache for what was read.
    """

    def __init__(self, database: Database, shelf: Shelf) -> None:
        self._plans = shelf.keep(database.plans, Plan)
        self._phases = shelf.keep(database.phases, Phase)
        self._items = shelf.keep(database.planned_sets, PlannedSets)
        self._wholes = shelf.keep(self._put_together, Plan, Phase, PlannedSets)
        self._days: Kept[dict[int, PlannedDays]]
        self._days = shelf.keep(dict, Plan, Phase, PlannedSets)
        self._held: tuple[PlannedDays, DayTable, int, Adherence] | None = None

    @property
    def plans(self) -> list[Plan]:
        """All plans by their first day."""
        return self._plans.value

    @property
    def phases(self) -> list[Phase]:
        """The phases of all plans, those of one plan in order."""
        return self._phases.value

    @property
    def items(self) -> list[PlannedSets]:
        """The planned sets of all phases, those of one phase in order."""
        return self._items.value

    @property
    def wholes(self) -> list[WholePlan]:
        """All plans by their first day, each with everything in it."""
        return self._wholes.value

    def _put_together(self) -> list[WholePlan]:
        return [WholePlan.of(plan, self.phases, self.items) for plan in self.plans]

    def days(self, today: int) -> PlannedDays:
        """List what is planned day by day, up to the Sunday of today's week.

        Args:
            today: Days since 1 January 1970.
        """
        sunday = int(monday_of(week_of(np.array([today])))[0]) + 6
        days = self._days.value
        if sunday not in days:
            days.clear()  # earlier weeks will not be needed again
            days[sunday] = planned_days(self.plans, self.phases, self.items, sunday)
        return days[sunday]

    def adherence(self, table: DayTable, today: int) -> Adherence:
        """Compare the log with the plans; cached until the log, the plans or the day change.

        Args:
            table: The log by day.
            today: Days since 1 January 1970.
        """
        planned = self.days(today)
        held = self._held
        if held is None or held[0] is not planned or held[1] is not table or held[2] != today:
            held = self._held = planned, table, today, adherence(planned, table, today)
        return held[3]
