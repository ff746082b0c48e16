"""Loads and work: kilograms and pounds, what the calf lifted, how much work that is, and how long.

Formulas are plain arithmetic, so that they work on a single value and on a numpy array, and so that
the start, which needs only single values, does not have to load numpy.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Quantity = TypeVar("Quantity", float, "NDArray[np.float64]")
Truth = TypeVar("Truth", bool, "NDArray[np.bool_]")

KG_PER_LB = 0.45359237  # exact, by international agreement of 1959
MOST_RIR_OF_A_HARD_SET = 4
# Kilograms are stored to ten decimals: a quarter of a pound is exactly 0.1133980925 kg.
KG_DECIMALS = 10
# Ask the runner to confirm a load above the first limit if nothing was lifted before, or above
# twice the heaviest load so far plus the second.
MOST_AT_FIRST_KG = 300.0
MOST_MORE_KG = 50.0
# More repetitions than this with a load are rare; fewer may be the load, written first.
MANY_REPS = 30


class Unit(StrEnum):
    """The unit in which loads are shown, typed and written; they are stored in kilograms."""

    KG = "kg"
    LB = "lb"


def kg_from_pounds(pounds: float) -> float:
    """Convert pounds to kilograms, to ten decimals.

    >>> kg_from_pounds(60)
    27.2155422
    """
    return round(pounds * KG_PER_LB, KG_DECIMALS)


def pounds_from_kg(kg: float) -> float:
    """Convert kilograms to the shortest number of pounds that converts back to the same kilograms.

    A load typed in pounds comes back as typed, without binary rounding noise; a load typed in
    kilograms gets as many decimals as it takes to convert back exactly.

    >>> pounds_from_kg(kg_from_pounds(60.25))
    60.25
    >>> kg_from_pounds(pounds_from_kg(62.5))
    62.5
    """
    pounds = kg / KG_PER_LB
    for decimals in range(2, 12):
        short = round(pounds, decimals)
        if kg_from_pounds(short) == kg:
            return short
    return pounds


def system_load_kg(external_kg: float, bodyweight_kg: float, carries_bodyweight: bool) -> float:
    """Return what the calf lifts: body and external load when standing, only the load when seated.

    Args:
        external_kg: Added load in kilograms, negative for assistance.
        bodyweight_kg: Bodyweight on the day in kilograms; NaN if unknown.
        carries_bodyweight: Whether the exercise lifts the body.

    Returns:
        Kilograms; NaN for a standing set with unknown bodyweight.

    ``SetColumns.system_kg`` does the same for whole columns.

    >>> system_load_kg(20.0, 70.0, True)
    90.0
    >>> system_load_kg(20.0, float("nan"), False)
    20.0
    """
    return external_kg + bodyweight_kg if carries_bodyweight else external_kg


def volume_load_kg(reps: Quantity, system_kg: Quantity) -> Quantity:
    """Return the volume load of a set in kilograms: repetitions times system load.

    It is 0 if assistance carries all the weight; an unknown load (NaN) stays unknown.

    >>> volume_load_kg(8, 60.0), volume_load_kg(8, -5.0)
    (480.0, 0.0)
    """
    return reps * (system_kg + abs(system_kg)) / 2


def time_under_tension_s(reps: Quantity, repetition_s: Quantity) -> Quantity:
    """Return a set's time under tension in seconds: repetitions times the duration of each.

    A repetition lasts as long as its hold, or the four phases of its tempo.

    >>> time_under_tension_s(8, 6.0), time_under_tension_s(5, 45.0)
    (48.0, 225.0)
    """
    return reps * repetition_s


def is_hard_set(is_warmup: Truth, reps: Quantity, rir: Quantity) -> Truth:
    """Tell whether a set counts as hard: no warm-up, and at most 4 reps in reserve or unknown.

    Args:
        is_warmup: Whether the set is a warm-up.
        reps: Repetitions done; a set without any is not hard.
        rir: Repetitions in reserve; NaN where unknown.

    A reserve that was not noted does not make a set easy [D].

    >>> is_hard_set(False, 8.0, 4.0), is_hard_set(False, 8.0, 5.0), is_hard_set(True, 8.0, 0.0)
    (True, False, False)
    >>> is_hard_set(False, 0.0, 0.0)
    False
    """
    is_few_or_unknown = (rir <= MOST_RIR_OF_A_HARD_SET) | (rir != rir)  # true only for NaN
    hard: Truth = (is_warmup ^ True) & (reps >= 1) & is_few_or_unknown
    return hard


def seem_swapped(reps: int, load: float, before: Iterable[tuple[int, float]]) -> bool:
    """Tell whether repetitions and load seem written load first, as other programs do.

    Args:
        reps: The repetitions as read.
        load: The load as read, in any unit.
        before: Repetitions and loads of earlier sets, in the same unit.

    >>> seem_swapped(60, 8.0, []), seem_swapped(60, 8.0, [(8, 57.5)]), seem_swapped(8, 60.0, [])
    (True, True, False)
    >>> seem_swapped(60, 0.0, []), seem_swapped(60, 8.0, [(50, 10.0)])
    (False, False)
    >>> seem_swapped(35, 5.0, [(9, 5.0)])
    False
    """
    if not (reps > MANY_REPS >= load >= 1 and load == int(load)):
        return False
    earlier = list(before)
    if any(reps_then > MANY_REPS for reps_then, _ in earlier):
        return False
    loads = [load_then for _, load_then in earlier]
    away, away_if_swapped = (
        min((abs(each - load_then) for load_then in loads), default=0.0) for each in (load, reps)
    )
    return not loads or away_if_swapped < away


def is_far_above(kg: float, before_kg: Iterable[float]) -> bool:
    """Tell whether a load is so far above earlier ones that it may be a typing error.

    Args:
        kg: The load in kilograms.
        before_kg: Earlier loads in kilograms.

    >>> is_far_above(600.0, [60.0, 62.5]), is_far_above(600.0, []), is_far_above(40.0, [0.0])
    (True, True, False)
    """
    most_kg = max(before_kg, default=None)
    if most_kg is None:
        return kg > MOST_AT_FIRST_KG
    return kg > 2 * most_kg and kg - most_kg > MOST_MORE_KG
