"""A table with one cursor, for cells that keys change."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

_FLAGS: Final = QItemSelectionModel.SelectionFlag


class CursorTable(QTableView):
    """Only the current cell is selected, unless the runner selects more; and no key searches.

    Args:
        model: What the table shows.
    """

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anchor = QPersistentModelIndex()  # from where a selection is extended
        self._pressed = QPersistentModelIndex()  # where the mouse was pressed
        for gone in (model.rowsRemoved, model.columnsRemoved):
            gone.connect(self._on_model_part_removed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current cell in sight where the table is made lower, by whatever it is."""
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            across = self.horizontalScrollBar().value()
            self.scrollTo(self.currentIndex())
            self.horizontalScrollBar().setValue(across)

    def keyboardSearch(self, search: str) -> None:
        """Find nothing: a key typed must not lead elsewhere, for the next one to act on."""

    @property
    def _only(self) -> QItemSelectionModel.SelectionFlag:
        by_rows = self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
        return _FLAGS.ClearAndSelect | (_FLAGS.Rows if by_rows else _FLAGS.NoUpdate)

    def stand_on(self, index: QModelIndex) -> None:
        """Make an index the current one and the only one selected."""
        self._anchor = QPersistentModelIndex(index)
        # Said outright: by itself, Qt goes by the keys held down, and Ctrl+T would add a cell.
        self.selectionModel().setCurrentIndex(index, self._only)

    def leave(self) -> None:
        """Have no current cell, and none selected."""
        self.selectionModel().clearCurrentIndex()
        self.clearSelection()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what Qt asks for; but extend from where the runner stood, which Qt cannot know.

        It remembers only the cells that were gone to by its own keys and clicks.
        """
        end = self.currentIndex()
        is_drag = self.state() is QAbstractItemView.State.DragSelectingState
        if is_drag or not command & _FLAGS.Current or not self._anchor.isValid():
            super().setSelection(rect, command)
            if not command & _FLAGS.Current:
                self._anchor = QPersistentModelIndex(end)
            return
        rows = sorted((self._anchor.row(), end.row()))
        columns = sorted((self._anchor.column(), end.column()))
        corners = (self.model().index(*corner) for corner in zip(rows, columns, strict=True))
        self.selectionModel().select(QItemSelection(*corners), self._only)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        # Where its line was closed a moment before, Qt leaves selected what was beside it.
        index = self.indexAt(event.position().toPoint())
        is_plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if is_plain and index.isValid() and self._pressed == index == self.currentIndex():
            self.stand_on(index)

    def _on_model_part_removed(self) -> None:
        if not self._anchor.isValid():
            self._anchor = QPersistentModelIndex(self.currentIndex())
