"""A choice of days: a usual range that ends today, or a first and a last day."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QGridLayout, QWidget

from tracker.domain.entry import DATES
from tracker.ui.widgets.cards import Caption, SegmentedControl, calm
from tracker.words.labels import date_format

# Days of each choice; None reaches to the log's first and last day.
RANGE_DAYS = (28, 91, 365, None)
USUAL = 1


def _to_qdate(day: datetime.date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _to_date(day: QDate) -> datetime.date:
    return datetime.date(day.year(), day.month(), day.day())


class PeriodField(QWidget):
    """Days from the first to the last, three months at first.

    Args:
        today: The clock's day, where the ranges end.
        days_logged: Gives days of the log, the first and the last among them; none of an empty one.

    Signals:
        changed: Other days were chosen.
    """

    changed = Signal()

    def __init__(
        self,
        today: Callable[[], datetime.date],
        days_logged: Callable[[], Sequence[datetime.date]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._days_logged = days_logged
        self.range = SegmentedControl(
            [self.tr("4 weeks"), self.tr("3 months"), self.tr("1 year"), self.tr("All")],
            self.tr("Range"),
            self,
        )
        self.first, self.last = QDateEdit(self), QDateEdit(self)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.range, 0, 0, 1, 3)
        for column, widget in enumerate((self.first, Caption("–", self), self.last)):
            layout.addWidget(widget, 1, column)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(2, 1)
        for date_edit in (self.first, self.last):
            date_edit.setCalendarPopup(True)
            calm(date_edit.calendarWidget())
            date_edit.setDisplayFormat(date_format())
            date_edit.setDateRange(*(_to_qdate(day) for day in DATES))
            date_edit.dateChanged.connect(self._on_date_changed)
        self.range.choose(USUAL)
        self.range.chosen.connect(self._on_range_chosen)
        self._on_range_chosen(USUAL)
        self.setFocusProxy(self.range)

    @property
    def days(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day; the first may be the later one."""
        return _to_date(self.first.date()), _to_date(self.last.date())

    def _on_date_changed(self) -> None:
        self.changed.emit()

    def _on_range_chosen(self, index: int) -> None:
        days, today = RANGE_DAYS[index], self._today()
        logged = [] if days is not None else self._days_logged()
        first, last = min([today, *logged]), max([today, *logged])
        if days is not None:
            first = today - datetime.timedelta(days=days - 1)
        for date_edit, day in ((self.first, first), (self.last, last)):
            date_edit.blockSignals(True)  # both are told at once
            date_edit.setDate(_to_qdate(day))
            date_edit.blockSignals(False)
        self.changed.emit()
