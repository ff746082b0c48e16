"""From a damaged log to one that can be used: what is chosen is done, or another can be chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.storage.test_backup import NOW, names_in
from tracker import DamagedLogError, TrackerError
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.storage.backup import folder_of
from tracker.storage.database import Database
from tracker.storage.salvage import Salvage
from tracker.ui.files.damage_dialog import DamageDialog
from tracker.ui.files.rescuer import Put, Rescuer

STEP = Equipment("Step")


class Program:
    """Shows one log at a time, and refuses those that the test names."""

    def __init__(self) -> None:
        self.shown: Path | None = None
        self.error: TrackerError | None = None
        self.kept: Path | None = None

    def exchange(self, log: Path, put: Put) -> None:
        if self.error is not None:
            raise self.error
        self.kept = put()
        self.shown = log

    def open_log(self, path: Path) -> None:
        if self.error is not None:
            raise self.error
        self.shown = path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    log = tmp_path / "log.soleus"
    log.write_bytes(b"damaged")
    return log


@pytest.fixture
def program() -> Program:
    return Program()


@pytest.fixture
def rescuer(program: Program, qapp: QApplication) -> Rescuer:
    return Rescuer(program.exchange, program.open_log, lambda: NOW)


def offered(rescuer: Rescuer, log: Path, qtbot: QtBot) -> DamageDialog:
    rescuer.offer(log, None)
    dialog = shown(rescuer, qtbot)
    qtbot.waitUntil(lambda: dialog.rescue is not None)
    return dialog


def shown(rescuer: Rescuer, qtbot: QtBot) -> DamageDialog:
    dialog = rescuer.dialog
    assert dialog is not None
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # read after it closed
    qtbot.addWidget(dialog)
    return dialog


def test_one_dialog_at_a_time_says_that_a_log_is_damaged(
    rescuer: Rescuer, log: Path, qtbot: QtBot
) -> None:
    dialog = offered(rescuer, log, qtbot)
    rescuer.offer(log, None)
    assert rescuer.dialog is dialog
    dialog.reject()


def test_a_backup_takes_the_place_of_the_log_which_is_kept(
    rescuer: Rescuer, program: Program, log: Path, qtbot: QtBot
) -> None:
    dialog = offered(rescuer, log, qtbot)
    backup = log.with_name("backup.soleus")
    Database.create_with(backup, Change.adding(STEP))
    dialog.restore_asked.emit(backup)
    assert program.shown == log
    assert program.kept == folder_of(log) / "log damaged 2026-11-24 183000.soleus"
    assert program.kept.read_bytes() == b"damaged"
    assert log.read_bytes() == backup.read_bytes()
    assert rescuer.dialog is None


def test_what_could_be_read_takes_the_place_of_the_log(
    rescuer: Rescuer, program: Program, log: Path, qtbot: QtBot
) -> None:
    dialog = offered(rescuer, log, qtbot)
    dialog.recover_asked.emit(Salvage((STEP,), 0))
    assert program.shown == log
    database = Database.open(log)
    assert database.equipment() == [STEP]


def test_another_log_is_opened_and_the_damaged_one_left(
    rescuer: Rescuer, program: Program, log: Path, qtbot: QtBot
) -> None:
    dialog = offered(rescuer, log, qtbot)
    dialog.other_asked.emit()
    (files,) = dialog.findChildren(QFileDialog)
    assert Path(files.directory().absolutePath()) == log.parent
    files.fileSelected.emit(str(log.with_name("other.soleus")))
    assert program.shown == log.with_name("other.soleus")
    assert names_in(log.parent) == {log.name}


def test_where_it_could_not_be_done_that_is_said_and_another_choice_can_be_made(
    rescuer: Rescuer, program: Program, log: Path, qtbot: QtBot
) -> None:
    dialog = offered(rescuer, log, qtbot)
    program.error = TrackerError("the disk is full")
    dialog.recover_asked.emit(Salvage((STEP,), 0))
    assert rescuer.dialog is dialog
    assert (dialog.message.text(), dialog.isVisible()) == ("the disk is full", True)
    program.error = None
    dialog.recover_asked.emit(Salvage((STEP,), 0))
    assert program.shown == log
    assert not dialog.isVisible()


def test_where_the_other_log_is_damaged_too_it_is_offered_help(
    rescuer: Rescuer, program: Program, log: Path, qtbot: QtBot
) -> None:
    dialog = offered(rescuer, log, qtbot)
    other = log.with_name("other.soleus")
    other.write_bytes(b"damaged too")
    program.error = DamagedLogError("other.soleus is damaged", other)
    dialog.other_asked.emit()
    dialog.findChildren(QFileDialog)[0].fileSelected.emit(str(other))
    second = shown(rescuer, qtbot)
    assert second.log == other
    assert not dialog.isVisible()
    second.reject()


def test_a_dialog_that_is_closed_leaves_all_as_it_was(
    rescuer: Rescuer, program: Program, log: Path, qtbot: QtBot
) -> None:
    dialog = offered(rescuer, log, qtbot)
    with qtbot.waitSignal(rescuer.given_up):
        dialog.reject()
    assert (rescuer.dialog, program.shown, log.read_bytes()) == (None, None, b"damaged")
