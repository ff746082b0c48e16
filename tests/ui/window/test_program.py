"""The running program: one window at a time on one log."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from tracker import DamagedLogError, TrackerError
from tracker.app.crashes import Crash
from tracker.app.program_log import ProgramLog
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.storage.database import Database
from tracker.ui.window import program as module
from tracker.ui.window.main_window import MainWindow
from tracker.ui.window.program import Program, default_log

STEP, BAR = Equipment("Step"), Equipment("Bar")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "training.soleus"
    Database.create_with(path, Change.adding(STEP))
    return path


@pytest.fixture
def program(
    qapp: QApplication, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    program_log = ProgramLog(lambda: tmp_path / "program")
    program = Program(qapp, settings, program_log)
    yield program
    if program.window is not None:
        program.window.close_anyway()
        program.let_go()
        program.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    program_log.close()
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())


def window(program: Program) -> MainWindow:
    assert program.window is not None
    return program.window


def equipment(program: Program) -> list[Equipment]:
    return window(program).logbook.database.equipment()


def test_a_file_is_shown_by_its_name_and_remembered(
    program: Program, log: Path, settings: Settings
) -> None:
    program.show_file(log, create=False)
    assert window(program).isVisible()
    assert window(program).windowTitle() == "training – Soleus"
    assert equipment(program) == [STEP]
    assert settings.recent_logs[0] == log


def test_another_log_takes_the_place_of_the_one_shown(
    program: Program, log: Path, tmp_path: Path
) -> None:
    program.show_file(log, create=False)
    before = window(program)
    closed = before.logbook.database
    program.show_file(tmp_path / "other.soleus", create=True)
    assert not before.isVisible()
    assert window(program).windowTitle() == "other – Soleus"
    with pytest.raises(Exception, match="closed"):
        closed.equipment()


def test_a_log_that_cannot_be_opened_leaves_the_one_shown(
    program: Program, log: Path, tmp_path: Path
) -> None:
    program.show_file(log, create=False)
    with pytest.raises(TrackerError):
        program.show_file(tmp_path / "missing.soleus", create=False)
    assert equipment(program) == [STEP]


def test_the_log_opened_last_is_shown_again_where_it_is_still_there(
    program: Program, log: Path, settings: Settings, tmp_path: Path
) -> None:
    settings.remember_log(log)
    settings.remember_log(tmp_path / "gone.soleus")
    program.show_last()
    assert window(program).logbook.database.path == log


def test_the_first_log_is_made_where_the_platform_keeps_such(program: Program) -> None:
    program.show_last()
    path = window(program).logbook.database.path
    assert path == default_log()
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_made_up_year_is_kept_nowhere(program: Program) -> None:
    program.show_demo()
    assert window(program).logbook.database.path is None
    assert "demo, nothing is kept" in window(program).windowTitle()
    assert len(window(program).logbook.database.sessions()) > 100


def test_another_file_in_the_place_of_the_log_is_shown_at_once(program: Program, log: Path) -> None:
    program.show_file(log, create=False)

    def put() -> Path | None:
        log.unlink()
        Database.create_with(log, Change.adding(BAR))
        return None

    program.exchange(log, put)
    assert equipment(program) == [BAR]


def test_where_that_fails_the_log_is_shown_again_as_it_was(program: Program, log: Path) -> None:
    program.show_file(log, create=False)

    def fail() -> Path | None:
        raise TrackerError("the disk is full")

    with pytest.raises(TrackerError, match="the disk is full"):
        program.exchange(log, fail)
    assert equipment(program) == [STEP]

    def fail_and_lose() -> Path | None:
        log.unlink()
        raise TrackerError("the disk is gone")

    with pytest.raises(TrackerError, match="the disk is gone"):
        program.exchange(log, fail_and_lose)
    assert program.window is None


@pytest.fixture
def codes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The codes with which the application was to end; it goes on."""
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", lambda *given: codes.append(given[-1]))
    return codes


def test_of_a_damaged_log_a_way_out_is_offered_once(
    program: Program, log: Path, codes: list[int]
) -> None:
    program._on_crashes_damaged(DamagedLogError("damaged", log))
    program.offer_rescue(log)
    rescuer = program._rescuer
    assert rescuer is not None
    assert rescuer.dialog is not None
    rescuer.dialog.reject()
    assert codes == [1]  # there is no window to go on with


def test_faults_are_told_in_one_dialog_and_the_program_can_be_ended(
    program: Program, log: Path, codes: list[int]
) -> None:
    program.show_file(log, create=False)
    program._on_crashes_happened(Crash(None, 1))
    first = program._crash_dialog
    assert first is not None
    program._on_crashes_happened(Crash(None, 2))
    assert program._crash_dialog is first
    first.close_asked.emit()
    assert codes == [0]
    first.reject()
    assert program._crash_dialog is None


def test_a_log_that_is_closed_already_is_not_made_ready(
    program: Program, log: Path, codes: list[int]
) -> None:
    program.show_file(log, create=False)
    program.close()
    program.get_ready()  # was due together with the end
    assert codes == [0]


def test_a_fault_of_the_world_is_noted_in_the_program_s_own_log(
    program: Program, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[tuple[str, int]] = []
    program.show_file(log, create=False)
    monkeypatch.setattr(
        program._program_log, "note", lambda text, level=logging.INFO: noted.append((text, level))
    )
    window(program).faults.tell(TrackerError("the disk is full"))
    assert [level for _, level in noted] == [logging.WARNING]


@pytest.mark.parametrize("is_shown", [True, False])
def test_the_folder_of_that_log_is_shown_or_named(
    program: Program, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_shown: bool
) -> None:
    opened: list[QUrl] = []
    told: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return is_shown

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    program.show_file(log, create=False)
    window(program).faults.told.connect(told.append)
    window(program).dialogs.log_folder_asked.emit()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path / "program"]
    assert told == ([] if is_shown else [module.no_folder_shown(tmp_path / "program")])
