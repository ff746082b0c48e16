"""The real program on a temporary log, and fingers that count their keys."""

import datetime
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tracker.app.program_log import ProgramLog
from tracker.app.settings import Settings
from tracker.ui.window import program as root
from tracker.ui.window.main_window import MainWindow


class Fingers:
    """Types into whatever has the focus, as a runner would, and counts the keys."""

    def __init__(self) -> None:
        self.keys = 0

    def press(self, key: Qt.Key, times: int = 1, *, ctrl: bool = False, alt: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        if alt:
            modifier |= Qt.KeyboardModifier.AltModifier
        for _ in range(times):
            self.keys += 1
            QTest.keyClick(self._target(), key, modifier)

    def enter(self, times: int = 1) -> None:
        self.press(Qt.Key.Key_Return, times)

    def type(self, text: str) -> None:
        for character in text:
            self.keys += 1
            QTest.keyClicks(self._target(), character)

    @staticmethod
    def _target() -> QWidget:
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the keys"
        return target


class Desk:
    """A runner's computer: one log file, one settings file, a clock that can be set."""

    def __init__(self, folder: Path, application: QApplication, qtbot: QtBot) -> None:
        self.log = folder / "training.soleus"
        self.now = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
        self._settings_file = folder / "settings.ini"
        self._application = application
        self._qtbot = qtbot
        self._program: root.Program | None = None

    def start(self) -> MainWindow:
        """Start the program, or start it again after it was closed."""
        store = QSettings(str(self._settings_file), QSettings.Format.IniFormat)
        self._program_log = ProgramLog(lambda: self.log.parent / "program")
        self._program = root.Program(self._application, Settings(store), self._program_log)
        self._program.show_file(self.log, create=not self.log.exists())
        window = self.window
        self._qtbot.waitExposed(window)
        window.activateWindow()
        self._qtbot.waitUntil(lambda: any(c.table.hasFocus() for c in window.log_page.cards))
        return window

    @property
    def window(self) -> MainWindow:
        assert self._program is not None
        assert self._program.window is not None
        return self._program.window

    def close(self) -> None:
        """Close the program."""
        self.window.close()
        self.window.logbook.database.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._program_log.close()

    def sets(self) -> list[tuple[str, int, str, int, float]]:
        """List the sets of the session shown, as in the log file."""
        database = self.window.logbook.database
        return [
            (each.exercise.value, each.set_no, each.side.value, each.reps, each.external_kg)
            for each in database.sets_of(self.window.current.session.id)
        ]

    def reserves(self) -> list[float | None]:
        """List the recorded reps in reserve, in the order in which the sets were done."""
        sets = self.window.logbook.database.sets_of(self.window.current.session.id)
        return [each.rir for each in sets]


# Run by Debian's Python alone, which has what it imports.
collect_ignore = ["heard.py"]
# Of files, whatever shows them: without a display they were tried already.
if "--headed" in sys.argv:
    collect_ignore += ["test_files_without_end.py", "test_texts_of_others.py"]
else:
    collect_ignore += ["test_pictures.py"]


@pytest.fixture
def desk(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    desk = Desk(tmp_path, qapp, qtbot)
    clock: Callable[[], datetime.datetime] = lambda: desk.now  # noqa: E731
    monkeypatch.setattr(root, "now", clock)
    yield desk
    if desk._program is not None and desk._program.window is not None and isValid(desk.window):
        desk.close()


@pytest.fixture
def fingers() -> Fingers:
    return Fingers()
