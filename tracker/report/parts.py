"""The parts of the report for the physio as figures, made from what a log holds about a period.

Those about the legs' strength are in ``legs``.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import nan
from statistics import median
from typing import Final

import numpy as np

from tracker.domain.columns import (
    EXERCISES,
    SIDES,
    Floats,
    Integers,
    RunColumns,
    Truths,
    day_number,
    distinct,
)
from tracker.domain.daily import DayTable
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.runner import Runner
from tracker.domain.running import WeeklyDistance, weekly_distance
from tracker.domain.symptoms import Moment, Symptom
from tracker.domain.then_and_now import ThenAndNow, then_and_now
from tracker.domain.week import DAYS_A_WEEK
from tracker.domain.weekly_work import WeeklyWork
from tracker.domain.windows import WINDOW_DAYS

# For a period hardly longer than this, "lately" would say the same twice.
FEWEST_DAYS_WITH_LATELY: Final = 2 * WINDOW_DAYS


@dataclass(frozen=True, slots=True)
class Ends:
    """A figure at the start and at the end of a period; NaN if there is none."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of work.

    Args:
        total: Total of the whole period.
        a_week: Mean per week; NaN for less than a week.
        a_week_lately: The same over the last 28 days; NaN if the period is hardly longer.
    """

    total: float
    a_week: float
    a_week_lately: float


@dataclass(frozen=True, slots=True)
class WorkDone:
    """The work done in a period.

    Args:
        sessions: Sessions done.
        weeks: Hard sets by week, where a left and a right set with the same number count once.
        hard_sets: The same, summed up by exercise.
        volume_kg: Volume load in kilograms, by exercise and side; sides without sets are missing,
            NaN where a bodyweight is unknown.
        held_s: Time under tension in holds, in seconds; 0 where nothing was held.
        run_km: Kilometres run; None where nothing was.
        distance: The same by week.
    """

    sessions: Amount
    weeks: WeeklyWork
    hard_sets: Mapping[Exercise, Amount]
    volume_kg: Mapping[Exercise, Mapping[Side, Amount]]
    held_s: float
    run_km: Amount | None
    distance: WeeklyDistance


def work(table: DayTable, runs: RunColumns, first_day: int, last_day: int) -> WorkDone | None:
    """Sum up what was done and run from the first to the last day; None where nothing was."""
    if not (len(table) or len(runs)):
        return None
    days = last_day - first_day + 1

    def amount_of(counted: Floats, day: Integers) -> Amount:
        total = float(counted.sum())
        late = float(counted[day > last_day - WINDOW_DAYS].sum()) * DAYS_A_WEEK / WINDOW_DAYS
        return Amount(
            total,
            total * DAYS_A_WEEK / days if days >= DAYS_A_WEEK else nan,
            late if days >= FEWEST_DAYS_WITH_LATELY else nan,
        )

    def amount(counted: Floats, rows: Truths) -> Amount:
        return amount_of(counted[rows], table.day[rows])

    rows_of = {EXERCISES[code]: table.exercise == code for code in distinct(table.exercise)}
    sides_of = {each: distinct(table.side[rows]) for each, rows in rows_of.items()}
    hard_sets = table.hard_set_numbers.astype(np.float64)
    return WorkDone(
        amount(table.sessions_begun.astype(np.float64), np.ones(len(table), np.bool_)),
        WeeklyWork.of_days(table.day, table.exercise, hard_sets),
        {exercise: amount(hard_sets, rows) for exercise, rows in rows_of.items()},
        {
            each: {
                SIDES[code]: amount(table.volume_load_kg, rows & (table.side == code))
                for code in sides_of[each]
            }
            for each, rows in rows_of.items()
        },
        float(table.held_s.sum()),
        amount_of(runs.km, runs.day) if len(runs) else None,
        weekly_distance(runs),
    )


@dataclass(frozen=True, slots=True)
class FeltOnDay:
    """The worst felt on one day: pain from 0 to 10, or minutes of stiffness."""

    day: int
    side: Side
    value: int


@dataclass(frozen=True, slots=True)
class FeltSummary:
    """On how many days something was noted for one side at one moment, and what."""

    days: int
    median: float
    worst: int
    last: FeltOnDay


@dataclass(frozen=True, slots=True)
class Strip:
    """What was felt at one moment.

    Args:
        moment: The moment; None for morning stiffness, in minutes.
        felt: The worst for each day and side, by day.
    """

    moment: Moment | None
    felt: tuple[FeltOnDay, ...]

    def summaries(self) -> dict[Side, FeltSummary]:
        """Sum up each side for which something was noted."""
        found = {}
        for side in SIDES:
            felt = [each for each in self.felt if each.side is side]
            if felt:
                values = [each.value for each in felt]
                found[side] = FeltSummary(len(felt), median(values), max(values), felt[-1])
        return found


def strips(
    symptoms: Iterable[Symptom], pain_during: Iterable[tuple[datetime.date, Side, int]]
) -> tuple[Strip, ...]:
    """Collect pain by moment, then morning stiffness, leaving out what was never noted.

    Args:
        symptoms: The symptoms noted.
        pain_during: Day, side and pain noted for sets.
    """
    worst: dict[Moment | None, dict[tuple[int, Side], int]] = {
        moment: {} for moment in (*Moment, None)
    }

    def note(moment: Moment | None, day: int, side: Side, value: int | None) -> None:
        if value is not None:
            so_far = worst[moment].get((day, side), 0)
            worst[moment][day, side] = max(so_far, value)

    for symptom in symptoms:
        day = day_number(symptom.date)
        note(symptom.moment, day, symptom.side, symptom.pain)
        note(None, day, symptom.side, symptom.stiffness_min)
    for date, side, pain in pain_during:
        note(Moment.DURING, day_number(date), side, pain)
    return tuple(
        Strip(
            moment,
            tuple(
                FeltOnDay(day, side, value)
                for (day, side), value in sorted(
                    found.items(), key=lambda each: (each[0][0], SIDES.index(each[0][1]))
                )
            ),
        )
        for moment, found in worst.items()
        if found
    )


@dataclass(frozen=True, slots=True)
class Tested:
    """The heel-raise tests of one day and exercise: each leg's last.

    Args:
        tests: By leg, left first; one of them may be missing.
        age: Age in years at the end of that year; None if the year of birth is not given.
    """

    tests: Mapping[Side, HeelRaiseTest]
    age: int | None

    @property
    def one(self) -> HeelRaiseTest:
        """One of the tests, for what both share."""
        return next(iter(self.tests.values()))

    @property
    def reps_compared(self) -> tuple[int, int] | None:
        """The repetitions of the left and the right leg; None unless both were tested alike."""
        ways = set(map(way_of, self.tests.values()))
        if len(self.tests) < len(LEGS) or len(ways) > 1:
            return None
        return self.tests[Side.LEFT].reps, self.tests[Side.RIGHT].reps


@dataclass(frozen=True, slots=True)
class TestCourse:
    """How the heel raises of one leg with one knee position developed.

    Args:
        exercise: The exercise, which gives the knee position.
        side: The leg.
        tests: Its first, compared and newest test.
    """

    __test__ = False  # not a test for pytest

    exercise: Exercise
    side: Side
    tests: ThenAndNow[HeelRaiseTest]

    @property
    def change(self) -> int | None:
        """Change in repetitions; None without two tests done the same way."""
        then, last = self.tests.then, self.tests.last
        if then is None or way_of(then) != way_of(last):
            return None
        return last.reps - then.reps


def way_of(test: HeelRaiseTest) -> tuple[float | None, float]:
    """Return what must be equal for tests to be compared: pace and surface."""
    return test.cadence_bpm, test.incline_deg


def courses_of_tests(
    tests: Iterable[HeelRaiseTest], since: datetime.date
) -> tuple[TestCourse, ...]:
    """Return how each exercise and leg developed, from tests given by day."""
    by_leg: dict[tuple[Exercise, Side], list[HeelRaiseTest]] = {}
    for test in tests:
        by_leg.setdefault((test.exercise, test.side), []).append(test)
    return tuple(
        TestCourse(exercise, side, then_and_now(by_leg[exercise, side], since))
        for exercise in Exercise
        for side in LEGS
        if (exercise, side) in by_leg
    )


def tested(tests: Iterable[HeelRaiseTest], runner: Runner) -> tuple[Tested, ...]:
    """Put the tests of one day and exercise side by side."""
    together: dict[tuple[object, Exercise], dict[Side, HeelRaiseTest]] = {}
    for test in tests:
        together.setdefault((test.date, test.exercise), {})[test.side] = test
    found = []
    for legs in together.values():
        in_order: dict[Side, HeelRaiseTest] = {side: legs[side] for side in LEGS if side in legs}
        year = next(iter(in_order.values())).date.year
        age = None if runner.birth_year is None else year - runner.birth_year
        found.append(Tested(in_order, age))
    return tuple(found)
