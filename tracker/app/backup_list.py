"""The copies of a log and what each contains, found out one by one."""

import datetime
from collections.abc import Generator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tracker import TrackerError
from tracker.app.job import Job
from tracker.disk import require_readable_size
from tracker.storage.backup import Backup, backups_of
from tracker.storage.checking import Flaw, Holdings, look_into


class BackupList(QObject):
    """Lists the copies of a log and examines them in a thread.

    Args:
        log: The log, which is not touched.

    Signals:
        looked: Index in the list of the copy just examined.
    """

    looked = Signal(int)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.backups: list[Backup] = backups_of(log)
        self.holdings: list[Holdings | None] = [None] * len(self.backups)
        self._job: Job | None = None

    @property
    def is_working(self) -> bool:
        """Whether there are copies still to be examined."""
        return self._job is not None

    def start(self) -> None:
        """Start examining the copies, newest first."""
        # Separate lists, because an abandoned job may still be working on its last file.
        self.holdings = list(self.holdings)
        steps = _looking([backup.path for backup in self.backups], self.holdings)
        self._job = Job(steps, self, only_reads=True)
        self._job.progressed.connect(self._on_job_progressed)
        self._job.finished.connect(self._on_job_finished)
        self._job.start()

    def choose(self, path: Path) -> None:
        """Put any file first in the list and examine it, then continue with the others.

        Raises:
            TrackerError: If it cannot be read.
        """
        require_readable_size(path)
        self.stop()
        changed = datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC)
        self.backups.insert(0, Backup(path, changed.astimezone(), None))
        self.holdings.insert(0, None)
        self.start()

    def stop(self) -> None:
        """Stop examining."""
        job, self._job = self._job, None
        if job is not None:
            job.leave()

    def _on_job_progressed(self, fraction: float) -> None:
        if self.sender() is self._job:  # not an abandoned one
            self.looked.emit(round(fraction * len(self.backups)) - 1)

    def _on_job_finished(self) -> None:
        if self.sender() is self._job:
            self.stop()


def _looking(
    paths: Sequence[Path], holdings: list[Holdings | None]
) -> Generator[float, None, None]:
    """Examine those files not examined yet, storing the results at their indices."""
    for place, path in enumerate(paths):
        if holdings[place] is None:
            holdings[place] = _looked_into(path)
        yield (place + 1) / len(paths)


def _looked_into(path: Path) -> Holdings:
    """Examine a file; if it cannot be read, the result says so."""
    try:
        return look_into(path)
    except TrackerError:
        return Holdings(flaw=Flaw.UNREADABLE)
