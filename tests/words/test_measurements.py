"""What was measured, in words."""

import datetime

import pytest
from PySide6.QtWidgets import QApplication

from tracker.domain.exercise import Side
from tracker.domain.measurement import (
    FORCE_SEATED,
    KNOWN_KINDS,
    TENDINS_A,
    VISA_A,
    Measurement,
    kind_named,
)
from tracker.words import measurements as words

DAY = datetime.date(2026, 11, 24)
KNEE = KNOWN_KINDS["knee_to_wall"]
HOPS = KNOWN_KINDS["side_hops"]
GRIP = kind_named("Grip", "kg")


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    """Words need an application to be translated by."""


def test_every_known_kind_has_a_name_of_its_own() -> None:
    names = [words.kind_name(kind) for kind in KNOWN_KINDS.values()]
    assert len(set(names)) == len(names)
    assert not set(names) & KNOWN_KINDS.keys()
    assert words.kind_name(GRIP) == "Grip"


def test_which_way_is_better_is_said_by_the_end_of_a_scale_or_in_words() -> None:
    assert [words.direction_text(each) for each in (VISA_A, TENDINS_A, FORCE_SEATED, KNEE)] == [
        "100 is best",
        "0 is best",
        "higher is better",
        "",
    ]
    assert words.direction_text(KNOWN_KINDS["load_pain"]) == "0 is best"


def test_a_kind_is_named_with_its_scale_or_unit() -> None:
    assert [words.scale_text(each) for each in (TENDINS_A, FORCE_SEATED, HOPS, KNEE, GRIP)] == [
        "TENDINS-A (0–100, 0 is best)",
        "Peak force, seated (N, higher is better)",
        "Side hops in 30 s (higher is better)",
        "Knee to wall (cm)",
        "Grip (kg)",
    ]
    assert words.scale_text(kind_named("Mood")) == "Mood"


def test_in_tables_the_unit_stands_behind_the_name_and_only_scales_say_their_best_end() -> None:
    assert [words.measured_in_text(each) for each in (VISA_A, FORCE_SEATED, HOPS)] == [
        "VISA-A (0–100, 100 is best)",
        "Peak force, seated, N",
        "Side hops in 30 s",
    ]
    assert words.bare_value_text(FORCE_SEATED, 416.78) == "417"


def test_values_have_their_unit_and_no_more_decimals_than_tell_something() -> None:
    assert words.value_text(FORCE_SEATED, 416.782625) == "417 N"
    assert words.value_text(KNEE, 9.5) == "9.5 cm"
    assert words.value_text(VISA_A, 78.0) == "78"
    assert words.value_text(HOPS, 41.0) == "41"
    assert words.value_text(KNOWN_KINDS["overall_rating"], 85.0) == "85 %"


def test_what_was_measured_is_said_with_its_leg_and_a_score_with_its_best_end() -> None:
    measured = (
        Measurement(DAY, "visa_a", 78.0),
        Measurement(DAY, "tendins_a", 12.5),
        Measurement(DAY, "knee_to_wall", 9.0, Side.LEFT),
        Measurement(DAY, "Grip", 40.0, unit="kg"),
    )
    assert [words.measurement_text(each) for each in measured] == [
        "VISA-A 78 (100 is best)",
        "TENDINS-A 12.5 (0 is best)",
        "Knee to wall left 9 cm",
        "Grip 40 kg",
    ]


def test_the_noise_is_said_with_its_source() -> None:
    assert words.noise_text(FORCE_SEATED) == (
        "repeats differ by up to 118 N (Glaied & Whiteley 2025)"
    )
    assert words.noise_text(VISA_A) == "a change that matters is about 15"
    assert words.noise_text(KNEE) == ""


def test_peak_forces_stand_beside_what_a_laboratory_found() -> None:
    said = words.force_ratio_text({Side.LEFT: 0.8, Side.RIGHT: 0.9})
    assert said == (
        "Peak force seated : standing, left 0.80, right 0.90; in a laboratory 0.85, torque of "
        "135 sedentary adults (Fugl-Meyer 1980), no target."
    )


def test_what_was_measured_together_is_one_line_with_trials_and_note() -> None:
    left = Measurement(DAY, FORCE_SEATED.name, 431.0, Side.LEFT, trials=(412.0, 431.0))
    right = Measurement(DAY, FORCE_SEATED.name, 440.0, Side.RIGHT)
    assert words.occasion_text(FORCE_SEATED, {Side.LEFT: left, Side.RIGHT: right}) == (
        "24 Nov 2026: left 431 N (of 2), right 440 N"
    )
    score = Measurement(DAY, "visa_a", 78.0, note="at the visit")
    assert words.occasion_text(VISA_A, {None: score}) == "24 Nov 2026: 78 · at the visit"
