"""A program killed while half of what it writes is in the file leaves the log as it was."""

import subprocess
import sys
from pathlib import Path

import pytest

from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.storage.database import Database

STEP = Equipment("Step")

# Both children write to the file before they commit, say so, and then wait to be killed.
SAVING = """
import datetime
import sys
import time
from pathlib import Path
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.storage.database import Database

class Slow(Database):
    def _past_of_unchanged(self, kind, found):
        if kind is LoggedSet:  # the sessions are written by now
            print("half-way", flush=True)
            time.sleep(60)
        return super()._past_of_unchanged(kind, found)

database = Slow.open(Path(sys.argv[1]))
database._db.execute("PRAGMA cache_size = 1")
sessions = [Session(datetime.date(2026, 11, 24), note="a" * 10_000) for _ in range(10)]
logged = LoggedSet(sessions[0].id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0)
database.apply(Change.adding(*sessions, logged))
"""
UPDATING = """
import sys
import time
from pathlib import Path
from tracker.storage import database

def m999_colours(db):
    db.execute("PRAGMA cache_size = 1")
    db.execute("UPDATE equipment SET name = name || ' (old)'")
    db.execute("CREATE TABLE colours (name TEXT)")
    for _ in range(10):
        db.execute("INSERT INTO colours VALUES (?)", ["a" * 10_000])
    print("half-way", flush=True)
    time.sleep(60)

database.STEPS = (*database.STEPS, m999_colours)
database.Database.open(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("program", [SAVING, UPDATING], ids=["saving", "updating"])
def test_a_kill_half_way_is_taken_back_when_the_log_is_opened(tmp_path: Path, program: str) -> None:
    path = tmp_path / "log.soleus"
    database = Database.create(path)
    database.apply(Change.adding(STEP))
    database.close()
    before = path.read_bytes()
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        said = child.stdout.readline()
        child.kill()
    assert said == "half-way\n"
    assert path.read_bytes() != before  # else the kill came too early to show anything
    reopened = Database.open(path)
    assert reopened.equipment() == [STEP]
    assert reopened.sessions() == []
    assert reopened.complaints() == []
    reopened.close()
    assert path.read_bytes() == before


def test_an_update_killed_half_way_leaves_its_copy_whole(tmp_path: Path) -> None:
    path = tmp_path / "log.soleus"
    database = Database.create(path)
    database.apply(Change.adding(STEP))
    database.close()
    with subprocess.Popen(
        [sys.executable, "-c", UPDATING, str(path)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        child.kill()
    (copy,) = tmp_path.glob("log before update *.soleus")
    kept = Database.open(copy)
    assert kept.equipment() == [STEP]
    assert kept.complaints() == []
    kept.close()
