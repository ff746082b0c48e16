"""How strong a leg is at any day, with its ±, and two such figures as a ratio."""

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

# Standard deviation of one value that a new log begins with, in percent: the median coefficient
# of variation of tests of the 1RM (Grgic 2020, PMC7367986).
START_PERCENT: Final = 4.2
# Medians of repetitions to failure further apart are told beside a change: the formula tells then.
ALIKE_REPS: Final = 2
# Rows of what a window's medians are taken of: seven readings, the first unbounded,
# repetitions; and then the weeks.
_READINGS, _UPPER_KG, _REPS, _WEEKS, _ROWS = slice(0, 7), 7, 8, 9, 10


@dataclass(frozen=True, slots=True)
class LegFigure:
    """A leg's figure at one day.

    Args:
        kg: Estimated maximum in kilograms, system load; or the least it can be.
        is_at_least: Whether it can be more.
        plus_minus_percent: Within what percent it would stay, 95 times in 100.
        reps_to_failure: Median of the repetitions that it is estimated from.
        days: Of how many days.
        equipment: Code of the equipment, which is that of the last of them.
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
    """A leg's figure at several days; every array has one element a day asked.

    Args:
        at: The days.
        equipment: Code of the equipment last used; -1 before the first day.
        days: Of how many days each figure is.
        weeks: Of how many different weeks.
        deviation: Standard deviation of one value, in percent.
        read_kg: Shape (7, days): by the formula used, the five others, and with one repetition
            more in reserve; NaN where there is no figure.
        half_gap_percent: What lower bounds leave open, half of it, in percent.
        is_at_least: Whether each figure is a lower bound.
        reps_to_failure: Medians of the repetitions that they are estimated from.
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
        """The figures in kilograms; NaN where there is none."""
        middle: Floats = self.read_kg[0] * (1 + self.half_gap_percent / 100)
        return middle

    @property
    def repeats_percent(self) -> Floats:
        """Within what the medians would stay if the weeks were repeated."""
        count = np.minimum(self.days, self.weeks)
        limit: Floats = limit_of_median(self.deviation, np.where(count, count, np.nan))
        return limit

    @property
    def plus_minus_percent(self) -> Floats:
        """The ± of the figures in percent; NaN where there is none."""
        reading = np.abs(100 * (self.read_kg / self.read_kg[0] - 1)).max(axis=0)
        limit: Floats = np.hypot(self.repeats_percent, reading) + self.half_gap_percent
        return limit

    def one(self, place: int) -> LegFigure | None:
        """Give the figure of one of the days; None with fewer than 3 days of training."""
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
        """Give the figures of some of the days, by a mask or their places."""
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
        values: The values, those that may be compared.
        formula: The formula of the estimates.
        before: The same as it was before a few days changed; what has not changed is taken from it.
    """

    def __init__(self, values: DayValues, formula: Formula, before: "_OnEquipment | None") -> None:
        self.day = values.day
        bounded, r = values.evidence == AT_LEAST, values.reps_to_failure
        self.told = np.vstack((values.day, bounded, values.is_test, values.system_kg, r))
        self._known = np.flatnonzero(~bounded)
        self._percent = 100 * np.log(values.e1rm_kg[self._known])
        self.kept: KeptFigures | None = None  # medians, and weeks in the last row
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
        """Work out medians and weeks at some days, but for what is kept of days of values."""
        latest = windows.end - 1  # never before the first: then another equipment is in use
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
        """Give days, deviations, and medians with weeks; what is of own days is kept."""
        windows = windows_at(self.day, at)
        if are_own:
            self.kept = self.kept or KeptFigures.of(self.day, self._of_own_days)
            found = self.kept.found[:, windows.end - 1]
        else:
            found = self._of_days(windows, at)
        deviation = deviations_at(self.day[self._known], self._percent, at, START_PERCENT)
        return windows.size, deviation, found


class LegStrength:
    """The values of one leg in one exercise, and the figures made of them.

    Args:
        values: Its values by day, as ``DayValues.of_leg`` gives them.
        formula: The formula of the estimates.
        before: The same as it was before a few days changed, by the same formula; what has not
            changed is taken from it.
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
        """Give the figure at each day of a value; what they are made of is kept."""
        return self._figures(self.day, are_own=True)

    def at(self, days: Integers) -> LegFigures:
        """Give the figure at some days, any order; nothing after a day counts for it."""
        return self._figures(days, are_own=False)

    def equipment_at(self, days: Integers) -> Integers:
        """Give the code of the equipment last used up to each day; -1 before the first one."""
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
    """Figures in percent of others; every array has one element a pair of them.

    Args:
        percent: The one in percent of the other; NaN where one is missing or a lower bound.
        plus_minus: Its ±, in points; NaN likewise.
    """

    percent: Floats
    plus_minus: Floats


def compare(base: LegFigures, other: LegFigures) -> Shares:
    """Give figures in percent of others: today's of an earlier day's, or seated of standing.

    The formulas count only as far as they read the two differently, and one repetition misjudged
    at either end.

    Args:
        base: What is 100 %, at as many days.
        other: What is compared with it.
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
    """How a leg's figure has changed between two days, on one piece of equipment.

    Args:
        percent: The later figure less the earlier, in percent of that.
        plus_minus: Its ±, in points.
        reps_then: Median of the repetitions to failure of the earlier figure.
        reps_now: The same of the later.
    """

    percent: float
    plus_minus: float
    reps_then: float
    reps_now: float

    @property
    def reps_differ(self) -> bool:
        """Whether the sets differ so much that their repetitions must be told beside it."""
        return abs(self.reps_now - self.reps_then) > ALIKE_REPS


def change_of(figures: LegFigures, then: int, now: int) -> LegChange | None:
    """Give the change between two of the days asked, by their places.

    Returns:
        None where a figure is missing or a lower bound, or where the equipment is another: loads
        on different equipment do not compare.
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
    """How a figure in percent of another has changed between two days.

    Args:
        points: The later share less the earlier.
        plus_minus: Its ±, in points.
    """

    points: float
    plus_minus: float


def change_of_share(base: LegFigures, other: LegFigures) -> ShareChange | None:
    """Give the change of a figure in percent of another between two days.

    It is a share and a change, and its ± is made as theirs are. The four medians err each by
    itself: what repeats differ by adds up as squares, as far as it moves the share of its day. The
    formulas and one repetition misjudged count only as far as they read the change differently:
    what reads both days alike moves both shares, and the change hardly.

    Args:
        base: What is 100 %, on the earlier and on the later day.
        other: What is in percent of it, on both.

    Returns:
        None where a figure is missing or a lower bound, or where the equipment of either is
        another: loads on different equipment do not compare.
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
