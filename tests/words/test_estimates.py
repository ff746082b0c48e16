"""What is said of the estimate of a single set."""

from math import nan

import pytest

from tracker.domain.evidence import Evidence, SetEvidence
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, SetType
from tracker.words.estimates import (
    estimate_marks,
    estimate_note,
    estimate_text,
    estimate_words,
    evidence_text,
    no_estimate,
)

KNOWN = SetEvidence(Evidence.KNOWN, 10.0, 80.0)
ROUGH = SetEvidence(Evidence.KNOWN, 10.5, 81.0)
AT_LEAST = SetEvidence(Evidence.AT_LEAST, 12.0, 84.0)
NOT_NOTED = SetEvidence(Evidence.NOT_NOTED, 8.0, 76.0)
NOTHING_TOLD = SetEvidence(Evidence.NONE, nan, nan)


def load(kg: float) -> str:
    return f"{kg} kg"


@pytest.mark.parametrize(
    ("told", "text", "words"),
    [
        (KNOWN, "80.0 kg", "80.0 kg"),
        (AT_LEAST, "≥ 84.0 kg", "at least 84.0 kg"),
        (NOT_NOTED, "(76.0 kg)", "76.0 kg, reserve not noted"),
        (NOTHING_TOLD, "–", "–"),
        (None, "–", "–"),
    ],
)
def test_everything_that_shows_a_bound_looks_like_one(
    told: SetEvidence | None, text: str, words: str
) -> None:
    assert estimate_text(told, load) == text
    assert estimate_words(told, load) == words


@pytest.mark.parametrize(
    ("told", "note"),
    [
        (KNOWN, ""),
        (ROUGH, "rough: 10.5 repetitions, with those in reserve"),
        (AT_LEAST, "too easy to show a maximum: 4 or more in reserve, or over 12 repetitions"),
        (NOT_NOTED, "reserve not noted: drawn, but not compared"),
    ],
)
def test_a_note_says_how_far_an_estimate_may_be_trusted(told: SetEvidence, note: str) -> None:
    assert estimate_note(told) == note


def test_the_marks_of_an_estimate_are_explained() -> None:
    for told, mark in ((AT_LEAST, "≥"), (NOT_NOTED, "In brackets")):
        assert mark in estimate_marks()
        assert estimate_text(told, lambda kg: f"{kg:.0f} kg")[0] in "≥("


@pytest.mark.parametrize(
    ("exercise", "side", "set_type", "is_bodyweight_known", "words"),
    [
        (
            Exercise.SEATED,
            Side.BOTH,
            SetType.WORK,
            True,
            "a set of both legs says nothing about one",
        ),
        (Exercise.SEATED, Side.LEFT, SetType.WARMUP, True, "it is a warm-up"),
        (Exercise.STANDING, Side.LEFT, SetType.WORK, False, "Enter your bodyweight above"),
        (Exercise.STANDING, Side.LEFT, SetType.WORK, True, "no repetition was done"),
        (Exercise.SEATED, Side.LEFT, SetType.WORK, False, "no repetition was done"),
    ],
)
def test_a_set_that_tells_nothing_says_why(
    exercise: Exercise, side: Side, set_type: SetType, is_bodyweight_known: bool, words: str
) -> None:
    logged = LoggedSet("session", exercise, side, 1, 0, 10.0, 0, set_type=set_type)
    assert words in no_estimate(logged, is_bodyweight_known=is_bodyweight_known)


def test_a_hold_tells_of_no_maximum_and_says_so() -> None:
    held = LoggedSet("session", Exercise.SEATED, Side.BOTH, 1, 1, 60.0, hold_s=45.0)
    words = "No estimate: a hold says nothing about a maximum."
    assert no_estimate(held, is_bodyweight_known=True) == words


def test_a_load_that_weighs_nothing_tells_nothing_and_says_so() -> None:
    logged = LoggedSet("session", Exercise.SEATED, Side.LEFT, 1, 8, 0.0, 0)
    assert "a load of nothing" in no_estimate(logged, is_bodyweight_known=True)


@pytest.mark.parametrize(
    ("evidence", "is_test", "text"),
    [
        (Evidence.KNOWN, False, "80.0"),
        (Evidence.KNOWN, True, "80.0, test"),
        (Evidence.AT_LEAST, False, "at least 80.0"),
        (Evidence.AT_LEAST, True, "at least 80.0"),
        (Evidence.NOT_NOTED, False, "80.0, reserve not noted"),
    ],
)
def test_an_estimate_says_how_far_it_is_known(evidence: Evidence, is_test: bool, text: str) -> None:
    assert evidence_text("80.0", evidence, is_test=is_test) == text
