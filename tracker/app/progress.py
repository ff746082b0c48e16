"""What the Progress page shows: the log summed up by day, and the series made of it."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QObject, Signal

from tracker.app.checkups import Checkups
from tracker.app.kept import KeptByDay, Shelf, changes_formula
from tracker.app.logbook import Logbook
from tracker.app.plans import Plans
from tracker.domain.adherence import Adherence
from tracker.domain.change import Change
from tracker.domain.columns import EXERCISES, Integers, day_number, day_of_number
from tracker.domain.daily import DayTable, summarise_days
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.goal import Goal
from tracker.domain.goal_progress import reached
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.series import Balance, DaySeries, Trace
from tracker.domain.trend import (
    change_percent,
    every_week,
    mean_of_weeks_before,
    week_of,
)
from tracker.domain.weekly_work import WeeklyWork

HALF_A_YEAR = 182


class Measure(StrEnum):
    """How the work of a week is counted."""

    HARD_SETS = "hard_sets"
    VOLUME = "volume"


@dataclass(frozen=True, slots=True)
class RatioNow:
    """One leg's seated/standing ratio today and half a year ago; NaN where there is none."""

    today: float
    half_a_year_ago: float


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """The work of this ISO week.

    Args:
        hard_sets: Hard sets; the left and the right set of one number count as one.
        sessions: Sessions.
        mean_before: Mean of hard sets of the four weeks before; NaN where the log is younger.
        change_percent: Difference from that mean; NaN where there is none to compare with.
    """

    hard_sets: int
    sessions: int
    mean_before: float
    change_percent: float


class ProgressData(QObject):
    """The log by day, read when first asked for and then kept equal to it, day by day.

    Args:
        logbook: The open log.
        today: The clock: the runner's day.

    Signals:
        refreshed: What is given from now on may differ.
    """

    refreshed = Signal()

    def __init__(
        self,
        logbook: Logbook,
        today: Callable[[], datetime.date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._today = today
        self._shelf = Shelf()
        database = logbook.database
        self._runner = self._shelf.keep(database.runner, Runner)
        self._weighings = self._shelf.keep(database.weighings, Bodyweight)
        # Weighings change the loads of all days until the next one, new equipment the codes.
        spoiling_all = (Bodyweight, Equipment)
        self._table = self._shelf.put(
            KeptByDay(
                self._read_table, self._amend, database.session, spoiling_all, changes_formula
            )
        )
        self._series: tuple[DayTable, DaySeries] | None = None
        self._days = np.zeros(0, np.int64)
        self._parts_of_days = (self._days, self._days, self._days)
        self.checkups = Checkups(database, self._shelf)
        self.plans = Plans(database, self._shelf)
        logbook.changed.connect(self._on_logbook_changed)
        logbook.reloaded.connect(self._on_logbook_reloaded)

    # Kept equal to the log

    @property
    def today(self) -> datetime.date:
        """The runner's day."""
        return self._today()

    @property
    def runner(self) -> Runner:
        """The runner, whose bands and formula count."""
        return self._runner.value

    @property
    def weighings(self) -> list[Bodyweight]:
        """The bodyweights by day, oldest first."""
        return self._weighings.value

    @property
    def table(self) -> DayTable:
        """The log by day, as it is now.

        Raises:
            TrackerError: If the log could not be read.
        """
        return self._table.value

    def _read_table(self) -> DayTable:
        return summarise_days(self._logbook.database.set_columns(), self.runner.formula)

    def _amend(self, table: DayTable, days: set[datetime.date]) -> DayTable:
        for day in sorted(days):
            columns = self._logbook.database.set_columns(day, day)
            fresh = summarise_days(columns, self.runner.formula)
            table = table.with_days_replaced(np.array([day_number(day)]), fresh)
        return table

    def _on_logbook_changed(self, change: Change) -> None:
        self._shelf.note(change)
        self.refreshed.emit()

    def _on_logbook_reloaded(self) -> None:
        self._shelf.forget()
        self.refreshed.emit()

    # Series

    def exercises(self) -> tuple[Exercise, ...]:
        """List the exercises that were done, in their order."""
        return tuple(EXERCISES[code] for code in np.unique(self.table.exercise))

    def days(self) -> Integers:
        """List the days of sets, symptoms and tests, ascending.

        Runs add theirs in weeks that have no other: only the work of a week tells of them.
        """
        parts = self.table.day, self.checkups.days(), self.checkups.run_days()
        # Each card asks, and joining them takes longer than what it asks for.
        if any(now is not before for now, before in zip(parts, self._parts_of_days, strict=True)):
            trained, noted, run = self._parts_of_days = parts
            days = np.union1d(trained, noted)
            self._days = np.union1d(days, run[~np.isin(week_of(run), week_of(days))])
        return self._days

    def bodyweight_kg(self) -> float | None:
        """Give the bodyweight that counts today, in kilograms; None where unknown."""
        return bodyweight_on(self.today, self.weighings)

    @property
    def _series_now(self) -> DaySeries:
        table = self.table
        if self._series is None or self._series[0] is not table:
            self._series = table, DaySeries(table)
        return self._series[1]

    def strength(self, exercise: Exercise, side: Side, *, per_bodyweight: bool = False) -> Trace:
        """Give a leg's best estimated maximum of each day, in kilograms or times bodyweight."""
        return self._series_now.strength(exercise, side, per_bodyweight=per_bodyweight)

    def balance(self, exercise: Exercise) -> Balance:
        """Compare the legs within one exercise."""
        return self._series_now.balance(exercise, self.runner)

    def ratio(self, side: Side) -> Trace:
        """Give a leg's seated/standing ratio on each day on which it did either."""
        return self._series_now.ratio(side)

    def work(self, measure: Measure) -> WeeklyWork:
        """Give the work of every week from the first to the last, by exercise."""
        table = self.table
        counted = table.volume_load_kg
        if measure is Measure.HARD_SETS:
            counted = table.hard_set_numbers.astype(np.float64)
        return WeeklyWork.of_days(table.day, table.exercise, counted)

    def adherence(self) -> Adherence:
        """Compare what was done with what was planned, up to today."""
        return self.plans.adherence(self.table, day_number(self.today))

    def planned_work(self) -> WeeklyWork:
        """Give the hard sets planned for every week, from the first with a plan to this one.

        They count as those of ``work``: the left and the right set of one number are one. Weeks
        and exercises without a plan between have 0.
        """
        planned = self.plans.days(day_number(self.today))
        counted = planned.hard_set_numbers.astype(np.float64)
        return WeeklyWork.of_days(planned.day, planned.exercise, counted)

    # Today

    def ratio_now(self, side: Side) -> RatioNow:
        """Give a leg's ratio today and half a year ago."""
        today = day_number(self.today)
        now, then = self._series_now.ratios(side, np.array([today, today - HALF_A_YEAR]))
        return RatioNow(float(now), float(then))

    def reached(self, goal: Goal) -> dict[Side, float]:
        """Give the figure of a goal as it stands today; see ``domain.goal_progress``."""
        return reached(
            goal,
            day_number(self.today),
            self._series_now,
            self.checkups.tests,
            self.weighings,
            self.runner,
        )

    def this_week(self) -> ThisWeek:
        """Give the work of this ISO week."""
        table = self.table
        week = week_of(table.day)
        this = int(week_of(np.array([day_number(self.today)]))[0])
        past = week <= this
        first = int(week[0]) if past.any() else this
        hard_sets = every_week(
            week[past], table.hard_set_numbers[past].astype(np.float64), first, this
        )
        before = mean_of_weeks_before(hard_sets)
        return ThisWeek(
            hard_sets=int(hard_sets[-1]),
            sessions=int(table.sessions_begun[week == this].sum()),
            mean_before=float(before[-1]),
            change_percent=float(change_percent(hard_sets, before)[-1]),
        )

    def session_on(self, day: int) -> str | None:
        """Give the id of the last session of a day; None where there is none."""
        sessions = self._logbook.database.sessions_on(day_of_number(day))
        return sessions[-1].id if sessions else None
