"""Looks for copies of the open log beside it, while the runner is idle."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from tracker import TrackerError
from tracker.app.job import Job
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.storage.conflict_copies import ConflictCopy, examining, put_away
from tracker.storage.stamp import FileState

QUIET_MS: Final = 1500  # after the log is opened, or its window comes to the front


class ConflictCopies(QObject):
    """Looks for copies in a thread, and reports the one with the most to merge.

    Args:
        logbook: The open log; one in memory has no copies.
        settings: Remembers which ones the runner does not want to hear about again.

    Signals:
        found: The ConflictCopy; None if there is none, or none any more.
    """

    found = Signal(object)

    def __init__(self, logbook: Logbook, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = logbook.database.path
        self._settings = settings
        self._job: Job | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.look)

    def look_soon(self) -> None:
        """Look once the program has been idle for a while."""
        if self._log is not None:
            self._quiet.start()

    def look(self) -> None:
        """Start looking; ``found`` follows."""
        if self._log is None or self._job is not None:
            return
        self._job = Job(examining(self._log, self._passed_over()), self)
        self._job.finished.connect(self._on_job_finished)
        self._job.failed.connect(self._on_job_failed)
        self._job.start()

    def _passed_over(self) -> set[tuple[Path, FileState]]:
        """Return the copies put aside that have not changed since."""
        looks = ((path, FileState.of(path), then) for path, then in self._settings.copies_put_aside)
        return {(path, now) for path, now, then in looks if now is not None and _look(now) == then}

    def put_aside(self, copy: ConflictCopy) -> None:
        """Do not report a copy again until it changes."""
        self._settings.put_copy_aside(copy.path, _look(copy.place))
        self.look()

    def put_away(self, copy: Path) -> None:
        """Move a copy that was merged to the log's backups.

        Raises:
            TrackerError: If it could not be moved; it then stays where it was.
        """
        assert self._log is not None  # the copy lay beside it
        put_away(self._log, copy)
        self.look()

    def stop(self) -> None:
        """Stop looking."""
        self._quiet.stop()
        self._drop_job()

    def _drop_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.wait()
            job.deleteLater()

    def _on_job_finished(self, copies: tuple[ConflictCopy, ...]) -> None:
        if self.sender() is self._job:
            self._drop_job()
            self.found.emit(next(iter(copies), None))

    def _on_job_failed(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        self._drop_job()
        # A TrackerError will also show where the log is used.
        if not isinstance(error, TrackerError):
            raise error


def _look(place: FileState) -> str:
    return " ".join(map(str, place.content))
