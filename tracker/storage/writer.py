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
        known, now = self._known_of(change), self._now()
        times = _Times(now, known, is_kept=is_kept)
        edits_of: dict[type[Entry], list[Edit]] = defaultdict(list)
        in_memory, added_beside = change.parts
        for edit in in_memory:
            edits_of[type(edit.entry)].append(edit)
        beside = {type(each) for each in added_beside[:1]}  # all are of the same kind
        for kind in TABLES:
            if kind in edits_of or kind in beside:
                added = added_beside if kind in beside else ()
                self._edit_rows(
                    kind, edits_of[kind], added, times, is_by_hand=change.memory is None
                )
        memory = change.memory
        if memory is None:
            # Added entries affect the memory only if there is any.
            touched = change.edits if known else in_memory
            memory = remembered_by_hand(touched, times.edited, times.added, known, now)
        self._remember(memory, now)
        before = tuple(known.get(each.key, Memory(each.key)) for each in memory)
        return (
            Past(times.edited, times.added, before),
            Past(times.edited_then, times.added_then, memory),
        )

    def _edit_rows(
        self,
        kind: type[Entry],
        edits: Sequence[Edit],
        added: Sequence[Entry],
        times: "_Times",
        *,
        is_by_hand: bool,
    ) -> None:
        """Make the edits of one kind of entry.

        Rows are removed first, so that those moving up find their place empty; changed rows follow
        in the change's order. If a merge or its undo puts entries in each other's places, all are
        removed and added again.

        Args:
            kind: The kind.
            edits: Its edits.
            added: Entries added besides.
            times: Learns when the entries were edited and added, and says it of their rows.
            is_by_hand: Whether it is neither a merge nor its undo.

        Raises:
            TrackerError: If an entry is no longer as the change found it.
        """
        found = [edit.before for edit in edits if edit.before is not None]
        times.learn(self._past_of_unchanged(kind, found))
        table = TABLES[kind]
        columns = (*table.columns, "edited_at", "added_us")
        gone = [each.entry.id for each in edits if each.before and not (is_by_hand and each.after)]
        if gone:
            self._connection.execute(
                f"DELETE FROM {table.name} WHERE id IN (SELECT value FROM json_each(?))",
                [json.dumps(gone)],
            )
        # Values are made row by row, so that a long import is not held in memory twice.
        changed = (each for each in edits if is_by_hand and each.before and each.after)
        names = ", ".join(f"{column} = ?{at}" for at, column in enumerate(columns, 1))
        change_row = f"UPDATE {table.name} SET {names} WHERE id = ?{columns.index('id') + 1}"
        self._write_rows(change_row, map(times.values_of, changed))
        new = (each for each in edits if each.after and not (is_by_hand and each.before))
        places = ", ".join("?" * len(columns))
        add_row = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({places})"
        besides = (Edit(None, each) for each in added)
        self._write_rows(add_row, map(times.values_of, chain(new, besides)))

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


class _Times:
    """When the entries of a change were edited and added, before it and after.

    Args:
        now: The instant of the change.
        known: What is remembered about its entries.
        is_kept: Whether to collect what is true after.
    """

    def __init__(self, now: datetime.datetime, known: MemoryByKey, *, is_kept: bool) -> None:
        self.edited: dict[Key, datetime.datetime] = {}
        self.added: dict[Key, int] = {}
        self.edited_then: dict[Key, datetime.datetime] = {}
        self.added_then: dict[Key, int] = {}
        self._known = known
        self._is_kept = is_kept
        self._now = now
        self._this_moment = later_than(now)
        self._this_moment_text = text_of_edit_time(self._this_moment)
        # A clock far ahead must not give a number that cannot be read back.
        self._added_now = count(int(min(now, LATEST).timestamp() * 1_000_000))

    def learn(self, past: Past) -> None:
        """Take what was true before of some entries."""
        self.edited |= past.edit_times
        self.added |= past.added

    def values_of(self, edit: Edit) -> list[Any]:
        """Return the row of an entry after an edit, its times last."""
        entry, edited_at, added_us = edit.entry, edit.edited_at, edit.added_us
        key = key_of(entry)
        if edited_at is Edited.NOW:
            edited_at = self._edited_now(key)
        if added_us is None:
            added_us = self.added[key] if key in self.added else next(self._added_now)
        if self._is_kept:
            self.added_then[key] = added_us
            if edited_at is not None:
                self.edited_then[key] = edited_at
        values = TABLES[key[0]].to_values(entry)
        if edited_at is self._this_moment:  # as of most rows
            values.append(self._this_moment_text)
        else:
            values.append(None if edited_at is None else text_of_edit_time(edited_at))
        values.append(added_us)
        return values

    def _edited_now(self, key: Key) -> datetime.datetime:
        """Return the time of an edit made now, later than all that is known of the entry."""
        if key not in self.edited and key not in self._known:
            return self._this_moment
        deleted = self._known.get(key)
        return later_than(
            self._now, self.edited.get(key), None if deleted is None else deleted.deleted_at
        )
