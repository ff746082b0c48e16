"""SIGKILL at random moments, in statements and between them, while a program logs sets.

Run as a program, this module is the one that gets killed: for each line ``LOG SEED`` it forks a
child that changes the log until its end, and reports the acknowledged changes.
"""

import datetime
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import IO

from tests.durability.contents import Contents, contents, contents_of
from tests.durability.outcome import Outcome
from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.domain.set_grid import removal
from tracker.storage.database import Database

DAY = datetime.date(2026, 11, 24)
LONGEST_S = 0.12
ROOT = Path(__file__).parents[2]


def steps(logbook: Logbook, seed: int) -> Iterator[None]:
    """Change a log endlessly, the same way for the same seed; each step is one change."""
    chance = random.Random(seed)
    database = logbook.database
    while True:
        what = chance.choice(("session", "set", "edit", "delete", "undo", "redo"))
        sessions = database.sessions()
        session = chance.choice(sessions) if sessions else None
        sets = database.sets_of(session.id) if session else []
        if what == "undo" and logbook.undo_label:
            logbook.undo()
        elif what == "redo" and logbook.redo_label:
            logbook.redo()
        elif what == "edit" and sets:
            logged = chance.choice(sets)
            edited = replace(logged, reps=(logged.reps + 1) % 100, note="a" * chance.randrange(900))
            logbook.apply(Change.replacing(logged, edited), "edit")
        elif what == "delete" and sets:
            logbook.apply(removal(sets, [chance.choice(sets)]), "delete")
        else:
            logbook.apply(_new_session(chance), "log")
        yield


def _new_session(chance: random.Random) -> Change:
    """Make a session with some sets, which must be saved all or none."""
    session = Session(DAY, note="b" * chance.randrange(900), id=_id(chance))
    sets = [
        LoggedSet(session.id, Exercise.SEATED, Side.LEFT, row, 8, 60.0, row, id=_id(chance))
        for row in range(1, chance.randint(2, 12))
    ]
    return Change.adding(session, *sets)


def _id(chance: random.Random) -> str:
    return f"{chance.getrandbits(128):032x}"


def serve() -> None:
    """Fork a child for each line of standard input, and say when it has ended."""
    for line in sys.stdin:
        path, seed = line.rsplit(" ", 1)
        pid = os.fork()
        if pid == 0:
            for number, _ in enumerate(steps(Logbook(Database.open(Path(path))), int(seed)), 1):
                os.write(1, f"{number}\n".encode())
        os.write(1, f"pid {pid}\n".encode())
        os.waitpid(pid, 0)
        os.write(1, b"gone\n")


def run(cases: int, seed: int) -> Outcome:
    """Kill a program that logs, at a random moment for each case."""
    chance = random.Random(seed)
    lost = in_the_middle = 0
    complaints: list[str] = []
    with tempfile.TemporaryDirectory() as folder, _Server() as server:
        for case in range(cases):
            path = Path(folder, f"{case}.soleus")
            Database.create(path).close()
            acknowledged = server.kill(path, case, chance.uniform(0, LONGEST_S))
            in_the_middle += path.with_name(f"{path.name}-journal").exists()
            before, after = _expected(case, acknowledged)
            try:
                found = contents_of(path)
            except (TrackerError, AssertionError) as error:
                complaints.append(str(error))
                continue
            if found not in (before, after):
                lost += 1
                complaints.append(f"kill {case} left neither what was there nor the next step")
            path.unlink()
    damage = f"kill -9 while logging ({in_the_middle} of them in mid-write)"
    return Outcome(damage, cases, lost, tuple(complaints))


def _expected(seed: int, acknowledged: int) -> tuple[Contents, Contents]:
    """Return what the log contains after this many steps, and after one more."""
    logbook = Logbook(Database.in_memory())
    going = steps(logbook, seed)
    for _ in islice(going, acknowledged):
        pass
    before = contents(logbook.database)
    next(going)
    after = contents(logbook.database)
    logbook.database.close()
    return before, after


class _Server:
    """The other process, whose children get killed."""

    def __enter__(self) -> "_Server":
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.durability.kill"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._stdin.close()
        self._process.wait()
        self._stdout.close()

    @property
    def _stdin(self) -> IO[str]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _stdout(self) -> IO[str]:
        assert self._process.stdout is not None
        return self._process.stdout

    def kill(self, path: Path, seed: int, after_s: float) -> int:
        """Let a child log, kill it after a while, and return how many changes it acknowledged."""
        self._stdin.write(f"{path} {seed}\n")
        self._stdin.flush()
        acknowledged = 0
        for line in self._stdout:
            if line.startswith("pid "):
                pid = int(line.split()[1])
                threading.Timer(after_s, os.kill, (pid, signal.SIGKILL)).start()
            elif line == "gone\n":
                break
            else:
                acknowledged = int(line)
        return acknowledged


if __name__ == "__main__":
    serve()
