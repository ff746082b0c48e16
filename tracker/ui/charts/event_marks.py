"""Days of events, marked behind the chart: a line at the start, shading while one lasts."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from tracker.app.theme import LIGHT, Colours
from tracker.ui.charts.axes import seconds_of
from tracker.ui.charts.panning import painted_between
from tracker.ui.charts.series import Spell

BEHIND: Final = -30  # everything else
SHADE: Final = 15  # its opacity, of 255
LINE: Final = 170
HALF_A_DAY: Final = 0.5
A_QUARTER: Final = 0.25  # of a pixel


class EventMarks(pg.GraphicsObject):  # type: ignore[misc]
    """All marks as one item as high as the view: two hundred cost no more than a few."""

    def __init__(self, plot: pg.PlotItem) -> None:
        super().__init__()
        self.spells: tuple[Spell, ...] = ()
        self._days = np.zeros((0, 2))  # the first and the last of each, in seconds
        self._colours = LIGHT
        self.setZValue(BEHIND)
        plot.addItem(self, ignoreBounds=True)

    def show_spells(self, spells: Sequence[Spell]) -> None:
        """Mark these days and no others."""
        if tuple(spells) != self.spells:
            self.spells = tuple(spells)
            self._days = seconds_of(np.array(self.spells, np.float64).reshape(-1, 2))
            self.update()

    def recolour(self, colours: Colours) -> None:
        """Apply the colours of a theme."""
        self._colours = colours
        self.update()

    def viewRangeChanged(self) -> None:  # noqa: N802 - pyqtgraph's name
        self.prepareGeometryChange()

    def boundingRect(self) -> QRectF:
        place: QRectF = self.viewRect()
        return place

    def paint(self, painter: QPainter, _option: Any, _widget: Any = None) -> None:
        place, a_pixel = self.boundingRect(), 1.0 / painter.worldTransform().m11()
        left, right = painted_between(painter)
        left, right = max(left, place.left()) - a_pixel, min(right, place.right()) + a_pixel
        shade, line = QColor(self._colours.muted), QColor(self._colours.muted)
        shade.setAlpha(SHADE)
        line.setAlpha(LINE)
        first, last = self._days.T
        begin = np.maximum(first - seconds_of(HALF_A_DAY), left)
        end = np.minimum(last + seconds_of(HALF_A_DAY), right)
        lasting = np.flatnonzero((first < last) & (begin < end))
        begun = np.flatnonzero((left <= first) & (first <= right))
        shades, lines = PrimitiveArray(QRectF, 4), PrimitiveArray(QLineF, 4)
        shades.resize(len(lasting))
        shades.ndarray()[:, ::2] = np.stack((begin, end - begin), axis=1)[lasting]
        shades.ndarray()[:, 1::2] = place.top(), place.height()
        # The ends of the view lie between two pixels: which one a line began at, and so where all
        # its dots are, would be left to the last digit of a sum.
        aside = A_QUARTER / painter.worldTransform().m22()
        lines.resize(len(begun))
        lines.ndarray()[:, ::2] = first[begun, np.newaxis]
        lines.ndarray()[:, 1::2] = place.top() + aside, place.bottom() - aside
        # All in one call: one call each took most of the time.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRects(*shades.drawargs())
        painter.setPen(pg.mkPen(line, width=1, style=Qt.PenStyle.DotLine))
        painter.drawLines(*lines.drawargs())
