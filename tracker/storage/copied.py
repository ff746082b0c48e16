"""Another log, read but never changed, through an in-memory copy that is brought up to date."""

from pathlib import Path

from tracker import DamagedLogError
from tracker.domain.change import Entry, Past
from tracker.storage.database import Database
from tracker.worded import worded


def contents_of(path: Path, named: Path | None = None) -> tuple[tuple[Entry, ...], Past]:
    """Read all entries of a log and what it knows about them, leaving it as it is.

    It may be of an older version, and its newest changes may lie in a file beside it.

    Args:
        path: The log.
        named: What to call it in an error, if it was unpacked from a file of the runner.

    Raises:
        TrackerError: If it cannot be read, is damaged, or was written by a later version.
    """
    database = Database.copied(path, named)
    try:
        complaint = next(iter(database.complaints()), None)
        if complaint is not None:
            raise DamagedLogError(
                worded("{} could not be read: it is damaged ({}).", named or path, complaint),
                named or path,
            )
        return tuple(database.entries()), database.past()
    finally:
        database.close()
