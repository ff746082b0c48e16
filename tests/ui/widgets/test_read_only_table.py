"""A table of words that is only looked at."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tracker.ui.widgets.read_only_table import ReadOnlyTable

WORDS = [["27", "left"], ["23", "right"], ["25", "left"]]


class Words(ReadOnlyTable):
    """Three rows of words."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(WORDS)

    def _cell(self, row: int, column: int) -> str:
        return WORDS[row][column]


def test_its_words_and_headings_are_read_and_nothing_else(
    qtmodeltester: ModelTester, qtbot: QtBot
) -> None:
    model = Words(["Repetitions", "Leg"])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    rows, columns = range(model.rowCount()), range(model.columnCount())
    assert [[model.index(row, column).data() for column in columns] for row in rows] == WORDS
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in (0, 1, 2)] == [
        "Repetitions",
        "Leg",
        None,
    ]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.FontRole) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is None
    assert model.data(QModelIndex()) is None


def test_nothing_in_it_can_be_changed(qtbot: QtBot) -> None:
    model = Words(["Repetitions", "Leg"])
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(0, 0), "28")
    assert model.index(0, 0).data() == "27"


def test_a_cell_has_no_cells_below_it(qtbot: QtBot) -> None:
    model = Words(["Repetitions", "Leg"])
    assert model.columnCount(model.index(0, 0)) == 0
