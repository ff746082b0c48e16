"""Whether a window can be shown is found out, and said, before Qt would abort."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.cli import display
from tracker.cli.display import NoDisplayError, require_display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux aborts without one")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_display_one_sentence_says_so() -> None:
    with pytest.raises(NoDisplayError, match="needs a display and found none"):
        require_display()


def test_offscreen_needs_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    require_display()


def test_a_display_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    with pytest.raises(NoDisplayError, match="cannot reach the display “:4711”"):
        require_display()


@pytest.mark.parametrize(
    ("library", "help_"),
    [
        ("libxcb-cursor.so.0", "sudo apt-get install libxcb-cursor0"),
        ("libEGL.so.1", "sudo apt-get install libegl1"),
        ("libunheard-of.so.3", "which is missing."),
    ],
)
def test_a_missing_library_is_named_with_what_installs_it(
    monkeypatch: pytest.MonkeyPatch, library: str, help_: str
) -> None:
    def refuse(_path: str) -> None:
        raise OSError(f"{library}: cannot open shared object file: No such file or directory")

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(ctypes, "CDLL", refuse)
    with pytest.raises(NoDisplayError, match=library) as refused:
        require_display()
    assert str(refused.value).endswith(help_)


def test_every_library_of_the_window_plugin_is_known() -> None:
    """What a bare system may lack of the plugin's own needs has a package to name."""
    import PySide6

    plugin = Path(PySide6.__file__).parent / "Qt/plugins/platforms/libqxcb.so"
    needs = subprocess.run(["ldd", plugin], capture_output=True, text=True, check=True).stdout
    wanted = {line.split()[0] for line in needs.splitlines() if "xcb" in line or "xkb" in line}
    own = {name for name in wanted if name.startswith(("libQt6", "/"))}
    assert wanted - own <= set(display._PACKAGES)


def test_the_program_says_it_in_one_line_and_exits_with_two() -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    child = subprocess.run(
        [sys.executable, "-m", "tracker"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == 2
    assert child.stderr.count("\n") == 1
    assert child.stderr.startswith("Soleus needs a display")
    assert child.stdout == ""
