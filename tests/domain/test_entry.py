"""What every kind of entry keeps to."""

import datetime
from math import inf, nan

import pytest

from tracker.domain.entry import (
    DATES,
    LONGEST_NOTE,
    findable_id,
    is_made_by_chance,
    new_id,
    require_day,
    require_id,
    require_keepable,
    require_note,
    require_within,
)

A_DAY = datetime.timedelta(days=1)


def test_no_two_entries_have_one_identity() -> None:
    ids = {new_id() for _ in range(1000)}
    assert all(map(is_made_by_chance, ids))  # never as what a diary brought
    assert len(ids) == 1000
    assert {len(each) for each in ids} == {32}


@pytest.mark.parametrize("id_", ["a", "runner", "9e" * 16, "2026-11-24 18:05", "😀ä", "x" * 200])
def test_whatever_can_be_found_again_is_an_id(id_: str) -> None:
    require_id(id_)
    assert findable_id(id_) == id_


@pytest.mark.parametrize(
    "id_", ["", "x" * 201, "a\0b", "\n", "a\x1f", "a\x7f", "\x85a", "\ud800", "😀\udfff"]
)
def test_what_could_not_be_found_again_is_no_id(id_: str) -> None:
    with pytest.raises(ValueError, match=r"^id must have (1 to 200|no control) characters"):
        require_id(id_)
    if id_:
        require_id(findable_id(id_))


@pytest.mark.parametrize("text", ["", "Müde 🏃", "\x00", "日本"])
def test_any_text_that_a_file_can_hold_is_kept(text: str) -> None:
    require_keepable("A name", text)
    require_note(text)


@pytest.mark.parametrize("text", ["\ud800", "a\udfff"])
def test_half_a_character_is_refused_by_its_name(text: str) -> None:
    with pytest.raises(ValueError, match="A name has half a character"):
        require_keepable("A name", text)
    with pytest.raises(ValueError, match="A note has half a character"):
        require_note(text)


@pytest.mark.parametrize("value", [0, 10, 5.5])
def test_bounds_belong_to_what_is_accepted(value: float) -> None:
    require_within("Pain", value, 0, 10)


@pytest.mark.parametrize(
    ("value", "told"), [(-0.5, "-0.5"), (11, "11"), (nan, "nan"), (inf, "inf")]
)
def test_what_is_beyond_the_bounds_is_refused_in_words(value: float, told: str) -> None:
    with pytest.raises(ValueError, match=rf"^Pain must be 0 to 10, not {told}\.$"):
        require_within("Pain", value, 0, 10)


def test_a_day_is_one_of_four_centuries() -> None:
    for day in DATES:
        require_day("The training day", day)
    for day in (DATES[0] - A_DAY, DATES[1] + A_DAY):
        with pytest.raises(ValueError, match=f"The training day must lie between .* not {day}"):
            require_day("The training day", day)


def test_a_note_is_long_and_not_longer() -> None:
    require_note("a" * LONGEST_NOTE)
    with pytest.raises(ValueError, match="A note may have 10,000 characters, not 10,001"):
        require_note("a" * (LONGEST_NOTE + 1))
