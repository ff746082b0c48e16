"""Long work off the GUI thread."""

import threading
from collections.abc import Generator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker import TrackerError
from tracker.app.job import Job


class Ear(QObject):
    """Hears a job's signals, and in which thread."""

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
