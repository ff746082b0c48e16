"""Where commands write: never over a log, and over another file only where that is asked for."""

import os
from pathlib import Path

import pytest

from tests.storage.test_backup import NOW
from tracker.cli.commands import main
from tracker.storage.backup import BackupKind, folder_of, name_of_copy

Capture = pytest.CaptureFixture[str]
WRITING = (
    ("export", "--json"),
    ("export", "--zip"),
    ("report", "-o"),
)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log"
    assert main(["demo", str(path)]) == 0
    return path


def written(command: str, log: Path, option: str, target: Path, *given: str) -> int:
    return main([command, str(log), option, str(target), *given])


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize(("command", "option"), WRITING)
def test_no_command_writes_over_a_log_or_a_backup(
    log: Path, capsys: Capture, command: str, option: str, force: tuple[str, ...]
) -> None:
    before = log.read_bytes()
    folder_of(log).mkdir()
    backup = folder_of(log) / name_of_copy(log, BackupKind.DAILY, NOW)
    other = log.with_name("other.soleus")
    for copy in (backup, other):
        copy.write_bytes(before)
    soft, hard = log.with_name("soft"), log.with_name("hard")
    soft.symlink_to(log)
    os.link(log, hard)
    for target in (log, backup, other, soft, hard):
        assert written(command, log, option, target, *force) == 1
        assert "it is a Soleus log" in capsys.readouterr().err
        assert target.read_bytes() == before
    assert soft.is_symlink()


@pytest.mark.parametrize(("command", "option"), WRITING)
def test_a_file_is_replaced_only_where_that_is_asked_for(
    log: Path, capsys: Capture, command: str, option: str
) -> None:
    target = log.with_name("precious")
    target.write_text("precious")
    assert written(command, log, option, target) == 1
    assert capsys.readouterr().err == f"soleus: {target} is there already: --force replaces it.\n"
    assert target.read_text() == "precious"
    assert written(command, log, option, target, "--force") == 0
    assert target.read_bytes() != b"precious"


@pytest.mark.parametrize(("command", "option"), WRITING)
def test_what_is_no_file_is_never_replaced(
    log: Path, capsys: Capture, command: str, option: str
) -> None:
    pipe = log.with_name("pipe")
    os.mkfifo(pipe)
    assert written(command, log, option, pipe, "--force") == 1
    assert "it is no file, but a device or a pipe" in capsys.readouterr().err
    assert pipe.is_fifo()


def test_of_files_in_a_folder_none_is_written_where_one_may_not_be(
    log: Path, capsys: Capture
) -> None:
    folder = log.with_name("to")
    folder.mkdir()
    (folder / "weekly.csv").write_text("precious")
    assert main(["export", str(log), "--to", str(folder)]) == 1
    assert "weekly.csv is there already" in capsys.readouterr().err
    log.rename(folder / "weekly.csv")
    assert main(["export", str(folder / "weekly.csv"), "--to", str(folder), "--force"]) == 1
    assert "weekly.csv could not be written: it is a Soleus log" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["weekly.csv"]
