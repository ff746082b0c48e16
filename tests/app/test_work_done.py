"""What sessions did of each exercise, of whole columns and looked at one by one."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.domain.sets import Lift, columns_of
from tracker.app.work_done import ExerciseWork, WorkSums
from tracker.domain.daily import summarise_days
from tracker.domain.exercise import Exercise, Side
from tracker.domain.one_rep_max import Formula

SEATED, STANDING = Exercise.SEATED, Exercise.STANDING
LEFT, RIGHT = Side.LEFT, Side.RIGHT


def work_of(count: int, *lifts: Lift) -> list[Mapping[Exercise, ExerciseWork]]:
    """Sum up lifts; the day of each is the index of its session."""
    columns = columns_of(lifts)
    columns = replace(columns, session=columns.day)
    table = summarise_days(columns, Formula.EPLEY)
    return WorkSums(columns, table, Formula.EPLEY, count).by_place()


def test_each_session_has_its_exercises_sides_and_volume() -> None:
    nothing, both = work_of(
        2,
        Lift(1, LEFT, 60.0, reps=10, rir=0.0),
        Lift(1, RIGHT, 50.0, reps=10, rir=0.0),
        Lift(1, RIGHT, 50.0, reps=8, rir=0.0),
    )
    assert (len(nothing), dict(nothing)) == (0, {})
    assert list(both) == [SEATED]
    assert (SEATED in both, STANDING in both) == (True, False)
    work = both[SEATED]
    assert work.sets == {LEFT: 1, RIGHT: 2}
    assert work.volume_load_kg == 1500
    assert work.best[LEFT].e1rm_kg == pytest.approx(80)
    assert work.best[RIGHT].e1rm_kg == pytest.approx(50 * (1 + 10 / 30))


def test_work_is_written_as_the_work_it_stands_for() -> None:
    (done,) = work_of(1, Lift(0, LEFT, 20.0, exercise=STANDING))
    assert repr(done) == repr({STANDING: done[STANDING]})
