"""The dialog for occasional measurements: recorded, changed and deleted, one kind at a time."""

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.app.logbook import Logbook
from tracker.app.theme import CAPTION, GAP, PAGE_MARGIN
from tracker.domain.change import Change
from tracker.domain.exercise import LEGS, Side
from tracker.domain.measured import OfDay, kinds_of, noting_measured, occasions
from tracker.domain.measurement import (
    KNOWN_KINDS,
    NEWTONS,
    NEWTONS_PER_KG,
    VISA_A,
    MeasuredKind,
    Measurement,
    kind_named,
    newtons,
)
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.named_rows import named_rows
from tracker.words.labels import date_of_text, date_text, number_of_text, shortest_text, side_name
from tracker.words.measurements import (
    noise_text,
    occasion_text,
    scale_text,
)

KILOGRAMS: Final = "kg"
OF: Final = (*LEGS, None)  # the fields: left, right, no leg


class NotedList(QListWidget):
    """A list that selects nothing when it gets the focus, or what is typed above would be lost."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        row = self.currentRow()
        with QSignalBlocker(self):
            super().focusInEvent(event)
            self.setCurrentRow(row)


class MeasurementsDialog(QDialog):
    """Asks for the values of one kind, with last time's in grey; each save or deletion is a step.

    Args:
        logbook: The open log.
        faults: Where a failed save is told.
        today: Returns the current day.
    """

    def __init__(
        self,
        logbook: Logbook,
        faults: Faults,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._faults = faults
        self._today = today
        self._noted: list[Measurement] = []
        self._occasions: list[OfDay] = []
        self._was_chosen = False
        self.setWindowTitle(self.tr("Measurements"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.kind = QComboBox(self)
        self.name = QLineEdit(self)
        self.own_unit = QLineEdit(self)
        self.values = {side: QLineEdit(self) for side in OF}
        self.unit = QComboBox(self)
        self.unit.addItems([NEWTONS, KILOGRAMS])
        self.day = QLineEdit(date_text(today()), self)
        self.note = QLineEdit(self)
        self.list = NotedList(self)
        self.about = Caption("", self, factor=CAPTION, muted=True)
        self.about.setWordWrap(True)
        self.message = Complaint(self)
        self.save = QPushButton(self.tr("Save"), self)
        self.remove = QPushButton(self.tr("Delete"), self)
        self.another = QPushButton(self.tr("New value"), self)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.unit.currentIndexChanged.connect(self._show_chosen)
        self.list.currentRowChanged.connect(self._show_chosen)
        self.save.clicked.connect(partial(self._do, self.tr("Note measurement"), self._noting))
        self.remove.clicked.connect(partial(self._do, self.tr("Delete measurement"), self._gone))
        self.another.clicked.connect(self._begin_another)
        logbook.changed.connect(self.refresh)
        logbook.reloaded.connect(self.refresh)
        self._read()
        self._fill_kinds(self._noted[-1].measured if self._noted else VISA_A)
        self._first_field().setFocus()

    def _lay_out(self) -> None:
        rows: list[tuple[str, QWidget]] = [
            (self.tr("What"), self.kind),
            (self.tr("Name"), self.name),
            (self.tr("Its unit"), self.own_unit),
            (side_name(Side.LEFT), self.values[Side.LEFT]),
            (side_name(Side.RIGHT), self.values[Side.RIGHT]),
            (self.tr("Value"), self.values[None]),
            (self.tr("Typed in"), self.unit),
            (self.tr("Day"), self.day),
            (self.tr("Note"), self.note),
        ]
        self._form = named_rows(rows, self)
        self.name.setPlaceholderText(self.tr("as “Grip strength”"))
        self.own_unit.setPlaceholderText(self.tr("as “kg”; may stay empty"))
        hint = self.tr("Of several trials, as 412 431 420, the best counts. Empty deletes a value.")
        self.list.setAccessibleName(self.tr("Noted before"))
        self.list.setMinimumSize(460, 110)
        self.list.setWordWrap(True)
        buttons = QHBoxLayout()
        for button in (self.save, self.another, self.remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        self.save.setDefault(True)
        buttons.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addLayout(self._form)
        layout.addWidget(self.about)
        layout.addWidget(Caption(hint, self, factor=CAPTION, muted=True))
        layout.addWidget(self.message)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        order = [field for _, field in rows]
        for before, after in pairwise(
            [*order, self.save, self.another, self.remove, self.list, close]
        ):
            self.setTabOrder(before, after)

    # What is shown

    def refresh(self) -> None:
        """Show the current measurements."""
        kind = self._chosen_kind
        if self._faults.attempt(self._read):
            self._fill_kinds(kind)

    def _read(self) -> None:
        self._noted = self._logbook.database.measurements()

    def _fill_kinds(self, chosen: MeasuredKind | None) -> None:
        """List built-in kinds, the runner's own, and "Something else…", whose kind is None."""
        own = [kind for kind in kinds_of(self._noted) if not kind.is_known]
        kinds: Sequence[MeasuredKind | None] = [*KNOWN_KINDS.values(), *own, None]
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for kind in kinds:
                text = self.tr("Something else…") if kind is None else scale_text(kind)
                self.kind.addItem(text, kind)
            self.kind.setCurrentIndex(kinds.index(chosen) if chosen in kinds else 0)
        self._show_kind()

    @property
    def _chosen_kind(self) -> MeasuredKind | None:
        kind = self.kind.currentData()
        return kind if isinstance(kind, MeasuredKind) else None

    def _show_kind(self) -> None:
        """Show the fields and the values of the chosen kind."""
        kind = self._chosen_kind
        is_of_legs = None if kind is None else kind.is_of_legs
        for field in (self.name, self.own_unit):
            self._form.setRowVisible(field, kind is None)
        for side in LEGS:
            self._form.setRowVisible(self.values[side], is_of_legs is not False)
        self._form.setRowVisible(self.values[None], is_of_legs is not True)
        self._form.setRowVisible(self.unit, kind is not None and kind.is_force)
        noise = "" if kind is None else noise_text(kind)
        # Capitalised, as it is a whole sentence here.
        self.about.setText(noise[:1].upper() + noise[1:])
        self.about.setVisible(bool(self.about.text()))
        self._occasions = [] if kind is None else occasions(kind, self._noted)
        with QSignalBlocker(self.list):
            self.list.clear()
            if kind is not None:
                self.list.addItems([occasion_text(kind, each) for each in self._occasions])
        self._show_chosen()

    @property
    def _chosen(self) -> OfDay:
        """The selected measurements, to be changed; empty for new values."""
        row = self.list.currentRow()
        return self._occasions[row] if 0 <= row < len(self._occasions) else {}

    def _show_chosen(self) -> None:
        """Show the values to be changed, or last time's values in grey."""
        self.message.hide()
        chosen = self._chosen
        last = self._occasions[0] if self._occasions else {}
        for side, field in self.values.items():
            field.setText(self._trials_text(chosen[side]) if side in chosen else "")
            field.setPlaceholderText(self._number_text(last[side].value) if side in last else "")
        one = next(iter(chosen.values()), None)
        if one is not None:
            self.day.setText(date_text(one.date))
        elif self._was_chosen:  # otherwise the typed day stays, for everything measured on it
            self.day.setText(date_text(self._today()))
        self._was_chosen = one is not None
        self.note.setText("" if one is None else one.note)
        self.remove.setEnabled(one is not None)
        self.another.setEnabled(one is not None)

    @property
    def _is_kilograms(self) -> bool:
        kind = self._chosen_kind
        return kind is not None and kind.is_force and self.unit.currentText() == KILOGRAMS

    def _number_text(self, value: float) -> str:
        shown = shortest_text(value / NEWTONS_PER_KG if self._is_kilograms else value)
        # When read back, a thousands separator would be taken for a decimal point.
        return shown.replace(QLocale().groupSeparator(), "")

    def _trials_text(self, measurement: Measurement) -> str:
        return " ".join(map(self._number_text, measurement.trials or (measurement.value,)))

    def _begin_another(self) -> None:
        self.list.setCurrentRow(-1)
        self._first_field().setFocus()

    def _first_field(self) -> QWidget:
        """Return the field to type into first."""
        if self._chosen_kind is None:
            return self.name
        return self.values[OF[0] if self._chosen_kind.is_of_legs is not False else None]

    # What is typed

    def _trials(self, side: Side | None) -> tuple[float, ...]:
        field, noted = self.values[side], self._chosen.get(side)
        if noted is not None and not field.isModified():
            return noted.trials or (noted.value,)  # the field may show fewer decimals
        words = self.tr("A value is a number, not “{}”.")
        typed = [number_of_text(each, words) for each in field.text().replace(";", " ").split()]
        return tuple(map(newtons, typed)) if self._is_kilograms else tuple(typed)

    def _noting(self) -> Change:
        chosen = self._chosen
        kind = self._chosen_kind
        if kind is None:
            kind = kind_named(self.name.text().strip(), self.own_unit.text().strip())
        shown = [side for side in OF if kind.is_of_legs in (None, side is not None)]
        typed = {side: self._trials(side) for side in shown}
        if not chosen and not any(typed.values()):
            raise ValueError(self.tr("Enter a value."))
        return noting_measured(date_of_text(self.day.text()), kind, chosen, typed, self.note.text())

    def _gone(self) -> Change:
        return Change.removing(*self._chosen.values())

    def _do(self, label: str, make: Callable[[], Change]) -> None:
        self.message.hide()
        kind = self._chosen_kind

        def apply() -> None:
            change = make()
            self._logbook.apply(change, label)
            added = [after for _, after in change.of(Measurement) if after]
            if kind is None and added:
                self._fill_kinds(added[0].measured)

        if self._faults.attempt(apply, self.message.say):
            self._begin_another()
