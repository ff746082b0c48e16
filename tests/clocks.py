"""A clock and a timer that move only when a test moves them."""

from typing import Any

from PySide6.QtCore import QTimer


class HandTimer(QTimer):
    """A timer that the test fires; it keeps the delay it was given, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.wait_ms: int | None = None

    def start(self, *args: Any) -> None:
        (self.wait_ms,) = args

    def stop(self) -> None:
        self.wait_ms = None

    def ring(self) -> None:
        """Fire the timer."""
        assert self.wait_ms is not None, "nobody waits"
        self.wait_ms = None
        self.timeout.emit()


class Clock:
    """Time that stands still until moved; seconds and nanoseconds of the same clock."""

    def __init__(self) -> None:
        self.ns = 5_000_000_000_000
        self.timer = HandTimer()

    def seconds(self) -> float:
        return self.ns / 1e9

    def nanoseconds(self) -> int:
        return self.ns

    def pass_s(self, seconds: float) -> None:
        """Let time pass, and fire the timer when it is due."""
        end = self.ns + round(seconds * 1e9)
        while self.timer.wait_ms is not None and self.ns + self.timer.wait_ms * 1_000_000 <= end:
            self.ns += self.timer.wait_ms * 1_000_000
            self.timer.ring()
        self.ns = end
