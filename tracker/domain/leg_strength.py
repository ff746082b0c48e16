"""How strong a leg is at any day, with its ±, and two such figures as a ratio."""

from dataclasses import dataclass
from math import isfinite
from typing import Any, Final

import numpy as np

from tracker.domain.columns import Floats, Integers, Truths
from tracker.domain.day_values import DayValues
from tracker.domain.evidence import AT_LEAST, KNOWN
from tracker.domain.one_rep_max import Formula
from tracker.domain.pairs import read_kg
from tracker.domain.scatter import deviations_at, limit_of_median
from tracker.domain.windows import FEWEST, Kept, Windows, keep, medians, weeks_of, windows_at

# Standard deviation of one value that a new log begins with, in percent: the median coefficient
# of variation of tests of the 1RM (Grgic 2020, PMC7367986).
START_PERCENT: Final = 4.2
# Medians of repetitions to failure further apart are told beside a change: the formula tells then.
ALIKE_REPS: Final = 2
# Rows of what is worked out of: the day, seven readings, the first unbounded, repetitions.
_READINGS, _UPPER_KG, _REPS = slice(1, 8), 8, 9


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

    def __len__(self) -> int:
        return len(self.at)

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


class LegStrength:
    """The values of one leg in one exercise, and the figures made of them.

    Args:
        values: Its values by day, as ``DayValues.of_leg`` gives them.
        formula: The formula of the estimates.
        before: The same before a few days changed: what is still true is taken over.
    """

    def __init__(
        self, values: DayValues, formula: Formula, before: "LegStrength | None" = None
    ) -> None:
        self._values = values.rows(values.is_compared)
        self._formula = formula
        self._before = {} if before is None else before.kept
        self._kept: dict[int, Kept] = {}
        self._of_equipment: dict[int, tuple[DayValues, Floats]] = {}

    @property
    def kept(self) -> dict[int, Kept]:
        """What was worked out for the values' own days, by equipment."""
        return {**self._before, **self._kept}

    @property
    def day(self) -> Integers:
        """The days of values, ascending, each once."""
        return np.unique(self._values.day)

    def own_days(self) -> LegFigures:
        """Give the figure at each day of a value; the medians are worked out once and kept."""
        return self._figures(self.day, are_own=True)

    def at(self, days: Integers) -> LegFigures:
        """Give the figure at some days, any order; nothing after a day counts for it."""
        return self._figures(days, are_own=False)

    def _figures(self, at: Integers, *, are_own: bool) -> LegFigures:
        latest = np.searchsorted(self._values.day, at, side="right") - 1
        in_use = np.where(latest >= 0, np.append(self._values.equipment, -1)[latest], -1)
        days, weeks = np.zeros(len(at), np.int64), np.zeros(len(at), np.int64)
        deviation = np.full(len(at), START_PERCENT)
        found = np.full((_REPS, len(at)), np.nan)
        for code in np.unique(in_use[in_use >= 0]):
            asked = np.flatnonzero(in_use == code)
            values, content = self._content(int(code))
            windows = windows_at(values.day, at[asked])
            if are_own:
                kept = self._keep(int(code), content)
                found[:, asked] = kept[:, windows.end - 1]
            else:
                found[:, asked] = _medians(content, windows)
            days[asked] = windows.size
            weeks[asked] = weeks_of(values.day, windows, at[asked])
            known = values.evidence == KNOWN
            percent = 100 * np.log(values.e1rm_kg[known])
            deviation[asked] = deviations_at(values.day[known], percent, at[asked], START_PERCENT)
        found[:, days < FEWEST] = np.nan
        kg, upper = found[: _UPPER_KG - 1], found[_UPPER_KG - 1]
        gap = np.where(np.isinf(upper), kg[0], upper) / kg[0] - 1
        return LegFigures(
            at, in_use, days, weeks, deviation, kg, 50 * gap, np.isinf(upper), found[_REPS - 1]
        )

    def _content(self, equipment: int) -> tuple[DayValues, Floats]:
        """Give the values on one piece of equipment, and what figures are worked out of."""
        if equipment not in self._of_equipment:
            values = self._values.rows(self._values.equipment == equipment)
            bounded = values.evidence == AT_LEAST
            r = values.reps_to_failure
            kg = read_kg(self._formula, values.system_kg, r, ~(bounded | values.is_test))
            upper = np.where(bounded, np.inf, kg[0])
            self._of_equipment[equipment] = values, np.vstack((values.day, kg, upper, r))
        return self._of_equipment[equipment]

    def _keep(self, equipment: int, content: Floats) -> Floats:
        if equipment not in self._kept:
            self._kept[equipment] = keep(content, _medians, self._before.pop(equipment, None))
        return self._kept[equipment].found


def _medians(content: Floats, windows: Windows) -> Floats:
    return medians(content[1:], windows)


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
    """Give figures in percent of others: a leg's now of then, its seated of its standing.

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
