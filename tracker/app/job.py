"""Long work off the GUI thread: a generator that yields how far it is."""

import threading
from collections.abc import Generator
from typing import Any, ClassVar, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from tracker.storage.opening import asked_to_end

PATIENCE_S: Final = 1.0  # with what only reads, when the program ends


class Job(QObject):
    """Runs a generator in a thread of its own; it must never touch a widget.

    A connection belongs to the thread that opened it, and the open log's own to the GUI thread. So
    the generator works on frozen values, or on connections that it opens itself: read-only ones,
    or ones to a copy. SQLite refuses any other.

    Connect the signals to methods of QObjects: they are then called in the GUI thread. A program
    that quits meanwhile cancels the job and waits for its last step. That of a job which only reads
    may never come, on a disk that no longer answers: nobody waits for it.

    Args:
        steps: Yields the fraction done, 0 to 1, at least every 50 ms; returns the result.
        only_reads: Whether nothing is lost where it is left in the middle of a step.

    Signals:
        progressed: The fraction done.
        finished: The result.
        failed: The exception that ended it; a TrackerError is a fault of the world.
        cancelled: It was closed before its end, and has left nothing behind.
    """

    progressed = Signal(float)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    # Those left behind, until their threads have ended: these still hold on to them.
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
        # The program waits for a file that is being written, as it does not for a daemon.
        self._thread = threading.Thread(target=self._run, name="job", daemon=only_reads)

    @property
    def is_running(self) -> bool:
        """Whether its thread has begun, and has not ended."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin; call it once, while the application is there."""
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self._on_application_about_to_quit)
        self._thread.start()

    def cancel(self) -> None:
        """Ask for the end; ``cancelled`` follows, or ``finished`` if it was too late."""
        self._is_unwanted.set()

    def leave(self) -> None:
        """Cancel a job that only reads; nobody waits for its end, or hears of it."""
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
        # The thread must not outlive the objects that its signals belong to.
        self.cancel()
        self._thread.join(PATIENCE_S if self._only_reads else None)

    def _run(self) -> None:
        asked_to_end.set(self._is_unwanted.is_set)
        try:
            self._take_steps()
        except RuntimeError:
            if isValid(self):
                raise  # else its owner is gone, and nobody is there to be told

    def _take_steps(self) -> None:
        try:
            while not self._is_unwanted.is_set():
                self.progressed.emit(next(self._steps))
            self._steps.close()
            self.cancelled.emit()
        except StopIteration as end:
            self.finished.emit(end.value)
        except Exception as error:  # noqa: BLE001 - whatever it is, the GUI thread must hear of it
            self.failed.emit(error)
