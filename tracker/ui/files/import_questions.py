"""The import dialog's questions about a file: columns, dates, units, bodyweight."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.app.import_session import ImportSession
from tracker.app.language import error_text
from tracker.app.theme import CAPTION, GAP
from tracker.domain.load import Unit, kg_from_pounds, pounds_from_kg
from tracker.domain.runner import BODYWEIGHTS_KG
from tracker.exchange.importing.dates import DayOrder
from tracker.exchange.importing.foreign_csv import Head
from tracker.exchange.roles import Role
from tracker.exchange.whole_log.parts import LogPart
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.words.labels import (
    load_number,
    load_text,
    number_of_text,
    number_text,
    shortest_text,
)


class OpenQuestions(QWidget):
    """The questions that are still open, and no others."""

    def __init__(self, session: ImportSession, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.inside = self._choice(self.tr("Which table?"))
        self._runners_unit = unit
        self.order = self._choice(self.tr("First in a date"))
        self.order.addItem(self.tr("The day is first"), DayOrder.DAY_FIRST)
        self.order.addItem(self.tr("The month is first"), DayOrder.MONTH_FIRST)
        self.order.addItem(self.tr("The year is first"), DayOrder.YEAR_FIRST)
        self.unit = self._choice(self.tr("Unit of loads"))
        self.distance = self._choice(self.tr("Unit of distances"))
        self.distance.addItem(self.tr("Kilometres"), False)
        self.distance.addItem(self.tr("Miles"), True)
        self.first_set = self._choice(self.tr("First set of each exercise"))
        self.first_set.addItem(self.tr("A work set"), False)
        self.first_set.addItem(self.tr("A warm-up"), True)
        self.bodyweight = QLineEdit(self)
        self.bodyweight.setPlaceholderText(self.tr("not known"))
        self.bodyweight.setAccessibleName(self.tr("Bodyweight"))
        self.complaint = Complaint(self)
        self.parts = PartsChoice(self)
        self.columns = ColumnChoice(self)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(GAP)
        self._order_label = QLabel(self)
        self._unit_label = QLabel(self)
        for label, field in (
            (QLabel(self.tr("Which table?"), self), self.inside),
            (self._order_label, self.order),
            (self._unit_label, self.unit),
            (QLabel(self.tr("Distances are in"), self), self.distance),
            (QLabel(self.tr("First set of each exercise and leg"), self), self.first_set),
            (QLabel(self.tr("Bodyweight in {}").format(unit), self), self.bodyweight),
            (QLabel(self.tr("Take from this log"), self), self.parts),
        ):
            label.setBuddy(field)
            self._form.addRow(label, field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)
        layout.addLayout(self._form)
        layout.addWidget(self.complaint)
        self.inside.activated.connect(lambda: session.choose_inside(str(self.inside.currentData())))
        self.order.activated.connect(
            lambda: session.choose_order(DayOrder(self.order.currentData()))
        )
        self.unit.activated.connect(lambda: session.set_unit(Unit(self.unit.currentData())))
        self.distance.activated.connect(lambda: session.set_miles(self.distance.currentData()))
        self.first_set.activated.connect(
            lambda: session.set_begins_warm(self.first_set.currentData())
        )
        self.bodyweight.editingFinished.connect(self._on_bodyweight_editing_finished)
        self.parts.chosen.connect(session.set_parts)
        self.columns.chosen.connect(session.choose_columns)

    def _choice(self, name: str) -> QComboBox:
        choice = QComboBox(self)
        choice.setAccessibleName(name)
        choice.setPlaceholderText(self.tr("Please choose"))
        return choice

    def refresh(self) -> None:
        """Show the questions that are open now."""
        session, read = self._session, self._session.read
        self._show_insides()
        asks_order = bool(session.ambiguous_date) or session.choices.order is not None
        if session.ambiguous_date:
            self._order_label.setText(
                self.tr("Dates like {}: what is first?").format(session.ambiguous_date)
            )
        order = session.choices.order
        self.order.setCurrentIndex(-1 if order is None else list(DayOrder).index(order))
        self._form.setRowVisible(self.order, asks_order)
        self._show_unit()
        self._form.setRowVisible(self.distance, read is not None and read.must_ask_distance)
        self.distance.setCurrentIndex(-1 if session.is_miles is None else int(session.is_miles))
        asks_warmup = read is not None and read.must_ask_warmup(session.mapping)
        self._form.setRowVisible(self.first_set, asks_warmup)
        self.first_set.setCurrentIndex(int(session.begins_warm))
        needs_body = session.summary is not None and session.summary.needs_bodyweight
        if not self.bodyweight.hasFocus():
            asked = needs_body or session.bodyweight_kg is not None
            self._form.setRowVisible(self.bodyweight, asked)
            if not self.complaint.text():
                kg = session.bodyweight_kg
                load = None if kg is None else load_number(kg, self._runners_unit)
                self.bodyweight.setText("" if load is None else shortest_text(load))
        self._form.setRowVisible(self.parts, read is not None and read.is_whole_log)
        if session.summary is not None:
            self.parts.show_parts(session.summary.parts)
        self.columns.setVisible(session.head is not None)
        if session.head is not None:
            head = session.head
            self.columns.show_head(head, head.proposed if read is None else read.columns)

    def _show_insides(self) -> None:
        """Offer the files in an archive or the sheets of a workbook, if there are several."""
        insides, chosen = self._session.insides, self._session.choices.inside
        self._form.setRowVisible(self.inside, bool(insides))
        self.inside.clear()
        for each in insides:
            self.inside.addItem(str(each), each.name)
        self.inside.setCurrentIndex(self.inside.findData(chosen) if chosen else -1)

    def _show_unit(self) -> None:
        """Show the highest load in each unit, so that the runner can recognise it."""
        highest, unit = self._session.highest_load, self._session.unit
        self._form.setRowVisible(self.unit, highest is not None)
        if highest is None:
            return
        self._unit_label.setText(
            self.tr("The highest load is {}: in which unit?").format(number_text(highest, 1))
        )
        self.unit.clear()
        self.unit.addItem(
            self.tr("Kilograms ({} lb)").format(number_text(pounds_from_kg(highest), 0)), Unit.KG
        )
        self.unit.addItem(
            self.tr("Pounds ({} kg)").format(number_text(kg_from_pounds(highest), 0)), Unit.LB
        )
        self.unit.setCurrentIndex(-1 if unit is None else list(Unit).index(unit))

    def _on_bodyweight_editing_finished(self) -> None:
        try:
            kg = self._bodyweight_kg()
        except ValueError as error:
            self.complaint.say(error_text(error))
            return
        self.complaint.say("")
        if kg != self._session.bodyweight_kg:
            self._session.set_bodyweight(kg)

    def _bodyweight_kg(self) -> float | None:
        """Read the typed bodyweight; None if nothing is typed.

        Raises:
            ValueError: In words for a person, if it is not a bodyweight.
        """
        typed = self.bodyweight.text().strip().casefold().removesuffix(self._runners_unit).strip()
        if not typed:
            return None
        weight = number_of_text(typed)
        kg = kg_from_pounds(weight) if self._runners_unit is Unit.LB else weight
        least, most = BODYWEIGHTS_KG
        if not least <= kg <= most:
            raise ValueError(
                self.tr("A bodyweight is {} to {}.").format(
                    load_text(least, self._runners_unit, 0), load_text(most, self._runners_unit, 0)
                )
            )
        return kg


class PartsChoice(QWidget):
    """A check box for each part of another log.

    Signals:
        chosen: The ticked parts, after the user changed one.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks = {
            LogPart.TRAINING: QCheckBox(self.tr("Training"), self),
            LogPart.PLANS: QCheckBox(self.tr("Plans"), self),
            LogPart.EQUIPMENT: QCheckBox(self.tr("Equipment"), self),
            LogPart.PROFILE: QCheckBox(self.tr("Profile"), self),
        }
        self.ticks[LogPart.TRAINING].setToolTip(
            self.tr(
                "Sessions, sets with their equipment, symptoms, measurements, tests, runs, events"
            )
        )
        self.ticks[LogPart.PROFILE].setToolTip(
            self.tr("Name, year of birth, formula, bands, bodyweights, goals")
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for tick in self.ticks.values():
            tick.clicked.connect(lambda: self.chosen.emit(self.parts()))
            layout.addWidget(tick)
        layout.addStretch()

    def parts(self) -> frozenset[LogPart]:
        """Return the ticked parts."""
        return frozenset(part for part, tick in self.ticks.items() if tick.isChecked())

    def show_parts(self, parts: frozenset[LogPart]) -> None:
        """Tick these parts, and no others."""
        for part, tick in self.ticks.items():
            tick.setChecked(part in parts)


class ColumnChoice(QWidget):
    """The first rows of an unrecognised table, with a choice above each column.

    Signals:
        chosen: The meanings of columns by their index.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: list[QComboBox] = []
        self._head: Head | None = None
        self._meanings: tuple[tuple[str, Role | None], ...] = (
            (self.tr("–"), None),
            (self.tr("Date"), Role.DATE),
            (self.tr("Time"), Role.TIME),
            (self.tr("Session"), Role.SESSION_ID),
            (self.tr("Exercise"), Role.NAME),
            (self.tr("Leg"), Role.SIDE),
            (self.tr("Number of sets"), Role.SETS),
            (self.tr("Repetitions"), Role.REPS),
            (self.tr("Load"), Role.LOAD),
            (self.tr("Load, kg"), Role.LOAD_KG),
            (self.tr("Load, lb"), Role.LOAD_LB),
            (self.tr("Unit of the load"), Role.UNIT),
            (self.tr("Type of set"), Role.MARK),
            (self.tr("Done: yes or no"), Role.DONE),
            (self.tr("Skipped: yes or no"), Role.SKIPPED),
            (self.tr("Reps in reserve"), Role.RIR),
            (self.tr("RPE"), Role.RPE),
            (self.tr("Tempo"), Role.TEMPO),
            (self.tr("Rest in seconds"), Role.REST_S),
            (self.tr("Hold in seconds"), Role.HOLD_S),
            (self.tr("Pain, 0 to 10"), Role.PAIN),
            (self.tr("Equipment"), Role.EQUIPMENT),
            (self.tr("Note"), Role.NOTE),
            (self.tr("Note on the session"), Role.SESSION_NOTE),
            (self.tr("Bodyweight"), Role.BODYWEIGHT),
            (self.tr("Bodyweight, kg"), Role.BODYWEIGHT_KG),
            (self.tr("Bodyweight, lb"), Role.BODYWEIGHT_LB),
            (self.tr("Kind of sport"), Role.ACTIVITY),
            (self.tr("Distance"), Role.DISTANCE),
            (self.tr("Distance, km"), Role.DISTANCE_KM),
            (self.tr("Distance, m"), Role.DISTANCE_M),
            (self.tr("Unit of the distance"), Role.DISTANCE_UNIT),
            (self.tr("Duration"), Role.DURATION),
        )
        hint = Caption(
            self.tr(
                "Say which columns are the date, the exercise and the repetitions; of runs the "
                "date and the distance, of weighings the date and the bodyweight."
            ),
            self,
            factor=CAPTION,
            muted=True,
        )
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setMinimumHeight(150)
        self.take = QPushButton(self.tr("Read with these columns"), self)
        self.take.clicked.connect(lambda: self.chosen.emit(self.columns()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(hint)
        layout.addWidget(self._area)
        layout.addWidget(self.take)

    def show_head(self, head: Head, columns: Mapping[int, Role]) -> None:
        """Show the first rows of a table; choices already made for it stay.

        Args:
            head: The headings and first rows.
            columns: What its columns were read as, or seem to mean.
        """
        if head == self._head:
            return
        self._head = head
        grid_of = QWidget(self._area)
        grid = QGridLayout(grid_of)
        self.choices = []
        for place, heading in enumerate(head.headings):
            choice = QComboBox(grid_of)
            choice.setAccessibleName(self.tr("Meaning of column {}").format(heading))
            for words, column in self._meanings:
                choice.addItem(words, column)
            choice.setCurrentIndex(max(0, choice.findData(columns.get(place))))
            self.choices.append(choice)
            grid.addWidget(choice, 0, place)
            grid.addWidget(Caption(heading, grid_of, bold=True), 1, place)
            for number, row in enumerate(head.rows[:3]):
                cell = Caption(row[place][:40] if place < len(row) else "", grid_of, muted=True)
                grid.addWidget(cell, 2 + number, place)
        self._area.setWidget(grid_of)

    def columns(self) -> dict[int, Role]:
        """Return the chosen meanings, by column index."""
        chosen = ((place, each.currentData()) for place, each in enumerate(self.choices))
        return {place: Role(column) for place, column in chosen if column is not None}
