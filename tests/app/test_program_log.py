"""The program log rotates, is its owner's alone, and never disturbs."""

import datetime
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker import TrackerError, __version__
from tracker.app import program_log
from tracker.app.program_log import ProgramLog

NOW = datetime.datetime(2026, 11, 24, 18, 30, 12, tzinfo=datetime.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Soleus" / "log"


@pytest.fixture
def log(folder: Path) -> Iterator[ProgramLog]:
    log = ProgramLog(lambda: folder)
    yield log
    log.close()


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_nothing_is_written_before_the_window_has_appeared(log: ProgramLog, folder: Path) -> None:
    log.note("a log is shown")
    assert not folder.exists()
    log.begin()
    log.begin()
    log.note("a fault", logging.ERROR)
    first, second, third = (folder / "soleus.log").read_text().splitlines()
    assert f" INFO started: Soleus {__version__}, " in first
    assert second.endswith(" INFO a log is shown")
    assert third.endswith(" ERROR a fault")


def test_log_and_reports_are_their_owners_alone(log: ProgramLog, folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o755)
    (folder / "soleus.log").touch(0o644)
    log.begin()
    report = log.write_report("a fault", NOW)
    assert mode(folder) == 0o700
    assert mode(folder / "soleus.log") == 0o600
    assert mode(report) == 0o600


def test_a_long_log_makes_room_and_stays_private(
    log: ProgramLog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program_log, "MOST_BYTES", 1000)
    log.begin()
    for number in range(100):
        log.note(f"line {number}")
    files = sorted(folder.iterdir())
    assert len(files) == 1 + program_log.OLDER_KEPT
    assert {mode(file) for file in files} == {0o600}
    assert all(file.stat().st_size <= 1000 for file in files)
    assert (folder / "soleus.log").read_text().endswith("line 99\n")


def test_a_log_that_cannot_be_made_is_left_unwritten(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    log = ProgramLog(lambda: tmp_path / "file" / "log")
    log.note("a log is shown")
    log.begin()
    log.note("a fault")
    log.close()
    with pytest.raises(TrackerError, match="log could not be made: not a directory"):
        log.made_folder()


def test_a_line_that_cannot_be_written_disturbs_nobody(
    log: ProgramLog, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "soleus.log").mkdir(parents=True)
    log.begin()
    log.note("a fault")
    assert capsys.readouterr().err == ""


def test_a_log_never_begun_has_nothing_to_close(log: ProgramLog, folder: Path) -> None:
    log.close()
    assert not folder.exists()


def test_a_report_names_the_program_and_the_moment(log: ProgramLog) -> None:
    report = log.write_report("a fault", NOW)
    assert report.name == "fault 2026-11-24 183012.txt"
    program, moment, nothing, fault = report.read_text().splitlines()
    assert program.startswith(f"Soleus {__version__}")
    assert (moment, nothing, fault) == (NOW.isoformat(), "", "a fault")


def test_two_faults_of_one_second_share_a_report(log: ProgramLog) -> None:
    log.write_report("one fault", NOW)
    text = log.write_report("another fault", NOW).read_text()
    assert "one fault" in text
    assert "another fault" in text


def test_the_oldest_reports_make_room(log: ProgramLog, folder: Path) -> None:
    for second in range(25):
        log.write_report("a fault", NOW + datetime.timedelta(seconds=second))
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == program_log.REPORTS_KEPT
    assert names[-1] == "fault 2026-11-24 183036.txt"


def test_a_report_that_cannot_be_written_is_told(log: ProgramLog, folder: Path) -> None:
    (folder / "fault 2026-11-24 183012.txt").mkdir(parents=True)
    with pytest.raises(TrackerError, match="could not be written: is a directory"):
        log.write_report("a fault", NOW)
