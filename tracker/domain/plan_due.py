"""What of a plan is due on which day: phases follow each other and never add up.

At most one phase is due on any day: among the phases that have begun, are not over and have a
session on that day, the one that began last; of two that began on the same day, the later in the
plan. A phase by week ends with its last week, a phase by hand when another one begins. Phases by
week that share weeks take turns by weekday; where they share weekdays too, the later one counts.

Single days are worked out without numpy, so that a start need not load it.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from tracker.domain.frozen import frozen
from tracker.domain.plan import A_DAY, Phase, Plan, PlannedSets, phases_of, sets_of_phase

if TYPE_CHECKING:
    from tracker.domain.columns import Integers

Number = TypeVar("Number", int, "Integers")


@frozen
class Stretch:
    """A span of days in which a phase applies, both ends included.

    Args:
        phase: The phase.
        first: Its first day.
        last: Its last day.
        paced_from: The day from which ``every_hours`` counts: for a phase by hand the stretch's
            first day, for a phase by week the plan's, so that the rhythm carries over from phase to
            phase.
    """

    phase: Phase
    first: datetime.date
    last: datetime.date
    paced_from: datetime.date

    def has(self, day: datetime.date) -> bool:
        """Tell whether a day lies in it."""
        return self.first <= day <= self.last


@frozen
class Due:
    """What is due on one day.

    Args:
        phase: The one phase that is due.
        sessions: How many of its sessions are due, 1 or more.
        items: The planned sets of each session, at least one, in order.
    """

    phase: Phase
    sessions: int
    items: Sequence[PlannedSets]


def stretches(plan: Plan, phases: Iterable[Phase]) -> list[Stretch]:
    """List the stretches of a plan's phases in the order they begin.

    Args:
        plan: The plan.
        phases: Phases in any order; those of other plans are ignored.
    """
    own = phases_of(plan, phases)
    beginnings = sorted(
        (day, place) for place, phase in enumerate(own) for day in _beginnings(plan, phase, place)
    )
    found = []
    for number, (first, place) in enumerate(beginnings):
        phase = own[place]
        last = plan.last_day
        if not phase.is_by_hand:
            weeks = phase.last_week - phase.first_week + 1
            last = min(last, first + datetime.timedelta(weeks=weeks) - A_DAY)
        for later, other in beginnings[number + 1 :]:
            if phase.is_by_hand or own[other].is_by_hand:
                last = min(last, later - A_DAY)
                break
        if first <= last:
            paced_from = first if phase.is_by_hand else plan.starts_on
            found.append(Stretch(phase, first, last, paced_from))
    return found


def _beginnings(plan: Plan, phase: Phase, place: int) -> Iterator[datetime.date]:
    if not phase.is_by_hand:
        yield plan.starts_on + datetime.timedelta(weeks=phase.first_week - 1)
        return
    days = set(phase.begun_on) | ({plan.starts_on} if place == 0 else set())
    yield from (day for day in days if plan.runs_on(day))


def sessions_of(phase: Phase, days: Number, weekday: Number) -> Number:
    """Count the sessions due on a day in a phase's stretch, or on each of several such days.

    Every 48 hours means every other day, every 12 hours twice a day.

    Args:
        phase: The phase.
        days: Days since ``Stretch.paced_from``, 0 or more.
        weekday: ISO weekday, 1 for Monday to 7 for Sunday.
    """
    if phase.every_hours is None:
        chosen = sum(1 << day for day in phase.weekdays)
        return (chosen >> weekday) & 1
    # Multiples of the hours before the end of the day, minus those before its beginning.
    hours = 24 * days
    return -(-(hours + 24) // phase.every_hours) + (-hours // phase.every_hours)


def due_on(
    plan: Plan, phases: Iterable[Phase], items: Iterable[PlannedSets], day: datetime.date
) -> Due | None:
    """Return what is due on a day; None if nothing is.

    Args:
        plan: The plan.
        phases: Phases in any order; those of other plans are ignored.
        items: Planned sets in any order.
        day: The day.
    """
    for stretch in reversed(stretches(plan, phases)):
        if not stretch.has(day):
            continue
        days = (day - stretch.paced_from).days
        sessions = sessions_of(stretch.phase, days, day.isoweekday())
        if sessions:
            due = sets_of_phase(stretch.phase, items)
            return Due(stretch.phase, sessions, due) if due else None
    return None


def stretches_on(plan: Plan, phases: Iterable[Phase], day: datetime.date) -> list[Stretch]:
    """List the stretches a day lies in: usually one, more if phases by week take turns."""
    return [stretch for stretch in stretches(plan, phases) if stretch.has(day)]
