"""The metronome's beat made visible: a light, and the phase of the repetition in words."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.app.metronome import Beat, RaisePhase
from tracker.app.theme import colours_of, scaled_font
from tracker.words.metronome import phase_name

LIT_MS: Final = 140  # short enough that, at 240 beats a minute, it is dark almost as long
RADIUS: Final = 8.0
_CENTRE: Final = 12.0
_WORDS: Final = 32  # left edge of the words, in pixels


class BeatLight(QWidget):
    """Lights up on a beat; of fixed size and opaque, so that a beat repaints nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(scaled_font(self.font(), 1.0, bold=True))
        self.setAccessibleName(self.tr("Beat"))
        self.is_lit = False
        self.text = ""
        self._is_first = False
        self._has_words = True
        self._is_on_accent = False
        self._darken = QTimer(self)
        self._darken.setSingleShot(True)
        self._darken.setInterval(LIT_MS)
        self._darken.timeout.connect(self.darken)

    def sizeHint(self) -> QSize:
        texts = [f"{phase_name(each)} 60" for each in RaisePhase] + [self.tr("Metronome")]
        widest = max(map(self.fontMetrics().horizontalAdvance, texts))
        return QSize(_WORDS + (widest + 4 if self._has_words else 0), 36)

    def show_words(self, *, are_shown: bool) -> None:
        """Show or hide the words beside the light; hidden if there is no room."""
        if are_shown != self._has_words:
            self._has_words = are_shown
            self.updateGeometry()

    def put_on_accent(self, *, is_on_accent: bool) -> None:
        """Use the colours for an accent background, or those for a card."""
        self._is_on_accent = is_on_accent
        self.update()

    def show_beat(self, beat: Beat) -> None:
        """Light up for a beat, and name it."""
        self.is_lit = True
        self._is_first = beat.count == 1
        self.text = str(beat.count)
        if beat.phase is not None:
            self.text = f"{phase_name(beat.phase)} {beat.count}"
        self._darken.start()
        self.update()

    def darken(self) -> None:
        """Go dark until the next beat."""
        self.is_lit = False
        self.update()

    def clear(self) -> None:
        """Show no beat."""
        if self.text or self.is_lit:
            self._darken.stop()
            self.text = ""
            self.darken()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        on, below = colours.accent, colours.card
        text, quiet, ring = colours.text, colours.muted, colours.border
        if self._is_on_accent:
            on, below = colours.on_accent, colours.accent
            text = quiet = ring = on
        painter.fillRect(self.rect(), below)
        centre = QPointF(_CENTRE, self.height() / 2)
        # 2 pixels, because 1 would be smoothed away to half its contrast.
        painter.setPen(QPen(on if self.text else ring, 2))
        painter.setBrush(on if self.is_lit else Qt.BrushStyle.NoBrush)
        # The first beat of a phase is larger, so that colour is not the only sign.
        painter.drawEllipse(
            centre, *(2 * [RADIUS + 2 if self.is_lit and self._is_first else RADIUS])
        )
        painter.setPen(text if self.text else quiet)
        words = QRect(self.rect()).adjusted(_WORDS, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text or self.tr("Metronome"))
