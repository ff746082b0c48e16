"""The legend of the calendar: a small day for each look, and what it means."""

from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from tracker.app.theme import CAPTION, accent_depths, colours_of
from tracker.ui.history.calendar import DEPTHS, DayLooks, corner_of, paint_day
from tracker.ui.widgets.cards import Caption

_AFTER_SAMPLE = 4  # pixels
_AFTER_WORDS = 9


class CalendarLegend(Caption):
    """A label that shows a sample before each of its parts.

    The samples are painted as the days are, because in rich text a size in percent is ignored, and
    every font has other shapes for a square or a corner.

    Args:
        bands: The highest pain without a mark, and the highest with the smaller mark.
    """

    def __init__(self, bands: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__("", parent, factor=CAPTION, muted=True)
        self.parts: list[tuple[DayLooks | None, str]] = []
        self.show_bands(bands)

    def show_bands(self, bands: tuple[int, int]) -> None:
        """Say which pain has which mark; see ``corner_of``."""
        ranges = [
            "0",
            *(self.tr("{}–{}").format(least, after - 1) for least, after in pairwise(DEPTHS)),
            f"{DEPTHS[-1]}+",
        ]
        low, middle = bands
        band = f"{low + 1}–{middle}" if low + 1 < middle else f"{middle}"
        self.parts = [
            (None, self.tr("hard sets:")),
            *((DayLooks(depth, is_session=True), words) for depth, words in enumerate(ranges)),
            (DayLooks(corner=corner_of(middle, bands)), self.tr("pain {}").format(band)),
            (DayLooks(corner=corner_of(middle + 1, bands)), f"{middle + 1}+"),
            (DayLooks(begins=True), self.tr("event")),
            (DayLooks(lasts=True), self.tr("lasts")),
        ]
        self.setText(" ".join(words for _, words in self.parts))  # for screen readers
        self.updateGeometry()

    @property
    def _side(self) -> int:
        """The width and height of a sample."""
        return self.fontMetrics().ascent() - 1

    def sizeHint(self) -> QSize:
        measured = self.fontMetrics()
        widths = [measured.horizontalAdvance(words) + _AFTER_WORDS for _, words in self.parts]
        samples = sum(looks is not None for looks, _ in self.parts)
        width = sum(widths) - _AFTER_WORDS + samples * (self._side + _AFTER_SAMPLE)
        return QSize(width, measured.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, measured = colours_of(self.palette()), self.fontMetrics()
        depths, left = accent_depths(colours), 0
        for looks, words in self.parts:
            if looks is not None:
                cell = QRectF(left, (self.height() - self._side) // 2, self._side, self._side)
                paint_day(painter, cell, looks, colours, depths)
                left += self._side + _AFTER_SAMPLE
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            width = measured.horizontalAdvance(words)
            place = QRectF(left, 0, width + 1, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            left += width + _AFTER_WORDS
