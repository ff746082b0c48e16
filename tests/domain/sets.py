"""Made-up sets of one or both legs, as columns."""

import datetime
import json
from collections.abc import Iterable
from math import nan
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from hypothesis import strategies as st

from tracker.domain.columns import EXERCISES, SET_TYPES, SIDES, SetColumns, day_number
from tracker.domain.day_values import day_values
from tracker.domain.exercise import Exercise, Side
from tracker.domain.one_rep_max import Formula
from tracker.domain.session import SetType
from tracker.domain.strengths import Strengths

SEATED, STANDING = Exercise.SEATED, Exercise.STANDING
LEFT, RIGHT = Side.LEFT, Side.RIGHT
DAY = day_number(datetime.date(2026, 9, 7))
CASES = json.loads((Path(__file__).parent.parent / "data/balance-cases.json").read_text("utf-8"))


class Lift(NamedTuple):
    """One set; by default seated 60 kg on the left, eight done with two left, on equipment 1."""

    day: int = DAY
    side: Side = LEFT
    kg: float = 60.0
    reps: int = 8
    rir: float | None = 2.0
    set_type: SetType = SetType.WORK
    equipment: int = 1
    exercise: Exercise = SEATED
    bodyweight_kg: float | None = 70.0
    hold_s: float | None = None


def columns_of(lifts: Iterable[Lift]) -> SetColumns:
    """Make columns of sets, in the order of their days."""
    by_day = sorted(lifts, key=lambda each: each.day)
    count = len(by_day)

    def numbers(values: Iterable[float | None]) -> Any:
        return np.array([nan if value is None else value for value in values], np.float64)

    def codes(values: Iterable[int]) -> Any:
        return np.array(list(values), np.int64)

    return SetColumns(
        day=codes(each.day for each in by_day),
        session=np.arange(count),
        exercise=codes(EXERCISES.index(each.exercise) for each in by_day),
        side=codes(SIDES.index(each.side) for each in by_day),
        set_type=codes(SET_TYPES.index(each.set_type) for each in by_day),
        set_no=np.ones(count, np.int64),
        reps=numbers(each.reps for each in by_day),
        external_kg=numbers(each.kg for each in by_day),
        rir=numbers(each.rir for each in by_day),
        equipment=codes(each.equipment for each in by_day),
        bodyweight_kg=numbers(each.bodyweight_kg for each in by_day),
        hold_s=numbers(each.hold_s for each in by_day),
    )


def strengths_of(lifts: Iterable[Lift], formula: Formula = Formula.EPLEY) -> Strengths:
    return Strengths(day_values(columns_of(lifts), formula), formula)


def duo(day: int, left_kg: float, right_kg: float, **both: Any) -> list[Lift]:
    """Make a set of each leg on one day."""
    return [Lift(day, LEFT, left_kg, **both), Lift(day, RIGHT, right_kg, **both)]


def lifts_of(case: dict[str, Any]) -> list[Lift]:
    """Read the sets of a worked case, in the order given."""
    rows = [dict(zip(CASES["set_columns"], row, strict=True)) for row in case["sets"]]
    names = sorted({row["equipment"] for row in rows if row["equipment"] is not None})
    return [
        Lift(
            number_of(row["date"]),
            Side(row["side"]),
            row["external_kg"],
            row["reps"],
            row["rir"],
            SetType(row["set_type"]),
            0 if row["equipment"] is None else names.index(row["equipment"]) + 1,
            Exercise(row["exercise"]),
            row["bodyweight_kg"],
        )
        for row in rows
    ]


def number_of(date: str) -> int:
    return day_number(datetime.date.fromisoformat(date))


# Sets that meet every line of the rule; loads so near one another that values are often equal.
lifted = st.builds(
    Lift,
    day=st.just(DAY),
    side=st.sampled_from((LEFT, RIGHT, LEFT, RIGHT, Side.BOTH)),
    kg=st.sampled_from((40.0, 50.0, 52.5, 55.0, 60.0, -5.0)),
    reps=st.sampled_from((0, 1, 6, 8, 8, 10, 12, 13)),
    rir=st.sampled_from((0.0, 1.0, 2.0, 2.0, 3.0, 3.5, 4.0, None)),
    set_type=st.sampled_from((*[SetType.WORK] * 6, SetType.TEST, SetType.TEST, SetType.WARMUP)),
    equipment=st.sampled_from((0, 1, 1, 1, 2)),
    exercise=st.sampled_from((SEATED, SEATED, SEATED, STANDING)),
    bodyweight_kg=st.sampled_from((70.0, 70.0, None)),
    hold_s=st.sampled_from((*[None] * 9, 45.0)),
)
_gaps = st.sampled_from((0, 0, 0, 1, 2, 2, 3, 5, 7, 8, 12, 36))


@st.composite
def logs(draw: st.DrawFn, most: int = 80) -> list[Lift]:
    """Draw a log of some sets, in the order of their days."""
    steps = draw(st.lists(st.tuples(_gaps, lifted), max_size=most))
    day, made = DAY, []
    for gap, lift in steps:
        day += gap
        made.append(lift._replace(day=day))
    return made


@st.composite
def duo_logs(draw: st.DrawFn, most: int = 30) -> list[Lift]:
    """Draw a log with both legs on most days, so that windows are full."""
    days = draw(
        st.lists(st.tuples(_gaps, lifted, lifted, st.booleans()), min_size=6, max_size=most)
    )
    day, made = DAY, []
    for gap, one, other, alike in days:
        day += gap
        right = one._replace(kg=one.kg + 5) if alike else other._replace(equipment=one.equipment)
        made += [one._replace(day=day, side=LEFT), right._replace(day=day, side=RIGHT)]
    return made
