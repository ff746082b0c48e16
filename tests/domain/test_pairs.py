"""Which values of the legs may be compared."""

from typing import Any

import numpy as np
import pytest

from tests.domain.sets import (
    CASES,
    DAY,
    LEFT,
    RIGHT,
    SEATED,
    Lift,
    duo,
    lifts_of,
    number_of,
    strengths_of,
)
from tracker.domain.exercise import Exercise
from tracker.domain.one_rep_max import Formula
from tracker.domain.pairs import differences

KINDS = ("known", "at_least")


@pytest.mark.parametrize("case", CASES["vectors"], ids=lambda case: case["name"])
def test_a_case_gives_its_pairs(case: dict[str, Any]) -> None:
    strengths = strengths_of(lifts_of(case), Formula(case["formula"]))
    balance = strengths.balance(Exercise(case["exercise"]))
    assert len(balance.pairs) == len(case["pairs"])
    for place, (date, _, left, right, low, high) in enumerate(case["pairs"]):
        assert balance.pairs.day[place] == number_of(date)
        assert [KINDS[int(bound)] for bound in balance.pairs.is_at_least[place]] == [left, right]
        percent = pytest.approx(balance.all_pairs.percent[place], abs=1e-6)
        assert low == (None if left == "at_least" else percent)
        assert high == (None if right == "at_least" else percent)


def days_paired(*lifts: Lift) -> list[list[int]]:
    """Return the days of the left and the right value of each pair, counted from the first day."""
    days: list[list[int]] = (strengths_of(lifts).balance(SEATED).pairs.value_day - DAY).tolist()
    return days


def left(day: int, **other: Any) -> Lift:
    return Lift(DAY + day, LEFT, **other)


def right(day: int, **other: Any) -> Lift:
    return Lift(DAY + day, RIGHT, **other)


def test_legs_on_alternate_days_are_paired_once_each() -> None:
    assert days_paired(left(0), right(2), left(4), right(6)) == [[0, 2], [4, 6]]


def test_a_newer_value_takes_the_place_of_one_that_waits() -> None:
    assert days_paired(left(0), left(3), right(5)) == [[3, 5]]


def test_seven_days_apart_is_near_eight_is_not() -> None:
    assert days_paired(right(0), left(7)) == [[7, 0]]
    assert days_paired(right(0), left(8), right(9)) == [[8, 9]]


def test_a_day_with_both_legs_uses_up_what_waits() -> None:
    assert days_paired(left(0), left(2), right(2), right(4)) == [[2, 2]]


def test_each_equipment_is_paired_by_itself() -> None:
    machine, step = {"equipment": 1}, {"equipment": 2}
    lifts = (left(0, **step), left(0, **machine), right(1, **step), right(1, **machine), right(2))
    pairs = strengths_of(lifts).balance(SEATED).pairs
    assert pairs.equipment.tolist() == [1, 2]
    assert (pairs.value_day - DAY).tolist() == [[0, 1], [0, 1]]
    assert not days_paired(left(0, **step), right(1, **machine))


def test_two_machines_on_one_day_leave_the_day_after_alone() -> None:
    lifts = [*duo(DAY, 60, 60), *duo(DAY, 60, 60, equipment=2), left(1), right(1, reps=0)]
    assert days_paired(*lifts) == [[0, 0], [0, 0]]


def test_two_lower_bounds_are_used_up_and_tell_nothing() -> None:
    assert not days_paired(left(0, rir=5.0), right(1, rir=5.0), right(3, reps=0))
    assert days_paired(left(0, rir=5.0), right(1, rir=5.0), right(2), left(3)) == [[3, 2]]


def test_one_repetition_more_is_read_into_training_alone() -> None:
    lifts = [
        *duo(DAY, 60, 66, reps=9, rir=0.0),
        left(9, rir=6.0),
        right(9, reps=12, rir=0.0),
    ]
    pairs = strengths_of(lifts).balance(SEATED).pairs
    read = differences(pairs, Formula.EPLEY)
    assert read.shape == (8, 2)
    # 60 x 1.3 = 78 against 66 x 1.3 = 85.8; with one more 80 and 88.
    expected = [100 * 7.8 / 85.8, 100 * 5.8 / 85.8, 100 * 10 / 88]
    np.testing.assert_allclose(read[[0, 6, 7], 0], expected)
    # The lower bound stays 84, 12 to failure may be 13: 60 x 43 / 30 = 86.
    np.testing.assert_allclose(read[[0, 6, 7], 1], [0.0, 0.0, 100 * 2 / 86])
