"""A run through the heel-raise test: phases in order, counts, rest, and the tests of both legs."""

import datetime

import pytest

from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest, StopReason
from tracker.domain.heel_raise_run import REST_S, HeelRaiseRun, HeelRaiseStage, side_to_begin
from tracker.domain.measurement import HEEL_RISE_HEIGHT, HEEL_RISE_WORK
from tracker.domain.session import MOST_REPS

LEFT, RIGHT, _ = Side
TODAY = datetime.date(2026, 11, 24)


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
def run(clock: Clock) -> HeelRaiseRun:
    run = HeelRaiseRun(clock)
    run.begin(Exercise.STANDING, RIGHT, 0.0)
    return run


def test_the_left_leg_begins_at_first_then_the_one_that_was_second() -> None:
    tests = [HeelRaiseTest(TODAY, Exercise.STANDING, side, 20) for side in (LEFT, RIGHT)]
    assert side_to_begin([]) is LEFT
    assert side_to_begin(tests) is RIGHT
    assert side_to_begin(tests[::-1]) is LEFT


def test_nothing_is_counted_before_it_begins(clock: Clock) -> None:
    run = HeelRaiseRun(clock)
    run.count_raise()
    run.go_on()
    assert run.stage is HeelRaiseStage.PREPARING
    assert run.count == 0


def test_the_phases_follow_one_another_to_the_end(run: HeelRaiseRun) -> None:
    phases = []
    for _ in range(8):
        phases.append((run.stage, run.side))
        run.go_on()
    assert phases == [
        (HeelRaiseStage.WARMING_UP, RIGHT),
        (HeelRaiseStage.COUNTING, RIGHT),
        (HeelRaiseStage.STOPPED, RIGHT),
        (HeelRaiseStage.RESTING, RIGHT),
        (HeelRaiseStage.COUNTING, LEFT),
        (HeelRaiseStage.STOPPED, LEFT),
        (HeelRaiseStage.DONE, LEFT),
        (HeelRaiseStage.DONE, LEFT),
    ]


def test_the_warm_up_counts_by_itself(run: HeelRaiseRun) -> None:
    for _ in range(3):
        run.count_raise()
    run.count_raise(-1)
    assert run.count == 2
    run.go_on()
    assert run.count == 0


def test_a_raise_can_be_taken_back_but_not_below_none(run: HeelRaiseRun) -> None:
    run.count_raise(-1)
    assert run.count == 0
    run.go_on()
    run.count_raise()
    run.count_raise(-1)
    run.count_raise(-1)
    assert run.count == 0


def test_each_leg_is_counted_in_from_three(run: HeelRaiseRun, clock: Clock) -> None:
    assert run.begins_in_s == 0
    for _ in range(2):
        while run.stage is not HeelRaiseStage.COUNTING:
            run.go_on()
        seen = []
        for _ in range(7):
            seen.append(run.begins_in_s)
            clock.seconds += 0.5
        assert seen == [3, 3, 2, 2, 1, 1, 0]
        run.go_on()


def test_whoever_counts_has_begun(run: HeelRaiseRun) -> None:
    run.go_on()
    run.count_raise(-1)
    assert run.begins_in_s == 3
    run.count_raise()
    assert (run.begins_in_s, run.count) == (0, 1)


def test_what_was_counted_of_a_leg_is_there_to_be_lost_and_the_warm_up_is_not(
    run: HeelRaiseRun,
) -> None:
    seen = []
    for step in (run.count_raise, run.go_on, run.count_raise, run.go_on, run.go_on, run.go_on):
        step()
        seen.append(run.has_counted)
    assert seen == [False, False, True, True, True, True]  # at last the other leg, without any


def test_no_more_is_counted_than_can_be_kept(run: HeelRaiseRun) -> None:
    run.go_on()
    for _ in range(MOST_REPS + 1):
        run.count_raise()
    assert run.count == MOST_REPS


def test_a_leg_that_has_stopped_is_not_counted_further(run: HeelRaiseRun) -> None:
    run.go_on()
    run.go_on()
    run.count_raise()
    assert run.count == 0


def test_the_rest_is_counted_down_in_whole_seconds(run: HeelRaiseRun, clock: Clock) -> None:
    for _ in range(3):
        run.go_on()
    assert run.rest_left_s == REST_S == 120
    clock.seconds += 0.5
    assert run.rest_left_s == 120
    clock.seconds += 119
    assert run.rest_left_s == 1
    clock.seconds += 5
    assert run.rest_left_s == 0
    assert run.stage is HeelRaiseStage.RESTING  # it is the runner who goes on


def test_each_leg_becomes_a_test_in_the_order_done(run: HeelRaiseRun) -> None:
    run.begin(Exercise.STANDING_BENT, RIGHT, 10.0)
    for reps, reason, pain in ((22, StopReason.HEEL, 1), (26, None, None)):
        while run.stage is not HeelRaiseStage.COUNTING:
            run.go_on()
        for _ in range(reps):
            run.count_raise()
        run.go_on()
        run.note_stop(reason, pain)
        assert run.is_second_leg is (reps == 26)
    first, second = run.tests(TODAY)
    assert (first.date, first.exercise, first.side) == (TODAY, Exercise.STANDING_BENT, RIGHT)
    assert (first.reps, first.stop_reason, first.pain) == (22, StopReason.HEEL, 1)
    assert (first.cadence_bpm, first.reps_per_min, first.incline_deg) == (60, 30, 10)
    assert (second.side, second.reps, second.stop_reason, second.pain) == (LEFT, 26, None, None)


def test_what_was_measured_of_the_raises_is_of_its_leg_and_within_its_bounds(
    run: HeelRaiseRun,
) -> None:
    for _ in range(2):
        run.go_on()
    assert run.stage is HeelRaiseStage.STOPPED
    with pytest.raises(ValueError, match="A measurement must be 0 to 50, not 95"):
        run.note_stop(StopReason.HEEL, 0, {HEEL_RISE_HEIGHT: 95.0})
    assert run.measurements(TODAY) == []
    run.note_stop(StopReason.HEEL, 0, {HEEL_RISE_HEIGHT: 9.5, HEEL_RISE_WORK: 1_370.0})
    measured = run.measurements(TODAY)
    assert [(each.kind, each.side, each.value) for each in measured] == [
        ("heel_rise_height", RIGHT, 9.5),
        ("heel_rise_work", RIGHT, 1_370.0),
    ]
