"""What one set tells of its leg's maximum."""

from math import isnan, nan
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sets import CASES, LEFT, Lift, columns_of, lifted, lifts_of
from tracker.domain.day_values import evidence_of_sets
from tracker.domain.evidence import (
    EVIDENCES,
    Confidence,
    Evidence,
    SetEvidence,
    confidence_of,
    evidence_of,
)
from tracker.domain.exercise import Exercise, Side
from tracker.domain.one_rep_max import Formula
from tracker.domain.session import SetType

formulas = st.sampled_from(Formula)


def told_by(lift: Lift, formula: Formula = Formula.EPLEY) -> SetEvidence:
    body = nan if lift.bodyweight_kg is None else lift.bodyweight_kg
    system_kg = lift.kg if lift.exercise is Exercise.SEATED else lift.kg + body
    return evidence_of(
        formula,
        lift.side,
        lift.set_type,
        system_kg,
        lift.reps,
        lift.rir,
        is_hold=lift.hold_s is not None,
    )


@pytest.mark.parametrize("case", CASES["vectors"], ids=lambda case: case["name"])
def test_the_sets_of_a_case_tell_what_it_says(case: dict[str, Any]) -> None:
    for lift, (kind, r, kg) in zip(lifts_of(case), case["evidence"], strict=True):
        told = told_by(lift, Formula(case["formula"]))
        assert told.evidence == kind
        if kind == "none":
            assert isnan(told.reps_to_failure)
            assert isnan(told.e1rm_kg)
        else:
            assert told.reps_to_failure == r
            assert told.e1rm_kg == pytest.approx(kg, abs=1e-6)


@given(lifts=st.lists(lifted, max_size=12), formula=formulas)
def test_columns_tell_what_each_set_tells(lifts: list[Lift], formula: Formula) -> None:
    columns = evidence_of_sets(columns_of(lifts), formula)
    for place, lift in enumerate(lifts):
        told = told_by(lift, formula)
        assert EVIDENCES[columns.evidence[place]] is told.evidence
        found = [columns.reps_to_failure[place], columns.e1rm_kg[place]]
        assert found == pytest.approx([told.reps_to_failure, told.e1rm_kg], nan_ok=True)
        is_test = lift.set_type is SetType.TEST and told.evidence is not Evidence.NONE
        assert columns.is_test[place] == is_test
        known = told.e1rm_kg if told.evidence is Evidence.KNOWN else np.nan
        assert columns.known_kg[place] == pytest.approx(known, nan_ok=True)


@given(
    lift=lifted,
    rir=st.floats(0, 12),
    more=st.floats(0, 12),
    formula=formulas,
)
def test_more_in_reserve_never_tells_of_a_weaker_leg(
    lift: Lift, rir: float, more: float, formula: Formula
) -> None:
    one, other = (told_by(lift._replace(rir=each), formula) for each in (rir, rir + more))
    assert (one.evidence is Evidence.NONE) == (other.evidence is Evidence.NONE)
    assert one.evidence is Evidence.NONE or other.e1rm_kg >= one.e1rm_kg


def test_a_set_of_both_legs_a_warm_up_or_a_hold_tells_nothing() -> None:
    for nothing in (Lift(side=Side.BOTH), Lift(set_type=SetType.WARMUP), Lift(hold_s=45.0)):
        assert told_by(nothing).evidence is Evidence.NONE
    assert told_by(Lift(side=LEFT)).evidence is Evidence.KNOWN


@pytest.mark.parametrize(
    ("lift", "confidence"),
    [
        (Lift(reps=8, rir=2), Confidence.NORMAL),
        (Lift(reps=8, rir=2.5), Confidence.LOW),
        (Lift(reps=12, rir=0), Confidence.LOW),
        (Lift(reps=8, rir=4), Confidence.LOWER_BOUND),
        (Lift(reps=13, rir=None), Confidence.LOWER_BOUND),
        (Lift(reps=12, rir=None), Confidence.NOT_NOTED),
        (Lift(reps=12, rir=None, set_type=SetType.TEST), Confidence.LOW),
        (Lift(reps=6, rir=8, set_type=SetType.TEST), Confidence.NORMAL),
        (Lift(reps=0, rir=0), None),
    ],
)
def test_a_file_says_how_far_an_estimate_may_be_trusted(
    lift: Lift, confidence: Confidence | None
) -> None:
    told = told_by(lift)
    assert confidence_of(told.evidence, told.reps_to_failure) is confidence
