"""The keys of commands while a field of text has the keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.window.command_keys import CommandKeys

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def command_keys(qapp: QApplication) -> Iterator[CommandKeys]:
    keys = CommandKeys(qapp)
    yield keys
    qapp.focusChanged.disconnect(keys._on_focus_changed)


class Greedy(QLineEdit):
    """A field that wants every key for itself, like Qt's with Emacs keys on some desktops."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def is_taken(field: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> bool:
    """Tell whether a field keeps a key for itself, so that no command gets it."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    for each in (Greedy(holder), QSpinBox(holder), QPushButton(holder)):
        layout.addWidget(each)
    qtbot.addWidget(holder)
    holder.show()
    QTest.qWaitForWindowActive(holder)
    return holder


def test_commands_keep_their_keys_in_a_field_of_text(holder: QWidget) -> None:
    field = holder.findChildren(Greedy)[0]
    holder.findChildren(QSpinBox)[0].setFocus()
    assert is_taken(field, Qt.Key.Key_E)  # nobody looks after it
    field.setFocus()
    for key in (Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_D):
        assert not is_taken(field, key)


def test_what_edits_the_text_is_the_field_s(holder: QWidget) -> None:
    field = holder.findChildren(Greedy)[0]
    field.setFocus()
    for key in (Qt.Key.Key_Z, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_A, Qt.Key.Key_X):
        assert is_taken(field, key)
    assert is_taken(field, Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier)
