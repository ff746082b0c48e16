"""The log as it was saved last: the file is compared with it, and it is gone on with.

Whoever has the log open looks at the file and decides what becomes of it; here is known whether
what was found there is what was saved, and whether what was saved can take its place.
"""

import datetime
import sqlite3
from collections.abc import Generator, Set
from contextlib import closing, suppress
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from tracker.disk import made_beside
from tracker.domain.change import Key
from tracker.storage.backup import BackupKind, made_folder, name_of_copy
from tracker.storage.kept_image import KeptImage, Recorder, has_bytes
from tracker.storage.opening import opened_to_read
from tracker.storage.stamp import Stamp


class Proof(NamedTuple):
    """What came of comparing a log's file with what was saved in it, apart from the window.

    Args:
        stamp: Of what was saved.
        is_same: Whether the file is that, byte for byte.
    """

    stamp: Stamp
    is_same: bool


def _comparing(log: Path, kept: FileIO, stamp: Stamp) -> Generator[float, None, Proof]:
    yield 0.0
    is_same = False
    # Without a lock, so that nobody who writes waits: what is written meanwhile is another log.
    with kept, suppress(sqlite3.Error, OSError):
        with closing(opened_to_read(log, is_settled=True)) as connection:
            image = connection.serialize()
        yield 0.5
        is_same = has_bytes(kept, image)
    return Proof(stamp, is_same)


class LastSaved:
    """The log as it was committed last, where that is known.

    Args:
        connection: To the log's file.
        path: That file; None for a log in memory, of which nothing is ever known here.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection = connection
        self._path = path
        self._image: KeptImage | None = None
        self._stamp = Stamp()  # of that
        self._is_proved = True  # whether the file was compared with it since
        self._has_differed = False  # in a thread: it is to be looked at here

    # While a change is made

    def keep(self, stamp: Stamp) -> bool:
        """Take from the file what it holds, where that is not known, or another window wrote.

        Args:
            stamp: Of what the file holds, in the transaction under way.

        Returns:
            Whether it could be gone on with: not where what is known would give way to what is not
            whole.
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
        """Remember by what the change is made that begins now."""
        if isinstance(self._connection, Recorder):
            self._connection.record()

    def follow(self, stamp: Stamp) -> None:
        """Do to what is kept what was committed.

        Args:
            stamp: Of the log since.
        """
        recorder = self._connection
        recorded = recorder.recorded() if isinstance(recorder, Recorder) else None
        if self._image is None or recorded is None or not self._image.follow(*recorded):
            self.forget()
        self._stamp = stamp
        self._is_proved = self._image is None
        self._has_differed = False

    def fail(self) -> None:
        """Forget what was recorded and all that is known: a change failed, whoever knows when."""
        if isinstance(self._connection, Recorder):
            self._connection.recorded()
        self.forget()

    def forget(self) -> None:
        """Know no more what the file holds, and let go of it."""
        image, self._image = self._image, None
        if image is not None:
            image.close()

    # Compared with what lies on the disk

    @property
    def is_to_be_proved(self) -> bool:
        """Whether a change is known with which the file was not compared yet."""
        return self._image is not None and not self._is_proved

    @property
    def is_for_a_thread(self) -> bool:
        """Whether it takes so long to compare the file that the keys would wait for it."""
        return self._image is not None and self._image.is_large and not self._has_differed

    def comparing(self) -> Generator[float, None, Proof]:
        """Give the work of comparing the file with what is known, for a thread."""
        assert self._image is not None  # who asks has asked whether it is for a thread
        assert self._path is not None
        return _comparing(self._path, self._image.file(), self._stamp)

    def note(self, proof: Proof) -> None:
        """Note what came of that, unless the log was changed since."""
        if self.is_of(proof.stamp):
            self._is_proved |= proof.is_same
            self._has_differed = not proof.is_same

    def is_of(self, stamp: Stamp) -> bool:
        """Tell whether what a log with this stamp holds is known."""
        return self._image is not None and self._stamp == stamp

    def need_no_proof(self) -> None:
        """Compare no more: another window has written since, or there is nothing to go on with."""
        self._is_proved = True

    def is_in(self, image: bytes) -> bool:
        """Tell whether a file is what is known, byte for byte; if so, that is proved."""
        is_same = self._image is not None and self._image.is_same_as(image)
        self._is_proved |= is_same
        return is_same

    def is_spoilt_in(self, image: bytes, *, is_touched: bool) -> bool:
        """Compare a file with what is known, which another copy may only follow, whole and later.

        Of such a copy, what it lacks is kept with the backups, and nothing is known any more.

        Args:
            image: The bytes of the file.
            is_touched: Whether it was written to after this was saved, as far as the disk tells.

        Returns:
            Whether it is neither that, nor what is known, nor says the same.
        """
        assert self._image is not None  # else there is nothing to compare
        if not self.is_in(image):
            if self._is_followed_by(image, is_touched=is_touched):
                with closing(KeptImage(image)) as theirs:
                    self.keep_aside_what_is_not_in(theirs.keys())
            elif not self._image.says_the_same_as(image):
                return True
            self.forget()
            self._is_proved = True
        return False

    def _is_followed_by(self, image: bytes, *, is_touched: bool) -> bool:
        """Tell whether a file is whole, and was written after what is known."""
        with closing(KeptImage(image)) as theirs, suppress(sqlite3.DatabaseError):
            stamp = theirs.stamp()  # what is no log any more has none
            return (is_touched or stamp.is_later_than(self._stamp)) and theirs.is_whole()
        return False

    # Gone on with, or put aside

    def is_whole(self) -> bool:
        """Tell whether there is what to go on with, where the file is of no more use."""
        return self._image is not None and self._image.is_whole()

    def image(self) -> bytes:
        """Give the bytes of the file that is known."""
        assert self._image is not None  # who asks has asked whether it is whole
        return self._image.image()

    def keep_aside_what_is_not_in(self, known: Set[Key]) -> None:
        """Put the log as it was with the backups, before a copy that lacks some takes its place.

        Args:
            known: The entries that the copy has, or knows of.

        Raises:
            TrackerError: If it could not be written.
        """
        if self._image is None or self._image.keys() <= known:
            return
        assert self._path is not None  # of a log in memory nothing is known
        folder, now = made_folder(self._path), datetime.datetime.now().astimezone()
        while (copy := folder / name_of_copy(self._path, BackupKind.OTHER_COPY, now)).exists():
            now += datetime.timedelta(seconds=1)
        with made_beside(copy) as beside:
            beside.write_bytes(self._image.image())
