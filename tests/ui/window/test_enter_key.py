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
    QRadioButton,
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
    dialog, default, line = QDialog(), QPushButton("default"), QLineEdit()
    default.setDefault(True)
    passed = QPushButton("passed")
    pressed = shown(qtbot, dialog, default, passed, line)
    passed.setFocus()  # the keys leave it again
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert pressed == ["default"]


@pytest.mark.parametrize("holder", [QWidget, QDialog])
def test_enter_takes_a_choice_and_never_the_default_button_behind_it(
    qtbot: QtBot, holder: type[QWidget]
) -> None:
    window, default = holder(), QPushButton("default")
    check, radio = QCheckBox("tick"), QRadioButton("radio")
    row = SegmentedControl(["one", "two"], "row")
    default.setDefault(True)
    pressed = shown(qtbot, window, default, check, radio, row)
    for each in (check, radio):
        each.setFocus()
        QTest.keyClick(each, Qt.Key.Key_Return)
        assert each.isChecked()
    row.choose_none()
    segment = row.findChild(QAbstractButton)
    assert isinstance(segment, QAbstractButton)
    segment.setFocus()
    with qtbot.waitSignal(row.chosen) as chosen:
        QTest.keyClick(segment, Qt.Key.Key_Return)
    assert (chosen.args, row.index) == ([0], 0)
    assert pressed == ["tick", "radio"]


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
