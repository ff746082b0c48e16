"""Ways out when a log is damaged: a backup, or what can be read; without Qt, for commands too."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from tracker.storage.backup import Backup, sound_backups
from tracker.storage.checking import Holdings
from tracker.storage.salvage import Salvage, salvaging


@dataclass(frozen=True, slots=True)
class Rescue:
    """A backup and a salvage, to choose between.

    Args:
        backup: The newest sound copy of the log, and what it holds; None if there is none.
        salvage: What can still be read of the log itself.
    """

    backup: tuple[Backup, Holdings] | None
    salvage: Salvage


def rescuing(log: Path) -> Generator[float, None, Rescue]:
    """Look, in steps, for a backup and for what can still be read; nothing is changed.

    Args:
        log: The damaged log.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        What was found.

    Raises:
        TrackerError: If the file cannot be read at all.
    """
    backup = next(sound_backups(log), None)
    yield 0.1
    salvage = yield from salvaging(log)
    return Rescue(backup, salvage)
