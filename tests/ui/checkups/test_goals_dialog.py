"""Goals: added, changed and removed, each as a step, with their progress beside them."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tracker.app.logbook import Logbook
from tracker.app.progress import ProgressData
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import Measurement
from tracker.ui.checkups.goals_dialog import GoalsDialog
from tracker.ui.widgets.faults import Faults

pytestmark = pytest.mark.usefixtures("english")

LEFT, RIGHT, BOTH = Side
SEATED, STANDING, BENT = Exercise
STRENGTH, RAISES, DIFFERENCE, MEASURED = GoalKind
TODAY = datetime.date(2026, 11, 24)
GOAL = Goal(RAISES, STANDING, 25.0, LEFT, datetime.date(2027, 3, 1))
Make = Callable[[], GoalsDialog]


@pytest.fixture
def make(logbook: Logbook, faults: Faults, qtbot: QtBot) -> Make:
    def made() -> GoalsDialog:
        dialog = GoalsDialog(logbook, ProgressData(logbook, lambda: TODAY, logbook), faults)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return made


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(dialog: GoalsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_goal_is_added_as_a_step(make: Make, logbook: Logbook) -> None:
    dialog = make()
    assert not dialog.change.isEnabled()
    QTest.keyClicks(dialog.target, "1,5")
    QTest.keyClicks(dialog.by, "2027-03-01")
    click(dialog.add)
    (goal,) = logbook.database.goals()
    assert (goal.kind, goal.exercise, goal.target) == (STRENGTH, SEATED, 1.5)
    assert (goal.side, goal.by) == (BOTH, datetime.date(2027, 3, 1))
    assert texts(dialog) == ["Goal 1.5 × bodyweight, seated, by 1 Mar 2027: –"]
    assert logbook.undo_label == "Add goal"
    logbook.undo()
    assert texts(dialog) == []


def test_no_goal_stands_there_twice(make: Make, logbook: Logbook) -> None:
    other = replace(GOAL, target=28.0, id="other")
    logbook.apply(Change.adding(GOAL, other), "before")
    dialog = make()
    dialog.list.setCurrentRow(0)
    click(dialog.add)
    assert dialog.message.text() == "This is listed already."
    click(dialog.change)  # to what it is
    assert not dialog.message.isVisible()
    dialog.target.setText("28")
    click(dialog.change)
    assert dialog.message.text() == "This is listed already."
    assert logbook.database.goals() == [GOAL, other]


def test_a_chosen_goal_fills_the_fields_and_is_changed(make: Make, logbook: Logbook) -> None:
    logbook.apply(Change.adding(GOAL), "before")
    dialog = make()
    dialog.list.setCurrentRow(0)
    assert dialog.kind.currentData() == RAISES
    assert dialog.exercise.currentData() == STANDING
    assert dialog.side.currentData() == LEFT
    assert (dialog.target.text(), dialog.by.text()) == ("25", "1 Mar 2027")
    dialog.target.setText("28")
    dialog.by.clear()
    click(dialog.change)
    assert logbook.database.goals() == [Goal(RAISES, STANDING, 28.0, LEFT, None, id=GOAL.id)]
    assert logbook.undo_label == "Change goal"
    assert dialog.list.currentRow() == 0


def test_progress_stands_beside_the_goal_and_keeps_up(make: Make, logbook: Logbook) -> None:
    logbook.apply(Change.adding(GOAL), "before")
    dialog = make()
    logbook.apply(Change.adding(HeelRaiseTest(TODAY, STANDING, LEFT, 22)), "test")
    assert texts(dialog) == ["Goal 25 heel raises, knee straight, left, by 1 Mar 2027: left 22"]


@pytest.mark.parametrize(
    ("target", "by", "words"),
    [
        ("", "", "A target is a number, not “”"),
        ("much", "", "A target is a number, not “much”"),
        ("0", "", "A goal in bodyweights must be 0.1 to 20"),
        ("1.5", "soon", "“soon” is not a day"),
    ],
)
def test_what_is_no_goal_is_refused_in_words(
    make: Make, logbook: Logbook, target: str, by: str, words: str
) -> None:
    dialog = make()
    dialog.target.setText(target)
    dialog.by.setText(by)
    click(dialog.add)
    assert words in dialog.message.text()
    assert dialog.message.isVisible()
    assert logbook.undo_label is None
    dialog.target.setText("1.5")
    dialog.by.clear()
    click(dialog.add)
    assert not dialog.message.isVisible()


def test_the_kind_rules_out_what_it_cannot_be_of(make: Make) -> None:
    dialog = make()
    dialog.side.setCurrentIndex(dialog.side.findData(LEFT))
    dialog.kind.setCurrentIndex(dialog.kind.findData(DIFFERENCE))
    assert dialog.side.currentData() == BOTH
    assert not dialog.side.isEnabled()
    dialog.kind.setCurrentIndex(dialog.kind.findData(RAISES))
    assert dialog.side.isEnabled()
    assert dialog.exercise.currentData() == STANDING


def test_every_field_has_a_name(make: Make) -> None:
    dialog = make()
    fields = (dialog.list, dialog.kind, dialog.exercise, dialog.side, dialog.target, dialog.by)
    assert all(field.accessibleName() for field in fields)


def test_a_goal_of_a_measurement_has_a_kind_in_place_of_an_exercise(
    make: Make, logbook: Logbook
) -> None:
    logbook.apply(Change.adding(Measurement(TODAY, "Grip", 45.0, LEFT, "kg")), "measure")
    dialog = make()
    assert dialog.measured.isHidden()
    dialog.kind.setCurrentIndex(dialog.kind.findData(MEASURED))
    assert not dialog.measured.isHidden()
    assert dialog.exercise.isHidden()
    assert not dialog.side.isEnabled()  # VISA-A is of no leg
    dialog.measured.setCurrentIndex(dialog.measured.findText("Grip (kg)"))
    assert dialog.side.isEnabled()
    dialog.side.setCurrentIndex(dialog.side.findData(LEFT))
    dialog.target.setText("50")
    click(dialog.add)
    (goal,) = logbook.database.goals()
    assert (goal.kind, goal.exercise, goal.measured, goal.unit) == (MEASURED, None, "Grip", "kg")
    assert texts(dialog) == ["Goal Grip at least 50 kg, left: left 45 kg"]


def test_a_goal_of_a_kind_that_was_never_measured_is_chosen_again(
    make: Make, logbook: Logbook
) -> None:
    own = Goal(MEASURED, None, 50.0, measured="Grip", unit="kg")
    known = Goal(MEASURED, None, 90.0, measured="visa_a")
    logbook.apply(Change.adding(own, known), "before")
    dialog = make()
    dialog.list.setCurrentRow(0)
    assert (dialog.kind.currentData(), dialog.measured.currentText()) == (MEASURED, "Grip (kg)")
    dialog.list.setCurrentRow(1)
    assert dialog.measured.currentText() == "VISA-A (0–100, 100 is best)"
    dialog.target.setText("95")
    click(dialog.change)
    assert logbook.database.goals()[1] == replace(known, target=95.0)
