"""A damaged log without a window: what can be read of it becomes a new one."""

from pathlib import Path

import pytest

from tests.storage.test_salvage import MADE, SESSIONS, contents, leaves_of, root_of, salvaged, wipe
from tracker.cli.commands import main
from tracker.storage.database import Database

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.soleus"
    Database.create_with(path, MADE)
    return path


def test_what_can_be_read_is_recovered_to_a_new_log(log: Path, capsys: Capture) -> None:
    wipe(log, 1, leaves_of(log, "sets")[3])
    new = log.with_name("new.soleus")
    before, expected = log.read_bytes(), salvaged(log)
    assert main(["recover", str(log), "-o", str(new)]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out == (
        f"Recovered {expected.sets:,} sets in {SESSIONS} sessions to {new}. "
        f"{log} was left as it is.\n"
    )
    assert log.read_bytes() == before
    assert main(["check", str(new)]) == 0
    database = Database.open(new)
    assert contents(database.entries()) == contents(expected.entries)
    database.close()
    assert new.stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_placed_is_counted(log: Path, capsys: Capture) -> None:
    wipe(log, leaves_of(log, "sessions")[0], root_of(log, "sessions_by_date"))
    assert main(["recover", str(log), "-o", str(log.with_name("new.soleus"))]) == 0
    assert "Read, but not placed: " in capsys.readouterr().out


def test_of_a_file_that_is_no_log_nothing_is_made(tmp_path: Path, capsys: Capture) -> None:
    text, new = tmp_path / "notes.txt", tmp_path / "new.soleus"
    text.write_text("not a log")
    assert main(["recover", str(text), "-o", str(new)]) == 1
    assert capsys.readouterr().err == (
        f"soleus: Nothing of a log can be read in {text}. It was left as it is.\n"
    )
    assert not new.exists()


def test_a_file_is_never_written_over(log: Path, capsys: Capture) -> None:
    before = log.read_bytes()
    assert main(["recover", str(log), "-o", str(log)]) == 1
    assert "file exists" in capsys.readouterr().err
    assert log.read_bytes() == before
