"""How strong a leg is on any day, with its margin of error (±), and two such figures as a ratio."""

from dataclasses import dataclass
from math import hypot, isfinite
from typing import Any, Final

import numpy as np

from tracker.domain.columns import Floats, Integers, Truths, distinct
from tracker.domain.day_values import DayValues
from tracker.domain.evidence import AT_LEAST
from tracker.domain.kept import KeptFigures, unchanged
from tracker.domain.one_rep_max import Formula
from tracker.domain.pairs import read_kg
from tracker.domain.scatter import deviations_at, limit_of_median
from tracker.domain.windows import FEWEST, Windows, medians, weeks_of, windows_at

# Standard deviation of one value assumed for a new log, in percent: the median coefficient of
# variation of tests of the 1RM (Grgic 2020, PMC7367986).
START_PERCENT: Final = 4.2
# Beyond this distance, both medians of repetitions to failure are shown beside a change, because
# the choice of formula then matters.
ALIKE_REPS: Final = 2
# Rows of a window's medians: seven readings, the first one again with lower bounds as infinite, and
# repetitions; then the number of weeks.
_READINGS, _UPPER_KG, _REPS, _WEEKS, _ROWS = slice(0, 7), 7, 8, 9, 10


@dataclass(frozen=True, slots=True)
class LegFigure:
    """A leg's estimated 1RM on one day.

    Args:
        kg: Estimated 1RM in kilograms of system load, or its lower bound.
        is_at_least: Whether it is a lower bound.
        plus_minus_percent: Its margin of error (95 %), in percent.
        reps_to_failure: Median of the repetitions to failure it is estimated from.
        days: How many days it is based on.
        equipment: Code of the equipment, the one used last.
    """

    kg: float
    is_at_least: bool
    plus_minus_percent: float
    reps_to_failure: float
    days: int
    equipment: int

    @property
    def plus_minus_kg(self) -> float:
        """The ± in kilograms."""
        return self.kg * self.plus_minus_percent / 100


@dataclass(frozen=True, slots=True)
class LegFigures:
    """A leg's estimated 1RM on several days; every array has one element per day asked for.

    Args:
        at: The days.
        equipment: Code of the equipment last used; -1 before the first day.
        days: How many days each figure is based on.
        weeks: In how many different weeks those lie.
        deviation: Standard deviation of one value, in percent.
        read_kg: Estimated 1RM in kilograms, shape (7, days): by the formula in use, by the five
            others, and with one repetition more in reserve; NaN where there is no figure.
        half_gap_percent: Half of the range that lower bounds leave open, in percent.
        is_at_least: Whether each figure is a lower bound.
        reps_to_failure: Medians of the repetitions to failure they are estimated from.
    """

    at: Integers
    equipment: Integers
    days: Integers
    weeks: Integers
    deviation: Floats
    read_kg: Floats
    half_gap_percent: Floats
    is_at_least: Truths
    reps_to_failure: Floats

    @property
    def kg(self) -> Floats:
        """The estimated 1RM in kilograms; NaN where there is none."""
        middle: Floats = self.read_kg[0] * (1 + self.half_gap_percent / 100)
        return middle

    @property
    def repeats_percent(self) -> Floats:
        """Margin of error of the medians (95 %) if the weeks were repeated, in percent."""
        count = np.minimum(self.days, self.weeks)
        limit: Floats = limit_of_median(self.deviation, np.where(count, count, np.nan))
        return limit

    @property
    def plus_minus_percent(self) -> Floats:
        """Margin of error of the figures in percent; NaN where there is none."""
        reading = np.abs(100 * (self.read_kg / self.read_kg[0] - 1)).max(axis=0)
        limit: Floats = np.hypot(self.repeats_percent, reading) + self.half_gap_percent
        return limit

    def one(self, place: int) -> LegFigure | None:
        """Return the figure of one day, by its index; None with fewer than 3 days of training."""
        if np.isnan(self.read_kg[0, place]):
            return None
        return LegFigure(
            float(self.kg[place]),
            bool(self.is_at_least[place]),
            float(self.plus_minus_percent[place]),
            float(self.reps_to_failure[place]),
            int(self.days[place]),
            int(self.equipment[place]),
        )

    def some(self, chosen: Any) -> "LegFigures":
        """Return the figures of some of the days, by a mask or by their indices."""
        return LegFigures(
            self.at[chosen],
            self.equipment[chosen],
            self.days[chosen],
            self.weeks[chosen],
            self.deviation[chosen],
            self.read_kg[:, chosen],
            self.half_gap_percent[chosen],
            self.is_at_least[chosen],
            self.reps_to_failure[chosen],
        )


class _OnEquipment:
    """The values of one leg on one piece of equipment.

    Args:
        values: The comparable values.
        formula: The formula for the estimates.
        before: The same before a few days changed; unchanged results are reused.
    """

    def __init__(self, values: DayValues, formula: Formula, before: "_OnEquipment | None") -> None:
        self.day = values.day
        bounded, r = values.evidence == AT_LEAST, values.reps_to_failure
        self.told = np.vstack((values.day, bounded, values.is_test, values.system_kg, r))
        self._known = np.flatnonzero(~bounded)
        self._percent = 100 * np.log(values.e1rm_kg[self._known])
        self.kept: KeptFigures | None = None  # medians, with the weeks in the last row
        same = None if before is None else unchanged(before.told, self.told)
        fresh = values if same is None else values.rows(same.between)
        kg = read_kg(
            formula,
            fresh.system_kg,
            fresh.reps_to_failure,
            ~(fresh.is_test | (fresh.evidence == AT_LEAST)),
        )
        upper = np.where(fresh.evidence == AT_LEAST, np.inf, kg[0])
        self.readings = np.vstack((kg, upper, fresh.reps_to_failure))
        if before is not None and same is not None:
            self.readings = same.spliced(before.readings, self.readings)
            if before.kept is not None:
                self.kept = before.kept.amended(self.day, same, self._of_own_days)

    def _of_own_days(self, windows: Windows) -> Floats:
        weeks = weeks_of(self.day, windows, self.day[windows.end - 1])
        return np.vstack((medians(self.readings, windows), weeks))

    def _of_days(self, windows: Windows, at: Integers) -> Floats:
        """Work out medians and weeks at some days, reusing results cached for days with a value."""
        latest = windows.end - 1  # at least 0: before the first value, other equipment is in use
        are_kept = (self.day[latest] == at) & (self.kept is not None)
        rest = np.flatnonzero(~are_kept)
        weeks = weeks_of(self.day, windows.some(rest), at[rest])
        worked_out: Floats = np.vstack((medians(self.readings, windows.some(rest)), weeks))
        if self.kept is None:
            return worked_out
        found: Floats = self.kept.found[:, latest]
        found[:, rest] = worked_out
        return found

    def figures(self, at: Integers, *, are_own: bool) -> tuple[Integers, Floats, Floats]:
        """Return days, deviations, and medians with weeks; ``are_own`` results are cached."""
        windows = windows_at(self.day, at)
        if are_own:
            self.kept = self.kept or KeptFigures.of(self.day, self._of_own_days)
            found = self.kept.found[:, windows.end - 1]
        else:
            found = self._of_days(windows, at)
        deviation = deviations_at(self.day[self._known], self._percent, at, START_PERCENT)
        return windows.size, deviation, found


class LegStrength:
    """The values of one leg in one exercise, and the estimated 1RM made from them.

    Args:
        values: Its values by day, as returned by ``DayValues.of_leg``.
        formula: The formula for the estimates.
        before: The same before a few days changed, by the same formula; unchanged results are
            reused.
    """

    def __init__(
        self, values: DayValues, formula: Formula, before: "LegStrength | None" = None
    ) -> None:
        values = values.rows(values.is_compared)
        last = np.flatnonzero(np.append(values.day[1:] != values.day[:-1], True)[: len(values)])
        self.day, self._equipment = values.day[last], values.equipment[last]
        old = {} if before is None else before.by_equipment
        self.by_equipment: dict[int, _OnEquipment] = {
            int(code): _OnEquipment(
                values.rows(values.equipment == code), formula, old.get(int(code))
            )
            for code in distinct(values.equipment)
        }

    def own_days(self) -> LegFigures:
        """Return the figure at each day that has a value; intermediate results are cached."""
        return self._figures(self.day, are_own=True)

    def at(self, days: Integers) -> LegFigures:
        """Return the figure at some days, in any order, each from the values up to that day."""
        return self._figures(days, are_own=False)

    def equipment_at(self, days: Integers) -> Integers:
        """Return the code of the equipment last used up to each day; -1 before the first use."""
        latest = np.searchsorted(self.day, days, side="right") - 1
        in_use: Integers = np.append(self._equipment, -1)[latest]
        return in_use

    def _figures(self, at: Integers, *, are_own: bool) -> LegFigures:
        in_use = self.equipment_at(at)
        days = np.zeros(len(at), np.int64)
        deviation = np.full(len(at), START_PERCENT)
        found = np.full((_ROWS, len(at)), np.nan)
        for code, values in self.by_equipment.items():
            asked = np.flatnonzero(in_use == code)
            days[asked], deviation[asked], found[:, asked] = values.figures(
                at[asked], are_own=are_own
            )
        weeks = np.nan_to_num(found[_WEEKS]).astype(np.int64)
        found[:, days < FEWEST] = np.nan
        kg, upper = found[_READINGS], found[_UPPER_KG]
        gap = np.where(np.isinf(upper), kg[0], upper) / kg[0] - 1
        return LegFigures(
            at, in_use, days, weeks, deviation, kg, 50 * gap, np.isinf(upper), found[_REPS]
        )


@dataclass(frozen=True, slots=True)
class Shares:
    """Figures in percent of others; every array has one element per pair of figures.

    Args:
        percent: One figure in percent of the other; NaN if either is missing or a lower bound.
        plus_minus: Its margin of error, in points; NaN in the same cases.
    """

    percent: Floats
    plus_minus: Floats


def compare(base: LegFigures, other: LegFigures) -> Shares:
    """Express figures in percent of others: today's of an earlier day's, or seated of standing.

    The margin of error includes the choice of formula only as far as formulas disagree about the
    ratio, and one misjudged repetition on either side.

    Args:
        base: The figures taken as 100 %.
        other: The figures to express in percent, for as many days.
    """
    x, y = base.read_kg, other.read_kg
    known = ~(base.is_at_least | other.is_at_least)
    read = np.concatenate((y[:-1] / x[:-1], y[-1:] / x[:1], y[:1] / x[-1:]))
    reading = np.abs(100 * (read / read[0] - 1)).max(axis=0)
    percent = np.where(known, 100 * other.kg / base.kg, np.nan)
    limit = np.sqrt(base.repeats_percent**2 + other.repeats_percent**2 + reading**2)
    limit += base.half_gap_percent + other.half_gap_percent
    return Shares(percent, limit * percent / 100)


@dataclass(frozen=True, slots=True)
class LegChange:
    """How a leg's estimated 1RM changed between two days, on the same equipment.

    Args:
        percent: The later figure minus the earlier, in percent of the earlier.
        plus_minus: Its margin of error, in points.
        reps_then: Median of the repetitions to failure of the earlier figure.
        reps_now: The same for the later figure.
    """

    percent: float
    plus_minus: float
    reps_then: float
    reps_now: float

    @property
    def reps_differ(self) -> bool:
        """Whether repetitions differ so much that they should be shown beside the change."""
        return abs(self.reps_now - self.reps_then) > ALIKE_REPS


def change_of(figures: LegFigures, then: int, now: int) -> LegChange | None:
    """Return the change between two of the days asked for, by their indices.

    Returns:
        None if a figure is missing or a lower bound, or if the equipment differs: loads on
            different equipment are not comparable.
    """
    earlier, later = figures.some([then]), figures.some([now])
    share = compare(earlier, later)
    percent = float(share.percent[0])
    if not isfinite(percent) or earlier.equipment[0] != later.equipment[0]:
        return None
    reps = float(earlier.reps_to_failure[0]), float(later.reps_to_failure[0])
    return LegChange(percent - 100, float(share.plus_minus[0]), *reps)


@dataclass(frozen=True, slots=True)
class ShareChange:
    """How the ratio of two figures, in percent, changed between two days.

    Args:
        points: The later ratio minus the earlier.
        plus_minus: Its margin of error, in points.
    """

    points: float
    plus_minus: float


def change_of_share(base: LegFigures, other: LegFigures) -> ShareChange | None:
    """Return how the ratio of two figures, in percent, changed between two days.

    The ± is built like those of ratios and of changes. The four medians vary independently, so
    their repeat errors add up as squares, each scaled to the ratio of its day. The choice of
    formula and one misjudged repetition count only as far as they alter the change: an error common
    to both days moves both ratios, but hardly their difference.

    Args:
        base: The figures taken as 100 %, for the earlier and the later day.
        other: The figures expressed in percent, for the same two days.

    Returns:
        None if a figure is missing or a lower bound, or if either changed equipment: loads on
            different equipment are not comparable.
    """
    share = compare(base, other).percent
    if np.isnan(share).any() or any(
        each.equipment[0] != each.equipment[1] for each in (base, other)
    ):
        return None
    x, y = base.read_kg, other.read_kg
    read = 100 * y[:-1] / x[:-1]
    more = 100 * np.stack((y[-1] / x[0], y[0] / x[-1]))
    changes = np.concatenate(
        (read[:, 1] - read[:, 0], more[:, 1] - read[0, 0], read[0, 1] - more[:, 0])
    )
    reading = float(np.abs(changes - changes[0]).max())
    repeats = share / 100 * np.hypot(base.repeats_percent, other.repeats_percent)
    half_gaps = share / 100 * (base.half_gap_percent + other.half_gap_percent)
    limit = hypot(*repeats.tolist(), reading) + float(half_gaps.sum())
    return ShareChange(float(share[1] - share[0]), limit)
