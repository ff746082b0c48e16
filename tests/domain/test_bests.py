"""The bests of a whole log, worked by hand, and held equal to the rule of one set."""

import datetime
from collections import defaultdict
from math import isnan

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.best_lifts import BEST_REPS, NO_LOAD, Heaviest, beaten, lifted
from tracker.domain.bests import Best, DayBests, beaten_on, bests, day_bests, heel_raise_bests
from tracker.domain.columns import (
    BOTH,
    EXERCISES,
    LEFT,
    RIGHT,
    SET_TYPES,
    SIDES,
    WARMUP,
    SetColumns,
)
from tracker.domain.day_values import evidence_of_sets
from tracker.domain.evidence import evidence_of
from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.one_rep_max import Formula

SEATED, STANDING = range(2)
WORK = 1 - WARMUP
NAN = float("nan")
Set = tuple[int, int, int, int, int, float, float, int]  # in the order of the arguments below


def columns(*sets: Set, body_kg: float = 70.0) -> SetColumns:
    """Make sets of (day, exercise, side, type, repetitions, added kg, reserve, equipment)."""
    day, exercise, side, kind, reps, kg, rir, equipment = (
        np.array(sets, np.float64).reshape(-1, 8).T
    )
    whole = [each.astype(np.int64) for each in (day, exercise, side, kind, equipment)]
    one = np.ones(len(day), np.int64)
    return SetColumns(
        day=whole[0],
        session=whole[0],
        exercise=whole[1],
        side=whole[2],
        set_type=whole[3],
        set_no=one,
        reps=reps,
        external_kg=kg,
        rir=rir,
        equipment=whole[4],
        bodyweight_kg=np.full(len(day), body_kg),
        hold_s=np.full(len(day), NAN),
    )


def table(sets: SetColumns) -> DayBests:
    return day_bests(sets, evidence_of_sets(sets, Formula.EPLEY))


def work(day: int, reps: int, kg: float, *, rir: float = 0, machine: int = 0) -> Set:
    return (day, SEATED, LEFT, WORK, reps, kg, rir, machine)


def test_the_bests_of_a_leg_with_their_first_days() -> None:
    (leg,) = bests(table(columns(work(1, 8, 60), work(3, 8, 60), work(3, 5, 65), work(5, 12, 50))))
    assert (leg.exercise, leg.side, leg.equipment) == (Exercise.SEATED, Side.LEFT, 0)
    # Estimates: 60 (1 + 8/30) = 76, 65 (1 + 5/30) = 75.8, 50 (1 + 12/30) = 70.
    assert leg.of == (Best(65, 3), Best(65, 3), Best(65, 3), Best(60, 1), Best(50, 5), Best(76, 1))


def test_what_was_not_done_for_so_many_repetitions_has_no_best() -> None:
    (leg,) = bests(table(columns(work(1, 2, 60, rir=NAN))))
    assert leg.of == (Best(60, 1), None, None, None, None, None)


def test_legs_exercises_and_equipment_stand_apart() -> None:
    sets = columns(
        work(1, 8, 60),
        work(2, 8, 90, machine=1),
        (2, SEATED, RIGHT, WORK, 8, 62, 0, 0),
        (2, STANDING, LEFT, WORK, 8, 10, 0, 0),
    )
    found = bests(table(sets))
    assert [(each.exercise, each.side, each.equipment) for each in found] == [
        (Exercise.SEATED, Side.LEFT, 0),
        (Exercise.SEATED, Side.LEFT, 1),
        (Exercise.SEATED, Side.RIGHT, 0),
        (Exercise.STANDING, Side.LEFT, 0),
    ]
    assert [each.of[0] for each in found] == [Best(60, 1), Best(90, 2), Best(62, 2), Best(80, 2)]


def test_warm_ups_and_both_legs_have_no_bests() -> None:
    sets = columns((1, SEATED, LEFT, WARMUP, 8, 60, 0, 0), (1, SEATED, BOTH, WORK, 8, 90, 0, 0))
    assert bests(table(sets)) == []
    assert beaten_on(table(sets)).shape == (0, 6)


def test_a_day_beats_those_before_it_on_the_same_equipment_alone() -> None:
    days = table(
        columns(
            work(1, 8, 60),
            work(2, 8, 90, machine=1),  # the first on this one
            work(3, 8, 60),  # an equal
            work(4, 3, 65),  # 71.5 estimated: lower than 76
            work(5, 12, 55),  # for 12 the first; 77 estimated
            work(6, 12, 56, rir=4),  # for 12 more; at least: no estimate
        )
    )
    assert beaten_on(days).astype(int).tolist() == [
        [0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0],
        [1, 1, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 1],
        [0, 0, 0, 0, 1, 0],
    ]


def test_the_most_heel_raises_by_leg_and_surface() -> None:
    def test(day: int, side: Side, reps: int, incline_deg: float = 10.0) -> HeelRaiseTest:
        date = datetime.date(2026, 11, day)
        return HeelRaiseTest(date, Exercise.STANDING, side, reps, incline_deg=incline_deg)

    tests = [
        test(1, Side.RIGHT, 25),
        test(1, Side.LEFT, 20),
        test(8, Side.LEFT, 27),
        test(9, Side.LEFT, 27),
        test(10, Side.LEFT, 31, incline_deg=0.0),
    ]
    found = [
        (each.side, each.incline_deg, each.reps, each.date.day) for each in heel_raise_bests(tests)
    ]
    assert found == [(Side.LEFT, 0.0, 31, 10), (Side.LEFT, 10.0, 27, 8), (Side.RIGHT, 10.0, 25, 1)]


SETS = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.sampled_from([SEATED, STANDING]),
        st.sampled_from([LEFT, RIGHT, BOTH]),
        st.sampled_from(range(len(SET_TYPES))),
        st.sampled_from([0, 2, 8, 12, 13]),
        st.sampled_from([50.0, 60.0, 60.5]),
        st.sampled_from([NAN, 0.0, 4.0]),
        st.integers(0, 1),
    ),
    max_size=12,
)


@given(sets=SETS, body_kg=st.sampled_from([70.0, NAN]))
@settings(max_examples=40)
def test_columns_follow_the_rule_of_one_set(sets: list[Set], body_kg: float) -> None:
    sets = sorted(sets, key=lambda each: each[0])
    found = table(columns(*sets, body_kg=body_kg))
    days: dict[tuple[int, ...], Heaviest] = defaultdict(Heaviest)
    for day, exercise, side, kind, reps, kg, rir, machine in sets:
        system_kg = kg + (body_kg if EXERCISES[exercise].carries_bodyweight else 0.0)
        reserve = None if isnan(rir) else rir
        told = evidence_of(Formula.EPLEY, SIDES[side], SET_TYPES[kind], system_kg, reps, reserve)
        lift = lifted(system_kg, reps, told)
        if lift != Heaviest():
            key = (exercise, side, machine, day)
            days[key] = days[key].more(lift)
    flags = {}
    for (*leg, day), lift in sorted(days.items()):
        before = Heaviest()
        for (*other, then), done in days.items():
            if other == leg and then < day:
                before = before.more(done)
        what = beaten(before, lift)
        flags[*leg, day] = [*(each in what.reps for each in BEST_REPS), what.is_estimate]
    keys = list(
        zip(
            *(each.tolist() for each in (found.exercise, found.side, found.equipment, found.day)),
            strict=True,
        )
    )
    assert dict(zip(keys, found.kg.tolist(), strict=True)) == {
        key: [*lift.kg, lift.e1rm_kg] for key, lift in days.items()
    }
    assert dict(zip(keys, beaten_on(found).tolist(), strict=True)) == flags
    assert all(kg > NO_LOAD for kg in found.kg[:, 0].tolist())
