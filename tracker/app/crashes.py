"""Bugs, wherever they show up: logged, written to a report, and passed to the window."""

import datetime
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from tracker import DamagedLogError, TrackerError
from tracker.app.fault_report import fault_text
from tracker.app.language import error_text
from tracker.app.program_log import ProgramLog


class Crash(NamedTuple):
    """A bug that came up.

    Args:
        report: The file that describes it; None if it could not be written.
        times: How often any bug came up since the program started, >= 1.
    """

    report: Path | None
    times: int


class Crashes(QObject):
    """Receives every uncaught exception, from slots and threads.

    Args:
        log: Where they are logged.
        now: The clock, giving the current instant with the runner's offset.

    Signals:
        happened: The Crash. If it comes up again it is counted, but no new report is written.
        told: A fault outside the program that nobody caught, in words for a person.
        damaged: A DamagedLogError that nobody caught, in place of ``told``.
    """

    happened = Signal(object)
    told = Signal(str)
    damaged = Signal(object)
    _raised = Signal(object)

    def __init__(
        self,
        log: ProgramLog,
        now: Callable[[], datetime.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._log = log
        self._now = now
        self._reports: dict[str, Path | None] = {}
        self._times = 0
        # Queued, because it may come from a thread, or during painting, when no dialog can open.
        self._raised.connect(self._on_raised, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Receive exceptions from now on, until the program ends."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, error, trace)  # for anyone at a terminal
        if not issubclass(kind, KeyboardInterrupt):
            self._raised.emit(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        error = args.exc_value or args.exc_type()
        self._on_exception(args.exc_type, error, args.exc_traceback)

    def _on_raised(self, error: BaseException) -> None:
        text = fault_text(error)
        if isinstance(error, TrackerError):
            self._log.note(text, logging.WARNING)
            if isinstance(error, DamagedLogError):
                self.damaged.emit(error)
            else:
                self.told.emit(error_text(error))
            return
        self._times += 1
        if text not in self._reports:
            self._reports[text] = self._report(text)
        self.happened.emit(Crash(self._reports[text], self._times))

    def _report(self, text: str) -> Path | None:
        self._log.begin()
        self._log.note(text, logging.ERROR)
        try:
            return self._log.write_report(text, self._now())
        except TrackerError:
            return None
