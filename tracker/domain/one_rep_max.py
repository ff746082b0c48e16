"""Estimated one-repetition maximum: six formulas, and where each may be trusted.

No formula is validated for calf raises, so figures are estimates for following one's own trend. The
formulas are plain arithmetic on ``r`` (repetitions done plus in reserve), so that each works on
single values and arrays and needs no numpy: the Log page asks on every key press.
"""

from collections.abc import Callable
from enum import StrEnum
from math import e
from typing import Any

MOST_ESTIMATED_REPS = 12  # beyond this, a set is endurance work
MOST_CONFIDENT_REPS = 10
FEWEST_RIR_REFUSED = 4  # from this many on, reps in reserve are a guess


class Formula(StrEnum):
    """A published formula for the one-repetition maximum."""

    EPLEY = "epley"
    BRZYCKI = "brzycki"
    LOMBARDI = "lombardi"
    MAYHEW = "mayhew"
    OCONNER = "oconner"
    WATHEN = "wathen"


# The 1RM in multiples of the load, for r > 1 (see ``times_load``).
_TIMES: dict[Formula, Callable[[Any], Any]] = {
    # Epley (1985), Poundage Chart
    Formula.EPLEY: lambda r: 1 + r / 30,
    # Brzycki (1993), JOPERD 64:88
    Formula.BRZYCKI: lambda r: 36 / (37 - r),
    # Lombardi (1989), Beginning Weight Training
    Formula.LOMBARDI: lambda r: r**0.10,
    # Mayhew et al. (1992), J Appl Sport Sci Res 6:200
    Formula.MAYHEW: lambda r: 100 / (52.2 + 41.9 * e ** (-0.055 * r)),
    # O'Conner, Simmons, O'Shea (1989), Weight Training Today
    Formula.OCONNER: lambda r: 1 + r / 40,
    # Wathen (1994), Essentials of Strength Training and Conditioning
    Formula.WATHEN: lambda r: 100 / (48.8 + 53.8 * e ** (-0.075 * r)),
}


def times_load(formula: Formula, reps_to_failure: Any) -> Any:
    """Return the 1RM in multiples of the system load, for a float or an array.

    Args:
        formula: The formula.
        reps_to_failure: Repetitions done plus in reserve, 1 to 13; for 1 the result is 1.

    >>> times_load(Formula.EPLEY, 6.0), times_load(Formula.EPLEY, 1.0)
    (1.2, 1.0)
    """
    is_one = reps_to_failure == 1
    return is_one + (1 - is_one) * _TIMES[formula](reps_to_failure)
