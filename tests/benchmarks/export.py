"""Export of every set, compared with the sqlite3 shell writing the same columns of the view."""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.table import Measured


def measure_export(log: Path, folder: Path, rounds: int = 5) -> Measured:
    """Measure whole processes, ``soleus export`` and ``sqlite3 -csv`` alternately."""
    shell = shutil.which("sqlite3")
    if shell is None:
        raise RuntimeError("the floor of the export is the sqlite3 shell: install sqlite3")
    ours, floor = [], []
    for _ in range(rounds):
        began = time.perf_counter()
        with (folder / "floor.csv").open("wb") as target:
            subprocess.run(
                [shell, "-readonly", "-csv", "-header", str(log), "SELECT * FROM set_details"],
                stdout=target,
                check=True,
            )
        floor.append(time.perf_counter() - began)
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "tracker", "export", str(log), "--to", str(folder), "--force"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
        )
        ours.append(time.perf_counter() - began)
    return Measured(
        "export of 100,000 sets (all files, whole process)",
        median(ours) * 1000,
        median(floor) * 1000,
        2,
    )
