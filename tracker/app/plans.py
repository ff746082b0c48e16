"""The plans of the log: read when asked for, kept until they change, and held against the log."""

import numpy as np

from tracker.domain.adherence import Adherence, PlannedDays, adherence, planned_days
from tracker.domain.change import Change
from tracker.domain.daily import DayTable
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.trend import monday_of, week_of
from tracker.storage.database import Database


class Plans:
    """The plans with their phases and sets, and what was done of them.

    Every property and method may raise TrackerError where the log cannot be read.

    Args:
        database: The open log, for questions.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.forget()

    def forget(self) -> None:
        """Read everything again when it is next asked for."""
        self._plans: list[Plan] | None = None
        self._phases: list[Phase] | None = None
        self._items: list[PlannedSets] | None = None
        self._days: dict[int, PlannedDays] = {}
        self._held: tuple[PlannedDays, DayTable, int, Adherence] | None = None

    def note(self, change: Change) -> None:
        """Forget what a change touched."""
        if bool(change.of(Plan)) or bool(change.of(Phase)) or bool(change.of(PlannedSets)):
            self.forget()

    @property
    def plans(self) -> list[Plan]:
        """All plans by their first day."""
        if self._plans is None:
            self._plans = self._database.plans()
        return self._plans

    @property
    def phases(self) -> list[Phase]:
        """The phases of all plans, those of one plan in their order."""
        if self._phases is None:
            self._phases = self._database.phases()
        return self._phases

    @property
    def items(self) -> list[PlannedSets]:
        """The planned sets of all phases, those of one phase in their order."""
        if self._items is None:
            self._items = self._database.planned_sets()
        return self._items

    def days(self, today: int) -> PlannedDays:
        """Lay out what is planned up to the Sunday of a day's week.

        Args:
            today: Days since 1 January 1970.
        """
        sunday = int(monday_of(week_of(np.array([today])))[0]) + 6
        if sunday not in self._days:
            self._days = {sunday: planned_days(self.plans, self.phases, self.items, sunday)}
        return self._days[sunday]

    def adherence(self, table: DayTable, today: int) -> Adherence:
        """Hold the log against the plans; made again only where either is another.

        Args:
            table: The log by day.
            today: Days since 1 January 1970.
        """
        planned = self.days(today)
        held = self._held
        if held is None or held[0] is not planned or held[1] is not table or held[2] != today:
            held = self._held = planned, table, today, adherence(planned, table, today)
        return held[3]
