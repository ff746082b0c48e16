"""Describes a fault by its kind and place, revealing no value and nothing about the runner."""

import errno
import sys
import traceback
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from PySide6 import QtCore

from tracker import __version__
from tracker.storage.opening import SQLITE_VERSION

# Their messages are about names in the program; those of others may repeat what was typed.
_ABOUT_THE_PROGRAM: Final = (AttributeError, NameError, ModuleNotFoundError)


def program_text() -> str:
    """Say in one line which version of the program runs on what."""
    python = ".".join(map(str, sys.version_info[:3]))
    parts = f"Python {python}, Qt {QtCore.qVersion()}, SQLite {SQLITE_VERSION}"
    system = QtCore.QSysInfo  # from Qt, because Python's own module would slow the start
    name, kernel = system.prettyProductName(), system.kernelVersion()
    return f"Soleus {__version__}, {parts}, {name}, {kernel}, {system.currentCpuArchitecture()}"


def fault_text(error: BaseException) -> str:
    """Describe a fault and what led to it, with one line of the program below the other.

    File names start at the package, so that they do not reveal the runner's folders.
    """
    return "\n\nthen\n\n".join(map(_described, reversed(list(_led_to(error)))))


def _led_to(error: BaseException) -> Iterator[BaseException]:
    """Yield a fault, and those it was raised from or while handling."""
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
    """Return a file's name from the package on, or only its base name if it is not ours."""
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
