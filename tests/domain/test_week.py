"""The week: that it begins on Monday."""

import datetime

import pytest

from tracker.domain.week import DAYS_A_WEEK, begin_of_week

MONDAY = datetime.date(2026, 11, 23)


@pytest.mark.parametrize("days", range(DAYS_A_WEEK))
def test_each_day_of_a_week_has_the_same_monday(days: int) -> None:
    assert begin_of_week(MONDAY + datetime.timedelta(days=days)) == MONDAY


def test_the_next_week_begins_seven_days_later() -> None:
    next_monday = MONDAY + datetime.timedelta(days=DAYS_A_WEEK)
    assert begin_of_week(next_monday) == next_monday


def test_a_week_may_begin_in_the_year_before() -> None:
    assert begin_of_week(datetime.date(2027, 1, 1)) == datetime.date(2026, 12, 28)
