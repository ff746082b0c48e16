"""The days that the made-up years turn on."""

import datetime

import pytest

from tracker.domain.demo.story import BACK_WEEKS, Story

UNTIL = datetime.date(2026, 11, 24)
A_DAY = datetime.timedelta(days=1)
STORIES = [
    Story(until - datetime.timedelta(days=365 * years), until)
    for until in (UNTIL, UNTIL + A_DAY, datetime.date(2028, 2, 29))
    for years in (1, 5)
]


def days_of(story: Story) -> list[datetime.date]:
    return [story.first + n * A_DAY for n in range((story.until - story.first).days + 1)]


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_the_days_come_in_their_order_within_the_log(story: Story) -> None:
    days = [story.first, story.noted_from, story.injury, story.ready, story.back_from]
    assert [*days, story.back_until, story.until] == sorted([*days, story.back_until, story.until])
    assert len({*days, story.back_until}) == 6 or story.ready == story.back_from


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_the_plan_that_leads_back_begins_on_a_monday_and_has_its_weeks(story: Story) -> None:
    assert story.back_from.isoweekday() == 1
    assert story.back_until - story.back_from == datetime.timedelta(weeks=BACK_WEEKS)
    assert not story.is_on_the_way_back(story.injury - A_DAY)
    assert story.is_on_the_way_back(story.injury)
    assert story.is_on_the_way_back(story.back_until - A_DAY)
    assert not story.is_on_the_way_back(story.back_until)


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_races_are_run_on_sundays_and_the_last_one_before_the_injury(story: Story) -> None:
    races = {day: km for day in days_of(story) if (km := story.race_km(day)) is not None}
    assert {day.isoweekday() for day in races} == {7}
    before = max(day for day in races if day < story.injury)
    assert story.injury - before <= datetime.timedelta(days=7)
    assert set(races.values()) <= {21.1, 10.0}


def test_loads_go_from_light_to_heavy_four_weeks_each() -> None:
    story = STORIES[1]
    reps = [story.reps_to_failure(story.first + 28 * n * A_DAY) for n in range(5)]
    assert reps == [11, 10, 8, 7, 11]
    assert story.reps_to_failure(story.first + 27 * A_DAY) == 11


def test_the_last_year_goes_alike_however_long_the_log() -> None:
    short, long = STORIES[:2]
    assert short.injury == long.injury
    last_year = days_of(short)
    assert [short.race_km(day) for day in last_year] == [long.race_km(day) for day in last_year]
