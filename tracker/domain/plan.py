"""Plans of training, as agreed with the physio.

A plan has phases, and a phase has planned sets. Phases never add up, see ``plan_due``. Nothing
progresses by itself: percentages refer to the maximum on a fixed day, which only the runner
changes, and a phase by hand begins when the runner says so.
"""

import datetime
from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum
from typing import Final

from tracker.domain.entry import new_id, require_day, require_keepable, require_note, require_within
from tracker.domain.exercise import LONGEST_NAME, Exercise, Side
from tracker.domain.frozen import frozen
from tracker.domain.session import (
    HOLDS_S,
    LOADS_KG,
    MOST_POSITION,
    MOST_REPS,
    MOST_REST_S,
    MOST_RIR,
    MOST_SETS,
    Tempo,
)
from tracker.worded import worded

MOST_WEEKS: Final = 104
MOST_HOURS: Final = 336  # two weeks
E1RM_PERCENTS: Final = (1.0, 200.0)  # above 100 because a leg can lower more than it can lift
A_DAY: Final = datetime.timedelta(days=1)
# How far from its day a planned set may be done.
GRACE: Final = A_DAY


class PlannedSide(StrEnum):
    """Which leg a planned set is for."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"  # both at once
    EACH = "each"  # each leg by itself: as many sets for the left as for the right

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides under which its sets are logged."""
        return (Side.LEFT, Side.RIGHT) if self is PlannedSide.EACH else (Side(self.value),)


class Begins(StrEnum):
    """How a phase of a plan begins."""

    BY_WEEK = "by_week"  # with its first week
    BY_HAND = "by_hand"  # when the runner says so, with the physio


class LoadBasis(StrEnum):
    """What the number of a planned load means."""

    EXTERNAL_KG = "external_kg"  # added load in kilograms
    BODYWEIGHT = "bodyweight"  # system load: bodyweight plus this many kilograms
    E1RM_PERCENT = "e1rm_percent"  # system load in percent of the estimated 1RM


_LOADS: Final = {
    LoadBasis.EXTERNAL_KG: ("A load in kg", *LOADS_KG),
    LoadBasis.BODYWEIGHT: ("A load beside bodyweight in kg", *LOADS_KG),
    LoadBasis.E1RM_PERCENT: ("A load in % of the maximum", *E1RM_PERCENTS),
}


@frozen
class Plan:
    """A plan the runner has taken on; a log follows one at a time.

    Args:
        name: What it is called, 1 to 200 characters.
        starts_on: Its first day, from which weeks of seven days are counted.
        weeks: Number of weeks, 1 to 104.
        ends_on: Its last day if it was stopped or replaced; the day before ``starts_on`` if it
            never ran; None if it runs all its weeks.
        e1rm_on: Percentages are of the best estimated 1RM of the 28 days up to this day; None for
            ``starts_on``.
        source: Where it was published; may be empty.
        caution: What to agree on beforehand, and with whom; may be empty.
        note: Free text.
        template: The template it was made from; empty if none.

    Raises:
        ValueError: In words for a person, if a value is out of bounds.
    """

    name: str
    starts_on: datetime.date
    weeks: int
    ends_on: datetime.date | None = None
    e1rm_on: datetime.date | None = None
    source: str = ""
    caution: str = ""
    note: str = ""
    template: str = ""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        require_keepable("The name of a plan", self.name)
        if not self.name.strip() or len(self.name) > LONGEST_NAME:
            raise ValueError(worded("A plan needs a name of 1 to {} characters.", LONGEST_NAME))
        require_day("The first day of a plan", self.starts_on)
        require_within("The weeks of a plan", self.weeks, 1, MOST_WEEKS)
        if self.ends_on is not None:
            if self.ends_on < self.starts_on - A_DAY:
                raise ValueError(worded("A plan ends no earlier than the day before its first."))
            require_day("The last day of a plan", max(self.ends_on, self.starts_on))
        if self.e1rm_on is not None:
            require_day("The day of a plan's maximum", self.e1rm_on)
        for text in (self.source, self.caution, self.note, self.template):
            require_note(text)

    @property
    def last_day(self) -> datetime.date:
        """The last day of the plan; the day before the first if it never ran."""
        whole = self.starts_on + datetime.timedelta(weeks=self.weeks) - A_DAY
        return whole if self.ends_on is None else min(whole, self.ends_on)

    @property
    def maximum_on(self) -> datetime.date:
        """The day whose estimated 1RM the plan's percentages refer to."""
        return self.e1rm_on or self.starts_on

    def runs_on(self, day: datetime.date) -> bool:
        """Tell whether the plan runs on a day."""
        return self.starts_on <= day <= self.last_day

    def week_on(self, day: datetime.date) -> int | None:
        """Return the week of the plan on a day, from 1; None outside the plan."""
        return (day - self.starts_on).days // 7 + 1 if self.runs_on(day) else None


@frozen
class Phase:
    """A part of a plan with the same sets on the same days.

    Args:
        plan_id: The plan it belongs to.
        first_week: The week of the plan in which it begins, 1 to 104; for a phase by hand only a
            rough indication.
        last_week: Its last week, inclusive; weeks after the end of the plan never come. Ignored for
            a phase by hand, which lasts until another one begins.
        weekdays: ISO weekdays, 1 (Monday) to 7, ascending and distinct.
        every_hours: Hours from one session to the next, 1 to 336; see ``Stretch.paced_from`` for
            where they count from. Exactly one of this and ``weekdays`` is given.
        position: Place among the phases of the plan, from 0.
        note: Free text.
        begins: By week or by hand.
        begun_on: The days on which it was begun by hand, ascending and distinct; several if the
            runner returned to it. The first phase of a plan also begins with the plan.
        criterion: When to begin it by hand, in the words of its source; may be empty.

    Raises:
        ValueError: In words for a person, if a value is out of bounds.
    """

    plan_id: str
    first_week: int
    last_week: int
    weekdays: tuple[int, ...] = ()
    every_hours: int | None = None
    position: int = 0
    note: str = ""
    begins: Begins = Begins.BY_WEEK
    begun_on: tuple[datetime.date, ...] = ()
    criterion: str = ""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        require_within("The first week of a phase", self.first_week, 1, MOST_WEEKS)
        require_within("The last week of a phase", self.last_week, self.first_week, MOST_WEEKS)
        if (self.every_hours is None) == (not self.weekdays):
            raise ValueError(worded("A phase is on days of the week, or every so many hours."))
        if self.every_hours is not None:
            require_within("Hours between sessions", self.every_hours, 1, MOST_HOURS)
        for day in self.weekdays:
            require_within("A day of the week", day, 1, 7)
        if list(self.weekdays) != sorted(set(self.weekdays)):
            raise ValueError(worded("The days of the week go from Monday to Sunday, each once."))
        require_within("A place in the plan", self.position, 0, MOST_POSITION)
        for begun in self.begun_on:
            require_day("The day on which a phase begins", begun)
        if list(self.begun_on) != sorted(set(self.begun_on)):
            raise ValueError(worded("The days on which a phase began are in order, each once."))
        for text in (self.note, self.criterion):
            require_note(text)

    @property
    def is_by_hand(self) -> bool:
        """Whether the runner decides when it begins."""
        return self.begins is Begins.BY_HAND


@frozen
class PlannedSets:
    """Equal sets of one exercise, planned for each session of a phase.

    The note holds what no field can, such as that only the lowering is loaded, or that the load is
    the heaviest possible for these repetitions.

    Args:
        phase_id: The phase they belong to.
        exercise: The calf raise.
        side: The leg; "each" for the same number of sets with the left and with the right.
        sets: Number of sets, 1 to 20, for each leg.
        reps: Repetitions, 1 to 1000; the minimum if ``most_reps`` is given.
        most_reps: Maximum of repetitions, above ``reps``; None if there is no range.
        load_basis: What ``load_value`` means; None if no load is planned.
        load_value: Kilograms (-500 to 2000) or percent (1 to 200); None without a basis.
        tempo: Phases of one repetition; None if not planned.
        rest_s: Rest before the next set in seconds, 0 to 86,400; None if not planned.
        rir: Repetitions to leave in reserve, 0 to 10; None if not planned.
        position: Place in the session, from 0.
        note: Free text.
        hold_s: How long each repetition is held still, in seconds, 1 to 3600; None for moved
            repetitions.

    Raises:
        ValueError: In words for a person, if a value is out of bounds.
    """

    phase_id: str
    exercise: Exercise
    side: PlannedSide
    sets: int
    reps: int
    most_reps: int | None = None
    load_basis: LoadBasis | None = None
    load_value: float | None = None
    tempo: Tempo | None = None
    rest_s: float | None = None
    rir: float | None = None
    position: int = 0
    note: str = ""
    id: str = field(default_factory=new_id)
    hold_s: float | None = None

    def __post_init__(self) -> None:
        require_within("Planned sets", self.sets, 1, MOST_SETS)
        require_within("Planned repetitions", self.reps, 1, MOST_REPS)
        if self.most_reps is not None:
            require_within("The most repetitions planned", self.most_reps, self.reps + 1, MOST_REPS)
        if (self.load_basis is None) != (self.load_value is None):
            raise ValueError(worded("A planned load needs a figure, and what it is a figure of."))
        if self.load_basis is not None and self.load_value is not None:
            what, least, most = _LOADS[self.load_basis]
            require_within(what, self.load_value, least, most)
        if self.rest_s is not None:
            require_within("Planned rest in seconds", self.rest_s, 0, MOST_REST_S)
        if self.rir is not None:
            require_within("Planned reps in reserve", self.rir, 0, MOST_RIR)
        if self.hold_s is not None:
            require_within("A planned hold in seconds", self.hold_s, *HOLDS_S)
        require_within("A place in the session", self.position, 0, MOST_POSITION)
        require_note(self.note)


# Choosing among several plans, phases and planned sets


def plan_on(plans: Iterable[Plan], day: datetime.date) -> Plan | None:
    """Find the plan that runs on a day; of several, the one that began last."""
    running = sorted((plan for plan in plans if plan.runs_on(day)), key=first_day)
    return running[-1] if running else None


def first_day(plan: Plan) -> datetime.date:
    """Return the first day, the sort key of plans: where plans overlap, the later one counts."""
    return plan.starts_on


def phases_of(plan: Plan, phases: Iterable[Phase]) -> list[Phase]:
    """List the phases of a plan in order, from among those of any plans."""
    return sorted((phase for phase in phases if phase.plan_id == plan.id), key=_place)


def sets_of_phase(phase: Phase, items: Iterable[PlannedSets]) -> list[PlannedSets]:
    """List the planned sets of a phase in order, from among those of any phases."""
    return sorted((item for item in items if item.phase_id == phase.id), key=_place)


def _place(entry: Phase | PlannedSets) -> tuple[int, str]:
    return entry.position, entry.id
