"""What the Progress page says in words."""

import pytest

from tracker.domain.balance import Band
from tracker.domain.exercise import Exercise, Side
from tracker.words import progress as words


def test_legs_and_exercises_are_named_within_a_sentence() -> None:
    assert [words.leg(side) for side in (Side.LEFT, Side.RIGHT)] == ["left", "right"]
    assert words.exercise_word(Exercise.STANDING) == "standing"


@pytest.mark.parametrize(
    ("percent", "text"),
    [
        (0.0, "legs equal"),
        (-0.4, "legs equal"),
        (6.4, "right 6 % stronger"),
        (-12.0, "left 12 % stronger"),
    ],
)
def test_a_difference_names_the_stronger_leg(percent: float, text: str) -> None:
    assert words.difference_text(percent) == text


def test_every_band_has_words_of_its_own() -> None:
    assert len({words.band_text(band) for band in Band}) == len(Band)
