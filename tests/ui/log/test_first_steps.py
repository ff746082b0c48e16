"""What is offered in an empty log, until it has a first set."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import press
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.session import Session
from tracker.ui.files.import_dialog import ImportDialog
from tracker.ui.log.first_steps import FirstSteps
from tracker.ui.window.main_window import MainWindow


def steps(window: MainWindow, qtbot: QtBot) -> FirstSteps:
    """Return what the window suggests after its first paint."""
    qtbot.waitUntil(lambda: window.log_page.panel.first_steps is not None)
    found = window.log_page.panel.first_steps
    assert found is not None
    return found


def test_an_empty_log_says_what_to_begin_with_and_the_first_set_ends_it(
    window: MainWindow, current: CurrentSession, qtbot: QtBot
) -> None:
    shown = steps(window, qtbot)
    panel = window.log_page.panel
    assert shown.isVisible()
    assert panel.title.text() == "First steps"
    words = [each.text() for each in shown.findChildren(QLabel)]
    assert words[0] == "Type 8x60 in the framed cell for 8 repetitions with 60 kg."
    assert window.log_page.cards[0].table.hasFocus()  # the keys stay where one types
    press("8x60", Qt.Key.Key_Return)
    assert panel.first_steps is None
    assert not shown.isVisible()
    assert panel.title.text() == "Seated 1, left"
    assert panel.form.isVisible()


def test_it_comes_back_when_the_first_set_is_undone(
    window: MainWindow, logbook: Logbook, current: CurrentSession, qtbot: QtBot
) -> None:
    steps(window, qtbot)
    panel = window.log_page.panel
    press("8x60", Qt.Key.Key_Return)
    window.undo()
    shown = steps(window, qtbot)
    assert shown.isVisible()
    assert not panel.form.isVisible()
    assert not panel.estimate.isVisible()
    assert panel.title.text() == "First steps"
    assert window.log_page.cards[0].table.hasFocus()
    with qtbot.waitSignal(window.dialogs.demo_asked):
        shown.demo.click()
    window.redo()
    assert panel.first_steps is None
    assert panel.form.isVisible()
    current.remove(current.sets)
    assert steps(window, qtbot).isVisible()


def test_each_step_leads_there(window: MainWindow, qtbot: QtBot) -> None:
    shown = steps(window, qtbot)
    shown.bodyweight.click()
    assert QApplication.focusWidget() is window.log_page.day_bar.bodyweight
    with qtbot.waitSignal(window.dialogs.demo_asked):
        shown.demo.click()
    shown.import_.click()
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_what_comes_from_elsewhere_ends_it_too(
    window: MainWindow, logbook: Logbook, current: CurrentSession, qtbot: QtBot
) -> None:
    steps(window, qtbot)
    logbook.apply(Change.adding(Session(current.today)), "import")
    panel = window.log_page.panel
    assert panel.first_steps is None
    assert panel.title.text() == "Set details"
    assert panel.estimate.isVisible()


@pytest.mark.usefixtures("last_week")
def test_a_log_with_sessions_needs_none_of_it(window: MainWindow) -> None:
    QTest.qWait(0)
    QApplication.processEvents()
    assert window.log_page.panel.first_steps is None
