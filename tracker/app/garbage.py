"""Collects garbage between events in the GUI thread, and nowhere else."""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000
MIDDLE_EVERY, OLDEST_EVERY = 10, 100  # rounds


class Generations:
    """Python's generations of objects, each collected when due.

    Python's own threshold says after how many new objects a collection is due. How often older
    generations follow is counted here, because Python's thresholds for those differ in meaning
    between releases, and the last may be 0, meaning never.
    """

    def __init__(self) -> None:
        self._rounds = 0

    def collect_due(self) -> None:
        """Collect the oldest generation that is due, if there are enough new objects."""
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
    """Collects from the event loop, replacing Python's automatic collection.

    Python collects wherever enough objects were made: in a job's thread, or during an event that Qt
        sends while iterating over widgets. If a window is collected there, its widgets disappear
        under Qt's feet and the program crashes.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._generations = Generations()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._generations.collect_due)
        self._timer.start()
