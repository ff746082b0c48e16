"""A training session and the sets logged in it."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, Final

from tracker.domain.entry import new_id, require_day, require_note, require_within
from tracker.domain.exercise import Exercise, Side
from tracker.worded import worded

MOST_REPS = 1_000
LOADS_KG = (-500.0, 2_000.0)
MOST_RIR = 10.0
MOST_RPE = 10.0
MOST_PAIN = 10
MOST_TEMPO_S = 60.0
MOST_REST_S = 86_400.0
HOLDS_S = (1.0, 3_600.0)
MOST_DURATION_S = 86_400.0
MOST_SET_NO = 999
MOST_SETS = 20  # alike, in a line or in a plan
MOST_POSITION = 100_000
# A runner who logs past midnight, or reopens after a kill, is still in the same session.
UNDER_WAY = datetime.timedelta(hours=4)


class SetType(StrEnum):
    """What a set was for."""

    WARMUP = "warmup"
    WORK = "work"
    TEST = "test"  # to failure


@dataclass(frozen=True, slots=True)
class Tempo:
    """The four phases of one calf raise, in seconds (0 to 60 each), starting with the raise."""

    raise_s: float
    top_s: float
    lower_s: float
    bottom_s: float

    def __post_init__(self) -> None:
        for phase in (self.raise_s, self.top_s, self.lower_s, self.bottom_s):
            require_within("A tempo phase in seconds", phase, 0, MOST_TEMPO_S)

    @property
    def repetition_s(self) -> float:
        """Duration of one repetition in seconds."""
        return self.raise_s + self.top_s + self.lower_s + self.bottom_s


@dataclass(frozen=True, slots=True)
class Session:
    """One training session.

    Args:
        date: The training day, local to the runner; it never moves with a time zone.
        started_at: The instant it began, with offset; None where only the day is known.
        note: Free text.
        duration_s: From the first set to the last in seconds, 0 to 86,400; None where unknown.
    """

    date: datetime.date
    started_at: datetime.datetime | None = None
    note: str = ""
    id: str = field(default_factory=new_id)
    duration_s: float | None = None

    def __post_init__(self) -> None:
        require_day("The training day", self.date)
        require_note(self.note)
        if self.duration_s is not None:
            require_within("A session in seconds", self.duration_s, 0, MOST_DURATION_S)
        if self.started_at is not None and self.started_at.tzinfo is None:
            raise ValueError(worded("A session's start needs its offset from UTC."))

    def moved_to(self, date: datetime.date) -> "Session":
        """Give this session on another day, at the same time of day.

        Raises:
            ValueError: If the day is out of bounds.
        """
        started_at = self.started_at
        if started_at is not None:
            started_at = datetime.datetime.combine(date, started_at.timetz())
        return replace(self, date=date, started_at=started_at)

    def is_under_way(self, now: datetime.datetime) -> bool:
        """Whether the runner is still in this session: it is today's, or began hours ago.

        Args:
            now: The present instant, with the runner's offset.
        """
        return self.date == now.date() or self.running_for(now) is not None

    def running_for(self, now: datetime.datetime) -> datetime.timedelta | None:
        """Give how long ago this session began; None where it is not known to go on.

        Args:
            now: The present instant, with its offset.
        """
        if self.started_at is None:
            return None
        ago = now - self.started_at
        return ago if datetime.timedelta(0) <= ago < UNDER_WAY else None


@dataclass(frozen=True, slots=True)
class LoggedSet:
    """One set as it was done.

    Args:
        session_id: The session it belongs to.
        exercise: Which calf raise.
        side: Which leg, or both.
        set_no: Row of the log, 1 to 999; the left and the right set of one number belong together.
        reps: Repetitions done, 0 to 1000; of holds, how many.
        external_kg: What was added, in kilograms, -500 to 2000; negative is assistance.
        position: Place in the order of the session, 0 to 100,000.
        set_type: Warm-up, work or test.
        rir: Repetitions in reserve, 0 to 10; None where unknown.
        tempo: Phases of one repetition; None where unknown.
        rest_s: Rest before the set in seconds; None where unknown.
        pain_during: 0 to 10; None where not asked.
        equipment_id: The machine; None where none was named.
        note: Free text.
        hold_s: How long each repetition was held still, in seconds, 1 to 3600; None where the set
            was moved, as most are.

    Raises:
        ValueError: In words for a person, if a value is out of bounds.
    """

    session_id: str
    exercise: Exercise
    side: Side
    set_no: int
    reps: int
    external_kg: float
    position: int = 0
    set_type: SetType = SetType.WORK
    rir: float | None = None
    tempo: Tempo | None = None
    rest_s: float | None = None
    pain_during: int | None = None
    equipment_id: str | None = None
    note: str = ""
    id: str = field(default_factory=new_id)
    hold_s: float | None = None

    def __post_init__(self) -> None:
        require_within("Repetitions", self.reps, 0, MOST_REPS)
        require_within("A load in kg", self.external_kg, *LOADS_KG)
        require_within("A set number", self.set_no, 1, MOST_SET_NO)
        require_within("A place in the session", self.position, 0, MOST_POSITION)
        require_note(self.note)
        if self.rir is not None:
            require_within("Reps in reserve", self.rir, 0, MOST_RIR)
        if self.rest_s is not None:
            require_within("Rest in seconds", self.rest_s, 0, MOST_REST_S)
        if self.pain_during is not None:
            require_within("Pain", self.pain_during, 0, MOST_PAIN)
        if self.hold_s is not None:
            require_within("A hold in seconds", self.hold_s, *HOLDS_S)

    @property
    def is_hold(self) -> bool:
        """Whether the load was held still: it tells no maximum, and was lifted over no distance."""
        return self.hold_s is not None

    @property
    def repetition_s(self) -> float | None:
        """Duration of one repetition in seconds: its hold, or its tempo; None where unknown."""
        if self.hold_s is not None:
            return self.hold_s
        return None if self.tempo is None else self.tempo.repetition_s

    @property
    def was_to_failure(self) -> bool:
        """Whether no repetition was left in reserve."""
        return self.set_type is SetType.TEST or self.rir == 0


# What may be noted of a set beside its repetitions and load, and the bounds of what is a number:
# called the same wherever it is typed, read from a file, or kept.
DETAILS: Final[Mapping[str, tuple[float, float] | None]] = {
    "set_type": None,
    "rir": (0, MOST_RIR),
    "tempo": None,
    "rest_s": (0, MOST_REST_S),
    "pain_during": (0, MOST_PAIN),
    "note": None,
    "hold_s": HOLDS_S,
}


# Those that are written in its cell, beside repetitions and load; taken out there, they are gone.
IN_CELL: Final = ("rir", "set_type", "hold_s")
NOTHING_IN_CELL: Final[Mapping[str, Any]] = {
    each.name: each.default for each in fields(LoggedSet) if each.name in IN_CELL
}


def rir_of_rpe(rpe: float) -> float:
    """Give the reps in reserve that a rating of perceived exertion, 0 to 10, tells of.

    Source: Zourdos et al. (2016), J Strength Cond Res 30:267: at 10 none is left, at 9 one.

    >>> rir_of_rpe(8.5)
    1.5
    """
    return MOST_RPE - rpe


def next_position(sets: Iterable[LoggedSet]) -> int:
    """Give the place after the last set of a session, 0 in an empty one."""
    return max((each.position for each in sets), default=-1) + 1


def next_set_no(sets: Iterable[LoggedSet], exercise: Exercise, side: Side) -> int:
    """Give the number after the last set of one exercise and side, 1 where there is none."""
    numbers = (each.set_no for each in sets if (each.exercise, each.side) == (exercise, side))
    return max(numbers, default=0) + 1
