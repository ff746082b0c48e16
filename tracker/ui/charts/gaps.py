"""What a chart says of a break in its lines, while the pointer is in it."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont

from tracker.app.theme import Colours
from tracker.domain.windows import LONGEST_GAP_DAYS
from tracker.ui.charts.axes import seconds_of
from tracker.ui.charts.series import Curve

SHADE: Final = 22  # its opacity, of 255


def gap_at(curves: Iterable[Curve], day: float) -> tuple[int, int] | None:
    """Find the days with a value to either side of a day, where no line goes on between them.

    Args:
        curves: What is drawn; the gap is one of all of them that have a value to either side.
        day: Days since 1 January 1970, parts of days too.

    Returns:
        The last day with a value before it and the first one after; None where a line is drawn,
        or where there is no value to one side.
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
    """A shade over the gap that the pointer is in, and its length in words."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._view = plot.getViewBox()
        self.shade = pg.LinearRegionItem(movable=False, pen=pg.mkPen(None))
        self.shade.setZValue(-10)
        self.label = pg.TextItem(anchor=(0.5, 1.0))
        self.label.setZValue(21)
        for item in (self.shade, self.label):
            item.hide()
            plot.addItem(item, ignoreBounds=True)

    def recolour(self, colours: Colours, font: QFont) -> None:
        """Take on the colours and the font of a theme."""
        shade = QColor(colours.muted)
        shade.setAlpha(SHADE)
        self.shade.setBrush(shade)
        self.label.setColor(colours.text)
        self.label.fill = pg.mkBrush(colours.card)
        self.label.setFont(font)

    def show(self, gap: tuple[int, int] | None, words: str) -> None:
        """Mark a gap by its days to either side; None takes the mark away.

        Args:
            gap: The last day before it and the first one after.
            words: How long it is.
        """
        if gap is not None:
            first, last = seconds_of(np.array(gap))
            self.shade.setRegion((first, last))
            self.label.setText(words)
            self.label.setPos((first + last) / 2, self._view.viewRange()[1][0])
        for item in (self.shade, self.label):
            item.setVisible(gap is not None)
