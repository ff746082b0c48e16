"""Tests whether a display's server is found to answer, or not to."""

import socket
import sys
from pathlib import Path

import pytest

from tracker.cli.display_servers import has_wayland_server, has_x_server, load

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these servers")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_SOCKET", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)


def test_no_x_server_answers_for_a_display_that_nobody_shows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    assert not has_x_server()


def test_a_wayland_server_is_found_by_its_name_or_by_the_path_of_its_socket(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with socket.socket(socket.AF_UNIX) as answering:
        answering.bind(str(tmp_path / "wayland-7"))
        answering.listen()
        assert has_wayland_server(str(tmp_path / "wayland-7"))
        assert not has_wayland_server("wayland-7"), "without the folder of such sockets"
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        assert has_wayland_server("wayland-7")
        assert not has_wayland_server("wayland-8")


def test_a_connection_handed_over_is_not_used_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_SOCKET", "4711")
    assert has_wayland_server("wayland-7")


def test_a_library_that_is_missing_is_told() -> None:
    with pytest.raises(OSError, match=r"libunheard-of\.so\.3"):
        load("libunheard-of.so.3")
