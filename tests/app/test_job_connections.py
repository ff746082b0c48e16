"""A connection belongs to one thread; the open log's own belongs to the GUI thread."""

import shutil
import sqlite3
import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.exchange.logs import TODAY, finished
from tracker.app.backup_list import BackupList
from tracker.app.backup_list import _looking as looking
from tracker.app.export_choice import ExportChoice, Form
from tracker.app.incoming import incoming
from tracker.app.job import Job
from tracker.app.rescue import rescuing
from tracker.domain.change import Change
from tracker.domain.demo.year import made_up_log
from tracker.domain.session import Session
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.proposal import Answers, building
from tracker.exchange.tables.dialect import Dialect
from tracker.exchange.tables.ours import OUR_TABLES
from tracker.storage.backup import backing_up, copying
from tracker.storage.database import Database

Steps = Generator[float, None, Any]


@pytest.fixture
def log(tmp_path: Path) -> Database:
    path = tmp_path / "training.soleus"
    Database.create_with(path, made_up_log(TODAY, 1, 3))
    return Database.open(path)


@pytest.mark.parametrize(
    "touch",
    [
        lambda log: log.sessions(),
        lambda log: list(log.entries()),
        lambda log: log.set_columns(),
        lambda log: log.image(),
        lambda log: log.apply(Change.adding(Session(TODAY))),
    ],
    ids=["sessions", "entries", "columns", "image", "apply"],
)
def test_a_job_that_touches_the_open_logs_own_connection_fails(
    log: Database, touch: Callable[[Database], object], qtbot: QtBot
) -> None:
    def steps() -> Steps:
        yield 0.0
        touch(log)

    before = log.sessions()
    job = Job(steps())
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
    job.wait()
    assert failed.args is not None
    assert isinstance(failed.args[0], sqlite3.ProgrammingError)
    assert "thread" in str(failed.args[0])
    assert log.sessions() == before


def incoming_copy(_log: Database, folder: Path) -> Steps:
    shutil.copyfile(folder / "training.soleus", folder / "other.soleus")
    return incoming(folder / "other.soleus")


def looking_into_copies(_log: Database, folder: Path) -> Steps:
    finished(backing_up(folder / "training.soleus", TODAY))
    backups = BackupList(folder / "training.soleus")
    return looking([each.path for each in backups.backups], backups.holdings)


def comparing(log: Database, folder: Path) -> Steps:
    found = finished(incoming_copy(log, folder))
    return building(found, Answers({}), LogSoFar.of(log, found))


def export(form: Form) -> Callable[[Database, Path], Steps]:
    return lambda log, folder: ExportChoice(
        form, OUR_TABLES, TODAY, TODAY, Dialect(), folder / "out", TODAY
    ).writing(log)


JOBS: dict[str, Callable[[Database, Path], Steps]] = {
    "an import read": incoming_copy,
    "an import compared": comparing,
    "an export of files": export(Form.FILES),
    "an export of one archive": export(Form.ARCHIVE),
    "an export of the whole log": export(Form.JSON),
    "the daily backup": lambda _, folder: backing_up(folder / "training.soleus", TODAY),
    "a copy": lambda log, folder: copying(log.image(), folder / "copy.soleus"),
    "copies looked into": looking_into_copies,
    "a rescue": lambda _, folder: rescuing(folder / "training.soleus"),
}


@pytest.mark.parametrize("make", JOBS.values(), ids=JOBS)
def test_every_job_opens_its_own_and_writes_to_no_open_log(
    log: Database,
    make: Callable[[Database, Path], Steps],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    steps, connect = make(log, tmp_path), sqlite3.connect
    opened: list[tuple[str, int]] = []

    def recorded(place: Any, *args: Any, **options: Any) -> sqlite3.Connection:
        opened.append((str(place), threading.get_ident()))
        connection: sqlite3.Connection = connect(place, *args, **options)
        return connection

    monkeypatch.setattr(sqlite3, "connect", recorded)
    job = Job(steps)
    # It ends well only if it lets the log's own connection be: SQLite refuses another thread.
    with qtbot.waitSignal(job.finished, timeout=30_000):
        job.start()
    job.wait()
    assert all(thread != threading.get_ident() for _, thread in opened)
    of_the_log = [place for place, _ in opened if "training.soleus" in Path(place).name]
    assert all(place.endswith("?mode=ro") for place in of_the_log)
