"""The window: its menus, its pages, its dialogs, and how faults are told."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LAST_WEEK, NOW
from tracker import TrackerError
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings, Theme
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import Session
from tracker.domain.set_grid import Cell
from tracker.ui.actions import MENUS, Command
from tracker.ui.help_dialog import HelpDialog
from tracker.ui.history_page import HistoryPage
from tracker.ui.main_window import MainWindow

SEATED = Exercise.SEATED


def menu(window: MainWindow, title: str, submenu: str | None = None) -> QMenu:
    bar = window.menuBar().actions()
    found = next(each.menu() for each in bar if each.text().replace("&", "") == title)
    assert isinstance(found, QMenu)
    if submenu is not None:
        inner = (each for each in found.actions() if each.text().replace("&", "") == submenu)
        found = next(inner).menu()
        assert isinstance(found, QMenu)
        found.aboutToShow.emit()
    return found


def newest_dialog(window: MainWindow) -> QDialog:
    return window.findChildren(QDialog)[-1]


def test_the_title_names_the_log(window: MainWindow) -> None:
    assert window.windowTitle() == "training – Soleus"


def test_every_command_has_a_method_and_a_key_of_its_own() -> None:
    commands = [each for _, entries in MENUS for each in entries if isinstance(each, Command)]
    keys = [QKeySequence(key).toString() for each in commands for key in each.keys]
    assert all(callable(getattr(MainWindow, each.slot)) for each in commands)
    assert len(set(keys)) == len(keys)
    assert all(keys)


def test_undo_is_named_and_off_where_there_is_nothing(
    window: MainWindow, current: CurrentSession
) -> None:
    undo, redo = menu(window, "Edit").actions()[:2]
    assert not undo.isEnabled()
    current.enter(Cell(SEATED, 1, Side.LEFT), "8x60")
    assert (undo.text(), undo.isEnabled(), redo.isEnabled()) == ("&Undo Log set", True, False)
    undo.trigger()
    assert (redo.text(), redo.isEnabled()) == ("&Redo Log set", True)
    redo.trigger()
    assert len(current.sets) == 1


def test_a_fault_of_the_world_is_told_in_a_box(window: MainWindow) -> None:
    def fail() -> None:
        raise TrackerError("training.soleus could not be saved: the disk is full.")

    assert not window.faults.attempt(fail)
    box = newest_dialog(window)
    assert isinstance(box, QMessageBox)
    assert box.text() == "training.soleus could not be saved: the disk is full."
    box.close()


def test_selected_cells_are_copied_as_lines(
    window: MainWindow, current: CurrentSession, last_week: Session
) -> None:
    window.current.open(last_week)
    window.log_page.go_to(Cell(SEATED, 1, Side.LEFT))
    table = window.log_page.cards[0].table
    table.selectAll()
    window.copy()
    assert QApplication.clipboard().text().splitlines()[0] == "8 × 60 r2\t8 × 60 r2"
    window.log_page.note.setFocus()
    QApplication.clipboard().setText("kept")
    window.copy()
    assert QApplication.clipboard().text() == "kept"


def test_delete_is_for_the_page_shown(
    window: MainWindow, current: CurrentSession, last_week: Session, logbook: Logbook
) -> None:
    current.enter(Cell(SEATED, 1, Side.LEFT), "8x60")
    window.log_page.go_to(Cell(SEATED, 1, Side.LEFT))
    window.delete_selection()
    assert logbook.database.sessions() == [last_week]
    window.show_history()
    history = window._stack.currentWidget()
    assert isinstance(history, HistoryPage)
    history.table.selectRow(0)
    window.delete_selection()
    assert logbook.database.sessions() == []
    window.show_progress()
    label = logbook.undo_label
    window.delete_selection()
    assert logbook.undo_label == label


def test_the_session_menu_repeats_moves_and_deletes(
    window: MainWindow, current: CurrentSession, last_week: Session, logbook: Logbook
) -> None:
    window.repeat_last_session()
    assert len(current.sets) == 8
    window.go_to_previous_session()
    assert current.session == last_week
    window.go_to_next_session()
    assert current.session.date == NOW.date()
    window.delete_session()
    assert logbook.database.sessions() == [last_week]
    window.open_session(last_week.id)
    assert current.session == last_week
    window.open_session("gone")
    window.go_to_today()
    assert current.session.date == NOW.date()
    window.new_session()
    assert not current.is_saved


@pytest.mark.parametrize(
    "command",
    [
        "export_log",
        "open_preferences",
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
    getattr(window, command)()
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
    getattr(window, command)()
    dialog = newest_dialog(window)
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(window.log_asked) as asked:
        dialog.fileSelected.emit("/somewhere/other.soleus")
    assert asked.args == [Path("/somewhere/other.soleus"), to_make]
    dialog.close()


def test_recent_logs_are_listed_and_opened(
    window: MainWindow, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    assert [each.isEnabled() for each in menu(window, "File", "Open recent").actions()] == [False]
    there = tmp_path / "calf & co.soleus"
    there.touch()
    settings.remember_log(tmp_path / "gone.soleus")
    settings.remember_log(there)
    actions = menu(window, "File", "Open recent").actions()
    assert [(each.text(), each.isEnabled()) for each in actions] == [
        ("calf && co.soleus", True),
        ("gone.soleus", False),
    ]
    with qtbot.waitSignal(window.log_asked) as asked:
        actions[0].trigger()
    assert asked.args == [there, False]


def test_the_theme_is_chosen_in_the_menu(window: MainWindow, settings: Settings) -> None:
    themes = menu(window, "View", "Theme").actions()
    assert [each.isChecked() for each in themes] == [True, False, False]
    themes[2].trigger()
    assert settings.theme is Theme.DARK


def test_a_range_in_the_menu_shows_progress_over_it(window: MainWindow) -> None:
    ranges = menu(window, "View", "Range of Progress").actions()
    assert len(ranges) == 4
    ranges[0].trigger()
    assert type(window._stack.currentWidget()).__name__ == "ProgressPage"


def test_the_panel_of_details_is_shown_and_hidden(window: MainWindow) -> None:
    action = next(each for each in menu(window, "Session").actions() if each.isCheckable())
    assert window.log_page.panel.isVisible()
    action.trigger()
    assert not window.log_page.panel.isVisible()


def test_a_field_half_typed_is_saved_by_closing(
    window: MainWindow, current: CurrentSession, logbook: Logbook
) -> None:
    current.enter(Cell(SEATED, 1, Side.LEFT), "8x60")
    window.log_page.note.setFocus()
    QTest.keyClicks(window.log_page.note, "tired")
    window.close()
    assert [each.note for each in logbook.database.sessions()] == ["tired"]


def test_the_window_comes_back_where_it_was(
    window: MainWindow, settings: Settings, logbook: Logbook, current: CurrentSession, qtbot: QtBot
) -> None:
    window.resize(900, 640)  # no wider than the offscreen screen
    window.close()
    again = MainWindow(logbook, current, settings, "training")
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (900, 640)


def test_history_opens_a_session_on_the_log_page(
    window: MainWindow, current: CurrentSession, last_week: Session
) -> None:
    window.show_history()
    table = QApplication.focusWidget()
    assert table is not None
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert current.session == last_week
    assert window._stack.currentWidget() is window.log_page


def test_a_session_that_comes_from_elsewhere_is_told_everywhere(
    window: MainWindow, logbook: Logbook
) -> None:
    logbook.apply(Change.adding(Session(LAST_WEEK)), "one more")
    assert menu(window, "Edit").actions()[0].text() == "&Undo one more"


@pytest.mark.parametrize(
    ("slot", "title"),
    [
        ("note_symptoms", "Symptoms and scores"),
        ("test_heel_raises", "Heel-raise test"),
        ("open_goals", "Goals"),
    ],
)
def test_what_is_noted_beside_the_sets_has_a_dialog(
    window: MainWindow, slot: str, title: str
) -> None:
    getattr(window, slot)()
    dialog = newest_dialog(window)
    assert dialog.isVisible()
    assert dialog.windowTitle() == title
    dialog.close()
