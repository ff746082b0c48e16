"""A plan as a tree of its parts: phases, with planned sets in them."""

from PySide6.QtCore import QItemSelection, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from tracker.domain.load import Unit
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.plan_edits import WholePlan
from tracker.ui.widgets.keys import ENTER
from tracker.words.planned_sets import short_item_text
from tracker.words.plans import phase_text, schedule_text

PlanPart = Plan | Phase | PlannedSets
PART_ROLE = Qt.ItemDataRole.UserRole
ROW_ROOM = 8  # total pixels above and below the text of a row


class PartsTree(QTreeWidget):
    """The parts of a plan; Alt+Up and Alt+Down move, Delete removes, Enter goes to the fields.

    Signals:
        move_asked: The selected part is to move up (-1) or down (+1).
        removal_asked: The selected part is to be removed.
        fields_asked: The fields of the selected part are to have the focus.
    """

    move_asked = Signal(int)
    removal_asked = Signal()
    fields_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(16)
        self.setAccessibleName(self.tr("Parts of the plan"))

    def show_plan(self, whole: WholePlan, unit: Unit) -> None:
        """Show a plan; the same part stays selected, or else the one now in its row."""
        chosen, place = self.chosen, self._place()
        self.blockSignals(True)  # the caller updates once for the new selection
        self.clear()
        top = self._row(whole.plan, whole.plan.name)
        self.addTopLevelItem(top)
        for number, (phase, items) in enumerate(whole, 1):
            row = self._row(phase, f"{phase_text(phase, number)} · {schedule_text(phase)}")
            top.addChild(row)
            for item in items:
                row.addChild(self._row(item, short_item_text(item, unit)))
        self.expandAll()
        rows = self._rows()
        same = [row for row in rows if chosen is not None and _part(row).id == chosen.id]
        self.setCurrentItem(same[0] if same else rows[min(place, len(rows) - 1)])
        self.blockSignals(False)

    def _row(self, part: PlanPart, text: str) -> QTreeWidgetItem:
        has_note = not isinstance(part, Plan) and part.note
        row = QTreeWidgetItem([f"{text} · {part.note}" if has_note else text])
        row.setData(0, PART_ROLE, part)
        row.setToolTip(0, row.text(0))
        row.setSizeHint(0, QSize(0, self.fontMetrics().height() + ROW_ROOM))
        return row

    def _rows(self) -> list[QTreeWidgetItem]:
        """List the rows from the top."""
        rows, row = [], self.topLevelItem(0)
        while row is not None:
            rows.append(row)
            row = self.itemBelow(row)
        return rows

    def _place(self) -> int:
        current = self.currentItem()
        return 0 if current is None else self._rows().index(current)

    @property
    def chosen(self) -> PlanPart | None:
        """The selected part, as it was when shown."""
        current = self.currentItem()
        return None if current is None else _part(current)

    @property
    def texts(self) -> list[str]:
        """The texts of the rows, from the top."""
        return [row.text(0) for row in self._rows()]

    def choose_row(self, row: int) -> None:
        """Select the part in a row, counted from the top."""
        self.setCurrentItem(self._rows()[row])

    def choose(self, part_id: str) -> None:
        """Select a part by its ID."""
        for row in self._rows():
            if _part(row).id == part_id:
                self.setCurrentItem(row)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a typed key must not select another part that the next key acts on."""

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        current = self.currentItem()
        if current is not None and not self.selectedItems():
            current.setSelected(True)  # the current part is always shown as selected

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_asked.emit()
        elif key in ENTER:
            self.fields_asked.emit()
        else:
            super().keyPressEvent(event)


def _part(row: QTreeWidgetItem) -> PlanPart:
    part: PlanPart = row.data(0, PART_ROLE)
    return part
