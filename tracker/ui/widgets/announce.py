"""Announcements to a screen reader of what its user would not see happen."""

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget

# Named in full where they are used: PySide creates a class the first time it is named.


def is_anybody_listening() -> bool:
    """Whether assistive technology is running; otherwise no words need be prepared."""
    return QtGui.QAccessible.isActive()


def announce(widget: QWidget, words: str) -> None:
    """Have assistive technology announce something; does nothing if none is running.

    Args:
        widget: Where it happened.
        words: A short sentence; blank announces nothing.
    """
    if words and is_anybody_listening():
        event = QtGui.QAccessibleAnnouncementEvent(widget, words)
        QtGui.QAccessible.updateAccessibility(event)
