"""What is logged stays with its owner: files that nobody else may read, and no network at all."""

import datetime
import os
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from tests.durability.desk import running, told, type_value
from tests.durability.full_disk import TODAY, make_log, run_command
from tracker.cli.terminal import finished
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.storage.backup import backing_up, folder_of
from tracker.storage.database import Database
from tracker.storage.put_back import restore
from tracker.storage.salvage import recover, salvaging

NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
OWNER_ONLY = 0o600


@pytest.fixture(autouse=True)
def careless() -> Iterator[None]:
    """A system on which everybody can read new files unless the program forbids it."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return make_log(tmp_path / "log.soleus")


def test_a_log_stays_private_when_it_is_written_anew_and_renamed(log: Path) -> None:
    connection = sqlite3.connect(log)
    connection.execute("VACUUM")
    connection.close()
    assert mode(log) == OWNER_ONLY
    renamed = log.rename(log.with_name("other.soleus"))
    database = Database.open(renamed)
    database.apply(Change.adding(Equipment("Bar")))
    database.close()
    assert mode(renamed) == OWNER_ONLY


def test_the_journal_of_a_change_is_as_private_as_the_log(log: Path) -> None:
    database = Database.open(log)
    with database._writing():
        database._db.execute("DELETE FROM sets")
        journal = log.with_name("log.soleus-journal")
        assert mode(journal) == OWNER_ONLY
    database.close()


def test_backups_and_what_is_put_back_are_private(log: Path, tmp_path: Path) -> None:
    finished(backing_up(log, TODAY), "")
    folder = folder_of(log)
    assert mode(folder) == 0o700
    readable = tmp_path / "readable.soleus"
    readable.write_bytes(log.read_bytes())
    assert mode(readable) != OWNER_ONLY
    restore(log, readable, NOW)
    assert mode(log) == OWNER_ONLY
    recover(log, finished(salvaging(log), ""), NOW)
    assert mode(log) == OWNER_ONLY
    assert len(list(folder.iterdir())) == 3
    assert {mode(each) for each in folder.iterdir()} == {OWNER_ONLY}


def test_exports_are_private(log: Path, tmp_path: Path) -> None:
    folder = tmp_path / "csv"
    folder.mkdir()
    assert run_command("export", str(log), "--to", str(folder)) == (0, "")
    modes = {each.name: mode(each) for each in folder.iterdir()}
    assert {"sets.csv", "weekly.csv"} <= set(modes)
    assert set(modes.values()) == {OWNER_ONLY}


def test_the_program_log_of_a_session_tells_nothing_of_it(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    log = tmp_path / "annas calves.soleus"
    with running(log) as window:
        type_value(window, "8x60 # my Achilles")
        window.logbook.database._connection.execute("PRAGMA query_only = ON")
        type_value(window, "9x97.25 # still hurts", column=1)
        assert told(window) != []
        window.dialogs.program_log_asked.emit()
    folder = tmp_path / "program"
    text = (folder / "soleus.log").read_text()
    assert mode(folder) == 0o700
    assert mode(folder / "soleus.log") == OWNER_ONLY
    assert "TrackerError" in text
    for word in ("Achilles", "hurts", "97.25", "annas", str(tmp_path)):
        assert word not in text


def test_a_session_is_logged_without_a_socket(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("the program asked for the network")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    log = tmp_path / "log.soleus"
    with running(log) as window:
        for row in range(3):
            type_value(window, "8x60", row)
        window.show_progress()
        window.show_history()
        window.show_log()
        window.logbook.undo()
        window.dialogs.open_about()
    assert run_command("export", str(log), "--to", str(tmp_path)) == (0, "")
    assert run_command("check", str(log)) == (0, "")
