"""One window for each log, whoever starts the program how often."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from pytestqt.qtbot import QtBot

from tracker.app import one_window
from tracker.app.one_window import TOKEN, OneWindow, ShownElsewhereError

# Holds the log of its first argument, until its input is closed.
HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from tracker.app.one_window import OneWindow
application = QCoreApplication([])
window = OneWindow(Path(sys.argv[1]))
window.take(Path(sys.argv[2]))
window.asked.connect(lambda token, plan: print("asked", token, plan, flush=True))
if sys.argv[3] == "listens":
    window.listen()
    print("holds", flush=True)
    application.exec()
else:
    print("holds", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "windows"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "a.soleus"
    path.write_bytes(b"")
    return path


@contextmanager
def holder(folder: Path, log: Path, does: str) -> Iterator[IO[str]]:
    """Let another program lock a log; returns what it prints."""
    command = [sys.executable, "-c", HOLDER, str(folder), str(log), does]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as started:
        try:
            assert started.stdout is not None
            assert started.stdout.readline() == "holds\n"
            yield started.stdout
        finally:
            started.kill()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_window, "ANSWER_S", 0.1)


def test_who_shows_a_log_is_asked_to_come_to_the_front(
    folder: Path, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TOKEN, "leave")
    link = tmp_path / "link.soleus"
    link.symlink_to(log)
    with holder(folder, log, "listens") as said:
        with pytest.raises(ShownElsewhereError, match="is open in another window"):
            OneWindow(folder).take(link)
        assert said.readline() == "asked leave None\n"
        OneWindow(folder).take(tmp_path / "other.soleus")  # which nobody shows
    OneWindow(folder).take(log)  # what was killed holds nothing


def test_a_plan_to_be_shown_comes_along_wherever_it_lies(
    folder: Path, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(TOKEN, raising=False)
    monkeypatch.chdir(tmp_path)
    with holder(folder, log, "listens") as said:
        second = OneWindow(folder)
        second.plan = Path("sent by ü.soleus-plan")
        with pytest.raises(ShownElsewhereError):
            second.take(log)
        assert said.readline() == f"asked  {tmp_path / second.plan}\n"


def test_who_does_not_answer_is_not_waited_for(folder: Path, log: Path, quick: None) -> None:
    with holder(folder, log, "hangs"):
        second = OneWindow(folder)
        second.take(log)
        assert not list(folder.glob("*.asked"))
        assert second._lock is None  # the first one holds it still


def test_who_asked_before_anybody_listened_is_answered(
    folder: Path, log: Path, qtbot: QtBot
) -> None:
    window = OneWindow(folder)
    window.take(log)
    (lock,) = folder.glob("*.lock")
    question = lock.with_suffix(".asked")
    question.write_text("leave")
    with qtbot.waitSignal(window.asked) as heard:
        window.listen()
    assert heard.args == ["leave", None]
    assert not question.exists()
    question.write_text("")
    with qtbot.waitSignal(window.asked) as heard:
        pass
    assert heard.args == ["", None]
    with qtbot.assertNotEmitted(window.asked):
        window.listen()  # and nobody asks


def test_of_a_log_let_go_nobody_is_told(folder: Path, log: Path, qtbot: QtBot) -> None:
    window = OneWindow(folder)
    window.take(log)
    window.take(log)
    (lock,) = folder.glob("*.lock")
    window.let_go()
    window.let_go()
    lock.with_suffix(".asked").write_text("")
    with qtbot.assertNotEmitted(window.asked):
        window.listen()
    OneWindow(folder).take(log)


def test_without_a_place_for_locks_a_log_is_shown_all_the_same(
    tmp_path: Path, log: Path, quick: None
) -> None:
    (tmp_path / "file").write_text("")
    window = OneWindow(tmp_path / "file" / "windows")
    window.take(log)
    window.listen()
    window.let_go()


def test_where_nothing_can_be_asked_a_log_is_shown_all_the_same(
    folder: Path, log: Path, quick: None
) -> None:
    with holder(folder, log, "listens"):
        (lock,) = folder.glob("*.lock")
        lock.with_suffix(".asked").mkdir()
        OneWindow(folder).take(log)
