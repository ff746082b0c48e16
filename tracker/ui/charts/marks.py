"""What a chart can have beside curves and bars: tinted ranges, bars of days, lines of goals."""

from collections.abc import Sequence
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from tracker.ui.charts.axes import seconds_of
from tracker.ui.charts.series import Stripes, Tint, is_same
from tracker.ui.theme import Colours

STRIPE_DAYS: Final = 0.8
GOAL_DASH: Final = (6.0, 4.0)


class _Marks:
    """Items of a plot that come, go and are recoloured together."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._plot = plot
        self._items: list[Any] = []
        self._is_visible = True

    def _replace(self, items: list[Any], height: int) -> None:
        for item in self._items:
            self._plot.removeItem(item)
        self._items = items
        for item in items:
            item.setZValue(height)
            item.setVisible(self._is_visible)
            self._plot.addItem(item, ignoreBounds=True)

    def set_visible(self, is_visible: bool) -> None:
        """Show or hide all of them."""
        self._is_visible = is_visible
        for item in self._items:
            item.setVisible(is_visible)


class Tints(_Marks):
    """Ranges of values behind everything, each of its tint."""

    def __init__(self, plot: pg.PlotItem) -> None:
        super().__init__(plot)
        self.tints: list[Tint] = []

    def show(self, tints: Sequence[Tint], colours: Colours) -> None:
        """Show these ranges."""
        if list(tints) != self.tints:
            self.tints = list(tints)
            none = pg.mkPen(None)
            regions = [
                pg.LinearRegionItem((each.lowest, each.highest), "horizontal", None, none)
                for each in tints
            ]
            for region in regions:
                region.setMovable(False)
            self._replace(regions, -20)
            self.recolour(colours)

    def recolour(self, colours: Colours) -> None:
        """Take on the colours of a theme."""
        for tint, region in zip(self.tints, self._items, strict=True):
            colour = QColor(getattr(colours, tint.role))
            colour.setAlpha(tint.opacity)
            region.setBrush(colour)


class StripeItems(_Marks):
    """Thin bars of single days."""

    def __init__(self, plot: pg.PlotItem) -> None:
        super().__init__(plot)
        self.stripes: list[Stripes] = []

    def show(self, stripes: Sequence[Stripes], colours: Colours) -> None:
        """Show these bars; what has not changed is not touched."""
        if len(stripes) == len(self.stripes) and all(map(is_same, stripes, self.stripes)):
            return
        self.stripes = list(stripes)
        items = [
            pg.BarGraphItem(
                x=seconds_of(each.day + 0.0),
                width=seconds_of(STRIPE_DAYS),
                y0=each.base,
                height=each.height,
                brush=getattr(colours, each.role),
                pen=pg.mkPen(getattr(colours, each.role)),
            )
            for each in stripes
        ]
        self._replace(items, 2)

    def recolour(self, colours: Colours) -> None:
        """Take on the colours of a theme."""
        for each, item in zip(self.stripes, self._items, strict=True):
            colour = getattr(colours, each.role)
            item.setOpts(brush=colour, pen=pg.mkPen(colour))


class GoalLines(_Marks):
    """Thin dashed lines at the values aimed at; their names stand in the gutter."""

    def __init__(self, plot: pg.PlotItem) -> None:
        super().__init__(plot)
        self.names: dict[float, str] = {}

    def show(self, goals: Sequence[tuple[float, str]], colours: Colours) -> bool:
        """Show these lines, and tell whether they are others than before."""
        names = dict(goals)
        if names == self.names:
            return False
        self.names = names
        self._replace([pg.InfiniteLine(value, angle=0) for value in names], -1)
        self.recolour(colours)
        return True

    def recolour(self, colours: Colours) -> None:
        """Take on the colours of a theme."""
        for item in self._items:
            pen = pg.mkPen(colours.accent, width=1)
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern(list(GOAL_DASH))
            item.setPen(pen)
