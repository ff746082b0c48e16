"""How commands speak."""

import sys
from collections.abc import Generator

import pytest

from tracker.cli.terminal import complain, counted, finished, say

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
