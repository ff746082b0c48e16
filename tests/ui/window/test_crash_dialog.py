"""The dialog about a fault of our own says that the log is safe, and counts."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.app.crashes import Crash
from tracker.ui.window.crash_dialog import CrashDialog

REPORT = Path("/home/anna/log/fault 2026-11-24 183012.txt")


@pytest.fixture
def dialog(qtbot: QtBot) -> CrashDialog:
    dialog = CrashDialog(Crash(REPORT, 5))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def test_it_says_that_the_log_is_safe_and_where_the_report_lies(dialog: CrashDialog) -> None:
    assert "Your log is safe" in dialog.words.text()
    assert "fault 2026-11-24 183012.txt" in dialog.report.text()
    assert dialog.report.toolTip() == str(REPORT)


def test_a_single_fault_is_not_counted(dialog: CrashDialog) -> None:
    assert not dialog.count.isVisible()


def test_faults_while_it_is_open_are_counted(dialog: CrashDialog) -> None:
    dialog.add(Crash(REPORT, 6))
    dialog.add(Crash(None, 7))
    assert dialog.count.isVisible()
    assert dialog.count.text() == "It has happened 3 times."
    assert dialog.report.text() == "No report could be written."


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_escape_and_enter_go_on(dialog: CrashDialog, key: Qt.Key, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.close_asked), qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, key)
    assert not dialog.isVisible()


def test_closing_safely_is_asked_for_once_the_dialog_is_gone(
    dialog: CrashDialog, qtbot: QtBot
) -> None:
    seen: list[bool] = []
    dialog.close_asked.connect(lambda: seen.append(dialog.isVisible()))
    dialog.close_safely.click()
    assert seen == [False]


def test_the_folder_is_shown_while_it_stays_open(dialog: CrashDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.folder_asked):
        dialog.open_folder.click()
    assert dialog.isVisible()
