"""A first session logged by keyboard alone, as a screen reader hears it; run by Debian's Python.

``test_heard.py`` starts it within its own session bus and screen, because the bindings of AT-SPI
are not on PyPI. It prints, as JSON, what was announced and what the cells read as.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]
from gi.repository import GLib  # type: ignore[import-not-found]

LONGEST_S = 60  # of a busy machine; only what fails ever waits that long


def until(found: Callable[[], Any], what: str) -> Any:
    """Wait for something, and return it.

    Raises:
        SystemExit: If it did not come.
    """
    end = time.monotonic() + LONGEST_S
    while time.monotonic() < end:
        try:
            value = found()
        except (GLib.Error, StopIteration):  # what is looked at may come and go meanwhile
            value = None
        if value:
            return value
        while GLib.MainContext.default().iteration(False):
            pass  # what is said comes in between
        time.sleep(0.05)
    raise SystemExit(f"{what} did not come")


def every(node: Any) -> Iterator[Any]:
    """Iterate over an accessible and all its descendants."""
    yield node
    for child in node:
        if child is not None:
            yield from every(child)


def has_keys(node: Any) -> bool:
    """Tell whether an accessible has the focus."""
    return bool(node.getState().contains(pyatspi.STATE_FOCUSED))


def table_of_seated(application: Any) -> Any:
    """Find the table of the seated raise."""
    tables = (each for each in every(application) if each.getRole() == pyatspi.ROLE_TABLE)
    return next(each for each in tables if each.name == "Seated")


def type_in(text: str) -> None:
    """Type a value and press Enter, wherever the focus is."""
    subprocess.run(["xdotool", "type", text], check=True)
    subprocess.run(["xdotool", "key", "Return"], check=True)


def main() -> None:
    """Start the program from the command line, log a set with a slip, and print what was heard."""
    said: list[str] = []
    pyatspi.Registry.registerEventListener(
        lambda event: said.append(str(event.any_data)), "object:announcement"
    )
    environment = os.environ | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen(sys.argv[1:], env=environment)
    try:
        desktop = pyatspi.Registry.getDesktop(0)
        application = until(lambda: next(app for app in desktop if app), "the program")
        table = until(lambda: table_of_seated(application), "the table")
        until(lambda: any(map(has_keys, every(table))), "the focus")
        said.clear()
        type_in("8x60 r2")
        until(lambda: said, "what was saved")
        type_in("8y")
        until(lambda: len(said) > 1, "what was refused")
        cells = [each.name for each in every(table) if each.getRole() == pyatspi.ROLE_TABLE_CELL]
        print(json.dumps({"said": said, "cells": cells}))
    finally:
        program.terminate()
        program.wait()


if __name__ == "__main__":
    main()
