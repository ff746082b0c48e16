"""A steady beat: its times follow from its start alone, so that being late does not add up."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_NS_A_MINUTE: Final = 60_000_000_000
_NS_A_MILLISECOND: Final = 1_000_000


class SteadyBeat(QObject):
    """Beats at one pace from its start to its end.

    Args:
        beats_a_minute: The pace.
        clock: Nanoseconds that only go forward.

    Signals:
        beat: The number of the beat, counted from 0, at its time.
    """

    beat = Signal(object)

    def __init__(
        self,
        beats_a_minute: int,
        clock: Callable[[], int] = time.monotonic_ns,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._interval_ns = _NS_A_MINUTE // beats_a_minute
        self._clock = clock
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._strike)
        self._began_ns = 0

    def start(self) -> None:
        """Begin with a beat at once."""
        self._began_ns = self._clock()
        self._strike()

    def stop(self) -> None:
        """Stop."""
        self._timer.stop()

    def _strike(self) -> None:
        # A window that was busy has missed beats: those are left out, the next is in time.
        number, late_ns = divmod(self._clock() - self._began_ns, self._interval_ns)
        wait_ns = self._interval_ns - late_ns
        self._timer.start(-(-wait_ns // _NS_A_MILLISECOND))  # rounded up: never before its time
        self.beat.emit(number)
