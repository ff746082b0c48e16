"""The quiet line below the pages: what was done where it is not seen, and how to take it back."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.widgets.announce import announce
from tracker.ui.widgets.line_card import LineCard

SEEN_MS = 8000  # long enough to read it, see that it was wrong, and go to the button


class ToldLine(LineCard):
    """Says in one line what was done; it takes no keys, and goes by itself.

    It stays while the pointer or the keys are on it.

    Signals:
        undo_asked: What it tells is to be taken back.
        redo_asked: What was taken back is to be made again.
        left: It goes, and had the keys.
    """

    undo_asked = Signal()
    redo_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo = self.add_button(self.tr("Undo"), self.undo_asked.emit)
        self.redo = self.add_button(self.tr("Redo"), self.redo_asked.emit)
        self.undo.setToolTip("Ctrl+Z")
        self.redo.setToolTip("Ctrl+Shift+Z")
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.setInterval(SEEN_MS)
        self._going.timeout.connect(self._go)
        self.hide()

    def tell(self, words: str, *, is_taken_back: bool = False) -> None:
        """Say what was done.

        Args:
            words: In a sentence; blank for what is seen where it is done, and the line goes.
            is_taken_back: Whether it can be made again rather than be taken back.
        """
        if not words:
            self._leave()
            return
        self.words.setText(words)
        has_keys = self.undo.hasFocus() or self.redo.hasFocus()
        offered, other = (self.redo, self.undo) if is_taken_back else (self.undo, self.redo)
        offered.show()
        self.show()
        if has_keys:  # before the button that has them goes, and they go elsewhere
            offered.setFocus()
        other.hide()
        self._going.start()
        # Whoever does not see it hears it.
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
