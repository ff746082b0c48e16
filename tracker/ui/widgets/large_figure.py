"""A figure to read from across the room: as large as its room allows."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from tracker.ui.widgets.cards import Caption

WIDEST: Final = 0.8  # of the room's width
LEAST_PX: Final = 14


def large_font(font: QFont, text: str, room: QSize, share: float) -> QFont:
    """Return a font in which a figure fills its share of a room's height, unless that is too wide.

    Args:
        font: A font of its family.
        text: The figure.
        room: Where it stands.
        share: Part of the room's height.
    """
    large = QFont(font)
    large.setWeight(QFont.Weight.DemiBold)
    large.setPixelSize(max(LEAST_PX, round(room.height() * share)))
    needed = QFontMetrics(large).horizontalAdvance(text)
    if needed > room.width() * WIDEST:
        large.setPixelSize(max(LEAST_PX, round(large.pixelSize() * room.width() * WIDEST / needed)))
    return large


def words_font(font: QFont, room: QSize, share: float) -> QFont:
    """Return a font for the words beside such a figure."""
    words = QFont(font)
    words.setPixelSize(max(LEAST_PX, round(room.height() * share)))
    return words


class LargeFigure(Caption):
    """A figure that is large in a dialog, and as large as its room allows while it has one.

    Args:
        factor: Its usual size, relative to the system's font.
        share: Part of the room's height that it fills.
    """

    def __init__(self, text: str, parent: QWidget, *, factor: float, share: float) -> None:
        super().__init__(text, parent, factor=factor, bold=True)
        self._usual = QFont(self.font())
        self._share = share
        self._room: QSize | None = None

    def fit_into(self, room: QSize | None) -> None:
        """Fill a room; None for the usual size."""
        self._room = room
        self._fit()

    def setText(self, text: str) -> None:
        super().setText(text)
        if self._room is not None:
            self._fit()

    def _fit(self) -> None:
        room, usual = self._room, self._usual
        self.setFont(usual if room is None else large_font(usual, self.text(), room, self._share))
