"""Editing a plan: its parts as a tree, and beside it the fields of the one chosen."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tracker.app.logbook import Logbook
from tracker.app.plan_book import PlanBook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.plan_edits import (
    WholePlan,
    further_phase,
    further_sets,
    moving_phase,
    moving_sets,
    removing_phase,
)
from tracker.ui.cards import Caption
from tracker.ui.faults import Faults
from tracker.ui.plan_fields import PhaseFields, PlanFields, SetsFields
from tracker.ui.plan_words import phase_weeks_text, schedule_text, short_item_text
from tracker.ui.theme import CAPTION, GAP, PAGE_MARGIN

Part = Plan | Phase | PlannedSets
PART_ROLE = Qt.ItemDataRole.UserRole
FIELDS_WIDTH = 330
ROW_ROOM = 8  # above and below the text of a row


class PartsTree(QTreeWidget):
    """A plan with its phases and their planned sets; Alt+Up and Alt+Down move, Delete removes."""

    def __init__(self, editor: "PlanEditor") -> None:
        super().__init__(editor)
        self._editor = editor
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(16)
        self.setAccessibleName(self.tr("Parts of the plan"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._editor.move_part(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._editor.remove_part()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._editor.go_to_fields()
        else:
            super().keyPressEvent(event)


class PlanEditor(QDialog):
    """Every change is saved at once as a step of its own.

    Args:
        plan_id: The plan.
        plans: The plans of the log.
        logbook: The open log.
        settings: For the unit.
        faults: Where a failed save is told.
    """

    def __init__(
        self,
        plan_id: str,
        plans: PlanBook,
        logbook: Logbook,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plan_id = plan_id
        self._plans = plans
        self._logbook = logbook
        self._settings = settings
        self._faults = faults
        self._shown: WholePlan | None = None
        self.setWindowTitle(self.tr("Edit plan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tree = PartsTree(self)
        self.add_phase = QPushButton(self.tr("Add phase"), self)
        self.add_sets = QPushButton(self.tr("Add sets"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.up = QPushButton(self.tr("Up"), self)
        self.down = QPushButton(self.tr("Down"), self)
        for button, act in (
            (self.add_phase, self.append_phase),
            (self.add_sets, self.append_sets),
            (self.remove, self.remove_part),
            (self.up, lambda: self.move_part(-1)),
            (self.down, lambda: self.move_part(1)),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, act=act: act())
        self.remove.setToolTip(self.tr("Delete"))
        self.up.setToolTip(self.tr("Alt+Up"))
        self.down.setToolTip(self.tr("Alt+Down"))
        self.plan_fields = PlanFields(self._saver(self.tr("Change plan")))
        self.phase_fields = PhaseFields(self._saver(self.tr("Change phase")))
        self.sets_fields = SetsFields(self._saver(self.tr("Change planned sets")), settings.unit)
        self.title = Caption("", self, bold=True)
        self.message = Caption("", self, factor=CAPTION)
        self.message.setForegroundRole(QPalette.ColorRole.BrightText)
        self.message.setWordWrap(True)
        self.message.hide()
        self._lay_out()
        self.tree.currentItemChanged.connect(self._on_tree_current_item_changed)
        # As in the window, whose shortcuts do not reach into a dialog.
        for keys, act in (
            ("Ctrl+Z", logbook.undo),
            ("Ctrl+Shift+Z", logbook.redo),
            ("Ctrl+Y", logbook.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda act=act: self._faults.attempt(act))
        plans.refreshed.connect(self.refresh)
        self.refresh()
        self.tree.setFocus()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        for fields in (self.plan_fields, self.phase_fields, self.sets_fields):
            self._stack.addWidget(fields)
        area = QScrollArea(self)
        area.setWidget(self._stack)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        adding = QHBoxLayout()
        adding.setSpacing(8)
        buttons = (self.add_phase, self.add_sets, self.remove, self.up, self.down)
        for button in buttons:
            adding.addWidget(button)
        adding.addStretch(1)
        right = QWidget(self)
        right.setFixedWidth(FIELDS_WIDTH)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(area, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.tree, 0, 0)
        grid.addLayout(adding, 1, 0)
        grid.addWidget(right, 0, 1, 2, 1)
        hint = Caption(
            self.tr(
                "A change counts for the whole plan, the weeks gone by included. To change only "
                "what comes, take the plan again from a later day. Ctrl+Z undoes."
            ),
            self,
            factor=CAPTION,
            muted=True,
        )
        hint.setWordWrap(True)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        below = QHBoxLayout()
        below.addWidget(hint, 1)
        below.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addLayout(grid, 1)
        layout.addWidget(self.message)
        layout.addLayout(below)
        self.resize(860, 540)
        for before, after in pairwise((self.tree, *buttons)):
            self.setTabOrder(before, after)

    # What is shown

    def refresh(self) -> None:
        """Show the plan as it is now; where it is gone, close."""
        self._faults.attempt(self._show_plan)

    def _show_plan(self) -> None:
        whole = self._plans.whole(self._plan_id)
        if whole is None:
            self.reject()
            return
        if whole != self._shown:
            self._shown = whole
            self._fill_tree(whole)
        self._show_part()

    def _fill_tree(self, whole: WholePlan) -> None:
        chosen, place = self.chosen, self._place()
        self.tree.blockSignals(True)
        self.tree.clear()
        top = self._row(whole.plan, whole.plan.name)
        self.tree.addTopLevelItem(top)
        for phase, items in whole:
            row = self._row(phase, f"{phase_weeks_text(phase)} · {schedule_text(phase)}")
            top.addChild(row)
            for item in items:
                row.addChild(self._row(item, short_item_text(item, self._settings.unit)))
        self.tree.expandAll()
        rows = self._rows()
        same = [row for row in rows if chosen is not None and _part(row).id == chosen.id]
        self.tree.setCurrentItem(same[0] if same else rows[min(place, len(rows) - 1)])
        self.tree.blockSignals(False)

    def _row(self, part: Part, text: str) -> QTreeWidgetItem:
        row = QTreeWidgetItem([text if isinstance(part, Plan) else _with_note(text, part.note)])
        row.setData(0, PART_ROLE, part)
        row.setToolTip(0, row.text(0))
        row.setSizeHint(0, QSize(0, self.tree.fontMetrics().height() + ROW_ROOM))
        return row

    def _rows(self) -> list[QTreeWidgetItem]:
        """List the rows as they stand one below the other."""
        rows, row = [], self.tree.topLevelItem(0)
        while row is not None:
            rows.append(row)
            row = self.tree.itemBelow(row)
        return rows

    def _place(self) -> int:
        current = self.tree.currentItem()
        return 0 if current is None else self._rows().index(current)

    @property
    def chosen(self) -> Part | None:
        """The part chosen, as it is in the log."""
        current = self.tree.currentItem()
        return None if current is None else _part(current)

    def choose_row(self, row: int) -> None:
        """Choose the part at a row of the tree, counted from the top."""
        self.tree.setCurrentItem(self._rows()[row])

    def _choose(self, part_id: str) -> None:
        for row in self._rows():
            if _part(row).id == part_id:
                self.tree.setCurrentItem(row)

    def _on_tree_current_item_changed(self) -> None:
        self.message.hide()
        self._show_part()

    def _show_part(self) -> None:
        part = self.chosen
        self.add_sets.setEnabled(not isinstance(part, Plan))
        for button in (self.remove, self.up, self.down):
            button.setEnabled(not isinstance(part, Plan))
        if isinstance(part, Plan):
            self.title.setText(self.tr("Plan"))
            self.plan_fields.show_plan(part)
            self._stack.setCurrentWidget(self.plan_fields)
        elif isinstance(part, Phase):
            self.title.setText(self.tr("Phase"))
            self.phase_fields.show_phase(part)
            self._stack.setCurrentWidget(self.phase_fields)
        elif part is not None:
            self.title.setText(self.tr("Planned sets"))
            self.sets_fields.show_sets(part)
            self._stack.setCurrentWidget(self.sets_fields)

    def go_to_fields(self) -> None:
        """Put the keys into the first field of the part chosen."""
        fields = (self.plan_fields, self.phase_fields, self.sets_fields)
        first = fields[self._stack.currentIndex()].fields[0]
        first.setFocus(Qt.FocusReason.TabFocusReason)  # what is there is written over

    # What is changed

    def _saver(
        self, label: str
    ) -> Callable[[Callable[[], Mapping[str, object]], Callable[[str], object]], None]:
        def save(read: Callable[[], Mapping[str, object]], refuse: Callable[[str], object]) -> None:
            self._faults.attempt(lambda: self._change(dict(read()), label), refuse)

        return save

    def _change(self, fields: dict[str, Any], label: str) -> None:
        part = self.chosen
        if part is None:
            return
        after = replace(part, **fields)
        if isinstance(after, Plan):
            self._plans.require_alone(after)
        self._logbook.apply(Change.replacing(part, after), label)

    def _apply(self, change: Change, label: str) -> bool:
        return self._faults.attempt(lambda: self._logbook.apply(change, label), self._refuse)

    def append_phase(self) -> None:
        """Add a phase for the weeks after the last one."""
        if self._shown is not None:
            phase = further_phase(self._shown)
            if self._apply(Change.adding(phase), self.tr("Add phase")):
                self._choose(phase.id)
                self.go_to_fields()

    def append_sets(self) -> None:
        """Add planned sets to the phase chosen, like its last."""
        whole, part = self._shown, self.chosen
        if whole is None or part is None or isinstance(part, Plan):
            return
        phase = part if isinstance(part, Phase) else whole.phase_of(part)
        item = further_sets(phase, whole.items_of(phase))
        if self._apply(Change.adding(item), self.tr("Add planned sets")):
            self._choose(item.id)
            self.go_to_fields()

    def remove_part(self) -> None:
        """Remove the phase with its sets, or the planned sets chosen."""
        whole, part = self._shown, self.chosen
        if whole is not None and isinstance(part, Phase):
            self._apply(removing_phase(whole, part), self.tr("Remove phase"))
        elif isinstance(part, PlannedSets):
            self._apply(Change.removing(part), self.tr("Remove planned sets"))

    def move_part(self, step: int) -> None:
        """Move the part chosen up (-1) or down (+1) among its like."""
        whole, part = self._shown, self.chosen
        if whole is not None and isinstance(part, Phase):
            self._apply(moving_phase(whole, part, step), self.tr("Move phase"))
        elif whole is not None and isinstance(part, PlannedSets):
            self._apply(moving_sets(whole, part, step), self.tr("Move planned sets"))

    def _refuse(self, message: str) -> None:
        self.message.setText(message)
        self.message.show()


def _with_note(text: str, note: str) -> str:
    return f"{text} · {note}" if note else text


def _part(row: QTreeWidgetItem) -> Part:
    part: Part = row.data(0, PART_ROLE)
    return part
