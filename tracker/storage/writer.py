"""Carries out a change in the open log, entry by entry, in the current transaction."""

import datetime
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, count, islice
from typing import TYPE_CHECKING, Any

from tracker import TrackerError
from tracker.domain.change import Change, Edit, Edited, Entry, Key, Memory, Past, key_of
from tracker.domain.edit_time import LATEST, later_than
from tracker.storage.in_words import reading
from tracker.storage.opening import watch
from tracker.storage.reader import LogReader
from tracker.storage.remembering import (
    KEPT,
    MemoryByKey,
    memory_in,
    place_in,
    remembered_by_hand,
)
from tracker.storage.remembering import TABLE as REMEMBERED
from tracker.storage.remembering import row_of as row_of_memory
from tracker.storage.row_times import added_in, edit_times_in, text_of_edit_time
from tracker.storage.rows import TABLES
from tracker.storage.saved_here import Found
from tracker.worded import worded

if TYPE_CHECKING:
    import sqlite_utils

ROWS_A_STATEMENT = 10_000  # a fraction of a second's work
CHANGED_ELSEWHERE = worded(
    "This was changed in another window meanwhile, so nothing was saved. It is shown as it is now."
)


class LogWriter(LogReader):
    """Carries out changes; every method may raise TrackerError for faults outside the program.

    A base class of ``Database`` alone, which keeps what a change does to rows apart from the file,
    from sharing it, and from where transactions begin and end.
    """

    @cached_property
    def _db(self) -> "sqlite_utils.Database":
        """The sqlite-utils database for writing, made on first use."""
        # Importing it takes longer than opening a log, and reading does not need it.
        import sqlite_utils

        return sqlite_utils.Database(self._connection, execute_plugins=False)

    def _carry_out(self, change: Change, *, is_kept: bool) -> tuple[Past, Past]:
        """Make the edits of a change; returns what was known about the entries before and after.

        Args:
            change: The change.
            is_kept: Whether to collect what is known after; for a million entries that would take
                more memory than the entries.
        """
        known = self._known_of(change)
        edit_times: dict[Key, datetime.datetime] = {}
        added: dict[Key, int] = {}
        now = self._now()
        # A clock far ahead must not give a number that cannot be read back.
        added_now = count(int(min(now, LATEST).timestamp() * 1_000_000))
        this_moment = later_than(now)
        text_of_now = text_of_edit_time(this_moment)
        edit_times_then: dict[Key, datetime.datetime] = {}
        added_then: dict[Key, int] = {}
        edits_of = defaultdict(list)
        in_memory, added_beside = change.parts
        for edit in in_memory:
            edits_of[type(edit.entry)].append(edit)
        beside = {type(each) for each in added_beside[:1]}  # all are of the same kind

        def values_of(edit: Edit) -> list[Any]:
            entry, edited_at, added_us = edit.entry, edit.edited_at, edit.added_us
            key = key_of(entry)
            if edited_at is Edited.NOW:
                edited_at = this_moment
                if key in edit_times or key in known:
                    deleted = known.get(key)
                    edited_at = later_than(
                        now, edit_times.get(key), None if deleted is None else deleted.deleted_at
                    )
            if added_us is None:
                added_us = added[key] if key in added else next(added_now)
            if is_kept:
                added_then[key] = added_us
                if edited_at is not None:
                    edit_times_then[key] = edited_at
            values = TABLES[key[0]].to_values(entry)
            if edited_at is this_moment:
                values.append(text_of_now)
            else:
                values.append(None if edited_at is None else text_of_edit_time(edited_at))
            values.append(added_us)
            return values

        for kind, table in TABLES.items():
            edits = edits_of[kind]
            if not edits and kind not in beside:
                continue
            found = [edit.before for edit in edits if edit.before is not None]
            past = self._past_of_unchanged(kind, found)
            edit_times |= past.edit_times
            added |= past.added
            columns = (*table.columns, "edited_at", "added_us")
            # If a merge or its undo puts entries in each other's places, all are removed first.
            is_by_hand = change.memory is None
            gone = [
                each.entry.id for each in edits if each.before and not (is_by_hand and each.after)
            ]
            # Rows are removed first, so that those moving up find their place empty; changed rows
            # follow in the change's order. Values are made row by row, so that a long import is not
            # held in memory twice.
            if gone:
                self._connection.execute(
                    f"DELETE FROM {table.name} WHERE id IN (SELECT value FROM json_each(?))",
                    [json.dumps(gone)],
                )
            if is_by_hand and len(found) > len(gone):
                changed = (edit for edit in edits if edit.before and edit.after)
                names = ", ".join(f"{column} = ?{at}" for at, column in enumerate(columns, 1))
                of_id = columns.index("id") + 1
                change_row = f"UPDATE {table.name} SET {names} WHERE id = ?{of_id}"
                self._write_rows(change_row, map(values_of, changed))
            new: Iterator[Edit] = (
                edit for edit in edits if edit.after and not (is_by_hand and edit.before)
            )
            if kind in beside:
                new = chain(new, (Edit(None, each) for each in added_beside))
            if kind in beside or len(edits) > (len(found) if is_by_hand else 0):
                places = ", ".join("?" * len(columns))
                add_row = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({places})"
                self._write_rows(add_row, map(values_of, new))
        memory = change.memory
        if memory is None:
            # Added entries affect the memory only if there is any.
            touched = change.edits if known else in_memory
            memory = remembered_by_hand(touched, edit_times, added, known, now)
        self._remember(memory, now)
        before = tuple(known.get(each.key, Memory(each.key)) for each in memory)
        return Past(edit_times, added, before), Past(edit_times_then, added_then, memory)

    def _write_rows(self, sql: str, rows: Iterator[Sequence[Any]]) -> None:
        """Run a statement for each row, however many there are."""
        while some := list(islice(rows, ROWS_A_STATEMENT)):
            watch(self._connection)  # many rows must not look like a single endless statement
            self._connection.executemany(sql, some)

    def _now(self) -> datetime.datetime:
        return datetime.datetime.now(datetime.UTC)

    def _known_of(self, change: Change) -> MemoryByKey:
        """Return what is remembered about a change's entries, and all entries that a merge hid."""
        if not self._rows(f"SELECT 1 FROM {REMEMBERED} LIMIT 1"):
            return {}
        ids = {edit.entry.id for edit in change.edits}
        ids.update(each.key[1] for each in change.memory or ())
        rows = self._rows(
            f"SELECT * FROM {REMEMBERED} WHERE deleted_at IS NULL "
            "OR id IN (SELECT value FROM json_each(?))",
            json.dumps(list(ids)),
        )
        with reading(self.path):
            return {memory.key: memory for memory in map(memory_in, rows)}

    def _remember(self, memory: Sequence[Memory], now: datetime.datetime) -> None:
        """Store the memory of entries, and delete what nobody can need any more."""
        if not memory:
            return
        rows = self._db.table(REMEMBERED)
        for each in memory:
            if not each:
                self._connection.execute(
                    f"DELETE FROM {REMEMBERED} WHERE kind = :kind AND id = :id", place_in(each.key)
                )
        rows.upsert_all((row_of_memory(each) for each in memory if each), pk=("kind", "id"))
        self._connection.execute(
            f"DELETE FROM {REMEMBERED} WHERE deleted_at < :then "
            "AND NOT EXISTS (SELECT 1 FROM joined WHERE at >= :then)",
            {"then": text_of_edit_time(now - KEPT)},
        )

    def _past_of_unchanged(self, kind: type[Entry], found: Sequence[Entry]) -> Past:
        """Return when entries were last edited and added, if they are unchanged.

        Raises:
            TrackerError: If one differs from ``found``.
        """
        entries, past = self._found(kind, [entry.id for entry in found])
        kept = {entry.id: entry for entry in entries}
        if any(kept.get(entry.id) != entry for entry in found):
            raise TrackerError(CHANGED_ELSEWHERE)
        return past

    def _found(self, kind: type[Entry], ids: Sequence[str]) -> Found:
        """Read entries by their ids, and when they were last edited and added."""
        if not ids:
            return (), Past()
        table = TABLES[kind]
        rows = self._rows(
            f"SELECT * FROM {table.name} WHERE id IN (SELECT value FROM json_each(?))",
            json.dumps(ids),
        )
        with reading(self.path):
            past = Past(edit_times_in(kind, rows), added_in(kind, rows))
            return [table.from_row(row) for row in rows], past
