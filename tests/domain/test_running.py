"""Runs are summed up by ISO week, without gaps."""

import datetime
from math import isnan

from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tracker.domain.columns import RunColumns, day_number, day_of_number
from tracker.domain.run import Run
from tracker.domain.running import weekly_distance

MONDAY = datetime.date(2026, 11, 16)


def on(days: int, km: float) -> Run:
    return Run(MONDAY + datetime.timedelta(days=days), km)


def test_the_runs_of_a_week_are_added_from_monday_to_sunday() -> None:
    week = weekly_distance(RunColumns.of([on(-1, 20.0), on(0, 8.0), on(6, 16.5), on(7, 5.0)]))
    assert [day_of_number(day) for day in week.day.tolist()] == [
        datetime.date(2026, 11, 9),
        MONDAY,
        datetime.date(2026, 11, 23),
    ]
    assert week.km.tolist() == [20.0, 24.5, 5.0]


def test_a_week_without_runs_between_others_has_nought() -> None:
    assert weekly_distance(RunColumns.of([on(0, 8.0), on(14, 9.0)])).km.tolist() == [8.0, 0.0, 9.0]


def test_without_runs_there_are_no_weeks() -> None:
    week = weekly_distance(RunColumns.of([]))
    assert len(week) == 0
    assert isnan(week.at(day_number(MONDAY)))


def test_a_day_is_answered_with_its_week_and_others_with_nothing() -> None:
    week = weekly_distance(RunColumns.of([on(2, 8.0)]))
    first = day_number(MONDAY)
    assert [week.at(first), week.at(first + 6)] == [8.0, 8.0]
    assert isnan(week.at(first - 1))
    assert isnan(week.at(first + 7))


@given(st.lists(strategies.runs, max_size=20))
def test_no_kilometre_is_lost(runs: list[Run]) -> None:
    runs = sorted((run for run in runs if run.date.year > 2000), key=lambda run: run.date)
    total = sum(run.distance_km for run in runs)
    assert abs(float(weekly_distance(RunColumns.of(runs)).km.sum()) - total) <= 1e-6 * (1 + total)
