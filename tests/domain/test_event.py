"""Events: their days, what an injury has beside them, and which one a look back begins with."""

import datetime

import pytest
from hypothesis import given

from tests import strategies as made
from tracker.domain.event import (
    Event,
    EventKind,
    by_day,
    injured_leg,
    injured_sites,
    injury_on,
    last_injury,
    last_visit,
    looked_back_to,
)
from tracker.domain.exercise import Side
from tracker.domain.symptoms import Site

APRIL = datetime.date(2026, 4, 12)
MAY = datetime.date(2026, 5, 2)
JUNE = datetime.date(2026, 6, 1)
INJURY = Event(APRIL, EventKind.INJURY, side=Side.LEFT, site=Site.MID_PORTION)
DAY = datetime.timedelta(days=1)


def test_an_injury_goes_on_until_its_end_is_said() -> None:
    assert INJURY.is_open
    assert INJURY.end(JUNE) == JUNE
    healed = Event(APRIL, EventKind.INJURY, MAY)
    assert not healed.is_open
    assert healed.end(JUNE) == MAY


def test_an_injury_that_is_yet_to_come_ends_with_its_first_day() -> None:
    assert INJURY.end(APRIL - DAY) == APRIL


@pytest.mark.parametrize("kind", [each for each in EventKind if each is not EventKind.INJURY])
def test_anything_else_without_an_end_is_a_day(kind: EventKind) -> None:
    event = Event(APRIL, kind)
    assert not event.is_open
    assert event.end(JUNE) == APRIL
    assert Event(APRIL, kind, MAY).end(JUNE) == MAY


@pytest.mark.parametrize("kind", [each for each in EventKind if each is not EventKind.INJURY])
def test_only_an_injury_has_a_leg_or_a_site(kind: EventKind) -> None:
    for place in ({"side": Side.LEFT}, {"site": Site.CALF}):
        with pytest.raises(ValueError, match="Only an injury has a leg and a site"):
            Event(APRIL, kind, **place)


def test_an_event_cannot_end_before_it_began() -> None:
    assert Event(APRIL, EventKind.TRAVEL, APRIL).end(JUNE) == APRIL
    with pytest.raises(ValueError, match="from 2026-05-02 on cannot end on 2026-04-12"):
        Event(MAY, EventKind.TRAVEL, APRIL)


@pytest.mark.parametrize("year", [1899, 2200])
def test_days_beyond_all_calendars_are_refused(year: int) -> None:
    beyond = datetime.date(year, 1, 1)
    with pytest.raises(ValueError, match="The day of an event must lie between"):
        Event(beyond, EventKind.RACE)
    with pytest.raises(ValueError, match="The last day of an event must lie between"):
        Event(APRIL, EventKind.RACE, beyond)


def test_a_note_has_its_bounds() -> None:
    with pytest.raises(ValueError, match="10,000 characters"):
        Event(APRIL, EventKind.OTHER, note="x" * 10_001)


@given(made.events, made.dates)
def test_an_event_holds_its_first_day_and_its_end_and_none_beside(
    event: Event, today: datetime.date
) -> None:
    end = event.end(today)
    assert event.date <= end
    assert event.holds(event.date, today)
    assert event.holds(end, today)
    assert not event.holds(event.date - DAY, today)
    assert not event.holds(end + DAY, today)


def test_days_know_their_events_and_no_more_than_was_asked() -> None:
    travel, race = Event(APRIL, EventKind.TRAVEL, APRIL + 2 * DAY), Event(APRIL, EventKind.RACE)
    first, last = APRIL - DAY, APRIL + DAY
    assert by_day([travel, race], first, last, JUNE) == {
        APRIL: [travel, race],
        APRIL + DAY: [travel],
    }
    assert by_day([travel], APRIL + DAY, MAY, JUNE).keys() == {APRIL + DAY, APRIL + 2 * DAY}
    assert by_day([INJURY], APRIL, MAY, today=APRIL + DAY).keys() == {APRIL, APRIL + DAY}
    assert by_day([race], MAY, JUNE, JUNE) == {}


def test_the_injury_of_a_day_is_the_one_begun_last() -> None:
    healed = Event(APRIL, EventKind.INJURY, MAY)
    later = Event(APRIL + DAY, EventKind.INJURY)
    race = Event(MAY, EventKind.RACE)
    assert injury_on([healed, later, race], MAY) == later
    assert injury_on([healed, race], MAY) == healed  # its last day is one of its days
    assert injury_on([healed, race], MAY + DAY) is None
    assert injury_on([later], APRIL) is None


def test_an_injury_offers_its_leg_where_it_is_one() -> None:
    assert injured_leg([INJURY], JUNE) is Side.LEFT
    assert injured_leg([INJURY], APRIL - DAY) is None
    both = Event(MAY, EventKind.INJURY, side=Side.BOTH)
    assert injured_leg([INJURY, both], JUNE) is None
    assert injured_leg([Event(MAY, EventKind.INJURY)], JUNE) is None


def test_a_look_back_begins_with_the_injury_had_or_with_the_last_one() -> None:
    healed = Event(MAY, EventKind.INJURY, MAY + DAY)
    assert last_injury([INJURY, healed], JUNE) == INJURY
    assert last_injury([healed], JUNE) == healed
    assert last_injury([healed], APRIL) is None
    assert last_injury([Event(APRIL, EventKind.RACE)], JUNE) is None


def test_the_last_visit_is_before_the_day_looked_back_from() -> None:
    first, today = Event(APRIL, EventKind.VISIT), Event(JUNE, EventKind.VISIT)
    race = Event(MAY, EventKind.RACE)
    assert last_visit([first, race, today], JUNE) == first
    assert last_visit([first, race, today], JUNE + DAY) == today
    assert last_visit([first], APRIL) is None


def test_a_look_back_begins_with_the_injury_had_then_or_what_began_last() -> None:
    race = Event(JUNE - DAY, EventKind.RACE)
    assert looked_back_to([INJURY, race], JUNE) == INJURY
    assert looked_back_to([race, Event(JUNE, EventKind.VISIT)], JUNE) == race
    assert looked_back_to([race, Event(JUNE + DAY, EventKind.RACE)], JUNE) == race
    assert looked_back_to([], JUNE) is None


def test_each_leg_is_injured_where_its_last_injury_says() -> None:
    calf = Event(MAY, EventKind.INJURY, side=Side.BOTH, site=Site.CALF)
    healed = Event(APRIL, EventKind.INJURY, MAY, Side.RIGHT, Site.INSERTION)
    assert injured_sites([], JUNE) == {Side.LEFT: None, Side.RIGHT: None}
    assert injured_sites([healed, calf], JUNE) == {Side.LEFT: Site.CALF, Side.RIGHT: Site.CALF}
    assert injured_sites([calf, healed], MAY)[Side.RIGHT] is Site.INSERTION
    assert injured_sites([healed], JUNE)[Side.RIGHT] is None
    assert injured_sites([Event(MAY, EventKind.INJURY, site=Site.CALF)], JUNE)[Side.LEFT] is None
