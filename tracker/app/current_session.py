"""The session on the Log page, with all ways to change it."""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from tracker.app.draft_saver import DraftSaver
from tracker.app.language import error_text, plural
from tracker.app.logbook import Logbook
from tracker.app.reserve import ReserveQuestion
from tracker.app.rest_timer import RestTimer
from tracker.app.rests import Rests
from tracker.app.session_view import SessionView
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.event import injured_sites
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.load import Unit, is_far_above, kg_from_pounds, pounds_from_kg, seem_swapped
from tracker.domain.notation import ReadSets, read_notation, write_notation
from tracker.domain.runner import Bodyweight
from tracker.domain.session import (
    DETAILS,
    EXPECTED_AGAIN,
    NOTHING_IN_CELL,
    LoggedSet,
    Session,
    SetType,
    next_position,
    next_set_no,
)
from tracker.domain.session_symptoms import Felt, When, moving, noting
from tracker.domain.set_grid import Cell, cell_of, removal
from tracker.domain.symptoms import Site, Symptom
from tracker.domain.typed_number import SAME_WRITTEN

if TYPE_CHECKING:
    from tracker.domain.strength_test_run import StrengthTestRun


class CurrentSession(SessionView):
    """The session shown, and how it is edited; it is saved with its first set.

    Args:
        logbook: The open log.
        settings: For the unit, and to reopen this session after a crash.
        now: The clock, giving the current instant with the runner's offset.
        rest_timer: Counts the rest started by each set of a session under way.
    """

    def __init__(
        self,
        logbook: Logbook,
        settings: Settings,
        now: Callable[[], datetime.datetime],
        parent: QObject | None = None,
        *,
        rest_timer: RestTimer | None = None,
    ) -> None:
        super().__init__(logbook, settings, now, parent)
        self.rests = Rests(settings, self.planned_rest_s, rest_timer, self)
        self.saver = DraftSaver(logbook, self, self)
        self.reserve = ReserveQuestion(self, settings, self.note_reserve, self)
        logbook.changed.connect(self.rests.follow)

    @property
    def _reads_pounds(self) -> bool:
        return self._settings.unit is Unit.LB

    def enter(
        self, cell: Cell, text: str, unit: Unit | None = None, *, is_meant: bool = False
    ) -> None:
        """Log, change or remove the set of a cell from its text.

        Several sets (``3x8@60``) fill the column downwards.

        Args:
            cell: The cell.
            text: In the notation of ``domain.notation``; blank removes the set.
            unit: The unit for a load without one; None for the runner's.
            is_meant: Whether the runner has confirmed what seems a slip.

        Raises:
            ValueError: In words, if it cannot be read, does not belong here, or seems a mistake.
            TrackerError: If it could not be saved.
        """
        logged = self._own.get(cell)
        if not text.strip():
            if logged is not None:
                self.remove([logged])
            return
        read = self._read_in(cell, text, unit)
        cells = [cell._replace(set_no=cell.set_no + further) for further in range(read.sets)]
        if any(each in self._own for each in cells[1:]):
            raise ValueError(self.tr("The rows below are taken: write one set at a time."))
        if not is_meant:
            self._require_likely(read, cell.exercise, unit)
        if logged is None:
            said = "" if read.sets == 1 else _sets_saved(read.sets)
            self._log(self._sets_of(read, cells), self._logging(read.sets), said)
        else:
            self._edit(logged, self._written_over(logged, read), self.tr("Edit set"))

    def require_load(self, cell: Cell) -> None:
        """Refuse a cell whose load cannot be told.

        Raises:
            ValueError: In words, if its load is unknown.
            TrackerError: If the log could not be read.
        """
        self._load_of(ReadSets(1), cell)

    def log_hold(self, cell: Cell, reps: int, hold_s: float) -> None:
        """Log timed holds, with the load that a typed set would get.

        Args:
            cell: The cell; a set that is there by now is changed.
            reps: How many holds.
            hold_s: Duration of each in seconds.

        Raises:
            ValueError: In words, if the load is unknown.
            TrackerError: If it could not be saved.
        """
        self.enter(cell, write_notation(ReadSets(reps, hold_s=hold_s)))

    def enter_all(self, texts: Mapping[Cell, str]) -> dict[Cell, str]:
        """Log or change the sets of many cells from their texts, as one step.

        They were done earlier, so no rest starts and no reserve is asked about.

        Args:
            texts: The text of each cell, one set each; blank leaves a cell as it is.

        Returns:
            Why cells were refused, in words; the others are saved.

        Raises:
            TrackerError: If they could not be saved; then none is.
        """
        refused: dict[Cell, str] = {}
        new: list[LoggedSet] = []
        edits: list[Change] = []
        for cell, text in sorted(texts.items()):
            if not text.strip():
                continue
            logged = self._own.get(cell)
            try:
                read = self._read_in(cell, text, None)
                if read.sets > 1:
                    raise ValueError(self.tr("The rows below are taken: write one set at a time."))
                self._require_likely(read, cell.exercise)
                if logged is None:
                    kg = self._load_of(read, cell, new)
                    place = len(new)
                    new.append(self._typed(cell, read, kg, place))
                else:
                    edits.append(Change.replacing(logged, self._written_over(logged, read)))
            except ValueError as error:
                refused[cell] = error_text(error)
        change = Change.together(edits)
        if new:
            change = self._going_on(self._now()) + Change.adding(*new) + change
        if change:
            self._logbook.apply(change, self.tr("Paste sets"))
        return refused

    def _read_in(self, cell: Cell, text: str, unit: Unit | None) -> ReadSets:
        """Read the text of a cell.

        Raises:
            ValueError: In words, if it cannot be read or belongs elsewhere.
        """
        read = read_notation(text, unit_is_pounds=(unit or self._settings.unit) is Unit.LB)
        if read.is_each_side or read.side not in (None, cell.side):
            raise ValueError(self.tr("This column is one leg's: write the set in its own column."))
        if read.exercise not in (None, cell.exercise):
            raise ValueError(self.tr("This table is another exercise's."))
        return read

    def _require_likely(self, read: ReadSets, exercise: Exercise, unit: Unit | None = None) -> None:
        """Ask about what may be a slip: a decimal point missed, or the load written first.

        Args:
            read: What was read.
            exercise: Its exercise.
            unit: The unit it was typed in; None for the runner's.

        Raises:
            ValueError: In words, if it should be confirmed.
        """
        kg = read.external_kg
        if kg is None:
            return
        sets = [
            each for each in (*self.sets, *self.last_time(exercise)[1]) if each.exercise is exercise
        ]
        if is_far_above(kg, (each.external_kg for each in sets)):
            raise ValueError(
                self.tr("Far more than ever before here. Press Enter again if it is right.")
            )
        if read.hold_s is None and read.set_type in (None, SetType.WORK):
            self._require_in_order(read, kg, sets, unit or self._settings.unit)

    def _require_in_order(
        self, read: ReadSets, kg: float, sets: Iterable[LoggedSet], unit: Unit
    ) -> None:
        in_pounds = unit is Unit.LB

        def typed(kg: float) -> float:
            return pounds_from_kg(kg) if in_pounds else kg

        before = ((each.reps, typed(each.external_kg)) for each in sets if not each.is_hold)
        if not seem_swapped(read.reps, typed(kg), before):
            return
        load = round(typed(kg))
        if read.sets > 1:  # nobody knows which of the three numbers was meant otherwise
            several = self.tr("{} sets of {} repetitions with {} {}? Press Enter again if so.")
            raise ValueError(several.format(read.sets, read.reps, load, unit))
        meant_kg = kg_from_pounds(read.reps) if in_pounds else float(read.reps)
        meant = write_notation(ReadSets(load, meant_kg), in_pounds=in_pounds)
        question = self.tr("{} repetitions with {} {}? Press Enter again if so, or write {}.")
        raise ValueError(question.format(read.reps, load, unit, meant))

    def take_over(self, cells: Collection[Cell]) -> None:
        """Log the expected sets of these cells, planned or from last time, as one step.

        Raises:
            TrackerError: If they could not be saved.
        """
        expected = [each for each in map(self.expected, sorted(cells)) if each is not None]
        again, planned = self.tr("Repeat last session"), self.tr("Log what is planned")
        many = again if self.planned is None else planned
        label = self.tr("Log set") if len(expected) == 1 else many
        self._log(
            [
                replace(
                    self._new_set(cell_of(last), last.reps, last.external_kg, place),
                    **{field: getattr(last, field) for field in EXPECTED_AGAIN},
                )
                for place, last in enumerate(expected)
            ],
            label,
        )

    def repeat_last_session(self, exercises: Sequence[Exercise]) -> bool:
        """Log all expected sets of some exercises that are not done yet, as one step.

        Returns:
            Whether there were any.

        Raises:
            TrackerError: If it could not be saved.
        """
        before = len(self.sets)
        self.take_over([cell for cell in self.grid(exercises).expected if cell not in self._own])
        return len(self.sets) > before

    def read_entry(self, text: str, exercise: Exercise) -> list[LoggedSet]:
        """Read a line of quick entry and return the sets it would log.

        Args:
            text: A line of notation; without a side, each leg did the sets.
            exercise: The exercise if the line names none.

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

    def log_entry(self, text: str, exercise: Exercise, *, is_meant: bool = False) -> Cell:
        """Log a line of quick entry as one step.

        Args:
            text: A line of notation; without a side, each leg did the sets.
            exercise: The exercise if the line names none.
            is_meant: Whether the runner has confirmed what seems a slip.

        Returns:
            The cell of its last set.

        Raises:
            ValueError: In words, if it cannot be read or seems a mistake.
            TrackerError: If it could not be saved.
        """
        if not is_meant:
            read = read_notation(text, unit_is_pounds=self._reads_pounds)
            self._require_likely(read, read.exercise or exercise)
        sets = self.read_entry(text, exercise)
        has_rows = len({each.set_no for each in sets}) > 1
        said = _sets_saved(len(sets)) if has_rows else ""
        self._log(sets, self._logging(len(sets)), said)
        return cell_of(sets[-1])

    def _logging(self, sets: int) -> str:
        """Name the step that logs this many sets."""
        return self.tr("Log set") if sets == 1 else plural("Log %Ln (set|sets)", None, sets)

    def edit(self, logged: LoggedSet, **fields: Any) -> None:
        """Change details of a set.

        Raises:
            ValueError: If a value is out of bounds.
            TrackerError: If it could not be saved.
        """
        self._edit(logged, replace(logged, **fields), self.tr("Edit set"))

    def note_reserve(self, logged: LoggedSet, rir: float) -> None:
        """Note the reserve of a set; undo treats it as part of the set if that is the newest step.

        Args:
            logged: The set.
            rir: Repetitions in reserve; 4 means 4 or more.

        Raises:
            TrackerError: If it could not be saved, for example because the set was changed
                elsewhere.
        """
        self._logbook.amend(Change.replacing(logged, replace(logged, rir=rir)), self.tr("Reserve"))

    def remove(self, sets: Collection[LoggedSet], said: str = "") -> None:
        """Remove sets and close the gaps; a session left empty is removed with its last set.

        Args:
            sets: The sets to remove.
            said: A sentence for the runner about it.

        Raises:
            TrackerError: If it could not be saved.
        """
        change = removal(self.sets, sets)
        parts = self._logbook.database.parts_of(self.session.id)
        if len(sets) == len(parts) and not self.session.note:
            change += Change.removing(self.session)
        many = plural("Delete %Ln (set|sets)", None, len(sets))
        self._logbook.apply(change, self.tr("Delete set") if len(sets) == 1 else many, said)

    def delete(self, label: str, said: str = "") -> None:
        """Remove the session with all its sets and symptoms, and show a new one for today.

        Args:
            label: What undo calls this step.
            said: A sentence for the runner about it.

        Raises:
            TrackerError: If it could not be saved.
        """
        self.left.emit()  # saves what is half typed, so that undo brings it back too
        if self.is_saved:
            parts = self._logbook.database.parts_of(self.session.id)
            self._logbook.apply(Change.removing(*parts, self.session), label, said)
        self.open_new(self.today)

    def move_to(self, day: datetime.date, label: str, said: str = "") -> None:
        """Move the session to another day.

        Args:
            day: The new day.
            label: What undo calls this step.
            said: A sentence for the runner about it.

        Raises:
            ValueError: If the day is out of bounds.
            TrackerError: If it could not be saved.
        """
        self.left.emit()
        parts = self._logbook.database.parts_of(self.session.id)
        change = moving(self.session, parts, day)
        if self.is_saved:
            self._logbook.apply(change, label, said)
        self.open(next((after for _, after in change.of(Session) if after), self.session))

    def set_note(self, note: str, session: Session | None = None) -> None:
        """Change a session's note; if the session is not in the log yet, it is added.

        Args:
            note: The whole note; blank removes it.
            session: The session; None for the one shown.

        Raises:
            ValueError: If it is too long.
            TrackerError: If it could not be saved.
        """
        session = session or self.session
        saved, label = self._logbook.database.session(session.id), self.tr("Edit session note")
        if saved is not None:
            self._logbook.apply(Change.replacing(saved, replace(saved, note=note)), label)
        elif note:  # keep a note on a day without sets
            self._logbook.apply(Change.adding(replace(session, note=note)), label)

    def session_days(self) -> set[datetime.date]:
        """Return the days that have a session.

        Raises:
            TrackerError: If the log could not be read.
        """
        return {each.date for each in self._logbook.database.sessions()}

    def symptoms(self) -> list[Symptom]:
        """List what was felt before, during and after the session, and the morning after it.

        Raises:
            TrackerError: If the log could not be read.
        """
        parts = self._logbook.database.parts_of(self.session.id)
        return [each for each in parts if isinstance(each, Symptom)]

    def injured_sites(self) -> dict[Side, Site | None]:
        """Return where each leg is injured on the day of the session; None where it is not.

        Raises:
            TrackerError: If the log could not be read.
        """
        day = self.session.date
        return injured_sites(self._logbook.database.events(day, day), day)

    def note_symptoms(self, felt: Mapping[When, Felt]) -> None:
        """Note answers about symptoms, as one step.

        Args:
            felt: The answers by moment and leg.

        Raises:
            ValueError: In words, if an answer is out of bounds.
            TrackerError: If it could not be saved.
        """
        change = noting(self.session, self.symptoms(), felt)
        if change and not self.is_saved:
            change = Change.adding(self.session) + change
        self._logbook.apply(change, self.tr("Note symptoms"), self.tr("Symptoms saved."))

    def weigh(self, kg: float | None, day: datetime.date | None = None) -> None:
        """Note the bodyweight of a day.

        Args:
            kg: Bodyweight in kilograms; None removes it.
            day: The day; None for that of the session shown.

        Raises:
            ValueError: If it is out of bounds.
            TrackerError: If it could not be saved.
        """
        day = day or self.session.date
        weighings = self._logbook.database.weighings_for(day)
        before = next((each for each in weighings if each.date == day), None)
        if kg is None:
            change = Change() if before is None else Change.removing(before)
        elif before is None:
            change = Change.adding(Bodyweight(day, kg))
        else:
            change = Change.replacing(before, replace(before, kg=kg))
        self._logbook.apply(change, self.tr("Change bodyweight"))

    def choose_equipment(self, exercise: Exercise, equipment: Equipment | None) -> None:
        """Choose the equipment of an exercise today; new equipment is added to the log.

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
        self._logbook.apply(change, self.tr("Change equipment"), self.tr("Equipment changed."))
        self._equipment_chosen[exercise] = wanted
        self.refreshed.emit()

    def log_strength_test(self, run: "StrengthTestRun", equipment: Equipment | None) -> None:
        """Log what was done in a strength test as one step, in the session under way or a new one.

        It does not affect the rest timer, because the test has its own rests.

        Args:
            run: The test.
            equipment: The equipment used; None if it has no name.

        Raises:
            ValueError: In words, if a load or repetitions are out of bounds.
            TrackerError: If it could not be saved.
        """
        now = self._now()
        if not self.session.is_under_way(now):
            newest = self._logbook.database.newest_session()
            is_going_on = newest is not None and newest.is_under_way(now)
            self.open(newest if newest and is_going_on else self._new_session(now.date()))
        equipment_id = None if equipment is None else equipment.id
        sets = run.sets(self.session.id, self.sets, equipment_id)
        self._logbook.apply(
            self._going_on(now) + Change.adding(*sets),
            self.tr("Strength test"),
            self.tr("Strength test saved."),
        )

    def _log(self, sets: list[LoggedSet], label: str, said: str = "") -> None:
        if not sets:
            return
        now = self._now()
        is_under_way = self.session.is_under_way(now)
        if is_under_way:
            sets = self.rests.noted_in(sets)
        self._logbook.apply(self._going_on(now) + Change.adding(*sets), label, said)
        if is_under_way:
            self.rests.begin_after(sets, self.sets)
        self.reserve.ask_after(sets)

    def _going_on(self, now: datetime.datetime) -> Change:
        """Make the change to the session itself that a new set brings: its start or duration."""
        session, lasted = self.session, self.session.running_for(now)
        if self.is_saved:
            duration_s = lasted.total_seconds() if lasted else session.duration_s
            return Change.replacing(session, replace(session, duration_s=duration_s))
        return Change.adding(self._as_begun())

    def _edit(self, before: LoggedSet, after: LoggedSet, label: str) -> None:
        self._logbook.apply(Change.replacing(before, after), label)

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

    def _typed(self, cell: Cell, read: ReadSets, external_kg: float, place: int) -> LoggedSet:
        """Make a set as typed, with the tempo that the plan has there.

        A warm-up is not what is planned, nor is a hold where sets are moved.
        """
        new, item = self._new_set(cell, read.reps, external_kg, place), self.planned_at(cell)
        if item is not None and read.set_type is not SetType.WARMUP and read.hold_s is None:
            new = replace(new, tempo=item.tempo)
        return self._as_read(new, read)

    def _sets_of(self, read: ReadSets, cells: list[Cell]) -> list[LoggedSet]:
        return [
            self._typed(cell, read, self._load_of(read, cell), place)
            for place, cell in enumerate(cells)
        ]

    def _as_read(self, logged: LoggedSet, read: ReadSets) -> LoggedSet:
        """Apply a line of notation to a set; what the line does not say stays."""
        written = {name: getattr(read, name) for name in DETAILS}
        return replace(
            logged,
            reps=read.reps,
            external_kg=_load_meant(logged.external_kg, read.external_kg),
            **{name: value for name, value in written.items() if value is not None},
        )

    def _written_over(self, logged: LoggedSet, read: ReadSets) -> LoggedSet:
        """Apply a cell's text to its set; details removed from the text are cleared."""
        return self._as_read(replace(logged, **NOTHING_IN_CELL), read)

    def _load_of(self, read: ReadSets, cell: Cell, new: Sequence[LoggedSet] = ()) -> float:
        """Return the load meant: as written, or of the previous set, last time or the other leg.

        Args:
            read: The text that was read.
            cell: The cell.
            new: Sets logged together with it.
        """
        if read.external_kg is not None:
            return read.external_kg
        before = [
            each
            for each in (*self.sets, *new)
            if (each.exercise, each.side) == (cell.exercise, cell.side)
            and each.set_no < cell.set_no
        ]
        other = self._own.get(cell._replace(side=cell.side.opposite))
        meant = max(before, key=lambda each: each.set_no, default=None)
        meant = meant or self.expected(cell) or other
        if meant is not None:
            return meant.external_kg
        if cell.exercise.carries_bodyweight:
            return 0.0
        raise ValueError(self.tr("Which load? Write it after the repetitions, as in 8 × 60."))


def _sets_saved(count: int) -> str:
    """Say that several sets came of one line, so that a slip is seen and can be undone."""
    return plural("%Ln (set|sets) saved.", None, count)


def _load_meant(kg: float, written_kg: float | None) -> float:
    """Return the load typed, or the exact old one if the text only shows that rounded."""
    is_same = written_kg is None or abs(written_kg - kg) < SAME_WRITTEN
    return kg if is_same or written_kg is None else written_kg
