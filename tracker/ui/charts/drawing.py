"""How a curve is drawn: its points, its line, and the band of the line's ±."""

from math import ceil, floor, log2
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QTransform

from tracker.app.theme import Colours
from tracker.domain.columns import Floats, Integers, Truths
from tracker.domain.windows import LONGEST_GAP_DAYS
from tracker.ui.charts.axes import seconds_of
from tracker.ui.charts.panning import painted_between
from tracker.ui.charts.series import Curve, Line, PointKind
from tracker.ui.charts.strokes import StrokedLine
from tracker.ui.charts.symbols import LOOKS
from tracker.ui.charts.veil import Veil

DASH: Final = (5.0, 2.5)
DOTS: Final = (1.0, 2.5)
MOST_LINE_POINTS: Final = 600  # in view: more than a line a thousand pixels wide can show
# A lone height is drawn this many days to either side; otherwise it would be invisible.
STUB_DAYS: Final = 1.0
# Opacity of points, of 255: the more points, the fainter each.
FAINT, FAINTEST, FEW_POINTS = 105, 45, 200
VEIL: Final = 30
LITTLE: Final = 1e-6  # more than a range is out when it was moved


class Spots(pg.ScatterPlotItem):  # type: ignore[misc]
    """Points in the order of time that all look alike.

    So their picture is looked up once rather than once per point, and only those are gone through
    that are where the plot is being painted.
    """

    data: Any

    def updateSpots(self, dataSet: Any = None) -> None:  # noqa: N803 - pyqtgraph's name
        spots = self.data if dataSet is None else dataSet
        style = tuple(self.opts[name] for name in ("symbol", "size", "pen", "brush"))
        spots["sourceRect"] = self.fragmentAtlas[[style]][0]
        super().updateSpots(dataSet)
        self.invalidate()

    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        left, right = painted_between(painter)
        ratio = self.fragmentAtlas.devicePixelRatio()
        is_as_fine = widget is None or widget.devicePixelRatioF() == ratio
        if (
            self._exportOpts
            or not is_as_fine
            or not np.isfinite(right - left)
            or not len(self.data)
        ):
            super().paint(painter, option, widget)
            return
        transform, picture = painter.worldTransform(), self.data["sourceRect"][0].tolist()
        _, _, width_px, _ = picture
        room = width_px / ratio / transform.m11()
        painted = self.data[slice(*np.searchsorted(self.data["x"], (left - room, right + room)))]
        self._pixmapFragments.resize(len(painted))
        places = self._pixmapFragments.ndarray()
        places[:, 0] = painted["x"] * transform.m11() + transform.dx()
        places[:, 1] = painted["y"] * transform.m22() + transform.dy()
        places[:, 2:6] = picture
        places[:, 6:] = 1 / ratio, 1 / ratio, 0.0, 1.0  # its scale, rotation and opacity
        painter.setWorldTransform(QTransform())
        arguments = (*self._pixmapFragments.drawargs(), self.fragmentAtlas.pixmap)
        painter.drawPixmapFragments(*arguments)
        painter.setWorldTransform(transform)


class _Pieces:
    """A line's heights, and which of them belong to the same unbroken piece.

    Across a long time without values, a line would claim what nobody measured.
    """

    def __init__(self, line: Line) -> None:
        told = np.isfinite(line.height)
        broken = np.diff(line.day) > LONGEST_GAP_DAYS
        broken |= line.begins[1:] | ~told[1:] | ~told[:-1]
        piece = np.append(0, np.cumsum(broken))[: len(told)]
        self.day: Integers = line.day[told]
        self.height: Floats = line.height[told]
        self.is_bound: Truths = line.is_bound[told]
        self.plus_minus: Floats = line.plus_minus[told]
        self.piece: Integers = piece[told]

    def between(self, first: float, last: float) -> slice:
        """Return the slice of the days between two, with one more to either side."""
        begin = max(int(np.searchsorted(self.day, first)) - 1, 0)
        return slice(begin, int(np.searchsorted(self.day, last, side="right")) + 1)

    def thinned(self, seen: slice, days_in_view: float) -> Integers:
        """Return indices of a part, few enough to draw; the ends of pieces always."""
        times = np.ptp(self.day[seen]) / days_in_view if seen.start < len(self.day) else 1.0
        most = MOST_LINE_POINTS * max(times, 1.0)
        piece = self.piece[seen]
        edge = np.append(True, piece[1:] != piece[:-1])[: len(piece)]
        kept = edge | np.append(edge[1:], True)[: len(piece)]
        kept[:: max(1, ceil(len(piece) / most))] = True
        places: Integers = seen.start + np.flatnonzero(kept)
        return places


def days_around(first: float, last: float) -> tuple[float, float]:
    """Return the days to draw a line of, some more than are in view.

    They are the same while the view moves less far than half its width: so the line is not thinned
    anew with every step, which would make it quiver, and its dashes stay where they are.

    >>> days_around(10.0, 110.0), days_around(30.0, 130.0)
    ((0.0, 128.0), (0.0, 192.0))
    """
    step = 2.0 ** (ceil(log2(last - first) - LITTLE) - 1)
    return floor(first / step) * step, ceil(last / step) * step


class CurveItems:
    """The items of one curve: points by kind, a line, dotted if a bound, and a band of ±."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._plot = plot
        self.spots: dict[PointKind, Spots] = {}  # only for kinds that occur
        self.line, self.dotted = StrokedLine(), StrokedLine()
        self.veil = Veil()
        for item, height in ((self.veil, -5), (self.line, 5), (self.dotted, 5)):
            self._add(item, height)

    def _add(self, item: Any, height: int) -> None:
        item.setZValue(height)
        self._plot.addItem(item, ignoreBounds=True)

    def remove(self) -> None:
        """Take everything out of the plot."""
        for item in (self.veil, self.line, self.dotted, *self.spots.values()):
            self._plot.removeItem(item)

    def show_points(self, curve: Curve, colours: Colours) -> None:
        """Draw the points and apply the colours; points need no redrawing when the view moves."""
        strong = QColor(getattr(colours, curve.role))
        faint = QColor(strong)
        crowd = max(len(curve.points.day) / FEW_POINTS, 1.0)
        if not curve.is_measured:
            faint.setAlpha(max(int(FAINT / crowd**0.5), FAINTEST))
        for kind, (symbol, size, is_hollow) in LOOKS.items():
            chosen = curve.points.kind == kind
            if kind not in self.spots:
                if not chosen.any():
                    continue
                self.spots[kind] = Spots(pxMode=True)
                self._add(self.spots[kind], 1)
            look = (
                {"pen": pg.mkPen(faint), "brush": colours.card}
                if is_hollow
                else {"pen": None, "brush": faint}
            )
            self.spots[kind].setData(
                seconds_of(curve.points.day[chosen]),
                curve.points.value[chosen],
                symbol=symbol.format(curve.symbol),
                size=size,
                antialias=True,
                **look,
            )
        self._pieces = _Pieces(curve.line)
        self.drawn: tuple[float, float] | None = None  # the days the line is drawn of
        dash = curve.dash or (DASH if curve.is_dashed else ())
        for item, pattern in ((self.line, dash), (self.dotted, DOTS)):
            pen = pg.mkPen(strong, width=2)
            if pattern:
                pen.setStyle(Qt.PenStyle.CustomDashLine)
                pen.setDashPattern(list(pattern))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            item.setPen(pen)
        veil = QColor(strong)
        veil.setAlpha(VEIL)
        self.veil.setBrush(veil)

    def show_line(self, first: float, last: float) -> None:
        """Draw the line about two days, with no more points than can be seen."""
        around = days_around(first, last)
        if around == self.drawn:
            return
        self.drawn = around
        pieces = self._pieces
        place = pieces.thinned(pieces.between(*around), last - first)
        piece = pieces.piece[place]
        follows = np.append(False, piece[1:] == piece[:-1])[: len(piece)]
        alone = ~(follows | np.append(follows[1:], False)[: len(piece)])
        times = np.where(alone, 2, 1)
        place, piece = np.repeat(place, times), np.repeat(piece, times)
        day = pieces.day[place].astype(np.float64)
        stub = np.flatnonzero(np.repeat(alone, times))
        day[stub] += np.resize((-STUB_DAYS, STUB_DAYS), len(stub))
        height, bound = pieces.height[place], pieces.is_bound[place]
        joined = np.append(piece[1:] == piece[:-1], False)[: len(piece)]
        dotted = joined & (bound | np.append(bound[1:], False)[: len(bound)])
        x = seconds_of(day)
        self.line.setData(x, height, connect=(joined & ~dotted).astype(np.int32))
        self.dotted.setData(x, height, connect=dotted.astype(np.int32))
        self.dotted.setVisible(bool(dotted.any()))
        self.veil.show_about(x, height, pieces.plus_minus[place], piece)

    def extent(self, curve: Curve, first: float, last: float) -> list[float]:
        """Return the lowest and the highest of points and ± between two days; empty if none."""
        found: list[float] = []
        points, pieces = curve.points, self._pieces
        value = points.value[slice(*np.searchsorted(points.day, (first, last)))]
        if len(value):
            found += [value.min(), value.max()]
        seen = slice(*np.searchsorted(pieces.day, (first, last)))
        height, limit = pieces.height[seen], np.nan_to_num(pieces.plus_minus[seen])
        if len(height):
            found += [(height - limit).min(), (height + limit).max()]
        return found

    def end(self, curve: Curve, first: float, last: float) -> float | None:
        """Return where the curve ends between two days: the line's end, or else the last point."""
        for day, value in (
            (self._pieces.day, self._pieces.height),
            (curve.points.day, curve.points.value),
        ):
            place = int(np.searchsorted(day, last)) - 1
            if place >= 0 and day[place] >= first:
                return float(value[place])
        return None
