"""All that a log tells about the legs' strength, for Progress, the report and the files."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from tracker.domain.columns import EXERCISES, SIDES, Integers, distinct
from tracker.domain.day_values import DayValues
from tracker.domain.difference import Source
from tracker.domain.exercise import Exercise, Side
from tracker.domain.judged_pairs import JudgedPairs
from tracker.domain.leg_strength import (
    LegChange,
    LegStrength,
    ShareChange,
    Shares,
    change_of,
    change_of_share,
    compare,
)
from tracker.domain.not_known import reasons_at
from tracker.domain.one_rep_max import Formula
from tracker.domain.pairs import Pairs, pairs_of
from tracker.domain.verdict import REASONS, STATES, Bands, Verdict, Verdicts, decide
from tracker.domain.week import DAYS_A_WEEK

# How far a trend looks back: the first of these with a difference at both ends.
TREND_DAYS: Final = (84, 56)


@dataclass(frozen=True, slots=True)
class Trend:
    """How the left/right difference has changed.

    Args:
        points: Change in points; > 0 if the right leg gained.
        plus_minus: Its margin of error, in points.
        weeks: Over how many weeks.
        source: Which pairs both differences are based on.
    """

    points: float
    plus_minus: float
    weeks: int
    source: Source


class LegBalance:
    """The left/right difference within one exercise.

    Args:
        values: The values of the exercise by day, including those only drawn.
        formula: The formula for the estimates.
        before: The same before a few days changed; unchanged results are reused.
    """

    def __init__(
        self, values: DayValues, formula: Formula, before: "LegBalance | None" = None
    ) -> None:
        self._values = values
        pairs = pairs_of(values)
        old = None if before is None else before.all_pairs
        self.all_pairs: Final[JudgedPairs] = JudgedPairs(pairs, formula, Source.PAIRS, old)
        tested = pairs.rows(pairs.of_tests)
        self.tests: Final[JudgedPairs] = JudgedPairs(tested, formula, Source.TESTS)

    @property
    def pairs(self) -> Pairs:
        """All pairs."""
        return self.all_pairs.pairs

    def at_pairs(self, bands: Bands) -> Verdicts:
        """Judge the difference at each pair's own day, as drawn in a chart."""
        return decide(self.all_pairs.own_days(), self.tests, bands)

    def at(self, days: Integers, bands: Bands) -> Verdicts:
        """Judge the difference at some days, in any order, each from the pairs up to that day."""
        return decide(self.all_pairs.at(days), self.tests, bands)

    def by_tests(self, days: Integers, bands: Bands) -> Verdicts:
        """Judge the difference at some days from strength tests alone."""
        return decide(self.tests.at(days), self.tests, bands)

    def reasons(self, verdicts: Verdicts) -> Integers:
        """Return the code of why the difference is unknown at each day; -1 where it is known."""
        reasons = reasons_at(self._values, verdicts.figures)
        return np.where(verdicts.is_known, -1, reasons)

    def on(self, day: int, bands: Bands) -> Verdict:
        """Judge the difference on one day."""
        return self._one(self.at(np.array([day]), bands))

    def on_by_tests(self, day: int, bands: Bands) -> Verdict | None:
        """Judge the difference on one day from strength tests alone; None if they tell nothing."""
        verdicts = self.by_tests(np.array([day]), bands)
        return self._one(verdicts) if verdicts.is_known[0] else None

    def _one(self, verdicts: Verdicts) -> Verdict:
        """Return the verdict of the only day that was asked for."""
        reason = int(self.reasons(verdicts)[0])
        return Verdict(
            STATES[verdicts.state[0]],
            bool(verdicts.is_clear[0]),
            verdicts.difference(0),
            REASONS[reason] if reason >= 0 else None,
            int(verdicts.figures.windows.size[0]),
            verdicts.bands,
        )

    def change(self, then: int, now: int) -> Trend | None:
        """Return how the difference changed between two days; None if unknown."""
        for judged in (self.all_pairs, self.tests):
            changed = judged.change(then, now)
            if changed is not None:
                return Trend(*changed, (now - then) // DAYS_A_WEEK, judged.source)
        return None

    def trend(self, day: int) -> Trend | None:
        """Return how the difference changed over 12, else 8, weeks; None if unknown."""
        changes = (self.change(day - back, day) for back in TREND_DAYS)
        return next((change for change in changes if change is not None), None)


class Strengths:
    """The strength of both legs in every exercise, each worked out on first use.

    Args:
        values: The values of the log by day.
        formula: The formula for the estimates.
        before: The same before a few days changed, by the same formula; unchanged results are
            reused.
    """

    def __init__(
        self, values: DayValues, formula: Formula, before: "Strengths | None" = None
    ) -> None:
        self.values, self.formula = values, formula
        self._balances: dict[Exercise, LegBalance] = {}
        self._legs: dict[tuple[Exercise, Side], LegStrength] = {}
        self._old_balances = {} if before is None else before.balances_made
        self._old_legs = {} if before is None else before.legs_made

    @property
    def balances_made(self) -> dict[Exercise, LegBalance]:
        """The balances worked out so far, here or in ``before``."""
        return self._old_balances | self._balances

    @property
    def legs_made(self) -> dict[tuple[Exercise, Side], LegStrength]:
        """The legs worked out so far, here or in ``before``."""
        return self._old_legs | self._legs

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises with any value, in their fixed order."""
        return tuple(EXERCISES[code] for code in distinct(self.values.exercise))

    def values_of(self, exercise: Exercise, side: Side) -> DayValues:
        """Return a leg's values by day, including those only drawn."""
        return self.values.of_leg(EXERCISES.index(exercise), SIDES.index(side))

    def balance(self, exercise: Exercise) -> LegBalance:
        """Return the left/right difference within one exercise."""
        if exercise not in self._balances:
            values = self.values.rows(self.values.exercise == EXERCISES.index(exercise))
            old = self._old_balances.pop(exercise, None)
            self._balances[exercise] = LegBalance(values, self.formula, old)
        return self._balances[exercise]

    def leg(self, exercise: Exercise, side: Side) -> LegStrength:
        """Return the strength of one leg in one exercise."""
        leg = exercise, side
        if leg not in self._legs:
            old = self._old_legs.pop(leg, None)
            self._legs[leg] = LegStrength(self.values_of(*leg), self.formula, old)
        return self._legs[leg]

    def change(self, exercise: Exercise, side: Side, then: int, now: int) -> LegChange | None:
        """Return how a leg's estimated 1RM changed between two days; None if unknown."""
        return change_of(self.leg(exercise, side).at(np.array([then, now])), 0, 1)

    def equipment_of_ratio(self, side: Side, days: Integers) -> Integers:
        """Number the stretches of days with the same equipment in both exercises of the ratio.

        Ratios on different equipment are not comparable, and no line joins them.

        Args:
            side: The leg.
            days: Days since 1 January 1970, ascending.
        """
        begins = np.zeros(len(days), np.bool_)
        for exercise in (Exercise.SEATED, Exercise.STANDING):
            equipment = self.leg(exercise, side).equipment_at(days)
            begins[1:] |= equipment[1:] != equipment[:-1]
        return np.cumsum(begins)

    def seated_to_standing(self, side: Side, days: Integers) -> Shares:
        """Return a leg's seated figure in percent of its standing figure at some days.

        Each figure is from the equipment last used. The 0.85 of Fugl-Meyer is a ratio of torques in
        sedentary adults, isokinetic and static, and is no target.
        """
        seated, standing = (
            self.leg(exercise, side).at(days) for exercise in (Exercise.SEATED, Exercise.STANDING)
        )
        return compare(standing, seated)

    def change_of_ratio(self, side: Side, then: int, now: int) -> ShareChange | None:
        """Return how a leg's seated to standing ratio changed between two days; None if unknown."""
        days = np.array([then, now])
        seated, standing = (
            self.leg(exercise, side).at(days) for exercise in (Exercise.SEATED, Exercise.STANDING)
        )
        return change_of_share(standing, seated)

    def days_of_ratio(self, side: Side) -> Integers:
        """List the days on which a leg trained either exercise of the ratio, ascending."""
        return distinct(self.leg(Exercise.SEATED, side).day, self.leg(Exercise.STANDING, side).day)
