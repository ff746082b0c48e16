"""One session of a plan, in the form sent to a watch."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.domain.exercise import Side
from tracker.domain.plan import PlannedSets


@dataclass(frozen=True, slots=True)
class PlannedDose:
    """Planned sets, and the load to add on each leg in kilograms; None if none is planned."""

    item: PlannedSets
    loads_kg: Mapping[Side, float | None]


@dataclass(frozen=True, slots=True)
class Workout:
    """A workout for a watch to guide the runner through.

    Args:
        name: Its name on the watch.
        doses: One or more, in order.
    """

    name: str
    doses: Sequence[PlannedDose]
