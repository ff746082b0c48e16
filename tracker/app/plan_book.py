"""The plans of the log for a page: which one is running, what was done of it, how one begins."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QObject, Signal

from tracker.app.logbook import Logbook
from tracker.app.planned_session import STEPS_KG, maxima_of
from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.disk import bytes_of, bytes_written_beside
from tracker.domain.adherence import planned_days
from tracker.domain.change import Change
from tracker.domain.columns import day_number, day_of_number, distinct
from tracker.domain.event import injured_leg
from tracker.domain.exercise import Side
from tracker.domain.goal import Goal
from tracker.domain.goal_progress import GoalFigure
from tracker.domain.plan import A_DAY, GRACE, Phase, Plan, PlannedSets, plan_on
from tracker.domain.plan_due import Due, due_on
from tracker.domain.plan_edits import WholePlan, beginning, meeting, removing_plan
from tracker.domain.plan_reached import LOOK_BACK, Reached, reached_with_reserve
from tracker.domain.planned import external_kg_of, stopping, taking
from tracker.domain.runner import bodyweight_on
from tracker.domain.session import LoggedSet
from tracker.domain.trend import monday_of, week_of
from tracker.exchange.exporting.workout import PlannedDose, Workout
from tracker.exchange.plan_file import plan_of_json


class PlanWeek(NamedTuple):
    """One ISO week of a plan.

    Args:
        monday: Its first day.
        sessions_planned: Planned sessions that count so far.
        sessions_done: How many of them were done.
        sets_planned: Planned sets that count so far, each leg counted separately.
        sets_done: How many of them were done.
        sets_to_come: Planned sets that do not count yet, because there is still time for them.
    """

    monday: datetime.date
    sessions_planned: int
    sessions_done: int
    sets_planned: int
    sets_done: int
    sets_to_come: int


class PlanBook(QObject):
    """The plans with everything in them, and all ways to take on and end one.

    Every property and method may raise TrackerError if the log cannot be read or written.

    Args:
        logbook: The open log.
        data: What was done, by day, and what was felt.
        settings: For the unit, in whose steps loads are calculated.

    Signals:
        refreshed: Results may differ from now on.
    """

    refreshed = Signal()

    def __init__(
        self,
        logbook: Logbook,
        data: ProgressData,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._data = data
        self._settings = settings
        data.refreshed.connect(self.refreshed)

    # What there is

    @property
    def today(self) -> datetime.date:
        """The runner's day."""
        return self._data.today

    @property
    def involved_side(self) -> Side | None:
        """The injured or weaker leg, as set by the runner or else suggested by an injury."""
        offered = injured_leg(self._data.checkups.events, self.today)
        return self._data.runner.involved_side or offered

    def all(self) -> list[WholePlan]:
        """List the plans by their first day."""
        return self._data.plans.wholes

    def current(self) -> WholePlan | None:
        """Return the plan that is running, or else the next one."""
        running = plan_on([whole.plan for whole in self.all()], self.today)
        coming = [whole.plan for whole in self.all() if whole.plan.starts_on > self.today]
        chosen = running or next((plan for plan in coming if plan.last_day >= plan.starts_on), None)
        return None if chosen is None else self.whole(chosen.id)

    def others(self) -> list[WholePlan]:
        """List the other plans, newest first."""
        current = self.current()
        return [whole for whole in reversed(self.all()) if whole != current]

    def whole(self, plan_id: str) -> WholePlan | None:
        """Find a plan with everything in it; None if it no longer exists."""
        return next((whole for whole in self.all() if whole.plan.id == plan_id), None)

    # What is due, and what was done

    def due_on(self, day: datetime.date) -> Due | None:
        """Return what is due on a day; None if nothing is."""
        plan = plan_on([whole.plan for whole in self.all()], day)
        whole = None if plan is None else self.whole(plan.id)
        return None if whole is None else due_on(whole.plan, whole.phases, whole.items, day)

    def workout_on(self, day: datetime.date) -> Workout | None:
        """Return one session of what is due on a day, for a watch; None if nothing is."""
        plan = plan_on([whole.plan for whole in self.all()], day)
        due = self.due_on(day)
        if plan is None or due is None:
            return None
        load = self._planned_load(plan)
        doses = [
            PlannedDose(item, {side: load(item, side, day) for side in item.side.sides})
            for item in due.items
        ]
        return Workout(f"{day} {plan.name}", doses)

    def write_workout(self, workout: Workout, path: Path) -> None:
        """Write a workout to a file for a watch.

        Raises:
            TrackerError: If it could not be written.
        """
        from tracker.exchange.exporting.fit_workout import fit_workout

        data = fit_workout(workout, self._settings.unit, datetime.datetime.now(datetime.UTC))
        with bytes_written_beside(path) as file:
            file.write(data)

    def coming(self, days: int) -> list[tuple[datetime.date, Due]]:
        """List what is due from today on, day by day, if the plans stay as they are."""
        coming = ((self.today + ahead * A_DAY) for ahead in range(days))
        due = ((day, self.due_on(day)) for day in coming)
        return [(day, each) for day, each in due if each is not None]

    def write_file(self, data: bytes, path: Path) -> None:
        """Write a file about a plan, completely or not at all.

        Raises:
            TrackerError: If it could not be written.
        """
        with bytes_written_beside(path) as file:
            file.write(data)

    def read_plan(self, path: Path) -> WholePlan:
        """Read a plan from a file, to begin today.

        Raises:
            TrackerError: If it could not be read, or is not a plan.
        """
        return plan_of_json(bytes_of(path), path.name, self.today)

    def next_due(self) -> tuple[datetime.date, Due] | None:
        """Find the next day after today with something due, and what; None if there is none."""
        current = self.current()
        if current is None:
            return None
        day = max(self.today + A_DAY, current.plan.starts_on)
        while day <= current.plan.last_day:
            due = self.due_on(day)
            if due is not None:
                return day, due
            day += A_DAY
        return None

    def sets_done_today(self) -> int:
        """Count the sets planned for today that were done."""
        today = day_number(self.today)
        return int(self._data.adherence().between(today, today).legs.done.sum())

    def weeks(self, plan: Plan) -> list[PlanWeek]:
        """Return the weeks of a plan in which anything is planned, including future ones."""
        first, last = day_number(plan.starts_on), day_number(plan.last_day)
        known = self._data.plans
        planned = planned_days(known.plans, known.phases, known.items, last)
        planned = planned.rows(planned.day >= first)
        week = week_of(planned.day)
        done = self._data.adherence().between(first, last).weeks()
        weeks = []
        for each in distinct(week):
            row = np.flatnonzero(done.week == each)
            due, held, sets, sets_done = (
                int(column[row].sum())
                for column in (
                    done.sessions_planned,
                    done.sessions_done,
                    done.sets_planned,
                    done.sets_done,
                )
            )
            to_come = int(planned.sets[week == each].sum()) - sets
            monday = day_of_number(int(monday_of(np.array([each]))[0]))
            weeks.append(PlanWeek(monday, due, held, sets, sets_done, to_come))
        return weeks

    def reached(self) -> Reached | None:
        """Tell whether the last two sessions due met the running plan with reps in reserve."""
        current, today = self.current(), self.today
        if current is None or not current.plan.runs_on(today):
            return None
        first = today - LOOK_BACK - GRACE
        return reached_with_reserve(
            current.plan,
            current.phases,
            current.items,
            self._sets_since(first),
            self._logbook.database.symptoms(first),
            self._data.runner.low_pain,
            self._planned_load(current.plan),
            today,
        )

    def _sets_since(self, first: datetime.date) -> list[tuple[datetime.date, LoggedSet]]:
        database = self._logbook.database
        days = ((first + back * A_DAY) for back in range((self.today - first).days + 1))
        dates = {each.id: each.date for day in days for each in database.sessions_on(day)}
        by_session: dict[str, list[LoggedSet]] = {session_id: [] for session_id in dates}
        for logged in database.sets_of_all(list(dates)):
            by_session[logged.session_id].append(logged)
        return [(dates[each], logged) for each, sets in by_session.items() for logged in sets]

    def _planned_load(
        self, plan: Plan
    ) -> Callable[[PlannedSets, Side, datetime.date], float | None]:
        database, step_kg = self._logbook.database, STEPS_KG[self._settings.unit]
        maxima = maxima_of(database, plan, self._data.runner.formula)
        weighings = database.weighings()

        def load(item: PlannedSets, side: Side, day: datetime.date) -> float | None:
            maximum_kg = maxima.get((item.exercise, side))
            return external_kg_of(item, bodyweight_on(day, weighings), maximum_kg, step_kg)

        return load

    def goals(self) -> list[tuple[Goal, dict[Side, GoalFigure]]]:
        """List the goals, each with the current figure for each leg."""
        return [(goal, self._data.reached(goal)) for goal in self._data.checkups.goals]

    # The runner's actions

    def stopped_by(self, plan: Plan) -> list[Plan]:
        """List the plans that will be stopped when a plan is taken on, because they overlap it."""
        change = taking(plan, (), (), [each.plan for each in self.all()])
        return [before for before, _ in change.of(Plan) if before is not None]

    def require_alone(self, plan: Plan) -> None:
        """Refuse a changed plan that overlaps another.

        Raises:
            ValueError: In words, naming the other plan.
        """
        for other in self.stopped_by(plan):
            if other.id != plan.id:
                words = self.tr("In these weeks {} runs, and one plan runs at a time.")
                raise ValueError(words.format(other.name))

    def require_apart(self, phase: Phase) -> None:
        """Refuse a changed phase if another phase would be due on its days.

        Raises:
            ValueError: In words, naming the weeks of the other phase.
        """
        whole = self.whole(phase.plan_id)
        other = None if whole is None else meeting(whole, phase)
        if other is not None:
            words = self.tr(
                "Another phase has weeks {}–{} on the same days, and phases never add up."
            )
            raise ValueError(words.format(other.first_week, other.last_week))

    def take(self, whole: WholePlan) -> None:
        """Take on a plan, and stop those that it overlaps, as one step."""
        others = [each.plan for each in self.all()]
        change = taking(whole.plan, whole.phases, whole.items, others)
        self._logbook.apply(change, self.tr("Use plan {}").format(whole.plan.name))

    def begin(self, whole: WholePlan, phase: Phase, day: datetime.date) -> None:
        """Begin a phase by hand, as one step; from that day on it is due.

        Raises:
            ValueError: In words, if the plan does not run on that day, or nothing would change.
        """
        if not whole.plan.runs_on(day):
            raise ValueError(self.tr("That is no day of the plan."))
        change = beginning(whole, phase, day)
        number = whole.number_of(phase)
        if not change:
            raise ValueError(self.tr("On that day phase {} runs anyway.").format(number))
        self._logbook.apply(change, self.tr("Begin phase {}").format(number))

    def stop(self, plan: Plan) -> None:
        """End a plan as of yesterday; one that has not begun then counts as never run."""
        change = stopping(plan, self.today - A_DAY)
        self._logbook.apply(change, self.tr("Stop plan {}").format(plan.name))

    def delete(self, whole: WholePlan) -> None:
        """Remove a plan with everything in it; what was logged stays."""
        label = self.tr("Delete plan {}").format(whole.plan.name)
        said = self.tr("Plan {} deleted.").format(whole.plan.name)
        self._logbook.apply(removing_plan(whole), label, said)

    def take_todays_maximum(self, plan: Plan) -> None:
        """Base a plan's percentages on today's estimated 1RM from now on."""
        change = Change.replacing(plan, replace(plan, e1rm_on=self.today))
        self._logbook.apply(change, self.tr("Base percentages on today’s maximum"))
