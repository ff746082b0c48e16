"""The difference of the legs as it is shown and banded."""

from math import inf, isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.difference import Difference, Source, limb_symmetry_index, shown_plus_minus
from tracker.domain.exercise import Side


def difference(low: float, high: float, value: float) -> Difference:
    return Difference(low, high, value, 3.7, 12, 4, Source.PAIRS)


@pytest.mark.parametrize(
    ("low", "high", "value", "size", "stronger", "is_point"),
    [
        (6.0, 8.0, 7.0, 7.0, Side.RIGHT, True),
        (-8.0, -6.0, -7.0, 7.0, Side.LEFT, True),
        (9.95, 9.95, 9.95, 10.0, Side.RIGHT, True),  # half a tenth up
        (9.94, 9.94, 9.94, 9.9, Side.RIGHT, True),
        (4.0, inf, 4.0, 4.0, Side.RIGHT, False),
        (-inf, -4.0, -4.0, 4.0, Side.LEFT, False),
        (-6.25, inf, -6.25, -6.2, Side.RIGHT, False),  # a bound that tells nothing
    ],
)
def test_the_size_is_that_of_the_point_or_of_the_bound(
    low: float, high: float, value: float, size: float, stronger: Side, is_point: bool
) -> None:
    found = difference(low, high, value)
    assert (found.size, found.stronger, found.is_point) == (size, stronger, is_point)


def test_a_figure_between_two_bounds_that_are_open_has_no_size() -> None:
    assert isnan(difference(-inf, inf, nan).value)
    assert not difference(-inf, inf, nan).is_point


def test_a_plus_minus_is_whole_and_never_nought() -> None:
    assert difference(6, 6, 6).plus_minus_shown == 4
    assert [shown_plus_minus(each) for each in (0.0, 1.49, 1.5, 2.5)] == [1, 1, 2, 3]


@pytest.mark.parametrize(
    ("percent", "involved", "index"),
    [
        (20.0, None, 80.0),
        (-20.0, None, 80.0),
        (20.0, Side.LEFT, 80.0),
        (-20.0, Side.LEFT, 125.0),
        (20.0, Side.RIGHT, 125.0),
        (-20.0, Side.RIGHT, 80.0),
        (0.0, Side.LEFT, 100.0),
        (0.0, None, 100.0),
    ],
)
def test_the_symmetry_index_agrees_with_the_difference(
    percent: float, involved: Side | None, index: float
) -> None:
    assert limb_symmetry_index(percent, involved) == pytest.approx(index)


@given(left=st.floats(1, 500), right=st.floats(1, 500))
def test_the_index_is_the_one_leg_in_percent_of_the_other(left: float, right: float) -> None:
    percent = 100 * (right - left) / max(left, right)
    assert limb_symmetry_index(percent, Side.LEFT) == pytest.approx(100 * left / right)
    assert limb_symmetry_index(percent, Side.RIGHT) == pytest.approx(100 * right / left)
