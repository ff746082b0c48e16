"""Tiles with today's answers: is the weaker leg catching up, strength, ratio, and week."""

from enum import Enum, auto
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tracker.app.progress import ProgressData
from tracker.app.theme import CAPTION, CARD_PADDING, FIGURE, GAP
from tracker.domain.columns import day_number
from tracker.domain.exercise import LEGS, Exercise
from tracker.domain.verdict import BANDED
from tracker.ui.widgets.cards import Caption, CardButton
from tracker.words.balance import figure_text, judgement_sentence, trend_sentence
from tracker.words.labels import unbroken
from tracker.words.progress import (
    ratio_figure,
    ratio_sentence,
    strength_figure,
    strength_sentence,
    week_figure,
    week_sentence,
)

LONG_FIGURE: Final = 1.2  # times the system's font size: "Right at least 13 % stronger, ± 6"
WIDTHS: Final = (5, 5, 5, 3, 3)  # relative widths of the tiles in a row: the first ones say more


ASKED: Final = (Exercise.SEATED, Exercise.STANDING)


class Subject(Enum):
    """What a tile and its chart are about."""

    STRENGTH = auto()
    BALANCE = auto()
    RATIO = auto()
    WORK = auto()


class Tile(CardButton):
    """A caption, a prominent figure, and a sentence; pressing it goes to its chart.

    Args:
        caption: What the figure is about.
        factor: The figure's font size, relative to the system's.
    """

    def __init__(
        self, caption: str, parent: QWidget | None = None, *, factor: float = FIGURE
    ) -> None:
        super().__init__(parent)
        self._caption = caption
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # As high as its row; by default a button is as high as its content.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Go to the chart"))
        self.figure = Caption("", self, factor=factor, bold=True)
        self.figure.setWordWrap(True)
        self.sentence = self._sentence()
        # Always two lines, so that the tiles keep their height when the figures change.
        self.sentence.setMinimumHeight(2 * self.sentence.fontMetrics().lineSpacing())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        self.column.setSpacing(2)
        self.column.addWidget(Caption(caption, self, factor=CAPTION, muted=True))
        self.column.addWidget(self.figure)
        self.column.addWidget(self.sentence)
        self.column.addStretch(1)

    def _sentence(self) -> Caption:
        sentence = Caption("", self, factor=CAPTION, muted=True)
        sentence.setWordWrap(True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        return sentence

    def show_answer(self, figure: str, sentence: str, *, is_flagged: bool = False) -> None:
        """Show a figure and its sentence; a flag makes the sentence bold."""
        self.figure.setText(unbroken(figure))
        self.sentence.setText(unbroken(sentence))
        font = self.sentence.font()
        font.setBold(is_flagged)
        self.sentence.setFont(font)
        self.setAccessibleName(f"{self._caption}: {figure}. {sentence}")


class BalanceTile(Tile):
    """How the legs compare, and whether the weaker one is catching up.

    Args:
        exercise: The exercise in which they are compared.
        caption: What the figure is about.

    Signals:
        test_asked: A strength test of the exercise is to be done, because nothing can be judged
            yet.
    """

    test_asked = Signal(Exercise)

    def __init__(self, exercise: Exercise, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(caption, parent, factor=LONG_FIGURE)
        self._exercise = exercise
        self.trend = Caption("", self, factor=CAPTION)
        self.trend.setWordWrap(True)
        self.test_button = QPushButton(self.tr("Strength test…"), self)
        self.test_button.setAccessibleDescription(caption)
        self.test_button.clicked.connect(lambda: self.test_asked.emit(exercise))
        self.column.insertWidget(self.column.count() - 1, self.trend)
        self.column.addWidget(self.test_button, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self, data: ProgressData) -> None:
        """Show what the data say today."""
        today, exercise = day_number(data.today), self._exercise
        balance = data.strengths.balance(exercise)
        verdict = balance.on(today, data.bands)
        sentence = judgement_sentence(verdict)
        if verdict.reason is not None and data.lacks_bodyweight(exercise):
            sentence = self.tr(
                "Not known: standing also lifts your body. Enter your bodyweight on the Log page."
            )
        self.show_answer(figure_text(verdict), sentence, is_flagged=verdict.is_flagged)
        trend = balance.trend(today)
        said = [] if trend is None and verdict.reason is not None else [trend_sentence(trend)]
        self.trend.setText(unbroken("\n".join(said)))
        self.trend.setVisible(bool(said))
        self.setAccessibleDescription("\n".join(said))
        self.test_button.setVisible(verdict.state not in BANDED)


class StrengthTile(Tile):
    """How much stronger each leg is than three months ago, seated and standing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Stronger than 3 months ago?"), parent, factor=LONG_FIGURE)

    def refresh(self, data: ProgressData) -> None:
        """Show what the data say today."""
        changes = {each: data.leg_changes(each) for each in ASKED}
        known = {exercise: each for exercise, each in changes.items() if each is not None}
        sentences = [strength_sentence(exercise, each) for exercise, each in known.items()]
        self.show_answer(
            strength_figure(known),
            "\n".join(sentences) or self.tr("Needs figures of a leg, 8 or 12 weeks apart."),
        )


class Tiles(QWidget):
    """The tiles above the charts: in one row, or in two columns if there is little room.

    Signals:
        test_asked: A strength test of an exercise is to be done.
        chart_asked: The chart of a tile is to be shown.
    """

    test_asked = Signal(Exercise)
    chart_asked = Signal(Subject)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        captions = {
            Exercise.SEATED: self.tr("Left – right, seated"),
            Exercise.STANDING: self.tr("Left – right, standing"),
        }
        self.balances = {each: BalanceTile(each, text, self) for each, text in captions.items()}
        for tile in self.balances.values():
            tile.test_asked.connect(self.test_asked)
        self.strength = StrengthTile(self)
        self.ratio = Tile(self.tr("Seated : standing"), self)
        self.week = Tile(self.tr("This week"), self)
        self._subjects: dict[Tile, Subject] = {
            **dict.fromkeys(self.balances.values(), Subject.BALANCE),
            self.strength: Subject.STRENGTH,
            self.ratio: Subject.RATIO,
            self.week: Subject.WORK,
        }
        for each, subject in self._subjects.items():
            each.clicked.connect(partial(self.chart_asked.emit, subject))
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self.set_columns(len(WIDTHS))

    def set_columns(self, columns: int) -> None:
        """Arrange the tiles in this many columns."""
        for place, tile in enumerate(self._subjects):
            self._layout.addWidget(tile, place // columns, place % columns)
        for column, width in enumerate(WIDTHS):
            in_use = width if columns == len(WIDTHS) else int(column < columns)
            self._layout.setColumnStretch(column, in_use)

    def refresh(self, data: ProgressData) -> None:
        """Show today's answers.

        Raises:
            TrackerError: If the log could not be read.
        """
        for tile in self.balances.values():
            tile.refresh(data)
        self.strength.refresh(data)
        left, right = map(data.ratio_now, LEGS)
        self.ratio.show_answer(ratio_figure(left, right), ratio_sentence(left, right))
        week = data.this_week()
        self.week.show_answer(week_figure(week), week_sentence(week))
