"""Words about events: what, where, when, and the runner's own."""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Side
from tracker.domain.symptoms import Site
from tracker.words.events import (
    event_days,
    event_kind_name,
    event_kinds,
    event_name,
    event_names,
    event_on_its_day,
    event_text,
    injured_leg_name,
    injured_place,
    injury_text,
    involved_text,
    this_is_injured_text,
)

APRIL, MAY = datetime.date(2026, 4, 12), datetime.date(2026, 5, 2)
LEFT, RIGHT, BOTH = Side
INJURY = Event(APRIL, EventKind.INJURY, side=LEFT, site=Site.MID_PORTION)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len({event_kind_name(kind) for kind in EventKind}) == len(EventKind)


@pytest.mark.parametrize(
    ("side", "site", "words"),
    [
        (LEFT, Site.MID_PORTION, "left Achilles, mid-portion"),
        (RIGHT, Site.CALF, "right calf"),
        (BOTH, Site.INSERTION, "Achilles, insertion, both legs"),
        (None, Site.CALF, "calf"),
        (LEFT, None, "left leg"),
        (RIGHT, None, "right leg"),
        (BOTH, None, "both legs"),
        (None, None, ""),
    ],
)
def test_an_injury_says_where_it_is_as_far_as_it_was_said(
    side: Side | None, site: Site | None, words: str
) -> None:
    assert injured_place(side, site) == words


def test_the_leg_of_an_injury_is_offered_with_what_it_has() -> None:
    assert involved_text(LEFT, INJURY) == "left (left Achilles, mid-portion, since 12 Apr 2026)"
    assert involved_text(RIGHT, INJURY) == "right"
    assert involved_text(LEFT, None) == "left"


def test_an_open_injury_is_since_its_day() -> None:
    assert injury_text(INJURY) == "left Achilles, mid-portion, since 12 Apr 2026"
    assert injury_text(Event(APRIL, EventKind.INJURY)) == "since 12 Apr 2026"


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (None, "12 Apr 2026"),
        (APRIL, "12 Apr 2026"),
        (MAY, "12 Apr to 2 May 2026"),
        (datetime.date(2027, 1, 3), "12 Apr 2026 to 3 Jan 2027"),
    ],
)
def test_days_of_an_event_name_the_year_once(until: datetime.date | None, words: str) -> None:
    assert event_days(Event(APRIL, EventKind.TRAVEL, until)) == words


def test_an_event_is_named_by_its_kind_its_place_and_its_note_in_one_line() -> None:
    race = Event(MAY, EventKind.RACE, note="half\nmarathon")
    assert event_name(race) == "Race: half marathon"
    assert event_name(INJURY) == "Injury: left Achilles, mid-portion"
    assert event_name(Event(MAY, EventKind.VISIT)) == "Physio visit"
    assert event_text(race) == "Race: half marathon, 2 May 2026"
    assert event_names([race, Event(MAY, EventKind.VISIT)]) == "Race: half marathon · Physio visit"
    assert event_names([]) == ""
    assert event_kinds([race, INJURY, race]) == "Race · Injury"


def test_on_its_first_day_only_an_event_that_lasts_tells_its_days() -> None:
    assert event_on_its_day(Event(MAY, EventKind.RACE)) == "Race"
    assert event_on_its_day(Event(APRIL, EventKind.TRAVEL, MAY)) == "Travel, 12 Apr to 2 May 2026"
    assert event_on_its_day(INJURY).endswith("since 12 Apr 2026")


def test_the_leg_that_is_compared_with_the_other_is_called_the_injured_one() -> None:
    assert injured_leg_name() == "Injured leg"
    assert this_is_injured_text() == "This leg is the injured one"
