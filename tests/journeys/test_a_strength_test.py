"""A runner does a strength test between two sets, with the keyboard alone, and goes on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Desk, Fingers
from tracker.ui.checkups.strength_test_dialog import StrengthTestDialog
from tracker.ui.window.main_window import MainWindow

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def open_test(window: MainWindow, qtbot: QtBot) -> StrengthTestDialog:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, Qt.Key.Key_H, CTRL_SHIFT)
    (dialog,) = window.findChildren(StrengthTestDialog)
    dialog.activateWindow()  # as a desktop does by itself
    qtbot.waitUntil(dialog.setup.exercise.hasFocus)
    return dialog


def test_a_test_by_keys_is_in_the_session_and_one_step_to_undo(
    desk: Desk, fingers: Fingers, qtbot: QtBot
) -> None:
    window = desk.start()
    fingers.type("8x40")
    fingers.enter()
    fingers.type("8x40")
    fingers.enter()
    dialog = open_test(window, qtbot)
    fingers.press(Qt.Key.Key_Tab, 3)
    fingers.type("60")
    fingers.press(Qt.Key.Key_Tab)
    fingers.type("62,5")
    fingers.enter(4)  # and three warm-ups
    fingers.type("8")
    fingers.enter(2)  # no rest
    fingers.type("9")
    fingers.enter(2)
    qtbot.waitUntil(lambda: not window.findChildren(StrengthTestDialog))
    del dialog
    window.activateWindow()
    qtbot.waitUntil(window.log_page.cards[0].table.hasFocus)
    assert desk.sets()[-2:] == [("seated", 5, "left", 8, 60.0), ("seated", 5, "right", 9, 62.5)]
    assert len(desk.sets()) == 10
    fingers.press(Qt.Key.Key_Z, ctrl=True)
    assert len(desk.sets()) == 2
    fingers.press(Qt.Key.Key_Y, ctrl=True)
    desk.close()
    window = desk.start()
    assert len(desk.sets()) == 10
    # The leg that was second begins, and what each lifted is offered again.
    dialog = open_test(window, qtbot)
    assert dialog.setup.first.currentText() == "right"
    assert [field.text() for field in dialog.setup.loads.values()] == ["60", "65"]
    dialog.close()
