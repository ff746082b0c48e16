"""A progress page on a log in memory, and short words for training and clicking."""

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tracker.app.logbook import Logbook
from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.storage.database import Database
from tracker.ui.progress.page import ProgressPage
from tracker.ui.widgets.cards import SegmentedControl
from tracker.ui.widgets.faults import Faults

SEATED, STANDING, BENT = Exercise
LEFT, RIGHT, BOTH = Side
TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)


class Desk:
    """The page on a log in memory, and short words for training and clicking."""

    def __init__(self, folder: Path) -> None:
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.logbook = Logbook(Database.in_memory())
        self.data = ProgressData(self.logbook, lambda: TODAY, self.logbook)
        self.page = ProgressPage(self.settings, self.data, Faults())

    def train(
        self,
        day: datetime.date,
        *loads: tuple[Exercise, Side, float],
        reps: int = 10,
        rir: float | None = 0,
        set_type: SetType = SetType.WORK,
    ) -> Session:
        session = Session(day)
        sets = [
            LoggedSet(session.id, exercise, side, 1, reps, kg, place, rir=rir, set_type=set_type)
            for place, (exercise, side, kg) in enumerate(loads)
        ]
        self.logbook.apply(Change.adding(session, *sets), "train")
        return session

    def weigh(self, kg: float) -> None:
        self.logbook.apply(Change.adding(Bodyweight(TODAY, kg)), "weigh")

    def both_legs(self, back: int, left: float = 60, right: float = 63) -> Session:
        return self.train(
            TODAY - back * DAY,
            (SEATED, LEFT, left),
            (SEATED, RIGHT, right),
            (STANDING, LEFT, 10),
            (STANDING, RIGHT, 12),
        )

    def choose(self, control: SegmentedControl, text: str) -> None:
        buttons = control.findChildren(QAbstractButton)
        button = next(each for each in buttons if each.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def days_in_view(self) -> list[int]:
        return [round(day) for day in self.page.strength.chart.days_in_view]

    def words(self) -> list[str]:
        return [card.chart.accessibleDescription() for card in self.page.cards]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    qtbot.addWidget(desk.page)
    desk.page.resize(1132, 770)
    desk.page.show()
    return desk
