"""The sets of a session in one line."""

import pytest

from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.session import SetType
from tracker.domain.sets_done import SetDone
from tracker.words.sets_done import exercise_letters, sets_hint, sets_text, sets_words

SEATED, STANDING, BENT = Exercise
LEFT, RIGHT, BOTH = Side
WARMUP, WORK, TEST = SetType

pytestmark = pytest.mark.usefixtures("english")


def done(
    exercise: Exercise, side: Side, *sets: tuple[int, float], kind: SetType = WORK
) -> list[SetDone]:
    return [SetDone(exercise, side, kind, reps, kg) for reps, kg in sets]


@pytest.mark.parametrize(
    ("sets", "text", "words"),
    [
        ([], "", ""),
        (
            done(SEATED, LEFT, *[(8, 60.0)] * 3)
            + done(SEATED, RIGHT, (12, 30), kind=WARMUP)
            + done(SEATED, RIGHT, *[(8, 62.5)] * 3)
            + done(STANDING, LEFT, *[(8, 10.0)] * 3)
            + done(STANDING, RIGHT, *[(8, 10.0)] * 3),
            "S 3×8@60 | 62.5 · St 3×8@+10",
            "Seated: left 3×8@60, right 3×8@62.5; Standing: left 3×8@+10, right 3×8@+10",
        ),
        (
            done(SEATED, LEFT, (8, 60), (8, 60), (6, 65)) + done(SEATED, RIGHT, (8, 60)),
            "S 2×8@60, 6@65 | 8@60",
            "Seated: left 2×8@60, 6@65, right 8@60",
        ),
        (
            done(SEATED, LEFT, (10, 57.5), (10, 57.5), (7, 57.5)),
            "S 10/10/7@57.5 | –",
            "Seated: left 10/10/7@57.5",
        ),
        (done(BENT, RIGHT, (15, -5.0)), "StB – | 15@−5", "Standing, knee bent: right 15@−5"),
        (done(BENT, LEFT, (15, 0.0)), "StB 15@+0 | –", "Standing, knee bent: left 15@+0"),
        (
            done(SEATED, BOTH, (10, 100), (10, 100)) + done(SEATED, LEFT, (5, 80), kind=TEST),
            "S 5@80 t | –, both 2×10@100",
            "Seated: left 5@80 t, both 2×10@100",
        ),
        (done(SEATED, BOTH, (10, 40), kind=WARMUP), "S both 10@40 w", "Seated: both 10@40 w"),
        (
            [SetDone(SEATED, side, WORK, 1, 60.0, 45.0) for side in (LEFT, RIGHT)] * 5
            + [SetDone(STANDING, LEFT, WORK, 5, 0.0, 10.5), SetDone(STANDING, LEFT, WORK, 8, 0.0)],
            "S 5×45 s@60 · St 5×10.5 s@+0, 8@+0 | –",
            "Seated: left 5×45 s@60, right 5×45 s@60; Standing: left 5×10.5 s@+0, 8@+0",
        ),
        (
            [SetDone(SEATED, LEFT, TEST, 1, 60.0, held) for held in (45.0, 40.0)]
            + [SetDone(SEATED, RIGHT, TEST, 1, 60.0, held) for held in (52.0, 50.0)],
            "S 45/40 s@60 t | 52/50 s@60 t",
            "Seated: left 45/40 s@60 t, right 52/50 s@60 t",
        ),
        # The loads alone differ, but not of one and the same run.
        (
            done(SEATED, LEFT, (8, 60), (8, 61)) + done(SEATED, RIGHT, (8, 60), (8, 62)),
            "S 8@60, 8@61 | 8@60, 8@62",
            "Seated: left 8@60, 8@61, right 8@60, 8@62",
        ),
    ],
)
def test_sets_are_counted_and_legs_that_did_the_same_are_one(
    sets: list[SetDone], text: str, words: str
) -> None:
    assert sets_text(sets, Unit.KG) == text
    assert sets_words(sets, Unit.KG) == words


def test_loads_are_in_the_unit_chosen() -> None:
    assert sets_text(done(SEATED, LEFT, (8, 60.0)), Unit.LB) == "S 8@132.28 | –"


def test_every_exercise_has_letters_that_the_hint_explains() -> None:
    for exercise in Exercise:
        assert f"{exercise_letters(exercise)}: " in sets_hint()
