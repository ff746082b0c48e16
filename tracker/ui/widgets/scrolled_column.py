"""A page of cards, one below the other, that scrolls."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tracker.app.theme import GAP, PAGE_MARGIN

_BAR_PX: Final = 10


def keep_room_for_bar(area: QScrollArea) -> None:
    """Keep the room of an area's bar, so that nothing shifts; it is seen where there is more."""
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
    bar.setEnabled(bar.maximum() > bar.minimum())


class ScrolledColumn(QScrollArea):
    """Scrolls a column of widgets; the bar stands in the margin, and keeps its room there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        inside = QWidget(self)
        inside.setObjectName("page")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN - _BAR_PX, PAGE_MARGIN)
        self.column.setSpacing(GAP)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_room_for_bar(self)
