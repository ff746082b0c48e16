"""Series of what was felt and tested: the worst of a day counts, legs and moments stay apart."""

import datetime
from math import isnan

import numpy as np

from tracker.domain.columns import SymptomColumns, day_number
from tracker.domain.exercise import Exercise, Side
from tracker.domain.felt import (
    FeltByDay,
    PainOfTwoWeeks,
    force_ratio_by_day,
    heel_raises_by_day,
    largest_by_day,
    measured_by_day,
    morning_pain_of_two_weeks,
    pain_by_day,
    stiffness_by_day,
)
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import KNOWN_KINDS, Measurement
from tracker.domain.symptoms import Moment, Site, Symptom

LEFT, RIGHT, BOTH = Side
TODAY = datetime.date(2026, 11, 24)  # a Tuesday
DAY = datetime.timedelta(days=1)


def morning(back: int, pain: int, side: Side = LEFT) -> Symptom:
    return Symptom(TODAY - back * DAY, Moment.NEXT_MORNING, side, pain=pain)


def values_of(*noted: tuple[int, float]) -> FeltByDay:
    return largest_by_day(
        np.array([day for day, _ in noted], np.int64),
        np.array([value for _, value in noted], float),
    )


def test_the_largest_value_of_a_day_counts_and_days_ascend() -> None:
    today = day_number(TODAY)
    values = values_of((today - 1, 4), (today, 1), (today, 3), (today, 2), (today, float("nan")))
    assert values.day.tolist() == [today - 1, today]
    assert values.value.tolist() == [4, 3]
    assert len(values) == 2


def test_nothing_noted_is_an_empty_series() -> None:
    values = values_of()
    assert len(values) == 0
    assert isnan(values.at(day_number(TODAY)))


def test_a_day_without_a_value_has_none() -> None:
    values = values_of((day_number(TODAY), 3))
    assert values.at(day_number(TODAY)) == 3
    assert isnan(values.at(day_number(TODAY) - 1))
    assert isnan(values.at(day_number(TODAY) + 1))


def test_pain_is_told_apart_by_moment_and_leg_but_not_by_site() -> None:
    symptoms = [
        Symptom(TODAY, Moment.DURING, LEFT, Site.CALF, 2),
        Symptom(TODAY, Moment.DURING, LEFT, Site.INSERTION, 4),
        Symptom(TODAY, Moment.DURING, RIGHT, pain=6),
        Symptom(TODAY, Moment.AFTER, LEFT, pain=8),
        Symptom(TODAY, Moment.DURING, LEFT, stiffness_min=30),
    ]
    assert pain_by_day(SymptomColumns.of(symptoms), Moment.DURING, LEFT).value.tolist() == [4]


def test_stiffness_is_of_a_leg_whenever_it_was_noted() -> None:
    symptoms = [
        Symptom(TODAY, Moment.BEFORE, LEFT, stiffness_min=5),
        Symptom(TODAY, Moment.NEXT_MORNING, LEFT, stiffness_min=20),
        Symptom(TODAY, Moment.BEFORE, RIGHT, stiffness_min=60),
        Symptom(TODAY, Moment.AFTER, LEFT, pain=3),
    ]
    assert stiffness_by_day(SymptomColumns.of(symptoms), LEFT).value.tolist() == [20]


def test_heel_raises_are_of_one_leg_with_the_knee_held_one_way() -> None:
    tests = [
        HeelRaiseTest(TODAY, Exercise.STANDING, LEFT, 20),
        HeelRaiseTest(TODAY, Exercise.STANDING, RIGHT, 30),
        HeelRaiseTest(TODAY, Exercise.STANDING_BENT, LEFT, 40),
    ]
    assert heel_raises_by_day(tests, Exercise.STANDING, LEFT).value.tolist() == [20]


def test_what_was_measured_is_one_value_a_day_by_leg_the_best() -> None:
    hops = [(TODAY, 110.0, LEFT), (TODAY, 120.0, LEFT), (TODAY - DAY, 90.0, LEFT)]
    measured = [Measurement(day, "hop_distance", cm, side) for day, cm, side in hops]
    measured += [Measurement(TODAY, "hop_distance", 150.0, RIGHT), Measurement(TODAY, "visa_a", 80)]
    found = measured_by_day(measured, KNOWN_KINDS["hop_distance"], LEFT)
    assert found.value.tolist() == [90, 120]
    assert found.day.tolist() == [day_number(TODAY) - 1, day_number(TODAY)]
    scores = [Measurement(TODAY, "tendins_a", score) for score in (40.0, 30.0)]
    assert measured_by_day(scores, KNOWN_KINDS["tendins_a"], None).value.tolist() == [30]
    assert len(measured_by_day([], KNOWN_KINDS["tendins_a"], None)) == 0


def test_peak_forces_are_compared_by_day() -> None:
    forces = [
        Measurement(TODAY, kind, newton, LEFT)
        for kind, newton in (("peak_force_seated", 900.0), ("peak_force_standing", 1_000.0))
    ]
    assert force_ratio_by_day(forces, LEFT).value.tolist() == [0.9]
    assert force_ratio_by_day(forces, LEFT).day.tolist() == [day_number(TODAY)]
    assert len(force_ratio_by_day(forces, RIGHT)) == 0


def test_this_week_lies_beside_the_one_before() -> None:
    # Monday is yesterday; the week before ends two days ago and begins eight days ago.
    noted = [morning(0, 1), morning(1, 3), morning(2, 4), morning(5, 2), morning(8, 0)]
    noted += [morning(9, 10), morning(0, 9, RIGHT)]
    columns = SymptomColumns.of(noted)
    assert morning_pain_of_two_weeks(columns, LEFT, TODAY) == PainOfTwoWeeks(2.0, 2.0)
    assert morning_pain_of_two_weeks(columns, RIGHT, TODAY) == PainOfTwoWeeks(9.0, None)
    assert morning_pain_of_two_weeks(columns, BOTH, TODAY) == PainOfTwoWeeks(None, None)


def test_only_the_next_morning_counts_from_week_to_week() -> None:
    noted = SymptomColumns.of([Symptom(TODAY, Moment.DURING, LEFT, pain=8)])
    assert morning_pain_of_two_weeks(noted, LEFT, TODAY) == PainOfTwoWeeks(None, None)
