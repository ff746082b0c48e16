"""Collects garbage between events, in the GUI thread, and never anywhere else."""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000
MIDDLE_EVERY, OLDEST_EVERY = 10, 100  # rounds


class Generations:
    """Python's generations of objects, each collected when it is due.

    How many new objects make a collection due is Python's own threshold. How often the older
    generations follow is counted here: Python's thresholds for those mean other things in other
    releases, and in some the last is 0, which would be never.
    """

    def __init__(self) -> None:
        self._rounds = 0

    def collect_due(self) -> None:
        """Collect the oldest generation that is due, if enough objects were made for any."""
        if not gc.get_count()[0] > gc.get_threshold()[0] > 0:
            return
        self._rounds += 1
        if self._rounds % OLDEST_EVERY == 0:
            gc.collect(2)
        elif self._rounds % MIDDLE_EVERY == 0:
            gc.collect(1)
        else:
            gc.collect(0)


class GarbageCollector(QObject):
    """Collects from the event loop, in place of Python's automatic collection, which it ends.

    Python collects wherever enough objects have been made: within a job's thread, or within an
    event that Qt sends while it goes through a list of widgets. A window that is collected there
    takes its widgets away under Qt, and the program crashes.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._generations = Generations()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._generations.collect_due)
        self._timer.start()
