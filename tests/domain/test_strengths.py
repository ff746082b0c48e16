"""The balance rule on whole logs: worked cases, a plain second telling of it, and its laws."""

from dataclasses import fields, replace
from math import isfinite, isnan
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain import plain_rule
from tests.domain.sets import (
    CASES,
    DAY,
    LEFT,
    RIGHT,
    SEATED,
    STANDING,
    Lift,
    columns_of,
    duo,
    duo_logs,
    lifted,
    lifts_of,
    logs,
    number_of,
    strengths_of,
)
from tracker.domain.day_values import DayValues, day_values
from tracker.domain.difference import Difference
from tracker.domain.exercise import Exercise, Side
from tracker.domain.judged_pairs import JudgedPairs
from tracker.domain.leg_strength import LegFigures
from tracker.domain.one_rep_max import Formula
from tracker.domain.session import SetType
from tracker.domain.strengths import TREND_DAYS, Strengths
from tracker.domain.verdict import REASONS, STATES, Bands, State, Verdicts

BANDS = Bands()
formulas = st.sampled_from(Formula)
some_logs = st.one_of(logs(), duo_logs())
few = settings(max_examples=50)  # whole logs take their time
every_case = pytest.mark.parametrize("case", CASES["vectors"], ids=lambda case: case["name"])


def near(number: float | None) -> Any:
    """Compare with a number of the cases, which have six decimals; None matches none."""
    return pytest.approx(np.nan if number is None else number, abs=1e-6, rel=0, nan_ok=True)


def bound(number: float) -> float:
    return number if isfinite(number) else np.nan


def days_of(lifts: list[Lift]) -> Any:
    """List days before, on, between and after the days of a log."""
    if not lifts:
        return np.array([DAY])
    return np.arange(lifts[0].day - 2, lifts[-1].day + 100, 3)


@every_case
def test_a_case_gives_its_verdict(case: dict[str, Any]) -> None:
    bands = Bands(case["usual_percent"], case["marked_percent"])
    balance = strengths_of(lifts_of(case), Formula(case["formula"])).balance(
        Exercise(case["exercise"])
    )
    verdict, told = balance.on(number_of(case["as_of"]), bands), case["verdict"]
    assert (verdict.state, verdict.is_clear) == (told["state"], told["clear"])
    assert verdict.reason == told["reason"]
    difference = verdict.difference
    if difference is None:
        assert told["weeks"] is None
        assert told["pairs"] == verdict.pairs
        return
    assert bound(difference.low) == near(told["low"])
    assert bound(difference.high) == near(told["high"])
    assert (difference.pairs, difference.weeks) == (told["pairs"], told["weeks"])
    if verdict.state is not State.UNKNOWN:
        assert difference.value == near(told["value"])
        assert difference.plus_minus == near(told["plus_minus"])
        assert difference.source == told["source"]


@pytest.mark.parametrize(
    "case", [case for case in CASES["vectors"] if "trend" in case], ids=lambda case: case["name"]
)
def test_a_case_gives_its_trend(case: dict[str, Any]) -> None:
    balance = strengths_of(lifts_of(case)).balance(Exercise(case["exercise"]))
    trend, told = balance.trend(number_of(case["as_of"])), case["trend"]
    if trend is None:
        assert told["points"] is None
        return
    assert trend.points == near(told["points"])
    assert trend.plus_minus == near(told["plus_minus"])
    assert trend.weeks == told["weeks"]


def test_a_trend_looks_back_twelve_weeks_or_else_eight() -> None:
    assert TREND_DAYS == (12 * 7, 8 * 7)


@pytest.mark.parametrize("side", [LEFT, RIGHT])
@pytest.mark.parametrize(
    "case", [case for case in CASES["vectors"] if "legs" in case], ids=lambda case: case["name"]
)
def test_a_case_gives_the_figures_of_its_legs(case: dict[str, Any], side: Side) -> None:
    leg = strengths_of(lifts_of(case)).leg(Exercise(case["exercise"]), side)
    figure, told = leg.at(np.array([number_of(case["as_of"])])).one(0), case["legs"][side]
    if figure is None:
        assert told is None
        return
    assert figure.kg == near(told["kg"])
    assert figure.plus_minus_percent == near(told["plus_minus_percent"])
    assert figure.plus_minus_kg == pytest.approx(figure.kg * told["plus_minus_percent"] / 100)
    assert figure.is_at_least == told["at_least"]
    assert figure.reps_to_failure == near(told["reps_to_failure"])
    assert figure.days == told["days"]


def test_a_case_gives_the_change_of_its_leg() -> None:
    (case,) = (case for case in CASES["vectors"] if "change" in case)
    told = case["change"]
    change = strengths_of(lifts_of(case)).change(
        Exercise(case["exercise"]),
        Side(told["side"]),
        number_of(told["then"]),
        number_of(case["as_of"]),
    )
    assert change is not None
    assert change.percent + 100 == near(told["now_percent_of_then"])
    assert change.plus_minus == near(told["plus_minus"])
    assert not change.reps_differ


@pytest.mark.parametrize("side", [LEFT, RIGHT])
@pytest.mark.parametrize(
    "case", [case for case in CASES["vectors"] if "ratio" in case], ids=lambda case: case["name"]
)
def test_a_case_gives_its_ratio(case: dict[str, Any], side: Side) -> None:
    share = strengths_of(lifts_of(case)).seated_to_standing(
        side, np.array([number_of(case["as_of"])])
    )
    told = case["ratio"][side]
    assert float(share.percent[0]) == near(told["seated_percent_of_standing"])
    assert float(share.plus_minus[0]) == near(told["plus_minus"])


# The rule told a second time, plainly


@few
@given(lifts=some_logs, formula=formulas)
def test_the_figures_are_those_of_the_plain_rule(lifts: list[Lift], formula: Formula) -> None:
    balance = strengths_of(lifts, formula).balance(SEATED)
    pairs = plain_rule.pairs_of(lifts, SEATED, formula)
    tests = [pair for pair in pairs if pair.test]
    days = days_of(lifts)
    for judged, plain in ((balance.all_pairs, pairs), (balance.tests, tests)):
        figures = judged.at(days)
        limits = figures.plus_minus
        for place, day in enumerate(days):
            told = plain_rule.figure_of(plain, day, formula)
            if told is None:
                assert isnan(figures.low[place])
                continue
            found = (figures.low, figures.high, figures.value, limits)
            assert [each[place] for each in found] == pytest.approx(
                [told.low, told.high, told.value, told.plus_minus], nan_ok=True
            )
            assert (figures.windows.size[place], figures.weeks[place]) == (told.pairs, told.weeks)


@few
@given(lifts=some_logs, formula=formulas)
def test_the_figures_of_a_leg_are_those_of_the_plain_rule(
    lifts: list[Lift], formula: Formula
) -> None:
    leg, days = strengths_of(lifts, formula).leg(SEATED, LEFT), days_of(lifts)
    values = plain_rule.values_of(lifts, SEATED, LEFT, formula)
    figures = leg.at(days)
    for place, day in enumerate(days):
        figure, told = figures.one(place), plain_rule.leg_figure_of(values, day, formula)
        if told is None:
            assert figure is None
            continue
        assert figure is not None
        assert figure.kg == pytest.approx(told.kg)
        assert figure.plus_minus_percent == pytest.approx(told.percent)
        assert (figure.is_at_least, figure.days) == (told.at_least, told.days)
        assert figure.reps_to_failure == told.r


# Arrays, and what is kept of them


def equal_verdicts(some: Verdicts, other: Verdicts) -> None:
    for field in fields(Verdicts):
        if field.name not in ("figures", "bands"):
            np.testing.assert_array_equal(getattr(some, field.name), getattr(other, field.name))


def equal_figures(some: LegFigures, other: LegFigures) -> None:
    for field in fields(LegFigures):
        np.testing.assert_array_equal(getattr(some, field.name), getattr(other, field.name))


@few
@given(lifts=some_logs)
def test_a_figure_at_every_pair_is_that_of_its_day(lifts: list[Lift]) -> None:
    balance = strengths_of(lifts).balance(SEATED)
    drawn = balance.at_pairs(BANDS)
    assert len(drawn) == len(balance.pairs)
    np.testing.assert_array_equal(drawn.at, balance.pairs.day)
    for place, day in enumerate(balance.pairs.day):
        verdict = balance.on(int(day), BANDS)
        assert (STATES[drawn.state[place]], drawn.is_clear[place]) == (
            verdict.state,
            verdict.is_clear,
        )
        assert drawn.is_known[place] == (verdict.reason is None)
        same(drawn.difference(place), verdict.difference)


def same(some: Difference | None, other: Difference | None) -> None:
    if some is None or other is None:
        assert some is other
        return
    for field in fields(Difference):
        one, two = getattr(some, field.name), getattr(other, field.name)
        assert one == two or isnan(one) is isnan(two) is True


@few
@given(lifts=some_logs)
def test_a_legs_figure_at_every_value_is_that_of_its_day(lifts: list[Lift]) -> None:
    leg = strengths_of(lifts).leg(SEATED, LEFT)
    equal_figures(leg.own_days(), strengths_of(lifts).leg(SEATED, LEFT).at(leg.day))


@few
@given(lifts=some_logs, data=st.data())
def test_what_is_kept_of_own_days_changes_no_figure(lifts: list[Lift], data: st.DataObject) -> None:
    kept, anew = (strengths_of(lifts).leg(SEATED, LEFT) for _ in range(2))
    kept.own_days()
    first, last = (lifts[0].day, lifts[-1].day) if lifts else (DAY, DAY)
    days = np.array(data.draw(st.lists(st.integers(first - 9, last + 90), max_size=9)), np.int64)
    equal_figures(kept.at(days), anew.at(days))


def amended(before: Strengths, lifts: list[Lift], day: int) -> tuple[Strengths, DayValues]:
    """Return the strengths of a log after one day has changed, and its day values made anew."""
    fresh = day_values(columns_of([lift for lift in lifts if lift.day == day]), before.formula)
    values = before.values.with_days_replaced(np.array([day]), fresh)
    return Strengths(values, before.formula, before), values


@few
@given(lifts=some_logs, data=st.data(), formula=formulas)
def test_a_log_amended_by_day_is_the_log_made_anew(
    lifts: list[Lift], data: st.DataObject, formula: Formula
) -> None:
    strengths = strengths_of(lifts, formula)
    for _ in range(data.draw(st.integers(1, 3))):
        for exercise in data.draw(st.sets(st.sampled_from((SEATED, STANDING)))):
            strengths.balance(exercise).at_pairs(BANDS)
            strengths.leg(exercise, LEFT).own_days()
        first, last = (lifts[0].day, lifts[-1].day) if lifts else (DAY, DAY)
        day = data.draw(st.integers(first - 9, last + 9))
        done = [lift._replace(day=day) for lift in data.draw(st.lists(lifted, max_size=4))]
        lifts = sorted(
            [lift for lift in lifts if lift.day != day] + done, key=lambda lift: lift.day
        )
        strengths, _ = amended(strengths, lifts, day)
    anew = strengths_of(lifts, formula)
    for exercise in (SEATED, STANDING):
        equal_verdicts(
            strengths.balance(exercise).at_pairs(BANDS), anew.balance(exercise).at_pairs(BANDS)
        )
        equal_figures(strengths.leg(exercise, LEFT).own_days(), anew.leg(exercise, LEFT).own_days())


def test_only_what_a_changed_day_reaches_is_worked_out_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lifts = [lift for week in range(200) for lift in duo(DAY + 7 * week, 60 + week % 3, 65)]
    before = strengths_of(lifts)
    before.balance(SEATED).at_pairs(BANDS)
    day = DAY + 7 * 100
    changed = [lift._replace(kg=70.0) if lift.day == day else lift for lift in lifts]
    worked_out = []
    whole = JudgedPairs._of_own_days

    def counted(judged: Any, windows: Any) -> Any:
        worked_out.append(len(windows))
        return whole(judged, windows)

    monkeypatch.setattr(JudgedPairs, "_of_own_days", counted)
    amended(before, changed, day)[0].balance(SEATED).at_pairs(BANDS)
    assert worked_out == [12]  # the day itself, and eleven weeks that reach back to it


def test_a_log_is_amended_of_which_no_figure_was_drawn_before() -> None:
    lifts = [lift for week in range(9) for lift in duo(DAY + 7 * week, 60 + week % 3, 65)]
    before = strengths_of(lifts)
    assert before.balance(SEATED).on(DAY + 56, BANDS).state is State.USUAL
    assert before.balance(SEATED) is before.balance(SEATED)
    assert before.leg(SEATED, LEFT) is before.leg(SEATED, LEFT)
    changed = [lift._replace(kg=70.0) if lift.day == DAY + 28 else lift for lift in lifts]
    now, anew = amended(before, changed, DAY + 28)[0], strengths_of(changed)
    equal_verdicts(*(each.balance(SEATED).at_pairs(BANDS) for each in (now, anew)))
    equal_figures(*(each.leg(SEATED, LEFT).own_days() for each in (now, anew)))


# Laws


def mirrored(lifts: list[Lift]) -> list[Lift]:
    return [lift._replace(side=lift.side.opposite) for lift in lifts]


@few
@given(lifts=some_logs, formula=formulas)
def test_legs_swapped_swap_the_sign(lifts: list[Lift], formula: Formula) -> None:
    days = days_of(lifts)
    balances = [strengths_of(each, formula).balance(SEATED) for each in (lifts, mirrored(lifts))]
    one, other = (balance.at(days, BANDS) for balance in balances)
    np.testing.assert_allclose(one.value, -other.value, atol=1e-9)
    np.testing.assert_allclose(one.low, -other.high, atol=1e-9)
    np.testing.assert_allclose(one.plus_minus, other.plus_minus)
    np.testing.assert_array_equal(one.state, other.state)
    np.testing.assert_array_equal(one.is_clear, other.is_clear)
    sides = {"left": "right", "right": "left"}
    for code, swapped in zip(
        *(b.reasons(v) for b, v in zip(balances, (one, other), strict=True)), strict=True
    ):
        if code >= 0:
            stem, _, side = REASONS[code].rpartition("_")
            name = f"{stem}_{sides[side]}" if side in sides else REASONS[code]
            assert REASONS[swapped] == name


@few
@given(lifts=some_logs, later=st.lists(lifted, min_size=1, max_size=6), data=st.data())
def test_sets_after_a_day_change_nothing_up_to_it(
    lifts: list[Lift], later: list[Lift], data: st.DataObject
) -> None:
    first, last = (lifts[0].day, lifts[-1].day) if lifts else (DAY, DAY)
    day = data.draw(st.integers(first, last))
    past = [lift for lift in lifts if lift.day <= day]
    more = past + [lift._replace(day=day + 1 + place) for place, lift in enumerate(later)]
    days = np.arange(first, day + 1)
    alone, followed = (strengths_of(each) for each in (past, more))
    equal_verdicts(*(each.balance(SEATED).at(days, BANDS) for each in (alone, followed)))
    equal_figures(*(each.leg(SEATED, LEFT).at(days) for each in (alone, followed)))


@few
@given(lifts=some_logs, blank=st.lists(st.tuples(lifted, st.integers(0, 60)), max_size=12))
def test_sets_of_unknown_reserve_change_no_figure(
    lifts: list[Lift], blank: list[tuple[Lift, int]]
) -> None:
    added = [
        lift._replace(day=DAY + day, rir=None, set_type=SetType.WORK, reps=min(lift.reps, 12))
        for lift, day in blank
    ]
    more, days = sorted([*added, *lifts], key=lambda lift: lift.day), days_of(lifts)
    one, other = (strengths_of(each).balance(SEATED).at(days, BANDS) for each in (lifts, more))
    equal_verdicts(one, other)


@given(
    lifts=st.tuples(lifted, lifted),
    more=st.sampled_from((0.5, 1.0, 2.0, 6.0)),
    formula=formulas,
)
def test_more_reserve_never_lowers_a_bound(
    lifts: tuple[Lift, Lift], more: float, formula: Formula
) -> None:
    left, right = (
        lift._replace(day=DAY, side=side, equipment=1, exercise=SEATED)
        for lift, side in zip(lifts, (LEFT, RIGHT), strict=True)
    )
    easier = right._replace(rir=None if right.rir is None else right.rir + more)
    before, after = (plain_bounds(strengths_of((left, each), formula)) for each in (right, easier))
    if before is not None and after is not None:
        assert after[0] >= before[0]
        assert after[1] >= before[1]


def plain_bounds(strengths: Strengths) -> tuple[float, float] | None:
    balance = strengths.balance(SEATED)
    if not len(balance.pairs):
        return None
    left, right = balance.pairs.is_at_least[0]
    percent = float(balance.all_pairs.percent[0])
    return (-np.inf if left else percent, np.inf if right else percent)


# What is asked of a log


def test_the_exercises_that_tell_something_are_listed_in_their_order() -> None:
    lifts = [
        Lift(exercise=STANDING, kg=10.0),
        Lift(),
        Lift(exercise=Exercise.STANDING_BENT, bodyweight_kg=None),
    ]
    assert strengths_of(lifts).exercises == (SEATED, STANDING)


def test_a_leg_is_drawn_with_what_is_never_compared() -> None:
    strengths = strengths_of([Lift(), Lift(DAY + 1, rir=None), Lift(DAY + 2, RIGHT)])
    assert strengths.values_of(SEATED, LEFT).day.tolist() == [DAY, DAY + 1]
    assert strengths.leg(SEATED, LEFT).day.tolist() == [DAY]


def test_a_ratio_has_the_days_of_both_exercises() -> None:
    lifts = [Lift(DAY + 1), Lift(DAY, exercise=STANDING), Lift(DAY + 1, exercise=STANDING)]
    assert strengths_of(lifts).days_of_ratio(LEFT).tolist() == [DAY, DAY + 1]


def test_a_ratio_changes_unless_either_exercise_is_on_other_equipment() -> None:
    def trained(first: int, kg: float, equipment: int = 1) -> list[Lift]:
        days = [first + 7 * week for week in range(3)]
        standing = [Lift(day, exercise=STANDING, kg=10.0) for day in days]
        return [*standing, *(Lift(day, kg=kg, equipment=equipment) for day in days)]

    days = DAY + 14, DAY + 98
    same, other = (
        strengths_of([*trained(DAY, 40.0), *trained(DAY + 84, 60.0, machine)]) for machine in (1, 2)
    )
    change = same.change_of_ratio(LEFT, *days)
    assert change is not None
    assert change.points == pytest.approx(25.0)  # 40 and 60 of 80 kg
    assert other.change_of_ratio(LEFT, *days) is None
    assert same.change_of_ratio(RIGHT, *days) is None


def test_a_ratio_begins_anew_where_either_exercise_changes_its_equipment() -> None:
    lifts = [
        *(Lift(DAY + day, equipment=1) for day in (0, 2, 4)),
        *(Lift(DAY + day, exercise=STANDING, equipment=3) for day in (1, 3)),
        Lift(DAY + 5, exercise=STANDING, equipment=4),
        Lift(DAY + 6, equipment=2),
    ]
    strengths = strengths_of(lifts)
    days = strengths.days_of_ratio(LEFT)
    begun = strengths.equipment_of_ratio(LEFT, days)
    assert days.tolist() == [DAY + day for day in range(7)]
    # Standing begins on the second day, changes on the sixth; seated on the last.
    assert begun.tolist() == [0, 1, 1, 1, 1, 2, 3]
    assert strengths.equipment_of_ratio(LEFT, days[:0]).tolist() == []


def test_strength_tests_alone_are_judged_beside_all_pairs() -> None:
    lifts = [
        lift
        for month in range(3)
        for lift in (
            *duo(DAY + 28 * month, 60, 70, set_type=SetType.TEST, rir=None),
            *duo(DAY + 28 * month + 2, 60, 62.5),
            *duo(DAY + 28 * month + 4, 60, 62.5, rir=1.0),
        )
    ]
    balance, day = strengths_of(lifts).balance(SEATED), np.array([DAY + 60])
    of_all = balance.at(day, BANDS).difference(0)
    of_tests = balance.by_tests(day, BANDS).difference(0)
    assert of_all is not None
    assert of_tests is not None
    assert (of_all.source, of_tests.source) == ("pairs", "tests")
    assert of_all.value == pytest.approx(4.0)  # 2.5 of 62.5
    assert of_tests.value == pytest.approx(100 / 7)  # 10 of 70
    by_tests = balance.on_by_tests(DAY + 60, BANDS)
    assert by_tests is not None
    assert (by_tests.difference, by_tests.state) == (of_tests, State.WATCH)
    assert balance.on_by_tests(DAY + 50, BANDS) is None  # of two tests


def test_a_flag_is_a_difference_above_the_usual_range() -> None:
    lifts = [lift for week in range(6) for lift in duo(DAY + 7 * week, 50 + week % 2, 60)]
    balance = strengths_of(lifts).balance(SEATED)
    verdict = balance.on(DAY + 35, BANDS)
    assert verdict.is_flagged
    assert not replace(verdict, state=State.ROUGH).is_flagged
    assert balance.at(np.array([DAY, DAY + 35]), BANDS).is_point.tolist() == [False, True]
