"""The figures of the physio's report, part by part."""

import datetime
from math import isnan

import pytest

from tests.exchange.logs import log_of
from tracker.domain.change import Entry
from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.run import Run
from tracker.domain.runner import Runner
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.symptoms import Moment, Symptom
from tracker.report.contents import Report

SEATED, STANDING, BENT = Exercise
LEFT, RIGHT, BOTH = Side
TODAY = datetime.date(2026, 11, 23)


def ago(days: int) -> datetime.date:
    return TODAY - datetime.timedelta(days=days)


def train(
    days_ago: int,
    *loads: tuple[Exercise, Side, float],
    reps: int = 10,
    rir: float | None = 0.0,
    pain: int | None = None,
    set_type: SetType = SetType.WORK,
) -> list[Entry]:
    """Log a session with one set per load; ten repetitions to failure are a 1RM a third higher."""
    session = Session(ago(days_ago))
    sets = [
        LoggedSet(
            session.id,
            exercise,
            side,
            1,
            reps,
            kg,
            place,
            set_type=set_type,
            rir=rir,
            pain_during=pain,
        )
        for place, (exercise, side, kg) in enumerate(loads)
    ]
    return [session, *sets]


def held(
    days_ago: int,
    *legs: tuple[Side, float, float | None],
    exercise: Exercise = SEATED,
    kg: float = 60.0,
) -> list[Entry]:
    """Log a session with one hold per leg: its seconds, and its reps in reserve."""
    session = Session(ago(days_ago))
    sets = [
        LoggedSet(session.id, exercise, side, 1, 1, kg, hold_s=held_s, rir=rir)
        for side, held_s, rir in legs
    ]
    return [session, *sets]


def both(exercise: Exercise, left_kg: float, right_kg: float) -> list[tuple[Exercise, Side, float]]:
    return [(exercise, LEFT, left_kg), (exercise, RIGHT, right_kg)]


def report_of(*entries: Entry, first: int | None = None, last: int | None = None) -> Report:
    database = log_of(*entries)
    begin, end = (None if each is None else ago(each) for each in (first, last))
    return Report.of(database, begin, end, TODAY)


def test_work_is_counted_in_all_a_week_and_lately() -> None:
    old, new = train(55, *both(SEATED, 50, 60)), train(3, *both(SEATED, 60, 60))
    work = report_of(*old, *new, first=55, last=0).work
    assert work is not None
    assert work.sessions.total == 2
    hard = work.hard_sets[SEATED]
    assert hard.total == 2  # the left and the right set of one number are one
    assert hard.a_week == pytest.approx(2 / 8)
    assert hard.a_week_lately == pytest.approx(1 / 4)
    volume = work.volume_kg[SEATED]
    assert list(volume) == [LEFT, RIGHT]
    assert volume[LEFT].a_week == pytest.approx(10 * (50 + 60) / 8)
    assert volume[RIGHT].a_week_lately == pytest.approx(10 * 60 / 4)


def test_a_short_period_has_totals_alone() -> None:
    work = report_of(*train(2, *both(SEATED, 50, 60)), first=5, last=0).work
    assert work is not None
    assert work.sessions.total == 1
    assert isnan(work.sessions.a_week)
    assert isnan(work.sessions.a_week_lately)


def test_weeks_have_no_gaps() -> None:
    work = report_of(*train(21, (SEATED, LEFT, 60)), *train(0, (SEATED, LEFT, 60))).work
    assert work is not None
    assert work.weeks.of[SEATED].tolist() == [1, 0, 0, 1]
    assert len(work.weeks) == 4


def test_volume_of_unknown_bodyweight_is_unknown() -> None:
    work = report_of(*train(0, (STANDING, LEFT, 20))).work
    assert work is not None
    assert isnan(work.volume_kg[STANDING][LEFT].total)


def test_no_set_is_no_work() -> None:
    assert report_of(Symptom(TODAY, Moment.AFTER, LEFT, pain=2)).work is None


def test_the_worst_of_a_day_and_side_is_felt() -> None:
    pains = [Symptom(TODAY, Moment.AFTER, LEFT, pain=pain) for pain in (2, 5, 3)]
    other = Symptom(TODAY, Moment.AFTER, RIGHT, pain=1)
    before = Symptom(ago(1), Moment.AFTER, LEFT, pain=0)
    (strip,) = report_of(*pains, other, before).strips
    assert strip.moment is Moment.AFTER
    assert [(each.side, each.value) for each in strip.felt] == [(LEFT, 0), (LEFT, 5), (RIGHT, 1)]
    summary = strip.summaries()[LEFT]
    assert (summary.days, summary.median, summary.worst) == (2, 2.5, 5)
    assert summary.last.value == 5
    assert BOTH not in strip.summaries()


def test_stiffness_has_a_strip_of_its_own_after_pain() -> None:
    morning = Symptom(TODAY, Moment.NEXT_MORNING, LEFT, pain=1, stiffness_min=20)
    pain, stiffness = report_of(morning).strips
    assert (pain.moment, stiffness.moment) == (Moment.NEXT_MORNING, None)
    assert stiffness.felt[0].value == 20


def test_pain_noted_with_a_set_is_pain_during() -> None:
    noted = Symptom(TODAY, Moment.DURING, LEFT, pain=1)
    sets = train(0, (SEATED, LEFT, 60), pain=3)
    (strip,) = report_of(noted, *sets).strips
    assert strip.moment is Moment.DURING
    assert [each.value for each in strip.felt] == [3]


def test_tests_of_one_day_stand_side_by_side_the_last_of_each_leg() -> None:
    tests = [
        HeelRaiseTest(TODAY, STANDING, RIGHT, 25),
        HeelRaiseTest(TODAY, STANDING, LEFT, 15),
        HeelRaiseTest(TODAY, STANDING, LEFT, 20),
        HeelRaiseTest(TODAY, BENT, LEFT, 18),
    ]
    straight, bent = report_of(*tests).tests
    assert list(straight.tests) == [LEFT, RIGHT]
    assert straight.tests[LEFT].reps == 20
    assert straight.reps_compared == (20, 25)
    assert bent.one.reps == 18
    assert bent.reps_compared is None


def test_legs_tested_differently_are_not_compared() -> None:
    left = HeelRaiseTest(TODAY, STANDING, LEFT, 20, incline_deg=10)
    (pair,) = report_of(left, HeelRaiseTest(TODAY, STANDING, RIGHT, 25)).tests
    assert pair.reps_compared is None


def test_the_age_is_that_of_the_year_of_the_test() -> None:
    test = HeelRaiseTest(ago(400), STANDING, LEFT, 20)
    assert report_of(Runner(birth_year=1980), test).tests[0].age == 45
    assert report_of(test).tests[0].age is None


def test_running_is_summed_up_like_the_work_within_the_period_alone() -> None:
    old, new = train(55, *both(SEATED, 50, 60)), train(3, *both(SEATED, 60, 60))
    runs = [Run(ago(days), 10.0) for days in (80, 55, 30, 2)]
    work = report_of(*old, *new, *runs, first=55, last=0).work
    assert work is not None
    assert work.run_km is not None
    assert work.run_km.total == 30
    assert work.run_km.a_week == pytest.approx(30 / 8)
    assert work.run_km.a_week_lately == pytest.approx(10 / 4)
    assert work.distance.km.sum() == 30


def test_without_a_run_nothing_is_said_of_running() -> None:
    work = report_of(*train(0, *both(SEATED, 60, 60))).work
    assert work is not None
    assert work.run_km is None
    assert len(work.distance) == 0


def test_runs_alone_make_no_report() -> None:
    assert report_of(Run(TODAY, 10.0)).is_empty
