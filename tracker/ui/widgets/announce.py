"""What is said aloud to a runner who does not see it happen."""

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget

# Named in full where they are used: PySide makes a class when it is first named.


def is_anybody_listening() -> bool:
    """Whether assistive technology runs: without one, words need not be found."""
    return QtGui.QAccessible.isActive()


def announce(widget: QWidget, words: str) -> None:
    """Let assistive technology say something; without one, nothing is done.

    Args:
        widget: Where it happened.
        words: A short sentence; blank says nothing.
    """
    if words and is_anybody_listening():
        event = QtGui.QAccessibleAnnouncementEvent(widget, words)
        QtGui.QAccessible.updateAccessibility(event)
