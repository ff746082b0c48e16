"""Input fields whose text stays tied to the place where it was begun, however they are left."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.app.current_session import CurrentSession
from tracker.app.drafts import Place
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.keys import ENTER


class Binding(QObject):
    """Ties what a field shows to a place in the log, and typed input to the place it was begun for.

    A field being edited keeps its place and its text until it is left, which saves the text there.
    Refused text is kept as a draft, and is shown again with its place.

    Args:
        current: The session shown, and its drafts.
        faults: Where a failed save is told if the field cannot show it.
        field: The input field.
        put: Puts a value into the field.

    Signals:
        refused: Why the shown value is not saved; blank if it is.
        left: The field was left, and may now show another place.
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
        self.is_held = False  # while its list is open
        current.left.connect(self._on_current_left)

    @property
    def is_begun(self) -> bool:
        """Whether something is being typed or chosen, and the field has not been left yet."""
        return self.is_held or self._drafts.is_begun(self.place)

    @property
    def is_draft(self) -> bool:
        """Whether the shown value is unsaved."""
        return self._drafts.of(self.place) is not None

    @property
    def typed(self) -> Any:
        """The unsaved value typed; None if there is none."""
        draft = self._drafts.of(self.place)
        return None if draft is None else draft.typed

    def show_at(self, place: Place, over: object, value: Any) -> None:
        """Show a place: what is typed for it, or else what is saved.

        Args:
            place: The place in the log.
            over: The value saved there, as in ``Draft.over``.
            value: The same value as the field shows it.
        """
        if place != self.place and self.is_begun:
            return  # when the field is left, its owner calls this again
        self.place, self._over, self._saved = place, over, value
        draft = self._drafts.of(place)
        self._put(value if draft is None else draft.typed)
        self.refused.emit("" if draft is None else draft.reason)

    def begin(self, value: Any) -> None:
        """Record a typed value as a draft, or drop the draft if it equals the saved value."""
        if self.place is None:
            return
        if value == self._saved:
            self._drafts.drop(self.place)
            self.refused.emit("")
        else:
            self._drafts.type(self.place, value, self._over)

    def insist(self) -> None:
        """Confirm that a refused value is meant, in spite of the reason given."""
        if self.place is not None:
            self._drafts.insist(self.place)

    def leave(self) -> None:
        """Save the draft at the place it was begun for."""
        place = self.place
        if place is None or not self.is_draft:
            return
        self._faults.attempt(lambda: self._saver.save(place), self._refuse)
        self.left.emit()

    def drop(self) -> bool:
        """Replace what is typed by what is saved; returns whether anything was typed."""
        was_typed = self.place is not None and self._drafts.drop(self.place)
        if was_typed:
            self.left.emit()
        return was_typed

    def _refuse(self, reason: str) -> None:
        if not self._field.isVisible():  # otherwise it is shown beside the field
            self._faults.told.emit(reason)

    def _on_current_left(self) -> None:
        self.is_held = False
        if self.is_begun:
            self.leave()


class DraftLine(QLineEdit):
    """A line that saves when it is left; Escape discards what is typed.

    Signals:
        entered: Enter was pressed, and the content is saved.
        restored: Escape was pressed, and the saved content is back.
    """

    entered = Signal()
    restored = Signal()

    def __init__(
        self, current: CurrentSession, faults: Faults, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.binding = Binding(current, faults, self, self._put)
        self.textEdited.connect(self.binding.begin)
        self.returnPressed.connect(self.binding.insist)  # emitted before editingFinished
        self.editingFinished.connect(self._on_editing_finished)

    def _put(self, text: str) -> None:
        if text != self.text():  # otherwise the cursor would move
            self.setText(text)

    def _on_editing_finished(self) -> None:
        # Changed other than by typing.
        if self.binding.is_draft and self.text() != self.binding.typed:
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
