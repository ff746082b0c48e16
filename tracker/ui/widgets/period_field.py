"""A choice of days: a usual range that ends today, or a first and a last day."""

import datetime
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDateEdit, QGridLayout, QWidget

from tracker.domain.entry import DATES
from tracker.domain.event import Event
from tracker.domain.period import Period, offered
from tracker.ui.widgets.cards import Caption, SegmentedControl, calm
from tracker.words.labels import date_format, date_of_qdate, period_name, qdate_of

PERIODS: Final = tuple(Period)  # in the order offered
A_ROW: Final = 4  # periods per row; those since an event go in the next row


class PeriodField(QWidget):
    """A range of days, chosen by period or by its first and last day.

    Args:
        usual: The period chosen at first.
        today: Returns the current day, on which the ranges end.
        days_logged: Returns days of the log, including its first and last; empty for an empty log.
        events: The events of the log, by day, that ranges may start from.

    Signals:
        changed: Other days were chosen.
    """

    changed = Signal()

    def __init__(
        self,
        usual: Period,
        today: Callable[[], datetime.date],
        days_logged: Callable[[], Sequence[datetime.date]],
        events: Sequence[Event],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._days_logged = days_logged
        self._events = events
        self.range = SegmentedControl(
            [period_name(period) for period in PERIODS], self.tr("Range"), self, A_ROW
        )
        can_be_chosen = offered(today(), events)
        for index, period in enumerate(PERIODS):
            self.range.set_choice_visible(index, visible=period in can_be_chosen)
        self.first, self.last = QDateEdit(self), QDateEdit(self)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.range, 0, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        for column, widget in enumerate((self.first, Caption("–", self), self.last)):
            layout.addWidget(widget, 1, column)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(2, 1)
        for date_edit in (self.first, self.last):
            date_edit.setCalendarPopup(True)
            calm(date_edit.calendarWidget())
            date_edit.setDisplayFormat(date_format())
            date_edit.setDateRange(*map(qdate_of, DATES))
            date_edit.dateChanged.connect(self._on_date_changed)
        self.range.chosen.connect(self._on_range_chosen)
        self.choose(usual)
        self.setFocusProxy(self.range)

    @property
    def days(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day as entered; the first may be after the last."""
        return date_of_qdate(self.first.date()), date_of_qdate(self.last.date())

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """The fields in tab order."""
        return self.range, self.first, self.last

    def choose(self, period: Period) -> None:
        """Choose a period."""
        self.range.choose(PERIODS.index(period))
        self._on_range_chosen(self.range.index)

    def _on_date_changed(self) -> None:
        self.changed.emit()

    def _on_range_chosen(self, index: int) -> None:
        first = last = self._today()
        begin = PERIODS[index].begin(last, self._events)
        if begin is not None:
            first = begin
        else:
            days = [last, *self._days_logged()]
            first, last = min(days), max(days)
        for date_edit, day in ((self.first, first), (self.last, last)):
            date_edit.blockSignals(True)  # one signal for both, below
            date_edit.setDate(qdate_of(day))
            date_edit.blockSignals(False)
        self.changed.emit()
