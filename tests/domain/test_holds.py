"""Holds by day: the longest of a leg at one load, and the legs beside each other in seconds."""

from typing import Any

import numpy as np

from tests.domain.sets import DAY, LEFT, RIGHT, SEATED, STANDING, Lift, columns_of
from tracker.domain.exercise import Side
from tracker.domain.holds import DayHolds, HeldLoad, LegsHeld, day_holds, legs_held
from tracker.domain.session import SetType

AT_60 = HeldLoad(SEATED, 1, 60.0)


def hold(seconds: float, day: int = 0, side: Side = LEFT, **of: Any) -> Lift:
    given: dict[str, Any] = {"reps": 1, "rir": 0.0} | of
    return Lift(DAY + day, side, hold_s=seconds)._replace(**given)


def holds_of(*lifts: Lift) -> DayHolds:
    return day_holds(columns_of(lifts))


def test_a_day_has_its_longest_hold_of_each_leg_and_load() -> None:
    found = holds_of(
        hold(40),
        hold(45, rir=2.0),
        hold(44),
        hold(30, kg=70.0),
        hold(50, side=RIGHT),
        hold(60, day=1),
        hold(20, equipment=2),
        hold(25, exercise=STANDING),
    )
    left, right = (found.at_load(AT_60, side) for side in (LEFT, RIGHT))
    assert left.held_s.tolist() == [45.0, 60.0]
    assert left.is_to_failure.tolist() == [False, True]
    assert right.held_s.tolist() == [50.0]
    assert [found.at_load(load, LEFT).held_s.tolist() for load in found.loads()[1:]] == [
        [30.0],
        [20.0],
        [25.0],
    ]


def test_of_two_holds_as_long_the_one_to_failure_counts() -> None:
    for lifts in ((hold(45, rir=2.0), hold(45)), (hold(45), hold(45, rir=2.0))):
        assert holds_of(*lifts).is_to_failure.tolist() == [True]
    assert holds_of(hold(45, rir=None)).is_to_failure.tolist() == [False]
    assert holds_of(hold(45, rir=None, set_type=SetType.TEST)).is_to_failure.tolist() == [True]


def test_what_is_no_hold_of_a_leg_has_no_row() -> None:
    assert len(holds_of()) == 0
    none = (
        Lift(),
        hold(45, side=Side.BOTH),
        hold(45, set_type=SetType.WARMUP),
        hold(45, reps=0),
    )
    assert len(holds_of(*none)) == 0
    assert holds_of().loads() == []


def test_loads_are_listed_by_when_they_were_held_last() -> None:
    found = holds_of(
        hold(45), hold(45, day=3, kg=65.0), hold(45, day=3, kg=70.0), hold(45, day=2, kg=80.0)
    )
    assert [load.external_kg for load in found.loads()] == [70.0, 65.0, 80.0, 60.0]


def test_legs_are_compared_at_one_load_and_to_failure_alone() -> None:
    found = holds_of(
        hold(45),
        hold(52, side=RIGHT),
        hold(40, day=1),
        hold(50, day=1, side=RIGHT, rir=1.0),
        hold(40, day=2),
        hold(40, day=3),
        hold(50, day=3, side=RIGHT, kg=65.0),
        hold(40, day=4, side=RIGHT),
    )
    left, right = (found.at_load(AT_60, side) for side in (LEFT, RIGHT))
    told = [legs_held(left, right, DAY + day) for day in range(6)]
    assert told == [LegsHeld(45.0, 52.0), None, None, None, None, None]
    assert right.on(DAY + 1) == (50.0, False)


def test_days_are_replaced_as_in_other_tables() -> None:
    before = holds_of(hold(45), hold(50, day=2))
    after = before.with_days_replaced(np.array([DAY]), holds_of(hold(30)))
    assert after.held_s.tolist() == [30.0, 50.0]
