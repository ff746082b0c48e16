"""The program started again on a log that it shows: one window, never two."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

Start = Callable[[Path], "subprocess.Popen[bytes]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    environment = os.environ | {"HOME": str(tmp_path)}
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        environment.pop(name, None)
    running: list[subprocess.Popen[bytes]] = []

    def started(log: Path) -> "subprocess.Popen[bytes]":
        running.append(subprocess.Popen([sys.executable, "-m", "tracker", log], env=environment))
        return running[-1]

    yield started
    for each in running:
        each.kill()
        each.wait()


def test_a_second_start_ends_and_another_log_gets_a_window_of_its_own(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    locks = tmp_path / ".config" / "Soleus" / "windows"
    first = start(tmp_path / "a.soleus")
    qtbot.waitUntil(lambda: len(list(locks.glob("*.lock"))) == 1, timeout=60_000)
    assert start(tmp_path / "a.soleus").wait(60) == 0
    assert first.poll() is None
    other = start(tmp_path / "b.soleus")
    qtbot.waitUntil(lambda: len(list(locks.glob("*.lock"))) == 2, timeout=60_000)
    assert first.poll() is None
    assert other.poll() is None
