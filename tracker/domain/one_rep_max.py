"""Estimated one-repetition maximum: six formulas, and where each may be trusted.

No formula is validated for calf raises, so every figure is an estimate, for one's own trend. The
formulas are plain arithmetic on ``w`` (system load in kilograms, > 0) and ``r`` (repetitions done
plus in reserve, 1 to 12), so that each serves one value and a numpy array alike.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import e
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tracker.domain.exercise import Side
from tracker.domain.session import SetType

MOST_REPS = 12  # beyond, a set is endurance
MOST_CONFIDENT_REPS = 10
FEWEST_RIR_REFUSED = 4  # from here on, reps in reserve are a guess


class Formula(StrEnum):
    """A published formula for the one-repetition maximum."""

    EPLEY = "epley"
    BRZYCKI = "brzycki"
    LOMBARDI = "lombardi"
    MAYHEW = "mayhew"
    OCONNER = "oconner"
    WATHEN = "wathen"


class Confidence(StrEnum):
    """How far an estimate may be trusted."""

    NORMAL = "normal"
    LOWER_BOUND = "lower_bound"  # reps in reserve unknown, counted as none
    LOW = "low"  # 11 or 12 repetitions


# What follows holds for r > 1; one repetition is its own maximum (see ``predict``).
_FORMULAS: dict[Formula, Callable[[Any, Any], Any]] = {
    # Epley (1985), Poundage Chart
    Formula.EPLEY: lambda w, r: w * (1 + r / 30),
    # Brzycki (1993), JOPERD 64:88
    Formula.BRZYCKI: lambda w, r: 36 * w / (37 - r),
    # Lombardi (1989), Beginning Weight Training
    Formula.LOMBARDI: lambda w, r: w * r**0.10,
    # Mayhew et al. (1992), J Appl Sport Sci Res 6:200
    Formula.MAYHEW: lambda w, r: 100 * w / (52.2 + 41.9 * e ** (-0.055 * r)),
    # O'Conner, Simmons, O'Shea (1989), Weight Training Today
    Formula.OCONNER: lambda w, r: w * (1 + r / 40),
    # Wathen (1994), Essentials of Strength Training and Conditioning
    Formula.WATHEN: lambda w, r: 100 * w / (48.8 + 53.8 * e ** (-0.075 * r)),
}


def _is_in_range(w: Any, r: Any) -> Any:
    """Tell where the formulas hold, of values or of whole columns."""
    return (w > 0) & (r >= 1) & (r <= MOST_REPS)


def _is_estimable(reps: Any, rir: Any) -> Any:
    """Tell which sets that count bear an estimate, of values or of whole columns; NaN is unknown.

    Nothing lifted estimates nothing, whatever was in reserve.
    """
    return (reps >= 1) & ((rir < FEWEST_RIR_REFUSED) | (rir != rir))


def predict(formula: Formula, system_kg: ArrayLike, reps_to_failure: ArrayLike) -> Any:
    """Predict the one-repetition maximum, in kilograms.

    Args:
        formula: Which formula.
        system_kg: System load in kilograms, > 0; any shape.
        reps_to_failure: Repetitions done plus in reserve, 1 to 12; same shape.

    Returns:
        Kilograms in the shape given, NaN where the arguments are out of range.

    >>> float(predict(Formula.EPLEY, 60.0, 10))
    80.0
    >>> float(predict(Formula.EPLEY, 60.0, 1))
    60.0
    """
    w, r = np.asarray(system_kg, np.float64), np.asarray(reps_to_failure, np.float64)
    in_range = _is_in_range(w, r)
    # Out of range the formulas may divide by zero: give them a harmless value there.
    safe = np.where(in_range, r, 1.0)
    return np.where(in_range, np.where(r == 1, w, _FORMULAS[formula](w, safe)), np.nan)


def estimates_kg(
    formula: Formula,
    system_kg: NDArray[np.float64],
    reps: NDArray[np.float64],
    rir: NDArray[np.float64],
    counts: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """Estimate the one-repetition maximum of whole columns of sets.

    Args:
        formula: Which formula.
        system_kg: System load in kilograms; NaN where unknown.
        reps: Repetitions done.
        rir: Repetitions in reserve; NaN where unknown, which counts as none.
        counts: Whether the set is of one leg and no warm-up.

    Returns:
        Kilograms; NaN where there is no estimate (domain.md §3.1).
    """
    estimable = counts & _is_estimable(reps, rir)
    in_reserve = np.where(np.isnan(rir), 0.0, rir)
    estimated: NDArray[np.float64] = np.where(
        estimable, predict(formula, system_kg, reps + in_reserve), np.nan
    )
    return estimated


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimated one-repetition maximum in kilograms, and how far to trust it."""

    kg: float
    confidence: Confidence


def counts_for_estimate(side: Side, set_type: SetType) -> bool:
    """Tell whether a set can bear an estimate: of one leg, whose load is known, and no warm-up."""
    return side is not Side.BOTH and set_type is not SetType.WARMUP


def confidence_of(reps: float, rir: float | None) -> Confidence:
    """Tell how far the estimate of a set may be trusted, where it has one."""
    if reps + (rir or 0) > MOST_CONFIDENT_REPS:
        return Confidence.LOW
    return Confidence.LOWER_BOUND if rir is None else Confidence.NORMAL


def estimate(
    formula: Formula,
    side: Side,
    set_type: SetType,
    system_kg: float,
    reps: int,
    rir: float | None,
) -> Estimate | None:
    """Estimate the one-repetition maximum of one set.

    Args:
        formula: Which formula.
        side: Both legs give none.
        set_type: A warm-up gives none.
        system_kg: System load in kilograms; NaN where unknown, which gives none.
        reps: Repetitions done; with those in reserve, above 12 gives none.
        rir: Repetitions in reserve; 4 or more give none, None counts as none left.

    Returns:
        The estimate, or None where the rules of domain.md §3.1 give none.

    >>> estimate(Formula.EPLEY, Side.LEFT, SetType.WORK, 60.0, 8, 2.0)
    Estimate(kg=80.0, confidence=<Confidence.NORMAL: 'normal'>)
    """
    # As ``estimates_kg`` does it for columns, without the arrays: the Log page asks with each key.
    left = 0.0 if rir is None else rir
    r = reps + left
    if not (counts_for_estimate(side, set_type) and _is_estimable(reps, left)):
        return None
    if not _is_in_range(system_kg, r):
        return None
    kg = system_kg if r == 1 else _FORMULAS[formula](system_kg, r)
    return Estimate(kg, confidence_of(reps, rir))
