"""When the open log is backed up: once a day after a quiet while, and on request."""

import datetime
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from tracker import TrackerError
from tracker.app.job import Job
from tracker.app.logbook import Logbook
from tracker.disk import require_writable_target
from tracker.storage.backup import backing_up, copying, due_day
from tracker.worded import worded

# After the window appears, for changes made just before the program last ended.
START_MS: Final = 10_000
# After the last change: longer than a rest, so that the session is complete.
QUIET_MS: Final = 300_000


class Backups(QObject):
    """Makes copies of the open log in threads of their own, so that typing never waits for them.

    Args:
        logbook: The open log; one in memory is copied only when asked.
        now: The clock, giving the current instant with the runner's offset.

    Signals:
        copied: The file of a copy made on request.
        failed: Why a copy could not be made. For daily copies, only the first failure until one
            succeeds again.
    """

    copied = Signal(Path)
    failed = Signal(object)

    def __init__(
        self,
        logbook: Logbook,
        now: Callable[[], datetime.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._now = now
        self._jobs: dict[Job, bool] = {}  # whether each was requested
        self._has_failed = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self.back_up_if_due)
        if logbook.database.path is not None:
            self._quiet.start(START_MS)
            logbook.changed.connect(self._on_logbook_changed)

    @property
    def is_working(self) -> bool:
        """Whether a copy is being made."""
        return bool(self._jobs)

    def back_up_if_due(self) -> None:
        """Make the day's backup, if the log has changed and there is none yet."""
        log = self._logbook.database.path
        day = None if log is None or self._jobs else due_day(log, self._now())
        if log is None or day is None:
            return
        self._start(backing_up(log, day), is_asked=False)

    def copy_to(self, target: Path) -> None:
        """Make a copy of the log as it is now; ``copied`` or ``failed`` follows.

        Raises:
            TrackerError: If the log cannot be read, or would be overwritten.
        """
        database = self._logbook.database
        if database.path is not None and target.resolve() == database.path.resolve():
            raise TrackerError(
                worded("{} is the log itself: choose another place for its copy.", target)
            )
        require_writable_target(target, by_name=False)
        self._start(copying(database.image(), target), is_asked=True)

    def stop(self) -> None:
        """Abandon unfinished copies, leaving nothing behind."""
        self._quiet.stop()
        for job in list(self._jobs):
            job.cancel()
            self._end(job)

    def _start(self, steps: Generator[float, None, Path], *, is_asked: bool) -> None:
        job = Job(steps, self)
        self._jobs[job] = is_asked
        job.finished.connect(self._on_job_finished)
        job.failed.connect(self._on_job_failed)
        job.start()

    def _end(self, job: Job) -> bool:
        """Remove a job, and tell whether the runner had requested it."""
        job.wait()
        job.deleteLater()
        return self._jobs.pop(job)

    def _tell(self, error: TrackerError) -> None:
        has_failed, self._has_failed = self._has_failed, True
        if not has_failed:
            self.failed.emit(error)

    def _on_logbook_changed(self) -> None:
        self._quiet.start(QUIET_MS)

    def _on_job_finished(self, made: Path) -> None:
        job = self.sender()
        if job not in self._jobs:  # it was abandoned, but too late
            return
        assert isinstance(job, Job)
        if self._end(job):
            self.copied.emit(made)
        else:
            self._has_failed = False

    def _on_job_failed(self, error: Exception) -> None:
        job = self.sender()
        if job not in self._jobs:
            return
        assert isinstance(job, Job)
        is_asked = self._end(job)
        if not isinstance(error, TrackerError):
            raise error
        if is_asked:
            self.failed.emit(error)
        else:
            self._tell(error)
