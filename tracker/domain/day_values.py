"""What the sets of a day tell about each leg's maximum: evidence per set, and the day's value."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from tracker.domain.columns import (
    BOTH,
    EXERCISES,
    SIDES,
    TEST,
    WARMUP,
    DayRows,
    Floats,
    Integers,
    SetColumns,
    Truths,
)
from tracker.domain.evidence import KNOWN, NONE, NOT_NOTED, counts, evidence_code
from tracker.domain.one_rep_max import MOST_ESTIMATED_REPS, Formula, times_load

# Which sets of a day count: only its tests, if any; else those with a known or bounded maximum;
# else those without a noted reserve, which are only drawn.
_OF_NOT_NOTED, _OF_TRAINING, _OF_TESTS = range(3)
_NOT_THE_BEST: Final = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class SetEvidences:
    """What sets tell about the maximum; every array has one element per set.

    Args:
        evidence: Code, see ``evidence.EVIDENCES``.
        is_test: Whether the set was a test that tells something.
        reps_to_failure: Repetitions used for the estimate, at most 12; NaN where the set tells
            nothing.
        e1rm_kg: Estimated 1RM in kilograms, or its lower bound; NaN where the set tells nothing.
    """

    evidence: Integers
    is_test: Truths
    reps_to_failure: Floats
    e1rm_kg: Floats

    @property
    def known_kg(self) -> Floats:
        """Estimated 1RM in kilograms where it is known, NaN elsewhere."""
        return np.where(self.evidence == KNOWN, self.e1rm_kg, np.nan)


def evidence_of_sets(columns: SetColumns, formula: Formula) -> SetEvidences:
    """Work out what each set tells, by the rule of ``evidence.evidence_of``."""
    system_kg = columns.system_kg
    of_a_leg = (columns.side != BOTH) & (columns.set_type != WARMUP)
    told = of_a_leg & ~columns.is_hold & counts(system_kg, columns.reps)
    is_test = told & (columns.set_type == TEST)
    reserve = np.where(np.isnan(columns.rir) | is_test, 0.0, columns.rir)
    r = columns.reps + reserve
    code = np.where(told, evidence_code(r, columns.rir, is_test), NONE)
    r = np.where(told, np.minimum(r, MOST_ESTIMATED_REPS), np.nan)
    return SetEvidences(code, is_test, r, system_kg * times_load(formula, r))


@dataclass(frozen=True, slots=True)
class DayValues(DayRows):
    """One row per day, exercise, leg and equipment, sorted by day, exercise and leg.

    A row stands for one set of that day: the one with the highest estimate, known or "at least".
    Among equal ones a known one comes first, then the earliest. If the leg was tested that day,
    only tests count. If no set has a noted reserve, it is the best of those without, which is drawn
    but never compared. Rows that differ only in equipment are sorted by their last comparable set.

    Args:
        exercise: Code, see ``columns.EXERCISES``.
        side: Code, left or right, see ``columns.SIDES``.
        equipment: Code of the equipment, 0 where none was named.
        evidence: Code: known, at least or not noted, see ``evidence.EVIDENCES``.
        is_test: Whether it is a strength test.
        system_kg: System load in kilograms.
        reps_to_failure: Repetitions used for the estimate, 1 to 12.
        e1rm_kg: Estimated 1RM in kilograms, or its lower bound.
        bodyweight_kg: Bodyweight that applies on the day; NaN where unknown.
    """

    exercise: Integers
    side: Integers
    equipment: Integers
    evidence: Integers
    is_test: Truths
    system_kg: Floats
    reps_to_failure: Floats
    e1rm_kg: Floats
    bodyweight_kg: Floats

    @property
    def is_compared(self) -> Truths:
        """Whether each value may be compared: true unless its reserve was not noted."""
        compared: Truths = self.evidence != NOT_NOTED
        return compared

    def of_leg(self, exercise: int, side: int) -> "DayValues":
        """Return the values of one exercise and leg, both given as codes."""
        return self.rows((self.exercise == exercise) & (self.side == side))


def day_values(columns: SetColumns, formula: Formula) -> DayValues:
    """Find the value of each day, exercise, leg and equipment.

    Args:
        columns: The sets.
        formula: The formula for the estimates, by which the best set is chosen.
    """
    told = evidence_of_sets(columns, formula)
    place = np.flatnonzero(told.evidence != NONE)
    leg = columns.day * len(EXERCISES) + columns.exercise
    leg = (leg * len(SIDES) + columns.side)[place]
    equipment = columns.equipment[place]
    group = leg * (int(equipment.max(initial=0)) + 1) + equipment
    order = np.argsort(group, kind="stable")  # stable: sets keep their order within a group
    place, group = place[order], group[order]
    start = np.flatnonzero(np.append(True, group[1:] != group[:-1])[: len(group)])
    size = np.diff(start, append=len(group))

    evidence, kg = told.evidence[place], told.e1rm_kg[place]
    compared = evidence != NOT_NOTED
    rank = np.where(told.is_test[place], _OF_TESTS, np.where(compared, _OF_TRAINING, _OF_NOT_NOTED))
    chosen = rank == _repeated(np.maximum, rank, start, size)
    kg = np.where(chosen, kg, -np.inf)
    chosen &= kg == _repeated(np.maximum, kg, start, size)
    chosen &= evidence == _repeated(np.minimum, np.where(chosen, evidence, NONE), start, size)
    first = np.minimum.reduceat(np.where(chosen, np.arange(len(place)), _NOT_THE_BEST), start)
    last = np.maximum.reduceat(np.where(compared, place, -1), start)

    best = place[first]
    by_leg = np.lexsort((last, leg[order][start]))
    best = best[by_leg]
    return DayValues(
        columns.day[best],
        columns.exercise[best],
        columns.side[best],
        columns.equipment[best],
        told.evidence[best],
        told.is_test[best],
        columns.system_kg[best],
        told.reps_to_failure[best],
        told.e1rm_kg[best],
        columns.bodyweight_kg[best],
    )


def _repeated(reduce: np.ufunc, values: Any, start: Integers, size: Integers) -> Any:
    """Reduce the values of each group, and repeat the result for each of its members."""
    return np.repeat(reduce.reduceat(values, start), size)
