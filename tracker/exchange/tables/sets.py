"""``sets.csv``: one row per set, with everything noted about it and calculated from it."""

import datetime
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Final

import numpy as np

from tracker.domain.columns import (
    EXERCISES,
    SET_TYPES,
    SIDES,
    Floats,
    SetRecords,
)
from tracker.domain.day_values import SetEvidences, evidence_of_sets
from tracker.domain.evidence import EVIDENCES, NONE, confidence_of
from tracker.domain.load import time_under_tension_s
from tracker.domain.one_rep_max import Formula
from tracker.exchange.roles import Role
from tracker.exchange.tables.dialect import CellWriter, known_or_infinite
from tracker.exchange.tables.period import PeriodOfLog
from tracker.exchange.tables.table import LINES_A_STEP, Column, Table

SIDE_WORDS: Final = "left or right: that leg alone; both: both legs at once"
EXERCISE_WORDS: Final = (
    "seated (knee about 90 degrees), standing (straight) or standing_bent (about 45)"
)


class SetRows:
    """Sets, and what is calculated for each; arrays have one element per set.

    Args:
        records: The sets, in the order of the rows.
        formula: The formula for the estimated 1RM.
    """

    def __init__(self, records: SetRecords, formula: Formula) -> None:
        self.records = records
        self.sets = records.sets
        self.formula = formula

    def __len__(self) -> int:
        return len(self.sets)

    def parts(self) -> "Iterator[SetRows]":
        """Split the sets into parts that each take only a moment to write."""
        for first in range(0, len(self), LINES_A_STEP):
            part = self.records.rows(slice(first, first + LINES_A_STEP))
            yield SetRows(part, self.formula)

    @cached_property
    def told(self) -> SetEvidences:
        """What each set tells about its leg's maximum."""
        return evidence_of_sets(self.sets, self.formula)

    @property
    def under_tension_s(self) -> Floats:
        """Time under tension in seconds; NaN if neither a hold nor a tempo was noted."""
        return time_under_tension_s(self.sets.reps, self.records.repetition_s)

    @property
    def confidence(self) -> list[str]:
        """How far each estimate can be trusted; empty if there is none."""
        codes, reps = self.told.evidence.tolist(), known_or_infinite(self.told.reps_to_failure)
        return list(map(_confidence, codes, reps))


@cache
def _confidence(evidence: int, reps_to_failure: float) -> str:
    return confidence_of(EVIDENCES[evidence], reps_to_failure) or ""


def _take(period: PeriodOfLog) -> SetRows:
    return SetRows(period.sets, period.runner.formula)


def _formulas(rows: SetRows, write: CellWriter) -> list[str]:
    told = (rows.told.evidence != NONE).tolist()
    return write.words(rows.formula if tells else None for tells in told)


def session_days(period: PeriodOfLog) -> Iterator[datetime.date]:
    """List the days of sessions."""
    return (session.date for session in period.sessions)


SETS: Final[Table[SetRows]] = Table(
    name="sets.csv",
    grain="one row a set",
    columns=(
        Column(
            "session_id",
            "the session the set belongs to; its sets share it",
            lambda rows, write: write.texts(rows.records.session_id),
            Role.SESSION_ID,
            is_telling=True,
        ),
        Column(
            "date",
            "training day",
            lambda rows, write: write.days(rows.sets.day),
            Role.DATE,
            is_telling=True,
        ),
        Column(
            "time",
            "local time at which the session began",
            lambda rows, write: write.words(rows.records.time),
            Role.TIME,
        ),
        Column(
            "exercise",
            EXERCISE_WORDS,
            lambda rows, write: write.members(rows.sets.exercise, EXERCISES),
            Role.EXERCISE,
            is_telling=True,
        ),
        Column(
            "side",
            SIDE_WORDS,
            lambda rows, write: write.members(rows.sets.side, SIDES),
            Role.SIDE,
            is_telling=True,
        ),
        Column(
            "set_no",
            "number of the set; the left and the right set of one number belong together",
            lambda rows, write: write.numbers(rows.sets.set_no),
            Role.SET_NO,
            is_telling=True,
        ),
        Column(
            "set_type",
            "warmup, work, or test (to failure)",
            lambda rows, write: write.members(rows.sets.set_type, SET_TYPES),
            Role.MARK,
        ),
        Column(
            "reps",
            "repetitions done; of holds, how many",
            lambda rows, write: write.numbers(rows.sets.reps),
            Role.REPS,
            is_telling=True,
        ),
        Column(
            "external_kg",
            "load added to the body, {unit}; below 0 it was assistance",
            lambda rows, write: write.loads(rows.sets.external_kg),
            Role.LOAD_KG,
        ),
        Column(
            "bodyweight_kg",
            "bodyweight that counts on the day, {unit}: the last weighing up to it; before the "
            "first weighing that one",
            lambda rows, write: write.loads(rows.sets.bodyweight_kg),
            Role.BODYWEIGHT_KG,
        ),
        Column(
            "system_kg",
            "system load, {unit}: what the calf lifted (see Formulas)",
            lambda rows, write: write.computed_loads(rows.sets.system_kg),
        ),
        Column(
            "rir",
            "repetitions in reserve; 0 is to failure",
            lambda rows, write: write.numbers(rows.sets.rir),
            Role.RIR,
        ),
        Column(
            "to_failure",
            "1 if it was a test or nothing was left in reserve, else 0",
            lambda rows, write: write.numbers(rows.sets.was_to_failure.astype(np.int64)),
        ),
        Column(
            "tempo_raise_s",
            "seconds of raising, in each repetition",
            lambda rows, write: write.numbers(rows.records.tempo_raise_s),
            Role.TEMPO_RAISE_S,
        ),
        Column(
            "tempo_top_s",
            "seconds held at the top",
            lambda rows, write: write.numbers(rows.records.tempo_top_s),
            Role.TEMPO_TOP_S,
        ),
        Column(
            "tempo_lower_s",
            "seconds of lowering",
            lambda rows, write: write.numbers(rows.records.tempo_lower_s),
            Role.TEMPO_LOWER_S,
        ),
        Column(
            "tempo_bottom_s",
            "seconds held at the bottom",
            lambda rows, write: write.numbers(rows.records.tempo_bottom_s),
            Role.TEMPO_BOTTOM_S,
        ),
        Column(
            "tut_s",
            "time under tension, seconds: reps x the hold, or x the four phases of the tempo",
            lambda rows, write: write.computed(rows.under_tension_s),
        ),
        Column(
            "rest_s",
            "rest before the set, seconds",
            lambda rows, write: write.numbers(rows.records.kept["rest_s"]),
            Role.REST_S,
        ),
        Column(
            "equipment",
            "machine, bar or step; loads on different equipment do not compare",
            lambda rows, write: write.texts(rows.records.equipment),
            Role.EQUIPMENT,
        ),
        Column(
            "pain_during",
            "pain during the set, 0 (none) to 10",
            lambda rows, write: write.numbers(rows.records.kept["pain_during"]),
            Role.PAIN,
        ),
        Column(
            "e1rm_kg",
            "estimated one-repetition maximum, or the least it can be, {unit} (see Formulas)",
            lambda rows, write: write.computed_loads(rows.told.e1rm_kg),
        ),
        Column("e1rm_formula", "the formula of that estimate", _formulas, Role.FORMULA),
        Column(
            "e1rm_confidence",
            "normal; low (11 or 12 to failure); lower_bound (too easy to show a maximum: this, or "
            "more); not_noted (reserve; never compared)",
            lambda rows, write: write.words(rows.confidence),
        ),
        Column(
            "notes",
            "the runner's own words",
            lambda rows, write: write.texts(rows.records.kept["note"]),
            Role.NOTE,
        ),
        Column(
            "hold_s",
            "seconds that each repetition was held still; empty where it was moved",
            lambda rows, write: write.numbers(rows.sets.hold_s),
            Role.HOLD_S,
        ),
    ),
    take=_take,
    days=session_days,
    parts=SetRows.parts,
)
