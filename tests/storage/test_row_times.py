"""When the entry of a row was last edited, and when added."""

import datetime
from typing import Any

import pytest

from tracker.domain.exercise import Equipment
from tracker.storage.row_times import (
    added_in,
    edit_time_of,
    edit_times_in,
    require_count,
    text_of_edit_time,
)

ROWS: list[dict[str, Any]] = [
    {"id": "a", "edited_at": "2026-03-12T17:05:00.250+00:00", "added_us": 5},
    {"id": "b", "edited_at": None, "added_us": 6},
]


def test_the_times_of_rows_are_told_by_entry() -> None:
    edited = datetime.datetime(2026, 3, 12, 17, 5, 0, 250_000, datetime.UTC)
    assert edit_times_in(Equipment, ROWS) == {(Equipment, "a"): edited}
    assert added_in(Equipment, ROWS) == {(Equipment, "a"): 5, (Equipment, "b"): 6}


def test_an_instant_is_kept_in_utc_so_that_texts_sort_as_instants_do() -> None:
    offset = datetime.timezone(datetime.timedelta(hours=13))
    in_auckland = datetime.datetime(2026, 3, 13, 6, 5, 0, 250_999, offset)
    assert text_of_edit_time(in_auckland) == "2026-03-12T17:05:00.250+00:00"
    assert edit_time_of(text_of_edit_time(in_auckland)) == in_auckland.replace(microsecond=250_000)


def test_the_order_of_adding_is_a_whole_number() -> None:
    assert require_count(7) == 7
    with pytest.raises(ValueError, match="The moment of adding is no whole number: '7'"):
        require_count("7")
    assert require_count(-(2**53)) == -(2**53)
    with pytest.raises(ValueError, match="The moment of adding is no whole number: 9"):
        require_count(2**53 + 1)  # no JSON could bring it back


@pytest.mark.parametrize(
    "text",
    [
        "9999-12-31T23:59:59-23:59",
        "0001-01-01T00:00:00+23:59",
        "2026-01-01T00:00:00",
        "2199-12-31T23:59:59-05:00",
        "1900-01-01T00:00:00+05:00",
    ],
)
def test_an_instant_that_no_clock_shows_is_none_of_an_edit(text: str) -> None:
    with pytest.raises(ValueError, match="The instant of an edit"):
        edit_time_of(text)
