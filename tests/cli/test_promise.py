"""What every command promises on files and disks that are not as they should be."""

import datetime
import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from tests.permissions import permissions_hold
from tracker.__main__ import run
from tracker.cli.commands import main
from tracker.cli.terminal import complain, get_ready, say
from tracker.disk import MOST_BYTES
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session
from tracker.storage.database import Database

DATA = Path(__file__).parents[1] / "data"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.soleus"
    session = Session(datetime.date(2026, 11, 1), note="Übung für die Wade")
    one = LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0)
    Database.create_with(path, Change.adding(session, one))
    return path


def flip_a_bit_of(log: Path, text: str) -> None:
    data = bytearray(log.read_bytes())
    data[data.index(text.encode())] ^= 0x40
    log.write_bytes(data)


@pytest.fixture
def no_room_that_passes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_get_default_tempdir", refuse)


def test_a_bit_of_a_note_that_flipped_is_told_without_the_note(log: Path, capsys: Capture) -> None:
    flip_a_bit_of(log, "Übung")
    assert main(["check", str(log)]) == 1
    told = capsys.readouterr().err
    assert "note holds bytes that are no text" in told
    assert "Wade" not in told
    assert all(line.startswith("soleus: ") for line in told.splitlines())
    assert main(["export", str(log), "--json", str(log.with_name("log.json"))]) == 1
    assert main(["import", str(log.with_name("own.soleus")), str(log)]) == 1
    assert "Wade" not in capsys.readouterr().err
    assert main(["recover", str(log), "-o", str(log.with_name("new.soleus"))]) == 0


@pytest.mark.parametrize(
    "command",
    [
        "check {log}",
        "export {log} --json {new}.json",
        "report {log} -o {new}.pdf",
        "recover {log} -o {new}",
        "import {log} {sound}",
        "import {sound} {log}",
        "merge {log} {sound}",
        "merge {sound} {log}",
    ],
)
def test_every_command_refuses_a_log_of_the_same_size(
    command: str, log: Path, capsys: Capture
) -> None:
    sound = Path(shutil.copy(log, log.with_name("sound.soleus")))
    before = sound.read_bytes()
    os.truncate(log, MOST_BYTES + 1)
    words = command.format(log=log, sound=sound, new=log.with_name("new")).split()
    assert main(words) == 1
    (told,) = capsys.readouterr().err.splitlines()
    assert told.startswith(f"soleus: {log} could not be ")
    assert told.endswith("it has 537 MB, and no training has more than 537.")
    assert sound.read_bytes() == before
    assert set(log.parent.iterdir()) == {log, sound}


@pytest.mark.usefixtures("no_room_that_passes")
def test_nothing_needs_a_place_for_what_passes(log: Path, capsys: Capture) -> None:
    own = log.with_name("own.soleus")
    assert main(["import", str(own), str(log)]) == 0
    flip_a_bit_of(log, "Übung")
    assert main(["check", str(log)]) == 1
    assert "1 set in 1 session" in capsys.readouterr().err
    assert main(["recover", str(log), "-o", str(log.with_name("new.soleus"))]) == 0


@pytest.mark.usefixtures("no_room_that_passes")
def test_where_even_the_folder_of_the_log_is_closed_the_name_told_is_the_log_s(
    log: Path, capsys: Capture
) -> None:
    closed = log.parent / "closed"
    closed.mkdir()
    log = log.rename(closed / log.name)
    log.with_name("log.soleus-wal").write_bytes(b"")
    closed.chmod(0o500)
    with permissions_hold():
        assert main(["import", str(closed.parent / "own.soleus"), str(log)]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"soleus: {log} could not be read: ")
    assert "soleus-" not in told.replace(str(log), "")
    closed.chmod(0o700)


@pytest.mark.parametrize("command", ["check", "import", "export", "report", "recover"])
@pytest.mark.parametrize("what", ["pipe", "folder", "circle", "nothing", "empty", "endless"])
def test_what_is_no_log_is_refused_in_one_line_with_its_name(
    tmp_path: Path, capsys: Capture, command: str, what: str
) -> None:
    path = tmp_path / "log.soleus"
    if what == "pipe":
        os.mkfifo(path)
    elif what == "folder":
        path.mkdir()
    elif what == "circle":
        path.symlink_to(path.name)
    elif what == "endless":
        path.symlink_to("/dev/zero")
    elif what == "empty":
        path.touch()
    own = tmp_path / "own.soleus"
    Database.create(own).close()
    given = {
        "import": [str(own), str(path)],
        "export": [str(path), "--json", str(tmp_path / "log.json")],
        "report": [str(path), "-o", str(tmp_path / "report.pdf")],
        "recover": [str(path), "-o", str(tmp_path / "new.soleus")],
    }.get(command, [str(path)])
    assert main([command, *given]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("soleus: ")
    assert str(path) in line


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_letters_that_the_output_does_not_have_are_told_by_their_numbers(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    for name, tell in (("stdout", say), ("stderr", complain)):
        out = io.BytesIO()
        monkeypatch.setattr(sys, name, io.TextIOWrapper(out, encoding, write_through=True))
        get_ready()
        tell("小腿 ▸ \udcff")
        told = out.getvalue().decode(encoding)
        assert told.endswith("小腿 ▸ \\udcff\n" if encoding == "utf-8" else "\\u25b8 \\udcff\n")


def test_a_name_with_line_breaks_is_told_in_one_line(tmp_path: Path, capsys: Capture) -> None:
    assert main(["check", str(tmp_path / "a\nb\rc")]) == 1
    assert "a\\nb\\rc could not be opened" in capsys.readouterr().err
    log, made = tmp_path / "a\nb\rc.soleus", tmp_path / "a\nb\x1b[31m.json"
    for command in (["demo", log], ["check", log], ["export", log, "--json", made]):
        assert main(list(map(str, command))) == 0
        (line,) = capsys.readouterr().out.splitlines()
        assert "a\\nb\\" in line
        assert "\x1b" not in line
    assert main(["check", str(log), "x\ny"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert run(["x\ny"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_an_older_log_whose_name_is_no_utf_8_is_brought_up_to_date(tmp_path: Path) -> None:
    log = tmp_path / "Tr\udce4ning.soleus"
    shutil.copyfile(DATA / "schema-002.soleus", log)
    before = log.read_bytes()
    assert main(["check", str(log)]) == 0
    (copy,) = tmp_path.glob("*before update*")
    assert copy.read_bytes()[100:] == before[100:]
    assert copy.stat().st_mode & 0o777 == 0o600
