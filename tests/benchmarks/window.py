"""The window: saving a set, showing and refreshing Progress, and memory use."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from tests.benchmarks.table import Measured

FRAME_MS = 16.0


def _measure(name: str, log: Path, points: Path) -> dict[str, Any]:
    """Run one measurement on a fresh copy of a log."""
    copy = log.with_name(f"{name}-{log.name}")
    shutil.copy(log, copy)
    try:
        child = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.child", name, str(copy), str(points)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
        )
    finally:
        copy.unlink()
    measured: dict[str, Any] = json.loads(child.stdout)
    return measured


def measure_enter(log: Path, folder: Path, rounds: int = 3) -> Measured:
    """Measure Enter until the set is saved and painted: the 95th percentile of all rounds."""
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(rounds):
        floor += _measure("enter_floor", log, folder / "points.npz")["seconds"]
        ours += _measure("enter_ours", log, folder / "points.npz")["seconds"]
    return Measured(
        "Enter until the set is on disk and painted (p95)",
        float(np.percentile(ours, 95)) * 1000,
        float(np.percentile(floor, 95)) * 1000,
        3,
    )


def measure_pan(log: Path, folder: Path, rounds: int = 3) -> list[Measured]:
    """Measure a frame of panning: the median of all rounds."""
    points = folder / "points-panned.npz"
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(rounds):
        ours += _measure("pan_ours", log, points)["frames"]
        floor += _measure("pan_floor", log, points)["frames"]
    frame = median(ours) * 1000
    return [
        Measured(
            "a frame of panning all charts, ten years in view", frame, median(floor) * 1000, 1.5
        ),
        Measured("the same (floor: a frame of sixty a second)", frame, FRAME_MS, 1),
    ]


def measure_history(log: Path, folder: Path, rounds: int = 3) -> Measured:
    """Measure showing History: the median of all rounds."""
    points = folder / "texts.npz"
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(rounds):
        ours.append(_measure("history_ours", log, points)["shown"])
        floor.append(_measure("history_floor", log, points)["shown"])
    return Measured(
        "History first shown, 100,000 sets", median(ours) * 1000, median(floor) * 1000, 2
    )


def measure_progress(log: Path, large: Path, folder: Path, rounds: int = 3) -> list[Measured]:
    """Measure showing and refreshing Progress, also with ten times the sets, and its memory."""
    points = folder / "points.npz"
    ours, floor = [], []
    for _ in range(rounds):
        ours.append(_measure("progress_ours", log, points))
        floor.append(_measure("progress_floor", log, points))
    million = _measure("progress_ours", large, folder / "points-of-a-million.npz")

    def middle(measured: list[dict[str, Any]], what: str) -> float:
        return float(median(each[what] for each in measured))

    def refresh(measured: list[dict[str, Any]]) -> float:
        return float(median(seconds for each in measured for seconds in each["refresh"]))

    return [
        Measured(
            "Progress first shown, all of 100,000 sets",
            middle(ours, "shown") * 1000,
            middle(floor, "shown") * 1000,
            2,
        ),
        Measured(
            "charts refreshed after one set is saved, 100,000 sets",
            refresh(ours) * 1000,
            refresh(floor) * 1000,
            1.5,
        ),
        Measured(
            "the same with 1,000,000 sets (floor: ours with 100,000)",
            refresh([million]) * 1000,
            refresh(ours) * 1000,
            1.5,
        ),
        Measured(
            "memory with 100,000 sets and Progress shown",
            middle(ours, "memory"),
            middle(floor, "memory"),
            1.5,
            "MiB",
        ),
    ]
