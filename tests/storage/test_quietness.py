"""How long nobody has written to a file, by the disk's clock or by this machine's."""

import os
import time
from pathlib import Path

import pytest

from tracker.storage import quietness as module
from tracker.storage.quietness import Quietness
from tracker.storage.stamp import FileState


class Clocks:
    """The clocks of this machine, which advance only when the code sleeps."""

    def __init__(self, touched_ns: int) -> None:
        self.now = touched_ns / 1e9
        self.running = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        self.running += seconds


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "log.soleus"
    path.write_bytes(b"half")
    return path


@pytest.fixture
def place(path: Path) -> FileState:
    place = FileState.of(path)
    assert place is not None
    return place


@pytest.fixture
def clocks(place: FileState, monkeypatch: pytest.MonkeyPatch) -> Clocks:
    """The file was modified at this very moment."""
    clocks = Clocks(place.touched_ns)
    monkeypatch.setattr(time, "time", lambda: clocks.now)
    monkeypatch.setattr(time, "monotonic", lambda: clocks.running)
    monkeypatch.setattr(time, "sleep", clocks.sleep)
    return clocks


def test_a_file_is_quiet_after_a_moment_and_stuck_after_a_while(
    place: FileState, clocks: Clocks
) -> None:
    quietness = Quietness()
    told = []
    for seconds in (0.0, module.QUIET_S * 1.1, module.STUCK_S):
        clocks.now += seconds
        told.append((quietness.is_quiet(place), quietness.is_stuck(place)))
    assert told == [(False, False), (True, False), (True, True)]


def test_a_disk_whose_clock_is_ahead_is_measured_by_this_machine_s(
    place: FileState, path: Path, clocks: Clocks
) -> None:
    clocks.now -= 3600
    quietness = Quietness()
    assert not quietness.is_quiet(place)
    clocks.running += module.QUIET_S
    assert quietness.is_quiet(place)
    path.write_bytes(b"another half")  # from which on it is counted anew
    written = FileState.of(path)
    assert written is not None
    assert not quietness.is_quiet(written)


def test_a_file_is_waited_for_until_it_is_quiet(
    place: FileState, path: Path, clocks: Clocks
) -> None:
    assert Quietness().comes(path, place)
    assert sum(clocks.slept) == pytest.approx(module.QUIET_S, rel=0.2)
    slept = len(clocks.slept)
    assert Quietness().comes(path, place)
    assert len(clocks.slept) == slept  # it is by now


def test_a_file_that_somebody_writes_to_is_waited_for_no_longer(
    place: FileState, path: Path, clocks: Clocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(seconds: float) -> None:
        clocks.sleep(seconds)
        os.utime(path, (1, 1))

    monkeypatch.setattr(time, "sleep", write)
    assert not Quietness().comes(path, place)
    assert len(clocks.slept) == 1
