"""One measurement in its own process: ``python -m tests.benchmarks.child NAME LOG POINTS``.

Results go to standard output as JSON, in seconds and mebibytes. The floors do not use the program:
they draw the same points as it did, read from POINTS, a numpy file.
"""

import datetime
import gc
import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.screen import PLATFORM

os.environ.setdefault("QT_QPA_PLATFORM", PLATFORM)

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QSettings, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QVBoxLayout, QWidget

from tracker.app.import_hook import remove_import_hook
from tracker.domain.exercise import Exercise, Side
from tracker.domain.set_grid import Cell

SIZE = (1280, 2400)  # so tall that six charts are seen
USUAL_SIZE = (1280, 800)
ROUNDS = 120
PAUSE_MS = 25  # nobody logs without one, and a disk left alone is slower at first
TEN_YEARS, DAY_S = 3652, 86_400
FRAMES, DRAGGED_PX = 45, 8  # as far a frame as a hand moves
SETS_A_SESSION = 6  # of each exercise, three a leg
PRAGMAS = ("journal_mode = DELETE", "synchronous = EXTRA", "foreign_keys = ON")
COLUMNS = (
    "session_id, exercise, side, set_type, set_no, reps, external_kg, rir, equipment_id, position"
)

BESIDE = (
    "id, date, started_at FROM sessions",
    "date, moment, side, pain, stiffness_min FROM symptoms",
    "date, exercise, side, reps FROM tests",
    "date, distance_km FROM runs",
)


def resident_mib() -> float:
    """Return the resident memory of this process, in mebibytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("this system does not say how much memory is used")


def seconds(action: Callable[[], object]) -> float:
    """Time an action."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def make_window(log: Path) -> Any:
    """Open the program's window on a log, with separate settings."""
    from tracker.app.garbage import GarbageCollector
    from tracker.app.program_log import ProgramLog
    from tracker.app.settings import Settings
    from tracker.ui.window import program as root

    store = QSettings(str(log.with_suffix(".ini")), QSettings.Format.IniFormat)
    program_log = ProgramLog(lambda: log.parent / "program")
    application: Any = QApplication.instance()
    GarbageCollector(application)
    program = root.Program(application, Settings(store), program_log)
    program.show_file(log, create=False)
    window = program.window
    assert window is not None
    window.resize(*SIZE)
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    QTest.qWait(200)
    program.get_ready()  # as a second after each start
    return program


def enter_ours(log: Path, _points: Path) -> dict[str, Any]:
    """Press Enter on a typed value, and wait until it is on disk and painted."""
    program = make_window(log)
    window = program.window
    window.resize(*USUAL_SIZE)
    took = []
    for number in range(ROUNDS):
        if number % SETS_A_SESSION == 0:
            window.new_session()
            QTest.qWait(50)
            window.log_page.go_to(Cell(Exercise.SEATED, 1, Side.LEFT))
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, "8")
        line = QApplication.focusWidget()
        assert line is not None
        QTest.keyClicks(line, f"x{60 + number % 10}")

        QTest.qWait(PAUSE_MS)

        def enter(line: QWidget = line) -> None:
            QTest.keyClick(line, Qt.Key.Key_Return)
            QApplication.processEvents()  # paints what has changed

        took.append(seconds(enter))
    assert len(window.current.sets) == SETS_A_SESSION
    return {"seconds": took}


def enter_floor(log: Path, _points: Path) -> dict[str, Any]:
    """Commit a row with the same pragmas to the same file, and repaint a bare table."""
    connection = sqlite3.connect(log)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    (session,) = connection.execute("SELECT id FROM sessions LIMIT 1").fetchone()
    model = QStandardItemModel(SETS_A_SESSION // 2 + 1, 2)
    table = QTableView()
    table.setModel(model)
    window = QMainWindow()
    window.setCentralWidget(table)
    window.resize(*USUAL_SIZE)
    window.show()
    QTest.qWait(200)
    took = []
    for number in range(ROUNDS):
        QTest.qWait(PAUSE_MS)

        def enter(number: int = number) -> None:
            connection.execute(
                "INSERT INTO sets (id, session_id, position, exercise, side, set_no, set_type, "
                "reps, external_kg, note) VALUES (?, ?, ?, 'standing_bent', 'both', ?, 'work', "
                "8, 60.0, '')",
                [f"floor{number}", session, 1000 + number, 1 + number],
            )
            connection.commit()
            place = number % SETS_A_SESSION
            model.setItem(place // 2, place % 2, QStandardItem("8 × 60"))
            QApplication.processEvents()
            table.viewport().repaint()

        took.append(seconds(enter))
    return {"seconds": took}


def _drawn(page: QWidget) -> list[dict[str, np.ndarray[Any, Any]]]:
    """Collect what each chart of a page draws: points, lines and bars."""
    import pyqtgraph as pg

    charts = []
    for chart in page.findChildren(pg.PlotWidget):
        arrays: dict[str, np.ndarray[Any, Any]] = {}
        for number, item in enumerate(chart.getPlotItem().items):
            kind = None
            if isinstance(item, pg.ScatterPlotItem):
                kind = "points"
            elif isinstance(item, pg.PlotCurveItem):
                kind = "line"
            if kind is not None:
                x, y = item.getData()
                if x is not None and len(x):
                    arrays[f"{kind}{number}"] = np.array([x, y])
            elif isinstance(item, pg.BarGraphItem) and item.opts.get("height") is not None:
                arrays[f"bars{number}"] = _bars(item.opts)
        charts.append(arrays)
    return charts


def _hand_over(points: Path, page: QWidget) -> None:
    """Write what each chart of a page draws, for the floor."""
    named: dict[str, Any] = {
        f"{chart}.{name}": array
        for chart, arrays in enumerate(_drawn(page))
        for name, array in arrays.items()
    }
    np.savez(points, **named)


def _bars(opts: dict[str, Any]) -> np.ndarray[Any, Any]:
    """Return the bars of an item as centres, heights and bottoms."""
    height = np.asarray(opts["height"], np.float64)
    middle = opts["x"] if opts.get("x") is not None else opts["x0"]
    bottom = 0.0 if opts.get("y0") is None else opts["y0"]
    return np.array([*np.broadcast_arrays(middle, height, bottom)])


def progress_ours(log: Path, points: Path) -> dict[str, Any]:
    """Show Progress for the first time, then refresh it after each of several saved sets."""
    import pyqtgraph as pg

    from tracker.domain.change import Change
    from tracker.domain.session import LoggedSet, Session

    program = make_window(log)
    window = program.window
    gc.collect()

    def repaint() -> None:
        QApplication.processEvents()
        for chart in window.findChildren(pg.PlotWidget):
            chart.viewport().repaint()

    def show() -> None:
        window.show_range(3)  # all
        repaint()

    shown = seconds(show)
    QTest.qWait(300)
    page = window._stack.currentWidget()
    sizes = [chart.size().toTuple() for chart in page.findChildren(pg.PlotWidget)]
    _hand_over(points, page)
    memory = resident_mib()
    newest = window.logbook.database.newest_session()
    session = Session(newest.date + datetime.timedelta(days=2))
    window.logbook.apply(Change.adding(session), "session")
    took = []
    for number in range(24):
        logged = LoggedSet(
            session.id,
            Exercise.SEATED,
            (Side.LEFT, Side.RIGHT)[number % 2],
            number // 2 + 1,
            8,
            60.0 + number / 4,
            number,
            rir=2.0,
        )

        def save(logged: LoggedSet = logged) -> None:
            # From the commit on: what it takes to save is measured apart.
            window.logbook.changed.emit(Change.adding(logged))
            repaint()

        window.logbook.database.apply(Change.adding(logged))
        took.append(seconds(save))
    return {"shown": shown, "refresh": took[2:], "memory": memory, "sizes": sizes}


def _select(log: Path, *beside: str) -> None:
    """Read the columns of all sets, and some others."""
    connection = sqlite3.connect(log)
    for columns in (f"{COLUMNS} FROM sets", *beside):
        connection.execute(f"SELECT {columns}").fetchall()
    connection.close()


def _bare_plots(
    window: QMainWindow, arrays: dict[str, np.ndarray[Any, Any]]
) -> tuple[list[Any], list[tuple[Any, dict[str, Any]]]]:
    """Fill a window with bare plots of points; returns the plots, and their items with data."""
    import pyqtgraph as pg

    plots, drawn = [], []
    centre = QWidget()
    down = QVBoxLayout(centre)
    for chart in sorted({name.partition(".")[0] for name in arrays}):
        plot = pg.PlotWidget(axisItems={"bottom": pg.DateAxisItem(utcOffset=0)})
        for name, array in arrays.items():
            if not name.startswith(f"{chart}."):
                continue
            if ".points" in name:
                item, data = pg.ScatterPlotItem(), {"x": array[0], "y": array[1]}
                item.setData(**data)
            elif ".line" in name:
                item, data = pg.PlotCurveItem(), {"x": array[0], "y": array[1]}
                item.setData(**data)
            else:
                data = {"x": array[0], "height": array[1], "y0": array[2], "width": 6e5}
                item = pg.BarGraphItem(**data)
            plot.addItem(item)
            drawn.append((item, data))
        plots.append(plot)
        down.addWidget(plot)
    window.setCentralWidget(centre)
    return plots, drawn


def progress_floor(log: Path, points: Path) -> dict[str, Any]:
    """Run a plain SELECT of the columns, draw bare plots of the same points, then call setData."""
    window = QMainWindow()
    window.resize(*SIZE)
    window.show()
    QTest.qWait(200)
    gc.collect()
    arrays = dict(np.load(points))
    plots: list[Any] = []
    drawn: list[tuple[Any, dict[str, Any]]] = []

    def repaint() -> None:
        QApplication.processEvents()
        for plot in plots:
            plot.viewport().repaint()

    def show() -> None:
        _select(log, *BESIDE)
        made, items = _bare_plots(window, arrays)
        plots.extend(made)
        drawn.extend(items)
        repaint()

    shown = seconds(show)
    QTest.qWait(300)
    memory = resident_mib()
    took = []
    for _ in range(24):

        def refresh() -> None:
            for item, data in drawn:
                setter = item.setOpts if "height" in data else item.setData
                setter(**data)
            repaint()

        took.append(seconds(refresh))
    return {"shown": shown, "refresh": took[2:], "memory": memory}


def pan_ours(log: Path, points: Path) -> dict[str, Any]:
    """Pan all charts as if one were dragged, with ten years in view."""
    import pyqtgraph as pg

    program = make_window(log)
    window = program.window
    window.show_range(3)  # all
    QTest.qWait(300)
    page = window._stack.currentWidget()
    chart = page.strength.chart
    last = chart.days_in_view[1]
    chart.show_range(last - TEN_YEARS, last)
    chart.moved.emit(*chart.days_in_view)
    QTest.qWait(300)
    _hand_over(points, page)
    view = chart.getViewBox()
    step = view.viewPixelSize()[0] * DRAGGED_PX

    def frame() -> None:
        view.translateBy(x=-step)  # as pyqtgraph does when it is dragged
        view.sigRangeChangedManually.emit(view.state["mouseEnabled"])
        QApplication.processEvents()

    gc.collect()
    frames = [seconds(frame) for _ in range(FRAMES)]
    ranges = np.array([each.viewRange()[0] for each in page.findChildren(pg.PlotWidget)])
    assert len(ranges) == len(page.cards)
    assert np.ptp(ranges, axis=0).max() < 1.0  # all are where the first one is
    return {"frames": frames[5:]}


def pan_floor(_log: Path, points: Path) -> dict[str, Any]:
    """Pan bare plots of the same points by the same distance."""
    window = QMainWindow()
    window.resize(*SIZE)
    window.show()
    QTest.qWait(200)
    plots, _ = _bare_plots(window, dict(np.load(points)))
    last = max(plot.viewRect().right() for plot in plots)
    for plot in plots:
        plot.setXRange(last - TEN_YEARS * DAY_S, last, padding=0)
    QTest.qWait(300)
    step = plots[0].getViewBox().viewPixelSize()[0] * DRAGGED_PX

    def frame() -> None:
        for plot in plots:
            plot.getViewBox().translateBy(x=-step)
        QApplication.processEvents()

    gc.collect()
    return {"frames": [seconds(frame) for _ in range(FRAMES)][5:]}


def history_ours(log: Path, points: Path) -> dict[str, Any]:
    """Show History for the first time."""
    program = make_window(log)
    window = program.window
    window.resize(*USUAL_SIZE)
    QTest.qWait(200)
    gc.collect()

    def show() -> None:
        window.show_history()
        QApplication.processEvents()

    shown = seconds(show)
    model = window._stack.currentWidget().findChild(QTableView).model()
    texts = [
        [model.index(row, column).data() or "" for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    np.savez(points, texts=np.array(texts))
    return {"shown": shown}


class _Texts(QAbstractTableModel):
    """Rows of texts."""

    def __init__(self, rows: list[list[str]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Any = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Any = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows[0])

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        return None


def history_floor(log: Path, points: Path) -> dict[str, Any]:
    """Run a plain SELECT of the columns, and show the same rows in a bare table."""
    rows = np.load(points)["texts"].tolist()
    window = QMainWindow()
    window.resize(*USUAL_SIZE)
    window.show()
    QTest.qWait(200)
    gc.collect()

    def show() -> None:
        _select(log, *BESIDE[:2])
        table = QTableView()
        table.setModel(_Texts(rows))
        window.setCentralWidget(table)
        QApplication.processEvents()

    return {"shown": seconds(show)}


def main() -> None:
    """Run the measurement named on the command line."""
    name, log, points = sys.argv[1:]
    application = QApplication.instance() or QApplication([])
    if name.endswith("_ours"):
        remove_import_hook()  # as the door does, before what imports most
    measured = {
        "enter_ours": enter_ours,
        "enter_floor": enter_floor,
        "progress_ours": progress_ours,
        "progress_floor": progress_floor,
        "pan_ours": pan_ours,
        "pan_floor": pan_floor,
        "history_ours": history_ours,
        "history_floor": history_floor,
    }[name](Path(log), Path(points))
    print(json.dumps(measured), flush=True)
    del application
    os._exit(0)  # an orderly end is not what is measured


if __name__ == "__main__":
    main()
