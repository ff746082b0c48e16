"""The usual lengths of a look back, the same wherever one is chosen."""

import datetime
from collections.abc import Sequence
from enum import Enum

from tracker.domain.event import Event, EventKind, last_injury, last_visit


class Period(Enum):
    """A look back that ends on a day, that day included.

    Its value is its length in days, None for all, or the kind of event that it begins with.
    """

    FOUR_WEEKS = 28
    THREE_MONTHS = 91
    A_YEAR = 365
    ALL = None
    SINCE_INJURY = EventKind.INJURY
    SINCE_VISIT = EventKind.VISIT

    @property
    def days(self) -> int | None:
        """How many days; None for all there are, and since an event."""
        return self.value if isinstance(self.value, int) else None

    def begin(self, last: datetime.date, events: Sequence[Event] = ()) -> datetime.date | None:
        """Give the first day of the period that ends with a day.

        Args:
            last: Its last day.
            events: Those of the log, by day.

        Returns:
            None for all, and since an event that is not there.
        """
        if self.days is not None:
            return last - datetime.timedelta(days=self.days - 1)
        event = None
        if self is Period.SINCE_INJURY:
            event = last_injury(events, last)
        elif self is Period.SINCE_VISIT:
            event = last_visit(events, last)
        return None if event is None else event.date


def offered(last: datetime.date, events: Sequence[Event]) -> tuple[Period, ...]:
    """List the periods that can be chosen: since an event only where there is one.

    Args:
        last: Their last day.
        events: Those of the log, by day.
    """
    return tuple(
        period
        for period in Period
        if not isinstance(period.value, EventKind) or period.begin(last, events) is not None
    )
