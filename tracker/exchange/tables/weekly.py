"""``weekly.csv``: one row an ISO week, exercise and side, as the physio reads it, and one for runs.

- ``sessions``, ``hard_sets``, ``reps`` and ``volume_load_kg`` sum up the sets of the row; volume
  is empty where a bodyweight is unknown.
- ``asymmetry_pct`` (right stronger is > 0) and ``lsi_pct`` (involved leg in percent of the other;
  without one, weaker in percent of stronger) compare the week's best e1RM of the two legs in one
  exercise, which thus lie less than 7 days apart. Both legs' rows bear the same value; with one
  leg missing there is none.
- ``seated_standing_ratio`` is that of the leg at the end of the week, each part the best of the 28
  days up to its Sunday on the equipment last used. Its seated and its standing row both bear it.
- ``adherence_pct`` is the sets done in percent of the sets planned of the leg, see
  ``domain/adherence.py``; empty where none were planned. A week in which sets were planned has its
  row even where none was done.
- Rows of both legs at once bear work only.
- ``distance_km`` belongs to a week, not to a leg: a week in which something was run has one more
  row, after its others, without exercise or side, which bears nothing else. So the column adds up,
  no distance is told twice, and weeks without a set have theirs. Kilometres in every file.
"""

import datetime
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from tracker.domain.adherence import LegWeeks
from tracker.domain.balance import (
    RATIO_DAYS,
    asymmetry_percent,
    limb_symmetry_index,
    seated_standing_ratio,
    trailing_best,
)
from tracker.domain.columns import (
    EXERCISES,
    LEFT,
    RIGHT,
    SIDES,
    Floats,
    Integers,
    RunColumns,
    SetColumns,
    day_of_number,
)
from tracker.domain.daily import DayTable, summarise_days
from tracker.domain.entry import DATES
from tracker.domain.exercise import Exercise
from tracker.domain.runner import Runner
from tracker.domain.running import WeeklyDistance, weekly_distance
from tracker.domain.trend import WeekTable, monday_of, summarise_weeks, week_of, week_text
from tracker.exchange.plans_of_log import PlansOfLog, days_told_of
from tracker.exchange.tables.dialect import COMPUTED_DECIMALS, NO_MEMBER
from tracker.exchange.tables.period import PeriodOfLog
from tracker.exchange.tables.sets import EXERCISE_WORDS, SETS, SIDE_WORDS, session_days
from tracker.exchange.tables.table import Column, Table

LOOK_BACK: Final = datetime.timedelta(days=RATIO_DAYS)
_SEATED, _STANDING = EXERCISES.index(Exercise.SEATED), EXERCISES.index(Exercise.STANDING)
_SUNDAY = 6  # days after Monday


class WeekRows:
    """The rows of ``weekly.csv``: those of legs, and in each week after them that of its runs.

    What is computed of legs has one element a row of ``legs``; ``of_legs`` lays it along all rows.

    Args:
        sets: The sets of the period.
        sets_before_too: The same and those before it, which the ratio looks back on.
        runs: The runs of the period.
        runner: For the formula and the involved side.
        plans: The plans with what can answer them; None where none ran in the period.
    """

    def __init__(
        self,
        sets: SetColumns,
        sets_before_too: SetColumns,
        runs: RunColumns,
        runner: Runner,
        plans: PlansOfLog | None = None,
    ) -> None:
        self._sets = sets
        self._sets_before_too = sets_before_too
        self._runs = runs
        self._runner = runner
        self._plans = plans

    def __len__(self) -> int:
        return len(self.week)

    def of_legs(self, values: NDArray[Any], otherwise: float = np.nan) -> NDArray[Any]:
        """Lay what is told of legs along all rows.

        Args:
            values: One a row of ``legs``.
            otherwise: What stands in the rows of runs.
        """
        return np.concatenate((values, np.full(len(self._run_weeks), otherwise)))[self._order]

    def of_runs(self, values: NDArray[Any]) -> NDArray[Any]:
        """Lay what is told of runs along all rows, NaN in those of legs."""
        return np.concatenate((np.full(len(self.legs), np.nan), values))[self._order]

    @cached_property
    def week(self) -> Integers:
        """The week of each row, as ``trend.week_of`` numbers it."""
        weeks: Integers = np.concatenate((self.legs.week, self._run_weeks))[self._order]
        return weeks

    @cached_property
    def _order(self) -> Integers:
        weeks = np.concatenate((self.legs.week, self._run_weeks))
        return np.argsort(weeks, kind="stable")  # stable: legs stay in their order, before runs

    # Runs

    @cached_property
    def _run(self) -> WeeklyDistance:
        """The weeks in which something was run that is not rounded to nothing."""
        distance = weekly_distance(self._runs)
        is_told = np.round(distance.km, COMPUTED_DECIMALS) > 0
        return WeeklyDistance(distance.day[is_told], distance.km[is_told])

    @cached_property
    def _run_weeks(self) -> Integers:
        return week_of(self._run.day)

    @property
    def distance_km(self) -> Floats:
        """The distance of the week in kilometres, in its row of runs; NaN elsewhere."""
        return self.of_runs(self._run.km)

    # Legs

    @cached_property
    def _planned(self) -> LegWeeks | None:
        return None if self._plans is None else self._plans.adherence().leg_weeks()

    @cached_property
    def legs(self) -> WeekTable:
        """The weeks of legs in which sets were done or planned."""
        weeks = summarise_weeks(summarise_days(self._sets, self._runner.formula))
        if self._planned is None:
            return weeks
        planned = self._planned
        return weeks.with_rows_for(planned.week, planned.exercise, planned.side)

    @property
    def adherence_percent(self) -> Floats:
        """Sets done in percent of those planned; NaN where none were."""
        percent = np.full(len(self.legs), np.nan)
        planned = self._planned
        if planned is not None:
            places = self.legs.places_of(planned.week, planned.exercise, planned.side)
            percent[places] = planned.percent
        return percent

    @cached_property
    def _bests_kg(self) -> tuple[Floats, Floats]:
        return _bests_of_week(self.legs)

    @property
    def asymmetry_percent(self) -> Floats:
        """The right leg against the left; NaN where one of them is missing."""
        left_kg, right_kg = self._bests_kg
        return asymmetry_percent(left_kg, right_kg)

    @property
    def limb_symmetry_index(self) -> Floats:
        """The involved leg in percent of the other, or the weaker of the stronger; NaN likewise."""
        left_kg, right_kg = self._bests_kg
        return limb_symmetry_index(left_kg, right_kg, self._runner.involved_side)

    @property
    def seated_standing_ratio(self) -> Floats:
        """The ratio of each leg at the end of the week; NaN where a part is missing."""
        days = summarise_days(self._sets_before_too, self._runner.formula)
        return _ratio_at_end_of_week(self.legs, days)


def _bests_of_week(weeks: WeekTable) -> tuple[Floats, Floats]:
    """Give for each row the week's best e1RM of the left and of the right leg in its exercise.

    Returns:
        Left and right in kilograms; NaN where there is none, and in rows of both legs.
    """
    of_exercise = weeks.week * len(EXERCISES) + weeks.exercise
    _, group = np.unique(of_exercise, return_inverse=True)
    bests = []
    for side in (LEFT, RIGHT):
        best = np.full(len(weeks), np.nan)
        best[group[weeks.side == side]] = weeks.best_e1rm_kg[weeks.side == side]
        bests.append(np.where((weeks.side == LEFT) | (weeks.side == RIGHT), best[group], np.nan))
    return bests[0], bests[1]


def _ratio_at_end_of_week(weeks: WeekTable, days: DayTable) -> Floats:
    """Give for each row the ratio of its leg on Sunday; NaN where there is none."""
    ratio = np.full(len(weeks), np.nan)
    for side in (LEFT, RIGHT):
        bears = (weeks.side == side) & np.isin(weeks.exercise, (_SEATED, _STANDING))
        sundays = monday_of(weeks.week[bears]) + _SUNDAY
        seated_kg, standing_kg = (
            trailing_best(leg.day, leg.equipment, leg.best_e1rm_kg, sundays)
            for leg in (
                days.rows(
                    (days.exercise == exercise) & (days.side == side) & ~np.isnan(days.best_e1rm_kg)
                )
                for exercise in (_SEATED, _STANDING)
            )
        )
        ratio[bears] = seated_standing_ratio(seated_kg, standing_kg)
    return ratio


def _take(period: PeriodOfLog) -> WeekRows:
    log, first, last = period.log, period.first, period.last
    sets = period.sets.sets
    return WeekRows(
        sets=sets,
        sets_before_too=sets if first is None else log.set_columns(first - LOOK_BACK, last),
        runs=log.run_columns(first, last),
        runner=period.runner,
        plans=PlansOfLog.of(log, first, last, period.today),
    )


def _days(period: PeriodOfLog) -> Iterator[datetime.date]:
    """List the days of sessions, runs and plans: a planned week is told of, done or not."""
    first, last = period.first or DATES[0], period.last or DATES[1]
    yield from session_days(period)
    yield from map(day_of_number, period.log.run_columns(first, last).day.tolist())
    yield from days_told_of(period.log, first, last, period.today)


WEEKLY: Final[Table[WeekRows]] = Table(
    name="weekly.csv",
    grain="one row an ISO week, exercise and side; one more for the week's distance run",
    columns=(
        Column(
            "iso_week",
            "ISO 8601 week, Monday to Sunday",
            lambda rows, write: write.words(map(week_text, rows.week.tolist())),
            is_telling=True,
        ),
        Column(
            "exercise",
            EXERCISE_WORDS,
            lambda rows, write: write.members(
                rows.of_legs(rows.legs.exercise, NO_MEMBER), EXERCISES
            ),
            is_telling=True,
        ),
        Column(
            "side",
            SIDE_WORDS,
            lambda rows, write: write.members(rows.of_legs(rows.legs.side, NO_MEMBER), SIDES),
            is_telling=True,
        ),
        Column(
            "sessions",
            "sessions with such sets",
            lambda rows, write: write.numbers(rows.of_legs(rows.legs.sessions)),
        ),
        Column(
            "hard_sets",
            "work sets and tests with at most 4 in reserve, or reserve not noted",
            lambda rows, write: write.numbers(rows.of_legs(rows.legs.hard_sets)),
            is_telling=True,
        ),
        Column(
            "reps",
            "repetitions, warm-ups included",
            lambda rows, write: write.numbers(rows.of_legs(rows.legs.reps)),
        ),
        Column(
            "volume_load_kg",
            "sum of reps x system load, {unit}",
            lambda rows, write: write.computed_loads(rows.of_legs(rows.legs.volume_load_kg)),
        ),
        Column(
            "best_e1rm_kg",
            "best estimated one-repetition maximum of the week, {unit}",
            lambda rows, write: write.computed_loads(rows.of_legs(rows.legs.best_e1rm_kg)),
        ),
        Column(
            "asymmetry_pct",
            "right against left, percent (see Sides)",
            lambda rows, write: write.computed(rows.of_legs(rows.asymmetry_percent)),
        ),
        Column(
            "lsi_pct",
            "limb symmetry index, percent (see Sides)",
            lambda rows, write: write.computed(rows.of_legs(rows.limb_symmetry_index)),
        ),
        Column(
            "seated_standing_ratio",
            "best seated / best standing e1RM of that leg, of the 28 days up to Sunday",
            lambda rows, write: write.computed(rows.of_legs(rows.seated_standing_ratio)),
        ),
        Column(
            "adherence_pct",
            "sets done of the sets planned, percent: on the day, the day before or "
            "the day after; empty without a plan",
            lambda rows, write: write.computed(rows.of_legs(rows.adherence_percent)),
        ),
        Column(
            "distance_km",
            "distance run in the week, kilometres; its row has no exercise and side",
            lambda rows, write: write.computed(rows.distance_km),
        ),
    ),
    take=_take,
    days=_days,
    computed_from=SETS.name,
)
