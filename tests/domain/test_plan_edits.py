"""Plans made anew from others, and changed part by part."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import Begins, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_due import stretches_on
from tracker.domain.plan_edits import (
    WholePlan,
    anew,
    beginning,
    further_phase,
    further_sets,
    meeting,
    moving_phase,
    moving_sets,
    own_plan,
    removing_phase,
    removing_plan,
    turned,
)

SEATED, STANDING, BENT = Exercise
EACH, BOTH = PlannedSide.EACH, PlannedSide.BOTH
MONDAY = datetime.date(2026, 11, 23)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def whole() -> WholePlan:
    plan = Plan("Heavy", MONDAY, 4, ends_on=MONDAY + 9 * DAY, e1rm_on=MONDAY, template="hsr")
    later = Phase(plan.id, 3, 4, every_hours=48, position=7, note="heavier")
    first = Phase(plan.id, 1, 2, (1, 3, 5), position=2)
    other = Phase("another plan", 1, 1, (1,))
    items = [
        PlannedSets(later.id, SEATED, EACH, 4, 8, position=3),
        PlannedSets(first.id, STANDING, BOTH, 3, 15, position=5),
        PlannedSets(first.id, SEATED, EACH, 3, 15, position=1),
        PlannedSets(other.id, BENT, EACH, 1, 1),
    ]
    return WholePlan.of(plan, [later, other, first], items)


def test_a_whole_plan_is_what_belongs_to_it_in_its_order(whole: WholePlan) -> None:
    assert [phase.first_week for phase in whole.phases] == [1, 3]
    assert [(item.exercise, item.reps) for item in whole.items] == [
        (SEATED, 15),
        (STANDING, 15),
        (SEATED, 8),
    ]
    assert [len(items) for _, items in whole] == [2, 1]
    assert whole.phase_of(whole.items[2]) == whole.phases[1]


def test_a_whole_plan_gets_another_name_with_all_its_parts(whole: WholePlan) -> None:
    named = whole.named("Light")
    assert (named.plan.name, named.plan.id) == ("Light", whole.plan.id)
    assert named.entries[1:] == whole.entries[1:]
    with pytest.raises(ValueError, match="needs a name"):
        whole.named(" ")


def test_a_plan_made_anew_is_the_same_with_entries_of_its_own(whole: WholePlan) -> None:
    again = anew(whole, MONDAY + 7 * DAY)
    plan = again.plan
    assert (plan.name, plan.weeks, plan.template) == ("Heavy", 4, "hsr")
    assert (plan.starts_on, plan.ends_on, plan.e1rm_on) == (MONDAY + 7 * DAY, None, None)
    assert [phase.plan_id for phase in again.phases] == [plan.id] * 2
    assert [(phase.position, phase.note) for phase in again.phases] == [(0, ""), (1, "heavier")]
    assert [(i.exercise, i.side, i.reps, i.position) for i in again.items] == [
        (SEATED, EACH, 15, 0),
        (STANDING, BOTH, 15, 1),
        (SEATED, EACH, 8, 0),
    ]
    ids = {entry.id for entry in again.entries}
    assert len(ids) == 6
    assert not ids & {entry.id for entry in whole.entries}
    assert again == WholePlan.of(plan, again.phases, again.items)


def test_for_one_leg_what_each_leg_does_is_that_leg_s_and_both_at_once_stays(
    whole: WholePlan,
) -> None:
    sides = [item.side for item in anew(whole, MONDAY, Side.LEFT).items]
    assert sides == [PlannedSide.LEFT, BOTH, PlannedSide.LEFT]


def test_an_own_plan_begins_with_an_empty_phase_over_all_weeks() -> None:
    whole = own_plan("Mine", MONDAY)
    assert (whole.plan.weeks, whole.items) == (12, ())
    (phase,) = whole.phases
    assert (phase.first_week, phase.last_week, phase.weekdays) == (1, 12, (1, 3, 5))


def test_a_further_phase_has_the_weeks_that_are_left(whole: WholePlan) -> None:
    plan = whole.plan
    first = WholePlan(plan, whole.phases[:1])
    phase = further_phase(first)
    assert (phase.first_week, phase.last_week, phase.weekdays) == (3, 4, (1, 3, 5))
    assert phase.position == whole.phases[0].position + 1
    assert phase.id != whole.phases[0].id


def test_a_further_phase_comes_after_the_plan_where_no_week_is_left(whole: WholePlan) -> None:
    phase = further_phase(whole)
    assert (phase.first_week, phase.last_week, phase.every_hours, phase.note) == (5, 5, 48, "")
    assert not phase.is_by_hand


def test_a_further_phase_is_by_hand_after_one_by_hand_and_where_weeks_run_out(
    whole: WholePlan,
) -> None:
    first, later = whole.phases
    by_hand_too = replace(later, begins=Begins.BY_HAND, begun_on=(MONDAY,), criterion="able")
    phase = further_phase(WholePlan(whole.plan, (first, by_hand_too)))
    assert phase.is_by_hand
    assert (phase.begun_on, phase.criterion) == ((), "")
    to_the_end = replace(later, last_week=104)
    phase = further_phase(WholePlan(whole.plan, (first, to_the_end)))
    assert (phase.first_week, phase.last_week, phase.is_by_hand) == (104, 104, True)


# Phases that follow each other


@pytest.fixture
def in_a_row() -> WholePlan:
    """Three phases by hand, every day, of which only the first was started."""
    plan = Plan("Silbernagel", MONDAY, 12)
    phases = tuple(
        Phase(plan.id, 1, 2, every_hours=24, position=place, begins=Begins.BY_HAND, id=name)
        for place, name in enumerate("abc")
    )
    return WholePlan(plan, phases)


def begun(whole: WholePlan, *steps: tuple[str, int]) -> WholePlan:
    """Start phases one after the other, each on a day of the plan, counted from 0."""
    for name, day in steps:
        (phase,) = (phase for phase in whole.phases if phase.id == name)
        change = beginning(whole, phase, MONDAY + day * DAY)
        after = {edit.after.id: edit.after for edit in change.edits if edit.after is not None}
        phases = tuple(after.get(phase.id, phase) for phase in whole.phases)
        whole = WholePlan.of(whole.plan, [p for p in phases if isinstance(p, Phase)], whole.items)
    return whole


def course(whole: WholePlan) -> str:
    """Name the phase of each of the first ten days."""
    days = (MONDAY + number * DAY for number in range(10))
    return "".join(stretches_on(whole.plan, whole.phases, day)[-1].phase.id for day in days)


def test_a_phase_that_is_begun_ends_the_one_before(in_a_row: WholePlan) -> None:
    assert course(in_a_row) == "aaaaaaaaaa"
    assert course(begun(in_a_row, ("b", 4))) == "aaaabbbbbb"
    assert course(begun(in_a_row, ("b", 4), ("c", 7))) == "aaaabbbccc"
    assert course(begun(in_a_row, ("b", 4), ("a", 6), ("b", 8))) == "aaaabbaabb"


def test_a_phase_may_begin_on_an_earlier_day_than_was_said(in_a_row: WholePlan) -> None:
    earlier = begun(in_a_row, ("b", 4), ("b", 2))
    assert course(earlier) == "aabbbbbbbb"
    assert earlier.phases[1].begun_on == (MONDAY + 2 * DAY,)  # and not a second time


def test_one_phase_begins_on_a_day(in_a_row: WholePlan) -> None:
    assert course(begun(in_a_row, ("b", 4), ("c", 4))) == "aaaacccccc"
    assert course(begun(in_a_row, ("c", 4), ("b", 4))) == "aaaabbbbbb"
    back = begun(in_a_row, ("b", 4), ("a", 4))
    assert course(back) == "aaaaaaaaaa"
    assert back == in_a_row  # the first one goes on


def test_a_plan_may_begin_with_its_second_phase_and_go_back(in_a_row: WholePlan) -> None:
    second = begun(in_a_row, ("b", 0))
    assert course(second) == "bbbbbbbbbb"
    assert course(begun(second, ("a", 5))) == "bbbbbaaaaa"
    assert course(begun(second, ("a", 0))) == "aaaaaaaaaa"


def test_nothing_changes_where_the_phase_goes_on_anyway(in_a_row: WholePlan) -> None:
    assert not beginning(in_a_row, in_a_row.phases[0], MONDAY + 3 * DAY)
    later = begun(in_a_row, ("b", 2))
    assert not beginning(later, later.phases[1], MONDAY + 5 * DAY)


def test_a_phase_by_week_in_between_lets_the_same_one_begin_again(in_a_row: WholePlan) -> None:
    first, second, _ = in_a_row.phases
    week = replace(second, begins=Begins.BY_WEEK, first_week=2, last_week=2)
    whole = WholePlan(in_a_row.plan, (first, week))
    assert course(whole) == "aaaaaaabbb"
    again = begun(whole, ("a", 9))
    assert course(again) == "aaaaaaabba"
    assert not beginning(again, again.phases[0], MONDAY + 5 * DAY)


def test_the_phase_that_follows_is_the_next_by_hand(in_a_row: WholePlan, whole: WholePlan) -> None:
    first, second, _ = in_a_row.phases
    assert [in_a_row.number_of(phase) for phase in in_a_row.phases] == [1, 2, 3]
    assert in_a_row.next_by_hand(MONDAY) == second
    assert in_a_row.next_by_hand(MONDAY - DAY) == first  # nothing counts yet
    later = begun(in_a_row, ("b", 2), ("c", 4))
    assert later.next_by_hand(MONDAY + 3 * DAY) == later.phases[2]
    assert later.next_by_hand(MONDAY + 4 * DAY) is None
    assert whole.next_by_hand(MONDAY) is None  # all are by week


def test_a_plan_made_anew_begins_with_its_first_phase(in_a_row: WholePlan) -> None:
    later = begun(in_a_row, ("b", 2), ("a", 4))
    assert [phase.begun_on for phase in anew(later, MONDAY).phases] == [(), (), ()]


def test_a_phase_that_becomes_by_hand_stays_begun_and_by_week_it_forgets(whole: WholePlan) -> None:
    plan, (first, later) = whole.plan, whole.phases
    hand = Begins.BY_HAND
    assert turned(plan, first, hand, MONDAY).begun_on == ()  # the first begins with the plan
    assert turned(plan, later, hand, MONDAY + 13 * DAY).begun_on == ()
    begun = turned(plan, later, hand, MONDAY + 14 * DAY)
    assert (begun.is_by_hand, begun.begun_on) == (True, (MONDAY + 14 * DAY,))
    assert turned(plan, begun, Begins.BY_WEEK, MONDAY + 20 * DAY) == later


@pytest.mark.parametrize(
    ("fields", "meets"),
    [
        ({"first_week": 2}, True),
        ({"first_week": 3}, False),
        ({"first_week": 2, "begins": Begins.BY_HAND}, False),
        ({"first_week": 2, "every_hours": None, "weekdays": (2, 4)}, False),
        ({"first_week": 2, "every_hours": None, "weekdays": (2, 5)}, True),
    ],
)
def test_phases_by_week_meet_where_they_share_a_week_and_a_day(
    whole: WholePlan, fields: dict[str, Any], meets: bool
) -> None:
    first, later = whole.phases
    assert meeting(whole, later) is None
    assert meeting(whole, replace(later, **fields)) == (first if meets else None)


def test_the_first_phase_of_an_emptied_plan_has_all_weeks(whole: WholePlan) -> None:
    phase = further_phase(WholePlan(whole.plan))
    assert (phase.first_week, phase.last_week) == (1, 4)


def test_further_sets_are_like_the_last(whole: WholePlan) -> None:
    phase = whole.phases[0]
    items = whole.items_of(phase)
    item = further_sets(phase, items)
    assert (item.exercise, item.side, item.reps, item.position) == (STANDING, BOTH, 15, 6)
    assert item.id != items[-1].id


def test_the_first_sets_of_a_phase_are_plain(whole: WholePlan) -> None:
    item = further_sets(whole.phases[0], [])
    assert (item.exercise, item.side, item.sets, item.reps) == (SEATED, EACH, 3, 10)
    assert item.phase_id == whole.phases[0].id


def test_a_phase_goes_with_its_sets_and_a_plan_with_all(whole: WholePlan) -> None:
    phase = whole.phases[0]
    gone = [edit.before for edit in removing_phase(whole, phase).edits]
    assert gone == [*whole.items[:2], phase]
    change = removing_plan(whole)
    assert len(change.edits) == 6
    assert all(edit.after is None for edit in change.edits)


def positions(change: Change) -> list[tuple[str, int]]:
    moved = [edit.after for edit in change.edits]
    return [(e.id, e.position) for e in moved if isinstance(e, Phase | PlannedSets)]


def test_a_phase_changes_places_and_stays_at_the_end(whole: WholePlan) -> None:
    first, later = whole.phases
    assert positions(moving_phase(whole, first, 1)) == [(later.id, 0), (first.id, 1)]
    assert not moving_phase(whole, first, -1)
    assert not moving_phase(whole, later, 1)


def test_sets_change_places_within_their_phase(whole: WholePlan) -> None:
    seated, standing, _ = whole.items
    # The one moved up has the place 0 and the other had 1 already.
    assert positions(moving_sets(whole, standing, -1)) == [(standing.id, 0)]
    assert not moving_sets(whole, standing, 1)
    assert not moving_sets(whole, seated, -1)
