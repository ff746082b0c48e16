"""The course of holds: first, then and now, by leg at the load held last."""

from tests.report.test_parts import LEFT, RIGHT, SEATED, STANDING, ago, held, report_of, train
from tracker.domain.change import Entry
from tracker.domain.holds import LegsHeld
from tracker.report.held import HeldOn, HoldCourse


def courses(*entries: Entry, first: int | None = None) -> tuple[HoldCourse, ...]:
    return report_of(*entries, first=first, last=0).holds


def test_the_load_held_last_is_told_of_each_leg_that_held_it() -> None:
    (course,) = courses(
        *held(60, (LEFT, 90.0, 0.0), kg=40.0),
        *held(40, (LEFT, 30.0, 0.0)),
        *held(20, (LEFT, 38.0, 0.0), (RIGHT, 50.0, 0.0)),
        *held(1, (LEFT, 45.0, 0.0), (RIGHT, 51.5, 0.0)),
        first=30,
    )
    assert (course.load.exercise, course.load.external_kg) == (SEATED, 60.0)
    left, right = course.legs[LEFT], course.legs[RIGHT]
    # Begun on day 40 at this load, before the period; up to its first day 30 the newest was that.
    assert left.then == HeldOn(ago(40), 30.0, True)
    assert (left.first, left.last) == (None, HeldOn(ago(1), 45.0, True))
    assert right.then == HeldOn(ago(20), 50.0, True)
    assert (course.change(LEFT), course.change(RIGHT)) == (15.0, 1.5)
    assert course.compared == LegsHeld(45.0, 51.5)


def test_seconds_are_compared_only_to_failure() -> None:
    (course,) = courses(
        *held(20, (LEFT, 38.0, 2.0), (RIGHT, 50.0, 0.0)),
        *held(1, (LEFT, 45.0, 0.0), (RIGHT, 60.0, None)),
    )
    assert course.change(LEFT) is course.change(RIGHT) is None
    assert course.compared is None


def test_one_hold_has_nothing_to_be_compared_with() -> None:
    (course,) = courses(*held(1, (LEFT, 45.0, 0.0)))
    assert list(course.legs) == [LEFT]
    assert course.change(LEFT) is None


def test_each_exercise_held_lately_in_the_period_has_its_course() -> None:
    seated, standing = held(1, (LEFT, 45.0, 0.0)), held(20, (LEFT, 45.0, 0.0), exercise=STANDING)
    told = [course.load.exercise for course in courses(*standing, *seated)]
    assert told == [SEATED, STANDING]
    assert [course.load.exercise for course in courses(*standing, *seated, first=10)] == [SEATED]
    # 84 days and more before the last set of any kind.
    sets = train(0, (SEATED, LEFT, 60))
    assert courses(*sets, *held(84, (LEFT, 45.0, 0.0)), first=99) == ()
    assert len(courses(*sets, *held(83, (LEFT, 45.0, 0.0)), first=99)) == 1
    assert len(courses(*held(84, (LEFT, 45.0, 0.0)), first=99)) == 1
