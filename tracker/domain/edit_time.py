"""The instants that a log keeps besides its entries: of edits, deletions and merges."""

import datetime
from typing import Final

from tracker.domain.entry import require_day
from tracker.worded import Worded, worded

A_MOMENT: Final = datetime.timedelta(milliseconds=1)  # their resolution
# Anything later counts as this, so that there is always room for a correction.
_LATEST_OF_OTHERS: Final = datetime.datetime(2199, 12, 30, 23, 59, 59, 999_000, datetime.UTC)
_INSTANT: Final = worded("The instant of an edit")
LATEST: Final = _LATEST_OF_OTHERS + datetime.timedelta(hours=12)  # of corrections of corrections


def edit_time(instant: datetime.datetime) -> datetime.datetime:
    """Return an instant as every log keeps it: in UTC, to the millisecond.

    Whatever this accepts, it accepts again as it returned it. An instant at the end of the calendar
    counts as one earlier, since an edit that follows it needs a later one.

    Raises:
        ValueError: If it has no offset, or lies outside 1900 to 2199 in UTC.

    >>> edit_time(datetime.datetime.fromisoformat("2026-03-13T06:05:00.250999+13:00")).isoformat()
    '2026-03-12T17:05:00.250000+00:00'
    """
    if instant.tzinfo is None:
        raise ValueError(worded("{} needs its offset from UTC.", Worded(_INSTANT)))
    try:
        in_utc = instant.astimezone(datetime.UTC)
    except OverflowError:  # in year 1 or 9999
        in_utc = instant.replace(tzinfo=datetime.UTC)
    require_day(_INSTANT, in_utc.date())
    if in_utc > LATEST:
        return _LATEST_OF_OTHERS
    return in_utc.replace(microsecond=in_utc.microsecond // 1000 * 1000)


def later_than(now: datetime.datetime, *known: datetime.datetime | None) -> datetime.datetime:
    """Return the time for an edit made now: later than known times, whatever the clocks say.

    This machine's clock may be behind that of the machine that last changed the entry. Whoever
    edits or deletes it here has seen that change, and means to follow it.
    """
    at = now.replace(microsecond=now.microsecond // 1000 * 1000)
    for each in known:
        if each is not None:
            at = max(at, min(each, LATEST) + A_MOMENT)
    return min(at, LATEST)
