"""Editing a plan: its parts as a tree, beside the fields of the selected part."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.app.logbook import Logbook
from tracker.app.plan_book import PlanBook
from tracker.app.settings import Settings
from tracker.app.theme import CAPTION, GAP, PAGE_MARGIN, for_letters
from tracker.domain.change import Change
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.plan_edits import (
    WholePlan,
    further_phase,
    further_sets,
    moving_phase,
    moving_sets,
    removing_phase,
    turned,
)
from tracker.ui.plan.fields import PhaseFields, PlanFields, SetsFields
from tracker.ui.plan.tree import PartsTree
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.fitted import fit
from tracker.ui.window.actions import keys_of, keys_text

FIELDS_WIDTH = 330


class PlanEditor(QDialog):
    """A dialog that saves every change at once, as its own step.

    Args:
        plan_id: The ID of the plan.
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
        self.tree.move_asked.connect(self.move_part)
        self.tree.removal_asked.connect(self.remove_part)
        self.tree.fields_asked.connect(self.go_to_fields)
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
        self.message = Complaint(self)
        self._lay_out()
        self.tree.currentItemChanged.connect(self._on_tree_current_item_changed)
        # The same as in the window, whose shortcuts do not work in a dialog.
        for name, act in (("undo", logbook.undo), ("redo", logbook.redo)):
            for keys in keys_of(name):
                shortcut = QShortcut(QKeySequence(keys), self)
                shortcut.activated.connect(lambda act=act: self._faults.attempt(act))
        plans.refreshed.connect(self.refresh)
        logbook.undone.connect(self._on_logbook_retraced)
        logbook.redone.connect(self._on_logbook_retraced)
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
        right.setFixedWidth(for_letters(FIELDS_WIDTH, self.fontMetrics()))
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
                "what comes, take the plan again from a later day. {} undoes."
            ).format(keys_text("undo")),
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
        fit(self, 860, 540)
        for before, after in pairwise((self.tree, *buttons)):
            self.setTabOrder(before, after)

    # What is shown

    def refresh(self) -> None:
        """Show the current plan; close if it is gone."""
        self._faults.attempt(self._show_plan)

    def _show_plan(self) -> None:
        whole = self._plans.whole(self._plan_id)
        if whole is None:
            self.reject()
            return
        if whole != self._shown:
            self._shown, before = whole, self.tree.chosen
            self.tree.show_plan(whole, self._settings.unit)
            after = self.tree.chosen
            has_gone = before is not None and after is not None and before.id != after.id
            keys = self.focusWidget()
            if has_gone and keys is not None and self._stack.isAncestorOf(keys):
                # Another window has removed the part that is being edited.
                for fields in (self.plan_fields, self.phase_fields, self.sets_fields):
                    fields.forget()
                self.tree.setFocus()
        self._show_part()

    def _on_logbook_retraced(self, change: Change) -> None:
        """Select the part that undo or redo has restored or changed."""
        whole = self._shown
        if whole is None:
            return
        came = {edit.entry.id for edit in change.edits if edit.before is None}
        touched = came or {edit.entry.id for edit in change.edits}
        chosen = self.tree.chosen
        here = [part.id for part in whole.entries if part.id in touched]
        # A move also changes a neighbour; the selected part stays selected if it is one of the two.
        if here and (chosen is None or chosen.id not in here):
            self.tree.choose(here[0])

    def _on_tree_current_item_changed(self) -> None:
        self.message.hide()
        self._show_part()

    def _show_part(self) -> None:
        part = self.tree.chosen
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
        """Put the focus in the first field of the selected part."""
        fields = (self.plan_fields, self.phase_fields, self.sets_fields)
        first = fields[self._stack.currentIndex()].fields[0]
        # Selects the text, so that typing replaces it.
        first.setFocus(Qt.FocusReason.TabFocusReason)

    # What is changed

    def _saver(
        self, label: str
    ) -> Callable[[Callable[[], Mapping[str, object]], Callable[[str], object]], None]:
        def save(read: Callable[[], Mapping[str, object]], refuse: Callable[[str], object]) -> None:
            self._faults.attempt(lambda: self._change(dict(read()), label), refuse)

        return save

    def _change(self, fields: dict[str, Any], label: str) -> None:
        part = self.tree.chosen
        if part is None:
            return
        whole = self._plans.whole(self._plan_id)
        if isinstance(part, Phase) and whole is not None and "begins" in fields:
            after: Plan | Phase | PlannedSets = turned(
                whole.plan, part, fields["begins"], self._plans.today
            )
        else:
            after = replace(part, **fields)
        if isinstance(after, Plan):
            self._plans.require_alone(after)
        if isinstance(after, Phase):
            self._plans.require_apart(after)
        self._logbook.apply(Change.replacing(part, after), label)

    def _apply(self, change: Change, label: str) -> bool:
        return self._faults.attempt(lambda: self._logbook.apply(change, label), self._refuse)

    def append_phase(self) -> None:
        """Add a phase for the weeks after the last one."""
        if self._shown is not None:
            phase = further_phase(self._shown)
            if self._apply(Change.adding(phase), self.tr("Add phase")):
                self.tree.choose(phase.id)
                self.go_to_fields()

    def append_sets(self) -> None:
        """Add planned sets to the selected phase, like its last ones."""
        whole, part = self._shown, self.tree.chosen
        if whole is None or part is None or isinstance(part, Plan):
            return
        phase = part if isinstance(part, Phase) else whole.phase_of(part)
        item = further_sets(phase, whole.items_of(phase))
        if self._apply(Change.adding(item), self.tr("Add planned sets")):
            self.tree.choose(item.id)
            self.go_to_fields()

    def remove_part(self) -> None:
        """Remove the selected phase with its sets, or the selected planned sets."""
        whole, part = self._shown, self.tree.chosen
        if whole is not None and isinstance(part, Phase):
            self._apply(removing_phase(whole, part), self.tr("Remove phase"))
        elif isinstance(part, PlannedSets):
            self._apply(Change.removing(part), self.tr("Remove planned sets"))

    def move_part(self, step: int) -> None:
        """Move the selected part up (-1) or down (+1) among its siblings."""
        whole, part = self._shown, self.tree.chosen
        if whole is not None and isinstance(part, Phase):
            self._apply(moving_phase(whole, part, step), self.tr("Move phase"))
        elif whole is not None and isinstance(part, PlannedSets):
            self._apply(moving_sets(whole, part, step), self.tr("Move planned sets"))

    def _refuse(self, message: str) -> None:
        self.message.say(message)
