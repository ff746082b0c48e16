"""Finds out whether a window can be shown, before Qt would abort the program."""

import os
import re
import sys
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from tracker import TrackerError

# The Debian and Ubuntu packages of libraries that Qt needs and a bare system lacks.
_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_LACKED = r"(lib[\w.+-]+\.so[\w.]*): cannot open shared object"
_NOT_FOUND = r"(?m)^\s*(\S+) => not found"


class NoDisplayError(TrackerError):
    """No window can be shown here."""


def require_display() -> None:
    """Make sure that Qt will find a display and its libraries.

    If one display cannot be used but another can, Qt is told so, because it would complain first.

    Raises:
        NoDisplayError: In one sentence, with a command that helps if there is one.
    """
    if sys.platform != "linux":
        return
    why_not: NoDisplayError | None = None
    for platform in _platforms():
        try:
            _require_platform(platform)
        except NoDisplayError as error:
            why_not = why_not or error
        else:
            if why_not is not None:
                os.environ["QT_QPA_PLATFORM"] = platform
            return
    raise why_not or NoDisplayError(
        "Soleus needs a display and found none: DISPLAY and WAYLAND_DISPLAY are both empty."
    )


def _platforms() -> list[str]:
    """Return the Qt platforms chosen, or else those of the available displays."""
    displays = {"WAYLAND_DISPLAY": "wayland", "WAYLAND_SOCKET": "wayland", "DISPLAY": "xcb"}
    there = list(dict.fromkeys(displays[name] for name in displays if os.environ.get(name)))
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if not chosen:
        return there
    names = [each.partition(":")[0] for each in chosen.split(";")]
    return [name for name in names if there or not name.startswith(("wayland", "xcb"))]


def _require_platform(platform: str) -> None:
    if platform == "xcb":
        _require_libraries("platforms/libqxcb.so")
        if not _servers().has_x_server():
            name = os.environ.get("DISPLAY", "")
            raise NoDisplayError(f"Soleus cannot reach the display “{name}” that DISPLAY names.")
    elif platform.startswith("wayland"):
        _require_libraries("platforms/libqwayland.so")
        name = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
        if not _servers().has_wayland_server(name):
            raise NoDisplayError(
                f"Soleus cannot reach the display “{name}” that WAYLAND_DISPLAY names."
            )
    else:
        _require_libraries()


def _servers() -> ModuleType:
    from tracker.cli import display_servers  # pages are laid out and printed without any display

    return display_servers


def require_pages() -> None:
    """Let Qt lay out pages, which needs no display, and make sure of its libraries.

    Raises:
        NoDisplayError: If a library is missing, with the command that helps.
    """
    if sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _require_libraries(module="PySide6.QtSvg")


def _require_libraries(*plugins: str, module: str = "PySide6.QtWidgets") -> None:
    """Load what Qt will load, in order to name missing libraries."""
    found, package = find_spec(module), find_spec("PySide6")
    assert found is not None
    assert found.origin is not None
    assert package is not None
    assert package.origin is not None
    folder = Path(package.origin).parent / "Qt" / "plugins"
    # Elsewhere Qt is in a distribution's packages, which bring their dependencies.
    paths = [str(folder / plugin) for plugin in plugins if (folder / plugin).exists()]
    try:
        import_module(module)
        for path in paths:
            _servers().load(path)
    except (ImportError, OSError) as error:
        raise _lacking(str(error), (found.origin, *paths)) from error


def _lacking(message: str, objects: Iterable[str]) -> NoDisplayError:
    """Name all missing libraries at once, since the loader names only the first."""
    lacked = set(re.findall(_LACKED, message))
    if not lacked:
        return NoDisplayError(f"Soleus cannot start Qt: {message}")
    import subprocess  # imported here to keep the start fast when nothing is missing

    try:
        told = subprocess.run(["ldd", *objects], capture_output=True, text=True, check=False)
        lacked |= set(re.findall(_NOT_FOUND, told.stdout))
    except OSError:
        pass  # use the first one
    one = len(lacked) == 1
    words = "library {}, which is missing" if one else "libraries {}, which are missing"
    need = f"Soleus needs the system {words.format(', '.join(sorted(lacked)))}"
    packages = sorted({_PACKAGES[each] for each in lacked if each in _PACKAGES})
    if not packages:
        return NoDisplayError(f"{need}.")
    return NoDisplayError(f"{need}: sudo apt-get install {' '.join(packages)}")
