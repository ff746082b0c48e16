"""The log file: opened safely, shared with others, changed by whole Changes."""

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
    require_readable_size,
    working_folder,
)
from tracker.domain.change import Change, Entry, Past, key_of
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
    drop_triggers,
    require_plain_tables,
    sentence_about,
    triggers_in,
)
from tracker.storage.writer import CHANGED_ELSEWHERE, LogWriter
from tracker.worded import worded

BUSY_S = 3.0
UPDATE_S = 30.0  # while another window brings the log up to date
_WRITTEN_OVER = worded(
    "another program writes to its file, or has put another one there. Try again"
)


class _WrittenOverError(TrackerError):
    """Another program writes into the file, or has written into it."""


class Database(LogWriter):
    """One open log; every method may raise TrackerError for a fault of the world.

    Args:
        connection: SQLite's connection, its schema up to date.
        path: The file, or None for a log in memory.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        super().__init__(connection, path)
        self._version = 0  # SQLite's count of what others wrote, as last seen
        self._others_have_written = False
        self._place: FileState | None = None  # as last seen; None where it is to be looked at anew
        self._unsound: FileState | None = None  # what was put there and cannot be taken up
        self._quietness = Quietness()  # of the file, since others wrote into it
        self._whole: FileState | None = None  # what this window wrote last, or opened
        self._stamp = Stamp()
        self._writer = random_writer()
        self._writes = 0  # counted where one failed, too: no two have one number
        self._saved_here = SavedHere()
        self.lacks_saved = False  # whether another copy took the log's place, without it
        self.triggers: list[str] = []  # of others: with any, the log can only be read
        self._last_saved = LastSaved(connection, path)
        self.has_parted = False  # from what another program wrote, until somebody was told

    def get_ready(self) -> None:
        """Do what a change needs, so that the first one does not wait for it."""
        _ = self._db
        self._keep_what_is_there()

    @classmethod
    def in_memory(cls) -> Self:
        """Make an empty log that vanishes with the program."""
        return cls._prepared(cls._empty(STEPS), None)

    @classmethod
    def _empty(cls, steps: Steps) -> sqlite3.Connection:
        """Give an empty log in memory that is up to date."""
        connection = sqlite3.connect(":memory:")
        connection.deserialize(cls._image_of_empty(steps))
        return connection

    @classmethod
    @cache
    def _image_of_empty(cls, _steps: Steps) -> bytes:
        """Give the file of a log that the steps make of nothing; once, for they take a while."""
        with closing(sqlite3.connect(":memory:")) as connection:
            database = cls(connection, None)
            database._prepare()
            return connection.serialize()

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
        real = Path(os.path.realpath(path))
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
            database.put(change)
        except BaseException:
            database.close()
            Path(os.path.realpath(path)).unlink()  # it was made just now and holds nothing
            raise
        database.close()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a log, bringing an older one up to date.

        Raises:
            TrackerError: If it is missing, not a log, larger than any, or of a later version; it
                stays untouched.
        """
        header = header_of(path, "opened")
        if not is_log_header(header):
            if has_backups(path):  # it was one, whatever became of it
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
        """Bring the schema up to date, then set what holds for this connection."""
        try:
            known, applied = schema_steps(self._connection, STEPS)
            if not applied - known:
                require_plain_tables(self._connection)
        except StrangerError as error:
            assert self.path is not None  # nobody else writes to a log in memory
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
        # A log whose history cannot be read must not be taken for a new one, nor for a later one.
        is_unclear = bool(applied - known) or (application_id == APPLICATION_ID and not applied)
        if self.path is not None and is_unclear:
            raise DamagedLogError(could_not_be(self.path, "opened", DAMAGED), self.path)
        if is_copy:
            drop_triggers(self._connection)
        self.triggers = triggers_in(self._connection)
        if self.triggers and known - applied:
            raise TrackerError(could_not_be(self.path, "opened", sentence_about(self.triggers)))
        # Durable before acknowledged; DELETE keeps the log one file that can be copied whole.
        for pragma in ("journal_mode = DELETE", "synchronous = EXTRA"):
            self._connection.execute(f"PRAGMA {pragma}").fetchall()
        if known - applied:
            self._bring_up_to_date(is_copy=is_copy)
        # After migrating: a migration may rebuild tables that others refer to.
        self._connection.execute("PRAGMA foreign_keys = ON")
        if self.triggers:
            self._connection.execute("PRAGMA query_only = ON")
        self._version = self._version_now()
        self._stamp = Stamp.read(self._connection)
        self._place = self._whole = None if self.path is None else FileState.of(self.path)

    def _bring_up_to_date(self, *, is_copy: bool) -> None:
        """Carry out the steps that a log lacks; where one fails, all is as it was.

        Raises:
            DamagedLogError: If the log is not what the steps noted in it have made.
        """
        copy: Path | None = None
        # Whoever else is doing the same just now copies the log and writes all of it anew.
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
                copy.unlink()  # it was made just now, of a log that is as it was
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
        assert self.path is not None  # a log in memory is never older than the program
        now = datetime.datetime.now().astimezone()
        while (
            copy := self.path.with_name(name_of_copy(self.path, BackupKind.BEFORE_UPDATE, now))
        ).exists():
            now += datetime.timedelta(seconds=1)
        # Made empty first, and so never shown to others.
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            # Not VACUUM INTO, which takes no name that is not UTF-8.
            # Whoever writes cannot be copied from; others can still read what was there before.
            with (
                closing(opened_to_read(self.path)) as source,
                closing(sqlite3.connect(copy)) as target,
            ):
                source.backup(target)
        except BaseException:
            copy.unlink()  # it was ours, and is not whole
            raise
        return copy

    def close(self) -> None:
        """Let go of the file, with what was saved in it."""
        with suppress(sqlite3.Error, TrackerError):
            self._prove()
        self._connection.close()
        self._last_saved.forget()

    # Shared with others

    def catch_up(self) -> bool:
        """Take in what others did to the file, never waiting for them.

        A sound log that was put in the place of the file or written into it, as programs do that
        synchronise folders, is taken up in its stead; ``lacks_saved`` tells whether something that
        was saved here is missing from it.

        Where another program's copy is not whole and does not become so, this log parts from it:
        it goes on in a file of its own, and the other is kept with the backups; ``has_parted``
        tells that.

        What was saved is compared with the file once nobody has written to it for a moment; of a
        large log that is the work of ``comparing``.

        Returns:
            Whether others have changed the log since this was asked last.
        """
        try:
            has_changed = self._look()
        except (sqlite3.Error, OSError, TrackerError):
            return False  # whoever reads or writes next is told
        self._others_have_written |= has_changed
        return has_changed

    def _look(self) -> bool:
        place = None if self.path is None else FileState.of(self.path)
        if self.path is None:
            return self._was_written_to()
        if place is None:
            return False
        is_same_file = self._place is not None and place.is_same_file(self._place)
        if place == self._unsound:
            return is_same_file and self._quietness.is_stuck(place) and self._has_parted_from(place)
        try:
            return self._look_at(place)
        except (sqlite3.DatabaseError, DamagedLogError) as error:
            if is_damage(error) and place != self._place:  # torn: more of it may come
                self._unsound = place
            raise

    def _look_at(self, place: FileState) -> bool:
        if self._place is None or not place.is_same_file(self._place):
            return self._take_up(place)
        is_as_large_and_old = place.content == self._place.content
        if place.file != self._place.file and is_as_large_and_old:  # its rights changed
            return self._take_up(place)
        by_sqlite = self._was_written_to()
        if place == self._place and not by_sqlite:
            if not self._last_saved.is_for_a_thread and self._quietness.is_quiet(place):
                self._prove()
            return False
        stamp = self._stamp_on_disk()
        if by_sqlite and stamp.is_later_than(self._stamp):  # another window's change
            self._stamp, self._place = stamp, place
            self._last_saved.need_no_proof()
            return True
        if is_as_large_and_old and stamp == self._stamp:  # got another name, say
            self._place = place
            return False
        if not self._quietness.is_quiet(place) or self._is_as_saved(place):
            return False
        return self._take_up(place, is_into_file=True)

    def _stamp_on_disk(self) -> Stamp:
        # SQLite may remember pages of another file, and not know it.
        with self._never_waiting():
            self._connection.execute("PRAGMA shrink_memory").fetchall()
            return Stamp.read(self._connection)

    def _take_up(self, place: FileState, *, is_into_file: bool = False) -> bool:
        """Go on with what lies in the place of the log by now, if that is a sound log.

        Args:
            place: How it looks.
            is_into_file: Whether it was written into the very file that was open.
        """
        assert self.path is not None  # only a file can be replaced
        if is_into_file and not triggers_in(self._connection):
            return self._take_up_in_a_file_of_its_own(place)
        fresh = type(self).open(self.path)
        is_sound = False
        try:
            is_sound = not fresh.complaints()
        finally:
            if not is_sound:
                self._unsound = place
                fresh.close()
        if is_sound:
            self._go_on_with(fresh)
            self._whole = None  # sound or not, it may be half of another copy
        return is_sound

    def _take_up_in_a_file_of_its_own(self, place: FileState) -> bool:
        """Go on with what another program wrote into the file, which it may still write into."""
        assert self.path is not None  # only into a file can others write
        with closing(type(self).copied(self.path)) as theirs:
            if theirs.complaints():
                self._unsound = place
                return False
            image = theirs.image().data
            known = {*theirs.edits(), *(each.key for each in theirs.memory())}
            known.update(key_of(each) for each in self.saved_here()[0])
            self._last_saved.keep_aside_what_is_not_in(known)
        self._settle(image, place)
        # Parts of it may be ours: the stamp alone does not tell what it lacks.
        self.lacks_saved = bool(self.saved_here()[0])
        return True

    def _is_as_saved(self, place: FileState) -> bool:
        """Tell whether nothing but the times of a file changed: it is then known to be the log."""
        if not self._last_saved.is_of(self._stamp):
            return False
        if not self._last_saved.is_in(self._image_on_disk()):
            return False
        self._place = self._whole = place
        return True

    def _prove(self) -> None:
        """Compare the file with what was saved in it, once after each time, and part if it must.

        Raises:
            TrackerError: If it could not be done; it is tried again.
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
        """Give the work of comparing a large log with what was saved in it, for a thread.

        Returns:
            What ``note_compared`` wants to know; None where there is nothing to do just now.
        """
        saved = self._last_saved
        if self.path is None or not (saved.is_to_be_proved and saved.is_for_a_thread):
            return None
        place = FileState.of(self.path)
        is_calm = place is not None and place == self._place and self._quietness.is_quiet(place)
        return saved.comparing() if is_calm else None

    def note_compared(self, proof: Proof) -> None:
        """Take what came of it: what differs is looked at when the log catches up."""
        self._last_saved.note(proof)

    def _image_on_disk(self) -> bytes:
        """Read the file as it is, at one moment; nothing where it is no log any more."""
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
        """Go on with what was saved, where another program has made the file unreadable.

        Returns:
            Whether it was that, and could be done.
        """
        place = None if self.path is None else FileState.of(self.path)
        if place is None or self._place is None or not place.is_same_file(self._place):
            return False
        try:
            return place.content != self._place.content and self._has_parted_from(place)
        except (sqlite3.Error, OSError, TrackerError):
            return False  # it is as it was, and told

    def _has_parted_from(self, place: FileState) -> bool:
        """Go on with what was saved, in a file of its own, where that is known to be whole.

        Raises:
            TrackerError: If it could not be done; all is then as it was.
        """
        if not self._last_saved.is_whole():
            return False
        self._settle(self._last_saved.image(), place)
        self.has_parted = True
        return True

    def _settle(self, image: bytes, place: FileState) -> None:
        """Put a log into a new file in the place of one into which another program wrote.

        That one is kept with the backups, by a second name where the disk has such: what is still
        written into it goes there.

        Args:
            image: The log.
            place: The file as it was seen.

        Raises:
            TrackerError: If it could not be done; all is then as it was.
        """
        assert self.path is not None  # only into a file can others write
        with in_words(self.path, "saved"), self._never_waiting():
            try:
                self._connection.execute("BEGIN IMMEDIATE")  # no other window writes meanwhile
            except sqlite3.DatabaseError as error:
                if not is_damage(error):  # what is torn has no locks
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
        vars(self).clear()  # nothing of the file before may stay
        vars(self).update(vars(fresh))
        self._writer, self._writes, self._saved_here = mine
        if lacked or self._stamp.number_of(self._writer) < newest:
            assert self.path is not None  # only a file can be replaced
            # What Soleus put aside, as for a restore, was meant to go.
            is_meant = before is not None and is_put_aside(self.path, *before.file[:2])
            self.lacks_saved = not is_meant

    def saved_here(self) -> tuple[tuple[Entry, ...], Past]:
        """Give what was saved through this object: entries, and what the log knew of them."""
        return self._saved_here.contents()

    def _was_written_to(self) -> bool:
        with self._never_waiting():
            before, self._version = self._version, self._version_now()
        return self._version != before

    @contextmanager
    def _never_waiting(self) -> Iterator[None]:
        """Look without stopping the keys for as long as another program writes."""
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
        """Carry out what follows in one transaction, or nothing of it."""
        self._begin()
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise

    def _begin(self) -> None:
        # Nothing is written by what SQLite remembers: the file may be another by now.
        self._connection.execute("PRAGMA shrink_memory").fetchall()
        # IMMEDIATE waits for other writers; what began by reading would be refused at once.
        self._connection.execute("BEGIN IMMEDIATE")

    def apply(self, change: Change) -> Change:
        """Carry out a change in one transaction; when this returns, it is on disk.

        Returns:
            The change that takes it back: entries and when they were last edited.

        Raises:
            TrackerError: If the disk fails, or an entry is no longer as the change found it. The
                log is then as it was.
        """
        self._require_no_triggers()
        if not change:  # which is no reason to write
            return change
        before, after = self._applied(change)
        with suppress(TrackerError):  # it is saved
            self._saved_here.note(change, after, self._found)
        return change.inverse_at(before)

    def put(self, change: Change) -> None:
        """Carry out a change as ``apply`` does, which nobody takes back: the log is closed then.

        Raises:
            TrackerError: As ``apply`` does; the log is then as it was.
        """
        self._require_no_triggers()
        if change:
            self._applied(change, is_kept=False)

    def _require_no_triggers(self) -> None:
        if self.triggers:
            raise TrackerError(could_not_be(self.path, "saved", sentence_about(self.triggers)))

    def _applied(self, change: Change, *, is_kept: bool = True) -> tuple[Past, Past]:
        """Carry out a change in one transaction; gives what ``_carry_out`` does."""
        try:
            with self._saving():
                return self._carry_out(change, is_kept=is_kept)
        except sqlite3.IntegrityError as error:
            # Our own fault, unless others filled the place or removed what is referred to.
            if not (self._others_have_written or self._was_written_to()):
                if self.path is not None and self.complaints():
                    raise DamagedLogError(
                        could_not_be(self.path, "saved", DAMAGED), self.path
                    ) from error
                raise
            raise TrackerError(CHANGED_ELSEWHERE) from error

    @contextmanager
    def _saving(self) -> Iterator[None]:
        """Change the log as it was seen last, in one transaction that renews its stamp.

        Raises:
            TrackerError: If it is another one by now, or the disk fails.
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
        """Begin to write, into no file that another program wrote into; give its stamp.

        Raises:
            TrackerError: As ``_stamp_to_renew``, and if there is nothing to go on with.
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
                assert self.path is not None  # into which another program wrote
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
        """Keep in memory what the file holds, where it still is what was seen last."""
        if self.path is None or self.triggers or self._place != FileState.of(self.path):
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
        """Know what the file holds, in the transaction under way.

        Args:
            stamp: Of what it holds.

        Raises:
            TrackerError: If another window wrote, and its change is half of another copy.
        """
        if not self._last_saved.keep(stamp):
            raise self._written_over()

    def _require_size(self) -> None:
        """Refuse to save what could not be opened any more.

        Raises:
            TrackerError: If the log would be larger than any.
        """
        (size,) = self._connection.execute(
            "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
        ).fetchone()
        complaint = complaint_about_size(self.path or worded("The log"), size, "saved")
        if complaint:
            raise TrackerError(complaint)

    def _stamp_to_renew(self) -> Stamp:
        """Read the stamp of the file that is about to be written to.

        Raises:
            TrackerError: If it is not the log that was seen last, nor what SQLite made of it.
        """
        # Looked at first: what is written after the look is seen at the next one.
        place = None if self.path is None else FileState.of(self.path)
        with reading(self.path):
            stamp = Stamp.read(self._connection)
        if self.path is None:
            return stamp
        seen = self._place
        if seen is None or place is None or not seen.is_same_file(place):
            return stamp  # SQLite refuses to write to what was moved away, in words of its own
        by_sqlite = self._version_now() != self._version
        is_later = by_sqlite and stamp.is_later_than(self._stamp)
        # Changed but for its stamp, it may be half of another copy.
        if not (is_later or (place.content == seen.content and stamp == self._stamp)):
            self._place = seen.out_of_date()
            raise self._written_over()
        # No window writes meanwhile: SQLite's lock is held, of which other programs know nothing.
        if place != self._whole and not self._quietness.comes(self.path, place):
            raise self._written_over()
        return stamp

    def remember_words(self, words: Sequence[FileWord]) -> None:
        """Remember what words of other programs' files mean; when this returns, it is on disk.

        Raises:
            TrackerError: If the disk fails, or the log can only be read.
        """
        if self.triggers:
            return
        known = set(self.file_words())
        new = [each for each in words if each not in known]
        if new:
            with self._saving():
                put_words(self._connection, new)

    def note_joined(self, now: datetime.datetime) -> None:
        """Note that a copy was joined to the log: deletions stay remembered for as long again."""
        with self._saving():
            self._db.table("joined").upsert({"id": 1, "at": text_of_edit_time(now)}, pk="id")

    def image(self) -> Image:
        """Take the whole log as it is now, for a copy; it can be taken of a file that is gone.

        It takes about half a millisecond a megabyte.
        """
        with reading(self.path):
            counts = row_counts(self._connection)
            return Image(self._connection.serialize(), counts, self.path)

    def complaints(self) -> list[str]:
        """Examine the whole log: SQLite's own checks, then every row read as an entry.

        Returns:
            What is wrong, a sentence each; empty for a sound log.
        """
        told = [sentence_about(self.triggers)] if self.triggers else []
        with in_words(self.path, "examined"):
            return told + complaints_of(self._connection)
