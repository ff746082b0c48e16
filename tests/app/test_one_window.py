"""One window for each log, whoever starts the program how often."""

import subprocess
import sys
from pathlib import Path

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
window.asked.connect(lambda token: print("asked", token, flush=True))
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


def holder(folder: Path, log: Path, does: str) -> "subprocess.Popen[str]":
    started = subprocess.Popen(
        [sys.executable, "-c", HOLDER, folder, log, does],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "holds\n"
    return started


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_window, "ANSWER_S", 0.1)


def test_who_shows_a_log_is_asked_to_come_to_the_front(
    folder: Path, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TOKEN, "leave")
    link = tmp_path / "link.soleus"
    link.symlink_to(log)
    with holder(folder, log, "listens") as shown:
        with pytest.raises(ShownElsewhereError, match="is open in another window"):
            OneWindow(folder).take(link)
        assert shown.stdout is not None
        assert shown.stdout.readline() == "asked leave\n"
        OneWindow(folder).take(tmp_path / "other.soleus")  # which nobody shows
        shown.kill()
    OneWindow(folder).take(log)  # what was killed holds nothing


def test_who_does_not_answer_is_not_waited_for(folder: Path, log: Path, quick: None) -> None:
    with holder(folder, log, "hangs") as shown:
        second = OneWindow(folder)
        second.take(log)
        assert not list(folder.glob("*.asked"))
        assert second._lock is None  # the first one holds it still
        shown.kill()


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
    assert heard.args == ["leave"]
    assert not question.exists()
    question.write_text("")
    with qtbot.waitSignal(window.asked) as heard:
        pass
    assert heard.args == [""]


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
    with holder(folder, log, "listens") as shown:
        (lock,) = folder.glob("*.lock")
        lock.with_suffix(".asked").mkdir()
        OneWindow(folder).take(log)
        shown.kill()
