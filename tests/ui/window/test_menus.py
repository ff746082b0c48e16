"""The menu bar: every command has its doer and its key, and what is filled as it opens."""

from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tracker.app.current_session import CurrentSession
from tracker.app.settings import Settings, Theme
from tracker.domain.exercise import Exercise, Side
from tracker.domain.set_grid import Cell
from tracker.ui.window.actions import all_commands
from tracker.ui.window.dialogs import Dialogs
from tracker.ui.window.main_window import MainWindow

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


def test_every_command_has_a_method_and_a_key_of_its_own() -> None:
    commands = list(all_commands())
    keys = [QKeySequence(key).toString() for each in commands for key in each.keys]
    for each in commands:  # one of the two knows it, and no more than one
        assert hasattr(MainWindow, each.slot) != hasattr(Dialogs, each.slot), each.slot
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
    with qtbot.waitSignal(window.dialogs.log_asked) as asked:
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
