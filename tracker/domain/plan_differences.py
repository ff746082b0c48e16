"""How two plans differ, phase by phase."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import zip_longest

from tracker.domain.plan import Phase, PlannedSets
from tracker.domain.plan_edits import WholePlan


@dataclass(frozen=True, slots=True)
class PhaseDifference:
    """A phase that differs between two plans.

    Args:
        number: Its place in the plan, from 1.
        before: The phase in the first plan; None if that has fewer phases.
        after: The phase in the second plan; None if that has fewer phases.
        gone: Planned sets only in the first plan.
        come: Planned sets only in the second plan.
    """

    number: int
    before: Phase | None
    after: Phase | None
    gone: tuple[PlannedSets, ...] = ()
    come: tuple[PlannedSets, ...] = ()

    @property
    def is_rescheduled(self) -> bool:
        """Whether the phase itself differs: its weeks, days, how it begins, or its texts."""
        if self.before is None or self.after is None:
            return False
        return _phase_said(self.before) != _phase_said(self.after)


def differing_phases(before: WholePlan, after: WholePlan) -> list[PhaseDifference]:
    """List the phases that differ between two plans; phases are matched by their place.

    Args:
        before: The first plan.
        after: The second plan.
    """
    found = []
    for number, (one, other) in enumerate(zip_longest(before.phases, after.phases), 1):
        had = [] if one is None else before.items_of(one)
        has = [] if other is None else after.items_of(other)
        difference = PhaseDifference(number, one, other, _beyond(had, has), _beyond(has, had))
        is_alike = one is not None and other is not None and not difference.is_rescheduled
        if not is_alike or difference.gone or difference.come:
            found.append(difference)
    return found


def _beyond(items: Iterable[PlannedSets], others: Iterable[PlannedSets]) -> tuple[PlannedSets, ...]:
    """Return the items missing from ``others``, each as often as it is missing."""
    there = Counter(map(_item_said, others))
    beyond = []
    for item in items:
        said = _item_said(item)
        if there[said]:
            there[said] -= 1
        else:
            beyond.append(item)
    return tuple(beyond)


def _item_said(item: PlannedSets) -> PlannedSets:
    return replace(item, id="", phase_id="", position=0)


def _phase_said(phase: Phase) -> Phase:
    return replace(phase, id="", plan_id="", position=0, begun_on=())
