"""The running program: one window at a time on one log."""

import datetime
import errno
import logging
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QProcess, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker import DamagedLogError, TrackerError, __version__
from tracker.app.crashes import Crash
from tracker.app.one_window import TOKEN, OneWindow
from tracker.app.program_log import ProgramLog
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.domain.plan_edits import own_plan
from tracker.domain.session import Session
from tracker.exchange.plan_file import plan_json
from tracker.storage.database import Database
from tracker.ui.files.damage_dialog import DamageDialog
from tracker.ui.log.page import LogPage
from tracker.ui.plan.take_dialog import TakePlanDialog
from tracker.ui.window import main_window
from tracker.ui.window import program as module
from tracker.ui.window.main_window import MainWindow
from tracker.ui.window.program import Program, default_log, own_command
from tracker.ui.window.start_dialog import StartDialog

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


class Paints(QObject):
    """Counts how often all of the Log page is painted."""

    times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, LogPage) and isinstance(event, QPaintEvent):
            self.times += event.region() == QRegion(watched.rect())
        return False


def test_a_log_that_is_shown_is_painted_once_when_all_is_laid_out(
    qapp: QApplication, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "PAINTED_MS", 60_000)  # what comes then is painted anew
    log = tmp_path / "trained.soleus"  # an empty one says then what to begin with
    Database.create_with(log, Change.adding(Session(datetime.date(2026, 11, 2))))
    paints = Paints()
    qapp.installEventFilter(paints)
    # From within the loop, as the program is begun.
    QTimer.singleShot(0, qapp, lambda: program.show_file(log, create=False))
    for _ in range(5):
        QCoreApplication.processEvents()
    qapp.removeEventFilter(paints)
    assert paints.times == 1


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


def test_the_log_opened_last_is_shown_again(
    program: Program, log: Path, settings: Settings, tmp_path: Path
) -> None:
    settings.remember_log(tmp_path / "gone.soleus")
    settings.remember_log(log)
    program.show_last()
    assert window(program).logbook.database.path == log


def test_a_log_that_another_start_makes_meanwhile_is_opened(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = Database.create

    def be_slower(path: Path) -> Database:
        create(path).close()
        return create(path)

    monkeypatch.setattr(Database, "create", be_slower)
    program.show_last()
    assert window(program).logbook.database.path == default_log()


def test_the_first_log_that_cannot_be_made_is_told(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> Database:
        raise TrackerError("The disk is full.")

    monkeypatch.setattr(Database, "create", fail)
    with pytest.raises(TrackerError, match="The disk is full"):
        program.show_last()


# A start that fails


class Start:
    """What the person who starts the program sees and hears."""

    def __init__(self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        self.program = program
        self.heard: list[str] = []
        self.exits: list[int] = []
        monkeypatch.setattr(QApplication, "exit", self.exits.append)

    def __call__(self, log: Path | None = None, *, is_answered: bool = False) -> None:
        def start() -> None:
            if log is None:
                self.program.show_last()
            else:
                self.program.show_file(log, create=False)

        self.program.begin(start, self.heard.append, is_answered=is_answered)

    @property
    def dialog(self) -> StartDialog:
        dialog = self.program._start_dialog
        assert dialog is not None
        assert dialog.isVisible()
        return dialog

    @property
    def words(self) -> str:
        return self.dialog.words.text().replace("\u200b", "")


@pytest.fixture
def start(program: Program, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    start = Start(program, monkeypatch)
    yield start
    if program._start_dialog is not None:
        program._start_dialog.close()


def test_a_start_that_works_says_nothing(start: Start, log: Path) -> None:
    start(log)
    assert equipment(start.program) == [STEP]
    assert start.program._start_dialog is None
    assert (start.heard, start.exits) == ([], [])


def folder(log: Path) -> None:
    log.unlink()
    log.mkdir()


def later(log: Path) -> None:
    with closing(sqlite3.connect(log)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('soleus', 'm999_later', '')"
        )


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (folder, "could not be opened: is a directory."),
        (lambda log: log.write_text("notes"), "is not a Soleus log. It was left as it is."),
        (lambda log: log.write_bytes(b""), "is empty, and so no Soleus log. It was left as it is."),
        (later, "was written by a later version of Soleus."),
        (
            lambda log: log.unlink(),
            "is not there. If it lies on a disk that is not connected, connect it and try again.",
        ),
    ],
)
def test_a_window_says_why_the_last_log_is_not_shown(
    start: Start, log: Path, settings: Settings, spoil: Callable[[Path], object], reason: str
) -> None:
    settings.remember_log(log)
    spoil(log)
    start()
    assert start.words.startswith(f"{log} {reason}")
    assert start.heard == [start.words]
    assert start.dialog.recent.isHidden()
    assert start.program.window is None
    start.dialog.quit.click()
    assert start.exits == [1]


def test_a_log_that_is_locked_is_tried_again(
    start: Start, log: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.storage.database.BUSY_S", 0.0)
    settings.remember_log(log)
    with closing(sqlite3.connect(log)) as other:
        other.execute("BEGIN EXCLUSIVE")
        start()
        assert "another program is writing to it" in start.words
        start.dialog.again.click()
        assert len(start.heard) == 2
        other.rollback()
        dialog = start.dialog
        dialog.again.click()
    assert equipment(start.program) == [STEP]
    assert not dialog.isVisible()
    assert start.exits == []


def test_a_missing_disk_is_said_before_another_log_is_opened(
    start: Start, log: Path, settings: Settings, tmp_path: Path
) -> None:
    settings.remember_log(log)
    settings.remember_log(tmp_path / "long ago.soleus")
    settings.remember_log(tmp_path / "stick" / "mine & yours.soleus")
    start()
    assert start.program.window is None
    assert "mine & yours.soleus is not there" in start.words
    assert start.dialog.recent.text() == "Open “training”, the log before"
    start.dialog.recent.click()
    assert equipment(start.program) == [STEP]
    assert settings.recent_logs[0] == log


def test_another_log_is_opened_or_made_and_where_that_fails_the_window_stays(
    start: Start, log: Path, tmp_path: Path
) -> None:
    start(tmp_path / "gone.soleus")
    start.dialog.log_asked.emit(log, True)
    assert "could not be made: file exists" in start.words
    assert start.program.window is None
    start.dialog.log_asked.emit(tmp_path / "new.soleus", True)
    assert equipment(start.program) == []
    assert start.program._start_dialog is None


def test_a_damaged_log_is_offered_rescue_and_given_up_leads_back(
    start: Start, log: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    damaged = tmp_path / "damaged.soleus"
    damaged.write_bytes(log.read_bytes()[:5000])
    start(tmp_path / "gone.soleus")
    start.dialog.log_asked.emit(damaged, False)
    (rescue,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, DamageDialog))
    rescue.close()
    assert start.exits == []
    assert start.dialog.isVisible()


def test_whoever_named_a_file_at_a_terminal_is_answered_there(start: Start, tmp_path: Path) -> None:
    start(tmp_path / "gone.soleus", is_answered=True)
    assert len(start.heard) == 1
    assert start.exits == [1]
    assert start.program._start_dialog is None


def test_a_log_on_a_disk_that_fails_is_not_there(
    start: Start, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log.soleus"
    settings.remember_log(log)
    exists = Path.exists

    def failing(path: Path) -> bool:
        if path == log:
            raise OSError(errno.EIO, "input/output error")
        return exists(path)

    monkeypatch.setattr(Path, "exists", failing)
    start()
    assert "is not there" in start.words


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


def test_a_made_up_year_is_shown_by_a_program_of_its_own(
    program: Program, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.show_file(log, create=False)
    started: list[list[str]] = []
    works = True

    def start(command: str, arguments: list[str], _folder: str) -> tuple[bool, int]:
        started.append([command, *arguments])
        return works, 1

    monkeypatch.setattr(QProcess, "startDetached", staticmethod(start))
    window(program).menus.actions["open_demo"].trigger()
    assert started == [own_command("--demo")]
    works = False
    told: list[str] = []
    window(program).faults.told.disconnect()
    window(program).faults.told.connect(told.append)
    window(program).menus.actions["open_demo"].trigger()
    assert told == ["The window with the made-up year could not be opened."]


def test_the_program_can_start_itself_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    said = subprocess.run(own_command("--version"), capture_output=True, text=True, check=True)
    assert said.stdout.strip().endswith(__version__)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command("--demo") == [sys.executable, "--demo"]


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
    """The codes with which the application was asked to exit; it goes on."""
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
def test_the_folders_of_log_and_program_log_are_shown_or_named(
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
    window(program).dialogs.program_log_asked.emit()
    folders = [log.parent, tmp_path / "program"]
    assert [Path(url.toLocalFile()) for url in opened] == folders
    assert told == ([] if is_shown else [module.no_folder_shown(folder) for folder in folders])


def test_a_log_in_memory_has_no_folder_to_show(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail(url.toString()))
    program.show_demo()
    window(program).faults.told.connect(told.append)
    window(program).dialogs.log_folder_asked.emit()
    assert told == ["This log is in memory alone: it lies in no folder."]


def test_the_program_log_is_shown_even_where_no_window_came_up(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    with pytest.raises(TrackerError):  # which Crashes takes: nothing shows folders here
        program._show_program_log()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path / "program"]


def test_who_asks_for_the_log_shown_gets_its_window(
    qapp: QApplication, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TOKEN, "of this start")
    one_window = OneWindow(tmp_path / "windows")
    program_log = ProgramLog(lambda: tmp_path / "logs")
    program = Program(qapp, settings, program_log, one_window)
    one_window.asked.emit("too early", None)
    assert os.environ[TOKEN] == "of this start"
    try:
        program.show_file(tmp_path / "log.soleus", create=True)
        program.get_ready()
        window(program).showMinimized()
        one_window.asked.emit("leave", None)
        assert not window(program).isMinimized()
        assert os.environ[TOKEN] == "leave"
    finally:
        window(program).close_anyway()
        program.let_go()
        one_window.let_go()
        program_log.close()


def test_a_log_handed_over_takes_the_place_of_the_one_shown(
    program: Program, log: Path, tmp_path: Path
) -> None:
    program.show_asked(log)
    assert equipment(program) == [STEP]
    other = tmp_path / "other.soleus"
    Database.create(other).close()
    program.show_asked(other)
    assert window(program).windowTitle() == "other – Soleus"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "sent.SOLEUS-plan"
    path.write_bytes(plan_json(own_plan("Sent", module.now().date())))
    return path


def plans_shown(program: Program) -> list[str]:
    dialogs = window(program).findChildren(TakePlanDialog)
    shown = [dialog.chosen.plan.name for dialog in dialogs]
    for dialog in dialogs:
        dialog.close()
        dialog.setParent(None)
    return shown


def test_a_plan_is_shown_on_the_log_opened_last(
    program: Program, log: Path, plan: Path, settings: Settings
) -> None:
    settings.remember_log(log)
    program.show_given(plan)
    assert equipment(program) == [STEP]
    assert plans_shown(program) == ["Sent"]
    assert settings.recent_logs == [log]
    program.show_asked(plan)  # as macOS hands it over
    assert plans_shown(program) == ["Sent"]


def test_a_plan_handed_over_before_a_window_is_there_opens_one(
    program: Program, log: Path, plan: Path, settings: Settings
) -> None:
    settings.remember_log(log)
    program.show_asked(plan)
    assert plans_shown(program) == ["Sent"]


def test_a_plan_of_another_start_comes_into_the_window_that_shows_the_log(
    qapp: QApplication, settings: Settings, tmp_path: Path, log: Path, plan: Path
) -> None:
    one_window = OneWindow(tmp_path / "windows")
    program_log = ProgramLog(lambda: tmp_path / "logs")
    program = Program(qapp, settings, program_log, one_window)
    try:
        program.show_given(log)
        one_window.asked.emit("", plan)
        assert plans_shown(program) == ["Sent"]
        program.show_given(plan)  # the log is its own
        assert one_window.plan == plan
    finally:
        plans_shown(program)
        window(program).close_anyway()
        program.let_go()
        one_window.let_go()
        program_log.close()
