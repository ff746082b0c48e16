"""Exceptions that nobody caught are heard of, reported once, counted, and told."""

import datetime
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tracker import DamagedLogError, TrackerError
from tracker.app.crashes import Crash, Crashes
from tracker.app.program_log import ProgramLog

NOW = datetime.datetime(2026, 11, 24, 18, 30, 12, tzinfo=datetime.UTC)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[ProgramLog]:
    log = ProgramLog(lambda: tmp_path / "log")
    yield log
    log.close()


@pytest.fixture
def crashes(log: ProgramLog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Crashes:
    # So that the hooks of the test run are put back.
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    crashes = Crashes(log, lambda: NOW)
    crashes.install()
    return crashes


def fail() -> None:
    raise ZeroDivisionError


def test_a_fault_in_a_slot_is_reported_and_told(
    crashes: Crashes, tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    with qtbot.waitSignal(crashes.happened) as happened:
        QTimer.singleShot(0, fail)
    report = tmp_path / "log" / "fault 2026-11-24 183012.txt"
    assert happened.args == [Crash(report, 1)]
    assert "in fail\n    raise ZeroDivisionError\nZeroDivisionError\n" in report.read_text()
    assert "ERROR" in (tmp_path / "log" / "soleus.log").read_text()
    assert "ZeroDivisionError" in capsys.readouterr().err


@pytest.mark.usefixtures("capsys")
def test_a_fault_in_a_thread_is_told_in_the_gui_thread(crashes: Crashes, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    crashes.happened.connect(lambda _: threads.append(threading.current_thread()))
    with qtbot.waitSignal(crashes.happened):
        threading.Thread(target=fail).start()
    assert threads == [threading.main_thread()]


@pytest.mark.usefixtures("capsys")
def test_a_fault_that_comes_up_again_is_counted_and_not_reported_again(
    crashes: Crashes, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[Crash] = []
    crashes.happened.connect(told.append)
    for _ in range(3):
        QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert [crash.times for crash in told] == [1, 2, 3]
    (report,) = {crash.report for crash in told}
    assert report is not None
    assert report.read_text().count("raise ZeroDivisionError") == 1


@pytest.mark.usefixtures("capsys")
def test_a_fault_of_the_world_is_told_in_its_own_words(
    crashes: Crashes, tmp_path: Path, qtbot: QtBot
) -> None:
    def lose_the_disk() -> None:
        raise TrackerError("the log could not be read")

    with qtbot.assertNotEmitted(crashes.happened), qtbot.waitSignal(crashes.told) as told:
        QTimer.singleShot(0, lose_the_disk)
    assert told.args == ["the log could not be read"]
    assert list(tmp_path.glob("log/fault *")) == []


@pytest.mark.usefixtures("capsys")
def test_a_damaged_log_is_told_as_such(crashes: Crashes, qtbot: QtBot, tmp_path: Path) -> None:
    error = DamagedLogError("the log is damaged", tmp_path / "log.soleus")

    def meet_damage() -> None:
        raise error

    with qtbot.assertNotEmitted(crashes.told), qtbot.waitSignal(crashes.damaged) as damaged:
        QTimer.singleShot(0, meet_damage)
    assert damaged.args == [error]


@pytest.mark.usefixtures("capsys")
def test_a_fault_without_a_report_is_told_too(
    crashes: Crashes, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "log").touch()
    with qtbot.waitSignal(crashes.happened) as happened:
        QTimer.singleShot(0, fail)
    assert happened.args == [Crash(None, 1)]


@pytest.mark.usefixtures("capsys")
def test_a_fault_is_told_once_what_failed_has_ended(crashes: Crashes, qtbot: QtBot) -> None:
    told: list[Crash] = []
    crashes.happened.connect(told.append)
    error = ZeroDivisionError()
    sys.excepthook(type(error), error, None)  # as in the middle of painting
    assert told == []
    qtbot.waitUntil(lambda: len(told) == 1)


@pytest.mark.usefixtures("capsys")
def test_an_interrupt_at_the_terminal_is_no_fault(crashes: Crashes, qtbot: QtBot) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    with qtbot.assertNotEmitted(crashes.happened, wait=20):
        QTimer.singleShot(0, interrupt)
