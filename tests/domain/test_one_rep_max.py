"""The six formulas as published, and what they have in common."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.one_rep_max import Formula, times_load

TABLE = {  # worked out by hand: the maximum of 1 kg at 5, 8, 10 and 12 repetitions
    Formula.EPLEY: (1.1667, 1.2667, 1.3333, 1.4000),
    Formula.BRZYCKI: (1.1250, 1.2414, 1.3333, 1.4400),
    Formula.LOMBARDI: (1.1746, 1.2311, 1.2589, 1.2821),
    Formula.MAYHEW: (1.1901, 1.2629, 1.3093, 1.3540),
    Formula.OCONNER: (1.1250, 1.2000, 1.2500, 1.3000),
    Formula.WATHEN: (1.1658, 1.2767, 1.3475, 1.4150),
}
every_formula = pytest.mark.parametrize("formula", Formula)
formulas = st.sampled_from(Formula)
repetitions = st.floats(1, 13)  # one more in reserve than counts


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
    assert round(times_load(formula, float(reps)), 4) == factor


def test_a_formula_has_the_name_that_logs_keep_it_by() -> None:
    assert " ".join(Formula) == "epley brzycki lombardi mayhew oconner wathen"


def test_the_document_has_every_formula() -> None:
    assert set(TABLE) == set(Formula)


@every_formula
def test_one_repetition_is_its_own_maximum(formula: Formula) -> None:
    assert times_load(formula, 1.0) == 1


@given(formulas, repetitions, repetitions)
def test_the_maximum_grows_with_the_repetitions(formula: Formula, one: float, other: float) -> None:
    fewer, more = sorted((one, other))
    if more - fewer > 1e-6:
        assert times_load(formula, more) > times_load(formula, fewer)


@given(formulas, repetitions)
def test_the_maximum_is_never_below_the_load(formula: Formula, reps: float) -> None:
    assert times_load(formula, reps) >= 1


@given(formulas, st.lists(repetitions, max_size=8))
def test_a_column_has_what_each_of_its_values_has(formula: Formula, reps: list[float]) -> None:
    expected = [times_load(formula, each) for each in reps]
    assert times_load(formula, np.array(reps)) == pytest.approx(expected, rel=1e-14)
