"""The pages of the heel-raise test: one for each step."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from tracker.app.language import plural
from tracker.app.metronome import BEATS_A_MINUTE, USUAL_BEATS_A_MINUTE
from tracker.app.theme import CAPTION, colours_of
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.heel_raise import BEATS_A_REP, HeelRaiseTest, StopReason
from tracker.domain.heel_raise_run import WARM_UP_RAISES, HeelRaiseRun, HeelRaiseStage
from tracker.domain.measurement import HEEL_RISE_HEIGHT, HEEL_RISE_WORK
from tracker.domain.runner import Runner
from tracker.ui.checkups.answer_fields import pain_field
from tracker.ui.checkups.guided_pages import COUNTER, WORDS_SHARE, FigurePage, Page, wrapped
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.large_figure import words_font
from tracker.words.balance import apart_text
from tracker.words.checkups import bent_text, norms_text
from tracker.words.labels import leg, number_of_text, shortest_text, side_name, stop_reason_name
from tracker.words.measurements import measured_in_text

INCLINES_DEG: Final = (0.0, 10.0)
LIGHT_PX: Final = 26
LAMPS_OF_SCREEN: Final = 10  # times as high, the lamps would fill it
# Repetitions alone can hide a deficit: at 12 months they were 95 % of the other leg's, work 76 %
# (Silbernagel 2010).
MEASURED: Final = (HEEL_RISE_HEIGHT, HEEL_RISE_WORK)


class CountedBy(Enum):
    """What counts the raises of a leg."""

    SPACE = auto()
    BEAT = auto()


class HeelRaiseSetupPage(Page):
    """The protocol in brief, and what has to be chosen.

    Args:
        first: The leg to begin with.
        is_again: Whether there was a test before, which decides on that leg.
    """

    def __init__(self, first: Side, parent: QWidget | None = None, *, is_again: bool) -> None:
        super().__init__(parent)
        steps = (
            self.tr("Stand on one leg, fingertips on a wall at shoulder height."),
            self.tr(
                "Rise to full height each time: up on one beat, down on the next; 60 beats a "
                "minute are the protocol’s pace."
            ),
            self.tr(
                "Stop when the heel no longer lifts, the pace is lost, knee or trunk give way, or "
                "the hands carry weight."
            ),
            self.tr("Rest two minutes, then the other leg."),
        )
        for number, step in enumerate(steps, 1):
            self.column.addWidget(wrapped(self, f"{number}.  {step}"))
        self.exercise = QComboBox(self)
        self.exercise.addItem(self.tr("straight"), Exercise.STANDING)
        self.exercise.addItem(self.tr("bent about 45°"), Exercise.STANDING_BENT)
        self.first = QComboBox(self)
        for side in LEGS:
            self.first.addItem(leg(side), side)
        self.first.setCurrentIndex(LEGS.index(first))
        self.incline = QComboBox(self)
        self.incline.addItem(self.tr("floor"), INCLINES_DEG[0])
        self.incline.addItem(self.tr("wedge of 10°"), INCLINES_DEG[1])
        self.cadence = QSpinBox(self)
        self.cadence.setRange(*BEATS_A_MINUTE)
        self.cadence.setValue(USUAL_BEATS_A_MINUTE)
        self.cadence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cadence.setAccessibleName(self.tr("Beats a minute"))
        self.repetitions = Caption("", self, muted=True)
        self.cadence.valueChanged.connect(self._show_repetitions)
        self._show_repetitions()
        beats = QWidget(self)
        beside = QHBoxLayout(beats)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.cadence)
        beside.addWidget(self.repetitions)
        beside.addStretch(1)
        self.counted_by = QComboBox(self)
        self.counted_by.addItem(self.tr("the space bar"), CountedBy.SPACE)
        self.counted_by.addItem(self.tr("the beat, each time it says down"), CountedBy.BEAT)
        self._add_form(
            (self.tr("Knee"), self.exercise),
            (self.tr("First leg"), self.first),
            (self.tr("Standing on"), self.incline),
            (self.tr("Beats a minute"), beats),
            (self.tr("Counted by"), self.counted_by),
        )
        if is_again:
            hint = self.tr("The leg that was second last time goes first.")
            self.column.addWidget(wrapped(self, hint, factor=CAPTION, muted=True))
        self.column.addStretch(1)
        source = self.tr("Protocol: Sleeswijk Visser 2025, Braz J Phys Ther.")
        self.column.addWidget(wrapped(self, source, factor=CAPTION, muted=True))

    def begin(self, run: HeelRaiseRun) -> None:
        """Start the test as chosen."""
        run.begin(
            Exercise(self.exercise.currentData()),
            Side(self.first.currentData()),
            float(self.incline.currentData()),
            float(self.cadence.value()),
        )

    def _show_repetitions(self) -> None:
        reps = shortest_text(self.cadence.value() / BEATS_A_REP)
        self.repetitions.setText(self.tr("{} repetitions a minute").format(reps))


class PaceLight(QWidget):
    """Two labelled lamps, up and down, that the beat lights in turn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = ""  # the beat's word: up or down; blank before the first beat
        self._words = (self.tr("up"), self.tr("down"))
        self._usual = QFont(self.font())
        self._light_px = LIGHT_PX
        self.setAccessibleName(self.tr("Beat"))
        self.fit_into(None)

    def fit_into(self, room: QSize | None) -> None:
        """Be as large as a whole screen allows; None for the usual size."""
        self._light_px = LIGHT_PX if room is None else room.height() // LAMPS_OF_SCREEN
        self.setFont(self._usual if room is None else words_font(self._usual, room, WORDS_SHARE))
        widest = max(map(self.fontMetrics().horizontalAdvance, self._words))
        self.setMinimumSize(max(240, 2 * (self._light_px + widest + 20)), self._light_px + 8)

    def reset(self) -> None:
        """Wait for the first beat."""
        self.word = ""
        self.update()

    def show_beat(self, count: int) -> None:
        """Light the lamp of a beat.

        Args:
            count: The beat within the repetition: 1 for up, 2 for down.
        """
        self.word = self._words[count - 1]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        middle, height = self.width() / 2, self.height()
        size = self._light_px
        top = (height - size) / 2
        for place, word in enumerate(self._words):
            is_lit = word == self.word
            left = middle - size - 8 if place == 0 else middle + 8
            painter.setPen(colours.accent if is_lit else colours.line)
            painter.setBrush(colours.accent if is_lit else colours.card)
            painter.drawEllipse(QRectF(left, top, size, size))
            painter.setPen(colours.text if is_lit else colours.muted)
            room = QRectF(0, 0, left - 10, height)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            if place:
                begin = left + size + 10
                room = QRectF(begin, 0, self.width() - begin, height)
                flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, flags, word)


class CountPage(FigurePage):
    """A counter readable from a distance; the space bar counts, Backspace takes one back.

    Signals:
        counted: 1 for a raise, -1 to take one back.
    """

    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.said = wrapped(self)
        self.counter = self._figure("0", COUNTER)
        self.light = PaceLight(self)
        self.column.addWidget(self.said)
        self.column.addStretch(1)
        for widget in (self.counter, self.light):
            self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)
        self._add_keys("")
        self.show_counted_by(CountedBy.SPACE)

    def fit_into(self, room: QSize | None) -> None:
        """Make the lamps larger as well."""
        super().fit_into(room)
        self.light.fit_into(room)

    def show_counted_by(self, counted_by: CountedBy) -> None:
        """Say which keys count, or that the beat does."""
        self._say_keys(
            self.tr("Space counts · Backspace takes one back · Enter goes on")
            if counted_by is CountedBy.SPACE
            else self.tr("The beat counts · Space adds one · Backspace takes one back · Enter ends")
        )

    def show_run(self, run: HeelRaiseRun) -> None:
        """Show the count of the stage."""
        is_warm_up = run.stage is HeelRaiseStage.WARMING_UP
        self.said.setText(
            self.tr("{} raises on both legs, to warm up.").format(WARM_UP_RAISES)
            if is_warm_up
            else self.tr("One repetition every two beats, to full height, as many as you can.")
        )
        self.light.setVisible(not is_warm_up)
        if run.begins_in_s:
            self.counter.setText(f"{run.begins_in_s} …")
            self.setAccessibleName(self.tr("Begins in {} s").format(run.begins_in_s))
            return
        self.counter.setText(str(run.count))
        name = self.tr("Raises of the warm-up") if is_warm_up else self.tr("Repetitions")
        self.setAccessibleName(f"{name}: {run.count}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Space and not event.isAutoRepeat():
            self.counted.emit(1)
        elif key is Qt.Key.Key_Backspace:
            self.counted.emit(-1)
        elif key is not Qt.Key.Key_Space:
            super().keyPressEvent(event)


class StopPage(Page):
    """Why a leg stopped, its worst pain, and what an app or a tape measured of its raises."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = wrapped(self)
        self.reason = QComboBox(self)
        for reason in (None, *StopReason):
            self.reason.addItem(stop_reason_name(reason), reason)
        self.pain = pain_field(self.tr("Worst pain, 0 to 10"), self)
        self.measured = {kind: QLineEdit(self) for kind in MEASURED}
        for field in self.measured.values():
            field.setPlaceholderText(self.tr("where it was measured"))
        self.message = Complaint(self)
        self.column.addWidget(self.said)
        self._add_form(
            (self.tr("It ended because"), self.reason),
            (self.tr("Worst pain, 0 to 10"), self.pain),
            *((measured_in_text(kind), field) for kind, field in self.measured.items()),
        )
        self.column.addWidget(self.message)
        self.column.addStretch(1)

    def show_run(self, run: HeelRaiseRun) -> None:
        """Ask about the leg that has just finished."""
        words = plural("{}: %Ln (repetition|repetitions).", None, run.count)
        self.said.setText(words.format(side_name(run.side)))
        self.reason.setCurrentIndex(1)
        self.pain.show_answer(0)
        self.message.hide()
        for field in self.measured.values():
            field.clear()

    def note(self, run: HeelRaiseRun) -> None:
        """Record the answers in the run.

        Raises:
            ValueError: In words, if a value is no number or out of bounds.
        """
        reason = self.reason.currentData()
        measured = {
            kind: number_of_text(field.text())
            for kind, field in self.measured.items()
            if field.text().strip()
        }
        run.note_stop(None if reason is None else StopReason(reason), self.pain.answer, measured)


class HeelRaiseResultPage(Page):
    """Both legs, compared with each other and with the norms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = Caption("", self, factor=1.6, bold=True)
        self.compared = wrapped(self)
        self.norms = [wrapped(self) for _ in range(3)]
        self.bent = wrapped(self, bent_text(), factor=CAPTION, muted=True)
        self.column.addWidget(self.figure)
        self.column.addWidget(self.compared)
        self.column.addSpacing(4)
        self.column.addWidget(Caption(self.tr("Beside others"), self, bold=True))
        neither = wrapped(self, self.tr("Neither says what is right for one runner."))
        for words in (*self.norms, neither, self.bent):
            self.column.addWidget(words)
        self.column.addStretch(1)

    def show_tests(self, tests: list[HeelRaiseTest], runner: Runner) -> None:
        """Show the result of two tests."""
        reps = {test.side: test.reps for test in tests}
        left, right = (reps[side] for side in LEGS)
        self.figure.setText(self.tr("Left {} · Right {}").format(left, right))
        self.compared.setText(apart_text(left, right))
        for words, text in zip(self.norms, norms_text(runner, tests[0].date), strict=True):
            words.setText(text)
        self.bent.setVisible(tests[0].exercise is Exercise.STANDING_BENT)
