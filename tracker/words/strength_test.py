"""What is said about a strength test: loads, what each leg's set tells, how many tests count."""

from tracker.app.language import tr as _tr
from tracker.domain.evidence import Evidence, SetEvidence
from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit
from tracker.domain.one_rep_max import MOST_ESTIMATED_REPS
from tracker.domain.session import SetType
from tracker.domain.strength_test_run import Lift
from tracker.domain.verdict import Reason, Verdict
from tracker.domain.windows import FEWEST
from tracker.words.balance import judgement_sentence
from tracker.words.labels import load_text, number_text, plain_set_text, side_name


def lift_text(reps: int, external_kg: float, exercise: Exercise, unit: Unit) -> str:
    """Write repetitions and their load, as ``8 × 60 kg`` or, standing, ``8 × +20 kg``."""
    signed = exercise.carries_bodyweight
    return f"{plain_set_text(reps, external_kg, None, SetType.WORK, unit, signed=signed)} {unit}"


def leg_text(lift: Lift, exercise: Exercise, unit: Unit) -> str:
    """Write what a leg lifted, as ``Left 8 × 60 kg``."""
    lifted = lift_text(lift.reps, lift.external_kg, exercise, unit)
    return _tr("{leg} {lift}").format(leg=side_name(lift.side), lift=lifted)


def lift_evidence_text(lift: Lift, told: SetEvidence, unit: Unit) -> str:
    """Say what a leg’s set tells: its estimated 1RM, or that the load was too light."""
    said = {
        Evidence.KNOWN: _tr("Estimate {load}."),
        Evidence.AT_LEAST: _tr("Estimate at least {load}."),
    }.get(told.evidence, _tr("This tells nothing of the leg."))
    said = said.format(load=load_text(told.e1rm_kg, unit))
    if lift.reps <= MOST_ESTIMATED_REPS:
        return said
    heavier = _tr("Over {reps} repetitions: take a heavier load next time.")
    return f"{said} {heavier.format(reps=number_text(MOST_ESTIMATED_REPS))}"


def balance_text(verdict: Verdict, tests: int) -> str:
    """Say what a test means for the legs' difference; while there are few tests, say how many.

    Args:
        verdict: What can be said about the difference, including this test.
        tests: How many tests of both legs it is based on.
    """
    so_far = _tr("{count} of {fewest} strength tests so far.").format(
        count=number_text(tests), fewest=number_text(FEWEST)
    )
    if verdict.reason is Reason.FEW and verdict.pairs == tests:
        return _tr("Not known: {reason}").format(reason=so_far)
    said = judgement_sentence(verdict)
    return said if tests >= FEWEST else f"{said} {so_far}"
