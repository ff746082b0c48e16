"""The line over a page's lower margin that says what was done out of sight, and how to undo it."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from tracker.app.theme import CARD_PADDING, GAP
from tracker.ui.widgets.announce import announce
from tracker.ui.widgets.cards import paint_card
from tracker.ui.widgets.line_card import LineCard
from tracker.ui.window.actions import keys_text

BELOW: Final = GAP // 2  # pixels of the page below the card
SEEN_MS = 8000  # long enough to read it, notice a mistake, and reach the button


class ToldLine(LineCard):
    """Says in one line what was done; takes no focus, and goes away by itself.

    It stays while the pointer or the focus is on it.

    Signals:
        undo_asked: What it tells of is to be undone.
        redo_asked: What was undone is to be redone.
        left: It goes away, and it had the focus.
    """

    undo_asked = Signal()
    redo_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Lies below the note.
        self._across.setContentsMargins(CARD_PADDING, 4, CARD_PADDING, 4 + BELOW)
        self.undo = self.add_button(self.tr("Undo"), self.undo_asked.emit)
        self.redo = self.add_button(self.tr("Redo"), self.redo_asked.emit)
        self.undo.setToolTip(keys_text("undo"))
        self.redo.setToolTip(keys_text("redo"))
        # As high without a button: it covers what is below it whole, or not at all.
        self.setMinimumHeight(self.undo.sizeHint().height() + 2 * 4 + BELOW)
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.setInterval(SEEN_MS)
        self._going.timeout.connect(self._go)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Down to the edge, or half a line of a page that scrolls would be seen below it.
        paint_card(self, event, below=BELOW)

    def tell(self, words: str, *, is_taken_back: bool = False) -> None:
        """Say what was done.

        Args:
            words: A sentence; blank if it is visible where it was done, which hides the line.
            is_taken_back: Whether it was undone, so that Redo is offered rather than Undo.
        """
        if not words:
            self._leave()
            return
        has_keys = self.undo.hasFocus() or self.redo.hasFocus()
        offered, other = (self.redo, self.undo) if is_taken_back else (self.undo, self.redo)
        offered.show()
        if has_keys:  # before the focused button is hidden, or the focus would go elsewhere
            offered.setFocus()
        other.hide()
        self._say(words)

    def tell_done(self, words: str) -> None:
        """Say what was done that no Undo takes back, such as a file saved."""
        has_keys = self.undo.hasFocus() or self.redo.hasFocus()
        self.undo.hide()
        self.redo.hide()
        self._say(words)
        if has_keys:
            self.left.emit()

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.show()
        self._going.start()
        # For users who cannot see it.
        announce(self, words)

    def _go(self) -> None:
        if self.underMouse() or self.undo.hasFocus() or self.redo.hasFocus():
            self._going.start()
        else:
            self._leave()

    def _leave(self) -> None:
        has_keys = self.undo.hasFocus() or self.redo.hasFocus()
        self._going.stop()
        self.hide()
        if has_keys:
            self.left.emit()
