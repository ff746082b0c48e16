"""The data behind the rows of our tables: a log, queried for the days of one period."""

import datetime
from functools import cached_property
from typing import Protocol

from tracker.domain.columns import RunColumns, SetRecords
from tracker.domain.event import Event
from tracker.domain.goal import Goal
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import Measurement
from tracker.domain.run import Run
from tracker.domain.runner import Runner
from tracker.domain.session import Session
from tracker.domain.symptoms import Symptom
from tracker.exchange.plans_of_log import PlanQuestions


class ExportQuestions(PlanQuestions, Protocol):
    """The queries an export makes on a log."""

    def runner(self) -> Runner: ...
    def sessions(self) -> list[Session]: ...
    def set_records(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> SetRecords: ...
    def tests(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> list[HeelRaiseTest]: ...
    def symptoms(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> list[Symptom]: ...
    def measurements(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> list[Measurement]: ...
    def events(self, first: datetime.date | None, last: datetime.date | None) -> list[Event]: ...
    def runs(self, first: datetime.date | None, last: datetime.date | None) -> list[Run]: ...
    def goals(self) -> list[Goal]: ...
    def run_columns(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> RunColumns: ...


class PeriodOfLog:
    """Some days of an open log; what several tables need is read only once.

    Args:
        log: The log.
        first: The first day; None for no limit.
        last: The last day, inclusive; None for no limit.
        today: The runner's day, up to which plans count.
    """

    def __init__(
        self,
        log: ExportQuestions,
        first: datetime.date | None,
        last: datetime.date | None,
        today: datetime.date,
    ) -> None:
        self.log = log
        self.first = first
        self.last = last
        self.today = today

    @cached_property
    def runner(self) -> Runner:
        """The runner, for the formula and the involved side."""
        return self.log.runner()

    @cached_property
    def sessions(self) -> list[Session]:
        """The sessions of the period, by day and start."""
        first, last = self.first or datetime.date.min, self.last or datetime.date.max
        return [session for session in self.log.sessions() if first <= session.date <= last]

    @cached_property
    def sets(self) -> SetRecords:
        """The sets of the period, by day, session and position."""
        return self.log.set_records(self.first, self.last)
