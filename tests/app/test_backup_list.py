"""The copies of a log, looked into one after the other."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.storage.test_backup import DAY, NOW, back_up, change
from tracker import TrackerError
from tracker.app.backup_list import BackupList
from tracker.domain.change import Change
from tracker.domain.session import Session
from tracker.storage.checking import Flaw, Holdings
from tracker.storage.database import Database

HELD = Holdings(1, 0, NOW.date(), NOW.date())


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "training.soleus"
    Database.create_with(path, Change.adding(Session(NOW.date())))
    for number in range(3):
        change(path, NOW + number * DAY)
        back_up(path, NOW + number * DAY)
    return path


def test_each_copy_is_looked_into_and_told(log: Path, qtbot: QtBot) -> None:
    backups = BackupList(log)
    backups.backups[1].path.write_text("rubbish")
    backups.backups[2].path.unlink()
    looked: list[int] = []
    backups.looked.connect(looked.append)
    assert backups.holdings == [None] * 3
    backups.start()
    assert backups.is_working
    qtbot.waitUntil(lambda: not backups.is_working)
    assert looked == [0, 1, 2]
    assert backups.holdings == [
        HELD,
        Holdings(flaw=Flaw.NO_LOG),
        Holdings(flaw=Flaw.UNREADABLE),
    ]


def test_a_file_that_is_in_no_list_is_put_first(log: Path, qtbot: QtBot) -> None:
    backups = BackupList(log)
    backups.start()
    backups.choose(log)
    assert backups.backups[0].path == log
    assert backups.backups[0].kind is None
    qtbot.waitUntil(lambda: not backups.is_working)
    assert backups.holdings == [HELD] * 4
    with pytest.raises(TrackerError):
        backups.choose(log.with_name("nowhere.soleus"))
    backups.stop()


def test_a_file_that_never_answers_is_left_to_itself(
    log: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    is_stuck = threading.Event()

    def stuck(path: Path) -> Holdings:
        if path.name == "stuck.soleus":
            is_stuck.set()
            assert answers.wait(60)
            return Holdings(99)
        return HELD

    monkeypatch.setattr("tracker.app.backup_list.look_into", stuck)
    backups = BackupList(log)
    stuck_file = log.with_name("stuck.soleus")
    stuck_file.touch()
    backups.choose(stuck_file)
    assert is_stuck.wait(60)
    (left,) = (each for each in threading.enumerate() if each.name == "job" and each.daemon)
    backups.choose(log)
    assert left.is_alive()
    answers.set()
    left.join()
    qtbot.waitUntil(lambda: not backups.is_working)
    # What the first told at last is of its own list, and in the place of no other file.
    assert [backup.path for backup in backups.backups[:2]] == [log, stuck_file]
    assert backups.holdings == [HELD, Holdings(99), HELD, HELD, HELD]


def test_a_log_without_backups_has_an_empty_list(tmp_path: Path, qtbot: QtBot) -> None:
    backups = BackupList(tmp_path / "log.soleus")
    backups.start()
    qtbot.waitUntil(lambda: not backups.is_working)
    assert backups.backups == []


def test_what_a_job_says_that_was_left_is_not_heard(log: Path, qtbot: QtBot) -> None:
    backups = BackupList(log)
    backups.start()
    with qtbot.assertNotEmitted(backups.looked):
        # As what was on its way when the job was left: it comes from no job of this list.
        backups._on_job_progressed(1.0)
        backups._on_job_finished()
    assert backups.is_working
    backups.stop()
    backups.stop()


def test_what_was_looked_into_is_not_looked_into_again(log: Path, qtbot: QtBot) -> None:
    backups = BackupList(log)
    backups.start()
    qtbot.waitUntil(lambda: not backups.is_working)
    for each in backups.backups:
        each.path.write_text("rubbish since")
    backups.choose(log)
    qtbot.waitUntil(lambda: not backups.is_working)
    assert backups.holdings == [HELD] * 4
