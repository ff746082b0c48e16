"""The dialog of goals agreed with the physio: list them with progress; add, change, remove."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from tracker.app.logbook import Logbook
from tracker.app.progress import ProgressData
from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.measured import kinds_of
from tracker.domain.measurement import KNOWN_KINDS, MeasuredKind
from tracker.ui.checkups.listed_dialog import ListedDialog, ListedWords
from tracker.ui.widgets.faults import Faults
from tracker.words.checkups import progress_text
from tracker.words.labels import (
    date_of_text,
    date_text,
    exercise_name,
    number_of_text,
    shortest_text,
    side_name,
    unbroken,
)
from tracker.words.measurements import scale_text


class GoalsDialog(ListedDialog[Goal]):
    """Lists the goals.

    Args:
        logbook: The open log.
        data: The log by day, for the goals and their progress.
        faults: Where a failed save is told.
    """

    def __init__(
        self,
        logbook: Logbook,
        data: ProgressData,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        words = ListedWords(
            self.tr("Goals"),
            self.tr("Add goal"),
            self.tr("Change goal"),
            self.tr("Remove goal"),
            self.tr("Set your own goals, or those of your physio. The charts show them as lines."),
        )
        super().__init__(logbook, faults, words, parent)
        self._data = data
        self._make_fields()
        self._lay_out(
            (
                (self.tr("Goal"), self.kind),
                (self.tr("Exercise"), self.exercise),
                (self.tr("Measurement"), self.measured),
                (self.tr("Leg"), self.side),
                (self.tr("Target"), self.target),
                (self.tr("By"), self.by),
            )
        )
        self._on_kind_index_changed()
        data.refreshed.connect(self.refresh)
        self.refresh()
        (self.list if self._listed else self.target).setFocus()

    def _make_fields(self) -> None:
        self.kind = QComboBox(self)
        for kind, text in (
            (GoalKind.E1RM_BODYWEIGHTS, self.tr("estimate, × bodyweight")),
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
        example = date_text(datetime.date(2027, 3, 1))
        self.by.setPlaceholderText(self.tr("optional, as {}").format(example))
        for choice in (self.kind, self.measured):
            choice.currentIndexChanged.connect(self._on_kind_index_changed)

    def _fill_measured(self) -> None:
        """List the kinds a goal can be about: built-in ones and the runner's own."""
        own = [each for each in kinds_of(self._data.checkups.measurements) if not each.is_known]
        for kind in (*KNOWN_KINDS.values(), *own):
            self.measured.addItem(scale_text(kind), kind)

    def _read(self) -> Sequence[Goal]:
        return self._data.checkups.goals

    def _text(self, entry: Goal) -> str:
        return unbroken(progress_text(entry, self._data.reached(entry)))

    def _fill(self, entry: Goal) -> None:
        self.kind.setCurrentIndex(self.kind.findData(entry.kind))
        if entry.kind is GoalKind.MEASUREMENT:
            self._choose_measured(entry.measured_kind)
        else:
            self.exercise.setCurrentIndex(self.exercise.findData(entry.exercise))
        self.side.setCurrentIndex(self.side.findData(entry.side))
        self.target.setText(shortest_text(entry.target))
        self.by.setText("" if entry.by is None else date_text(entry.by))

    def _choose_measured(self, kind: MeasuredKind) -> None:
        """Select a kind, even one that occurs only in a goal and was never measured."""
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

    def _typed(self, before: Goal | None) -> Goal:
        words = self.tr("A target is a number, not “{}”.")
        target = number_of_text(self.target.text(), words)
        by = self.by.text().strip()
        side = Side(self.side.currentData())
        day = date_of_text(by) if by else None
        kind = GoalKind(self.kind.currentData())
        if kind is GoalKind.MEASUREMENT:
            of: MeasuredKind = self.measured.currentData()
            unit = "" if of.is_known else of.unit
            goal = Goal(kind, None, target, side, day, measured=of.name, unit=unit)
        else:
            goal = Goal(kind, Exercise(self.exercise.currentData()), target, side, day)
        if before is not None:
            goal = replace(goal, id=before.id)
        return goal
