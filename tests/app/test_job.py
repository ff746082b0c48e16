"""Long work off the GUI thread."""

import sqlite3
import threading
import time
from collections.abc import Generator
from contextlib import closing

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker import TrackerError
from tracker.app.job import Job
from tracker.storage.opening import guard


class Ear(QObject):
    """Records a job's signals, and the thread that received them."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[int] = set()
        job.progressed.connect(self.on_progressed)
        job.finished.connect(self.on_finished)

    def on_progressed(self, fraction: float) -> None:
        self.threads.add(threading.get_ident())
        self.heard.append(fraction)

    def on_finished(self, result: object) -> None:
        self.threads.add(threading.get_ident())
        self.heard.append(result)


def counting(worked_in: list[int]) -> Generator[float, None, str]:
    worked_in.append(threading.get_ident())
    yield 0.5
    yield 1.0
    return "done"


def test_a_job_tells_how_far_it_is_and_its_result(qtbot: QtBot) -> None:
    worked_in: list[int] = []
    job = Job(counting(worked_in))
    ear = Ear(job)
    with qtbot.waitSignal(job.finished) as finished:
        job.start()
    job.wait()
    assert finished.args == ["done"]
    assert ear.heard == [0.5, 1.0, "done"]


def test_a_job_works_elsewhere_and_tells_here(qtbot: QtBot) -> None:
    worked_in: list[int] = []
    job = Job(counting(worked_in))
    ear = Ear(job)
    with qtbot.waitSignal(job.finished):
        job.start()
    job.wait()
    assert worked_in != [threading.get_ident()]
    assert ear.threads == {threading.get_ident()}


@pytest.mark.parametrize("error", [TrackerError("the disk is full"), ZeroDivisionError()])
def test_a_job_that_fails_says_with_what(qtbot: QtBot, error: Exception) -> None:
    def failing() -> Generator[float, None, None]:
        yield 0.1
        raise error

    job = Job(failing())
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
    job.wait()
    assert failed.args == [error]


def test_a_cancelled_job_closes_its_generator(qtbot: QtBot) -> None:
    begun, tidied = threading.Event(), threading.Event()

    def endless() -> Generator[float, None, None]:
        try:
            while True:
                begun.set()
                yield 0.0
        finally:
            tidied.set()

    job = Job(endless())
    with qtbot.waitSignal(job.cancelled):
        job.start()
        assert begun.wait(10)
        job.cancel()
    job.wait()
    assert tidied.is_set()


def test_a_job_cancelled_before_it_starts_takes_no_step(qtbot: QtBot) -> None:
    worked_in: list[int] = []
    job = Job(counting(worked_in))
    job.cancel()
    with qtbot.waitSignal(job.cancelled):
        job.start()
    job.wait()
    assert worked_in == []


def test_a_job_that_cannot_tidy_up_says_so(qtbot: QtBot) -> None:
    error, begun = TrackerError("the disk is gone"), threading.Event()

    def untidy() -> Generator[float, None, None]:
        try:
            while True:
                begun.set()
                yield 0.0
        finally:
            raise error

    job = Job(untidy())
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
        assert begun.wait(10)
        job.cancel()
    job.wait()
    assert failed.args == [error]


def test_a_program_that_quits_waits_for_the_job_to_tidy_up(qapp: QApplication) -> None:
    begun, tidied = threading.Event(), threading.Event()

    def endless() -> Generator[float, None, None]:
        try:
            while True:
                begun.set()
                yield 0.0
        finally:
            tidied.set()

    job = Job(endless())
    job.start()
    assert begun.wait(10)
    QTimer.singleShot(0, qapp.quit)
    qapp.exec()
    assert tidied.is_set()
    assert not any(thread.name == "job" for thread in threading.enumerate())


class Stuck:
    """Steps, one of which does not end until it is released, as on a disk that does not respond."""

    def __init__(self) -> None:
        self.is_stuck, self.answers = threading.Event(), threading.Event()

    def steps(self) -> Generator[float, None, str]:
        self.is_stuck.set()
        assert self.answers.wait(60)
        yield 0.5
        return "at last"


def test_a_job_that_only_reads_is_left_where_it_is_stuck(qtbot: QtBot) -> None:
    stuck, parent = Stuck(), QObject()
    job = Job(stuck.steps(), parent, only_reads=True)
    heard: list[object] = []
    for signal in (job.progressed, job.finished, job.failed, job.cancelled):
        signal.connect(lambda *told: heard.append(told))
    job.start()
    assert stuck.is_stuck.wait(10)
    began = time.monotonic()
    job.leave()
    assert time.monotonic() - began < 1
    # Whatever its dialog was is gone before it ends.
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert job in Job._left
    stuck.answers.set()
    job.wait()
    qtbot.wait(0)
    assert heard == []
    other = Job(counting([]), only_reads=True)
    other.start()
    other.wait()
    other.leave()
    assert Job._left == []


def test_a_program_that_quits_does_not_wait_for_ever_for_what_only_reads(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.app.job.PATIENCE_S", 0.05)
    stuck = Stuck()
    job = Job(stuck.steps(), only_reads=True)
    job.start()
    assert stuck.is_stuck.wait(10)
    QTimer.singleShot(0, qapp.quit)
    qapp.exec()
    assert job.is_running
    assert job._thread.daemon  # nor does Python
    stuck.answers.set()
    job.wait()


def test_what_is_being_written_is_not_left() -> None:
    with pytest.raises(AssertionError, match="must be waited for"):
        Job(counting([])).leave()


def test_the_end_of_a_job_reaches_into_a_statement_of_sqlite(qtbot: QtBot) -> None:
    is_asked = threading.Event()

    def endless() -> Generator[float, None, None]:
        with closing(guard(sqlite3.connect(":memory:"))) as connection:
            numbers = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
            is_asked.set()
            yield connection.execute(f"{numbers} SELECT max(x) FROM c").fetchone()[0]

    job = Job(endless())
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
        assert is_asked.wait(10)
        job.cancel()
    job.wait()
    assert "interrupted" in str(failed.args[0])


@pytest.mark.parametrize("ends", ["well", "badly"])
def test_a_job_whose_owner_is_gone_ends_without_a_word(ends: str, qtbot: QtBot) -> None:
    may_go_on = threading.Event()

    def steps() -> Generator[float, None, str]:
        yield 0.5
        may_go_on.wait(10)
        if ends == "badly":
            raise ValueError("nobody hears of it")
        return "done"

    owner = QObject()
    job = Job(steps(), owner)
    with qtbot.waitSignal(job.progressed):
        job.start()
    thread = job._thread
    shiboken6.delete(owner)
    may_go_on.set()
    thread.join(10)
    assert not thread.is_alive()
    # What a thread leaves uncaught fails the test.


def test_a_fault_of_qt_in_a_job_is_not_hidden(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: told.append(args.exc_value))

    def failing(_self: Job) -> None:
        raise RuntimeError("ours")

    monkeypatch.setattr(Job, "_take_steps", failing)
    job = Job(iter_steps())
    job.start()
    job.wait()
    assert str(told[0]) == "ours"


def iter_steps() -> Generator[float, None, None]:
    yield 1.0
