"""Sending a day's planned sets to a watch: a workout file, and where to put it."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.app.plan_book import PlanBook
from tracker.app.theme import CAPTION, GAP, PAGE_MARGIN, for_letters
from tracker.domain.load import Unit
from tracker.exchange.exporting.workout import Workout
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.file_dialog import file_dialog
from tracker.words.labels import date_of_text, date_text
from tracker.words.planned_sets import item_text

WIDTH = 480


class SendDialog(QDialog):
    """Offers today's planned sets, or the next ones; another day's date can be typed.

    Args:
        plans: The plans of the log.
        unit: The unit of loads.
        faults: Where a failed read or save is told.
    """

    def __init__(
        self, plans: PlanBook, unit: Unit, faults: Faults, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._plans = plans
        self._unit = unit
        self._faults = faults
        self._workout: Workout | None = None
        self.setWindowTitle(self.tr("Send to the watch"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        coming = None if plans.due_on(plans.today) is not None else plans.next_due()
        self.day = QLineEdit(date_text(plans.today if coming is None else coming[0]), self)
        self.sets = Caption("", self)
        self.where = Caption(
            self.tr(
                "Save the file, connect the watch by its cable, and put the file into the folder "
                "GARMIN ▸ NewFiles. Or upload it by hand where the app of the watch takes "
                "workouts. What the watch recorded then comes back with File ▸ Import: exercise "
                "and leg are known by the steps, and it counts as what was planned."
            ),
            self,
            factor=CAPTION,
            muted=True,
        )
        self.saved = Caption("", self, bold=True)
        self.saved.hide()
        self.complaint = Complaint(self)
        self.save = QPushButton(self.tr("Save the file…"), self)
        self.save.setDefault(True)
        self.cancel = QPushButton(self.tr("Close"), self)
        self.cancel.setAutoDefault(False)
        self._lay_out()
        self.day.textEdited.connect(self._show_day)
        self.save.clicked.connect(self._on_save_clicked)
        self.cancel.clicked.connect(self.reject)
        plans.refreshed.connect(self._show_day)
        self._show_day()
        self.day.setFocus()
        self.day.selectAll()

    def _lay_out(self) -> None:
        label = Caption(self.tr("Day"), self, muted=True)
        label.setBuddy(self.day)
        self.day.setAccessibleName(self.tr("Day"))
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(label)
        head.addWidget(self.day, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        for words in (self.sets, self.saved, self.where):
            words.setWordWrap(True)
            layout.addWidget(words)
        layout.addWidget(self.complaint)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.setMinimumWidth(for_letters(WIDTH, self.fontMetrics()))
        for before, after in pairwise((self.day, self.save, self.cancel)):
            self.setTabOrder(before, after)

    def _show_day(self) -> None:
        """Show what is due on the typed day."""
        self.complaint.say("")
        self._workout = None
        self.saved.hide()
        self._faults.attempt(self._look_up, self.complaint.say)
        is_due = self._workout is not None
        self.save.setEnabled(is_due)
        self.sets.setVisible(is_due)
        self._make_room()

    def _look_up(self) -> None:
        day = date_of_text(self.day.text().strip())
        workout = self._plans.workout_on(day)
        if workout is None:
            raise ValueError(self.tr("Nothing is planned on that day."))
        self._workout = workout
        lines = [item_text(dose.item, self._unit) for dose in workout.doses]
        self.sets.setText("\n".join(lines))

    def _on_save_clicked(self) -> None:
        day = date_of_text(self.day.text().strip())
        dialog = file_dialog(self, self.tr("Save the file for the watch"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Workouts (*{})").format(".fit"))
        dialog.setDefaultSuffix(".fit")
        dialog.selectFile(f"soleus-{day}.fit")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the shown workout to a file, and say so above where to put it."""
        workout = self._workout
        if workout is not None and self._faults.attempt(
            lambda: self._plans.write_workout(workout, path)
        ):
            self.saved.setText(self.tr("Saved as {}").format(path))
            self.saved.show()
            self._make_room()

    def _make_room(self) -> None:
        """Grow to fit the wrapped lines, which a dialog does only when first shown."""
        needed = self._column.totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)
