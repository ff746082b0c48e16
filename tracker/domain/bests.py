"""The bests of a whole log: the most each leg has lifted, when, and on what equipment."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from tracker.domain.best_lifts import BEST_REPS, NO_LOAD
from tracker.domain.columns import EXERCISES, SIDES, DayRows, Floats, Integers, SetColumns, Truths
from tracker.domain.day_values import SetEvidences
from tracker.domain.evidence import NONE
from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest

ESTIMATE: Final = len(BEST_REPS)  # the column of the estimated 1RM, after those of the loads


@dataclass(frozen=True, slots=True)
class DayBests(DayRows):
    """One row per day, exercise, leg and equipment, sorted in that order.

    Args:
        exercise: Code, see ``columns.EXERCISES``.
        side: Code, left or right, see ``columns.SIDES``.
        equipment: Code of the equipment, 0 where none was named.
        kg: Shape (rows, 6), in kilograms: the heaviest system load for sets of at least each of
            ``BEST_REPS`` repetitions, then the highest known estimated 1RM; ``NO_LOAD`` for none.
    """

    exercise: Integers
    side: Integers
    equipment: Integers
    kg: Floats

    @property
    def leg(self) -> Integers:
        """A number per exercise, leg and equipment: only rows with the same number are compared."""
        code = self.exercise * len(SIDES) + self.side
        legs: Integers = code * (int(self.equipment.max(initial=0)) + 1) + self.equipment
        return legs


def day_bests(columns: SetColumns, told: SetEvidences) -> DayBests:
    """Find the most each leg lifted on each day; ``best_lifts.lifted`` says which sets count.

    Args:
        columns: The sets.
        told: What each set tells about its leg's maximum.
    """
    place = np.flatnonzero(told.evidence != NONE)
    sets, known_kg = columns.rows(place), told.known_kg[place]
    system_kg = sets.system_kg
    kg = [np.where(sets.reps >= each, system_kg, NO_LOAD) for each in BEST_REPS]
    kg.append(np.where(np.isnan(known_kg), NO_LOAD, known_kg))
    order = np.lexsort((sets.equipment, sets.side, sets.exercise, sets.day))
    key = np.stack((sets.day, sets.exercise, sets.side, sets.equipment))[:, order]
    is_first = np.append(True, (key[:, 1:] != key[:, :-1]).any(axis=0))[: len(order)]
    start = np.flatnonzero(is_first)
    most = np.maximum.reduceat(np.stack(kg, axis=1)[order], start, axis=0)
    day, exercise, side, equipment = key[:, start]
    return DayBests(day, exercise, side, equipment, most)


@dataclass(frozen=True, slots=True)
class Best:
    """One best of a leg.

    Args:
        kg: System load, or estimated 1RM, in kilograms.
        day: When it was first reached, in days since 1 January 1970.
    """

    kg: float
    day: int


@dataclass(frozen=True, slots=True)
class LegBests:
    """The bests of one leg in one exercise on one piece of equipment.

    Args:
        exercise: The exercise.
        side: The leg.
        equipment: Code of the equipment, 0 where none was named.
        of: The best for each of ``BEST_REPS``, then that of the estimated 1RM; None where there is
            none.
    """

    exercise: Exercise
    side: Side
    equipment: int
    of: tuple[Best | None, ...]


def bests(table: DayBests) -> list[LegBests]:
    """List the bests by exercise, leg and equipment; among equals, the first counts."""
    found: list[LegBests] = []
    for rows in _legs(table):
        first = np.argmax(table.kg[rows], axis=0)  # the first of equals
        of = tuple(
            Best(kg, day) if kg > NO_LOAD else None
            for kg, day in zip(
                table.kg[rows[first], np.arange(len(first))].tolist(),
                table.day[rows[first]].tolist(),
                strict=True,
            )
        )
        one = rows[0]
        found.append(
            LegBests(
                EXERCISES[table.exercise[one]],
                SIDES[table.side[one]],
                int(table.equipment[one]),
                of,
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class HeelRaiseBest:
    """The most heel raises by one leg in one exercise on one surface.

    Args:
        exercise: Standing, with the knee straight or bent.
        side: The leg.
        incline_deg: Of the surface, in degrees; 0 is the floor.
        reps: Repetitions.
        date: When it was first reached.
    """

    exercise: Exercise
    side: Side
    incline_deg: float
    reps: int
    date: datetime.date


def heel_raise_bests(tests: Iterable[HeelRaiseTest]) -> list[HeelRaiseBest]:
    """List the most heel raises by exercise, leg and surface; among equals, the first counts.

    Args:
        tests: By day, oldest first.
    """
    most: dict[tuple[int, int, float], HeelRaiseTest] = {}
    for test in tests:
        key = EXERCISES.index(test.exercise), SIDES.index(test.side), test.incline_deg
        if key not in most or test.reps > most[key].reps:
            most[key] = test
    return [
        HeelRaiseBest(each.exercise, each.side, each.incline_deg, each.reps, each.date)
        for _, each in sorted(most.items(), key=lambda item: item[0])
    ]


def beaten_on(table: DayBests) -> Truths:
    """Find which bests each row has beaten, by the rule of ``best_lifts.beaten``.

    Returns:
        Shape (rows, 6), columns as in ``DayBests.kg``.
    """
    is_beaten = np.zeros(table.kg.shape, np.bool_)
    for rows in _legs(table):
        before = np.maximum.accumulate(table.kg[rows], axis=0)[:-1]
        is_beaten[rows[1:]] = (before > NO_LOAD) & (table.kg[rows[1:]] > before)
    return is_beaten


def _legs(table: DayBests) -> list[Integers]:
    """Return the row indices of each exercise, leg and equipment, oldest first."""
    leg = table.leg
    order = np.argsort(leg, kind="stable")  # stable: the days keep their order
    ends = np.flatnonzero(np.diff(leg[order])) + 1
    return [rows for rows in np.split(order, ends) if len(rows)]
