"""What both guided tests share: a page of words and fields, and the rest between the legs."""

from typing import Final, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from tracker.app.theme import CAPTION, GAP
from tracker.domain.exercise import Side
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.large_figure import LargeFigure, words_font
from tracker.ui.widgets.named_rows import named_rows
from tracker.words.labels import clock_text, leg

COUNTER: Final = 6.0  # times the system's font size: readable from where the runner stands
# Parts of the screen's height, where the page has all of it.
FIGURE_SHARE: Final = 0.4
WORDS_SHARE: Final = 1 / 26


def wrapped(
    parent: QWidget, text: str = "", *, factor: float = 1.0, muted: bool = False
) -> Caption:
    """Make a caption that wraps onto as many lines as needed."""
    caption = Caption(text, parent, factor=factor, muted=muted)
    caption.setWordWrap(True)
    return caption


class Page(QWidget):
    """A column of words and fields under the dialog's title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)

    def _add_form(self, *rows: tuple[str, QWidget]) -> None:
        self.column.addLayout(named_rows(rows, self))


class FigurePage(Page):
    """A page with figures to read while standing away from it; F11 gives it the whole screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: list[LargeFigure] = []
        self._usual: dict[QWidget, QFont] = {}  # the fonts of the words, while they are larger
        self._keys_text = ""
        self.keys = wrapped(self, factor=CAPTION, muted=True)
        self.keys.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def _figure(self, text: str, factor: float, share: float = FIGURE_SHARE) -> LargeFigure:
        """Make a figure, to be laid out.

        Args:
            text: What it shows first.
            factor: Its usual size, relative to the system's font.
            share: Part of the screen's height that it fills where the page has all of it.
        """
        figure = LargeFigure(text, self, factor=factor, share=share)
        self._figures.append(figure)
        return figure

    def _add_keys(self, text: str) -> None:
        """Put the line of keys at the end of the column."""
        self.column.addWidget(self.keys)
        self._say_keys(text)

    def _say_keys(self, text: str) -> None:
        """Say what the page's own keys do; blank if it has none."""
        self._keys_text = text
        screen = self.tr("Escape leaves full screen") if self._usual else self.tr("F11 full screen")
        self.keys.setText(" · ".join(part for part in (text, screen) if part))

    def fit_into(self, room: QSize | None) -> None:
        """Make figures and words as large as a whole screen allows; None for their usual size."""
        for figure in self._figures:
            figure.fit_into(room)
        for widget, font in self._usual.items():
            widget.setFont(font)
        self._usual.clear()
        if room is not None:
            children = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            for child in children:
                if isinstance(child, QLabel | QLineEdit) and not isinstance(child, LargeFigure):
                    self._usual[child] = QFont(child.font())
                    child.setFont(words_font(child.font(), room, WORDS_SHARE))
        self._say_keys(self._keys_text)


class Resting(Protocol):
    """A test run in which one leg rests before the other."""

    @property
    def side(self) -> Side:
        """The leg that was tested."""

    @property
    def rest_left_s(self) -> int:
        """Whole seconds of rest left; 0 once it is over."""


class RestPage(FigurePage):
    """The rest between the legs, with a countdown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = wrapped(self)
        self.counter = self._figure("", COUNTER)
        self.column.addWidget(self.said)
        self.column.addStretch(1)
        self.column.addWidget(self.counter, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)
        self._add_keys("")

    def show_run(self, run: Resting) -> None:
        """Show how much rest is left."""
        left, other = run.rest_left_s, leg(run.side.opposite)
        self.counter.setText(clock_text(left))
        self.counter.setAccessibleName(self.tr("Seconds of rest left: {}").format(left))
        self.said.setText(
            self.tr("Rest. The {} leg is next; Enter begins it.").format(other)
            if left
            else self.tr("The rest is over. Enter begins the {} leg.").format(other)
        )
