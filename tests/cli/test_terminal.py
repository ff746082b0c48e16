"""How commands speak."""

import io
import os
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.terminal import complain, counted, finish, finished, say
from tracker.storage.database import Database

Capture = pytest.CaptureFixture[str]


def job(*, fails: bool = False) -> Generator[float, None, str]:
    yield 0.25
    if fails:
        raise ValueError("no")
    yield 1.0
    return "done"


def test_results_and_complaints_go_to_different_places(capsys: Capture) -> None:
    say("Wrote it.")
    complain("it is damaged.")
    assert capsys.readouterr() == ("Wrote it.\n", "soleus: it is damaged.\n")


@pytest.mark.parametrize(
    "sign",
    ["\n", "\r", "\x0b", "\x0c", "\x1b[2J", "\x85", "\u2028", "\u2029", "\u202e", "\u2067", "\0"],
)
def test_a_complaint_is_one_line_whatever_a_file_is_called(capsys: Capture, sign: str) -> None:
    complain(f"über{sign}🏃‍♀️.csv\u00a0could not be read.")
    told = capsys.readouterr().err
    assert told.splitlines() == [told[:-1]]
    assert sign[0] not in told[:-1]
    assert told.startswith("soleus: über\\")
    assert told.endswith("🏃‍♀️.csv\u00a0could not be read.\n")


def test_things_are_counted_in_words() -> None:
    assert [counted(n, "set") for n in (0, 1, 1200)] == ["0 sets", "1 set", "1,200 sets"]


def test_where_nobody_watches_no_progress_is_written(capsys: Capture) -> None:
    assert finished(job(), "Reading") == "done"
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("fails", [False, True])
def test_a_terminal_sees_the_progress_and_then_a_clean_line(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    if fails:
        with pytest.raises(ValueError, match="no"):
            finished(job(fails=True), "Reading")
    else:
        assert finished(job(), "Reading") == "done"
    seen = capsys.readouterr().err
    assert seen.startswith("\rReading …  25%")
    assert ("100%" in seen) is not fails
    assert seen.endswith("\r\x1b[K")


NAME = "Подъём на носки"
HEVY = (
    "title,start_time,exercise_title,set_type,weight_kg,reps\n"
    f'A,"11 Jan 2026, 13:05",{NAME},normal,80,12\n'
    'A,"11 Jan 2026, 13:05",Seated Calf Raise,normal,40,12\n'
)


def run(log: Path, *further: str, **how: Any) -> subprocess.CompletedProcess[bytes]:
    """Import a file in a separate process whose output nobody reads."""
    path = log.with_name("hevy.csv")
    path.write_text(HEVY, encoding="utf-8")
    given = [sys.executable, "-m", "tracker", "import", str(log), str(path), *further]
    environment = os.environ | how.pop("env", {})
    return subprocess.run(given, env=environment, check=False, **how)


def sets_in(log: Path) -> int:
    database = Database.open(log)
    try:
        return sum(len(database.sets_of(session.id)) for session in database.sessions())
    finally:
        database.close()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_letters_that_the_terminal_does_not_have_are_written_by_their_numbers(
    tmp_path: Path, encoding: str
) -> None:
    log = tmp_path / "log.soleus"
    done = run(log, env={"PYTHONIOENCODING": encoding}, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert NAME.encode("unicode_escape")[:12] in done.stdout
    assert sets_in(log) == 1
    shown = [sys.executable, "-m", "tracker", "--help"]
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    helped = subprocess.run(shown, env=environment, capture_output=True, check=False)
    assert (helped.returncode, helped.stderr) == (0, b"")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_ear_that_has_gone_is_spoken_to_no_more(tmp_path: Path, unbuffered: str) -> None:
    log = tmp_path / "log.soleus"
    read_end, write_end = os.pipe()
    os.close(read_end)
    environment = {"PYTHONUNBUFFERED": unbuffered}
    done = run(log, env=environment, stdout=write_end, stderr=subprocess.PIPE)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")
    assert sets_in(log) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="nothing here is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_under_the_words_is_told_and_the_log_is_as_it_should_be(
    tmp_path: Path, unbuffered: str
) -> None:
    log = tmp_path / "log.soleus"
    environment = {"PYTHONUNBUFFERED": unbuffered}
    with Path("/dev/full").open("wb") as full:
        done = run(log, env=environment, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 0
    assert done.stderr.decode() == (
        "soleus: what was done could not be told: no space left on device.\n"
    )
    assert sets_in(log) == 1
    with Path("/dev/full").open("wb") as full:  # of what is wrong nobody hears then
        assert run(log, "--word", "x=1", env=environment, stdout=full, stderr=full).returncode == 0


def test_without_any_output_the_log_is_as_it_should_be(tmp_path: Path) -> None:
    log = tmp_path / "log.soleus"
    given = f'"{sys.executable}" -m tracker import "{log}" "{tmp_path / "hevy.csv"}" >&- 2>&-'
    (tmp_path / "hevy.csv").write_text(HEVY, encoding="utf-8")
    assert subprocess.run(["sh", "-c", given], check=False).returncode == 0
    assert sets_in(log) == 1


def test_a_stream_that_cannot_be_written_is_given_up_within_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(28, "No space left on device")

    class Gone(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    for stream, told in ((Gone(), ""), (Full(), "told: no space left on device.\n"), (None, "")):
        monkeypatch.setattr(sys, "stdout", stream)
        say("Wrote it.")
        finish()
        assert sys.stderr is not None
        heard = capsys.readouterr().err
        assert heard.endswith(told)
        assert bool(heard) is bool(told)
