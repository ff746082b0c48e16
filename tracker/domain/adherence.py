"""Planned against done, as whole columns of days; done is never above 100 % of planned.

A planned set counts as done when a set of the same exercise and leg, other than a warm-up, was done
on the planned day or the day before or after [D]. Each set done counts once. Planned days are
matched from the earliest on, each with the earliest sets within its reach; as every day reaches
equally far, no other matching counts more. Sets of both legs at once match only plans for both legs
at once. Sets of each leg are counted separately.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Final, Self

import numpy as np

from tracker.domain.columns import (
    EXERCISES,
    SIDES,
    Floats,
    Integers,
    Truths,
    day_number,
    distinct,
    iso_weekday,
)
from tracker.domain.daily import DayTable
from tracker.domain.load import is_hard_set
from tracker.domain.plan import GRACE, Phase, Plan, PlannedSets, first_day, sets_of_phase
from tracker.domain.plan_due import sessions_of, stretches
from tracker.domain.planned import planned_cells
from tracker.domain.trend import row_code, week_of

_GRACE_DAYS: Final = GRACE.days


@dataclass(frozen=True, slots=True)
class _Columns:
    """Columns of equal length, one row per index."""

    def __len__(self) -> int:
        return len(getattr(self, fields(self)[0].name))

    def rows(self, chosen: Truths | Integers) -> Self:
        """Return the rows chosen by a mask or by their indices."""
        return type(self)(*(getattr(self, field.name)[chosen] for field in fields(self)))


@dataclass(frozen=True, slots=True)
class PlannedDays(_Columns):
    """What is planned: one row per day, exercise and side, sorted in that order.

    Args:
        day: Days since 1 January 1970, ascending.
        exercise: Code, see ``columns.EXERCISES``.
        side: Code, see ``columns.SIDES``.
        sets: Sets planned for that leg.
        sessions: Sessions of the day that include such sets.
        hard_set_numbers: Hard sets planned, where a left and a right set with the same number count
            once, on the row of the exercise's first side. Sum over sides for the total, as in
            ``DayTable``.
    """

    day: Integers
    exercise: Integers
    side: Integers
    sets: Integers
    sessions: Integers
    hard_set_numbers: Integers


def planned_days(
    plans: Sequence[Plan], phases: Sequence[Phase], items: Sequence[PlannedSets], last: int
) -> PlannedDays:
    """List what is planned day by day; where plans overlap, the one that began last counts.

    Args:
        plans: All plans.
        phases: Their phases.
        items: Their planned sets.
        last: The last day listed, in days since 1 January 1970.
    """
    empty = np.zeros((0, 6), np.int64)
    parts = [empty]
    in_order = sorted(plans, key=first_day)
    for place, plan in enumerate(in_order):
        days = np.arange(day_number(plan.starts_on), min(day_number(plan.last_day), last) + 1)
        for later in in_order[place + 1 :]:
            runs = (day_number(later.starts_on) <= days) & (days <= day_number(later.last_day))
            days = days[~runs]
        for phase, day, sessions in _sessions(plan, phases, days):
            rows = np.array(list(_rows_of(sets_of_phase(phase, items), sessions)), np.int64)
            rows = rows.reshape(-1, 5)
            parts.append(np.column_stack((np.repeat(day, len(rows)), np.tile(rows, (len(day), 1)))))
    table = np.concatenate(parts)
    table = table[np.lexsort((table[:, 2], table[:, 1], table[:, 0]))]
    return PlannedDays(*table.T)


def _sessions(
    plan: Plan, phases: Sequence[Phase], days: Integers
) -> Iterator[tuple[Phase, Integers, int]]:
    """Group each phase's days by how many sessions are due on them, by the rules of ``plan_due``.

    Args:
        plan: The plan.
        phases: Its phases.
        days: The days to look at, in days since 1 January 1970.

    Yields:
        A phase, some days, and how many of its sessions are due on each of those days.
    """
    in_order = stretches(plan, phases)
    of_day, due = np.full(len(days), -1), np.zeros(len(days), np.int64)
    for place, stretch in enumerate(in_order):
        inside = np.flatnonzero(
            (day_number(stretch.first) <= days) & (days <= day_number(stretch.last))
        )
        since = days[inside] - day_number(stretch.paced_from)
        sessions = sessions_of(stretch.phase, since, iso_weekday(days[inside]))
        # If two stretches are due on one day, only the later one counts.
        of_day[inside[sessions > 0]] = place
        due[inside[sessions > 0]] = sessions[sessions > 0]
    for place, stretch in enumerate(in_order):
        for sessions in distinct(due[of_day == place]).tolist():
            yield stretch.phase, days[(of_day == place) & (due == sessions)], sessions


def _rows_of(
    items: Sequence[PlannedSets], sessions: int
) -> Iterator[tuple[int, int, int, int, int]]:
    """List the rows of one day.

    Args:
        items: The planned sets of each session of the day, in order.
        sessions: How many sessions are due.

    Yields:
        Exercise, side, sets, sessions and hard set numbers, as in ``PlannedDays``.
    """
    cells = planned_cells(items)
    sets = Counter((EXERCISES.index(cell.exercise), SIDES.index(cell.side)) for cell in cells)
    hard = {
        (EXERCISES.index(cell.exercise), cell.set_no)
        for cell, item in cells.items()
        if is_hard_set(False, item.reps, np.nan if item.rir is None else item.rir)
    }
    numbers = Counter(exercise for exercise, _ in hard)
    for leg in sorted(sets):
        # The row of the first side holds the hard sets of the whole exercise.
        hard_numbers = numbers.pop(leg[0], 0)
        yield *leg, sets[leg] * sessions, sessions, hard_numbers * sessions


@dataclass(frozen=True, slots=True)
class LegDays(_Columns):
    """Sets planned and done, one row per day, exercise and side; codes as in ``PlannedDays``."""

    day: Integers
    exercise: Integers
    side: Integers
    planned: Integers
    done: Integers


@dataclass(frozen=True, slots=True)
class SessionDays(_Columns):
    """Sessions planned and done, one row per day; a session is done if any set of it is [D]."""

    day: Integers
    planned: Integers
    done: Integers


@dataclass(frozen=True, slots=True)
class AdherenceWeeks(_Columns):
    """Planned against done by ISO week, for the weeks in which anything was planned.

    Args:
        week: Weeks as ``trend.week_of`` numbers them, ascending.
        sessions_planned: Sessions planned.
        sessions_done: How many of them were done.
        sets_planned: Sets planned, each leg counted separately.
        sets_done: How many of them were done.
    """

    week: Integers
    sessions_planned: Integers
    sessions_done: Integers
    sets_planned: Integers
    sets_done: Integers


@dataclass(frozen=True, slots=True)
class LegWeeks(_Columns):
    """Sets planned and done, one row per week, exercise and side, sorted in that order."""

    week: Integers
    exercise: Integers
    side: Integers
    planned: Integers
    done: Integers

    @property
    def percent(self) -> Floats:
        """Sets done in percent of the sets planned, 0 to 100."""
        return 100.0 * self.done / self.planned


@dataclass(frozen=True, slots=True)
class Adherence:
    """Planned against done by day; days with nothing planned have no row."""

    legs: LegDays
    sessions: SessionDays

    def between(self, first: int, last: int) -> "Adherence":
        """Return the part from ``first`` to ``last``, inclusive, in days since 1 January 1970."""
        legs, sessions = self.legs, self.sessions
        return Adherence(
            legs.rows((first <= legs.day) & (legs.day <= last)),
            sessions.rows((first <= sessions.day) & (sessions.day <= last)),
        )

    def weeks(self) -> AdherenceWeeks:
        """Sum up by ISO week."""
        week = distinct(week_of(self.sessions.day))
        of_session = np.searchsorted(week, week_of(self.sessions.day))
        of_leg = np.searchsorted(week, week_of(self.legs.day))
        return AdherenceWeeks(
            week,
            _summed(of_session, self.sessions.planned, len(week)),
            _summed(of_session, self.sessions.done, len(week)),
            _summed(of_leg, self.legs.planned, len(week)),
            _summed(of_leg, self.legs.done, len(week)),
        )

    def leg_weeks(self) -> LegWeeks:
        """Sum up by ISO week, exercise and side."""
        legs = self.legs
        code = row_code(week_of(legs.day), legs.exercise, legs.side)
        code, group = np.unique(code, return_inverse=True)
        return LegWeeks(
            code // (len(EXERCISES) * len(SIDES)),
            code // len(SIDES) % len(EXERCISES),
            code % len(SIDES),
            _summed(group, legs.planned, len(code)),
            _summed(group, legs.done, len(code)),
        )


def _summed(group: Integers, value: Integers, groups: int) -> Integers:
    total = np.zeros(groups, np.int64)
    np.add.at(total, group, value)
    return total


def adherence(planned: PlannedDays, table: DayTable, today: int) -> Adherence:
    """Compare what was done with what was planned.

    Args:
        planned: What was planned.
        table: The log by day, including the days just before and after the planned ones.
        today: Days since 1 January 1970. There is still time for what is planned for today and
            yesterday, so of those only what was done counts; later days do not count yet.
    """
    planned = planned.rows(planned.day <= today)
    done = _done(planned, table)
    is_open = planned.day + _GRACE_DAYS >= today
    counted = np.where(is_open, done, planned.sets)
    # Sets done fill the sessions of a day one after the other.
    begun = -(-done * planned.sessions // planned.sets)
    day, group = np.unique(planned.day, return_inverse=True)
    due, held = np.zeros((2, len(day)), np.int64)
    np.maximum.at(due, group, planned.sessions)
    np.maximum.at(held, group, begun)
    due = np.where(day + _GRACE_DAYS >= today, held, due)
    legs = LegDays(planned.day, planned.exercise, planned.side, counted, done)
    sessions = SessionDays(day, due, held)
    return Adherence(legs.rows(legs.planned > 0), sessions.rows(sessions.planned > 0))


def _done(planned: PlannedDays, table: DayTable) -> Integers:
    """Count how many of the planned sets of each row were done."""
    done = np.zeros(len(planned), np.int64)
    legs = planned.exercise * len(SIDES) + planned.side
    for leg in distinct(legs):
        rows = np.flatnonzero(legs == leg)
        logged = (table.exercise * len(SIDES) + table.side == leg) & (table.work_sets > 0)
        free: dict[int, int] = {}
        for day, sets in zip(
            table.day[logged].tolist(), table.work_sets[logged].tolist(), strict=True
        ):
            free[day] = free.get(day, 0) + sets
        for row, day, wanted in zip(
            rows.tolist(), planned.day[rows].tolist(), planned.sets[rows].tolist(), strict=True
        ):
            found = 0
            for near in range(day - _GRACE_DAYS, day + _GRACE_DAYS + 1):
                taken = min(wanted - found, free.get(near, 0))
                if taken:
                    free[near] -= taken
                    found += taken
            done[row] = found
    return done
