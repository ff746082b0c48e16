"""A damaged log without a window: told, with what there is to go on with."""

import datetime
from pathlib import Path

import pytest

from tests.storage.test_backup import back_up, change
from tests.storage.test_salvage import MADE, SESSIONS, SETS, leaves_of, salvaged, wipe
from tracker.cli.commands import main
from tracker.storage.database import Database

NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
HELD = f"{SETS:,} sets in {SESSIONS} sessions"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.soleus"
    Database.create_with(path, MADE)
    return path


def test_a_damaged_log_is_told_with_its_newest_backup_and_what_can_be_read(
    log: Path, capsys: Capture
) -> None:
    change(log, NOW)
    backup = back_up(log, NOW)
    wipe(log, leaves_of(log, "sets")[3])
    before = log.read_bytes()
    assert main(["check", str(log)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    lines = said.err.splitlines()
    assert lines[0].startswith(f"soleus: {log}")
    local = NOW.astimezone()
    expected = salvaged(log)
    moment = f"{local:%Y-%m-%d %H:%M}"
    assert lines[-2] == f"soleus: The newest sound backup is of {moment}: {HELD}; {backup}"
    assert lines[-1].startswith(f"soleus: What can be read of it: {expected.sets:,} sets")
    assert lines[-1].endswith(f"; soleus recover {log} -o NEW makes a log of it.")
    assert log.read_bytes() == before


def test_a_log_that_cannot_be_opened_for_damage_is_told_the_same(
    log: Path, capsys: Capture
) -> None:
    wipe(log, 2)
    assert main(["check", str(log)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert "the file is damaged" in lines[0]
    assert lines[1] == "soleus: There is no sound backup beside it."
    assert HELD in lines[2]
