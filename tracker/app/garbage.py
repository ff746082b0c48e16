"""Collects garbage between events, in the GUI thread, and never anywhere else."""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000


def collect_due() -> None:
    """Collect the oldest generation that has passed Python's own threshold, if one has."""
    due = zip(gc.get_count(), gc.get_threshold(), strict=True)
    passed = [generation for generation, (count, most) in enumerate(due) if count > most > 0]
    if passed:
        gc.collect(passed[-1])


class GarbageCollector(QObject):
    """Collects from the event loop, in place of Python's automatic collection, which it ends.

    Python collects wherever enough objects have been made: within a job's thread, or within an
    event that Qt sends while it goes through a list of widgets. A window that is collected there
    takes its widgets away under Qt, and the program crashes.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()
