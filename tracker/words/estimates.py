"""What is said about the estimated 1RM of a set: how reliable it is, or why there is none."""

from collections.abc import Callable

from tracker.app.language import tr as _tr
from tracker.domain.evidence import Confidence, Evidence, SetEvidence, confidence_of
from tracker.domain.exercise import Side
from tracker.domain.one_rep_max import MOST_ESTIMATED_REPS
from tracker.domain.session import LoggedSet, SetType
from tracker.words.labels import NOTHING, shortest_text


def estimate_text(told: SetEvidence | None, load: Callable[[float], str]) -> str:
    """Write an estimate briefly: ``≥ 84.0 kg`` for at least, in brackets without a noted reserve.

    Args:
        told: What the set tells; None for none.
        load: Writes a load given in kilograms.
    """
    if told is None or told.evidence is Evidence.NONE:
        return NOTHING
    text = load(told.e1rm_kg)
    if told.evidence is Evidence.AT_LEAST:
        return f"≥ {text}"
    return f"({text})" if told.evidence is Evidence.NOT_NOTED else text


def estimate_words(told: SetEvidence | None, load: Callable[[float], str]) -> str:
    """Write an estimate in words, as ``at least 84.0 kg``."""
    if told is None or told.evidence is Evidence.NONE:
        return NOTHING
    return evidence_text(load(told.e1rm_kg), told.evidence)


def evidence_text(value: str, evidence: Evidence, *, is_test: bool = False) -> str:
    """Write an estimate with how well it is known, as ``at least 80.0``."""
    if evidence is Evidence.AT_LEAST:
        return _tr("at least {}").format(value)
    if evidence is Evidence.NOT_NOTED:
        return _tr("{}, reserve not noted").format(value)
    return _tr("{}, test").format(value) if is_test else value


def estimate_note(told: SetEvidence) -> str:
    """Say how far an estimate can be trusted; empty if there is nothing to say."""
    easy = _tr("too easy to show a maximum: 4 or more in reserve, or over {} repetitions")
    notes = {
        Confidence.LOWER_BOUND: easy.format(MOST_ESTIMATED_REPS),
        Confidence.NOT_NOTED: _tr("reserve not noted: drawn, but not compared"),
        Confidence.LOW: _tr("rough: {} repetitions, with those in reserve"),
    }
    confidence = confidence_of(told.evidence, told.reps_to_failure)
    reps = shortest_text(told.reps_to_failure)
    return "" if confidence is None else notes.get(confidence, "").format(reps)


def estimate_marks() -> str:
    """Explain the marks in ``estimate_text``."""
    return _tr(
        "≥: at least, the sets were too easy to show a maximum. In brackets: reserve not noted."
    )


def no_estimate(logged: LoggedSet, *, is_bodyweight_known: bool) -> str:
    """Say why a set tells nothing about a maximum."""
    if logged.is_hold:
        return _tr("No estimate: a hold says nothing about a maximum.")
    if logged.side is Side.BOTH:
        return _tr("No estimate: a set of both legs says nothing about one.")
    if logged.set_type is SetType.WARMUP:
        return _tr("No estimate: it is a warm-up.")
    if logged.exercise.carries_bodyweight and not is_bodyweight_known:
        return _tr("No estimate: standing also lifts your body. Enter your bodyweight above.")
    if not logged.reps:
        return _tr("No estimate: no repetition was done.")
    return _tr("No estimate: a load of nothing, or less, tells nothing.")
