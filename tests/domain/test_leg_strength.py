"""How strong a leg is at any day, and how that has changed."""

import numpy as np
import pytest

from tests.domain.sets import (
    DAY,
    LEFT,
    SEATED,
    Lift,
    columns_of,
    strengths_of,
)
from tracker.domain.day_values import DayValues, day_values
from tracker.domain.leg_strength import LegFigures, LegStrength, change_of_share, compare
from tracker.domain.one_rep_max import Formula


def values_of(*lifts: Lift) -> DayValues:
    return day_values(columns_of(lifts), Formula.EPLEY)


def leg_of(*lifts: Lift) -> LegStrength:
    return LegStrength(values_of(*lifts), Formula.EPLEY)


def test_a_figure_takes_three_days_of_training() -> None:
    lifts = [Lift(DAY + 7 * week) for week in range(3)]
    figures = leg_of(*lifts).at(np.array([DAY - 1, DAY + 7, DAY + 14]))
    assert [figures.one(place) is None for place in range(3)] == [True, True, False]
    figure = figures.one(2)
    assert figure is not None
    # By hand, Epley: 60 kg, eight done and two left, 60 (1 + 10 / 30).
    assert figure.kg == pytest.approx(80.0)
    assert (figure.days, figure.reps_to_failure) == (3, 10.0)
    assert not figure.is_at_least
    assert figure.plus_minus_kg == pytest.approx(80 * figure.plus_minus_percent / 100)


def test_the_equipment_last_used_is_the_one_that_counts() -> None:
    first = [Lift(DAY + 7 * week) for week in range(3)]
    later = [Lift(DAY + 21 + 7 * week, kg=80.0, equipment=2) for week in range(3)]
    figures = leg_of(*first, *later).at(np.array([DAY + 14, DAY + 21, DAY + 35]))
    assert figures.equipment.tolist() == [1, 2, 2]
    assert figures.kg.tolist() == pytest.approx([80.0, np.nan, 80 * 4 / 3], nan_ok=True)


def test_sets_too_easy_to_tell_give_the_least_it_can_be() -> None:
    figure = leg_of(*(Lift(DAY + 7 * week, rir=6.0) for week in range(3))).at(np.array([DAY + 14]))
    one = figure.one(0)
    assert one is not None
    assert one.is_at_least


def test_a_share_of_a_lower_bound_is_not_known() -> None:
    days = np.array([DAY + 14])
    known = leg_of(*(Lift(DAY + 7 * week) for week in range(3))).at(days)
    bound = leg_of(*(Lift(DAY + 7 * week, rir=6.0) for week in range(3))).at(days)
    assert compare(known, known).percent.tolist() == pytest.approx([100.0])
    assert np.isnan(compare(known, bound).percent).all()
    assert np.isnan(compare(bound, known).plus_minus).all()


def test_a_leg_on_another_machine_has_no_change() -> None:
    lifts = [Lift(DAY + 2 * day, equipment=1 if day < 20 else 2) for day in range(40)]
    strengths = strengths_of(lifts)
    assert strengths.change(SEATED, LEFT, DAY + 10, DAY + 36) is not None
    assert strengths.change(SEATED, LEFT, DAY + 10, DAY + 70) is None


def test_a_change_between_other_repetitions_says_so() -> None:
    lifts = [
        Lift(DAY + 2 * day, kg=60.0 if day < 20 else 72.0, reps=12 if day < 20 else 6, rir=0.0)
        for day in range(40)
    ]
    change = strengths_of(lifts).change(SEATED, LEFT, DAY + 36, DAY + 78)
    assert change is not None
    assert change.percent == pytest.approx(100 * (72 * 1.2) / (60 * 1.4) - 100)
    assert (change.reps_then, change.reps_now) == (12, 6)
    assert change.reps_differ


def test_a_lower_bound_has_no_change() -> None:
    lifts = [Lift(DAY + 2 * day, rir=6.0) for day in range(40)]
    assert strengths_of(lifts).change(SEATED, LEFT, DAY + 20, DAY + 78) is None


def test_what_is_still_true_after_a_day_changed_is_taken_over() -> None:
    lifts = [Lift(DAY + 7 * week) for week in range(6)]
    heavier = [*lifts[:5], lifts[5]._replace(kg=75.0)]
    before, anew = leg_of(*lifts), leg_of(*heavier)
    before.own_days()  # kept from here on
    amended = LegStrength(values_of(*heavier), Formula.EPLEY, before)
    days = np.array([DAY + 14, DAY + 35, DAY + 40])  # of values, and one between
    for found, expected in (
        (amended.at(days), anew.at(days)),
        (amended.own_days(), anew.own_days()),
    ):
        assert found.kg.tolist() == pytest.approx(expected.kg.tolist(), nan_ok=True)
        assert found.plus_minus_percent.tolist() == pytest.approx(
            expected.plus_minus_percent.tolist(), nan_ok=True
        )


def two_days(
    *read_kg: tuple[float, float], equipment: tuple[int, int] = (1, 1), at_least: bool = False
) -> LegFigures:
    """Return figures of two days: by the formula used, by another, and with a repetition more."""
    used, other, more = read_kg
    three = np.array([3, 3])
    return LegFigures(
        np.array([DAY, DAY + 84]),
        np.array(equipment),
        days=three,
        weeks=three,
        deviation=np.array([4.0, 4.0]),
        read_kg=np.array([used, other, *[used] * 4, more]),
        half_gap_percent=np.zeros(2),
        is_at_least=np.array([False, at_least]),
        reps_to_failure=np.array([10.0, 10.0]),
    )


SEATED_KG = (60.0, 72.0), (60.0, 76.0), (61.5, 73.8)
STANDING_KG = (80.0, 80.0), (80.0, 80.0), (82.0, 82.0)


def test_the_plus_minus_of_a_changed_share_is_that_of_a_change() -> None:
    """By hand: 60 of 80 kg are 75 %, 72 of 80 are 90 %: 15 points more.

    Repeats of each of the four medians, of three values of SD 4 %: 2 x 4 x 1.2533 / sqrt(3.5708)
    = 5.3059 %. Two of them move the 75 % by 5.3059 % x sqrt(2) of it, 5.6278 points, and the 90 %
    by 6.7534. The other formula reads 76 of 80, 95 %, and so 20 points: 5 apart, more than a
    repetition makes, 90 % x 2.5 % = 2.25. The root of 5.6278, 6.7534 and 5 squared is 10.1134.
    """
    change = change_of_share(two_days(*STANDING_KG), two_days(*SEATED_KG))
    assert change is not None
    assert change.points == pytest.approx(15.0)
    assert change.plus_minus == pytest.approx(10.1134, abs=1e-4)


def test_what_reads_both_days_alike_hardly_moves_a_change() -> None:
    """By hand: a formula that reads the seated figures a tenth higher makes 15 points 16.5."""
    tenth_more = (60.0, 72.0), (66.0, 79.2), (60.0, 72.0)
    standing = (80.0, 80.0), (80.0, 80.0), (80.0, 80.0)
    change = change_of_share(two_days(*standing), two_days(*tenth_more))
    assert change is not None
    assert change.plus_minus == pytest.approx((5.6278**2 + 6.7534**2 + 1.5**2) ** 0.5, abs=1e-4)


def test_a_share_of_other_equipment_or_a_lower_bound_has_no_change() -> None:
    standing, seated = two_days(*STANDING_KG), two_days(*SEATED_KG)
    elsewhere = two_days(*SEATED_KG, equipment=(1, 2))
    assert change_of_share(standing, elsewhere) is None
    assert change_of_share(elsewhere, seated) is None
    assert change_of_share(standing, two_days(*SEATED_KG, at_least=True)) is None
    assert change_of_share(two_days(*STANDING_KG, at_least=True), seated) is None
