"""Keeps the shortcuts of commands from being taken by text fields."""

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from tracker.ui.window.actions import all_commands

# By name, because PySide creates a Qt class the first time it is used.
FIELDS: Final = ("QLineEdit", "QAbstractSpinBox", "QPlainTextEdit", "QTextEdit")
# Commands that a field performs on its own text.
EDITING: Final = ("undo", "redo", "copy", "paste_sets")


class CommandKeys(QObject):
    """Follows the keyboard focus; in a text field, the shortcuts of commands still work.

    On some desktops Qt's fields take Emacs keys, such as Ctrl+E for the end of the line.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._keys = {
            QKeySequence(keys)
            for command in all_commands()
            if command.slot not in EDITING
            for keys in command.keys
        }
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, before: QWidget | None, after: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if after is not None and any(map(after.inherits, FIELDS)):
            after.installEventFilter(self)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride:
            return False
        assert isinstance(event, QKeyEvent)
        is_command = QKeySequence(event.keyCombination()) in self._keys
        if is_command:
            event.ignore()
        return is_command
