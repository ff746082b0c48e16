"""The six formulas as published, where they give a value, and how far it is trusted."""

from math import nextafter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.columns import estimates_kg, predict
from tracker.domain.exercise import Side
from tracker.domain.one_rep_max import (
    Confidence,
    Estimate,
    Formula,
    confidence_of,
    counts_for_estimate,
    estimate,
)
from tracker.domain.session import SetType

NAN = float("nan")
TABLE = {  # domain.md §3.1: the maximum of 1 kg at 5, 8, 10 and 12 repetitions
    Formula.EPLEY: (1.1667, 1.2667, 1.3333, 1.4000),
    Formula.BRZYCKI: (1.1250, 1.2414, 1.3333, 1.4400),
    Formula.LOMBARDI: (1.1746, 1.2311, 1.2589, 1.2821),
    Formula.MAYHEW: (1.1901, 1.2629, 1.3093, 1.3540),
    Formula.OCONNER: (1.1250, 1.2000, 1.2500, 1.3000),
    Formula.WATHEN: (1.1658, 1.2767, 1.3475, 1.4150),
}
every_formula = pytest.mark.parametrize("formula", Formula)
formulas = st.sampled_from(Formula)
loads_kg = st.floats(0.25, 2_400)
repetitions = st.floats(1, 12)


def of_work(reps: int, rir: float | None = 0.0, system_kg: float = 60.0) -> Estimate | None:
    return estimate(Formula.EPLEY, Side.LEFT, SetType.WORK, system_kg, reps, rir)


@pytest.mark.parametrize(
    ("formula", "reps", "factor"),
    [
        (formula, reps, factor)
        for formula, factors in TABLE.items()
        for reps, factor in zip((5, 8, 10, 12), factors, strict=True)
    ],
)
def test_the_formulas_give_the_values_of_the_document(
    formula: Formula, reps: int, factor: float
) -> None:
    assert round(float(predict(formula, 1.0, reps)), 4) == factor
    assert float(predict(formula, 250.0, reps)) == pytest.approx(250 * factor, rel=5e-5)


def test_the_document_has_every_formula() -> None:
    assert set(TABLE) == set(Formula)


@every_formula
def test_one_repetition_is_its_own_maximum(formula: Formula) -> None:
    assert float(predict(formula, 82.5, 1)) == 82.5


@every_formula
@pytest.mark.parametrize(
    ("system_kg", "reps"),
    [
        (60.0, nextafter(12, 13)),
        (60.0, nextafter(1, 0)),
        (60.0, 0),
        (60.0, 37),
        (60.0, NAN),
        (0.0, 8),
        (-15.0, 8),
        (NAN, 8),
    ],
)
def test_out_of_range_there_is_no_maximum(formula: Formula, system_kg: float, reps: float) -> None:
    assert np.isnan(predict(formula, system_kg, reps))


@given(formulas, loads_kg, repetitions, st.floats(1.001, 2))
def test_the_maximum_grows_with_the_load(
    formula: Formula, system_kg: float, reps: float, factor: float
) -> None:
    heavier = predict(formula, system_kg * factor, reps)
    assert heavier > predict(formula, system_kg, reps)
    assert heavier == pytest.approx(factor * predict(formula, system_kg, reps))


@given(formulas, loads_kg, repetitions, repetitions)
def test_the_maximum_grows_with_the_repetitions(
    formula: Formula, system_kg: float, one: float, other: float
) -> None:
    fewer, more = sorted((one, other))
    if more - fewer > 1e-6:
        assert predict(formula, system_kg, more) > predict(formula, system_kg, fewer)


@given(formulas, loads_kg, repetitions)
def test_the_maximum_is_never_below_the_load(
    formula: Formula, system_kg: float, reps: float
) -> None:
    assert predict(formula, system_kg, reps) >= system_kg


def test_repetitions_in_reserve_count_as_done() -> None:
    assert of_work(8, 2) == of_work(10, 0) == Estimate(80.0, Confidence.NORMAL)


def test_unknown_reserve_counts_as_none_and_gives_a_lower_bound() -> None:
    assert of_work(10, None) == Estimate(80.0, Confidence.LOWER_BOUND)


@pytest.mark.parametrize(("rir", "has_one"), [(0, True), (3, True), (3.5, True), (4, False)])
def test_four_in_reserve_are_a_guess(rir: float, has_one: bool) -> None:
    assert (of_work(5, rir) is not None) is has_one


@pytest.mark.parametrize(("reps", "rir"), [(13, 0), (13, None), (10, 3), (12, 0.5)])
def test_more_than_twelve_are_endurance(reps: int, rir: float | None) -> None:
    assert of_work(reps, rir) is None


@pytest.mark.parametrize("formula", Formula)
def test_one_repetition_to_failure_is_estimated_as_lifted(formula: Formula) -> None:
    estimated = estimate(formula, Side.LEFT, SetType.TEST, 82.5, 1, 0)
    assert estimated == Estimate(82.5, Confidence.NORMAL)


@pytest.mark.parametrize("rir", [None, 0, 1, 3])
def test_no_repetition_gives_no_estimate_whatever_was_in_reserve(rir: float | None) -> None:
    assert of_work(0, rir) is None


@pytest.mark.parametrize(
    ("reps", "rir", "confidence"),
    [
        (10, 0, Confidence.NORMAL),
        (8, 2, Confidence.NORMAL),
        (10, 0.5, Confidence.LOW),
        (11, 0, Confidence.LOW),
        (9, 3, Confidence.LOW),
        (12, None, Confidence.LOW),
        (10, None, Confidence.LOWER_BOUND),
        (1, None, Confidence.LOWER_BOUND),
    ],
)
def test_confidence_falls_beyond_ten_and_where_the_reserve_is_unknown(
    reps: int, rir: float | None, confidence: Confidence
) -> None:
    assert confidence_of(reps, rir) is confidence
    estimated = of_work(reps, rir)
    assert estimated is not None
    assert estimated.confidence is confidence


@pytest.mark.parametrize("system_kg", [0.0, -5.0, NAN])
def test_nothing_lifted_or_a_body_unknown_gives_no_estimate(system_kg: float) -> None:
    assert of_work(8, system_kg=system_kg) is None


@pytest.mark.parametrize(
    ("side", "set_type", "counts"),
    [
        (Side.LEFT, SetType.WORK, True),
        (Side.RIGHT, SetType.TEST, True),
        (Side.BOTH, SetType.WORK, False),
        (Side.BOTH, SetType.WARMUP, False),
        (Side.LEFT, SetType.WARMUP, False),
    ],
)
def test_neither_both_legs_nor_a_warm_up_bear_an_estimate(
    side: Side, set_type: SetType, counts: bool
) -> None:
    assert counts_for_estimate(side, set_type) is counts
    estimated = estimate(Formula.EPLEY, side, set_type, 60.0, 8, 0)
    assert (estimated is not None) is counts


@given(
    formulas,
    st.lists(
        st.tuples(
            st.floats(-100, 2_400) | st.just(NAN),
            st.integers(0, 20),
            st.none() | st.floats(0, 10),
            st.sampled_from(Side),
            st.sampled_from(SetType),
        ),
        max_size=20,
    ),
)
def test_columns_have_the_estimates_of_their_sets(
    formula: Formula,
    sets: list[tuple[float, int, float | None, Side, SetType]],
) -> None:
    whole = estimates_kg(
        formula,
        np.array([each[0] for each in sets], np.float64),
        np.array([each[1] for each in sets], np.float64),
        np.array([NAN if each[2] is None else each[2] for each in sets], np.float64),
        np.array([counts_for_estimate(each[3], each[4]) for each in sets], np.bool_),
    )
    single = [
        estimate(formula, side, kind, system_kg, reps, rir)
        for system_kg, reps, rir, side, kind in sets
    ]
    kg = [NAN if each is None else each.kg for each in single]
    # Vectorised powers may differ from single ones in the last bit.
    np.testing.assert_allclose(whole, np.array(kg, np.float64), rtol=1e-14)


def test_a_set_without_a_repetition_gives_no_estimate() -> None:
    assert estimate(Formula.EPLEY, Side.LEFT, SetType.WORK, 60.0, 0, 3.0) is None
