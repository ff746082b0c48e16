"""Weeks, weekly sums, the four weeks before, and the smoothed line."""

import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_daily import SEATED, STANDING, Row, summarise
from tracker.domain.columns import LEFT, RIGHT, day_number
from tracker.domain.trend import (
    change_percent,
    every_week,
    mean_of_weeks_before,
    monday_of,
    smooth,
    summarise_weeks,
    week_of,
    week_text,
)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)))
def test_weeks_are_those_of_iso_8601(date: datetime.date) -> None:
    day = day_number(date)
    week = int(week_of(np.array([day]))[0])
    year, number, weekday = date.isocalendar()
    assert week_text(week) == f"{year}-W{number:02}"
    assert monday_of(week) == day - weekday + 1


def test_the_last_days_of_2024_belong_to_the_first_week_of_2025() -> None:
    day = day_number(datetime.date(2024, 12, 30))
    assert week_text(int(week_of(np.array([day]))[0])) == "2025-W01"


def test_days_of_one_week_are_summed_by_exercise_and_side() -> None:
    table = summarise(
        Row(4, reps=5),  # Monday, 5 January 1970
        Row(10, reps=10, session=1, equipment=1),
        Row(10, STANDING, RIGHT, session=1),
        Row(11, session=2),
    )
    weeks = summarise_weeks(table)
    rows = zip(weeks.week, weeks.exercise, weeks.side, strict=True)
    assert [tuple(map(int, row)) for row in rows] == [
        (1, SEATED, LEFT),
        (1, STANDING, RIGHT),
        (2, SEATED, LEFT),
    ]
    assert len(weeks) == 3
    assert weeks.best_e1rm_kg[0] == 80
    assert weeks.sessions.tolist() == [2, 1, 1]
    assert weeks.sessions_begun.tolist() == [2, 0, 1]
    assert weeks.hard_sets.tolist() == [2, 1, 1]
    assert weeks.hard_set_numbers.tolist() == [2, 1, 1]
    assert weeks.reps.tolist() == [15, 8, 8]
    assert weeks.volume_load_kg.tolist() == [900, 8 * 130, 480]


def test_days_of_a_later_week_are_summed_as_those_of_the_first() -> None:
    weeks = summarise_weeks(summarise(Row(4), Row(11, session=1), Row(12, session=2)))
    assert weeks.week.tolist() == [1, 2]
    assert weeks.sessions.tolist() == [1, 2]


def test_no_days_give_no_weeks() -> None:
    assert len(summarise_weeks(summarise())) == 0


def test_a_week_without_training_is_a_week_of_nothing() -> None:
    week, value = np.array([4, 7, 7]), np.array([2.0, 3.0, 4.0])
    assert every_week(week, value, 3, 8).tolist() == [0, 2, 0, 0, 7, 0]


def test_the_mean_is_of_the_four_weeks_before_and_not_of_this_one() -> None:
    means = mean_of_weeks_before(np.array([10.0, 12, 14, 16, 99, 0]))
    assert np.array_equal(means, [np.nan] * 4 + [13, 35.25], equal_nan=True)


def test_four_weeks_have_no_four_weeks_before_them() -> None:
    assert np.isnan(mean_of_weeks_before(np.arange(4.0))).all()
    assert len(mean_of_weeks_before(np.zeros(0))) == 0


def test_the_change_against_nothing_is_no_value() -> None:
    change = change_percent(np.array([15.0, 9, 5, 5]), np.array([12.0, 12, 0, np.nan]))
    assert np.array_equal(change, [25, -25, np.nan, np.nan], equal_nan=True)


def test_a_smoothed_value_is_the_mean_of_two_weeks_to_either_side() -> None:
    day, value = np.array([0, 14, 28, 29]), np.array([1.0, 3.0, 8.0, 10.0])
    assert smooth(day, value).tolist() == pytest.approx([2, 4, 7, 9])


def test_nothing_smoothed_is_nothing() -> None:
    assert len(smooth(np.zeros(0, np.int64), np.zeros(0))) == 0


@given(st.lists(st.tuples(st.integers(0, 300), st.floats(-100, 200)), max_size=40))
def test_smoothing_is_what_a_mean_day_by_day_gives(points: list[tuple[int, float]]) -> None:
    points.sort()
    expected = [
        np.mean([value for other, value in points if abs(other - day) <= 14]) for day, _ in points
    ]
    day = np.array([day for day, _ in points], np.int64)
    value = np.array([value for _, value in points], np.float64)
    assert smooth(day, value).tolist() == pytest.approx(expected, abs=1e-9)
