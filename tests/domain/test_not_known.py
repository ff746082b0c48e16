"""Why nothing can be said of the legs' difference."""

from collections.abc import Callable

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
    Lift,
    columns_of,
    duo,
    duo_logs,
    logs,
    strengths_of,
)
from tests.domain.test_strengths import days_of
from tracker.domain.day_values import day_values
from tracker.domain.difference import Source
from tracker.domain.judged_pairs import JudgedPairs
from tracker.domain.not_known import reasons_at
from tracker.domain.one_rep_max import Formula
from tracker.domain.pairs import pairs_of
from tracker.domain.verdict import REASONS, STATES, Bands, Reason, State

BANDS = Bands()
formulas = st.sampled_from(Formula)
some_logs = st.one_of(logs(), duo_logs())
few = settings(max_examples=50)  # whole logs take their time
every_case = pytest.mark.parametrize("case", CASES["vectors"], ids=lambda case: case["name"])


def reason_of(*lifts: Lift, on: int = DAY + 14) -> Reason:
    """Return why nothing can be said about the legs on a day."""
    values = day_values(columns_of(lifts), Formula.EPLEY)
    found = JudgedPairs(pairs_of(values), Formula.EPLEY, Source.PAIRS)
    return REASONS[int(reasons_at(values, found.at(np.array([on])))[0])]


def weeks(count: int, make: Callable[[int], list[Lift]]) -> list[Lift]:
    return [lift for week in range(count) for lift in make(DAY + 7 * week)]


@pytest.mark.parametrize(
    ("lifts", "reason"),
    [
        ([], Reason.NO_SETS),
        ([Lift(DAY, RIGHT)], Reason.NO_SETS_LEFT),
        ([Lift(DAY, LEFT)], Reason.NO_SETS_RIGHT),
        (weeks(2, lambda day: duo(day, 50, 55)), Reason.FEW),
        (weeks(8, lambda day: duo(day, 50, 55)), Reason.UNVARYING),
        (weeks(3, lambda day: duo(day, 50, 55, rir=None)), Reason.RESERVE),
        (weeks(3, lambda day: [Lift(day, LEFT, rir=None), Lift(day, RIGHT)]), Reason.RESERVE_LEFT),
        (weeks(3, lambda day: [Lift(day, LEFT), Lift(day, RIGHT, rir=None)]), Reason.RESERVE_RIGHT),
        ([Lift(DAY, LEFT), Lift(DAY + 8, RIGHT)], Reason.APART),
        ([Lift(DAY, LEFT), Lift(DAY, RIGHT, equipment=2)], Reason.EQUIPMENT),
        (weeks(3, lambda day: duo(day, 50, 55, rir=6.0)), Reason.TOO_EASY),
    ],
)
def test_each_reason_is_given_where_it_is_the_first_that_holds(
    lifts: list[Lift], reason: Reason
) -> None:
    on = DAY + 49 if reason is Reason.UNVARYING else DAY + 14
    assert reason_of(*lifts, on=on) is reason


def test_sets_of_twelve_weeks_ago_are_none() -> None:
    assert reason_of(Lift(DAY, LEFT), on=DAY + 83) is Reason.NO_SETS_RIGHT
    assert reason_of(Lift(DAY, LEFT), on=DAY + 84) is Reason.NO_SETS


@few
@given(lifts=some_logs, formula=formulas)
def test_the_reasons_are_those_of_the_plain_rule(lifts: list[Lift], formula: Formula) -> None:
    balance, days = strengths_of(lifts, formula).balance(SEATED), days_of(lifts)
    verdicts = balance.at(days, BANDS)
    for place, code in enumerate(balance.reasons(verdicts)):
        assert (code < 0) == (STATES[verdicts.state[place]] is not State.UNKNOWN)
        if code >= 0:
            told = plain_rule.why_not(lifts, SEATED, days[place], formula)
            assert REASONS[code] == told
