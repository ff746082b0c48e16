"""Cells of our own files read back; what cannot be read is refused in words."""

import datetime

import pytest

from tracker.domain.exercise import Side
from tracker.exchange.tables.cell_readers import (
    day,
    member,
    number,
    required,
    session_id,
    time_of_day,
    whole,
)


def test_an_empty_cell_is_unknown() -> None:
    readers = (day, time_of_day, number, whole("Pain"), member(Side, "side"), session_id)
    for read in readers:
        assert read("") is None
    for read in readers[:-1]:
        assert read("  ") is None


def test_a_cell_that_must_be_filled_says_what_is_missing() -> None:
    with pytest.raises(ValueError, match=r"^The date is missing\.$"):
        required("The date is", day)("")
    assert required("Repetitions are", whole("Repetitions"))("0") == 0


def test_a_day_and_a_time_are_read_as_we_write_them() -> None:
    assert day(" 2026-11-24 ") == datetime.date(2026, 11, 24)
    assert time_of_day(" 18:05:30.25 ") == datetime.time(18, 5, 30)
    with pytest.raises(ValueError, match=r"“24\.11\.26” is not a day like 2026-11-24"):
        day("24.11.26")
    with pytest.raises(ValueError, match="“half six” is not a time of day"):
        time_of_day(" half six ")


def test_a_comma_is_a_decimal_comma() -> None:
    assert number("62,5") == number("62.5") == 62.5
    with pytest.raises(ValueError, match=r"Pain must be a whole number, not 2\.5"):
        whole("Pain")("2,5")


def test_a_word_is_read_in_any_case_and_another_is_told_which_there_are() -> None:
    read = member(Side, "side")
    assert read(" LEFT ") is Side.LEFT
    with pytest.raises(ValueError, match="“middle” is no side; it is one of left, right, both"):
        read("middle")


def test_the_name_of_a_session_is_the_text_that_was_written() -> None:
    assert session_id("'=s1") == "=s1"
    assert session_id("x" * 200) == "x" * 200
    with pytest.raises(ValueError, match="may have 200 characters"):
        session_id("x" * 201)
    with pytest.raises(ValueError, match="id must have no control characters"):
        session_id("s\n1")
