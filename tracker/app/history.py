"""What the History page shows: all sessions with their sums, kept up to date and searched."""

import datetime
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import nan
from operator import attrgetter

import numpy as np
from PySide6.QtCore import QObject, Signal

from tracker.app.felt_days import FeltDay, FeltSymptom, felt_days, felt_of
from tracker.app.kept import KeptByDay, Shelf, changes_formula
from tracker.app.logbook import Logbook
from tracker.app.work_done import ExerciseWork, WorkSums
from tracker.domain.change import Change
from tracker.domain.columns import NO_EQUIPMENT, SetColumns
from tracker.domain.daily import summarise_days
from tracker.domain.event import Event, by_day, looked_back_to
from tracker.domain.evidence import Evidence
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.measurement import Measurement
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Bodyweight
from tracker.domain.search import Comparison, Search, is_a_beginning, is_beginning_of
from tracker.domain.session import Session
from tracker.domain.sets_done import SetDone, SetsDone
from tracker.domain.symptoms import Moment, Symptom


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session and its sums.

    Args:
        session: The session.
        work: Its work by exercise; exercises not done are missing.
        hard_sets: Hard sets, where a left and a right set with the same number count once.
        equipment: Names of the equipment used, sorted.
        sets: Its sets.
        felt: What was felt and measured on a day without a session. Such a day is a row too, with a
            placeholder session that is not in the log. None for real sessions, and if there is
            nothing.
        events: Events that began on a day without a session; empty for real sessions.
        met: What was felt in or after a session, the next morning too, that a search for pain has
            found; the worst pain of a leg's sets is that during the session.
    """

    session: Session
    work: Mapping[Exercise, ExerciseWork]
    hard_sets: int
    equipment: tuple[str, ...]
    sets: Iterable[SetDone] = field(default=(), compare=False, repr=False)
    felt: FeltDay | None = None
    events: tuple[Event, ...] = ()
    met: tuple[FeltSymptom, ...] = ()

    @property
    def is_session(self) -> bool:
        """Whether it is a real session rather than a day without one."""
        return self.felt is None and not self.events


def day_row(day: datetime.date, felt: FeltDay | None, events: Sequence[Event] = ()) -> SessionRow:
    """Return the row for a day without a session, always the same for the same day."""
    return SessionRow(Session(day, id=f"day {day}"), {}, 0, (), felt=felt, events=tuple(events))


def rows_with_bests(rows: Iterable[SessionRow]) -> dict[str, set[tuple[Exercise, Side]]]:
    """Find the sessions in which a leg's known estimated 1RM was higher than ever before.

    Only sets on the same equipment are compared; the first one there beats nothing.

    Args:
        rows: The sessions, oldest first.

    Returns:
        The exercises and legs concerned, by session id.
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
    """Sum up the hard sets of each day with a session; 0 if none was hard."""
    days: dict[datetime.date, int] = {}
    for row in rows:
        days[row.session.date] = days.get(row.session.date, 0) + row.hard_sets
    return days


@dataclass(frozen=True, slots=True)
class Terms:
    """What the window calls things that can be searched for, besides the words of the files.

    Args:
        exercise_names: The name of each exercise.
        event_name: Returns the name of an event.
    """

    exercise_names: Mapping[Exercise, str]
    event_name: Callable[[Event], str]

    def told(self, events: Iterable[Event]) -> str:
        """Return the texts of events, casefolded, one line each."""
        return "\n".join(f"{each.kind} {self.event_name(each)}" for each in events).casefold()


def _day_answers(row: SessionRow, search: Search, terms: Terms) -> bool:
    """Tell whether a day without a session matches a search; only events begun then count."""
    notes = "\n".join(each.note for each in row.events).casefold()
    day = row.felt or FeltDay(row.session.date, ())
    return day.answers(search, terms.told(row.events), notes)


def _matches(
    row: SessionRow,
    search: Search,
    exercise_names: Mapping[Exercise, str],
    set_notes: str,
    meeting: Container[Exercise],
) -> bool:
    """Tell whether a session matches a search.

    Args:
        row: The session.
        search: What is searched for.
        exercise_names: The window's name for each exercise.
        set_notes: The notes of its sets.
        meeting: Exercises with a set that meets the comparisons.
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
    # Together with the name of an exercise, a comparison is about sets of that exercise.
    return not search.comparisons or any(each in meeting for each in named or row.work)


def _is_measured(day: FeltDay | None, search: Search) -> bool:
    """Tell whether the measurements of a day match a search."""
    measured = () if day is None else day.measured
    return all(each.is_met_by(measured) for each in search.measured)


def _sums(
    sessions: Sequence[Session],
    columns: SetColumns,
    formula: Formula,
    equipment: Sequence[Equipment],
) -> list[SessionRow]:
    """Sum up sets by session.

    Args:
        sessions: The sessions, in the order of the columns' codes.
        columns: Their sets.
        formula: The formula for the estimated 1RM.
        equipment: The equipment, in the order of the columns' codes.
    """
    # Sessions take the place of days, so that the same code makes the sums.
    by_session = replace(columns, day=columns.session)
    table, count = summarise_days(by_session, formula), len(sessions)
    hard_sets = np.bincount(table.day, table.hard_set_numbers, count).astype(np.int64).tolist()
    work = WorkSums(by_session, table, formula, count).by_place()
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


class History(QObject):
    """All sessions with their sums, read on first use and then kept up to date day by day.

    Args:
        logbook: The open log.

    Signals:
        refreshed: Results may differ from now on.
    """

    refreshed = Signal()

    def __init__(self, logbook: Logbook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._shelf = Shelf(_spoils_all)
        database = logbook.database
        self._rows = self._shelf.put(
            KeptByDay(self._read_rows, self._with_days_read, database.session, (Bodyweight,))
        )
        self._bests: tuple[list[SessionRow], dict[str, set[tuple[Exercise, Side]]]] = ([], {})
        self._felt_days = self._shelf.keep(self._read_felt_days, Symptom, Measurement)
        self._events = self._shelf.keep(database.events, Event)
        logbook.changed.connect(self._on_logbook_changed)
        logbook.reloaded.connect(self._on_logbook_reloaded)

    def rows(self) -> list[SessionRow]:
        """List the sessions by day and start, newest first.

        Raises:
            TrackerError: If the log could not be read.
        """
        return list(self._rows.value)

    def bests(self) -> dict[str, set[tuple[Exercise, Side]]]:
        """Return the sessions with a new best of a leg, see ``rows_with_bests``; cached.

        Nothing is read for it: after a change it tells of the rows before, until those are read.
        """
        if self._rows.is_held:
            rows = self._rows.value
            if rows is not self._bests[0]:
                self._bests = rows, rows_with_bests(reversed(rows))
        return self._bests[1]

    def found(self, search: Search, terms: Terms) -> list[SessionRow]:
        """List the sessions that match a search, newest first, and matching days without a session.

        The latter are days on which something was felt or measured, or an event began.

        Args:
            search: What is searched for.
            terms: What the window calls things; the files' words, such as ``standing_bent``, match
                too.

        Raises:
            TrackerError: If the log could not be read.
        """
        rows = self.rows()
        alone = self._days_alone({row.session.date for row in rows})
        newest = max((row.session.date for row in (*rows[:1], *alone[:1])), default=None)
        if search:
            alone = [row for row in alone if _day_answers(row, search, terms)]
            rows = self._answering(rows, search, terms.exercise_names)
        # Stable: both are sorted, and sessions of one day keep their order.
        found = sorted(rows + alone, key=attrgetter("session.date"), reverse=True)
        if newest is not None:
            for each in search.since:
                found = self._since(found, each, newest, terms)
        return self._within_events(found, search.events, terms) if search.events else found

    def _since(
        self, rows: list[SessionRow], searched: str, newest: datetime.date, terms: Terms
    ) -> list[SessionRow]:
        """Keep the rows from a day on, or from the event that such a search starts at."""
        begin = searched
        if not is_a_beginning(searched):
            meant = [event for event in self.events() if searched in terms.told([event])]
            event = looked_back_to(meant, newest)
            if event is None:
                return []
            begin = event.date.isoformat()
        return [row for row in rows if row.session.date.isoformat() >= begin]

    def _days_alone(self, trained: Container[datetime.date]) -> list[SessionRow]:
        """Return the days without a session on which something was felt, or an event began."""
        felt, begun = self.felt_days(), dict[datetime.date, list[Event]]()
        for event in self.events():
            begun.setdefault(event.date, []).append(event)
        return [
            day_row(day, felt.get(day), begun.get(day, ()))
            for day in sorted(felt.keys() | begun.keys(), reverse=True)
            if day not in trained
        ]

    def _within_events(
        self, rows: list[SessionRow], searched: Iterable[str], terms: Terms
    ) -> list[SessionRow]:
        """Keep the rows of days whose events contain everything searched for."""
        if not rows:
            return rows
        newest, oldest = rows[0].session.date, rows[-1].session.date
        told = {
            day: terms.told(events)
            for day, events in by_day(self.events(), oldest, newest, today=newest).items()
        }
        return [
            row for row in rows if all(each in told.get(row.session.date, "") for each in searched)
        ]

    def _answering(
        self, rows: list[SessionRow], search: Search, exercise_names: Mapping[Exercise, str]
    ) -> list[SessionRow]:
        database = self._logbook.database
        notes = database.notes_of_sets()
        comparisons = search.comparisons
        meeting = database.exercises_meeting(comparisons) if comparisons else {}
        met = self._pain_meeting(comparisons) if comparisons else {}
        noted = self.felt_days() if search.measured else {}
        return [
            replace(row, met=met[row.session.id]) if row.session.id in met else row
            for row in rows
            if _is_measured(noted.get(row.session.date), search)
            and _matches(
                row,
                search,
                exercise_names,
                notes.get(row.session.id, ""),
                meeting.get(row.session.id, ()),
            )
        ]

    def _pain_meeting(
        self, comparisons: Sequence[Comparison]
    ) -> dict[str, tuple[FeltSymptom, ...]]:
        """Return what was felt of the sessions that a search for pain has found, by session ID."""
        database = self._logbook.database
        of_sets = database.pain_of_sets_meeting(comparisons)
        symptoms = database.symptoms_meeting(comparisons)
        found = {}
        for id_ in (*of_sets, *symptoms):
            felt = felt_of(symptoms.get(id_, ()))
            told = {each.side for each in felt if each.moment is Moment.DURING}
            during = (
                FeltSymptom(Moment.DURING, side, pain, nan)
                for side, pain in of_sets.get(id_, {}).items()
                if side not in told
            )
            found[id_] = (*during, *felt)
        return found

    def felt_days(self) -> dict[datetime.date, FeltDay]:
        """Return the days on which pain or stiffness was felt, or something was measured.

        Raises:
            TrackerError: If the log could not be read.
        """
        return self._felt_days.value

    def measured(self) -> list[Measurement]:
        """List all measurements by day.

        Raises:
            TrackerError: If the log could not be read.
        """
        return [each for day in self.felt_days().values() for each in day.measured]

    def events(self) -> list[Event]:
        """List the events by their first day.

        Raises:
            TrackerError: If the log could not be read.
        """
        return self._events.value

    def events_on(self, day: datetime.date) -> list[Event]:
        """List the events of a day, including those still going on.

        Raises:
            TrackerError: If the log could not be read.
        """
        return [event for event in self.events() if event.holds(day, today=day)]

    def _read_felt_days(self) -> dict[datetime.date, FeltDay]:
        database = self._logbook.database
        return felt_days(database.symptom_columns(), database.measurements())

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
        # Stable: sessions of one day keep the database's order.
        rows.sort(key=lambda row: row.session.date, reverse=True)
        return rows

    def _summed(self, sessions: list[Session], columns: SetColumns) -> list[SessionRow]:
        database = self._logbook.database
        equipment = database.equipment()
        return _sums(sessions, columns, database.runner().formula, equipment)

    def removal(self, rows: Iterable[SessionRow]) -> Change:
        """Make the change that removes sessions with all their sets and symptoms.

        For a day without a session, it removes what was felt and measured, and events that began
        then.

        Raises:
            TrackerError: If the log could not be read.
        """
        database = self._logbook.database
        return Change.together(
            Change.removing(*database.parts_of(row.session.id), row.session)
            if row.is_session
            else Change.removing(*self._noted(row))
            for row in rows
        )

    def _noted(self, row: SessionRow) -> list[Symptom | Measurement | Event]:
        """List the entries of a day without a session."""
        day, noted = row.session.date, list[Symptom | Measurement | Event](row.events)
        if row.felt is not None:
            noted += [*self._logbook.database.symptoms(day, day), *row.felt.measured]
        return noted

    def _on_logbook_changed(self, change: Change) -> None:
        self._shelf.note(change)
        self.refreshed.emit()

    def _on_logbook_reloaded(self) -> None:
        self._shelf.forget()
        self.refreshed.emit()


def _spoils_all(change: Change) -> bool:
    """Whether all must be read again; not so for new equipment that no set uses yet."""
    is_renamed = any(before and after for before, after in change.of(Equipment))
    return is_renamed or changes_formula(change)
