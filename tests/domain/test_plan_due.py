"""What of a plan is due on which day: one phase at most."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.exercise import Exercise
from tracker.domain.plan import Begins, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_due import due_on, stretches, stretches_on

MONDAY = datetime.date(2026, 11, 2)
PLAN = Plan("Heavy slow resistance", MONDAY, 12)
PHASE = Phase(PLAN.id, 1, 12, (1, 3, 5), id="only")
DAILY = replace(PHASE, weekdays=(), every_hours=24)
SETS = PlannedSets(PHASE.id, Exercise.SEATED, PlannedSide.EACH, 3, 15)
DAY = datetime.timedelta(days=1)


def days(count: int, first: datetime.date = MONDAY) -> list[datetime.date]:
    return [first + datetime.timedelta(days=number) for number in range(count)]


def by_hand(name: str, place: int, *begun: int, every_hours: int = 24) -> Phase:
    """Make a phase by hand that was started on these days of the plan, counted from 0."""
    return replace(
        DAILY,
        id=name,
        position=place,
        every_hours=every_hours,
        begins=Begins.BY_HAND,
        begun_on=tuple(MONDAY + number * DAY for number in begun),
    )


def by_week(name: str, first: int, last: int, place: int = 0, weekdays: str = "") -> Phase:
    chosen = tuple(map(int, weekdays))
    hours = None if chosen else 24
    return Phase(PLAN.id, first, last, chosen, hours, place, id=name)


def due(phases: Sequence[Phase], count: int, plan: Plan = PLAN) -> list[str]:
    """Name the phase of each of a plan's first days, once per session; "-" for none."""
    items = [replace(SETS, phase_id=phase.id) for phase in phases]
    found = []
    for day in days(count, plan.starts_on):
        on_day = due_on(plan, phases, items, day)
        if on_day is None:
            found.append("-")
        else:
            assert [item.phase_id for item in on_day.items] == [on_day.phase.id]
            found.append(on_day.phase.id * on_day.sessions)
    return found


@pytest.mark.parametrize(
    ("every_hours", "expected"),
    [
        (24, [1, 1, 1, 1, 1, 1, 1]),
        (12, [2, 2, 2, 2, 2, 2, 2]),
        (48, [1, 0, 1, 0, 1, 0, 1]),
        (36, [1, 1, 0, 1, 1, 0, 1]),
        (72, [1, 0, 0, 1, 0, 0, 1]),
        (8, [3, 3, 3, 3, 3, 3, 3]),
    ],
)
def test_every_so_many_hours_falls_on_days(every_hours: int, expected: list[int]) -> None:
    phase = replace(DAILY, every_hours=every_hours, id="x")
    assert [each.count("x") for each in due([phase], 7)] == expected


def test_days_of_the_week_are_due_once_each_whatever_day_the_plan_began() -> None:
    phase = by_week("x", 1, 12, weekdays="135")
    assert due([phase], 7) == ["x", "-", "x", "-", "x", "-", "-"]
    from_wednesday = replace(PLAN, starts_on=datetime.date(2026, 11, 4))
    assert due([phase], 7, from_wednesday) == ["x", "-", "x", "-", "-", "x", "-"]


def test_the_pace_goes_on_from_phase_to_phase() -> None:
    first = replace(DAILY, every_hours=48, last_week=1, id="a")
    second = replace(first, first_week=2, last_week=2, id="b")
    assert due([first, second], 14) == ["a", "-"] * 3 + ["a"] + ["-", "b"] * 3 + ["-"]


@given(
    st.integers(1, 336),
    st.integers(1, 104),
    st.dates(datetime.date(1900, 1, 1), datetime.date(2190, 1, 1)),
)
def test_a_plan_has_as_many_sessions_as_its_hours_hold(
    every_hours: int, weeks: int, first: datetime.date
) -> None:
    plan = Plan("Any", first, weeks)
    phase = Phase(plan.id, 1, 104, every_hours=every_hours, id="x")
    total = "".join(due([replace(phase, plan_id=plan.id)], weeks * 7 + 5, plan)).count("x")
    assert total == len(range(0, weeks * 7 * 24, every_hours))


def test_a_session_has_the_sets_of_its_phase_in_their_order() -> None:
    other = Phase("another plan", 1, 12, (1,), id="other")
    items = [
        replace(SETS, note="second", position=1),
        replace(SETS, note="first", position=0),
        replace(SETS, phase_id=other.id, note="never"),
    ]
    found = due_on(PLAN, [other, PHASE], items, MONDAY)
    assert found is not None
    assert (found.phase, found.sessions) == (PHASE, 1)
    assert [item.note for item in found.items] == ["first", "second"]
    assert due_on(PLAN, [other, PHASE], items, MONDAY + DAY) is None
    assert due_on(PLAN, [PHASE], [], MONDAY) is None  # nothing is in it


# By week


def test_of_phases_by_week_that_overlap_the_later_counts_and_never_both() -> None:
    early, late = by_week("a", 1, 2), by_week("b", 2, 3, place=1)
    assert due([late, early], 28) == ["a"] * 7 + ["b"] * 14 + ["-"] * 7


def test_the_one_that_a_later_phase_lies_within_goes_on_after_it() -> None:
    assert due([by_week("a", 1, 4), by_week("b", 2, 2)], 28) == ["a"] * 7 + ["b"] * 7 + ["a"] * 14


def test_of_two_that_begin_in_one_week_the_later_in_the_plan_counts() -> None:
    phases = [by_week("a", 1, 2, place=1), by_week("b", 1, 1, place=0)]
    assert due(phases, 7) == ["a"] * 7


def test_phases_by_week_take_turns_by_the_day_of_the_week() -> None:
    heavy, light = by_week("h", 1, 12, weekdays="15"), by_week("l", 1, 12, 1, weekdays="35")
    assert due([heavy, light], 7) == ["h", "-", "l", "-", "l", "-", "-"]
    assert [stretch.phase for stretch in stretches_on(PLAN, [light, heavy], MONDAY)] == [
        heavy,
        light,
    ]


def test_a_plan_that_was_stopped_asks_for_nothing_more() -> None:
    stopped = replace(PLAN, ends_on=MONDAY + DAY)
    phases = [by_hand("a", 0), by_hand("b", 1, 1, 5)]
    assert due(phases, 7, stopped) == ["a", "b"] + ["-"] * 5
    never = replace(PLAN, ends_on=MONDAY - DAY)
    assert stretches(never, [*phases, by_week("w", 1, 12)]) == []


# By hand


def test_the_first_phase_begins_with_the_plan_and_lasts_until_another_is_begun() -> None:
    first, second = by_hand("a", 0), by_hand("b", 1)
    assert due([first, second], 86) == ["a"] * 84 + ["-"] * 2  # its weeks are no end
    begun = replace(second, begun_on=(MONDAY + 10 * DAY,))
    assert due([begun, first], 20) == ["a"] * 10 + ["b"] * 10


def test_going_back_is_beginning_again_and_what_was_stays() -> None:
    phases = [by_hand("a", 0, 6), by_hand("b", 1, 3, 9), by_hand("c", 2)]
    assert "".join(due(phases, 12)) == "aaabbbaaabbb"
    assert [(s.phase.id, (s.last - s.first).days + 1) for s in stretches(PLAN, phases)] == [
        ("a", 3),
        ("b", 3),
        ("a", 3),
        ("b", 75),
    ]


def test_a_phase_by_hand_that_is_not_every_day_lets_no_other_in_between() -> None:
    phases = [by_hand("a", 0), by_hand("b", 1, 3, every_hours=48)]
    assert "".join(due(phases, 9)) == "aaab-b-b-"  # its hours count from the day it was begun


def test_of_two_begun_on_one_day_the_later_in_the_plan_counts() -> None:
    assert "".join(due([by_hand("a", 0, 2), by_hand("b", 1, 2)], 4)) == "aabb"
    assert "".join(due([by_hand("a", 0), by_hand("b", 1, 0)], 4)) == "bbbb"


def test_days_outside_the_plan_begin_nothing() -> None:
    phases = [by_hand("a", 0), by_hand("b", 1, -3, 84)]
    assert "".join(due(phases, 84)) == "a" * 84


def test_phases_by_hand_and_by_week_follow_each_other() -> None:
    phases = [by_week("a", 1, 3), by_hand("b", 1, 9), by_week("c", 3, 3, 2)]
    assert "".join(due(phases, 23)) == "a" * 9 + "b" * 5 + "c" * 7 + "--"
    again = replace(phases[1], begun_on=(*phases[1].begun_on, MONDAY + 16 * DAY))
    assert "".join(due([phases[0], again, phases[2]], 23)) == "a" * 9 + "b" * 5 + "cc" + "b" * 7


@given(
    st.lists(
        st.one_of(
            st.builds(
                lambda name, first, more, hours: replace(
                    DAILY, id=name, first_week=first, last_week=first + more, every_hours=hours
                ),
                st.sampled_from("abc"),
                st.integers(1, 4),
                st.integers(0, 3),
                st.sampled_from([8, 12, 24, 48]),
            ),
            st.builds(
                lambda name, begun: by_hand(name, 1, *sorted(begun)),
                st.sampled_from("def"),
                st.sets(st.integers(-3, 40), max_size=4),
            ),
        ),
        unique_by=lambda phase: phase.id,
    )
)
def test_whatever_the_phases_a_day_has_the_sessions_of_one(phases: list[Phase]) -> None:
    per_day = {phase.id: 24 // min(phase.every_hours or 24, 24) for phase in phases}
    for each in due(phases, 42):
        assert each == "-" or each == each[0] * per_day[each[0]]
