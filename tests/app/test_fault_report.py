"""A fault is described by its kind and place, never by what the runner typed or where she lives."""

import platform
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker import TrackerError, __version__
from tracker.app.fault_report import fault_text, program_text
from tracker.domain.notation import read_notation
from tracker.storage.database import Database


def raised(action: Callable[[], object]) -> BaseException:
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - any
        action()
    return caught.value


def test_a_fault_is_told_by_its_kind_and_by_lines_of_the_program() -> None:
    text = fault_text(raised(lambda: read_notation("8y60")))
    assert "tracker/domain/notation.py, line " in text
    assert "in read_notation" in text
    assert text.endswith("NotationError")


def test_what_was_typed_is_not_told() -> None:
    typed = "8x60 # my Achilles"
    text = fault_text(raised(lambda: int(typed)))
    assert "Achilles" not in text


def test_no_folder_of_the_runner_is_told(tmp_path: Path) -> None:
    log = tmp_path / "annas-log.soleus"
    text = fault_text(raised(lambda: Database.open(log)))
    assert str(Path(__file__).parent) not in text
    assert str(tmp_path) not in text
    assert "annas-log" not in text
    assert "test_fault_report.py, line " in text


def test_the_disk_is_told_by_its_code_and_before_what_followed(tmp_path: Path) -> None:
    text = fault_text(raised(lambda: Database.open(tmp_path / "gone.soleus")))
    first, then = text.split("\n\nthen\n\n")
    assert first.endswith("FileNotFoundError (ENOENT)")
    assert then.endswith("TrackerError")


def test_sqlite_is_told_by_its_code() -> None:
    connection = sqlite3.connect(":memory:")
    error = raised(lambda: connection.execute("SELECT 'my Achilles' FROM nothing"))
    connection.close()
    assert fault_text(error).endswith("OperationalError (SQLITE_ERROR)")


def test_a_name_of_the_program_is_told() -> None:
    error = raised(lambda: object().reps)  # type: ignore[attr-defined]
    assert fault_text(error).endswith("AttributeError: 'object' object has no attribute 'reps'")


def test_an_error_of_the_disk_without_a_code_is_told_by_its_kind() -> None:
    assert fault_text(OSError("at /home/anna")) == "OSError"


def test_what_was_handled_is_left_out_where_it_says_nothing() -> None:
    def fail() -> None:
        try:
            raise KeyError("note")
        except KeyError:
            raise TrackerError("told") from None

    assert "KeyError" not in fault_text(raised(fail)).splitlines()


def test_faults_that_led_to_each_other_are_told_once() -> None:
    first, second = ValueError(), TypeError()
    first.__cause__, second.__cause__ = second, first
    assert fault_text(first) == "TypeError\n\nthen\n\nValueError"


def test_the_program_is_told_with_its_version_and_platform() -> None:
    text = program_text()
    assert text.startswith(f"Soleus {__version__}, Python 3.")
    assert ", Qt 6." in text
    assert f", SQLite {sqlite3.sqlite_version}, " in text


@pytest.mark.skipif(sys.platform != "linux", reason="other systems name themselves otherwise")
def test_the_system_is_told_by_kernel_and_processor() -> None:
    system = platform.uname()
    assert program_text().endswith(f", {system.release}, {system.machine}")
