"""Days of events, marked behind the chart: a line at the start, shading while one lasts."""

from collections.abc import Sequence
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from tracker.app.theme import LIGHT, Colours
from tracker.ui.charts.axes import seconds_of
from tracker.ui.charts.series import Spell

BEHIND: Final = -30  # everything else
SHADE: Final = 15  # its opacity, of 255
LINE: Final = 170
HALF_A_DAY: Final = 0.5


class EventMarks(pg.GraphicsObject):  # type: ignore[misc]
    """All marks as one item as high as the view: two hundred cost no more than a few."""

    def __init__(self, plot: pg.PlotItem) -> None:
        super().__init__()
        self.spells: tuple[Spell, ...] = ()
        self._colours = LIGHT
        self.setZValue(BEHIND)
        plot.addItem(self, ignoreBounds=True)

    def show_spells(self, spells: Sequence[Spell]) -> None:
        """Mark these days and no others."""
        if tuple(spells) != self.spells:
            self.spells = tuple(spells)
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
        place = self.boundingRect()
        shade, line = QColor(self._colours.muted), QColor(self._colours.muted)
        shade.setAlpha(SHADE)
        line.setAlpha(LINE)
        lasting, begun = [], []
        for spell in self.spells:
            begin, end = seconds_of(spell.first - HALF_A_DAY), seconds_of(spell.last + HALF_A_DAY)
            if end < place.left() or begin > place.right():
                continue
            if spell.last > spell.first:
                spell_place = QRectF(begin, place.top(), end - begin, place.height())
                lasting.append(spell_place.intersected(place))
            day = seconds_of(float(spell.first))
            begun.append(QLineF(day, place.top(), day, place.bottom()))
        # All in one call: one call each took most of the time.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRects(lasting)
        painter.setPen(pg.mkPen(line, width=1, style=Qt.PenStyle.DotLine))
        painter.drawLines(begun)
