"""The log file: opened safely, shared with others, changed by whole Changes."""

import datetime
import json
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tracker import DamagedLogError, TrackerError
from tracker.disk import APPLICATION_ID, header_of, is_log_header
from tracker.domain.change import Change, Edit, Edited, Entry, Key, Memory, Past, key_of
from tracker.domain.file_words import FileWord
from tracker.storage.backup import Image, Kind, has_backups, name_of_copy
from tracker.storage.checking import complaints_of, counts_of, schema_steps
from tracker.storage.in_words import DAMAGED, in_words, reading
from tracker.storage.migrations import STEPS, migrations_of
from tracker.storage.opening import copied_into_memory, guard
from tracker.storage.reader import LogReader
from tracker.storage.remembered_words import put_words
from tracker.storage.remembering import (
    KEPT,
    Known,
    later_than,
    memory_in,
    place_in,
    remembered_by_hand,
)
from tracker.storage.remembering import TABLE as REMEMBERED
from tracker.storage.remembering import row_of as row_of_memory
from tracker.storage.rows import TABLES, added_in, edit_times_in, text_of_edit_time
from tracker.storage.strangers import (
    StrangerError,
    drop_triggers,
    require_plain_tables,
    sentence_about,
    triggers_in,
)

if TYPE_CHECKING:
    import sqlite_utils


BUSY_S = 3.0
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


class Database(LogReader):
    """One open log; every method may raise TrackerError for a fault of the world.

    Args:
        connection: SQLite's connection, its schema up to date.
        path: The file, or None for a log in memory.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        super().__init__(connection, path)
        self._version = 0  # SQLite's count of what others wrote, as last seen
        self._others_have_written = False
        self._place = None if path is None else _place_of(path)
        self.triggers: list[str] = []  # of others: with any, the log can only be read

    @cached_property
    def _db(self) -> "sqlite_utils.Database":
        """The way to write, made when it is first needed."""
        # It takes longer to import than a log to open, and to read one it is not needed.
        import sqlite_utils

        return sqlite_utils.Database(self._connection, execute_plugins=False)

    def get_ready(self) -> None:
        """Load what a change needs, so that the first one does not wait for it."""
        _ = self._db

    @classmethod
    def in_memory(cls) -> Self:
        """Make an empty log that vanishes with the program."""
        connection = sqlite3.connect(":memory:")
        database = cls(connection, None)
        database._prepare()
        return database

    @classmethod
    def copied(cls, path: Path) -> Self:
        """Take another log as it is now into memory; what is done to it there leaves the file.

        Raises:
            TrackerError: If it cannot be read, or is of a later version.
        """
        with in_words(path, "read"):
            return cls._prepared(copied_into_memory(path), path, is_copy=True)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new log that only its owner may read; where a link leads, if it is one.

        Raises:
            TrackerError: If there is a file of that name, or it cannot be made.
        """
        real = os.path.realpath(path)
        with in_words(path, "made"):
            os.close(os.open(real, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            return cls._open(path)
        except BaseException:
            Path(real).unlink()  # it was ours and holds nothing
            raise

    @classmethod
    def create_with(cls, path: Path, change: Change, words: Sequence[FileWord] = ()) -> None:
        """Make a new log with something in it, and close it; where that fails, there is no log.

        Args:
            path: Where it shall stand.
            change: Makes it of an empty one.
            words: What it is to remember of words in other programs' files.

        Raises:
            TrackerError: If there is a file of that name, or it cannot be made.
        """
        database = cls.create(path)
        try:
            database.remember_words(words)
            database.apply(change)
        except BaseException:
            database.close()
            Path(os.path.realpath(path)).unlink()  # it was made just now and holds nothing
            raise
        database.close()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a log, bringing an older one up to date.

        Raises:
            TrackerError: If it is missing, not a log, or of a later version; it stays untouched.
        """
        header = header_of(path, "opened")
        if not is_log_header(header):
            if has_backups(path):  # it was one, whatever became of it
                raise DamagedLogError(f"{path} could not be opened: {DAMAGED}.", path)
            if header:
                raise TrackerError(f"{path} is not a Soleus log. It was left as it is.")
        return cls._open(path)

    @classmethod
    def _open(cls, path: Path) -> Self:
        with in_words(path, "opened"):
            return cls._prepared(guard(sqlite3.connect(path, timeout=BUSY_S)), path)

    @classmethod
    def _prepared(
        cls, connection: sqlite3.Connection, path: Path, *, is_copy: bool = False
    ) -> Self:
        try:
            database = cls(connection, path)
            database._prepare(is_copy=is_copy)
        except BaseException:
            connection.close()
            raise
        return database

    def _prepare(self, *, is_copy: bool = False) -> None:
        """Bring the schema up to date, then set what holds for this connection."""
        try:
            known, applied = schema_steps(self._connection, STEPS)
            if not applied - known:
                require_plain_tables(self._connection)
        except StrangerError as error:
            assert self.path is not None  # nobody else writes to a log in memory
            raise DamagedLogError(
                f"{self.path} could not be opened: {error}. Keep it, and go on with a backup.",
                self.path,
            ) from error
        if applied - known and known <= applied:
            raise TrackerError(
                f"{self.path} was written by a later version of Soleus. It was left as it is; "
                "open it with that version."
            )
        (application_id,) = self._connection.execute("PRAGMA application_id").fetchone()
        # A log whose history cannot be read must not be taken for a new one, nor for a later one.
        is_unclear = bool(applied - known) or (application_id == APPLICATION_ID and not applied)
        if self.path is not None and is_unclear:
            raise DamagedLogError(f"{self.path} could not be opened: {DAMAGED}.", self.path)
        if is_copy:
            drop_triggers(self._connection)
        self.triggers = triggers_in(self._connection)
        if self.triggers and known - applied:
            raise TrackerError(f"{self.path} could not be opened: {sentence_about(self.triggers)}.")
        # Durable before acknowledged; DELETE keeps the log one file that can be copied whole.
        for pragma in ("journal_mode = DELETE", "synchronous = EXTRA"):
            self._connection.execute(f"PRAGMA {pragma}").fetchall()
        if known - applied:
            if applied and not is_copy:
                self._copy_before_migrating()
            with self._writing():
                migrations_of(STEPS).apply(self._db)
                self._connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        # After migrating: a migration may rebuild tables that others refer to.
        self._connection.execute("PRAGMA foreign_keys = ON")
        if self.triggers:
            self._connection.execute("PRAGMA query_only = ON")
        self._version = self._version_now()

    def _copy_before_migrating(self) -> None:
        assert self.path is not None  # a log in memory is never older than the program
        now = datetime.datetime.now().astimezone()
        copy = self.path.with_name(name_of_copy(self.path, Kind.BEFORE_UPDATE, now))
        # Made empty first, and so never shown to others.
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            # Not VACUUM INTO, which takes no name that is not UTF-8.
            with closing(sqlite3.connect(copy)) as target:
                self._connection.backup(target)
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
            vars(self).clear()  # nothing of the file before may stay
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

    def apply(self, change: Change) -> Change:
        """Carry out a change in one transaction; when this returns, it is on disk.

        Returns:
            The change that takes it back: entries and when they were last edited.

        Raises:
            TrackerError: If the disk fails, or an entry is no longer as the change found it. The
                log is then as it was.
        """
        if self.triggers:
            raise TrackerError(f"{self.path} could not be saved: {sentence_about(self.triggers)}.")
        try:
            with in_words(self.path, "saved"), self._writing():
                past = self._carry_out(change)
        except sqlite3.IntegrityError as error:
            # Our own fault, unless others filled the place or removed what is referred to.
            if not (self._others_have_written or self._was_written_to()):
                if self.path is not None and self.complaints():
                    raise DamagedLogError(
                        f"{self.path} could not be saved: {DAMAGED}.", self.path
                    ) from error
                raise
            raise TrackerError(_CHANGED_ELSEWHERE) from error
        return change.inverse_at(past)

    def remember_words(self, words: Sequence[FileWord]) -> None:
        """Remember what words of other programs' files mean; when this returns, it is on disk.

        Raises:
            TrackerError: If the disk fails, or the log can only be read.
        """
        if words and not self.triggers:
            with in_words(self.path, "saved"), self._writing():
                put_words(self._connection, words)

    def note_joined(self, now: datetime.datetime) -> None:
        """Note that a copy was joined to the log: deletions stay remembered for as long again."""
        with in_words(self.path, "saved"), self._writing():
            self._db.table("joined").upsert({"id": 1, "at": text_of_edit_time(now)}, pk="id")

    def _carry_out(self, change: Change) -> Past:
        """Make a change's edits, and give what was known of the entries before that."""
        known = self._known_of(change)
        edit_times: dict[Key, datetime.datetime] = {}
        added: dict[Key, int] = {}
        now = self._now()
        added_now = count(int(now.timestamp() * 1_000_000))
        edits_of = defaultdict(list)
        for edit in change.edits:
            edits_of[type(edit.entry)].append(edit)

        def row_of(edit: Edit) -> dict[str, Any]:
            key, edited_at, added_us = key_of(edit.entry), edit.edited_at, edit.added_us
            if edited_at is Edited.NOW:
                deleted = known.get(key)
                edited_at = later_than(
                    now, edit_times.get(key), None if deleted is None else deleted.deleted_at
                )
            if added_us is None:
                added_us = added[key] if key in added else next(added_now)
            row = TABLES[key[0]].to_row(edit.entry)
            row["edited_at"] = None if edited_at is None else text_of_edit_time(edited_at)
            row["added_us"] = added_us
            return row

        for kind, table in TABLES.items():
            edits = edits_of[kind]
            if not edits:
                continue
            found = [edit.before for edit in edits if edit.before is not None]
            past = self._past_of_unchanged(kind, found)
            edit_times |= past.edit_times
            added |= past.added
            rows = self._db.table(table.name)
            # Where a join or its undo puts entries in each other's places, all make room first.
            is_by_hand = change.memory is None
            gone = [
                each.entry.id for each in edits if each.before and not (is_by_hand and each.after)
            ]
            # Removed rows go first, so that what moves up finds its place empty; changed rows
            # follow in the change's order. Row by row: a long import need not stand in memory a
            # second time.
            if gone:
                rows.delete_where("id IN (SELECT value FROM json_each(?))", [json.dumps(gone)])
            if is_by_hand and len(found) > len(gone):
                changed = (edit for edit in edits if edit.before and edit.after)
                rows.upsert_all(map(row_of, changed), pk="id")
            if len(edits) > (len(found) if is_by_hand else 0):
                new = (edit for edit in edits if edit.after and not (is_by_hand and edit.before))
                rows.insert_all(map(row_of, new))
        memory = change.memory
        if memory is None:
            memory = remembered_by_hand(change, edit_times, added, known, now)
        self._remember(memory, now)
        before = tuple(known.get(each.key, Memory(each.key)) for each in memory)
        return Past(edit_times, added, before)

    def _now(self) -> datetime.datetime:
        return datetime.datetime.now(datetime.UTC)

    def _known_of(self, change: Change) -> Known:
        """Give what is remembered of a change's entries, and all that a join hid."""
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
        """Remember entries so from now on, and forget what nobody can need any more."""
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
        """Give when entries were last edited, and added.

        Raises:
            TrackerError: If one is no longer as it was found.
        """
        if not found:
            return Past()
        table = TABLES[kind]
        ids = json.dumps([entry.id for entry in found])
        rows = self._rows(
            f"SELECT * FROM {table.name} WHERE id IN (SELECT value FROM json_each(?))", ids
        )
        with reading(self.path):
            kept = {row["id"]: table.from_row(row) for row in rows}
            past = Past(edit_times_in(kind, rows), added_in(kind, rows))
        if any(kept.get(entry.id) != entry for entry in found):
            raise TrackerError(_CHANGED_ELSEWHERE)
        return past

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
        told = [sentence_about(self.triggers)] if self.triggers else []
        with in_words(self.path, "examined"):
            return told + complaints_of(self._connection)
