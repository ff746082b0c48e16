"""Whether a file is a sound log and what it holds, found out without changing it."""

import datetime
import sqlite3
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from tracker.disk import disk_in_words, header_of, is_log_header
from tracker.storage.migrations import MIGRATION_SET, NOTED_IN, STEPS, Steps
from tracker.storage.opening import opened_whole
from tracker.storage.remembering import JOINED, memory_in
from tracker.storage.remembering import TABLE as REMEMBERED
from tracker.storage.row_times import added_in, edit_time_of, edit_times_in
from tracker.storage.rows import TABLES, Row, rows_of
from tracker.storage.strangers import (
    require_plain_history,
    require_plain_tables,
    strangers_in,
)
from tracker.worded import worded_by


class Flaw(Enum):
    """Why a file cannot be used as a log."""

    NO_LOG = "it is not a Soleus log"
    LATER = "it is of a later version of Soleus"
    DAMAGED = "it is damaged"
    UNREADABLE = "it could not be read"


class Holdings(NamedTuple):
    """What a log file holds.

    Args:
        sessions: Number of sessions.
        sets: Number of sets.
        first: Day of the first session; None if there is none.
        last: Day of the last session; None if there is none.
        flaw: Why it cannot be used as a log; None if it is sound.
        detail: What exactly is wrong.
    """

    sessions: int = 0
    sets: int = 0
    first: datetime.date | None = None
    last: datetime.date | None = None
    flaw: Flaw | None = None
    detail: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether it can be opened as a log, with everything written to it."""
        return self.flaw is None

    @property
    def complaint(self) -> str:
        """Why it cannot be used as a log, in words; empty if it is sound."""
        words = "" if self.flaw is None else self.flaw.value
        return f"{words} ({self.detail})" if self.detail else words


def schema_steps(connection: sqlite3.Connection, steps: Steps) -> tuple[set[str], set[str]]:
    """Name the schema's steps: those a program knows, and those already applied to a log.

    Raises:
        StrangerError: If the table of applied steps is not as it should be.
    """
    require_plain_history(connection)
    known = {step.__name__ for step in steps}
    is_noted = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [NOTED_IN])
    if is_noted.fetchone() is None:
        return known, set()
    sql = f"SELECT name FROM {NOTED_IN} WHERE migration_set = ?"
    return known, {name for (name,) in connection.execute(sql, [MIGRATION_SET])}


def structural_complaints(connection: sqlite3.Connection) -> Iterator[str]:
    """Let SQLite check every page and reference of a log, and yield what is wrong."""
    rows = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    # SQLite reports problems of one tree in many lines, under a heading that tells nothing.
    told = [line for row in rows for line in row.splitlines() if line and line[:3] != "***"]
    if told != ["ok"]:  # stop here: the rest may not even be readable
        yield from (f"SQLite: {each}" for each in told)
        return
    for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"Table {table}, row {rowid}: refers to {parent}, where nothing is"


def complaints_of(connection: sqlite3.Connection) -> list[str]:
    """Check a whole log of this version: SQLite's own checks, then every row as an entry."""
    found = list(structural_complaints(connection))
    return found or [each for each in examined_rows(connection) if each is not None]


def examined_rows(connection: sqlite3.Connection) -> Iterator[str | None]:
    """Read every row of a log of this version as an entry; yield what is wrong, or None."""
    for kind, table in TABLES.items():
        for row in _rows_as_kept(connection, table.name):
            try:
                table.from_row(row)
                edit_times_in(kind, [row])
                added_in(kind, [row])
            except KeyError as error:  # a missing column, the same for every row
                yield f"Table {table.name}: column {error} is missing"
                break
            except (ValueError, TypeError) as error:
                yield f"Table {table.name}, id {row['id']}: {error}"
            else:
                yield None
    for row in _rows_as_kept(connection, REMEMBERED):
        try:
            _require_text(row)
            memory_in(row)
        except (KeyError, ValueError, TypeError) as error:
            yield f"Table {REMEMBERED}, id {row['id']}: {error}"
        else:
            yield None
    for row in _rows_as_kept(connection, JOINED):
        try:
            edit_time_of(row["at"])
        except (ValueError, TypeError) as error:
            yield f"Table {JOINED}: {error}"


def _rows_as_kept(connection: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Read the rows of a table, leaving invalid text as bytes, at which SQLite would stop."""
    before, connection.text_factory = connection.text_factory, _text_or_bytes
    try:
        yield from rows_of(connection.execute(f"SELECT * FROM {table}"))
    finally:
        connection.text_factory = before


def _text_or_bytes(kept: bytes) -> str | bytes:
    try:
        return kept.decode()
    except UnicodeDecodeError:
        return kept


def _require_text(row: Row) -> None:
    """Refuse bytes in a row outside the entries; no table of a log has columns for them.

    Raises:
        ValueError: If there are any; the message names their column.
    """
    for column, value in row.items():
        if isinstance(value, bytes):
            raise ValueError(f"{column} holds bytes that are no text")


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Count the rows of every table except SQLite's own."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in names
    }


def look_into(path: Path) -> Holdings:
    """Find out whether a file is a sound log, of this or an older version, and what it holds.

    Raises:
        TrackerError: If it cannot be read at all.
    """
    if not is_log_header(header_of(path, "read")):
        return Holdings(flaw=Flaw.NO_LOG)
    try:
        with disk_in_words(path, "read"), opened_whole(path) as connection:
            return _holdings_of(connection)
    except (sqlite3.Error, ValueError) as error:
        return Holdings(flaw=Flaw.DAMAGED, detail=worded_by(error))


def _holdings_of(connection: sqlite3.Connection) -> Holdings:
    known, applied = schema_steps(connection, STEPS)
    if applied - known:
        return Holdings(flaw=Flaw.LATER)
    require_plain_tables(connection)
    strangers = strangers_in(connection, applied, STEPS)
    if strangers:
        return Holdings(flaw=Flaw.DAMAGED, detail=strangers.sentence)
    complaint = next(structural_complaints(connection), None)
    if complaint is not None:
        return Holdings(flaw=Flaw.DAMAGED, detail=complaint)
    sessions, *ends = connection.execute(
        "SELECT count(*), min(date), max(date) FROM sessions"
    ).fetchone()
    (sets,) = connection.execute("SELECT count(*) FROM sets").fetchone()
    first, last = (None if day is None else datetime.date.fromisoformat(day) for day in ends)
    return Holdings(sessions, sets, first, last)
