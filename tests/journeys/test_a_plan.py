"""A runner takes a plan, trains by it, changes it and stops it, with the keyboard alone."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Desk, Fingers
from tracker.ui.plan.begin_dialog import BeginPhaseDialog
from tracker.ui.plan.editor import PlanEditor
from tracker.ui.plan.page import PlanPage
from tracker.ui.plan.take_dialog import TakePlanDialog
from tracker.ui.window.main_window import PLAN, MainWindow

Key = Qt.Key


def page_of(window: MainWindow) -> PlanPage:
    page = window._pages[PLAN]
    assert isinstance(page, PlanPage)
    return page


def wait_for_the_keys(window: QWidget, qtbot: QtBot) -> None:
    """Wait until a window that was opened or left takes the focus."""
    window.activateWindow()  # as a desktop does by itself
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def take_silbernagel(window: MainWindow, fingers: Fingers, qtbot: QtBot) -> None:
    fingers.press(Key.Key_4, ctrl=True)
    fingers.press(Key.Key_Space)  # "Choose a plan…" has the keys
    (taking,) = window.findChildren(TakePlanDialog)
    wait_for_the_keys(taking, qtbot)
    fingers.type("Silb")  # a list goes to what is typed
    fingers.enter()
    wait_for_the_keys(window, qtbot)


def test_a_template_is_taken_and_followed_by_keys_alone(
    desk: Desk, fingers: Fingers, qtbot: QtBot
) -> None:
    window = desk.start()
    take_silbernagel(window, fingers, qtbot)
    page = page_of(window)
    assert page.running.title.text() == "Silbernagel"
    assert page.today.state.text() == "0 of 21 sets done."
    fingers.press(Key.Key_Space)  # "Log it" has the keys
    assert window._stack.currentWidget() is window.log_page
    fingers.enter()
    fingers.type("20")
    fingers.enter(21)  # the load once, and Enter for each set
    assert len(desk.sets()) == 21
    assert [(side, reps, kg) for name, _, side, reps, kg in desk.sets() if name == "seated"] == [
        ("left", 10, 20.0),
        ("right", 10, 20.0),
    ] * 3
    fingers.press(Key.Key_4, ctrl=True)
    assert page.today.state.text() == "21 of 21 sets done."
    assert page.adherence.words.text() == "1 of 1 session, 21 of 21 sets"


def begin_the_next_phase(window: MainWindow, fingers: Fingers, qtbot: QtBot, day: str = "") -> None:
    page = page_of(window)
    page.running.begin.setFocus()
    fingers.press(Key.Key_Space)
    dialog = window.findChildren(BeginPhaseDialog)[-1]
    wait_for_the_keys(dialog, qtbot)
    if day:
        fingers.type(day)  # today is chosen, and written over
    fingers.enter()
    wait_for_the_keys(window, qtbot)


def test_the_next_phase_is_begun_by_keys_alone_and_only_its_sets_are_due(
    desk: Desk, fingers: Fingers, qtbot: QtBot
) -> None:
    window = desk.start()
    take_silbernagel(window, fingers, qtbot)
    first = desk.now.date()
    desk.close()
    desk.now += datetime.timedelta(days=10)
    window = desk.start()
    fingers.press(Key.Key_4, ctrl=True)
    page = page_of(window)
    assert page.today.state.text() == "0 of 21 sets done."  # nothing moved on by itself
    begin_the_next_phase(window, fingers, qtbot)
    assert page.today.state.text() == "0 of 24 sets done."
    fingers.press(Key.Key_Z, ctrl=True)
    assert page.today.state.text() == "0 of 21 sets done."
    fingers.press(Key.Key_Y, ctrl=True)
    assert page.today.state.text() == "0 of 24 sets done."
    fingers.press(Key.Key_Z, ctrl=True)
    begin_the_next_phase(window, fingers, qtbot, (first + datetime.timedelta(days=8)).isoformat())
    desk.close()
    window = desk.start()
    fingers.press(Key.Key_4, ctrl=True)
    page = page_of(window)
    assert page.running.begin.text() == "Begin phase 3…"
    due = [page._plans.due_on(first + datetime.timedelta(days=day)) for day in (7, 8, 10)]
    assert [each.phase.position for each in due if each is not None] == [0, 1, 1]
    page.today.go.setFocus()
    fingers.press(Key.Key_Space)
    fingers.enter()
    fingers.type("20")
    fingers.enter(24)
    assert len(desk.sets()) == 24
    assert sum(reps for _, _, side, reps, _ in desk.sets() if side != "right") == 240


def test_a_plan_outlives_the_program_and_each_step_is_undone(
    desk: Desk, fingers: Fingers, qtbot: QtBot
) -> None:
    take_silbernagel(desk.start(), fingers, qtbot)
    desk.close()
    desk.now += datetime.timedelta(days=1)
    window = desk.start()
    fingers.press(Key.Key_4, ctrl=True)
    page = page_of(window)
    page.running.edit.setFocus()
    fingers.press(Key.Key_Space)
    (editor,) = page.findChildren(PlanEditor)
    wait_for_the_keys(editor, qtbot)
    fingers.press(Key.Key_Down)
    fingers.press(Key.Key_Delete)  # the first phase
    assert len(window.logbook.database.phases()) == 3
    fingers.press(Key.Key_Z, ctrl=True)
    assert len(window.logbook.database.phases()) == 4
    fingers.press(Key.Key_Escape)
    assert not editor.isVisible()
    wait_for_the_keys(window, qtbot)
    page.running.stop.setFocus()
    fingers.press(Key.Key_Space)
    assert page.none.isVisible()
    fingers.press(Key.Key_Z, ctrl=True)
    assert page.running.stand.text() == "Week 1 of 26"
