"""What belongs to an exercise's table: an error, a hint, and the session's best estimates."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.app.current_session import CurrentSession
from tracker.app.settings import Settings
from tracker.app.theme import CAPTION, MARKS, colours_of
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.ui.widgets.cards import Caption, StillCaption
from tracker.ui.widgets.complaint import Complaint
from tracker.words.estimates import estimate_marks, estimate_text, estimate_words
from tracker.words.labels import (
    load_text,
    side_name,
)

BETWEEN = 6  # the lines below a table
FIGURE_OF_A_LEG = 1.25  # of the system's size: read at a glance between two sets


class BestToday(QWidget):
    """The session's best estimate of each leg, told apart by colour and by shape."""

    def __init__(
        self, current: CurrentSession, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._settings = settings
        caption = Caption(self.tr("Estimated maximum today"), self, factor=CAPTION, muted=True)
        words = self.tr("Best estimated one-repetition maximum of this session.")
        self.setToolTip(f"{words}\n{estimate_marks()}")
        self.figures: dict[Side, StillCaption] = {}
        self._marks: dict[Side, Caption] = {}
        across = QHBoxLayout()
        for side in LEGS:
            self._marks[side] = Caption(MARKS[side].letter, self, factor=FIGURE_OF_A_LEG)
            self.figures[side] = StillCaption(self, factor=FIGURE_OF_A_LEG, bold=True)
            across.addWidget(self._marks[side])
            across.addWidget(self.figures[side])
            across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(caption)
        layout.addLayout(across)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        colours = colours_of(QApplication.palette())
        for side, colour in ((Side.LEFT, colours.left), (Side.RIGHT, colours.right)):
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self._marks[side].setPalette(palette)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show the figures of one exercise."""
        for side, figure in self.figures.items():
            found = self._current.best_estimate(exercise, side)
            figure.setText(estimate_text(found, self._load_text))
            words = estimate_words(found, self._load_text)
            figure.setAccessibleName(f"{side_name(side)}: {words}")

    def _load_text(self, kg: float) -> str:
        return load_text(kg, self._settings.unit)


class TableFoot(QWidget):
    """What belongs to a table, to stand directly below its last row: an error, a hint, figures."""

    def __init__(
        self, current: CurrentSession, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.message = Complaint(self, factor=1)
        self.why_weigh = Caption(
            self.tr("Standing lifts the body too: without your bodyweight there is no estimate."),
            self,
            muted=True,
        )
        self.why_weigh.setWordWrap(True)
        self.weigh = QPushButton(self.tr("Enter bodyweight"), self)
        self.last_time = Caption("", self, muted=True)
        self.last_time.setWordWrap(True)
        self.best = BestToday(current, settings, self)
        self._parts = (self.message, self.why_weigh, self.weigh, self.last_time, self.best)
        self._at = 0  # where the error begins
        self._laid_out: tuple[object, int] = ((), 0)
        self.ask_weight(is_needed=False)

    def ask_weight(self, *, is_needed: bool) -> None:
        """Ask for the bodyweight, and say why, where it is needed."""
        self.why_weigh.setVisible(is_needed)
        self.weigh.setVisible(is_needed)

    def say(self, message: str, at: int) -> None:
        """Say what is wrong, as far to the right as there is room.

        Args:
            message: In words; blank for nothing.
            at: Where it begins, in pixels from the left edge.
        """
        self._at = at
        self.message.say(message)
        self._indent()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._indent()

    def _indent(self) -> None:
        message = self.message.text()
        room = self.width() - self.message.fontMetrics().horizontalAdvance(message) - 2
        self.message.setContentsMargins(max(0, min(self._at, room)), 0, 0, 0)

    def height_for(self, width: int) -> int:
        """Lay the parts out one below the other at a width, and give the height they take."""
        shown = [part for part in self._parts if not part.isHidden()]
        texts = [each.text() for each in shown if isinstance(each, Caption)]
        seen = (width, texts, len(shown), self.font().key())
        if seen == self._laid_out[0]:
            return self._laid_out[1]
        top = 0
        for part in shown:
            part.ensurePolished()
            hint = part.sizeHint()
            high = part.heightForWidth(width) if part.hasHeightForWidth() else hint.height()
            across = hint.width() if part is self.weigh else width
            part.setGeometry(0, top, across, high)
            top += high + BETWEEN
        high = max(top - BETWEEN, 0)
        self._laid_out = seen, high
        return high
