"""A table with one cursor: what is current is alone selected."""

from itertools import product

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from pytestqt.qtbot import QtBot

from tracker.ui.widgets.cursor_table import CursorTable

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def table(qtbot: QtBot) -> CursorTable:
    model = QStandardItemModel(4, 3)
    for row, column in product(range(4), range(3)):
        model.setItem(row, column, QStandardItem(f"{row}{column}"))
    table = CursorTable(model)
    model.setParent(table)
    table.setModel(model)
    qtbot.addWidget(table)
    table.show()
    qtbot.waitExposed(table)
    return table


def selected(table: CursorTable) -> list[str]:
    return sorted(index.data() for index in table.selectedIndexes())


def stand_on(table: CursorTable, row: int, column: int) -> None:
    table.stand_on(table.model().index(row, column))


def test_where_it_stands_is_alone_selected(table: CursorTable) -> None:
    table.selectAll()
    stand_on(table, 1, 1)
    assert (table.currentIndex().data(), selected(table)) == ("11", ["11"])


def test_a_table_of_rows_selects_the_whole_row(table: CursorTable) -> None:
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    stand_on(table, 2, 1)
    assert selected(table) == ["20", "21", "22"]


def test_to_leave_it_leaves_nothing_current_and_nothing_selected(table: CursorTable) -> None:
    stand_on(table, 1, 1)
    table.leave()
    assert not table.currentIndex().isValid()
    assert selected(table) == []


def test_shift_extends_from_where_the_runner_stands_though_no_key_led_there(
    table: CursorTable,
) -> None:
    QTest.keyClick(table, Key.Key_Down)
    stand_on(table, 2, 1)
    QTest.keyClick(table, Key.Key_Down, SHIFT)
    assert selected(table) == ["21", "31"]
    QTest.keyClick(table, Key.Key_Right, SHIFT)
    assert selected(table) == ["21", "22", "31", "32"]


def test_letters_lead_nowhere(table: CursorTable) -> None:
    stand_on(table, 0, 0)
    QTest.keyClicks(table, "32")
    assert table.currentIndex().data() == "00"


def test_where_the_row_it_was_extended_from_has_gone_it_goes_on_from_where_it_is(
    table: CursorTable,
) -> None:
    stand_on(table, 1, 1)
    table.model().removeRow(1)
    here = table.currentIndex()
    flags = QItemSelectionModel.SelectionFlag
    assert table.selectionModel().selection().count() <= 1
    table.selectionModel().select(here, flags.ClearAndSelect)
    QTest.keyClick(table, Key.Key_Down, SHIFT)
    assert here.data() in selected(table)
    assert len(selected(table)) == 2


def test_a_click_on_a_cell_whose_line_it_closed_selects_that_cell_alone(
    table: CursorTable,
) -> None:
    stand_on(table, 1, 1)
    table.setFocus()
    QTest.keyClick(table, Key.Key_Right, SHIFT)
    table.edit(table.currentIndex())
    beside = QLineEdit(table)
    beside.show()
    beside.setFocus()  # as by a click beside the table: its cell's line is closed
    assert selected(table) == ["11", "12"]
    place = table.visualRect(table.currentIndex()).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert selected(table) == ["12"]
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, SHIFT, place)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert selected(table) == ["12"]


def test_what_is_current_stays_in_sight_when_the_table_is_made_lower(table: CursorTable) -> None:
    table.resize(400, 400)
    table.setColumnWidth(2, 600)
    stand_on(table, 3, 2)
    table.horizontalScrollBar().setValue(0)
    for height in (140, 100, 80):
        table.resize(400, height)
        shown = table.visualRect(table.currentIndex())
        assert shown.top() >= 0
        assert shown.bottom() <= table.viewport().height()
    assert table.verticalScrollBar().value() > 0
    assert table.horizontalScrollBar().value() == 0


def test_a_table_with_nothing_current_is_made_lower_where_it_stands(table: CursorTable) -> None:
    table.leave()
    table.resize(400, 80)
    assert table.verticalScrollBar().value() == 0
