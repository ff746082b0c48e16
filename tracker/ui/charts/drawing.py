"""How a curve is drawn: its points, its line, and the veil of its noise."""

from math import ceil, isfinite
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem

from tracker.app.theme import Colours
from tracker.ui.charts.axes import seconds_of
from tracker.ui.charts.series import Curve

DASH: Final = (5.0, 2.5)
MOST_LINE_POINTS: Final = 600  # more than a line of a thousand pixels can show
POINT_PX: Final = 6
# Opacity of points, of 255: the more there are, the fainter each.
FAINT, FAINTEST, FEW_POINTS = 105, 45, 200
VEIL: Final = 34


class Spots(pg.ScatterPlotItem):  # type: ignore[misc]
    """Points that all look alike: their picture is looked up once, not once a point."""

    def updateSpots(self, dataSet: Any = None) -> None:  # noqa: N803 - pyqtgraph's name
        spots = self.data if dataSet is None else dataSet
        style = tuple(self.opts[name] for name in ("symbol", "size", "pen", "brush"))
        spots["sourceRect"] = self.fragmentAtlas[[style]][0]
        super().updateSpots(dataSet)
        self.invalidate()


class CurveItems:
    """What draws one curve: full points, hollow ones where doubtful, a line, and a veil."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self.points = Spots(size=POINT_PX, pxMode=True)
        self.doubtful = Spots(size=POINT_PX, pxMode=True)
        self.line = pg.PlotCurveItem(antialias=True, skipFiniteCheck=True)
        self.veil = QGraphicsPathItem()
        self.veil.setPen(QPen(Qt.PenStyle.NoPen))
        heights = ((self.veil, -5), (self.doubtful, 1), (self.points, 1), (self.line, 5))
        for item, height in heights:
            item.setZValue(height)
            plot.addItem(item, ignoreBounds=True)

    def remove_from(self, plot: pg.PlotItem) -> None:
        for item in (self.veil, self.doubtful, self.points, self.line):
            plot.removeItem(item)

    def show_points(self, curve: Curve, colours: Colours) -> None:
        """Draw the points; they stay while the view moves."""
        strong = QColor(getattr(colours, curve.role))
        faint = QColor(strong)
        crowd = max(len(curve.day) / FEW_POINTS, 1.0)
        faint.setAlpha(max(int(FAINT / crowd**0.5), FAINTEST))
        for spots, chosen, look in (
            (self.points, ~curve.doubtful, {"pen": None, "brush": faint}),
            (self.doubtful, curve.doubtful, {"pen": pg.mkPen(faint), "brush": colours.card}),
        ):
            spots.setData(
                seconds_of(curve.day[chosen]),
                curve.value[chosen],
                symbol=curve.symbol,
                antialias=True,
                **look,
            )
        pen = pg.mkPen(strong, width=2)
        dash = curve.dash or (DASH if curve.is_dashed else ())
        if dash:
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern(list(dash))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.line.setPen(pen)
        veil = QColor(strong)
        veil.setAlpha(VEIL)
        self.veil.setBrush(veil)

    def show_line(self, curve: Curve, first: float, last: float) -> None:
        """Draw the part of the line that lies between two days, with no more points than show."""
        begin = max(int(np.searchsorted(curve.day, first)) - 1, 0)
        end = int(np.searchsorted(curve.day, last, side="right")) + 1
        step = max(1, ceil((end - begin) / MOST_LINE_POINTS))
        day, height = curve.day[begin:end:step], curve.smoothed[begin:end:step]
        joined = np.zeros(len(day), np.bool_)
        joined[:-1] = np.diff(day) <= curve.longest_bridge_days * step
        self.line.setData(seconds_of(day), height, connect=joined.astype(np.int32))
        path = QPainterPath()
        if isfinite(curve.noise):
            for piece in np.split(np.arange(len(day)), np.flatnonzero(~joined) + 1):
                x, y = seconds_of(day[piece]), height[piece]
                across = np.concatenate((x, x[::-1]))
                around = np.concatenate((y + curve.noise, y[::-1] - curve.noise))
                path.addPolygon(QPolygonF(list(map(QPointF, across, around))))
        self.veil.setPath(path)
