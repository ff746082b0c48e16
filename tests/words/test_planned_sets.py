"""What is said of planned sets: all of them, and what of it is due where the runner stands."""

import json
from dataclasses import replace

import pytest

from tracker.app.plan_templates import template_files
from tracker.app.translation import Translation, translation_files
from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit
from tracker.domain.plan import LoadBasis, PlannedSets, PlannedSide
from tracker.domain.session import Tempo
from tracker.words import planned_sets as words

STANDING = PlannedSets("a phase", Exercise.STANDING, PlannedSide.EACH, 3, 10)
SEATED = PlannedSets("a phase", Exercise.SEATED, PlannedSide.LEFT, 4, 6)


def loaded(item: PlannedSets, basis: LoadBasis, value: float) -> PlannedSets:
    return replace(item, load_basis=basis, load_value=value)


def test_every_side_and_every_base_of_a_load_has_words_of_its_own() -> None:
    assert len({words.planned_side_name(side) for side in PlannedSide}) == len(PlannedSide)
    bases = [*LoadBasis, None]
    for exercise in Exercise:
        assert len({words.load_basis_name(basis, exercise) for basis in bases}) == len(bases)


def test_seated_bodyweight_is_put_on_the_knee_and_standing_it_is_there_already() -> None:
    standing = words.load_basis_name(LoadBasis.BODYWEIGHT, Exercise.STANDING)
    assert standing == "beside bodyweight"
    seated = words.load_basis_name(LoadBasis.BODYWEIGHT, Exercise.SEATED)
    assert seated == "bodyweight and"


def test_repetitions_are_one_number_or_a_range() -> None:
    assert words.work_text(STANDING) == "3 × 10"
    assert words.work_text(replace(STANDING, most_reps=15)) == "3 × 10–15"


def test_holds_are_planned_with_their_seconds() -> None:
    one = replace(STANDING, reps=1, hold_s=45.0)
    assert words.work_text(one) == "3 × 45 s"
    assert words.work_text(replace(one, most_reps=2)) == "3 × 1–2 × 45 s"
    assert words.work_text(replace(one, reps=5, hold_s=7.5)) == "3 × 5 × 7.5 s"


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (STANDING, ""),
        (loaded(STANDING, LoadBasis.EXTERNAL_KG, 20.0), "+20 kg"),
        (loaded(STANDING, LoadBasis.EXTERNAL_KG, -10.0), "−10 kg"),
        (loaded(SEATED, LoadBasis.EXTERNAL_KG, 62.5), "62.5 kg"),
        (loaded(SEATED, LoadBasis.BODYWEIGHT, 0.0), "bodyweight"),
        (loaded(SEATED, LoadBasis.BODYWEIGHT, 10.0), "bodyweight + 10 kg"),
        (loaded(STANDING, LoadBasis.BODYWEIGHT, -7.5), "bodyweight − 7.5 kg"),
        (loaded(STANDING, LoadBasis.E1RM_PERCENT, 72.5), "72.5 % of the estimate"),
    ],
)
def test_a_planned_load_says_what_it_is_a_figure_of(item: PlannedSets, text: str) -> None:
    assert words.planned_load_text(item, Unit.KG) == text


def test_planned_sets_are_written_with_all_that_is_planned_and_no_more() -> None:
    assert words.item_text(STANDING, Unit.KG) == "Standing, each leg: 3 × 10"
    assert words.short_item_text(STANDING, Unit.KG) == words.item_text(STANDING, Unit.KG)
    full = replace(
        loaded(SEATED, LoadBasis.EXTERNAL_KG, 60.0), tempo=Tempo(3, 0, 3, 0), rest_s=150.0, rir=2.5
    )
    assert words.short_item_text(full, Unit.KG) == "Seated, left: 4 × 6 · 60 kg"
    assert words.item_text(full, Unit.KG) == (
        "Seated, left: 4 × 6 · 60 kg · 3-0-3-0 · rest 2:30 · RIR 2.5"
    )


# What is due where the runner stands


def test_what_is_due_is_one_line_that_says_how_to_take_it_over() -> None:
    line, tip = words.due_text([STANDING], STANDING, Unit.KG)
    assert line == "Planned: 3 × 10 · each leg. Enter takes a grey value over."
    line, _ = words.due_text([STANDING], STANDING, Unit.KG, is_routine=True)
    assert line == "Planned: 3 × 10 · each leg."
    assert tip == "Standing, each leg: 3 × 10"


def test_of_a_note_the_line_has_the_first_sentence_and_the_tip_has_all() -> None:
    item = replace(STANDING, note="Lowering alone.\nUp with both legs. Slowly.")
    line, tip = words.due_text([item], item, Unit.KG)
    assert line == "Planned: 3 × 10 · each leg · Lowering alone."
    assert tip.endswith("\nLowering alone.\nUp with both legs. Slowly.")


def test_a_long_note_is_cut_between_two_words() -> None:
    item = replace(STANDING, note="heavy " * 30)
    line, _ = words.due_text([item], item, Unit.KG)
    assert line == "Planned: 3 × 10 · each leg · " + "heavy " * 20 + "…"


def test_of_several_planned_sets_the_line_says_which_one_is_due() -> None:
    back_off = replace(STANDING, sets=2, reps=20)
    line, tip = words.due_text([STANDING, back_off], back_off, Unit.KG)
    assert line == "Planned, 2 of 2: 2 × 20 · each leg."
    assert tip == "\n".join(words.item_text(item, Unit.KG) for item in (STANDING, back_off))


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_instruction_of_a_template_is_cut(language: str) -> None:
    notes = []
    for file in template_files():
        phases = json.loads(file.read_text("utf-8"))["phases"]
        notes += [item["note"] for phase in phases for item in phase["sets"] if item.get("note")]
    german = Translation(translation_files("de"))
    said = [(language == "de" and german.translate("plans", note)) or note for note in notes]
    assert len(said) > 10
    for note in said:
        item = replace(STANDING, note=note)
        assert "…" not in words.due_text([item], item, Unit.KG)[0]
