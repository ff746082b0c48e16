"""A window's parts on a log in memory, with settings of their own and a clock to be moved."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.clocks import Clock
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.rest_timer import RestTimer
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.storage.database import Database
from tracker.ui.faults import Faults
from tracker.ui.main_window import MainWindow

NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
LAST_WEEK = NOW.date() - datetime.timedelta(days=7)


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


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
