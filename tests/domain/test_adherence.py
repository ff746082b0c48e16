"""Planned against done: a day's grace, each set once, never more than planned."""

import datetime
from collections.abc import Sequence
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_daily import Row, summarise
from tracker.domain.adherence import (
    Adherence,
    AdherenceWeeks,
    LegWeeks,
    PlannedDays,
    adherence,
    planned_days,
)
from tracker.domain.columns import EXERCISES, SET_TYPES, SIDES, WARMUP, day_number
from tracker.domain.exercise import Exercise
from tracker.domain.plan import Begins, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_due import due_on
from tracker.domain.session import SetType
from tracker.domain.trend import week_of

MONDAY = datetime.date(2026, 11, 2)
FIRST = day_number(MONDAY)
LATER = FIRST + 1_000  # all grace is over
SEATED, STANDING, BENT = range(3)
LEFT, RIGHT, BOTH = range(3)
PLAN = Plan("Any", MONDAY, 4)
PHASE = Phase(PLAN.id, 1, 4, (1, 3, 5))
LEFT_SEATED = PlannedSets(PHASE.id, Exercise.SEATED, PlannedSide.LEFT, 3, 15)
EACH_STANDING = replace(LEFT_SEATED, exercise=Exercise.STANDING, side=PlannedSide.EACH, id="each")


def laid_out(
    *items: PlannedSets, phases: Sequence[Phase] = (PHASE,), last: int = FIRST + 6
) -> PlannedDays:
    return planned_days([PLAN], phases, items, last)


def rows_of(table: PlannedDays | LegWeeks | AdherenceWeeks) -> list[tuple[int, ...]]:
    columns = [getattr(table, field.name).tolist() for field in fields(table)]
    return list(zip(*columns, strict=True))


def held(planned: PlannedDays, *done: Row, today: int = LATER) -> Adherence:
    return adherence(planned, summarise(*done), today)


def sets(day: int, count: int, side: int = LEFT, exercise: int = SEATED) -> list[Row]:
    """Log sets on a day of the plan, counted from 0."""
    return [
        Row(FIRST + day, exercise, side, number, session=100 + day)
        for number in range(1, count + 1)
    ]


def figures(found: Adherence) -> list[tuple[int, int, int]]:
    """Return the day of the plan, planned and done of each row."""
    columns = (found.legs.day - FIRST, found.legs.planned, found.legs.done)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def sessions(found: Adherence) -> list[tuple[int, int, int]]:
    columns = (found.sessions.day - FIRST, found.sessions.planned, found.sessions.done)
    return list(zip(*(column.tolist() for column in columns), strict=True))


# What is planned


def test_a_plan_is_laid_out_by_day_exercise_and_side() -> None:
    assert rows_of(laid_out(EACH_STANDING, LEFT_SEATED, last=FIRST + 2)) == [
        (FIRST, SEATED, LEFT, 3, 1, 3),
        (FIRST, STANDING, LEFT, 3, 1, 3),
        (FIRST, STANDING, RIGHT, 3, 1, 0),
        (FIRST + 2, SEATED, LEFT, 3, 1, 3),
        (FIRST + 2, STANDING, LEFT, 3, 1, 3),
        (FIRST + 2, STANDING, RIGHT, 3, 1, 0),
    ]


def test_two_sessions_a_day_are_twice_the_sets() -> None:
    twice = replace(PHASE, weekdays=(), every_hours=12)
    assert rows_of(laid_out(EACH_STANDING, LEFT_SEATED, phases=(twice,), last=FIRST)) == [
        (FIRST, SEATED, LEFT, 6, 2, 6),
        (FIRST, STANDING, LEFT, 6, 2, 6),
        (FIRST, STANDING, RIGHT, 6, 2, 0),
    ]


def test_each_day_counts_what_its_phase_asked_for_whatever_is_begun_later() -> None:
    daily = replace(PHASE, weekdays=(), every_hours=24, begins=Begins.BY_HAND)
    first_again = replace(daily, begun_on=(MONDAY + datetime.timedelta(days=5),))
    begun = (MONDAY + datetime.timedelta(days=2),)
    second = replace(daily, position=1, id="second", begun_on=begun)
    item = replace(LEFT_SEATED, phase_id="second", sets=5)
    found = laid_out(LEFT_SEATED, item, phases=(first_again, second))
    assert [(day - FIRST, count) for day, _, _, count, _, _ in rows_of(found)] == [
        *((day, 3) for day in (0, 1)),
        *((day, 5) for day in (2, 3, 4)),
        *((day, 3) for day in (5, 6)),
    ]
    assert figures(held(found, *sets(1, 3), *sets(4, 5))) == [
        (0, 3, 3),
        (1, 3, 0),
        (2, 5, 0),
        (3, 5, 5),
        (4, 5, 0),
        (5, 3, 0),
        (6, 3, 0),
    ]


def test_phases_by_week_that_overlap_never_add_up() -> None:
    daily = replace(PHASE, weekdays=(), every_hours=24, last_week=2)
    later = replace(daily, first_week=2, position=1, id="later")
    item = replace(LEFT_SEATED, phase_id="later", sets=5)
    found = laid_out(LEFT_SEATED, item, phases=(daily, later), last=FIRST + 8)
    assert [count for _, _, _, count, _, _ in rows_of(found)] == [3] * 7 + [5] * 2


def test_sets_with_much_in_reserve_are_planned_but_not_hard() -> None:
    easy = replace(LEFT_SEATED, rir=5)
    assert rows_of(laid_out(easy, last=FIRST)) == [(FIRST, SEATED, LEFT, 3, 1, 0)]


def test_where_plans_overlap_the_one_that_began_last_counts() -> None:
    other = Plan("Other", MONDAY + datetime.timedelta(days=2), 1)
    phase = Phase(other.id, 1, 1, every_hours=24)
    item = replace(LEFT_SEATED, phase_id=phase.id, sets=1)
    found = planned_days([other, PLAN], [PHASE, phase], [LEFT_SEATED, item], FIRST + 11)
    assert [(day - FIRST, count) for day, _, _, count, _, _ in rows_of(found)] == [
        (0, 3),
        *((day, 1) for day in range(2, 9)),
        (9, 3),
        (11, 3),
    ]


@pytest.mark.parametrize(
    "found",
    [
        planned_days([], [], [], LATER),
        planned_days([PLAN], [], [], LATER),
        planned_days([PLAN], [PHASE], [], LATER),
        laid_out(LEFT_SEATED, last=FIRST - 1),
        planned_days([replace(PLAN, ends_on=MONDAY - datetime.timedelta(days=1))], [], [], LATER),
    ],
    ids=["no plan", "no phase", "no sets", "not yet", "never ran"],
)
def test_nothing_planned_has_no_rows_and_no_adherence(found: PlannedDays) -> None:
    assert len(found) == 0
    none = held(found, *sets(0, 3))
    assert len(none.legs) == len(none.sessions) == len(none.weeks()) == len(none.leg_weeks()) == 0


@given(
    st.lists(
        st.builds(
            lambda first, weeks, hours, begun: Phase(
                PLAN.id,
                first,
                first + weeks,
                every_hours=hours,
                begins=Begins.BY_HAND if begun else Begins.BY_WEEK,
                begun_on=tuple(MONDAY + datetime.timedelta(days=day) for day in sorted(begun)),
            ),
            st.integers(1, 4),
            st.integers(0, 3),
            st.sampled_from([8, 12, 24, 36, 48]),
            st.sets(st.integers(0, 27), max_size=3),
        ),
        max_size=3,
    ),
    st.lists(
        st.builds(
            replace,
            st.just(LEFT_SEATED),
            exercise=st.sampled_from(Exercise),
            side=st.sampled_from(PlannedSide),
            sets=st.integers(1, 4),
        ),
        min_size=3,
        max_size=3,
    ),
)
def test_columns_say_what_single_days_say(phases: list[Phase], items: list[PlannedSets]) -> None:
    placed = [replace(item, phase_id=phase.id) for item, phase in zip(items, phases, strict=False)]
    counted: dict[tuple[int, int, int], int] = {}
    for number in range(30):
        day = MONDAY + datetime.timedelta(days=number)
        due = due_on(PLAN, phases, placed, day)
        for item in [] if due is None else list(due.items) * due.sessions:
            for side in item.side.sides:
                leg = FIRST + number, EXERCISES.index(item.exercise), SIDES.index(side)
                counted[leg] = counted.get(leg, 0) + item.sets
    found = planned_days([PLAN], phases, placed, LATER)
    assert {row[:3]: row[3] for row in rows_of(found)} == counted
    assert [row[:3] for row in rows_of(found)] == sorted(counted)


# What of it was done


@pytest.mark.parametrize("day", [-1, 0, 1])
def test_a_session_on_its_day_or_a_day_beside_it_is_done(day: int) -> None:
    planned = laid_out(LEFT_SEATED, last=FIRST)
    assert figures(held(planned, *sets(day, 3))) == [(0, 3, 3)]
    assert sessions(held(planned, *sets(day, 2))) == [(0, 1, 1)]


@pytest.mark.parametrize("day", [-2, 2])
def test_two_days_beside_it_are_too_many(day: int) -> None:
    planned = laid_out(LEFT_SEATED, last=FIRST)
    assert figures(held(planned, *sets(day, 3))) == [(0, 3, 0)]
    assert sessions(held(planned, *sets(day, 3))) == [(0, 1, 0)]


def test_a_set_is_counted_once_and_more_sets_than_planned_do_not_count() -> None:
    planned = laid_out(LEFT_SEATED)  # Monday, Wednesday, Friday
    assert figures(held(planned, *sets(1, 4))) == [(0, 3, 3), (2, 3, 1), (4, 3, 0)]
    assert figures(held(planned, *sets(0, 9))) == [(0, 3, 3), (2, 3, 0), (4, 3, 0)]


def test_warm_ups_and_other_legs_and_exercises_do_not_answer() -> None:
    planned = laid_out(LEFT_SEATED, last=FIRST)
    others = [*sets(0, 3, RIGHT), *sets(0, 3, BOTH), *sets(0, 3, LEFT, BENT)]
    assert figures(held(planned, *others)) == [(0, 3, 0)]
    warm_ups = [row._replace(set_type=WARMUP) for row in sets(0, 3)]
    assert figures(held(planned, *warm_ups)) == [(0, 3, 0)]
    tests = [row._replace(set_type=SET_TYPES.index(SetType.TEST)) for row in sets(0, 3)]
    assert figures(held(planned, *tests)) == [(0, 3, 3)]


def test_sets_of_both_legs_answer_plans_of_both_legs_only() -> None:
    planned = laid_out(replace(LEFT_SEATED, side=PlannedSide.BOTH), last=FIRST)
    assert figures(held(planned, *sets(0, 3, LEFT), *sets(0, 3, RIGHT))) == [(0, 3, 0)]
    assert figures(held(planned, *sets(0, 2, BOTH))) == [(0, 3, 2)]


def test_sets_on_two_machines_of_a_day_are_added_up() -> None:
    rows = sets(0, 2)
    rows[1] = rows[1]._replace(equipment=1)
    assert figures(held(laid_out(LEFT_SEATED, last=FIRST), *rows)) == [(0, 3, 2)]


def test_a_session_is_done_when_any_leg_did_any_set_of_it() -> None:
    planned = laid_out(LEFT_SEATED, EACH_STANDING, last=FIRST)
    assert sessions(held(planned, *sets(0, 1, RIGHT, STANDING))) == [(0, 1, 1)]


def test_sets_fill_the_sessions_of_a_day_one_after_the_other() -> None:
    twice = replace(PHASE, weekdays=(), every_hours=12)
    planned = laid_out(LEFT_SEATED, phases=[twice], last=FIRST)
    done = [sessions(held(planned, *sets(0, count)))[0][1:] for count in (0, 1, 3, 4, 6)]
    assert done == [(2, 0), (2, 1), (2, 1), (2, 2), (2, 2)]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (-1, []),  # what is done early counts once its day has come
        (0, [(0, 2, 2)]),
        (1, [(0, 2, 2)]),
        (2, [(0, 3, 2)]),
    ],
)
def test_while_there_is_time_only_what_was_done_counts_as_planned(
    today: int, expected: list[tuple[int, int, int]]
) -> None:
    found = held(laid_out(LEFT_SEATED), *sets(-1, 2), today=FIRST + today)
    assert figures(found) == expected
    assert sessions(found) == [(day, 1, 1) for day, _, _ in expected]


def test_a_day_of_which_nothing_is_done_yet_is_not_there() -> None:
    found = held(laid_out(LEFT_SEATED), today=FIRST + 1)
    assert figures(found) == []
    assert sessions(found) == []


# Summed up


def test_weeks_sum_up_what_was_planned_in_them() -> None:
    planned = laid_out(LEFT_SEATED, EACH_STANDING, last=FIRST + 8)
    done = [*sets(0, 3), *sets(4, 2, LEFT, STANDING), *sets(8, 3, RIGHT, STANDING)]
    found = held(planned, *done)
    week = int(week_of(np.array([FIRST]))[0])
    assert rows_of(found.weeks()) == [(week, 3, 2, 27, 5), (week + 1, 1, 1, 9, 3)]
    assert rows_of(found.leg_weeks()) == [
        (week, SEATED, LEFT, 9, 3),
        (week, STANDING, LEFT, 9, 2),
        (week, STANDING, RIGHT, 9, 0),
        (week + 1, SEATED, LEFT, 3, 0),
        (week + 1, STANDING, LEFT, 3, 0),
        (week + 1, STANDING, RIGHT, 3, 3),
    ]
    assert found.leg_weeks().percent.round(1).tolist() == [33.3, 22.2, 0, 0, 0, 100]


def test_some_days_alone_are_summed_up_without_the_others() -> None:
    found = held(laid_out(LEFT_SEATED), *sets(0, 3), *sets(2, 1))
    assert figures(found.between(FIRST + 2, FIRST + 3)) == [(2, 3, 1)]
    assert sessions(found.between(FIRST + 2, FIRST + 3)) == [(2, 1, 1)]


def most_matches(planned: list[int], done: list[int]) -> int:
    """Count the most pairs of a planned and a done set at most a day apart, trying all ways."""
    partner: dict[int, int] = {}

    def finds(one: int, seen: set[int]) -> bool:
        for other, day in enumerate(done):
            if abs(day - planned[one]) <= 1 and other not in seen:
                seen.add(other)
                if other not in partner or finds(partner[other], seen):
                    partner[other] = one
                    return True
        return False

    return sum(finds(one, set()) for one in range(len(planned)))


@given(
    st.sampled_from([12, 24, 36, 48, 72]),
    st.integers(1, 3),
    st.lists(st.tuples(st.integers(-2, 16), st.integers(1, 4)), max_size=12),
)
def test_as_many_sets_count_as_could_whatever_answers_whatever(
    hours: int, planned_sets: int, logged: list[tuple[int, int]]
) -> None:
    phase = replace(PHASE, weekdays=(), every_hours=hours)
    item = replace(LEFT_SEATED, sets=planned_sets)
    planned = laid_out(item, phases=[phase], last=FIRST + 13)
    done = [row for day, count in logged for row in sets(day, count)]
    found = held(planned, *done)
    wanted = [day for day, count, _ in figures(found) for _ in range(count)]
    assert found.legs.done.sum() == most_matches(wanted, [row.day - FIRST for row in done])
    assert (found.legs.done <= found.legs.planned).all()
    assert (found.sessions.done <= found.sessions.planned).all()
    assert ((found.sessions.done > 0) == (found.legs.done > 0)).all()
