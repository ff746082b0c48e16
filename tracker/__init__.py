"""Soleus, a desktop strength log for runners."""

from pathlib import Path
from typing import Final

__version__ = "0.1.0"

# How the program ends, for scripts.
DONE: Final = 0
FAULT_OF_THE_WORLD: Final = 1  # a disk, a bad file, a damaged log
WRONG_USE: Final = 2
LOG_SUFFIX = ".soleus"
PLAN_SUFFIX = ".soleus-plan"  # of one that is handed on


class TrackerError(Exception):
    """A fault of the world (a disk, a lock, a bad file), told in words for a person."""


class DamagedLogError(TrackerError):
    """A log that cannot be read as it was written: bytes of its file are not what they were.

    Args:
        message: What happened, in words for a person.
        path: The file.
    """

    def __init__(self, message: str, path: Path) -> None:
        super().__init__(message)
        self.path = path
