"""The keys of commands, which a field of text must not take for its own."""

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from tracker.ui.window.actions import all_commands

# By name: PySide makes a class of Qt's when it is first named.
FIELDS: Final = ("QLineEdit", "QAbstractSpinBox", "QPlainTextEdit", "QTextEdit")
# What a field does with its own text.
EDITING: Final = ("undo", "redo", "copy", "paste_sets")


class CommandKeys(QObject):
    """Follows the keys from widget to widget; in a field of text the commands keep theirs.

    On some desktops Qt's fields know keys of Emacs, such as Ctrl+E for the end of the line.
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
