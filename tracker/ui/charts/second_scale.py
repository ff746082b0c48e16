"""A thin line with a scale of its own at the right, over what the chart shows at the left."""

from math import floor, log10
from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor, QTransform

from tracker.ui.charts.axes import seconds_of
from tracker.ui.charts.series import ThinLine, is_same
from tracker.ui.labels import shortest_text
from tracker.ui.theme import Colours

MOST_TICKS: Final = 4
LINE_PX: Final = 1.3
HALO_PX: Final = 3.2  # in the card's colour, so that the line is seen over bars of any colour
HALO: Final = 200  # its opacity, of 255
# With more places in view the line is drawn finer: it must not hide what it lies over.
MOST_PLACES: Final = 130
HALF_A_BAR: Final = 3.0  # days
FINE: Final = 140  # the opacity of a fine line, of 255


def round_step(most: float) -> float:
    """Give a round step that reaches a value, > 0, in two to four steps.

    >>> round_step(42.0), round_step(19.0), round_step(7.0)
    (10.0, 5.0, 2.0)
    """
    power = 10.0 ** floor(log10(most))
    return next(step for step in (power / 2, power, 2 * power) if most // step <= MOST_TICKS)


class SecondScale:
    """The line, stretched so that its nought and its top are those of the chart."""

    def __init__(self, plot: pg.PlotItem, colours: Colours) -> None:
        self.line: ThinLine | None = None
        self.item = pg.PlotCurveItem(antialias=True, skipFiniteCheck=True)
        self.item.setZValue(6)
        plot.addItem(self.item, ignoreBounds=True)
        self.ticks: dict[float, str] = {}
        self._colours = colours
        self._is_fine = False

    def show(self, line: ThinLine | None, colours: Colours) -> bool:
        """Show this line or none, and tell whether it is another than before."""
        if line is self.line or (line and self.line and is_same(line, self.line)):
            return False
        self.line = line
        if line is None:
            self.item.clear()
        else:
            # One place alone is no line: it is drawn as wide as a week's bar.
            width = (-HALF_A_BAR, HALF_A_BAR) if len(line.day) == 1 else (0.0,)
            day = np.concatenate([line.day + aside for aside in width])
            self.item.setData(seconds_of(day), np.resize(line.value, len(day)))
        self.recolour(colours)
        return True

    def recolour(self, colours: Colours) -> None:
        """Take on the colours of a theme."""
        self._colours = colours
        if self.line is not None:
            halo, colour = QColor(colours.card), QColor(getattr(colours, self.line.role))
            halo.setAlpha(0 if self._is_fine else HALO)
            colour.setAlpha(FINE if self._is_fine else 255)
            self.item.setShadowPen(pg.mkPen(halo, width=HALO_PX))
            self.item.setPen(pg.mkPen(colour, width=1.0 if self._is_fine else LINE_PX))

    def fit(self, first: float, last: float, height: float) -> None:
        """Stretch the line so that its highest value in view comes to a height of the chart.

        Args:
            first: The first day in view.
            last: The last one.
            height: A value of the chart's own axis.
        """
        self.ticks = {}
        if self.line is None:
            return
        begin, end = np.searchsorted(self.line.day, (first - 7, last + 7))
        self._is_fine = bool(end - begin > MOST_PLACES)
        self.recolour(self._colours)
        most = float(self.line.value[begin:end].max(initial=0.0))
        stretch = height / most if most > 0 else 1.0
        self.item.setTransform(QTransform.fromScale(1.0, stretch))
        if most > 0:
            step = round_step(most)
            values = [step * place for place in range(int(most // step) + 1)]
            unit = self.line.unit
            self.ticks = {value * stretch: f"{shortest_text(value)} {unit}" for value in values}
