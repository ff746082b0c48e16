"""The load offered for a strength test, and its warm-ups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.load import kg_from_pounds
from tracker.domain.one_rep_max import Formula, times_load
from tracker.domain.strength_test import offered_kg, warm_ups


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


@pytest.mark.parametrize(
    ("load_kg", "carried_kg", "expected"),
    [
        (75.0, 0.0, [(37.5, 8), (52.5, 5), (65.0, 3)]),  # 37.5, 52.5 and 63.75
        (10.0, 0.0, [(5.0, 8), (7.5, 5)]),  # 8.5 is 7.5 once more
        (2.5, 0.0, []),  # nothing on the pin is lighter
        (0.0, 0.0, []),
        (40.0, 70.0, [(0.0, 5), (7.5, 5), (22.5, 3)]),  # 64 % is the body alone, then 70 and 84 %
        (5.0, 70.0, [(0.0, 3)]),  # 93 %
        (0.0, 70.0, []),  # the body alone: assistance is not at hand
        (-20.0, 70.0, [(-45.0, 8), (-35.0, 5), (-27.5, 3)]),  # it is: 25, 35 and 42.5 of 50
    ],
)
def test_warm_ups_go_up_to_the_load_of_the_test(
    load_kg: float, carried_kg: float, expected: list[tuple[float, int]]
) -> None:
    found = warm_ups(load_kg, carried_kg, 2.5)
    assert [(each.external_kg, each.reps) for each in found] == expected


def test_warm_ups_in_pounds_go_by_the_steps_of_pounds() -> None:
    found = warm_ups(kg_from_pounds(100.0), 0.0, kg_from_pounds(5.0))
    assert [each.external_kg for each in found] == [
        pytest.approx(kg_from_pounds(pounds), abs=1e-9) for pounds in (50, 70, 85)
    ]


@given(
    load_kg=st.floats(-69, 300),
    carried_kg=st.sampled_from((0.0, 70.0)),
    step_kg=st.sampled_from((0.5, 2.5, 5.0)),
)
def test_each_warm_up_lifts_something_less_than_the_test_and_more_than_the_one_before(
    load_kg: float, carried_kg: float, step_kg: float
) -> None:
    lifted = [each.external_kg + carried_kg for each in warm_ups(load_kg, carried_kg, step_kg)]
    assert all(0 < kg < load_kg + carried_kg for kg in lifted)
    assert lifted == sorted(set(lifted))
