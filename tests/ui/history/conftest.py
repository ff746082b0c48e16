"""A visible history page, and what a runner does with it."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.ui.history.columns import HistoryColumn
from tracker.ui.history.page import HistoryPage
from tracker.ui.widgets.faults import Faults

SEATED, STANDING, BENT = Exercise
LEFT, RIGHT, BOTH = Side
TODAY = datetime.date(2026, 11, 24)
Display = Qt.ItemDataRole.DisplayRole


class Desk:
    """A visible history page, and short words for what a runner does with it."""

    def __init__(self, page: HistoryPage, logbook: Logbook, qtbot: QtBot) -> None:
        self.page, self.logbook, self.qtbot = page, logbook, qtbot
        self.table, self.model = page.table, page.model

    def train(
        self, ago: int, *loads: tuple[Exercise, Side, float], note: str = "", hour: int = 18
    ) -> Session:
        day = TODAY - datetime.timedelta(days=ago)
        instant = datetime.datetime(day.year, day.month, day.day, hour, 5, tzinfo=datetime.UTC)
        session = Session(day, instant, note)
        sets = [
            LoggedSet(session.id, exercise, side, place + 1, 10, kg, place, rir=0)
            for place, (exercise, side, kg) in enumerate(loads)
        ]
        self.logbook.apply(Change.adding(session, *sets), "train")
        return session

    def column(self, column: HistoryColumn) -> list[str]:
        return [self.text(row, column) for row in range(self.model.rowCount())]

    def text(self, row: int, column: HistoryColumn, role: int = Display) -> Any:
        return self.model.index(row, column).data(role)

    def stand_at(self, row: int, column: HistoryColumn = HistoryColumn.DATE) -> QModelIndex:
        self.table.setFocus()
        index = self.model.index(row, column)
        self.table.stand_on(index)
        return index

    def press(self, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.table, key, modifier)

    def edit(self, row: int, column: HistoryColumn, text: str) -> None:
        """Edit the note by keyboard, from a cell of its row."""
        self.stand_at(row, column)
        self.press(Qt.Key.Key_F2)
        self.type(text)

    def move(self, row: int, day: str) -> None:
        """Type another day for a session."""
        self.stand_at(row, HistoryColumn.DATE)
        self.table.edit_cell(HistoryColumn.DATE)
        self.type(day)

    def type(self, text: str) -> None:
        """Type over what is being edited, and press Enter."""
        line = self.line()
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def selected(self) -> list[Session]:
        return [row.session for row in self.table.selected_rows()]

    def line(self) -> QLineEdit:
        found = QApplication.focusWidget()
        assert isinstance(found, QLineEdit)
        assert found.objectName() == "cell"
        return found


@pytest.fixture
def make_page(
    logbook: Logbook, settings: Settings, faults: Faults, qtbot: QtBot
) -> Callable[[], Desk]:
    def make() -> Desk:
        page = HistoryPage(logbook, settings, faults, TODAY)
        page.resize(900, 500)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitExposed(page)
        return Desk(page, logbook, qtbot)

    return make


@pytest.fixture
def desk(make_page: Callable[[], Desk]) -> Desk:
    return make_page()


@pytest.fixture
def three(desk: Desk) -> list[Session]:
    """Three sessions, oldest first: 14, 7 and 0 days ago."""
    return [
        desk.train(14, (SEATED, LEFT, 60), (SEATED, RIGHT, 66), note="Achilles stiff"),
        desk.train(7, (SEATED, LEFT, 75), note="Slept badly"),
        desk.train(0, (SEATED, LEFT, 63), (STANDING, RIGHT, 20)),
    ]


def sort(desk: Desk, column: HistoryColumn) -> None:
    """Click a column's title."""
    header = desk.table.horizontalHeader()
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, header.height() // 2)
    )
