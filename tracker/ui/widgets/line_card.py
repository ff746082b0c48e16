"""A card of one line: what has happened, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tracker.app.theme import CARD_PADDING
from tracker.ui.widgets.cards import Caption, Card


class LineCard(Card):
    """One line of words, followed by buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Caption("", self)
        self.words.setWordWrap(True)
        self.buttons: list[QPushButton] = []
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        self._across.setSpacing(8)
        self._across.addWidget(self.words, 1)

    def add_button(self, text: str, action: Callable[[], object]) -> QPushButton:
        """Add a button after the others."""
        button = QPushButton(text, self)
        button.clicked.connect(lambda _on: action())
        self._across.addWidget(button)
        self.buttons.append(button)
        return button
