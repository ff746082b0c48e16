"""A scrolling page of cards, one below the other."""

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from tracker.app.theme import GAP, PAGE_MARGIN

_BAR_PX: Final = 10


class _SteadyBar(QScrollBar):
    """A scroll bar that always has its room, so that nothing shifts; enabled only if needed."""

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        super().sliderChange(change)
        if change is QAbstractSlider.SliderChange.SliderRangeChange:
            self.setEnabled(self.maximum() > self.minimum())


def keep_room_for_bar(area: QScrollArea) -> None:
    """Reserve room for a scroll bar, so that nothing shifts; it is enabled only if needed."""
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = _SteadyBar(area)
    area.setVerticalScrollBar(bar)
    bar.setEnabled(False)


class _GrowingColumn(QVBoxLayout):
    """A layout that grows its widget at once, before painting would cut off the highest card."""

    def setGeometry(self, place: QRect) -> None:
        inside = self.parentWidget()
        needed = max(self.totalHeightForWidth(place.width()), self.totalMinimumSize().height())
        if inside is not None and place.height() < needed:
            inside.resize(place.width(), needed)  # calls this again with enough room
        else:
            super().setGeometry(place)


class ScrolledColumn(QScrollArea):
    """A scrolling column of widgets; the scroll bar always has its room in the margin."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        inside = QWidget(self)
        inside.setObjectName("page")
        # Where it grows, only what is new is painted.
        inside.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.column = _GrowingColumn(inside)
        self.column.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN - _BAR_PX, PAGE_MARGIN)
        self.column.setSpacing(GAP)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_room_for_bar(self)
