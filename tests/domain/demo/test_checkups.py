"""What the made-up runner felt, tested and aimed at: believable, and apart from the sets."""

import datetime
from itertools import pairwise
from random import Random
from statistics import fmean

import pytest

from tracker.domain.change import Change
from tracker.domain.demo.checkups import MadeUpCheckups
from tracker.domain.demo.story import Story
from tracker.domain.demo.training import MadeUpTraining
from tracker.domain.demo.year import made_up_log
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.goal import Goal
from tracker.domain.heel_raise import HeelRaiseTest, chance_limit_reps
from tracker.domain.measurement import Measurement
from tracker.domain.runner import Runner
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Moment, Symptom

UNTIL = datetime.date(2026, 11, 24)
INJURY = datetime.date(2026, 4, 10)
YEAR = made_up_log(UNTIL)


def added(kind: type, change: Change = YEAR) -> list:  # type: ignore[type-arg]
    return [after for _, after in change.of(kind)]


def pains(moment: Moment, side: Side, months: range) -> list[int]:
    return [
        each.pain
        for each in added(Symptom)
        if (each.moment, each.side) == (moment, side)
        and each.date.year == UNTIL.year
        and each.date.month in months
    ]


def test_the_left_tendon_hurts_after_the_injury_and_settles() -> None:
    for moment in (Moment.DURING, Moment.NEXT_MORNING):
        weeks_after = fmean(pains(moment, Side.LEFT, range(4, 6)))
        assert weeks_after > 1
        assert fmean(pains(moment, Side.LEFT, range(9, 12))) < 0.5
        assert fmean(pains(moment, Side.RIGHT, range(4, 6))) < 0.4


def test_most_of_it_is_next_to_nothing() -> None:
    mild = [each.pain <= 2 for each in added(Symptom)]
    assert fmean(mild) > 0.9
    assert max(each.pain for each in added(Symptom)) <= 6


def test_symptoms_belong_to_sessions_and_the_morning_comes_a_day_later() -> None:
    days = {session.id: session.date for session in added(Session)}
    for each in added(Symptom):
        later = (each.date - days[each.session_id]).days
        assert later == (each.moment is Moment.NEXT_MORNING)
        assert (each.stiffness_min is not None) == (each.moment is Moment.NEXT_MORNING)


def test_the_last_morning_is_still_to_be_answered() -> None:
    last = added(Session)[-1]
    answered = {e.session_id for e in added(Symptom) if e.moment is Moment.NEXT_MORNING}
    assert UNTIL - last.date <= datetime.timedelta(days=1)
    assert last.id not in answered


def test_both_legs_are_tested_every_six_weeks_and_take_turns() -> None:
    tests = added(HeelRaiseTest)
    days = sorted({test.date for test in tests})
    assert 6 <= len(days) <= 9
    firsts = [next(test.side for test in tests if test.date == day) for day in days]
    assert all(one is not other for one, other in pairwise(firsts))
    assert all(test.exercise is Exercise.STANDING for test in tests)


def test_the_left_leg_catches_up_in_the_tests() -> None:
    def share(test: HeelRaiseTest) -> float:
        other: HeelRaiseTest = next(
            each
            for each in added(HeelRaiseTest)
            if each.date == test.date and each.side is Side.RIGHT
        )
        return test.reps / other.reps

    shares = [share(test) for test in added(HeelRaiseTest) if test.side is Side.LEFT]
    assert min(shares) < 0.8
    assert shares[-1] > min(shares) + 0.05


def of(kind: str, side: Side | None = None) -> list[float]:
    """List the measurements of a kind, by day."""
    return [each.value for each in added(Measurement) if (each.kind, each.side) == (kind, side)]


@pytest.mark.parametrize("kind", ["visa_a", "overall_rating"])
def test_there_are_scores_that_rise(kind: str) -> None:
    scores = of(kind)
    assert scores[-1] > scores[0] + 5


def test_force_height_and_reach_of_both_legs_are_measured_and_the_left_catches_up() -> None:
    for kind in ("peak_force_seated", "peak_force_standing", "heel_rise_height", "knee_to_wall"):
        left, right = of(kind, Side.LEFT), of(kind, Side.RIGHT)
        assert len(left) == len(right) > 2
        assert left[-1] / right[-1] > left[0] / right[0]
    forces = [each for each in added(Measurement) if each.measured.is_force]
    assert all(each.value == max(each.trials) and len(each.trials) == 3 for each in forces)


def test_the_goals_lie_ahead() -> None:
    goals = added(Goal)
    assert len(goals) == 2
    assert all(goal.by > UNTIL for goal in goals)


@pytest.mark.parametrize(("month", "by"), [(9, (2026, 12)), (10, (2027, 1)), (12, (2027, 3))])
def test_the_goals_lie_three_months_ahead_also_over_new_year(
    month: int, by: tuple[int, int]
) -> None:
    goals = added(Goal, made_up_log(datetime.date(2026, month, 28)))
    assert {(goal.by.year, goal.by.month) for goal in goals} == {by}


def test_the_norms_have_what_they_need() -> None:
    (runner,) = added(Runner)
    assert runner.birth_year is not None
    assert runner.sex is not None


def test_today_the_tests_of_the_legs_differ_by_no_more_than_repeats_do() -> None:
    first, second = added(HeelRaiseTest)[-2:]
    assert first.date == second.date
    assert abs(first.reps - second.reps) <= chance_limit_reps(first.reps, second.reps)


def test_the_morning_after_answers_the_load() -> None:
    sets = added(LoggedSet)
    asked: dict[bool, list[int]] = {False: [], True: []}
    for each in added(Symptom):
        if (each.moment, each.side) != (Moment.NEXT_MORNING, Side.LEFT):
            continue
        if INJURY <= each.date < INJURY + datetime.timedelta(days=120):
            continue  # where the injury says more than the load
        reserves = [
            lifted.rir
            for lifted in sets
            if (lifted.session_id, lifted.side) == (each.session_id, Side.LEFT)
        ]
        is_hard = sum(rir is not None and rir <= 1 for rir in reserves) >= 3
        asked[is_hard].append(each.pain)
    assert min(map(len, asked.values())) >= 15
    assert fmean(asked[True]) > 2 * fmean(asked[False])
    assert fmean(map(bool, asked[True])) > 0.2


def test_chance_beside_the_sets_is_its_own() -> None:
    # What is noted beside them is of another seed, and the sets are what they were.
    story = Story(UNTIL - datetime.timedelta(days=364), UNTIL)
    training = MadeUpTraining(story, {Exercise.SEATED: Equipment("machine")}, Random(1), Random(2))
    training.train(UNTIL - datetime.timedelta(days=50), 70.0, is_tested=False)
    sets = list(training.sets)
    one, other = (MadeUpCheckups(story, training, [], Random(seed)).entries() for seed in (1, 2))
    assert one != other
    assert training.sets == sets
