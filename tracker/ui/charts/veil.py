"""The band of a line's ±, drawn in columns of pixels: a path takes ten times as long."""

from math import ceil, floor
from typing import Any

import numpy as np
import pyqtgraph as pg
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsPathItem

from tracker.domain.columns import Floats, Integers
from tracker.ui.charts.panning import painted_between


class Veil(QGraphicsPathItem):
    """The area within the ± of a line; in a picture of shapes, each piece is one shape."""

    def __init__(self) -> None:
        super().__init__()
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.show_about(np.zeros(0), np.zeros(0), np.zeros(0), np.zeros(0, np.int64))

    def show_about(self, x: Floats, height: Floats, plus_minus: Floats, piece: Integers) -> None:
        """Show the band around a line.

        Args:
            x: The line's positions, ascending.
            height: Its heights.
            plus_minus: Half the height of the band there; NaN for none.
            piece: The unbroken piece of the line that each point belongs to, ascending.
        """
        veiled = np.flatnonzero(np.isfinite(plus_minus))
        self._x, self._piece = x[veiled], piece[veiled]
        self._upper = height[veiled] + plus_minus[veiled]
        self._lower = height[veiled] - plus_minus[veiled]
        self.setPath(_outline(self._x, self._upper, self._lower, self._piece))

    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        if painter.paintEngine().type() is not QPaintEngine.Type.Raster:
            super().paint(painter, option, widget)
            return
        if not len(self._x):
            return
        transform = painter.worldTransform()
        x_px = self._x * transform.m11() + transform.dx()
        top, bottom = (
            each * transform.m22() + transform.dy() for each in (self._upper, self._lower)
        )
        painter.setWorldTransform(QTransform())
        left, right = painted_between(painter)
        between = floor(max(left, 0.0)), ceil(min(right, painter.device().width()))
        columns = _columns(x_px, top, bottom, self._piece, *between)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.brush())
        painter.drawRects(*columns.drawargs())
        painter.setWorldTransform(transform)


def _outline(x: Floats, upper: Floats, lower: Floats, piece: Integers) -> QPainterPath:
    """Draw round each piece: along its upper edge, and back along the lower."""
    number = np.arange(len(x))
    there = piece * 2 * len(x) + number
    back = (piece * 2 + 2) * len(x) - 1 - number
    order = np.argsort(np.concatenate((there, back)))
    around = np.concatenate((piece, piece))[order]
    edges = np.concatenate((upper, lower))[order]
    joined = np.append(around[1:] == around[:-1], False)[: len(around)]
    path: QPainterPath = pg.arrayToQPath(
        np.concatenate((x, x))[order], edges, connect=joined.astype(np.int32), finiteCheck=False
    )
    return path


def _columns(
    x: Floats, top: Floats, bottom: Floats, piece: Integers, lowest: int, highest: int
) -> PrimitiveArray:
    """Return the pixel columns whose centres lie within a piece, from one column up to another.

    Args:
        x: Positions in pixels, one or more, ascending.
        top: The upper edge at each position.
        bottom: The lower edge.
        piece: The piece that each position belongs to.
        lowest: The first column.
        highest: The column behind the last.
    """
    first, end = (ceil(x[at] - 0.5) for at in (0, -1))
    left = np.arange(max(first, lowest), min(end, highest))
    middle = left + 0.5
    beyond = np.searchsorted(x, middle)
    inside = piece[beyond - 1] == piece[beyond]
    left, middle = left[inside], middle[inside]
    top, bottom = np.interp(middle, x, top), np.interp(middle, x, bottom)
    columns = PrimitiveArray(QRectF, 4)
    columns.resize(len(left))
    columns.ndarray()[:] = np.stack((left, top, np.ones(len(left)), bottom - top), axis=1)
    return columns
