"""What each session did in each exercise, made from whole columns only when needed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tracker.domain.columns import EXERCISES, SIDES, Integers, SetColumns, distinct
from tracker.domain.daily import DayTable
from tracker.domain.day_values import day_values
from tracker.domain.evidence import EVIDENCES, SetEvidence
from tracker.domain.exercise import Exercise, Side
from tracker.domain.one_rep_max import Formula


@dataclass(frozen=True, slots=True)
class ExerciseWork:
    """What one session did in one exercise.

    Args:
        sets: Number of sets of each side, including warm-ups; sides without any are missing.
        best: The best set of each leg, chosen like the value of a day; legs without one are
            missing.
        volume_load_kg: Repetitions times system load over all sets, in kilograms; NaN if the
            bodyweight is unknown.
    """

    sets: Mapping[Side, int]
    best: Mapping[Side, SetEvidence]
    volume_load_kg: float


class WorkSums:
    """The sums of many sessions, by their index.

    Args:
        by_session: Their sets, with the session's index in place of the day.
        table: The same summed up by session.
        formula: The formula for the estimates.
        count: Number of sessions.
    """

    def __init__(
        self, by_session: SetColumns, table: DayTable, formula: Formula, count: int
    ) -> None:
        self._volume_kg: list[NDArray[np.generic]] = []
        self._counts: list[list[Integers]] = []
        done: Integers = np.zeros(count, np.int64)
        for code in range(len(EXERCISES)):
            rows = table.rows(table.exercise == code)
            done[distinct(rows.day)] |= 1 << code
            self._volume_kg.append(np.bincount(rows.day, rows.volume_load_kg, count))
            sets = by_session.exercise == code
            sides = (by_session.session[sets & (by_session.side == n)] for n in range(len(SIDES)))
            self._counts.append([np.bincount(each, minlength=count) for each in sides])
        self._done = done
        values = day_values(by_session, formula)
        # With several pieces of equipment, the best is last and so is the one kept.
        rank = np.lexsort((values.e1rm_kg, values.is_compared, values.is_test, values.day))
        self._first = np.searchsorted(values.day[rank], np.arange(count + 1))
        columns: tuple[NDArray[np.generic], ...] = (
            values.exercise,
            values.side,
            values.evidence,
            values.reps_to_failure,
            values.e1rm_kg,
        )
        self._best = [each[rank] for each in columns]

    def by_place(self) -> "list[Mapping[Exercise, ExerciseWork]]":
        """Return the work of each session, by its index."""
        known = [
            tuple(each for code, each in enumerate(EXERCISES) if done >> code & 1)
            for done in range(1 << len(EXERCISES))
        ]
        return [
            SessionWork(self, place, known[done]) for place, done in enumerate(self._done.tolist())
        ]

    def of(self, place: int) -> dict[Exercise, ExerciseWork]:
        """Return what one session did, by exercise; exercises not done are missing."""
        best: dict[Exercise, dict[Side, SetEvidence]] = {}
        here = slice(*self._first[place : place + 2])
        for code, side, *told in zip(*(each[here].tolist() for each in self._best), strict=True):
            evidence, reps_to_failure, e1rm_kg = told
            of_exercise = best.setdefault(EXERCISES[code], {})
            of_exercise[SIDES[side]] = SetEvidence(EVIDENCES[evidence], reps_to_failure, e1rm_kg)
        work = {}
        for code, exercise in enumerate(EXERCISES):
            if not self._done[place] >> code & 1:
                continue
            counts = zip(SIDES, self._counts[code], strict=True)
            sets = {side: int(of[place]) for side, of in counts if of[place]}
            volume_kg = float(self._volume_kg[code][place])
            work[exercise] = ExerciseWork(sets, best.get(exercise, {}), volume_kg)
        return work


class SessionWork(Mapping[Exercise, ExerciseWork]):
    """What one session did, by exercise; exercises not done are missing.

    Worked out on demand, because only a few of thousands of sessions in a list are painted.

    Args:
        sums: The sums of all sessions.
        place: Index of this session.
        exercises: The exercises it did, in order.
    """

    def __init__(self, sums: WorkSums, place: int, exercises: tuple[Exercise, ...]) -> None:
        self._sums = sums
        self._place = place
        self._exercises = exercises

    def __contains__(self, exercise: object) -> bool:
        return exercise in self._exercises

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self._exercises)

    def __len__(self) -> int:
        return len(self._exercises)

    def __getitem__(self, exercise: Exercise) -> ExerciseWork:
        return self._work[exercise]

    def __repr__(self) -> str:
        return repr(self._work)

    @cached_property
    def _work(self) -> dict[Exercise, ExerciseWork]:
        return self._sums.of(self._place)
