"""The rest between two sets: counted down, paused, prolonged, and measured."""

import time
from collections.abc import Callable
from math import ceil
from typing import Final, NamedTuple, Self

from PySide6.QtCore import QObject, Qt, QTimer, Signal

LONGEST_REST_S: Final = 3_600  # anything longer is not a rest between two sets
STEP_S: Final = 15


class Rest(NamedTuple):
    """A rest as it stands at one moment.

    Args:
        taken_s: Seconds since it began, pauses included, >= 0.
        left_s: Seconds left; negative past its end.
        length_s: Its length in seconds.
        is_paused: Whether its countdown is paused.
    """

    taken_s: float
    left_s: float
    length_s: float
    is_paused: bool

    def after(self, seconds: float) -> Self:
        """Return how it stands some seconds later."""
        left_s = self.left_s if self.is_paused else self.left_s - seconds
        return self._replace(taken_s=self.taken_s + seconds, left_s=left_s)


class RestTimer(QObject):
    """Counts a rest down, then on past its end, until the next set or an hour at most.

    Args:
        clock: Returns seconds that never go backwards.
        timer: The Qt timer that wakes it, set to single-shot.

    Signals:
        changed: A rest began, was paused, resumed or prolonged, or ended.
        ticked: The seconds left have changed.
        finished: The time is up; the rest itself lasts until the next set.
    """

    changed = Signal()
    ticked = Signal()
    finished = Signal()

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
        self._began_at: float | None = None
        self._ends_at = 0.0
        self._paused_at: float | None = None
        self._is_told = False
        self.length_s = 0.0

    @property
    def is_running(self) -> bool:
        """Whether there is a rest, even if paused or past its time."""
        return self._began_at is not None

    @property
    def is_paused(self) -> bool:
        """Whether the countdown is paused."""
        return self._paused_at is not None

    @property
    def is_over(self) -> bool:
        """Whether the time of the rest is up."""
        return self.is_running and self._remaining() <= 0

    @property
    def remaining_s(self) -> int:
        """Whole seconds left, as displayed; negative past the end, 0 without a rest."""
        return ceil(self._remaining()) if self.is_running else 0

    @property
    def taken_s(self) -> int | None:
        """Whole seconds since the rest began, pauses included; None without a rest."""
        if self._began_at is None:
            return None
        taken_s = self._clock() - self._began_at
        return round(taken_s) if taken_s <= LONGEST_REST_S else None

    @property
    def rest(self) -> Rest | None:
        """The rest as it stands now; None without one."""
        if self._began_at is None:
            return None
        taken_s = self._clock() - self._began_at
        return Rest(taken_s, self._remaining(), self.length_s, self.is_paused)

    def begin(self, length_s: float) -> None:
        """Begin a rest, ending any other.

        Args:
            length_s: Its length in seconds, > 0.
        """
        self.resume(Rest(0.0, length_s, length_s, is_paused=False))

    def resume(self, rest: Rest) -> None:
        """Go on with a rest as it stands, ending any other; an end that is past is not told."""
        now = self._clock()
        self._began_at = now - rest.taken_s
        self._ends_at = now + rest.left_s
        self._paused_at = now if rest.is_paused else None
        self._is_told = rest.left_s <= 0
        self.length_s = rest.length_s
        if not rest.is_paused:
            self._wake_later()
        self.changed.emit()

    def dismiss(self) -> None:
        """End the rest silently."""
        if self.is_running:
            self._began_at = self._paused_at = None
            self._timer.stop()
            self.changed.emit()

    def toggle_pause(self) -> None:
        """Pause or resume the countdown."""
        if not self.is_running:
            return
        if self._paused_at is None:
            self._paused_at = self._clock()
            self._timer.stop()
        else:
            self._ends_at += self._clock() - self._paused_at
            self._paused_at = None
            self._wake_later()
        self.changed.emit()

    def prolong(self, by_s: float = STEP_S) -> None:
        """Prolong the rest; if its time is up, count from now."""
        if not self.is_running:
            return
        shown_at = self._clock() if self._paused_at is None else self._paused_at
        overdue_s = max(0.0, shown_at - self._ends_at)
        self._ends_at += overdue_s + by_s
        self.length_s += overdue_s + by_s
        self._is_told = False
        if not self.is_paused:
            self._wake_later()
        self.changed.emit()

    def _remaining(self) -> float:
        return self._ends_at - (self._clock() if self._paused_at is None else self._paused_at)

    def _wake_later(self) -> None:
        """Wake at the next whole second before the end, so that delays do not add up."""
        remaining = self._remaining()
        until_next_s = remaining - (ceil(remaining) - 1)
        self._timer.start(ceil(until_next_s * 1_000))

    def _on_timer_timeout(self) -> None:
        if self.taken_s is None:
            self.dismiss()
            return
        self._wake_later()
        self.ticked.emit()
        if self.is_over and not self._is_told:
            self._is_told = True
            self.finished.emit()
