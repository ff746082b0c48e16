"""Pounds and kilograms, system load, volume, time under tension and hard sets."""

from math import ceil, floor, isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.exercise import Exercise
from tracker.domain.load import (
    KG_PER_LB,
    is_hard_set,
    kg_from_pounds,
    pounds_from_kg,
    seem_swapped,
    system_load_kg,
    time_under_tension_s,
    volume_load_kg,
)
from tracker.domain.session import LOADS_KG, Tempo

NAN = float("nan")
loads_kg = st.floats(*LOADS_KG)
bodyweights_kg = st.floats(20, 400) | st.just(NAN)


def test_a_pound_is_the_pound_of_1959() -> None:
    assert kg_from_pounds(1) == 0.45359237
    assert kg_from_pounds(100) == 45.359237


@pytest.mark.parametrize(
    ("reps", "load", "before", "seem"),
    [
        (60, 8.0, [], True),
        (31, 30.0, [], True),
        (30, 8.0, [], False),  # not so many
        (60, 40.0, [], False),  # more than anybody repeats
        (60, 7.5, [], False),  # nobody repeats halves
        (60, 0.0, [], False),
        (60, -5.0, [], False),
        (60, 8.0, [(8, 57.5)], True),
        (60, 8.0, [(8, 34.0)], False),  # as far from both
        (60, 8.0, [(12, 10.0), (8, 57.5)], False),  # both were lifted
        (60, 8.0, [(50, 60.0)], False),  # who repeats that often
    ],
)
def test_reps_and_load_seem_swapped_where_other_programs_write_the_load_first(
    reps: int, load: float, before: list[tuple[int, float]], seem: bool
) -> None:
    assert seem_swapped(reps, load, before) is seem


def test_every_quarter_pound_comes_back_as_typed() -> None:
    least, most = (4 * bound / KG_PER_LB for bound in LOADS_KG)
    quarters = range(ceil(least), floor(most) + 1)
    assert len(quarters) == 22_046
    changed = [n for n in quarters if pounds_from_kg(kg_from_pounds(n / 4)) != n / 4]
    assert changed == []


@given(st.integers(int(LOADS_KG[0]) * 1_000, int(LOADS_KG[1]) * 1_000))
def test_kilograms_to_the_gram_come_back_from_pounds(grams: int) -> None:
    assert kg_from_pounds(pounds_from_kg(grams / 1_000)) == grams / 1_000


@pytest.mark.parametrize("decimals", [0, 1, 2, 3])
@given(st.integers(int(LOADS_KG[0]) * 1_000, int(LOADS_KG[1]) * 1_000))
def test_kilograms_of_few_decimals_come_back_from_pounds(decimals: int, grams: int) -> None:
    kg = round(grams / 1_000, decimals)
    assert kg_from_pounds(pounds_from_kg(kg)) == kg


@given(st.integers(-110_000, 440_000))
def test_pounds_to_the_hundredth_come_back_from_kilograms(hundredths: int) -> None:
    assert pounds_from_kg(kg_from_pounds(hundredths / 100)) == hundredths / 100


@given(loads_kg)
def test_any_kilograms_come_back_from_pounds_to_the_microgram(kg: float) -> None:
    assert kg_from_pounds(pounds_from_kg(kg)) == pytest.approx(kg, rel=1e-15, abs=1e-9)


def test_kilograms_have_no_more_decimals_in_pounds_than_their_way_back_needs() -> None:
    assert pounds_from_kg(20.0) == 44.092452437


def test_kilograms_finer_than_are_kept_still_have_their_pounds() -> None:
    kg = 1 / 3
    assert pounds_from_kg(kg) == kg / KG_PER_LB


def test_standing_the_calf_lifts_the_body_too() -> None:
    assert system_load_kg(20.0, 70.0, Exercise.STANDING.carries_bodyweight) == 90


def test_assistance_is_taken_off_the_body() -> None:
    assert system_load_kg(-15.0, 70.0, True) == 55


@pytest.mark.parametrize("bodyweight_kg", [70.0, NAN])
def test_seated_the_external_load_is_all(bodyweight_kg: float) -> None:
    assert system_load_kg(60.0, bodyweight_kg, Exercise.SEATED.carries_bodyweight) == 60


def test_standing_with_bodyweight_unknown_the_system_load_is_unknown() -> None:
    assert isnan(system_load_kg(20.0, NAN, True))


def test_volume_is_repetitions_times_system_load() -> None:
    assert volume_load_kg(12, 90.0) == 1080
    assert volume_load_kg(np.array([8.0, 0.0]), np.array([60.0, 60.0])).tolist() == [480, 0]


def test_assistance_that_bears_everything_leaves_no_volume_and_takes_none_away() -> None:
    volume = volume_load_kg(np.array([8.0, 8.0, 8.0]), np.array([-5.0, 0.0, NAN]))
    np.testing.assert_array_equal(volume, [0.0, 0.0, NAN])


def test_time_under_tension_is_repetitions_times_the_four_phases() -> None:
    assert time_under_tension_s(15, Tempo(3, 0, 3, 0.5).repetition_s) == 97.5
    assert time_under_tension_s(np.array([2.0]), np.array([6.5])).tolist() == [13]


@pytest.mark.parametrize(
    ("is_warmup", "reps", "rir", "is_hard"),
    [
        (False, 8, 0.0, True),
        (False, 8, 4.0, True),
        (False, 8, 4.5, False),
        (False, 1, NAN, True),
        (False, 0, NAN, False),
        (False, 0, 0.0, False),
        (True, 8, 0.0, False),
        (True, 8, NAN, False),
    ],
)
def test_a_hard_set_has_repetitions_and_at_most_four_in_reserve_and_is_no_warm_up(
    is_warmup: bool, reps: int, rir: float, is_hard: bool
) -> None:
    assert is_hard_set(is_warmup, reps, rir) == is_hard
    columns = np.array([is_warmup]), np.array([float(reps)]), np.array([rir])
    assert is_hard_set(*columns).tolist() == [is_hard]
