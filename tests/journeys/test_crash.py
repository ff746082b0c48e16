"""A fault of our own in the running program: one dialog, one report, and on it goes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Desk, Fingers
from tracker import TrackerError
from tracker.app.crashes import Crashes
from tracker.app.program_log import ProgramLog
from tracker.ui.window.crash_dialog import CrashDialog
from tracker.ui.window.help_dialog import HelpDialog
from tracker.ui.window.main_window import MainWindow

# The whole program: a slot fails twice, the dialog is answered, a set is logged, it is closed.
TYPED = "8x60 # my Achilles"
FAILING = """
import os, sys
from PySide6.QtCore import QTimer
from tracker.__main__ import run as run_program
from tracker.ui.window import program as root

def fail():
    raise KeyError(os.environ["TYPED"])  # a value, as it is no line of the program

class Program(root.Program):
    def heed(self, crashes):
        super().heed(crashes)
        crashes.happened.connect(self.answer)
        QTimer.singleShot(0, fail)
        QTimer.singleShot(0, fail)
    def answer(self, crash):
        if crash.times == 2:
            print(self._crash_dialog.count.text())
            self._crash_dialog.close_safely.click()

root.Program = Program
sys.exit(run_program(sys.argv[1:]))
"""


@pytest.fixture
def crashes(desk: Desk) -> Iterator[Crashes]:
    log = ProgramLog(lambda: desk.log.parent / "program")
    window = desk.start()
    crashes = Crashes(log, lambda: desk.now, window)
    assert desk._program is not None
    desk._program.heed(crashes)
    yield crashes
    log.close()


def dialogs(window: MainWindow) -> list[CrashDialog]:
    return [each for each in window.findChildren(CrashDialog) if each.isVisible()]


def test_faults_open_one_dialog_and_the_program_goes_on(
    desk: Desk, crashes: Crashes, fingers: Fingers, qtbot: QtBot
) -> None:
    for error in (KeyError("note"), ValueError("8y60"), KeyError("note")):
        crashes._raised.emit(error)
    qtbot.waitUntil(lambda: bool(dialogs(desk.window)))
    (dialog,) = dialogs(desk.window)
    assert dialog.count.text() == "It has happened 3 times."
    dialog.go_on.click()
    desk.window.activateWindow()  # as a desktop does when a dialog has gone
    qtbot.waitUntil(desk.window.isActiveWindow)
    desk.window.show_log()
    fingers.type("8x60")
    fingers.enter()
    assert desk.sets() == [("seated", 1, "left", 8, 60.0)]
    crashes._raised.emit(KeyError("note"))
    qtbot.waitUntil(lambda: bool(dialogs(desk.window)))
    dialogs(desk.window)[0].reject()


def test_a_fault_of_the_world_keeps_its_own_road(
    desk: Desk, crashes: Crashes, qtbot: QtBot
) -> None:
    crashes._raised.emit(TrackerError("the log could not be read"))
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(QMessageBox)))
    (box,) = desk.window.findChildren(QMessageBox)
    assert box.text() == "the log could not be read"
    assert dialogs(desk.window) == []
    box.close()


def test_the_program_log_is_shown_by_about_and_named_where_nothing_shows_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, asked = desk.start(), []

    def open_url(url: QUrl) -> bool:
        asked.append(Path(url.toLocalFile()))
        return len(asked) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    window.menus.actions["open_about"].trigger()
    (about,) = window.findChildren(HelpDialog)
    show = next(each for each in about.findChildren(QPushButton) if "program log" in each.text())
    show.click()
    folder = desk.log.parent / "program"
    assert asked == [folder]
    assert folder.stat().st_mode & 0o777 == 0o700
    assert window.findChildren(QMessageBox) == []
    show.click()
    (box,) = window.findChildren(QMessageBox)
    assert str(folder) in box.text()
    box.close()
    about.close()


def test_the_folder_of_the_log_is_shown_by_help(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def opened(url: QUrl) -> bool:
        asked.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opened)
    desk.start().menus.actions["ask_log_folder"].trigger()
    assert asked == [desk.log.parent]


def test_a_fault_in_a_slot_of_the_whole_program_is_reported_without_personal_data(
    tmp_path: Path,
) -> None:
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "CONFIG", "STATE")}
    done = subprocess.run(
        [sys.executable, "-c", FAILING, str(tmp_path / "annas.soleus")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "TYPED": TYPED, **folders},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "It has happened 2 times.\n"
    (log,) = tmp_path.glob("STATE/Soleus/log/soleus.log")
    (report,) = log.parent.glob("fault *.txt")
    assert "KeyError" in report.read_text()
    lines = log.read_text()
    assert "started: Soleus" in lines
    assert "a log is shown" in lines
    assert lines.endswith("ended\n")
    for file in (log, report):
        assert file.stat().st_mode & 0o777 == 0o600
        assert all(word not in file.read_text() for word in ("Achilles", "annas", str(tmp_path)))
