"""Every command of the window as data, and what its keys do."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tracker.app.resources import ROOT
from tracker.ui.window import actions
from tracker.ui.window.actions import MENUS, Command, Submenu, all_commands, keys_of, keys_text
from tracker.ui.window.dialogs import Dialogs
from tracker.ui.window.main_window import MainWindow
from tracker.ui.window.plan_commands import PlanCommands
from tracker.ui.window.told_line import ToldLine

COMMANDS = list(all_commands())
SLOTS = {QKeySequence(key).toString(): each.slot for each in COMMANDS for key in each.keys}


def press(window: MainWindow, keys: str) -> None:
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))


def test_every_command_has_a_method_and_a_key_of_its_own() -> None:
    keys = [QKeySequence(key).toString() for each in COMMANDS for key in each.keys]
    for each in COMMANDS:
        doers = [who for who in (MainWindow, Dialogs, PlanCommands) if hasattr(who, each.slot)]
        assert len(doers) == 1, each.slot
    assert len(set(keys)) == len(keys)
    assert all(keys)


def written_in(module: Path) -> Iterator[str]:
    """Return the texts of a file, without what explains it."""
    nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    docstrings = [each.value for each in nodes if isinstance(each, ast.Expr)]
    for each in nodes:
        if isinstance(each, ast.Constant) and each not in docstrings:
            yield str(each.value)


def test_the_keys_of_a_command_are_written_nowhere_else() -> None:
    keys = {key for each in COMMANDS for key in each.keys if "+" in key}
    ui = Path(actions.__file__).parent.parent
    again = [
        (module.name, text)
        for module in sorted(ui.rglob("*.py"))
        if module != Path(actions.__file__)
        for text in written_in(module)
        if keys & set(re.findall(r"[\w+]+", text))
    ]
    assert again == []


def test_keys_are_asked_for_by_the_name_of_their_command() -> None:
    assert keys_of("redo") == ("Ctrl+Shift+Z", "Ctrl+Y")
    assert keys_of("note_reserve_3") == ("Alt+3",)
    assert keys_text("redo") == "Ctrl+Shift+Z"


@pytest.mark.usefixtures("german")
def test_keys_are_told_as_they_are_called_on_the_runners_keyboard() -> None:
    assert keys_text("undo") == "Strg+Z"
    line = ToldLine()
    assert (line.undo.toolTip(), line.redo.toolTip()) == ("Strg+Z", "Strg+Umschalt+Z")
    line.deleteLater()


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
