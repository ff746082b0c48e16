"""One exercise's sets as a table that takes the notation."""

import datetime
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.domain.set_grid import Cell
from tracker.ui.log.set_model import (
    BEST_ROLE,
    DRAFT_ROLE,
    SetTableModel,
)
from tracker.ui.log.set_table import SetTable
from tracker.ui.widgets.faults import Faults

SEATED, STANDING, _ = Exercise
LEFT, RIGHT, BOTH = Side
Key = Qt.Key
FIRST = Cell(SEATED, 1, LEFT)


@pytest.fixture
def model(current: CurrentSession, settings: Settings, faults: Faults) -> SetTableModel:
    return SetTableModel(current, settings, faults, SEATED)


@pytest.fixture
def table(model: SetTableModel, qtbot: QtBot) -> SetTable:
    table = SetTable(model)
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    qtbot.waitExposed(table)
    return table


def line_of(table: SetTable) -> QLineEdit:
    line = table.indexWidget(table.currentIndex())
    assert isinstance(line, QLineEdit)
    return line


def write(table: SetTable, text: str) -> None:
    """Type over a cell: the first key opens its editor, which gets the others."""
    QTest.keyClicks(table, text[0])
    QTest.keyClicks(line_of(table), text[1:])


def test_enter_takes_over_what_is_expected_and_goes_on(
    last_week: Session, table: SetTable, current: CurrentSession, qtbot: QtBot
) -> None:
    assert table.stand_at(FIRST)
    with qtbot.waitSignal(table.entered) as entered:
        QTest.keyClick(table, Key.Key_Return)
    assert entered.args == [FIRST]
    assert len(current.sets) == 1


def test_enter_on_an_empty_cell_asks_where_to_go(table: SetTable, qtbot: QtBot) -> None:
    table.stand_at(FIRST)
    with qtbot.waitSignal(table.left_empty) as left:
        QTest.keyClick(table, Key.Key_Return)
    assert left.args == [FIRST]


def test_typing_writes_over_and_enter_saves(
    last_week: Session, table: SetTable, current: CurrentSession, qtbot: QtBot
) -> None:
    table.stand_at(FIRST)
    write(table, "9x65")
    assert line_of(table).text() == "9x65"
    with qtbot.waitSignals([table.entered, table.line_closed]):
        QTest.keyClick(line_of(table), Key.Key_Return)
    assert [(each.reps, each.external_kg) for each in current.sets] == [(9, 65.0)]


def test_escape_leaves_a_cell_as_it_was(
    last_week: Session, table: SetTable, current: CurrentSession
) -> None:
    table.stand_at(FIRST)
    write(table, "9x65")
    QTest.keyClick(line_of(table), Key.Key_Escape)
    assert current.sets == []
    assert table.currentIndex().data() == "8 × 60"


def test_a_draft_written_over_stands_there_again_when_that_is_given_up(
    table: SetTable, model: SetTableModel, current: CurrentSession
) -> None:
    table.stand_at(FIRST)
    model.setData(model.index_of(FIRST), "lots")
    write(table, "9x65")
    current.enter(Cell(SEATED, 1, RIGHT), "8x60")  # shows the cells anew, as another window does
    assert table.currentIndex().data(DRAFT_ROLE)
    QTest.keyClick(line_of(table), Key.Key_Escape)
    assert (table.currentIndex().data(), table.currentIndex().data(DRAFT_ROLE)) == ("lots", True)
    write(table, "9x65")
    QTest.keyClick(line_of(table), Key.Key_Return)
    assert (model.index_of(FIRST).data(), model.index_of(FIRST).data(DRAFT_ROLE)) == (
        "9 × 65",
        False,
    )


def test_a_look_at_a_set_is_no_edit(table: SetTable, current: CurrentSession) -> None:
    current.enter(FIRST, "8x60")
    before = current.sets
    table.stand_at(FIRST)
    QTest.keyClick(table, Key.Key_F2)
    assert line_of(table).text() == "8 × 60"
    table.finish_typing()
    assert current.sets == before


def test_delete_is_asked_for_and_escape_drops_a_draft(
    table: SetTable, model: SetTableModel, qtbot: QtBot
) -> None:
    table.stand_at(FIRST)
    with qtbot.waitSignal(table.deletion_asked):
        QTest.keyClick(table, Key.Key_Delete)
    model.setData(model.index_of(FIRST), "lots")
    QTest.keyClick(table, Key.Key_Escape)
    assert table.currentIndex().data() == ""


def test_a_cell_that_is_not_there_cannot_be_stood_at(table: SetTable) -> None:
    assert not table.stand_at(Cell(SEATED, 99, LEFT))
    assert not table.currentIndex().isValid()


def test_where_its_row_goes_the_cursor_goes_nowhere_by_itself(
    table: SetTable, current: CurrentSession, logbook: Logbook
) -> None:
    current.enter(Cell(SEATED, 3, LEFT), "8x60")
    table.stand_at(Cell(SEATED, 4, LEFT))
    logbook.apply(Change.removing(*current.sets), "delete")
    assert not table.currentIndex().isValid()
    assert table.selectedIndexes() == []


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_a_cell_has_a_menu(table: SetTable, qtbot: QtBot) -> None:
    asked: list[str] = []
    for name in ("copy_asked", "paste_asked", "deletion_asked"):
        getattr(table, name).connect(partial(asked.append, name))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    table.leave()
    table.contextMenuEvent(event)
    assert table.findChild(QMenu) is None
    table.stand_at(FIRST)
    table.contextMenuEvent(event)
    menu = table.findChild(QMenu)
    assert menu is not None
    for action in menu.actions():
        action.trigger()
    assert asked == ["copy_asked", "paste_asked", "deletion_asked"]
    menu.close()


def test_a_best_is_marked_in_its_cell_and_told(
    table: SetTable, model: SetTableModel, current: CurrentSession, logbook: Logbook
) -> None:
    before = Session(current.session.date - datetime.timedelta(days=7))
    old = LoggedSet(before.id, SEATED, LEFT, 1, 8, 60.0)
    logbook.apply(Change.adding(before, old), "last week")
    index = model.index_of(FIRST)
    model.setData(index, "8x62.5")
    plain = table.grab().toImage()
    assert not index.data(BEST_ROLE)
    current.bests.look()
    assert index.data(BEST_ROLE)
    best = "Best on this equipment: heaviest for 1, 3, 5, 8 reps"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == f"last time 8 × 60\n{best}"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        f"Set 1, Left: 8 × 62.5, saved, last time 8 × 60. {best}"
    )
    assert table.grab().toImage() != plain
    model.setData(index, "8x60")
    current.bests.look()
    assert not index.data(BEST_ROLE)
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
