"""A table of what was found in a file, with something to choose in some of its columns."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.ui.files.choices_table import AROUND, ChoicesTable


def test_a_column_of_choices_is_as_wide_as_its_widest(qtbot: QtBot) -> None:
    table = ChoicesTable("Found", ["In the file", "Lines", "Is"], (2,))
    qtbot.addWidget(table)
    table.setRowCount(3)  # the last is without a choice
    table.show_text(0, 0, "Calf Raise ⚠", "Calf Raise")
    choices = [table.new_choice(f"What {row} is") for row in (0, 1)]
    choices[0].addItem("left out")
    choices[1].addItem("Standing calf raise with bent knee, left and right in turn")
    for row, choice in enumerate(choices):
        table.setCellWidget(row, 2, choice)
    table.make_room()
    assert table.columnWidth(2) == choices[1].sizeHint().width() + AROUND
    assert choices[1].sizeHint().width() > choices[0].sizeHint().width()
    assert table.cellWidget(1, 2) is choices[1]
    assert choices[1].accessibleName() == "What 1 is"
    item = table.item(0, 0)
    assert item is not None
    assert (item.text(), item.toolTip()) == ("Calf Raise ⚠", "Calf Raise")
    heading = table.horizontalHeaderItem(2)
    assert heading is not None
    assert heading.text() == "Is"
    assert table.accessibleName() == "Found"


def test_its_cells_are_neither_selected_nor_typed_into(qtbot: QtBot) -> None:
    table = ChoicesTable("Found", ["In the file", "Is"], (1,))
    qtbot.addWidget(table)
    table.setRowCount(1)
    table.show_text(0, 0, "Calf Raise", "")
    table.setFocus()
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_F2)
    assert table.state() == table.State.NoState
    assert not table.selectedItems()
