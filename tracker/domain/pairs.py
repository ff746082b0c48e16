"""Values of both legs that may be compared, and their difference by every reading."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from tracker.domain.columns import LEFT, RIGHT, DayRows, Floats, Integers, Truths
from tracker.domain.day_values import DayValues
from tracker.domain.evidence import AT_LEAST
from tracker.domain.one_rep_max import Formula, times_load

PAIR_DAYS: Final = 7


def difference_percent(left: Any, right: Any) -> Any:
    """Give the signed difference of the legs in percent of the stronger; right stronger is > 0.

    Args:
        left: Strength of the left leg, > 0; an array of any shape.
        right: The same of the right leg.

    >>> float(difference_percent(80.0, 100.0)), float(difference_percent(100.0, 80.0))
    (20.0, -20.0)
    """
    return 100 * (right - left) / np.maximum(left, right)


@dataclass(frozen=True, slots=True)
class Pairs(DayRows):
    """Values of both legs of one exercise, of one equipment, at most 7 days apart, each used once.

    A pair's day is that of its newer value. The rows stand in the order of days, those of one day
    in the order of their equipment's codes. What is of both legs has a row for each: shape (n, 2),
    left first.

    Args:
        equipment: Code of the equipment, 0 where none was named.
        value_day: Days of the two values.
        is_at_least: Whether each value is a lower bound; never both of a pair.
        is_test: Whether each value is of a strength test.
        system_kg: System loads in kilograms.
        reps_to_failure: The repetitions reckoned with.
    """

    equipment: Integers
    value_day: Integers
    is_at_least: Truths
    is_test: Truths
    system_kg: Floats
    reps_to_failure: Floats

    @property
    def of_tests(self) -> Truths:
        """Whether each pair is of two strength tests."""
        both: Truths = self.is_test[:, LEFT] & self.is_test[:, RIGHT]
        return both

    @property
    def are_known(self) -> Truths:
        """Whether both values of each pair are known."""
        both: Truths = ~(self.is_at_least[:, LEFT] | self.is_at_least[:, RIGHT])
        return both


def pairs_of(values: DayValues) -> Pairs:
    """Pair the values of the legs.

    In the order of days within one equipment: a day with both legs is a pair; a day with one leg
    is paired with the other's latest value not yet used, at most 7 days older, or waits, until a
    newer one of its leg takes its place. Two lower bounds are used up and tell nothing. So what
    was paired stays so, whatever comes after.

    Args:
        values: The values of one exercise.
    """
    values = values.rows(values.is_compared)
    # Stable: the values stand in the order of days and legs already.
    order = np.argsort(values.equipment, kind="stable")
    day, equipment, side = values.day[order], values.equipment[order], values.side[order]
    step = np.diff(day)
    near = (equipment[1:] == equipment[:-1]) & (step <= PAIR_DAYS)
    same_day = near & (step == 0)
    shares_day = np.zeros(len(day), np.bool_)
    shares_day[1:] = same_day
    shares_day[:-1] |= same_day
    # A value may go with the one before it where both stand alone, of different legs and near;
    # in a run of such links every second is a pair, since each value is used once.
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
    by_day = np.argsort(day, kind="stable")  # stable: by equipment within a day
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
    """List the formulas, the one that is used first."""
    return (formula, *(other for other in Formula if other is not formula))


def read_kg(
    formula: Formula, system_kg: Floats, reps_to_failure: Floats, may_have_more: Truths
) -> Floats:
    """Read values by the six formulas, and by the first with one repetition more in reserve.

    Args:
        formula: The formula that is used.
        system_kg: System loads in kilograms, any shape.
        reps_to_failure: The repetitions reckoned with, in that shape.
        may_have_more: Where a repetition more is conceivable: not of a test or a lower bound.

    Returns:
        Shape (7, …): by the formula used, by the five others, and with one repetition more.
    """
    read = [system_kg * times_load(each, reps_to_failure) for each in readings_of(formula)]
    more = system_kg * times_load(formula, reps_to_failure + may_have_more)
    return np.stack((*read, more))


def differences(pairs: Pairs, formula: Formula) -> Floats:
    """Give the differences of pairs in percent by every reading; of a bound, that of the bound.

    Returns:
        Shape (8, pairs): by the formula used, by the five others, with one repetition more in
        reserve on the left leg, and with one more on the right.
    """
    may_have_more = ~(pairs.is_at_least | pairs.is_test)
    kg = read_kg(formula, pairs.system_kg, pairs.reps_to_failure, may_have_more)
    left, right = kg[..., LEFT], kg[..., RIGHT]
    # The last row is of one repetition more: on one leg, then on the other.
    return np.concatenate(
        (
            difference_percent(left[:-1], right[:-1]),
            difference_percent(left[-1:], right[:1]),
            difference_percent(left[:1], right[-1:]),
        )
    )
