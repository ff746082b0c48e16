"""The session on the Log page: what is in it, what is expected, and each way to change it."""

import datetime
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.load import Unit, system_load_kg
from tracker.domain.notation import ReadSets, read_notation
from tracker.domain.one_rep_max import Estimate, estimate
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.session import (
    UNDER_WAY,
    LoggedSet,
    Session,
    SetType,
    next_position,
    next_set_no,
)
from tracker.domain.set_grid import Cell, SetGrid, cell_of, removal

NO_WEIGHT_KNOWN = float("nan")
HALF_A_HUNDREDTH_KG = 0.005


class CurrentSession(QObject):
    """One session, kept equal to the log; it is saved with its first set.

    Args:
        logbook: The open log.
        settings: For the unit that is typed, and to reopen here after a kill.
        now: The clock: the present instant with the runner's offset.

    Signals:
        switched: Another session is shown.
        refreshed: The session, its sets or what it is seen against may have changed.
    """

    switched = Signal()
    refreshed = Signal()

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
        self._equipment_chosen: dict[Exercise, str | None] = {}
        self.session = self._session_to_reopen()
        self._read()
        logbook.changed.connect(self._on_logbook_changed)

    # What is shown

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

    def _read(self) -> None:
        database = self._logbook.database
        self.is_saved = database.session(self.session.id) is not None
        self.sets = database.sets_of(self.session.id)
        self.runner: Runner = database.runner()
        self.weighings = database.weighings()
        self.equipment: list[Equipment] = database.equipment()
        self.last_time: dict[Exercise, tuple[Session, list[LoggedSet]]] = {}
        for exercise in Exercise:
            before = database.session_before(self.session.date, exercise, self.session.id)
            if before is not None:
                sets = [each for each in database.sets_of(before.id) if each.exercise is exercise]
                self.last_time[exercise] = (before, sets)
        self._own = {cell_of(each): each for each in self.sets}
        self._expected = {
            cell_of(each): each for _, sets in self.last_time.values() for each in sets
        }

    def _on_logbook_changed(self, _change: Change) -> None:
        self.session = self._logbook.database.session(self.session.id) or self.session
        self._read()
        self.refreshed.emit()

    def open(self, session: Session) -> None:
        """Show a session."""
        self.session = session
        self._equipment_chosen.clear()
        self._read()
        self._settings.set_session_shown(session.id, self._now())
        self.switched.emit()
        self.refreshed.emit()

    def open_new(self, day: datetime.date) -> None:
        """Show a new session on a day; it is saved with its first set."""
        self.open(self._new_session(day))

    def open_day(self, day: datetime.date) -> None:
        """Show the first session of a day, or a new one where it has none."""
        sessions = self._logbook.database.sessions_on(day)
        self.open(sessions[0] if sessions else self._new_session(day))

    @property
    def today(self) -> datetime.date:
        """The runner's present day."""
        return self._now().date()

    def neighbour(self, step: int) -> Session | None:
        """Find the session before (-1) or after (+1) the one shown."""
        return self._logbook.database.session_beside(self.session, forward=step > 0)

    def own(self, cell: Cell) -> LoggedSet | None:
        """Give the set logged in a cell."""
        return self._own.get(cell)

    def expected(self, cell: Cell) -> LoggedSet | None:
        """Give last time's set of a cell, as it would be taken over; None where it was done.

        Load, repetitions, type and tempo are expected again; reserve, pain and note are not.
        """
        last = self._expected.get(cell)
        if last is None or cell in self._own:
            return None
        return replace(last, rir=None, pain_during=None, rest_s=None, note="")

    def grid(self, standing: Exercise = Exercise.STANDING) -> SetGrid:
        """Give the tables as cells.

        Args:
            standing: Which of the two standing exercises the second table shows.
        """
        return SetGrid(self._own.keys(), self._expected.keys(), (Exercise.SEATED, standing))

    @property
    def bodyweight_kg(self) -> float | None:
        """The bodyweight that counts on the session's day, in kilograms; None where unknown."""
        return bodyweight_on(self.session.date, self.weighings)

    def weighing(self) -> Bodyweight | None:
        """Find the weighing of the session's own day."""
        days = (each for each in self.weighings if each.date == self.session.date)
        return next(days, None)

    def estimate(self, logged: LoggedSet) -> Estimate | None:
        """Estimate the one-repetition maximum of a set on the session's day."""
        body_kg = self.bodyweight_kg
        system_kg = system_load_kg(
            logged.external_kg,
            NO_WEIGHT_KNOWN if body_kg is None else body_kg,
            logged.exercise.carries_bodyweight,
        )
        return estimate(
            self.runner.formula,
            logged.side,
            logged.set_type,
            system_kg,
            logged.reps,
            logged.rir,
        )

    def best_estimate(self, exercise: Exercise, side: Side) -> Estimate | None:
        """Give the best estimate of one exercise and leg in this session."""
        sets = (each for each in self.sets if (each.exercise, each.side) == (exercise, side))
        estimates = [each for each in map(self.estimate, sets) if each is not None]
        return max(estimates, key=lambda each: each.kg, default=None)

    def equipment_of(self, exercise: Exercise) -> Equipment | None:
        """Give the equipment of an exercise: chosen, of this session, or of last time."""
        if exercise in self._equipment_chosen:
            wanted = self._equipment_chosen[exercise]
        else:
            _, last = self.last_time.get(exercise, (None, []))
            sets = [each for each in self.sets if each.exercise is exercise] or last
            wanted = sets[-1].equipment_id if sets else None
        return next((each for each in self.equipment if each.id == wanted), None)

    # Changing it

    @property
    def _reads_pounds(self) -> bool:
        return self._settings.unit is Unit.LB

    def enter(self, cell: Cell, text: str) -> None:
        """Log, change or remove the set of a cell as written.

        Several sets (``3x8@60``) fill the column downward.

        Args:
            cell: Where it was written.
            text: In the notation of ``domain.notation``; blank removes the set.

        Raises:
            ValueError: In words, if it cannot be read or does not belong here.
            TrackerError: If it could not be saved.
        """
        logged = self._own.get(cell)
        if not text.strip():
            if logged is not None:
                self.remove([logged])
            return
        read = read_notation(text, unit_is_pounds=self._reads_pounds)
        if read.is_each_side or read.side not in (None, cell.side):
            raise ValueError(self.tr("This column is one leg's: write the set in its own column."))
        if read.exercise not in (None, cell.exercise):
            raise ValueError(self.tr("This table is another exercise's."))
        cells = [replace(cell, set_no=cell.set_no + further) for further in range(read.sets)]
        if any(each in self._own for each in cells[1:]):
            raise ValueError(self.tr("The rows below are taken: write one set at a time."))
        if logged is None:
            self._log(self._sets_of(read, cells), self.tr("Log set"))
        else:
            # A cell shows reserve and type: taken out of its text, they are taken out of the set.
            plain = replace(logged, rir=None, set_type=SetType.WORK)
            self._edit(logged, self._as_read(plain, read), self.tr("Edit set"))

    def take_over(self, cells: Collection[Cell]) -> None:
        """Log last time's sets of these cells again, as one step.

        Raises:
            TrackerError: If they could not be saved.
        """
        expected = [each for each in map(self.expected, sorted(cells)) if each is not None]
        label = self.tr("Log set") if len(expected) == 1 else self.tr("Repeat last session")
        self._log(
            [
                replace(
                    self._new_set(cell_of(last), last.reps, last.external_kg, place),
                    set_type=last.set_type,
                    tempo=last.tempo,
                )
                for place, last in enumerate(expected)
            ],
            label,
        )

    def repeat_last_session(self) -> None:
        """Log all that is expected and not done yet, as one step."""
        self.take_over([cell for cell in self._expected if cell not in self._own])

    def read_entry(self, text: str, exercise: Exercise) -> list[LoggedSet]:
        """Read a line of quick entry as the sets it would log.

        Args:
            text: In the notation; without a side, each leg did the sets.
            exercise: The one meant where the line names none.

        Raises:
            ValueError: In words, if it cannot be read.
        """
        read = read_notation(text, unit_is_pounds=self._reads_pounds)
        exercise = read.exercise or exercise
        sides = (Side.LEFT, Side.RIGHT) if read.side is None else (read.side,)
        first = max(next_set_no(self.sets, exercise, side) for side in sides)
        cells = [
            Cell(exercise, first + further, side) for further in range(read.sets) for side in sides
        ]
        return self._sets_of(read, cells)

    def log_entry(self, text: str, exercise: Exercise) -> Cell:
        """Log a line of quick entry as one step.

        Returns:
            The cell of its last set.

        Raises:
            ValueError: In words, if it cannot be read.
            TrackerError: If it could not be saved.
        """
        sets = self.read_entry(text, exercise)
        one, many = self.tr("Log set"), self.tr("Log {} sets").format(len(sets))
        self._log(sets, one if len(sets) == 1 else many)
        return cell_of(sets[-1])

    def edit(self, logged: LoggedSet, **fields: Any) -> None:
        """Change details of a set.

        Raises:
            ValueError: If a value is out of bounds.
            TrackerError: If it could not be saved.
        """
        self._edit(logged, replace(logged, **fields), self.tr("Edit set"))

    def remove(self, sets: Collection[LoggedSet]) -> None:
        """Remove sets and close the gaps; a session left empty goes with its last set.

        Raises:
            TrackerError: If it could not be saved.
        """
        change = removal(self.sets, sets)
        if len(sets) == len(self.sets) and not self.session.note:
            change += Change.removing(self.session)
        one, many = self.tr("Delete set"), self.tr("Delete {} sets").format(len(sets))
        self._logbook.apply(change, one if len(sets) == 1 else many)

    def delete(self) -> None:
        """Remove the session with all its sets, and show a new one of today.

        Raises:
            TrackerError: If it could not be saved.
        """
        if self.is_saved:
            label = self.tr("Delete session of {}").format(self.session.date.isoformat())
            self._logbook.apply(Change.removing(*self.sets, self.session), label)
        self.open_new(self.today)

    def move_to(self, day: datetime.date) -> None:
        """Move the session to another day.

        Raises:
            ValueError: If the day is out of bounds.
            TrackerError: If it could not be saved.
        """
        label = self.tr("Move session to {}").format(day.isoformat())
        self._change_session(self.session.moved_to(day), label)

    def set_note(self, note: str) -> None:
        """Change the session's note.

        Raises:
            ValueError: If it is too long.
            TrackerError: If it could not be saved.
        """
        self._change_session(replace(self.session, note=note), self.tr("Edit session note"))

    def weigh(self, kg: float | None) -> None:
        """Note the bodyweight of the session's day; None removes it.

        Raises:
            ValueError: If it is out of bounds.
            TrackerError: If it could not be saved.
        """
        before = self.weighing()
        if kg is None:
            change = Change() if before is None else Change.removing(before)
        elif before is None:
            change = Change.adding(Bodyweight(self.session.date, kg))
        else:
            change = Change.replacing(before, replace(before, kg=kg))
        self._logbook.apply(change, self.tr("Change bodyweight"))

    def choose_equipment(self, exercise: Exercise, equipment: Equipment | None) -> None:
        """Say what an exercise is done on today; new equipment is added to the log.

        Raises:
            TrackerError: If it could not be saved.
        """
        wanted = None if equipment is None else equipment.id
        is_new = equipment is not None and equipment not in self.equipment
        change = Change.adding(equipment) if equipment is not None and is_new else Change()
        change += Change.together(
            Change.replacing(each, replace(each, equipment_id=wanted))
            for each in self.sets
            if each.exercise is exercise
        )
        self._logbook.apply(change, self.tr("Change equipment"))
        self._equipment_chosen[exercise] = wanted
        self.refreshed.emit()

    def _log(self, sets: list[LoggedSet], label: str) -> None:
        if not sets:
            return
        change = Change.adding(*sets)
        if not self.is_saved:
            self._settings.set_session_shown(self.session.id, self._now())
            change = Change.adding(self.session) + change
        self._logbook.apply(change, label)

    def _edit(self, before: LoggedSet, after: LoggedSet, label: str) -> None:
        self._logbook.apply(Change.replacing(before, after), label)

    def _change_session(self, after: Session, label: str) -> None:
        if self.is_saved:
            self._logbook.apply(Change.replacing(self.session, after), label)
        else:
            self.session = after
        self.open(after)

    def _new_set(self, cell: Cell, reps: int, external_kg: float, place: int) -> LoggedSet:
        equipment = self.equipment_of(cell.exercise)
        return LoggedSet(
            self.session.id,
            cell.exercise,
            cell.side,
            cell.set_no,
            reps,
            external_kg,
            position=next_position(self.sets) + place,
            equipment_id=None if equipment is None else equipment.id,
        )

    def _sets_of(self, read: ReadSets, cells: list[Cell]) -> list[LoggedSet]:
        return [
            self._as_read(self._new_set(cell, read.reps, self._load_of(read, cell), place), read)
            for place, cell in enumerate(cells)
        ]

    def _as_read(self, logged: LoggedSet, read: ReadSets) -> LoggedSet:
        """Put what was written over a set; what was not written stays."""
        return replace(
            logged,
            reps=read.reps,
            external_kg=_load_meant(logged.external_kg, read.external_kg),
            rir=logged.rir if read.rir is None else read.rir,
            set_type=read.set_type or logged.set_type,
            tempo=read.tempo or logged.tempo,
            pain_during=logged.pain_during if read.pain_during is None else read.pain_during,
            rest_s=logged.rest_s if read.rest_s is None else read.rest_s,
            note=logged.note if read.note is None else read.note,
        )

    def _load_of(self, read: ReadSets, cell: Cell) -> float:
        """Give the load meant: written, of the set before, of last time, or of the other leg."""
        if read.external_kg is not None:
            return read.external_kg
        before = [
            each
            for each in self.sets
            if (each.exercise, each.side) == (cell.exercise, cell.side)
            and each.set_no < cell.set_no
        ]
        other = self._own.get(replace(cell, side=cell.side.opposite))
        meant = max(before, key=lambda each: each.set_no, default=None)
        meant = meant or self.expected(cell) or other
        if meant is not None:
            return meant.external_kg
        if cell.exercise.carries_bodyweight:
            return 0.0
        raise ValueError(self.tr("Which load? Write it after the repetitions, as in 8 × 60."))


def _load_meant(kg: float, written_kg: float | None) -> float:
    """Give the load meant over an old one: a load is shown rounded, and written so is the same."""
    is_same = written_kg is None or abs(written_kg - kg) < HALF_A_HUNDREDTH_KG
    return kg if is_same or written_kg is None else written_kg
