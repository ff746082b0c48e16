"""Holds in words."""

import pytest

from tracker.domain.exercise import Exercise
from tracker.domain.holds import HeldLoad, LegsHeld
from tracker.domain.load import Unit
from tracker.words.holds import held_load_text, held_text, legs_held_text

pytestmark = pytest.mark.usefixtures("english")


def test_a_load_is_named_by_exercise_and_equipment() -> None:
    seated, standing, _ = Exercise
    assert held_load_text(HeldLoad(seated, 1, 62.5), "Lever", Unit.KG) == "Seated 62.5 kg, Lever"
    assert held_load_text(HeldLoad(standing, 0, 0.0), "", Unit.KG) == "Standing +0 kg"
    assert held_load_text(HeldLoad(standing, 0, -10.0), "", Unit.KG) == "Standing −10 kg"


def test_what_was_not_to_failure_is_at_least() -> None:
    assert held_text(45.0, is_to_failure=True) == "45 s"
    assert held_text(7.5, is_to_failure=False) == "at least 7.5 s"


def test_legs_are_compared_in_seconds() -> None:
    assert legs_held_text(LegsHeld(45.0, 52.5)) == "right 7.5 s longer"
    assert legs_held_text(LegsHeld(45.0, 40.0)) == "left 5 s longer"
    assert legs_held_text(LegsHeld(45.0, 45.0)) == "both equally long"
