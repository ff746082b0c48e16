"""The words of a file that no list knows, in the import dialog."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.ui.files.test_import_dialog import choose, dialog, open_text, settle
from tracker.ui.files.import_dialog import ImportDialog
from tracker.ui.files.import_words import MEANS
from tracker.ui.window.main_window import MainWindow

__all__ = ["dialog"]
pytestmark = pytest.mark.usefixtures("english", "in_berlin")
Opened = Callable[[], ImportDialog]
HEVY = (
    "title,start_time,exercise_title,set_type,weight_kg,reps\n"
    "A,1 Urt 2026 13:05,Seated Calf Raise,normal,40,12\n"
    "A,2 Urt 2026 13:05,Seated Calf Raise,odd,20,12\n"
    "A,3 Mar 2026 13:05,Calf Press,normal,40,12\n"
)


def shown(dialog: ImportDialog) -> list[list[str]]:
    table = dialog.words.table
    rows = []
    for row in range(table.rowCount()):
        cells = [table.item(row, column) for column in range(MEANS)]
        texts = ["" if cell is None else cell.text() for cell in cells]
        rows.append([*texts, choice(dialog, row).currentText()])
    return rows


def choice(dialog: ImportDialog, row: int) -> QComboBox:
    found = dialog.words.table.cellWidget(row, MEANS)
    assert isinstance(found, QComboBox)
    return found


def test_a_word_is_asked_once_and_remembered_for_the_next_file(
    dialog: ImportDialog, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    open_text(dialog, tmp_path, HEVY, qtbot)
    assert shown(dialog) == [
        ["Urt", "a month", "2", "not known: left out"],
        ["odd", "a type of set", "1", "not known: left out"],
    ]
    assert dialog.left_out.rowCount() == 2
    choose(choice(dialog, 0), 1)
    settle(dialog, qtbot)
    assert choice(dialog, 0).hasFocus()
    choose(choice(dialog, 1), 2)
    settle(dialog, qtbot)
    assert [row[-1] for row in shown(dialog)] == ["January", "warm-up"]
    assert dialog.counts.text().startswith("2 sets, 2 new sessions, 1 Jan 2026 to 2 Jan 2026.")
    press = dialog.names.table.cellWidget(0, 2)
    assert isinstance(press, QComboBox)
    choose(press, press.findText("Seated"))
    settle(dialog, qtbot)
    # What was said of a name outlasts what is said of a word.
    choose(choice(dialog, 1), 1)
    settle(dialog, qtbot)
    assert dialog.counts.text().startswith("3 sets")
    dialog.import_file()
    window.dialogs.import_file()
    (later,) = [each for each in window.findChildren(ImportDialog) if each is not dialog]
    open_text(later, tmp_path, HEVY.replace("2026", "2025"), qtbot)
    assert [row[-1] for row in shown(later)] == ["January", "work"]
    assert later.counts.text().startswith("3 sets")
    # Another answer is the one that counts.
    choose(choice(later, 0), 0)
    settle(later, qtbot)
    assert [row[-1] for row in shown(later)] == ["not known: left out", "work"]


def test_where_every_word_is_known_nothing_is_asked(
    dialog: ImportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    open_text(dialog, tmp_path, HEVY.replace("Urt", "Jan").replace("odd", "normal"), qtbot)
    assert dialog.words.isHidden()
