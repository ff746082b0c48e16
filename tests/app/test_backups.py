"""The open log is backed up by itself once a day, and when asked."""

import datetime
import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tracker import DamagedLogError, TrackerError
from tracker.app import backups as module
from tracker.app.backups import QUIET_MS, START_MS, Backups
from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.storage.backup import backups_of, folder_of
from tracker.storage.database import Database

STEP, BAR = Equipment("Step"), Equipment("Bar")
DAY = datetime.timedelta(days=1)


class Clock:
    def __init__(self) -> None:
        self.now = datetime.datetime.now(datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def logbook(tmp_path: Path) -> Iterator[Logbook]:
    path = tmp_path / "log.soleus"
    Database.create_with(path, Change.adding(STEP))
    logbook = Logbook(Database.open(path))
    yield logbook
    logbook.database.close()


@pytest.fixture
def log(logbook: Logbook) -> Path:
    assert logbook.database.path is not None
    return logbook.database.path


@pytest.fixture
def backups(logbook: Logbook, clock: Clock, qtbot: QtBot) -> Iterator[Backups]:
    backups = Backups(logbook, clock)
    yield backups
    backups.stop()


def back_up(backups: Backups, qtbot: QtBot) -> None:
    backups.back_up_if_due()
    qtbot.waitUntil(lambda: not backups.is_working)


def failing(*args: object) -> Generator[float, None, Path]:
    yield 0.5
    raise TrackerError("no room")


def test_the_day_s_backup_is_made_once(
    backups: Backups,
    log: Path,
    clock: Clock,
    logbook: Logbook,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Other times of the file may mean another file, which is looked at once it is left alone.
    monkeypatch.setattr("tracker.storage.quietness.QUIET_S", 0.0)
    logbook.database.get_ready()  # as soon after the start
    now = clock.now.timestamp()  # midnight may have passed since the log was made
    os.utime(log, (now, now))
    back_up(backups, qtbot)
    (made,) = backups_of(log)
    before = made.path.stat()
    logbook.apply(Change.adding(BAR), "buy")
    os.utime(log, (now + 60, now + 60))
    back_up(backups, qtbot)
    assert [each.path for each in backups_of(log)] == [made.path]
    assert made.path.stat() == before


def test_it_is_made_a_while_after_the_start_and_after_the_last_change(
    backups: Backups, logbook: Logbook, log: Path
) -> None:
    assert backups._quiet.interval() == START_MS
    assert backups._quiet.isActive()
    logbook.apply(Change.adding(BAR), "buy")
    assert backups._quiet.interval() == QUIET_MS
    assert backups._quiet.isActive()
    backups.stop()
    assert not backups._quiet.isActive()


def test_a_log_in_memory_is_not_backed_up_by_itself(clock: Clock, qtbot: QtBot) -> None:
    logbook = Logbook(Database.in_memory())
    backups = Backups(logbook, clock)
    assert not backups._quiet.isActive()
    backups.back_up_if_due()
    assert not backups.is_working


def test_two_backups_are_not_made_at_once(backups: Backups, log: Path, qtbot: QtBot) -> None:
    backups.back_up_if_due()
    backups.back_up_if_due()
    assert len(backups._jobs) == 1
    qtbot.waitUntil(lambda: not backups.is_working)


def test_a_failure_is_told_once_until_one_was_made_again(
    backups: Backups, log: Path, clock: Clock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[TrackerError] = []
    backups.failed.connect(told.append)
    with monkeypatch.context() as patch:
        patch.setattr(module, "backing_up", failing)
        for _ in range(3):
            back_up(backups, qtbot)
    assert [str(error) for error in told] == ["no room"]
    back_up(backups, qtbot)
    assert len(backups_of(log)) == 1
    clock.now += DAY
    os.utime(log, (clock.now.timestamp(), clock.now.timestamp()))
    monkeypatch.setattr(module, "backing_up", failing)
    back_up(backups, qtbot)
    assert len(told) == 2


def test_a_damaged_log_is_found_out_by_its_backup(
    backups: Backups, log: Path, logbook: Logbook, qtbot: QtBot
) -> None:
    data = bytearray(log.read_bytes())
    data[-4096:] = bytes(4096)
    log.write_bytes(data)
    with qtbot.waitSignal(backups.failed) as failed:
        backups.back_up_if_due()
    error = failed.args and failed.args[0]
    assert isinstance(error, DamagedLogError)
    assert error.path == log
    assert backups_of(log) == []


def test_a_log_that_cannot_be_read_is_told(backups: Backups, log: Path, qtbot: QtBot) -> None:
    folder_of(log).write_text("a file of that name")
    with qtbot.waitSignal(backups.failed) as failed:
        backups.back_up_if_due()
    assert "could not be made" in str(failed.args and failed.args[0])


def test_a_copy_that_was_asked_for_is_told(backups: Backups, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "copy.soleus"
    with qtbot.waitSignal(backups.copied) as copied:
        backups.copy_to(target)
    assert copied.args == [target]
    database = Database.open(target)
    assert database.equipment() == [STEP]
    database.close()


def test_each_copy_that_was_asked_for_and_failed_is_told(
    backups: Backups, tmp_path: Path, qtbot: QtBot
) -> None:
    for _ in range(2):
        with qtbot.waitSignal(backups.failed) as failed:
            backups.copy_to(tmp_path / "nowhere" / "copy.soleus")
        assert "could not be written: no such file" in str(failed.args and failed.args[0])


def test_the_log_itself_is_no_place_for_its_copy(backups: Backups, log: Path) -> None:
    before = log.read_bytes()
    with pytest.raises(TrackerError, match="is the log itself"):
        backups.copy_to(log.parent / "." / log.name)
    assert log.read_bytes() == before


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_another_name_of_the_log_is_no_place_for_its_copy(
    backups: Backups, log: Path, tmp_path: Path, link: Callable[[Path, Path], None]
) -> None:
    before, other = log.read_bytes(), tmp_path / "other name"
    link(log, other)
    with pytest.raises(TrackerError, match=r"is the log itself|is a Soleus log"):
        backups.copy_to(other)
    assert log.read_bytes() == before


def test_another_log_is_no_place_for_a_copy(backups: Backups, log: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.soleus"
    other.write_bytes(log.read_bytes())
    with pytest.raises(TrackerError, match="is a Soleus log"):
        backups.copy_to(other)


def test_a_log_that_was_opened_by_a_link_is_known_by_its_file(
    clock: Clock, log: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    link = tmp_path / "link.soleus"
    link.symlink_to(log)
    logbook = Logbook(Database.open(link))
    backups = Backups(logbook, clock)
    with pytest.raises(TrackerError, match="is the log itself"):
        backups.copy_to(log)
    backups.stop()


def test_a_log_whose_file_is_gone_can_be_kept(
    backups: Backups, log: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    log.unlink()
    with qtbot.waitSignal(backups.copied):
        backups.copy_to(tmp_path / "kept.soleus")
    assert (tmp_path / "kept.soleus").exists()


def test_a_copy_given_up_leaves_nothing_and_is_not_told(
    backups: Backups, log: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*args: object) -> Generator[float, None, Path]:
        while True:
            yield 0.5

    monkeypatch.setattr(module, "backing_up", endless)
    told: list[object] = []
    backups.failed.connect(told.append)
    backups.back_up_if_due()
    backups.stop()
    assert not backups.is_working
    qtbot.wait(1)
    assert told == []
    assert list(folder_of(log).parent.glob(".unfinished*")) == []


@pytest.mark.parametrize("ends", ["well", "badly"])
def test_a_copy_that_ends_as_it_is_given_up_is_not_told(
    backups: Backups, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: str
) -> None:
    def at_once(*args: object) -> Generator[float, None, Path]:
        yield from ()
        if ends == "badly":
            raise TrackerError("no room")
        return tmp_path

    monkeypatch.setattr(module, "copying", at_once)
    told: list[object] = []
    backups.failed.connect(told.append)
    backups.copied.connect(told.append)
    backups.copy_to(tmp_path / "copy.soleus")
    for job in backups._jobs:
        job.wait()
    backups.stop()
    qtbot.wait(1)
    assert told == []


def test_a_fault_of_our_own_is_not_told_as_one_of_the_world(
    backups: Backups, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*args: object) -> Generator[float, None, Path]:
        yield 0.5
        raise KeyError("ours")

    monkeypatch.setattr(module, "copying", wrong)
    with qtbot.captureExceptions() as caught:
        backups.copy_to(tmp_path / "copy.soleus")
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is KeyError
    assert not backups.is_working
