"""Lines whose text belongs to where it was begun, in whatever way they are left."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.app.current_session import CurrentSession
from tracker.app.drafts import Place
from tracker.ui.widgets.faults import Faults

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Binding(QObject):
    """Ties what a field shows to a place of the log, and what is typed to where it was begun.

    A field that is being typed into goes on showing its place, and what is typed, until it is left;
    leaving saves it there. What is refused stays as a draft, and is shown again with its place.

    Args:
        current: The session shown, and its drafts.
        faults: Where a failed save is told if the field cannot tell it.
        field: The field itself.
        put: Puts a value into it.

    Signals:
        refused: Why what is shown is not saved; empty where it is.
        left: The field was left, and may be shown another place.
    """

    refused = Signal(str)
    left = Signal()

    def __init__(
        self,
        current: CurrentSession,
        faults: Faults,
        field: QWidget,
        put: Callable[[Any], None],
    ) -> None:
        super().__init__(field)
        self._drafts = current.drafts
        self._saver = current.saver
        self._faults = faults
        self._field = field
        self._put = put
        self.place: Place | None = None
        self._over: object = None
        self._saved: object = None
        self.is_held = False  # by a list that is open
        current.left.connect(self._on_current_left)

    @property
    def is_begun(self) -> bool:
        """Whether something is being typed or chosen, and the field was not left yet."""
        return self.is_held or self._drafts.is_begun(self.place)

    @property
    def is_draft(self) -> bool:
        """Whether what is shown is not saved."""
        return self._drafts.of(self.place) is not None

    @property
    def typed(self) -> Any:
        """What is typed and not saved; None where nothing is."""
        draft = self._drafts.of(self.place)
        return None if draft is None else draft.typed

    def show_at(self, place: Place, over: object, value: Any) -> None:
        """Show a place: what is typed there, or else what is saved.

        Args:
            place: Which.
            over: What is saved there, as ``Draft.over`` has it.
            value: The same as the field shows it.
        """
        if place != self.place and self.is_begun:
            return  # it asks again when it is left
        self.place, self._over, self._saved = place, over, value
        draft = self._drafts.of(place)
        self._put(value if draft is None else draft.typed)
        self.refused.emit("" if draft is None else draft.reason)

    def begin(self, value: Any) -> None:
        """Take note of what is typed."""
        if self.place is None:
            return
        if value == self._saved:
            self._drafts.drop(self.place)
            self.refused.emit("")
        else:
            self._drafts.type(self.place, value, self._over)

    def insist(self) -> None:
        """Say that what was refused is meant, in spite of the reason shown with it."""
        if self.place is not None:
            self._drafts.insist(self.place)

    def leave(self) -> None:
        """Save what is typed where it was begun."""
        place = self.place
        if place is None or not self.is_draft:
            return
        self._faults.attempt(lambda: self._saver.save(place), self._refuse)
        self.left.emit()

    def drop(self) -> bool:
        """Show what is saved instead of what is typed; tell whether something was."""
        was_typed = self.place is not None and self._drafts.drop(self.place)
        if was_typed:
            self.left.emit()
        return was_typed

    def _refuse(self, reason: str) -> None:
        if not self._field.isVisible():  # where it would be shown beside the field
            self._faults.told.emit(reason)

    def _on_current_left(self) -> None:
        self.is_held = False
        if self.is_begun:
            self.leave()


class DraftLine(QLineEdit):
    """A line that is saved by leaving it; Escape takes back what is typed.

    Signals:
        entered: Enter was pressed, and what stands there is saved.
        restored: Escape was pressed, and what is saved stands there again.
    """

    entered = Signal()
    restored = Signal()

    def __init__(
        self, current: CurrentSession, faults: Faults, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.binding = Binding(current, faults, self, self._put)
        self.textEdited.connect(self.binding.begin)
        self.returnPressed.connect(self.binding.insist)  # comes before the line is left
        self.editingFinished.connect(self._on_editing_finished)

    def _put(self, text: str) -> None:
        if text != self.text():  # the cursor stays where it is
            self.setText(text)

    def _on_editing_finished(self) -> None:
        if self.binding.is_draft and self.text() != self.binding.typed:  # it was not by keys
            self.binding.begin(self.text())
        self.binding.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.binding.drop():
            self.restored.emit()
            return
        super().keyPressEvent(event)
        if key in ENTER and not self.binding.is_draft:
            self.entered.emit()
