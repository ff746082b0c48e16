"""The last weeks of values at any day."""

import numpy as np
import pytest

from tracker.domain.windows import Windows, blocks, medians, weeks_of, windows_at


def sizes(day: list[int], at: int) -> tuple[int, int]:
    windows = windows_at(np.array(day, np.int64), np.array([at]))
    return int(windows.first[0]), int(windows.end[0])


def test_the_last_28_days_count_where_they_hold_six() -> None:
    day = [0, 1, *range(10, 22, 2)]
    assert sizes(day, 28) == (1, 8)  # day 0 is 28 days back, and out
    assert sizes(day, 38) == (2, 8)  # 28 days hold five, so the last six count


def test_fewer_reach_back_to_six_within_84_days() -> None:
    day = list(range(0, 98, 14))
    assert sizes(day, 84) == (1, 7)  # six, of which the oldest is 70 days back
    assert sizes(day, 97) == (1, 7)  # that of day 14 is 83 days back
    assert sizes(day, 98) == (2, 7)  # and now 84, and out


def test_nothing_after_the_day_counts() -> None:
    assert sizes([0, 1, 2], 1) == (0, 2)
    assert sizes([0, 1, 2], -1) == (0, 0)
    assert sizes([], 5) == (0, 0)


def test_weeks_are_counted_back_from_the_day_asked() -> None:
    day = np.array([0, 6, 7, 13, 20])
    windows = Windows(np.array([0, 0, 3, 0]), np.array([5, 5, 4, 0]))
    at = np.array([20, 26, 13, -5])
    # From day 20 back: 20, then 13 and 7, then 6 and 0; from day 26: 20, 13, 7 and 6, then 0.
    assert weeks_of(day, windows, at).tolist() == [3, 4, 1, 0]
    nothing = Windows(np.array([0]), np.array([0]))
    assert weeks_of(day, nothing, np.array([3])).tolist() == [0]


def test_the_median_of_nothing_is_not_a_number() -> None:
    windows = Windows(np.array([0, 1]), np.array([0, 3]))
    np.testing.assert_array_equal(
        medians(np.array([[9.0, 2.0, np.inf]]), windows), [[np.nan, np.inf]]
    )


def test_values_that_do_not_count_stand_behind_the_others() -> None:
    windows = Windows(np.array([0]), np.array([5]))
    values = np.array([[np.inf, 3.0, np.inf, 1.0, 8.0]])
    assert medians(values, windows, np.array([3]))[0, 0] == 3.0


def test_many_windows_of_one_size_come_in_blocks() -> None:
    first = np.arange(2500)
    asked = [which for which, _ in blocks(Windows(first, first + 3))]
    assert len(asked) == 3
    np.testing.assert_array_equal(np.concatenate(asked), first)


def test_sums_are_of_each_window() -> None:
    windows = Windows(np.array([0, 1]), np.array([3, 1]))
    assert windows.sums(np.array([1, 2, 4])).tolist() == pytest.approx([7, 0])
