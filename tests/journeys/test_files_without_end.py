"""Files that never end, never answer, or grow when they are read: the window goes on meanwhile."""

import os
import resource
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractTableModel, QObject, QTimer
from PySide6.QtWidgets import QMessageBox

from tests.durability.desk import running, type_value, wait_until
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.exchange.importing.containers import Contents
from tracker.storage.database import Database
from tracker.ui.files.damage_dialog import DamageDialog
from tracker.ui.files.import_dialog import ImportDialog
from tracker.ui.files.restore_dialog import RestoreDialog
from tracker.ui.window.main_window import MainWindow

ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT"
MOST_STILL_S = 20.0  # on a very busy machine; a window that is frozen is so for good
MOST_ROOM = 1 << 31  # bytes
HEADINGS = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"


class Beat(QObject):
    """Measures for how long the event loop was blocked."""

    def __init__(self) -> None:
        super().__init__()
        self.stillest_s = 0.0
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start(5)

    def _on_timer_timeout(self) -> None:
        now = time.monotonic()
        self.stillest_s = max(self.stillest_s, now - self._last)
        self._last = now


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def device(_path: Path) -> Path:
    return Path("/dev/zero")


def log_with_a_view(path: Path) -> Path:
    Database.create_with(path, Change.adding(Equipment("Step")))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DROP VIEW set_details")
        connection.execute("PRAGMA legacy_alter_table = ON")
        connection.execute("ALTER TABLE equipment RENAME TO old")
        connection.execute(f"CREATE VIEW equipment AS {ENDLESS} x AS id, x AS name FROM c")
    return path


def backup_with_a_view(path: Path) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT)")
        connection.execute("CREATE TABLE training_log (_id, exercise_id, date)")
        connection.execute(f"CREATE VIEW comment AS {ENDLESS} x AS owner_id FROM c")
    return path


def commas(path: Path) -> Path:
    path.write_text(HEADINGS + "2026-01-01,Seated Calf Raise,Legs," + "1," * 10_000_000 + ",8,c\n")
    return path


def too_many_commas(path: Path) -> Path:
    path.write_bytes(b"," * 200_000_000)
    return path


def blank_lines(path: Path) -> Path:
    path.write_text(HEADINGS + "\n" * 30_000_000)
    return path


FILES = (pipe, device, log_with_a_view, backup_with_a_view, commas, too_many_commas, blank_lines)
Make = Callable[[Path], Path]


@pytest.fixture
def window(tmp_path: Path) -> Iterator[MainWindow]:
    with running(tmp_path / "own.soleus") as window:
        yield window


def texts_of(model: QAbstractTableModel) -> list[list[str]]:
    """Return the texts of each row of a table."""
    columns = range(model.columnCount())
    return [
        [str(model.index(row, column).data()) for column in columns]
        for row in range(model.rowCount())
    ]


@pytest.mark.parametrize("make", FILES)
def test_a_file_chosen_to_be_imported_is_told_in_words(
    make: Make, window: MainWindow, tmp_path: Path
) -> None:
    file = make(tmp_path / "hostile")
    beat = Beat()
    window.dialogs.import_file(file)
    (dialog,) = window.findChildren(ImportDialog)
    wait_until(lambda: not dialog.session.is_working)
    if make is commas:  # one line of it is at fault, not the file
        (told,) = texts_of(dialog.left_out)
        assert "This line has 10,000,006 cells." in told
    else:
        assert str(file) in dialog.message.text()
    assert not dialog.take_in.isEnabled()
    dialog.reject()
    wait_until(lambda: beat.stillest_s > 0)
    assert beat.stillest_s < MOST_STILL_S


@pytest.mark.parametrize("make", FILES)
def test_a_file_chosen_to_be_restored_opened_or_rescued_is_told_in_words(
    make: Make, window: MainWindow, tmp_path: Path
) -> None:
    file = make(tmp_path / "hostile")
    beat = Beat()
    window.dialogs.open_restore()
    (dialog,) = window.findChildren(RestoreDialog)
    dialog._on_file_selected(str(file))
    wait_until(lambda: not dialog.backups.is_working)
    assert not dialog.restore.isEnabled()
    dialog.reject()
    damage = DamageDialog(file, window)
    damage.open()
    wait_until(lambda: damage.rescue is not None or damage.message.isVisible())
    damage.reject()
    window.dialogs.log_asked.emit(file, False)
    told = [box.text() for box in window.findChildren(QMessageBox)]
    told += [each.words.text() for each in window.findChildren(DamageDialog) if each.isVisible()]
    assert file.name in "".join(told)
    wait_until(lambda: beat.stillest_s > 0)
    assert beat.stillest_s < MOST_STILL_S


def test_a_file_that_never_answers_holds_up_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_stuck, answers = threading.Event(), threading.Event()

    def stuck(path: Path, _stack: ExitStack) -> Contents:
        is_stuck.set()
        assert answers.wait(60)
        return Contents(str(path), "", 0, BytesIO())

    monkeypatch.setattr("tracker.exchange.importing.containers.file_at", stuck)
    beat = Beat()
    window.dialogs.import_file(tmp_path / "far.csv")
    (dialog,) = window.findChildren(ImportDialog)
    wait_until(is_stuck.is_set)
    dialog.reject()
    type_value(window, "8x60")
    assert len(window.logbook.database.set_ids()) == 1
    wait_until(lambda: beat.stillest_s > 0)
    assert beat.stillest_s < MOST_STILL_S
    (thread,) = (each for each in threading.enumerate() if each.name == "job" and each.daemon)
    answers.set()
    thread.join()


def a_name_in_each_set(path: Path) -> Path:
    """A FitNotes backup of 20 MB, whose 5,000 sets all have the same long name."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(
            "CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT);"
            "CREATE TABLE training_log (_id, exercise_id, date, metric_weight, reps);"
            "INSERT INTO exercise VALUES (1, hex(zeroblob(10000000)));"
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 5000) "
            "INSERT INTO training_log SELECT x, 1, '2026-01-01', 60, 8 FROM c"
        )
    return path


def one_page_again_and_again(path: Path) -> Path:
    """A log of which 2,000 rows claim the same 20 MB."""
    Database.create_with(path, Change.adding(Equipment("Step")))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE equipment SET id = hex(zeroblob(10000000))")
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'equipment'"
        (root,) = connection.execute(sql).fetchone()
    data = path.read_bytes()
    path.write_bytes(data + 2000 * data[(root - 1) * 4096 : root * 4096])
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="bounds the room of a process")
@pytest.mark.parametrize(
    ("command", "make"),
    [
        *(("import", make) for make in (device, commas, too_many_commas, blank_lines)),
        ("import", a_name_in_each_set),
        ("recover", one_page_again_and_again),
    ],
)
def test_no_file_takes_more_room_than_there_is(command: str, make: Make, tmp_path: Path) -> None:
    file, new = make(tmp_path / "hostile"), str(tmp_path / "new.soleus")
    arguments = [new, str(file)] if command == "import" else [str(file), "-o", new]
    limits = (MOST_ROOM, MOST_ROOM)
    ended = subprocess.run(
        [sys.executable, "-m", "tracker", command, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, limits),
    )
    assert ended.returncode in (0, 1, 2)
    lines = ended.stderr.splitlines()
    assert all(line.startswith("soleus: ") for line in lines), ended.stderr
    assert bool(lines) is (ended.returncode != 0)
    assert ended.returncode == 0 or str(file) in lines[0]
