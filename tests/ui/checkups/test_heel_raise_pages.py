"""The pages of the heel-raise test: one for each thing the runner does."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW
from tracker.app.theme import LIGHT, make_palette
from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import StopReason
from tracker.domain.heel_raise_run import HeelRaiseRun, HeelRaiseStage
from tracker.domain.runner import Runner
from tracker.ui.checkups.heel_raise_pages import (
    CountPage,
    HeelRaiseResultPage,
    HeelRaiseSetupPage,
    PaceLight,
    StopPage,
)

LEFT, RIGHT = Side.LEFT, Side.RIGHT
Shown = TypeVar("Shown", bound=QWidget)
Show = Callable[[Shown], Shown]


@pytest.fixture
def run() -> HeelRaiseRun:
    return HeelRaiseRun(lambda: 0.0)


@pytest.fixture
def show(qtbot: QtBot) -> Show[QWidget]:
    def shown(widget: Shown) -> Shown:
        qtbot.addWidget(widget)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return shown


def to_the_first_leg(run: HeelRaiseRun, reps: int) -> None:
    run.begin(Exercise.STANDING, LEFT, 0.0)
    run.go_on()
    run.count_raise(reps)
    run.go_on()


# What has to be chosen


def test_the_test_begins_as_it_was_chosen(
    show: Show[HeelRaiseSetupPage], run: HeelRaiseRun
) -> None:
    page = show(HeelRaiseSetupPage(RIGHT, is_again=True))
    page.exercise.setCurrentIndex(1)
    page.incline.setCurrentIndex(1)
    page.cadence.setValue(48)
    page.begin(run)
    assert (run.stage, run.side, run.cadence_bpm) == (HeelRaiseStage.WARMING_UP, RIGHT, 48.0)
    for _ in range(2):
        run.go_on()
    test = run.tests(NOW.date())[0]
    assert (test.exercise, test.incline_deg) == (Exercise.STANDING_BENT, 10.0)


def test_beats_a_minute_are_told_as_repetitions(show: Show[HeelRaiseSetupPage]) -> None:
    page = show(HeelRaiseSetupPage(LEFT, is_again=False))
    assert page.repetitions.text() == "30 repetitions a minute"
    page.cadence.setValue(45)
    assert page.repetitions.text() == "22.5 repetitions a minute"


def test_every_choice_has_a_name(show: Show[HeelRaiseSetupPage]) -> None:
    page = show(HeelRaiseSetupPage(LEFT, is_again=False))
    for field in (page.exercise, page.first, page.incline, page.cadence):
        assert field.accessibleName()


# The beat


def test_the_beat_lights_one_lamp_and_then_the_other(show: Show[PaceLight]) -> None:
    light = show(PaceLight())
    light.setPalette(make_palette(LIGHT))
    dark = light.grab().toImage()
    light.show_beat(1)
    up = light.grab().toImage()
    light.show_beat(2)
    down = light.grab().toImage()
    middle, row = light.width() // 2, light.height() // 2
    assert up.pixelColor(middle - 21, row) == down.pixelColor(middle + 21, row) == LIGHT.accent
    assert up.pixelColor(middle + 21, row) == down.pixelColor(middle - 21, row) == LIGHT.card
    light.reset()
    assert (light.word, light.grab().toImage()) == ("", dark)


# Counting


def test_space_counts_backspace_takes_back_and_other_keys_are_left_to_the_dialog(
    show: Show[CountPage],
) -> None:
    page = show(CountPage())
    told: list[int] = []
    page.counted.connect(told.append)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_A):
        QTest.keyClick(page, key)
    assert told == [1, -1]


def test_the_warm_up_has_no_beat_and_a_leg_has(show: Show[CountPage], run: HeelRaiseRun) -> None:
    page = show(CountPage())
    run.begin(Exercise.STANDING, LEFT, 0.0)
    run.count_raise(4)
    page.show_run(run)
    assert (page.counter.text(), page.light.isVisible()) == ("4", False)
    assert page.said.text() == "10 raises on both legs, to warm up."
    assert page.accessibleName() == "Raises of the warm-up: 4"
    run.go_on()
    page.show_run(run)
    assert (page.counter.text(), page.light.isVisible()) == ("3 …", True)
    assert page.accessibleName() == "Begins in 3 s"
    run.count_raise()
    page.show_run(run)
    assert page.counter.text() == "1"
    assert page.accessibleName() == "Repetitions: 1"


# The end of a leg


@pytest.mark.parametrize(
    ("reps", "words"), [(1, "Left: 1 repetition."), (22, "Left: 22 repetitions.")]
)
def test_what_the_leg_did_is_said(
    show: Show[StopPage], run: HeelRaiseRun, reps: int, words: str
) -> None:
    to_the_first_leg(run, reps)
    page = show(StopPage())
    page.show_run(run)
    assert page.said.text() == words


def test_why_it_ended_and_its_pain_are_noted(show: Show[StopPage], run: HeelRaiseRun) -> None:
    to_the_first_leg(run, 22)
    page = show(StopPage())
    page.show_run(run)
    assert page.reason.currentData() == StopReason.HEEL
    page.reason.setCurrentIndex(page.reason.findData(StopReason.PACE))
    page.pain.show_answer(3)
    page.note(run)
    test = run.tests(NOW.date())[0]
    assert (test.stop_reason, test.pain) == (StopReason.PACE, 3)
    page.show_run(run)
    page.reason.setCurrentIndex(0)
    page.pain.show_answer(None)
    page.note(run)
    test = run.tests(NOW.date())[0]
    assert (test.stop_reason, test.pain) == (None, None)


def test_height_and_work_are_noted_where_they_were_measured(
    show: Show[StopPage], run: HeelRaiseRun
) -> None:
    to_the_first_leg(run, 22)
    page = show(StopPage())
    page.show_run(run)
    height, work = page.measured.values()
    assert [field.accessibleName() for field in (height, work)] == [
        "Heel-rise height, cm",
        "Heel-rise work, J",
    ]
    page.note(run)
    assert run.measurements(NOW.date()) == []
    height.setText("9,5")
    work.setText("1370")
    page.note(run)
    measured = [(each.kind, each.value, each.side) for each in run.measurements(NOW.date())]
    assert measured == [("heel_rise_height", 9.5, LEFT), ("heel_rise_work", 1370.0, LEFT)]
    page.show_run(run)
    assert (height.text(), work.text()) == ("", "")


@pytest.mark.parametrize(
    ("typed", "words"), [("high", "not “high”"), ("95", "A measurement must be 0 to 50, not 95")]
)
def test_a_height_that_is_none_is_refused(
    show: Show[StopPage], run: HeelRaiseRun, typed: str, words: str
) -> None:
    to_the_first_leg(run, 22)
    page = show(StopPage())
    next(iter(page.measured.values())).setText(typed)
    with pytest.raises(ValueError, match=words):
        page.note(run)


# The result


@pytest.mark.parametrize("exercise", [Exercise.STANDING, Exercise.STANDING_BENT])
def test_both_legs_stand_beside_each_other_and_beside_the_norms(
    show: Show[HeelRaiseResultPage], run: HeelRaiseRun, exercise: Exercise
) -> None:
    run.begin(exercise, RIGHT, 0.0)
    run.go_on()
    run.count_raise(26)
    for _ in range(3):
        run.go_on()
    run.count_raise(22)
    page = show(HeelRaiseResultPage())
    page.show_tests(run.tests(NOW.date()), Runner())
    assert page.figure.text() == "Left 22 · Right 26"
    assert "4 apart" in page.compared.text()
    assert all(words.text() for words in page.norms)
    assert page.bent.isVisible() is (exercise is Exercise.STANDING_BENT)
    said = [label.text() for label in page.findChildren(QLabel)]
    assert "Neither says what is right for one runner." in said
