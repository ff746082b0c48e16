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

from collections.abc import Iterator
from functools import cache
from heapq import merge
from operator import itemgetter
from typing import Final

import numpy as np

from tracker.domain.balance import (
    asymmetry_percent,
    limb_symmetry_index,
    seated_standing_ratio,
    trailing_best,
)
from tracker.domain.columns import EXERCISES, LEFT, RIGHT, SIDES, Floats, RunColumns, SetColumns
from tracker.domain.daily import DayTable, summarise_days
from tracker.domain.exercise import Exercise
from tracker.domain.runner import Runner
from tracker.domain.running import weekly_distance
from tracker.domain.trend import WeekTable, monday_of, summarise_weeks, week_of, week_text
from tracker.exchange.exporting.sets import Shape, Step, steps_of_lines
from tracker.exchange.plans_of_log import PlansOfLog

WEEKLY_COLUMNS: Final = (
    "iso_week",
    "exercise",
    "side",
    "sessions",
    "hard_sets",
    "reps",
    "volume_load_kg",
    "best_e1rm_kg",
    "asymmetry_pct",
    "lsi_pct",
    "seated_standing_ratio",
    "adherence_pct",
    "distance_km",
)
_SEATED, _STANDING = EXERCISES.index(Exercise.SEATED), EXERCISES.index(Exercise.STANDING)
_SUNDAY = 6  # days after Monday


def weekly_steps(
    sets: SetColumns,
    sets_before_too: SetColumns,
    runs: RunColumns,
    runner: Runner,
    shape: Shape,
    plans: PlansOfLog | None = None,
) -> Iterator[Step]:
    """Make the lines of ``weekly.csv``, some thousand at a time.

    Args:
        sets: The sets of the period.
        sets_before_too: The same and those before it, which the ratio looks back on.
        runs: The runs of the period.
        runner: For the formula and the involved side.
        shape: How numbers are written.
        plans: The plans with what can answer them; None where none ran in the period.

    Yields:
        The fraction done after these lines, and the lines.
    """
    weeks = summarise_weeks(summarise_days(sets, runner.formula))
    adhered = np.full(len(weeks), np.nan)
    if plans is not None:
        planned = plans.adherence().leg_weeks()
        weeks = weeks.with_rows_for(planned.week, planned.exercise, planned.side)
        adhered = np.full(len(weeks), np.nan)
        adhered[weeks.places_of(planned.week, planned.exercise, planned.side)] = planned.percent
    left, right = _bests_of_week(weeks)
    ratio = _ratio_at_end_of_week(weeks, summarise_days(sets_before_too, runner.formula))
    number = cache(shape.number)
    week_name = cache(week_text)
    columns: list[list[str]] = [
        [week_name(week) for week in weeks.week.tolist()],
        [str(EXERCISES[code]) for code in weeks.exercise.tolist()],
        [str(SIDES[code]) for code in weeks.side.tolist()],
        list(map(str, weeks.sessions.tolist())),
        list(map(str, weeks.hard_sets.tolist())),
        list(map(number, weeks.reps.tolist())),
        list(map(number, shape.derived_load(weeks.volume_load_kg))),
        list(map(number, shape.derived_load(weeks.best_e1rm_kg))),
        list(map(number, shape.derived(asymmetry_percent(left, right)))),
        list(map(number, shape.derived(limb_symmetry_index(left, right, runner.involved_side)))),
        list(map(number, shape.derived(ratio))),
        list(map(number, shape.derived(adhered))),
        [""] * len(weeks),
    ]
    rows = zip(weeks.week.tolist(), shape.lines(columns), strict=True)
    by_week = merge(rows, _distance_rows(runs, shape), key=itemgetter(0))
    yield from steps_of_lines([line for _, line in by_week])


def _distance_rows(runs: RunColumns, shape: Shape) -> list[tuple[int, str]]:
    """Write the rows of the weeks in which something was run, each with its week."""
    distance = weekly_distance(runs)
    empty = [""] * (len(WEEKLY_COLUMNS) - 2)
    known = zip(week_of(distance.day).tolist(), shape.derived(distance.km), strict=True)
    return [
        (week, shape.delimiter.character.join([week_text(week), *empty, shape.number(km)]))
        for week, km in known
        if km > 0
    ]


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
