"""The physio's report as a whole: its period, what it leaves out, and its goals."""

import datetime

import pytest

from tests.report.test_parts import (
    BENT,
    BOTH,
    LEFT,
    RIGHT,
    SEATED,
    STANDING,
    TODAY,
    ago,
    both,
    report_of,
    train,
)
from tracker.domain.change import Entry
from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.runner import Bodyweight
from tracker.domain.symptoms import Moment, Questionnaire, Score, Site, Symptom
from tracker.report.contents import Report
from tracker.storage.database import Database


def test_an_empty_log_is_an_empty_report_of_today() -> None:
    report = report_of()
    assert report.is_empty
    assert (report.first, report.last) == (TODAY, TODAY)


@pytest.mark.parametrize(
    "entries",
    [
        train(0, (SEATED, LEFT, 60)),
        [Symptom(TODAY, Moment.AFTER, LEFT, pain=0)],
        [Score(TODAY, Questionnaire.VISA_A, 60)],
        [HeelRaiseTest(TODAY, STANDING, LEFT, 20)],
    ],
    ids=["sets", "symptoms", "scores", "tests"],
)
def test_anything_logged_fills_a_report(entries: list[Entry]) -> None:
    assert not report_of(*entries).is_empty
    assert report_of(*entries, first=10, last=1).is_empty


def test_goals_and_weighings_alone_do_not() -> None:
    goal = Goal(GoalKind.DIFFERENCE_PERCENT, SEATED, 5)
    assert report_of(goal, Bodyweight(TODAY, 70)).is_empty


def test_the_whole_log_reaches_from_its_first_to_its_last_entry() -> None:
    symptom = Symptom(ago(90), Moment.AFTER, LEFT, pain=0)
    report = report_of(*train(30, (SEATED, LEFT, 60)), symptom)
    assert (report.first, report.last) == (ago(90), ago(30))


@pytest.mark.parametrize(("first", "last"), [(40, None), (None, 10)])
def test_one_bound_may_be_given(first: int | None, last: int | None) -> None:
    report = report_of(*train(30, (SEATED, LEFT, 60)), first=first, last=last)
    assert report.first == ago(first or 30)
    assert report.last == ago(last or 30)


def test_a_period_after_everything_is_still_a_period() -> None:
    assert report_of(*train(30, (SEATED, LEFT, 60)), first=5).first == ago(5)
    report = report_of(*train(5, (SEATED, LEFT, 60)), last=30)
    assert (report.first, report.last) == (ago(30), ago(30))


def test_only_the_period_is_reported() -> None:
    old = [*train(60, *both(SEATED, 100, 100)), Score(ago(60), Questionnaire.VISA_A, 40)]
    report = report_of(*old, *train(3, *both(SEATED, 60, 60)), first=27, last=0)
    assert report.strength[0].best_kg[LEFT].end == pytest.approx(80)
    assert report.scores == ()


def test_bodyweight_stands_at_both_ends() -> None:
    weighings = [Bodyweight(ago(60), 68.0), Bodyweight(ago(5), 70.0)]
    report = report_of(*weighings, first=30, last=0)
    assert report.bodyweight_kg is not None
    assert (report.bodyweight_kg.start, report.bodyweight_kg.end) == (68, 70)
    assert report_of().bodyweight_kg is None


def test_sites_are_named_once_in_their_order() -> None:
    felt = [
        Symptom(TODAY, Moment.AFTER, LEFT, site, pain=1)
        for site in (Site.CALF, None, Site.MID_PORTION, Site.CALF)
    ]
    assert report_of(*felt).sites == (Site.MID_PORTION, Site.CALF)


def test_the_note_is_taken_without_its_margins() -> None:
    report = Report.of(Database.in_memory(), None, None, TODAY, "  hello\n")
    assert report.note == "hello"


def reached(goal: Goal, *entries: Entry) -> dict[Side, float]:
    (aim,) = report_of(goal, *entries).aims
    return dict(aim.reached)


def test_a_goal_of_strength_stands_in_bodyweights_of_each_leg() -> None:
    goal = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5)
    training = train(0, *both(SEATED, 52.5, 105))
    assert reached(goal, Bodyweight(TODAY, 70), *training) == pytest.approx({LEFT: 1, RIGHT: 2})
    assert reached(goal, *training) == {}  # never weighed


def test_a_goal_of_one_leg_stands_for_that_leg() -> None:
    goal = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5, RIGHT)
    training = train(0, *both(SEATED, 52.5, 105))
    assert list(reached(goal, Bodyweight(TODAY, 70), *training)) == [RIGHT]


def test_a_goal_of_heel_raises_stands_at_the_last_test_of_each_leg() -> None:
    goal = Goal(GoalKind.HEEL_RAISE_REPS, STANDING, 25)
    tests = [
        HeelRaiseTest(ago(20), STANDING, LEFT, 15),
        HeelRaiseTest(ago(20), STANDING, RIGHT, 24),
        HeelRaiseTest(ago(2), STANDING, LEFT, 19),
        HeelRaiseTest(ago(1), BENT, LEFT, 30),
    ]
    assert reached(goal, *tests) == {LEFT: 19, RIGHT: 24}


def test_a_goal_of_difference_stands_at_its_size() -> None:
    goal = Goal(GoalKind.DIFFERENCE_PERCENT, SEATED, 5)
    assert reached(goal, *train(0, *both(SEATED, 60, 48))) == pytest.approx({BOTH: 20})


@pytest.mark.parametrize("kind", GoalKind)
def test_a_goal_of_what_was_not_done_is_not_reached(kind: GoalKind) -> None:
    exercise = Exercise.STANDING_BENT
    assert reached(Goal(kind, exercise, 5), *train(0, (SEATED, LEFT, 60))) == {}


def test_the_log_may_change_meanwhile() -> None:
    report = report_of(*train(0, *both(SEATED, 60, 60)))
    with pytest.raises(AttributeError):
        report.first = datetime.date(2020, 1, 1)  # type: ignore[misc]
