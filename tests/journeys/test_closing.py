"""What could not be saved is asked about before its log is let go of, in whatever way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from tests.journeys.conftest import Desk, Fingers
from tracker.ui.window.main_window import MainWindow


@pytest.fixture
def window(desk: Desk, fingers: Fingers) -> MainWindow:
    """A window with a bodyweight that cannot be saved."""
    window = desk.start()
    window.log_page.day_bar.bodyweight.setFocus()
    fingers.type("heavy")
    fingers.enter()
    return window


def answer(window: MainWindow, words: str) -> None:
    (box,) = [each for each in window.findChildren(QMessageBox) if each.isVisible()]
    (button,) = [each for each in box.buttons() if each.text() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_another_log_is_opened_after_the_answer(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    window.dialogs.log_asked.emit(tmp_path / "other.soleus", True)
    answer(window, "Keep editing")
    assert desk.window is window
    assert window.log_page.day_bar.bodyweight.text() == "heavy"
    window.dialogs.log_asked.emit(tmp_path / "other.soleus", True)
    answer(window, "Close anyway")
    assert desk.window is not window
    assert desk.window.logbook.database.path == tmp_path / "other.soleus"


def test_a_log_is_put_back_after_the_answer(window: MainWindow, desk: Desk) -> None:
    backup = desk.log.with_name("backup.soleus")
    window.backups.copy_to(backup)
    QTest.qWait(1)
    for box in window.findChildren(QMessageBox):
        box.close()
    window.dialogs.restore_asked.emit(backup)
    answer(window, "Close anyway")
    assert desk.window is not window
    assert desk.window.current.drafts.all() == []


def test_a_log_that_another_takes_the_place_of_asks_nothing(window: MainWindow, desk: Desk) -> None:
    assert desk._program is not None
    desk._program.exchange(desk.log, lambda: None)
    assert not [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert desk.window is not window
