"""Pairs of comparable values of both legs, and their difference by every reading."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from tracker.domain.columns import LEFT, RIGHT, DayRows, Floats, Integers, Truths
from tracker.domain.day_values import DayValues
from tracker.domain.evidence import AT_LEAST
from tracker.domain.one_rep_max import Formula, times_load

PAIR_DAYS: Final = 7


def difference_percent(left: Any, right: Any) -> Any:
    """Return the signed left/right difference in percent of the stronger leg; right stronger > 0.

    Args:
        left: Strength of the left leg, > 0; an array of any shape, or a float.
        right: The same for the right leg.

    >>> float(difference_percent(80.0, 100.0)), float(difference_percent(100.0, 80.0))
    (20.0, -20.0)
    """
    return 100 * (right - left) / np.maximum(left, right)


@dataclass(frozen=True, slots=True)
class Pairs(DayRows):
    """Pairs of a left and a right value in one exercise, on equal equipment, up to 7 days apart.

    Each value is used once. The day of a pair is that of its newer value. Rows are sorted by day,
    those of one day by equipment code. Fields about both legs have shape (n, 2), left first.

    Args:
        equipment: Code of the equipment, 0 where none was named.
        value_day: Days of the two values.
        is_at_least: Whether each value is a lower bound; never true for both of a pair.
        is_test: Whether each value is from a strength test.
        system_kg: System loads in kilograms.
        reps_to_failure: Repetitions used for the estimates.
    """

    equipment: Integers
    value_day: Integers
    is_at_least: Truths
    is_test: Truths
    system_kg: Floats
    reps_to_failure: Floats

    @property
    def of_tests(self) -> Truths:
        """Whether both values of each pair are from strength tests."""
        both: Truths = self.is_test[:, LEFT] & self.is_test[:, RIGHT]
        return both

    @property
    def are_known(self) -> Truths:
        """Whether both values of each pair are known rather than lower bounds."""
        both: Truths = ~(self.is_at_least[:, LEFT] | self.is_at_least[:, RIGHT])
        return both


def pairs_of(values: DayValues) -> Pairs:
    """Pair the values of the two legs.

    Values are paired by day, for each piece of equipment. A day with both legs makes a pair. On a
    day with one leg, the value is paired with the other leg's latest unused value, if that is at
    most 7 days older; otherwise it waits until a newer value of the same leg replaces it. Two lower
    bounds use each other up without making a pair. Later values never change earlier pairs.

    Args:
        values: The values of one exercise.
    """
    values = values.rows(values.is_compared)
    # Stable, because the values are already sorted by day and leg.
    order = np.argsort(values.equipment, kind="stable")
    day, equipment, side = values.day[order], values.equipment[order], values.side[order]
    step = np.diff(day)
    near = (equipment[1:] == equipment[:-1]) & (step <= PAIR_DAYS)
    same_day = near & (step == 0)
    shares_day = np.zeros(len(day), np.bool_)
    shares_day[1:] = same_day
    shares_day[:-1] |= same_day
    # Two successive values can pair if they are of different legs, near, and alone on their days.
    # In a run of such links every second one is a pair, since each value is used once.
    linked = near & (side[1:] != side[:-1]) & ~(shares_day[1:] | shares_day[:-1])
    place = np.arange(len(step))
    run = place - np.maximum.accumulate(np.where(linked, -1, place))
    older = np.flatnonzero(same_day | (run % 2 == 1))

    is_left = side[older] == LEFT
    left, right = order[np.where(is_left, older, older + 1)], order[older + is_left]
    at_least = values.evidence == AT_LEAST
    told = ~(at_least[left] & at_least[right])
    left, right = left[told], right[told]
    day = np.maximum(values.day[left], values.day[right])
    by_day = np.argsort(day, kind="stable")  # stable: keeps the order of equipment within a day
    left, right = left[by_day], right[by_day]
    both = np.stack((left, right), axis=1)
    return Pairs(
        day[by_day],
        values.equipment[left],
        values.day[both],
        at_least[both],
        values.is_test[both],
        values.system_kg[both],
        values.reps_to_failure[both],
    )


def readings_of(formula: Formula) -> tuple[Formula, ...]:
    """List all formulas, the one in use first."""
    return (formula, *(other for other in Formula if other is not formula))


def read_kg(
    formula: Formula, system_kg: Floats, reps_to_failure: Floats, may_have_more: Truths
) -> Floats:
    """Estimate maxima by all six formulas, and by the first with one more repetition in reserve.

    Args:
        formula: The formula in use.
        system_kg: System loads in kilograms, any shape.
        reps_to_failure: Repetitions used for the estimates, same shape.
        may_have_more: Where one more repetition is possible: not for a test or a lower bound.

    Returns:
        Estimated 1RM in kilograms, shape (7, …): by the formula in use, by the five others, and
        with one more repetition.
    """
    read = [system_kg * times_load(each, reps_to_failure) for each in readings_of(formula)]
    more = system_kg * times_load(formula, reps_to_failure + may_have_more)
    return np.stack((*read, more))


def differences(pairs: Pairs, formula: Formula) -> Floats:
    """Return the differences of pairs in percent by every reading; for a bound that of the bound.

    Returns:
        Shape (8, pairs): by the formula in use, by the five others, with one more repetition in
        reserve on the left leg, and with one more on the right.
    """
    may_have_more = ~(pairs.is_at_least | pairs.is_test)
    kg = read_kg(formula, pairs.system_kg, pairs.reps_to_failure, may_have_more)
    left, right = kg[..., LEFT], kg[..., RIGHT]
    # The last row is with one more repetition; use it on one leg, then on the other.
    return np.concatenate(
        (
            difference_percent(left[:-1], right[:-1]),
            difference_percent(left[-1:], right[:1]),
            difference_percent(left[:1], right[-1:]),
        )
    )
