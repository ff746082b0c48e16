"""The fact that the last two sessions reached their plan: stated only where all of it is known."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from tests.domain.test_daily import Row, summarise
from tracker.domain.adherence import adherence, planned_days
from tracker.domain.columns import EXERCISES, SIDES, day_number
from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_reached import LOOK_BACK, Reached, reached_with_reserve
from tracker.domain.session import LoggedSet, SetType
from tracker.domain.symptoms import Moment, Symptom

MONDAY = datetime.date(2026, 11, 2)
PLAN = Plan("Any", MONDAY, 12)
PHASE = Phase(PLAN.id, 1, 12, (1, 3, 5))
SEATED = PlannedSets(PHASE.id, Exercise.SEATED, PlannedSide.EACH, 2, 8)
Done = list[tuple[datetime.date, LoggedSet]]


def day(number: int) -> datetime.date:
    """Return a day of the plan, counted from 0; sets are due on 0, 2, 4, 7, 9, 11."""
    return MONDAY + datetime.timedelta(days=number)


def session(number: int, **values: Any) -> Done:
    """Log what is planned on a day, with two reps in reserve."""
    return [
        (
            day(number),
            replace(LoggedSet("s", Exercise.SEATED, side, set_no, 8, 60.0, rir=2.0), **values),
        )
        for set_no in (1, 2)
        for side in (Side.LEFT, Side.RIGHT)
    ]


def mornings(*numbers: int, pain: int | None = 1) -> list[Symptom]:
    """Record pain on the mornings after these days of the plan."""
    return [
        Symptom(
            day(number + 1),
            Moment.NEXT_MORNING,
            Side.LEFT,
            pain=pain,
            stiffness_min=5,
        )
        for number in numbers
    ]


def reached(
    done: Done,
    felt: list[Symptom],
    today: int = 3,
    item: PlannedSets = SEATED,
    phase: Phase = PHASE,
    load_kg: float | None = 60.0,
) -> Reached | None:
    return reached_with_reserve(
        PLAN, [phase], [item], done, felt, 2, lambda *_: load_kg, day(today)
    )


BOTH_DAYS = session(0) + session(2, rir=3.0)
BOTH_MORNINGS = [*mornings(0, pain=2), *mornings(2, pain=0)]


def test_two_sessions_that_reached_their_plan_are_a_fact() -> None:
    assert reached(BOTH_DAYS, BOTH_MORNINGS) == Reached((day(0), day(2)), 2.0, 2)


@pytest.mark.parametrize(("held_s", "is_reached"), [(45.5, True), (44.0, False), (None, False)])
def test_a_planned_hold_is_reached_by_one_as_long(held_s: float | None, is_reached: bool) -> None:
    done = session(0, hold_s=50.0) + session(2, hold_s=held_s)
    found = reached(done, BOTH_MORNINGS, item=replace(SEATED, hold_s=45.0))
    assert (found is not None) == is_reached


@pytest.mark.parametrize(
    ("done", "felt"),
    [
        (session(2), BOTH_MORNINGS),
        (BOTH_DAYS[1:], BOTH_MORNINGS),
        (session(0) + session(2, reps=7), BOTH_MORNINGS),
        (session(0) + session(2, rir=1.5), BOTH_MORNINGS),
        (session(0) + session(2, hold_s=45.0), BOTH_MORNINGS),
        (session(0) + session(2, rir=None), BOTH_MORNINGS),
        (session(0) + session(2, set_type=SetType.WARMUP), BOTH_MORNINGS),
        (session(0) + session(2, exercise=Exercise.STANDING), BOTH_MORNINGS),
        (session(0) + session(4), BOTH_MORNINGS),
        (BOTH_DAYS, mornings(0)),
        (BOTH_DAYS, mornings(0, pain=3) + mornings(2)),
        (BOTH_DAYS, mornings(0) + mornings(2, pain=None)),
        (BOTH_DAYS, [replace(each, moment=Moment.AFTER) for each in BOTH_MORNINGS]),
    ],
    ids=[
        "only one",
        "a set is missing",
        "a repetition is missing",
        "less in reserve",
        "held, not moved",
        "reserve not known",
        "warm-ups",
        "another exercise",
        "two days late",
        "a morning is not known",
        "a morning hurt",
        "pain of a morning not known",
        "pain of another moment",
    ],
)
def test_without_any_part_of_it_there_is_no_fact(done: Done, felt: list[Symptom]) -> None:
    assert reached(done, felt) is None


def test_a_planned_load_has_to_be_lifted_and_known() -> None:
    item = replace(SEATED, load_basis=LoadBasis.BODYWEIGHT, load_value=-10.0)
    assert reached(BOTH_DAYS, BOTH_MORNINGS, item=item, load_kg=60.0) is not None
    assert reached(BOTH_DAYS, BOTH_MORNINGS, item=item, load_kg=60.5) is None
    assert reached(BOTH_DAYS, BOTH_MORNINGS, item=item, load_kg=None) is None


def test_a_session_a_day_late_counts_and_so_does_the_morning_after_it() -> None:
    done = session(0) + session(3)
    assert reached(done, mornings(0, 3), today=4) == Reached((day(0), day(3)), 2.0, 1)
    assert reached(done, mornings(0, 2), today=4) is None


@pytest.mark.parametrize("days_off", range(-3, 4))
def test_a_session_counts_just_as_many_days_off_as_in_what_was_done_of_the_plan(
    days_off: int,
) -> None:
    mondays = replace(PHASE, weekdays=(1,))
    done = session(0) + session(7 + days_off)
    felt = mornings(0, 7 + days_off)
    rows = [
        Row(day_number(on), EXERCISES.index(each.exercise), SIDES.index(each.side), each.set_no)
        for on, each in done
    ]
    planned = planned_days([PLAN], [mondays], [SEATED], day_number(day(7)))
    counted = adherence(planned, summarise(*rows), day_number(day(12)))
    assert counted.sessions.planned.tolist() == [1, 1]
    is_counted = counted.sessions.done.tolist() == [1, 1]
    assert (reached(done, felt, today=12, phase=mondays) is not None) == is_counted


def test_more_sets_than_planned_do_not_matter() -> None:
    assert reached(BOTH_DAYS + session(2, rir=0.0, reps=1), BOTH_MORNINGS) is not None


def test_todays_session_counts_once_it_is_begun() -> None:
    assert reached(BOTH_DAYS, BOTH_MORNINGS, today=4) is not None
    assert reached(BOTH_DAYS + session(4)[:1], BOTH_MORNINGS, today=4) is None
    assert reached(BOTH_DAYS, BOTH_MORNINGS, today=5) is None  # yesterday's was left out


def test_after_the_plan_its_last_two_sessions_count_as_long_as_they_are_looked_back_on() -> None:
    one_week = replace(PHASE, last_week=1)
    done, felt = session(2) + session(4), mornings(2, 4)
    last = 2 + LOOK_BACK.days - 1
    assert reached(done, felt, today=last, phase=one_week) is not None
    assert reached(done, felt, today=last + 1, phase=one_week) is None


def test_two_sessions_of_one_day_are_two() -> None:
    twice = replace(PHASE, weekdays=(), every_hours=12)
    found = reached(session(0) + session(0), mornings(0), today=1, phase=twice)
    assert found == Reached((day(0), day(0)), 2.0, 1)
    assert reached(session(0), mornings(0), today=1, phase=twice) is None


def test_a_day_on_which_nothing_is_planned_is_not_due() -> None:
    phase = replace(PHASE, weekdays=(7,), last_week=1)
    assert reached(session(6), mornings(6), today=8, phase=phase) is None
    assert reached(BOTH_DAYS, BOTH_MORNINGS, item=replace(SEATED, phase_id="other")) is None
