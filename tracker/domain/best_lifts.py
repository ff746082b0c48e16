"""What makes a set the best of its leg so far: the rule, for one set.

Without numpy: the Log page asks with each set. ``bests`` asks the same of whole columns.
"""

from math import inf, isnan
from typing import Final, NamedTuple

from tracker.domain.evidence import Evidence, SetEvidence

# The heaviest load is kept of sets of at least so many repetitions, as plans ask for them.
BEST_REPS: Final = (1, 3, 5, 8, 12)
NO_LOAD: Final = -inf  # less than any, so that a comparison needs no other case


class Heaviest(NamedTuple):
    """The most that a leg has lifted in one exercise on one piece of equipment.

    Args:
        kg: System loads in kilograms, for each of ``BEST_REPS``; ``NO_LOAD`` for none.
        e1rm_kg: The highest known estimate of its maximum; ``NO_LOAD`` for none.
    """

    kg: tuple[float, ...] = (NO_LOAD,) * len(BEST_REPS)
    e1rm_kg: float = NO_LOAD

    def more(self, other: "Heaviest") -> "Heaviest":
        """Give the higher of each of the two's values."""
        return Heaviest(tuple(map(max, self.kg, other.kg)), max(self.e1rm_kg, other.e1rm_kg))


class Beaten(NamedTuple):
    """What a set has beaten.

    Args:
        reps: For which of ``BEST_REPS`` it is the heaviest, ascending.
        is_estimate: Whether its estimate is the highest.
    """

    reps: tuple[int, ...]
    is_estimate: bool

    def __bool__(self) -> bool:
        return bool(self.reps) or self.is_estimate


def lifted(system_kg: float, reps: int, told: SetEvidence) -> Heaviest:
    """Give what one set alone has lifted.

    A set of both legs, a warm-up, or one of an unknown load tells nothing, and is no best. An
    estimate counts only where it is known.

    Args:
        system_kg: System load in kilograms.
        reps: Repetitions done.
        told: What the set tells of its leg's maximum.

    >>> lifted(60.0, 8, SetEvidence(Evidence.KNOWN, 10.0, 80.0))
    Heaviest(kg=(60.0, 60.0, 60.0, 60.0, -inf), e1rm_kg=80.0)
    """
    if told.evidence is Evidence.NONE or isnan(system_kg):
        return Heaviest()
    e1rm_kg = told.e1rm_kg if told.evidence is Evidence.KNOWN else NO_LOAD
    return Heaviest(tuple(system_kg if reps >= each else NO_LOAD for each in BEST_REPS), e1rm_kg)


def beaten(before: Heaviest, now: Heaviest) -> Beaten:
    """Tell what a set has beaten; the first of its kind beats nothing, and neither does an equal.

    Args:
        before: What was lifted up to then, on the same equipment.
        now: What the set has lifted.
    """
    reps = (
        each
        for each, old, new in zip(BEST_REPS, before.kg, now.kg, strict=True)
        if NO_LOAD < old < new
    )
    return Beaten(tuple(reps), NO_LOAD < before.e1rm_kg < now.e1rm_kg)
