"""The value of a day, of one leg on one piece of equipment."""

import numpy as np
import pytest

from tests.domain.sets import DAY, LEFT, RIGHT, STANDING, Lift, columns_of
from tracker.domain.columns import SIDES
from tracker.domain.day_values import DayValues, day_values
from tracker.domain.evidence import EVIDENCES
from tracker.domain.one_rep_max import Formula
from tracker.domain.session import SetType


def values_of(*lifts: Lift) -> DayValues:
    return day_values(columns_of(lifts), Formula.EPLEY)


def told(values: DayValues) -> list[tuple[str, float]]:
    return [
        (str(EVIDENCES[code]), round(float(kg), 3))
        for code, kg in zip(values.evidence, values.e1rm_kg, strict=True)
    ]


def test_a_log_without_sets_has_no_values() -> None:
    assert not len(values_of())
    assert not len(values_of(Lift(reps=0)))


def test_the_highest_estimate_of_a_day_counts_known_or_bounded() -> None:
    # 60 kg for 8 + 2 is 80 kg; 62.5 kg for 8 + 5, taken as 12, is at least 87.5 kg.
    assert told(values_of(Lift(), Lift(kg=62.5, rir=5.0))) == [("at_least", 87.5)]
    assert told(values_of(Lift(), Lift(kg=55.0, rir=5.0))) == [("known", 80.0)]


def test_of_equal_estimates_the_known_counts_then_the_first() -> None:
    easy, known = Lift(reps=12, rir=4.0, bodyweight_kg=60.0), Lift(reps=12, rir=0.0)
    assert told(values_of(easy, known)) == [("known", 84.0)]
    first = values_of(known._replace(bodyweight_kg=65.0), known)
    assert first.bodyweight_kg.tolist() == [65.0]


def test_on_a_day_with_a_test_only_tests_count() -> None:
    test = Lift(kg=70.0, reps=8, rir=None, set_type=SetType.TEST)
    values = values_of(Lift(kg=90.0), test, Lift(kg=90.0, rir=6.0))
    assert told(values) == [("known", round(70 * (1 + 8 / 30), 3))]
    assert values.is_test.tolist() == [True]


def test_what_was_not_noted_counts_only_where_there_is_nothing_else() -> None:
    assert told(values_of(Lift(kg=90.0, rir=None), Lift())) == [("known", 80.0)]
    alone = values_of(Lift(kg=55.0, rir=None), Lift(rir=None))
    assert told(alone) == [("not_noted", 76.0)]
    assert not alone.is_compared.any()


def test_the_equipment_last_used_comes_last_whatever_was_not_noted_after_it() -> None:
    values = values_of(
        Lift(equipment=2),
        Lift(equipment=1),
        Lift(equipment=2, rir=None),
    )
    assert values.equipment.tolist() == [2, 1]


def test_days_exercises_and_legs_stand_in_their_order() -> None:
    values = values_of(
        Lift(DAY + 1),
        Lift(DAY, RIGHT),
        Lift(DAY, exercise=STANDING),
        Lift(DAY, LEFT),
    )
    assert values.day.tolist() == [DAY, DAY, DAY, DAY + 1]
    assert [SIDES[code] for code in values.side] == [LEFT, RIGHT, LEFT, LEFT]
    assert values.system_kg.tolist() == [60.0, 60.0, 130.0, 60.0]
    assert values.of_leg(1, 0).day.tolist() == [DAY]


def test_a_day_is_replaced_by_what_it_is_now() -> None:
    values = values_of(Lift(DAY), Lift(DAY + 1), Lift(DAY + 2))
    fresh = values_of(Lift(DAY + 1, kg=75.0), Lift(DAY + 1, RIGHT))
    now = values.with_days_replaced(np.array([DAY + 1]), fresh)
    assert now.day.tolist() == [DAY, DAY + 1, DAY + 1, DAY + 2]
    assert now.e1rm_kg.tolist() == pytest.approx([80.0, 100.0, 80.0, 80.0])
