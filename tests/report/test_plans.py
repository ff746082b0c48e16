"""Planned against done in the physio's report, plan by plan."""

import datetime

from tests.report.test_parts import (
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
from tracker.domain.exercise import Exercise
from tracker.domain.plan import Begins, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.session import SetType
from tracker.report.plans import Count, PhaseBegun


def planned(
    days_ago: int,
    weeks: int,
    side: PlannedSide = PlannedSide.EACH,
    exercise: Exercise = SEATED,
    ends_on: datetime.date | None = None,
    name: str = "Any",
) -> list[Entry]:
    """Plan a set every other day."""
    plan = Plan(name, ago(days_ago), weeks, ends_on)
    phase = Phase(plan.id, 1, weeks, every_hours=48)
    return [plan, phase, PlannedSets(phase.id, exercise, side, 1, 10)]


def test_without_a_plan_there_is_nothing_to_tell() -> None:
    assert report_of(*train(0, (SEATED, LEFT, 60))).plans == ()


def test_a_plan_is_summed_up_by_sessions_and_by_the_sets_of_each_side() -> None:
    done = [*train(20, *both(SEATED, 60, 60)), *train(18, (SEATED, LEFT, 60))]
    (kept,) = report_of(*planned(20, 1), *done, *train(0, (STANDING, LEFT, 10))).plans
    assert (kept.first, kept.last) == (ago(20), ago(14))
    assert kept.sessions == Count(4, 2)
    assert kept.sets == {LEFT: Count(4, 2), RIGHT: Count(4, 1)}
    assert kept.sets[RIGHT].percent == 25


def test_both_legs_at_once_are_a_side_of_their_own() -> None:
    done = train(20, (SEATED, BOTH, 60))
    (kept,) = report_of(*planned(20, 1, PlannedSide.BOTH), *done, last=0).plans
    assert kept.sets == {BOTH: Count(4, 1)}


def test_only_the_days_of_the_period_count() -> None:
    entries = [*planned(20, 2), *train(20, (SEATED, LEFT, 60)), *train(10, (SEATED, LEFT, 60))]
    (kept,) = report_of(*entries, first=12, last=9).plans
    assert (kept.first, kept.last) == (ago(12), ago(9))
    assert kept.sessions == Count(2, 1)
    assert report_of(*entries, first=6, last=0).plans == ()


def test_plans_stand_by_their_first_day_and_of_two_on_one_day_the_later_counts() -> None:
    first, second = planned(40, 4, name="First"), planned(26, 2, name="Second")
    done = train(0, (SEATED, LEFT, 60))
    plans = report_of(*second, *first, *done, first=50).plans
    assert [(kept.plan.name, kept.first, kept.last) for kept in plans] == [
        ("First", ago(40), ago(27)),
        ("Second", ago(26), ago(13)),
    ]
    assert sum(kept.sessions.planned for kept in plans) == 14


def test_a_plan_of_which_nothing_is_due_yet_is_left_out() -> None:
    assert report_of(*planned(1, 4), *train(5, (SEATED, LEFT, 60)), last=0).plans == ()
    (kept,) = report_of(*planned(1, 4), *train(1, (SEATED, LEFT, 60)), last=0).plans
    assert kept.sessions == Count(1, 1)
    assert kept.last == TODAY


def in_a_row() -> list[Entry]:
    """Plan three phases by hand, started 20, 10 and 2 days ago."""
    plan = Plan("In a row", ago(20), 12)
    phases = [
        Phase(
            plan.id,
            1,
            2,
            every_hours=24,
            position=place,
            begins=Begins.BY_HAND,
            begun_on=() if days is None else (ago(days),),
        )
        for place, days in enumerate((None, 10, 2))
    ]
    items = [
        PlannedSets(phase.id, SEATED, PlannedSide.LEFT, phase.position + 1, 10) for phase in phases
    ]
    return [plan, *phases, *items]


def test_each_day_counts_what_its_phase_asked_for_and_the_last_one_s_is_named() -> None:
    done = [*train(20, (SEATED, LEFT, 60)), *train(0, (SEATED, LEFT, 60))]
    (kept,) = report_of(*in_a_row(), *done).plans
    assert kept.phase == PhaseBegun(3, ago(2))
    # Ten days of one set and eight of two; of the last three days, of three sets each, the first
    # is over, and today's set answers yesterday, for which there is still time.
    assert kept.sets == {LEFT: Count(10 + 16 + 3 + 1, 2)}
    (early,) = report_of(*in_a_row(), *done, first=20, last=5).plans
    assert early.phase == PhaseBegun(2, ago(10))
    (by_week,) = report_of(*planned(20, 1), *done).plans
    assert by_week.phase is None


def test_what_was_done_beside_the_plan_is_counted_without_warm_ups() -> None:
    done = [
        *train(20, *both(SEATED, 60, 60)),
        *train(20, *both(SEATED, 60, 60)),
        *train(18, *both(STANDING, 10, 10)),
        *train(16, (SEATED, LEFT, 20), set_type=SetType.WARMUP),
        *train(1, *both(SEATED, 60, 60)),  # when the plan had ended
    ]
    (kept,) = report_of(*planned(20, 1), *done, last=0).plans
    assert (kept.sets[LEFT].done, kept.sets[RIGHT].done) == (1, 1)
    assert kept.beside == 4
