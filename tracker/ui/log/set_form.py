"""The fields of a set: reserve, type, tempo, hold, pain, note."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QSizePolicy, QWidget

from tracker.app.current_session import CurrentSession
from tracker.app.drafts import Place
from tracker.domain.notation import write_tempo
from tracker.domain.session import LoggedSet, SetType
from tracker.ui.log.draft_fields import Binding, DraftLine
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.keys import ENTER
from tracker.words.labels import detail_name, number_text, set_type_name, shortest_text

RIR_STEPS = tuple(half / 2 for half in range(11))


class DraftChoice(QComboBox):
    """A choice saved at once, for the set shown when its list was opened."""

    def __init__(
        self, current: CurrentSession, faults: Faults, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.binding = Binding(current, faults, self, self._put)
        self.activated.connect(self._on_activated)

    def _put(self, value: Any) -> None:
        self.setCurrentIndex(0 if value is None else self.findData(value))

    def showPopup(self) -> None:
        self.binding.is_held = True
        super().showPopup()

    def hidePopup(self) -> None:
        super().hidePopup()
        # Qt tells what was chosen only after the list has closed.
        QTimer.singleShot(0, self, self._let_go)

    def _let_go(self) -> None:
        self.binding.is_held = False
        self.binding.left.emit()

    def _on_activated(self) -> None:
        self.binding.insist()
        self.binding.begin(self.currentData())
        self.binding.leave()


class SetForm(QWidget):
    """The fields of a set; each saves when it is left or Enter is pressed.

    Signals:
        entered: Enter was pressed in a field, and everything is saved.
    """

    entered = Signal()

    def __init__(
        self, current: CurrentSession, faults: Faults, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._faults = faults
        self.rir = self._choice(self.tr("Reps in reserve"))
        self.rir.addItem(self.tr("not noted"), None)
        for step in RIR_STEPS:
            self.rir.addItem(number_text(step, 0 if step == int(step) else 1), step)
        self.set_type = self._choice(self.tr("Type of set"))
        for each in SetType:
            self.set_type.addItem(set_type_name(each), each)
        self.pain = self._choice(self.tr("Pain during the set, 0 to 10"))
        self.pain.addItem(self.tr("not noted"), None)
        for level in range(11):
            self.pain.addItem(str(level), level)
        tempo = self.tr("Tempo: raise, top, lower, bottom in seconds")
        # A grey value alone would look like last time's, so an example says that it is one.
        self.tempo = self._line(tempo, self.tr("as 3-0-3-0"))
        self.hold = self._line(self.tr("Seconds that each repetition was held still"), "")
        self.note = self._line(self.tr("Note of the set"), "")
        self.fields: dict[str, DraftLine | DraftChoice] = {
            "rir": self.rir,
            "set_type": self.set_type,
            "tempo": self.tempo,
            "hold_s": self.hold,
            "pain_during": self.pain,
            "note": self.note,
        }
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name, field in self.fields.items():
            called = detail_name(name)
            text = self.tr("{}, s").format(called) if field is self.hold else called
            label = Caption(text, self, muted=True)
            label.setMinimumHeight(field.sizeHint().height())
            label.setBuddy(field)
            rows.addRow(label, field)

    @property
    def is_begun(self) -> bool:
        """Whether something is being typed or chosen in any field."""
        return any(field.binding.is_begun for field in self.fields.values())

    def _choice(self, accessible_name: str) -> DraftChoice:
        choice = DraftChoice(self._current, self._faults, self)
        choice.setAccessibleName(accessible_name)
        choice.setToolTip(accessible_name)
        choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return choice

    def _line(self, accessible_name: str, placeholder: str) -> DraftLine:
        line = DraftLine(self._current, self._faults, self)
        line.setAccessibleName(accessible_name)
        line.setToolTip(accessible_name)
        line.setPlaceholderText(placeholder)
        return line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Enter after a field has saved or refused its content."""
        is_saved = not any(field.binding.is_draft for field in self.fields.values())
        if event.key() in ENTER and is_saved:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def show_set(self, logged: LoggedSet) -> None:
        """Show a set's values, or what is typed over them."""
        if logged.rir is not None and self.rir.findData(logged.rir) < 0:
            self.rir.addItem(number_text(logged.rir, 1), logged.rir)
        written = {
            "tempo": "" if logged.tempo is None else write_tempo(logged.tempo),
            "hold_s": "" if logged.hold_s is None else shortest_text(logged.hold_s),
        }
        for name, shown in self.fields.items():
            value = getattr(logged, name)
            place = Place(name, self._current.session, logged)
            shown.binding.show_at(place, value, written.get(name, value))
