"""Made-up events for the made-up runner: the injury, visits to the physio, races and more.

All follow from the story: what keeps the runner from training and what is raced are events.
"""

import datetime
from collections.abc import Iterator, Mapping
from random import Random
from typing import Final

from tracker.domain.demo.story import HOLIDAY, ILL_DAYS, Story
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Side
from tracker.domain.symptoms import Site
from tracker.worded import worded

_A_DAY: Final = datetime.timedelta(days=1)
# In days after the injury, and in days before the last day of the log.
_SEEN_AFTER: Final = (5, 40, 96)
_SEEN_AGO: Final = 33
_SHOES_AFTER: Final = 110


def made_up_events(
    story: Story, ill_from: Mapping[int, datetime.date], random: Random
) -> list[Event]:
    """Make up the events, by day; the injury is still going on at the end.

    Args:
        story: When what happens.
        ill_from: The first day of each year's illness.
        random: Generator for the ids.
    """
    found = [event for event in _told(story, ill_from, random) if event.date <= story.until]
    return sorted(found, key=lambda event: event.date)


def _told(story: Story, ill_from: Mapping[int, datetime.date], random: Random) -> Iterator[Event]:
    def event(
        day: datetime.date,
        kind: EventKind,
        until: datetime.date | None = None,
        note: str = "",
        side: Side | None = None,
        site: Site | None = None,
    ) -> Event:
        return Event(day, kind, until, side, site, note, f"{random.getrandbits(128):032x}")

    yield event(story.injury, EventKind.INJURY, side=Side.LEFT, site=Site.MID_PORTION)
    for days in _SEEN_AFTER:
        yield event(story.injury + days * _A_DAY, EventKind.VISIT)
    yield event(story.until - _SEEN_AGO * _A_DAY, EventKind.VISIT)
    shoes = story.injury + _SHOES_AFTER * _A_DAY
    yield event(shoes, EventKind.EQUIPMENT, note=worded("New running shoes"))
    for number in range((story.until - story.first).days + 1):
        day = story.first + number * _A_DAY
        race_km = story.race_km(day)
        if race_km is not None:
            yield event(day, EventKind.RACE, note=f"{race_km:g} km")
        if (day.month, day.day) == HOLIDAY[0]:
            yield event(day, EventKind.TRAVEL, day.replace(day=HOLIDAY[1][1]), worded("By the sea"))
        if day == ill_from[day.year]:
            yield event(day, EventKind.ILLNESS, day + (ILL_DAYS - 1) * _A_DAY, worded("A cold"))
