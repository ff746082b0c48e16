"""Makes Enter press the button that has the focus, in the window and in every dialog."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tracker.ui.widgets.keys import ENTER


class EnterKey(QObject):
    """Follows the keyboard focus; when it is on a button, Enter presses that button.

    That is so for a tick box and a choice in a row too: a key that exports where Space ticks is a
    trap. Otherwise Qt presses a dialog's default button instead, or none if that is disabled, and
    outside dialogs it presses none at all.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, before: QWidget | None, after: QWidget | None) -> None:
        # The filter is on this button alone: on the application it would see every event.
        if before is not None:
            before.removeEventFilter(self)
        if isinstance(after, QAbstractButton):
            after.installEventFilter(self)

    def eventFilter(self, button: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in ENTER or not is_plain:
            return False
        assert isinstance(button, QAbstractButton)  # the filter is on nothing else
        if not event.isAutoRepeat():  # a key held down presses once
            button.click()
        return True
