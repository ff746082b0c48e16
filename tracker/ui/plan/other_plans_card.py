"""The card of the log's other plans: what was done of each, and buttons to repeat or edit one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from tracker.domain.plan_edits import WholePlan
from tracker.ui.plan.cards import PlanCard
from tracker.words.plans import span_text

MOST_ROWS = 6  # visible at once


class OtherPlansCard(PlanCard):
    """The other plans of the log, each with what was done of it.

    Signals:
        again_asked: The ID of a plan to repeat.
        edit_asked: The ID of a plan to edit.
        deletion_asked: The ID of a plan to delete.
    """

    again_asked = Signal(str)
    edit_asked = Signal(str)
    deletion_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Other plans"), parent)
        self._ids: list[str] = []
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Other plans"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.currentRowChanged.connect(lambda _row: self._enable())
        self.again = QPushButton(self.tr("Use again…"), self)
        self.edit = QPushButton(self.tr("Edit…"), self)
        self.delete = QPushButton(self.tr("Delete"), self)
        for button, signal in (
            (self.again, self.again_asked),
            (self.edit, self.edit_asked),
            (self.delete, self.deletion_asked),
        ):
            button.clicked.connect(lambda _on=False, asked=signal: asked.emit(self.chosen))
        self.list.itemActivated.connect(lambda _item: self.edit_asked.emit(self.chosen))
        self.inside.addWidget(self.list)
        self.inside.addLayout(self._buttons(self.again, self.edit, self.delete))
        self.setTabOrder(self.list, self.again)

    @property
    def chosen(self) -> str:
        """The ID of the selected plan; blank for none."""
        row = self.list.currentRow()
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def show_plans(self, plans: Sequence[tuple[WholePlan, str]]) -> None:
        """Show plans, each with what was done of it; a selected plan stays selected."""
        chosen = self.chosen
        self._ids = [whole.plan.id for whole, _ in plans]
        texts = [
            " · ".join(part for part in (w.plan.name, span_text(w.plan), done) if part)
            for w, done in plans
        ]
        self.list.clear()
        self.list.addItems(texts)
        if chosen in self._ids:
            self.list.setCurrentRow(self._ids.index(chosen))
        self.list.ensurePolished()  # so that rows include the style sheet's padding
        rows = min(max(len(texts), 1), MOST_ROWS)
        row_height = max(self.list.sizeHintForRow(0), self.fontMetrics().height() + 4)
        self.list.setFixedHeight(rows * row_height + 4)
        self.setVisible(bool(texts))
        self._enable()

    def _enable(self) -> None:
        for button in (self.again, self.edit, self.delete):
            button.setEnabled(bool(self.chosen))
