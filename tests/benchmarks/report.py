"""The physio's report of ten years, compared with a bare QPdfWriter document of one page."""

import datetime
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from statistics import median

from tests.benchmarks.logs import LAST_DAY, events, holds, measurements
from tests.benchmarks.table import Measured
from tracker.domain.change import Change
from tracker.domain.demo.year import made_up_log
from tracker.storage.database import Database

YEARS = 10
FLOOR = """
import sys
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter
application = QGuiApplication([])
writer = QPdfWriter(sys.argv[1])
writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
painter = QPainter(writer)
painter.drawText(1000, 1000, "Calf strength report")
painter.end()
"""


def _seconds(*command: str) -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - began


def measure_report(folder: Path, rounds: int = 7) -> Measured:
    """Measure whole processes alternately: ``soleus report`` of a made-up log, and the floor."""
    log = folder / "ten-years.soleus"
    database = Database.create(log)
    database.apply(made_up_log(LAST_DAY, YEARS))
    days = 365 * YEARS
    first = LAST_DAY - datetime.timedelta(days=days)
    rehabilitation = (
        *measurements(first, days, Random(YEARS)),
        *events(first, days),
        *holds(first, days),
    )
    database.apply(Change.adding(*rehabilitation))
    database.close()
    ours, floor = [], []
    for _ in range(rounds + 1):
        floor.append(_seconds("-c", FLOOR, str(folder / "floor.pdf")))
        target = str(folder / "report.pdf")
        ours.append(_seconds("-m", "tracker", "report", str(log), "-o", target, "--force"))
    # The first of each compiles what is new.
    return Measured(
        "report of ten years (whole process)", median(ours[1:]) * 1000, median(floor[1:]) * 1000, 5
    )
