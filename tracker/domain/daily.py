"""Sets summed up by day: all that charts and weekly sums need, small enough to hold and update."""

from dataclasses import dataclass

import numpy as np

from tracker.domain.columns import (
    EXERCISES,
    SIDES,
    WARMUP,
    DayRows,
    Floats,
    Integers,
    SetColumns,
    Truths,
)
from tracker.domain.day_values import evidence_of_sets
from tracker.domain.one_rep_max import Formula


@dataclass(frozen=True, slots=True)
class DayTable(DayRows):
    """One row per day, exercise, side and equipment, sorted by day, exercise and side.

    Rows that differ only in equipment are sorted by their last set, so that the equipment used last
    comes last.

    Args:
        exercise: Code, see ``columns.EXERCISES``.
        side: Code, see ``columns.SIDES``.
        equipment: Code of the equipment, 0 where none was named.
        bodyweight_kg: Bodyweight that applies on the day; NaN where unknown.
        best_e1rm_kg: Best known estimated 1RM in kilograms; NaN where none is known.
        sessions: Sessions with this exercise and side, each counted on one row only, so that a sum
            over equipment counts each once.
        sessions_begun: Sessions whose first set is in this row; a sum over all rows counts each
            once.
        work_sets: Sets other than warm-ups, as a plan counts them.
        hard_sets: Hard sets.
        hard_set_numbers: Hard sets, where those with the same session, exercise and set number
            count once, on the row of the first of them. Sum over legs for the total.
        reps: Repetitions of all sets including warm-ups; holds count none.
        volume_load_kg: Repetitions times system load, in kilograms; NaN where a bodyweight is
            unknown.
        held_s: Time under tension of holds, in seconds.
    """

    exercise: Integers
    side: Integers
    equipment: Integers
    bodyweight_kg: Floats
    best_e1rm_kg: Floats
    sessions: Integers
    sessions_begun: Integers
    work_sets: Integers
    hard_sets: Integers
    hard_set_numbers: Integers
    reps: Floats
    volume_load_kg: Floats
    held_s: Floats


def summarise_days(columns: SetColumns, formula: Formula) -> DayTable:
    """Sum up sets by day, exercise, side and equipment.

    Args:
        columns: The sets.
        formula: The formula for the estimated 1RM.
    """
    leg = columns.day * len(EXERCISES) + columns.exercise
    leg = leg * len(SIDES) + columns.side
    group = leg * (int(columns.equipment.max(initial=0)) + 1) + columns.equipment
    order = np.argsort(group, kind="stable")  # stable: sets keep their order within a group
    sorted_group = group[order]
    is_first = np.append(True, sorted_group[1:] != sorted_group[:-1])[: len(order)]
    start = np.flatnonzero(is_first)
    size = np.diff(start, append=len(order))

    hard = columns.is_hard
    known_kg = evidence_of_sets(columns, formula).known_kg[order]
    session_leg = (columns.session * len(EXERCISES) + columns.exercise) * len(SIDES) + columns.side
    numbered = columns.session * len(EXERCISES) + columns.exercise
    numbered = numbered * (int(columns.set_no.max(initial=0)) + 1) + columns.set_no

    def total(values: Integers) -> Integers:
        summed: Integers = np.add.reduceat(values[order], start)
        return summed

    first = order[start]
    table = DayTable(
        day=columns.day[first],
        exercise=columns.exercise[first],
        side=columns.side[first],
        equipment=columns.equipment[first],
        bodyweight_kg=columns.bodyweight_kg[first],
        best_e1rm_kg=np.fmax.reduceat(known_kg, start),
        sessions=total(_first_of_each(session_leg)),
        sessions_begun=total(_first_of_each(columns.session)),
        work_sets=total((columns.set_type != WARMUP).astype(np.int64)),
        hard_sets=total(hard.astype(np.int64)),
        hard_set_numbers=total(_first_of_each(numbered, hard)),
        reps=np.add.reduceat(columns.moved_reps[order], start),
        volume_load_kg=np.add.reduceat(columns.volume_load_kg[order], start),
        held_s=np.add.reduceat(columns.held_s[order], start),
    )
    last = order[start + size - 1]
    return table.rows(np.lexsort((last, leg[first])))


def _first_of_each(key: Integers, counts: Truths | None = None) -> Integers:
    """Return 1 for the first set of each key, 0 for the others and for sets that do not count."""
    places = np.arange(len(key)) if counts is None else np.flatnonzero(counts)
    _, first = np.unique(key[places], return_index=True)
    marks = np.zeros(len(key), np.int64)
    marks[places[first]] = 1
    return marks
