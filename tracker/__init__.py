"""Soleus, a desktop strength log for runners."""

from pathlib import Path
from typing import Final

__version__ = "0.1.0"

# How the program ends, for scripts.
DONE: Final = 0
FAULT_OF_THE_WORLD: Final = 1  # for example a full disk, a bad file or a damaged log
WRONG_USE: Final = 2
LOG_SUFFIX = ".soleus"
PLAN_SUFFIX = ".soleus-plan"  # of a plan saved to be shared


class TrackerError(Exception):
    """A fault outside the program (disk, lock, bad file), described in words for a person."""


class DamagedLogError(TrackerError):
    """A log that cannot be read because the bytes of its file were damaged.

    Args:
        message: What happened, in words for a person.
        path: The file.
    """

    def __init__(self, message: str, path: Path) -> None:
        super().__init__(message)
        self.path = path
