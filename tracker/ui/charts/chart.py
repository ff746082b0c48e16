"""One chart on the shared time axis, for mouse and keyboard."""

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsScene, QLabel, QVBoxLayout, QWidget

from tracker.app.theme import CAPTION, colours_of, scaled_font
from tracker.domain.columns import Integers
from tracker.ui.charts.axes import DAY_S, TimeAxis, ValueAxis, seconds_of
from tracker.ui.charts.drawing import CurveItems
from tracker.ui.charts.event_marks import EventMarks
from tracker.ui.charts.gaps import GapMark, gap_at
from tracker.ui.charts.marks import BarItem, GoalLines, LevelLine, Outline, StripeItems, Tints
from tracker.ui.charts.numbers import (
    Numbers,
    numbers_of_curves,
    numbers_of_stripes,
    numbers_of_weeks,
)
from tracker.ui.charts.panning import PannedPicture, PlotLook, PlotView
from tracker.ui.charts.second_scale import SecondScale
from tracker.ui.charts.series import Bars, Curve, Spell, Stripes, ThinLine, Tint, is_same
from tracker.ui.widgets.keys import ENTER

FEWEST_DAYS_SHOWN: Final = 7
LABEL_GAP_PX: Final = 14.0  # between labels in the gutter, at least
NO_SCALE: Final[Mapping[float, str]] = MappingProxyType({})
GRID: Final = 150  # opacity of its lines, of 255
BAR_DAYS: Final = 6.0  # of seven, so that there is a gap between weeks


class Chart(pg.PlotWidget):  # type: ignore[misc]
    """One chart on the shared time axis; drag moves it, Ctrl+wheel zooms, arrow keys step by day.

    Args:
        least_span: The smallest range of the value axis, so that noise is not blown up.
        includes: Values that are always in view.

    Signals:
        pointed: The training day under the pointer, or reached by the arrow keys.
        left: The pointer or the keyboard focus has left.
        opened: A training day was clicked, or Enter was pressed on it.
        moved: The first and the last day in view, after the user moved or zoomed.
        caught_up: The chart shows what it was to show when it comes into sight.
        focused: Whether the chart got the focus otherwise than by a click on it.
    """

    pointed = Signal(int)
    left = Signal()
    opened = Signal(int)
    moved = Signal(float, float)
    caught_up = Signal()
    focused = Signal(bool)

    def __init__(
        self,
        least_span: float,
        includes: Sequence[float] = (),
        parent: QWidget | None = None,
    ) -> None:
        self._time_axis, self._value_axis = TimeAxis(), ValueAxis()
        # Its cards have their own menus; pyqtgraph's take a sixth of the time to create a chart.
        axes = {"bottom": self._time_axis, "left": self._value_axis}
        self._view = PlotView(enableMenu=False)
        super().__init__(parent, axisItems=axes, viewBox=self._view, enableMenu=False)
        self._least_span = least_span
        self._includes = tuple(includes)
        self._curves: dict[str, tuple[Curve, CurveItems]] = {}
        self._bars: list[tuple[Bars, BarItem]] = []
        self._are_stacked = True
        self._has_band = False
        self._is_empty = False
        self._is_behind = False  # the days in view have changed while it was out of sight
        self._days: Integers = np.zeros(0, np.int64)
        self._day: int | None = None
        self._gutter_names: dict[float, str] = {}
        self._named: list[tuple[float, str]] | None = None  # the labels in the gutter
        self._colours = colours_of(self.palette())
        plot = self.getPlotItem()
        # All items move with the view; an index would ask each twice a step for its place.
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        plot.hideButtons()
        self._value_axis.setGrid(GRID)
        self._value_axis.setZValue(-1)  # the grid lies behind what is drawn
        self._view.setMouseEnabled(x=True, y=False)
        self._view.disableAutoRange()
        self._view.setDefaultPadding(0.0)
        self._gutter = plot.getAxis("right")
        plot.showAxis("right")
        self._band = pg.LinearRegionItem((0, 0), "horizontal", movable=False, pen=pg.mkPen(None))
        self._band.setZValue(-20)
        self._band.hide()
        self._reference = LevelLine(0)
        self._reference.hide()
        self._scale: list[pg.InfiniteLine] = []  # made when first needed
        self._scale_lines = 0  # how many of them are shown
        self._crosshair = pg.InfiniteLine(0, angle=90)
        self._crosshair.setZValue(20)
        self._crosshair.hide()
        for item in (self._band, self._reference, self._crosshair):
            plot.addItem(item, ignoreBounds=True)
        self._tints, self._stripes, self._goals = Tints(plot), StripeItems(plot), GoalLines(plot)
        self._outline, self._second = Outline(plot), SecondScale(plot)
        self._marks = (self._tints, self._stripes, self._goals, self._outline)
        self.events = EventMarks(plot)
        self.gap = GapMark(plot, self)
        self._write_gap: Callable[[int], str] = str
        self._panned = PannedPicture(self, plot)
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
        self._view.sigResized.connect(lambda *_: self._name_ends())
        self._view.sigRangeChangedManually.connect(lambda *_: self.moved.emit(*self.days_in_view))
        self.scene().sigMouseClicked.connect(self._on_scene_mouse_clicked)
        self.recolour()

    # Looks

    def set_value_text(self, write: Callable[[float], str]) -> None:
        """Set how the value axis writes its values."""
        self._value_axis.write = write
        self._value_axis.picture = None
        self._value_axis.update()

    def set_gap_text(self, write: Callable[[int], str]) -> None:
        """Set how a gap is described, given its length in days."""
        self._write_gap = write

    def recolour(self) -> None:
        """Apply the colours and the font of the palette."""
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
        self._value_axis.setWidth(round(3.3 * height))
        self._gutter.setStyle(
            tickLength=0, tickTextOffset=6, tickAlpha=0, hideOverlappingLabels=False
        )
        self._gutter.setPen(None)
        self._gutter.setWidth(5 * height)
        self._band.setBrush(colours.accent_tint)
        self._reference.setPen(pg.mkPen(colours.muted, style=Qt.PenStyle.DotLine))
        for line in self._scale:
            line.setPen(pg.mkPen(colours.line))
        self._label_gap = max(LABEL_GAP_PX, float(QFontMetrics(font).height()))
        crosshair = QColor(colours.muted)
        crosshair.setAlpha(150)
        self._crosshair.setPen(pg.mkPen(crosshair, width=1))
        self.message.setStyleSheet(f"color: {colours.muted.name()}; background: transparent")
        self.gap.recolour(colours, font)
        for curve, items in self._curves.values():
            items.show_points(curve, colours)
        for bars, item in self._bars:
            item.setOpts(brush=getattr(colours, bars.role))
        for marks in (*self._marks, self._second, self.events):
            marks.recolour(colours)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if hasattr(self, "message"):
            self._panned.forget()
            if event.type() == QEvent.Type.PaletteChange:
                self.recolour()

    # Content

    def show_curves(self, curves: Sequence[Curve]) -> None:
        """Show these curves; those unchanged are not redrawn."""
        names = {curve.key for curve in curves}
        for key in self._curves.keys() - names:
            self._curves.pop(key)[1].remove()
        for curve in curves:
            key = curve.key
            before, items = self._curves.get(key, (None, None))
            if items is None:
                items = CurveItems(self.getPlotItem())
            if before is None or not is_same(before, curve):
                items.show_points(curve, self._colours)
                items.show_line(*self.days_in_view)
            self._curves[key] = (curve, items)
        self._keep_values_in_view()

    def show_bars(self, bars: Sequence[Bars], *, are_stacked: bool) -> None:
        """Show weekly bars, stacked or side by side."""
        shown = [each for each, _ in self._bars]
        if (are_stacked, len(bars)) == (self._are_stacked, len(shown)) and all(
            map(is_same, bars, shown)
        ):
            return
        for _, item in self._bars:
            self.getPlotItem().removeItem(item)
        self._are_stacked = are_stacked
        self._bars = []
        base: Any = 0.0
        width = BAR_DAYS / (1 if are_stacked else max(len(bars), 1))
        for place, each in enumerate(bars):
            start = each.day + (7 - BAR_DAYS) / 2 + (0 if are_stacked else place * width)
            item = BarItem(
                x0=seconds_of(start),
                x1=seconds_of(start + width),
                y0=base,
                height=each.value,
                brush=getattr(self._colours, each.role),
                pen=pg.mkPen(None),
            )
            self.getPlotItem().addItem(item, ignoreBounds=True)
            self._bars.append((each, item))
            if are_stacked:
                base = base + each.value
        self._keep_values_in_view()

    def show_outline(self, weeks: Bars | None) -> None:
        """Draw an outline of weeks over the bars, and keep it in view; None removes it."""
        if self._outline.show(weeks, self._colours):
            self._keep_values_in_view()

    def show_band(self, usual: float) -> None:
        """Shade the usual range, and keep it in view."""
        self._band.setRegion((-usual, usual))
        self._has_band = True
        self._includes = (-1.2 * usual, 1.2 * usual)

    def show_tints(self, tints: Sequence[Tint]) -> None:
        """Tint ranges of values."""
        self._tints.show(tints, self._colours)

    def show_stripes(self, stripes: Sequence[Stripes]) -> None:
        """Show thin bars of single days; those unchanged are not redrawn."""
        self._stripes.show(stripes, self._colours)

    def show_thin_line(self, line: ThinLine | None) -> None:
        """Show a thin line with its own scale at the right, starting at 0; None removes it."""
        if self._second.show(line, self._colours):
            self.fit_values()

    @property
    def thin_line_mean_of(self) -> int:
        """How many weeks each point of the thin line averages: more, the more are in view."""
        return self._second.mean_of

    def show_goals(self, goals: Sequence[tuple[float, str]]) -> None:
        """Draw a thin dashed line at each goal, labelled in the gutter, and keep it in view."""
        if self._goals.show(goals, self._colours):
            self._keep_values_in_view()

    def show_events(self, spells: Sequence[Spell]) -> None:
        """Mark the days of events behind everything else."""
        self.events.show_spells(spells)

    def set_least_span(self, least_span: float) -> None:
        """Set the smallest range of the value axis."""
        self._least_span = least_span

    def set_includes(self, includes: Sequence[float]) -> None:
        """Set the values that are always in view."""
        self._includes = tuple(includes)

    def show_reference(
        self, value: float | None, name: str = "", scale: Mapping[float, str] = NO_SCALE
    ) -> None:
        """Draw a dotted line at a value, labelled in the gutter; None removes it.

        Args:
            value: On the value axis.
            name: The label of the line.
            scale: Labels of further values, each with a hairline, for a scale that is read from the
                line.
        """
        if value is not None:
            self._reference.setValue(value)
        self._gutter_names = {} if value is None else {value: name, **scale}
        while len(self._scale) < len(scale):
            line = pg.InfiniteLine(0, angle=0, pen=pg.mkPen(self._colours.line))
            line.setZValue(-10)
            self.getPlotItem().addItem(line, ignoreBounds=True)
            self._scale.append(line)
        for line, at in zip_longest(self._scale, scale):
            line.setValue(0.0 if at is None else at)
        self._scale_lines = len(scale)
        self._show_references()
        self._name_ends()

    def _show_references(self) -> None:
        is_shown = bool(self._gutter_names) and not self._is_empty
        self._reference.setVisible(is_shown)
        for place, line in enumerate(self._scale):
            line.setVisible(is_shown and place < self._scale_lines)

    def show_days(self, days: Integers) -> None:
        """Set the days on which the crosshair can stand."""
        self._days = days

    def show_message(self, text: str, *, is_empty: bool = False) -> None:
        """Say what would fill the chart; blank hides the message.

        Args:
            text: What to say.
            is_empty: Whether there are no values at all, so that the axis is hidden.
        """
        self.message.setText(text)
        self.message.setVisible(bool(text))
        if is_empty != self._is_empty:  # else the axis would be laid out again with every frame
            self._is_empty = is_empty
            tick_alpha = 0 if is_empty else None  # without a grid, ticks would be single dots
            self._value_axis.setStyle(showValues=not is_empty, tickAlpha=tick_alpha)
            self._value_axis.setGrid(False if is_empty else GRID)
        self._band.setVisible(self._has_band and not is_empty)
        self._show_references()
        for marks in self._marks:
            marks.set_visible(not is_empty)
        self.events.setVisible(not is_empty)
        self._name_ends()

    def show_range(self, first: float, last: float) -> None:
        """Show the time between two days."""
        self._view.setXRange(seconds_of(first), seconds_of(last), padding=0)
        self._catch_up()

    def follow(self, first: float, last: float) -> bool:
        """Show the time between two days, but wait with the rest until the chart is in sight.

        Returns:
            Whether it is in sight.
        """
        is_in_sight = not (self.isVisible() and self.viewport().visibleRegion().isEmpty())
        self._is_behind |= not is_in_sight
        self._view.setXRange(seconds_of(first), seconds_of(last), padding=0)
        if is_in_sight:
            self._catch_up()
        return is_in_sight

    def _catch_up(self) -> None:
        if self._is_behind:
            self._is_behind = False
            self._draw_range()
            self.caught_up.emit()

    def settle(self) -> None:
        """Lay out all items now; otherwise painting would do so, and then paint a second time.

        The extent of lines changes with the view.
        """
        self.scene().prepareForPaint()
        for item in self._view.addedItems:
            item.boundingRect()

    def set_bounds(self, first: float, last: float) -> None:
        """Set how far the view may be moved."""
        self._view.setLimits(
            xMin=seconds_of(first), xMax=seconds_of(last), minXRange=seconds_of(FEWEST_DAYS_SHOWN)
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
        """Put the crosshair on a day; None removes it."""
        self._day = day
        if day is not None:
            self._crosshair.setValue(seconds_of(day))
        self._crosshair.setVisible(day is not None)
        self._panned.follow()

    @property
    def numbers(self) -> list[Numbers]:
        """Everything drawn, as the columns of a table."""
        bars = [each for each, _ in self._bars]
        return [
            *numbers_of_curves(curve for curve, _ in self._curves.values()),
            *numbers_of_stripes(self._stripes.stripes),
            *numbers_of_weeks(bars, self._outline.weeks, self._second.line),
        ]

    # Fitting

    def _extent(self) -> tuple[float, float] | None:
        """Return the lowest and the highest value in view; None if there are none."""
        first, last = self.days_in_view
        found: list[float] = []
        for curve, items in self._curves.values():
            found += items.extent(curve, first, last)
        tops = [bars.value for bars, _ in self._bars]
        if tops:
            day = self._bars[0][0].day
            top = (np.sum if self._are_stacked else np.max)(tops, axis=0)
            inside = slice(*np.searchsorted(day, (first - 7, last)))
            found += [0.0, float(top[inside].max(initial=0.0))]
        if self._outline.weeks is not None:
            found += [0.0, self._outline.highest(first, last)]
        if not found:
            return None
        found += [*self._includes, *self._goals.names]
        return float(min(found)), float(max(found))

    def fit_values(self) -> None:
        """Fit the value axis to what is in view."""
        lowest, highest = self._extent() or (
            min(self._includes, default=0.0),
            max(self._includes, default=0.0),
        )
        span = max(highest - lowest, self._least_span)
        middle = (highest + lowest) / 2
        bottom, top = middle - 0.58 * span, middle + 0.58 * span
        is_of_weeks = self._bars or self._outline.weeks is not None
        if is_of_weeks or self._second.line is not None:
            bottom, top = 0.0, 1.12 * span
        self._view.setYRange(bottom, top, padding=0)
        self._second.fit(*self.days_in_view, span)
        self._name_ends()

    def _keep_values_in_view(self) -> None:
        """Keep the value axis still while data change, unless they leave its range."""
        extent, (bottom, top) = self._extent(), self.values_in_view
        if extent is None or (bottom <= extent[0] and extent[1] <= top):
            self._name_ends()
        else:
            self.fit_values()

    def _name_ends(self) -> None:
        """Write each line's name in the gutter beside its end, without overlaps."""
        first, last = self.days_in_view
        ends: dict[str, list[float]] = {}
        for curve, items in self._curves.values():
            end = items.end(curve, first, last)
            if end is not None:
                ends.setdefault(curve.name, []).append(end)
        labels = [(sum(values) / len(values), name) for name, values in ends.items() if name]
        if not self._is_empty:
            marks = (self._gutter_names, self._goals.names, self._second.ticks)
            labels += [label for names in marks for label in names.items()]
        labels.sort()
        bottom, top = self.values_in_view
        gap = self._label_gap * (top - bottom) / max(self._view.height(), 1.0)
        ticks: list[tuple[float, str]] = []
        for at, name in labels:
            ticks.append((max(at, ticks[-1][0] + gap) if ticks else at, name))
        if ticks != self._named:  # else the gutter would be redrawn with every frame
            self._named = ticks
            self._gutter.setTicks([ticks])

    def _on_view_x_range_changed(self) -> None:
        if not self._is_behind:
            self._draw_range()

    def _draw_range(self) -> None:
        self._show_gap(None)
        for _, items in self._curves.values():
            items.show_line(*self.days_in_view)
        self.fit_values()
        self._panned.follow()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self._catch_up()
        self.scene().prepareForPaint()
        if not self._panned.paint(self._look()):
            super().paintEvent(event)

    def _look(self) -> PlotLook:
        """Return what the plot shows, but for the days in view and what is beside it."""
        is_gap = self.gap.shade.isVisible()
        values = (
            self.size(),
            self._view.geometry(),
            self.values_in_view,
            self._is_empty,
            self._day,
            self.gap.shade.getRegion() if is_gap else None,
            self._second.item.transform().m22(),
            self._second.mean_of,
            *(items.drawn for _, items in self._curves.values()),
        )
        things = (
            self._tints.tints,
            self._stripes.stripes,
            self._goals.names,
            self._outline.weeks,
            self._second.line,
            self.events.spells,
            self._bars,
            self._gutter_names,
            self._value_axis.write,
            *(curve for curve, _ in self._curves.values()),
        )
        return PlotLook(values, things)

    # Pointer and keys

    def _nearest(self, day: float) -> int | None:
        if not len(self._days):
            return None
        place = int(np.searchsorted(self._days, day).clip(1, max(len(self._days) - 1, 1)))
        beside = self._days[place - 1 : place + 1]
        return int(beside[np.argmin(np.abs(beside - day))])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = self._view.mapSceneToView(self.mapToScene(event.position().toPoint()))
        under = at.x() / DAY_S
        self._show_gap(gap_at((curve for curve, _ in self._curves.values()), under))
        day = self._nearest(under)
        if day is not None and day != self._day:
            self.pointed.emit(day)

    def _show_gap(self, gap: tuple[int, int] | None) -> None:
        self.gap.show(gap, "" if gap is None else self._write_gap(gap[1] - gap[0]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        event.accept()  # it is meant for the chart, not for what is behind it

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_gap(None)
        if self._day is not None:
            self.left.emit()

    def _on_scene_mouse_clicked(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            day = self._nearest(self._view.mapSceneToView(event.scenePos()).x() / DAY_S)
            if day is not None:
                self.opened.emit(day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel alone scrolls the page, whatever is under the pointer.
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
        elif key in ENTER and self._day is not None:
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
        # The frame is for keyboard users; others see where they clicked.
        self.focused.emit(event.reason() is not Qt.FocusReason.MouseFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)
        self.left.emit()

    # Copies

    def draw(self, painter: QPainter, place: QRectF, *, as_shapes: bool) -> None:
        """Draw the chart into a picture, without its crosshair.

        Args:
            painter: Paints the picture.
            place: Where in the picture.
            as_shapes: Whether points are drawn as shapes, for SVG, or as on the screen.
        """
        self._catch_up()
        items = [item for item in self.scene().items() if hasattr(item, "setExportMode")]
        for item in items:
            item.setExportMode(as_shapes, {"antialias": True, "background": self._colours.card})
        self._crosshair.hide()
        self._show_gap(None)
        try:
            self.scene().prepareForPaint()
            self.scene().render(painter, place, QRectF(self.rect()))
        finally:
            self._crosshair.setVisible(self._day is not None)
            for item in items:
                item.setExportMode(False)

    def plot_within(self, place: QRectF) -> QRectF:
        """Return where ``draw`` puts the plot, without axes, given the chart's place."""
        scale = min(place.width() / self.width(), place.height() / self.height())
        plot = self._view.sceneBoundingRect()
        return QRectF(
            place.left() + scale * plot.left(),
            place.top() + scale * plot.top(),
            scale * plot.width(),
            scale * plot.height(),
        )
