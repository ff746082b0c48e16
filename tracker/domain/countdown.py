"""A rest between two legs, counted down in whole seconds."""

from collections.abc import Callable


class Countdown:
    """Counts down by a clock; reaching zero triggers nothing, the caller has to look.

    Args:
        clock: Returns seconds that never go backwards.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._ends_s = 0.0

    def begin(self, length_s: float) -> None:
        """Start counting down anew, from a length in seconds."""
        self._ends_s = self._clock() + length_s

    @property
    def left_s(self) -> int:
        """Whole seconds left; 0 once it is over."""
        return max(0, -int(-(self._ends_s - self._clock()) // 1))
