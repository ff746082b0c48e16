"""Long work off the GUI thread: a generator that yields its progress."""

import threading
from collections.abc import Generator
from typing import Any, ClassVar, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from tracker.storage.opening import asked_to_end

PATIENCE_S: Final = 1.0  # how long to wait for work that only reads, when the program ends


class Job(QObject):
    """Runs a generator in its own thread; it must never touch a widget.

    A connection belongs to the thread that opened it, and the open log's to the GUI thread. So the
    generator works on frozen values, or on connections it opens itself, read-only or to a copy.
    SQLite refuses any other use.

    Connect the signals to methods of QObjects, which are then called in the GUI thread. If the
    program quits meanwhile, it cancels the job and waits for its last step; but for a job that only
    reads it does not wait long, because on a disk that hangs the step may never end.

    Args:
        steps: Yields the fraction done, 0 to 1, at least every 50 ms; returns the result.
        only_reads: Whether nothing is lost if it is abandoned in the middle of a step.

    Signals:
        progressed: The fraction done.
        finished: The result.
        failed: The exception that ended it; a TrackerError is a fault outside the program.
        cancelled: It was stopped before its end, and left nothing behind.
    """

    progressed = Signal(float)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    # Abandoned jobs, kept until their threads end, because these still use them.
    _left: ClassVar[list["Job"]] = []

    def __init__(
        self,
        steps: Generator[float, None, Any],
        parent: QObject | None = None,
        *,
        only_reads: bool = False,
    ) -> None:
        super().__init__(parent)
        self._steps = steps
        self._only_reads = only_reads
        self._is_unwanted = threading.Event()
        # Not a daemon if it writes, so that the program waits for its file.
        self._thread = threading.Thread(target=self._run, name="job", daemon=only_reads)

    @property
    def is_running(self) -> bool:
        """Whether its thread has started and not ended."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Start it; call this once, while the application exists."""
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self._on_application_about_to_quit)
        self._thread.start()

    def cancel(self) -> None:
        """Ask it to stop; ``cancelled`` follows, or ``finished`` if it was too late."""
        self._is_unwanted.set()

    def leave(self) -> None:
        """Cancel a job that only reads, without waiting for it or hearing of its end."""
        assert self._only_reads, "what is being written must be waited for"
        self.cancel()
        self.blockSignals(True)
        Job._left = [each for each in Job._left if each.is_running]
        if self.is_running:
            self.setParent(None)
            Job._left.append(self)
        else:
            self.deleteLater()

    def wait(self) -> None:
        """Wait until the thread has ended; signals it has sent stay queued."""
        self._thread.join()

    def _on_application_about_to_quit(self) -> None:
        # The thread must not outlive the objects its signals belong to.
        self.cancel()
        self._thread.join(PATIENCE_S if self._only_reads else None)

    def _run(self) -> None:
        asked_to_end.set(self._is_unwanted.is_set)
        try:
            self._take_steps()
        except RuntimeError:
            if isValid(self):
                raise  # otherwise its owner is gone, and nobody is left to be told

    def _take_steps(self) -> None:
        try:
            while not self._is_unwanted.is_set():
                self.progressed.emit(next(self._steps))
            self._steps.close()
            self.cancelled.emit()
        except StopIteration as end:
            self.finished.emit(end.value)
        except Exception as error:  # noqa: BLE001 - the GUI thread must hear of any error
            self.failed.emit(error)
