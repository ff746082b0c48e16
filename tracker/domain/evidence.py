"""What one set tells about its leg's maximum: known, at least this, not noted, or nothing.

Without numpy, because the Log page asks on every key press, before anything is drawn. The rule is
written once, as arithmetic that works on a single set and on columns; ``day_values`` uses the
latter.
"""

from enum import StrEnum
from math import nan
from typing import Any, Final, NamedTuple

from tracker.domain.exercise import Side
from tracker.domain.one_rep_max import (
    FEWEST_RIR_REFUSED,
    MOST_CONFIDENT_REPS,
    MOST_ESTIMATED_REPS,
    Formula,
    times_load,
)
from tracker.domain.session import SetType


class Evidence(StrEnum):
    """What a set tells about its leg's maximum."""

    KNOWN = "known"  # at most 12 reps to failure, from a test or with fewer than 4 noted in reserve
    AT_LEAST = "at_least"  # too easy a set to tell more than a lower bound
    NOT_NOTED = "not_noted"  # reserve not noted, so it is taken as 0; drawn, never compared
    NONE = "none"


# A code in columns is the index of the enum's member.
EVIDENCES: Final = tuple(Evidence)
KNOWN, AT_LEAST, NOT_NOTED, NONE = range(4)


class Confidence(StrEnum):
    """How far an estimate can be trusted, in the words used in files."""

    NORMAL = "normal"
    LOW = "low"  # known, from more than 10 repetitions to failure
    LOWER_BOUND = "lower_bound"  # too easy a set to tell more
    NOT_NOTED = "not_noted"  # reserve not noted, so it is never compared


def confidence_of(evidence: Evidence, reps_to_failure: float) -> Confidence | None:
    """Tell how far the estimate from a set can be trusted; None if the set tells nothing.

    >>> confidence_of(Evidence.KNOWN, 10.0), confidence_of(Evidence.KNOWN, 10.5)
    (<Confidence.NORMAL: 'normal'>, <Confidence.LOW: 'low'>)
    """
    is_rough = reps_to_failure > MOST_CONFIDENT_REPS
    return {
        Evidence.KNOWN: Confidence.LOW if is_rough else Confidence.NORMAL,
        Evidence.AT_LEAST: Confidence.LOWER_BOUND,
        Evidence.NOT_NOTED: Confidence.NOT_NOTED,
    }.get(evidence)


def counts(system_kg: Any, reps: Any) -> Any:
    """Tell whether a single-leg set that is no warm-up tells anything; NaN load means unknown."""
    return (system_kg > 0) & (reps >= 1)


def evidence_code(reps_to_failure: Any, rir: Any, is_test: Any) -> Any:
    """Return the code of a set that tells something: known, at least or not noted.

    Args:
        reps_to_failure: Repetitions done plus those in reserve; for a test only those done.
        rir: Repetitions in reserve as noted; NaN where they were not.
        is_test: Whether the set was a test, which goes to failure whatever reserve was noted.

    Source: people misjudge their reserve by about 1 repetition with 0 to 3 left, by more with more
        left (Hackett 2017, J Strength Cond Res 31:2162), and by a further half for each repetition
        above 12 (Halperin 2022).
    """
    within = reps_to_failure <= MOST_ESTIMATED_REPS
    known = within & (is_test | (rir < FEWEST_RIR_REFUSED))
    not_noted = (within ^ known) & (rir != rir)
    return AT_LEAST - known + not_noted  # the codes on either side of AT_LEAST


class SetEvidence(NamedTuple):
    """What one set tells about its leg's maximum.

    Args:
        evidence: What kind of evidence it is.
        reps_to_failure: Repetitions used for the estimate, at most 12; NaN where it tells nothing.
        e1rm_kg: Estimated 1RM in kilograms, or its lower bound; NaN where it tells nothing.
    """

    evidence: Evidence
    reps_to_failure: float
    e1rm_kg: float


def evidence_of(
    formula: Formula,
    side: Side,
    set_type: SetType,
    system_kg: float,
    reps: int,
    rir: float | None,
    *,
    is_hold: bool = False,
) -> SetEvidence:
    """Work out what one set tells about its leg's maximum.

    Args:
        formula: The formula for the estimate.
        side: The leg; a set of both legs tells nothing about either.
        set_type: A warm-up tells nothing; a test counts as done to failure.
        system_kg: System load in kilograms; NaN if unknown, and then the set tells nothing.
        reps: Repetitions done.
        rir: Repetitions in reserve; None if not noted.
        is_hold: Whether it was a hold, which tells nothing, however long.

    >>> evidence_of(Formula.EPLEY, Side.LEFT, SetType.WORK, 60.0, 8, 2.0)
    SetEvidence(evidence=<Evidence.KNOWN: 'known'>, reps_to_failure=10.0, e1rm_kg=80.0)
    >>> evidence_of(Formula.EPLEY, Side.LEFT, SetType.WORK, 60.0, 8, 5.0).evidence
    <Evidence.AT_LEAST: 'at_least'>
    >>> evidence_of(Formula.EPLEY, Side.LEFT, SetType.WORK, 60.0, 8, None).evidence
    <Evidence.NOT_NOTED: 'not_noted'>
    """
    is_moved_by_a_leg = side is not Side.BOTH and not is_hold
    if not is_moved_by_a_leg or set_type is SetType.WARMUP or not counts(system_kg, reps):
        return SetEvidence(Evidence.NONE, nan, nan)
    is_test = set_type is SetType.TEST
    r = float(reps if is_test or rir is None else reps + rir)
    code = evidence_code(r, nan if rir is None else rir, is_test)
    r = min(r, float(MOST_ESTIMATED_REPS))
    return SetEvidence(EVIDENCES[code], r, system_kg * times_load(formula, r))
