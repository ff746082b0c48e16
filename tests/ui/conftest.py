"""A window's parts on a log in memory, with separate settings and a clock that tests move."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.clocks import Clock
from tracker.app.current_session import CurrentSession
from tracker.app.import_session import ImportSession
from tracker.app.logbook import Logbook
from tracker.app.plan_book import PlanBook
from tracker.app.progress import ProgressData
from tracker.app.rest_timer import RestTimer
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.storage.database import Database
from tracker.ui.log.page import LogPage
from tracker.ui.widgets.faults import Faults
from tracker.ui.window.main_window import MainWindow

NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
LAST_WEEK = NOW.date() - datetime.timedelta(days=7)


class PaintCount(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def stops_within(holder: QWidget) -> Iterator[QWidget]:
    """Iterate over the widgets within another that take the focus, in tab order."""
    each = holder.nextInFocusChain()
    while each is not None and each is not holder:
        takes_keys = each.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if takes_keys and each.focusProxy() is None and holder.isAncestorOf(each):
            yield each
        each = each.nextInFocusChain()


def press(*keys: Qt.Key | str) -> None:
    """Press keys, or type words, wherever the focus is."""
    for key in keys:
        for each in key if isinstance(key, str) else [key]:
            target = QApplication.focusWidget()
            assert target is not None
            if isinstance(each, str):
                QTest.keyClicks(target, each)
            else:
                QTest.keyClick(target, each)


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    """Letters of 16 points, as set by someone who cannot read smaller ones."""
    usual = QApplication.font()
    large = QApplication.font()
    large.setPointSizeF(16)
    QApplication.setFont(large)
    yield
    QApplication.setFont(usual)


@pytest.fixture
def logbook(qapp: QApplication) -> Logbook:
    return Logbook(Database.in_memory())


@pytest.fixture
def faults(qapp: QApplication) -> Faults:
    return Faults()


@pytest.fixture
def clock(qapp: QApplication) -> Clock:
    return Clock()


@pytest.fixture
def current(logbook: Logbook, settings: Settings, clock: Clock) -> CurrentSession:
    timer = RestTimer(clock.seconds, clock.timer)
    began = clock.ns

    def now() -> datetime.datetime:
        return NOW + datetime.timedelta(seconds=(clock.ns - began) // 1_000_000_000)

    return CurrentSession(logbook, settings, now, logbook, rest_timer=timer)


@pytest.fixture
def last_week(logbook: Logbook) -> Session:
    """A session of two rows in each table, a week ago."""
    session = Session(LAST_WEEK, NOW - datetime.timedelta(days=7))
    machine = Equipment("Lever machine")
    sets = [
        LoggedSet(
            session.id,
            exercise,
            side,
            row,
            8,
            load,
            position,
            rir=2.0,
            equipment_id=machine.id,
        )
        for position, (exercise, load, row, side) in enumerate(
            (exercise, load, row, side)
            for exercise, load in ((Exercise.SEATED, 60.0), (Exercise.STANDING, 20.0))
            for row in (1, 2)
            for side in (Side.LEFT, Side.RIGHT)
        )
    ]
    logbook.apply(Change.adding(machine, session, *sets), "last week")
    return session


@pytest.fixture
def book(logbook: Logbook, settings: Settings) -> PlanBook:
    return PlanBook(logbook, ProgressData(logbook, NOW.date, logbook), settings, logbook)


@pytest.fixture
def open_log_page(
    current: CurrentSession, settings: Settings, faults: Faults, qtbot: QtBot
) -> Callable[[], LogPage]:
    pages: list[LogPage] = []  # held, or Python would take the page away with its widgets

    def open_() -> LogPage:
        page = LogPage(current, settings, faults)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(1000, 700)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(lambda: any(card.table.hasFocus() for card in page.cards))
        return page

    return open_


@pytest.fixture
def window(
    logbook: Logbook, current: CurrentSession, settings: Settings, qtbot: QtBot
) -> Iterator[MainWindow]:
    window = MainWindow(logbook, current, settings, "training")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.log_page.cards[0].table.hasFocus)
    yield window
    window.close()


@pytest.fixture
def open_import(logbook: Logbook, tmp_path: Path, qtbot: QtBot) -> Callable[[str], ImportSession]:
    """Open the import with a file of this text, and wait until it is read and compared."""
    session = ImportSession(logbook)

    def open_(text: str) -> ImportSession:
        path = tmp_path / "file.csv"
        path.write_text(text, encoding="utf-8")
        session.open(path)
        qtbot.waitUntil(lambda: not session.is_working)
        return session

    return open_
