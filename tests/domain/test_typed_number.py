"""A number as it is typed."""

from math import copysign

import pytest

from tracker.domain.typed_number import typed_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("70", 70.0),
        (" 70.5 ", 70.5),
        ("70,5", 70.5),
        ("-10", -10.0),
        ("\N{MINUS SIGN}2,5", -2.5),
        ("+.5", 0.5),
        ("5,", 5.0),
    ],
)
def test_a_number_is_read_as_it_is_typed(text: str, value: float) -> None:
    assert typed_number(text) == value


@pytest.mark.parametrize("text", ["", "ten", "nan", "inf", "1e3", "1_000", "1.2.3", "--1", ","])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        typed_number(text)


def test_no_zero_is_negative() -> None:
    assert copysign(1.0, typed_number("-0")) == 1.0
