"""One session of a plan, as a watch is to lead through it."""

import pytest

from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import PlannedSets, PlannedSide
from tracker.exchange.exporting.workout import PlannedDose, Workout


def test_a_workout_is_a_value_with_a_load_for_each_leg_that_has_one() -> None:
    item = PlannedSets("", Exercise.SEATED, PlannedSide.EACH, 3, 8)
    made = [Workout("Tuesday", (PlannedDose(item, {Side.LEFT: 60.0}),)) for _ in range(2)]
    assert made[0] == made[1]
    assert made[0].doses[0].loads_kg.get(Side.RIGHT) is None
    with pytest.raises(AttributeError):
        made[0].name = "Wednesday"  # type: ignore[misc]
