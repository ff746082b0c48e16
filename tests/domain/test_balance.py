"""Left against right, its noise and flag, and seated against standing."""

from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.balance import (
    FUGL_MEYER_RATIO,
    Band,
    asymmetry_percent,
    band_of,
    judge,
    limb_symmetry_index,
    noise_percent,
    pair_days,
    seated_standing_ratio,
    trailing_best,
)
from tracker.domain.exercise import Side
from tracker.domain.load import system_load_kg

capacities = st.floats(0, 1_000)


def days(*numbers: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(numbers, np.int64)


def values(*numbers: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array(numbers, np.float64)


def test_symmetry_of_external_load_and_of_system_load_differ_as_in_the_document() -> None:
    left, right = (float(system_load_kg(kg, 70.0, True)) for kg in (10.0, 20.0))
    assert limb_symmetry_index(10.0, 20.0) == 50
    assert round(limb_symmetry_index(left, right), 1) == 88.9


def test_asymmetry_is_the_share_of_the_stronger_leg() -> None:
    assert asymmetry_percent(100.0, 88.0) == -12
    assert asymmetry_percent(88.0, 100.0) == 12


@pytest.mark.parametrize("pair", [(0.0, 0.0), (np.nan, 80.0), (80.0, np.nan), (np.nan, np.nan)])
def test_a_missing_side_or_two_zeros_give_no_value(pair: tuple[float, float]) -> None:
    assert isnan(asymmetry_percent(*pair))
    assert isnan(limb_symmetry_index(*pair))
    assert isnan(limb_symmetry_index(*pair, Side.LEFT))


def test_one_zero_is_a_difference_of_all() -> None:
    assert asymmetry_percent(0.0, 5.0) == 100
    assert limb_symmetry_index(0.0, 5.0) == 0


def test_symmetry_to_an_uninvolved_leg_of_zero_is_no_value() -> None:
    assert isnan(limb_symmetry_index(5.0, 0.0, Side.LEFT))


def test_the_symmetry_of_the_involved_leg_may_pass_a_hundred() -> None:
    assert limb_symmetry_index(90.0, 75.0, Side.LEFT) == 120
    assert limb_symmetry_index(75.0, 90.0, Side.RIGHT) == 120
    assert limb_symmetry_index(60.0, 75.0, Side.LEFT) == 80


def test_whole_columns_go_through_the_same_formula() -> None:
    left, right = values(80, 100, np.nan, 0), values(100, 80, 80, 0)
    assert np.array_equal(asymmetry_percent(left, right), [20, -20, np.nan, np.nan], equal_nan=True)
    assert np.array_equal(
        limb_symmetry_index(left, right), [80, 80, np.nan, np.nan], equal_nan=True
    )


@given(capacities, capacities)
def test_asymmetry_changes_sign_when_the_legs_swap(left: float, right: float) -> None:
    one, other = asymmetry_percent(left, right), asymmetry_percent(right, left)
    assert one == -other or (isnan(one) and isnan(other))


@given(capacities, capacities)
def test_without_an_involved_leg_symmetry_is_what_asymmetry_leaves(
    left: float, right: float
) -> None:
    index, asymmetry = limb_symmetry_index(left, right), asymmetry_percent(left, right)
    assert index == pytest.approx(100 - abs(asymmetry), nan_ok=True)


def test_both_legs_on_one_day_give_one_pair() -> None:
    pairs = pair_days(days(3), values(80), days(3), values(90))
    assert (pairs.day.tolist(), pairs.left.tolist(), pairs.right.tolist()) == ([3], [80], [90])
    assert len(pairs) == 1


def test_a_new_value_pairs_with_the_latest_of_the_other_leg() -> None:
    pairs = pair_days(days(1, 3), values(80, 82), days(2, 6), values(90, 92))
    assert pairs.day.tolist() == [2, 3, 6]
    assert pairs.left.tolist() == [80, 82, 82]
    assert pairs.right.tolist() == [90, 90, 92]
    assert pairs.asymmetry_percent.tolist() == pytest.approx([1000 / 90, 800 / 90, 1000 / 92])


def test_seven_days_apart_pair_and_eight_do_not() -> None:
    assert len(pair_days(days(0), values(80), days(7), values(90))) == 1
    assert len(pair_days(days(0), values(80), days(8), values(90))) == 0


def test_the_first_leg_alone_gives_no_pair() -> None:
    assert len(pair_days(days(0, 1), values(80, 80), days(), values())) == 0
    assert len(pair_days(days(), values(), days(0), values(80))) == 0
    assert pair_days(days(0, 1), values(80, 81), days(1), values(90)).left.tolist() == [81]


@given(
    st.dictionaries(st.integers(0, 60), capacities, max_size=20),
    st.dictionaries(st.integers(0, 60), capacities, max_size=20),
)
def test_pairs_are_those_that_a_search_day_by_day_finds(
    left: dict[int, float], right: dict[int, float]
) -> None:
    expected = []
    for day in sorted({*left, *right}):
        one = max((each for each in left if each <= day), default=-99)
        other = max((each for each in right if each <= day), default=-99)
        if day - min(one, other) <= 7:
            expected.append((day, left[one], right[other]))
    pairs = pair_days(
        days(*sorted(left)),
        values(*(left[day] for day in sorted(left))),
        days(*sorted(right)),
        values(*(right[day] for day in sorted(right))),
    )
    found = list(zip(pairs.day.tolist(), pairs.left.tolist(), pairs.right.tolist(), strict=True))
    assert found == expected


@pytest.mark.parametrize(
    ("percent", "band"),
    [
        (0, Band.USUAL),
        (9.9, Band.USUAL),
        (-10, Band.WATCH),
        (15, Band.WATCH),
        (15.1, Band.MARKED),
        (-40, Band.MARKED),
    ],
)
def test_the_bands_begin_and_end_where_the_runner_says(percent: float, band: Band) -> None:
    assert band_of(percent, 10, 15) is band


def test_three_pairs_to_one_side_past_the_band_are_flagged() -> None:
    verdict = judge(values(0, 12, 16, 11), 10, 15)
    assert verdict is not None
    assert verdict.is_flagged
    assert (verdict.median_percent, verdict.band) == (12, Band.WATCH)
    assert (verdict.favoured, verdict.favouring, verdict.judged) == (Side.RIGHT, 3, 3)


def test_one_outlier_past_the_band_is_not_flagged() -> None:
    verdict = judge(values(-3, -40, 4), 10, 15)
    assert verdict is not None
    assert not verdict.is_flagged
    assert (verdict.favoured, verdict.favouring) == (Side.LEFT, 2)


def test_two_of_three_to_one_side_past_the_band_are_flagged() -> None:
    verdict = judge(values(-20, 5, -17), 10, 15)
    assert verdict is not None
    assert verdict.is_flagged
    assert (verdict.favouring, verdict.band) == (2, Band.MARKED)


def test_two_pairs_are_too_few_for_a_flag() -> None:
    verdict = judge(values(30, 30), 10, 15)
    assert verdict is not None
    assert not verdict.is_flagged


def test_equal_legs_favour_none() -> None:
    verdict = judge(values(-5, 0, 5), 10, 15)
    assert verdict is not None
    assert (verdict.favoured, verdict.favouring) == (None, 0)


def test_no_pair_gives_no_verdict() -> None:
    assert judge(values(), 10, 15) is None


def test_noise_is_the_robust_spread_about_the_line() -> None:
    asymmetries = values(1, -1, 2, -2, 1, -1, 2, -2, 100)
    assert noise_percent(asymmetries, np.zeros(9)) == pytest.approx(1.4826 * 2)


def test_seven_pairs_are_too_few_to_speak_of_noise() -> None:
    assert isnan(noise_percent(np.arange(7.0), np.zeros(7)))
    assert not isnan(noise_percent(np.arange(8.0), np.zeros(8)))


def test_the_best_of_28_days_counts_the_day_itself_and_27_before() -> None:
    best = trailing_best(days(0, 10), days(1, 1), values(90, 80), days(-1, 0, 27, 28, 37, 38))
    assert np.array_equal(best, [np.nan, 90, 90, 80, 80, np.nan], equal_nan=True)


def test_a_new_machine_starts_afresh_and_the_old_one_comes_back() -> None:
    best = trailing_best(days(0, 5, 9), days(1, 2, 1), values(90, 70, 60), days(4, 5, 8, 9))
    assert best.tolist() == [90, 70, 70, 90]


def test_the_machine_used_last_on_a_day_counts() -> None:
    best = trailing_best(days(5, 5), days(2, 1), values(70, 60), days(5))
    assert best.tolist() == [60]


def test_a_leg_that_never_trained_has_no_best() -> None:
    assert np.isnan(trailing_best(days(), days(), values(), days(4))).all()
    assert len(trailing_best(days(1), days(0), values(80), days())) == 0


@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 2), st.floats(1, 200)), max_size=40),
    st.lists(st.integers(-40, 140), max_size=20),
)
def test_the_best_of_28_days_is_what_a_search_row_by_row_finds(
    rows: list[tuple[int, int, float]], asked: list[int]
) -> None:
    rows.sort(key=lambda row: row[0])
    expected = []
    for at in asked:
        before = [row for row in rows if row[0] <= at]
        near = [
            value for day, machine, value in before if day > at - 28 and machine == before[-1][1]
        ]
        expected.append(max(near, default=np.nan))
    found = trailing_best(
        days(*(row[0] for row in rows)),
        days(*(row[1] for row in rows)),
        values(*(row[2] for row in rows)),
        days(*asked),
    )
    assert np.array_equal(found, expected, equal_nan=True)


def test_the_ratio_is_seated_in_parts_of_standing() -> None:
    assert seated_standing_ratio(85.0, 100.0) == FUGL_MEYER_RATIO
    ratio = seated_standing_ratio(values(60, np.nan), values(80, 80))
    assert np.array_equal(ratio, [0.75, np.nan], equal_nan=True)
