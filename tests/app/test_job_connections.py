"""A connection belongs to one thread; the open log's own belongs to the GUI thread."""

import ast
import shutil
import sqlite3
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

import tracker
from tests.exchange.logs import TODAY, finished
from tracker.app.backup_list import BackupList
from tracker.app.backup_list import _looking as looking
from tracker.app.export_choice import ExportChoice, Form
from tracker.app.incoming import head_in, incoming
from tracker.app.job import Job
from tracker.app.rescue import rescuing
from tracker.domain.change import Change
from tracker.domain.demo.year import made_up_log
from tracker.domain.session import Session
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.proposal import Answers, building
from tracker.exchange.tables.dialect import Dialect
from tracker.exchange.tables.ours import OUR_TABLES
from tracker.storage import kept_image, quietness
from tracker.storage.backup import backing_up, copying
from tracker.storage.conflict_copies import examining
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


def comparing_with_saved(log: Database, _folder: Path) -> Steps:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept_image, "LARGE", 0)
        patch.setattr(quietness, "QUIET_S", 0.0)
        log.apply(Change.adding(Session(TODAY)))
        log.catch_up()
        steps = log.comparing()
    assert steps is not None
    return steps


def examining_a_conflict_copy(_log: Database, folder: Path) -> Steps:
    shutil.copyfile(folder / "training.soleus", folder / "training (1).soleus")
    return examining(folder / "training.soleus")


def head_of_a_table(_log: Database, folder: Path) -> Steps:
    table = folder / "table.csv"
    table.write_text("date,reps\n2026-11-24,8\n")
    return head_in(table)


# Each place of the program that starts a job, and what it starts.
JOBS: dict[str, dict[str, Callable[[Database, Path], Steps]]] = {
    "app.backup_list.BackupList.start": {"copies looked into": looking_into_copies},
    "app.backups.Backups._start": {
        "the daily backup": lambda _, folder: backing_up(folder / "training.soleus", TODAY),
        "a copy": lambda log, folder: copying(log.image(), folder / "copy.soleus"),
    },
    "app.conflict_copies.ConflictCopies.look": {"copies beside it": examining_a_conflict_copy},
    "app.import_session.ImportSession._build": {"an import compared": comparing},
    "app.import_session.ImportSession._on_job_failed": {"a table unknown": head_of_a_table},
    "app.import_session.ImportSession._read": {"an import read": incoming_copy},
    "app.import_session.ImportSession.ask_columns": {"columns to choose": head_of_a_table},
    "app.logbook.Logbook.catch_up": {"a log compared with what was saved": comparing_with_saved},
    "ui.files.damage_dialog.DamageDialog.__init__": {
        "a rescue": lambda _, folder: rescuing(folder / "training.soleus")
    },
    "ui.files.export_dialog.ExportDialog._start": {
        "an export of files": export(Form.FILES),
        "an export of one archive": export(Form.ARCHIVE),
        "an export of the whole log": export(Form.JSON),
    },
}
WORK = {name: make for started in JOBS.values() for name, make in started.items()}


def starts_of_jobs(node: ast.AST, within: str) -> Iterator[str]:
    """Name the functions and classes around each ``Job(…)`` below a node."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name | ast.Attribute):
            called = child.func.id if isinstance(child.func, ast.Name) else child.func.attr
            if called == Job.__name__:
                yield within
        name = f".{child.name}" if isinstance(child, ast.FunctionDef | ast.ClassDef) else ""
        yield from starts_of_jobs(child, within + name)


def test_every_place_that_starts_a_job_is_listed_here() -> None:
    package = Path(tracker.__file__).parent
    found = {
        each
        for path in package.rglob("*.py")
        for each in starts_of_jobs(
            ast.parse(path.read_text("utf-8")),
            ".".join(path.relative_to(package).with_suffix("").parts),
        )
    }
    assert found == set(JOBS)


@pytest.mark.parametrize("make", WORK.values(), ids=WORK)
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
    assert all("?mode=ro" in place for place in of_the_log)
