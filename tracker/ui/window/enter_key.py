"""Enter presses the button that has the keys, in the window and in every dialog."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# What is chosen rather than pressed: there Enter stays the dialog's. By name: PySide makes a class
# of Qt's when it is first named, and the start has none of these.
CHOICES = ("QCheckBox", "QRadioButton", "Segment")


class EnterKey(QObject):
    """Follows the keys from widget to widget; where they are on a button, Enter presses it.

    Left to itself, Qt presses a dialog's default button instead, or none while that is greyed, and
    outside of dialogs none at all.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, before: QWidget | None, after: QWidget | None) -> None:
        # A filter on the one button: on the application it would see every event there is.
        if before is not None:
            before.removeEventFilter(self)
        if isinstance(after, QAbstractButton) and not any(map(after.inherits, CHOICES)):
            after.installEventFilter(self)

    def eventFilter(self, button: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in ENTER or not is_plain:
            return False
        assert isinstance(button, QAbstractButton)  # it is on no other
        if not event.isAutoRepeat():  # a key held down presses once
            button.click()
        return True
