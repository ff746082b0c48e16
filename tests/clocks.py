"""A clock and a timer that only a test moves."""

from typing import Any

from PySide6.QtCore import QTimer


class HandTimer(QTimer):
    """A timer that waits for the test; it keeps what it was asked to wait, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.wait_ms: int | None = None

    def start(self, *args: Any) -> None:
        (self.wait_ms,) = args

    def stop(self) -> None:
        self.wait_ms = None

    def ring(self) -> None:
        """Wake whoever waits."""
        assert self.wait_ms is not None, "nobody waits"
        self.wait_ms = None
        self.timeout.emit()


class Clock:
    """Time that stands still until it is moved; seconds and nanoseconds of one clock."""

    def __init__(self) -> None:
        self.ns = 5_000_000_000_000
        self.timer = HandTimer()

    def seconds(self) -> float:
        return self.ns / 1e9

    def nanoseconds(self) -> int:
        return self.ns

    def pass_s(self, seconds: float) -> None:
        """Let time pass, and the timer ring when it is due."""
        end = self.ns + round(seconds * 1e9)
        while self.timer.wait_ms is not None and self.ns + self.timer.wait_ms * 1_000_000 <= end:
            self.ns += self.timer.wait_ms * 1_000_000
            self.timer.ring()
        self.ns = end
