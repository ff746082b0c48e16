"""Plans of training, as agreed with the physio.

A plan has phases, and a phase has planned sets. Phases never add up, see ``plan_due``. Nothing goes
on by itself: percentages are of the maximum of one day, which only the runner moves, and a phase by
hand begins when the runner says so.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from tracker.domain.entry import new_id, require_day, require_keepable, require_note, require_within
from tracker.domain.exercise import LONGEST_NAME, Exercise, Side
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
E1RM_PERCENTS: Final = (1.0, 200.0)  # lowering alone, more than the maximum can be borne
A_DAY: Final = datetime.timedelta(days=1)


class PlannedSide(StrEnum):
    """Which leg a planned set is for."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"  # both at once
    EACH = "each"  # one after the other: as many sets of the left as of the right

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that log it."""
        return (Side.LEFT, Side.RIGHT) if self is PlannedSide.EACH else (Side(self.value),)


class Begins(StrEnum):
    """How a phase of a plan begins."""

    BY_WEEK = "by_week"  # with its first week
    BY_HAND = "by_hand"  # when the runner says so, with the physio


class LoadBasis(StrEnum):
    """What the figure of a planned load counts."""

    EXTERNAL_KG = "external_kg"  # the load added, in kilograms
    BODYWEIGHT = "bodyweight"  # the load lifted: bodyweight and so many kilograms
    E1RM_PERCENT = "e1rm_percent"  # the load lifted: percent of the estimated maximum


_LOADS: Final = {
    LoadBasis.EXTERNAL_KG: ("A load in kg", *LOADS_KG),
    LoadBasis.BODYWEIGHT: ("A load beside bodyweight in kg", *LOADS_KG),
    LoadBasis.E1RM_PERCENT: ("A load in % of the maximum", *E1RM_PERCENTS),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan that was taken; a log has one at a time.

    Args:
        name: What it is called, 1 to 200 characters.
        starts_on: Its first day; weeks of seven days count from it.
        weeks: How many, 1 to 104.
        ends_on: The last day where it was stopped or replaced, at the earliest the day before the
            first: then it never ran. None where it runs its weeks.
        e1rm_on: Percentages are of the best estimated maximum of the 28 days up to this day;
            None for ``starts_on``.
        source: Where it was published; empty for none.
        caution: What is to be agreed with whom; empty for nothing.
        note: Free text.
        template: The template it was made of; empty for none.

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
        """The last day on which it runs; the day before the first where it never ran."""
        whole = self.starts_on + datetime.timedelta(weeks=self.weeks) - A_DAY
        return whole if self.ends_on is None else min(whole, self.ends_on)

    @property
    def maximum_on(self) -> datetime.date:
        """The day of the estimated maxima of which the plan plans percentages."""
        return self.e1rm_on or self.starts_on

    def runs_on(self, day: datetime.date) -> bool:
        """Tell whether a day is one of the plan's."""
        return self.starts_on <= day <= self.last_day

    def week_on(self, day: datetime.date) -> int | None:
        """Give the week of the plan that a day lies in, 1 upward; None outside the plan."""
        return (day - self.starts_on).days // 7 + 1 if self.runs_on(day) else None


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of a plan with the same sets on the same days.

    Args:
        plan_id: The plan it belongs to.
        first_week: Its first week of the plan, 1 to 104; by hand about when it begins, in words
            alone.
        last_week: Its last week, included; weeks after the plan's last never come. By hand it is
            no end: such a phase lasts until another one begins.
        weekdays: ISO numbers of the days of the week, 1 (Monday) to 7, ascending, each once.
        every_hours: Hours from one session to the next, 1 to 336, counted from the plan's first
            day; exactly one of this and ``weekdays`` is given.
        position: Place among the phases of the plan, 0 upward.
        note: Free text.
        begins: By week or by hand.
        begun_on: The days on which it was begun by hand, ascending, each once: more than one where
            the runner went back to it. The first phase of a plan begins with the plan besides.
        criterion: When it is to be begun by hand, in the words of its source; empty for none.

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
        """Whether the runner says when it begins."""
        return self.begins is Begins.BY_HAND


@dataclass(frozen=True, slots=True)
class PlannedSets:
    """Some equal sets of one exercise in each session of a phase.

    What no field says is said in the note: that only the lowering is loaded, or that the load is
    the heaviest for so many repetitions.

    Args:
        phase_id: The phase they belong to.
        exercise: Which calf raise.
        side: Which leg; "each" for as many sets of the left as of the right.
        sets: How many, 1 to 20; for each leg so many.
        reps: Repetitions, 1 to 1000; the fewest where ``most_reps`` is given.
        most_reps: The most repetitions, more than ``reps``; None where it is one number.
        load_basis: What ``load_value`` is a figure of; None where no load is planned.
        load_value: Kilograms (-500 to 2000) or percent (1 to 200); None without a basis.
        tempo: Phases of one repetition; None where none is planned.
        rest_s: Rest before the next set in seconds, 0 to 86,400; None where none is planned.
        rir: Repetitions to leave in reserve, 0 to 10; None where none are planned.
        position: Place in the session, 0 upward.
        note: Free text.
        hold_s: How long each repetition is held still, in seconds, 1 to 3600; None where the sets
            are moved.

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


# Of several


def plan_on(plans: Iterable[Plan], day: datetime.date) -> Plan | None:
    """Find the plan that runs on a day; of several the one that began last."""
    running = sorted((plan for plan in plans if plan.runs_on(day)), key=first_day)
    return running[-1] if running else None


def first_day(plan: Plan) -> datetime.date:
    """Give the day by which plans are put in order: of those that overlap, the later counts."""
    return plan.starts_on


def phases_of(plan: Plan, phases: Iterable[Phase]) -> list[Phase]:
    """List the phases of a plan in their order, those of other plans left out."""
    return sorted((phase for phase in phases if phase.plan_id == plan.id), key=_place)


def sets_of_phase(phase: Phase, items: Iterable[PlannedSets]) -> list[PlannedSets]:
    """List the planned sets of a phase in their order, those of other phases left out."""
    return sorted((item for item in items if item.phase_id == phase.id), key=_place)


def _place(entry: Phase | PlannedSets) -> tuple[int, str]:
    return entry.position, entry.id
