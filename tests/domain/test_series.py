"""Series of a table of days, without a window."""

import datetime

import numpy as np
import pytest

from tracker.domain.columns import SetColumns, day_number
from tracker.domain.daily import summarise_days
from tracker.domain.exercise import Exercise, Side
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Runner
from tracker.domain.series import DaySeries

SEATED, STANDING = Exercise.SEATED, Exercise.STANDING
DAY = day_number(datetime.date(2026, 3, 2))
# Day, exercise, side, kilograms; ten repetitions to failure are a third more.
Logged = tuple[int, Exercise, Side, float]


def series_of(*logged: Logged, bodyweight_kg: float = 70.0) -> DaySeries:
    day, exercise, side, kg = zip(*logged, strict=True)
    count = len(logged)
    columns = SetColumns(
        day=np.array(day),
        session=np.arange(count),
        exercise=np.array([list(Exercise).index(each) for each in exercise]),
        side=np.array([list(Side).index(each) for each in side]),
        set_type=np.ones(count, np.int64),
        set_no=np.ones(count, np.int64),
        reps=np.full(count, 10.0),
        external_kg=np.array(kg),
        rir=np.zeros(count),
        equipment=np.zeros(count, np.int64),
        bodyweight_kg=np.full(count, bodyweight_kg),
    )
    return DaySeries(summarise_days(columns, Formula.EPLEY))


def test_only_exercises_that_were_done_are_listed() -> None:
    assert series_of((DAY, STANDING, Side.LEFT, 20.0)).exercises() == (STANDING,)


def test_the_best_of_28_days_is_taken_at_each_day_asked() -> None:
    series = series_of((DAY, SEATED, Side.LEFT, 60.0), (DAY + 20, SEATED, Side.LEFT, 45.0))
    at = np.array([DAY - 1, DAY + 27, DAY + 28])
    found = series.best_kg(SEATED, Side.LEFT, at)
    np.testing.assert_allclose(found, [np.nan, 80.0, 60.0])


def test_a_leg_that_did_nothing_has_no_values() -> None:
    series = series_of((DAY, SEATED, Side.LEFT, 60.0))
    assert not len(series.strength(SEATED, Side.RIGHT))
    assert not len(series.balance(SEATED, Runner()))
    assert not len(series.ratio(Side.LEFT))


def test_the_ratio_is_of_system_loads() -> None:
    series = series_of((DAY, SEATED, Side.LEFT, 60.0), (DAY, STANDING, Side.LEFT, 5.0))
    assert series.ratio(Side.LEFT).at(DAY) == pytest.approx(60 / 75)


def test_strength_times_bodyweight_needs_a_bodyweight() -> None:
    logged = (DAY, SEATED, Side.LEFT, 60.0)
    known = series_of(logged).strength(SEATED, Side.LEFT, per_bodyweight=True)
    assert known.at(DAY) == pytest.approx(80 / 70)
    unknown = series_of(logged, bodyweight_kg=np.nan)
    assert not len(unknown.strength(SEATED, Side.LEFT, per_bodyweight=True))


def test_a_trace_tells_its_values_and_doubts_by_day() -> None:
    trace = series_of((DAY, SEATED, Side.LEFT, 60.0)).strength(SEATED, Side.LEFT)
    assert not trace.doubts(DAY)
    assert np.isnan(trace.at(DAY + 1))


def test_a_balance_tells_its_differences_by_day() -> None:
    series = series_of((DAY, SEATED, Side.LEFT, 60.0), (DAY, SEATED, Side.RIGHT, 75.0))
    assert series.balance(SEATED, Runner()).at(DAY) == pytest.approx(20.0)
