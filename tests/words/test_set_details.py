"""What is noted of a set beside its cell."""

import pytest

from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Tempo
from tracker.words.set_details import details_text


@pytest.mark.parametrize(
    ("pain", "tempo", "note", "text"),
    [
        (None, None, "", ""),
        (0, None, "", "pain 0 of 10"),
        (
            2,
            Tempo(3, 0, 3, 0),
            "heel\nslipped",
            "pain 2 of 10, tempo 3-0-3-0, heel slipped",
        ),
    ],
)
def test_what_was_noted_is_said_in_one_line(
    pain: int | None, tempo: Tempo | None, note: str, text: str
) -> None:
    logged = LoggedSet(
        "s", Exercise.SEATED, Side.LEFT, 1, 8, 60, pain_during=pain, tempo=tempo, note=note
    )
    assert details_text(logged) == text
