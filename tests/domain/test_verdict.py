"""How a difference stands against the runner's own bounds."""

from typing import Any

import numpy as np
import pytest

from tracker.domain.difference import Differences, Source
from tracker.domain.verdict import STATES, Bands, State, judge
from tracker.domain.windows import Windows


def figures(low: Any, high: Any, reading: Any) -> Differences:
    """Make figures whose ± comes from the reading alone."""
    low, high = np.array([low], np.float64), np.array([high], np.float64)
    value = np.where(np.isfinite(low), low, np.where(np.isfinite(high), high, np.nan))
    one = np.array([1])
    return Differences(
        one,
        Windows(one - 1, one),
        one,
        one < 0,
        np.zeros(1),
        low,
        high,
        value,
        np.array([reading], np.float64),
        Source.PAIRS,
    )


@pytest.mark.parametrize(
    ("low", "high", "plus_minus", "state", "clear"),
    [
        (6.0, 6.0, 3.4, State.USUAL, True),  # 6 and 3 are below 10
        (6.0, 6.0, 3.5, State.USUAL, False),  # 6 and 4 are not
        (-9.96, -9.96, 1.0, State.WATCH, False),  # 10.0 to one decimal, less 1
        (12.0, 12.0, 2.0, State.WATCH, True),
        (15.04, 15.04, 4.0, State.WATCH, True),  # 15.0 to one decimal
        (-15.1, -15.1, 4.0, State.MARKED, True),
        (16.0, 16.0, 6.5, State.MARKED, False),
        (16.0, 16.0, 10.6, State.ROUGH, False),
        (8.0, 8.0, 10.4, State.USUAL, False),  # ± 10 is not above the bound
        (33.0, 33.0, 12.0, State.MARKED, True),  # wide, and beyond doubt
        (4.0, np.inf, 3.0, State.AT_LEAST, False),
        (-np.inf, -4.0, 11.0, State.AT_LEAST, False),
        (12.0, np.inf, 11.0, State.ROUGH, False),
        (-np.inf, -12.0, 2.0, State.WATCH, True),
        (0.44, np.inf, 3.0, State.UNKNOWN, False),
        (0.45, np.inf, 3.0, State.AT_LEAST, False),
        (-6.0, np.inf, 3.0, State.UNKNOWN, False),
        (-np.inf, np.inf, 3.0, State.UNKNOWN, False),
        (np.nan, np.nan, np.nan, State.UNKNOWN, False),
    ],
)
def test_size_and_plus_minus_are_judged_as_they_are_shown(
    low: float, high: float, plus_minus: float, state: State, clear: bool
) -> None:
    code, is_clear = judge(figures(low, high, plus_minus), Bands())
    assert (STATES[code[0]], bool(is_clear[0])) == (state, clear)


@pytest.mark.parametrize(
    ("size", "state"),
    [
        (9.9, State.USUAL),
        (10.0, State.WATCH),
        (15.0, State.WATCH),
        (15.1, State.MARKED),
    ],
)
def test_a_size_lies_in_its_band(size: float, state: State) -> None:
    assert Bands().of_size(size) is state
    assert Bands(8.0, 8.0).of_size(size) is State.MARKED
