"""The quick entry line, interpreted while typed, with the reading or the error below it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.app.current_session import CurrentSession
from tracker.app.drafts import Field, Place
from tracker.app.language import error_text, plural
from tracker.app.settings import Settings
from tracker.app.theme import CAPTION, colours_of
from tracker.domain.exercise import Exercise
from tracker.domain.notation import NotationError
from tracker.domain.session import LoggedSet
from tracker.domain.set_grid import Cell
from tracker.ui.widgets.cards import Caption, Card, paint_card
from tracker.ui.widgets.faults import Faults
from tracker.words.labels import (
    exercise_name,
    load_text,
    reps_text,
    shortest_text,
    side_name,
    within_sentence,
)


class QuickEntry(Card):
    """A card with one line that accepts the whole notation.

    Signals:
        logged: The Cell of the last set logged.
    """

    logged = Signal(object)

    def __init__(
        self,
        current: CurrentSession,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._settings = settings
        self._faults = faults
        self.exercise = Exercise.SEATED
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Quick entry: seated 3x8@60 left rir2"))
        self.line.setAccessibleName(self.tr("Quick entry"))
        self.line.setFrame(False)
        self.line.setObjectName("quick_entry")
        self.reading = Caption("", self, factor=CAPTION, muted=True)
        self.reading.setAccessibleName(self.tr("Reading of the quick entry"))
        self._below = QHBoxLayout()
        self._below.addWidget(self.reading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(0)
        layout.addWidget(self.line)
        layout.addLayout(self._below)
        self.line.textChanged.connect(self._read)
        self.line.textEdited.connect(self._on_line_text_edited)
        self.line.returnPressed.connect(self._on_line_return_pressed)
        self.line.installEventFilter(self)
        current.switched.connect(self._on_current_switched)
        current.refreshed.connect(self._read)
        settings.unit_changed.connect(self._read)
        self._read()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_card(self, event, is_framed=self.line.hasFocus())

    def eventFilter(self, _line: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()  # the card draws the line's focus frame
        return False

    def _read(self) -> None:
        text = self.line.text()
        self.reading.setVisible(bool(text.strip()))
        if not text.strip():
            self._below.setContentsMargins(0, 0, 0, 0)  # as at the start, so that nothing jumps
            return
        try:
            sets = self._current.read_entry(text, self.exercise)
        except NotationError as error:
            self._say(error_text(error), at=error.position, is_error=True)
        except ValueError as error:
            self._say(error_text(error), at=0, is_error=True)
        else:
            self._say("→ " + self._in_words(sets), at=0, is_error=False)

    def _in_words(self, sets: list[LoggedSet]) -> str:
        first = sets[0]
        sides = dict.fromkeys(each.side for each in sets)
        each_side = len(sets) // len(sides)
        count = plural("%Ln (set|sets)", None, each_side)
        legs = self.tr("each leg") if len(sides) > 1 else within_sentence(side_name(first.side))
        load = load_text(first.external_kg, self._settings.unit, None)
        done = reps_text(first.reps, first.hold_s)
        text = f"{exercise_name(first.exercise)}, {legs}: {count}, {done} × {load}"
        return text if first.rir is None else f"{text}, RIR {shortest_text(first.rir)}"

    def _say(self, message: str, *, at: int, is_error: bool) -> None:
        palette = QPalette(self.palette())
        colours = colours_of(palette)
        colour = colours.warning if is_error else colours.muted
        palette.setColor(QPalette.ColorRole.PlaceholderText, colour)
        self.reading.setPalette(palette)
        self.reading.setText(message)
        # The words are placed below the part they are about, as far as there is room.
        place = self.line.fontMetrics().horizontalAdvance(self.line.text()[:at])
        room = self.width() - self.reading.sizeHint().width() - 32
        self._below.setContentsMargins(9 + max(0, min(place, room)), 0, 0, 2)

    @property
    def _place(self) -> Place:
        return Place(Field.QUICK_ENTRY, self._current.session)

    def _on_line_text_edited(self, text: str) -> None:
        # Kept with its session until Enter: a half-typed line must not become sets by itself.
        if text.strip():
            self._current.drafts.type(self._place, text, None)
        else:
            self._current.drafts.drop(self._place)

    def _on_current_switched(self) -> None:
        draft = self._current.drafts.of(self._place)
        self.line.setText("" if draft is None else draft.typed)

    def _clear(self) -> None:
        self._current.drafts.drop(self._place)
        self.line.clear()

    def _on_line_return_pressed(self) -> None:
        text = self.line.text()
        if not text.strip():
            return
        cells: list[Cell] = []
        draft = self._current.drafts.of(self._place)
        is_meant = draft is not None and bool(draft.reason)  # retyping would have cleared it
        if self._faults.attempt(
            lambda: cells.append(self._current.log_entry(text, self.exercise, is_meant=is_meant)),
            self._refuse,
        ):
            self._clear()
            self.logged.emit(cells[0])

    def _refuse(self, message: str) -> None:
        self._say(message, at=0, is_error=True)
        self._current.drafts.refuse(self._place, message)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self._clear()
        else:
            super().keyPressEvent(event)
