"""What every test shares: no display, no blocking dialog, no file of the developer's."""

import gc
import os
import sqlite3
import sys
import threading
import time
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from coverage import Coverage
from hypothesis import settings
from xdist.scheduler import WorkStealingScheduling

from tests.screen import PLATFORM

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tracker.app.garbage import Generations

LONGEST_MS = 60_000

# Before any Qt import: tests read English, and days as the language C has them, everywhere.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

# A busy machine is no fault of the code; speed is measured by tests/benchmarks.
settings.register_profile("soleus", deadline=None)
settings.load_profile("soleus")

if "--headed" not in sys.argv:
    # Before any Qt import: the platform is chosen once.
    os.environ["QT_QPA_PLATFORM"] = PLATFORM


# As in the running program: a window that is collected within Qt's own work crashes it.
gc.disable()


@pytest.fixture(scope="session")
def generations() -> "Generations":
    """What is garbage-collected between tests, as between events in the running program."""
    from tracker.app.garbage import Generations

    return Generations()


@pytest.fixture(autouse=True)
def garbage_waits_for_the_end(generations: "Generations") -> Iterator[None]:
    """Collect a test's garbage after it has ended."""
    yield
    generations.collect_due()


@pytest.fixture(autouse=True)
def logs_are_let_go_of(
    monkeypatch: pytest.MonkeyPatch, garbage_waits_for_the_end: None
) -> Iterator[None]:
    """Close the logs that a test has opened after it, before they become garbage."""
    from tracker.storage.database import Database

    opened: list[Database] = []
    begin = Database.__init__

    def remembered(database: Database, connection: sqlite3.Connection, path: Path | None) -> None:
        begin(database, connection, path)
        if threading.current_thread() is threading.main_thread():  # others close their own
            opened.append(database)

    monkeypatch.setattr(Database, "__init__", remembered)
    yield
    # Not imported: a test may have taken away what an import of Qt needs.
    widgets = sys.modules.get("PySide6.QtWidgets")
    # A window that a test has left reads its log as long as it can be seen.
    for window in widgets.QApplication.topLevelWidgets() if widgets else ():
        window.hide()
    for database in opened:
        database.close()


@pytest.fixture(autouse=True, scope="session")
def nobodys_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the program and Qt folders that are not the developer's."""
    # Pytest clears its folders away at a later run: Qt still writes when everything is over.
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        yield


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Use one process more than there are processors, because each sometimes waits for the disk."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> WorkStealingScheduling:
    """Let an idle process take tests from another, because the journeys at the end take longest."""
    return WorkStealingScheduling(config, log)


def counts(item: pytest.Item, coverage: Coverage) -> bool:
    """Tell whether what a test executes counts as covered.

    Code that is reached only by chance, or by another room's tests, is not guarded by a test.
    Tracing also makes windows, journeys and damage take twice as long, and made-up examples three
    times as long.
    """
    rooms = coverage.get_option("run:source")
    assert isinstance(rooms, list)
    is_of_a_room = not {Path(room).name for room in rooms}.isdisjoint(item.path.parts)
    return is_of_a_room and item.get_closest_marker("hypothesis") is None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Trace only the tests that must cover the rooms."""
    coverage = Coverage.current()
    if coverage is None or counts(item, coverage):
        return (yield)
    coverage.stop()
    try:
        return (yield)
    finally:
        coverage.start()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--headed", action="store_true", help="use the display there is")


@pytest.fixture
def qtbot(qapp: "QApplication", request: pytest.FixtureRequest) -> "QtBot":
    """Wait as long as a busy machine needs; only a failing test ever waits that long."""
    from pytestqt.qtbot import QtBot

    bot = QtBot(request)
    for name in ("waitSignal", "waitSignals", "waitUntil", "waitExposed"):
        setattr(bot, name, partial(getattr(bot, name), timeout=LONGEST_MS))
    return bot


@pytest.fixture
def in_berlin() -> Iterator[None]:
    """Set the local time zone to Berlin: one hour ahead of UTC, in summer two."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def english() -> Iterator[None]:
    """Write days, times and numbers in English, whatever the C locale is."""
    from PySide6.QtCore import QLocale

    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def german(qapp: "QApplication") -> Iterator[None]:
    """Speak German, as a program started with it does, and English again afterwards."""
    from PySide6.QtCore import QLocale, QTranslator

    from tracker.app.language import Language, speak

    before, had = QLocale(), set(qapp.findChildren(QTranslator))
    speak(Language.GERMAN, qapp)
    yield
    QLocale.setDefault(before)
    for translator in set(qapp.findChildren(QTranslator)) - had:
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture(autouse=True)
def the_next_test_has_the_same_look_and_locale() -> Iterator[None]:
    """Take back the locale, the style sheet and the colours that a test has set."""
    from PySide6.QtCore import QLocale

    before = QLocale()
    yield
    QLocale.setDefault(before)
    # Not imported here: a test may have taken Python's import away.
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = None if widgets is None else widgets.QApplication.instance()
    if widgets is not None and isinstance(application, widgets.QApplication):
        usual = application.style().standardPalette()
        if application.styleSheet():
            application.setStyleSheet("")
        if application.palette() != usual:
            application.setPalette(usual)


@pytest.fixture(autouse=True)
def no_dialog_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forbid blocking dialogs, which would hang the run; tests answer non-blocking ones."""
    from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QMessageBox

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a test must not wait for a person")

    for kind in (QDialog, QMenu, QMessageBox, QFileDialog):
        monkeypatch.setattr(kind, "exec", refuse)
    for name in ("information", "question", "warning", "critical"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    for name in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)
