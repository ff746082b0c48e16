"""The timer for one hold: counts down to its start, then up until it ends."""

import time
from collections.abc import Callable
from enum import Enum, auto
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from tracker.domain.session import HOLDS_S

READY_S: Final = 5  # time to take up the load


class HoldPhase(Enum):
    """The phase of a hold."""

    OFF = auto()
    READY = auto()
    HOLD = auto()


class HoldTimer(QObject):
    """Counts five seconds down, and then the seconds of a hold up.

    Args:
        clock: Returns seconds that never go backwards.
        timer: The Qt timer that wakes it, set to single-shot.

    Signals:
        changed: A phase began, or all ended.
        ticked: The seconds shown have changed.
        begun: The hold starts now.
        reached: The hold has lasted as long as planned; it may continue.
        finished: The hold ended: its duration in seconds, and whether it ended by itself.
    """

    changed = Signal()
    ticked = Signal()
    begun = Signal()
    reached = Signal()
    finished = Signal(float, bool)

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        timer: QTimer | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._timer = QTimer(self) if timer is None else timer
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # an uneven second would be noticed
        self._timer.timeout.connect(self._on_timer_timeout)
        self._begins_at = 0.0
        self._is_told = False
        self._ends_itself = False
        self.phase = HoldPhase.OFF
        self.target_s: float | None = None

    @property
    def is_running(self) -> bool:
        """Whether a hold, or the five seconds before it, are being counted."""
        return self.phase is not HoldPhase.OFF

    @property
    def _since_s(self) -> float:
        """Seconds since the hold was to start, to the millisecond; negative before."""
        return round(self._clock() - self._begins_at, 3)

    @property
    def shown_s(self) -> int:
        """Whole seconds as displayed: those left before the hold, or those held."""
        since_s = self._since_s
        return ceil(-since_s) if self.phase is HoldPhase.READY else floor(since_s)

    @property
    def left(self) -> float:
        """What is left of the phase, from 1 to 0; always 1 if its length is unknown."""
        since_s = self._since_s
        if self.phase is HoldPhase.READY:
            return -since_s / READY_S
        return 1.0 if self.target_s is None else max(0.0, 1.0 - since_s / self.target_s)

    def begin(self, target_s: float | None, *, ends_itself: bool) -> None:
        """Count down to a hold.

        Args:
            target_s: Planned duration of the hold in seconds; None if open-ended.
            ends_itself: Whether it ends then; otherwise it counts on until ``end``.
        """
        self.target_s = target_s
        self._ends_itself = ends_itself and target_s is not None
        self._is_told = False
        self._begins_at = self._clock() + READY_S
        self.phase = HoldPhase.READY
        self._wake_later()
        self.changed.emit()

    def end(self) -> None:
        """End the hold by hand; before one whole second, nothing counts as held."""
        held_s = min(round(self._since_s), HOLDS_S[1])
        was_held = self.phase is HoldPhase.HOLD and held_s >= HOLDS_S[0]
        self.dismiss()
        if was_held:
            self.finished.emit(float(held_s), False)

    def dismiss(self) -> None:
        """Stop without a result."""
        if self.is_running:
            self.phase = HoldPhase.OFF
            self._timer.stop()
            self.changed.emit()

    def _wake_later(self) -> None:
        """Wake at the next whole second, so that delays do not add up."""
        since_s = self._since_s
        waking_s = floor(since_s) + 1.0
        target_s = self.target_s
        if target_s is not None and since_s < target_s < waking_s:
            waking_s = target_s
        self._timer.start(max(1, ceil((waking_s - since_s) * 1_000)))

    def _on_timer_timeout(self) -> None:
        since_s = self._since_s
        if self.phase is HoldPhase.READY and since_s >= 0:
            self.phase = HoldPhase.HOLD
            self.changed.emit()
            self.begun.emit()
        target_s = self.target_s
        if target_s is not None and since_s >= target_s and not self._is_told:
            self._is_told = True
            if self._ends_itself:
                self.dismiss()
                self.reached.emit()
                self.finished.emit(target_s, True)
                return
            self.reached.emit()
        if since_s >= HOLDS_S[1]:
            self.dismiss()  # nobody holds for an hour: it must have been forgotten
            return
        self._wake_later()
        self.ticked.emit()
