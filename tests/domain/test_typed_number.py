"""A number as it is typed."""

from math import copysign

import pytest

from tracker.domain.typed_number import typed_number, typed_whole_number


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


@pytest.mark.parametrize(("text", "value"), [("12", 12), (" 3,0 ", 3), ("-4.", -4), ("+0", 0)])
def test_a_whole_number_is_typed_as_any_number(text: str, value: int) -> None:
    assert typed_whole_number(text) == value


@pytest.mark.parametrize("text", ["2.5", "0,01", "9" * 400])
def test_a_number_that_is_not_whole_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a whole number"):
        typed_whole_number(text)


@pytest.mark.parametrize("text", ["", "ten", "1 000"])
def test_what_is_no_number_is_no_whole_one(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        typed_whole_number(text)
