"""The strength test: one set to failure for each leg, and the load to offer for it."""

from math import floor
from typing import Final

from tracker.domain.load import KG_DECIMALS
from tracker.domain.one_rep_max import Formula, times_load

AIMED_REPS: Final = 8  # in the middle of the 6 to 10 that a test aims at


def offered_kg(formula: Formula, figure_kg: float, carried_kg: float, step_kg: float) -> float:
    """Give the external load in kilograms to offer for a test of 6 to 10 repetitions.

    Args:
        formula: The formula that the figure was estimated by.
        figure_kg: The leg's figure, > 0, system load.
        carried_kg: Bodyweight that the exercise lifts, 0 seated.
        step_kg: The load offered is the nearest multiple of this, > 0.

    Returns:
        Kilograms, negative for assistance; always so much that something is lifted.

    Of 95 kg eight repetitions are 95 / (1 + 8 / 30) = 75 kg, which with 70 kg of body are:

    >>> offered_kg(Formula.EPLEY, 95.0, 70.0, 2.5)
    5.0
    >>> offered_kg(Formula.EPLEY, 1.0, 0.0, 2.5)
    2.5
    """
    added_kg = figure_kg / times_load(formula, float(AIMED_REPS)) - carried_kg
    steps = max(floor(added_kg / step_kg + 0.5), floor(-carried_kg / step_kg) + 1)
    offered: float = round(steps * step_kg, KG_DECIMALS)
    return offered
