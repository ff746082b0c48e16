"""The log file: opened safely, shared with other programs, changed only by whole Changes."""

import datetime
import os
import sqlite3
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Self

from tracker import DamagedLogError, TrackerError
from tracker.disk import (
    APPLICATION_ID,
    complaint_about_size,
    could_not_be,
    header_of,
    is_log_header,
    new_beside,
    require_no_part_of_a_log,
    require_nothing_left_of,
    require_readable_size,
    working_folder,
)
from tracker.domain.change import Change, Entry, Key, Past
from tracker.domain.edit_time import later_than
from tracker.domain.file_words import FileWord
from tracker.storage.backup import (
    BackupKind,
    Image,
    has_backups,
    is_put_aside,
    name_of_copy,
)
from tracker.storage.checking import complaints_of, row_counts, schema_steps
from tracker.storage.in_words import DAMAGED, in_words, is_damage, is_of_schema, reading
from tracker.storage.kept_image import Recorder
from tracker.storage.last_saved import LastSaved, Proof
from tracker.storage.migrations import STEPS, Steps, migrations_of
from tracker.storage.opening import copied_into_memory, guard, opened_to_read
from tracker.storage.put_back import replace
from tracker.storage.quietness import Quietness
from tracker.storage.remembered_words import put_words
from tracker.storage.row_times import text_of_edit_time
from tracker.storage.saved_here import SavedHere
from tracker.storage.stamp import FileState, Stamp, random_writer
from tracker.storage.strangers import (
    StrangerError,
    Strangers,
    drop_triggers,
    require_plain_tables,
    strangers_in,
)
from tracker.storage.writer import CHANGED_ELSEWHERE, LogWriter
from tracker.worded import worded

BUSY_S = 3.0
UPDATE_S = 30.0  # wait while another window updates the log
_WRITTEN_OVER = worded(
    "another program writes to its file, or has put another one there. Try again"
)


class _WrittenOverError(TrackerError):
    """Another program is writing into the log's file, or has written into it."""


class Database(LogWriter):
    """One open log; every method may raise TrackerError for faults outside the program.

    Args:
        connection: An SQLite connection; ``_prepare`` brings its schema up to date.
        path: The file, or None for a log in memory.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        super().__init__(connection, path)
        self._version = 0  # SQLite's counter of writes by others, as last seen
        self._others_have_written = False
        self._place: FileState | None = None  # as last seen; None to look again
        self._unsound: FileState | None = None  # a file put there that is no sound log
        self._quietness = Quietness()  # how long the file has been unchanged
        self._whole: FileState | None = None  # state after this window last wrote or opened it
        self._stamp = Stamp()
        self._writer = random_writer()
        self._writes = 0  # includes failed ones, so that no number is used twice
        self._saved_here = SavedHere()
        self.lacks_saved = False  # whether a copy that took its place lacks what was saved here
        self.strangers = Strangers()  # foreign in its schema; if any, the log is read-only
        self._last_saved = LastSaved(connection, path)
        self.has_parted = False  # whether it parted from a file; reset by whoever tells so
        # Where what was saved here was kept, as another file took its place; reset likewise.
        self.kept_aside: Path | None = None
        self._given_way_to: FileState | None = None  # the file it was kept aside from

    def get_ready(self) -> None:
        """Prepare for changes, so that the first one does not have to wait."""
        _ = self._db
        self._keep_what_is_there()

    @classmethod
    def in_memory(cls) -> Self:
        """Make an empty log in memory that ends with the program."""
        return cls._prepared(cls._empty(STEPS), None)

    @classmethod
    def _empty(cls, steps: Steps) -> sqlite3.Connection:
        """Return an empty, up-to-date log in memory."""
        connection = sqlite3.connect(":memory:")
        connection.deserialize(cls._image_of_empty(steps))
        return connection

    @classmethod
    @cache
    def _image_of_empty(cls, _steps: Steps) -> bytes:
        """Return the file of an empty log made by all steps; cached, because they take a while."""
        with closing(sqlite3.connect(":memory:")) as connection:
            database = cls(connection, None)
            database._prepare()
            return connection.serialize()

    @classmethod
    def copied(cls, path: Path, named: Path | None = None) -> Self:
        """Copy another log into memory as it is now; changes to the copy do not reach the file.

        Args:
            path: The log.
            named: What to call it in an error, if it was unpacked from a file of the runner.

        Raises:
            TrackerError: If it cannot be read, or was written by a later version.
        """
        with in_words(named or path, "read"):
            return cls._prepared(copied_into_memory(path), named or path, is_copy=True)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new log that only its owner may read; if the path is a link, at its target.

        Raises:
            TrackerError: If there is a file of that name, SQLite would take it for a part of
                another log or the other way round, or it cannot be made.
        """
        real = Path(os.path.realpath(path))
        require_no_part_of_a_log(path)
        if not os.path.lexists(real):
            require_nothing_left_of(path)
        with (
            in_words(path, "made"),
            new_beside(real) as beside,
            closing(cls._empty(STEPS)) as empty,
            closing(sqlite3.connect(beside)) as made,
        ):
            empty.backup(made)
        return cls.open(path)

    @classmethod
    def create_with(cls, path: Path, change: Change, words: Sequence[FileWord] = ()) -> None:
        """Make a new log with some contents and close it; on failure there is no file.

        Args:
            path: Where to make it.
            change: The change that makes the contents of an empty log.
            words: Meanings of words in other programs' files to remember.

        Raises:
            TrackerError: If there is a file of that name, or it cannot be made.
        """
        database = cls.create(path)
        try:
            database.remember_words(words)
            database.put(change)
        except BaseException:
            database.close()
            Path(os.path.realpath(path)).unlink()  # just made, and holds nothing of value
            raise
        database.close()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a log, and update it if it is of an older version.

        Raises:
            TrackerError: If it is missing, not a log, too large, or written by a later version; it
                stays untouched.
        """
        header = header_of(path, "opened")
        if not is_log_header(header):
            if has_backups(path):  # it was once a log, whatever happened to it
                raise DamagedLogError(could_not_be(path, "opened", DAMAGED), path)
            raise TrackerError(
                worded("{} is not a Soleus log. It was left as it is.", path)
                if header
                else worded("{} is empty, and so no Soleus log. It was left as it is.", path)
            )
        require_readable_size(path, "opened")
        return cls._open(path)

    @classmethod
    def _open(cls, path: Path) -> Self:
        with in_words(path, "opened"):
            return cls._connected(path)

    @classmethod
    def _connected(cls, path: Path) -> Self:
        connection = sqlite3.connect(path, timeout=BUSY_S, factory=Recorder)
        return cls._prepared(guard(connection), path)

    @classmethod
    def _prepared(
        cls, connection: sqlite3.Connection, path: Path | None, *, is_copy: bool = False
    ) -> Self:
        try:
            database = cls(connection, path)
            database._prepare(is_copy=is_copy)
        except BaseException:
            connection.close()
            raise
        return database

    def _prepare(self, *, is_copy: bool = False) -> None:
        """Bring the schema up to date, then set up the connection."""
        try:
            known, applied = schema_steps(self._connection, STEPS)
            if not applied - known:
                require_plain_tables(self._connection)
        except StrangerError as error:
            assert self.path is not None  # only a file can hold anything foreign
            raise DamagedLogError(
                worded(
                    "{} could not be opened: {}. Keep it, and go on with a backup.",
                    self.path,
                    error,
                ),
                self.path,
            ) from error
        if applied - known and known <= applied:
            raise TrackerError(
                worded(
                    "{} was written by a later version of Soleus. It was left as it is; open it "
                    "with that version.",
                    self.path,
                )
            )
        (application_id,) = self._connection.execute("PRAGMA application_id").fetchone()
        # A log with an unreadable history must not pass for a new or a later one.
        is_unclear = bool(applied - known) or (application_id == APPLICATION_ID and not applied)
        if self.path is not None and is_unclear:
            raise DamagedLogError(could_not_be(self.path, "opened", DAMAGED), self.path)
        if is_copy:
            drop_triggers(self._connection)
        elif self.path is not None:
            self.strangers = strangers_in(self._connection, applied, STEPS)
        if self.strangers and known - applied:
            raise TrackerError(could_not_be(self.path, "opened", self.strangers.sentence))
        # Data is on disk before a commit returns; DELETE keeps the log a single file to copy.
        for pragma in ("journal_mode = DELETE", "synchronous = EXTRA"):
            self._connection.execute(f"PRAGMA {pragma}").fetchall()
        if known - applied:
            self._bring_up_to_date(is_copy=is_copy)
        # Only after migrating, because a migration may rebuild tables that others refer to.
        self._connection.execute("PRAGMA foreign_keys = ON")
        if self.strangers:
            self._connection.execute("PRAGMA query_only = ON")
        self._version = self._version_now()
        self._stamp = Stamp.read(self._connection)
        self._place = self._whole = None if self.path is None else FileState.of(self.path)

    def _bring_up_to_date(self, *, is_copy: bool) -> None:
        """Apply the steps a log lacks; if one fails, everything stays as it was.

        Raises:
            DamagedLogError: If the log's schema is not what its noted steps would have made.
        """
        copy: Path | None = None
        # Another window may be doing the same now: it copies and rewrites the whole log.
        self._connection.execute(f"PRAGMA busy_timeout = {UPDATE_S * 1000:.0f}")
        try:
            with self._writing():
                known, applied = schema_steps(self._connection, STEPS)
                if known <= applied:
                    return
                if applied and not is_copy:
                    copy = self._copy_before_migrating()
                migrations_of(STEPS).apply(self._db)
                self._connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        except BaseException as error:
            if copy is not None:
                copy.unlink()  # just made, of a log that did not change
            if self.path is not None and is_of_schema(error):
                raise DamagedLogError(
                    worded(
                        "{} could not be brought up to date: it is not as this program left it "
                        "({}). It was left as it is; go on with a backup.",
                        self.path,
                        error,
                    ),
                    self.path,
                ) from error
            raise
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {BUSY_S * 1000:.0f}")

    def _copy_before_migrating(self) -> Path:
        assert self.path is not None  # a log in memory is never out of date
        now = datetime.datetime.now().astimezone()
        while (
            copy := self.path.with_name(name_of_copy(self.path, BackupKind.BEFORE_UPDATE, now))
        ).exists():
            now += datetime.timedelta(seconds=1)
        # Created empty with restricted permissions first, so that others can never read it.
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            # Not VACUUM INTO, which only takes names in UTF-8. A separate connection, because the
            # one that writes cannot be copied from; others can still read the old state.
            with (
                closing(opened_to_read(self.path)) as source,
                closing(sqlite3.connect(copy)) as target,
            ):
                source.backup(target)
        except BaseException:
            copy.unlink()  # it is ours, and incomplete
            raise
        return copy

    def close(self) -> None:
        """Compare the file once more with what was saved in it, and close it.

        What was saved here and is not in the file that lies in its place by now is kept with the
        backups.
        """
        with suppress(sqlite3.Error, TrackerError):
            self._prove()
        with suppress(sqlite3.Error, OSError, TrackerError):
            self._keep_aside_what_is_gone()
        self._connection.close()
        self._last_saved.forget()

    # Sharing the file with others

    def catch_up(self) -> bool:
        """Take in what others did to the file, without ever waiting for them.

        If a sound log was put in the file's place or written into the file, as folder
        synchronisation does, it is used from now on; ``lacks_saved`` tells whether it lacks
        something saved here.

        If what another program wrote is incomplete or no log and stays so, this log parts from it:
        it continues in a file of its own, and the other file is kept with the backups;
        ``has_parted`` tells so. If a log was put in its place that cannot be used, for example one
        of a later version, it stays there, and what was saved here is kept with the backups;
        ``kept_aside`` tells where.

        What was saved is compared with the file once nobody has written to it for a moment; for a
        large log, that is left to ``comparing``.

        Returns:
            Whether others have changed the log since the last call.
        """
        try:
            has_changed = self._look()
        except (sqlite3.Error, OSError, TrackerError):
            return False  # the next read or write will report it
        self._others_have_written |= has_changed
        return has_changed

    def _look(self) -> bool:
        place = None if self.path is None else FileState.of(self.path)
        if self.path is None:
            return self._was_written_to()
        if place is None:
            return False
        if place == self._unsound:
            return self._quietness.is_stuck(place) and self._has_parted_from(place)
        try:
            return self._look_at(place)
        except (sqlite3.DatabaseError, TrackerError) as error:
            if is_damage(error) and place != self._place:  # half written; the rest may follow
                self._unsound = place
            elif self._is_another(place) and self._quietness.is_stuck(place):
                self._give_way_to(place)
            raise

    def _is_another(self, place: FileState | None) -> bool:
        """Tell whether another file than the one open lies in its place, or none."""
        return self._place is None or place is None or not place.is_same_file(self._place)

    def _give_way_to(self, place: FileState) -> None:
        """Keep what was saved here aside, once, as the file in its place cannot be used."""
        if self._given_way_to != place and self._saved_here:
            self.kept_aside = self._last_saved.keep_aside_what_is_not_in(set())
            self._given_way_to = place

    def _keep_aside_what_is_gone(self) -> None:
        """Keep what was saved here with the backups if the file in its place lacks it."""
        place = None if self.path is None else FileState.of(self.path)
        if self.path is None or not self._saved_here or not self._is_another(place):
            return
        if place is None or place != self._given_way_to:
            theirs: set[Key] = set()
            with suppress(TrackerError), closing(type(self).copied(self.path)) as copy:
                theirs = copy.known_keys()
            self._last_saved.keep_aside_what_is_not_in(theirs)

    def _look_at(self, place: FileState) -> bool:
        if self._is_another(place):
            return self._take_up(place)
        assert self._place is not None  # otherwise it is another
        is_as_large_and_old = place.content == self._place.content
        if place.file != self._place.file and is_as_large_and_old:  # its permissions changed
            return self._take_up(place)
        by_sqlite = self._was_written_to()
        if place == self._place and not by_sqlite:
            if not self._last_saved.is_for_a_thread and self._quietness.is_quiet(place):
                self._prove()
            return False
        stamp = self._stamp_on_disk()
        if by_sqlite and stamp.is_later_than(self._stamp):  # a change by another window
            self._stamp, self._place = stamp, place
            self._last_saved.need_no_proof()
            return True
        if is_as_large_and_old and stamp == self._stamp:  # for example renamed
            self._place = place
            return False
        if not self._quietness.is_quiet(place) or self._is_as_saved(place):
            return False
        return self._take_up(place, is_into_file=True)

    def _stamp_on_disk(self) -> Stamp:
        # SQLite may unknowingly hold cached pages of another file.
        with self._never_waiting():
            self._connection.execute("PRAGMA shrink_memory").fetchall()
            return Stamp.read(self._connection)

    def _take_up(self, place: FileState, *, is_into_file: bool = False) -> bool:
        """Use the log that now lies in the file's place, if it is sound.

        Args:
            place: The state of that file.
            is_into_file: Whether it was written into the very file that was open.
        """
        assert self.path is not None  # only files can be replaced
        if is_into_file and not self._strangers_in_file():
            return self._take_up_in_a_file_of_its_own(place)
        if not is_log_header(header_of(self.path, "opened")):
            self._unsound = place
            return False
        fresh = type(self).open(self.path)
        is_sound = False
        try:
            is_sound = not fresh.complaints()
            if is_sound and self._saved_here:
                self._keep_aside_what_is_not_in(fresh)
        finally:
            if not is_sound:
                self._unsound = place
                fresh.close()
        if is_sound:
            self._go_on_with(fresh)
            self._whole = None  # even if sound, it may be half of another copy
        return is_sound

    def _strangers_in_file(self) -> Strangers:
        _, applied = schema_steps(self._connection, STEPS)
        return strangers_in(self._connection, applied, STEPS)

    def _take_up_in_a_file_of_its_own(self, place: FileState) -> bool:
        """Copy what another program wrote into the file to a new file, and use that.

        The other program may still be writing into the old one.
        """
        assert self.path is not None  # only into a file can others write
        with closing(type(self).copied(self.path)) as theirs:
            if theirs.complaints():
                self._unsound = place
                return False
            image = theirs.image().data
            self._keep_aside_what_is_not_in(theirs)
        self._settle(image, place)
        # Parts of it may come from this window, so the stamp alone cannot tell what it lacks.
        self.lacks_saved = bool(self.saved_here()[0])
        return True

    def _keep_aside_what_is_not_in(self, theirs: Self) -> None:
        """Keep this log with the backups if another lacks more than what will be put back in it."""
        self._last_saved.keep_aside_what_is_not_in(theirs.known_keys() | self._saved_here.keys)

    def _is_as_saved(self, place: FileState) -> bool:
        """Tell whether only the times of the file changed, while its bytes are those saved last."""
        if not self._last_saved.is_of(self._stamp):
            return False
        if not self._last_saved.is_in(self._image_on_disk()):
            return False
        self._place = self._whole = place
        return True

    def _prove(self) -> None:
        """Compare the file with what was saved in it, once per save, and part from it if needed.

        Raises:
            TrackerError: If that failed; it will be tried again.
        """
        if self.path is None or not self._last_saved.is_to_be_proved:
            return
        place = FileState.of(self.path)
        if place is None or self._place is None or not place.is_same_file(self._place):
            return
        is_spoilt = self._last_saved.is_spoilt_in(
            self._image_on_disk(), is_touched=place != self._place
        )
        if is_spoilt and not self._has_parted_from(place):
            self._last_saved.forget()
            self._last_saved.need_no_proof()

    def comparing(self) -> Generator[float, None, Proof] | None:
        """Return the work of comparing a large log with what was saved in it, for a thread.

        Returns:
            A generator whose result is for ``note_compared``; None if there is nothing to do now.
        """
        saved = self._last_saved
        if self.path is None or not saved.is_for_a_thread:
            return None
        place = FileState.of(self.path)
        is_calm = place is not None and place == self._place and self._quietness.is_quiet(place)
        return saved.comparing() if is_calm and saved.is_to_be_proved else None

    def note_compared(self, proof: Proof) -> None:
        """Take the result of ``comparing``; a difference is looked at on the next ``catch_up``."""
        self._last_saved.note(proof)

    def _image_on_disk(self) -> bytes:
        """Read the file as it is at one moment; empty if it is no longer a log."""
        with self._never_waiting():
            self._connection.execute("PRAGMA shrink_memory").fetchall()
            try:
                self._connection.execute("BEGIN")
                self._connection.execute("SELECT 1 FROM sqlite_master").fetchone()
                return self._connection.serialize()
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                return b""
            finally:
                self._connection.rollback()

    def part_from_damage(self) -> bool:
        """Continue with what was saved if another program has made the file unreadable.

        Returns:
            Whether that was the case, and it worked.
        """
        place = None if self.path is None else FileState.of(self.path)
        if place is None or self._place is None or not place.is_same_file(self._place):
            return False
        try:
            return place.content != self._place.content and self._has_parted_from(place)
        except (sqlite3.Error, OSError, TrackerError):
            return False  # nothing changed; the damage will be reported

    def _has_parted_from(self, place: FileState) -> bool:
        """Continue with what was saved, in a file of its own, if that is known to be complete.

        Raises:
            TrackerError: If it failed; everything is then as it was.
        """
        if not self._last_saved.is_whole():
            return False
        self._settle(self._last_saved.image(), place)
        self.has_parted = True
        return True

    def _settle(self, image: bytes, place: FileState) -> None:
        """Put a log in a new file, in the place of one that another program wrote into.

        The old file is kept with the backups, as a hard link where the disk supports it, so that
        whatever is still written into it goes there.

        Args:
            image: The log.
            place: The state in which the old file was seen.

        Raises:
            TrackerError: If it failed; everything is then as it was.
        """
        assert self.path is not None  # only into a file can others write
        with in_words(self.path, "saved"), self._never_waiting():
            try:
                self._connection.execute("BEGIN IMMEDIATE")  # no other window can write now
            except sqlite3.DatabaseError as error:
                if not is_damage(error):  # a half-written file cannot be locked
                    raise
        try:
            now = FileState.of(self.path)
            if now is None or not now.is_same_file(place):
                raise self._written_over()
            with in_words(self.path, "saved"), working_folder(self.path) as folder:
                made = folder / self.path.name
                made.write_bytes(image)
                at = datetime.datetime.now().astimezone()
                replace(self.path, made, BackupKind.OTHER_COPY, at)
        finally:
            self._connection.rollback()
        self._go_on_with(type(self).open(self.path))
        self.lacks_saved = False
        self._keep_what_is_there()

    def _go_on_with(self, fresh: Self) -> None:
        before, lacked = self._place, self.lacks_saved
        newest = self._stamp.number_of(self._writer)
        mine = self._writer, self._writes, self._saved_here
        self._connection.close()
        self._last_saved.forget()
        vars(self).clear()  # no state of the old file may remain
        vars(self).update(vars(fresh))
        self._writer, self._writes, self._saved_here = mine
        if lacked or self._stamp.number_of(self._writer) < newest:
            assert self.path is not None  # # only files can be replaced
            # What Soleus itself put aside, as for a restore, was meant to be replaced.
            is_meant = before is not None and is_put_aside(self.path, *before.file[:2])
            self.lacks_saved = not is_meant

    def saved_here(self) -> tuple[tuple[Entry, ...], Past]:
        """Return what was saved through this object: entries, and what the log knows about them."""
        return self._saved_here.contents()

    def _was_written_to(self) -> bool:
        with self._never_waiting():
            before, self._version = self._version, self._version_now()
        return self._version != before

    @contextmanager
    def _never_waiting(self) -> Iterator[None]:
        """Do not wait for locks in this block, so that typing never stalls while others write."""
        self._connection.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {BUSY_S * 1000:.0f}")

    def _version_now(self) -> int:
        version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return version

    # Changing

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Run the block in one transaction; if it fails, nothing is written."""
        self._begin()
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise

    def _begin(self) -> None:
        # Drop SQLite's cached pages, because the file may be another by now.
        self._connection.execute("PRAGMA shrink_memory").fetchall()
        # IMMEDIATE waits for other writers; a transaction that started by reading would fail at
        # once.
        self._connection.execute("BEGIN IMMEDIATE")

    def apply(self, change: Change) -> Change:
        """Carry out a change in one transaction; when this returns, it is on disk.

        Returns:
            The change that undoes it, restoring entries and their edit times.

        Raises:
            TrackerError: If the disk fails, or an entry differs from the change's ``before``. The
                log is then as it was.
        """
        self._require_no_strangers()
        if not change:  # nothing to write
            return change
        before, after = self._applied(change)
        with suppress(TrackerError):  # it is saved already
            self._saved_here.note(change, after, self._found)
        return change.inverse_at(before)

    def put(self, change: Change) -> None:
        """Carry out a change like ``apply``, without a way to undo it; for logs about to be closed.

        Raises:
            TrackerError: As with ``apply``; the log is then as it was.
        """
        self._require_no_strangers()
        if change:
            self._applied(change, is_kept=False)

    def _require_no_strangers(self) -> None:
        if self.strangers:
            raise TrackerError(could_not_be(self.path, "saved", self.strangers.sentence))

    def _applied(self, change: Change, *, is_kept: bool = True) -> tuple[Past, Past]:
        """Carry out a change in one transaction; returns what ``_carry_out`` does."""
        try:
            with self._saving():
                return self._carry_out(change, is_kept=is_kept)
        except sqlite3.IntegrityError as error:
            # A bug of ours, unless others took the place or removed an entry referred to.
            if not (self._others_have_written or self._was_written_to()):
                if self.path is not None and self.complaints():
                    raise DamagedLogError(
                        could_not_be(self.path, "saved", DAMAGED), self.path
                    ) from error
                raise
            raise TrackerError(CHANGED_ELSEWHERE) from error

    @contextmanager
    def _saving(self) -> Iterator[None]:
        """Change the log as last seen, in one transaction that renews its stamp.

        Raises:
            TrackerError: If the file is another one by now, or the disk fails.
        """
        self._writes += 1
        with in_words(self.path, "saved"):
            stamp = self._begun().renewed(self._writer, self._writes)
            try:
                self._last_saved.record()
                yield
                stamp.write(self._connection)
                self._require_size()
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.rollback()
                self._last_saved.fail()
                raise
            finally:
                if self.path is not None:
                    self._place = self._whole = FileState.of(self.path)
        self._stamp = stamp
        self._last_saved.follow(stamp)

    def _begun(self) -> Stamp:
        """Begin to write, but not into a file another program wrote into; returns its stamp.

        Raises:
            TrackerError: As with ``_stamp_to_renew``, and if there is no sound state to continue
                with.
        """
        try:
            return self._begun_in_place()
        except (_WrittenOverError, DamagedLogError, sqlite3.DatabaseError) as error:
            place = None if self.path is None else FileState.of(self.path)
            is_seen = place == self._place and not isinstance(error, _WrittenOverError)
            if place is None or is_seen or not (is_damage(error) or self.complaints()):
                raise
            if self._last_saved.is_whole() and not self._quietness.is_quiet(place):
                raise self._written_over() from error
            if not self._has_parted_from(place):
                assert self.path is not None  # only files can be written into by others
                raise DamagedLogError(
                    could_not_be(self.path, "saved", DAMAGED), self.path
                ) from error
        return self._begun_in_place()

    def _written_over(self) -> TrackerError:
        return _WrittenOverError(could_not_be(self.path, "saved", _WRITTEN_OVER))

    def _begun_in_place(self) -> Stamp:
        self._begin()
        try:
            stamp = self._stamp_to_renew()
            self._keep(stamp)
        except BaseException:
            self._connection.rollback()
            raise
        return stamp

    def _keep_what_is_there(self) -> None:
        """Keep a copy of what the file holds, if it is still as last seen."""
        if self.path is None or self.strangers or self._place != FileState.of(self.path):
            return
        with suppress(sqlite3.Error), self._never_waiting():
            self._connection.execute("BEGIN")
            try:
                stamp = Stamp.read(self._connection)
                if stamp == self._stamp:
                    self._keep(stamp)
            finally:
                self._connection.rollback()

    def _keep(self, stamp: Stamp) -> None:
        """Make sure that a copy of the file's contents is kept, within the current transaction.

        Args:
            stamp: Stamp of the file's contents.

        Raises:
            TrackerError: If the file changed and is not complete.
        """
        if not self._last_saved.keep(stamp):
            raise self._written_over()

    def _require_size(self) -> None:
        """Refuse to save a log too large to be opened again.

        Raises:
            TrackerError: If the log would become too large.
        """
        (size,) = self._connection.execute(
            "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
        ).fetchone()
        complaint = complaint_about_size(self.path or worded("The log"), size, "saved")
        if complaint:
            raise TrackerError(complaint)

    def _stamp_to_renew(self) -> Stamp:
        """Read the stamp of the file about to be written to.

        Raises:
            TrackerError: If it is neither the log last seen nor that log changed through SQLite.
        """
        # Look at the file first: anything written after that shows the next time.
        place = None if self.path is None else FileState.of(self.path)
        with reading(self.path):
            stamp = Stamp.read(self._connection)
        if self.path is None:
            return stamp
        seen = self._place
        if seen is None or place is None or not seen.is_same_file(place):
            return stamp  # SQLite itself refuses to write to a file that was moved away
        by_sqlite = self._version_now() != self._version
        is_later = by_sqlite and stamp.is_later_than(self._stamp)
        # If it changed but its stamp did not, it may be half of another copy.
        if not (is_later or (place.content == seen.content and stamp == self._stamp)):
            self._place = seen.out_of_date()
            raise self._written_over()
        # No window writes now, because we hold SQLite's lock; but other programs ignore it.
        if place != self._whole and not self._quietness.comes(self.path, place):
            raise self._written_over()
        return stamp

    def remember_words(self, words: Sequence[FileWord]) -> None:
        """Remember what words of other programs' files mean; when this returns, it is on disk.

        Does nothing if the log can only be read.

        Raises:
            TrackerError: If the disk fails.
        """
        if self.strangers:
            return
        known = set(self.file_words())
        new = [each for each in words if each not in known]
        if new:
            with self._saving():
                put_words(self._connection, new)

    def note_joined(self, now: datetime.datetime) -> None:
        """Note that a copy was merged into the log, so that deletions stay remembered longer."""
        with self._saving():
            self._db.table("joined").upsert(
                {"id": 1, "at": text_of_edit_time(later_than(now))}, pk="id"
            )

    def image(self) -> Image:
        """Return the whole log as it is now, for a copy; works even if the file is gone.

        It takes about half a millisecond per megabyte.
        """
        with reading(self.path):
            counts = row_counts(self._connection)
            return Image(self._connection.serialize(), counts, self.path)

    def complaints(self) -> list[str]:
        """Check the whole log: SQLite's own checks, then every row read as an entry.

        Returns:
            What is wrong, a sentence each; empty for a sound log.
        """
        told = [self.strangers.sentence] if self.strangers else []
        with in_words(self.path, "examined"):
            try:
                return told + complaints_of(self._connection)
            except sqlite3.OperationalError as error:
                if not (told and is_of_schema(error)):
                    raise
                return told  # what is foreign cannot even be examined here
