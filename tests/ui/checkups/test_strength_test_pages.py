"""The pages of the strength test: one for each thing the runner does."""

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.app.strength_tests import StrengthTests
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.runner import Bodyweight
from tracker.domain.session import Session
from tracker.domain.strength_test_run import StrengthTestRun, StrengthTestStage
from tracker.ui.checkups.strength_test_pages import (
    AskPage,
    LiftPage,
    LoadField,
    StrengthSetupPage,
    WarmUpPage,
)

LEFT, RIGHT = Side.LEFT, Side.RIGHT
Shown = TypeVar("Shown", bound=QWidget)


@pytest.fixture
def run() -> StrengthTestRun:
    return StrengthTestRun(lambda: 0.0)


@pytest.fixture
def tests(logbook: Logbook, current: CurrentSession, settings: Settings) -> StrengthTests:
    return StrengthTests(logbook, current, settings)


def shown(widget: Shown, qtbot: QtBot) -> Shown:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def write(field: LoadField, text: str) -> None:
    field.selectAll()
    field.insert(text)


def begun(run: StrengthTestRun, exercise: Exercise = Exercise.SEATED, kg: float = 60.0) -> None:
    carried_kg = 70.0 if exercise.carries_bodyweight else 0.0
    run.begin(exercise, LEFT, {LEFT: kg, RIGHT: kg}, carried_kg, 2.5)


# A load


def test_a_load_offered_is_not_rounded_by_being_shown(qtbot: QtBot) -> None:
    field = shown(LoadField(Unit.LB), qtbot)
    field.show_kg(61.23456)
    assert field.text() == "135"
    assert field.read_kg() == 61.23456


def test_a_load_typed_is_read_in_the_unit_shown(qtbot: QtBot) -> None:
    for unit, kg in ((Unit.KG, 62.5), (Unit.LB, kg_from_pounds(62.5))):
        field = shown(LoadField(unit), qtbot)
        field.show_kg(60.0)
        write(field, "62,5")
        assert field.read_kg() == kg
        assert field.placeholderText() == str(unit)


@pytest.mark.parametrize(
    ("text", "words"), [("", "Which load"), ("  ", "Which load"), ("heavy", "Enter a number")]
)
def test_what_is_no_load_is_refused_in_words(text: str, words: str, qtbot: QtBot) -> None:
    field = shown(LoadField(Unit.KG), qtbot)
    field.show_kg(60.0)
    write(field, text)
    with pytest.raises(ValueError, match=words):
        field.read_kg()


def test_where_none_is_offered_one_has_to_be_typed(qtbot: QtBot) -> None:
    field = shown(LoadField(Unit.KG), qtbot)
    field.show_kg(None)
    assert field.text() == ""
    with pytest.raises(ValueError, match="Which load"):
        field.read_kg()


# What has to be chosen


def test_nothing_known_says_that_a_load_has_to_be_chosen(
    tests: StrengthTests, run: StrengthTestRun, qtbot: QtBot
) -> None:
    page = shown(StrengthSetupPage(tests, Unit.KG), qtbot)
    page.exercise.setCurrentIndex(page.exercise.findData(Exercise.SEATED))
    assert page.offer.text().startswith("Where no load is offered")
    assert not page.begin(run)
    assert page.message.text().startswith("Left: Which load?")
    assert page.focusWidget() is page.loads[LEFT]
    assert run.stage is StrengthTestStage.PREPARING


def test_a_body_that_is_not_known_is_said(tests: StrengthTests, qtbot: QtBot) -> None:
    page = shown(StrengthSetupPage(tests, Unit.KG), qtbot)
    page.exercise.setCurrentIndex(page.exercise.findData(Exercise.STANDING))
    assert page.offer.text().startswith("Your bodyweight is not known")


def test_the_test_begins_with_what_was_chosen(
    tests: StrengthTests, run: StrengthTestRun, last_week: Session, qtbot: QtBot
) -> None:
    page = shown(StrengthSetupPage(tests, Unit.KG), qtbot)
    page.exercise.setCurrentIndex(page.exercise.findData(Exercise.SEATED))
    assert page.chosen_equipment is not None
    assert page.chosen_equipment.name == "Lever machine"
    write(page.loads[LEFT], "60")
    write(page.loads[RIGHT], "62.5")
    page.first.setCurrentIndex(page.first.findData(RIGHT))
    assert page.begin(run)
    assert (run.stage, run.exercise, run.side, run.load_kg) == (
        StrengthTestStage.WARMING_UP,
        Exercise.SEATED,
        RIGHT,
        62.5,
    )


def test_on_other_equipment_nothing_is_known_yet(
    tests: StrengthTests, last_week: Session, qtbot: QtBot
) -> None:
    page = shown(StrengthSetupPage(tests, Unit.KG), qtbot)
    page.exercise.setCurrentIndex(page.exercise.findData(Exercise.SEATED))
    page.equipment.setCurrentIndex(0)
    assert page.chosen_equipment is None
    assert [field.text() for field in page.loads.values()] == ["", ""]


def test_a_load_that_lifts_nothing_is_refused_at_its_leg(
    tests: StrengthTests, run: StrengthTestRun, logbook: Logbook, qtbot: QtBot
) -> None:
    logbook.apply(Change.adding(Bodyweight(NOW.date(), 70.0)), "weigh")
    page = shown(StrengthSetupPage(tests, Unit.KG), qtbot)
    page.exercise.setCurrentIndex(page.exercise.findData(Exercise.STANDING))
    write(page.loads[LEFT], "-60")
    write(page.loads[RIGHT], "-70")
    assert not page.begin(run)
    assert page.message.text() == "Right: With this load nothing would be lifted."


# Warming up


def test_a_warm_up_says_what_each_leg_lifts(run: StrengthTestRun, qtbot: QtBot) -> None:
    page = shown(WarmUpPage(Unit.KG), qtbot)
    begun(run)
    page.show_run(run)
    assert [each.text() for each in page.figures] == ["Left  8 × 30 kg", "Right  8 × 30 kg"]
    assert page.said.text() == "One leg at a time, easily:"
    assert page.hint.isVisible()


def test_standing_both_legs_warm_up_first(run: StrengthTestRun, qtbot: QtBot) -> None:
    page = shown(WarmUpPage(Unit.KG), qtbot)
    begun(run, Exercise.STANDING, 20.0)
    page.show_run(run)
    assert page.said.text().startswith("First ten raises on both legs")
    run.note_warm_up()
    page.show_run(run)
    assert page.said.text() == "One leg at a time, easily:"


def test_where_no_load_is_lighter_ten_raises_warm_up(run: StrengthTestRun, qtbot: QtBot) -> None:
    page = shown(WarmUpPage(Unit.KG), qtbot)
    begun(run, kg=1.0)
    page.show_run(run)
    assert page.said.text() == "No load is lighter: warm up with ten raises on both legs."
    assert [each.text() for each in page.figures] == ["", ""]
    assert not page.hint.isVisible()


# A leg to failure


def lifting(run: StrengthTestRun, exercise: Exercise = Exercise.SEATED, kg: float = 60.0) -> None:
    begun(run, exercise, kg)
    while run.stage is StrengthTestStage.WARMING_UP:
        run.skip_warm_up()


@pytest.mark.parametrize(
    ("exercise", "kg", "target"),
    [
        (Exercise.SEATED, 60.0, "Left  60 kg"),
        (Exercise.STANDING, 20.0, "Left  +20 kg"),
        (Exercise.STANDING, -10.0, "Left  -10 kg"),
    ],
)
def test_the_leg_and_its_load_are_read_from_where_one_stands(
    run: StrengthTestRun, exercise: Exercise, kg: float, target: str, qtbot: QtBot
) -> None:
    page = shown(LiftPage(Unit.KG), qtbot)
    lifting(run, exercise, kg)
    page.show_run(run)
    assert page.target.text().replace("−", "-") == target


def test_what_was_lifted_is_noted_and_the_other_leg_is_asked_afresh(
    run: StrengthTestRun, qtbot: QtBot
) -> None:
    page = shown(LiftPage(Unit.KG), qtbot)
    lifting(run)
    page.show_run(run)
    touched = [page.is_touched]
    page.reps.insert("8")
    touched.append(page.is_touched)
    assert touched == [False, True]
    write(page.load, "62.5")
    assert page.note(run, 0.0)
    assert [(each.side, each.external_kg, each.reps) for each in run.lifts] == [(LEFT, 62.5, 8)]
    run.end_rest()
    page.show_run(run)
    assert (page.reps.text(), page.load.text(), page.is_touched) == ("", "60", False)


@pytest.mark.parametrize(
    ("reps", "words"),
    [
        ("", "How many repetitions were there?"),
        ("eight", "Enter a whole number, not “eight”."),
        ("1001", "Repetitions must be 0 to 1000, not 1001."),
    ],
)
def test_what_cannot_be_repetitions_is_refused_and_stays(
    run: StrengthTestRun, reps: str, words: str, qtbot: QtBot
) -> None:
    page = shown(LiftPage(Unit.KG), qtbot)
    lifting(run)
    page.show_run(run)
    page.reps.insert(reps)
    assert not page.note(run, 0.0)
    assert words in page.message.text()
    assert page.reps.text() == reps
    assert page.focusWidget() is page.reps
    assert run.lifts == []


# What would be lost


def test_what_was_done_is_named_before_it_is_thrown_away(
    run: StrengthTestRun, qtbot: QtBot
) -> None:
    page = shown(AskPage(Unit.KG), qtbot)
    lifting(run)
    page.show_run(run)
    assert page.said.text() == "Nothing of this test is saved yet."
    run.note_lift(60.0, 8)
    page.show_run(run)
    alone = "Done so far: Left 8 × 60 kg. Saved alone it is a test of that leg."
    assert page.said.text() == alone
    run.note_lift(62.5, 10)
    page.show_run(run)
    both = "Done and not saved yet: Left 8 × 60 kg, Right 10 × 62.5 kg."
    assert page.said.text() == both
