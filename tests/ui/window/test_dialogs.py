"""The dialogs of the menus open at once, and close by Escape; faults are told in a box."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tracker import TrackerError
from tracker.domain.exercise import Exercise
from tracker.ui.checkups.strength_test_dialog import StrengthTestDialog
from tracker.ui.progress.page import ProgressPage
from tracker.ui.window.help_dialog import HelpDialog
from tracker.ui.window.main_window import MainWindow


def newest_dialog(window: MainWindow) -> QDialog:
    return window.findChildren(QDialog)[-1]


def test_a_fault_of_the_world_is_told_in_a_box(window: MainWindow) -> None:
    def fail() -> None:
        raise TrackerError("training.soleus could not be saved: the disk is full.")

    assert not window.faults.attempt(fail)
    box = newest_dialog(window)
    assert isinstance(box, QMessageBox)
    assert box.text() == "training.soleus could not be saved: the disk is full."
    assert box.icon() is QMessageBox.Icon.NoIcon  # the desktop's own looks like no part of ours
    box.close()


@pytest.mark.parametrize(
    "command",
    [
        "export_log",
        "open_preferences",
        "open_manual",
        "open_figures_help",
        "open_shortcuts_help",
        "open_about",
        "ask_other_day",
        "ask_move",
    ],
)
def test_a_dialog_opens_without_waiting_and_closes_by_escape(
    window: MainWindow, command: str, qtbot: QtBot
) -> None:
    before = set(window.findChildren(QDialog))
    window.menus.actions[command].trigger()
    (dialog,) = set(window.findChildren(QDialog)) - before
    qtbot.waitExposed(dialog)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_help_begins_with_the_search_where_one_searches(window: MainWindow, qtbot: QtBot) -> None:
    for show, is_search in ((window.show_log, False), (window.show_history, True)):
        show()
        window.open_figures_help()
        dialog = newest_dialog(window)
        assert isinstance(dialog, HelpDialog)
        qtbot.waitExposed(dialog)
        top = dialog.browser.cursorForPosition(QPoint(60, 8)).block().text()
        assert (top == "Searching the history") is is_search
        dialog.close()


@pytest.mark.parametrize(("command", "to_make"), [("ask_new_log", True), ("ask_open_log", False)])
def test_a_log_is_asked_for_by_a_file_dialog(
    window: MainWindow, command: str, to_make: bool, qtbot: QtBot
) -> None:
    window.menus.actions[command].trigger()
    dialog = newest_dialog(window)
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(window.dialogs.log_asked) as asked:
        dialog.fileSelected.emit("/somewhere/other.soleus")
    assert asked.args == [Path("/somewhere/other.soleus"), to_make]
    dialog.close()


def test_a_tile_that_cannot_judge_begins_the_test_of_its_exercise(window: MainWindow) -> None:
    window.show_progress()
    page = window._stack.currentWidget()
    assert isinstance(page, ProgressPage)
    page.tiles.balances[Exercise.STANDING].test_button.click()
    dialog = newest_dialog(window)
    assert isinstance(dialog, StrengthTestDialog)
    assert dialog.setup.chosen_exercise is Exercise.STANDING
    dialog.close()


@pytest.mark.parametrize(
    ("slot", "title"),
    [
        ("note_symptoms", "Symptoms"),
        ("take_measurements", "Measurements"),
        ("test_heel_raises", "Heel-raise test"),
        ("test_strength", "Strength test"),
        ("open_goals", "Goals"),
        ("open_events", "Events"),
    ],
)
def test_what_is_noted_beside_the_sets_has_a_dialog(
    window: MainWindow, slot: str, title: str
) -> None:
    window.menus.actions[slot].trigger()
    dialog = newest_dialog(window)
    assert dialog.isVisible()
    assert dialog.windowTitle() == title
    dialog.close()
