"""A whole plan with its phases and sets: copied from another, and edited part by part."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, TypeVar

from tracker.domain.change import Change
from tracker.domain.entry import new_id
from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import (
    A_DAY,
    MOST_WEEKS,
    Begins,
    Phase,
    Plan,
    PlannedSets,
    PlannedSide,
    phases_of,
    sets_of_phase,
)
from tracker.domain.plan_due import Stretch, stretches, stretches_on

# What a runner's own plan starts with, to be edited right away.
FIRST_WEEKS: Final = 12
FIRST_WEEKDAYS: Final = (1, 3, 5)
FIRST_SETS: Final = (3, 10)
Part = TypeVar("Part", Phase, PlannedSets)


@dataclass(frozen=True, slots=True)
class WholePlan:
    """A plan with its phases and their planned sets, each sorted by position."""

    plan: Plan
    phases: tuple[Phase, ...] = ()
    items: tuple[PlannedSets, ...] = ()

    @classmethod
    def of(cls, plan: Plan, phases: Iterable[Phase], items: Iterable[PlannedSets]) -> "WholePlan":
        """Pick the phases and planned sets of a plan from among those of a log."""
        own, all_items = tuple(phases_of(plan, phases)), list(items)
        return cls(
            plan, own, tuple(item for phase in own for item in sets_of_phase(phase, all_items))
        )

    @property
    def entries(self) -> tuple[Plan | Phase | PlannedSets, ...]:
        """The plan, its phases and their planned sets."""
        return (self.plan, *self.phases, *self.items)

    def __iter__(self) -> Iterator[tuple[Phase, list[PlannedSets]]]:
        """Yield each phase with its planned sets."""
        return ((phase, self.items_of(phase)) for phase in self.phases)

    def named(self, name: str) -> "WholePlan":
        """Return the same plan under another name.

        Raises:
            ValueError: If the name is empty or too long.
        """
        return replace(self, plan=replace(self.plan, name=name))

    def items_of(self, phase: Phase) -> list[PlannedSets]:
        """List the planned sets of a phase."""
        return sets_of_phase(phase, self.items)

    def number_of(self, phase: Phase) -> int:
        """Return the place of a phase, from 1."""
        return [each.id for each in self.phases].index(phase.id) + 1

    def running_on(self, day: datetime.date) -> list[Stretch]:
        """List the stretches of phases a day lies in, see ``plan_due.stretches_on``."""
        return stretches_on(self.plan, self.phases, day)

    def next_by_hand(self, day: datetime.date) -> Phase | None:
        """Find the phase by hand that comes after the phase of a day; None if there is none."""
        now = self.running_on(day)
        place = self.number_of(now[-1].phase) if now else 0
        return next((phase for phase in self.phases[place:] if phase.is_by_hand), None)

    def phase_of(self, item: PlannedSets) -> Phase:
        """Find the phase of planned sets."""
        return next(phase for phase in self.phases if phase.id == item.phase_id)


def anew(whole: WholePlan, starts_on: datetime.date, legs: Side = Side.BOTH) -> WholePlan:
    """Copy a plan under new ids, to start on another day and run all its weeks.

    Its phases by hand are not yet begun, except for the first.

    Args:
        whole: The plan to copy.
        starts_on: The first day of the copy.
        legs: The leg that does sets planned for each leg; both to keep them for each.
    """
    plan = replace(whole.plan, starts_on=starts_on, ends_on=None, e1rm_on=None, id=new_id())
    ids = {phase.id: new_id() for phase in whole.phases}
    phases = tuple(
        replace(phase, plan_id=plan.id, id=ids[phase.id], position=place, begun_on=())
        for place, phase in enumerate(whole.phases)
    )
    items = tuple(
        replace(
            item,
            phase_id=ids[phase.id],
            side=_of_legs(item.side, legs),
            position=place,
            id=new_id(),
        )
        for phase, of_phase in whole
        for place, item in enumerate(of_phase)
    )
    return WholePlan(plan, phases, items)


def _of_legs(side: PlannedSide, legs: Side) -> PlannedSide:
    if side is PlannedSide.EACH and legs is not Side.BOTH:
        return PlannedSide(legs.value)
    return side


def own_plan(name: str, starts_on: datetime.date) -> WholePlan:
    """Make a plan with a single phase over all its weeks, without planned sets."""
    plan = Plan(name, starts_on, FIRST_WEEKS)
    return WholePlan(plan, (Phase(plan.id, 1, FIRST_WEEKS, FIRST_WEEKDAYS),))


def further_phase(whole: WholePlan) -> Phase:
    """Make a phase for the weeks after the last one, on the same days, and by hand if that one is.

    If no week is left, it gets the week after the plan and never comes until it is moved.
    """
    weeks = whole.plan.weeks
    if not whole.phases:
        return Phase(whole.plan.id, 1, weeks, FIRST_WEEKDAYS)
    last = whole.phases[-1]
    end = max(phase.last_week for phase in whole.phases)
    first = min(end + 1, MOST_WEEKS)
    return replace(
        last,
        first_week=first,
        last_week=max(first, weeks),
        position=last.position + 1,
        begins=last.begins if end < MOST_WEEKS else Begins.BY_HAND,
        begun_on=(),
        criterion="",
        note="",
        id=new_id(),
    )


def further_sets(phase: Phase, items: Sequence[PlannedSets]) -> PlannedSets:
    """Make planned sets to follow those of a phase: like the last ones, or else seated raises.

    Args:
        phase: The phase.
        items: Its planned sets, in order.
    """
    if items:
        return replace(items[-1], position=items[-1].position + 1, id=new_id())
    return PlannedSets(phase.id, Exercise.SEATED, PlannedSide.EACH, *FIRST_SETS)


# Phases that follow each other


def beginning(whole: WholePlan, phase: Phase, day: datetime.date) -> Change:
    """Make the change that begins a phase by hand on a day; empty if that phase is already running.

    If another phase was begun by hand on that day, that beginning is removed. So is a later
    beginning of this phase, unless another phase comes in between.

    Args:
        whole: The plan.
        phase: One of its phases by hand, begun before or not.
        day: Any day of the plan.
    """
    begun = {each.id: set(each.begun_on) - {day} for each in whole.phases}
    begun[phase.id].add(day)

    def phases() -> list[Phase]:
        return [replace(each, begun_on=tuple(sorted(begun[each.id]))) for each in whole.phases]

    for before, after in pairwise(stretches(whole.plan, phases())):
        if before.phase.id == after.phase.id and before.last + A_DAY == after.first:
            begun[after.phase.id].discard(after.first)
    edits = zip(whole.phases, phases(), strict=True)
    return Change.together(Change.replacing(before, after) for before, after in edits)


def turned(plan: Plan, phase: Phase, begins: Begins, today: datetime.date) -> Phase:
    """Change how a phase begins; changed to by hand, it keeps the day its week began it.

    Args:
        plan: Its plan.
        phase: The phase.
        begins: How it begins from now on.
        today: The runner's day.
    """
    began = plan.starts_on + datetime.timedelta(weeks=phase.first_week - 1)
    has_begun = begins is Begins.BY_HAND and plan.starts_on < began <= today
    return replace(phase, begins=begins, begun_on=(began,) if has_begun else ())


def meeting(whole: WholePlan, phase: Phase) -> Phase | None:
    """Find another phase by week that would be due on the same days; None if there is none.

    Args:
        whole: The plan.
        phase: One of its phases, as it would be after a change.
    """
    for other in whole.phases:
        weeks = max(phase.first_week, other.first_week), min(phase.last_week, other.last_week)
        if (
            other.id != phase.id
            and not (phase.is_by_hand or other.is_by_hand)
            and weeks[0] <= weeks[1]
            and _weekdays(phase) & _weekdays(other)
        ):
            return other
    return None


def _weekdays(phase: Phase) -> set[int]:
    """Return the ISO weekdays on which a phase may be due."""
    return set(phase.weekdays or range(1, 8))


# Moving and removing parts


def removing_phase(whole: WholePlan, phase: Phase) -> Change:
    """Make the change that removes a phase and its planned sets."""
    return Change.removing(*whole.items_of(phase), phase)


def removing_plan(whole: WholePlan) -> Change:
    """Make the change that removes a plan and everything in it."""
    return Change.removing(*reversed(whole.entries))


def moving_phase(whole: WholePlan, phase: Phase, step: int) -> Change:
    """Make the change that moves a phase up (-1) or down (+1); empty if already at the end."""
    return Change.together(
        Change.replacing(each, replace(each, position=place))
        for place, each in enumerate(_moved(whole.phases, phase, step))
    )


def moving_sets(whole: WholePlan, item: PlannedSets, step: int) -> Change:
    """Make the change that moves planned sets up (-1) or down (+1); empty if already at the end."""
    siblings = whole.items_of(whole.phase_of(item))
    return Change.together(
        Change.replacing(each, replace(each, position=place))
        for place, each in enumerate(_moved(siblings, item, step))
    )


def _moved(parts: Sequence[Part], part: Part, step: int) -> Sequence[Part]:
    places = list(parts)
    place = places.index(part)
    target = min(max(place + step, 0), len(places) - 1)
    if target == place:
        return ()  # nothing moves, so nothing is renumbered
    places.insert(target, places.pop(place))
    return places
