"""The session on the Log page as it is seen: its sets, what is expected, and its figures."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.app.drafts import Drafts
from tracker.app.kept import Kept, Shelf
from tracker.app.logbook import Logbook
from tracker.app.recent_estimates import (
    PastBest,
    best_estimate,
    estimate_of_set,
    recent_bests,
    system_kg_of,
)
from tracker.app.session_bests import LegOnEquipment, SessionBests, heaviest_of
from tracker.app.settings import Settings
from tracker.domain.best_lifts import Heaviest
from tracker.domain.change import Change
from tracker.domain.evidence import SetEvidence
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.session import NOTHING_OF_LAST_TIME, UNDER_WAY, LoggedSet, Session, SetType
from tracker.domain.set_grid import Cell, SetGrid, cell_of, touched
from tracker.storage.database import Database

if TYPE_CHECKING:
    from tracker.app.planned_session import PlannedSession


class SessionView(QObject):
    """One session, kept up to date: after a change, only what it touched is read again.

    Args:
        logbook: The open log.
        settings: To reopen this session after a crash.
        now: The clock, giving the current instant with the runner's offset.

    Signals:
        left: The runner is about to leave for another session, or to move this one to another day;
            save what is half typed while that is still possible here.
        switched: Another session is shown.
        refreshed: The session, its sets or its context may have changed.
        retraced: A Cell of this session was touched by undo or redo, and whether to go on to the
            next value rather than to the cell itself.
    """

    left = Signal()
    switched = Signal()
    refreshed = Signal()
    retraced = Signal(object, bool)

    def __init__(
        self,
        logbook: Logbook,
        settings: Settings,
        now: Callable[[], datetime.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._settings = settings
        self._now = now
        self.drafts = Drafts(settings, self)
        self.bests = SessionBests(self, self)
        self._warmups: dict[Exercise, dict[Side, int]] = {}
        self._keep(logbook.database)
        self._equipment_chosen: dict[Exercise, str | None] = {}
        self._read_surroundings()
        self.session = self._session_to_reopen()
        self._read_session()
        logbook.changed.connect(self._on_logbook_changed)
        logbook.undone.connect(self._on_logbook_undone)
        logbook.redone.connect(self._on_logbook_redone)
        logbook.reloaded.connect(self._on_logbook_reloaded)
        settings.unit_changed.connect(self._on_settings_unit_changed)

    def _session_to_reopen(self) -> Session:
        database, now = self._logbook.database, self._now()
        shown = self._settings.session_shown(now, UNDER_WAY)
        session = database.session(shown) if shown else None
        if session is not None:
            return session
        newest = database.newest_session()
        if newest is not None and newest.is_under_way(now):
            return newest
        return self._new_session(now.date())

    def _new_session(self, day: datetime.date) -> Session:
        now = self._now()
        return Session(day, now if day == now.date() else None)

    def _keep(self, database: Database) -> None:
        """Declare what is cached of the log, and what invalidates it."""
        self._surroundings, self._beside = Shelf(), Shelf(self._touches_others)
        self._runner = self._surroundings.keep(database.runner, Runner)
        self._equipment = self._surroundings.keep(database.equipment, Equipment)
        planning = (Plan, Phase, PlannedSets, Bodyweight, Runner)
        self._weighings = self._beside.keep(self._read_weighings, Bodyweight)
        self._last_time: Kept[dict[Exercise, tuple[list[Session], list[LoggedSet]]]]
        self._last_time = self._beside.keep(dict)
        self._recent_bests: Kept[dict[Exercise, list[PastBest]]]
        self._recent_bests = self._beside.keep(dict, Bodyweight, Runner)
        self._neighbours: Kept[dict[int, Session | None]]
        self._neighbours = self._beside.keep(dict)
        self._planned = self._beside.keep(lambda: self._planned_of(self.session), *planning)
        self._heaviest = self._beside.keep(self._read_heaviest, Bodyweight, Runner, Equipment)
        self._expected: Kept[dict[Exercise, Mapping[Cell, LoggedSet | None]]]
        self._expected = self._beside.keep(dict, *planning)

    def _read_surroundings(self) -> None:
        """Read in advance what will be painted; errors cannot be reported while painting."""
        _ = self.runner, self.equipment

    @property
    def runner(self) -> Runner:
        """The runner, whose formula applies."""
        return self._runner.value

    @property
    def weighings(self) -> list[Bodyweight]:
        """The weighings that decide the bodyweight on the session's day, oldest first."""
        return self._weighings.value

    def _read_weighings(self) -> list[Bodyweight]:
        return self._logbook.database.weighings_for(self.session.date)

    @property
    def equipment(self) -> list[Equipment]:
        """The equipment by name."""
        return self._equipment.value

    def _read_session(self) -> None:
        saved = self._logbook.database.session(self.session.id)
        self.is_saved = saved is not None
        self.session = saved or self.session
        self.sets = self._logbook.database.sets_of(self.session.id)
        _ = self.weighings  # needed for painting
        self._own = {cell_of(each): each for each in self.sets}
        if any(each.set_type is SetType.WARMUP for each in self.sets) or self._warmups:
            self._count_warmups()

    def _count_warmups(self) -> None:
        """Count the warm-ups at the top of each column, below which planned sets start."""
        before, self._warmups = self._warmups, {}
        for logged in sorted(self.sets, key=cell_of):
            above = self._warmups.setdefault(logged.exercise, {})
            if logged.set_type is SetType.WARMUP and logged.set_no == above.get(logged.side, 0) + 1:
                above[logged.side] = logged.set_no
        if self._warmups != before:
            self._expected.forget()

    def _on_logbook_changed(self, change: Change) -> None:
        self._surroundings.note(change)
        self._beside.note(change)
        self._read_surroundings()
        self._read_session()
        self.refreshed.emit()

    def _on_logbook_undone(self, change: Change) -> None:
        self._retrace(change, is_undone=True)

    def _on_logbook_redone(self, change: Change) -> None:
        self._retrace(change, is_undone=False)

    def _retrace(self, change: Change, *, is_undone: bool) -> None:
        cells = touched(change, self.session.id)
        if cells.came:
            self.retraced.emit(cells.came[0], not is_undone)
        elif cells.went:  # rows below may have moved up
            self.retraced.emit(cells.went[0], cells.went[0] in self._own)
        elif cells.edited:
            self.retraced.emit(cells.edited[0], False)

    def _on_settings_unit_changed(self) -> None:
        if self._planned.is_held and self.planned is not None:
            self._forget_plan()  # its loads are in steps of the unit
            self.refreshed.emit()

    def _on_logbook_reloaded(self) -> None:
        known = {each.id for each in self._neighbours.value.values() if each}
        self._surroundings.forget()
        self._beside.forget()
        self._read_surroundings()
        self._read_session()
        newest, now = self._logbook.database.newest_session(), self._now()
        is_begun_elsewhere = newest is not None and newest.id not in known
        # What is being typed belongs here, and must not end up in another session.
        may_switch = not self.is_saved and not self.drafts.are_in(self.session)
        if newest and is_begun_elsewhere and may_switch and newest.is_under_way(now):
            self._show(newest)  # today's session, even if another window began it
        else:
            self.refreshed.emit()

    def _touches_others(self, change: Change) -> bool:
        """Whether another session or its sets changed, or this one moved among the others."""
        sessions = [each for pair in change.of(Session) for each in pair if each]
        owners = {each.session_id for pair in change.of(LoggedSet) for each in pair if each}
        is_moved = any(each.date != self.session.date for each in sessions)
        return is_moved or bool(owners.union(each.id for each in sessions) - {self.session.id})

    def _forget_plan(self) -> None:
        self._planned.forget()
        self._expected.forget()

    def open(self, session: Session) -> None:
        """Show a session."""
        self.left.emit()
        self._show(session)

    def _show(self, session: Session) -> None:
        self.session = session
        self._equipment_chosen.clear()
        self._beside.forget()
        self._read_session()
        self._settings.set_session_shown(session.id, self._now())
        self.switched.emit()
        self.refreshed.emit()

    def go_back_to(self, session: Session) -> None:
        """Show a session again, if another one is shown by now."""
        if session.id != self.session.id:
            self.open(session)

    def open_new(self, day: datetime.date) -> None:
        """Show a new session for a day; it is saved with its first set."""
        self.open(self._new_session(day))

    def open_day(self, day: datetime.date) -> None:
        """Show the first session of a day, or a new one if there is none."""
        self.left.emit()  # saving now may create the first session of that day
        sessions = self._logbook.database.sessions_on(day)
        self.open(sessions[0] if sessions else self._new_session(day))

    def open_planned(self) -> None:
        """Show today's session, even a second one, of which the plan still expects something.

        If nothing more is expected, show today's last session, or a new one.

        Raises:
            TrackerError: If the log could not be read.
        """
        self.left.emit()
        database, today = self._logbook.database, self.today
        sessions = database.sessions_on(today)
        is_begun = not self.is_saved and self.session.date == today
        new = self.session if is_begun else self._new_session(today)
        for session in (*sessions, new):
            planned = self._planned_of(session)
            if planned is not None and not planned.is_done_by(database.sets_of(session.id)):
                self.go_back_to(session)
                return
        self.go_back_to(sessions[-1] if sessions else new)

    def _as_begun(self) -> Session:
        """Return the session with the start that it has, or would get with a set logged now."""
        session, now = self.session, self._now()
        # It was shown before it began: the window may have been open since the morning.
        begins_now = session.started_at is not None and session.date == now.date()
        return replace(session, started_at=now) if begins_now and not self.is_saved else session

    @property
    def now(self) -> datetime.datetime:
        """The current instant with the runner's offset."""
        return self._now()

    @property
    def today(self) -> datetime.date:
        """The runner's current day."""
        return self._now().date()

    def running_for(self) -> datetime.timedelta | None:
        """Return how long ago this session began; None if it has no set yet or is past."""
        return self.session.running_for(self._now()) if self.sets else None

    def neighbour(self, step: int) -> Session | None:
        """Find the session before (-1) or after (+1) the one shown."""
        neighbours = self._neighbours.value
        if step not in neighbours:
            database = self._logbook.database
            neighbours[step] = database.session_beside(self._as_begun(), forward=step > 0)
        return neighbours[step]

    def last_time(self, exercise: Exercise) -> tuple[Session | None, list[LoggedSet]]:
        """Return the last session before this one with an exercise, and its sets of it."""
        before, sets = self._last_times(exercise)
        return next(iter(before), None), sets

    def is_routine(self, exercise: Exercise) -> bool:
        """Tell whether an exercise was done in at least two sessions before this one."""
        return len(self._last_times(exercise)[0]) > 1

    def _last_times(self, exercise: Exercise) -> tuple[list[Session], list[LoggedSet]]:
        """Return the last two sessions with an exercise, newest first, and the newest's sets."""
        known = self._last_time.value
        if exercise not in known:
            database = self._logbook.database
            before = database.sessions_before(self._as_begun(), exercise, 2)
            sets = database.sets_of(before[0].id) if before else []
            known[exercise] = before, [each for each in sets if each.exercise is exercise]
        return known[exercise]

    @property
    def planned(self) -> "PlannedSession | None":
        """What the running plan expects of this session; None if nothing."""
        return self._planned.value

    def _planned_of(self, session: Session) -> "PlannedSession | None":
        database = self._logbook.database
        plans = database.plans()
        if not plans:
            return None
        # Imported here, so that runners without a plan do not wait for it.
        from tracker.app.planned_session import planned_session

        body_kg, formula = self.bodyweight_kg, self.runner.formula
        return planned_session(database, plans, session, body_kg, formula, self._settings.unit)

    def _expected_of(self, exercise: Exercise) -> Mapping[Cell, LoggedSet | None]:
        """Return the sets expected of an exercise: as planned, or else as last time.

        The value is None if the load of a planned set is unknown.
        """
        known = self._expected.value
        if exercise not in known:
            last, planned = self.last_time(exercise)[1], self.planned
            if planned is not None and exercise in planned.exercises:
                warmups = self._warmups.get(exercise, {})
                known[exercise] = planned.expected(exercise, last, self.session.id, warmups)
            else:
                known[exercise] = {
                    cell_of(each): replace(each, **NOTHING_OF_LAST_TIME) for each in last
                }
        return known[exercise]

    def own(self, cell: Cell) -> LoggedSet | None:
        """Return the set logged in a cell."""
        return self._own.get(cell)

    def expected(self, cell: Cell) -> LoggedSet | None:
        """Return the set expected in a cell: as planned, or else as last time.

        Load, repetitions and what is in ``session.EXPECTED_AGAIN`` are expected again.
        None if it was done, nothing is expected, or its load must still be given (``asked``).
        """
        if cell in self._own:
            return None
        expected = self._expected_of(cell.exercise)
        return expected[cell] or self._with_load_done(cell) if cell in expected else None

    def asked(self, cell: Cell) -> PlannedSets | None:
        """Return what is planned at a cell whose load must still be given; None elsewhere."""
        if self.planned is None or cell in self._own or self.expected(cell) is not None:
            return None
        return self.planned_at(cell)

    def planned_at(self, cell: Cell) -> PlannedSets | None:
        """Return what is planned at a cell, done or not; None if nothing is."""
        planned, warmups = self.planned, self._warmups.get(cell.exercise, {})
        return None if planned is None else planned.at(cell, warmups)

    def _with_load_done(self, cell: Cell) -> LoggedSet | None:
        """Return what is planned at a cell, with the load of the newest set of its exercise.

        Before the first set, a standing raise has no added load, while that of a seated one is
        unknown.
        """
        done = [each for each in self.sets if each.exercise is cell.exercise]
        of_leg = [each for each in done if each.side is cell.side]
        planned, item = self.planned, self.planned_at(cell)
        if planned is None or item is None or not (done or cell.exercise.carries_bodyweight):
            return None
        kg = (of_leg or done)[-1].external_kg if done else 0.0
        return planned.with_load(cell, item, kg, self.session.id)

    def planned_rest_s(self, logged: LoggedSet) -> float | None:
        """Return the rest planned after a set, in seconds; None if the plan does not say."""
        item = self.planned_at(cell_of(logged))
        return None if item is None else item.rest_s

    def next_value(self, exercises: Sequence[Exercise]) -> Cell:
        """Return the cell where the next value of the session goes.

        Args:
            exercises: The tables, in the order they are filled.
        """
        if not self.sets:
            return self.grid(exercises).first_value()
        newest = cell_of(self.sets[-1])
        # Include its table, even if another is shown in its place.
        others = (newest.exercise,) if newest.exercise not in exercises else ()
        return self.grid((*exercises, *others)).first_value(newest)

    def to_fill(self, exercises: Sequence[Exercise]) -> tuple[Exercise, ...]:
        """Return the exercises given, then those the plan adds, in the order they are filled."""
        planned = () if self.planned is None else self.planned.exercises
        return (*exercises, *(each for each in planned if each not in exercises))

    def grid(self, exercises: Sequence[Exercise]) -> SetGrid:
        """Return the tables as cells.

        Args:
            exercises: The tables, in the order they are filled.
        """
        expected = [cell for exercise in exercises for cell in self._expected_of(exercise)]
        return SetGrid(self._own.keys(), frozenset(expected), exercises)

    @property
    def bodyweight_kg(self) -> float | None:
        """The bodyweight that applies on the session's day, in kilograms; None if unknown."""
        return bodyweight_on(self.session.date, self.weighings)

    def weighing(self) -> Bodyweight | None:
        """Find the weighing of the session's own day."""
        days = (each for each in self.weighings if each.date == self.session.date)
        return next(days, None)

    def heaviest_before(self) -> Mapping[LegOnEquipment, Heaviest]:
        """Return the most that each leg lifted in all sessions before this one; cached."""
        return self._heaviest.value

    def _read_heaviest(self) -> Mapping[LegOnEquipment, Heaviest]:
        rows = self._logbook.database.heaviest_before(self._as_begun())
        return heaviest_of(rows, self.runner.formula)

    def system_kg(self, logged: LoggedSet) -> float:
        """Return the system load of a set on the session's day; NaN if unknown."""
        return system_kg_of(logged, self.bodyweight_kg)

    def estimate(self, logged: LoggedSet) -> SetEvidence:
        """Return what a set tells about its leg's maximum on the session's day."""
        return estimate_of_set(logged, self.bodyweight_kg, self.runner.formula)

    def best_estimate(self, exercise: Exercise, side: Side) -> SetEvidence | None:
        """Return what the best set of one exercise and leg tells in this session; None for nothing.

        Only tests count, if there are any; otherwise the highest known value or lower bound;
        otherwise the highest without a noted reserve.
        """
        sets = [each for each in self.sets if (each.exercise, each.side) == (exercise, side)]
        return best_estimate(sets, self.bodyweight_kg, self.runner.formula)

    def recent_bests(self, exercise: Exercise) -> list[PastBest]:
        """List the best sets of an exercise in the last sessions before this one, oldest first.

        Raises:
            TrackerError: If the log could not be read.
        """
        known = self._recent_bests.value
        if exercise not in known:
            database, formula = self._logbook.database, self.runner.formula
            known[exercise] = recent_bests(database, self._as_begun(), exercise, formula)
        return known[exercise]

    def replaced(self, cell: Cell) -> LoggedSet | None:
        """Return what was expected in a cell where something else was done; None elsewhere."""
        own = self._own.get(cell)
        if own is None:
            return None
        expected = self._expected_of(cell.exercise).get(cell)
        if expected is None or (expected.reps, expected.external_kg, expected.hold_s) == (
            own.reps,
            own.external_kg,
            own.hold_s,
        ):
            return None
        return expected

    def equipment_of(self, exercise: Exercise) -> Equipment | None:
        """Return the equipment of an exercise: as chosen, or of this session, or of last time."""
        if exercise in self._equipment_chosen:
            wanted = self._equipment_chosen[exercise]
        else:
            sets = [each for each in self.sets if each.exercise is exercise]
            sets = sets or self.last_time(exercise)[1]
            wanted = sets[-1].equipment_id if sets else None
        return next((each for each in self.equipment if each.id == wanted), None)
