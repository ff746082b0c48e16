"""Sets as columns: codes, days, and figures that agree with those of single sets."""

import datetime
from dataclasses import dataclass
from math import isnan

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.columns import (
    BOTH,
    EXERCISES,
    LEFT,
    RIGHT,
    SET_TYPES,
    SIDES,
    WARMUP,
    SetColumns,
    bodyweights_on,
    day_number,
    day_of_number,
)
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import is_hard_set, system_load_kg
from tracker.domain.runner import Bodyweight, bodyweight_on
from tracker.domain.session import LoggedSet, SetType

NAN = float("nan")
dates = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))
near_dates = st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 3, 1))


@dataclass(frozen=True)
class Row:
    """A set with the bodyweight that applies to it."""

    exercise: Exercise
    side: Side
    set_type: SetType
    reps: int
    external_kg: float
    rir: float | None
    bodyweight_kg: float | None


rows = st.lists(
    st.builds(
        Row,
        st.sampled_from(Exercise),
        st.sampled_from(Side),
        st.sampled_from(SetType),
        st.integers(0, 20),
        st.floats(-100, 300),
        st.none() | st.sampled_from((0.0, 1.0)) | st.floats(0, 10),
        st.none() | st.floats(20, 400),
    ),
    max_size=20,
)


def columns_of(sets: list[Row]) -> SetColumns:
    whole = np.zeros(len(sets), np.int64)
    return SetColumns(
        day=whole,
        session=whole,
        exercise=np.array([EXERCISES.index(row.exercise) for row in sets], np.int64),
        side=np.array([SIDES.index(row.side) for row in sets], np.int64),
        set_type=np.array([SET_TYPES.index(row.set_type) for row in sets], np.int64),
        set_no=whole + 1,
        reps=np.array([row.reps for row in sets], np.float64),
        external_kg=np.array([row.external_kg for row in sets], np.float64),
        rir=np.array([unknown_as_nan(row.rir) for row in sets], np.float64),
        equipment=whole,
        bodyweight_kg=np.array([unknown_as_nan(row.bodyweight_kg) for row in sets], np.float64),
        hold_s=np.full(len(sets), NAN),
    )


def unknown_as_nan(value: float | None) -> float:
    return NAN if value is None else value


def system_kg_of(row: Row) -> float:
    body_kg = unknown_as_nan(row.bodyweight_kg)
    return float(system_load_kg(row.external_kg, body_kg, row.exercise.carries_bodyweight))


def test_codes_stand_for_sides_and_types() -> None:
    assert (SIDES[LEFT], SIDES[RIGHT], SIDES[BOTH]) == (Side.LEFT, Side.RIGHT, Side.BOTH)
    assert SET_TYPES[WARMUP] is SetType.WARMUP


def test_days_are_counted_from_1970() -> None:
    assert day_number(datetime.date(1970, 1, 1)) == 0
    assert day_number(datetime.date(1969, 12, 31)) == -1


@given(dates)
def test_a_day_comes_back_from_its_number(date: datetime.date) -> None:
    assert day_of_number(day_number(date)) == date


@given(dates)
def test_days_are_counted_as_numpy_does(date: datetime.date) -> None:
    assert day_number(date) == np.datetime64(date, "D").astype(np.int64)


def test_columns_are_as_long_as_their_sets() -> None:
    seated = Row(Exercise.SEATED, Side.LEFT, SetType.WORK, 8, 60.0, None, None)
    assert len(columns_of([seated] * 3)) == 3


@given(rows)
def test_columns_have_the_system_loads_of_their_sets(sets: list[Row]) -> None:
    expected = [system_kg_of(row) for row in sets]
    np.testing.assert_array_equal(columns_of(sets).system_kg, expected)


@given(rows)
def test_columns_have_the_hard_sets_of_their_sets(sets: list[Row]) -> None:
    expected = [
        bool(is_hard_set(row.set_type is SetType.WARMUP, row.reps, unknown_as_nan(row.rir)))
        for row in sets
    ]
    assert columns_of(sets).is_hard.tolist() == expected


@given(rows)
def test_columns_went_to_failure_as_their_sets_did(sets: list[Row]) -> None:
    expected = [
        LoggedSet(
            "any", row.exercise, row.side, 1, row.reps, 0.0, set_type=row.set_type, rir=row.rir
        ).was_to_failure
        for row in sets
    ]
    assert columns_of(sets).was_to_failure.tolist() == expected


def test_a_standing_set_of_a_runner_never_weighed_has_no_system_load() -> None:
    standing = Row(Exercise.STANDING, Side.LEFT, SetType.WORK, 8, 20.0, 0, None)
    columns = columns_of([standing])
    assert isnan(columns.system_kg[0])


@given(
    st.lists(near_dates, max_size=10),
    st.lists(st.tuples(near_dates, st.floats(20, 400)), unique_by=lambda each: each[0], max_size=6),
)
def test_columns_have_the_bodyweights_of_their_days(
    days: list[datetime.date], weighed: list[tuple[datetime.date, float]]
) -> None:
    weighings = [Bodyweight(date, kg) for date, kg in sorted(weighed)]
    numbers = np.array([day_number(day) for day in days], np.int64)
    expected = [unknown_as_nan(bodyweight_on(day, weighings)) for day in days]
    np.testing.assert_array_equal(bodyweights_on(numbers, weighings), expected)
