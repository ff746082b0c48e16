"""Copies beside the open log are looked for in a thread, and told of until they are settled."""

import datetime
import shutil
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tracker import TrackerError
from tracker.app import conflict_copies as module
from tracker.app.conflict_copies import ConflictCopies
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.session import Session
from tracker.storage.conflict_copies import ConflictCopy
from tracker.storage.database import Database

DAYS = [Session(datetime.date(2026, 11, day)) for day in (24, 25, 26)]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "training.soleus"
    Database.create_with(path, Change.adding(DAYS[0]))
    return path


@pytest.fixture
def copy(log: Path) -> Path:
    path = log.with_name("training 2.soleus")
    shutil.copy(log, path)
    add(path, DAYS[1])
    return path


@pytest.fixture
def copies(log: Path, settings: Settings, qtbot: QtBot) -> Iterator[ConflictCopies]:
    logbook = Logbook(Database.open(log))
    copies = ConflictCopies(logbook, settings, logbook)
    yield copies
    copies.stop()
    logbook.database.close()


def add(log: Path, session: Session) -> None:
    with closing(Database.open(log)) as database:
        database.apply(Change.adding(session))


def found_by(copies: ConflictCopies, qtbot: QtBot) -> ConflictCopy | None:
    with qtbot.waitSignal(copies.found) as found:
        copies.look()
    assert found.args is not None
    assert found.args[0] is None or isinstance(found.args[0], ConflictCopy)
    return found.args[0]


def test_a_copy_is_told_of_a_while_after_the_start(
    copies: ConflictCopies, copy: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies._quiet.setInterval(1)
    with qtbot.waitSignal(copies.found) as found:
        copies.look_soon()
    assert found.args is not None
    assert (found.args[0].path, found.args[0].sessions) == (copy, 1)


def test_without_a_copy_that_is_told(copies: ConflictCopies, qtbot: QtBot) -> None:
    assert found_by(copies, qtbot) is None


def test_a_log_in_memory_has_no_copies(settings: Settings, qtbot: QtBot) -> None:
    logbook = Logbook(Database.in_memory())
    copies = ConflictCopies(logbook, settings, logbook)
    copies.look_soon()
    copies.look()
    assert not copies._quiet.isActive()
    assert copies._job is None


def test_one_look_at_a_time(copies: ConflictCopies, copy: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(copies.found):
        copies.look()
        job = copies._job
        copies.look()
        assert copies._job is job


def test_a_copy_put_aside_is_told_of_again_once_it_changed(
    copies: ConflictCopies, copy: Path, qtbot: QtBot
) -> None:
    found = found_by(copies, qtbot)
    assert found is not None
    with qtbot.waitSignal(copies.found) as told:
        copies.put_aside(found)
    assert told.args == [None]
    assert found_by(copies, qtbot) is None
    add(copy, DAYS[2])
    found = found_by(copies, qtbot)
    assert found is not None
    assert found.sessions == 2
    copies.put_aside(found)
    copy.unlink()
    assert found_by(copies, qtbot) is None


def test_a_copy_taken_in_is_moved_and_the_next_one_told_of(
    copies: ConflictCopies, copy: Path, log: Path, qtbot: QtBot
) -> None:
    next_one = log.with_name("training 3.soleus")
    shutil.copy(log, next_one)
    add(next_one, DAYS[2])
    with qtbot.waitSignal(copies.found) as told:
        copies.put_away(copy)
    assert told.args is not None
    assert told.args[0].path == next_one
    assert (log.parent / "training backups" / copy.name).exists()


def test_a_look_that_is_given_up_tells_nothing(
    copies: ConflictCopies, copy: Path, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(copies.found, wait=50):
        copies.look()
        copies.stop()


def test_a_log_that_cannot_be_read_is_no_matter_here(
    copies: ConflictCopies, copy: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> Iterator[float]:
        yield 0.0
        raise TrackerError("The disk is gone.")

    monkeypatch.setattr(module, "examining", failing)
    with qtbot.assertNotEmitted(copies.found, wait=50):
        copies.look()
        qtbot.waitUntil(lambda: copies._job is None)


@pytest.mark.parametrize("fails", [False, True])
def test_what_ends_too_late_is_forgotten(
    copies: ConflictCopies, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    def steps(*_: object) -> Generator[float, None, tuple[ConflictCopy, ...]]:
        if fails:
            raise RuntimeError("of a job given up")
        yield from ()
        return ()

    monkeypatch.setattr(module, "examining", steps)
    with qtbot.assertNotEmitted(copies.found, wait=50):
        copies.look()
        job = copies._job
        assert job is not None
        job.wait()  # what it says is on its way
        copies.stop()


def test_a_fault_of_our_own_is_not_hidden(
    copies: ConflictCopies, copy: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> Iterator[float]:
        yield 0.0
        raise RuntimeError("ours")

    monkeypatch.setattr(module, "examining", failing)
    with qtbot.captureExceptions() as caught:
        copies.look()
        qtbot.waitUntil(lambda: bool(caught))
    assert str(caught[0][1]) == "ours"
