"""Another log, read without a touch: through a copy that is brought up to date in its place."""

import shutil
import tempfile
from pathlib import Path

from tracker.disk import disk_in_words
from tracker.domain.change import EditTimes, Entry
from tracker.storage.database import Database


def contents_of(path: Path) -> tuple[tuple[Entry, ...], EditTimes]:
    """Read all entries of a log, and when they were edited, and leave it as it is.

    It may be of an older version.

    Raises:
        TrackerError: If it cannot be read, or is of a later version.
    """
    with tempfile.TemporaryDirectory(prefix="soleus-") as folder:  # for its owner alone
        copy = Path(folder, path.name)
        with disk_in_words(path, "read"):
            shutil.copyfile(path, copy)
        database = Database.open(copy)
        try:
            return tuple(database.entries()), database.edit_times()
        finally:
            database.close()
