"""The log file: opened safely, changed by whole Changes, asked questions."""

import datetime
import json
import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

import sqlite_utils

from tracker import DamagedLogError, TrackerError
from tracker.domain.change import Change, Edit, EditTimes, Entry
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.goal import Goal
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.run import Run
from tracker.domain.runner import RUNNER_ID, Bodyweight, Runner
from tracker.domain.session import DATES, LoggedSet, Session
from tracker.domain.symptoms import Score, Symptom
from tracker.storage.backup import Image, Kind, has_backups, name_of_copy
from tracker.storage.checking import (
    HEADER_LENGTH,
    complaints_of,
    counts_of,
    is_log_header,
    schema_steps,
)
from tracker.storage.in_words import DAMAGED, in_words, reading
from tracker.storage.migrations import APPLICATION_ID, MIGRATIONS
from tracker.storage.rows import (
    BY_DAY_AND_START,
    TABLES,
    Row,
    Table,
    bodyweight_of,
    equipment_of,
    goal_of,
    phase_of,
    plan_of,
    planned_of,
    run_of,
    runner_of,
    score_of,
    session_of,
    set_of,
    symptom_of,
    test_of,
)

if TYPE_CHECKING:
    from tracker.domain.columns import RunColumns, SetColumns, SetRecords
    from tracker.domain.search import Comparison

E = TypeVar("E")
BUSY_S = 3.0
_NEWEST_FIRST = "date DESC, substr(started_at, 12, 8) DESC, id DESC"  # BY_DAY_AND_START reversed
_CHANGED_ELSEWHERE = (
    "This was changed in another window meanwhile, so nothing was saved. It is shown as it is now."
)


def _place_of(path: Path) -> tuple[int, ...] | None:
    """Tell one file from another put under its name; None where there is none.

    Permissions count too: what was opened only to be read stays so until it is opened anew.
    """
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mode, found.st_uid


def _row_of(edit: Edit, table: Table, now: datetime.datetime) -> dict[str, Any]:
    """Give the row of an entry as it is after an edit, with when it was edited."""
    edited_at = now if edit.edited_at is None else edit.edited_at.astimezone(datetime.UTC)
    row = table.to_row(edit.after)
    row["edited_at"] = edited_at.isoformat(timespec="milliseconds")
    return row


class Database:
    """One open log; every method may raise TrackerError for a fault of the world.

    Args:
        connection: SQLite's connection, its schema up to date.
        path: The file, or None for a log in memory.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self.path = path
        self._connection = connection
        self._db = sqlite_utils.Database(connection, execute_plugins=False)
        self._version = 0  # SQLite's count of what others wrote, as last seen
        self._others_have_written = False
        self._place = None if path is None else _place_of(path)

    @classmethod
    def in_memory(cls) -> Self:
        """Make an empty log that vanishes with the program."""
        connection = sqlite3.connect(":memory:")
        database = cls(connection, None)
        database._prepare()
        return database

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new log that only its owner may read.

        Raises:
            TrackerError: If there is a file of that name, or it cannot be made.
        """
        with in_words(path, "made"):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            return cls._open(path)
        except BaseException:
            path.unlink()  # it was ours and holds nothing
            raise

    @classmethod
    def create_with(cls, path: Path, change: Change) -> None:
        """Make a new log with something in it, and close it; where that fails, there is no log.

        Raises:
            TrackerError: If there is a file of that name, or it cannot be made.
        """
        database = cls.create(path)
        try:
            database.apply(change)
        except BaseException:
            database.close()
            path.unlink()  # it was made just now and holds nothing
            raise
        database.close()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a log, bringing an older one up to date.

        Raises:
            TrackerError: If it is missing, not a log, or of a later version; it stays untouched.
        """
        with in_words(path, "opened"), path.open("rb") as file:
            header = file.read(HEADER_LENGTH)
        if not is_log_header(header):
            if has_backups(path):  # it was one, whatever became of it
                raise DamagedLogError(f"{path} could not be opened: {DAMAGED}.", path)
            if header:
                raise TrackerError(f"{path} is not a Soleus log. It was left as it is.")
        return cls._open(path)

    @classmethod
    def _open(cls, path: Path) -> Self:
        with in_words(path, "opened"):
            connection = sqlite3.connect(path, timeout=BUSY_S)
            try:
                database = cls(connection, path)
                database._prepare()
            except BaseException:
                connection.close()
                raise
        return database

    def _prepare(self) -> None:
        """Bring the schema up to date, then set what holds for this connection."""
        known, applied = schema_steps(self._connection, MIGRATIONS)
        if applied - known and known <= applied:
            raise TrackerError(
                f"{self.path} was written by a later version of Soleus. It was left as it is; "
                "open it with that version."
            )
        (application_id,) = self._db.execute("PRAGMA application_id").fetchone()
        # A log whose history cannot be read must not be taken for a new one, nor for a later one.
        is_unclear = bool(applied - known) or (application_id == APPLICATION_ID and not applied)
        if self.path is not None and is_unclear:
            raise DamagedLogError(f"{self.path} could not be opened: {DAMAGED}.", self.path)
        # Durable before acknowledged; DELETE keeps the log one file that can be copied whole.
        for pragma in ("journal_mode = DELETE", "synchronous = EXTRA"):
            self._db.execute(f"PRAGMA {pragma}").fetchall()
        if known - applied:
            if applied:
                self._copy_before_migrating()
            with self._writing():
                MIGRATIONS.apply(self._db)
                self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        # After migrating: a migration may rebuild tables that others refer to.
        self._db.execute("PRAGMA foreign_keys = ON")
        self._version = self._version_now()

    def _copy_before_migrating(self) -> None:
        assert self.path is not None  # a log in memory is never older than the program
        now = datetime.datetime.now().astimezone()
        copy = self.path.with_name(name_of_copy(self.path, Kind.BEFORE_UPDATE, now))
        # VACUUM INTO takes an empty file, and so never shows the log to others.
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            self._db.execute("VACUUM INTO ?", [str(copy)])
        except BaseException:
            copy.unlink()  # it was ours, and is not whole
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # Shared with others

    def catch_up(self) -> bool:
        """Take in what others did to the file, never waiting for them.

        A sound log that was put in the place of the file, as programs do that keep folders alike,
        is taken up in its stead.

        Returns:
            Whether others have changed the log since this was asked last.
        """
        try:
            has_changed = self._take_up() if self._was_replaced() else self._was_written_to()
        except (sqlite3.Error, OSError, TrackerError):
            return False  # whoever reads or writes next is told
        self._others_have_written |= has_changed
        return has_changed

    def _was_replaced(self) -> bool:
        if self.path is None:
            return False
        place = _place_of(self.path)
        return place is not None and place != self._place

    def _take_up(self) -> bool:
        assert self.path is not None  # only a file can be replaced
        if self.path.stat().st_size == 0:  # opened, it would be made a log: it may be half a copy
            return False
        fresh = type(self).open(self.path)
        is_sound = False
        try:
            is_sound = not fresh.complaints()
        finally:
            if not is_sound:
                fresh.close()
        if is_sound:
            self._connection.close()
            vars(self).update(vars(fresh))
        return is_sound

    def _was_written_to(self) -> bool:
        # A look must not stop the keys for as long as another program writes.
        self._connection.execute("PRAGMA busy_timeout = 0")
        try:
            before, self._version = self._version, self._version_now()
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {BUSY_S * 1000:.0f}")
        return self._version != before

    def _version_now(self) -> int:
        version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return version

    # Changing

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Carry out what follows in one transaction, or nothing of it."""
        # IMMEDIATE waits for other writers; what began by reading would be refused at once.
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise

    def apply(self, change: Change) -> None:
        """Carry out a change in one transaction; when this returns, it is on disk.

        Raises:
            TrackerError: If the disk fails, or an entry is no longer as the change found it. The
                log is then as it was.
        """
        try:
            with in_words(self.path, "saved"), self._writing():
                self._carry_out(change)
        except sqlite3.IntegrityError as error:
            # Our own fault, unless others filled the place or removed what is referred to.
            if not (self._others_have_written or self._was_written_to()):
                if self.path is not None and self.complaints():
                    raise DamagedLogError(
                        f"{self.path} could not be saved: {DAMAGED}.", self.path
                    ) from error
                raise
            raise TrackerError(_CHANGED_ELSEWHERE) from error

    def _carry_out(self, change: Change) -> None:
        now = datetime.datetime.now(datetime.UTC)
        edits_of = defaultdict(list)
        for edit in change.edits:
            edits_of[type(edit.entry)].append(edit)
        for kind, table in TABLES.items():
            edits = edits_of[kind]
            if not edits:
                continue
            found = [edit.before for edit in edits if edit.before is not None]
            self._require_unchanged(kind, found)
            rows = self._db.table(table.name)
            removed = [edit.entry.id for edit in edits if edit.after is None]
            # Removed rows go first, so that what moves up finds its place empty; changed rows
            # follow in the change's order, which its inverse reverses.
            if removed:
                rows.delete_where("id IN (SELECT value FROM json_each(?))", [json.dumps(removed)])
            # Row by row: a long import need not stand in memory a second time.
            changed = (edit for edit in edits if edit.before and edit.after)
            added = (edit for edit in edits if edit.before is None)
            if len(found) > len(removed):
                rows.upsert_all((_row_of(edit, table, now) for edit in changed), pk="id")
            if len(edits) > len(found):
                rows.insert_all(_row_of(edit, table, now) for edit in added)

    def edit_times(self) -> EditTimes:
        """Give when each entry was last edited, where that is known."""
        return {
            (kind, row["id"]): datetime.datetime.fromisoformat(row["edited_at"])
            for kind, table in TABLES.items()
            for row in self._rows(
                f"SELECT id, edited_at FROM {table.name} WHERE edited_at IS NOT NULL"
            )
        }

    def _require_unchanged(self, kind: type[Entry], found: Sequence[Entry]) -> None:
        if not found:
            return
        table = TABLES[kind]
        ids = json.dumps([entry.id for entry in found])
        rows = self._rows(
            f"SELECT * FROM {table.name} WHERE id IN (SELECT value FROM json_each(?))", ids
        )
        with reading(self.path):
            kept = {entry.id: entry for entry in map(table.from_row, rows)}
        if any(kept.get(entry.id) != entry for entry in found):
            raise TrackerError(_CHANGED_ELSEWHERE)

    # Questions

    def _rows(self, sql: str, *values: object) -> list[Row]:
        with reading(self.path):
            return list(self._db.query(sql, values))

    def _entries(self, of: Callable[[Row], E], sql: str, *values: object) -> list[E]:
        with reading(self.path):
            return [of(row) for row in self._db.query(sql, values)]

    def _first(self, of: Callable[[Row], E], sql: str, *values: object) -> E | None:
        found = self._entries(of, sql, *values)
        return found[0] if found else None

    def runner(self) -> Runner:
        """Give the runner, with the defaults where none was saved."""
        sql = "SELECT * FROM runner WHERE id = ?"
        return self._first(runner_of, sql, RUNNER_ID) or Runner()

    def has_runner(self) -> bool:
        """Tell whether a runner was saved."""
        return bool(self._rows("SELECT 1 FROM runner"))

    def weighings(self) -> list[Bodyweight]:
        """List the bodyweights by day, oldest first."""
        return self._entries(bodyweight_of, "SELECT * FROM bodyweights ORDER BY date")

    def equipment(self) -> list[Equipment]:
        """List the equipment by name."""
        sql = "SELECT * FROM equipment ORDER BY name COLLATE NOCASE, id"
        return self._entries(equipment_of, sql)

    def session(self, session_id: str) -> Session | None:
        """Find a session."""
        return self._first(session_of, "SELECT * FROM sessions WHERE id = ?", session_id)

    def sessions(self) -> list[Session]:
        """List the sessions by day and start, oldest first."""
        return self._entries(session_of, f"SELECT * FROM sessions ORDER BY {BY_DAY_AND_START}")

    def sessions_on(self, day: datetime.date) -> list[Session]:
        """List the sessions of one day by start."""
        sql = f"SELECT * FROM sessions WHERE date = ? ORDER BY {BY_DAY_AND_START}"
        return self._entries(session_of, sql, day.isoformat())

    def newest_session(self) -> Session | None:
        """Find the last session by day and start."""
        sql = f"SELECT * FROM sessions ORDER BY {_NEWEST_FIRST} LIMIT 1"
        return self._first(session_of, sql)

    def session_beside(self, session: Session, *, forward: bool) -> Session | None:
        """Find the next session by day and start, or the one before; it need not be saved."""
        sign, order = (">", BY_DAY_AND_START) if forward else ("<", _NEWEST_FIRST)
        started_at = session.started_at
        # The day by itself finds its place in the index; the whole key decides within a day.
        return self._first(
            session_of,
            f"SELECT * FROM sessions WHERE date {sign}= ? "
            f"AND (date, coalesce(substr(started_at, 12, 8), ''), id) {sign} (?, ?, ?) "
            f"ORDER BY {order} LIMIT 1",
            session.date.isoformat(),
            session.date.isoformat(),
            "" if started_at is None else started_at.isoformat()[11:19],
            session.id,
        )

    def sets_of(self, session_id: str) -> list[LoggedSet]:
        """List the sets of one session in their order."""
        sql = "SELECT * FROM sets WHERE session_id = ? ORDER BY position, id"
        return self._entries(set_of, sql, session_id)

    def sets_of_all(self, session_ids: Collection[str]) -> list[LoggedSet]:
        """List the sets of some sessions, those of one session in their order."""
        sql = (
            "SELECT * FROM sets WHERE session_id IN (SELECT value FROM json_each(?)) "
            "ORDER BY session_id, position, id"
        )
        return self._entries(set_of, sql, json.dumps(list(session_ids)))

    def set_ids(self) -> set[str]:
        """Give the ids of all sets."""
        return {row["id"] for row in self._rows("SELECT id FROM sets")}

    def parts_of(self, session_id: str) -> list[LoggedSet | Symptom]:
        """List what cannot stand without its session: sets in their order, then symptoms."""
        sql = "SELECT * FROM symptoms WHERE session_id = ? ORDER BY rowid"
        symptoms = self._entries(symptom_of, sql, session_id)
        return [*self.sets_of(session_id), *symptoms]

    def session_before(
        self, day: datetime.date, exercise: Exercise, other_than: str
    ) -> Session | None:
        """Find the last session up to a day in which an exercise was done.

        Args:
            day: The latest day that counts.
            exercise: Which exercise.
            other_than: Id of the session that asks.
        """
        return self._first(
            session_of,
            "SELECT * FROM sessions WHERE date <= ? AND id != ? AND EXISTS (SELECT 1 FROM sets "
            "WHERE session_id = sessions.id AND exercise = ?) "
            f"ORDER BY {_NEWEST_FIRST} LIMIT 1",
            day.isoformat(),
            other_than,
            exercise,
        )

    def symptoms(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> list[Symptom]:
        """List symptoms by day, those of one day as they were noted."""
        return self._dated(symptom_of, "symptoms", first, last)

    def scores(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> list[Score]:
        """List the scores of questionnaires by day."""
        return self._dated(score_of, "scores", first, last)

    def tests(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> list[HeelRaiseTest]:
        """List heel-raise tests by day, those of one day as they were done."""
        return self._dated(test_of, "tests", first, last)

    def runs(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> list[Run]:
        """List runs by day."""
        return self._dated(run_of, "runs", first, last)

    def goals(self) -> list[Goal]:
        """List the goals as they were set."""
        return self._entries(goal_of, "SELECT * FROM goals ORDER BY rowid")

    def plans(self) -> list[Plan]:
        """List the plans by their first day, those of one day as they were taken."""
        return self._entries(plan_of, "SELECT * FROM plans ORDER BY starts_on, rowid")

    def phases(self) -> list[Phase]:
        """List the phases of all plans, those of one plan in their order."""
        return self._entries(phase_of, "SELECT * FROM phases ORDER BY plan_id, position, id")

    def planned_sets(self) -> list[PlannedSets]:
        """List the planned sets of all phases, those of one phase in their order."""
        sql = "SELECT * FROM planned_sets ORDER BY phase_id, position, id"
        return self._entries(planned_of, sql)

    def _dated(
        self,
        of: Callable[[Row], E],
        table: str,
        first: datetime.date | None,
        last: datetime.date | None,
    ) -> list[E]:
        """Read the entries of some days, both ends included; None for no end."""
        return self._entries(
            of,
            f"SELECT * FROM {table} WHERE date BETWEEN ? AND ? ORDER BY date, rowid",
            (first or DATES[0]).isoformat(),
            (last or DATES[1]).isoformat(),
        )

    def entries(self) -> Iterator[Entry]:
        """Read the whole log at once, and turn its rows into entries as they are taken.

        Taking them does not touch the file, so that it may be done off the GUI thread.

        Returns:
            What others refer to comes first; those of one kind in the order they were added.
        """
        read = [
            (table, self._rows(f"SELECT * FROM {table.name} ORDER BY rowid"))
            for table in TABLES.values()
        ]
        return self._made_of(read)

    def _made_of(self, read: Iterable[tuple[Table, list[Row]]]) -> Iterator[Entry]:
        for table, rows in read:
            for row in rows:
                with reading(self.path):
                    entry = table.from_row(row)
                yield entry

    # What columns and searches take is imported when they are asked for: not to start.

    def set_columns(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> "SetColumns":
        """Read sets as columns, ordered by day.

        Args:
            first: The first day; None for all before.
            last: The last day; None for all after.

        Returns:
            The columns; their session codes count the sessions of ``sessions()`` in that range,
            their equipment codes count from 1 the equipment by id.
        """
        from tracker.storage.columns import read_set_columns

        with reading(self.path):
            return read_set_columns(self._connection, self.weighings(), first, last)

    def set_records(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> "SetRecords":
        """Read all that is known of each set, as columns in the order of ``sets.csv``."""
        from tracker.storage.columns import read_set_records

        with reading(self.path):
            return read_set_records(self._connection, self.weighings(), first, last)

    def run_columns(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> "RunColumns":
        """Read the days and distances of runs as columns, by day.

        Args:
            first: The first day; None for all before.
            last: The last day; None for all after.
        """
        from tracker.storage.columns import read_run_columns

        with reading(self.path):
            return read_run_columns(self._connection, first, last)

    def exercises_meeting(self, comparisons: "Sequence[Comparison]") -> dict[str, set[Exercise]]:
        """Find the sessions with a set that meets all of some comparisons, one at least.

        Returns:
            By session id the exercises of such sets; pain noted of a whole session counts for all.
        """
        from tracker.storage.search import exercises_meeting

        with reading(self.path):
            return exercises_meeting(self._connection, comparisons)

    def notes_of_sets(self) -> dict[str, str]:
        """Give what was noted of sets, by session id; sessions without are missing."""
        from tracker.storage.search import notes_of_sets

        with reading(self.path):
            return notes_of_sets(self._connection)

    def pain_during(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> list[tuple[datetime.date, Side, int]]:
        """List the pain noted with sets, 0 to 10, by day, with the side that did the set."""
        from tracker.storage.columns import read_pain_during

        with reading(self.path):
            return read_pain_during(self._connection, first, last)

    def image(self) -> Image:
        """Take the whole log as it is now, for a copy; it can be taken of a file that is gone.

        It takes about half a millisecond a megabyte.
        """
        with reading(self.path):
            counts = counts_of(self._connection)
            return Image(self._connection.serialize(), counts, self.path)

    def complaints(self) -> list[str]:
        """Examine the whole log: SQLite's own checks, then every row read as an entry.

        Returns:
            What is wrong, a sentence each; empty for a sound log.
        """
        with in_words(self.path, "examined"):
            return complaints_of(self._connection)
