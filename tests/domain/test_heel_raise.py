"""The heel-raise test: what is accepted, its pace, and the published norms."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest, chance_limit_reps, norm_reps_2017

TEST = HeelRaiseTest(datetime.date(2026, 11, 24), Exercise.STANDING, Side.LEFT, 22)


def test_two_beats_are_one_repetition() -> None:
    assert TEST.reps_per_min == 30
    assert replace(TEST, cadence_bpm=None).reps_per_min is None


@pytest.mark.parametrize(
    "fields",
    [
        {"reps": 0, "pain": 0, "incline_deg": 0, "cadence_bpm": 10},
        {"reps": 1_000, "pain": 10, "incline_deg": 45, "cadence_bpm": 240},
        {"exercise": Exercise.STANDING_BENT, "side": Side.RIGHT},
    ],
)
def test_a_test_within_bounds_is_taken(fields: dict[str, Any]) -> None:
    test = replace(TEST, **fields)
    assert {name: getattr(test, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"exercise": Exercise.SEATED}, "no seated norm is known"),
        ({"side": Side.BOTH}, "left or right"),
        ({"reps": -1}, "Repetitions must be 0 to 1000"),
        ({"reps": 1_001}, "Repetitions must be 0 to 1000"),
        ({"cadence_bpm": 9.5}, "Beats a minute must be 10 to 240"),
        ({"cadence_bpm": 241}, "Beats a minute must be 10 to 240"),
        ({"incline_deg": -1}, "incline in degrees must be 0 to 45"),
        ({"incline_deg": 46}, "incline in degrees must be 0 to 45"),
        ({"pain": 11}, "Pain must be 0 to 10"),
        ({"note": "a" * 10_001}, "A note may have 10,000"),
        ({"date": datetime.date(1899, 1, 1)}, "The day of a test"),
    ],
)
def test_a_test_out_of_bounds_is_refused_in_words(fields: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        replace(TEST, **fields)


@pytest.mark.parametrize(
    ("sex", "reps"),
    [("male", [37, 33, 28, 24, 19, 15, 10]), ("female", [31, 27, 25, 22, 19, 17, 14])],
)
def test_the_norms_of_2017_are_those_of_the_table(sex: str, reps: list[int]) -> None:
    assert [norm_reps_2017(age, sex) for age in range(20, 90, 10)] == reps
    assert [norm_reps_2017(age, sex) for age in range(29, 99, 10)] == reps


@pytest.mark.parametrize("sex", ["male", "female"])
def test_no_norm_is_known_of_people_under_twenty(sex: str) -> None:
    assert norm_reps_2017(19, sex) is None


@pytest.mark.parametrize(
    ("first", "second", "limit"),
    [(0, 7, 6), (24, 24, 6), (25, 25, 7), (27, 23, 7), (40, 31, 9), (48, 34, 11)],
)
def test_scores_differ_by_chance_by_six_and_above_24_by_a_share(
    first: int, second: int, limit: int
) -> None:
    assert chance_limit_reps(first, second) == chance_limit_reps(second, first) == limit
