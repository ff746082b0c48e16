"""What charts show besides curves and bars: tints, daily bars, goal lines, an outline."""

from collections.abc import Sequence
from math import ceil
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from tracker.app.theme import Colours
from tracker.ui.charts.axes import seconds_of
from tracker.ui.charts.panning import painted_between
from tracker.ui.charts.series import Bars, Stripes, Tint, is_same

STRIPE_DAYS: Final = 0.8
GOAL_DASH: Final = (6.0, 4.0)
WEEK_DAYS: Final = 7


class BarItem(pg.BarGraphItem):  # type: ignore[misc]
    """Bars of one colour in the order of time; it goes only through those that are painted."""

    def paint(self, painter: QPainter, *args: Any) -> None:
        left, right = painted_between(painter)
        if self._exportOpts or not np.isfinite(right - left):
            super().paint(painter, *args)
            return
        bars = self._rectarray.ndarray()  # left, top, width, height
        room = 1.0 / painter.worldTransform().m11()  # for the pen
        begin = np.searchsorted(bars[:, 0] + bars[:, 2], left - room)
        end = np.searchsorted(bars[:, 0], right + room)
        painted = PrimitiveArray(QRectF, 4)
        painted.resize(end - begin)
        painted.ndarray()[:] = bars[begin:end]
        painter.setPen(self._sharedPen)
        painter.setBrush(self._sharedBrush)
        painter.drawRects(*painted.drawargs())


class _Marks:
    """Items of a plot that are shown, hidden and recoloured together."""

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
    """Tinted ranges of values behind everything else."""

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
        """Apply the colours of a theme."""
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
        """Show these bars; those unchanged are not redrawn."""
        if len(stripes) == len(self.stripes) and all(map(is_same, stripes, self.stripes)):
            return
        self.stripes = list(stripes)
        items = [
            BarItem(
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
        """Apply the colours of a theme."""
        for each, item in zip(self.stripes, self._items, strict=True):
            colour = getattr(colours, each.role)
            item.setOpts(brush=colour, pen=pg.mkPen(colour))


class LevelLine(pg.InfiniteLine):  # type: ignore[misc]
    """A line at a value, whose dashes stay where they are in time when the view moves."""

    def __init__(self, value: float) -> None:
        super().__init__(value, angle=0)

    def paint(self, painter: QPainter, *args: Any) -> None:
        pen = QPen(self.currentPen)
        pattern = np.array(pen.dashPattern()) * max(pen.widthF(), 1.0)
        if self._exportOpts or not len(pattern):
            super().paint(painter, *args)
            return
        dash, gap = pattern
        transform, (left, right) = painter.worldTransform(), self._endPoints
        first, last = (ceil(end * transform.m11() / (dash + gap)) for end in (left, right))
        begin = np.arange(first - 1, last) * (dash + gap) + transform.dx()
        lines = PrimitiveArray(QLineF, 4)
        lines.resize(len(begin))
        lines.ndarray()[:, ::2] = np.stack((begin, begin + dash), axis=1)
        lines.ndarray()[:, 1::2] = transform.dy()
        painter.setWorldTransform(QTransform())
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLines(*lines.drawargs())
        painter.setWorldTransform(transform)


class GoalLines(_Marks):
    """Thin dashed lines at goal values; their names are in the gutter."""

    def __init__(self, plot: pg.PlotItem) -> None:
        super().__init__(plot)
        self.names: dict[float, str] = {}

    def show(self, goals: Sequence[tuple[float, str]], colours: Colours) -> bool:
        """Show these lines; returns whether they differ from before."""
        names = dict(goals)
        if names == self.names:
            return False
        self.names = names
        self._replace([LevelLine(value) for value in names], -1)
        self.recolour(colours)
        return True

    def recolour(self, colours: Colours) -> None:
        """Apply the colours of a theme."""
        for item in self._items:
            pen = pg.mkPen(colours.accent, width=1)
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern(list(GOAL_DASH))
            item.setPen(pen)


class Outline(_Marks):
    """The outline of weeks over the bars: what was planned, around what was done."""

    def __init__(self, plot: pg.PlotItem) -> None:
        super().__init__(plot)
        self.weeks: Bars | None = None

    def show(self, weeks: Bars | None, colours: Colours) -> bool:
        """Show these weeks, none if None; returns whether they differ from before."""
        if weeks is self.weeks or (weeks and self.weeks and is_same(weeks, self.weeks)):
            return False
        self.weeks = weeks
        self._replace([] if weeks is None else [_contour(weeks)], 3)
        self.recolour(colours)
        return True

    def highest(self, first: float, last: float) -> float:
        """Return the highest of the weeks between two days, 0 if there are none."""
        if self.weeks is None:
            return 0.0
        inside = slice(*np.searchsorted(self.weeks.day, (first - WEEK_DAYS, last)))
        return float(self.weeks.value[inside].max(initial=0.0))

    def recolour(self, colours: Colours) -> None:
        """Apply the colours of a theme."""
        if self.weeks is not None:
            self._items[0].setPen(pg.mkPen(getattr(colours, self.weeks.role), width=1.5))


def _contour(weeks: Bars) -> pg.PlotCurveItem:
    """Draw weeks as one line up, along and down; weeks at 0 are left out."""
    kept = np.flatnonzero(weeks.value > 0)
    day, top = weeks.day[kept], weeks.value[kept]
    x = np.repeat(day, 4) + np.tile((0, 0, WEEK_DAYS, WEEK_DAYS), len(day))
    y = np.repeat(top, 4) * np.tile((0.0, 1.0, 1.0, 0.0), len(day))
    # Between consecutive weeks the line does not go down to 0.
    follows = np.flatnonzero(np.diff(day) == WEEK_DAYS)
    is_drawn = np.ones(len(x), np.bool_)
    is_drawn[4 * follows + 3] = is_drawn[4 * follows + 4] = False
    joined = np.tile((True, True, True, False), len(day))
    joined[4 * follows + 2] = True
    return pg.PlotCurveItem(
        seconds_of(x[is_drawn] + 0.0), y[is_drawn], connect=joined[is_drawn].astype(np.int32)
    )
