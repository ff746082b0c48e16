"""Why typed text was not saved, said beside it."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from tracker.app.theme import CAPTION
from tracker.ui.widgets.cards import Caption


class Complaint(Caption):
    """A line that shows only when there is something to say.

    Args:
        factor: Its font size, relative to the system's.
    """

    def __init__(self, parent: QWidget | None = None, *, factor: float = CAPTION) -> None:
        super().__init__("", parent, factor=factor)
        self.setForegroundRole(QPalette.ColorRole.BrightText)
        self.setWordWrap(True)
        self.hide()

    def say(self, message: str) -> None:
        """Say why; blank hides the line."""
        self.setText(message)
        self.setVisible(bool(message))
