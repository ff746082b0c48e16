"""What a chart says about a gap in its lines while the pointer is in it."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QGraphicsView, QLabel

from tracker.app.theme import Colours
from tracker.domain.windows import LONGEST_GAP_DAYS
from tracker.ui.charts.axes import seconds_of
from tracker.ui.charts.series import Curve

SHADE: Final = 22  # its opacity, of 255


def gap_at(curves: Iterable[Curve], day: float) -> tuple[int, int] | None:
    """Find the gap around a day: the nearest days with a value before and after it.

    Args:
        curves: What is drawn; only a gap that all of them share is found.
        day: Days since 1 January 1970; may be fractional.

    Returns:
        The last day with a value before it and the first one after; None if they are close enough
        for a line to join them, or if there is no value on one side.
    """
    before: list[int] = []
    after: list[int] = []
    for curve in curves:
        for days in (curve.points.day, curve.line.day[np.isfinite(curve.line.height)]):
            place = int(np.searchsorted(days, day))
            before += days[:place][-1:].tolist()
            after += days[place:][:1].tolist()
    if not before or not after or min(after) - max(before) <= LONGEST_GAP_DAYS:
        return None
    return max(before), min(after)


class GapMark:
    """Shading over the gap that the pointer is in, with its length in words.

    The words are a label over the chart, because a text item of pyqtgraph does not tell the scene
    when its size changes.

    Args:
        plot: The plot with the lines.
        chart: The view that shows the plot.
    """

    def __init__(self, plot: pg.PlotItem, chart: QGraphicsView) -> None:
        self._view, self._chart = plot.getViewBox(), chart
        self.shade = pg.LinearRegionItem(movable=False, pen=pg.mkPen(None))
        self.shade.setZValue(-10)
        self.shade.hide()
        plot.addItem(self.shade, ignoreBounds=True)
        self.label = QLabel(chart)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.hide()

    def recolour(self, colours: Colours, font: QFont) -> None:
        """Apply the colours and the font of a theme."""
        shade = QColor(colours.muted)
        shade.setAlpha(SHADE)
        self.shade.setBrush(shade)
        self.label.setFont(font)
        style = f"color: {colours.text.name()}; background: {colours.card.name()}; padding: 2px 4px"
        self.label.setStyleSheet(style)

    def show(self, gap: tuple[int, int] | None, words: str) -> None:
        """Mark a gap, or remove the mark.

        Args:
            gap: The last day before it and the first one after; None removes the mark.
            words: How long it is.
        """
        if gap is not None:
            first, last = seconds_of(np.array(gap))
            self.shade.setRegion((first, last))
            foot = QPointF((first + last) / 2, self._view.viewRange()[1][0])
            at = self._chart.mapFromScene(self._view.mapViewToScene(foot))
            self.label.setText(words)
            self.label.adjustSize()
            self.label.move(at.x() - self.label.width() // 2, at.y() - self.label.height() - 2)
        self.shade.setVisible(gap is not None)
        self.label.setVisible(gap is not None)
