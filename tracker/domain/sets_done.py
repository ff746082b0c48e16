"""The sets of one session, taken from the columns of all sessions only on demand."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan
from typing import NamedTuple

from tracker.domain.columns import EXERCISES, SET_TYPES, SIDES, SetColumns
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import SetType


class SetDone(NamedTuple):
    """One set for display in a list: load in kilograms, hold in seconds or None."""

    exercise: Exercise
    side: Side
    set_type: SetType
    reps: int
    external_kg: float
    hold_s: float | None = None


@dataclass(frozen=True, slots=True)
class SetsDone:
    """The sets of one session, in the order they were done.

    Args:
        columns: The sets of many sessions.
        first: Index of the session's first set among them.
        end: Index after its last set.
    """

    columns: SetColumns
    first: int
    end: int

    def __iter__(self) -> Iterator[SetDone]:
        columns, of_session = self.columns, slice(self.first, self.end)
        for exercise, side, set_type, reps, external_kg, hold_s in zip(
            columns.exercise[of_session].tolist(),
            columns.side[of_session].tolist(),
            columns.set_type[of_session].tolist(),
            columns.reps[of_session].tolist(),
            columns.external_kg[of_session].tolist(),
            columns.hold_s[of_session].tolist(),
            strict=True,
        ):
            yield SetDone(
                EXERCISES[exercise],
                SIDES[side],
                SET_TYPES[set_type],
                int(reps),
                external_kg,
                None if isnan(hold_s) else hold_s,
            )
