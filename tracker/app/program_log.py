"""The program's own log and its reports of faults: files that tell nothing of the training."""

import datetime
import logging
import os
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tracker import TrackerError
from tracker.app.fault_report import program_text
from tracker.disk import disk_in_words

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

NAME: Final = "soleus.log"
MOST_BYTES: Final = 256 * 1024
OLDER_KEPT: Final = 3
REPORTS_KEPT: Final = 20
OWNER_ONLY: Final = 0o600
_LINE: Final = "%(asctime)s %(levelname)s %(message)s"


def _open_privately(name: str, flags: int) -> int:
    handle = os.open(name, flags, OWNER_ONLY)
    Path(name).chmod(OWNER_ONLY)  # one that was there before may have been open to others
    return handle


class ProgramLog:
    """Lines of what the program did, written once the window has had time to appear.

    A log that cannot be written is no reason to disturb the runner: it is left unwritten.

    Args:
        folder: Gives the folder; asked when it is first needed.
    """

    def __init__(self, folder: Callable[[], Path]) -> None:
        self._folder = folder
        self._handler: logging.Handler | None = None
        self._waiting: list[logging.LogRecord] = []

    def note(self, text: str, level: int = logging.INFO) -> None:
        """Note a line; nothing in it may tell of the training or of the runner."""
        record = _record(text, level)
        if self._handler is None:
            self._waiting.append(record)
        else:
            self._handler.handle(record)

    def begin(self) -> None:
        """Write what was noted so far, and from now on everything at once."""
        if self._handler is not None:
            return
        try:
            self._handler = _handler(self.made_folder() / NAME)
        except TrackerError:
            self._handler = logging.NullHandler()
        self._handler.handle(_record(f"started: {program_text()}"))
        for record in self._waiting:
            self._handler.handle(record)
        self._waiting.clear()

    def made_folder(self) -> Path:
        """Give the folder, made where it is missing, for its owner alone.

        Raises:
            TrackerError: If it cannot be made.
        """
        folder = self._folder()
        with disk_in_words(folder, "made"):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.chmod(0o700)
        return folder

    def write_report(self, text: str, now: datetime.datetime) -> Path:
        """Write a report of a fault into a file; the oldest reports make room.

        Args:
            text: What happened.
            now: The present instant.

        Raises:
            TrackerError: If it could not be written.
        """
        path = self.made_folder() / f"fault {now:%Y-%m-%d %H%M%S}.txt"
        with disk_in_words(path, "written"):
            with open(path, "a", encoding="utf-8", opener=_open_privately) as file:
                file.write(f"{program_text()}\n{now.isoformat()}\n\n{text}\n")
            for old in sorted(path.parent.glob("fault *.txt"))[:-REPORTS_KEPT]:
                old.unlink()
        return path

    def close(self) -> None:
        """Let go of the file."""
        if self._handler is not None:
            self._handler.close()


def _record(text: str, level: int = logging.INFO) -> logging.LogRecord:
    return logging.LogRecord("soleus", level, "", 0, text, None, None)


def _handler(path: Path) -> "RotatingFileHandler":
    from logging.handlers import RotatingFileHandler  # its imports would slow the start

    class Private(RotatingFileHandler):
        """Keeps the log from other users, and its own faults from the runner."""

        def _open(self) -> TextIOWrapper:
            file = open(self.baseFilename, "a", encoding="utf-8", opener=_open_privately)  # noqa: SIM115
            assert isinstance(file, TextIOWrapper)
            return file

        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
            """Leave a line unwritten: there is nobody to be told."""

    handler = Private(
        path, maxBytes=MOST_BYTES, backupCount=OLDER_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter(_LINE))
    return handler
