"""Daily backups made and restored, with kills in the middle, and typing that never waits for them.

Run as a program with ``LOG SEED``, this module is the one that gets killed: it changes, backs up
and restores a log endlessly.
"""

import datetime
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.logs import make_log
from tests.durability.contents import Contents, contents_of
from tests.durability.desk import program_beside, shown, told, type_value
from tests.durability.outcome import Outcome
from tracker import TrackerError
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.storage.backup import (
    MONTHS,
    NEWEST_DAYS,
    BackupKind,
    backing_up,
    backups_of,
    due_day,
    folder_of,
)
from tracker.storage.checking import look_into
from tracker.storage.database import Database
from tracker.storage.put_back import restore
from tracker.ui.window.main_window import MainWindow

FIRST = datetime.datetime(2024, 1, 1, 18, 30, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
ROOT = Path(__file__).parents[2]
LONGEST_S = 0.25
A_LONG_FORM = 50  # cases from which the keys are timed on a log of a hundred thousand sets
MOST_WAIT_S = 0.25
A_SET_EVERY_S = 0.5  # faster than anybody lifts
SETS_BEFORE = 5


def train(log: Path, now: datetime.datetime, chance: random.Random) -> None:
    """Log a session of some sets at a given moment."""
    session = Session(now.date(), now, note="a" * chance.randrange(3000))
    sets = [
        LoggedSet(session.id, Exercise.SEATED, Side.LEFT, number, 8, 60.0, number)
        for number in range(1, chance.randint(2, 30))
    ]
    database = Database.open(log)
    database.apply(Change.adding(session, *sets))
    database.close()
    os.utime(log, (now.timestamp(), now.timestamp()))


def back_up(log: Path, now: datetime.datetime) -> None:
    """Do what the program does after it has been idle for a while."""
    day = due_day(log, now)
    if day is not None:
        for _ in backing_up(log, day):
            pass


def keep_and_put_back(folder: Path, chance: random.Random) -> int:
    """Train for months, then restore any day that was kept, and undo that.

    Returns:
        Number of entries that were not restored.
    """
    log = folder / "log.soleus"
    Database.create(log).close()
    states: dict[str, Contents] = {}
    now = FIRST
    for _ in range(chance.randint(5, 60)):
        train(log, now, chance)
        back_up(log, now)
        states[f"log {now:%Y-%m-%d}.soleus"] = contents_of(log)
        now += chance.choice((1, 1, 2, 3, 10)) * DAY
    kept = [each.path for each in backups_of(log) if each.kind is BackupKind.DAILY]
    assert len(kept) <= NEWEST_DAYS + MONTHS, f"{len(kept)} were kept"
    assert len(kept) >= min(NEWEST_DAYS, len(states)), f"only {len(kept)} were kept"
    assert {path.stat().st_mode & 0o777 for path in kept} == {0o600}
    backup, latest = chance.choice(kept), contents_of(log)
    aside = restore(log, backup, now)
    assert aside is not None
    lost = _missing(states[backup.name], log)
    restore(log, aside, now)
    return lost + _missing(latest, log)


def _missing(expected: Contents, log: Path) -> int:
    found = contents_of(log)
    return sum(found.get(key) != entry for key, entry in expected.items()) + len(
        found.keys() - expected.keys()
    )


def kill_in_the_middle(folder: Path, chance: random.Random) -> int:
    """Kill a program that backs up and restores; the log and every backup must be whole."""
    log = folder / "log.soleus"
    Database.create(log).close()
    train(log, FIRST, chance)
    first = contents_of(log)
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.durability.backups", str(log), str(chance.randrange(10**6))],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert child.stdout is not None
    child.stdout.readline()  # it has begun
    time.sleep(chance.uniform(0, LONGEST_S))
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    for backup in backups_of(log):
        holdings = look_into(backup.path)
        assert holdings.is_sound, f"{backup.path.name}: {holdings.complaint}"
        assert holdings.sessions > 0
    found = contents_of(log)
    return sum(found.get(key) != entry for key, entry in first.items())


def change_without_end(log: Path, chance: random.Random) -> None:
    """Train, back up, and restore any backup, day after day."""
    now = FIRST
    back_up(log, now)
    print("begun", flush=True)
    while True:
        now += DAY
        train(log, now, chance)
        back_up(log, now)
        if chance.random() < 0.5:
            restore(log, chance.choice(backups_of(log)).path, now)


def longest_waits(sets: int) -> tuple[float, float, float]:
    """Type sets before and while a log of this size is backed up.

    Returns:
        In seconds: how long the window's thread was blocked at the start, and the longest time to
            type and save a set during the backup, and before.
    """
    with tempfile.TemporaryDirectory() as name:
        log = Path(name, "log.soleus")
        make_log(log, sets)
        with program_beside(log) as program:
            program.show_file(log, create=False)
            window = shown(program)
            window.new_session()
            before_s = max(_typing_s(window, row) for row in range(SETS_BEFORE))
            began = time.perf_counter()
            window.backups.back_up_if_due()
            begin_s, meanwhile_s, row = time.perf_counter() - began, 0.0, SETS_BEFORE
            while window.backups.is_working:
                meanwhile_s = max(meanwhile_s, _typing_s(window, row))
                row += 1
            words = told(window)
            assert words == [], words
            assert len(window.current.sets) == row > SETS_BEFORE
        assert look_into(backups_of(log)[0].path).is_sound
    return begin_s, meanwhile_s, before_s


def _typing_s(window: MainWindow, row: int) -> float:
    """Type a set, wait a while, and return how long saving and painting the set took."""
    began = time.perf_counter()
    type_value(window, "8x60", row)
    QApplication.processEvents()
    took = time.perf_counter() - began
    while time.perf_counter() < began + A_SET_EVERY_S:
        QTest.qWait(1)  # a longer one would not let the other thread work
    return took


WAYS: tuple[Callable[[Path, random.Random], int], ...] = (keep_and_put_back, kill_in_the_middle)


def run(cases: int, seed: int) -> Outcome:
    """Back up and restore in each way in turn, then time typing meanwhile."""
    chance = random.Random(seed)
    complaints = []
    lost = 0
    for number in range(cases):
        way = WAYS[number % len(WAYS)]
        with tempfile.TemporaryDirectory() as folder:
            try:
                lost += way(Path(folder), chance)
                assert folder_of(Path(folder, "log.soleus")).stat().st_mode & 0o777 == 0o700
            except (AssertionError, TrackerError) as error:
                complaints.append(f"{way.__name__}: {error}")
    sets = 100_000 if cases >= A_LONG_FORM else 2_000
    begin_s, meanwhile_s, before_s = longest_waits(sets)
    if begin_s > MOST_WAIT_S or meanwhile_s > before_s + MOST_WAIT_S:
        complaints.append(f"keys waited {max(begin_s, meanwhile_s):.2f} s")
    damage = (
        f"backups kept, restored and killed midway (with {sets:,} sets the window was held for "
        f"{begin_s * 1000:.0f} ms; to type a set took {meanwhile_s * 1000:.0f} ms at most "
        f"meanwhile, {before_s * 1000:.0f} ms before)"
    )
    return Outcome(damage, cases, lost, tuple(complaints))


if __name__ == "__main__":
    change_without_end(Path(sys.argv[1]), random.Random(int(sys.argv[2])))
