"""The made-up sets: what people do, and what is told of the legs from it."""

import datetime
from collections import defaultdict
from contextlib import closing
from itertools import groupby, pairwise

import numpy as np
import pytest

from tests.exchange.logs import log_of
from tracker.domain.change import Change
from tracker.domain.columns import SIDES, day_number
from tracker.domain.day_values import day_values
from tracker.domain.demo.year import made_up_log
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.judged_pairs import START_POINTS
from tracker.domain.one_rep_max import Formula
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.strengths import Strengths
from tracker.domain.verdict import Bands, Reason, State
from tracker.words.balance import judgement, trend_sentence, verdict_sentence

UNTIL = datetime.date(2026, 11, 24)
YEAR = made_up_log(UNTIL)
NOTED_FROM = datetime.date(2025, 11, 25) + datetime.timedelta(weeks=6)
BACK = datetime.date(2026, 5, 20)
BANDS = Bands()
RAISES = (Exercise.SEATED, Exercise.STANDING)


def strengths_of(change: Change) -> Strengths:
    # While tests are still being collected, nobody closes the logs that are opened.
    with closing(log_of(*(edit.entry for edit in change.edits))) as log:
        columns = log.set_columns()
    return Strengths(day_values(columns, Formula.EPLEY), Formula.EPLEY)


STRENGTHS = strengths_of(YEAR)


def sets_by_day(set_type: SetType) -> dict[datetime.date, list[LoggedSet]]:
    days = {session.id: session.date for _, session in YEAR.of(Session) if session is not None}
    found: dict[datetime.date, list[LoggedSet]] = defaultdict(list)
    for _, each in YEAR.of(LoggedSet):
        if each is not None and each.set_type is set_type and not each.is_hold:
            found[days[each.session_id]].append(each)
    return found


# What the balance says


@pytest.mark.parametrize("exercise", RAISES)
def test_in_the_first_weeks_nothing_is_known_of_the_legs(exercise: Exercise) -> None:
    balance = STRENGTHS.balance(exercise)
    for weeks in range(1, 7):
        verdict = balance.on(day_number(NOTED_FROM) - 7 * weeks + 6, BANDS)
        assert (verdict.state, verdict.reason) == (State.UNKNOWN, Reason.RESERVE)
    assert judgement(verdict).startswith("Not known: reserve was not noted.")


@pytest.mark.parametrize("exercise", RAISES)
def test_in_spring_the_left_leg_is_a_fifth_or_a_sixth_weaker(exercise: Exercise) -> None:
    difference = STRENGTHS.balance(exercise).on(day_number(BACK), BANDS).difference
    assert difference is not None
    assert difference.stronger is Side.RIGHT
    assert 14 < difference.size < 24


def test_today_the_left_leg_has_caught_up_within_the_usual_range() -> None:
    balance = STRENGTHS.balance(Exercise.SEATED)
    verdict = balance.on(day_number(UNTIL), BANDS)
    assert verdict.state is State.USUAL
    assert verdict.difference is not None
    assert verdict.difference.is_point
    assert 4 < verdict.difference.size < 10
    assert 3 <= verdict.difference.plus_minus_shown <= 7
    assert verdict_sentence(verdict).startswith("Right ")
    said = trend_sentence(balance.trend(day_number(UNTIL)))
    assert said.startswith("In 12 weeks the left leg has gained ")


@pytest.mark.parametrize("days", range(0, 366, 52))
@pytest.mark.parametrize("seed", [2, 3])
def test_whenever_the_log_ends_its_last_day_can_be_told(days: int, seed: int) -> None:
    until = UNTIL + datetime.timedelta(days=days)
    balance = strengths_of(made_up_log(until, seed=seed)).balance(Exercise.SEATED)
    verdict = balance.on(day_number(until), BANDS)
    trend = balance.trend(day_number(until))
    assert verdict.difference is not None
    assert verdict.difference.is_point
    assert verdict.difference.size < 12.5
    assert trend is not None
    assert trend.points < 0  # the left leg gains
    assert balance.pairs.of_tests.sum() == 2


@pytest.mark.parametrize("exercise", RAISES)
def test_the_difference_is_as_steady_from_day_to_day_as_people_are(exercise: Exercise) -> None:
    pairs = STRENGTHS.balance(exercise).all_pairs
    steps = np.abs(np.diff(pairs.percent[pairs.pairs.are_known]))
    assert 0.6 * START_POINTS < steps.mean() / 1.128 < 1.2 * START_POINTS


# What people do


def test_people_note_the_last_set_more_often_than_the_first() -> None:
    noted: dict[int, list[bool]] = defaultdict(list)
    values: set[float] = set()
    for day, sets in sets_by_day(SetType.WORK).items():
        assert day >= NOTED_FROM or all(each.rir is None for each in sets)
        if day < NOTED_FROM:
            continue
        for _, of_leg in groupby(
            sorted(sets, key=lambda each: (each.exercise, each.side, each.set_no)),
            key=lambda each: (each.exercise, each.side),
        ):
            for number, each in enumerate(of_leg):
                noted[number].append(each.rir is not None)
                if each.rir is not None:
                    values.add(each.rir)
    shares = [float(np.mean(noted[number])) for number in range(3)]
    assert 0.5 < shares[0] < shares[1] < shares[2] < 1
    assert 0.7 < np.mean([each for number in noted for each in noted[number]]) < 0.85
    assert {0.0, 1.0, 2.0, 3.0, 4.0} < values
    assert max(values) == 4


def test_reserve_is_mostly_a_whole_number_and_now_and_then_4_or_more() -> None:
    rir = np.array(
        [
            each.rir
            for sets in sets_by_day(SetType.WORK).values()
            for each in sets
            if each.rir is not None
        ]
    )
    assert 0 < np.mean(rir % 1 != 0) < 0.06
    assert 0.01 < np.mean(rir == 4) < 0.08


def test_both_legs_lift_the_same_in_the_first_weeks_and_each_its_own_since() -> None:
    differ: dict[bool, list[bool]] = {False: [], True: []}
    for day, sets in sets_by_day(SetType.WORK).items():
        loads = {
            side: {each.external_kg for each in sets if (each.exercise, each.side) == seated}
            for side in LEGS
            for seated in [(Exercise.SEATED, side)]
        }
        differ[day >= NOTED_FROM].append(loads[Side.LEFT] != loads[Side.RIGHT])
    assert not any(differ[False])
    assert len(differ[False]) >= 10
    assert np.mean(differ[True]) > 0.5


def test_the_first_weeks_end_with_holds_of_one_load_the_last_to_failure() -> None:
    days = {session.id: session.date for _, session in YEAR.of(Session) if session is not None}
    held = [each for _, each in YEAR.of(LoggedSet) if each is not None and each.is_hold]
    assert 30 < len(held) < 120
    assert max(days[each.session_id] for each in held) < NOTED_FROM - datetime.timedelta(weeks=2)
    for _, of_session in groupby(held, key=lambda each: (each.session_id, each.exercise)):
        sets = list(of_session)
        assert [each.side for each in sets] == [*LEGS, *LEGS]
        assert [each.rir for each in sets] == [None, None, 0.0, 0.0]
        assert len({each.external_kg for each in sets}) == 1
        assert len({each.set_no for each in sets}) == 2
        assert all(each.hold_s is not None and 20 <= each.hold_s <= 90 for each in sets)


def test_two_strength_tests_after_warm_ups_take_turns_of_the_legs() -> None:
    tests, warm_ups = sets_by_day(SetType.TEST), sets_by_day(SetType.WARMUP)
    assert len(tests) == 2
    assert all((later - day).days >= 21 for day, later in pairwise(tests))
    firsts = set()
    for day, sets in tests.items():
        assert UNTIL - day < datetime.timedelta(weeks=12)
        assert day not in sets_by_day(SetType.WORK)
        for exercise in RAISES:
            lifts = [each for each in sets if each.exercise is exercise]
            before = [each for each in warm_ups[day] if each.exercise is exercise]
            for side in LEGS:
                loads = [each.external_kg for each in before if each.side is side]
                assert 1 <= len(loads) <= 3
                assert loads == sorted(set(loads))
            assert max(each.position for each in before) < lifts[0].position
            assert max(each.external_kg for each in before) < max(
                each.external_kg for each in lifts
            )
            assert {each.side for each in lifts} == set(LEGS)
            firsts.add((day, lifts[0].side))
            assert all(4 <= each.reps <= 12 for each in lifts)
    assert len(firsts) == 2
    assert {side for _, side in firsts} == set(LEGS)
    values = STRENGTHS.values
    assert {SIDES[code] for code in values.side[values.is_test]} == set(LEGS)
