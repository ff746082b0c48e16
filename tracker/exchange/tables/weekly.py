"""``weekly.csv``: a row per ISO week, exercise and side, for the physio, and one for its runs.

- ``sessions``, ``hard_sets``, ``reps``, ``volume_load_kg`` and ``held_s`` are sums over the sets of
  the row; volume is empty if a bodyweight is unknown.
- ``best_e1rm_kg`` is the best known one of the week. All other strength figures are as of the
  week's Sunday, from the whole log up to then (``weekly_strength``), and so do not depend on the
  first day of the period. Figures that compare the legs are in both legs' rows.
- ``adherence_pct`` is the sets done in percent of the sets planned for the leg, see
  ``domain/adherence.py``; empty if none were planned. A week with planned sets has its row even if
  none were done.
- Rows of both legs at once only have figures about work.
- ``distance_km`` belongs to a week, not to a leg. A week with a run has one more row after its
  others, without exercise, side or other figures. So the column can be summed, no distance appears
  twice, and weeks without sets are covered. It is in kilometres in every file.
"""

import datetime
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from tracker.domain.adherence import LegWeeks
from tracker.domain.columns import (
    EXERCISES,
    SIDES,
    Floats,
    Integers,
    RunColumns,
    SetColumns,
    day_of_number,
)
from tracker.domain.daily import summarise_days
from tracker.domain.entry import DATES
from tracker.domain.runner import Runner
from tracker.domain.running import WeeklyDistance, weekly_distance
from tracker.domain.trend import WeekTable, summarise_weeks, week_of, week_text
from tracker.domain.verdict import REASONS, STATES
from tracker.exchange.plans_of_log import PlansOfLog, days_told_of
from tracker.exchange.tables.dialect import COMPUTED_DECIMALS, NO_MEMBER
from tracker.exchange.tables.period import PeriodOfLog
from tracker.exchange.tables.sets import EXERCISE_WORDS, SETS, SIDE_WORDS, session_days
from tracker.exchange.tables.table import Column, Table
from tracker.exchange.tables.weekly_strength import DIFFERENCE_KINDS, SOURCES, WeeklyStrength


class WeekRows:
    """The rows of ``weekly.csv``: each week's rows of legs, then its row of runs.

    Figures of legs have one element per row of ``legs``; ``of_legs`` spreads them over all rows.

    Args:
        sets: The sets of the period.
        sets_before_too: These and all earlier sets, for figures that look back.
        runs: The runs of the period.
        runner: For the formula and the involved side.
        plans: The plans and the sets that may match them; None if none ran in the period.
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
        """Spread figures of legs over all rows.

        Args:
            values: One per row of ``legs``.
            otherwise: The value for rows of runs.
        """
        return np.concatenate((values, np.full(len(self._run_weeks), otherwise)))[self._order]

    def of_runs(self, values: NDArray[Any]) -> NDArray[Any]:
        """Spread figures of runs over all rows, with NaN in those of legs."""
        return np.concatenate((np.full(len(self.legs), np.nan), values))[self._order]

    @cached_property
    def week(self) -> Integers:
        """The week of each row, as numbered by ``trend.week_of``."""
        weeks: Integers = np.concatenate((self.legs.week, self._run_weeks))[self._order]
        return weeks

    @cached_property
    def _order(self) -> Integers:
        weeks = np.concatenate((self.legs.week, self._run_weeks))
        return np.argsort(weeks, kind="stable")  # stable: legs keep their order, before runs

    # Runs

    @cached_property
    def _run(self) -> WeeklyDistance:
        """The weeks with a distance that does not round to 0."""
        distance = weekly_distance(self._runs)
        is_told = np.round(distance.km, COMPUTED_DECIMALS) > 0
        return WeeklyDistance(distance.day[is_told], distance.km[is_told])

    @cached_property
    def _run_weeks(self) -> Integers:
        return week_of(self._run.day)

    @property
    def distance_km(self) -> Floats:
        """The week's distance in kilometres in its row of runs; NaN elsewhere."""
        return self.of_runs(self._run.km)

    # Legs

    @cached_property
    def _planned(self) -> LegWeeks | None:
        return None if self._plans is None else self._plans.adherence().leg_weeks()

    @cached_property
    def legs(self) -> WeekTable:
        """The weeks and legs with sets done or planned."""
        weeks = summarise_weeks(summarise_days(self._sets, self._runner.formula))
        if self._planned is None:
            return weeks
        planned = self._planned
        return weeks.with_rows_for(planned.week, planned.exercise, planned.side)

    @property
    def adherence_percent(self) -> Floats:
        """Sets done in percent of those planned; NaN if none were."""
        percent = np.full(len(self.legs), np.nan)
        planned = self._planned
        if planned is not None:
            places = self.legs.places_of(planned.week, planned.exercise, planned.side)
            percent[places] = planned.percent
        return percent

    @cached_property
    def strength(self) -> WeeklyStrength:
        """The strength figures of the rows of legs."""
        return WeeklyStrength(self.legs, self._sets_before_too, self._runner)


def _take(period: PeriodOfLog) -> WeekRows:
    log, first, last = period.log, period.first, period.last
    sets = period.sets.sets
    return WeekRows(
        sets=sets,
        sets_before_too=sets if first is None else log.set_columns(None, last),
        runs=log.run_columns(first, last),
        runner=period.runner,
        plans=PlansOfLog.of(log, first, last, period.today),
    )


def _days(period: PeriodOfLog) -> Iterator[datetime.date]:
    """List the days of sessions, runs and plans; a planned week counts, done or not."""
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
            "work sets and tests with repetitions, at most 4 in reserve or reserve not noted",
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
            "sum of reps x system load, {unit}, warm-ups included; none where W is not above 0",
            lambda rows, write: write.computed_loads(rows.of_legs(rows.legs.volume_load_kg)),
        ),
        Column(
            "best_e1rm_kg",
            "best known one-repetition maximum of the week, estimated, {unit}",
            lambda rows, write: write.computed_loads(rows.of_legs(rows.legs.best_e1rm_kg)),
        ),
        Column(
            "asymmetry_pct",
            "right against left on Sunday, percent, or its bound (see Sides); empty if not known",
            lambda rows, write: write.computed(rows.of_legs(rows.strength.asymmetry_percent)),
        ),
        Column(
            "lsi_pct",
            "limb symmetry index, percent (see Sides); empty of a bound",
            lambda rows, write: write.computed(rows.of_legs(rows.strength.limb_symmetry_index)),
        ),
        Column(
            "seated_standing_ratio",
            "that leg's seated / its standing figure on Sunday, each on the equipment last used",
            lambda rows, write: write.computed(rows.of_legs(rows.strength.ratio)),
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
        Column(
            "asymmetry_kind",
            "point; at_least_right or at_least_left where only a bound is known",
            lambda rows, write: write.members(
                rows.of_legs(rows.strength.kind, NO_MEMBER), DIFFERENCE_KINDS
            ),
        ),
        Column(
            "asymmetry_pm_pct",
            "within what asymmetry_pct would stay, 95 times in 100, points (see Sides)",
            lambda rows, write: write.computed(rows.of_legs(rows.strength.asymmetry_pm_percent)),
        ),
        Column(
            "balance",
            "usual, watch, marked, at_least, rough or unknown (see Sides)",
            lambda rows, write: write.members(rows.of_legs(rows.strength.state, NO_MEMBER), STATES),
        ),
        Column(
            "balance_clear",
            "1 if not even the +- crosses the bound of the usual range, else 0",
            lambda rows, write: write.numbers(rows.of_legs(rows.strength.is_clear)),
        ),
        Column(
            "balance_reason",
            "why the balance is unknown (see Sides)",
            lambda rows, write: write.members(
                rows.of_legs(rows.strength.reason, NO_MEMBER), REASONS
            ),
        ),
        Column(
            "pairs",
            "left-right pairs that count on Sunday, of training and tests",
            lambda rows, write: write.numbers(rows.of_legs(rows.strength.pairs)),
        ),
        Column(
            "balance_source",
            "pairs, or tests where the strength tests alone decide",
            lambda rows, write: write.members(
                rows.of_legs(rows.strength.source, NO_MEMBER), SOURCES
            ),
        ),
        Column(
            "e1rm_figure_kg",
            "the leg's figure on Sunday, {unit}: the median of its last weeks (see Formulas)",
            lambda rows, write: write.computed_loads(rows.of_legs(rows.strength.figure_kg)),
        ),
        Column(
            "e1rm_figure_pm_kg",
            "within what the figure would stay, 95 times in 100, {unit}",
            lambda rows, write: write.computed_loads(rows.of_legs(rows.strength.figure_pm_kg)),
        ),
        Column(
            "e1rm_figure_at_least",
            "1 if the figure is a lower bound, else 0",
            lambda rows, write: write.numbers(rows.of_legs(rows.strength.is_at_least)),
        ),
        Column(
            "seated_standing_pm",
            "within what seated_standing_ratio would stay, 95 times in 100",
            lambda rows, write: write.computed(rows.of_legs(rows.strength.ratio_pm)),
        ),
        Column(
            "held_s",
            "time under tension in holds, seconds: sum of reps x hold_s; they are in no reps, no "
            "volume and no maximum",
            lambda rows, write: write.computed(rows.of_legs(rows.legs.held_s)),
        ),
    ),
    take=_take,
    days=_days,
    computed_from=SETS.name,
)
