"""One exercise's sets as a table that accepts the notation: a row per set, a column per leg."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tracker.app.theme import CAPTION, CONTROL_RADIUS, colours_of, scaled_font
from tracker.domain.session import LoggedSet
from tracker.domain.set_grid import Cell, cell_of
from tracker.ui.log.set_model import (
    ASKED_ROLE,
    BEST_ROLE,
    DRAFT_ROLE,
    EXPECTED_ROLE,
    PAINTED_ROLE,
    Painted,
    SetTableModel,
)
from tracker.ui.widgets.cursor_table import CursorTable
from tracker.ui.widgets.keys import ENTER
from tracker.ui.widgets.read_only_table import Index
from tracker.ui.window.actions import keys_text
from tracker.words.bests import BEST_MARK

CELL_PADDING: Final = 8  # pixels before the text in a cell
NOTED: Final = 7  # size of the corner that marks pain, tempo or a note
BESIDE: Final = 10  # pixels between what was done and what was proposed
MARK_WIDTH: Final = 3  # width of the mark on the set whose details are shown
NARROWEST: Final = 0.6  # of the usual width, down to which letters are readable


class SetDelegate(QStyledItemDelegate):
    """Paints a cell, whether saved, expected or a draft, and edits it in a line.

    Args:
        model: What the table shows.
        table: The table.

    Signals:
        entered: Enter or Tab was pressed while editing a cell.
    """

    entered = Signal(QLineEdit)

    def __init__(self, model: SetTableModel, table: "SetTable") -> None:
        super().__init__(table)
        self._model = model
        self._table = table
        self._small = scaled_font(QFont(table.font()), CAPTION)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        self._model.begin_typing(index)
        line = QLineEdit(parent)
        line.textEdited.connect(partial(self._model.note_typed, QPersistentModelIndex(index)))
        line.setObjectName("cell")
        line.setAccessibleName(self.tr("Repetitions × load"))
        return line

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._model.end_typing()
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if not editor.isModified():  # a refresh must not overwrite what is being typed
            editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        # Leaving a cell unchanged logs nothing, so that looking is not editing.
        if editor.text() != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        editor.setGeometry(option.rect.adjusted(1, 1, -1, -1))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            assert isinstance(editor, QLineEdit)
            if event.key() in (*ENTER, Qt.Key.Key_Tab):
                # At once, not queued as Qt would: the next key belongs to the next cell.
                self.entered.emit(editor)
                return True
            if event.key() == Qt.Key.Key_Backtab:  # Qt would edit the previous cell
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                return True
        return super().eventFilter(editor, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = colours_of(QApplication.palette())  # a style sheet changes the view's own palette
        rect = option.rect
        painter.save()
        painter.setPen(QPen(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        # Only from here on, because it would spread a straight line over two rows of pixels.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Asked directly, because reading the option's state makes PySide create many classes.
        table = self._table
        if table.selectionModel().isSelected(index):
            painter.setPen(colours.accent if table.hasFocus() else colours.line)
            painter.setBrush(colours.accent_tint)
            frame = rect.adjusted(1, 1, -2, -2)
            painter.drawRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)
        if table.marked == (index.row(), index.column()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawRect(rect.left() + 1, rect.top() + 8, MARK_WIDTH, rect.height() - 16)
        cell: Painted = index.data(PAINTED_ROLE)
        text, room = cell.text, rect.adjusted(CELL_PADDING, 0, -4, 0)
        if cell.is_noted:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            corner = rect.topRight() + QPoint(-2, 3)
            painter.drawPolygon([corner, corner - QPoint(NOTED, 0), corner + QPoint(0, NOTED)])
        if index.data(BEST_ROLE):
            self._draw_best(painter, room)
            room.setRight(room.right() - option.fontMetrics.horizontalAdvance(BEST_MARK))
        needed = option.fontMetrics.horizontalAdvance(text)
        if cell.before:
            self._paint_before(painter, room, needed, cell.before)
        if cell.is_draft:
            painter.setPen(colours.warning)
        else:
            painter.setPen(colours.muted if cell.is_proposed else colours.text)
        if cell.is_proposed:  # colour must not be the only sign
            font = QFont(option.font)
            font.setItalic(True)
            painter.setFont(font)
        if needed > room.width():  # draw it narrower, so that its end is not cut off
            scale = max(NARROWEST, room.width() / needed)
            painter.translate(room.left() * (1 - scale), 0)
            painter.scale(scale, 1)
            room.setWidth(needed)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _paint_before(self, painter: QPainter, room: QRect, taken: int, text: str) -> None:
        """Paint what was proposed in small letters after what was done, if all of it fits."""
        painter.setFont(self._small)
        left = room.adjusted(taken + BESIDE, 0, -NOTED, 0)
        if QFontMetrics(self._small).horizontalAdvance(text) <= left.width():
            painter.setPen(colours_of(QApplication.palette()).muted)
            at = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(left, at, text)
        painter.setFont(self._table.font())

    def _draw_best(self, painter: QPainter, room: QRect) -> None:
        """Mark a best at the end of its cell."""
        painter.setPen(colours_of(QApplication.palette()).accent)
        painter.setFont(self._small)
        at_end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, at_end, BEST_MARK)
        painter.setFont(self._table.font())


class SetTable(CursorTable):
    """The table view: Enter logs and moves on, typing overwrites, Delete removes.

    Signals:
        entered: This Cell has its value; the next one is wanted.
        left_empty: Enter was pressed on this Cell, which is empty and expects nothing.
        cell_selected: The current index.
        deletion_asked: The selected sets are to be deleted.
        copy_asked: The selected cells are to be copied.
        paste_asked: Copied text is to be written from the current cell on.
        cell_wanted: The table has the focus, but no current cell.
        line_closed: Editing a cell has ended, saved or not. Tells whether the focus went from the
            editor to this table itself, for example by a click.
        resized: The table's size has changed.
        scrolled: Its rows have moved.
        beside_wanted: An arrow key leads out of the table: left (-1) or right (+1).
    """

    entered = Signal(object)
    left_empty = Signal(object)
    cell_selected = Signal(QModelIndex)
    deletion_asked = Signal()
    copy_asked = Signal()
    paste_asked = Signal()
    cell_wanted = Signal()
    line_closed = Signal(bool)
    resized = Signal()
    scrolled = Signal()
    beside_wanted = Signal(int)

    def __init__(self, model: SetTableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._model = model
        # Row and column of the set whose details are shown.
        self.marked: tuple[int, int] | None = None
        # Our own viewport: for one made by Qt, PySide would have to try every widget class at the
        # first key.
        self.setViewport(QWidget(self))
        # Connected before Qt's own slot, which would move to a nearby cell that nobody chose.
        model.rowsAboutToBeRemoved.connect(self._on_model_rows_about_to_be_removed)
        model.columnsAboutToBeRemoved.connect(self._on_model_columns_about_to_be_removed)
        self.setModel(model)
        # Headers that follow the selection would be repainted at each step, without looking
        # different.
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSelectionModel(QItemSelectionModel(model, header))
        self._delegate = SetDelegate(model, self)
        self._delegate.entered.connect(self._on_delegate_entered)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(self.fontMetrics().height() + 16)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        down.setHighlightSections(False)
        down.setSectionsClickable(False)
        down.setFixedWidth(self.fontMetrics().horizontalAdvance("00") + 16)
        caption = scaled_font(QFont(self.font()), CAPTION)
        across.setFont(caption)
        down.setFont(caption)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.cell_selected.emit(self.currentIndex())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if self.currentIndex().isValid() and not self.selectedIndexes():
            self.stand_on(self.currentIndex())  # the current cell is always shown as selected

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        # If a key closes the editor, it still has the focus; here the focus was already taken from
        # it.
        is_table_chosen = self.hasFocus() and not editor.hasFocus()
        super().closeEditor(editor, hint)
        self._model.take_room_back()
        # If a click closed it, rows must not scroll away under the pointer.
        self.setAutoScroll(False)
        self.line_closed.emit(is_table_chosen)
        self.setAutoScroll(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height():
            self._keep_marked_in_sight()
        self.resized.emit()

    def _keep_marked_in_sight(self) -> None:
        """Scroll to the set whose details are shown, if the current cell is in the other table."""
        if self.marked is not None and not self.currentIndex().isValid():
            self.scrollTo(self._model.index(*self.marked))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.scrolled.emit()

    def mark(self, logged: LoggedSet | None) -> None:
        """Mark the cell of the set whose details are shown beside the table.

        Args:
            logged: The set; None, or one of another exercise, removes the mark.
        """
        index, before = QModelIndex(), self.marked
        if logged is not None and logged.exercise is self._model.exercise:
            index = self._model.index_of(cell_of(logged))
        self.marked = (index.row(), index.column()) if index.isValid() else None
        self._keep_marked_in_sight()
        if self.marked != before:
            for place in filter(None, (before, self.marked)):
                self.update(self._model.index(*place))

    def finish_typing(self) -> None:
        """Save what is being typed in its cell, or keep it as a draft."""
        line = self.indexWidget(self.currentIndex())
        if line is not None:
            self.commitData(line)
            self.closeEditor(line, QStyledItemDelegate.EndEditHint.NoHint)

    def _on_model_rows_about_to_be_removed(self, _parent: QModelIndex, first: int) -> None:
        if self.currentIndex().row() >= first:
            self.leave()

    def _on_model_columns_about_to_be_removed(self, _parent: QModelIndex, first: int) -> None:
        if self.currentIndex().column() >= first:
            self.leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        # An editor closed elsewhere may have moved the focus to the next value.
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not self.currentIndex().isValid():  # outside the cells
            self.cell_wanted.emit()

    # Qt's own versions would repaint the whole table with its headers whenever an editor closes.

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        # A click selects its own cell, and rows must not scroll away before it.
        is_by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not is_by_mouse and not self.currentIndex().isValid():
            self.cell_wanted.emit()
        self._paint_selection()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        self._paint_selection()

    def _paint_selection(self) -> None:
        selection = self.selectionModel().selection()
        self.viewport().update(self.visualRegionForSelection(selection))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in ENTER and index.isValid():
            self._pass(index)
        elif event.key() == Qt.Key.Key_Escape and self._model.discard_draft(index):
            pass
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deletion_asked.emit()
        elif (step := self._step_out(event, index)) != 0:
            self.beside_wanted.emit(step)
        else:
            super().keyPressEvent(event)

    def _step_out(self, event: QKeyEvent, index: QModelIndex) -> int:
        """Tell whether an arrow key leads out of the table: -1 left, +1 right, otherwise 0."""
        if not index.isValid() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return 0
        if event.key() == Qt.Key.Key_Left and index.column() == 0:
            return -1
        last = self._model.columnCount() - 1
        return 1 if event.key() == Qt.Key.Key_Right and index.column() == last else 0

    @property
    def end_of_rows(self) -> int:
        """The y value of the end of the last row, at most the height of the table."""
        last = self._model.rowCount() - 1
        row_end = self.rowViewportPosition(last) + self.rowHeight(last)
        return min(self.horizontalHeader().height() + row_end, self.height())

    def make_menu(self) -> QMenu | None:
        if not self.currentIndex().isValid():
            return None
        menu = QMenu(self)
        copy, paste = self.tr("&Copy"), self.tr("&Paste")
        menu.addAction(f"{copy}\t{keys_text('copy')}", self.copy_asked.emit)
        menu.addAction(f"{paste}\t{keys_text('paste_sets')}", self.paste_asked.emit)
        menu.addSeparator()
        menu.addAction(self.tr("&Delete\tDel"), self.deletion_asked.emit)
        return menu

    def _pass(self, index: QModelIndex) -> None:
        """Go on from a cell that is not being edited, logging what is expected there."""
        cell = self._model.cell(index)
        if index.data(ASKED_ROLE):
            self._ask_load(index)
        elif index.data(EXPECTED_ROLE) or index.data(DRAFT_ROLE):
            if self._model.take_over(index):
                self.entered.emit(cell)
        elif self._model.logged(index) is not None:
            self.entered.emit(cell)
        else:
            self.left_empty.emit(cell)

    def _ask_load(self, index: QModelIndex) -> None:
        """Edit a cell with the planned repetitions filled in, so that the load can be typed."""
        self.edit(index)
        line = self.indexWidget(index)
        if isinstance(line, QLineEdit):
            line.end(False)

    def _on_delegate_entered(self, editor: QLineEdit) -> None:
        """Save the edited cell, end editing, and go on if it was saved."""
        cell = self._model.cell(self.currentIndex())
        self.commitData(editor)
        self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
        index = self._model.index_of(cell)
        if self._model.logged(index) is not None and not index.data(DRAFT_ROLE):
            self.entered.emit(cell)

    def stand_at(self, cell: Cell) -> bool:
        """Make a cell the current one and the only one selected; returns whether it exists."""
        index = self._model.index_of(cell)
        if not index.isValid():
            return False
        was = self.currentIndex()
        self.stand_on(index)
        if index == was:  # it may show another set
            self.scrollTo(index)
            self.cell_selected.emit(index)
        return True
