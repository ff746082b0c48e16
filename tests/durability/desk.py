"""A runner's computer without pytest: the real window on a log, and functions that type into it."""

import datetime
import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from tests.screen import PLATFORM

os.environ.setdefault("QT_QPA_PLATFORM", PLATFORM)

from PySide6.QtCore import QCoreApplication, QEvent, QLoggingCategory, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from tracker import DamagedLogError
from tracker.app.program_log import ProgramLog
from tracker.app.settings import Settings
from tracker.ui.log.exercise_card import ExerciseCard
from tracker.ui.log.set_model import DRAFT_ROLE
from tracker.ui.window import program as root
from tracker.ui.window.main_window import MainWindow


class Clock:
    """The runner's clock, set by the test."""

    def __init__(self) -> None:
        self.now = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.now


def qt() -> QApplication:
    """Return Qt's application, created if there is none."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    # Which letters the fonts of this machine lack is no concern here.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    return application


@contextmanager
def program_beside(log: Path, clock: Clock | None = None) -> Iterator[root.Program]:
    """Run the program without a window yet, with its own files beside a log, and end it.

    Raises:
        AssertionError: If a bug came up meanwhile.
    """
    application = qt()
    gc.disable()  # as the program does: a job's thread that collects would take widgets from Qt
    faults: list[BaseException] = []

    def note(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, DamagedLogError):
            program.offer_rescue(error.path)  # as the running program does
        else:
            faults.append(error)

    hook, sys.excepthook = sys.excepthook, note
    real_now, root.now = root.now, clock or Clock()
    store = QSettings(str(log.with_suffix(".ini")), QSettings.Format.IniFormat)
    program_log = ProgramLog(lambda: log.parent / "program")
    try:
        program = root.Program(application, Settings(store), program_log)
        yield program
        if program.window is not None:
            program.window.close()
            program.window.logbook.database.close()
            program.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        sys.excepthook, root.now = hook, real_now
        program_log.close()
        # Later, Qt would make the folder anew to keep them, which its owner has cleared away.
        store.sync()
        application.setStyleSheet("")
        application.setPalette(application.style().standardPalette())
    gc.collect()
    assert faults == [], f"our own fault: {faults[0]!r}"


@contextmanager
def running(log: Path, clock: Clock | None = None) -> Iterator[MainWindow]:
    """Run the program on a log file, created if missing, and end it.

    Raises:
        AssertionError: If a bug came up meanwhile.
    """
    with program_beside(log, clock) as program:
        program.show_file(log, create=not log.exists())
        yield shown(program)


def shown(program: root.Program) -> MainWindow:
    """Return the window of a program, ready for typing."""
    window = program.window
    assert window is not None
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    return window


def wait_until(is_so: Callable[[], bool], longest_s: float = 60.0) -> None:
    """Let the program run until a condition holds."""
    ends = time.monotonic() + longest_s
    while not is_so():
        assert time.monotonic() < ends, "it took too long"
        QTest.qWait(1)


def seated(window: MainWindow) -> ExerciseCard:
    """Return the card of the seated table."""
    return window.log_page.cards[0]


def type_value(window: MainWindow, text: str, row: int = 0, column: int = 0) -> None:
    """Type into a cell of the seated table, as with the keyboard, and press Enter."""
    table = seated(window).table
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, column))
    table.edit(table.currentIndex())
    editor = table.indexWidget(table.currentIndex())
    assert editor is not None, "the cell cannot be edited"
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def press_enter_on(window: MainWindow, row: int = 0, column: int = 0) -> None:
    """Press Enter on a cell of the seated table."""
    table = seated(window).table
    table.setCurrentIndex(table.model().index(row, column))
    QTest.keyClick(table, Qt.Key.Key_Return)


def draft(window: MainWindow, row: int = 0, column: int = 0) -> str | None:
    """Return the unsaved text in a cell of the seated table."""
    index = seated(window).table.model().index(row, column)
    return str(index.data()) if index.data(DRAFT_ROLE) else None


def told_quietly(window: MainWindow) -> str:
    """Return the words of the quiet line; blank if it is not there."""
    line = window._told
    return "" if line is None or not line.isVisible() else line.words.text()


def told(window: MainWindow) -> list[str]:
    """Close the boxes that tell of faults; returns their words, and those beside the input."""
    page = window.log_page
    captions = [page.message, page.day_bar.message, page.panel.message]
    captions += [card.message for card in page.cards]
    beside = [each.text() for each in captions if each.isVisible()]
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    words = [box.text() for box in boxes]
    for box in boxes:
        box.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return beside + words
