"""The exercises, the legs, the machines, and their identities."""

import pytest

from tracker.domain.entry import new_id
from tracker.domain.exercise import LONGEST_NAME, Equipment, Exercise, Side


def test_an_identity_is_32_hexadecimal_digits() -> None:
    identity = new_id()
    assert len(identity) == 32
    assert set(identity) <= set("0123456789abcdef")


def test_two_entries_never_share_an_identity() -> None:
    assert Equipment("Step").id != Equipment("Step").id


@pytest.mark.parametrize(
    ("exercise", "carries"),
    [(Exercise.SEATED, False), (Exercise.STANDING, True), (Exercise.STANDING_BENT, True)],
)
def test_only_a_seated_calf_does_not_lift_the_body(exercise: Exercise, carries: bool) -> None:
    assert exercise.carries_bodyweight is carries


@pytest.mark.parametrize(
    ("side", "opposite"),
    [(Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT), (Side.BOTH, Side.BOTH)],
)
def test_each_leg_is_opposite_to_the_other(side: Side, opposite: Side) -> None:
    assert side.opposite is opposite


@pytest.mark.parametrize("name", ["", "  \t", "x" * (LONGEST_NAME + 1)])
def test_equipment_without_a_proper_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="1 to 200 characters"):
        Equipment(name)


def test_equipment_takes_the_longest_name() -> None:
    assert len(Equipment("x" * LONGEST_NAME).name) == LONGEST_NAME


@pytest.mark.parametrize("half", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_a_name_that_no_file_can_hold_is_refused(half: int) -> None:
    with pytest.raises(ValueError, match="half a character"):
        Equipment(f"Lever {chr(half)} machine")


@pytest.mark.parametrize("name", ["\ud7ff", "\ue000", "Wippe 🦵"])
def test_a_name_of_whole_characters_is_taken(name: str) -> None:
    assert Equipment(name).name == name
