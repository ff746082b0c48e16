"""One exercise's sets as a table that accepts the notation: a row per set, a column per leg."""

from collections.abc import Mapping, Sequence
from functools import partial
from operator import ne
from types import ModuleType
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
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

from tracker.app.current_session import CurrentSession
from tracker.app.draft_saver import in_cell
from tracker.app.drafts import Draft, Field, Place
from tracker.app.settings import Settings
from tracker.app.theme import CAPTION, CONTROL_RADIUS, colours_of, scaled_font
from tracker.domain.best_lifts import Beaten
from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import PlannedSets
from tracker.domain.session import LoggedSet
from tracker.domain.set_grid import Cell, cell_of
from tracker.ui.widgets.cursor_table import CursorTable
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.keys import ENTER
from tracker.ui.widgets.read_only_table import Index
from tracker.ui.window.actions import keys_text
from tracker.words.bests import BEST_MARK, beaten_text
from tracker.words.labels import reps_text, set_text, side_name
from tracker.words.set_details import details_text

# Created once, because Qt asks for them with every cell that it paints.
CELL_FLAGS: Final = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemNeverHasChildren
)
# Everything painted of a cell, in a single query.
PAINTED_ROLE: Final = Qt.ItemDataRole.UserRole + 2
# Whether the text is planned or last time's; whether it is a draft that could not be saved; and
# whether a planned set still lacks its load.
EXPECTED_ROLE: Final = Qt.ItemDataRole.UserRole
DRAFT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
ASKED_ROLE: Final = Qt.ItemDataRole.UserRole + 3
# Whether the logged set is the best of its leg so far.
BEST_ROLE: Final = Qt.ItemDataRole.UserRole + 4


def plan_words() -> ModuleType:
    """Give the words about planned sets: who has no plan need not wait for them."""
    from tracker.words import planned_sets

    return planned_sets


class Painted(NamedTuple):
    """What is painted in a cell.

    Args:
        text: The text.
        is_proposed: Whether the text is planned or last time's, and not done yet.
        is_draft: Whether the text could not be saved.
        before: What was proposed, if something else was done; otherwise blank.
        is_noted: Whether the set has pain, tempo or a note.
    """

    text: str
    is_proposed: bool = False
    is_draft: bool = False
    before: str = ""
    is_noted: bool = False


class _Shown(NamedTuple):
    """What a cell shows: a logged or expected set, or a draft and what is wrong with it.

    ``asked`` is a planned set without a load, because none is known. ``replaced`` is what was
    expected, if something else was logged.
    """

    logged: LoggedSet | None
    expected: LoggedSet | None
    draft: tuple[str, str] | None
    asked: PlannedSets | None
    replaced: LoggedSet | None = None
    beaten: Beaten | None = None  # what the logged set has beaten


class SetTableModel(QAbstractTableModel):
    """The cells of one exercise; what cannot be saved stays in its cell as a draft.

    Args:
        current: The session shown.
        exercise: The exercise.

    Signals:
        refused: What is wrong with the text entered; blank once it is corrected.
        draft_dropped: A draft is gone, and perhaps the row that it kept.
    """

    refused = Signal(str)
    draft_dropped = Signal()

    def __init__(
        self,
        current: CurrentSession,
        settings: Settings,
        faults: Faults,
        exercise: Exercise,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._settings = settings
        self._faults = faults
        self.exercise = exercise
        self._typed_at: Place | None = None
        self._before: Draft | None = None  # the draft in that cell when editing began
        self.sides, self._shown = self._seen()
        current.switched.connect(self._on_current_switched)
        current.refreshed.connect(self._on_current_refreshed)
        current.bests.refreshed.connect(self._on_current_refreshed)
        settings.unit_changed.connect(self._on_settings_unit_changed)

    @property
    def _drafts(self) -> dict[Cell, tuple[str, str]]:
        """The drafts of the session shown, each with what is wrong with it.

        A new text typed over a draft replaces it only when the cell is left.
        """
        drafts = self._current.drafts.all()
        if self._before is not None and self._current.drafts.is_begun(self._typed_at):
            drafts.append(self._before)
        return {
            each.place.at: (each.typed, each.reason)
            for each in drafts
            if isinstance(each.place.at, Cell)
            and each.place.session.id == self._current.session.id
            and each.reason
        }

    def _place(self, cell: Cell) -> Place:
        return Place(Field.CELL, self._current.session, cell)

    def _on_current_switched(self) -> None:
        reasons = (why for cell, (_, why) in self._drafts.items() if cell.exercise is self.exercise)
        self.refused.emit(next(reasons, ""))

    @property
    def _typed_in(self) -> Cell | None:
        """The cell being edited."""
        cell = None if self._typed_at is None else self._typed_at.at
        return cell if isinstance(cell, Cell) else None

    def _seen(self) -> tuple[tuple[Side, ...], list[list[_Shown]]]:
        """Return the current columns and cells.

        A draft keeps its row and its column, and so does a cell being edited.
        """
        exercise, grid, drafts = self.exercise, self._current.grid([self.exercise]), self._drafts
        kept = [each for each in drafts if each.exercise is exercise]
        rows = max([grid.row_count(exercise), *(each.set_no for each in kept)])
        sides = grid.sides(exercise)
        if Side.BOTH not in sides and any(each.side is Side.BOTH for each in kept):
            sides = (*sides, Side.BOTH)
        typed, self._has_room_for_line = self._typed_in, False
        if typed is not None and typed.exercise is exercise:
            self._has_room_for_line = typed.set_no > rows or typed.side not in sides
            rows = max(rows, typed.set_no)
            sides = sides if typed.side in sides else (*sides, typed.side)
        return sides, [
            [self._shown_in(Cell(exercise, row, side), drafts) for side in sides]
            for row in range(1, rows + 1)
        ]

    def _shown_in(self, cell: Cell, drafts: Mapping[Cell, tuple[str, str]]) -> "_Shown":
        draft, current = drafts.get(cell), self._current
        if draft:
            return _Shown(current.own(cell), None, draft, None)
        own = current.own(cell)
        if own is not None:
            beaten = current.bests.of(own)
            return _Shown(own, None, None, None, current.replaced(cell), beaten)
        return _Shown(None, current.expected(cell), None, current.asked(cell))

    def _on_current_refreshed(self) -> None:
        """Show the current cells, telling the view what is removed, added and changed.

        Never by a reset: the view would lose its position, and an open editor its text.
        """
        nowhere = QModelIndex()
        sides, seen = self._seen()
        if len(seen) < len(self._shown):
            self.beginRemoveRows(nowhere, len(seen), len(self._shown) - 1)
            del self._shown[len(seen) :]
            self.endRemoveRows()
        # The last column, which may come and go, is for both legs.
        if len(sides) < len(self.sides):
            self.beginRemoveColumns(nowhere, len(sides), len(self.sides) - 1)
            self.sides, self._shown = sides, [row[: len(sides)] for row in self._shown]
            self.endRemoveColumns()
        elif len(sides) > len(self.sides):
            first, shown = len(self.sides), zip(self._shown, seen, strict=False)
            self.beginInsertColumns(nowhere, first, len(sides) - 1)
            self.sides, self._shown = sides, [old + new[first:] for old, new in shown]
            self.endInsertColumns()
        if len(seen) > len(self._shown):
            self.beginInsertRows(nowhere, len(self._shown), len(seen) - 1)
            self._shown += seen[len(self._shown) :]
            self.endInsertRows()
        before, self._shown = self._shown, seen
        for row, (old, new) in enumerate(zip(before, seen, strict=True)):
            for column, changed in enumerate(map(ne, old, new)):
                if changed:  # only these are repainted
                    self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def _on_settings_unit_changed(self) -> None:
        last = self.index(len(self._shown) - 1, len(self.sides) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show another exercise in this table."""
        self.beginResetModel()
        self.exercise = exercise
        self.sides, self._shown = self._seen()
        self.endResetModel()

    def cell(self, index: Index) -> Cell:
        """Return the cell of an index."""
        return Cell(self.exercise, index.row() + 1, self.sides[index.column()])

    def index_of(self, cell: Cell) -> QModelIndex:
        """Return the index of a cell; invalid if the table has no such cell."""
        if cell.side not in self.sides or not 1 <= cell.set_no <= len(self._shown):
            return QModelIndex()
        return self.index(cell.set_no - 1, self.sides.index(cell.side))

    def logged(self, index: Index) -> LoggedSet | None:
        """Return the set of an index; None if none is logged there."""
        return self._current.own(self.cell(index)) if index.isValid() else None

    def typed(self, index: Index) -> str:
        """Return the unsaved text of a cell; blank if there is none."""
        draft = self._current.drafts.of(self._place(self.cell(index)))
        return "" if draft is None else draft.typed

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sides)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return CELL_FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return side_name(self.sides[section]) if section < len(self.sides) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        shown = self._shown[index.row()][index.column()]
        if role == PAINTED_ROLE:
            return self._painted(shown)
        if role == EXPECTED_ROLE:
            return shown.expected is not None
        if role == DRAFT_ROLE:
            return shown.draft is not None
        if role == ASKED_ROLE:
            return shown.asked is not None
        if role == BEST_ROLE:
            return shown.beaten is not None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(shown)
        if role == Qt.ItemDataRole.EditRole:
            return self._text(shown._replace(expected=None), to_edit=True)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(self.cell(index), shown)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(self.cell(index), shown)
        return None

    def _painted(self, shown: _Shown) -> Painted:
        logged, replaced = shown.logged, shown.replaced
        is_noted = logged is not None and not shown.draft and bool(details_text(logged))
        before = "" if replaced is None else set_text(replaced, self._settings.unit)
        is_proposed = shown.expected is not None or shown.asked is not None
        return Painted(self._text(shown), is_proposed, shown.draft is not None, before, is_noted)

    def _text(self, shown: _Shown, *, to_edit: bool = False) -> str:
        if shown.draft:
            return shown.draft[0]
        if shown.asked:
            done = reps_text(shown.asked.reps, shown.asked.hold_s)
            return f"{done}x" if to_edit else f"{done} × …"
        written = shown.logged or shown.expected
        return "" if written is None else set_text(written, self._settings.unit)

    def _tip(self, cell: Cell, shown: _Shown) -> str | None:
        if shown.draft:
            return shown.draft[1]
        if shown.logged:
            lines = [details_text(shown.logged)]
            if shown.replaced:
                lines.append(self._before_words(cell, shown.replaced))
            if shown.beaten is not None:
                lines.append(beaten_text(shown.beaten))
            return "\n".join(filter(None, lines)) or None
        item = self._current.planned_at(cell)
        return None if item is None else self._words_of_plan(item)

    def _words_of_plan(self, item: PlannedSets) -> str:
        text: str = plan_words().item_text(item, self._settings.unit)
        return f"{text}\n{item.note}" if item.note else text

    def _before_words(self, cell: Cell, replaced: LoggedSet) -> str:
        is_planned = self._current.planned_at(cell) is not None
        words = self.tr("planned {}") if is_planned else self.tr("last time {}")
        return words.format(set_text(replaced, self._settings.unit))

    def _spoken(self, cell: Cell, shown: _Shown) -> str:
        place = self.tr("Set {}, {}").format(cell.set_no, side_name(cell.side))
        if shown.draft:
            return self.tr("{}: {}, not saved. {}").format(place, *shown.draft)
        if shown.asked:
            words = self.tr("{}: proposed, planned {}, load not known")
            return words.format(place, reps_text(shown.asked.reps, shown.asked.hold_s))
        if shown.logged:
            parts = [self.tr("{}: {}, saved").format(place, self._text(shown))]
            parts.append(details_text(shown.logged))
            if shown.replaced:
                parts.append(self._before_words(cell, shown.replaced))
            best = "" if shown.beaten is None else f". {beaten_text(shown.beaten)}"
            return ", ".join(filter(None, parts)) + best
        if shown.expected:
            before = self._before_words(cell, shown.expected)
            return self.tr("{}: proposed, {}").format(place, before)
        return self.tr("{}: empty").format(place)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        place, text = self._place(self.cell(index)), str(value)
        was_refused = self.cell(index) in self._drafts
        self.note_typed(index, text)
        done = self._faults.attempt(lambda: self._current.saver.save(place), self.refused.emit)
        if not text:  # a deletion that failed is no draft: show the set again
            self._current.drafts.drop(place)
        return self._tell(done, is_anew=was_refused or not done)

    def begin_typing(self, index: Index) -> None:
        """Remember what to go back to if editing is cancelled."""
        self._typed_at = self._place(self.cell(index))
        self._before = self._current.drafts.of(self._typed_at)

    def note_typed(self, index: Index, text: str) -> None:
        """Tie the typed text to the cell, and to the set that was there when editing began."""
        logged = self._current.own(self.cell(index))
        self._current.drafts.type(self._place(self.cell(index)), text, in_cell(logged))

    def end_typing(self) -> None:
        """End editing; text that was neither saved nor refused is dropped."""
        place, self._typed_at = self._typed_at, None
        if place is not None and self._current.drafts.is_begun(place):
            self._current.drafts.put_back(place, self._before)

    def take_room_back(self) -> None:
        """Remove the row or column that only the editor needed, now that it is closed."""
        if self._has_room_for_line:
            self._on_current_refreshed()

    @property
    def is_typed_in(self) -> bool:
        """Whether a cell is being edited."""
        return self._typed_at is not None

    def take_over(self, index: Index) -> bool:
        """Log what is expected in a cell, or try its draft again."""
        cell = self.cell(index)
        draft = self._drafts.get(cell)
        if draft is not None:
            return self.setData(index, draft[0])
        done = self._faults.attempt(lambda: self._current.take_over([cell]), self.refused.emit)
        return self._tell(done, is_anew=False)

    def paste(self, index: Index, rows: Sequence[Sequence[str]]) -> None:
        """Write a block of cells as one step; what is refused stays in its cell as a draft.

        Args:
            index: Where the first cell goes; the others go below it and to its right.
            rows: The texts; a blank one leaves its cell as it is.
        """
        if len(rows) == 1 and len(rows[0]) == 1:  # as if typed, so 3x8@60 fills the column
            self.setData(index, rows[0][0])
            return
        first, sides = self.cell(index), self.sides[index.column() :]
        widest = max(map(len, rows), default=0)
        if widest > len(sides) or len(rows) > MOST_PASTED:
            self.refused.emit(
                self.tr(
                    "A block of {} × {} does not fit: from here there is room for {} × {}."
                ).format(len(rows), widest, MOST_PASTED, len(sides))
            )
            return
        texts = {
            first._replace(set_no=first.set_no + down, side=side): text
            for down, row in enumerate(rows)
            for side, text in zip(sides, row, strict=False)
            if text.strip()
        }
        refused: dict[Cell, str] = {}
        current = self._current
        if not self._faults.attempt(
            lambda: refused.update(current.enter_all(texts)), self.refused.emit
        ):
            return
        for cell, text in texts.items():
            place = self._place(cell)
            current.drafts.drop(place)
            if cell in refused:
                current.drafts.type(place, text, in_cell(current.own(cell)))
                current.drafts.refuse(place, refused[cell])
        self._on_current_refreshed()
        self.refused.emit(next(iter(refused.values()), ""))

    def discard_draft(self, index: Index) -> bool:
        """Drop a cell's draft; returns whether there was one."""
        dropped = self._current.drafts.drop(self._place(self.cell(index)))
        if dropped:
            self.refused.emit("")
            self._on_current_refreshed()
            self.draft_dropped.emit()
        return dropped

    def _tell(self, done: bool, *, is_anew: bool) -> bool:
        if is_anew:
            self._on_current_refreshed()
        if done:
            self.refused.emit("")
        return done


CELL_PADDING: Final = 8  # pixels before the text in a cell
NOTED: Final = 7  # size of the corner that marks pain, tempo or a note
BESIDE: Final = 10  # pixels between what was done and what was proposed
MARK_WIDTH: Final = 3  # width of the mark on the set whose details are shown
MOST_PASTED: Final = 100  # rows at once: no session has more
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
