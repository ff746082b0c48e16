"""A page of cards, one below the other, that scrolls."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tracker.app.theme import GAP, PAGE_MARGIN

_BAR_PX: Final = 10


class ScrolledColumn(QScrollArea):
    """Scrolls a column of widgets; the bar stands in the margin.

    It keeps its place, so that nothing shifts when a card is folded away.
    """

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
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
