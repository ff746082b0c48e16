"""The rest timer over the whole window, readable from across the room."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tracker.app.theme import colours_of
from tracker.ui.log.session_bar import SessionBar
from tracker.ui.widgets.keys import ENTER
from tracker.ui.widgets.large_figure import large_font, words_font

LARGEST: Final = 0.5  # of the window's height: a digit is some 8 cm high in a window of 600 pixels
WORDS: Final = 1 / 16  # of the window's height


class FullFigure(QWidget):
    """Paints the session bar's clock as large as the window allows, filled once the rest is over.

    It has the focus: Escape, F11, Enter or a click closes it, the space bar starts and pauses.

    Args:
        bar: The bar whose clock it shows.
        window: The window that it covers.

    Signals:
        left: It was closed, and it had the focus.
    """

    left = Signal()

    def __init__(self, bar: SessionBar, window: QWidget) -> None:
        super().__init__(window)
        self._bar = bar
        self._window = window
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Rest timer over the whole window"))
        bar.shown_anew.connect(self._on_bar_shown_anew)
        window.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The clock's text as painted."""
        return self._bar.rest.text()

    def toggle(self) -> None:
        """Cover the window, or uncover it."""
        if self.isVisible():
            self._leave()
            return
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _on_bar_shown_anew(self) -> None:
        self.setAccessibleDescription(self._bar.rest.accessibleName())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(QApplication.palette())
        ground, ink = (colours.page, colours.text)
        if self._bar.is_filled:
            ground, ink = (colours.accent, colours.on_accent)
        painter.fillRect(self.rect(), ground)
        painter.setPen(ink)
        painter.setFont(large_font(self.font(), self.text, self.size(), LARGEST))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)
        painter.setFont(words_font(painter.font(), self.size(), WORDS))
        below = QRectF(0, self.height() * 0.8, self.width(), self.height() * 0.15)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._bar.rest_words.text())

    def mousePressEvent(self, _event: object) -> None:
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, *ENTER):
            self._leave()
        elif event.key() == Qt.Key.Key_Space:
            self._bar.toggle_rest()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)
