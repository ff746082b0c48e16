"""What the Progress page shows: the log by day, the strength of the legs, and their work."""

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
from tracker.domain.bests import (
    DayBests,
    HeelRaiseBest,
    LegBests,
    bests,
    day_bests,
    heel_raise_bests,
)
from tracker.domain.change import Change
from tracker.domain.columns import (
    BOTH,
    EXERCISES,
    Integers,
    SetColumns,
    day_number,
    day_of_number,
    distinct,
)
from tracker.domain.daily import DayTable, summarise_days
from tracker.domain.day_values import day_values, evidence_of_sets
from tracker.domain.exercise import LEGS, Equipment, Exercise, Side
from tracker.domain.goal import Goal
from tracker.domain.goal_progress import GoalFigure, reached
from tracker.domain.holds import DayHolds, day_holds
from tracker.domain.leg_strength import LegChange, Shares
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.strengths import TREND_DAYS, Strengths
from tracker.domain.trend import (
    change_percent,
    every_week,
    mean_of_weeks_before,
    week_of,
)
from tracker.domain.verdict import Bands
from tracker.domain.week import DAYS_A_WEEK
from tracker.domain.weekly_work import WeeklyWork
from tracker.domain.windows import REACH_DAYS

HALF_A_YEAR = 182


class Measure(StrEnum):
    """How a week's work is measured."""

    HARD_SETS = "hard_sets"
    VOLUME = "volume"
    HELD = "held"  # seconds


@dataclass(frozen=True, slots=True)
class LogByDay:
    """The log by day: summed sets, strength, bests and holds."""

    table: DayTable
    strengths: Strengths
    bests: DayBests
    holds: DayHolds


@dataclass(frozen=True, slots=True)
class LegChanges:
    """How each leg's estimated 1RM has changed; legs without a known change are missing."""

    of: dict[Side, LegChange]
    weeks: int


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """The work of this ISO week.

    Args:
        hard_sets: Hard sets, where a left and a right set with the same number count once.
        sessions: Sessions.
        mean_before: Mean number of hard sets in the four weeks before; NaN if the log is younger.
        change_percent: Difference from that mean in percent; NaN if there is nothing to compare
            with.
    """

    hard_sets: int
    sessions: int
    mean_before: float
    change_percent: float


class ProgressData(QObject):
    """The log by day, read on first use and then kept up to date day by day.

    Args:
        logbook: The open log.
        today: The clock, giving the runner's day.

    Signals:
        refreshed: Results may differ from now on.
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
        self._shelf = Shelf(changes_formula)
        database = logbook.database
        self._runner = self._shelf.keep(database.runner, Runner)
        self._weighings = self._shelf.keep(database.weighings, Bodyweight)
        self._equipment = self._shelf.keep(database.equipment, Equipment)
        # A weighing changes the loads of all days until the next one; new equipment changes codes.
        spoiling_all = (Bodyweight, Equipment)
        self._by_day = self._shelf.put(
            KeptByDay(self._read, self._amend, database.session, spoiling_all)
        )
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
        """The runner, whose bands and formula apply."""
        return self._runner.value

    @property
    def weighings(self) -> list[Bodyweight]:
        """The bodyweights by day, oldest first."""
        return self._weighings.value

    @property
    def table(self) -> DayTable:
        """The log by day.

        Raises:
            TrackerError: If the log could not be read.
        """
        return self._by_day.value.table

    @property
    def strengths(self) -> Strengths:
        """The strength of the legs, worked out on first use.

        Raises:
            TrackerError: If the log could not be read.
        """
        return self._by_day.value.strengths

    @property
    def holds(self) -> DayHolds:
        """The longest hold of each day, leg and load.

        Raises:
            TrackerError: If the log could not be read.
        """
        return self._by_day.value.holds

    @property
    def bands(self) -> Bands:
        """The runner's bounds for differences."""
        return Bands.of(self.runner)

    def _read(self) -> LogByDay:
        columns, formula = self._logbook.database.set_columns(), self.runner.formula
        strengths = Strengths(day_values(columns, formula), formula)
        return LogByDay(
            summarise_days(columns, formula),
            strengths,
            _day_bests(columns, formula),
            day_holds(columns),
        )

    def _amend(self, log: LogByDay, days: set[datetime.date]) -> LogByDay:
        table, values, formula = log.table, log.strengths.values, self.runner.formula
        lifted, held = log.bests, log.holds
        for day in sorted(days):
            columns, number = self._logbook.database.set_columns(day, day), [day_number(day)]
            table = table.with_days_replaced(np.array(number), summarise_days(columns, formula))
            values = values.with_days_replaced(np.array(number), day_values(columns, formula))
            lifted = lifted.with_days_replaced(np.array(number), _day_bests(columns, formula))
            held = held.with_days_replaced(np.array(number), day_holds(columns))
        return LogByDay(table, Strengths(values, formula, log.strengths), lifted, held)

    def _on_logbook_changed(self, change: Change) -> None:
        self._shelf.note(change)
        self.refreshed.emit()

    def _on_logbook_reloaded(self) -> None:
        self._shelf.forget()
        self.refreshed.emit()

    # Series

    def exercises(self) -> tuple[Exercise, ...]:
        """List the exercises that were done, in their fixed order."""
        return tuple(EXERCISES[code] for code in distinct(self.table.exercise))

    def days(self) -> Integers:
        """List the days with sets, symptoms and tests, ascending.

        Days of runs are added in weeks that have no others, because runs only appear by week.
        """
        parts = self.table.day, self.checkups.days(), self.checkups.run_days()
        # Cached, because each card asks, and combining them takes longer than the rest.
        if any(now is not before for now, before in zip(parts, self._parts_of_days, strict=True)):
            trained, noted, run = self._parts_of_days = parts
            days = distinct(trained, noted)
            self._days = distinct(days, run[~np.isin(week_of(run), week_of(days))])
        return self._days

    def bodyweight_kg(self) -> float | None:
        """Return the bodyweight that applies today, in kilograms; None if unknown."""
        return bodyweight_on(self.today, self.weighings)

    def work(self, measure: Measure) -> WeeklyWork:
        """Return the work of every week from the first to the last, by exercise."""
        table = self.table
        counted = {
            Measure.HARD_SETS: table.hard_set_numbers.astype(np.float64),
            Measure.VOLUME: table.volume_load_kg,
            Measure.HELD: table.held_s,
        }[measure]
        return WeeklyWork.of_days(table.day, table.exercise, counted)

    def adherence(self) -> Adherence:
        """Compare what was done with what was planned, up to today."""
        return self.plans.adherence(self.table, day_number(self.today))

    def planned_work(self) -> WeeklyWork:
        """Return the hard sets planned for each week, from the first with a plan to this one.

        As in ``work``, a left and a right set with the same number count once. Weeks and exercises
        without a plan in between have 0.
        """
        planned = self.plans.days(day_number(self.today))
        counted = planned.hard_set_numbers.astype(np.float64)
        return WeeklyWork.of_days(planned.day, planned.exercise, counted)

    # Today

    def ratio_now(self, side: Side) -> Shares:
        """Return a leg's seated figure in percent of its standing one, now and half a year ago."""
        today = day_number(self.today)
        return self.strengths.seated_to_standing(side, np.array([today, today - HALF_A_YEAR]))

    def leg_changes(self, exercise: Exercise) -> LegChanges | None:
        """Return the changes over 12, else 8, weeks; None if neither leg's is known."""
        today = day_number(self.today)
        for back in TREND_DAYS:
            found = {
                side: self.strengths.change(exercise, side, today - back, today) for side in LEGS
            }
            known = {side: change for side, change in found.items() if change is not None}
            if known:
                return LegChanges(known, back // DAYS_A_WEEK)
        return None

    def lacks_bodyweight(self, exercise: Exercise) -> bool:
        """Tell whether recent single-leg sets tell nothing because no bodyweight is known."""
        table = self.table
        lately = table.day > day_number(self.today) - REACH_DAYS
        of_leg = (table.exercise == EXERCISES.index(exercise)) & (table.side != BOTH)
        unknown = np.isnan(table.bodyweight_kg)
        return exercise.carries_bodyweight and bool((lately & of_leg & unknown).any())

    def bests(self) -> list[LegBests]:
        """List the most each leg has lifted on each piece of equipment."""
        return bests(self._by_day.value.bests)

    def equipment_name(self, code: int) -> str:
        """Return the name for a code of equipment; empty for none."""
        return self._equipment.value[code - 1].name if code else ""

    def heel_raise_bests(self) -> list[HeelRaiseBest]:
        """List the most heel raises of each leg on each surface."""
        return heel_raise_bests(self.checkups.tests)

    def reached(self, goal: Goal) -> dict[Side, GoalFigure]:
        """Return where a goal stands today; see ``domain.goal_progress``."""
        return reached(
            goal,
            day_number(self.today),
            self.strengths,
            self.checkups.tests,
            self.checkups.measurements,
            self.weighings,
            self.runner,
        )

    def this_week(self) -> ThisWeek:
        """Return the training of this ISO week."""
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
        """Return the id of the last session of a day; None if there is none."""
        sessions = self._logbook.database.sessions_on(day_of_number(day))
        return sessions[-1].id if sessions else None


def _day_bests(columns: SetColumns, formula: Formula) -> DayBests:
    return day_bests(columns, evidence_of_sets(columns, formula))
