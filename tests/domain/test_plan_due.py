"""What of a plan is due on which day."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.exercise import Exercise
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_due import due_on, sessions_due

MONDAY = datetime.date(2026, 11, 2)
PLAN = Plan("Heavy slow resistance", MONDAY, 12)
PHASE = Phase(PLAN.id, 1, 12, (1, 3, 5))
SETS = PlannedSets(PHASE.id, Exercise.SEATED, PlannedSide.EACH, 3, 15)


def days(count: int, first: datetime.date = MONDAY) -> list[datetime.date]:
    return [first + datetime.timedelta(days=number) for number in range(count)]


@pytest.mark.parametrize(
    ("every_hours", "due"),
    [
        (24, [1, 1, 1, 1, 1, 1, 1]),
        (12, [2, 2, 2, 2, 2, 2, 2]),
        (48, [1, 0, 1, 0, 1, 0, 1]),
        (36, [1, 1, 0, 1, 1, 0, 1]),
        (72, [1, 0, 0, 1, 0, 0, 1]),
        (8, [3, 3, 3, 3, 3, 3, 3]),
    ],
)
def test_every_so_many_hours_falls_on_days(every_hours: int, due: list[int]) -> None:
    phase = replace(PHASE, weekdays=(), every_hours=every_hours)
    assert [sessions_due(phase, PLAN, day) for day in days(7)] == due


def test_days_of_the_week_are_due_once_each_whatever_day_the_plan_began() -> None:
    assert [sessions_due(PHASE, PLAN, day) for day in days(7)] == [1, 0, 1, 0, 1, 0, 0]
    from_wednesday = replace(PLAN, starts_on=datetime.date(2026, 11, 4))
    assert [sessions_due(PHASE, from_wednesday, day) for day in days(7)] == [0, 0, 1, 0, 1, 0, 0]


def test_the_pace_goes_on_from_phase_to_phase() -> None:
    first = replace(PHASE, weekdays=(), every_hours=48, last_week=1)
    second = replace(first, first_week=2, last_week=2)
    due = [day for day in days(14) if sessions_due(first, PLAN, day)]
    due += [day for day in days(14) if sessions_due(second, PLAN, day)]
    assert due == days(14)[::2]


@given(
    st.integers(1, 336),
    st.integers(1, 104),
    st.dates(datetime.date(1900, 1, 1), datetime.date(2190, 1, 1)),
)
def test_a_plan_has_as_many_sessions_as_its_hours_hold(
    every_hours: int, weeks: int, first: datetime.date
) -> None:
    plan = Plan("Any", first, weeks)
    phase = Phase(plan.id, 1, 104, every_hours=every_hours)
    total = sum(sessions_due(phase, plan, day) for day in days(weeks * 7 + 5, first))
    assert total == len(range(0, weeks * 7 * 24, every_hours))


def names(due: Sequence[PlannedSets]) -> list[str]:
    return [item.note for item in due]


def test_phases_that_overlap_join_in_their_order() -> None:
    daily = Phase(PLAN.id, 1, 2, every_hours=24, position=0)
    loaded = Phase(PLAN.id, 2, 12, (1,), position=1)
    other = Phase("another plan", 1, 12, (1,))
    items = [
        replace(SETS, phase_id=loaded.id, note="with load"),
        replace(SETS, phase_id=daily.id, note="second", position=1),
        replace(SETS, phase_id=daily.id, note="first", position=0),
        replace(SETS, phase_id=other.id, note="never"),
    ]
    phases = [other, loaded, daily]
    assert names(due_on(PLAN, phases, items, MONDAY)) == ["first", "second"]
    second_monday = datetime.date(2026, 11, 9)
    assert names(due_on(PLAN, phases, items, second_monday)) == ["first", "second", "with load"]
    assert names(due_on(PLAN, phases, items, datetime.date(2026, 11, 16))) == ["with load"]
    assert due_on(PLAN, phases, items, datetime.date(2026, 11, 17)) == []


def test_the_second_session_of_a_day_has_what_is_due_twice() -> None:
    twice = Phase(PLAN.id, 1, 12, every_hours=12)
    once = Phase(PLAN.id, 1, 12, every_hours=24, position=1)
    items = [
        replace(SETS, phase_id=twice.id, note="twice"),
        replace(SETS, phase_id=once.id, note="once"),
    ]
    assert names(due_on(PLAN, [twice, once], items, MONDAY)) == ["twice", "once"]
    assert names(due_on(PLAN, [twice, once], items, MONDAY, occurrence=2)) == ["twice"]
    assert due_on(PLAN, [twice, once], items, MONDAY, occurrence=3) == []
