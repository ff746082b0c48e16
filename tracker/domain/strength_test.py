"""The strength test: one set to failure for each leg, the load to offer, and the warm-ups."""

from dataclasses import dataclass
from math import floor
from typing import Final

from tracker.domain.load import KG_DECIMALS
from tracker.domain.one_rep_max import Formula, times_load

AIMED_REPS: Final = 8  # in the middle of the 6 to 10 that a test aims at
# Warm-ups build up to the load of the test: first their shares of that load, then the repetitions
# for shares up to a limit; beyond the last limit the fewest repetitions.
WARM_UP_SHARES: Final = (0.5, 0.7, 0.85)
_REPS_UP_TO: Final = ((0.6, 8), (0.8, 5))
_FEWEST_WARM_UP_REPS: Final = 3


def offered_kg(formula: Formula, figure_kg: float, carried_kg: float, step_kg: float) -> float:
    """Return the external load in kilograms to offer for a test of 6 to 10 repetitions.

    Args:
        formula: The formula that gave the estimate.
        figure_kg: The leg's estimated 1RM as a system load, > 0.
        carried_kg: Bodyweight that the exercise lifts; 0 when seated.
        step_kg: The load is rounded to the nearest multiple of this, > 0.

    Returns:
        Kilograms, negative for assistance; always enough that the system load is above 0.

    A 1RM of 95 kg means 95 / (1 + 8 / 30) = 75 kg for eight repetitions; minus 70 kg of body:

    >>> offered_kg(Formula.EPLEY, 95.0, 70.0, 2.5)
    5.0
    >>> offered_kg(Formula.EPLEY, 1.0, 0.0, 2.5)
    2.5
    """
    added_kg = figure_kg / times_load(formula, float(AIMED_REPS)) - carried_kg
    steps = max(floor(added_kg / step_kg + 0.5), floor(-carried_kg / step_kg) + 1)
    offered: float = round(steps * step_kg, KG_DECIMALS)
    return offered


@dataclass(frozen=True, slots=True)
class WarmUp:
    """A warm-up set of one leg: external load in kilograms, and repetitions."""

    external_kg: float
    reps: int


def warm_ups(load_kg: float, carried_kg: float, step_kg: float) -> list[WarmUp]:
    """List the warm-ups of one leg before a test, lightest first; all lighter than the test.

    Args:
        load_kg: External load of the test, in kilograms; negative is assistance.
        carried_kg: Bodyweight that the exercise lifts; 0 when seated or unknown.
        step_kg: Loads are multiples of this, > 0.

    Returns:
        At most three. None is lighter than bodyweight, unless the test itself is assisted.

    >>> [(each.external_kg, each.reps) for each in warm_ups(60.0, 0.0, 2.5)]
    [(30.0, 8), (42.5, 5), (50.0, 3)]
    >>> warm_ups(5.0, 70.0, 2.5)
    [WarmUp(external_kg=0.0, reps=3)]
    """
    tested_kg = load_kg + carried_kg
    if tested_kg <= 0:
        return []
    loads_kg: list[float] = []
    for share in WARM_UP_SHARES:
        steps = floor((share * tested_kg - carried_kg) / step_kg + 0.5)
        if load_kg >= 0:
            steps = max(steps, 0 if carried_kg else 1)
        external_kg = round(steps * step_kg, KG_DECIMALS)
        if 0 < external_kg + carried_kg < tested_kg and external_kg not in loads_kg:
            loads_kg.append(external_kg)
    return [WarmUp(each, _warm_up_reps((each + carried_kg) / tested_kg)) for each in loads_kg]


def _warm_up_reps(share: float) -> int:
    return next((reps for most, reps in _REPS_UP_TO if share <= most), _FEWEST_WARM_UP_REPS)
