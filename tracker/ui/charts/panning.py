"""What keeps a chart quick while it is dragged: only what comes into sight is painted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from operator import is_
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QStyleOptionGraphicsItem

OUT_OF_STEP: Final = 1e-3  # of a pixel: so far from a whole one, and more, is not a whole one
EDGE_PX: Final = 2  # painted again beside what comes into sight
REST_MS: Final = 200  # without a move, until the chart is painted as usual
UpdateMode = QGraphicsView.ViewportUpdateMode


def painted_between(painter: QPainter) -> tuple[float, float]:
    """Return where painting begins and ends from left to right, in the painter's coordinates."""
    if not painter.hasClipping():
        return -inf, inf
    place = painter.clipBoundingRect()
    return place.left(), place.right()


class PlotView(pg.ViewBox):  # type: ignore[misc]
    """The place of the plot, which ends at whole pixels: nothing of it reaches into the axes."""

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.rect())
        return path


@dataclass(frozen=True, slots=True)
class PlotLook:
    """Everything by which a chart looks different, but for how far it has been moved.

    Args:
        values: What is compared by its value.
        things: What is replaced when it changes.
    """

    values: tuple[Any, ...]
    things: Sequence[object]

    def is_same(self, other: "PlotLook") -> bool:
        """Tell whether nothing has changed."""
        return (
            self.values == other.values
            and len(self.things) == len(other.things)
            and all(map(is_, self.things, other.things))
        )


class PannedPicture:
    """The picture of a chart, moved along with it while it is dragged.

    Between two moves by a whole number of pixels, what was painted is still right, only elsewhere:
    it is copied to its new place, and the strip that comes into sight is painted, with the axes.

    Args:
        chart: The view that shows the plot.
        plot: The plot, which fills it.
    """

    def __init__(self, chart: QGraphicsView, plot: pg.PlotItem) -> None:
        self._chart, self._plot, self._view = chart, plot, plot.getViewBox()
        self._picture: QPixmap | None = None  # only while it is dragged: it takes a megabyte
        self._look = PlotLook((), ())
        self._range = [0.0, 1.0]
        # Then Qt learns again what is painted where, to paint single changes.
        self._rest = QTimer(chart, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.forget)

    def forget(self) -> None:
        """Let the chart be painted as usual again."""
        if self._picture is not None:
            self._picture = None
            self._rest.stop()
            self._chart.setViewportUpdateMode(UpdateMode.MinimalViewportUpdate)
            self._chart.viewport().update()

    def follow(self) -> None:
        """Have the chart painted, now that it has moved or points elsewhere."""
        if self._picture is not None:
            self._chart.viewport().update()

    def paint(self, look: PlotLook) -> bool:
        """Paint the chart if it is being dragged.

        Args:
            look: How it looks now.

        Returns:
            Whether it is painted now; otherwise it is to be painted as usual.
        """
        shift = self._shift() if look.is_same(self._look) else None
        is_moved = self._range != (seen := self._view.viewRange()[0])
        self._range, self._look = seen, look
        if self._picture is None:
            if not shift:
                return False
            # Qt would find out the new place of each item, to paint it a second time.
            self._chart.setViewportUpdateMode(UpdateMode.NoViewportUpdate)
        if self._picture is None or shift is None:
            self._picture = self._whole()
        elif shift:
            self._move(self._picture, shift)
        if is_moved:
            self._rest.start()
        painter = QPainter(self._chart.viewport())
        painter.drawPixmap(0, 0, self._picture)
        painter.end()
        return True

    @property
    def _place(self) -> QRect:
        """The pixels of the plot."""
        place: QRect = self._view.mapRectToScene(self._view.rect()).toRect()
        return place

    def _shift(self) -> int | None:
        """Return how many pixels the plot has moved to the right; None if not a whole number."""
        width = max(self._place.width(), 1)
        now = self._view.viewRange()[0]
        a_pixel = (now[1] - now[0]) / width
        of_start, of_end = ((was - at) / a_pixel for was, at in zip(self._range, now, strict=True))
        whole = round(of_start)
        is_in_step = max(abs(of_start - whole), abs(of_end - whole)) < OUT_OF_STEP
        is_whole = self._chart.devicePixelRatioF().is_integer()
        return whole if is_in_step and is_whole and abs(whole) < width else None

    def _blank(self, size: QSize) -> QPixmap:
        """Return a picture of the background."""
        ratio = self._chart.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._chart.backgroundBrush().color())
        return picture

    def _whole(self) -> QPixmap:
        """Return a picture of the chart."""
        place = self._chart.viewport().rect()
        picture = self._blank(place.size())
        painter = QPainter(picture)
        QGraphicsView.render(self._chart, painter, QRectF(place), place)
        painter.end()
        return picture

    def _move(self, picture: QPixmap, shift: int) -> None:
        """Move the plot within the picture, and paint what is new: a strip of it, and the axes."""
        place, whole = self._place, self._chart.viewport().rect()
        ratio = round(picture.devicePixelRatio())
        picture.scroll(shift * ratio, 0, QRect(place.topLeft() * ratio, place.size() * ratio))
        # Qt leaves out a point of which one pixel is seen at the edge of what is painted.
        strip = QRect(place)
        if shift > 0:
            strip.setWidth(shift + EDGE_PX)
        else:
            strip.setLeft(place.right() + 1 + shift - EDGE_PX)
        around = strip.adjusted(-EDGE_PX, 0, EDGE_PX, 0) & place
        below = QRect(QPoint(0, place.bottom() + 1), whole.bottomRight())
        # The lines of the left axis reach one pixel beyond the plot.
        beside = QRect(QPoint(place.right() + 2, 0), QPoint(whole.right(), place.bottom()))
        left, bottom, right = (self._plot.getAxis(name) for name in ("left", "bottom", "right"))
        painter = QPainter(picture)
        for part, painted, items in (
            (strip, around, [left, *self._view.childGroup.childItems()]),
            (below, below, [left, bottom, right]),
            (beside, beside, [right]),
        ):
            painter.setClipRect(part)
            painter.drawPixmap(painted.topLeft(), self._part(painted, items))
        painter.end()

    def _part(self, part: QRect, items: Iterable[QGraphicsItem]) -> QPixmap:
        """Paint some items, as far as they lie within a part of the chart.

        Into a picture of its own, because axes do not keep to the bounds set for a painter.
        """
        picture = self._blank(part.size())
        painter, option = QPainter(picture), QStyleOptionGraphicsItem()
        outer = painter.worldTransform().translate(-part.left(), -part.top())
        painter.setClipRect(QRect(QPoint(), part.size()))
        for item in items:
            if item.isVisible():
                if isinstance(item, pg.InfiniteLine):
                    item.boundingRect()  # finds its ends
                painter.save()
                painter.setWorldTransform(item.sceneTransform() * outer)
                item.paint(painter, option, None)
                painter.restore()
        painter.end()
        return picture
