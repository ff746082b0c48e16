"""Eight hours of use: sets entered, edited and undone with the charts open; no memory leaks."""

import datetime
import gc
import random
import tempfile
import threading
from collections.abc import Iterator
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
# A set stays in memory in case the log gets lost, in the columns of the charts, and in its page in
# SQLite's caches of the log and of its copy, until those are full.
MOST_KIB_A_SET = 3.0
# Beside that, only what Python and the C library hold free.
MOST_GROWTH_MIB = 4.0


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
    """Enter sets, edit every second one, undo every third edit and redo every sixth."""
    current, logbook = window.current, window.logbook
    for number in sets:
        cell = _cell(window, number)
        current.enter(cell, f"8x{60 + number % 40}")
        if number % 2 == 0:
            current.enter(cell, f"9x{60 + number % 40}")
            if number % 3 == 0:
                logbook.undo()
                if number % 6 == 0:
                    logbook.redo()
        clock.now += pace
        QTest.qWait(0)


def edit(window: MainWindow, clock: Clock, sets: range, pace: datetime.timedelta) -> None:
    """Edit sets that are there, undo every second edit and redo every fourth: no set is added."""
    for number in sets:
        window.current.enter(_cell(window, number), f"{5 + number % 7}x{50 + number % 30}")
        if number % 2 == 0:
            window.logbook.undo()
            if number % 4 == 0:
                window.logbook.redo()
        clock.now += pace
        QTest.qWait(0)


def _cell(window: MainWindow, number: int) -> Cell:
    """Return the cell of a set, after opening its session with the first one."""
    place = number % SETS_A_SESSION
    if place == 0:
        day = FIRST_DAY + datetime.timedelta(days=2 * (number // SETS_A_SESSION))
        window.current.open_day(day)
    side = (Side.LEFT, Side.RIGHT)[number % 2]
    exercise = Exercise.SEATED if place < SETS_A_SESSION // 2 else Exercise.STANDING
    return Cell(exercise, place % (SETS_A_SESSION // 2) // 2 + 1, side)


def _grown(what: str, before: Footprint, after: Footprint, most_mib: float) -> Iterator[str]:
    """Tell what grew more than it may."""
    growth = after.memory_mib - before.memory_mib
    if growth > most_mib:
        yield f"memory grew by {growth:.1f} MiB {what}, {most_mib:.1f} allowed"
    for field in ("handles", "threads", "timers", "objects"):
        was, is_ = getattr(before, field), getattr(after, field)
        if is_ > was:
            yield f"{field}: {was} before {what}, {is_} after"


def run(cases: int, seed: int) -> Outcome:
    """Enter a set per case and edit a quarter of them again; compare what that took."""
    pace = datetime.timedelta(hours=HOURS) / cases
    warm, again = cases // 10, cases // 4 // SETS_A_SESSION * SETS_A_SESSION
    clock = Clock()
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
            edit(window, clock, range(again), pace)
            last = Footprint.of(window)
        kept = sum(isinstance(entry, LoggedSet) for entry in contents_of(log).values())
    most = MOST_GROWTH_MIB + (cases - warm) * MOST_KIB_A_SET / 1024
    complaints = (
        *_grown(f"while {cases - warm:,} sets were entered", early, late, most),
        *_grown(f"while {again:,} were edited", late, last, MOST_GROWTH_MIB),
    )
    damage = (
        f"{HOURS} simulated hours: sets entered, edited, undone, charts open "
        f"({early.memory_mib:.0f} → {late.memory_mib:.0f} MiB), {again:,} edited again "
        f"(→ {last.memory_mib:.0f} MiB)"
    )
    return Outcome(damage, cases, cases - kept, complaints)
