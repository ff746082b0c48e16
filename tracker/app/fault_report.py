"""What is told of a fault without telling of the runner: its kind and where, never a value."""

import errno
import sys
import traceback
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from PySide6 import QtCore

from tracker import __version__
from tracker.storage.opening import SQLITE_VERSION

# What these say is about names in the program; the words of others may repeat what was typed.
_ABOUT_THE_PROGRAM: Final = (AttributeError, NameError, ModuleNotFoundError)


def program_text() -> str:
    """Say which program runs on what, in one line."""
    python = ".".join(map(str, sys.version_info[:3]))
    parts = f"Python {python}, Qt {QtCore.qVersion()}, SQLite {SQLITE_VERSION}"
    system = QtCore.QSysInfo  # asked of Qt: Python's own module would slow the start
    name, kernel = system.prettyProductName(), system.kernelVersion()
    return f"Soleus {__version__}, {parts}, {name}, {kernel}, {system.currentCpuArchitecture()}"


def fault_text(error: BaseException) -> str:
    """Describe a fault and what led to it, one line of the program below the other.

    Files are named from the package on, so that no folder of the runner's is told.
    """
    return "\n\nthen\n\n".join(map(_described, reversed(list(_led_to(error)))))


def _led_to(error: BaseException) -> Iterator[BaseException]:
    """Give a fault, and those that it was raised from or while handling."""
    given: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in given:
        given.append(following)
        yield following
        is_alone = following.__suppress_context__
        following = following.__cause__ or (None if is_alone else following.__context__)


def _described(error: BaseException) -> str:
    lines = [
        f"{_short(frame.filename)}, line {frame.lineno}, in {frame.name}\n    {frame.line}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return "\n".join((*lines, _kind(error)))


def _short(filename: str) -> str:
    """Name a file of the program from its package on, any other by its name alone."""
    parts = PurePath(filename).parts
    place = max((i for i, part in enumerate(parts) if part == "tracker"), default=len(parts) - 1)
    return "/".join(parts[place:])


def _kind(error: BaseException) -> str:
    name = type(error).__name__
    if isinstance(error, _ABOUT_THE_PROGRAM):
        return f"{name}: {error}"
    code = getattr(error, "sqlite_errorname", None)
    if isinstance(error, OSError) and error.errno is not None:
        code = errno.errorcode.get(error.errno)
    return name if code is None else f"{name} ({code})"
