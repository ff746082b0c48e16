"""One window per log: starting the program on a log already shown brings up that window."""

import os
import time
from pathlib import Path
from typing import Final

from PySide6 import QtCore
from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

from tracker import TrackerError

# Wait before a window counts as hanging; it listens from a second after its start.
ANSWER_S: Final = 3.0
_PAUSE_S: Final = 0.02
# The desktop's token for coming to the front, under Wayland and X.
TOKEN: Final = "XDG_ACTIVATION_TOKEN"


class ShownElsewhereError(TrackerError):
    """The log is shown by another window, which has come to the front."""


def _name_of(log: Path) -> str:
    """Return the name of a log's lock; uses Qt, because hashlib would load all of OpenSSL."""
    sha256 = QCryptographicHash.Algorithm.Sha256
    summed = QCryptographicHash.hash(os.fsencode(os.path.realpath(log)), sha256)
    return bytes(summed.data()).hex()[:32]


class OneWindow(QObject):
    """Locks the log that is shown, and hears when another start asks for it.

    A lock file with the process id tells who shows a log; a file beside it asks for the log. Both
    are in a folder of the user's, so no network is needed, and locks left by a crash are
    recognised.

    Args:
        folder: The folder for locks, made if missing.

    Signals:
        asked: Another start asks for the log shown: the desktop's token for coming to the front,
            possibly empty, and the plan to show there, or None.
    """

    asked = Signal(str, object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._name = ""  # lock name of the log held
        self._lock: QLockFile | None = None
        self.plan: Path | None = None  # the plan this start wants to show
        self._watcher: QtCore.QFileSystemWatcher | None = None

    def take(self, log: Path) -> None:
        """Lock a log, in place of the one held before.

        Raises:
            ShownElsewhereError: If another window of this user shows it and has answered.
        """
        name = _name_of(log)
        if name == self._name:
            return
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:  # without a place for locks, show the log anyway
            return
        lock = QLockFile(str(self._folder / f"{name}.lock"))
        # Judged by its process only, because a window may be open for weeks.
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            if lock.error() is QLockFile.LockError.LockFailedError and self._is_answered(name):
                raise ShownElsewhereError(
                    self.tr("{} is open in another window, which has come to the front.").format(
                        log
                    )
                )
            return
        self.let_go()
        self._name, self._lock = name, lock

    def let_go(self) -> None:
        """Release the log held."""
        if self._lock is not None:
            self._lock.unlock()
        self._name, self._lock = "", None

    def listen(self) -> None:
        """Listen for others asking for the log, including those who asked already."""
        if self._watcher is None and self._folder.is_dir():
            self._watcher = QtCore.QFileSystemWatcher([str(self._folder)], self)
            self._watcher.directoryChanged.connect(self._on_watcher_directory_changed)
        self._answer()

    def _is_answered(self, name: str) -> bool:
        question = self._question(name)
        unread = question.with_suffix(f".{os.getpid()}")
        try:
            asking = [os.environ.get(TOKEN, ""), "" if self.plan is None else self.plan.absolute()]
            unread.write_bytes(b"\n".join(map(os.fsencode, asking)))
            unread.replace(question)  # atomically, or it could be read half written
        except OSError:
            unread.unlink(missing_ok=True)
            return False
        end = time.monotonic() + ANSWER_S
        while question.exists():
            if time.monotonic() > end:
                question.unlink(missing_ok=True)
                return False
            time.sleep(_PAUSE_S)
        return True

    def _question(self, name: str) -> Path:
        return self._folder / f"{name}.asked"

    def _on_watcher_directory_changed(self, _folder: str) -> None:
        self._answer()

    def _answer(self) -> None:
        if not self._name:
            return
        question = self._question(self._name)
        try:
            token, _, plan = question.read_bytes().partition(b"\n")
            question.unlink()
        except OSError:  # nobody is asking, or no longer
            return
        self.asked.emit(os.fsdecode(token), Path(os.fsdecode(plan)) if plan else None)
