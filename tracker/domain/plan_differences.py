"""What one plan says otherwise than another, phase by phase."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import zip_longest

from tracker.domain.plan import Phase, PlannedSets
from tracker.domain.plan_edits import WholePlan


@dataclass(frozen=True, slots=True)
class PhaseDifference:
    """A phase that two plans have otherwise.

    Args:
        number: Its place in the plan, 1 upward.
        before: As the one plan has it; None where it has fewer phases.
        after: As the other one has it; None where that has fewer.
        gone: Planned sets that the one has and the other has not.
        come: Those that the other one has instead.
    """

    number: int
    before: Phase | None
    after: Phase | None
    gone: tuple[PlannedSets, ...] = ()
    come: tuple[PlannedSets, ...] = ()

    @property
    def is_rescheduled(self) -> bool:
        """Whether its weeks, its days, or how it begins differ, or a word about it."""
        if self.before is None or self.after is None:
            return False
        return _phase_said(self.before) != _phase_said(self.after)


def differing_phases(before: WholePlan, after: WholePlan) -> list[PhaseDifference]:
    """List the phases that two plans have otherwise; a phase is known by its place.

    Args:
        before: The one plan.
        after: The other one.
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
    """Give those of some planned sets that others do not have, each as often as it is missing."""
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
