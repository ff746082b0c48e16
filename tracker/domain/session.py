"""A training session and the sets logged in it."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import field, fields, replace
from enum import StrEnum
from typing import Any, Final, NamedTuple

from tracker.domain.entry import new_id, require_day, require_instant, require_note, require_within
from tracker.domain.exercise import Exercise, Side
from tracker.domain.frozen import frozen
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
MOST_SETS = 20  # the most equal sets in a line of notation or a plan
MOST_POSITION = 100_000
# A runner who logs past midnight, or restarts after a crash, is still in the same session.
UNDER_WAY = datetime.timedelta(hours=4)


class SetType(StrEnum):
    """What a set was for."""

    WARMUP = "warmup"
    WORK = "work"
    TEST = "test"  # to failure


@frozen
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


@frozen
class Session:
    """One training session.

    Args:
        date: The training day in the runner's local time; it never shifts with a time zone.
        started_at: The instant it began, with offset; None if only the day is known.
        note: Free text.
        duration_s: Seconds from the first set to the last, 0 to 86,400; None if unknown.
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
        if self.started_at is not None:
            require_instant("A session's start", self.started_at)

    def moved_to(self, date: datetime.date) -> "Session":
        """Return this session on another day, at the same time of day.

        Raises:
            ValueError: If the day is out of bounds.
        """
        started_at = self.started_at
        if started_at is not None:
            started_at = datetime.datetime.combine(date, started_at.timetz())
        return replace(self, date=date, started_at=started_at)

    def is_under_way(self, now: datetime.datetime) -> bool:
        """Whether the runner is still in this session: it is today's, or it began only hours ago.

        Args:
            now: The current instant, with the runner's offset.
        """
        return self.date == now.date() or self.running_for(now) is not None

    def running_for(self, now: datetime.datetime) -> datetime.timedelta | None:
        """Return how long ago this session began; None if it is not known to be still going on.

        Args:
            now: The current instant, with its offset.
        """
        if self.started_at is None:
            return None
        ago = now - self.started_at
        return ago if datetime.timedelta(0) <= ago < UNDER_WAY else None


@frozen
class LoggedSet:
    """One set as it was done.

    Args:
        session_id: The session it belongs to.
        exercise: The calf raise.
        side: The leg, or both at once.
        set_no: Row in the log, 1 to 999; left and right sets with the same number belong together.
        reps: Repetitions done, 0 to 1000; for holds, the number of holds.
        external_kg: Added load in kilograms, -500 to 2000; negative is assistance.
        position: Place in the session, 0 to 100,000.
        set_type: Warm-up, work or test.
        rir: Repetitions in reserve, 0 to 10; None if unknown.
        tempo: Phases of one repetition; None if unknown.
        rest_s: Rest before the set in seconds; None if unknown.
        pain_during: Pain during the set, 0 to 10; None if not asked.
        equipment_id: The equipment; None if none was named.
        note: Free text.
        hold_s: How long each repetition was held still, in seconds, 1 to 3600; None for moved
            repetitions, the usual case.

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
        """Whether it was a hold, which tells nothing about the 1RM and does no volume load."""
        return self.hold_s is not None

    @property
    def repetition_s(self) -> float | None:
        """Duration of one repetition in seconds, from its hold or its tempo; None if unknown."""
        if self.hold_s is not None:
            return self.hold_s
        return None if self.tempo is None else self.tempo.repetition_s

    @property
    def was_to_failure(self) -> bool:
        """Whether it went to failure, with no repetition in reserve."""
        return self.set_type is SetType.TEST or self.rir == 0


class Detail(NamedTuple):
    """What is known of a detail of a set.

    Args:
        name: What a person calls it.
        bounds: Its least and its greatest value; None if it is no number.
    """

    name: str
    bounds: tuple[float, float] | None = None


# Optional details of a set besides repetitions and load. They are the same fields wherever they are
# typed, read from a file or stored.
DETAILS: Final[Mapping[str, Detail]] = {
    "set_type": Detail(worded("type")),
    "rir": Detail(worded("reserve"), (0, MOST_RIR)),
    "tempo": Detail(worded("tempo")),
    "rest_s": Detail(worded("rest"), (0, MOST_REST_S)),
    "pain_during": Detail(worded("pain"), (0, MOST_PAIN)),
    "note": Detail(worded("note")),
    "hold_s": Detail(worded("hold"), HOLDS_S),
}

# Details that are expected again from last time, besides repetitions and load.
EXPECTED_AGAIN: Final = ("set_type", "tempo", "hold_s")
# Details shown in a set's cell besides repetitions and load; deleting the text there clears them.
IN_CELL: Final = ("rir", "set_type", "hold_s")
_NOTHING_NOTED: Final[Mapping[str, Any]] = {
    each.name: each.default for each in fields(LoggedSet) if each.name in DETAILS
}
NOTHING_IN_CELL: Final = {name: _NOTHING_NOTED[name] for name in IN_CELL}
NOTHING_OF_LAST_TIME: Final = {
    name: nothing for name, nothing in _NOTHING_NOTED.items() if name not in EXPECTED_AGAIN
}


def rir_of_rpe(rpe: float) -> float:
    """Convert a rating of perceived exertion, 0 to 10, to reps in reserve.

    Source: Zourdos et al. (2016), J Strength Cond Res 30:267: none in reserve at 10, one at 9.

    >>> rir_of_rpe(8.5)
    1.5
    """
    return MOST_RPE - rpe


def next_position(sets: Iterable[LoggedSet]) -> int:
    """Return the position after the last set of a session, 0 in an empty one."""
    return max((each.position for each in sets), default=-1) + 1


def next_set_no(sets: Iterable[LoggedSet], exercise: Exercise, side: Side) -> int:
    """Return the set number after the last set of one exercise and side, 1 if there is none."""
    numbers = (each.set_no for each in sets if (each.exercise, each.side) == (exercise, side))
    return max(numbers, default=0) + 1
