"""Queries on an open log: rows are selected here and turned into entries."""

import datetime
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from tracker.domain.change import EditTimes, Entry, Key, Memory, Past
from tracker.domain.entry import DATES
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.file_words import FileWord
from tracker.domain.goal import Goal
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import Measurement
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.run import Run
from tracker.domain.runner import RUNNER_ID, Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.symptoms import Symptom
from tracker.storage.in_words import reading
from tracker.storage.remembered_words import words_in
from tracker.storage.remembering import memory_in
from tracker.storage.row_times import added_in, edit_time_of, edit_times_in
from tracker.storage.rows import (
    AS_ADDED,
    BY_DAY_AND_START,
    BY_NAME,
    TABLES,
    EntryTable,
    Row,
    rows_of,
)

if TYPE_CHECKING:
    from tracker.domain.columns import RunColumns, SetColumns, SetRecords, SymptomColumns
    from tracker.domain.search import Comparison

E = TypeVar("E", bound=Entry)
_NEWEST_FIRST = "date DESC, substr(started_at, 12, 8) DESC, id DESC"  # BY_DAY_AND_START reversed
_PLACE = "(date, coalesce(substr(started_at, 12, 8), ''), id)"  # a session's sort key


def _place_of(session: Session) -> tuple[str, str, str]:
    """Return the values of ``_PLACE`` for a session, which may be unsaved."""
    started_at = session.started_at
    time = "" if started_at is None else started_at.isoformat()[11:19]
    return session.date.isoformat(), time, session.id


class LogReader:
    """Queries on an open log; every method may raise TrackerError for faults outside the program.

    A base class of ``Database`` alone, which keeps reading apart from opening and writing.

    Args:
        connection: SQLite's connection, its schema up to date.
        path: The file, or None for a log in memory.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self.path = path
        self._connection = connection

    @staticmethod
    def _columns() -> ModuleType:
        """Return the module that reads whole columns; it loads numpy, so the start avoids it."""
        from tracker.storage import columns

        return columns

    @staticmethod
    def _search() -> ModuleType:
        """Return the module for searches; it loads their parser, so the start avoids it."""
        from tracker.storage import search

        return search

    def _rows(self, sql: str, *values: object) -> list[Row]:
        with reading(self.path):
            return list(rows_of(self._connection.execute(sql, values)))

    def _entries(self, kind: type[E], rest: str, *values: object) -> list[E]:
        """Read the entries of a kind that match the rest of a query, in its order."""
        table = TABLES[kind]
        sql = f"SELECT * FROM {table.name} {rest}"
        with reading(self.path):
            return list(table.entries_in(self._connection.execute(sql, values)))

    def _first(self, kind: type[E], rest: str, *values: object) -> E | None:
        return next(iter(self._entries(kind, f"{rest} LIMIT 1", *values)), None)

    def runner(self) -> Runner:
        """Return the runner, with defaults if none was saved."""
        return self._first(Runner, "WHERE id = ?", RUNNER_ID) or Runner()

    def has_runner(self) -> bool:
        """Tell whether a runner was saved."""
        return bool(self._rows("SELECT 1 FROM runner"))

    def weighings(self) -> list[Bodyweight]:
        """List the bodyweights by day, oldest first."""
        return self._entries(Bodyweight, "ORDER BY date")

    def weighings_for(self, day: datetime.date) -> list[Bodyweight]:
        """List the weighings that decide the bodyweight of a day, oldest first.

        These are the last one up to that day and the first of all, for which ``bodyweight_on``
        gives the same result as for all.
        """
        return self._entries(
            Bodyweight,
            "WHERE date IN ((SELECT max(date) FROM bodyweights WHERE date <= ?), "
            "(SELECT min(date) FROM bodyweights)) ORDER BY date",
            day.isoformat(),
        )

    def equipment(self) -> list[Equipment]:
        """List the equipment by name."""
        return self._entries(Equipment, f"ORDER BY {BY_NAME}")

    def session(self, session_id: str) -> Session | None:
        """Find a session."""
        return self._first(Session, "WHERE id = ?", session_id)

    def sessions(self) -> list[Session]:
        """List the sessions by day and start, oldest first."""
        # All of them are sorted faster than looked up one by one, as the index of the days has it.
        return self._entries(Session, f"NOT INDEXED ORDER BY {BY_DAY_AND_START}")

    def sessions_on(self, day: datetime.date) -> list[Session]:
        """List the sessions of one day by start."""
        rest = f"WHERE date = ? ORDER BY {BY_DAY_AND_START}"
        return self._entries(Session, rest, day.isoformat())

    def sessions_between(self, first: datetime.date, last: datetime.date) -> list[Session]:
        """List the sessions of some days, both ends included, by day and start."""
        return self._dated(Session, first, last)

    def newest_session(self) -> Session | None:
        """Find the last session by day and start."""
        # The last day alone is found through the index; sorting by the whole order would sort all.
        last_day = "SELECT max(date) FROM sessions"
        return self._first(Session, f"WHERE date = ({last_day}) ORDER BY {_NEWEST_FIRST}")

    def session_beside(self, session: Session, *, forward: bool) -> Session | None:
        """Find the next or the previous session by day and start, from one that may be unsaved."""
        sign, order = (">", BY_DAY_AND_START) if forward else ("<", _NEWEST_FIRST)
        # The day alone is found through the index; the whole key decides within a day.
        return self._first(
            Session,
            f"WHERE date {sign}= ? AND {_PLACE} {sign} (?, ?, ?) ORDER BY {order}",
            session.date.isoformat(),
            *_place_of(session),
        )

    def sets_of(self, session_id: str) -> list[LoggedSet]:
        """List the sets of one session in order."""
        return self._entries(LoggedSet, "WHERE session_id = ? ORDER BY position, id", session_id)

    def sets_of_all(self, session_ids: Collection[str]) -> list[LoggedSet]:
        """List the sets of some sessions, those of one session in order."""
        return self._entries(
            LoggedSet,
            "WHERE session_id IN (SELECT value FROM json_each(?)) "
            "ORDER BY session_id, position, id",
            json.dumps(list(session_ids)),
        )

    def set_ids(self) -> set[str]:
        """Return the ids of all sets."""
        return {row["id"] for row in self._rows("SELECT id FROM sets")}

    def parts_of(self, session_id: str) -> list[LoggedSet | Symptom]:
        """List what depends on a session: its sets in order, then its symptoms."""
        symptoms = self._entries(Symptom, f"WHERE session_id = ? ORDER BY {AS_ADDED}", session_id)
        return [*self.sets_of(session_id), *symptoms]

    def session_before(self, session: Session, exercise: Exercise) -> Session | None:
        """Find the last session before one, which may be unsaved, in which an exercise was done."""
        return next(iter(self.sessions_before(session, exercise, 1)), None)

    def sessions_before(self, session: Session, exercise: Exercise, count: int) -> list[Session]:
        """List the last sessions before one in which an exercise was done, newest first.

        Args:
            session: The session, which may be unsaved.
            exercise: The exercise.
            count: The most sessions to return.
        """
        # The day alone is found through the index; the whole key decides within a day.
        return self._entries(
            Session,
            f"WHERE date <= ? AND {_PLACE} < (?, ?, ?) AND EXISTS (SELECT 1 FROM sets "
            "WHERE session_id = sessions.id AND exercise = ?) "
            f"ORDER BY {_NEWEST_FIRST} LIMIT ?",
            session.date.isoformat(),
            *_place_of(session),
            exercise,
            count,
        )

    def heaviest_before(self, session: Session) -> list[Row]:
        """Find the heaviest set of each kind in all sessions before one, which may be unsaved.

        A single query over all sets: a few dozen rows stand for a hundred thousand.

        Returns:
            A row for each combination of ``exercise``, ``side``, ``set_type``, ``equipment_id``,
            ``reps`` and ``rir`` of single-leg sets, without warm-ups and holds, with the system
            load ``kg``, which is None if no bodyweight is known.
        """
        return self._rows(
            "WITH loaded AS MATERIALIZED (SELECT id, coalesce("
            "(SELECT kg FROM bodyweights WHERE bodyweights.date <= sessions.date "
            "ORDER BY bodyweights.date DESC LIMIT 1), "
            "(SELECT kg FROM bodyweights ORDER BY bodyweights.date LIMIT 1)) AS body_kg "
            f"FROM sessions WHERE date <= ? AND {_PLACE} < (?, ?, ?)) "
            "SELECT exercise, side, set_type, equipment_id, reps, rir, "
            "max(external_kg + CASE exercise WHEN ? THEN 0 ELSE body_kg END) AS kg "
            "FROM sets JOIN loaded ON loaded.id = session_id "
            "WHERE side != ? AND set_type != ? AND hold_s IS NULL "
            "GROUP BY exercise, side, set_type, equipment_id, reps, rir",
            session.date.isoformat(),
            *_place_of(session),
            Exercise.SEATED,
            Side.BOTH,
            SetType.WARMUP,
        )

    def last_strength_test(
        self, exercise: Exercise | None = None
    ) -> tuple[Session, list[LoggedSet]] | None:
        """Find the newest strength test of a leg: its session, and its sets in the order done.

        Args:
            exercise: The exercise; None for any.

        Returns:
            None if there was no test. Warm-ups and sets of both legs at once are left out.
        """
        chosen = tuple(Exercise) if exercise is None else (exercise,)
        marks = ", ".join("?" * len(chosen))
        session = self._first(
            Session,
            # A single query over all sets; if there was no test, one per session would take far
            # longer.
            "WHERE id IN (SELECT session_id FROM sets WHERE set_type = ? AND side != ? "
            f"AND exercise IN ({marks})) ORDER BY {_NEWEST_FIRST}",
            SetType.TEST,
            Side.BOTH,
            *chosen,
        )
        if session is None:
            return None
        return session, [
            each
            for each in self.sets_of(session.id)
            if each.set_type is SetType.TEST
            and each.side is not Side.BOTH
            and each.exercise in chosen
        ]

    def symptoms(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> list[Symptom]:
        """List symptoms by day, those of one day in the order they were noted."""
        return self._dated(Symptom, first, last)

    def measurements(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> list[Measurement]:
        """List measurements by day, those of one day in the order they were noted."""
        return self._dated(Measurement, first, last)

    def tests(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> list[HeelRaiseTest]:
        """List heel-raise tests by day, those of one day in the order they were done."""
        return self._dated(HeelRaiseTest, first, last)

    def runs(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> list[Run]:
        """List runs by day."""
        return self._dated(Run, first, last)

    def events(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> list[Event]:
        """List events that overlap some days, by their first day and then as noted."""
        return self._entries(
            Event,
            "WHERE date <= ? AND coalesce(until, CASE kind WHEN ? THEN ? ELSE date END) >= ? "
            f"ORDER BY date, {AS_ADDED}",
            (last or DATES[1]).isoformat(),
            EventKind.INJURY,
            DATES[1].isoformat(),
            (first or DATES[0]).isoformat(),
        )

    def goals(self) -> list[Goal]:
        """List the goals in the order they were set."""
        return self._entries(Goal, f"ORDER BY {AS_ADDED}")

    def file_words(self) -> list[FileWord]:
        """List what words of other programs' files mean, as told by the runner."""
        with reading(self.path):
            return words_in(self._connection)

    def plans(self) -> list[Plan]:
        """List the plans by their first day, those of one day in the order they were taken on."""
        return self._entries(Plan, f"ORDER BY starts_on, {AS_ADDED}")

    def phases(self) -> list[Phase]:
        """List the phases of all plans, those of one plan in order."""
        return self._entries(Phase, "ORDER BY plan_id, position, id")

    def planned_sets(self) -> list[PlannedSets]:
        """List the planned sets of all phases, those of one phase in order."""
        return self._entries(PlannedSets, "ORDER BY phase_id, position, id")

    def _dated(
        self, kind: type[E], first: datetime.date | None, last: datetime.date | None
    ) -> list[E]:
        """Read the entries of some days, both ends included; None for an open end."""
        return self._entries(
            kind,
            f"WHERE date BETWEEN ? AND ? ORDER BY date, {AS_ADDED}",
            (first or DATES[0]).isoformat(),
            (last or DATES[1]).isoformat(),
        )

    def entries(self) -> Iterator[Entry]:
        """Read the whole log at once; its rows are turned into entries while iterating.

        Iterating does not touch the file, so it may be done off the GUI thread.

        Returns:
            Entries that others refer to come first; those of one kind in the order they were added.
        """
        read = [
            (table, self._rows(f"SELECT * FROM {table.name} ORDER BY {AS_ADDED}"))
            for table in TABLES.values()
        ]
        return self._made_of(read)

    def _made_of(self, read: Iterable[tuple[EntryTable, list[Row]]]) -> Iterator[Entry]:
        for table, rows in read:
            for row in rows:
                with reading(self.path):
                    entry: Entry = table.from_row(row)
                yield entry

    def edits(self) -> dict[Key, datetime.datetime | None]:
        """Return the edit time of every entry by kind and id; None where it is not known."""
        found: dict[Key, datetime.datetime | None] = {}
        for kind, table in TABLES.items():
            rows = self._rows(f"SELECT id, edited_at FROM {table.name}")
            found |= {(kind, row["id"]): None for row in rows}
            with reading(self.path):
                found |= edit_times_in(kind, rows)
        return found

    def edit_times(self) -> EditTimes:
        """Return when each entry was last edited, where known."""
        found: dict[tuple[type[Entry], str], datetime.datetime] = {}
        for kind, table in TABLES.items():
            rows = self._rows(f"SELECT id, edited_at FROM {table.name}")
            with reading(self.path):
                found |= edit_times_in(kind, rows)
        return found

    def past(self) -> Past:
        """Return what the log knows about its entries besides their fields."""
        edit_times: dict[Key, datetime.datetime] = {}
        added: dict[Key, int] = {}
        for kind, table in TABLES.items():
            rows = self._rows(f"SELECT id, edited_at, added_us FROM {table.name}")
            with reading(self.path):
                edit_times |= edit_times_in(kind, rows)
                added |= added_in(kind, rows)
        return Past(edit_times, added, self.memory())

    def memory(self) -> tuple[Memory, ...]:
        """Return what is remembered about entries besides what is shown."""
        rows = self._rows("SELECT * FROM remembered ORDER BY kind, id")
        with reading(self.path):
            return tuple(map(memory_in, rows))

    def known_keys(self) -> set[Key]:
        """Return the keys of all entries that are there or remembered, as deleted for example."""
        return {*self.edits(), *(each.key for each in self.memory())}

    def last_joined(self) -> datetime.datetime | None:
        """Return when a copy was last merged; None for never."""
        rows = self._rows("SELECT at FROM joined")
        with reading(self.path):
            return edit_time_of(rows[0]["at"]) if rows else None

    # Modules for columns and searches are imported on demand, to keep the start fast.

    def set_columns(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> "SetColumns":
        """Read sets as columns, ordered by day.

        Args:
            first: The first day; None for no limit.
            last: The last day, inclusive; None for no limit.

        Returns:
            The columns. Session codes number the sessions of ``sessions()`` in that range from 0,
            equipment codes number ``equipment()`` from 1.
        """
        with reading(self.path):
            read: SetColumns = self._columns().read_set_columns(
                self._connection, self.weighings(), first, last
            )
        return read

    def set_records(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> "SetRecords":
        """Read everything known about each set, as columns in the order of ``sets.csv``."""
        with reading(self.path):
            read: SetRecords = self._columns().read_set_records(
                self._connection, self.weighings(), first, last
            )
        return read

    def symptom_columns(self) -> "SymptomColumns":
        """Read all symptoms as columns, by day."""
        with reading(self.path):
            read: SymptomColumns = self._columns().read_symptom_columns(self._connection)
        return read

    def run_columns(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> "RunColumns":
        """Read the days and distances of runs as columns, by day.

        Args:
            first: The first day; None for no limit.
            last: The last day, inclusive; None for no limit.
        """
        with reading(self.path):
            read: RunColumns = self._columns().read_run_columns(self._connection, first, last)
        return read

    def exercises_meeting(self, comparisons: "Sequence[Comparison]") -> dict[str, set[Exercise]]:
        """Find the sessions with a set that meets all of some comparisons, at least one.

        Returns:
            The exercises of such sets by session id; pain noted for a whole session counts for all
            its exercises.
        """
        with reading(self.path):
            found: dict[str, set[Exercise]] = self._search().exercises_meeting(
                self._connection, comparisons
            )
        return found

    def symptoms_meeting(self, comparisons: "Sequence[Comparison]") -> dict[str, list[Symptom]]:
        """Find the symptoms of sessions that meet all of some comparisons, at least one.

        Returns:
            Those symptoms by session ID, by day; none if a comparison is not of pain.
        """
        with reading(self.path):
            found: dict[str, list[Symptom]] = self._search().symptoms_meeting(
                self._connection, comparisons
            )
        return found

    def pain_of_sets_meeting(
        self, comparisons: "Sequence[Comparison]"
    ) -> dict[str, dict[Side, int]]:
        """Find the worst pain, 1 to 10, of the sets that meet all of some comparisons.

        Returns:
            It by session ID and leg; none if no comparison is of pain.
        """
        with reading(self.path):
            found: dict[str, dict[Side, int]] = self._search().pain_of_sets_meeting(
                self._connection, comparisons
            )
        return found

    def notes_of_sets(self) -> dict[str, str]:
        """Return the notes of sets by session id; sessions without any are missing."""
        with reading(self.path):
            notes: dict[str, str] = self._search().notes_of_sets(self._connection)
        return notes

    def pain_during(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> list[tuple[datetime.date, Side, int]]:
        """List the pain noted with sets, 0 to 10, by day, each with the side of the set."""
        with reading(self.path):
            read: list[tuple[datetime.date, Side, int]] = self._columns().read_pain_during(
                self._connection, first, last
            )
        return read
