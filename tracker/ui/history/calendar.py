"""The calendar of the History page: a year with one cell per day, darker for more hard sets."""

import datetime
from calendar import isleap
from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tracker.app.language import plural
from tracker.app.theme import CAPTION, Colours, accent_depths, colours_of, scaled_font
from tracker.domain.entry import DATES
from tracker.domain.event import Event, by_day
from tracker.domain.week import begin_of_week
from tracker.ui.widgets.keys import ENTER
from tracker.words.events import event_name
from tracker.words.labels import day_text, month_name, weekday_name

# Hard sets from which each shade starts; a session of a template has 6 to 10.
DEPTHS: Final = (1, 4, 7, 10)
WHOLE_SCALE: Final = (0, 10)  # ranges that give every pain the same mark
EVENT: Final = 0.32  # size of an event's mark, as a share of a day's width
SPAN_PX: Final = 2  # height of the line under an event that lasts
SPAN: Final = 190  # its opacity, of 255: low, because an injury may last half a year
HALO: Final = 1.5  # pixels of the card around a mark
FAINT: Final = 0.25  # opacity of a day that the search leaves out
_DAY: Final = datetime.timedelta(days=1)
_PITCH: Final = (10.0, 19.0)  # distance from cell to cell in pixels, smallest and largest
_BETWEEN: Final = 2
_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
}


def depth_of(hard_sets: int) -> int:
    """Return the shade of a day, from 0 for no hard set to 4.

    >>> [depth_of(count) for count in (0, 1, 3, 4, 9, 10, 99)]
    [0, 1, 1, 2, 3, 4, 4]
    """
    return sum(hard_sets >= least for least in DEPTHS)


class DayLooks(NamedTuple):
    """What a day shows.

    Args:
        depth: Its shade, from 0 for no hard set to 4.
        is_session: Whether there was a session.
        corner: The share of its width that the corner marking pain takes.
        begins: Whether an event begins on it.
        lasts: Whether a lasting event covers it.
    """

    depth: int = 0
    is_session: bool = False
    corner: float = 0.0
    begins: bool = False
    lasts: bool = False


def paint_day(
    painter: QPainter, cell: QRectF, looks: DayLooks, colours: Colours, depths: Sequence[QColor]
) -> None:
    """Paint a day: in the calendar, and as a sample in its legend.

    Args:
        painter: Where.
        cell: The place and size of the day.
        looks: What to show.
        colours: Of the theme.
        depths: Its ``accent_depths``, worked out once for all days.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(depths[looks.depth])
    painter.drawRoundedRect(cell, 2, 2)
    if looks.is_session:
        # The paler shades have too little contrast with an empty day; this line has enough.
        painter.setPen(colours.accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
    if looks.lasts:
        lasting = QColor(colours.muted)
        lasting.setAlpha(SPAN)
        painter.setBrush(lasting)
        painter.drawRect(cell.adjusted(0, cell.height() - SPAN_PX, 0, 0))
    # Below each mark a slightly larger one in the colour of the card, because the deepest shade
    # is nearly as light as the marks are.
    if looks.corner:
        corner = cell.topRight()
        for more, colour in ((HALO, colours.card), (0.0, colours.warning)):
            reach = min(cell.width() * looks.corner + more, cell.width())
            painter.setBrush(colour)
            painter.drawPolygon([corner - QPointF(reach, 0), corner, corner + QPointF(0, reach)])
    if looks.begins:
        reach = cell.width() * EVENT
        middle = cell.bottomLeft() + QPointF(reach, -reach)
        for size, colour in ((reach + HALO, colours.card), (reach, colours.text)):
            painter.setBrush(colour)
            ways = (QPointF(0, -size), QPointF(size, 0), QPointF(0, size), QPointF(-size, 0))
            painter.drawPolygon([middle + way for way in ways])


def corner_of(pain: int, bands: tuple[int, int]) -> float:
    """Return the share of a day's width that the corner marking its pain takes.

    Args:
        pain: The worst of the day, 0 to 10.
        bands: The highest pain of the lowest and of the middle range.

    >>> [corner_of(pain, (2, 5)) for pain in (0, 2, 3, 5, 6, 10)]
    [0.0, 0.0, 0.4, 0.4, 0.7, 0.7]
    """
    low, middle = bands
    if pain <= low:
        return 0.0
    return 0.4 if pain <= middle else 0.7


class YearCalendar(QWidget):
    """One column per week, one row per weekday; a click or Enter selects a day or deselects it.

    Arrows move by day and week, Home and End to the ends of the year, Page Up and Page Down to
    other years; Escape deselects the day. The years go from the first to the last with something in
    it, or to the current one.

    Args:
        today: The current day.

    Signals:
        day_taken: The selected day; None if it was deselected.
        day_shown: The words about the day under the pointer or the cursor; blank for none.
        year_shown: The year, when it changes.
    """

    day_taken = Signal(object)
    day_shown = Signal(str)
    year_shown = Signal(int)

    def __init__(self, today: datetime.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names_width: int | None = None
        self._today = today
        self._hard_sets: Mapping[datetime.date, int] = {}
        self._pain: Mapping[datetime.date, int] = {}
        self._bands = WHOLE_SCALE
        self._all_events: Sequence[Event] = ()
        self._events: Mapping[datetime.date, Sequence[Event]] = {}  # of the year shown
        self._found: Collection[datetime.date] | None = None
        self.year = today.year
        self._years = (today.year, today.year)
        self.current = today  # the day under the keyboard cursor
        self.taken: datetime.date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(scaled_font(self.font(), CAPTION))
        self._name()

    # What is shown

    def show_days(
        self,
        hard_sets: Mapping[datetime.date, int],
        pain: Mapping[datetime.date, int] | None = None,
        bands: tuple[int, int] = WHOLE_SCALE,
        events: Sequence[Event] = (),
    ) -> None:
        """Show other days; if none is in the year shown, go to the newest year that has some.

        Args:
            hard_sets: Hard sets of each day with a session; 0 if none was hard.
            pain: The worst pain, 0 to 10, of each day on which pain or stiffness was felt.
            bands: The highest pain without a mark, and the highest with the smaller mark.
            events: All events.
        """
        self._hard_sets = hard_sets
        self._pain = pain or {}
        self._bands = bands
        self._all_events = events
        self._gather_events()
        days = self._hard_sets.keys() | self._pain.keys() | {event.date for event in events}
        self._show_some(days)
        years = {self._today.year, *(day.year for day in days)}
        self._years = min(years), max(years)
        self._name()
        self.update()

    def _gather_events(self) -> None:
        """Find the events of each day in the year shown."""
        first, last = datetime.date(self.year, 1, 1), datetime.date(self.year, 12, 31)
        self._events = by_day(self._all_events, first, last, self._today)

    def show_found(self, days: Collection[datetime.date] | None) -> None:
        """Fade all other days, and go to a year that has some of these.

        Args:
            days: The days that match a search; None if nothing is searched for.
        """
        self._found = days
        self._show_some(days or ())
        self.update()

    def _show_some(self, days: Collection[datetime.date]) -> None:
        """Go to the newest of these days, unless one is in view or the calendar has the focus."""
        if days and not self.hasFocus() and not any(day.year == self.year for day in days):
            self._go_to(max(days))

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year to go to, and the one shown between them."""
        first, last = self._years
        return min(first, self.year), max(last, self.year)

    def follow(self, day: datetime.date) -> None:
        """Show the year of a day selected elsewhere."""
        self._show_some([day])

    def step(self, years: int) -> None:
        """Go to a later year, or an earlier one, as far as there is something to see."""
        first, last = self.years
        self.show_year(min(max(self.year + years, first), last))

    def show_year(self, year: int) -> None:
        """Show another year; the cursor stays on the same day of the year."""
        year = min(max(year, DATES[0].year), DATES[1].year)
        if year != self.year:
            # Most years have no 29 February.
            last = 28 if self.current.month == 2 else self.current.day
            self._go_to(self.current.replace(year=year, day=min(self.current.day, last)))

    def take(self, day: datetime.date | None) -> None:
        """Mark a day as selected, without a signal."""
        if day != self.taken:
            self.taken = day
            if day is not None:
                self._go_to(day)
            self.update()

    def words_of(self, day: datetime.date) -> str:
        """Say what was done on a day."""
        if day not in self._hard_sets:
            words = self.tr("no session")
        else:
            count = self._hard_sets[day]
            some = plural("%Ln hard (set|sets)", None, count)
            words = some if count else self.tr("no hard set")
        if self._pain.get(day, 0):
            words += self.tr(", pain {} of 10").format(self._pain[day])
        elif day in self._pain:
            words += self.tr(", stiffness")
        for event in self._events.get(day, ()):
            words += self.tr(", {}").format(event_name(event))
        return f"{day_text(day)}: {words}"

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Calendar of {}").format(self.year))
        self.setAccessibleDescription(self.words_of(self.current))
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)

    def _go_to(self, day: datetime.date) -> None:
        self.current = min(max(day, DATES[0]), DATES[1])
        if self.current.year != self.year:
            self.year = self.current.year
            self._gather_events()
            self.setFixedHeight(self._height())
            self.year_shown.emit(self.year)
        self._name()
        self.update()

    # Where the cells are

    @property
    def _left(self) -> int:
        # Measured once, because painting a year needs it for each of its days.
        if self._names_width is None:
            measured = self.fontMetrics()
            self._names_width = max(
                measured.horizontalAdvance(weekday_name(day)) for day in range(1, 8)
            )
        return self._names_width + 8

    def changeEvent(self, event: QEvent) -> None:
        # The names of the days have another width in another font or language.
        self._names_width = None
        super().changeEvent(event)

    @property
    def _top(self) -> int:
        return self.fontMetrics().height() + 4

    @property
    def _weeks(self) -> int:
        """The number of weeks that the year touches."""
        return (datetime.date(self.year, 12, 31) - self._first()).days // 7 + 1

    def _pitch(self) -> float:
        least, most = _PITCH
        return min(max((self.width() - self._left + _BETWEEN) / self._weeks, least), most)

    def sizeHint(self) -> QSize:
        least, _ = _PITCH
        return QSize(self._left + round(self._weeks * least), self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _height(self) -> int:
        return self._top + round(7 * self._pitch())

    def resizeEvent(self, _event: object) -> None:
        self.setFixedHeight(self._height())

    def _first(self) -> datetime.date:
        """Return the Monday of the first column; it may be in the year before."""
        return begin_of_week(datetime.date(self.year, 1, 1))

    def cell_rect(self, day: datetime.date) -> QRect:
        """Return the cell of a day of the year shown."""
        week, weekday = divmod((day - self._first()).days, 7)
        pitch = self._pitch()
        side = int(pitch) - _BETWEEN
        return QRect(self._left + int(week * pitch), self._top + int(weekday * pitch), side, side)

    def day_at(self, x: int, y: int) -> datetime.date | None:
        """Return the day at a position; None if there is none of the year shown."""
        pitch = self._pitch()
        week, weekday = int((x - self._left) // pitch), int((y - self._top) // pitch)
        if not (0 <= week < self._weeks and 0 <= weekday < 7):
            return None
        day = self._first() + (7 * week + weekday) * _DAY
        return day if day.year == self.year else None

    # How it looks

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        self._paint_names(painter, colours)
        depths = accent_depths(colours)
        first = datetime.date(self.year, 1, 1)
        for place in range(366 if isleap(self.year) else 365):
            self._paint_day(painter, first + place * _DAY, colours, depths)

    def _paint_names(self, painter: QPainter, colours: Colours) -> None:
        painter.setPen(colours.muted)
        monday, middle = self._first(), Qt.AlignmentFlag.AlignVCenter
        for weekday in (0, 2, 4):
            # The cell of the second week, because the first may begin in the year before.
            cell = self.cell_rect(monday + (7 + weekday) * _DAY)
            painter.drawText(
                0, cell.top() - 4, self._left, cell.height() + 8, middle, weekday_name(weekday + 1)
            )
        for month in range(1, 13):
            left = self.cell_rect(datetime.date(self.year, month, 1)).left()
            painter.drawText(left, 0, self.width(), self._top, middle, month_name(month))

    def _paint_day(
        self, painter: QPainter, day: datetime.date, colours: Colours, depths: Sequence[QColor]
    ) -> None:
        cell = QRectF(self.cell_rect(day))
        is_left_out = self._found is not None and day not in self._found
        painter.setOpacity(FAINT if is_left_out else 1)
        paint_day(painter, cell, self._looks_of(day), colours, depths)
        painter.setOpacity(1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day == self._today:
            painter.setPen(colours.muted)
            painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        if day == self.taken or (self.hasFocus() and day == self.current):
            painter.setPen(QPen(colours.text if day == self.taken else colours.accent, 2))
            painter.drawRoundedRect(cell, 2, 2)

    def _looks_of(self, day: datetime.date) -> DayLooks:
        events = self._events.get(day, ())
        return DayLooks(
            depth_of(self._hard_sets.get(day, 0)),
            day in self._hard_sets,
            corner_of(self._pain.get(day, 0), self._bands),
            any(event.date == day for event in events),
            any(event.end(self._today) > event.date for event in events),
        )

    # What it takes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            first, last = self.years
            ends = datetime.date(first, 1, 1).toordinal(), datetime.date(last, 12, 31).toordinal()
            day = min(max(self.current.toordinal() + _STEPS[key], ends[0]), ends[1])
            self._go_to(datetime.date.fromordinal(day))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            at = {Qt.Key.Key_Home: (1, 1), Qt.Key.Key_End: (12, 31)}
            self._go_to(datetime.date(self.year, *at[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (*ENTER, Qt.Key.Key_Space):
            self._take_or_leave(self.current)
        elif key == Qt.Key.Key_Escape and self.taken is not None:
            self._take_or_leave(self.taken)
        else:
            super().keyPressEvent(event)
            return
        self.day_shown.emit(self.words_of(self.current))

    def _day_under(self, event: QMouseEvent) -> datetime.date | None:
        place = event.position().toPoint()
        return self.day_at(place.x(), place.y())

    def _take_or_leave(self, day: datetime.date) -> None:
        self._go_to(day)
        self.taken = None if day == self.taken else day
        self.day_taken.emit(self.taken)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_under(event)
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self._take_or_leave(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_under(event)
        self.day_shown.emit("" if day is None else self.words_of(day))

    def leaveEvent(self, _event: QEvent) -> None:
        self.day_shown.emit(self.words_of(self.current) if self.hasFocus() else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.day_shown.emit(self.words_of(self.current))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.day_shown.emit("")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            day = self.day_at(event.x(), event.y())
            words = "" if day is None else self.words_of(day)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
