"""A table of what was found in a file, with choices in some of its columns."""

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

AROUND: Final = 12  # pixels added around a cell's choice


class ChoicesTable(QTableWidget):
    """A table whose first column takes the room that the others leave.

    Args:
        name: Its name for screen readers.
        headings: One per column.
        choices: The columns with choices.
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
        """Show a text in a cell, with a tool tip."""
        item = QTableWidgetItem(text)
        item.setToolTip(hint)
        self.setItem(row, column, item)

    def new_choice(self, name: str) -> QComboBox:
        """Make a choice; fill it before putting it in a cell, which fixes its width."""
        choice = QComboBox(self)
        choice.setAccessibleName(name)
        return choice

    def make_room(self) -> None:
        """Make each column of choices as wide as its widest choice."""
        for column in self._choices:
            cells = [self.cellWidget(row, column) for row in range(self.rowCount())]
            widest = max((each.sizeHint().width() for each in cells if each is not None), default=0)
            self.horizontalHeader().resizeSection(column, widest + AROUND)
