"""The program's own log and its fault reports, which reveal nothing about the training."""

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
    Path(name).chmod(OWNER_ONLY)  # an existing file may have been readable by others
    return handle


class ProgramLog:
    """Lines about what the program did, written once the window has had time to appear.

    If it cannot be written it is silently skipped, so as not to disturb the runner.

    Args:
        folder: Returns the folder; called on first use.
    """

    def __init__(self, folder: Callable[[], Path]) -> None:
        self._folder = folder
        self._handler: logging.Handler | None = None
        self._waiting: list[logging.LogRecord] = []

    def note(self, text: str, level: int = logging.INFO) -> None:
        """Note a line, which must not reveal anything about the training or the runner."""
        record = _record(text, level)
        if self._handler is None:
            self._waiting.append(record)
        else:
            self._handler.handle(record)

    def begin(self) -> None:
        """Write what was noted so far, and everything else at once from now on."""
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
        """Return the folder, made for its owner alone if missing.

        Raises:
            TrackerError: If it cannot be made.
        """
        folder = self._folder()
        with disk_in_words(folder, "made"):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.chmod(0o700)
        return folder

    def write_report(self, text: str, now: datetime.datetime) -> Path:
        """Write a report of a fault to a file, deleting the oldest reports.

        Args:
            text: What happened.
            now: The current instant.

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
        """Close the file."""
        if self._handler is not None:
            self._handler.close()


def _record(text: str, level: int = logging.INFO) -> logging.LogRecord:
    return logging.LogRecord("soleus", level, "", 0, text, None, None)


def _handler(path: Path) -> "RotatingFileHandler":
    from logging.handlers import RotatingFileHandler  # its imports would slow down the start

    class Private(RotatingFileHandler):
        """Keeps the log from other users, and its errors from the runner."""

        def _open(self) -> TextIOWrapper:
            file = open(self.baseFilename, "a", encoding="utf-8", opener=_open_privately)  # noqa: SIM115
            assert isinstance(file, TextIOWrapper)
            return file

        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
            """Drop a line that cannot be written, because nobody needs to be told."""

    handler = Private(
        path, maxBytes=MOST_BYTES, backupCount=OLDER_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter(_LINE))
    return handler
