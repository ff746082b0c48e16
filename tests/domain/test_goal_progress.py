"""Where a goal stands on a day: a leg's figure, the last test, or the difference of the legs."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from tests.exchange.logs import log_of
from tracker.domain.change import Entry
from tracker.domain.columns import day_number
from tracker.domain.day_values import day_values
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.goal_progress import GoalFigure, reached
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import Measurement
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session
from tracker.domain.strengths import Strengths

LEFT, RIGHT, BOTH = Side
SEATED, STANDING, BENT = Exercise
TODAY = datetime.date(2026, 11, 24)
STRENGTH = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5)
RAISES = Goal(GoalKind.HEEL_RAISE_REPS, STANDING, 25.0)
DIFFERENCE = Goal(GoalKind.DIFFERENCE_PERCENT, SEATED, 10.0)


def ago(days: int) -> datetime.date:
    return TODAY - datetime.timedelta(days=days)


def train(
    days_ago: int,
    left: float,
    right: float,
    equipment: Equipment | None = None,
    right_rir: float = 0,
) -> list[Entry]:
    """Log a single to failure for each leg, so that the 1RM is the load itself."""
    session = Session(ago(days_ago))
    machine = None if equipment is None else equipment.id
    sets = [
        LoggedSet(session.id, SEATED, side, 1, 1, kg, place, rir=rir, equipment_id=machine)
        for place, (side, kg, rir) in enumerate(((LEFT, left, 0), (RIGHT, right, right_rir)))
    ]
    return [session, *sets]


def figures(goal: Goal, *entries: Entry, day: datetime.date = TODAY) -> dict[Side, GoalFigure]:
    """Make a log, and ask where a goal stands."""
    log = log_of(*entries)
    runner = log.runner()
    values = day_values(log.set_columns(None, day), runner.formula)
    strengths = Strengths(values, runner.formula)
    tests, measured = log.tests(), log.measurements()
    return reached(goal, day_number(day), strengths, tests, measured, log.weighings(), runner)


def standing(goal: Goal, *entries: Entry, day: datetime.date = TODAY) -> dict[Side, float]:
    """The same, without ±."""
    return {leg: each.value for leg, each in figures(goal, *entries, day=day).items()}


def thrice(left: float, right: float, last: int = 1, **same: Any) -> list[Entry]:
    """Train on three days, as a figure needs; the last is this many days ago."""
    return [each for back in (4, 2, 0) for each in train(last + back, left, right, **same)]


def test_strength_is_the_figure_of_the_last_four_weeks_in_bodyweights() -> None:
    days = ((5, 60, 65), (3, 90, 90), (1, 55, 70))
    log = [Bodyweight(ago(100), 50.0), *(each for day in days for each in train(*day))]
    assert standing(STRENGTH, *log) == {LEFT: 1.2, RIGHT: 1.4}  # medians of 60 and 70 kg
    assert standing(STRENGTH, *log[:7]) == {}  # two days are no figure


def test_the_figure_of_strength_has_its_limit_in_bodyweights() -> None:
    found = figures(STRENGTH, Bodyweight(ago(30), 50.0), *thrice(60, 70))[LEFT]
    # Three equal singles of one week: the scatter a log begins with, less what eight and two
    # steps make of it, 2 * 3.36 * 1.2533 / sqrt(1 + pi / 2 - 1) = 6.72; one repetition more in
    # reserve would make 60 * (1 + 2 / 30) of 60: 6.67. Both together are 9.46 %.
    assert found.plus_minus == pytest.approx(1.2 * 0.0946, abs=0.001)
    assert not found.is_at_least


def test_a_bound_of_strength_is_at_least_that() -> None:
    found = figures(STRENGTH, Bodyweight(ago(30), 50.0), *thrice(60, 70, right_rir=5))
    assert found[RIGHT].is_at_least
    assert not found[LEFT].is_at_least


def test_strength_of_long_ago_is_no_figure_of_now() -> None:
    body = Bodyweight(ago(200), 50.0)
    assert standing(STRENGTH, body, *thrice(90, 90, last=84)) == {}
    assert standing(STRENGTH, body, *thrice(90, 90, last=79)) == {LEFT: 1.8, RIGHT: 1.8}


def test_a_new_machine_starts_afresh() -> None:
    old, new = Equipment("Old lever"), Equipment("New lever")
    log = [
        Bodyweight(ago(30), 80.0),
        old,
        new,
        *thrice(120, 120, last=20, equipment=old),
        *thrice(70, 70, last=2, equipment=new),
    ]
    assert standing(STRENGTH, *log) == {LEFT: 0.875, RIGHT: 0.875}


def test_strength_is_held_against_the_bodyweight_of_the_day_asked() -> None:
    log = [Bodyweight(ago(30), 50.0), Bodyweight(ago(1), 60.0), *thrice(60, 90, last=5)]
    assert standing(STRENGTH, *log) == {LEFT: 1.0, RIGHT: 1.5}
    assert standing(STRENGTH, *log, day=ago(2)) == {LEFT: 1.2, RIGHT: 1.8}


def test_without_a_bodyweight_strength_has_no_figure() -> None:
    assert standing(STRENGTH, *thrice(60, 70)) == {}


def test_a_goal_of_one_leg_asks_for_that_leg() -> None:
    goal = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5, LEFT)
    assert standing(goal, Bodyweight(TODAY, 50.0), *thrice(60, 70)) == {LEFT: 1.2}


def test_heel_raises_are_those_of_the_last_day_tested() -> None:
    tests = [
        HeelRaiseTest(ago(60), STANDING, LEFT, 30),
        HeelRaiseTest(ago(50), STANDING, LEFT, 20),
        HeelRaiseTest(ago(50), STANDING, LEFT, 18),
        HeelRaiseTest(ago(50), BENT, RIGHT, 40),
    ]
    assert standing(RAISES, *tests) == {LEFT: 20.0}
    assert standing(RAISES, *tests, day=ago(55)) == {LEFT: 30.0}


def test_a_difference_is_the_size_of_its_figure() -> None:
    assert standing(DIFFERENCE) == {}
    pairs = ((9, 100, 70), (7, 100, 90), (5, 100, 80), (3, 100, 85))
    log = [each for pair in pairs for each in train(*pair)]
    assert standing(DIFFERENCE, *log[:6]) == {}  # two pairs
    assert standing(DIFFERENCE, *log) == {BOTH: 17.5}  # the median of 30, 20, 15 and 10


def test_a_difference_without_a_band_is_no_figure() -> None:
    # At least 5 % says that the right leg is stronger, and not that it is usual.
    assert standing(DIFFERENCE, *thrice(95, 90, right_rir=4)) == {}


def test_a_difference_is_reached_below_the_goal_and_clearly_with_its_limit() -> None:
    assert GoalFigure(5.0, 4.0).meets(DIFFERENCE)
    assert GoalFigure(5.0, 4.0).meets_clearly(DIFFERENCE)
    assert GoalFigure(6.0, 4.0).meets(DIFFERENCE)
    assert not GoalFigure(6.0, 4.0).meets_clearly(DIFFERENCE)
    assert not GoalFigure(10.0, 4.0).meets(DIFFERENCE)


def test_a_bound_below_a_goal_is_not_known_to_be_below_it() -> None:
    goal = Goal(GoalKind.DIFFERENCE_PERCENT, SEATED, 15.0)
    assert not GoalFigure(12.0, 4.0, is_at_least=True).meets(goal)


def test_strength_is_reached_from_the_goal_on() -> None:
    assert GoalFigure(1.5).meets(STRENGTH)
    assert GoalFigure(1.6, is_at_least=True).meets(STRENGTH)
    assert not GoalFigure(1.49).meets(STRENGTH)


def test_of_a_measurement_the_newest_value_of_each_leg_up_to_the_day_counts() -> None:
    goal = Goal(GoalKind.MEASUREMENT, None, 10.0, measured="knee_to_wall")
    log = [
        Measurement(ago(days), "knee_to_wall", cm, side)
        for days, cm, side in ((5, 8.0, LEFT), (3, 9.0, LEFT), (1, 11.0, LEFT), (4, 10.0, RIGHT))
    ]
    other = Measurement(ago(3), "calf_girth", 38.0, LEFT)
    assert standing(goal, *log, other, day=ago(2)) == {LEFT: 9.0, RIGHT: 10.0}
    assert standing(replace(goal, side=LEFT), *log) == {LEFT: 11.0}
    assert not GoalFigure(9.9).meets(goal)
    assert GoalFigure(10.0).meets(goal)


def test_what_is_better_lower_is_reached_from_above() -> None:
    goal = Goal(GoalKind.MEASUREMENT, None, 20.0, measured="tendins_a")
    assert standing(goal, Measurement(TODAY, "tendins_a", 24.0)) == {Side.BOTH: 24.0}
    assert not GoalFigure(24.0).meets(goal)
    assert GoalFigure(20.0).meets(goal)


def test_a_kind_of_one_s_own_is_told_from_one_in_another_unit() -> None:
    goal = Goal(GoalKind.MEASUREMENT, None, 50.0, measured="Grip", unit="kg")
    log = [Measurement(TODAY, "Grip", kg, LEFT, unit) for kg, unit in ((45.0, "kg"), (99.0, "lb"))]
    assert standing(goal, *log) == {LEFT: 45.0}


@pytest.mark.parametrize("kind", [each for each in GoalKind if each is not GoalKind.MEASUREMENT])
def test_of_what_was_not_done_there_is_no_figure(kind: GoalKind) -> None:
    log = [Bodyweight(TODAY, 50.0), *thrice(60, 70)]
    assert standing(Goal(kind, BENT, 5.0), *log) == {}
