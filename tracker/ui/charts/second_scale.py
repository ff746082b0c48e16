"""A thin line with its own scale at the right, drawn over the chart."""

from math import ceil, floor, log10
from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor, QTransform

from tracker.app.theme import Colours
from tracker.domain.week import DAYS_A_WEEK
from tracker.ui.charts.axes import seconds_of
from tracker.ui.charts.series import ThinLine, is_same
from tracker.ui.charts.strokes import StrokedLine
from tracker.words.labels import shortest_text

MOST_TICKS: Final = 4
LINE_PX: Final = 1.3
HALO_PX: Final = 3.2  # in the card's colour, so that the line is seen over bars of any colour
HALO: Final = 200  # its opacity, of 255
HALF_A_BAR: Final = 3.0  # days
# With more weeks in view, each point is the mean of several; else they would blur together.
MOST_PLACES: Final = 130


def round_step(most: float) -> float:
    """Return a round step of a scale up to a value > 0, so that it has two to four steps.

    >>> round_step(42.0), round_step(19.0), round_step(7.0)
    (10.0, 5.0, 2.0)
    """
    power = 10.0 ** floor(log10(most))
    return next(step for step in (power / 2, power, 2 * power) if most // step <= MOST_TICKS)


class SecondScale:
    """The line, scaled so that its 0 and its maximum match those of the chart."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self.line: ThinLine | None = None
        self.mean_of = 1  # weeks averaged into one point
        self.item = StrokedLine()
        self.item.setZValue(6)
        plot.addItem(self.item, ignoreBounds=True)
        self.ticks: dict[float, str] = {}
        self._day, self._value = np.zeros(0), np.zeros(0)

    def show(self, line: ThinLine | None, colours: Colours) -> bool:
        """Show this line, none if None; returns whether it differs from before."""
        if line is self.line or (line and self.line and is_same(line, self.line)):
            return False
        self.line = line
        if line is None:
            self.item.clear()
        else:
            self._draw(line)
        self.recolour(colours)
        return True

    def _draw(self, line: ThinLine) -> None:
        starts = np.arange(0, len(line.day), self.mean_of)
        counts = np.diff(starts, append=len(line.day))
        self._day = np.add.reduceat(line.day, starts) / counts
        self._value = np.add.reduceat(line.value, starts) / counts
        # A single point is no line: it is drawn as wide as a week's bar.
        width = (-HALF_A_BAR, HALF_A_BAR) if len(starts) == 1 else (0.0,)
        day = np.concatenate([self._day + aside for aside in width])
        self.item.setData(seconds_of(day), np.resize(self._value, len(day)))

    def recolour(self, colours: Colours) -> None:
        """Apply the colours of a theme."""
        if self.line is not None:
            halo = QColor(colours.card)
            halo.setAlpha(HALO)
            self.item.setShadowPen(pg.mkPen(halo, width=HALO_PX))
            self.item.setPen(pg.mkPen(getattr(colours, self.line.role), width=LINE_PX))

    def fit(self, first: float, last: float, height: float) -> None:
        """Scale the line so that its highest value in view is at a given height of the chart.

        Args:
            first: The first day in view.
            last: The last day in view.
            height: A value on the chart's own axis.
        """
        self.ticks = {}
        if self.line is None:
            return
        begin, end = np.searchsorted(self.line.day, (first, last))
        mean_of = max(1, ceil(int(end - begin) / MOST_PLACES))
        if mean_of != self.mean_of:
            self.mean_of = mean_of
            self._draw(self.line)
        room = DAYS_A_WEEK * mean_of
        begin, end = np.searchsorted(self._day, (first - room, last + room))
        most = float(self._value[begin:end].max(initial=0.0))
        stretch = height / most if most > 0 else 1.0
        self.item.setTransform(QTransform.fromScale(1.0, stretch))
        if most > 0:
            step = round_step(most)
            values = [step * place for place in range(int(most // step) + 1)]
            unit = self.line.unit
            self.ticks = {value * stretch: f"{shortest_text(value)} {unit}" for value in values}
