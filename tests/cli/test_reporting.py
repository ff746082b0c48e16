"""``soleus report``: the physio's report without a window."""

import datetime
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tracker.app.language import Language
from tracker.cli.commands import main
from tracker.cli.reporting import LANGUAGES
from tracker.domain.change import Change
from tracker.domain.demo.year import made_up_log
from tracker.domain.session import Session
from tracker.storage.database import Database

Capture = pytest.CaptureFixture[str]
LAST = datetime.date(2026, 11, 23)


@pytest.fixture
def log(tmp_path: Path, qapp: QApplication) -> Path:
    path = tmp_path / "log.soleus"
    database = Database.create(path)
    database.apply(made_up_log(LAST))
    database.close()
    return path


def pages(pdf: bytes) -> int:
    return int(re.findall(rb"/Count (\d+)", pdf)[0])


def test_it_speaks_every_language_that_the_window_does() -> None:
    assert tuple(Language) == LANGUAGES


def test_a_report_is_written_where_there_is_no_display(log: Path, tmp_path: Path) -> None:
    dark = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "report", str(log), "-o", "physio.pdf"],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name not in dark}
        | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    pdf = (tmp_path / "physio.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert b"/Lang (en)" in pdf
    assert done.stdout == f"Wrote physio.pdf: {pages(pdf)} pages, 2025-11-24 to 2026-11-23.\n"


def test_a_report_waits_for_no_widgets_and_no_import(log: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from tracker.cli.commands import main; main(sys.argv[1:])\n"
        "unwanted = {'PySide6.QtWidgets', 'tracker.exchange.importing.foreign_csv'}\n"
        "unwanted &= {*sys.modules}\n"
        "sys.exit(' '.join(unwanted) or 0)"
    )
    output = str(tmp_path / "report.pdf")
    done = subprocess.run(
        [sys.executable, "-c", script, "report", str(log), "-o", output],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_period_a_unit_and_a_note_may_be_given(
    log: Path, tmp_path: Path, capsys: Capture
) -> None:
    target = tmp_path / "physio.pdf"
    period = ["--from", "2026-09-01", "--until", "2026-10-31"]
    given = [*period, "--unit", "lb", "--note", "Hello"]
    assert main(["report", str(log), "-o", str(target), *given]) == 0
    assert capsys.readouterr().out.endswith("2026-09-01 to 2026-10-31.\n")


def test_a_report_is_in_the_language_asked_for_and_says_so(log: Path, tmp_path: Path) -> None:
    # In a process of its own: a language is spoken from the start on.
    arguments = ["report", str(log), "-o", "physio.pdf", "--language", "de"]
    done = subprocess.run(
        [sys.executable, "-m", "tracker", *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    pdf = (tmp_path / "physio.pdf").read_bytes()
    assert b"/Lang (de)" in pdf
    assert "Bericht zur Wadenkraft".encode("utf-16-be").hex() in pdf.hex()
    assert pages(pdf) == 2


def test_nothing_to_report_is_said_and_leaves_no_file(
    log: Path, tmp_path: Path, capsys: Capture
) -> None:
    target = tmp_path / "physio.pdf"
    assert main(["report", str(log), "--output", str(target), "--until", "2020-01-01"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"soleus: {log} has no sets, symptoms, measurements or tests")
    assert said.count("\n") == 1
    assert not target.exists()


def test_a_file_that_cannot_be_written_leaves_what_was_there(
    log: Path, tmp_path: Path, capsys: Capture
) -> None:
    target = tmp_path / "missing" / "physio.pdf"
    assert main(["report", str(log), "-o", str(target)]) == 1
    assert "could not be written" in capsys.readouterr().err


def test_an_older_report_is_replaced_and_stays_private(log: Path, tmp_path: Path) -> None:
    target = tmp_path / "physio.pdf"
    target.write_text("older")
    assert main(["report", str(log), "-o", str(target), "--force"]) == 0
    assert target.read_bytes().startswith(b"%PDF-")
    if sys.platform != "win32":
        assert target.stat().st_mode & 0o077 == 0
    assert sorted(each.name for each in tmp_path.iterdir()) == ["log.soleus", "physio.pdf"]


def test_the_log_is_only_read(log: Path, tmp_path: Path) -> None:
    before = log.read_bytes()
    main(["report", str(log), "-o", str(tmp_path / "physio.pdf")])
    assert log.read_bytes() == before


def test_a_missing_log_is_told(tmp_path: Path, capsys: Capture) -> None:
    assert main(["report", str(tmp_path / "none"), "-o", str(tmp_path / "x.pdf")]) == 1
    assert "could not be opened" in capsys.readouterr().err


def test_sessions_without_sets_are_nothing_to_report(tmp_path: Path) -> None:
    path = tmp_path / "log.soleus"
    database = Database.create(path)
    database.apply(Change.adding(Session(LAST)))
    database.close()
    assert main(["report", str(path), "-o", str(tmp_path / "x.pdf")]) == 1


@pytest.mark.parametrize(
    "given", [[], ["-o"], ["-o", "x", "--from", "then"], ["-o", "x", "--unit", "st"]]
)
def test_wrong_use_is_told_in_one_line(given: list[str], capsys: Capture) -> None:
    assert main(["report", "log", *given]) == 2
    assert capsys.readouterr().err.count("\n") == 1
