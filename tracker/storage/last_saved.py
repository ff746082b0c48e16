"""The log as it was last saved, to compare with the file and to continue with.

``Database`` looks at the file and decides what to do about it. This module knows whether what was
found there is what was saved, and whether what was saved can take its place.
"""

import datetime
import sqlite3
from collections.abc import Generator, Set
from contextlib import closing, suppress
from io import FileIO
from pathlib import Path
from typing import Final, NamedTuple

from tracker.disk import made_beside
from tracker.domain.change import Key
from tracker.storage.backup import BackupKind, made_folder, name_of_copy
from tracker.storage.kept_image import KeptImage, Recorder, Statement, has_bytes
from tracker.storage.opening import opened_to_read
from tracker.storage.stamp import Stamp

FEW: Final = 300  # rows of changes that wait, as of a hundred sets: a hundredth of a second's work


class Proof(NamedTuple):
    """The result of comparing a log's file with what was saved in it, done in a thread.

    Args:
        stamp: Stamp of what was saved.
        is_same: Whether the file has exactly those bytes.
    """

    stamp: Stamp
    is_same: bool


def _comparing(log: Path, kept: FileIO, stamp: Stamp) -> Generator[float, None, Proof]:
    yield 0.0
    is_same = False
    # Without a lock, so that no writer has to wait; after a write the stamp differs anyway.
    with kept, suppress(sqlite3.Error, OSError):
        with closing(opened_to_read(log, is_settled=True)) as connection:
            image = connection.serialize()
        yield 0.5
        is_same = has_bytes(kept, image)
    return Proof(stamp, is_same)


class LastSaved:
    """The log as it was last committed, if known.

    A commit is repeated in the cached image only when the image is used, so that showing a set
    never waits for it.

    Args:
        connection: The connection to the log's file.
        path: That file; None for a log in memory, for which nothing is kept.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection = connection
        self._path = path
        self._image: KeptImage | None = None
        self._waiting: list[tuple[list[Statement], int]] = []  # committed, not yet in the image
        self._stamp = Stamp()  # stamp of the image plus the waiting statements
        self._is_proved = True  # whether the file was found to equal it
        self._has_differed = False  # in a thread; compare again outside it

    # During a change

    def keep(self, stamp: Stamp) -> bool:
        """Copy the contents of the file, if they are not known yet or another window wrote to it.

        Args:
            stamp: Stamp of the file's contents, in the current transaction.

        Returns:
            False if known contents would be replaced by incomplete ones, which is not done.
        """
        if self._path is None or self.is_of(stamp):
            return True
        image = KeptImage(self._connection.serialize(), self._path)
        if self._image is not None and not image.is_whole():
            image.close()
            return False
        self.forget()
        self._image, self._stamp = image, stamp
        return True

    def record(self) -> None:
        """Start recording the statements of a change."""
        if isinstance(self._connection, Recorder):
            self._connection.record()

    def follow(self, stamp: Stamp) -> None:
        """Remember the change that was committed; small ones are repeated in the image later.

        Args:
            stamp: Stamp of the log after the change.
        """
        recorder = self._connection
        recorded = recorder.recorded() if isinstance(recorder, Recorder) else None
        if self._image is None or recorded is None:
            self.forget()
        else:
            self._waiting.append(recorded)
            if sum(rows for _, rows in self._waiting) > FEW:
                self._up_to_date()
        self._stamp = stamp
        self._is_proved = self._image is None
        self._has_differed = False

    def _up_to_date(self) -> KeptImage | None:
        """Apply the waiting statements to the image, and return it; None if that fails."""
        waiting, self._waiting = self._waiting, []
        if self._image is not None and not all(self._image.follow(*each) for each in waiting):
            self.forget()
        return self._image

    def fail(self) -> None:
        """Forget the recording and the known contents: a change failed at an unknown point."""
        if isinstance(self._connection, Recorder):
            self._connection.recorded()
        self.forget()

    def forget(self) -> None:
        """Discard the known contents of the file."""
        image, self._image = self._image, None
        self._waiting.clear()
        if image is not None:
            image.close()

    # Comparing with the file on disk

    @property
    def is_to_be_proved(self) -> bool:
        """Whether there is a known change with which the file has not been compared yet."""
        return not self._is_proved and self._up_to_date() is not None

    @property
    def is_for_a_thread(self) -> bool:
        """Whether comparing takes so long that typing would stall."""
        return self._image is not None and self._image.is_large and not self._has_differed

    def comparing(self) -> Generator[float, None, Proof]:
        """Return the work of comparing the file with the known contents, for a thread."""
        known = self._up_to_date()
        assert known is not None  # the caller checked ``is_to_be_proved``
        assert self._path is not None
        return _comparing(self._path, known.file(), self._stamp)

    def note(self, proof: Proof) -> None:
        """Note the result of ``comparing``, unless the log was changed since."""
        if self.is_of(proof.stamp):
            self._is_proved |= proof.is_same
            self._has_differed = not proof.is_same

    def is_of(self, stamp: Stamp) -> bool:
        """Tell whether the contents of the log with this stamp are known."""
        return self._image is not None and self._stamp == stamp

    def need_no_proof(self) -> None:
        """Stop comparing: another window has written, or there is nothing to continue with."""
        self._is_proved = True

    def is_in(self, image: bytes) -> bool:
        """Tell whether a file equals the known contents byte for byte, and if so note that."""
        known = self._up_to_date()
        is_same = known is not None and known.is_same_as(image)
        self._is_proved |= is_same
        return is_same

    def is_spoilt_in(self, image: bytes, *, is_touched: bool) -> bool:
        """Tell whether a file is neither the known contents, nor the same, nor a later whole copy.

        Of such a copy, what it lacks is kept with the backups, and nothing is known any more.

        Args:
            image: The bytes of the file.
            is_touched: Whether it was written to after this was saved, as far as the disk tells.

        Returns:
            Whether it is neither that, nor what is known, nor says the same.
        """
        known = self._up_to_date()
        assert known is not None  # otherwise there is nothing to compare
        if not self.is_in(image):
            if self._is_followed_by(image, is_touched=is_touched):
                with closing(KeptImage(image)) as theirs:
                    self.keep_aside_what_is_not_in(theirs.keys())
            elif not known.says_the_same_as(image):
                return True
            self.forget()
            self._is_proved = True
        return False

    def _is_followed_by(self, image: bytes, *, is_touched: bool) -> bool:
        """Tell whether a file is complete and was written after the known contents."""
        with closing(KeptImage(image)) as theirs, suppress(sqlite3.DatabaseError):
            stamp = theirs.stamp()  # fails for a file that is no longer a log
            return (is_touched or stamp.is_later_than(self._stamp)) and theirs.is_whole()
        return False

    # Continuing with it, or putting it aside

    def is_whole(self) -> bool:
        """Tell whether complete contents are known, to continue with if the file is unusable."""
        known = self._up_to_date()
        return known is not None and known.is_whole()

    def image(self) -> bytes:
        """Return the bytes of the known contents."""
        known = self._up_to_date()
        assert known is not None  # the caller checked ``is_whole``
        return known.image()

    def keep_aside_what_is_not_in(self, theirs: Set[Key]) -> Path | None:
        """Save the known contents with the backups, if a copy about to replace them lacks entries.

        Args:
            theirs: The entries that the copy has or remembers.

        Returns:
            The file; None if there was nothing to keep.

        Raises:
            TrackerError: If it could not be written.
        """
        known = self._up_to_date()
        if known is None or known.keys() <= theirs:
            return None
        assert self._path is not None  # nothing is kept for a log in memory
        folder, now = made_folder(self._path), datetime.datetime.now().astimezone()
        while (copy := folder / name_of_copy(self._path, BackupKind.OTHER_COPY, now)).exists():
            now += datetime.timedelta(seconds=1)
        with made_beside(copy) as beside:
            beside.write_bytes(known.image())
        return copy
