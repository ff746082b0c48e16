"""Whether a window can be shown here, found out before Qt would abort the program."""

import ctypes
import os
import re
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from tracker import TrackerError

# Debian's and Ubuntu's package of each library that Qt needs and a bare system lacks.
_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
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
_MISSING = re.compile(r"(lib[\w.+-]+\.so[\w.]*): cannot open shared object")


class NoDisplayError(TrackerError):
    """No window can be shown here."""


def require_display() -> None:
    """Make sure that Qt will find a display and its libraries.

    Raises:
        NoDisplayError: In one sentence, with the command that helps where there is one.
    """
    if sys.platform != "linux":
        return
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in ("offscreen", "minimal", "vnc"):
        _require_libraries([])
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise NoDisplayError(
            "Soleus needs a display and found none: DISPLAY and WAYLAND_DISPLAY are both empty."
        )
    if os.environ.get("WAYLAND_DISPLAY") and platform != "xcb":
        _require_libraries([])
    else:
        _require_libraries(["platforms/libqxcb.so"])
        _require_x_server(os.environ.get("DISPLAY", ""))


def require_pages() -> None:
    """Let Qt lay out pages, for which it needs no display, and make sure of its libraries.

    Raises:
        NoDisplayError: If a library is missing, with the command that helps.
    """
    if sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _require_libraries([], "PySide6.QtSvg")


def _require_libraries(plugins: list[str], module: str = "PySide6.QtWidgets") -> None:
    """Load what Qt will load, so that a missing library can be named."""
    try:
        import_module(module)
    except ImportError as error:
        raise _lacking(str(error)) from error
    spec = find_spec("PySide6")
    assert spec is not None
    assert spec.origin is not None
    for plugin in plugins:
        path = Path(spec.origin).parent / "Qt" / "plugins" / plugin
        if path.exists():  # elsewhere in a distribution's own packages, which bring their needs
            try:
                ctypes.CDLL(str(path))
            except OSError as error:
                raise _lacking(str(error)) from error


def _lacking(message: str) -> NoDisplayError:
    found = _MISSING.search(message)
    if found is None:
        return NoDisplayError(f"Soleus cannot start Qt: {message}")
    library = found[1]
    package = _PACKAGES.get(library)
    if package is None:
        return NoDisplayError(f"Soleus needs the system library {library}, which is missing.")
    return NoDisplayError(
        f"Soleus needs the system library {library}, which is missing: "
        f"sudo apt-get install {package}"
    )


def _require_x_server(display: str) -> None:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    if failed:
        raise NoDisplayError(f"Soleus cannot reach the display “{display}” that DISPLAY names.")
