"""Lines drawn stroke by stroke: Qt takes some thirty times as long for a whole path."""

from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from pyqtgraph.graphicsItems.PlotCurveItem import arrayToLineSegments
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen, QTransform

from tracker.domain.columns import Floats, Integers, Truths
from tracker.ui.charts.panning import painted_between

HALF_A_PIXEL: Final = 0.5


class StrokedLine(pg.PlotCurveItem):  # type: ignore[misc]
    """A line, solid or dashed, whose strokes are drawn one by one.

    In a picture of shapes it stays one line, with real dashes.
    """

    def __init__(self) -> None:
        super().__init__(antialias=True, skipFiniteCheck=True)

    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        x, y = self.getData()
        if self._exportOpts or x is None or len(x) < 2:
            super().paint(painter, option, widget)
            return
        connect = self.opts["connect"]
        joined = np.ones(len(x), np.bool_) if isinstance(connect, str) else connect != 0
        transform = painter.worldTransform()
        x_px = x * transform.m11() + transform.dx()
        y_px = y * transform.m22() + transform.dy()
        painter.setWorldTransform(QTransform())
        left, right = painted_between(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for pen in filter(None, (self.opts["shadowPen"], self.opts["pen"])):
            pattern = np.array(pen.dashPattern()) * pen.widthF()
            # Dashes are counted from the line's beginning, so only its end can be left out.
            room = 3 * pen.widthF()  # strokes reach beyond their bends
            begin, end = np.searchsorted(x_px, (left - room, right + room))
            part = slice(0 if len(pattern) else max(begin - 1, 0), end + 1)
            if not joined[part][:-1].any():
                continue
            ends_x, ends_y = strokes(
                x_px[part], y_px[part], joined[part][:-1], pen.widthF(), pattern
            )
            first = 2 * int(np.searchsorted(ends_x[1::2], left - room))
            one = QPen(pen)
            # Qt takes the width in device pixels: on a high-resolution screen the line would be too
            # thin.
            one.setWidthF(pen.widthF() * painter.device().devicePixelRatio())
            one.setStyle(Qt.PenStyle.SolidLine)
            one.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(one)
            lines = arrayToLineSegments(
                ends_x[first:], ends_y[first:], connect="pairs", finiteCheck=False
            )
            painter.drawLines(*lines.drawargs())
        painter.setWorldTransform(transform)


def strokes(
    x: Floats, y: Floats, joined: Truths, width: float, pattern: Floats
) -> tuple[Floats, Floats]:
    """Cut a line into strokes, at its bends and into dashes, which continue round the bends.

    At a bend, strokes reach far enough beyond it to leave no notch outside.

    Args:
        x: Positions of the line's points in pixels, ascending; joined points differ.
        y: Their heights in pixels.
        joined: Whether each point but the last is joined to the next; dashes start anew where not.
        width: The line's width in pixels.
        pattern: Lengths of a dash, the gap after it, and so on; empty for a solid line.

    Returns:
        The x and the y values of the strokes' ends, two per stroke.

    >>> x, y, joined = np.array([0.0, 10.0]), np.zeros(2), np.array([True])
    >>> strokes(x, y, joined, 2.0, np.zeros(0))[0].tolist()
    [0.0, 10.0]
    >>> strokes(x, y, joined, 2.0, np.array([4.0, 2.0]))[0].tolist()
    [0.0, 4.0, 6.0, 10.0]
    """
    start = np.flatnonzero(joined)
    across, up = x[start + 1] - x[start], y[start + 1] - y[start]
    is_straight = (np.diff(start) == 1) & (across[1:] * up[:-1] == up[1:] * across[:-1])
    stop = start[np.append(~is_straight, True)[: len(start)]] + 1
    start = start[np.append(True, ~is_straight)[: len(start)]]
    across, up = x[stop] - x[start], y[stop] - y[start]
    length = np.hypot(across, up)
    across, up = across / length, up / length
    follows = start[1:] == stop[:-1]
    beyond = np.where(follows, _beyond_bends(across, up, width), 0.0)
    before, behind = (np.append(x, y)[: len(start)] for x, y in ((0.0, beyond), (beyond, 0.0)))
    if not len(pattern):
        of, begin, end = np.arange(len(start)), -before, length + behind
    else:
        of, begin, end = _dashes(length, follows, pattern)
        begin = np.where(begin <= 0.0, -before[of], begin)
        end = np.where(end >= length[of], length[of] + behind[of], end)
    at = np.stack((begin, end), axis=1)
    ends = (
        (values[start[of], np.newaxis] + at * step[of, np.newaxis]).ravel()
        for values, step in ((x, across), (y, up))
    )
    return next(ends), next(ends)


def _beyond_bends(across: Floats, up: Floats, width: float) -> Floats:
    """Return how far two strokes reach beyond their bend, so that their outer edges meet.

    A sharp bend gets half the width; a slight one at least half a pixel, or the background would
    show through between two edges that touch.
    """
    cosine = (across[1:] * across[:-1] + up[1:] * up[:-1]).clip(0.0, 1.0)
    tangent_of_half = np.sqrt((1.0 - cosine) / (1.0 + cosine))
    beyond: Floats = np.maximum(tangent_of_half * width / 2, HALF_A_PIXEL)
    return beyond


def _dashes(length: Floats, follows: Truths, pattern: Floats) -> tuple[Integers, Floats, Floats]:
    """Cut segments of lines into dashes.

    Args:
        length: The length of each segment.
        follows: Whether each segment but the first continues the one before it.
        pattern: Lengths of a dash, the gap after it, and so on.

    Returns:
        The segment each dash lies on, and where on it the dash begins and ends. A dash round a bend
        is returned as one on either side of it.
    """
    end = np.cumsum(length)
    start = end - length
    start -= np.maximum.accumulate(np.where(np.append(False, follows)[: len(start)], 0.0, start))
    bounds = np.cumsum(np.append(0.0, pattern))
    first = start // bounds[-1]  # how many full patterns lie before the segment's start
    times = ((start + length) // bounds[-1] - first).astype(np.int64) + 1
    of = np.repeat(np.arange(len(length)), times)
    time = np.arange(len(of)) - np.repeat(np.cumsum(times) - times, times)
    # One row per start of the pattern, one column per dash in it.
    at = ((first[of] + time) * bounds[-1] - start[of])[:, np.newaxis]
    dash_begin = np.maximum(at + bounds[:-1:2], 0.0)
    dash_end = np.minimum(at + bounds[1::2], length[of, np.newaxis])
    row, dash = np.nonzero(dash_begin < dash_end)
    return of[row], dash_begin[row, dash], dash_end[row, dash]
