"""What makes a set the best of its leg so far: the rule, for one set.

Without numpy, because the Log page asks after every set. ``bests`` does the same for whole columns.
"""

from math import inf, isnan
from typing import Final, NamedTuple

from tracker.domain.evidence import Evidence, SetEvidence

# The heaviest load is kept for sets of at least this many repetitions, the numbers plans use.
BEST_REPS: Final = (1, 3, 5, 8, 12)
NO_LOAD: Final = -inf  # below every load, so that comparisons need no special case


class Heaviest(NamedTuple):
    """The most that a leg has lifted in one exercise on one piece of equipment.

    Args:
        kg: Heaviest system load in kilograms for each of ``BEST_REPS``; ``NO_LOAD`` for none.
        e1rm_kg: Highest known estimated 1RM in kilograms; ``NO_LOAD`` for none.
    """

    kg: tuple[float, ...] = (NO_LOAD,) * len(BEST_REPS)
    e1rm_kg: float = NO_LOAD

    def more(self, other: "Heaviest") -> "Heaviest":
        """Return the higher value of the two, field by field."""
        return Heaviest(tuple(map(max, self.kg, other.kg)), max(self.e1rm_kg, other.e1rm_kg))


class Beaten(NamedTuple):
    """Which bests a set has beaten.

    Args:
        reps: Those of ``BEST_REPS`` for which it is the heaviest so far, ascending.
        is_estimate: Whether its estimated 1RM is the highest so far.
    """

    reps: tuple[int, ...]
    is_estimate: bool

    def __bool__(self) -> bool:
        return bool(self.reps) or self.is_estimate


def lifted(system_kg: float, reps: int, told: SetEvidence) -> Heaviest:
    """Return what a single set has lifted.

    A set of both legs, a warm-up, or a set of unknown load tells nothing and sets no best. An
    estimate counts only if it is known.

    Args:
        system_kg: System load in kilograms.
        reps: Repetitions done.
        told: What the set tells about its leg's maximum.

    >>> lifted(60.0, 8, SetEvidence(Evidence.KNOWN, 10.0, 80.0))
    Heaviest(kg=(60.0, 60.0, 60.0, 60.0, -inf), e1rm_kg=80.0)
    """
    if told.evidence is Evidence.NONE or isnan(system_kg):
        return Heaviest()
    e1rm_kg = told.e1rm_kg if told.evidence is Evidence.KNOWN else NO_LOAD
    return Heaviest(tuple(system_kg if reps >= each else NO_LOAD for each in BEST_REPS), e1rm_kg)


def beaten(before: Heaviest, now: Heaviest) -> Beaten:
    """Compare a set with the bests before it; a first set beats nothing, nor does an equal one.

    Args:
        before: The bests before the set, on the same equipment.
        now: What the set itself has lifted.
    """
    reps = (
        each
        for each, old, new in zip(BEST_REPS, before.kg, now.kg, strict=True)
        if NO_LOAD < old < new
    )
    return Beaten(tuple(reps), NO_LOAD < before.e1rm_kg < now.e1rm_kg)
