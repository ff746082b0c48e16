"""The metronome: beats that do not drift, assigned to the phases of a repetition."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from tracker.domain.entry import require_within
from tracker.domain.session import Tempo

BEATS_A_MINUTE: Final = (20, 240)
USUAL_BEATS_A_MINUTE: Final = 60  # one per second; in a heel-raise test, 30 repetitions a minute
_NS_A_MINUTE: Final = 60_000_000_000
_NS_A_MILLISECOND: Final = 1_000_000


class RaisePhase(StrEnum):
    """A phase of one calf raise, in order."""

    RAISE = "raise"
    TOP = "top"
    LOWER = "lower"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Beat:
    """One beat.

    Args:
        number: Its number since the metronome was started, from 0.
        phase: The phase it belongs to; None without a tempo.
        count: Its place in the phase, from 1; without a tempo, 1 for up and 2 for down.
    """

    number: int
    phase: RaisePhase | None
    count: int


def counts_of(tempo: Tempo | None) -> list[tuple[RaisePhase | None, int]]:
    """Return phase and count for each beat of one repetition; phases shorter than a beat have none.

    >>> [f"{phase} {count}" for phase, count in counts_of(Tempo(2, 0, 3, 0))]
    ['raise 1', 'raise 2', 'lower 1', 'lower 2', 'lower 3']
    >>> counts_of(None)
    [(None, 1), (None, 2)]
    """
    if tempo is not None:
        seconds = (tempo.raise_s, tempo.top_s, tempo.lower_s, tempo.bottom_s)
        counts: list[tuple[RaisePhase | None, int]] = [
            (phase, count)
            for phase, phase_s in zip(RaisePhase, seconds, strict=True)
            for count in range(1, round(phase_s) + 1)
        ]
        if counts:
            return counts
    return [(None, 1), (None, 2)]


class Metronome(QObject):
    """Beats at times counted from its start, so that a late beat does not delay the next.

    Args:
        clock: Returns nanoseconds that never go backwards.
        timer: The Qt timer that wakes it, set to single-shot.

    Signals:
        changed: It was started or stopped, or its pace or tempo was changed.
        beat: A Beat, at its time.
    """

    changed = Signal()
    beat = Signal(object)

    def __init__(
        self,
        clock: Callable[[], int] = time.monotonic_ns,
        timer: QTimer | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._timer = QTimer(self) if timer is None else timer
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._anchor_ns = 0  # the time of the beat that times are counted from
        self._since_anchor = 0  # beats since then, including the next one
        self._number = 0
        self._counts = counts_of(None)
        self.beats_a_minute = USUAL_BEATS_A_MINUTE
        self.tempo: Tempo | None = None
        self.is_running = False

    def start(self) -> None:
        """Start with an immediate beat; does nothing if already running."""
        if self.is_running:
            return
        self.is_running = True
        self._anchor_ns = self._clock()
        self._since_anchor = self._number = 0
        self.changed.emit()
        self._strike()

    def stop(self) -> None:
        """Stop."""
        if self.is_running:
            self.is_running = False
            self._timer.stop()
            self.changed.emit()

    def set_pace(self, beats_a_minute: int) -> None:
        """Set the pace; the next beat comes one new interval after the last.

        Raises:
            ValueError: If it is outside 20 to 240 beats a minute.
        """
        require_within("Beats a minute", beats_a_minute, *BEATS_A_MINUTE)
        if beats_a_minute == self.beats_a_minute:
            return
        if self.is_running:
            self._anchor_ns = self._due_ns(self._since_anchor - 1)
            self._since_anchor = 1
        self.beats_a_minute = beats_a_minute
        if self.is_running:
            self._wake_later()
        self.changed.emit()

    def set_tempo(self, tempo: Tempo | None) -> None:
        """Set the phases that beats count, one beat per second of them; None for none."""
        if tempo != self.tempo:
            self.tempo = tempo
            self._counts = counts_of(tempo)
            self.changed.emit()

    def _due_ns(self, beats: int) -> int:
        return self._anchor_ns + beats * _NS_A_MINUTE // self.beats_a_minute

    def _wake_later(self) -> None:
        wait_ns = max(0, self._due_ns(self._since_anchor) - self._clock())
        self._timer.start(-(-wait_ns // _NS_A_MILLISECOND))  # rounded up, so that it is never early

    def _on_timer_timeout(self) -> None:
        # A busy window may miss beats: they are skipped, and later ones stay in time.
        late_ns = self._clock() - self._due_ns(self._since_anchor)
        missed = max(0, late_ns * self.beats_a_minute // _NS_A_MINUTE)
        self._since_anchor += missed
        self._number += missed
        self._strike()

    def _strike(self) -> None:
        phase, count = self._counts[self._number % len(self._counts)]
        beat = Beat(self._number, phase, count)
        self._number += 1
        self._since_anchor += 1
        self._wake_later()
        self.beat.emit(beat)
