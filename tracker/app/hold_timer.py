"""The time of one hold: counted down to its beginning, then up until it ends."""

import time
from collections.abc import Callable
from enum import Enum, auto
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from tracker.domain.session import HOLDS_S

READY_S: Final = 5  # to take the load up


class HoldPhase(Enum):
    """Where a hold stands."""

    OFF = auto()
    READY = auto()
    HOLD = auto()


class HoldTimer(QObject):
    """Counts five seconds down, and then the seconds of a hold up.

    Args:
        clock: Seconds that only go forward.
        timer: What wakes it; it is made single-shot.

    Signals:
        changed: Another phase began, or all ended.
        ticked: Another second is to be shown.
        begun: The load is to be held from now on.
        reached: The hold has lasted as long as planned; it may go on.
        finished: The hold ended: how many seconds it lasted, and whether it ended by itself.
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
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # a second is seen to be one
        self._timer.timeout.connect(self._on_timer_timeout)
        self._begins_at = 0.0
        self._is_told = False
        self._ends_itself = False
        self.phase = HoldPhase.OFF
        self.target_s: float | None = None

    @property
    def is_running(self) -> bool:
        """Whether a hold is being counted, or the five seconds before it."""
        return self.phase is not HoldPhase.OFF

    @property
    def _since_s(self) -> float:
        """Seconds since the load was to be held, to the millisecond; negative before."""
        return round(self._clock() - self._begins_at, 3)

    @property
    def shown_s(self) -> int:
        """Whole seconds as they are shown: left before the hold, or held."""
        since_s = self._since_s
        return ceil(-since_s) if self.phase is HoldPhase.READY else floor(since_s)

    @property
    def left(self) -> float:
        """What is left of the phase, as a share of it, 0 to 1; 1 where no length is known."""
        since_s = self._since_s
        if self.phase is HoldPhase.READY:
            return -since_s / READY_S
        return 1.0 if self.target_s is None else max(0.0, 1.0 - since_s / self.target_s)

    def begin(self, target_s: float | None, *, ends_itself: bool) -> None:
        """Count down to a hold.

        Args:
            target_s: How long it is to be held, in seconds; None where that is open.
            ends_itself: Whether it ends then; else it is counted on until ``end``.
        """
        self.target_s = target_s
        self._ends_itself = ends_itself and target_s is not None
        self._is_told = False
        self._begins_at = self._clock() + READY_S
        self.phase = HoldPhase.READY
        self._wake_later()
        self.changed.emit()

    def end(self) -> None:
        """End the hold by hand; before a whole second of it nothing was held."""
        held_s = min(round(self._since_s), HOLDS_S[1])
        was_held = self.phase is HoldPhase.HOLD and held_s >= HOLDS_S[0]
        self.dismiss()
        if was_held:
            self.finished.emit(float(held_s), False)

    def dismiss(self) -> None:
        """End without a word: nothing was held."""
        if self.is_running:
            self.phase = HoldPhase.OFF
            self._timer.stop()
            self.changed.emit()

    def _wake_later(self) -> None:
        """Wake at the next whole second, so that late wakings do not add up."""
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
            self.dismiss()  # nobody holds for an hour: it was forgotten
            return
        self._wake_later()
        self.ticked.emit()
