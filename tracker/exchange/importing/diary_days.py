"""Days as people write them above their training: with or without a year, or as a weekday."""

import datetime
import re
from typing import Any, Final, NamedTuple

from tracker.domain.entry import require_day
from tracker.exchange.importing.dates import (
    WEEKDAYS,
    AmbiguousDateError,
    DayOrder,
    is_of_several_months,
    month_in,
    order_of_numbers,
)
from tracker.worded import worded

_WEEKDAY_OF: Final = {word: day for day, words in enumerate(WEEKDAYS) for word in words}
# A 29 February on a given weekday recurs after 28 years, or 40 across a century without one.
_FURTHEST_YEARS: Final = 40
_WORD: Final = r"[^\W\d_]+"
_NTH: Final = r"(?:\.|st|nd|rd|th)?"
_TIME: Final = r"(?:(?:t|,?\s+)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2})?)?"
_SHAPES: Final = tuple(
    rf"(?:(?P<weekday>{_WORD})\.?,?\s+)?{day}{_TIME}(?=$|[\s:,;–—-])"
    for day in (
        r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})",
        rf"(?P<day>[0-9]{{1,2}}){_NTH}\s?(?P<name>{_WORD})\.?(?:,?\s(?P<year>[0-9]{{4}}))?",
        rf"(?P<name>{_WORD})\.?\s(?P<day>[0-9]{{1,2}}){_NTH}(?:,?\s(?P<year>[0-9]{{4}}))?",
        r"(?P<day>[0-9]{1,2})\.\s?(?P<month>[0-9]{1,2})\.(?:\s?(?P<year>[0-9]{4}|[0-9]{2}))?",
        r"(?P<one>[0-9]{1,2})/(?P<other>[0-9]{1,2})(?:/(?P<year>[0-9]{4}|[0-9]{2}))?",
    )
)
_WEEKDAY_ALONE: Final = rf"(?P<weekday>{_WORD})\.?(?=$|[\s:,;–—-])"


class DayFound(NamedTuple):
    """A day at the start of a line.

    Args:
        date: The day.
        time: Local time; None if not written.
        end: Index where the line continues.
        is_whole: Whether the year is written, so that it is certainly a day.
    """

    date: datetime.date
    time: datetime.time | None
    end: int
    is_whole: bool


def last_such_day(
    today: datetime.date,
    *,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
) -> datetime.date:
    """Return the latest day up to today that matches what was written.

    Args:
        today: The current day, inclusive.
        month: 1 to 12, given together with ``day``; None if only the weekday is written.
        day: Day of that month.
        weekday: 0 for Monday to 6; None if not written.

    Raises:
        ValueError: If there is none within 40 years.

    >>> last_such_day(datetime.date(2026, 1, 2), month=12, day=30)
    datetime.date(2025, 12, 30)
    >>> last_such_day(datetime.date(2026, 11, 26), weekday=1)
    datetime.date(2026, 11, 24)
    """
    if month is None or day is None:
        ago = 0 if weekday is None else (today.weekday() - weekday) % 7
        return today - datetime.timedelta(days=ago)
    for year in range(today.year, today.year - _FURTHEST_YEARS - 1, -1):
        try:
            found = datetime.date(year, month, day)
        except ValueError:  # a 29 February
            continue
        if found <= today and weekday in (None, found.weekday()):
            return found
    raise ValueError(worded("There is no such day."))


def day_at(text: str, today: datetime.date, order: DayOrder | None) -> DayFound | None:
    """Read the day that a line starts with.

    Args:
        text: The line.
        today: The day from which dates without a year are counted back.
        order: Order of the numbers in ``3/4``; None if unknown.

    Returns:
        None if the line does not start with a day.

    Raises:
        AmbiguousDateError: If it could mean two days and the order is unknown.
        ValueError: In words for a person, if there is no such day.
    """
    for shape in _SHAPES:
        found = re.match(shape, text, re.IGNORECASE)
        if found is None:
            continue
        parts: dict[str, Any] = found.groupdict()
        weekday = _WEEKDAY_OF.get((parts["weekday"] or "").casefold())
        month = month_in(parts["name"]) if "name" in parts else int(parts.get("month", 0))
        written = found[0]
        if month is None and is_of_several_months(parts["name"]):
            raise ValueError(worded("“{}” could be two months.", written))
        if month is None or (parts["weekday"] and weekday is None):
            continue
        number = int(parts.get("day", 0))
        if "one" in parts:
            number, month = _in_order(int(parts["one"]), int(parts["other"]), order, written)
        date = _date(today, parts["year"], month, number, weekday, written)
        return DayFound(date, _time(parts, written), found.end(), parts["year"] is not None)
    found = re.match(_WEEKDAY_ALONE, text)
    weekday = None if found is None else _WEEKDAY_OF.get(found["weekday"].casefold())
    if found is None or weekday is None:
        return None
    return DayFound(last_such_day(today, weekday=weekday), None, found.end(), False)


def _in_order(one: int, other: int, order: DayOrder | None, written: str) -> tuple[int, int]:
    """Return which of two numbers is the day and which is the month."""
    known = order_of_numbers(one, other) or order
    if known is None:
        raise AmbiguousDateError(worded("“{}” could be two days.", written))
    return (one, other) if known is DayOrder.DAY_FIRST else (other, one)


def _date(
    today: datetime.date, year: str | None, month: int, day: int, weekday: int | None, written: str
) -> datetime.date:
    try:
        if year is None:
            return last_such_day(today, month=month, day=day, weekday=weekday)
        date = datetime.date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    except ValueError:
        raise ValueError(worded("There is no such day as “{}”.", written)) from None
    if weekday not in (None, date.weekday()):
        raise ValueError(worded("“{}” is another day of the week.", written))
    require_day("The training day", date)
    return date


def _time(parts: dict[str, str | None], written: str) -> datetime.time | None:
    if parts["hour"] is None:
        return None
    try:
        return datetime.time(int(parts["hour"]), int(parts["minute"] or 0))
    except ValueError:
        raise ValueError(worded("“{}” has no such time of day.", written)) from None
