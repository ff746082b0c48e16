"""Measurements: the kinds there are, what is accepted of each, and why another value is not."""

import datetime
from typing import Any

import pytest

from tracker.domain.exercise import Side
from tracker.domain.measurement import (
    FORCE_SEATED,
    KNOWN_KINDS,
    LONGEST_UNIT,
    MOST_TRIALS,
    TENDINS_A,
    VISA_A,
    Better,
    Measurement,
    NoiseOf,
    kind_named,
    newtons,
    of_score,
)

DAY = datetime.date(2026, 11, 24)
LEFT, RIGHT = Side.LEFT, Side.RIGHT


def test_every_kind_stands_once_under_its_name_with_bounds_that_hold_something() -> None:
    assert [kind.name for kind in KNOWN_KINDS.values()] == list(KNOWN_KINDS)
    assert all(kind.is_known and kind.bounds[0] < kind.bounds[1] for kind in KNOWN_KINDS.values())
    assert len(KNOWN_KINDS) == 13


def test_which_way_is_better_is_said_where_it_is_known() -> None:
    lower = [name for name, kind in KNOWN_KINDS.items() if kind.better is Better.LOWER]
    neither = [name for name, kind in KNOWN_KINDS.items() if kind.better is None]
    assert lower == ["tendins_a", "load_pain"]
    assert neither == ["knee_to_wall", "calf_girth"]


def test_the_noise_of_repeats_is_told_from_a_change_that_matters() -> None:
    known = {name: kind.noise for name, kind in KNOWN_KINDS.items() if kind.noise is not None}
    assert {name: (noise.value, noise.of) for name, noise in known.items()} == {
        "visa_a": (15, NoiseOf.WHAT_MATTERS),
        "tendins_a": (12, NoiseOf.REPEATS),
        "peak_force_seated": (118, NoiseOf.REPEATS),
    }


def test_a_kind_of_one_s_own_has_a_name_and_a_unit_and_no_direction() -> None:
    own = Measurement(DAY, "Grip", 42.0, LEFT, "kg").measured
    assert (own.name, own.unit, own.better, own.noise) == ("Grip", "kg", None, None)
    assert not own.is_known
    assert own == kind_named("Grip", "kg") != kind_named("Grip", "lb")


def test_kilograms_of_a_scale_become_newtons() -> None:
    assert newtons(42.5) == pytest.approx(416.782625)
    assert newtons(0.0) == 0.0
    assert FORCE_SEATED.is_force
    assert not VISA_A.is_force


def test_the_best_trial_is_the_highest_and_of_what_is_better_lower_the_lowest() -> None:
    assert FORCE_SEATED.best_of([400.0, 431.5, 420.0]) == 431.5
    assert TENDINS_A.best_of([30.0, 28.0]) == 28.0
    assert kind_named("Grip", "kg").best_of([30.0, 28.0]) == 30.0


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"date": datetime.date(2200, 1, 1)}, "The day of a measurement must lie between"),
        ({"kind": " "}, "needs the name of what was measured"),
        ({"kind": "k" * 201, "unit": "cm"}, "may have 200 characters"),
        ({"kind": "half \ud800"}, "The name of a measurement has half a character"),
        ({"kind": "Grip", "unit": "\ud800"}, "A unit has half a character"),
        ({"kind": "Grip", "unit": "u" * (LONGEST_UNIT + 1)}, "A unit may have 20 characters"),
        ({"unit": "mm"}, "knee_to_wall has a unit of its own"),
        ({"side": None}, "knee_to_wall is measured of one leg"),
        ({"side": Side.BOTH}, "knee_to_wall is measured of one leg"),
        ({"kind": "visa_a"}, "visa_a is of no leg"),
        ({"kind": "Grip", "side": Side.BOTH}, "of the left leg, of the right, or of none"),
        ({"value": 50.5}, "A measurement must be -20 to 50, not 50.5"),
        ({"value": float("nan")}, "A measurement must be -20 to 50"),
        ({"trials": (60.0, 9.0)}, "A measurement must be -20 to 50, not 60"),
        ({"trials": (9.0,) * (MOST_TRIALS + 1)}, "may have 20 trials"),
        ({"trials": (9.0, 9.5)}, "is the best of its trials"),
        ({"note": "a" * 10_001}, "A note may have 10,000 characters"),
    ],
)
def test_a_measurement_out_of_bounds_is_refused_in_words(fields: dict[str, Any], why: str) -> None:
    given: dict[str, Any] = {"date": DAY, "kind": "knee_to_wall", "value": 9.0, "side": LEFT}
    Measurement(**given)
    with pytest.raises(ValueError, match=why):
        Measurement(**given | fields)


@pytest.mark.parametrize("value", [0.0, 0.5, 20_000.0])
def test_a_force_from_nothing_on_is_taken(value: float) -> None:
    assert Measurement(DAY, "peak_force_seated", value, side=LEFT).value == value


def test_a_score_of_an_older_version_is_a_measurement_of_the_same_id() -> None:
    score = {"date": DAY, "questionnaire": "visa_a", "value": 78.0, "id": "a"}
    assert Measurement(**of_score(score)) == Measurement(DAY, "visa_a", 78.0, id="a")  # type: ignore[arg-type]
    with pytest.raises(KeyError):
        of_score({"date": DAY})
