"""A log backed up, put back, damaged and rescued in the running program."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Desk, Fingers
from tests.storage.test_backup import names_in
from tracker import DamagedLogError
from tracker.storage.backup import backups_of, folder_of
from tracker.ui.files.damage_dialog import DamageDialog
from tracker.ui.files.rescuer import Rescuer
from tracker.ui.files.restore_dialog import RestoreDialog
from tracker.ui.window.main_window import MainWindow

ONE = [("seated", 1, "left", 8, 60.0)]
TWO = [*ONE, ("seated", 1, "right", 9, 60.0)]

# The whole program on a damaged log: what the dialog offers is chosen, or it is closed.
CHOOSING = """
import sys
from PySide6.QtCore import QTimer
from tracker.__main__ import run as run_program
from tracker.ui.window import program as root
choice = sys.argv.pop()

class Program(root.Program):
    def offer_rescue(self, log):
        super().offer_rescue(log)
        self.choose()
    def choose(self):
        dialog = self._rescuer.dialog
        if choice == "close":
            QTimer.singleShot(0, dialog.reject)
        elif dialog.rescue is None:
            QTimer.singleShot(10, self.choose)
        else:
            getattr(dialog, choice).click()
            print(len(self.window.current.sets), self.window.windowTitle())
            QTimer.singleShot(0, self.close)

root.Program = Program
sys.exit(run_program(sys.argv[1:]))
"""


def messages(window: MainWindow) -> list[str]:
    """Close the message boxes, and return their words."""
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    for box in boxes:
        box.close()
    return [box.text() for box in boxes]


def told(desk: Desk) -> str:
    """Return what the window's quiet line says; blank if it says nothing."""
    line = desk.window._told
    return "" if line is None or line.isHidden() else line.words.text()


def type_sets(desk: Desk, fingers: Fingers, *values: str) -> None:
    desk.window.activateWindow()  # as a desktop does when a dialog has gone
    desk._qtbot.waitUntil(desk.window.isActiveWindow)
    desk.window.show_log()
    for value in values:
        fingers.type(value)
        fingers.enter()


def back_up(desk: Desk, qtbot: QtBot) -> None:
    backups = desk.window.backups
    backups.back_up_if_due()
    qtbot.waitUntil(lambda: not backups.is_working)


def restore(desk: Desk, qtbot: QtBot, row: int) -> None:
    before = desk.window
    before.menus.actions["open_restore"].trigger()
    (dialog,) = before.findChildren(RestoreDialog)
    qtbot.waitUntil(lambda: not dialog.backups.is_working)
    dialog.table.selectRow(row)
    dialog.restore.click()


def spoil(log: Path) -> bytes:
    """Make a log unreadable, and return what is left of it."""
    data = bytearray(log.read_bytes())
    data[24:28] = data[40:44] = b"\x7f" * 4  # so that what was read before is read anew
    data[100:4096] = b"\xff" * 3996
    log.write_bytes(data)
    return bytes(data)


def names_a_dialog(rescuer: Rescuer) -> bool:
    return rescuer.dialog is not None


def test_a_backup_is_put_back_and_that_is_undone_by_another(
    desk: Desk, fingers: Fingers, qtbot: QtBot
) -> None:
    desk.start()
    type_sets(desk, fingers, "8x60")
    back_up(desk, qtbot)
    type_sets(desk, fingers, "9x60")
    assert desk.sets() == TWO
    restore(desk, qtbot, 0)
    assert desk.sets() == ONE
    assert messages(desk.window) == []  # nothing pops up
    assert "training before restore " in told(desk)
    assert not desk.window.menus.actions["undo"].isEnabled()
    restore(desk, qtbot, 0)
    assert desk.sets() == TWO
    assert "training before restore " in told(desk)
    type_sets(desk, fingers, "10x60")
    assert len(desk.sets()) == 3


def test_a_copy_is_made_where_it_is_asked_for(
    desk: Desk, fingers: Fingers, qtbot: QtBot, tmp_path: Path
) -> None:
    window = desk.start()
    type_sets(desk, fingers, "8x60")
    window.menus.actions["back_up"].trigger()
    (files,) = window.findChildren(QFileDialog)
    assert Path(files.selectedFiles()[0]).name.startswith("training 2026-11-24")
    target = tmp_path / "elsewhere.soleus"
    files.fileSelected.emit(str(target))
    files.close()
    qtbot.waitUntil(lambda: target.exists() and bool(told(desk)))
    assert told(desk) == "Backed up to elsewhere.soleus."
    assert messages(window) == []


def test_a_log_in_memory_has_nothing_to_be_put_back(desk: Desk) -> None:
    window = desk.start()
    window.logbook.database.path = None
    window.menus.actions["open_restore"].trigger()
    (message,) = messages(window)
    assert "in memory" in message
    window.menus.actions["back_up"].trigger()
    (files,) = window.findChildren(QFileDialog)
    assert Path(files.selectedFiles()[0]).name.startswith("training ")
    files.close()


def test_a_restore_that_fails_is_told_and_logging_goes_on(
    desk: Desk, fingers: Fingers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.start()
    type_sets(desk, fingers, "8x60")
    back_up(desk, qtbot)
    type_sets(desk, fingers, "9x60")

    def refuse(*args: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", refuse)
        old = desk.window
        restore(desk, qtbot, 0)
    (message,) = messages(old)
    assert "no space left on device" in message
    assert desk.sets() == TWO
    type_sets(desk, fingers, "10x60")
    assert len(desk.sets()) == 3


def test_a_log_spoilt_by_another_program_while_it_is_open_goes_on_as_it_was_saved(
    desk: Desk, fingers: Fingers, qtbot: QtBot
) -> None:
    desk.start()
    type_sets(desk, fingers, "8x60")
    type_sets(desk, fingers, "9x60")
    desk.window._catching_up.stop()  # else it may be the first to meet the damage
    left = spoil(desk.log)
    desk.window.show_progress()
    assert desk._program is not None
    assert desk._program._rescuer is None
    assert messages(desk.window) == []
    type_sets(desk, fingers, "10x60")
    assert len(desk.sets()) == 3
    (aside,) = folder_of(desk.log).iterdir()
    assert "other copy" in aside.name
    assert aside.read_bytes() == left


@pytest.mark.parametrize("choice", ["restore", "recover"])
def test_a_log_damaged_while_it_is_open_is_rescued(
    desk: Desk, fingers: Fingers, qtbot: QtBot, choice: str
) -> None:
    desk.start()
    type_sets(desk, fingers, "8x60")
    back_up(desk, qtbot)
    type_sets(desk, fingers, "9x60")
    desk.window._catching_up.stop()  # else it may be the first to meet the damage
    desk.window.logbook.database._last_saved.forget()  # else the log would go on as it was saved
    left = spoil(desk.log)
    assert desk._program is not None
    desk.window.show_progress()
    rescuer = desk._program._rescuer
    assert rescuer is not None
    dialog = rescuer.dialog
    assert isinstance(dialog, DamageDialog)
    qtbot.waitUntil(lambda: dialog.rescue is not None)
    desk._program.offer_rescue(desk.log)  # it comes up again and again
    assert rescuer.dialog is dialog
    getattr(dialog, choice).click()
    assert not names_a_dialog(rescuer)
    assert desk.sets() == (ONE if choice == "restore" else TWO)
    (aside,) = [path for path in folder_of(desk.log).iterdir() if "damaged" in path.name]
    assert aside.name in told(desk)
    assert messages(desk.window) == []
    assert aside.read_bytes() == left
    type_sets(desk, fingers, "10x60")
    assert desk.sets()[-1][3:] == (10, 60.0)


def test_a_rescue_that_fails_lets_another_be_chosen(
    desk: Desk, fingers: Fingers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk.start()
    type_sets(desk, fingers, "8x60")
    back_up(desk, qtbot)
    desk.close()
    left = spoil(desk.log)
    program = desk._program
    assert program is not None
    program.window = None
    with pytest.raises(DamagedLogError):
        program.show_file(desk.log, create=False)
    program.offer_rescue(desk.log)
    rescuer = program._rescuer
    assert rescuer is not None
    dialog = rescuer.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.rescue is not None)

    def refuse(*args: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", refuse)
        dialog.restore.click()
    assert rescuer.dialog is dialog
    assert "no space left on device" in dialog.message.text()
    assert desk.log.read_bytes() == left
    # Another log, which is damaged as well; then its own backup.
    other = tmp_path / "other.soleus"
    other.write_bytes(left)
    dialog.other.click()
    (files,) = dialog.findChildren(QFileDialog)
    files.fileSelected.emit(str(other))
    files.close()
    second = rescuer.dialog
    assert second.log == other
    second.other.click()
    (files,) = second.findChildren(QFileDialog)
    good = backups_of(desk.log)[0].path
    files.fileSelected.emit(str(good))
    assert not names_a_dialog(rescuer)
    assert desk.sets() == ONE
    assert desk.window.logbook.database.path == good


@pytest.mark.parametrize(
    ("choice", "code", "said"),
    [
        ("restore", 0, "1 training – Soleus\n"),
        ("recover", 0, "2 training – Soleus\n"),
        ("close", 1, ""),
    ],
)
def test_the_program_started_on_a_damaged_log_offers_what_there_is(
    desk: Desk, fingers: Fingers, qtbot: QtBot, tmp_path: Path, choice: str, code: int, said: str
) -> None:
    desk.start()
    type_sets(desk, fingers, "8x60")
    back_up(desk, qtbot)
    type_sets(desk, fingers, "9x60")
    desk.close()
    left = spoil(desk.log)
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "CONFIG", "STATE")}
    done = subprocess.run(
        [sys.executable, "-c", CHOOSING, str(desk.log), choice],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **folders},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert "Traceback" not in done.stderr
    assert f"{desk.log} could not be opened: the file is damaged" in done.stderr
    assert done.returncode == code
    asides = [name for name in names_in(folder_of(desk.log)) if "damaged" in name]
    if choice == "close":
        assert desk.log.read_bytes() == left
        assert asides == []
    else:
        assert (folder_of(desk.log) / asides[0]).read_bytes() == left
        # The session was logged on another day than that of the program started here.
        assert done.stdout in (said, said.replace(said[0], "0"))


def test_a_log_with_a_trigger_says_that_it_can_only_be_read(
    desk: Desk, fingers: Fingers, qtbot: QtBot
) -> None:
    desk.start()
    type_sets(desk, fingers, "8x60")
    log = desk.window.logbook.database.path
    assert log is not None
    with closing(sqlite3.connect(log)) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON sets BEGIN DELETE FROM sets; END")
    assert desk._program is not None
    desk._program.show_file(log, create=False)
    (note,) = messages(desk.window)
    assert "This log can only be read: another program put a trigger into it (“t”)" in note
    type_sets(desk, fingers, "9x60")
    assert desk.sets() == ONE
