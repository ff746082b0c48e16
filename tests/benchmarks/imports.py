"""Import of lines from Hevy until they are committed, compared with plain csv and sqlite3."""

import csv
import datetime
import json
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median

from tests.benchmarks.table import Measured

_HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SETS_A_DAY = 20
_MOST_MIB = 512.0
_TABLES = ("sessions", "sets")  # that an import of Hevy's lines fills
# Runs a command, and tells its exit code, seconds and most memory in KiB. Linux counts what whoever
# starts a process holds as memory of that process, so it is started by one that holds nothing.
_SMALL = """
import resource, subprocess, sys, time
began = time.perf_counter()
ran = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
took_s = time.perf_counter() - began
print([ran.returncode, took_s, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss])
"""


def make_hevy(path: Path, lines: int) -> None:
    """Write an export of Hevy in which every line is a set of calf raises.

    Args:
        path: The file to write.
        lines: Number of sets, ten seated and ten standing a day; days get a second session once the
            calendar is used up.
    """
    random = Random(lines)
    first = datetime.date(1900, 1, 1)
    days = (datetime.date(2199, 12, 31) - first).days
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_HEADER)
        for number in range(lines):
            session, place = divmod(number, _SETS_A_DAY)
            day = first + datetime.timedelta(days=session % days)
            date = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
            exercise = "Seated Calf Raise" if place % 2 else "Standing Calf Raise (Machine)"
            load = 40 + random.randrange(80) / 4
            effort = random.choice(("", "8", "8.5", "9"))
            file.write(
                f'"Evening workout 🏋️","{date}, 18:05","{date}, 18:55","","{exercise}",,"",'
                f'{place // 2},"normal",{load},{random.randint(5, 15)},,,{effort}\n'
            )


def _run(arguments: list[str]) -> tuple[float, float]:
    """Run a process; returns its seconds and its peak memory in MiB."""
    ran = subprocess.run(
        [sys.executable, "-c", _SMALL, sys.executable, *arguments],
        capture_output=True,
        check=True,
        text=True,
    )
    exit_code, seconds, kib = json.loads(ran.stdout)
    if exit_code != 0:
        raise RuntimeError(f"{arguments} ended with {exit_code}")
    return seconds, kib / 1024


def _floor_s(log: Path, table: Path, database: Path) -> float:
    """Time the work that no program could avoid.

    Args:
        log: The log after the import, with the tables and rows to be written.
        table: The imported file.
        database: The file that the same rows are written to.

    Returns:
        Seconds to go through the table with Python's csv reader, and to put the rows into the same
        tables with one executemany each, until they are committed.
    """
    with closing(sqlite3.connect(log)) as done:
        schema = [
            sql
            for (sql,) in done.execute(
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN "
                "('sessions', 'sets', 'equipment') AND type IN ('table', 'index')"
            )
        ]
        rows = {name: done.execute(f"SELECT * FROM {name}").fetchall() for name in _TABLES}
    with closing(sqlite3.connect(database)) as empty:
        for sql in schema:
            empty.execute(sql)
        began = time.perf_counter()
        with table.open(encoding="utf-8", newline="") as file:
            for _ in csv.reader(file):
                pass
        for name, filled in rows.items():
            places = ", ".join("?" * len(filled[0]))
            empty.executemany(f"INSERT INTO {name} VALUES ({places})", filled)
        empty.commit()
        took_s = time.perf_counter() - began
    database.unlink()
    return took_s


def measure_import(folder: Path, rounds: int = 3) -> list[Measured]:
    """Measure whole processes, ``soleus import`` with and without ``--dry-run``, and the floor."""
    small, large = folder / "hevy.csv", folder / "hevy-million.csv"
    make_hevy(small, 100_000)
    make_hevy(large, 1_000_000)
    log, database = folder / "imported.soleus", folder / "inserted.db"
    ours, looked, floor = [], [], []
    for _ in range(rounds):
        looked.append(_run(["-m", "tracker", "import", str(log), str(small), "--dry-run"])[0])
        ours.append(_run(["-m", "tracker", "import", str(log), str(small)])[0])
        floor.append(_floor_s(log, small, database))
        log.unlink()
    million_s, million_mib = _run(["-m", "tracker", "import", str(log), str(large)])
    log.unlink()
    return [
        Measured(
            "import of 100,000 lines of Hevy until committed",
            median(ours) * 1000,
            median(floor) * 1000,
            5,
        ),
        Measured(
            "the first preview of these (floor: the same)",
            median(looked) * 1000,
            median(floor) * 1000,
            1.5,
        ),
        Measured(
            "the import of 1,000,000 lines (floor: ours with 100,000)",
            million_s * 1000,
            median(ours) * 1000,
            12,
        ),
        Measured(
            "memory of that import at its peak (floor: what is allowed)",
            million_mib,
            _MOST_MIB,
            1,
            "MiB",
        ),
    ]
