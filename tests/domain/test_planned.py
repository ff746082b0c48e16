"""Planned sets: which cells they fill, with which load, and how plans are taken and stopped."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import LoadBasis, Phase, Plan, PlannedSets, PlannedSide, plan_on
from tracker.domain.planned import external_kg_of, planned_cells, stopping, taking
from tracker.domain.set_grid import Cell

MONDAY = datetime.date(2026, 11, 2)
SUNDAY = datetime.date(2026, 11, 1)
PLAN = Plan("Heavy slow resistance", MONDAY, 12)
STANDING = PlannedSets("phase", Exercise.STANDING, PlannedSide.EACH, 2, 15)


def rows(cells: dict[Cell, PlannedSets]) -> dict[str, str]:
    """Write the cells of standing as "row side", each with the note of what is planned there."""
    return {f"{cell.set_no} {cell.side}": item.note for cell, item in sorted(cells.items())}


def test_each_leg_fills_both_columns_and_an_exercise_again_the_rows_below() -> None:
    due = [
        replace(STANDING, side=PlannedSide.BOTH, sets=1, note="two-leg"),
        replace(STANDING, note="one-leg"),
        replace(STANDING, side=PlannedSide.LEFT, sets=1, note="left only"),
    ]
    assert rows(planned_cells(due)) == {
        "1 both": "two-leg",
        "2 left": "one-leg",
        "2 right": "one-leg",
        "3 left": "one-leg",
        "3 right": "one-leg",
        "4 left": "left only",
    }


def test_left_and_right_planned_by_themselves_stand_beside_each_other() -> None:
    due = [
        replace(STANDING, side=PlannedSide.LEFT, note="left"),
        replace(STANDING, side=PlannedSide.RIGHT, sets=1, note="right"),
        replace(STANDING, side=PlannedSide.BOTH, sets=1, note="both"),
    ]
    assert rows(planned_cells(due)) == {
        "1 left": "left",
        "1 right": "right",
        "2 left": "left",
        "3 both": "both",
    }


def test_exercises_have_tables_of_their_own() -> None:
    seated = replace(STANDING, exercise=Exercise.SEATED)
    assert {cell.set_no for cell in planned_cells([STANDING, seated])} == {1, 2}
    assert len(planned_cells([STANDING, seated])) == 8


@given(
    st.lists(
        st.builds(
            replace,
            st.just(STANDING),
            exercise=st.sampled_from(Exercise),
            side=st.sampled_from(PlannedSide),
            sets=st.integers(1, 20),
        )
    )
)
def test_no_planned_set_is_lost_and_no_row_has_both_legs_and_one(due: list[PlannedSets]) -> None:
    cells = planned_cells(due)
    assert len(cells) == sum(item.sets * len(item.side.sides) for item in due)
    bilateral = {(cell.exercise, cell.set_no) for cell in cells if cell.side is Side.BOTH}
    single = {(cell.exercise, cell.set_no) for cell in cells if cell.side is not Side.BOTH}
    assert not bilateral & single


@pytest.mark.parametrize(
    ("exercise", "basis", "value", "kg"),
    [
        (Exercise.STANDING, None, None, None),
        (Exercise.STANDING, LoadBasis.EXTERNAL_KG, 21.3, 21.3),
        (Exercise.STANDING, LoadBasis.BODYWEIGHT, 5.3, 5.3),
        (Exercise.SEATED, LoadBasis.BODYWEIGHT, 5.0, 75.0),  # 70.9 and 5
        (Exercise.SEATED, LoadBasis.BODYWEIGHT, -20.9, 50.0),
        (Exercise.SEATED, LoadBasis.E1RM_PERCENT, 70.0, 82.5),  # 84 of 120
        (Exercise.STANDING, LoadBasis.E1RM_PERCENT, 70.0, 12.5),  # 84 less 70.9
        (Exercise.STANDING_BENT, LoadBasis.E1RM_PERCENT, 50.0, -12.5),  # 60 less 70.9
    ],
)
def test_a_load_is_told_from_what_it_is_a_figure_of(
    exercise: Exercise, basis: LoadBasis | None, value: float | None, kg: float | None
) -> None:
    planned = replace(STANDING, exercise=exercise, load_basis=basis, load_value=value)
    assert external_kg_of(planned, 70.9, 120.0, 2.5) == kg


@pytest.mark.parametrize(
    ("exercise", "basis", "bodyweight_kg", "e1rm_kg"),
    [
        (Exercise.SEATED, LoadBasis.BODYWEIGHT, None, 100.0),
        (Exercise.SEATED, LoadBasis.E1RM_PERCENT, 70.0, None),
        (Exercise.STANDING, LoadBasis.E1RM_PERCENT, None, 100.0),
        (Exercise.SEATED, LoadBasis.E1RM_PERCENT, 70.0, 5_000.0),  # more than can be logged
    ],
)
def test_a_load_that_cannot_be_told_is_none(
    exercise: Exercise, basis: LoadBasis, bodyweight_kg: float | None, e1rm_kg: float | None
) -> None:
    planned = replace(STANDING, exercise=exercise, load_basis=basis, load_value=60.0)
    assert external_kg_of(planned, bodyweight_kg, e1rm_kg, 2.5) is None


def test_a_whole_number_of_steps_is_not_lost_to_binary_arithmetic() -> None:
    planned = replace(
        STANDING, exercise=Exercise.SEATED, load_basis=LoadBasis.E1RM_PERCENT, load_value=70.0
    )
    assert external_kg_of(planned, None, 0.1 * 3 / 0.7 * 100, 0.1) == 30.0


@given(st.floats(1, 200), st.floats(20, 300), st.sampled_from([0.5, 1.25, 2.0, 2.5, 2.26796185]))
def test_a_percentage_is_rounded_down_by_less_than_a_step(
    percent: float, e1rm_kg: float, step_kg: float
) -> None:
    planned = replace(
        STANDING, exercise=Exercise.SEATED, load_basis=LoadBasis.E1RM_PERCENT, load_value=percent
    )
    kg = external_kg_of(planned, None, e1rm_kg, step_kg)
    assert kg is not None
    assert -1.01 * step_kg < kg - e1rm_kg * percent / 100 < 0.01 * step_kg
    assert kg / step_kg == pytest.approx(round(kg / step_kg))


def applied(change: Change, plans: list[Plan]) -> list[Plan]:
    """Return the plans of a log after a change."""
    kept = {plan.id: plan for plan in plans}
    for before, after in change.of(Plan):
        assert before is None or kept[before.id] == before
        assert after is not None
        kept[after.id] = after
    return list(kept.values())


def test_taking_a_plan_stops_the_one_that_ran_the_day_before() -> None:
    phase = Phase(PLAN.id, 1, 12, every_hours=48)
    ran = Plan("Ran", datetime.date(2026, 10, 1), 12)
    change = taking(PLAN, [phase], [replace(STANDING, phase_id=phase.id)], [ran])
    assert change.of(Plan) == [(ran, replace(ran, ends_on=SUNDAY)), (None, PLAN)]
    assert len(change.edits) == 4


def test_a_plan_replaced_on_its_first_day_or_later_ahead_never_ran() -> None:
    today, ahead = (Plan("Other", MONDAY + datetime.timedelta(days=days), 2) for days in (0, 30))
    plans = applied(taking(PLAN, [], [], [today, ahead]), [today, ahead])
    assert [plan.name for plan in plans if plan.runs_on(plan.starts_on)] == [PLAN.name]


def test_plans_that_do_not_overlap_are_left_alone() -> None:
    before = Plan("Before", MONDAY - datetime.timedelta(weeks=2), 2)
    after = Plan("After", MONDAY + datetime.timedelta(weeks=12), 2)
    assert taking(PLAN, [], [], [before, after]) == Change.adding(PLAN)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 8)), max_size=6))
def test_however_plans_are_taken_one_runs_at_a_time(taken: list[tuple[int, int]]) -> None:
    plans: list[Plan] = []
    for days, weeks in taken:
        plan = Plan("Any", MONDAY + datetime.timedelta(days=days), weeks)
        plans = applied(taking(plan, [], [], plans), plans)
        assert plan in plans
    for number in range(130):
        day = MONDAY + datetime.timedelta(days=number)
        running = [plan for plan in plans if plan.runs_on(day)]
        assert running == ([] if (found := plan_on(plans, day)) is None else [found])


def test_a_plan_is_stopped_after_a_day_and_not_after_its_end() -> None:
    assert stopping(PLAN, MONDAY).of(Plan) == [(PLAN, replace(PLAN, ends_on=MONDAY))]
    assert stopping(PLAN, PLAN.last_day) == Change()
    assert stopping(PLAN, datetime.date(2026, 1, 1)).of(Plan)[0][1] == replace(PLAN, ends_on=SUNDAY)
