"""The dialog of a guided test: a title, one page per stage, and buttons below."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.app.theme import GAP, PAGE_MARGIN
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.fitted import fit

SIZE: Final = (560, 480)
LOOK_MS: Final = 200  # how often a countdown reads the clock


class GuidedDialog(QDialog):
    """Lays out the pages and buttons of a test; each test says what they do."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, *SIZE)
        self.title = Caption("", self, factor=1.2, bold=True)
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
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addWidget(self.title)
        layout.addWidget(self._stack, 1)
        layout.addLayout(self._below)

    def done(self, result: int) -> None:
        """Close, and stop reading the clock."""
        self._looking.stop()
        super().done(result)
