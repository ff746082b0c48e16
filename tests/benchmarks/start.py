"""The start: from launching the process until its window takes keys, against a bare window."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.table import Measured

# The child says "ready" and is gone; it must not spend time on an orderly end.
FLOOR = """
import os, sqlite3, sys
from PySide6.QtWidgets import QApplication, QMainWindow
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM runner").fetchone()
class Window(QMainWindow):
    def paintEvent(self, event):
        print("ready", flush=True)
        os._exit(0)
application = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""
# The program as it is run, to where it waits for keys: there the first one is pressed.
OURS = """
import os, sys
from tracker.cli import display
require_display = display.require_display
def prepare():
    # Qt is loaded when the program loads it, and the event loop is replaced before it is used.
    require_display()
    from PySide6.QtWidgets import QApplication
    QApplication.exec = staticmethod(press_first_key)
def press_first_key():
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication, QLineEdit
    # The window is shown by the loop, once its log is open.
    while not (shown := [each for each in QApplication.topLevelWidgets() if each.isVisible()]):
        QApplication.processEvents()
    shown[0].activateWindow()
    while not QApplication.focusWidget():
        QApplication.processEvents()
    QApplication.processEvents()
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_8, Qt.KeyboardModifier.NoModifier, "8")
    QApplication.sendEvent(QApplication.focusWidget(), key)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert QApplication.focusWidget().text() == "8"
    print("ready", flush=True)
    os._exit(0)
display.require_display = prepare
from tracker.__main__ import run
run([sys.argv[1]])
"""


def _seconds(program: str, log: Path, settings: Path) -> float:
    began = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", program, str(log)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "XDG_CONFIG_HOME": str(settings)},
    )
    assert child.stdout is not None
    line = child.stdout.readline()
    took = time.perf_counter() - began
    child.wait()
    if line != b"ready\n":
        raise RuntimeError("the window never took keys")
    return took


def _without_plans(log: Path) -> Path:
    """Copy a log and remove its plans."""
    copy = log.with_name(f"no-plan-{log.name}")
    shutil.copy(log, copy)
    connection = sqlite3.connect(copy)
    for table in ("planned_sets", "phases", "plans"):
        connection.execute(f"DELETE FROM {table}")
    connection.commit()
    connection.close()
    return copy


def measure_start(log: Path, folder: Path, rounds: int = 9) -> list[Measured]:
    """Measure the start without and with a plan, and the floor, in turn; returns medians."""
    floor: list[float] = []
    without: list[float] = []
    with_plan: list[float] = []
    plain = _without_plans(log)
    for _ in range(rounds + 1):
        floor.append(_seconds(FLOOR, log, folder))
        without.append(_seconds(OURS, plain, folder))
        with_plan.append(_seconds(OURS, log, folder))
    # The first of each warms the disk's cache and compiles what is new.
    floor_ms = median(floor[1:]) * 1000
    what = "start until the first cell takes keys, 100,000 sets"
    return [
        Measured(f"{what}, no plan running", median(without[1:]) * 1000, floor_ms, 2.0),
        Measured(f"{what}, a plan running", median(with_plan[1:]) * 1000, floor_ms, 2.2),
    ]
