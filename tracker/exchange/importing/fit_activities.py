"""Activities of a watch, as FIT files: sets of strength training, and runs.

A watch records sets and rests as it perceives them, with Garmin's table of exercises. It has no
notion of legs, and knows a warm-up only if its workout has a step for one; the steps of workouts
sent from here say both.
"""

import datetime
import re
from collections import Counter
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

from tracker.domain.exercise import Exercise
from tracker.domain.file_words import Word
from tracker.domain.load import Unit, pounds_from_kg
from tracker.domain.session import HOLDS_S, SetType
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing.dates import local_of_utc, zone_of
from tracker.exchange.importing.fit_messages import (
    NAME,
    FitFields,
    exercise_in,
    first_in,
    instant_in,
    number_in,
    reading_messages,
    text_in,
)
from tracker.exchange.importing.found import (
    ImportedRun,
    ImportedSet,
    LeftOut,
    NameFound,
    ReadFile,
    SessionTold,
    SetsRead,
    SetTold,
)
from tracker.exchange.importing.names import Guess, guess, leg_asked
from tracker.worded import worded

# Garmin's kinds of calf raises whose names give the knee position; Garmin's “bent knee” one is done
# standing. Source: the FIT profile, type calf_raise_exercise_name.
_CALF_RAISE: Final = "calf_raise"
_EXERCISES: Final[Mapping[object, Exercise]] = {
    **dict.fromkeys((6, 7), Exercise.SEATED),
    **dict.fromkeys((9, 10), Exercise.STANDING_BENT),
    **dict.fromkeys((15, 16, 17, 18, 19, 20), Exercise.STANDING),
}
_HOLD: Final = re.compile(r"\bholds? of ([0-9]+(?:\.[0-9]+)?) s\b")
UNNAMED: Final = "Not named by the watch"
_SMALLEST_KG: Final = 1 / 16  # resolution with which a watch stores loads
_ROUND: Final = (1.0, 0.5, 0.25, 0.1)  # steps that loads usually come in, roundest first
_QUARTER: Final = datetime.timedelta(minutes=15)  # offsets from UTC are multiples of this


@dataclass(slots=True)
class _Activity:
    """What one file contains."""

    kind: str = ""
    steps: dict[object, FitFields] = field(default_factory=dict)
    sets: list[FitFields] = field(default_factory=list)
    sessions: list[FitFields] = field(default_factory=list)
    place: datetime.timezone | None = None  # offset from UTC; None if unknown

    def take(self, name: str, fields: FitFields) -> bool:
        """Take the next message; tells whether to continue."""
        match name:
            case "file_id":
                self.kind = str(fields.get("type", ""))
                return self.kind == "activity"
            case "workout_step":
                self.steps[fields.get("message_index")] = fields
            case "set":
                self.sets.append(fields)
            case "session":
                self.sessions.append(fields)
            case _:
                self.place = _place_in(fields)
        return True


@dataclass(frozen=True, slots=True)
class _Begun:
    """A session of a file, and when it began."""

    instant: datetime.datetime
    date: datetime.date
    time: datetime.time
    fields: FitFields


class FitActivities:
    """Takes files one by one and combines them in one import.

    Args:
        meanings: What a person said words in such files mean.
    """

    def __init__(self, meanings: Mapping[Word, str]) -> None:
        self.files = 0  # activities
        self._meanings = meanings
        self._line = 0
        self._sets: list[ImportedSet] = []
        self._runs: list[ImportedRun] = []
        self._left_out: list[LeftOut] = []
        self._rests = 0
        self._names: Counter[str] = Counter()
        self._guesses: dict[str, Guess] = {}

    def taking(self, data: bytes, name: str) -> Generator[float, None, bool]:
        """Take a file, in steps; returns whether it is an activity.

        Args:
            data: The file.
            name: What to call it.

        Raises:
            FormatError: In words for a person, if it is damaged; then nothing is taken from it.
        """
        activity = _Activity()
        yield from reading_messages(data, name, activity.take)
        if activity.kind != "activity":
            return False
        begun = sorted(_begun(activity), key=attrgetter("instant"))
        if not begun:
            raise FormatError(worded("{} is a damaged FIT file, or one cut short.", name))
        self.files += 1
        with_sets: set[datetime.datetime] = set()
        rest_s = None
        for fields in activity.sets:
            self._line += 1
            is_rest = fields.get("set_type") in ("rest", 0)
            if is_rest:
                self._rests += 1
                rest_s = number_in(fields, "duration")
                continue
            session = _session_of(fields, begun)
            with_sets.add(session.instant)
            self._add_set(fields, activity.steps, session, rest_s)
            rest_s = None
        for session in begun:
            if session.instant not in with_sets:
                self._line += 1
                self._add_session(session, name)
        return True

    def leave_out(self, reason: str) -> None:
        """Note that one of several files could not be read."""
        self._line += 1
        self._left_out.append(LeftOut(self._line, reason))

    def _add_set(
        self,
        fields: FitFields,
        steps: Mapping[object, FitFields],
        session: _Begun,
        rest_s: float | None,
    ) -> None:
        step = steps.get(fields.get("wkt_step_index"), {})
        name = self._name_of(fields, step)
        reps, lasted_s = number_in(fields, "repetitions"), number_in(fields, "duration")
        hold_s = _hold_in(step)
        if hold_s is not None and step.get("duration_type") == "time":
            reps, hold_s = 1, lasted_s or hold_s  # the watch does not count holds, but times them
        reason = "" if reps else worded("No repetition.")
        if not reps and lasted_s:
            reason = worded("Held for {:g} s, without repetitions.", lasted_s)
        elif hold_s is not None and not HOLDS_S[0] <= hold_s <= HOLDS_S[1]:
            reason = worded("{:g} s is no hold.", hold_s)
        if reason or not reps:
            is_nothing = not (reps or lasted_s)
            self._left_out.append(LeftOut(self._line, reason, name, is_no_entry=is_nothing))
            return
        load, unit = _load_in(fields)
        self._sets.append(
            ImportedSet(
                self._line,
                SessionTold(session.date, session.time),
                SetTold(
                    reps=round(reps),
                    load=load,
                    unit=unit,
                    name=name,
                    rest_s=rest_s,
                    hold_s=hold_s,
                    set_type=SetType.WARMUP if step.get("intensity") == "warmup" else SetType.WORK,
                    is_type_known="intensity" in step,
                ),
            )
        )

    def _name_of(self, fields: FitFields, step: FitFields) -> str:
        """Name the exercise of a set by its step, if that gives a leg, or as the watch guesses."""
        for text in (text_in(step, "wkt_step_name"), text_in(step, "notes")):
            told = guess(text, asks_leg=True)
            if told.meaning is not None:
                return self._counted(text, told)
        category, kind = first_in(fields, "category"), first_in(fields, "category_subtype")
        if category is None:
            category = first_in(step, "exercise_category")
            kind = first_in(step, "exercise_name")
        name = exercise_in(category, kind)
        if not name:
            return self._counted(UNNAMED, Guess(None, True, worded("which exercise?")))
        exercise = _EXERCISES.get(kind) if category == _CALF_RAISE else None
        told = guess(name, asks_leg=True) if exercise is None else leg_asked(exercise)
        return self._counted(name, told)

    def _counted(self, name: str, told: Guess) -> str:
        self._names[name] += 1
        self._guesses[name] = told
        return name

    def _add_session(self, session: _Begun, name: str) -> None:
        sport = str(session.fields.get("sport", "activity")).replace("_", " ")
        metres = number_in(session.fields, "total_distance")
        if sport != "running":
            self._left_out.append(
                LeftOut(self._line, worded("{}: “{}” is no run.", name, sport), "", True)
            )
        elif not metres:
            self._left_out.append(LeftOut(self._line, worded("{}: The distance is missing.", name)))
        else:
            duration_s = number_in(session.fields, "total_timer_time")
            if duration_s is None:
                duration_s = number_in(session.fields, "total_elapsed_time")
            self._runs.append(
                ImportedRun(
                    line=self._line,
                    date=session.date,
                    time=session.time,
                    distance=metres / 1_000,
                    is_km=True,
                    duration_s=duration_s,
                )
            )

    def as_read(self) -> ReadFile:
        """Return what all files together contain."""
        return ReadFile(
            format_name=NAME,
            is_ours=False,
            lines=self._line,
            sets=SetsRead(self._sets),
            names=tuple(
                NameFound(name, lines, self._guesses[name]) for name, lines in self._names.items()
            ),
            left_out=tuple(self._left_out),
            lines_of_rest=self._rests,
            runs=tuple(self._runs),
            shape=NAME,
            meanings=self._meanings,
        )


def reading_fit(
    data: bytes, name: str, meanings: Mapping[Word, str]
) -> Generator[float, None, ReadFile]:
    """Read one file, in steps.

    Args:
        data: The file.
        name: What to call it in an error.
        meanings: What a person said words in such files mean.

    Raises:
        FormatError: In words for a person, if it is damaged or contains no activity.
    """
    activities = FitActivities(meanings)
    if not (yield from activities.taking(data, name)):
        raise FormatError(worded("{} is a FIT file of a watch, but of no activity.", name))
    return activities.as_read()


def _place_in(fields: FitFields) -> datetime.timezone | None:
    """Return the local offset from UTC, from the two clocks of an activity."""
    instant, local = instant_in(fields, "timestamp"), instant_in(fields, "local_timestamp")
    if instant is None or local is None:
        return None
    offset = round((local - instant) / _QUARTER) * _QUARTER
    return zone_of(offset)


def _begun(activity: _Activity) -> Generator[_Begun]:
    for fields in activity.sessions:
        instant = instant_in(fields, "start_time", "timestamp")
        if instant is None:
            continue
        instant = instant.replace(microsecond=0)
        if activity.place is None:
            date, time = local_of_utc(instant.date(), instant.time())
        else:
            local = instant.astimezone(activity.place)
            date, time = local.date(), local.timetz()
        yield _Begun(instant, date, time, fields)


def _session_of(fields: FitFields, begun: list[_Begun]) -> _Begun:
    """Find the session a set belongs to: the last one begun before it."""
    instant = instant_in(fields, "start_time", "timestamp")
    before = [each for each in begun if instant is not None and each.instant <= instant]
    return before[-1] if before else begun[0]


def _hold_in(step: FitFields) -> float | None:
    """Return the planned hold of a step in seconds, from its notes; None for moved repetitions."""
    found = _HOLD.search(text_in(step, "notes"))
    return None if found is None else float(found[1])


def _load_in(fields: FitFields) -> tuple[float, Unit]:
    """Return the load that was typed: the roundest one that the watch would store the same way."""
    kg = number_in(fields, "weight") or 0.0
    is_pounds = fields.get("weight_display_unit") == "pound"
    value, unit = (pounds_from_kg(kg), Unit.LB) if is_pounds else (kg, Unit.KG)
    off = pounds_from_kg(_SMALLEST_KG / 2) if is_pounds else _SMALLEST_KG / 2
    for step in _ROUND:
        nearest = round(value / step) * step
        if abs(nearest - value) <= off * 1.001:
            return round(nearest, 2), unit
    return value, unit
