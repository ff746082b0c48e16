"""A table of what was found in a file, with something to choose in some of its columns."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

AROUND: Final = 12  # pixels


class ChoicesTable(QTableWidget):
    """Its first column takes the room that the others leave.

    Args:
        name: What it is called for those who hear it.
        headings: One a column.
        choices: The columns with something to choose.
    """

    def __init__(
        self,
        name: str,
        headings: Sequence[str],
        choices: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, len(headings), parent)
        self._choices = choices
        self.setObjectName("plain")
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headings))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in choices:
            across.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)

    def show_text(self, row: int, column: int, text: str, hint: str) -> None:
        """Show a text, and a hint over it."""
        item = QTableWidgetItem(text)
        item.setToolTip(hint)
        self.setItem(row, column, item)

    def new_choice(self, name: str) -> QComboBox:
        """Make a choice for a cell; it is put there filled, or it keeps the width it had empty."""
        choice = QComboBox(self)
        choice.setAccessibleName(name)
        return choice

    def make_room(self) -> None:
        """Make each column of choices as wide as its widest, and what stands around a cell."""
        for column in self._choices:
            cells = [self.cellWidget(row, column) for row in range(self.rowCount())]
            widest = max((each.sizeHint().width() for each in cells if each is not None), default=0)
            self.horizontalHeader().resizeSection(column, widest + AROUND)
