"""Events on a runner's time axis besides training: injuries, races, visits and more."""

import datetime
from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum
from typing import Final

from tracker.domain.entry import new_id, require_day, require_note
from tracker.domain.exercise import LEGS, Side
from tracker.domain.frozen import frozen
from tracker.domain.symptoms import Site
from tracker.worded import worded

_A_DAY: Final = datetime.timedelta(days=1)


class EventKind(StrEnum):
    """What kind of event."""

    INJURY = "injury"
    ILLNESS = "illness"
    RACE = "race"
    TRAVEL = "travel"
    VISIT = "visit"  # to the physio
    EQUIPMENT = "equipment"  # new equipment or shoes from that day on
    OTHER = "other"


@frozen
class Event:
    """Something that happened on a day or over a span of days.

    Args:
        date: The day, or the first day of a span.
        kind: What kind.
        until: The last day of a span; None for a single day, and for an injury still going on.
        side: Which leg was injured; None if not given, and for all other kinds.
        site: Where it was injured; None if not given, and for all other kinds.
        note: A few words of the runner's own.

    Raises:
        ValueError: In words for a person, if the days are in the wrong order or out of bounds, or
            if an event other than an injury has a leg or a site.
    """

    date: datetime.date
    kind: EventKind
    until: datetime.date | None = None
    side: Side | None = None
    site: Site | None = None
    note: str = ""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        require_day("The day of an event", self.date)
        require_note(self.note)
        if self.until is not None:
            require_day("The last day of an event", self.until)
            if self.until < self.date:
                raise ValueError(
                    worded("An event from {} on cannot end on {}.", self.date, self.until)
                )
        if self.kind is not EventKind.INJURY and (self.side or self.site):
            raise ValueError(worded("Only an injury has a leg and a site."))

    @property
    def is_open(self) -> bool:
        """Whether it is an injury still going on, without a last day."""
        return self.kind is EventKind.INJURY and self.until is None

    def end(self, today: datetime.date) -> datetime.date:
        """Return its last day so far.

        >>> event = Event(datetime.date(2026, 4, 12), EventKind.INJURY)
        >>> event.end(datetime.date(2026, 4, 20))
        datetime.date(2026, 4, 20)
        """
        if self.is_open:
            return max(self.date, today)
        return self.until or self.date

    def holds(self, day: datetime.date, today: datetime.date) -> bool:
        """Tell whether a day is part of it."""
        return self.date <= day <= self.end(today)


def by_day(
    events: Iterable[Event], first: datetime.date, last: datetime.date, today: datetime.date
) -> dict[datetime.date, list[Event]]:
    """Return the events of each day from ``first`` to ``last``; days without any are missing.

    Args:
        events: By day, oldest first.
        first: The first day.
        last: The last day, inclusive.
        today: The day up to which an injury still going on extends.
    """
    days: dict[datetime.date, list[Event]] = {}
    for event in events:
        day, end = max(event.date, first), min(event.end(today), last)
        while day <= end:
            days.setdefault(day, []).append(event)
            day += _A_DAY
    return days


def injury_on(events: Iterable[Event], day: datetime.date) -> Event | None:
    """Find the injury the runner has on a day; of several, the one that began last.

    Args:
        events: By day, oldest first.
        day: The day; an injury's last day is part of it.
    """
    known = [
        each for each in events if each.kind is EventKind.INJURY and each.holds(day, today=day)
    ]
    return known[-1] if known else None


def injured_leg(events: Iterable[Event], day: datetime.date) -> Side | None:
    """Return the leg to offer as the involved one, from the injury the runner has on a day.

    Args:
        events: By day, oldest first.
        day: The day.

    Returns:
        Left or right; None without an injury, or if it names both legs or none.
    """
    injury = injury_on(events, day)
    return injury.side if injury is not None and injury.side in LEGS else None


def injured_sites(events: Iterable[Event], day: datetime.date) -> dict[Side, Site | None]:
    """Return where each leg is injured on a day; None for a leg without an injury or a known site.

    Args:
        events: By day, oldest first; of several injuries of a leg the last one counts.
        day: The day; an injury's last day is part of it.
    """
    injuries = [
        each for each in events if each.kind is EventKind.INJURY and each.holds(day, today=day)
    ]
    return {
        leg: next((each.site for each in reversed(injuries) if each.side in (leg, Side.BOTH)), None)
        for leg in LEGS
    }


def looked_back_to(events: Iterable[Event], day: datetime.date) -> Event | None:
    """Find the event on or before a day that a comparison from that day should start at.

    This is the injury the runner had then, or else the event that began last. Visits to the physio
    on the day itself are passed over, since the comparison is made for them.

    Args:
        events: By day, oldest first.
        day: The day to look back from.
    """
    begun = [
        each
        for each in events
        if each.date < day or (each.date == day and each.kind is not EventKind.VISIT)
    ]
    return injury_on(begun, day) or next(reversed(begun), None)


def last_injury(events: Iterable[Event], day: datetime.date) -> Event | None:
    """Find the injury the runner has on a day, or else the last one before it.

    Args:
        events: By day, oldest first.
        day: The day to look back from.
    """
    return looked_back_to((each for each in events if each.kind is EventKind.INJURY), day)


def last_visit(events: Iterable[Event], day: datetime.date) -> Event | None:
    """Find the last visit to the physio before a day.

    Args:
        events: By day, oldest first.
        day: The day to look back from.
    """
    return looked_back_to((each for each in events if each.kind is EventKind.VISIT), day)
