"""The usual lengths of a look back, the same wherever one is chosen."""

import datetime
from enum import Enum


class Period(Enum):
    """A length that ends on a day, that day included; its value is its days, None for all."""

    FOUR_WEEKS = 28
    THREE_MONTHS = 91
    A_YEAR = 365
    ALL = None

    @property
    def days(self) -> int | None:
        """How many days; None for all there are."""
        days: int | None = self.value
        return days

    def begin(self, last: datetime.date) -> datetime.date | None:
        """Give the first day of the period that ends with a day; None for all."""
        return None if self.days is None else last - datetime.timedelta(days=self.days - 1)
