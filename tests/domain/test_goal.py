"""Goals: what is accepted, and why another value is not."""

import datetime
from typing import Any

import pytest

from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind

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
