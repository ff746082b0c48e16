"""A log in memory with a session on it, and a clock that can be set."""

import datetime
from pathlib import Path

from PySide6.QtCore import QSettings

from tests.clocks import Clock
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.rest_timer import RestTimer
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.session import LoggedSet, Session, Tempo
from tracker.storage.database import Database

SEATED, STANDING, BENT = Exercise
L, R, BOTH = Side
NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))
TODAY = NOW.date()
LAST_WEEK = TODAY - datetime.timedelta(days=7)


class Desk:
    """A log in memory with a session on it, and a clock that can be set."""

    def __init__(self, folder: Path) -> None:
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.now = NOW
        self.settings = Settings(store)
        self.logbook = Logbook(Database.in_memory())
        self.clock = Clock()
        self.current = self.reopen()

    def reopen(self) -> CurrentSession:
        timer = RestTimer(self.clock.seconds, self.clock.timer)
        self.current = CurrentSession(
            self.logbook, self.settings, lambda: self.now, self.logbook, rest_timer=timer
        )
        return self.current

    def wait(self, seconds: float) -> None:
        self.now += datetime.timedelta(seconds=seconds)
        self.clock.pass_s(seconds)

    def log_last_week(self) -> tuple[Session, list[LoggedSet]]:
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
                pain_during=1,
                note="felt well",
                equipment_id=machine.id,
                tempo=Tempo(3, 0, 3, 0),
            )
            for position, (exercise, row, side, load) in enumerate(
                (exercise, row, side, load)
                for exercise, load in ((SEATED, 60.0), (STANDING, 20.0))
                for row in (1, 2)
                for side in (L, R)
            )
        ]
        self.logbook.apply(Change.adding(machine, session, *sets), "last week")
        return session, sets

    def texts(self) -> list[tuple[Exercise, int, Side, int, float]]:
        return [
            (each.exercise, each.set_no, each.side, each.reps, each.external_kg)
            for each in self.current.sets
        ]
