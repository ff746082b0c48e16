"""The axes of a chart: time in UTC days, and values written as the page writes them."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import ceil, floor
from typing import Any, ClassVar, Final

import numpy as np
import pyqtgraph as pg
from pyqtgraph.graphicsItems.DateAxisItem import (
    MONTH_DAY_ZOOM_LEVEL,
    YEAR_MONTH_ZOOM_LEVEL,
    TickSpec,
    ZoomLevel,
)
from PySide6.QtCore import QDate, QDateTime, QLocale, QPointF, QTime, QTimeZone
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPicture

from tracker.domain.columns import Floats
from tracker.domain.week import DAYS_A_WEEK, FIRST_MONDAY

DAY_S: Final = 86_400
FIRST_MONDAY_S: Final = float(FIRST_MONDAY * DAY_S)
MONTH_AND_YEAR: Final = "MMM yyyy"
MONTHS_A_YEAR: Final = 12
# Months are skipped where this had no room at each: otherwise pyqtgraph would leave out all of
# them, or write them so close that a year reads as the year of the month before it.
WIDEST_MONTH: Final = "Sept."


def seconds_of(day: Any) -> Any:
    return day * float(DAY_S)


def _moment(seconds: float) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(round(seconds), QTimeZone.utc())


def _seconds_of(date: QDate) -> float:
    return float(QDateTime(date, QTime(0, 0), QTimeZone.utc()).toSecsSinceEpoch())


def _text(seconds: float, form: str) -> str:
    return _text_in(seconds, form, QLocale())


@lru_cache(maxsize=1024)
def _text_in(seconds: float, form: str, locale: QLocale) -> str:
    return locale.toString(_moment(seconds), form)


class _UtcLevel(ZoomLevel):  # type: ignore[misc]
    """The ticks of one zoom level, on UTC midnights; found once for charts side by side."""

    def __init__(self, level: ZoomLevel) -> None:
        super().__init__(level.tickSpecs, level.exampleText)
        self.tickValues = lru_cache(maxsize=2)(super().tickValues)

    def extendTimeRangeForSpacing(  # noqa: N802 - pyqtgraph's name
        self, _spacing: float, first: float, last: float
    ) -> tuple[float, float]:
        return first, last

    def moveTicksToLocalTimeCoords(  # noqa: N802 - pyqtgraph's name
        self, ticks: Floats, _spacing: float, _skip_factor: int
    ) -> Floats:
        return ticks


def next_monday(seconds: float, weeks: int, *, first: bool) -> float:
    """Return the next Monday on a grid of every so many weeks.

    Args:
        seconds: The moment to search from.
        weeks: The spacing of the grid, in weeks.
        first: Whether that moment itself may be returned.

    >>> next_monday(0.0, 1, first=True) / DAY_S, next_monday(4.0 * DAY_S, 2, first=False) / DAY_S
    (4.0, 18.0)
    """
    apart = float(weeks * DAYS_A_WEEK * DAY_S)
    passed = (seconds - FIRST_MONDAY_S) / apart
    return FIRST_MONDAY_S + (ceil(passed) if first else floor(passed) + 1) * apart


def next_month(seconds: float, months: int, *, first: bool) -> float:
    """Return the next first of a month on a grid of every so many months, counted from January.

    Args:
        seconds: The moment to search from.
        months: The spacing of the grid; a year if it does not go into one.
        first: Whether that moment itself may be returned.

    >>> next_month(0.0, 3, first=True) / DAY_S, next_month(0.0, 3, first=False) / DAY_S
    (0.0, 90.0)
    >>> next_month(DAY_S, 10, first=True) / DAY_S
    365.0
    """
    apart = months if MONTHS_A_YEAR % months == 0 else MONTHS_A_YEAR
    month = np.datetime64(floor(seconds), "s").astype("datetime64[M]")
    on_grid = month - int(month.astype(int)) % apart
    if not (first and _start_of(on_grid) == seconds):
        on_grid += apart
    return _start_of(on_grid)


def _start_of(month: np.datetime64) -> float:
    return float(month.astype("datetime64[s]").astype(int))


_MONTHS, _DAYS = MONTH_DAY_ZOOM_LEVEL.tickSpecs
_MONDAYS: Final = TickSpec(DAYS_A_WEEK * DAY_S, next_monday, _DAYS.format, autoSkip=[1, 2, 4])
MONTHS_AND_MONDAYS: Final = _UtcLevel(
    ZoomLevel([_MONTHS, _MONDAYS], MONTH_DAY_ZOOM_LEVEL.exampleText)
)
_YEARS, _EVERY_MONTH = YEAR_MONTH_ZOOM_LEVEL.tickSpecs
_SOME_MONTHS: Final = TickSpec(
    _EVERY_MONTH.spacing, next_month, _EVERY_MONTH.format, autoSkip=[1, 2, 3, 6]
)
YEARS_AND_MONTHS: Final = _UtcLevel(ZoomLevel([_YEARS, _SOME_MONTHS], WIDEST_MONTH))


class TimeAxis(pg.DateAxisItem):  # type: ignore[misc]
    """Days, months and years in the user's language, on UTC midnights so that no day shifts.

    Charts one below the other have equal-looking axes, so one is drawn and its picture reused.
    """

    # The look of the axis last drawn, its picture, and what drawing it worked out.
    _drawn: ClassVar[tuple[object, tuple[QPicture, QFontMetrics, ZoomLevel] | None]] = (None, None)

    picture: QPicture | None

    def __init__(self) -> None:
        super().__init__("bottom", utcOffset=0)
        self.zoomLevels.clear()
        self.zoomLevels.update({np.inf: YEARS_AND_MONTHS, 5.0 * DAY_S: MONTHS_AND_MONDAYS})

    def paint(self, painter: QPainter, option: Any, widget: Any) -> None:
        if self.picture is not None:
            super().paint(painter, option, widget)
            return
        look, (look_drawn, drawn) = self._look(), TimeAxis._drawn
        if drawn is not None and look == look_drawn:
            self.picture, self.fontMetrics, self.zoomLevel = drawn
        super().paint(painter, option, widget)
        assert self.picture is not None  # just drawn
        TimeAxis._drawn = look, (self.picture, self.fontMetrics, self.zoomLevel)

    def _look(self) -> object:
        """Return everything that can make one axis look different from another."""
        pens = (self.pen(), self.tickPen(), self.textPen())
        font = self.style["tickFont"] or self.font()
        # Its length on the screen decides how many ticks have room.
        length = self.mapToDevice(QPointF(self.width(), 0.0)) - self.mapToDevice(QPointF())
        return (
            tuple(self.range),
            self.mapRectFromParent(self.geometry()),
            (length.x(), length.y()),
            [pen.color().rgba() for pen in pens],
            (self.style["tickLength"], self.style["showValues"], font.key(), QLocale().name()),
        )

    def tickStrings(self, values: Sequence[float], _scale: float, spacing: float) -> list[str]:
        days = spacing / DAY_S
        if days > 300:
            return [_text(at, "yyyy") for at in values]
        names_a_year = self._names_a_year
        if days > 27:
            forms = ["MMM"] * len(values)
            forms[:1] = ["MMM" if names_a_year else MONTH_AND_YEAR] if values else []
            return [
                "" if names_a_year and self._is_before_a_year(at) else _text(at, form)
                for at, form in zip(values, forms, strict=True)
            ]
        first = None if names_a_year else self._first_month()
        return ["" if self._is_beside_a_month(at, first) else _text(at, "d") for at in values]

    @property
    def _names_a_year(self) -> bool:
        """Whether a 1 January in view is labelled with its year."""
        first, last = (_moment(at).date().year() for at in self.range)
        return self.zoomLevel is YEARS_AND_MONTHS and last > first

    def _first_month(self) -> float:
        """Return the first start of a month in view, in seconds; its label includes the year."""
        begin = _moment(self.range[0]).date()
        month = QDate(begin.year(), begin.month(), 1)
        if month < begin or _seconds_of(month) < self.range[0]:
            month = month.addMonths(1)
        return _seconds_of(month)

    def _is_before_a_year(self, at: float) -> bool:
        """Tell whether a month is so near the year after it that they would read as one date."""
        date = _moment(at).date()
        year = _seconds_of(QDate(date.year() + 1, 1, 1))
        return year <= self.range[1] and year - at < 2 * self._room_of("2026", "")

    def _is_beside_a_month(self, at: float, first: float | None) -> bool:
        """Tell whether a day is so near a month's label that they would read as one: “29 Oct”.

        Args:
            at: The day, in seconds.
            first: The month that says its year.
        """
        date = _moment(at).date()
        this = QDate(date.year(), date.month(), 1)
        months = (_seconds_of(this), _seconds_of(this.addMonths(1)))
        return any(
            0 < abs(at - month) < self._room_of("Nov 2026" if month == first else "Nov", "30")
            for month in months
        )

    def _room_of(self, label: str, other: str) -> float:
        """Return how far from a label, in seconds, the middle of another must stay."""
        metrics = QFontMetricsF(self.style["tickFont"] or self.font())
        room_px = (metrics.horizontalAdvance(label) + metrics.horizontalAdvance(other)) / 2
        room_px += metrics.height()
        return room_px * float(self.range[1] - self.range[0]) / max(float(self.width()), 1.0)


class ValueAxis(pg.AxisItem):  # type: ignore[misc]
    """Values, written as the page writes them."""

    def __init__(self) -> None:
        super().__init__("left")
        self.write: Callable[[float], str] = str

    def tickStrings(self, values: Sequence[float], _scale: float, _spacing: float) -> list[str]:
        return [self.write(value) for value in values]
