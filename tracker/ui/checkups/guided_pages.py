"""What both guided tests share: a page of words and fields, and the rest between the legs."""

from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.app.theme import GAP
from tracker.domain.exercise import Side
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.named_rows import named_rows
from tracker.words.labels import clock_text, leg

COUNTER: Final = 6.0  # times the system's font size: readable from where the runner stands


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


class Resting(Protocol):
    """A test run in which one leg rests before the other."""

    @property
    def side(self) -> Side:
        """The leg that was tested."""

    @property
    def rest_left_s(self) -> int:
        """Whole seconds of rest left; 0 once it is over."""


class RestPage(Page):
    """The rest between the legs, with a countdown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = wrapped(self)
        self.counter = Caption("", self, factor=COUNTER, bold=True)
        self.column.addWidget(self.said)
        self.column.addStretch(1)
        self.column.addWidget(self.counter, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)

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
