"""Another log, read without a touch: through a copy that is brought up to date in its place."""

import shutil
import tempfile
from pathlib import Path

from tracker import TrackerError
from tracker.domain.change import Entry
from tracker.storage.database import Database


def entries_of(path: Path) -> tuple[Entry, ...]:
    """Read all entries of a log, which may be of an older version, and leave it as it is.

    Raises:
        TrackerError: If it cannot be read, or is of a later version.
    """
    with tempfile.TemporaryDirectory(prefix="soleus-") as folder:  # for its owner alone
        copy = Path(folder, path.name)
        try:
            shutil.copyfile(path, copy)
        except OSError as error:
            saying = (error.strerror or str(error)).lower()
            raise TrackerError(f"{path} could not be read: {saying}.") from error
        database = Database.open(copy)
        try:
            return tuple(database.entries())
        finally:
            database.close()
