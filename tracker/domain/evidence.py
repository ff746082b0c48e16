"""What one set tells of its leg's maximum: known, at least this, not noted, or nothing.

Without numpy: the Log page asks with each key, before anything is drawn. The rule stands once, as
arithmetic that serves a set and whole columns of them; ``day_values`` asks it for columns.
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
    """How a set bears on the maximum of its leg."""

    KNOWN = "known"  # at most 12 to failure: a test, or fewer than 4 noted in reserve
    AT_LEAST = "at_least"  # too easy to tell how strong the leg is: this, or more
    NOT_NOTED = "not_noted"  # counted to the repetitions done; drawn, never compared
    NONE = "none"


# A code in columns is the place of the enum's member.
EVIDENCES: Final = tuple(Evidence)
KNOWN, AT_LEAST, NOT_NOTED, NONE = range(4)


class Confidence(StrEnum):
    """How far an estimate may be trusted, as files say it."""

    NORMAL = "normal"
    LOW = "low"  # known, of 11 or 12 repetitions
    LOWER_BOUND = "lower_bound"  # too easy to tell: this, or more
    NOT_NOTED = "not_noted"  # the reserve, so that it is never compared


def confidence_of(evidence: Evidence, reps_to_failure: float) -> Confidence | None:
    """Tell how far the estimate of a set may be trusted; None where it tells nothing.

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
    """Tell whether a set of one leg, no warm-up, tells anything; NaN is an unknown load."""
    return (system_kg > 0) & (reps >= 1)


def evidence_code(reps_to_failure: Any, rir: Any, is_test: Any) -> Any:
    """Give the code of a set that counts: known, at least or not noted.

    Args:
        reps_to_failure: Repetitions done, and those in reserve; of a test those done alone.
        rir: Repetitions in reserve as noted; NaN where they were not.
        is_test: Whether the set was a test, which is to failure whatever was noted.

    Source: people misjudge by about 1 repetition at 0 to 3 left, by more further off (Hackett
    2017, J Strength Cond Res 31:2162), and by half a repetition more for each above 12 (Halperin
    2022).
    """
    within = reps_to_failure <= MOST_ESTIMATED_REPS
    known = within & (is_test | (rir < FEWEST_RIR_REFUSED))
    not_noted = (within ^ known) & (rir != rir)
    return AT_LEAST - known + not_noted  # the codes to either side of it


class SetEvidence(NamedTuple):
    """What one set tells.

    Args:
        evidence: In which way.
        reps_to_failure: The repetitions reckoned with, at most 12; NaN where it tells nothing.
        e1rm_kg: Estimated maximum in kilograms, or the least it can be; NaN where it tells nothing.
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
    """Tell what one set tells of its leg's maximum.

    Args:
        formula: The formula of the estimate.
        side: Both legs tell nothing of one.
        set_type: A warm-up tells nothing, a test is to failure.
        system_kg: System load in kilograms; NaN where unknown, which tells nothing.
        reps: Repetitions done.
        rir: Repetitions in reserve; None where not noted.
        is_hold: A load held still tells nothing, however long.

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
