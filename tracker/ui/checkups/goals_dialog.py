"""The goals agreed with the physio: listed with their progress, added, changed and removed."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.app.logbook import Logbook
from tracker.app.progress import ProgressData
from tracker.app.theme import CAPTION, GAP, PAGE_MARGIN
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.measured import kinds_of
from tracker.domain.measurement import KNOWN_KINDS, MeasuredKind
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.words.checkups import progress_text
from tracker.words.labels import (
    date_of_text,
    date_text,
    exercise_name,
    number_of_text,
    shortest_text,
    side_name,
)
from tracker.words.measurements import scale_text


class GoalsDialog(QDialog):
    """Lists the goals; each addition, change and removal is saved at once, as a step of its own.

    Args:
        logbook: The open log.
        data: The log by day, for the goals and where they stand.
        faults: Where a failed save is told.
    """

    def __init__(
        self,
        logbook: Logbook,
        data: ProgressData,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._faults = faults
        self._data = data
        self._goals: list[Goal] = []
        self.setWindowTitle(self.tr("Goals"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Goals"))
        self.list.setMinimumSize(460, 120)
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self._on_list_row_changed)
        self._make_fields()
        self.message = Complaint(self)
        self.add = QPushButton(self.tr("Add"), self)
        self.change = QPushButton(self.tr("Change"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        for button, label, make in (
            (self.add, self.tr("Add goal"), self._adding),
            (self.change, self.tr("Change goal"), self._changing),
            (self.remove, self.tr("Remove goal"), self._removing),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, what=(label, make): self._do(*what))
        self.add.setDefault(True)
        self._lay_out()
        data.refreshed.connect(self.refresh)
        self.refresh()
        (self.list if self._goals else self.target).setFocus()

    def _make_fields(self) -> None:
        self.kind = QComboBox(self)
        for kind, text in (
            (GoalKind.E1RM_BODYWEIGHTS, self.tr("estimated 1RM, × bodyweight")),
            (GoalKind.HEEL_RAISE_REPS, self.tr("heel raises, repetitions")),
            (GoalKind.DIFFERENCE_PERCENT, self.tr("legs apart, less than %")),
            (GoalKind.MEASUREMENT, self.tr("a measurement")),
        ):
            self.kind.addItem(text, kind)
        self.exercise = QComboBox(self)
        for exercise in Exercise:
            self.exercise.addItem(exercise_name(exercise), exercise)
        self.measured = QComboBox(self)
        self._fill_measured()
        self.side = QComboBox(self)
        for side in (Side.BOTH, Side.LEFT, Side.RIGHT):
            self.side.addItem(side_name(side), side)
        self.target = QLineEdit(self)
        self.target.setPlaceholderText(self.tr("as agreed with the physio"))
        self.by = QLineEdit(self)
        self.by.setPlaceholderText(self.tr("optional, as {}").format("2027-03-01"))
        for choice in (self.kind, self.measured):
            choice.currentIndexChanged.connect(self._on_kind_index_changed)

    def _fill_measured(self) -> None:
        """List what a goal may be of: known kinds, and those of the runner's own."""
        own = [each for each in kinds_of(self._data.checkups.measurements) if not each.is_known]
        for kind in (*KNOWN_KINDS.values(), *own):
            self.measured.addItem(scale_text(kind), kind)

    def _lay_out(self) -> None:
        self._form = form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        rows = (
            (self.tr("Goal"), self.kind),
            (self.tr("Exercise"), self.exercise),
            (self.tr("Measurement"), self.measured),
            (self.tr("Leg"), self.side),
            (self.tr("Target"), self.target),
            (self.tr("By"), self.by),
        )
        for text, field in rows:
            label = Caption(text, self, muted=True)
            label.setBuddy(field)
            field.setAccessibleName(text)
            form.addRow(label, field)
        self._on_kind_index_changed()
        buttons = QHBoxLayout()
        for button in (self.add, self.change, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        buttons.addWidget(close)
        hint = self.tr("Goals are the runner’s own; the program has none. Lines in the charts.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addWidget(self.list, 1)
        layout.addLayout(form)
        layout.addWidget(self.message)
        layout.addWidget(Caption(hint, self, factor=CAPTION, muted=True))
        layout.addLayout(buttons)
        order = [self.list, *(field for _, field in rows), self.add, self.change, self.remove]
        for before, after in pairwise([*order, close]):
            self.setTabOrder(before, after)

    def refresh(self) -> None:
        """List the goals as they are now."""
        self._faults.attempt(self._show_goals)

    def _show_goals(self) -> None:
        chosen = self._chosen
        self._goals = list(self._data.checkups.goals)
        texts = [progress_text(each, self._data.reached(each)) for each in self._goals]
        self.list.clear()
        self.list.addItems(texts)
        ids = [each.id for each in self._goals]
        if chosen is not None and chosen.id in ids:
            self.list.setCurrentRow(ids.index(chosen.id))
        self._on_list_row_changed()

    @property
    def _chosen(self) -> Goal | None:
        row = self.list.currentRow()
        return self._goals[row] if 0 <= row < len(self._goals) else None

    def _on_list_row_changed(self) -> None:
        goal = self._chosen
        self.change.setEnabled(goal is not None)
        self.remove.setEnabled(goal is not None)
        if goal is None:
            return
        self.kind.setCurrentIndex(self.kind.findData(goal.kind))
        if goal.kind is GoalKind.MEASUREMENT:
            self._choose_measured(goal.measured_kind)
        else:
            self.exercise.setCurrentIndex(self.exercise.findData(goal.exercise))
        self.side.setCurrentIndex(self.side.findData(goal.side))
        self.target.setText(shortest_text(goal.target))
        self.by.setText("" if goal.by is None else date_text(goal.by))

    def _choose_measured(self, kind: MeasuredKind) -> None:
        """Choose a kind, one that is a goal's alone and was never measured too."""
        if self.measured.findText(scale_text(kind)) < 0:
            self.measured.addItem(scale_text(kind), kind)
        self.measured.setCurrentIndex(self.measured.findText(scale_text(kind)))

    def _on_kind_index_changed(self) -> None:
        kind = GoalKind(self.kind.currentData())
        is_measured = kind is GoalKind.MEASUREMENT
        self._form.setRowVisible(self.exercise, not is_measured)
        self._form.setRowVisible(self.measured, is_measured)
        is_of_no_leg = is_measured and self.measured.currentData().is_of_legs is False
        is_of_both = kind is GoalKind.DIFFERENCE_PERCENT or is_of_no_leg
        if is_of_both:
            self.side.setCurrentIndex(self.side.findData(Side.BOTH))
        self.side.setEnabled(not is_of_both)
        if kind is GoalKind.HEEL_RAISE_REPS and self.exercise.currentData() == Exercise.SEATED:
            self.exercise.setCurrentIndex(self.exercise.findData(Exercise.STANDING))

    def _typed(self) -> Goal:
        words = self.tr("A target is a number, not “{}”.")
        target = number_of_text(self.target.text(), words)
        by = self.by.text().strip()
        side = Side(self.side.currentData())
        day = date_of_text(by) if by else None
        kind = GoalKind(self.kind.currentData())
        if kind is not GoalKind.MEASUREMENT:
            return Goal(kind, Exercise(self.exercise.currentData()), target, side, day)
        of: MeasuredKind = self.measured.currentData()
        unit = "" if of.is_known else of.unit
        return Goal(kind, None, target, side, day, measured=of.name, unit=unit)

    def _adding(self) -> Change:
        return Change.adding(self._another(self._typed()))

    def _another(self, goal: Goal) -> Goal:
        """Refuse a goal that stands in the list by another name."""
        if any(each.id != goal.id and replace(each, id=goal.id) == goal for each in self._goals):
            raise ValueError(self.tr("This goal is there already."))
        return goal

    def _changing(self) -> Change:
        goal = self._chosen
        if goal is None:
            return Change()
        return Change.replacing(goal, self._another(replace(self._typed(), id=goal.id)))

    def _removing(self) -> Change:
        goal = self._chosen
        return Change() if goal is None else Change.removing(goal)

    def _do(self, label: str, make: Callable[[], Change]) -> None:
        self.message.hide()
        self._faults.attempt(lambda: self._logbook.apply(make(), label), self._refuse)

    def _refuse(self, message: str) -> None:
        self.message.say(message)
