"""The bar below a session under way: its duration, rests, holds, and the metronome."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSpinBox, QToolButton, QWidget

from tracker.app.click import Click
from tracker.app.current_session import CurrentSession
from tracker.app.hold_run import HoldRun
from tracker.app.hold_timer import HoldPhase
from tracker.app.metronome import BEATS_A_MINUTE, Beat, Metronome
from tracker.app.theme import CAPTION, FIGURE, GAP, PAGE_MARGIN, colours_of
from tracker.domain.exercise import Side
from tracker.domain.set_grid import Cell
from tracker.ui.checkups.beat_light import BeatLight
from tracker.ui.widgets.announce import announce
from tracker.ui.widgets.cards import StillCaption
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.icons import show_icon
from tracker.ui.widgets.keys import ENTER
from tracker.ui.widgets.notice import Notice
from tracker.words.labels import clock_text, side_name, within_sentence

REFRESH_MS: Final = 20_000  # of the session's duration, shown in minutes
LINE: Final = 3  # thickness of the line that shrinks during the rest


class RestLine(QWidget):
    """A line along the bar's upper edge, as long as what is left of the rest."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._left = 0.0

    def show_left(self, left: float) -> None:
        """Show the remaining share of the rest, 0 to 1."""
        if left != self._left:
            self._left = left
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self.palette())
        painter.fillRect(0, 0, self.width(), 1, colours.line)
        painter.fillRect(0, 0, round(self.width() * self._left), LINE, colours.accent)


class SessionBar(QWidget):
    """Visible during a session, or while the rest timer, a hold or the metronome runs.

    It never takes the focus from a table. During a hold, it shows the hold's clock.

    Args:
        current: The session, and its rests.
        faults: Where to tell of a missing sound or a hold that could not be logged.
        metronome: The metronome to use; None makes one.

    Signals:
        left: The runner wants the focus back on the page.
        shown_anew: The clock, or the words beside it, may have changed.
    """

    left = Signal()
    shown_anew = Signal()

    def __init__(
        self,
        current: CurrentSession,
        faults: Faults,
        metronome: Metronome | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Session bar"))
        self._current = current
        self._faults = faults
        self._rest = current.rests.timer
        self.metronome = Metronome(parent=self) if metronome is None else metronome
        self._click: Click | None = None
        self._notice: Notice | None = None
        self.is_filled = False  # whether the whole bar is filled because the rest is over
        self.lead(HoldRun(current, parent=self))
        self._make_parts()
        self._lay_out()
        self._minutes = QTimer(self)
        self._minutes.setInterval(REFRESH_MS)
        self._minutes.timeout.connect(self._show_session)
        current.refreshed.connect(self._show_session)  # rest and metronome have their own signals
        self._rest.changed.connect(self._on_rest_changed)
        self._rest.ticked.connect(self._show_rest)
        self._rest.finished.connect(self._on_rest_finished)
        self.metronome.changed.connect(self.refresh)
        self.metronome.beat.connect(self._on_metronome_beat)
        self.refresh()

    def lead(self, holds: HoldRun) -> None:
        """Take over a run of holds: its clock is shown, and its tones are played."""
        self.holds, self._hold = holds, holds.timer
        self._hold.changed.connect(self._on_hold_changed)
        self._hold.ticked.connect(self._show_rest)
        self._hold.begun.connect(self._on_hold_begun)
        self._hold.reached.connect(self._sound)
        self._hold.finished.connect(self._on_hold_finished)

    def _make_parts(self) -> None:
        self.duration = StillCaption(self, muted=True)
        self.duration.setToolTip(self.tr("Since the first set of this session"))
        self.line = RestLine(self)
        self.rest = StillCaption(self, factor=FIGURE, bold=True)
        self.rest.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.rest_words = StillCaption(self, factor=CAPTION, muted=True)
        # As wide as they can get: a ticking clock must not move what is beside it.
        self.rest.setText("+00:00")
        sides = (within_sentence(side_name(side)) for side in Side)
        readying = (self.tr("get ready, {}").format(side) for side in sides)
        self.rest_words.setText(max((self.tr("rest is over"), *readying), key=len))
        self.pause = self._button(self.tr("Start the rest"))
        self.pause.clicked.connect(self.toggle_rest)
        self.longer = self._button(self.tr("15 seconds longer"))
        self.longer.setText(self.tr("+15 s"))
        self.longer.clicked.connect(lambda: self._rest.prolong())
        self.end = self._button(self.tr("End the rest; it is not noted"))
        self.end.clicked.connect(self.end_rest)
        self.light = BeatLight(self)
        self.pace = QSpinBox(self)
        self.pace.setRange(*BEATS_A_MINUTE)
        self.pace.setValue(self.metronome.beats_a_minute)
        self.pace.setSuffix(self.tr(" / min"))
        self.pace.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pace.setAccessibleName(self.tr("Beats a minute"))
        self.pace.setToolTip(self.tr("Beats a minute"))
        self.pace.setFixedWidth(self.pace.fontMetrics().horizontalAdvance("000 / min") + 26)
        self.pace.valueChanged.connect(self.metronome.set_pace)
        self.beat = self._button(self.tr("Start the metronome"))
        self.beat.clicked.connect(self.toggle_metronome)
        self.sound = self._button(self.tr("Click on each beat"))
        self.sound.setCheckable(True)
        self.sound.toggled.connect(self._on_sound_toggled)

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("flat", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not move the focus
        self._name(button, words)
        return button

    @staticmethod
    def _name(button: QToolButton, words: str) -> None:
        button.setToolTip(words)
        button.setAccessibleName(words)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, LINE + 3, PAGE_MARGIN, 4)
        layout.setSpacing(4)
        layout.addWidget(self.duration)
        layout.addSpacing(GAP)
        resting = (self.rest, self.rest_words, self.pause, self.longer, self.end)
        beating = (self.light, self.pace, self.beat, self.sound)
        for part in (*resting, None, *beating):
            if part is None:
                layout.addStretch(1)
            else:
                layout.addWidget(part)

    # How it looks

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        # The whole bar, not only its words, so that it can be seen from across the room.
        QPainter(self).fillRect(self.rect(), colours.accent if self.is_filled else colours.card)

    def resizeEvent(self, _event: object) -> None:
        self.line.setGeometry(0, 0, self.width(), LINE)
        self._fit()

    def _fit(self) -> None:
        """Hide the session's duration, then the metronome's words, if there is no room."""
        layout = self.layout()
        assert layout is not None  # it always has one
        for has_duration, has_words in ((True, True), (False, True), (False, False)):
            self.duration.setVisible(has_duration)
            self.light.show_words(are_shown=has_words)
            layout.invalidate()
            if layout.minimumSize().width() <= self.width():
                break

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
            self.refresh()

    def _fill(self, *, is_filled: bool) -> None:
        """Fill the bar with the accent colour once the rest is over, with readable text on it."""
        if is_filled == self.is_filled:
            return
        self.is_filled = is_filled
        self._tint()

    def _tint(self) -> None:
        colours = colours_of(QApplication.palette())
        palette = QPalette()
        if self.is_filled:
            for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.PlaceholderText):
                palette.setColor(role, colours.on_accent)
        for words in (self.duration, self.rest, self.rest_words):
            words.setPalette(palette)
        self.light.put_on_accent(is_on_accent=self.is_filled)
        # Buttons take their colour from a style sheet, which no palette can override.
        self.longer.setStyleSheet(f"color: {colours.on_accent.name()}" if self.is_filled else "")
        self._show_icons()
        self.update()

    def _show_icons(self) -> None:
        is_counting = self._rest.is_running and not self._rest.is_paused
        name = "pause" if is_counting else "start"
        self._paint_icon(self.pause, "stop" if self._hold.is_running else name)
        self._paint_icon(self.end, "end")
        self._paint_icon(self.beat, "stop" if self.metronome.is_running else "start")
        self._paint_icon(self.sound, "sound" if self.sound.isChecked() else "silent")

    def refresh(self) -> None:
        """Show the current state of session, rest and metronome."""
        self._show_session()
        self._show_metronome()
        self._show_rest()

    def _show_session(self) -> None:
        lasted = self._current.running_for()
        self._appear(is_needed=lasted is not None)
        words = self.tr("Session {} min")
        # Without a session it keeps its room, so that nothing beside it moves.
        lasting = "" if lasted is None else words.format(int(lasted.total_seconds()) // 60)
        self.duration.setText(lasting)
        sets = self._current.sets
        self.metronome.set_tempo(sets[-1].tempo if sets else None)

    def _appear(self, *, is_needed: bool) -> None:
        """Show the bar during a session or while something runs, else hide it."""
        is_counting = self._rest.is_running or self._hold.is_running
        is_needed = is_needed or is_counting or self.metronome.is_running
        self.setVisible(is_needed)
        if is_needed:
            self._minutes.start()
        else:
            self._minutes.stop()

    def _on_rest_changed(self) -> None:
        self._appear(is_needed=self._current.running_for() is not None)
        if self._notice is not None and not self._rest.is_over:
            self._notice.withdraw()
        self._show_rest()

    def _on_hold_changed(self) -> None:
        self._appear(is_needed=self._current.running_for() is not None)
        self._show_rest()

    def _show_hold(self) -> None:
        """Show the hold in place of the rest."""
        is_held, cell = self._hold.phase is HoldPhase.HOLD, self.holds.cell
        self.rest.setText(clock_text(self._hold.shown_s))
        self.rest.setEnabled(True)
        words = self.tr("hold, {}") if is_held else self.tr("get ready, {}")
        side = "" if cell is None else within_sentence(side_name(cell.side))
        self.rest_words.setText(words.format(side))
        self.rest.setAccessibleName(f"{self.rest_words.text()}: {self.rest.text()}")
        self.line.show_left(self._hold.left)
        self.longer.setEnabled(False)
        self.end.setEnabled(True)
        self._name(self.pause, self.tr("End the hold"))
        self._name(self.end, self.tr("Break off; nothing is noted"))
        self._fill(is_filled=is_held)
        self._show_icons()
        self.shown_anew.emit()

    def _show_rest(self) -> None:
        if self._hold.is_running:
            self._show_hold()
            return
        self._name(self.end, self.tr("End the rest; it is not noted"))
        is_running, left_s = self._rest.is_running, self._rest.remaining_s
        is_over = self._rest.is_over
        self.rest.setText(clock_text(left_s) if is_running else "–:––")
        self.rest.setEnabled(is_running)
        words = self.tr("rest is over") if is_over else self.tr("rest")
        if self._rest.is_paused:
            words = self.tr("paused")
        self.rest_words.setText(words)
        self.rest.setAccessibleName(f"{words}: {self.rest.text()}")
        length_s = self._rest.length_s
        self.line.show_left(max(0.0, left_s / length_s) if is_running else 0.0)
        for button in (self.longer, self.end):
            button.setEnabled(is_running)
        is_counting = is_running and not self._rest.is_paused
        pause = self.tr("Resume the rest") if is_running else self.tr("Start the rest")
        self._name(self.pause, self.tr("Pause the rest") if is_counting else pause)
        self._fill(is_filled=is_over)
        self._show_icons()
        self.shown_anew.emit()

    def _show_metronome(self) -> None:
        is_running = self.metronome.is_running
        words = self.tr("Stop the metronome") if is_running else self.tr("Start the metronome")
        self._name(self.beat, words)
        if not is_running:
            self.light.clear()

    def _paint_icon(self, button: QToolButton, name: str) -> None:
        colours = colours_of(QApplication.palette())
        colour = colours.on_accent if self.is_filled else colours.text
        wanted = (name, colour.name())
        if button.property("icon_shown") != wanted:  # redrawn every second it would flicker
            button.setProperty("icon_shown", wanted)
            show_icon(button, name, colour)

    # What it does

    def toggle_rest(self) -> None:
        """Start a rest, or pause or resume it; if a hold is running, end that."""
        if self._hold.is_running:
            self._hold.end()
        elif self._rest.is_running:
            self._rest.toggle_pause()
        else:
            self._current.rests.begin_by_hand(self._current.sets)

    @property
    def is_timing(self) -> bool:
        """Whether a rest or a hold runs, even if it is paused or over."""
        return self._rest.is_running or self._hold.is_running

    def prolong_rest(self) -> None:
        """Make the rest 15 seconds longer."""
        self._rest.prolong()

    def end_rest(self) -> None:
        """End the rest, or cancel a hold, without recording it."""
        if self._hold.is_running:
            self._hold.dismiss()
        else:
            self._rest.dismiss()

    def toggle_hold(self, cell: Cell) -> None:
        """End the running hold, or guide through the holds of a cell.

        Raises:
            ValueError: In words, if the cell's load is unknown.
            TrackerError: If the log could not be read.
        """
        if self._hold.is_running:
            self._hold.end()
        else:
            self.holds.begin(cell)

    def toggle_metronome(self) -> None:
        """Start or stop the metronome."""
        if self.metronome.is_running:
            self.metronome.stop()
        else:
            self.metronome.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, *ENTER):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def lend_metronome(self) -> Metronome:
        """Stop the metronome, and return another that clicks in its place."""
        self.metronome.stop()
        lent = Metronome()
        lent.beat.connect(lambda _beat: self.sound_beat())
        return lent

    def sound_beat(self) -> None:
        """Click, if the runner has switched the sound on."""
        if self._click is not None and self.sound.isChecked():
            self._click.play()

    def _on_metronome_beat(self, beat: Beat) -> None:
        self.light.show_beat(beat)
        self.sound_beat()

    def _on_sound_toggled(self, is_on: bool) -> None:
        if is_on and self._click is None and not self._faults.attempt(self._load_click):
            self.sound.setChecked(False)
        self._paint_icon(self.sound, "sound" if self.sound.isChecked() else "silent")

    def _load_click(self) -> None:
        self._click = Click(self)

    def _sound(self) -> None:
        if self._click is not None and self.sound.isChecked():
            self._click.play()
        else:
            QApplication.beep()  # the metronome may be muted, but this is not

    def _on_hold_begun(self) -> None:
        self._sound()
        announce(self, self.tr("Hold"))

    def _on_hold_finished(self, held_s: float, is_whole: bool) -> None:
        if not is_whole:
            self._sound()
        self._faults.attempt(lambda: self.holds.take(held_s, is_whole), self._faults.told.emit)

    def _on_rest_finished(self) -> None:
        if self._hold.is_running:
            return  # the rest ended during the hold; its tone could be taken for the hold's end
        if self._current.rests.is_heard:
            self._sound()
        if self._notice is None:
            self._notice = Notice(self.window())
        announce(self, self.tr("The rest is over"))
        passed = clock_text(round(self._rest.length_s))
        words = self.tr("{} of rest have passed.").format(passed)
        self._notice.tell(self.tr("The rest is over"), words)
