"""One session of a plan, as a watch is to lead through it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.domain.exercise import Side
from tracker.domain.plan import PlannedSets


@dataclass(frozen=True, slots=True)
class PlannedDose:
    """Planned sets, and the load to add on each leg in kilograms; None where none is planned."""

    item: PlannedSets
    loads_kg: Mapping[Side, float | None]


@dataclass(frozen=True, slots=True)
class Workout:
    """What a watch is to lead through.

    Args:
        name: What it is called there.
        doses: One or more, in their order.
    """

    name: str
    doses: Sequence[PlannedDose]
