"""What the History page shows: every session with its sums, kept equal to the log, and searched."""

import datetime
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QObject, Signal

from tracker.app.felt_days import FeltDay, felt_days
from tracker.app.kept import KeptByDay, Shelf, changes_formula
from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.columns import (
    EXERCISES,
    NO_EQUIPMENT,
    SIDES,
    Integers,
    SetColumns,
    distinct,
)
from tracker.domain.daily import DayTable, summarise_days
from tracker.domain.day_values import day_values
from tracker.domain.evidence import EVIDENCES, Evidence, SetEvidence
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Bodyweight
from tracker.domain.search import Search, is_beginning_of
from tracker.domain.session import Session
from tracker.domain.sets_done import SetDone, SetsDone
from tracker.domain.symptoms import Symptom


@dataclass(frozen=True, slots=True)
class ExerciseWork:
    """What one session did of one exercise.

    Args:
        sets: Sets of each side, warm-ups included; a side without any is missing.
        best: The set of each leg that tells most, as the value of a day is chosen; a leg without
            is missing.
        volume_load_kg: Repetitions times system load of all sets, in kilograms; NaN where the
            bodyweight is unknown.
    """

    sets: Mapping[Side, int]
    best: Mapping[Side, SetEvidence]
    volume_load_kg: float


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session and its sums.

    Args:
        session: The session.
        work: What it did, by exercise; those not done are missing.
        hard_sets: Hard sets; the left and the right set of one number count as one.
        equipment: Names of what it was done on, by name.
        sets: What it did, set by set.
        felt: What was felt on a day without a session, which is such a row too: its session was
            never held, and is in no log. None for a session.
    """

    session: Session
    work: Mapping[Exercise, ExerciseWork]
    hard_sets: int
    equipment: tuple[str, ...]
    sets: Iterable[SetDone] = field(default=(), compare=False, repr=False)
    felt: FeltDay | None = None


def felt_row(day: FeltDay) -> SessionRow:
    """Give the row of a day with symptoms alone; the same day has the same one."""
    return SessionRow(Session(day.date, id=f"felt {day.date}"), {}, 0, (), felt=day)


def rows_with_bests(rows: Iterable[SessionRow]) -> dict[str, set[tuple[Exercise, Side]]]:
    """Find the sessions in which a leg's known estimate was higher than ever before.

    Only what was done on the same equipment is compared, and the first of it beats nothing.

    Args:
        rows: The sessions, oldest first.

    Returns:
        The legs and exercises of each such session, by its id.
    """
    highest: dict[tuple[Exercise, Side, tuple[str, ...]], float] = {}
    found: dict[str, set[tuple[Exercise, Side]]] = {}
    for row in rows:
        for exercise, work in row.work.items():
            for side, told in work.best.items():
                if told.evidence is not Evidence.KNOWN:
                    continue
                leg = exercise, side, row.equipment
                before = highest.get(leg)
                if before is None or told.e1rm_kg > before:
                    highest[leg] = told.e1rm_kg
                    if before is not None:
                        found.setdefault(row.session.id, set()).add((exercise, side))
    return found


def hard_sets_by_day(rows: Iterable[SessionRow]) -> dict[datetime.date, int]:
    """Sum up the hard sets of each day that has a session; 0 where none was hard."""
    days: dict[datetime.date, int] = {}
    for row in rows:
        days[row.session.date] = days.get(row.session.date, 0) + row.hard_sets
    return days


def _matches(
    row: SessionRow,
    search: Search,
    exercise_names: Mapping[Exercise, str],
    set_notes: str,
    meeting: Container[Exercise],
) -> bool:
    """Tell whether a session answers a search.

    Args:
        row: The session.
        search: What is searched for.
        exercise_names: What the runner reads for each exercise.
        set_notes: What was noted of its sets.
        meeting: The exercises of sets that meet the comparisons.
    """
    notes = f"{row.session.note}\n{set_notes}".casefold()
    if not all(each in notes for each in search.notes):
        return False
    text = "\n".join((notes, *row.equipment)).casefold()
    named: set[Exercise] = set()
    for word in search.words:
        found = {
            each for each in row.work if word in each or word in exercise_names[each].casefold()
        }
        if not (found or word in text or is_beginning_of(word, row.session.date)):
            return False
        named |= found
    # Beside the name of an exercise, a comparison is about sets of that exercise.
    return not search.comparisons or any(each in meeting for each in named or row.work)


def _sums(
    sessions: Sequence[Session],
    columns: SetColumns,
    formula: Formula,
    equipment: Sequence[Equipment],
) -> list[SessionRow]:
    """Sum up sets by session.

    Args:
        sessions: In the order that the columns' codes count.
        columns: Their sets.
        formula: Of the estimated maxima.
        equipment: By name, as the columns' codes count.
    """
    # A session takes the place of a day: the same sums, made by the same code.
    by_session = replace(columns, day=columns.session)
    table, best = summarise_days(by_session, formula), _best_of(by_session, formula)
    count = len(sessions)
    hard_sets = np.bincount(table.day, table.hard_set_numbers, count).astype(np.int64).tolist()
    work: list[dict[Exercise, ExerciseWork]] = [{} for _ in sessions]
    for code, exercise in enumerate(EXERCISES):
        rows = table.rows(table.exercise == code)
        for place, sets, volume_kg in _work_of(rows, columns, code, count):
            told = best.get((place, exercise), {})
            work[place][exercise] = ExerciseWork(sets, told, volume_kg)
    names: list[set[str]] = [set() for _ in sessions]
    used = table.equipment != NO_EQUIPMENT
    for place, machine in zip(
        table.day[used].tolist(), table.equipment[used].tolist(), strict=True
    ):
        names[place].add(equipment[machine - 1].name)
    ends = np.searchsorted(columns.session, np.arange(count + 1)).tolist()
    done_sets = (SetsDone(columns, first, end) for first, end in pairwise(ends))
    return [
        SessionRow(session, done, hard, tuple(sorted(used_names)), of_session)
        for session, done, hard, used_names, of_session in zip(
            sessions, work, hard_sets, names, done_sets, strict=True
        )
    ]


def _work_of(
    rows: DayTable, columns: SetColumns, exercise: int, count: int
) -> Iterable[tuple[int, dict[Side, int], float]]:
    """Give the place of each session that did an exercise, its sets of each side, its volume."""
    volume_kg = np.bincount(rows.day, rows.volume_load_kg, count)
    sets = []
    for side in range(len(SIDES)):
        of_leg = columns.session[(columns.exercise == exercise) & (columns.side == side)]
        counted: Integers = np.bincount(of_leg, minlength=count)
        sets.append(counted.tolist())
    for place in distinct(rows.day).tolist():
        counts = {side: of[place] for side, of in zip(SIDES, sets, strict=True) if of[place]}
        yield place, counts, float(volume_kg[place])


def _best_of(
    by_session: SetColumns, formula: Formula
) -> dict[tuple[int, Exercise], dict[Side, SetEvidence]]:
    """Find the set of each leg that tells most, by the place of its session and by exercise.

    Args:
        by_session: Sets, the place of their session in place of the day.
        formula: Of the estimates.
    """
    values = day_values(by_session, formula)
    # Of several pieces of equipment the best stands last, and so is the one that is kept.
    rank = np.lexsort((values.e1rm_kg, values.is_compared, values.is_test, values.day))
    found: dict[tuple[int, Exercise], dict[Side, SetEvidence]] = {}
    for place, exercise, side, *told in zip(
        *(
            each[rank].tolist()
            for each in (
                values.day,
                values.exercise,
                values.side,
                values.evidence,
                values.reps_to_failure,
                values.e1rm_kg,
            )
        ),
        strict=True,
    ):
        evidence, reps_to_failure, e1rm_kg = told
        of_session = found.setdefault((place, EXERCISES[exercise]), {})
        of_session[SIDES[side]] = SetEvidence(EVIDENCES[evidence], reps_to_failure, e1rm_kg)
    return found


class History(QObject):
    """All sessions with their sums, read when first asked for and then kept equal, day by day.

    Args:
        logbook: The open log.

    Signals:
        refreshed: What is given from now on may differ.
    """

    refreshed = Signal()

    def __init__(self, logbook: Logbook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._shelf = Shelf()
        database = logbook.database
        self._rows = self._shelf.put(
            KeptByDay(
                self._read_rows, self._with_days_read, database.session, (Bodyweight,), _spoils_all
            )
        )
        self._bests: tuple[list[SessionRow], dict[str, set[tuple[Exercise, Side]]]] | None = None
        self._felt_days = self._shelf.keep(self._read_felt_days, Symptom)
        logbook.changed.connect(self._on_logbook_changed)
        logbook.reloaded.connect(self._on_logbook_reloaded)

    def rows(self) -> list[SessionRow]:
        """List the sessions by day and start, newest first.

        Raises:
            TrackerError: If the log could not be read.
        """
        return list(self._rows.value)

    def bests(self) -> dict[str, set[tuple[Exercise, Side]]]:
        """Give the sessions with a new best of a leg, see ``rows_with_bests``; kept with the rows.

        Raises:
            TrackerError: If the log could not be read.
        """
        rows = self._rows.value
        if self._bests is None or self._bests[0] is not rows:
            self._bests = rows, rows_with_bests(reversed(rows))
        return self._bests[1]

    def found(self, search: Search, exercise_names: Mapping[Exercise, str]) -> list[SessionRow]:
        """List the sessions that answer a search, newest first, and days with symptoms alone.

        Args:
            search: What is searched for.
            exercise_names: What the runner reads for each exercise; the words of the files, such
                as ``standing_bent``, are found as well.

        Raises:
            TrackerError: If the log could not be read.
        """
        rows = self.rows()
        trained = {row.session.date for row in rows}
        alone = [
            felt_row(each)
            for each in self.felt_days().values()
            if each.date not in trained and each.answers(search)
        ]
        if search:
            rows = self._answering(rows, search, exercise_names)
        # Stable: both are in order, and sessions of one day stay as they are.
        return sorted(rows + alone, key=lambda row: row.session.date, reverse=True)

    def _answering(
        self, rows: list[SessionRow], search: Search, exercise_names: Mapping[Exercise, str]
    ) -> list[SessionRow]:
        database = self._logbook.database
        notes = database.notes_of_sets()
        comparisons = search.comparisons
        meeting = database.exercises_meeting(comparisons) if comparisons else {}
        return [
            row
            for row in rows
            if _matches(
                row,
                search,
                exercise_names,
                notes.get(row.session.id, ""),
                meeting.get(row.session.id, ()),
            )
        ]

    def felt_days(self) -> dict[datetime.date, FeltDay]:
        """Give the days on which pain or stiffness was felt.

        Raises:
            TrackerError: If the log could not be read.
        """
        return self._felt_days.value

    def _read_felt_days(self) -> dict[datetime.date, FeltDay]:
        return felt_days(self._logbook.database.symptom_columns())

    def _read_rows(self) -> list[SessionRow]:
        database = self._logbook.database
        rows = self._summed(database.sessions(), database.set_columns())
        rows.reverse()
        return rows

    def _with_days_read(
        self, before: list[SessionRow], days: set[datetime.date]
    ) -> list[SessionRow]:
        database = self._logbook.database
        rows = [row for row in before if row.session.date not in days]
        for day in sorted(days):
            fresh = self._summed(database.sessions_on(day), database.set_columns(day, day))
            rows += reversed(fresh)
        # Stable: sessions of one day keep the order in which the database gave them.
        rows.sort(key=lambda row: row.session.date, reverse=True)
        return rows

    def _summed(self, sessions: list[Session], columns: SetColumns) -> list[SessionRow]:
        database = self._logbook.database
        equipment = database.equipment()
        return _sums(sessions, columns, database.runner().formula, equipment)

    def removal(self, rows: Iterable[SessionRow]) -> Change:
        """Make the change that removes sessions with all their sets and symptoms.

        Of a day with symptoms alone it removes those.

        Raises:
            TrackerError: If the log could not be read.
        """
        database = self._logbook.database
        return Change.together(
            Change.removing(*database.symptoms(row.felt.date, row.felt.date))
            if row.felt is not None
            else Change.removing(*database.parts_of(row.session.id), row.session)
            for row in rows
        )

    def _on_logbook_changed(self, change: Change) -> None:
        self._shelf.note(change)
        self.refreshed.emit()

    def _on_logbook_reloaded(self) -> None:
        self._shelf.forget()
        self.refreshed.emit()


def _spoils_all(change: Change) -> bool:
    """Whether all rows have to be made again; not for new equipment, which no set names yet."""
    is_renamed = any(before and after for before, after in change.of(Equipment))
    return is_renamed or changes_formula(change)
