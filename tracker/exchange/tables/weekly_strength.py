"""The strength figures of ``weekly.csv``, all as of the Sunday that ends each week."""

from enum import StrEnum
from typing import Final

import numpy as np

from tracker.domain.columns import (
    BOTH,
    EXERCISES,
    LEFT,
    RIGHT,
    SIDES,
    Floats,
    Integers,
    SetColumns,
    Truths,
    distinct,
)
from tracker.domain.day_values import day_values
from tracker.domain.difference import Source, limb_symmetry_index
from tracker.domain.exercise import Exercise
from tracker.domain.runner import Runner
from tracker.domain.strengths import Strengths
from tracker.domain.trend import WeekTable, monday_of
from tracker.domain.verdict import Bands
from tracker.exchange.tables.dialect import NO_MEMBER

_SUNDAY: Final = 6  # days after Monday
_OF_RATIO: Final = tuple(map(EXERCISES.index, (Exercise.SEATED, Exercise.STANDING)))


class DifferenceKind(StrEnum):
    """Whether a difference is a point or a bound."""

    POINT = "point"
    AT_LEAST_RIGHT = "at_least_right"  # the right leg is at least this much stronger
    AT_LEAST_LEFT = "at_least_left"


# A code in columns is the index of the enum's member.
DIFFERENCE_KINDS: Final = tuple(DifferenceKind)
SOURCES: Final = tuple(Source)
_POINT, _RIGHT, _LEFT = range(3)
_PAIRS, _TESTS = range(2)


class WeeklyStrength:
    """Strength figures, each an array with one element per row, NaN or ``NO_MEMBER`` for none.

    Rows of both legs at once have none. Figures that compare the legs are in the rows of both, and
    the ratio is in the seated and the standing row of its leg.

    Args:
        weeks: The rows.
        sets: The sets of the whole log up to the last day covered.
        runner: For the formula, the bands and the involved side.

    Attributes:
        asymmetry_percent: The difference or its bound, signed; right stronger is > 0.
        asymmetry_pm_percent: Its margin of error, in points.
        limb_symmetry_index: The limb symmetry index, in percent; only for a point.
        kind: Code, see ``KINDS``.
        state: Code, see ``verdict.STATES``.
        is_clear: 1 if the whole range of the ± lies on one side of the usual bound, else 0.
        reason: Code of why nothing can be said, see ``verdict.REASONS``.
        pairs: How many pairs count.
        source: Code, see ``SOURCES``.
        figure_kg: The leg's estimated 1RM in kilograms, or its lower bound.
        figure_pm_kg: Its margin of error, in kilograms.
        is_at_least: 1 if it is a lower bound, else 0.
        ratio: The leg's seated figure divided by its standing one.
        ratio_pm: Its margin of error.
    """

    def __init__(self, weeks: WeekTable, sets: SetColumns, runner: Runner) -> None:
        self._weeks = weeks
        self._involved = runner.involved_side
        self._strengths = Strengths(day_values(sets, runner.formula), runner.formula)
        self._bands = Bands.of(runner)
        self._sunday: Integers = monday_of(weeks.week) + _SUNDAY
        self.asymmetry_percent, self.asymmetry_pm_percent = self._unknown(), self._unknown()
        self.limb_symmetry_index, self.is_clear = self._unknown(), self._unknown()
        self.pairs = self._unknown()
        self.kind, self.state = self._no_members(), self._no_members()
        self.reason, self.source = self._no_members(), self._no_members()
        self.figure_kg, self.figure_pm_kg = self._unknown(), self._unknown()
        self.is_at_least = self._unknown()
        self.ratio, self.ratio_pm = self._unknown(), self._unknown()
        of_a_leg = weeks.side != BOTH
        for exercise in distinct(weeks.exercise):
            of_exercise = of_a_leg & (weeks.exercise == exercise)
            self._compare(int(exercise), np.flatnonzero(of_exercise))
            for side in (LEFT, RIGHT):
                self._tell_leg(int(exercise), side, of_exercise & (weeks.side == side))

    def _unknown(self) -> Floats:
        return np.full(len(self._weeks), np.nan)

    def _no_members(self) -> Integers:
        return np.full(len(self._weeks), NO_MEMBER, np.int64)

    def _compare(self, exercise: int, rows: Integers) -> None:
        """Fill in what compares the legs, for some rows of one exercise."""
        balance = self._strengths.balance(EXERCISES[exercise])
        verdicts = balance.at(self._sunday[rows], self._bands)
        reasons = balance.reasons(verdicts)
        known = verdicts.is_known
        self.state[rows], self.is_clear[rows] = verdicts.state, verdicts.is_clear
        self.pairs[rows] = verdicts.figures.windows.size
        self.reason[rows] = np.where(known, NO_MEMBER, reasons)
        # Leave out bounds that tell nothing.
        value = np.where(known, verdicts.value, np.nan)
        self.asymmetry_percent[rows] = value
        self.asymmetry_pm_percent[rows] = np.where(known, verdicts.plus_minus, np.nan)
        self.source[rows] = np.where(known, np.where(verdicts.by_tests, _TESTS, _PAIRS), NO_MEMBER)
        bound = np.where(np.isfinite(verdicts.low), _RIGHT, _LEFT)
        kind = np.where(verdicts.is_point, _POINT, bound)
        self.kind[rows] = np.where(known, kind, NO_MEMBER)
        for row, difference in zip(
            rows[verdicts.is_point], value[verdicts.is_point].tolist(), strict=True
        ):
            self.limb_symmetry_index[row] = limb_symmetry_index(difference, self._involved)

    def _tell_leg(self, exercise: int, side: int, rows: Truths) -> None:
        """Fill in the figures of one leg, for some rows of one exercise."""
        leg = self._strengths.leg(EXERCISES[exercise], SIDES[side])
        figures = leg.at(self._sunday[rows])
        self.figure_kg[rows] = figures.kg
        self.figure_pm_kg[rows] = figures.kg * figures.plus_minus_percent / 100
        known = ~np.isnan(figures.kg)
        self.is_at_least[rows] = np.where(known, figures.is_at_least, np.nan)
        if exercise in _OF_RATIO:
            shares = self._strengths.seated_to_standing(SIDES[side], self._sunday[rows])
            self.ratio[rows], self.ratio_pm[rows] = shares.percent / 100, shares.plus_minus / 100
