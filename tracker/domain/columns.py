"""Many sets, symptoms or runs at once, an array per field: for charts and files spanning years."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import is_hard_set, time_under_tension_s, volume_load_kg
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight
from tracker.domain.session import SetType
from tracker.domain.symptoms import Moment, Symptom
from tracker.domain.week import DAYS_A_WEEK, FIRST_MONDAY

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Truths = NDArray[np.bool_]

# A code is the index of the enum's member in its order of definition.
EXERCISES: Final = tuple(Exercise)
SIDES: Final = tuple(Side)
SET_TYPES: Final = tuple(SetType)
MOMENTS: Final = tuple(Moment)
LEFT, RIGHT, BOTH = range(3)
WARMUP: Final = SET_TYPES.index(SetType.WARMUP)
TEST: Final = SET_TYPES.index(SetType.TEST)
NO_EQUIPMENT: Final = 0

_EPOCH: Final = datetime.date(1970, 1, 1).toordinal()


def day_number(day: datetime.date) -> int:
    """Convert a day to days since 1 January 1970, as numpy's datetime64[D] counts them."""
    return day.toordinal() - _EPOCH


def day_of_number(number: int) -> datetime.date:
    """Convert days since 1 January 1970 to a day: the reverse of ``day_number``."""
    return datetime.date.fromordinal(int(number) + _EPOCH)


def iso_weekday(day: Integers) -> Integers:
    """Return the ISO weekday of each day, from 1 for Monday to 7 for Sunday."""
    return (day - FIRST_MONDAY) % DAYS_A_WEEK + 1


def distinct(*columns: Integers) -> Integers:
    """Return the distinct values of some columns together, ascending.

    Used in place of ``np.unique``, which would load all of numpy.ma.

    >>> distinct(np.array([3, 1, 3]), np.array([2, 1])).tolist()
    [1, 2, 3]
    """
    values: Integers = np.sort(np.concatenate(columns))
    is_first = np.append(True, values[1:] != values[:-1])[: len(values)]
    once: Integers = values[is_first]
    return once


@dataclass(frozen=True, slots=True)
class DayRows:
    """A table with a column per field, its rows sorted by day.

    Args:
        day: Days since 1 January 1970, ascending.
    """

    day: Integers

    def __len__(self) -> int:
        return len(self.day)

    def rows(self, chosen: Truths | Integers | slice) -> Self:
        """Return the rows chosen by a mask, by their indices or by a slice."""
        if isinstance(chosen, np.ndarray) and chosen.dtype == np.bool_:
            places = np.flatnonzero(chosen)  # once, rather than for each column
            if len(places) == len(self):
                return self
            chosen = places
        return type(self)(*(getattr(self, field.name)[chosen] for field in fields(self)))

    def since(self, day: int) -> Self:
        """Return the rows from a day on."""
        return self.rows(slice(int(np.searchsorted(self.day, day)), None))

    def with_days_replaced(self, days: Integers, fresh: Self) -> Self:
        """Return this table with the rows of some days replaced, at the cost of one copy.

        Args:
            days: The days to replace.
            fresh: The new rows of those days, and of no other day.
        """
        pieces: list[tuple[Self, slice]] = []
        end = 0
        for day in distinct(days):
            (first, last), new = (np.searchsorted(t.day, (day, day + 1)) for t in (self, fresh))
            pieces += (self, slice(end, first)), (fresh, slice(*new))
            end = last
        pieces.append((self, slice(end, None)))
        return type(self)(
            *(
                np.concatenate([getattr(table, field.name)[rows] for table, rows in pieces])
                for field in fields(self)
            )
        )


@dataclass(frozen=True, slots=True)
class SetColumns(DayRows):
    """Sets sorted by day; every array has one element per set.

    Args:
        session: Code of the session, 0 or more, the same for all sets of a session.
        exercise: Code, see ``EXERCISES``.
        side: Code, see ``SIDES``.
        set_type: Code, see ``SET_TYPES``.
        set_no: Number of the set, 1 or more.
        reps: Repetitions done.
        external_kg: Added load in kilograms.
        rir: Repetitions in reserve; NaN where unknown.
        equipment: Code of the equipment, 0 where none was named.
        bodyweight_kg: Bodyweight that applies on the day; NaN where unknown.
        hold_s: How long each repetition was held still, in seconds; NaN for moved repetitions.
    """

    session: Integers
    exercise: Integers
    side: Integers
    set_type: Integers
    set_no: Integers
    reps: Floats
    external_kg: Floats
    rir: Floats
    equipment: Integers
    bodyweight_kg: Floats
    hold_s: Floats

    @property
    def system_kg(self) -> Floats:
        """System load in kilograms; NaN for a standing set of unknown bodyweight."""
        carries = np.array([exercise.carries_bodyweight for exercise in EXERCISES])
        body_kg = np.where(carries[self.exercise], self.bodyweight_kg, 0.0)
        return self.external_kg + body_kg

    @property
    def is_hold(self) -> Truths:
        """Whether each set was a hold."""
        return ~np.isnan(self.hold_s)

    @property
    def moved_reps(self) -> Floats:
        """Repetitions of each set; 0 for a hold, which moves nothing."""
        return np.where(self.is_hold, 0.0, self.reps)

    @property
    def volume_load_kg(self) -> Floats:
        """Volume load of each set in kilograms, 0 for a hold; NaN where its load is unknown."""
        return np.where(self.is_hold, 0.0, volume_load_kg(self.reps, self.system_kg))

    @property
    def held_s(self) -> Floats:
        """Time under tension of each hold in seconds; 0 for other sets."""
        return np.where(self.is_hold, time_under_tension_s(self.reps, self.hold_s), 0.0)

    @property
    def is_hard(self) -> Truths:
        """Whether each set counts as hard; the same rule holds for a hold."""
        return is_hard_set(self.set_type == WARMUP, self.reps, self.rir)

    @property
    def was_to_failure(self) -> Truths:
        """Whether each set went to failure; the rule is that of ``LoggedSet``."""
        failed: Truths = (self.set_type == TEST) | (self.rir == 0)
        return failed


@dataclass(frozen=True, slots=True)
class SetRecords:
    """Everything known about each set, in the order of ``sets.csv``; one element per set.

    Args:
        sets: The columns used for calculations, in the same order.
        session_id: Identities of the sessions.
        time: Local time of the session's start, ``HH:MM:SS``; None where unknown.
        tempo_raise_s: Duration of the raise in seconds; NaN where unknown. Likewise the next three.
        tempo_top_s: Pause at the top.
        tempo_lower_s: Lowering.
        tempo_bottom_s: Pause at the bottom.
        equipment: Names of the equipment; None where none was named.
        kept: The remaining columns of ``session.DETAILS`` by name, with the values a set has: rest
            before the set in seconds, pain, note.
    """

    sets: SetColumns
    session_id: Sequence[str]
    time: Sequence[str | None]
    tempo_raise_s: Floats
    tempo_top_s: Floats
    tempo_lower_s: Floats
    tempo_bottom_s: Floats
    equipment: Sequence[str | None]
    kept: Mapping[str, Sequence[Any]]

    @property
    def repetition_s(self) -> Floats:
        """Duration of one repetition in seconds, from its hold or its tempo; NaN where unknown."""
        tempo_s = self.tempo_raise_s + self.tempo_top_s + self.tempo_lower_s + self.tempo_bottom_s
        return np.where(self.sets.is_hold, self.sets.hold_s, tempo_s)

    def rows(self, chosen: slice) -> Self:
        """Return some of the sets, in all columns."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        sets, kept = given.pop("sets"), given.pop("kept")
        parts = {name: column[chosen] for name, column in given.items()}
        noted = {name: column[chosen] for name, column in kept.items()}
        return type(self)(sets=sets.rows(chosen), kept=noted, **parts)


def bodyweights_on(days: Integers, weighings: Sequence[Bodyweight]) -> Floats:
    """Return the bodyweight that applies on each day, in kilograms; NaN if never weighed.

    The rule of ``runner.bodyweight_on``, for a whole column.

    Args:
        days: Days since 1 January 1970, any shape.
        weighings: By day, oldest first.
    """
    if not weighings:
        return np.full(days.shape, np.nan)
    weighed = np.array([day_number(weighing.date) for weighing in weighings])
    kg = np.array([weighing.kg for weighing in weighings])
    return kg[np.maximum(np.searchsorted(weighed, days, side="right") - 1, 0)]


@dataclass(frozen=True, slots=True)
class SymptomColumns:
    """Symptoms sorted by day; every array has one element per symptom.

    Args:
        day: Days since 1 January 1970, ascending.
        moment: Code, see ``MOMENTS``.
        side: Code, see ``SIDES``.
        pain: 0 to 10; NaN where only stiffness was noted.
        stiffness_min: Morning stiffness in minutes; NaN where not asked.
    """

    day: Integers
    moment: Integers
    side: Integers
    pain: Floats
    stiffness_min: Floats

    def __len__(self) -> int:
        return len(self.day)

    @classmethod
    def of(cls, symptoms: Iterable[Symptom]) -> Self:
        """Make columns of symptoms given in any order."""
        by_day = sorted(symptoms, key=lambda each: each.date)
        # None becomes NaN.
        return cls(
            np.array([day_number(each.date) for each in by_day], np.int64),
            np.array([MOMENTS.index(each.moment) for each in by_day], np.int64),
            np.array([SIDES.index(each.side) for each in by_day], np.int64),
            np.array([each.pain for each in by_day], np.float64),
            np.array([each.stiffness_min for each in by_day], np.float64),
        )


@dataclass(frozen=True, slots=True)
class RunColumns:
    """Runs as columns, sorted by day: days since 1 January 1970, and kilometres."""

    day: Integers
    km: Floats

    def __len__(self) -> int:
        return len(self.day)

    @classmethod
    def of(cls, runs: Sequence[Run]) -> Self:
        """Make columns of runs given by day, oldest first."""
        day = np.array([day_number(run.date) for run in runs], np.int64)
        return cls(day, np.array([run.distance_km for run in runs], np.float64))
