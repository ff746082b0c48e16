"""Sets summed up by day, and amended without reading the rest."""

from dataclasses import fields, replace
from typing import Any, NamedTuple

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sets import Lift, duo_logs, logs
from tests.domain.sets import columns_of as lifts_columns
from tracker.domain.bests import day_bests
from tracker.domain.columns import BOTH, LEFT, RIGHT, WARMUP, SetColumns
from tracker.domain.daily import DayTable, summarise_days
from tracker.domain.day_values import day_values, evidence_of_sets
from tracker.domain.one_rep_max import Formula

SEATED, STANDING = 0, 1
WORK = 1
NAN = float("nan")


class Row(NamedTuple):
    """A set, with defaults for what a test leaves open."""

    day: int
    exercise: int = SEATED
    side: int = LEFT
    set_no: int = 1
    reps: float = 8
    external_kg: float = 60
    rir: float = 0
    set_type: int = WORK
    session: int = 0
    equipment: int = 0
    bodyweight_kg: float = 70
    hold_s: float = NAN


def columns_of(*rows: Row) -> SetColumns:
    order = sorted(rows, key=lambda row: (row.day, row.session))
    whole = {"day", "session", "exercise", "side", "set_type", "set_no", "equipment"}
    columns: list[Any] = [
        np.array(
            [getattr(row, field.name) for row in order],
            np.int64 if field.name in whole else np.float64,
        )
        for field in fields(SetColumns)
    ]
    return SetColumns(*columns)


def summarise(*rows: Row) -> DayTable:
    return summarise_days(columns_of(*rows), Formula.EPLEY)


def assert_same(one: DayTable, other: DayTable) -> None:
    for field in fields(DayTable):
        left, right = getattr(one, field.name), getattr(other, field.name)
        assert left.dtype == right.dtype, field.name
        np.testing.assert_allclose(left, right, rtol=1e-12, err_msg=field.name)


def test_no_sets_give_no_rows() -> None:
    empty = summarise()
    assert len(empty) == 0
    assert all(len(getattr(empty, field.name)) == 0 for field in fields(DayTable))
    assert_same(empty, summarise(Row(3)).with_days_replaced(np.array([3]), empty))


def test_a_row_is_a_day_an_exercise_a_side_and_an_equipment() -> None:
    table = summarise(
        Row(4),
        Row(3, equipment=2),
        Row(3, side=RIGHT),
        Row(3, STANDING),
        Row(3, equipment=1, set_no=2),
        Row(3, equipment=2, set_no=3),
    )
    rows = zip(table.day, table.exercise, table.side, table.equipment, strict=True)
    assert [tuple(map(int, row)) for row in rows] == [
        (3, SEATED, LEFT, 1),
        (3, SEATED, LEFT, 2),  # used last that day, so it comes last
        (3, SEATED, RIGHT, 0),
        (3, STANDING, LEFT, 0),
        (4, SEATED, LEFT, 0),
    ]


def test_the_best_estimate_of_a_day_counts() -> None:
    table = summarise(Row(3, reps=10), Row(3, set_no=2, reps=5), Row(3, set_no=3, rir=5))
    assert table.best_e1rm_kg.tolist() == [80]
    assert table.bodyweight_kg.tolist() == [70]


def test_a_day_of_endurance_or_of_both_legs_has_no_estimate() -> None:
    table = summarise(Row(3, reps=20), Row(3, side=BOTH))
    assert np.isnan(table.best_e1rm_kg).all()


def test_the_best_of_a_day_is_the_best_that_is_known() -> None:
    easy, unnoted = Row(3, external_kg=90, rir=4.0), Row(3, external_kg=90, rir=NAN, set_no=2)
    assert summarise(easy, unnoted, Row(3, set_no=3)).best_e1rm_kg.tolist() == [76]
    assert np.isnan(summarise(easy, unnoted).best_e1rm_kg).all()


def test_the_left_and_the_right_set_of_one_number_count_as_one_in_sums_over_legs() -> None:
    table = summarise(
        Row(3, side=LEFT, set_no=1),
        Row(3, side=RIGHT, set_no=1),
        Row(3, side=LEFT, set_no=2),
        Row(3, side=RIGHT, set_no=2),
        Row(3, side=RIGHT, set_no=3),
    )
    assert table.hard_sets.tolist() == [2, 3]
    assert table.hard_set_numbers.tolist() == [2, 1]


def test_seated_and_standing_sets_of_one_number_count_as_two() -> None:
    assert summarise(Row(3), Row(3, STANDING)).hard_set_numbers.tolist() == [1, 1]


def test_sets_of_one_number_in_two_sessions_count_as_two() -> None:
    assert summarise(Row(3), Row(3, session=1)).hard_set_numbers.tolist() == [2]


def test_sets_of_both_legs_are_work() -> None:
    table = summarise(Row(3, side=BOTH), Row(3, side=BOTH, set_no=2))
    assert table.hard_sets.tolist() == [2]
    assert table.hard_set_numbers.tolist() == [2]
    assert table.volume_load_kg.tolist() == [960]


def test_warm_ups_and_easy_sets_are_not_hard() -> None:
    table = summarise(
        Row(3, set_type=WARMUP),
        Row(3, set_no=2, rir=5),
        Row(3, set_no=3, rir=4),
        Row(3, set_no=4, rir=NAN),
    )
    assert table.hard_sets.tolist() == [2]
    assert table.hard_set_numbers.tolist() == [2]


def test_the_number_counts_at_its_first_hard_set() -> None:
    table = summarise(Row(3, side=LEFT, rir=6), Row(3, side=RIGHT))
    assert table.hard_set_numbers.tolist() == [0, 1]


def test_volume_is_of_the_system_load_and_unknown_without_a_bodyweight() -> None:
    known = summarise(Row(3), Row(3, STANDING, external_kg=20))
    assert known.volume_load_kg.tolist() == [480, 720]
    assert known.reps.tolist() == [8, 8]
    unknown = summarise(Row(3, STANDING, bodyweight_kg=NAN))
    assert np.isnan(unknown.volume_load_kg).all()


def test_holds_are_hard_sets_and_seconds_but_no_repetitions_and_no_volume() -> None:
    held = Row(3, set_no=2, reps=5, hold_s=10.5, external_kg=200)
    table = summarise(Row(3), held, held._replace(set_no=3, rir=5.0))
    assert (table.hard_sets.tolist(), table.work_sets.tolist()) == ([2], [3])
    assert (table.reps.tolist(), table.volume_load_kg.tolist()) == ([8], [480])
    assert (table.held_s.tolist(), table.best_e1rm_kg.tolist()) == ([105.0], [76])
    unknown = summarise(Row(3, STANDING, hold_s=45.0, bodyweight_kg=NAN))
    assert unknown.volume_load_kg.tolist() == [0]


# What a hold is counted in; all else is made of ``DayValues`` or of bests.
OF_HOLDS = {"sessions", "sessions_begun", "work_sets", "hard_sets", "hard_set_numbers", "held_s"}


@given(st.one_of(logs(30), duo_logs(20)), st.sampled_from(Formula))
def test_a_hold_beside_each_set_changes_no_figure_but_hard_sets_and_seconds(
    lifts: list[Lift], formula: Formula
) -> None:
    moved = [each._replace(hold_s=None) for each in lifts]
    held = [each._replace(hold_s=45.0, kg=300.0, rir=0.0) for each in moved]
    before = lifts_columns(moved)
    after = lifts_columns([each for pair in zip(moved, held, strict=True) for each in pair])
    for figures in (
        lambda sets: day_values(sets, formula),
        lambda sets: day_bests(sets, evidence_of_sets(sets, formula)),
        lambda sets: summarise_days(sets, formula),
    ):
        one, other = figures(before), figures(after)
        for field in fields(one):
            if field.name not in OF_HOLDS:
                left, right = getattr(one, field.name), getattr(other, field.name)
                np.testing.assert_allclose(left, right, rtol=1e-12, err_msg=field.name)


def test_sessions_count_once_for_each_exercise_and_side_whatever_the_equipment() -> None:
    table = summarise(
        Row(3, equipment=1), Row(3, equipment=2, set_no=2), Row(3, side=RIGHT), Row(3, session=1)
    )
    left = table.side == LEFT
    assert table.sessions[left].sum() == 2
    assert table.sessions[~left].sum() == 1
    assert table.sessions_begun.sum() == 2


rows_of_sets = st.lists(
    st.builds(
        Row,
        day=st.integers(0, 6),
        exercise=st.integers(0, 2),
        side=st.integers(0, 2),
        set_no=st.integers(1, 3),
        reps=st.integers(1, 14).map(float),
        external_kg=st.integers(10, 90).map(float),
        rir=st.sampled_from([0.0, 2.0, 5.0, NAN]),
        set_type=st.integers(0, 2),
        session=st.integers(0, 1),
        equipment=st.integers(0, 2),
        bodyweight_kg=st.integers(40, 120).map(float),
        hold_s=st.sampled_from([NAN, NAN, NAN, 45.0]),
    ),
    max_size=30,
)


def in_sessions_of_one_day(rows: list[Row]) -> list[Row]:
    return [row._replace(session=row.day * 2 + row.session) for row in rows]


@given(rows_of_sets, rows_of_sets, st.sets(st.integers(0, 6)))
def test_replacing_days_equals_summing_up_all_again(
    before: list[Row], after: list[Row], days: set[int]
) -> None:
    before, after = in_sessions_of_one_day(before), in_sessions_of_one_day(after)
    fresh = [row for row in after if row.day in days]
    kept = [row for row in before if row.day not in days]
    amended = summarise(*before).with_days_replaced(
        np.array(sorted(days), np.int64), summarise(*fresh)
    )
    assert_same(amended, summarise(*kept, *fresh))


def test_the_rows_since_a_day_are_its_own_and_all_later_ones() -> None:
    table = summarise(Row(3), Row(4), Row(6))
    assert [table.since(day).day.tolist() for day in (0, 4, 5, 7)] == [[3, 4, 6], [4, 6], [6], []]


def test_the_table_given_stays_as_it_was() -> None:
    table = summarise(Row(3), Row(4))
    copy = replace(table)
    table.with_days_replaced(np.array([3]), summarise(Row(3, reps=1)))
    assert_same(table, copy)
