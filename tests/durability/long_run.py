"""Eight hours of use: sets entered, edited and undone with the charts open; nothing may grow."""

import datetime
import gc
import random
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest

from tests.durability.contents import contents_of
from tests.durability.desk import Clock, running
from tests.durability.outcome import Outcome
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet
from tracker.domain.set_grid import Cell
from tracker.ui.window.main_window import MainWindow

HOURS = 8
SETS_A_SESSION = 12
FIRST_DAY = datetime.date(2022, 1, 3)
# The log itself grows meanwhile, and with it the columns that the charts draw.
MOST_GROWTH_MIB = 12.0


@dataclass(frozen=True, slots=True)
class Footprint:
    """The resources that the program holds.

    Args:
        memory_mib: Resident memory.
        handles: Open files.
        threads: Running threads.
        timers: Active timers of the window.
        objects: Objects of the window.
    """

    memory_mib: float
    handles: int
    threads: int
    timers: int
    objects: int

    @classmethod
    def of(cls, window: MainWindow) -> "Footprint":
        """Measure after all pending work is done."""
        QTest.qWait(50)
        gc.collect()
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return cls(
            pages * 4096 / 2**20,
            len(list(Path("/proc/self/fd").iterdir())),
            threading.active_count(),
            sum(timer.isActive() for timer in window.findChildren(QTimer)),
            len(window.findChildren(QObject)),
        )


def use(window: MainWindow, clock: Clock, sets: range, pace: datetime.timedelta) -> None:
    """Enter sets, edit every second one, undo every third and redo every sixth."""
    current, logbook = window.current, window.logbook
    for number in sets:
        place = number % SETS_A_SESSION
        if place == 0:
            current.open_day(FIRST_DAY + datetime.timedelta(days=2 * (number // SETS_A_SESSION)))
        side = (Side.LEFT, Side.RIGHT)[number % 2]
        exercise = Exercise.SEATED if place < SETS_A_SESSION // 2 else Exercise.STANDING
        cell = Cell(exercise, place % (SETS_A_SESSION // 2) // 2 + 1, side)
        current.enter(cell, f"8x{60 + number % 40}")
        if number % 2 == 0:
            current.enter(cell, f"9x{60 + number % 40}")
            if number % 3 == 0:
                logbook.undo()
                if number % 6 == 0:
                    logbook.redo()
        clock.now += pace
        QTest.qWait(0)


def run(cases: int, seed: int) -> Outcome:
    """Enter a set per case, and compare the end with the first tenth."""
    pace = datetime.timedelta(hours=HOURS) / cases
    warm = cases // 10
    clock, complaints = Clock(), []
    random.seed(seed)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log.soleus")
        with running(log, clock) as window:
            window.show_history()
            window.show_log()
            window.show_progress()
            use(window, clock, range(warm), pace)
            early = Footprint.of(window)
            use(window, clock, range(warm, cases), pace)
            late = Footprint.of(window)
        kept = sum(isinstance(entry, LoggedSet) for entry in contents_of(log).values())
    growth = late.memory_mib - early.memory_mib
    if growth > MOST_GROWTH_MIB:
        complaints.append(f"memory grew by {growth:.1f} MiB after the first {warm:,} sets")
    for what in ("handles", "threads", "timers", "objects"):
        before, after = getattr(early, what), getattr(late, what)
        if after > before:
            complaints.append(f"{what}: {after} at the end, {before} after the first {warm:,} sets")
    damage = (
        f"{HOURS} simulated hours: sets entered, edited, undone, charts open "
        f"({early.memory_mib:.0f} → {late.memory_mib:.0f} MiB)"
    )
    return Outcome(damage, cases, cases - kept, tuple(complaints))
