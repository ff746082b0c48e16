"""The table of sessions: how its rows are painted, and what its keys do."""

import datetime
from collections.abc import Collection
from functools import partial
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QResizeEvent
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

from tracker.app.history import SessionRow
from tracker.app.theme import CAPTION, colours_of, for_letters, scaled_font
from tracker.domain.exercise import LEGS, Side
from tracker.ui.history.columns import VOLUME, HistoryColumn
from tracker.ui.history.model import (
    BESTS_ROLE,
    DRAFT_ROLE,
    LEGS_ROLE,
    MUTED_ROLE,
    NEWEST_FIRST,
    OLDEST_FIRST,
    HistoryModel,
)
from tracker.ui.widgets.cursor_table import CursorTable
from tracker.ui.widgets.keys import ENTER
from tracker.ui.widgets.read_only_table import Index
from tracker.words.labels import date_text, time_text

ROOM: Final = 8  # to either side of a cell's text
# Samples that a column of figures must have room for; the note takes the rest.
_WIDEST: Final = {
    HistoryColumn.HARD_SETS: "888",
    HistoryColumn.SEATED: "≥ 888.8 ≥ 888.8",
    HistoryColumn.SEATED_VOLUME: "88,888",
    HistoryColumn.STANDING: "≥ 888.8 ≥ 888.8",
    HistoryColumn.STANDING_VOLUME: "88,888",
    HistoryColumn.BENT: "≥ 888.8 ≥ 888.8",
    HistoryColumn.BENT_VOLUME: "88,888",
}
NARROWEST_NOTE: Final = 88
NARROWEST_SETS: Final = 140  # below this width they are hidden, and read in the session
_LAST_TO_GO: Final = (HistoryColumn.HARD_SETS, HistoryColumn.BENT, HistoryColumn.STANDING)
_LEAVING: Final = (*ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class HistoryDelegate(QStyledItemDelegate):
    """Paints a row as one band with a hairline below, and edits date and note in a line."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setObjectName("cell")
        is_date = index.column() == HistoryColumn.DATE
        line.setAccessibleName(self.tr("Date of the session") if is_date else self.tr("Note"))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if not editor.isModified():  # a refresh must not overwrite what is being typed
            editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        assert isinstance(model, HistoryModel)
        # Leaving a cell unedited changes nothing, even if the line cannot show all of its text.
        if editor.isModified():
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        editor.setGeometry(option.rect.adjusted(0, 1, 0, -1))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            assert isinstance(editor, QLineEdit)
            if event.key() in _LEAVING:
                # Handled here, because a line passes Enter on, and the table would open the
                # session; at Tab it would edit the next date.
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                return True
        return super().eventFilter(editor, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = colours_of(QApplication.palette())  # a style sheet changes the view's own palette
        rect, table = option.rect, self.parent()
        assert isinstance(table, HistoryTable)
        painter.save()
        # Asked of the table, because reading the option's state makes PySide create many classes.
        if table.selectionModel().isSelected(index):
            painter.fillRect(rect, colours.accent_tint)
        painter.setPen(colours.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if table.hasFocus() and index == table.currentIndex():
            painter.setPen(colours.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if index.data(DRAFT_ROLE):
            painter.setPen(colours.warning)
        else:
            painter.setPen(colours.muted if index.data(MUTED_ROLE) else colours.text)
        inside = rect.adjusted(ROOM, 0, -ROOM, 0)
        legs = index.data(LEGS_ROLE)
        if legs is None:
            text = str(index.data(Qt.ItemDataRole.DisplayRole))
            elided = option.fontMetrics.elidedText(
                text, Qt.TextElideMode.ElideRight, inside.width()
            )
            painter.drawText(inside, index.data(Qt.ItemDataRole.TextAlignmentRole), elided)
        else:
            self._paint_legs(painter, inside, legs, index.data(BESTS_ROLE))
        painter.restore()

    @staticmethod
    def _paint_legs(
        painter: QPainter, inside: QRect, legs: tuple[str, str], bests: Collection[Side]
    ) -> None:
        """Paint each of the two figures at the right of its half, so that they line up in columns.

        A best stands out by weight and colour only.
        """
        half = (inside.width() - ROOM) // 2
        at = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        places = (inside.adjusted(0, 0, -half - ROOM, 0), inside)
        for leg, place, text in zip(LEGS, places, legs, strict=True):
            if leg not in bests:
                painter.drawText(place, at, text)
                continue
            painter.save()
            font = painter.font()
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(colours_of(QApplication.palette()).accent)
            painter.drawText(place, at, text)
            painter.restore()


class HistoryTable(CursorTable):
    """The table view: Enter opens, F2 edits the note, Delete removes; a menu has these and sorting.

    Signals:
        opened: The row whose session or day is to be opened.
        deletion_asked: The selected sessions are to be deleted.
    """

    opened = Signal(object)
    deletion_asked = Signal()

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._model = model
        self._kept: tuple[set[str], str | None, int] = (set(), None, 0)
        self._typed: str | None = None
        # ID of the session at the top, and its offset in pixels.
        self._top: tuple[str, int] | None = None
        self._stood_on: tuple[str, int, int] | None = None  # session ID, row to continue at, column
        self._widths: dict[HistoryColumn, int] = {}  # of all columns but sets and note
        self._widest_sets = 0  # the width needed by those seen so far
        self._has_bent = True
        self.setModel(model)
        self.setItemDelegate(HistoryDelegate(self))
        self.setAccessibleName(self.tr("Sessions"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self._shape_headers()
        self.setSortingEnabled(True)
        self.sortByColumn(HistoryColumn.DATE, NEWEST_FIRST)
        self.doubleClicked.connect(self._open)
        model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
        model.modelReset.connect(self._on_model_reset)
        model.rearranging.connect(self._on_model_rearranging)
        model.rearranged.connect(self._on_model_rearranged)
        model.rearranged.connect(self._make_room)
        model.modelReset.connect(self._make_room)

    def _shape_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(self.fontMetrics().height() + 16)
        across.setFont(scaled_font(QFont(self.font()), CAPTION))
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        dates = [date_text(datetime.date(2028, month, 28)) for month in range(1, 13)]
        samples = {column: [text] for column, text in _WIDEST.items()}
        samples |= {
            HistoryColumn.DATE: dates,
            HistoryColumn.TIME: [time_text(datetime.time(22, 28))],
        }
        for column, texts in samples.items():
            # Plus 1, because widths are rounded, and a text of exactly that width would be elided.
            cell = max(map(self.fontMetrics().horizontalAdvance, texts)) + 1
            self._widths[column] = max(cell + 2 * ROOM, across.sectionSizeHint(column))
        self._widest_sets = across.sectionSizeHint(HistoryColumn.SETS)

    def show_rows(self, *, has_bent: bool) -> None:
        """Share the width anew among the columns, for rows that have changed.

        Args:
            has_bent: Whether a standing raise with a bent knee was ever done.
        """
        self._has_bent = has_bent
        self._share_room()

    def _share_room(self) -> None:
        """Give the sets what they need, and the note the rest.

        Where that is too little, the volumes are hidden, then the time, and then the sets.
        """
        sets = self._widest_sets = self._width_seen()
        hidden = self._giving_way(sets)
        if HistoryColumn.SETS in hidden:
            sets = 0
        room = self._room_beside(hidden)
        sets = min(sets, room)
        widths = {HistoryColumn.SETS: sets, HistoryColumn.NOTE: NARROWEST_NOTE + room - sets}
        for column, width in (self._widths | widths).items():
            self.setColumnHidden(column, column in hidden)
            if column not in hidden:
                self.setColumnWidth(column, width)

    def _giving_way(self, sets: int) -> set[HistoryColumn]:
        """Return the columns to hide, so that the rest fits: never is there a bar across.

        Args:
            sets: The width that the sets need.
        """
        bent = {HistoryColumn.BENT, HistoryColumn.BENT_VOLUME}
        hidden: set[HistoryColumn] = set() if self._has_bent else bent
        least_sets = min(sets, for_letters(NARROWEST_SETS, self.fontMetrics()))
        for columns, needed in (
            (VOLUME, sets),
            ((HistoryColumn.TIME,), least_sets),
            ((HistoryColumn.SETS,), least_sets),
            *(((column,), 0) for column in _LAST_TO_GO),
        ):
            if self._room_beside(hidden) < needed:
                hidden.update(columns)
        return hidden

    def _room_beside(self, hidden: Collection[HistoryColumn]) -> int:
        """Return the width left beside the columns shown and the narrowest note."""
        taken = sum(width for column, width in self._widths.items() if column not in hidden)
        # As wide as the viewport, but quicker: for that, PySide would try many widget classes.
        return self.horizontalHeader().width() - taken - NARROWEST_NOTE

    def _width_seen(self) -> int:
        """Return the width needed by the sets in view, and by those seen before.

        Others are not even written. It only ever grows, so that the columns soon stand still.
        """
        first, measured = max(self.rowAt(0), 0), self.fontMetrics()
        # The view is hardly lower than the table; of the view itself PySide would try many classes.
        seen = self.height() // self.verticalHeader().defaultSectionSize() + 2
        widths = [
            measured.horizontalAdvance(self._model.index(row, HistoryColumn.SETS).data())
            for row in range(first, min(first + seen, self._model.rowCount()))
        ]
        return max(self._widest_sets, max(widths, default=0) + 1 + 2 * ROOM)

    def _make_room(self) -> None:
        if self._width_seen() > self._widest_sets:
            self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._make_room()

    def selected_rows(self) -> list[SessionRow]:
        """List the selected rows, from the top."""
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return [self._model.row(index) for index in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        if key in ENTER and index.isValid():
            self._open(index)
        elif key == Qt.Key.Key_F2 and index.isValid():
            # A day that was refused is mended where it stands.
            is_refused = index.column() == HistoryColumn.DATE and index.data(DRAFT_ROLE)
            self.edit_cell(HistoryColumn.DATE if is_refused else HistoryColumn.NOTE)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deletion_asked.emit()
        elif key == Qt.Key.Key_Escape and self._model.discard_drafts():
            pass
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.row(index))

    def edit_cell(self, column: int) -> None:
        """Edit the date or the note of the current row, if it is a session."""
        index = self.currentIndex().siblingAtColumn(column)
        if not self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.edit(index)

    def sort_by_current_column(self) -> None:
        """Sort by the current column; if it is sorted already, reverse the order."""
        across, column = self.horizontalHeader(), self.currentIndex().column()
        is_sorted = across.sortIndicatorSection() == column
        was_newest_first = across.sortIndicatorOrder() == NEWEST_FIRST
        turned = OLDEST_FIRST if was_newest_first else NEWEST_FIRST
        self.sortByColumn(column, turned if is_sorted else NEWEST_FIRST)

    def make_menu(self) -> QMenu | None:
        index = self.currentIndex()
        if not index.isValid():
            return None
        menu = QMenu(self)
        menu.addAction(self.tr("&Open\tEnter"), partial(self._open, index))
        menu.addAction(self.tr("Edit &note\tF2"), partial(self.edit_cell, HistoryColumn.NOTE))
        menu.addAction(self.tr("&Move to another day"), partial(self.edit_cell, HistoryColumn.DATE))
        menu.addAction(self.tr("&Sort by this column"), self.sort_by_current_column)
        menu.addSeparator()
        menu.addAction(self.tr("&Delete\tDel"), self.deletion_asked.emit)
        return menu

    # The one current row

    def stand_at(self, row: int, column: int = 0) -> None:
        """Make a row the current one and the only one selected."""
        self.stand_on(self._model.index(row, column))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # The mouse selects its own row.
        is_by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        current = self.currentIndex()
        if not is_by_mouse and current.isValid() and not self.selectionModel().hasSelection():
            self.stand_at(current.row(), current.column())

    def _on_model_rearranging(self) -> None:
        current, self._stood_on = self.currentIndex(), None
        if current.isValid():
            rows = [index.row() for index in self.selectionModel().selectedRows()]
            place = min([current.row(), *rows])
            self._stood_on = self._model.session(current).id, place, current.column()

    def _on_model_rearranged(self) -> None:
        """If the current session is gone, go to the one now in its place.

        Qt would go to the row above without selecting it, so that keys would act on different rows.
        """
        if self._stood_on is None or self._model.row_of(self._stood_on[0]) is not None:
            return
        session_id, row, column = self._stood_on
        rows = self._model.rowCount()
        if rows and not self._model.knows(session_id):
            self.stand_at(min(row, rows - 1), column)
        else:  # left out by the search: nothing is selected until the runner does so
            self.leave()

    # A model that begins anew keeps selection and place, and what is being typed

    def _on_model_about_to_be_reset(self) -> None:
        current = self.currentIndex()
        line = self.indexWidget(current)
        is_typed = isinstance(line, QLineEdit) and line.isModified()
        self._typed = line.text() if isinstance(line, QLineEdit) and is_typed else None
        self._kept = (
            {row.session.id for row in self.selected_rows()},
            self._model.session(current).id if current.isValid() else None,
            current.column(),
        )
        top = self.indexAt(QPoint(0, 0))
        is_current_seen = current.isValid() and self.viewport().rect().intersects(
            self.visualRect(current)
        )
        self._top = None
        if top.isValid() and not is_current_seen:
            self._top = (self._model.session(top).id, self.visualRect(top).top())

    def _on_model_reset(self) -> None:
        selected, current, column = self._kept
        flags = QItemSelectionModel.SelectionFlag
        selection = QItemSelection()
        for place in self._model.rows_of(selected):
            index = self._model.index(place, 0)
            selection.select(index, index)
        self.selectionModel().select(selection, flags.Select | flags.Rows)
        row = None if current is None else self._model.row_of(current)
        if row is not None:
            index = self._model.index(row, column)
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
            if self._top is None:
                self.scrollTo(index)
            self._type_on(index)
        # If the current row was scrolled out of view, keep the rows that were in view.
        row = None if self._top is None else self._model.row_of(self._top[0])
        if self._top is not None and row is not None:
            self.scrollTo(self._model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - self._top[1])

    def _type_on(self, index: QModelIndex) -> None:
        if self._typed is not None:
            self.edit(index)
            line = self.indexWidget(index)
            assert isinstance(line, QLineEdit)
            line.setText(self._typed)
            line.setModified(True)
