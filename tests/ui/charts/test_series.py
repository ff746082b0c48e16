"""What a chart can show, as plain values."""

from copy import deepcopy
from dataclasses import replace

import numpy as np
import pytest

from tracker.ui.charts.series import Bars, Stripes, ThinLine, is_same

DAY = np.array([20_003, 20_010])
VALUE = np.array([1.0, 2.0])
BARS = Bars("seated", "left", DAY, VALUE)
LINE = ThinLine("muted", DAY + 0.0, VALUE, "km")
STRIPES = Stripes("warning", DAY, 0.0, VALUE)


@pytest.mark.parametrize("shown", [BARS, LINE, STRIPES])
def test_equal_values_are_the_same_though_they_were_made_anew(
    shown: Bars | ThinLine | Stripes,
) -> None:
    again = deepcopy(shown)
    assert again.day is not shown.day
    assert is_same(shown, again)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BARS, replace(BARS, value=np.array([1.0, 3.0]))),
        (BARS, replace(BARS, day=DAY + 1)),
        (BARS, replace(BARS, role="right")),
        (BARS, Bars("seated", "left", DAY[:1], VALUE[:1])),
        (LINE, replace(LINE, unit="mi")),
        (STRIPES, replace(STRIPES, base=1.0)),
        (BARS, LINE),
    ],
)
def test_whatever_differs_is_seen(
    one: Bars | ThinLine | Stripes, other: Bars | ThinLine | Stripes
) -> None:
    assert not is_same(one, other)
