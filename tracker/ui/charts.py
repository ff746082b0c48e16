"""Charts over days: lines, points, bands, bars, a crosshair; the only file that knows pyqtgraph."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, isfinite
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QDateTime, QLocale, QPointF, QRectF, Qt, QTimeZone, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsPathItem, QLabel, QVBoxLayout, QWidget
from pyqtgraph.graphicsItems import DateAxisItem as date_axis

from tracker.domain.columns import Floats, Integers, Truths
from tracker.ui.theme import CAPTION, Colours, colours_of, scaled_font

DAY_S: Final = 86_400
FEWEST_DAYS_SHOWN: Final = 7
# A line over a longer break would claim what nobody measured.
LONGEST_BRIDGE_DAYS: Final = 42
MOST_LINE_POINTS: Final = 600  # more than a line of a thousand pixels can show
FAINT: Final = 105  # of 255
VEIL: Final = 34
LABEL_GAP_PX: Final = 14.0
BAR_DAYS: Final = 6.0  # of the seven, so that weeks stand apart


@dataclass(frozen=True, slots=True)
class Curve:
    """Points of single days and the line through them.

    Args:
        name: Written beside the line's end.
        role: Name of its colour in ``Colours``.
        day: Days since 1 January 1970, ascending.
        value: The points.
        smoothed: The line.
        doubtful: Points drawn hollow.
        symbol: "o" circle, "t1" triangle, "s" square.
        is_dashed: Whether the line is dashed.
        noise: Half the height of the veil about the line; NaN for none.
    """

    name: str
    role: str
    day: Integers
    value: Floats
    smoothed: Floats
    doubtful: Truths
    symbol: str = "o"
    is_dashed: bool = False
    noise: float = float("nan")


@dataclass(frozen=True, slots=True)
class Bars:
    """One bar a week: its Monday, in days since 1 January 1970, and its height."""

    name: str
    role: str
    day: Integers
    value: Floats


def _same(one: Curve | Bars, other: Curve | Bars) -> bool:
    return type(one) is type(other) and all(
        np.array_equal(getattr(one, name), getattr(other, name))
        if isinstance(getattr(one, name), np.ndarray)
        else getattr(one, name) == getattr(other, name) or getattr(one, name) != getattr(one, name)
        for name in one.__slots__
    )


def _seconds(day: Any) -> Any:
    return day * float(DAY_S)


class TimeAxis(pg.DateAxisItem):  # type: ignore[misc]
    """Days, months and years in the reader's language, on UTC midnights (or days would shift)."""

    def __init__(self) -> None:
        super().__init__("bottom", utcOffset=0)
        years = date_axis.YEAR_MONTH_ZOOM_LEVEL
        days = date_axis.MONTH_DAY_ZOOM_LEVEL
        self.zoomLevels.clear()
        self.zoomLevels.update({np.inf: years, 5.0 * DAY_S: days})

    def tickStrings(self, values: Sequence[float], _scale: float, spacing: float) -> list[str]:
        days = spacing / DAY_S
        form = "yyyy" if days > 300 else "MMM" if days > 27 else "d"
        return [
            QLocale().toString(QDateTime.fromSecsSinceEpoch(round(at), QTimeZone.utc()), form)
            for at in values
        ]


class ValueAxis(pg.AxisItem):  # type: ignore[misc]
    """Values as the page writes them."""

    def __init__(self) -> None:
        super().__init__("left")
        self.write: Callable[[float], str] = str

    def tickStrings(self, values: Sequence[float], _scale: float, _spacing: float) -> list[str]:
        return [self.write(value) for value in values]


class _CurveItems:
    """What draws one curve."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self.points = pg.ScatterPlotItem(size=6, pxMode=True)
        self.line = pg.PlotCurveItem(antialias=True, skipFiniteCheck=True)
        self.veil = QGraphicsPathItem()
        self.veil.setPen(QPen(Qt.PenStyle.NoPen))
        for item, height in ((self.veil, -5), (self.points, 1), (self.line, 5)):
            item.setZValue(height)
            plot.addItem(item, ignoreBounds=True)

    def remove_from(self, plot: pg.PlotItem) -> None:
        for item in (self.veil, self.points, self.line):
            plot.removeItem(item)

    def show_points(self, curve: Curve, colours: Colours) -> None:
        """Draw the points; they stay while the view moves."""
        strong = QColor(getattr(colours, curve.role))
        faint = QColor(strong)
        faint.setAlpha(FAINT)
        look: dict[str, Any] = {"pen": None, "brush": faint}
        if curve.doubtful.any():
            hollow = pg.mkPen(faint, width=1.2)
            card = pg.mkBrush(colours.card)
            full = pg.mkBrush(faint)
            look = {
                "pen": [hollow if doubt else pg.mkPen(None) for doubt in curve.doubtful],
                "brush": [card if doubt else full for doubt in curve.doubtful],
            }
        self.points.setData(
            _seconds(curve.day), curve.value, symbol=curve.symbol, size=6, antialias=True, **look
        )
        style = Qt.PenStyle.CustomDashLine if curve.is_dashed else Qt.PenStyle.SolidLine
        pen = pg.mkPen(strong, width=2)
        pen.setStyle(style)
        if curve.is_dashed:
            pen.setDashPattern([5.0, 2.5])
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
        joined = np.append(np.diff(day) <= LONGEST_BRIDGE_DAYS * step, [False] * (len(day) > 0))
        self.line.setData(_seconds(day), height, connect=joined.astype(np.int32))
        path = QPainterPath()
        if isfinite(curve.noise):
            for piece in np.split(np.arange(len(day)), np.flatnonzero(~joined) + 1):
                x, y = _seconds(day[piece]), height[piece]
                across = np.concatenate((x, x[::-1]))
                around = np.concatenate((y + curve.noise, y[::-1] - curve.noise))
                path.addPolygon(QPolygonF(list(map(QPointF, across, around))))
        self.veil.setPath(path)


class Chart(pg.PlotWidget):  # type: ignore[misc]
    """One chart on the shared time axis; drag moves it, Ctrl+wheel zooms, arrow keys step by day.

    Args:
        least_span: The least height of the value axis, so that noise is not blown up.
        includes: Values always in view.

    Signals:
        pointed: A training day, under the pointer or by the arrow keys.
        left: The pointer or the keys have gone.
        opened: A training day was clicked, or Enter pressed at it.
        moved: The first and the last day in view, when the reader moves or zooms.
        focused: Whether the chart has the keys.
    """

    pointed = Signal(int)
    left = Signal()
    opened = Signal(int)
    moved = Signal(float, float)
    focused = Signal(bool)

    def __init__(
        self,
        least_span: float,
        includes: Sequence[float] = (),
        parent: QWidget | None = None,
    ) -> None:
        self._time_axis, self._value_axis = TimeAxis(), ValueAxis()
        super().__init__(parent, axisItems={"bottom": self._time_axis, "left": self._value_axis})
        self._least_span = least_span
        self._includes = tuple(includes)
        self._curves: dict[str, tuple[Curve, _CurveItems]] = {}
        self._bars: list[tuple[Bars, pg.BarGraphItem]] = []
        self._are_stacked = True
        self._days: Integers = np.zeros(0, np.int64)
        self._day: int | None = None
        self._gutter_names: dict[float, str] = {}
        self._colours = colours_of(self.palette())
        plot = self.getPlotItem()
        plot.setMenuEnabled(False)
        plot.hideButtons()
        self._view = plot.getViewBox()
        self._view.setMouseEnabled(x=True, y=False)
        self._view.disableAutoRange()
        self._view.setDefaultPadding(0.0)
        self._gutter = plot.getAxis("right")
        plot.showAxis("right")
        self._band = pg.LinearRegionItem((0, 0), "horizontal", movable=False, pen=pg.mkPen(None))
        self._band.setZValue(-20)
        self._band.hide()
        self._reference = pg.InfiniteLine(0, angle=0)
        self._reference.hide()
        self._crosshair = pg.InfiniteLine(0, angle=90)
        self._crosshair.setZValue(20)
        self._crosshair.hide()
        for item in (self._band, self._reference, self._crosshair):
            plot.addItem(item, ignoreBounds=True)
        self.message = QLabel(self)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.message.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.message.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.message.hide()
        over = QVBoxLayout(self)
        over.setContentsMargins(60, 8, 60, 24)
        over.addWidget(self.message)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._view.sigXRangeChanged.connect(self._on_view_x_range_changed)
        self._view.sigRangeChangedManually.connect(lambda *_: self.moved.emit(*self.days_in_view))
        self.scene().sigMouseClicked.connect(self._on_scene_mouse_clicked)
        self.recolour()

    # Looks

    def set_value_text(self, write: Callable[[float], str]) -> None:
        """Say how the value axis writes its values."""
        self._value_axis.write = write
        self._value_axis.picture = None
        self._value_axis.update()

    def recolour(self) -> None:
        """Take on the colours and the font of the palette."""
        colours = self._colours = colours_of(self.palette())
        font: QFont = scaled_font(self.font(), CAPTION)
        height = self.fontMetrics().height()
        self.setBackground(colours.card)
        for axis in (self._time_axis, self._value_axis, self._gutter):
            axis.setTickFont(font)
            axis.setTextPen(colours.muted)
            axis.setPen(colours.line)
            axis.setTickPen(colours.line)
        self._time_axis.setStyle(tickLength=3, tickTextOffset=4)
        self._time_axis.setHeight(height + 8)
        self._value_axis.setStyle(tickLength=0, tickTextOffset=6, maxTickLevel=0)
        self._value_axis.setWidth(3 * height)
        self._value_axis.setGrid(150)
        self._gutter.setStyle(tickLength=0, tickTextOffset=6, hideOverlappingLabels=False)
        self._gutter.setPen(None)
        self._gutter.setWidth(5 * height)
        self._band.setBrush(colours.accent_tint)
        self._reference.setPen(pg.mkPen(colours.muted, style=Qt.PenStyle.DotLine))
        self._crosshair.setPen(pg.mkPen(colours.muted, width=1))
        self.message.setStyleSheet(f"color: {colours.muted.name()}; background: transparent")
        for curve, items in self._curves.values():
            items.show_points(curve, colours)
        for bars, item in self._bars:
            item.setOpts(brush=getattr(colours, bars.role), pen=colours.card)

    # Content

    def show_curves(self, curves: Sequence[Curve]) -> None:
        """Show these curves; what has not changed is not touched."""
        names = {curve.name + curve.role for curve in curves}
        for key in self._curves.keys() - names:
            self._curves.pop(key)[1].remove_from(self.getPlotItem())
        for curve in curves:
            key = curve.name + curve.role
            before, items = self._curves.get(key, (None, None))
            if items is None:
                items = _CurveItems(self.getPlotItem())
            if before is None or not _same(before, curve):
                items.show_points(curve, self._colours)
                items.show_line(curve, *self.days_in_view)
            self._curves[key] = (curve, items)
        self._keep_values_in_view()

    def show_bars(self, bars: Sequence[Bars], *, are_stacked: bool) -> None:
        """Show bars of weeks, one on the other or side by side."""
        if are_stacked == self._are_stacked and len(bars) == len(self._bars):
            if all(_same(one, other) for one, (other, _) in zip(bars, self._bars, strict=True)):
                return
        for _, item in self._bars:
            self.getPlotItem().removeItem(item)
        self._are_stacked = are_stacked
        self._bars = []
        base: Any = 0.0
        width = BAR_DAYS / (1 if are_stacked else max(len(bars), 1))
        for place, each in enumerate(bars):
            start = each.day + (7 - BAR_DAYS) / 2 + (0 if are_stacked else place * width)
            item = pg.BarGraphItem(
                x0=_seconds(start),
                x1=_seconds(start + width),
                y0=base,
                height=each.value,
                brush=getattr(self._colours, each.role),
                pen=self._colours.card,
            )
            self.getPlotItem().addItem(item, ignoreBounds=True)
            self._bars.append((each, item))
            if are_stacked:
                base = base + each.value
        self._keep_values_in_view()

    def show_band(self, usual: float) -> None:
        """Shade the usual range, and keep it in view."""
        self._band.setRegion((-usual, usual))
        self._band.show()
        self._includes = (-1.2 * usual, 1.2 * usual)

    def show_reference(self, value: float, name: str) -> None:
        """Draw a dotted line at a value, named in the gutter."""
        self._reference.setValue(value)
        self._reference.show()
        self._gutter_names = {value: name}

    def show_days(self, days: Integers) -> None:
        """Say on which days the crosshair can stand."""
        self._days = days

    def show_message(self, text: str) -> None:
        """Say what would fill the chart; empty for nothing."""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def show_range(self, first: float, last: float) -> None:
        """Show the time between two days."""
        self._view.setXRange(_seconds(first), _seconds(last), padding=0)

    def set_bounds(self, first: float, last: float) -> None:
        """Say how far the view may be moved."""
        self._view.setLimits(
            xMin=_seconds(first), xMax=_seconds(last), minXRange=_seconds(FEWEST_DAYS_SHOWN)
        )

    @property
    def days_in_view(self) -> tuple[float, float]:
        """The first and the last day in view."""
        first, last = self._view.viewRange()[0]
        return first / DAY_S, last / DAY_S

    @property
    def values_in_view(self) -> tuple[float, float]:
        """The lowest and the highest value in view."""
        lowest, highest = self._view.viewRange()[1]
        return lowest, highest

    def point_at(self, day: int | None) -> None:
        """Put the crosshair on a day; None takes it away."""
        self._day = day
        if day is not None:
            self._crosshair.setValue(_seconds(day))
        self._crosshair.setVisible(day is not None)

    # Fitting

    def _extent(self) -> tuple[float, float] | None:
        """Give the lowest and highest value in view; None where there is none."""
        first, last = self.days_in_view
        found: list[float] = []
        for curve, _ in self._curves.values():
            inside = slice(*np.searchsorted(curve.day, (first, last)))
            if len(curve.day[inside]):
                noise = curve.noise if isfinite(curve.noise) else 0.0
                line, value = curve.smoothed[inside], curve.value[inside]
                found += [value.min(), value.max(), line.min() - noise, line.max() + noise]
        tops = [bars.value for bars, _ in self._bars]
        if tops:
            day = self._bars[0][0].day
            top = (np.sum if self._are_stacked else np.max)(tops, axis=0)
            inside = slice(*np.searchsorted(day, (first - 7, last)))
            found += [0.0, float(top[inside].max(initial=0.0))]
        if not found:
            return None
        found += self._includes
        return float(min(found)), float(max(found))

    def fit_values(self) -> None:
        """Fit the value axis to what is in view."""
        lowest, highest = self._extent() or (min(self._includes, default=0.0), 1.0)
        span = max(highest - lowest, self._least_span)
        middle = (highest + lowest) / 2
        bottom, top = middle - 0.58 * span, middle + 0.58 * span
        if self._bars:
            bottom, top = 0.0, 1.12 * span
        self._view.setYRange(bottom, top, padding=0)
        self._name_ends()

    def _keep_values_in_view(self) -> None:
        """Keep the value axis still while data change, unless they leave it."""
        extent, (bottom, top) = self._extent(), self.values_in_view
        if extent is None or (bottom <= extent[0] and extent[1] <= top):
            self._name_ends()
        else:
            self.fit_values()

    def _name_ends(self) -> None:
        """Write each line's name in the gutter beside its end, apart from one another."""
        first, last = self.days_in_view
        ends: dict[str, list[float]] = {}
        for curve, _ in self._curves.values():
            place = int(np.searchsorted(curve.day, last)) - 1
            if place >= 0 and curve.day[place] >= first:
                ends.setdefault(curve.name, []).append(float(curve.smoothed[place]))
        labels = [(sum(values) / len(values), name) for name, values in ends.items()]
        labels = sorted(labels + list(self._gutter_names.items()))
        bottom, top = self.values_in_view
        gap = LABEL_GAP_PX * (top - bottom) / max(self._view.height(), 1.0)
        ticks: list[tuple[float, str]] = []
        for at, name in labels:
            ticks.append((max(at, ticks[-1][0] + gap) if ticks else at, name))
        self._gutter.setTicks([ticks])

    def _on_view_x_range_changed(self) -> None:
        for curve, items in self._curves.values():
            items.show_line(curve, *self.days_in_view)
        self.fit_values()

    # Pointer and keys

    def _nearest(self, day: float) -> int | None:
        if not len(self._days):
            return None
        place = int(np.searchsorted(self._days, day).clip(1, max(len(self._days) - 1, 1)))
        beside = self._days[place - 1 : place + 1]
        return int(beside[np.argmin(np.abs(beside - day))])

    def _day_under(self, position: QPointF) -> int | None:
        at = self._view.mapSceneToView(self.mapToScene(position.toPoint()))
        return self._nearest(at.x() / DAY_S)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        day = self._day_under(event.position())
        if day is not None and day != self._day:
            self.pointed.emit(day)

    def leaveEvent(self, event: Any) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.left.emit()

    def _on_scene_mouse_clicked(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            day = self._nearest(self._view.mapSceneToView(event.scenePos()).x() / DAY_S)
            if day is not None:
                self.opened.emit(day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A plain wheel scrolls the page, whatever lies under the pointer.
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        zoom = {Qt.Key.Key_Plus: 0.7, Qt.Key.Key_Minus: 1 / 0.7}.get(key)
        if step and len(self._days):
            self._step(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._day is not None:
            self.opened.emit(self._day)
        elif key == Qt.Key.Key_Escape and self._day is not None:
            self.left.emit()
        elif zoom is not None:
            first, last = self.days_in_view
            middle = (first + last) / 2 if self._day is None else float(self._day)
            self._move(middle + (first - middle) * zoom, middle + (last - middle) * zoom)
        else:
            event.ignore()

    def _step(self, step: int) -> None:
        first, last = self.days_in_view
        if self._day is None:
            day = self._nearest(last)
        else:
            place = int(np.searchsorted(self._days, self._day)) + step
            day = int(self._days[np.clip(place, 0, len(self._days) - 1)])
        assert day is not None  # there are days
        if day < first or day > last:
            shift = day - (first if day < first else last)
            self._move(first + shift, last + shift)
        self.pointed.emit(day)

    def _move(self, first: float, last: float) -> None:
        self.show_range(first, last)
        self.moved.emit(*self.days_in_view)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)
        self.left.emit()

    # Copies

    def draw(self, painter: QPainter, place: QRectF) -> None:
        """Draw the chart into a picture, every point as a shape."""
        items = [item for item in self.scene().items() if hasattr(item, "setExportMode")]
        for item in items:
            item.setExportMode(True, {"antialias": True, "background": self._colours.card})
        try:
            self.scene().prepareForPaint()
            self.scene().render(painter, place, QRectF(self.rect()))
        finally:
            for item in items:
                item.setExportMode(False)
