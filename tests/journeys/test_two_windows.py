"""Two programs on one log: each shows what the other does, and nothing is lost or doubled."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Desk
from tracker.ui.window import program as root
from tracker.ui.window.main_window import MainWindow

Open = Callable[[], MainWindow]


@pytest.fixture
def open_window(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    """Start another program on the same log, with its own settings."""
    desks: list[Desk] = []

    def start() -> MainWindow:
        folder = tmp_path / str(len(desks))
        folder.mkdir()
        desk = Desk(folder, qapp, qtbot)
        desk.log = tmp_path / "training.soleus"
        monkeypatch.setattr(root, "now", lambda: desk.now)
        desks.append(desk)
        return desk.start()

    yield start
    for desk in desks:
        desk.close()


def type_into(window: MainWindow, text: str, row: int = 0) -> None:
    """Type into a cell of the seated table's first column, and press Enter."""
    table = window.log_page.cards[0].table
    table.setCurrentIndex(table.model().index(row, 0))
    table.edit(table.currentIndex())
    editor = table.indexWidget(table.currentIndex())
    assert editor is not None
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def shown(window: MainWindow) -> list[str]:
    """List what the first row of the seated table shows."""
    model = window.log_page.cards[0].table.model()
    return [model.index(0, column).data() for column in range(model.columnCount())]


def test_what_one_window_logs_the_other_shows_by_itself(open_window: Open, qtbot: QtBot) -> None:
    first, second = open_window(), open_window()
    type_into(first, "8x60")
    qtbot.waitUntil(lambda: shown(second) == ["8 × 60", ""])
    assert second.current.session == first.current.session


def test_a_set_changed_in_both_is_refused_in_words_and_then_saved(
    open_window: Open, qtbot: QtBot
) -> None:
    first, second = open_window(), open_window()
    type_into(first, "8x60")
    second.logbook.catch_up()
    type_into(first, "9x60")
    type_into(second, "7x60")  # before it has heard of the 9
    card = second.log_page.cards[0]
    assert "changed meanwhile" in card.message.text()
    assert shown(second) == ["7x60", ""]
    for box in second.findChildren(QMessageBox):
        box.close()
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    assert shown(second) == ["7 × 60", ""]
    first.logbook.catch_up()
    assert shown(first) == ["7 × 60", ""]
    assert len(first.logbook.database.sets_of(first.current.session.id)) == 1


def test_a_window_shows_what_the_other_did_as_soon_as_it_is_gone_to(
    open_window: Open, qtbot: QtBot
) -> None:
    first, second = open_window(), open_window()
    for window in (first, second):
        window._catching_up.stop()
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    type_into(first, "8x60")
    assert shown(second) == ["", ""]
    second.activateWindow()
    qtbot.waitUntil(lambda: shown(second) == ["8 × 60", ""])


def test_a_window_that_is_hidden_asks_for_nothing(open_window: Open) -> None:
    window = open_window()
    assert window._catching_up.isActive()
    window.hide()
    assert not window._catching_up.isActive()
