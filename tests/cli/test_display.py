"""Whether a window can be shown is found out, and said, before Qt would abort."""

import ctypes
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.cli import display, display_servers
from tracker.cli.display import NoDisplayError, require_display

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
# Of what Qt is linked to, this is not on every system.
LACKED = (
    *("xcb", "xkb", "X11", "wayland", "libGL.", "libEGL."),
    *("dbus", "fontconfig", "freetype", "libglib-", "libgthread-"),
)
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux aborts without one")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def compositor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server that answers like a Wayland display."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    with socket.socket(socket.AF_UNIX) as answering:
        answering.bind(str(tmp_path / "wayland-7"))
        answering.listen()
        yield


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


def test_a_wayland_display_that_answers_is_enough(compositor: None) -> None:
    require_display()
    assert "QT_QPA_PLATFORM" not in os.environ  # Qt chooses by itself


@pytest.mark.parametrize("folder", [True, False])
def test_a_wayland_display_that_does_not_answer_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: bool
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path) if folder else "")
    with pytest.raises(NoDisplayError, match="cannot reach the display “wayland-7” that WAYLAND_D"):
        require_display()


def test_a_connection_that_a_compositor_handed_over_is_left_to_qt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WAYLAND_SOCKET", "4711")
    require_display()


def test_where_wayland_does_not_answer_and_x_does_qt_is_sent_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "")  # so that it is put back
    monkeypatch.setenv("WAYLAND_DISPLAY", str(tmp_path / "nothing"))
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(display_servers, "has_x_server", lambda: True)
    require_display()
    assert os.environ["QT_QPA_PLATFORM"] == "xcb"


def test_the_platform_chosen_is_the_one_looked_at(
    compositor: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    require_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb:glx")
    with pytest.raises(NoDisplayError, match="“:4711”"):
        require_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb;wayland-egl")
    require_display()
    assert os.environ["QT_QPA_PLATFORM"] == "wayland-egl"


@pytest.mark.parametrize("platform", ["xcb", "wayland"])
def test_a_platform_chosen_does_not_stand_for_a_display(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    with pytest.raises(NoDisplayError, match="needs a display and found none"):
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


def test_the_plugin_for_wayland_is_looked_at_too(
    compositor: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str) -> None:
        assert path.endswith("platforms/libqwayland.so")
        raise OSError("libwayland-cursor.so.0: cannot open shared object file: No such file")

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    with pytest.raises(NoDisplayError, match=r"apt-get install libwayland-cursor0$"):
        require_display()


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A loader on a system that lacks what X needs; it names only the first missing library."""

    def refuse(_path: str) -> None:
        raise OSError("libxcb-icccm.so.4: cannot open shared object file: No such file")

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(ctypes, "CDLL", refuse)


def test_all_missing_libraries_are_named_at_once(
    lacking: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ldd = tmp_path / "ldd"
    ldd.write_text(
        "#!/bin/sh\n"
        "echo '\tlibxcb-icccm.so.4 => not found'\n"
        "echo '\tlibglib-2.0.so.0 => not found'\n"
        "echo '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f9a1c000000)'\n"
        "echo '\tlibgthread-2.0.so.0 => not found'\n"
        "echo '\tlibunheard-of.so.3 => not found'\n"
    )
    ldd.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(NoDisplayError) as refused:
        require_display()
    assert str(refused.value) == (
        "Soleus needs the system libraries libglib-2.0.so.0, libgthread-2.0.so.0, "
        "libunheard-of.so.3, libxcb-icccm.so.4, which are missing: "
        "sudo apt-get install libglib2.0-0 libxcb-icccm4"
    )


def test_without_ldd_the_library_that_stopped_the_loader_is_named(
    lacking: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoDisplayError, match=r"library libxcb-icccm\.so\.4, which is missing: "):
        require_display()


@pytest.mark.parametrize(
    "plugin",
    [
        "platforms/libqxcb.so",
        "platforms/libqwayland.so",
        "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    ],
)
def test_every_library_of_the_window_plugins_is_known(plugin: str) -> None:
    """What a bare system may lack of the plugins' own needs has a package to name."""
    import PySide6

    path = Path(PySide6.__file__).parent / "Qt/plugins" / plugin
    needs = subprocess.run(["ldd", path], capture_output=True, text=True, check=True).stdout
    names = {line.split()[0] for line in needs.splitlines()}
    wanted = {name for name in names if any(part in name for part in LACKED)}
    own = {name for name in wanted if name.startswith(("libQt6", "/"))}
    assert len(wanted) > 5
    assert wanted - own <= set(display._PACKAGES)


def test_what_the_readme_installs_is_in_the_table() -> None:
    readme = Path(__file__).parents[2] / "README.md"
    window, tests = re.findall(r"apt-get install -y (.+?) &&", readme.read_text())
    libraries = set(window.split()) - {"python3-venv", "fonts-dejavu-core"}
    assert libraries <= set(display._PACKAGES.values())
    assert set(tests.split()) - set(window.split()) == {"libgssapi-krb5-2", "xvfb", "xauth"}


def test_the_program_says_it_in_one_line_and_exits_with_one() -> None:
    environment = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    child = subprocess.run(
        [sys.executable, "-m", "tracker"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == 1
    assert child.stderr.count("\n") == 1
    assert child.stderr.startswith("Soleus needs a display")
    assert child.stdout == ""
