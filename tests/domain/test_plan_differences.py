"""What one plan says otherwise than another."""

import datetime
from dataclasses import replace

from tracker.domain.entry import new_id
from tracker.domain.exercise import Exercise
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_differences import PhaseDifference, differing_phases
from tracker.domain.plan_edits import WholePlan

MONDAY = datetime.date(2026, 11, 23)
PLAN = Plan("Mine", MONDAY, 4)
FIRST = Phase(PLAN.id, 1, 2, (1, 4))
SECOND = Phase(PLAN.id, 3, 4, (1, 4), position=1)
SEATED = PlannedSets(FIRST.id, Exercise.SEATED, PlannedSide.EACH, 3, 12)
HEAVY = PlannedSets(SECOND.id, Exercise.SEATED, PlannedSide.EACH, 4, 6)
WHOLE = WholePlan(PLAN, (FIRST, SECOND), (SEATED, HEAVY))


def copied(whole: WholePlan) -> WholePlan:
    """Return the same plan with other IDs."""
    ids = {part.id: new_id() for part in whole.entries}
    return WholePlan(
        replace(whole.plan, id=ids[whole.plan.id]),
        tuple(
            replace(each, id=ids[each.id], plan_id=ids[each.plan_id], begun_on=(MONDAY,))
            for each in whole.phases
        ),
        tuple(replace(each, id=ids[each.id], phase_id=ids[each.phase_id]) for each in whole.items),
    )


def test_the_same_plan_in_other_words_of_a_log_is_no_other() -> None:
    assert differing_phases(WHOLE, copied(WHOLE)) == []


def test_other_sets_are_told_as_gone_and_come() -> None:
    lighter = replace(SEATED, reps=15)
    other = replace(WHOLE, items=(lighter, HEAVY))
    (difference,) = differing_phases(WHOLE, other)
    assert difference == PhaseDifference(1, FIRST, FIRST, (SEATED,), (lighter,))
    assert not difference.is_rescheduled


def test_sets_that_stand_twice_are_told_as_often_as_they_are_missing() -> None:
    twice = replace(SEATED, id=new_id(), position=1)
    other = replace(WHOLE, items=(SEATED, twice, HEAVY))
    (difference,) = differing_phases(WHOLE, other)
    assert (difference.gone, difference.come) == ((), (twice,))


def test_other_days_of_a_phase_are_told() -> None:
    moved = replace(SECOND, weekdays=(2, 5))
    (difference,) = differing_phases(WHOLE, replace(WHOLE, phases=(FIRST, moved)))
    assert difference == PhaseDifference(2, SECOND, moved)
    assert difference.is_rescheduled


def test_a_phase_more_or_less_is_told_with_its_sets() -> None:
    shorter = WholePlan(PLAN, (FIRST,), (SEATED,))
    assert differing_phases(WHOLE, shorter) == [PhaseDifference(2, SECOND, None, gone=(HEAVY,))]
    (more,) = differing_phases(shorter, WHOLE)
    assert more == PhaseDifference(2, None, SECOND, come=(HEAVY,))
    assert not more.is_rescheduled
