"""Symptoms: what is accepted, and why another value is not."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from tracker.domain.exercise import Side
from tracker.domain.symptoms import Moment, Symptom

DAY = datetime.date(2026, 11, 24)
SYMPTOM = Symptom(DAY, Moment.NEXT_MORNING, Side.LEFT, pain=0)


@pytest.mark.parametrize("pain", [0, 10])
def test_pain_up_to_its_bounds_is_taken(pain: int) -> None:
    assert replace(SYMPTOM, pain=pain).pain == pain


def test_stiffness_alone_is_a_symptom() -> None:
    assert replace(SYMPTOM, pain=None, stiffness_min=1_440).stiffness_min == 1_440


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"pain": -1}, "Pain must be 0 to 10"),
        ({"pain": 11}, "Pain must be 0 to 10"),
        ({"stiffness_min": -1}, "Stiffness in minutes must be 0 to 1440"),
        ({"stiffness_min": 1_441}, "Stiffness in minutes must be 0 to 1440"),
        ({"pain": None}, "needs pain or stiffness"),
        ({"date": datetime.date(1899, 12, 31)}, "between 1900-01-01 and 2199-12-31"),
    ],
)
def test_a_symptom_out_of_bounds_is_refused_in_words(fields: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        replace(SYMPTOM, **fields)
