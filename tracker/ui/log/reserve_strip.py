"""The question for the last set's reps in reserve, right below the last row of its table."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from tracker.app.current_session import CurrentSession
from tracker.app.theme import CAPTION, MARKS, scaled_font
from tracker.domain.exercise import Side
from tracker.domain.session import LoggedSet
from tracker.ui.log.set_model import SetTableModel
from tracker.ui.log.set_table import SetTable
from tracker.ui.widgets.cards import Caption
from tracker.ui.window.actions import keys_text
from tracker.words.labels import exercise_name, shortest_text, side_name, within_sentence

MOST: Final = 4  # 4 or more: nobody can tell larger numbers apart
GAP: Final = 8
BESIDE, LEAST = 22, 12  # pixels by which a button is wider than its digit
OVERHANG: Final = 10  # pixels that it may extend into the card's margin


class ReserveStrip(QWidget):
    """A muted line with the answers as buttons; it never takes the focus.

    It is in no layout and has no size while nothing is asked, so that showing or hiding it lays out
    nothing. Its owner keeps ``room`` free below the table.

    Args:
        current: The session shown, which asks the question.
        table: The table that it is below.
        model: The model of that table, whose sets it asks about.

    Signals:
        chosen: The reps in reserve that were clicked.
    """

    chosen = Signal(int)

    def __init__(
        self, current: CurrentSession, table: SetTable, model: SetTableModel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._table = table
        self._model = model
        self._seen: object = None
        self._texts: tuple[str, ...] = ()  # the question, shorter and shorter
        self._widest: tuple[str, ...] = ()  # each text with the longest name of a leg
        self._words: Caption | None = None
        self._keys: Caption | None = None
        self.buttons: list[QToolButton] = []
        self.setFont(scaled_font(self.font(), CAPTION))
        self.room = self.fontMetrics().height() + 8
        self.setGeometry(QRect())
        table.resized.connect(self._place)
        table.scrolled.connect(self._place)
        model.rowsInserted.connect(self._place)
        model.rowsRemoved.connect(self._place)
        model.modelReset.connect(self._on_model_reset)
        current.refreshed.connect(self.refresh)
        current.reserve.changed.connect(self.refresh)

    @property
    def text(self) -> str:
        """The question as shown; blank if nothing is asked."""
        return "" if self._words is None or not self._texts else self._words.text()

    def refresh(self) -> None:
        """Ask about the sets of this table whose reserve is missing."""
        question = self._current.reserve
        target, asked = question.target, question.asked
        seen = (target, asked, self._model.exercise)
        if seen == self._seen:
            return
        self._seen = seen
        for button in self.buttons:  # a pointer that rests here would make a question look answered
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
            button.update()
        texts, self._widest = self._in_words(target, asked)
        if texts != self._texts:
            self._texts = texts
            self._place()

    def _on_model_reset(self) -> None:
        self.refresh()
        self._place()

    def _in_words(
        self, target: LoggedSet | None, asked: list[LoggedSet]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the question in shorter and shorter forms, and each with its longest leg name.

        That way the buttons stay in place from leg to leg, and only the words are repainted.
        """
        if not asked or target is None or not self._is_here(target):
            return (), ()
        of_exercise = [each for each in asked if each.exercise is target.exercise]
        if len(asked) == 1:
            of_legs = (self._about_one(replace(target, side=side)) for side in Side)
            widest = (max(texts, key=len) for texts in zip(*of_legs, strict=True))
            return self._about_one(target), tuple(widest)
        legs = " ".join(f"{_side(each)} {_noted(each)}" for each in of_exercise)
        marks = " ".join(f"{MARKS[each.side].letter} {_noted(each)}" for each in of_exercise)
        long, short = self.tr("Reserve of the last sets: {}"), self.tr("Reserve: {}")
        texts = long.format(legs), short.format(legs), short.format(marks)
        return texts, texts

    def _about_one(self, logged: LoggedSet) -> tuple[str, ...]:
        number, side = logged.set_no, _side(logged)
        if logged.exercise is not self._model.exercise:  # the table's other exercise
            name = exercise_name(logged.exercise)
            return (self.tr("{} {} {}, in reserve?").format(name, number, side),)
        return (
            self.tr("Set {} {}, in reserve?").format(number, side),
            self.tr("{} {}: reserve?").format(number, side),
        )

    def _is_here(self, logged: LoggedSet) -> bool:
        return logged.exercise.carries_bodyweight is self._model.exercise.carries_bodyweight

    def _make_parts(self) -> Caption:
        """Create the widgets at the first question, so that the start does not wait for them."""
        self._words = Caption("", self, factor=CAPTION, muted=True)
        self._words.setFont(self.font())
        for rir in range(MOST + 1):
            button = QToolButton(self)
            button.setProperty("flat", True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click does not move the focus
            button.setFont(self.font())
            button.setText(f"{rir}+" if rir == MOST else str(rir))
            name = self.tr("{} or more in reserve") if rir == MOST else self.tr("{} in reserve")
            button.setAccessibleName(name.format(rir))
            button.setToolTip(f"{name.format(rir)} ({keys_text(f'note_reserve_{rir}')})")
            button.clicked.connect(lambda _on, rir=rir: self.chosen.emit(rir))
            self.buttons.append(button)
        self._keys = Caption(
            f"{keys_text('note_reserve_0')}–{MOST}", self, factor=CAPTION, muted=True
        )
        self._keys.setFont(self.font())
        for part in (self._words, *self.buttons):
            part.show()
        return self._words

    def _place(self) -> None:
        """Move below the last row, or to the table's end if the rows fill it."""
        if not self._texts:
            self.setGeometry(QRect())
            return
        words = self._words or self._make_parts()
        table, metrics = self._table, self.fontMetrics()
        indent = table.verticalHeader().width() + GAP  # where the text in the cells starts
        pairs = list(zip(self._texts, self._widest, strict=True))
        shapes = [(*pairs[0], indent, BESIDE), *((*pair, 0, LEAST) for pair in pairs)]
        for shape in shapes:  # the most spacious that fits
            text, widest, left, beside = shape
            words_width = metrics.horizontalAdvance(widest)
            widths = [metrics.horizontalAdvance(each.text()) + beside for each in self.buttons]
            if left + words_width + GAP + sum(widths) <= table.width() + OVERHANG:
                break
        words.setText(text)
        words.setAccessibleName(self._texts[0])
        words.setGeometry(0, 0, words_width, self.room)
        right = words_width + GAP
        for button, width in zip(self.buttons, widths, strict=True):
            button.setGeometry(right, 0, width, self.room)
            right += width
        right += self._place_keys(right, table.width() + OVERHANG - left)
        below = table.end_of_rows
        self.setGeometry(table.x() + left, table.y() + below, right, self.room)

    def _place_keys(self, at: int, room: int) -> int:
        """Say with which keys to answer, if there is room; returns the width taken in pixels."""
        keys = self._keys
        assert keys is not None, "made with the words"
        width = GAP + self.fontMetrics().horizontalAdvance(keys.text()) + 1
        has_room = at + width <= room
        keys.setVisible(has_room)
        keys.setGeometry(at + GAP, 0, width - GAP, self.room)
        return width if has_room else 0


def _side(logged: LoggedSet) -> str:
    return within_sentence(side_name(logged.side))


def _noted(logged: LoggedSet) -> str:
    if logged.rir is None:
        return "_"
    return f"{MOST}+" if logged.rir >= MOST else shortest_text(logged.rir)
