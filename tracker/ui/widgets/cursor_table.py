"""A table with a single cursor, for cells that are edited by keyboard."""

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
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

_FLAGS: Final = QItemSelectionModel.SelectionFlag


class CursorTable(QTableView):
    """A table with only the current cell selected until more is, and without type-ahead search.

    Args:
        model: What the table shows.
    """

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anchor = QPersistentModelIndex()  # the cell from which a selection is extended
        self._pressed = QPersistentModelIndex()  # the cell where the mouse was pressed
        for gone in (model.rowsRemoved, model.columnsRemoved):
            gone.connect(self._on_model_part_removed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current cell in sight when the table gets lower, for whatever reason."""
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            across = self.horizontalScrollBar().value()
            self.scrollTo(self.currentIndex())
            self.horizontalScrollBar().setValue(across)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a typed key must not move the cursor that the next key acts on."""

    @property
    def _only(self) -> QItemSelectionModel.SelectionFlag:
        by_rows = self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
        return _FLAGS.ClearAndSelect | (_FLAGS.Rows if by_rows else _FLAGS.NoUpdate)

    def stand_on(self, index: QModelIndex) -> None:
        """Make a cell the current one and the only one selected."""
        self._anchor = QPersistentModelIndex(index)
        # Stated explicitly: Qt would go by the modifier keys held, and Ctrl+T would add a cell.
        self.selectionModel().setCurrentIndex(index, self._only)

    def leave(self) -> None:
        """Clear the current cell and the selection."""
        self.selectionModel().clearCurrentIndex()
        self.clearSelection()

    def make_menu(self) -> QMenu | None:
        """Make the menu of what can be done at the current cell; None if there is nothing."""
        return None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.make_menu()
        if menu is None:
            event.ignore()
        else:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what Qt asks for, but extend the selection from the cell last stood on.

        Qt itself remembers only cells reached by its own keys and clicks.
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
        # If the cell's editor was closed a moment before, Qt leaves its neighbours selected.
        index = self.indexAt(event.position().toPoint())
        is_plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if is_plain and index.isValid() and self._pressed == index == self.currentIndex():
            self.stand_on(index)

    def _on_model_part_removed(self) -> None:
        if not self._anchor.isValid():
            self._anchor = QPersistentModelIndex(self.currentIndex())
