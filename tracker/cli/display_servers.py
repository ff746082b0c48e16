"""Asks the servers of displays, through their own libraries, whether they can be reached."""

import ctypes
import os


def load(library: str) -> ctypes.CDLL:
    """Load a system library, by its name or path.

    Raises:
        OSError: If it, or one that it needs, is missing.
    """
    return ctypes.CDLL(library)


def has_x_server() -> bool:
    """Tell whether the X server that DISPLAY names can be reached.

    Raises:
        OSError: If the library that asks it is missing.
    """
    xcb = load("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def has_wayland_server(display: str) -> bool:
    """Tell whether a Wayland server can be reached.

    Args:
        display: The name of its socket, as in WAYLAND_DISPLAY.

    Raises:
        OSError: If the library that asks it is missing.
    """
    if os.environ.get("WAYLAND_SOCKET"):  # an existing connection, which can be used only once
        return True
    # An absolute name needs no folder; for others, the library itself would complain without one.
    if not (os.environ.get("XDG_RUNTIME_DIR") or display.startswith("/")):
        return False
    wayland = load("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    wayland.wl_display_connect.argtypes = [ctypes.c_char_p]
    wayland.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    connection = wayland.wl_display_connect(os.fsencode(display))
    if connection is not None:
        wayland.wl_display_disconnect(connection)
    return connection is not None
