"""Plans made anew from others, and changed part by part."""

import datetime

import pytest

from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_edits import (
    WholePlan,
    anew,
    further_phase,
    further_sets,
    moving_phase,
    moving_sets,
    own_plan,
    removing_phase,
    removing_plan,
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


def test_a_further_phase_overlaps_where_no_week_is_left(whole: WholePlan) -> None:
    phase = further_phase(whole)
    assert (phase.first_week, phase.last_week, phase.every_hours, phase.note) == (3, 4, 48, "")


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
