"""Where a goal stands on a day: recent strength by leg, the last test, or the last pairs."""

import datetime

import pytest

from tests.exchange.logs import log_of
from tracker.domain.change import Entry
from tracker.domain.columns import day_number
from tracker.domain.daily import summarise_days
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.goal_progress import reached
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.runner import Bodyweight
from tracker.domain.series import DaySeries
from tracker.domain.session import LoggedSet, Session

LEFT, RIGHT, BOTH = Side
SEATED, STANDING, BENT = Exercise
TODAY = datetime.date(2026, 11, 24)
STRENGTH = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5)
RAISES = Goal(GoalKind.HEEL_RAISE_REPS, STANDING, 25.0)
DIFFERENCE = Goal(GoalKind.DIFFERENCE_PERCENT, SEATED, 10.0)


def ago(days: int) -> datetime.date:
    return TODAY - datetime.timedelta(days=days)


def train(
    days_ago: int, left: float, right: float, equipment: Equipment | None = None
) -> list[Entry]:
    """Log a single to failure for each leg, so that the maximum is the load itself."""
    session = Session(ago(days_ago))
    machine = None if equipment is None else equipment.id
    sets = [
        LoggedSet(session.id, SEATED, side, 1, 1, kg, place, rir=0, equipment_id=machine)
        for place, (side, kg) in enumerate(((LEFT, left), (RIGHT, right)))
    ]
    return [session, *sets]


def standing(goal: Goal, *entries: Entry, day: datetime.date = TODAY) -> dict[Side, float]:
    """Put a log together and ask where a goal stands."""
    log = log_of(*entries)
    runner = log.runner()
    series = DaySeries(summarise_days(log.set_columns(None, day), runner.formula))
    return reached(goal, day_number(day), series, log.tests(None, day), log.weighings(), runner)


def test_strength_is_the_best_of_the_last_four_weeks_in_bodyweights() -> None:
    log = [Bodyweight(ago(100), 50.0), *train(28, 90, 90), *train(27, 60, 65), *train(1, 55, 70)]
    assert standing(STRENGTH, *log) == {LEFT: 1.2, RIGHT: 1.4}


def test_strength_of_long_ago_is_no_figure_of_now() -> None:
    assert standing(STRENGTH, Bodyweight(ago(100), 50.0), *train(28, 90, 90)) == {}


def test_a_new_machine_starts_afresh() -> None:
    old, new = Equipment("Old lever"), Equipment("New lever")
    log = [
        Bodyweight(ago(30), 80.0),
        old,
        new,
        *train(20, 120, 120, old),
        *train(2, 70, 70, new),
    ]
    assert standing(STRENGTH, *log) == {LEFT: 0.875, RIGHT: 0.875}


def test_strength_is_held_against_the_bodyweight_of_the_day_asked() -> None:
    log = [Bodyweight(ago(10), 50.0), Bodyweight(ago(1), 60.0), *train(5, 60, 90)]
    assert standing(STRENGTH, *log) == {LEFT: 1.0, RIGHT: 1.5}
    assert standing(STRENGTH, *log, day=ago(2)) == {LEFT: 1.2, RIGHT: 1.8}


def test_without_a_bodyweight_strength_has_no_figure() -> None:
    assert standing(STRENGTH, *train(1, 60, 70)) == {}


def test_a_goal_of_one_leg_asks_for_that_leg() -> None:
    goal = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5, LEFT)
    assert standing(goal, Bodyweight(TODAY, 50.0), *train(1, 60, 70)) == {LEFT: 1.2}


def test_heel_raises_are_those_of_the_last_day_tested() -> None:
    tests = [
        HeelRaiseTest(ago(60), STANDING, LEFT, 30),
        HeelRaiseTest(ago(50), STANDING, LEFT, 20),
        HeelRaiseTest(ago(50), STANDING, LEFT, 18),
        HeelRaiseTest(ago(50), BENT, RIGHT, 40),
    ]
    assert standing(RAISES, *tests) == {LEFT: 20.0}
    assert standing(RAISES, *tests, day=ago(55)) == {LEFT: 30.0}


def test_a_difference_is_the_size_of_the_median_of_the_last_three_pairs() -> None:
    assert standing(DIFFERENCE) == {}
    pairs = ((9, 100, 50), (7, 100, 90), (5, 100, 80), (3, 100, 60))
    log = [each for pair in pairs for each in train(*pair)]
    assert standing(DIFFERENCE, *log) == {BOTH: 20.0}


@pytest.mark.parametrize("kind", GoalKind)
def test_of_what_was_not_done_there_is_no_figure(kind: GoalKind) -> None:
    log = [Bodyweight(TODAY, 50.0), *train(1, 60, 70)]
    assert standing(Goal(kind, BENT, 5.0), *log) == {}
