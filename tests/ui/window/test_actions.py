"""Every command of the window as data, and what its keys do."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tracker.app.resources import ROOT
from tracker.ui.window.actions import MENUS, Command, Submenu, all_commands
from tracker.ui.window.dialogs import Dialogs
from tracker.ui.window.main_window import MainWindow

COMMANDS = list(all_commands())
SLOTS = {QKeySequence(key).toString(): each.slot for each in COMMANDS for key in each.keys}


def press(window: MainWindow, keys: str) -> None:
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))


def test_every_command_has_a_method_and_a_key_of_its_own() -> None:
    keys = [QKeySequence(key).toString() for each in COMMANDS for key in each.keys]
    for each in COMMANDS:  # one of the two knows it, and no more than one
        assert hasattr(MainWindow, each.slot) != hasattr(Dialogs, each.slot), each.slot
    assert len(set(keys)) == len(keys)
    assert all(keys)


def test_no_two_entries_of_a_menu_take_the_same_letter() -> None:
    for title, entries in MENUS:
        letters = [
            match[1].casefold()
            for each in entries
            if isinstance(each, Command | Submenu) and (match := re.search("&(.)", each.text))
        ]
        assert len(set(letters)) == len(letters), title


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        ("Ctrl+Shift+K", "Symptoms"),
        ("Ctrl+M", "Measurements"),
        ("Ctrl+H", "Heel-raise test"),
        ("Ctrl+G", "Goals"),
        ("Ctrl+Shift+V", "Events"),
        ("Ctrl+E", "Export"),
        ("Ctrl+P", "Report for the physio"),
        ("Ctrl+,", "Preferences"),
        ("F1", "How the figures are made"),
        ("Ctrl+F1", "Shortcuts"),
    ],
)
def test_a_key_opens_its_dialog(window: MainWindow, keys: str, title: str) -> None:
    before = set(window.findChildren(QDialog))
    press(window, keys)
    (dialog,) = set(window.findChildren(QDialog)) - before
    assert (dialog.windowTitle(), dialog.isVisible()) == (title, True)
    dialog.close()


@pytest.mark.parametrize(
    ("keys", "page"),
    [("Ctrl+2", "ProgressPage"), ("Ctrl+3", "HistoryPage"), ("Ctrl+4", "PlanPage")],
)
def test_a_key_shows_its_page_and_another_the_log_again(
    window: MainWindow, keys: str, page: str
) -> None:
    press(window, keys)
    assert type(window._stack.currentWidget()).__name__ == page
    press(window, "Ctrl+1")
    assert window._stack.currentWidget() is window.log_page


@pytest.mark.parametrize("page", sorted((ROOT / "manual").glob("*.md")), ids=lambda page: page.stem)
def test_every_key_that_the_manual_names_is_one_of_the_window(page: Path) -> None:
    text = page.read_text("utf-8")
    named = re.findall(r"Ctrl\+(?:Shift\+)?\w\b", text)
    assert not [keys for keys in named if QKeySequence(keys).toString() not in SLOTS]
