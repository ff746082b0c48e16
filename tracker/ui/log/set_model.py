"""The cells of one exercise's sets as a model: what was done, is expected or is being typed."""

from collections.abc import Mapping, Sequence
from operator import ne
from types import ModuleType
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from tracker.app.current_session import CurrentSession
from tracker.app.draft_saver import in_cell
from tracker.app.drafts import Draft, Field, Place
from tracker.app.settings import Settings
from tracker.domain.best_lifts import Beaten
from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import PlannedSets
from tracker.domain.session import LoggedSet
from tracker.domain.set_grid import Cell
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.read_only_table import Index
from tracker.words.bests import beaten_text
from tracker.words.labels import reps_text, set_text, side_name
from tracker.words.set_details import details_text

MOST_PASTED: Final = 100  # rows at once: no session has more
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
