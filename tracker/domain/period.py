"""The usual lengths of a look back, the same wherever one is chosen."""

import datetime
from collections.abc import Sequence
from enum import Enum

from tracker.domain.event import Event, EventKind, last_injury, last_visit


class Period(Enum):
    """A period to look back over, ending on a given day, inclusive.

    The value is its length in days, None for everything, or the kind of event it starts with.
    """

    FOUR_WEEKS = 28
    THREE_MONTHS = 91
    A_YEAR = 365
    ALL = None
    SINCE_INJURY = EventKind.INJURY
    SINCE_VISIT = EventKind.VISIT

    @property
    def days(self) -> int | None:
        """Its length in days; None for everything, and for periods since an event."""
        return self.value if isinstance(self.value, int) else None

    def begin(self, last: datetime.date, events: Sequence[Event] = ()) -> datetime.date | None:
        """Return the first day of the period that ends on ``last``.

        Args:
            last: Its last day.
            events: The events of the log, by day, oldest first.

        Returns:
            None for everything, or if there is no such event.
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
    """List the periods to choose from; those since an event only if there is one.

    Args:
        last: Their last day.
        events: The events of the log, by day, oldest first.
    """
    return tuple(
        period
        for period in Period
        if not isinstance(period.value, EventKind) or period.begin(last, events) is not None
    )
