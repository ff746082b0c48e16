import pytest

from tracker.domain.exercise import Exercise
from tracker.exchange.importing.names import LONGEST_NAME, Trait, guess, traits_of
from tracker.worded import Worded


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("Seated Calf Raise (Plate Loaded)", "seated:both"),
        ("Sitting Calf Raise", "seated:both"),
        ("Seated Calf Raise Machine (Each Side)", "seated:each"),
        ("Seated Calf Raise (Left)", "seated:left"),
        ("Standing Calf Raise - R", "standing:right"),
        ("Standing Calf Raises (left, right)", "standing:each"),
        ("Standing Calf Raise (Dumbbell)", "standing:both"),
        ("Bent Knee Standing Calf Raise", "standing_bent:both"),
        ("Wadenheben sitzend", "seated:both"),
        ("WADENHEBEN STEHEND (links)", "standing:left"),
        ("Extension des mollets assis", "seated:both"),
        ("Mollets debout, chaque côté", "standing:each"),
        ("Gemelos sentado pierna izquierda", "seated:left"),
        ("Elevação de Panturrilha Sentado (Máquina)", "seated:both"),
        ("Tåhävning stående", "standing:both"),
        ("Подъём на носки сидя", "seated:both"),
        ("坐姿提踵", "seated:both"),
        ("Wadenheben sitzend li", "seated:left"),
        ("Wadenheben sitzend (re.)", "seated:right"),
        ("Heben der Waden sitzend", "seated:both"),
        ("Polpacci seduto sx", "seated:left"),
        ("Polpacci in piedi - DX", "standing:right"),
        ("Gemelos sentado izq", "seated:left"),
        ("Gemelos sentado der", "seated:right"),
        ("Mollets assis G", "seated:left"),
        ("D - Mollets assis", "seated:right"),
        ("L Seated calf raise", "seated:left"),
        ("Seated calf raise (R) machine", "seated:right"),
        ("L'extension des mollets assis", "seated:both"),
        ("Standing heel drop (left)", "standing:left"),
        ("Wspięcia na palce siedząc", "seated:both"),
        ("Ayakta Calf Raise (Makine)", "standing:both"),
        ("Oturarak Calf Raise (Makine)", "seated:both"),
        ("Stående tåhævning venstre", "standing:left"),
        ("Wadenheben li. sitzend", "seated:left"),
        ("Seated R calf raise", "seated:right"),
        ("Seated calf raise_L", "seated:left"),
        ("Seated calf raise L/R", "seated:each"),
        ("Wadenheben an der Maschine sitzend", "seated:both"),
        ("Gemelo der. sentado", "seated:right"),
        ("Vadpress sittande hö", "seated:right"),
        ("Výpony vsedě levá", "seated:left"),
        ("Wspięcia na palce siedząc prawa", "seated:right"),
        ("Подъём на носки сидя Л", "seated:left"),
        ("Ayakta calf raise sağ", "standing:right"),
        ("Zehenstand stehend links", "standing:left"),
        ("Standing heel lift R", "standing:right"),
    ],
)
def test_names_that_say_enough_are_understood(name: str, meaning: str) -> None:
    assert str(guess(name).meaning) == meaning


@pytest.mark.parametrize(
    "name",
    [
        "Machine Calf Raises",
        "Calf Extension (Machine)",
        "Calf Raise (Bodyweight)",
        "Calf Press on Seated Leg Press",
        "Calf Press on Leg Press",
        "Single Leg Calf Raises",
        "Single Leg Standing Calf Raise (Machine)",
        "Polpacci Leg Press",
        "Eccentric heel drop (left)",
        # Perhaps a leg, in short.
        "Seated calf raise SL",
        "Tåhävning sittande H",
        "Výpony vsedě P",
        "Mollet D assis",
        "Oturarak calf raise sol",
        "Seated calf raise (I)",
    ],
)
def test_unclear_calf_work_is_left_to_the_runner_with_a_reason(name: str) -> None:
    found = guess(name)
    assert found.is_unclear
    assert found.reason


@pytest.mark.parametrize(
    "name",
    ["Standing Reverse Calf Raise", "Romanian Deadlift", "Seated Row", "Calf Stretch", "", "!"],
)
def test_what_is_no_calf_raise_is_left_out(name: str) -> None:
    found = guess(name)
    assert found.meaning is None
    assert not found.is_calf_work


def test_what_may_be_a_leg_in_short_is_asked_only_where_no_column_tells() -> None:
    assert guess("Seated calf raise SL").reason == "which leg?"
    assert str(guess("Seated calf raise SL", has_legs=True).meaning) == "seated:both"


def test_a_letter_within_a_name_is_no_side() -> None:
    assert str(guess("Extension de l'avant des mollets assis").meaning) == "seated:both"


def test_where_no_name_can_tell_a_leg_it_is_asked() -> None:
    found = guess("Seated Calf Raise", asks_leg=True)
    assert (found.is_unclear, found.reason, found.exercise) == (
        True,
        "which leg?",
        Exercise.SEATED,
    )
    assert str(guess("Seated calf raise, left", asks_leg=True).meaning) == "seated:left"
    both = guess("Single leg seated calf raise, both legs", asks_leg=True)
    assert str(both.meaning) == "seated:both"


@pytest.mark.parametrize(
    "name", ["Seated calf raise SL", "Calf raise", "Seated Row", "Leg press calf raise", "!"]
)
def test_why_nothing_is_known_of_a_name_can_be_said_in_the_runners_language(name: str) -> None:
    reason = guess(name).reason
    assert reason
    assert isinstance(reason, Worded)


def test_a_leg_is_known_in_portuguese() -> None:
    assert Trait.LEFT in traits_of("Perna esquerda")
    assert Trait.LEFT in traits_of("Panturrilha (esq)")


def test_a_name_longer_than_any_is_not_looked_into() -> None:
    name = "Seated Calf Raise left"
    whole = name + " x" * ((LONGEST_NAME - len(name)) // 2)
    assert len(whole) == LONGEST_NAME
    assert str(guess(whole).meaning) == "seated:left"
    assert guess(whole + "x") == guess("Squat")
    assert traits_of(whole + "x") == frozenset()


def test_of_a_name_that_is_no_calf_raise_nothing_else_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def asked(_name: str) -> None:
        raise AssertionError("it was asked")

    monkeypatch.setattr("tracker.exchange.importing.names.traits_of", asked)
    assert not guess("Squat").is_calf_work
