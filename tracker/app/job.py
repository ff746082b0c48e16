"""Long work off the GUI thread: a generator that yields how far it is."""

import threading
from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QObject, Signal


class Job(QObject):
    """Runs a generator in a thread of its own; it must touch neither SQLite nor widgets.

    Connect the signals to methods of QObjects: they are then called in the GUI thread.

    Args:
        steps: Yields the fraction done, 0 to 1, at least every 50 ms; returns the result.

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

    def __init__(self, steps: Generator[float, None, Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._is_unwanted = threading.Event()
        # Not a daemon: the program waits for the file that is being written.
        self._thread = threading.Thread(target=self._run, name="job")

    def start(self) -> None:
        """Begin; call it once."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask for the end; ``cancelled`` follows, or ``finished`` if it was too late."""
        self._is_unwanted.set()

    def wait(self) -> None:
        """Wait until the thread has ended, without telling what is queued."""
        self._thread.join()

    def _run(self) -> None:
        try:
            while True:
                fraction = next(self._steps)
                if self._is_unwanted.is_set():
                    self._steps.close()
                    self.cancelled.emit()
                    return
                self.progressed.emit(fraction)
        except StopIteration as end:
            self.finished.emit(end.value)
        except Exception as error:  # noqa: BLE001 - whatever it is, the GUI thread must hear of it
            self.failed.emit(error)
