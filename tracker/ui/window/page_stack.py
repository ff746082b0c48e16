"""The pages of the window: one is shown at a time, no wider than it can use."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

# In characters of the system's font: the eye cannot follow wider rows of a table. A page of charts
# may take all the width, because it then shows more days.
GREATEST: Final = 270


class PageStack(QStackedWidget):
    """Shows one page, centred if there is more room than it can use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unbounded: QWidget | None = None
        self.currentChanged.connect(self._give_room)

    def add_unbounded(self, page: QWidget) -> None:
        """Add a page that uses all the width there is."""
        self._unbounded = page
        self.addWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        greatest = GREATEST * self.fontMetrics().averageCharWidth()
        beside = max(0, (self.width() - greatest) // 2)
        if self.currentWidget() is self._unbounded:
            beside = 0
        if beside != self.contentsMargins().left():
            self.setContentsMargins(beside, 0, beside, 0)
