"""What is said of bests."""

import pytest

from tracker.domain.best_lifts import Beaten
from tracker.words.bests import beaten_text, surface_text


@pytest.mark.parametrize(
    ("beaten", "text"),
    [
        (Beaten((1, 3), False), "Best on this equipment: heaviest for 1, 3 reps"),
        (Beaten((), True), "Best on this equipment: highest estimate"),
        (Beaten((12,), True), "Best on this equipment: heaviest for 12 reps, highest estimate"),
    ],
)
def test_what_was_beaten_is_said(beaten: Beaten, text: str) -> None:
    assert beaten_text(beaten) == text


def test_the_surface_of_a_test_is_named() -> None:
    assert (surface_text(0.0), surface_text(10.0)) == ("floor", "10° incline")
