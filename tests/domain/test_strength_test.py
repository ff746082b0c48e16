"""The load offered for a strength test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.one_rep_max import Formula, times_load
from tracker.domain.strength_test import offered_kg


@pytest.mark.parametrize(
    ("figure_kg", "carried_kg", "step_kg", "kg"),
    [
        (76.0, 0.0, 2.5, 60.0),  # 76 / (38 / 30)
        (77.5, 0.0, 2.5, 60.0),  # 61.2, the nearest step
        (95.0, 70.0, 2.5, 5.0),
        (76.0, 70.0, 2.5, -10.0),  # assistance
        (1.0, 0.0, 2.5, 2.5),
        (1.0, 70.0, 5.0, -65.0),
    ],
)
def test_it_is_the_load_for_eight_to_the_nearest_step(
    figure_kg: float, carried_kg: float, step_kg: float, kg: float
) -> None:
    assert offered_kg(Formula.EPLEY, figure_kg, carried_kg, step_kg) == kg


@given(
    formula=st.sampled_from(Formula),
    figure_kg=st.floats(1, 500),
    carried_kg=st.sampled_from((0.0, 62.3)),
    step_kg=st.sampled_from((0.5, 2.5, 5.0)),
)
def test_something_is_lifted_and_no_more_than_a_step_from_what_is_meant(
    formula: Formula, figure_kg: float, carried_kg: float, step_kg: float
) -> None:
    lifted_kg = offered_kg(formula, figure_kg, carried_kg, step_kg) + carried_kg
    assert lifted_kg > 0
    assert abs(lifted_kg - figure_kg / times_load(formula, 8.0)) <= step_kg
