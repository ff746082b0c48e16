"""The usual lengths of a look back."""

import datetime

from tracker.domain.event import Event, EventKind
from tracker.domain.period import Period, offered


def test_a_period_counts_its_last_day() -> None:
    last = datetime.date(2026, 11, 24)
    assert Period.FOUR_WEEKS.begin(last) == datetime.date(2026, 10, 28)
    assert Period.THREE_MONTHS.begin(last) == datetime.date(2026, 8, 26)
    assert Period.A_YEAR.begin(last) == datetime.date(2025, 11, 25)
    assert Period.ALL.begin(last) is None


def test_periods_stand_from_the_shortest_to_all_and_then_since_an_event() -> None:
    assert [period.days for period in Period] == [28, 91, 365, None, None, None]


def test_a_period_since_an_event_begins_with_its_day() -> None:
    last, april = datetime.date(2026, 11, 24), datetime.date(2026, 4, 12)
    october = datetime.date(2026, 10, 1)
    events = [
        Event(april, EventKind.INJURY),
        Event(april, EventKind.VISIT),
        Event(october, EventKind.VISIT),
        Event(last, EventKind.VISIT),  # what the look back is for
    ]
    assert Period.SINCE_INJURY.begin(last, events) == april
    assert Period.SINCE_VISIT.begin(last, events) == october
    assert Period.SINCE_VISIT.begin(april, events) is None
    assert Period.SINCE_INJURY.begin(last) is None


def test_since_an_event_is_offered_where_there_is_one() -> None:
    last = datetime.date(2026, 11, 24)
    fixed = (Period.FOUR_WEEKS, Period.THREE_MONTHS, Period.A_YEAR, Period.ALL)
    assert offered(last, [Event(last, EventKind.RACE)]) == fixed
    assert offered(last, [Event(last, EventKind.VISIT)]) == fixed
    injured = [Event(last, EventKind.INJURY)]
    assert offered(last, injured) == (*fixed, Period.SINCE_INJURY)
    seen = Event(datetime.date(2026, 11, 1), EventKind.VISIT)
    assert offered(last, [seen, *injured]) == tuple(Period)
