"""Weeks, which begin on Monday as in ISO 8601."""

import datetime
from typing import Final

DAYS_A_WEEK: Final = 7
FIRST_MONDAY: Final = 4  # in days since 1 January 1970, a Thursday


def begin_of_week(day: datetime.date) -> datetime.date:
    """Return the Monday of a day's week.

    >>> begin_of_week(datetime.date(2026, 11, 29)), begin_of_week(datetime.date(2026, 11, 30))
    (datetime.date(2026, 11, 23), datetime.date(2026, 11, 30))
    """
    return day - datetime.timedelta(days=day.weekday())
