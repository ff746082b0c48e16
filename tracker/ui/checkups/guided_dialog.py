"""The dialog of a guided test: a title, one page per stage, and buttons below."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.app.theme import GAP, PAGE_MARGIN
from tracker.ui.checkups.guided_pages import WORDS_SHARE, FigurePage
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.fitted import fit
from tracker.ui.widgets.large_figure import words_font

SIZE: Final = (560, 480)
LOOK_MS: Final = 200  # how often a countdown reads the clock


class GuidedDialog(QDialog):
    """Lays out the pages and buttons of a test; each test says what they do.

    F11 shows it on the whole screen, with figures to read from across the room; Escape first leaves
    that.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, *SIZE)
        self.title = Caption("", self, factor=1.2, bold=True)
        self._usual = QFont(self.title.font())
        self._stack = QStackedWidget(self)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)

    def _lay_out(self, *pages: QWidget) -> None:
        """Stack the pages, with the buttons below; the tab order follows."""
        for page in pages:
            self._stack.addWidget(page)
        self.cancel_button = QPushButton(self)
        self.cancel_button.clicked.connect(self.reject)
        self.next_button = QPushButton(self)
        self.next_button.setDefault(True)
        self._below = QHBoxLayout()
        self._below.addStretch(1)
        self._below.addWidget(self.cancel_button)
        self._below.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        # Or the dialog could not be as small again as it was before the figures were large.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addWidget(self.title)
        layout.addWidget(self._stack, 1)
        layout.addLayout(self._below)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and not self.isFullScreen():
            self.setMinimumSize(self.minimumSizeHint())

    def toggle_full_screen(self) -> None:
        """Show it on the whole screen, or as it was before."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def fit_into(self, room: QSize | None) -> None:
        """Make title and figures as large as a whole screen allows; None for their usual size."""
        usual = self._usual
        self.title.setFont(usual if room is None else words_font(usual, room, WORDS_SHARE))
        for page in self._stack.findChildren(FigurePage):
            page.fit_into(room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_way_out = self.isFullScreen() and event.key() == Qt.Key.Key_Escape
        if event.key() == Qt.Key.Key_F11 or is_way_out:
            self.toggle_full_screen()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange and not self.isFullScreen():
            self.fit_into(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isFullScreen():
            self.fit_into(event.size())

    def done(self, result: int) -> None:
        """Close, and stop reading the clock."""
        self._looking.stop()
        super().done(result)
