"""The parts of the report for the physio as figures, each made of what a log holds of a period.

Figures "at the end" are the best of the 28 days up to the last set of their exercise, those "at the
start" of the first 28 days: as far as the seated/standing ratio looks back (domain.md §3.3).
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import nan
from statistics import median
from typing import Final

import numpy as np

from tracker.domain.balance import RATIO_DAYS, asymmetry_percent, limb_symmetry_index
from tracker.domain.columns import (
    EXERCISES,
    SIDES,
    Floats,
    Integers,
    RunColumns,
    Truths,
    day_number,
    day_of_number,
)
from tracker.domain.daily import DayTable
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.runner import Bodyweight, Runner, bodyweight_on
from tracker.domain.running import WeeklyDistance, weekly_distance
from tracker.domain.series import Balance, DaySeries, Trace
from tracker.domain.symptoms import Moment, Symptom
from tracker.domain.trend import DAYS_A_WEEK
from tracker.domain.weekly_work import WeeklyWork

# The first and the last 28 days must not overlap, or a figure would be compared with itself [D].
FEWEST_DAYS_COMPARED: Final = 2 * RATIO_DAYS


@dataclass(frozen=True, slots=True)
class Ends:
    """A figure at the start and at the end of a period; NaN where there is none."""

    start: float
    end: float


def _windows(traces: Iterable[Trace]) -> tuple[int, int]:
    """Give the last day of the first and of the last 28 days of some traces, not all empty."""
    days = [int(trace.day[place]) for trace in traces if len(trace) for place in (0, -1)]
    return min(days) + RATIO_DAYS - 1, max(days)


def _ends(values: Sequence[float], windows: tuple[int, int]) -> Ends:
    overlap = windows[1] - windows[0] < FEWEST_DAYS_COMPARED - RATIO_DAYS
    return Ends(nan if overlap else values[0], values[1])


@dataclass(frozen=True, slots=True)
class Strength:
    """Left against right within one exercise.

    Args:
        exercise: Which exercise.
        traces: Each leg's estimated maxima by day, in kilograms.
        best_kg: Each leg's best at both ends, in kilograms.
        bodyweight_kg: What counts on the last day; NaN where the runner was never weighed.
        limb_symmetry_index: Of the bests at the end, in percent; NaN where a leg is missing.
        balance: The pairs, their noise and what the last three say.
        last_day: The day of the last estimate.
    """

    exercise: Exercise
    traces: Mapping[Side, Trace]
    best_kg: Mapping[Side, Ends]
    bodyweight_kg: float
    limb_symmetry_index: float
    balance: Balance
    last_day: int

    @property
    def estimates(self) -> int:
        """How many estimates both legs have."""
        return sum(map(len, self.traces.values()))

    @property
    def rough_estimates(self) -> int:
        """How many of the estimates rest on 11 or 12 repetitions alone."""
        return sum(int(trace.is_low_confidence.sum()) for trace in self.traces.values())


def strengths(
    series: DaySeries, runner: Runner, weighings: Sequence[Bodyweight]
) -> Iterable[Strength]:
    """Compare the legs within each exercise that has an estimate."""
    for exercise in series.exercises():
        traces = {side: series.strength(exercise, side) for side in LEGS}
        if not any(map(len, traces.values())):
            continue
        windows = _windows(traces.values())
        best_kg = {
            side: _ends(series.best_kg(exercise, side, np.array(windows)).tolist(), windows)
            for side in LEGS
        }
        left_kg, right_kg = (best_kg[side].end for side in LEGS)
        index = limb_symmetry_index(left_kg, right_kg, runner.involved_side)
        bodyweight_kg = bodyweight_on(day_of_number(windows[1]), weighings)
        yield Strength(
            exercise,
            traces,
            best_kg,
            nan if bodyweight_kg is None else bodyweight_kg,
            float(index),
            series.balance(exercise, runner),
            windows[1],
        )


@dataclass(frozen=True, slots=True)
class Ratio:
    """Each leg's seated to standing ratio, by day and at both ends."""

    traces: Mapping[Side, Trace]
    ends: Mapping[Side, Ends]


def ratio(series: DaySeries) -> Ratio | None:
    """Compare seated with standing; None where no leg has both within 28 days."""
    traces = {side: series.ratio(side) for side in LEGS}
    if not any(map(len, traces.values())):
        return None
    windows = _windows(traces.values())
    at = np.array(windows)
    return Ratio(traces, {side: _ends(series.ratios(side, at).tolist(), windows) for side in LEGS})


@dataclass(frozen=True, slots=True)
class Amount:
    """How much was done.

    Args:
        total: In the whole period.
        a_week: Mean of a week; NaN for a period of less than one.
        a_week_lately: The same of the last 28 days; NaN where the period is hardly longer.
    """

    total: float
    a_week: float
    a_week_lately: float


@dataclass(frozen=True, slots=True)
class WorkDone:
    """What was done.

    Args:
        sessions: How many sessions.
        weeks: Hard sets by week; the left and the right set of one number count as one.
        hard_sets: The same, summed up by exercise.
        volume_kg: Volume load in kilograms, by exercise; NaN where a bodyweight is unknown.
        run_km: Kilometres run beside it; None where nothing was run.
        distance: The same by week.
    """

    sessions: Amount
    weeks: WeeklyWork
    hard_sets: Mapping[Exercise, Amount]
    volume_kg: Mapping[Exercise, Amount]
    run_km: Amount | None
    distance: WeeklyDistance


def work(
    series: DaySeries, table: DayTable, runs: RunColumns, first_day: int, last_day: int
) -> WorkDone | None:
    """Sum up what was done from the first to the last day; None where no set was."""
    if not len(table):
        return None
    days = last_day - first_day + 1

    def amount_of(counted: Floats, day: Integers) -> Amount:
        total = float(counted.sum())
        late = float(counted[day > last_day - RATIO_DAYS].sum()) * DAYS_A_WEEK / RATIO_DAYS
        return Amount(
            total,
            total * DAYS_A_WEEK / days if days >= DAYS_A_WEEK else nan,
            late if days >= FEWEST_DAYS_COMPARED else nan,
        )

    def amount(counted: Floats, rows: Truths) -> Amount:
        return amount_of(counted[rows], table.day[rows])

    rows_of = {each: table.exercise == EXERCISES.index(each) for each in series.exercises()}
    hard_sets = table.hard_set_numbers.astype(np.float64)
    return WorkDone(
        amount(table.sessions_begun.astype(np.float64), np.ones(len(table), np.bool_)),
        WeeklyWork.of_days(table.day, table.exercise, hard_sets),
        {exercise: amount(hard_sets, rows) for exercise, rows in rows_of.items()},
        {exercise: amount(table.volume_load_kg, rows) for exercise, rows in rows_of.items()},
        amount_of(runs.km, runs.day) if len(runs) else None,
        weekly_distance(runs),
    )


@dataclass(frozen=True, slots=True)
class FeltOnDay:
    """The worst that was felt on one day: pain of 0 to 10, or minutes of stiffness."""

    day: int
    side: Side
    value: int


@dataclass(frozen=True, slots=True)
class FeltSummary:
    """On how many days something was noted of one side at one moment, and what."""

    days: int
    median: float
    worst: int
    last: FeltOnDay


@dataclass(frozen=True, slots=True)
class Strip:
    """What was felt at one moment.

    Args:
        moment: When; None for the morning's stiffness, in minutes.
        felt: The worst of each day and side, by day.
    """

    moment: Moment | None
    felt: tuple[FeltOnDay, ...]

    def summaries(self) -> dict[Side, FeltSummary]:
        """Sum up each side of which something is noted."""
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
    """Lay out pain by moment, then the morning's stiffness; what was never noted is left out.

    Args:
        symptoms: As they were noted.
        pain_during: Day, side and pain that was noted with sets.
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
    """The heel-raise tests of one day and exercise: the last of each leg.

    Args:
        tests: By leg, left first; one of them may be missing.
        age: In years that year, to its end; None where the year of birth is not given.
    """

    tests: Mapping[Side, HeelRaiseTest]
    age: int | None

    @property
    def one(self) -> HeelRaiseTest:
        """One of them, for what both share."""
        return next(iter(self.tests.values()))

    @property
    def asymmetry_percent(self) -> float:
        """Signed difference of the repetitions; NaN for one leg, or legs tested differently."""
        done = list(self.tests.values())
        ways = {(test.cadence_bpm, test.incline_deg) for test in done}
        if len(done) < 2 or len(ways) > 1:
            return nan
        return float(asymmetry_percent(float(done[0].reps), float(done[1].reps)))


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
