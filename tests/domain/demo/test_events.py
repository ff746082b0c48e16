"""Made-up events: they are those of the story, and the injury still goes on."""

import datetime

from tracker.domain.demo.year import made_up_log
from tracker.domain.event import Event, EventKind, injury_on, last_visit
from tracker.domain.exercise import Side
from tracker.domain.run import Run
from tracker.domain.session import Session
from tracker.domain.symptoms import Site

UNTIL = datetime.date(2026, 11, 24)
INJURY = datetime.date(2026, 4, 10)


def events_of(years: int = 1, seed: int = 1) -> list[Event]:
    change = made_up_log(UNTIL, years, seed)
    return [after for _, after in change.of(Event) if after is not None]


def of_kind(kind: EventKind, years: int = 1) -> list[Event]:
    return [event for event in events_of(years) if event.kind is kind]


def test_the_same_seed_gives_the_same_events_by_day() -> None:
    assert events_of() == events_of()
    assert [event.date for event in events_of()] == sorted(event.date for event in events_of())


def test_the_injury_of_the_story_goes_on_and_was_seen_since() -> None:
    (injury,) = of_kind(EventKind.INJURY)
    assert (injury.date, injury.side, injury.site) == (INJURY, Side.LEFT, Site.MID_PORTION)
    assert injury_on(events_of(), UNTIL) == injury
    visit = last_visit(events_of(), UNTIL)
    assert visit is not None
    assert INJURY < visit.date < UNTIL
    assert len(of_kind(EventKind.VISIT)) == 4


def test_every_race_was_run() -> None:
    runs = {run.date: run for _, run in made_up_log(UNTIL).of(Run) if run is not None}
    races = of_kind(EventKind.RACE)
    assert [race.note for race in races] == ["21.1 km", "10 km"]
    assert all(f"{runs[race.date].distance_km:g} km" == race.note for race in races)


def test_nothing_is_trained_while_ill_or_away() -> None:
    trained = {each.date for _, each in made_up_log(UNTIL).of(Session) if each is not None}
    for kind in (EventKind.ILLNESS, EventKind.TRAVEL):
        for event in of_kind(kind):
            assert not any(event.holds(day, UNTIL) for day in trained)


def test_each_of_many_years_has_its_illness_and_its_holiday() -> None:
    assert len(of_kind(EventKind.ILLNESS, years=5)) == 5
    assert len(of_kind(EventKind.TRAVEL, years=5)) == 5
    assert all(event.date <= UNTIL for event in events_of(years=5))
