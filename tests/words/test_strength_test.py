"""What is said of a strength test, word for word."""

import pytest

from tracker.domain.difference import Difference, Source
from tracker.domain.evidence import evidence_of
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.one_rep_max import Formula
from tracker.domain.session import SetType
from tracker.domain.strength_test_run import Lift
from tracker.domain.verdict import Bands, Reason, State, Verdict
from tracker.words.strength_test import (
    balance_text,
    leg_text,
    lift_evidence_text,
    lift_text,
)

SEATED, STANDING = Exercise.SEATED, Exercise.STANDING


def told(reps: int, kg: float = 60.0, body_kg: float = 0.0) -> str:
    lift = Lift(Side.LEFT, kg, reps)
    of = evidence_of(Formula.EPLEY, Side.LEFT, SetType.TEST, kg + body_kg, reps, None)
    return lift_evidence_text(lift, of, Unit.KG)


@pytest.mark.parametrize(
    ("reps", "kg", "exercise", "unit", "text"),
    [
        (8, 62.5, SEATED, Unit.KG, "8 × 62.5 kg"),
        (8, 20.0, STANDING, Unit.KG, "8 × +20 kg"),
        (8, -10.0, STANDING, Unit.KG, "8 × −10 kg"),
        (8, kg_from_pounds(135), SEATED, Unit.LB, "8 × 135 lb"),
    ],
)
def test_a_lift_is_written_as_sets_are(
    reps: int, kg: float, exercise: Exercise, unit: Unit, text: str
) -> None:
    assert lift_text(reps, kg, exercise, unit) == text
    assert leg_text(Lift(Side.LEFT, kg, reps), exercise, unit) == f"Left {text}"


def test_what_a_set_tells_is_said_with_its_estimate() -> None:
    assert told(8) == "Estimate 76.0 kg."
    assert told(8, 5.0, 70.0) == "Estimate 95.0 kg."
    assert told(12) == "Estimate 84.0 kg."
    assert told(0) == "This tells nothing of the leg."


def test_over_twelve_is_a_bound_and_heavier_next_time() -> None:
    assert told(13) == (
        "Estimate at least 84.0 kg. Over 12 repetitions: take a heavier load next time."
    )


def test_the_balance_is_told_with_how_far_tests_alone_have_come() -> None:
    few = Verdict(State.UNKNOWN, False, None, Reason.FEW, 1, Bands())
    assert balance_text(few, 1) == "Not known: 1 of 3 strength tests so far."
    # One of the pairs is of training.
    few = Verdict(State.UNKNOWN, False, None, Reason.FEW, 2, Bands())
    assert balance_text(few, 1) == ("Not known: 2 of 3 pairs so far. 1 of 3 strength tests so far.")
    of_tests = Difference(20.0, 20.0, 20.0, 8.4, 3, 3, Source.TESTS)
    marked = Verdict(State.MARKED, True, of_tests, None, 9, Bands())
    assert balance_text(marked, 3) == ("Marked, above 15 %. From 3 strength tests.")
    of_pairs = Difference(4.0, 4.0, 4.0, 4.0, 9, 4, Source.PAIRS)
    usual = Verdict(State.USUAL, True, of_pairs, None, 9, Bands())
    assert balance_text(usual, 2) == (
        "Within your usual range (under 10 %). 2 of 3 strength tests so far."
    )
