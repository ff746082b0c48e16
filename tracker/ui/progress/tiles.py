"""Four tiles with today's answers, one sentence each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tracker.app.progress import ProgressData
from tracker.app.theme import CAPTION, CARD_PADDING, FIGURE, GAP
from tracker.domain.columns import day_number
from tracker.domain.exercise import Exercise, Side
from tracker.ui.widgets.cards import Caption, Card
from tracker.words.progress import (
    difference_figure,
    difference_sentence,
    ratio_figure,
    ratio_sentence,
    week_figure,
    week_sentence,
)


class Tile(Card):
    """A caption, a figure that reads first, and a sentence."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self.figure = Caption("", self, factor=FIGURE, bold=True)
        self.sentence = Caption("", self, factor=CAPTION, muted=True)
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Two lines always, so that the tiles keep their height while the figures change.
        self.sentence.setMinimumHeight(2 * self.sentence.fontMetrics().lineSpacing())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        layout.setSpacing(2)
        layout.addWidget(Caption(caption, self, factor=CAPTION, muted=True))
        layout.addWidget(self.figure)
        layout.addWidget(self.sentence)
        layout.addStretch(1)

    def show_answer(self, figure: str, sentence: str, *, is_flagged: bool = False) -> None:
        """Show a figure and its sentence; a flag makes the sentence bold."""
        self.figure.setText(figure)
        self.sentence.setText(sentence)
        font = self.sentence.font()
        font.setBold(is_flagged)
        self.sentence.setFont(font)
        self.setAccessibleName(f"{self._caption}: {figure}. {sentence}")


class Tiles(QWidget):
    """The four tiles above the charts: in a row, or two by two where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.balances = {
            Exercise.SEATED: Tile(self.tr("Left – right, seated"), self),
            Exercise.STANDING: Tile(self.tr("Left – right, standing"), self),
        }
        self.ratio = Tile(self.tr("Seated : standing"), self)
        self.week = Tile(self.tr("This week"), self)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self.set_columns(4)

    def set_columns(self, columns: int) -> None:
        """Stand in so many columns, of one width."""
        for place, tile in enumerate((*self.balances.values(), self.ratio, self.week)):
            self._layout.addWidget(tile, place // columns, place % columns)
        for column in range(4):
            self._layout.setColumnStretch(column, int(column < columns))

    def refresh(self, data: ProgressData) -> None:
        """Show the answers of the data.

        Raises:
            TrackerError: If the log could not be read.
        """
        for exercise, tile in self.balances.items():
            balance = data.balance(exercise)
            tile.show_answer(
                difference_figure(balance.verdict),
                difference_sentence(balance, day_number(data.today)),
                is_flagged=balance.verdict is not None and balance.verdict.is_flagged,
            )
        left, right = data.ratio_now(Side.LEFT), data.ratio_now(Side.RIGHT)
        self.ratio.show_answer(ratio_figure(left, right), ratio_sentence(left, right))
        week = data.this_week()
        self.week.show_answer(week_figure(week), week_sentence(week))
