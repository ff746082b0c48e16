"""Enter on the button that has the keys, in the window and in dialogs."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tracker.ui.widgets.cards import SegmentedControl
from tracker.ui.window.enter_key import EnterKey
from tracker.ui.window.sidebar import PageButton


@pytest.fixture(autouse=True)
def enter_key(qapp: QApplication) -> Iterator[EnterKey]:
    key = EnterKey(qapp)
    yield key
    qapp.focusChanged.disconnect(key._on_focus_changed)


def _note(pressed: list[str], button: QAbstractButton, _is_on: bool = False) -> None:
    pressed.append(button.text())


def shown(qtbot: QtBot, holder: QWidget, *widgets: QWidget) -> list[str]:
    """Show widgets in a holder; returns the list to which pressed buttons add their texts."""
    pressed: list[str] = []
    layout = QVBoxLayout(holder)
    for each in widgets:
        layout.addWidget(each)
        if isinstance(each, QAbstractButton):
            each.clicked.connect(partial(_note, pressed, each))
    qtbot.addWidget(holder)
    holder.show()
    QTest.qWaitForWindowActive(holder)  # the keys are nowhere before
    return pressed


@pytest.mark.parametrize("kind", [QPushButton, QToolButton, partial(PageButton, "log", "", "")])
@pytest.mark.parametrize("holder", [QWidget, QDialog])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_keys(
    qtbot: QtBot,
    holder: type[QWidget],
    kind: Callable[[], QAbstractButton],
    key: Qt.Key,
) -> None:
    window, button, other = holder(), kind(), QPushButton("other")
    button.setText("this")
    if isinstance(button, QPushButton):
        button.setAutoDefault(False)
    other.setDefault(True)
    other.setEnabled(False)  # as Import before a file is chosen
    pressed = shown(qtbot, window, other, button)
    button.setFocus()
    keypad = Qt.KeyboardModifier.KeypadModifier
    plain = Qt.KeyboardModifier.NoModifier
    QTest.keyClick(button, key, keypad if key is Qt.Key.Key_Enter else plain)
    assert pressed == ["this"]


def test_a_button_of_a_box_is_pressed_once(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    dialog, accepted = QDialog(), []
    box.accepted.connect(lambda: accepted.append("accepted"))
    shown(qtbot, dialog, box)
    button = box.button(QDialogButtonBox.StandardButton.Ok)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert accepted == ["accepted"]


def test_elsewhere_enter_presses_the_default_button_as_ever(qtbot: QtBot) -> None:
    dialog, default = QDialog(), QPushButton("default")
    line, check, row = QLineEdit(), QCheckBox("choice"), SegmentedControl(["one", "two"], "row")
    default.setDefault(True)
    passed = QPushButton("passed")
    pressed = shown(qtbot, dialog, default, passed, line, check, row)
    passed.setFocus()  # the keys leave it again
    segment = row.findChild(QAbstractButton)
    assert isinstance(segment, QAbstractButton)
    for each in (line, check, segment):
        each.setFocus()
        QTest.keyClick(each, Qt.Key.Key_Return)
    assert pressed == ["default"] * 3
    assert not check.isChecked()


def test_a_key_held_down_presses_once_and_other_keys_do_what_they_did(qtbot: QtBot) -> None:
    window, button = QWidget(), QPushButton("this")
    pressed = shown(qtbot, window, button)
    button.setFocus()
    plain = Qt.KeyboardModifier.NoModifier
    for is_repeated in (False, True, True):
        QApplication.sendEvent(
            button, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, plain, "\r", is_repeated)
        )
    assert pressed == ["this"]
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["this"]
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed == ["this", "this"]
