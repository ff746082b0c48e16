"""The exercise names found in a file, each with what it is to become."""

from typing import Final

from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from tracker.app.import_session import ImportSession
from tracker.app.language import in_language, plural
from tracker.domain.exercise import Exercise
from tracker.exchange.importing.found import NameFound
from tracker.exchange.importing.names import Meaning, Sides
from tracker.ui.files.choices_table import ChoicesTable
from tracker.words.labels import exercise_name, number_text

IS: Final = 2  # the columns with choices
DONE_WITH: Final = 3


class Names(QWidget):
    """A table of names: unclear ones first and marked, other exercises folded away."""

    def __init__(self, session: ImportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: tuple[NameFound, ...] = ()
        self.table = ChoicesTable(
            self.tr("Exercises in the file"),
            [self.tr("In the file"), self.tr("Lines"), self.tr("Is"), self.tr("Done with")],
            (IS, DONE_WITH),
            self,
        )
        self.others = QToolButton(self)
        self.others.setCheckable(True)
        self.others.toggled.connect(self._fold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        layout.addWidget(self.others)

    def refresh(self) -> None:
        """Show the names found in the file, if they have changed."""
        read = self._session.read
        found = () if read is None else read.names
        self.setVisible(bool(found))
        if found == self._found:
            return
        # Unclear ones first, then calf exercises, then the rest; each in the order of the file.
        ranked = sorted(
            found, key=lambda each: (not each.guess.is_calf_work, not each.guess.is_unclear)
        )
        self._found = found
        self.table.setRowCount(len(ranked))
        for row, each in enumerate(ranked):
            self._show(row, each)
        others = sum(not each.guess.is_calf_work for each in ranked)
        self.table.make_room()
        self.others.setText(plural("Show %Ln other (exercise|exercises)", None, others))
        self.others.setVisible(bool(others))
        self.others.setChecked(False)
        self._fold()

    def _show(self, row: int, found: NameFound) -> None:
        words = found.name
        if found.guess.is_unclear:
            words = self.tr("⚠ {} ({})").format(found.name, in_language(found.guess.reason))
        for column, text in enumerate((words, number_text(found.lines))):
            self.table.show_text(row, column, text, found.name)
        meaning = self._session.mapping.get(found.name)
        exercise = self.table.new_choice(self.tr("What {} is").format(found.name))
        exercise.addItem(self.tr("left out"), None)
        for each in Exercise:
            exercise.addItem(exercise_name(each), each)
        sides = self.table.new_choice(self.tr("Which legs did {}").format(found.name))
        if found.has_legs:  # which count, whatever the name says
            legs_said = Sides.BOTH if meaning is None else meaning.sides
            sides.addItem(self.tr("as each line says"), legs_said)
        else:
            for side, text in (
                (Sides.BOTH, self.tr("both at once")),
                (Sides.EACH, self.tr("each leg")),
                (Sides.LEFT, self.tr("left")),
                (Sides.RIGHT, self.tr("right")),
                (Sides.ALTERNATING, self.tr("left and right in turn")),
            ):
                sides.addItem(text, side)
        if meaning is not None:
            exercise.setCurrentIndex(exercise.findData(meaning.exercise))
            sides.setCurrentIndex(sides.findData(meaning.sides))
        elif found.guess.exercise is not None:  # left out until the leg is chosen
            exercise.setCurrentIndex(exercise.findData(found.guess.exercise))
            sides.setPlaceholderText(self.tr("Please choose"))
            sides.setCurrentIndex(-1)
        sides.setEnabled(exercise.currentData() is not None and not found.has_legs)

        def choose() -> None:
            kind, legs = exercise.currentData(), sides.currentData()
            sides.setEnabled(kind is not None and not found.has_legs)
            is_said = kind is not None and legs is not None
            chosen = Meaning(Exercise(kind), Sides(legs)) if is_said else None
            self._session.set_meaning(found.name, chosen)

        exercise.activated.connect(choose)
        sides.activated.connect(choose)
        self.table.setCellWidget(row, IS, exercise)
        self.table.setCellWidget(row, DONE_WITH, sides)

    def _fold(self) -> None:
        calf = sum(each.guess.is_calf_work for each in self._found)
        for row in range(self.table.rowCount()):
            self.table.setRowHidden(row, row >= calf and not self.others.isChecked())
        rows = (self.table.rowHeight(row) for row in range(self.table.rowCount()))
        around = self.table.horizontalHeader().sizeHint().height() + 2 * self.table.frameWidth()
        self.table.setMaximumHeight(around + sum(rows))  # leaves the rest to what is below
