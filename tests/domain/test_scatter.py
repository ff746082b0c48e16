"""By how much single values scatter."""

import numpy as np
import pytest

from tracker.domain.scatter import deviations_at, limit_of_median


def deviation(day: list[int], value: list[float], at: int) -> float:
    found = deviations_at(np.array(day, np.int64), np.array(value), np.array([at]), 6.0)
    return float(found[0])


def test_a_new_log_begins_with_what_the_literature_says() -> None:
    assert deviation([], [], 9) == pytest.approx(6.0)
    assert deviation([5], [3.0], 9) == pytest.approx(6.0)


def test_a_log_learns_from_its_steps() -> None:
    # Eight steps of 6.768 and two of 0 and 3: (8 x 6.768 + 3) / 10 / 1.128
    learnt = (8 * 6.768 + 3) / 10 / 1.128
    assert deviation([0, 7, 14], [1.0, 1.0, 4.0], 14) == pytest.approx(learnt)


def test_steps_over_35_days_tell_nothing() -> None:
    assert deviation([0, 36], [0.0, 20.0], 40) == pytest.approx(6.0)
    assert deviation([0, 35], [0.0, 0.0], 40) == pytest.approx(8 / 9 * 6)


def test_one_load_typed_tenfold_does_not_widen_every_figure() -> None:
    capped = (8 * 6.768 + 24) / 9 / 1.128
    assert deviation([0, 7], [0.0, 90.0], 7) == pytest.approx(capped)


def test_it_never_falls_below_half_its_start() -> None:
    assert deviation(list(range(200)), [0.0] * 200, 200) == 3.0


def test_nothing_after_the_day_counts() -> None:
    assert deviation([0, 7, 14], [0.0, 0.0, 30.0], 13) == pytest.approx(8 / 9 * 6)


def test_a_median_of_one_strays_as_its_value_does() -> None:
    assert limit_of_median(3.0, 1) == pytest.approx(2 * 3.0, rel=1e-4)
