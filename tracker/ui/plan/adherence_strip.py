"""Planned against done, one column per week: the frame is what was planned, the fill is done."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.app.plan_book import PlanWeek
from tracker.app.theme import CAPTION, CONTROL_RADIUS, Colours, colours_of, scaled_font
from tracker.words.labels import short_date_text
from tracker.words.plans import week_done_text

_PITCH: Final = (10.0, 88.0)  # distance from week to week in pixels, smallest and largest
_SHARE: Final = 0.72  # share of the pitch that a column takes
_COLUMN_HEIGHT: Final = 72
_ABOVE_DATES: Final = 2


class AdherenceStrip(QWidget):
    """The weeks of a plan; arrow keys, Home and End go through them.

    What is still to come has a fainter frame, because it is neither done nor missed.

    Signals:
        week_shown: The words about the week under the pointer or the cursor; blank for none.
    """

    week_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.weeks: tuple[PlanWeek, ...] = ()
        self.current = 0  # index of the week under the keyboard cursor
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(scaled_font(self.font(), CAPTION))
        self.setAccessibleName(self.tr("Planned and done by week"))

    def show_weeks(self, weeks: Sequence[PlanWeek]) -> None:
        """Show these weeks; the cursor goes to the last one that has begun."""
        if tuple(weeks) != self.weeks:
            self.weeks = tuple(weeks)
            begun = [place for place, week in enumerate(self.weeks) if week.sets_planned]
            self.current = begun[-1] if begun else 0
            self._name()
            self.update()

    def words_of(self, place: int) -> str:
        """Say what was planned and done in a week, given its index; blank if there is none."""
        return week_done_text(self.weeks[place]) if 0 <= place < len(self.weeks) else ""

    def _name(self) -> None:
        self.setAccessibleDescription(self.words_of(self.current))
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)

    # Where the columns are

    def sizeHint(self) -> QSize:
        least, _ = _PITCH
        return QSize(
            round(least * max(1, len(self.weeks))), self._bottom + _ABOVE_DATES + self._line
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    @property
    def _line(self) -> int:
        return self.fontMetrics().height() + 2

    @property
    def _bottom(self) -> int:
        """The y value of the columns' base; a line of dates is below it."""
        return self._line + _COLUMN_HEIGHT

    def _pitch(self) -> float:
        most = _PITCH[1]
        return min(self.width() / max(1, len(self.weeks)), most)

    def column_rect(self, place: int) -> QRectF:
        """Return the column of a week, given its index, at the greatest height."""
        pitch = self._pitch()
        width = max(2.0, pitch * _SHARE)
        return QRectF(place * pitch + 1, self._line, width - 1, _COLUMN_HEIGHT)

    def week_at(self, x: float) -> int:
        """Return the index of the week this many pixels from the left; -1 if there is none."""
        place = int(x // self._pitch())
        return place if 0 <= place < len(self.weeks) else -1

    # How it looks

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        most = max((week.sets_planned + week.sets_to_come for week in self.weeks), default=1)
        painter.setPen(colours.line)
        painter.drawLine(0, self._bottom, self.width(), self._bottom)
        for place in range(len(self.weeks)):
            self._paint_week(painter, place, most, colours)
        self._paint_dates(painter, colours)

    def _paint_week(self, painter: QPainter, place: int, most: int, colours: Colours) -> None:
        week, column = self.weeks[place], self.column_rect(place)
        whole, none = week.sets_planned + week.sets_to_come, Qt.PenStyle.NoPen
        for sets, pen, brush in (
            (whole, colours.line, Qt.BrushStyle.NoBrush),
            (week.sets_planned, none, colours.accent_tint),
            (week.sets_done, none, colours.accent),
            (week.sets_planned, colours.muted, Qt.BrushStyle.NoBrush),
        ):
            height = column.height() * sets / most
            painter.setPen(pen)
            painter.setBrush(brush)
            bar = QRectF(column.left(), column.bottom() - height, column.width(), height)
            if height:
                painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, 0), 2, 2)
        words = f"{week.sessions_done}/{week.sessions_planned}"
        is_wide = painter.fontMetrics().horizontalAdvance(words) <= self._pitch() - 4
        if is_wide and week.sessions_planned:
            painter.setPen(colours.muted)
            top = column.bottom() - column.height() * whole / most
            above = QRectF(column.left(), top - self._line, column.width(), self._line)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, words)
        if self.hasFocus() and place == self.current:
            painter.setPen(QPen(colours.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(place * self._pitch(), 1, self._pitch() * _SHARE + 1, self._bottom - 1)
            painter.drawRoundedRect(frame.adjusted(0, 0, 1, 0), CONTROL_RADIUS, CONTROL_RADIUS)

    def _paint_dates(self, painter: QPainter, colours: Colours) -> None:
        """Write as many Mondays as there is room for, at equal distances."""
        painter.setPen(colours.muted)
        texts = [short_date_text(week.monday) for week in self.weeks]
        widths = [painter.fontMetrics().horizontalAdvance(text) for text in texts]
        apart = ceil((max(widths, default=0) + 10) / self._pitch())
        for place in range(0, len(texts), apart):
            left = self.column_rect(place).left()
            if left + widths[place] <= self.width():
                top = self._bottom + _ABOVE_DATES
                line = QRectF(left, top, widths[place] + 1, self._line)
                painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, texts[place])

    # What it takes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.weeks) - 1
        place = {
            Qt.Key.Key_Left: self.current - 1,
            Qt.Key.Key_Right: self.current + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if place is None:
            super().keyPressEvent(event)
            return
        self.current = min(max(place, 0), max(last, 0))
        self._name()
        self.update()
        self.week_shown.emit(self.words_of(self.current))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.week_shown.emit(self.words_of(self.week_at(event.position().x())))

    def leaveEvent(self, _event: QEvent) -> None:
        self.week_shown.emit(self.words_of(self.current) if self.hasFocus() else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.week_shown.emit(self.words_of(self.current))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.week_shown.emit("")
