"""The pairs of one exercise, and the figures made of them."""

from typing import Any

import numpy as np
import pytest

from tests.domain.sets import (
    DAY,
    SEATED,
    Lift,
    columns_of,
    duo,
    strengths_of,
)
from tracker.domain.day_values import day_values
from tracker.domain.difference import Source
from tracker.domain.judged_pairs import JudgedPairs
from tracker.domain.one_rep_max import Formula
from tracker.domain.pairs import pairs_of


def judged(*lifts: Lift) -> JudgedPairs:
    values = day_values(columns_of(lifts), Formula.EPLEY)
    return JudgedPairs(pairs_of(values), Formula.EPLEY, Source.PAIRS)


def pairs(count: int, left_kg: float, right_kg: float, **both: Any) -> list[Lift]:
    """A pair per week; the last digit of the right leg's load changes, as it does in training."""
    return [
        lift
        for week in range(count)
        for lift in duo(DAY + 7 * week, left_kg, right_kg + week % 2, **both)
    ]


def test_a_pair_has_its_difference_in_percent_of_the_stronger_leg() -> None:
    assert judged(*duo(DAY, 45.0, 50.0)).percent.tolist() == pytest.approx([10.0])
    assert judged(*duo(DAY, 50.0, 45.0)).percent.tolist() == pytest.approx([-10.0])


def test_fewer_than_three_pairs_are_no_figure() -> None:
    found = judged(*pairs(4, 50, 55)).own_days()
    assert found.is_point.tolist() == [False, False, True, True]


def test_a_day_without_a_pair_has_the_figure_of_those_before() -> None:
    found = judged(*pairs(4, 50, 55))
    last = found.own_days().value[-1]
    asked = found.at(np.array([DAY - 1, DAY + 22, DAY + 400]))
    assert asked.value.tolist() == pytest.approx([np.nan, last, np.nan], nan_ok=True)


def test_pairs_noted_as_planned_are_no_measurement() -> None:
    alike = [lift for week in range(8) for lift in duo(DAY + 7 * week, 50, 55)]
    assert judged(*alike).own_days().is_unvarying[-1]
    assert not judged(*pairs(8, 50, 55)).own_days().is_unvarying[-1]


def test_windows_that_share_a_pair_have_no_trend() -> None:
    lifts = [lift for week in range(4) for lift in duo(DAY + 14 * week, 50, 55 + week % 2)]
    balance = strengths_of(lifts).balance(SEATED)
    assert balance.change(DAY + 30, DAY + 44) is None
    assert balance.trend(DAY + 44) is None
