"""What goes below an exercise's table: an error, a hint, and the session's best estimates."""

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QWidget,
)

from tracker.app.current_session import CurrentSession
from tracker.app.settings import Settings
from tracker.app.theme import CAPTION, GAP, MARKS, colours_of
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.words.estimates import estimate_marks, estimate_text, estimate_words
from tracker.words.labels import (
    load_number,
    load_text,
    number_text,
    side_name,
)

BETWEEN = 6  # pixels between the lines below a table
FIGURE_OF_A_LEG = 1.25  # times the system's font size, readable at a glance between sets


class BestToday(QWidget):
    """The session's best estimate of each leg; colour and shape tell the legs apart."""

    def __init__(
        self, current: CurrentSession, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._settings = settings
        self._caption = Caption("", self, factor=CAPTION, muted=True)
        self._caption.setWordWrap(True)
        words = self.tr("Best estimated one-repetition maximum of this session.")
        self.setToolTip(f"{words}\n{estimate_marks()}")
        self._shown: dict[Side, object] = {}
        self._laid_out: tuple[object, tuple[list[tuple[Caption, QRect]], int]] = ((), ([], 0))
        self.figures: dict[Side, Caption] = {}
        self._marks: dict[Side, Caption] = {}
        for side in LEGS:
            self._marks[side] = Caption(MARKS[side].letter, self, factor=FIGURE_OF_A_LEG)
            self.figures[side] = Caption("", self, factor=FIGURE_OF_A_LEG, bold=True)
        self._name_unit()
        settings.unit_changed.connect(self._name_unit)
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
        """Show the figures of one exercise; the caption carries the unit, to save room."""
        unit = self._settings.unit
        for side, figure in self.figures.items():
            found = self._current.best_estimate(exercise, side)
            if (found, unit) == self._shown.get(side):
                continue
            self._shown[side] = (found, unit)
            figure.setText(estimate_text(found, self._number))
            words = estimate_words(found, lambda kg: load_text(kg, unit))
            figure.setAccessibleName(f"{side_name(side)}: {words}")
            figure.setToolTip(f"{words}\n{self.toolTip()}")  # what its brackets or sign mean
        self._place(self.width())

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts shown, which determine its height."""
        return (self._caption.text(), *(figure.text() for figure in self.figures.values()))

    def _number(self, kg: float) -> str:
        return number_text(load_number(kg, self._settings.unit), 1)

    def _name_unit(self) -> None:
        self._caption.setText(self.tr("Estimate today, {}").format(self._settings.unit))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._parts_at(width)[1]

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place(self.width())

    def _place(self, width: int) -> None:
        for part, place in self._parts_at(width)[0]:
            part.setGeometry(place)

    def _parts_at(self, width: int) -> tuple[list[tuple[Caption, QRect]], int]:
        """Return where each part goes at a given width, and the height of all of them.

        The legs are side by side, or one below the other if there is no room for that.
        """
        seen = (width, self.texts, self.font().key())
        if seen != self._laid_out[0]:
            self._laid_out = seen, self._lay_out(width)
        return self._laid_out[1]

    def _lay_out(self, width: int) -> tuple[list[tuple[Caption, QRect]], int]:
        for part in (self._caption, *self._marks.values(), *self.figures.values()):
            part.ensurePolished()  # else the text would be measured in a font that Qt guesses
        high = self._caption.heightForWidth(width)
        places = [(self._caption, QRect(0, 0, width, high))]
        legs = [(self._marks[side], self.figures[side]) for side in LEGS]
        beside = GAP // 2
        sizes = [(mark.sizeHint(), _taken(figure)) for mark, figure in legs]
        widths = [size.width() + beside + taken for size, taken in sizes]
        second = max(width // 2, widths[0] + GAP)
        is_across = second + widths[1] <= width
        left, top = 0, high + 2
        for (mark, figure), (size, taken) in zip(legs, sizes, strict=True):
            line = max(size.height(), figure.sizeHint().height())
            places.append((mark, QRect(left, top, size.width(), line)))
            places.append((figure, QRect(left + size.width() + beside, top, taken, line)))
            high = top + line
            left, top = (second, top) if is_across else (0, high)
        return places, high


class TableFoot(QWidget):
    """What goes right below a table's last row: an error, a hint, figures."""

    def __init__(
        self, current: CurrentSession, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.message = Complaint(self, factor=1)
        self.why_weigh = Caption(
            self.tr("Standing also lifts your body: without your bodyweight there is no estimate."),
            self,
            muted=True,
        )
        self.why_weigh.setWordWrap(True)
        self.weigh = QPushButton(self.tr("Enter bodyweight"), self)
        self.weigh.setToolTip(self.why_weigh.text())
        self.last_time = Caption("", self, muted=True)
        self.last_time.setWordWrap(True)
        self.best = BestToday(current, settings, self)
        self._parts = (self.message, self.why_weigh, self.weigh, self.last_time, self.best)
        self._at = 0  # where the error starts, in pixels
        self._laid_out: tuple[object, int] = ((), 0)
        self.ask_weight(is_needed=False)

    def ask_weight(self, *, is_needed: bool) -> None:
        """Ask for the bodyweight and say why, if it is needed."""
        self.why_weigh.setVisible(is_needed)
        self.weigh.setVisible(is_needed)
        self.best.setVisible(not is_needed)  # without it neither leg has an estimate

    def say(self, message: str, at: int) -> None:
        """Say what is wrong, as far to the right as there is room.

        Args:
            message: The error; blank for none.
            at: Where it starts, in pixels from the left edge.
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

    def height_for(self, width: int, most: int) -> int:
        """Lay the parts out one below the other, and return the height they take in pixels.

        Args:
            width: The width of all parts.
            most: The height available, in pixels; if it is too little, the hint is hidden in favour
                of an error or request, and then the reason for the request.
        """
        shown = [part for part in self._parts if not part.isHidden()]
        texts = [each.text() for each in shown if isinstance(each, Caption)]
        seen = (width, most, texts, self.best.texts, len(shown), self.font().key())
        if seen == self._laid_out[0]:
            return self._laid_out[1]
        highs: dict[QWidget, int] = {part: _height_of(part, width) for part in shown}
        if self.message in highs or self.weigh in highs:
            for less in (self.last_time, self.why_weigh):
                if less in highs and sum(highs.values()) + BETWEEN * (len(highs) - 1) > most:
                    del highs[less]
                    less.setGeometry(QRect())
        top = 0
        for part, high in highs.items():
            across = part.sizeHint().width() if part is self.weigh else width
            part.setGeometry(0, top, across, high)
            top += high + BETWEEN
        high = max(top - BETWEEN, 0)
        self._laid_out = seen, high
        return high


def _height_of(part: QWidget, width: int) -> int:
    part.ensurePolished()
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()


def _taken(figure: Caption) -> int:
    return figure.fontMetrics().horizontalAdvance(figure.text()) + 1
