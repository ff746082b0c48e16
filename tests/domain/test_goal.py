"""Goals: what is accepted, and why another value is not."""

import datetime
from typing import Any

import pytest

from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.measurement import VISA_A

KINDS = [
    (GoalKind.E1RM_BODYWEIGHTS, 0.1, 20),
    (GoalKind.HEEL_RAISE_REPS, 1, 1_000),
    (GoalKind.DIFFERENCE_PERCENT, 0.5, 100),
]


@pytest.mark.parametrize(("kind", "least", "most"), KINDS)
def test_a_target_up_to_its_bounds_is_taken(kind: GoalKind, least: float, most: float) -> None:
    assert Goal(kind, Exercise.STANDING, least).target == least
    assert Goal(kind, Exercise.STANDING, most).target == most


@pytest.mark.parametrize(("kind", "least", "most"), KINDS)
def test_a_target_out_of_bounds_is_refused(kind: GoalKind, least: float, most: float) -> None:
    for target in (least - 0.05, most + 0.5):
        with pytest.raises(ValueError, match="A goal in"):
            Goal(kind, Exercise.STANDING, target)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"kind": GoalKind.HEEL_RAISE_REPS, "exercise": Exercise.SEATED}, "standing exercise"),
        ({"kind": GoalKind.DIFFERENCE_PERCENT, "side": Side.LEFT}, "of both legs"),
        ({"by": datetime.date(2200, 1, 1)}, "The day of a goal"),
        ({"exercise": None}, "of an exercise, or of a measurement"),
        ({"measured": "visa_a"}, "of an exercise, or of a measurement"),
        ({"unit": "cm"}, "of an exercise, or of a measurement"),
    ],
)
def test_a_goal_that_makes_no_sense_is_refused_in_words(fields: dict[str, Any], why: str) -> None:
    usual: dict[str, Any] = {
        "kind": GoalKind.E1RM_BODYWEIGHTS,
        "exercise": Exercise.STANDING,
        "target": 1.5,
    }
    assert Goal(**usual, by=datetime.date(2027, 1, 1)).by is not None
    with pytest.raises(ValueError, match=why):
        Goal(**(usual | fields))


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"exercise": Exercise.STANDING}, "of an exercise, or of a measurement"),
        ({"measured": ""}, "needs the name of what was measured"),
        ({"unit": "cm"}, "visa_a has a unit of its own"),
        ({"side": Side.LEFT}, "visa_a is of no leg"),
        ({"target": 100.5}, "A goal must be 0 to 100"),
    ],
)
def test_a_goal_of_a_measurement_keeps_to_its_kind(fields: dict[str, Any], why: str) -> None:
    usual: dict[str, Any] = {
        "kind": GoalKind.MEASUREMENT,
        "exercise": None,
        "target": 90.0,
        "measured": "visa_a",
    }
    assert Goal(**usual).measured_kind is VISA_A
    with pytest.raises(ValueError, match=why):
        Goal(**(usual | fields))
