"""A run through the strength test: phases in order, warm-ups, rest, and the sets of both legs."""

import pytest

from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, SetType
from tracker.domain.strength_test import WarmUp
from tracker.domain.strength_test_run import (
    REST_S,
    Lift,
    StrengthTestRun,
    StrengthTestStage,
    leg_to_begin,
)

LEFT, RIGHT = Side.LEFT, Side.RIGHT
SEATED, STANDING = Exercise.SEATED, Exercise.STANDING
WARMUP, TEST = SetType.WARMUP, SetType.TEST


class Clock:
    """A clock in seconds that the test moves forward."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def run(clock: Clock) -> StrengthTestRun:
    run = StrengthTestRun(clock)
    run.begin(SEATED, RIGHT, {LEFT: 60.0, RIGHT: 10.0}, 0.0, 2.5)
    return run


def done(side: Side, reps: int, kg: float, **fields: object) -> LoggedSet:
    return LoggedSet("session", SEATED, side, 1, reps, kg, **fields)  # type: ignore[arg-type]


def test_the_left_leg_begins_at_first_then_the_one_that_did_not() -> None:
    assert leg_to_begin([]) is LEFT
    assert leg_to_begin([done(LEFT, 8, 60), done(RIGHT, 8, 60)]) is RIGHT
    assert leg_to_begin([done(RIGHT, 8, 60), done(LEFT, 8, 60)]) is LEFT
    assert leg_to_begin([done(LEFT, 8, 60)]) is RIGHT  # the other never was


def test_nothing_has_begun_before_it_begins(clock: Clock) -> None:
    run = StrengthTestRun(clock)
    assert run.stage is StrengthTestStage.PREPARING
    assert (run.side, run.is_second_leg, run.has_begun) == (LEFT, False, False)


def test_the_phases_follow_one_another_to_the_end(run: StrengthTestRun) -> None:
    phases = [(run.stage, run.side)]
    for go_on in (
        run.note_warm_up,
        run.note_warm_up,
        run.note_warm_up,
        lambda: run.note_lift(10.0, 9),
        run.end_rest,
        lambda: run.note_lift(60.0, 7),
    ):
        go_on()
        phases.append((run.stage, run.side))
    assert phases == [
        (StrengthTestStage.WARMING_UP, RIGHT),
        (StrengthTestStage.WARMING_UP, RIGHT),
        (StrengthTestStage.WARMING_UP, RIGHT),
        (StrengthTestStage.LIFTING, RIGHT),
        (StrengthTestStage.RESTING, RIGHT),
        (StrengthTestStage.LIFTING, LEFT),
        (StrengthTestStage.DONE, LEFT),
    ]
    assert run.is_second_leg
    assert run.lifts == [Lift(RIGHT, 10.0, 9), Lift(LEFT, 60.0, 7)]


def test_each_leg_warms_up_with_loads_of_its_own_as_long_as_it_has_lighter_ones(
    run: StrengthTestRun,
) -> None:
    assert run.steps == 3
    assert list(run.warm_up.items()) == [(RIGHT, WarmUp(5.0, 8)), (LEFT, WarmUp(30.0, 8))]
    run.skip_warm_up()
    begun = [run.has_begun]
    assert list(run.warm_up.items()) == [(RIGHT, WarmUp(7.5, 5)), (LEFT, WarmUp(42.5, 5))]
    run.note_warm_up()
    begun.append(run.has_begun)
    assert begun == [False, True]
    assert list(run.warm_up.items()) == [(LEFT, WarmUp(50.0, 3))]


def test_without_a_lighter_load_one_step_leads_to_the_first_leg(clock: Clock) -> None:
    run = StrengthTestRun(clock)
    run.begin(STANDING, LEFT, {LEFT: 0.0, RIGHT: 0.0}, 70.0, 2.5)
    assert (run.steps, dict(run.warm_up)) == (0, {})
    stages = [run.stage]
    run.note_warm_up()
    stages.append(run.stage)
    assert stages == [StrengthTestStage.WARMING_UP, StrengthTestStage.LIFTING]
    assert not run.has_begun


def test_each_leg_has_its_load(run: StrengthTestRun) -> None:
    for _ in range(3):
        run.skip_warm_up()
    assert run.load_kg == 10.0
    run.note_lift(12.5, 9)
    assert run.has_begun
    run.end_rest()
    assert run.load_kg == 60.0


def test_three_minutes_of_rest_are_counted_down(run: StrengthTestRun, clock: Clock) -> None:
    run.note_lift(10.0, 8)
    assert run.rest_left_s == REST_S == 180
    clock.seconds += 180
    assert run.rest_left_s == 0
    assert run.stage is StrengthTestStage.RESTING  # it is the runner who goes on


def test_warm_ups_and_tests_follow_below_the_sets_before_both_legs_of_one_row(
    run: StrengthTestRun,
) -> None:
    before = [done(LEFT, 8, 60, position=4), done(RIGHT, 8, 60, position=5)]
    run.note_warm_up()
    run.skip_warm_up()
    run.note_warm_up()
    run.note_lift(12.5, 14)
    run.end_rest()
    run.note_lift(60.0, 7)
    sets = run.sets("session", before, "lever")
    assert [
        (s.set_no, s.position, s.side, s.set_type, s.reps, s.external_kg, s.rir) for s in sets
    ] == [
        (2, 6, RIGHT, WARMUP, 8, 5.0, None),
        (2, 7, LEFT, WARMUP, 8, 30.0, None),
        (3, 8, LEFT, WARMUP, 3, 50.0, None),
        (4, 9, RIGHT, TEST, 14, 12.5, None),
        (4, 10, LEFT, TEST, 7, 60.0, None),
    ]
    assert {(s.session_id, s.exercise, s.equipment_id) for s in sets} == {
        ("session", SEATED, "lever")
    }


def test_one_leg_alone_is_a_test_too(run: StrengthTestRun) -> None:
    run.note_lift(10.0, 8)
    (alone,) = run.sets("session", [], None)
    assert (alone.side, alone.set_type, alone.set_no, alone.position) == (RIGHT, TEST, 1, 0)
