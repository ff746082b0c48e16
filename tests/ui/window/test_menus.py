"""The menu bar, and what is filled as it opens."""

import datetime
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tracker.app.current_session import CurrentSession
from tracker.app.preferences import Theme
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Exercise, Side
from tracker.domain.period import Period
from tracker.domain.set_grid import Cell
from tracker.ui.progress.page import PERIODS, ProgressPage
from tracker.ui.window.actions import all_commands
from tracker.ui.window.help_dialog import shortcuts_text
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


def test_the_reserve_is_noted_in_a_submenu(window: MainWindow) -> None:
    window.current.enter(Cell(SEATED, 1, Side.LEFT), "8x60")
    entries = menu(window, "Session", "In reserve").actions()
    keys = [each.shortcut().toString() for each in entries]
    assert keys == ["Alt+0", "Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+Backspace"]
    entries[4].trigger()
    assert [each.rir for each in window.current.sets] == [4.0]


def test_the_keys_of_every_command_are_listed_in_help(window: MainWindow) -> None:
    text = shortcuts_text()
    assert "<b>Alt+4</b></td><td style='padding: 3px 0'>4 or more in reserve</td>" in text
    for each in all_commands():
        for key in each.keys:
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in text


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
    assert [each.text() for each in ranges] == ["4 weeks", "3 months", "1 year", "All"]
    ranges[0].trigger()
    assert type(window._stack.currentWidget()).__name__ == "ProgressPage"


def test_ranges_since_an_event_come_with_the_event(window: MainWindow) -> None:
    day = window.current.today - datetime.timedelta(days=40)
    window.logbook.apply(Change.adding(Event(day, EventKind.VISIT)), "visit")
    ranges = menu(window, "View", "Range of Progress").actions()
    assert [each.text() for each in ranges[4:]] == ["Since visit"]
    ranges[4].trigger()
    page = window._stack.currentWidget()
    assert isinstance(page, ProgressPage)
    assert PERIODS[page.range.index] is Period.SINCE_VISIT
