"""Many sets, symptoms or runs at once: an array a field, for charts and files of many years."""

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

# A code is the place of the enum's member in its order of definition.
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
    """Number a day: days since 1 January 1970, as numpy's datetime64[D] counts them."""
    return day.toordinal() - _EPOCH


def day_of_number(number: int) -> datetime.date:
    """Give the day of a number made by ``day_number``."""
    return datetime.date.fromordinal(int(number) + _EPOCH)


def iso_weekday(day: Integers) -> Integers:
    """Give the ISO day of the week of each day: 1 for Monday to 7 for Sunday."""
    return (day - FIRST_MONDAY) % DAYS_A_WEEK + 1


def distinct(*columns: Integers) -> Integers:
    """List the values of some columns, ascending, each once.

    ``np.unique`` would load all of numpy.ma.

    >>> distinct(np.array([3, 1, 3]), np.array([2, 1])).tolist()
    [1, 2, 3]
    """
    values: Integers = np.sort(np.concatenate(columns))
    is_first = np.append(True, values[1:] != values[:-1])[: len(values)]
    once: Integers = values[is_first]
    return once


@dataclass(frozen=True, slots=True)
class DayRows:
    """A table whose every field is a column; its rows are in the order of their days.

    Args:
        day: Days since 1 January 1970, ascending.
    """

    day: Integers

    def __len__(self) -> int:
        return len(self.day)

    def rows(self, chosen: Truths | Integers | slice) -> Self:
        """Give some of the rows, by a mask, places, or a slice."""
        if isinstance(chosen, np.ndarray) and chosen.dtype == np.bool_:
            places = np.flatnonzero(chosen)  # once, rather than for each column
            if len(places) == len(self):
                return self
            chosen = places
        return type(self)(*(getattr(self, field.name)[chosen] for field in fields(self)))

    def since(self, day: int) -> Self:
        """Give the rows of a day and of all later ones."""
        return self.rows(slice(int(np.searchsorted(self.day, day)), None))

    def with_days_replaced(self, days: Integers, fresh: Self) -> Self:
        """Give this table with the rows of some days replaced; the cost is that of a copy.

        Args:
            days: The days to replace.
            fresh: The rows of those days as they are now, and of no other day.
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
    """Sets in the order of their days; every array has one element a set.

    Args:
        session: Code of the session, 0 upward, the same for sets of one session.
        exercise: Code, see ``EXERCISES``.
        side: Code, see ``SIDES``.
        set_type: Code, see ``SET_TYPES``.
        set_no: 1 upward.
        reps: Repetitions done.
        external_kg: Added load in kilograms.
        rir: Repetitions in reserve; NaN where unknown.
        equipment: Code of the equipment, 0 where none was named.
        bodyweight_kg: Bodyweight that counts on the day; NaN where unknown.
        hold_s: How long each repetition was held still, in seconds; NaN where it was moved.
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
        """Whether the load of each set was held still."""
        return ~np.isnan(self.hold_s)

    @property
    def moved_reps(self) -> Floats:
        """Repetitions of each set that were moved; 0 of a hold."""
        return np.where(self.is_hold, 0.0, self.reps)

    @property
    def volume_load_kg(self) -> Floats:
        """Volume load of each set in kilograms, 0 of a hold; NaN where its load is unknown."""
        return np.where(self.is_hold, 0.0, volume_load_kg(self.reps, self.system_kg))

    @property
    def held_s(self) -> Floats:
        """Time under tension of each hold in seconds; 0 of what was moved."""
        return np.where(self.is_hold, time_under_tension_s(self.reps, self.hold_s), 0.0)

    @property
    def is_hard(self) -> Truths:
        """Whether each set counts as hard, a hold by the same rule."""
        return is_hard_set(self.set_type == WARMUP, self.reps, self.rir)


@dataclass(frozen=True, slots=True)
class SetRecords:
    """All that is known of each set, in the order of ``sets.csv``; one element a set.

    Args:
        sets: The columns that figures are made of, in the same order.
        session_id: Identities of the sessions.
        time: Local time of the session's start, ``HH:MM:SS``; None where unknown.
        tempo_raise_s: The first phase of each repetition in seconds; NaN where unknown.
        tempo_top_s: The second.
        tempo_lower_s: The third.
        tempo_bottom_s: The last.
        equipment: Names; None where none was named.
        kept: What else of ``session.DETAILS`` was noted, by its name, as a set has it: rest before
            the set in seconds, pain, the note.
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
        """Duration of one repetition in seconds: its hold, or its tempo; NaN where unknown."""
        tempo_s = self.tempo_raise_s + self.tempo_top_s + self.tempo_lower_s + self.tempo_bottom_s
        return np.where(self.sets.is_hold, self.sets.hold_s, tempo_s)

    def rows(self, chosen: slice) -> Self:
        """Give some of the sets, all columns alike."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        sets, kept = given.pop("sets"), given.pop("kept")
        parts = {name: column[chosen] for name, column in given.items()}
        noted = {name: column[chosen] for name, column in kept.items()}
        return type(self)(sets=sets.rows(chosen), kept=noted, **parts)


def bodyweights_on(days: Integers, weighings: Sequence[Bodyweight]) -> Floats:
    """Give the bodyweight that counts on each day, in kilograms; NaN where never weighed.

    The same rule as ``runner.bodyweight_on``, for a whole column.

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
    """Symptoms in the order of their days; every array has one element a symptom.

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
        """Take symptoms in any order."""
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
    """Runs as columns, by day: days since 1 January 1970, and kilometres."""

    day: Integers
    km: Floats

    def __len__(self) -> int:
        return len(self.day)

    @classmethod
    def of(cls, runs: Sequence[Run]) -> Self:
        """Take runs by day."""
        day = np.array([day_number(run.date) for run in runs], np.int64)
        return cls(day, np.array([run.distance_km for run in runs], np.float64))
