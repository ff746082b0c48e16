"""A file that was chosen or dropped, read by what is in it; no Qt, so that commands read it too."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import Final

from tracker.exchange.foreign_csv import Choices, reading, reading_table
from tracker.exchange.imported import ReadFile
from tracker.exchange.known_formats import FITNOTES, STRONG_BODYWEIGHT
from tracker.exchange.reading import FormatError, bytes_of
from tracker.storage.fitnotes_backup import (
    BODYWEIGHT_HEADINGS,
    HEADINGS,
    fitnotes_bodyweights,
    fitnotes_sets,
    is_fitnotes_backup,
)

_SQLITE: Final = b"SQLite format 3\x00"


def incoming(path: Path, choices: Choices | None = None) -> Generator[float, None, ReadFile]:
    """Read a file of training, whatever program it is from, in steps.

    Args:
        path: The file.
        choices: What a person said about it.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        What was found.

    Raises:
        FormatError: If it cannot be read as a training log; see ``foreign_csv.reading``.
        TrackerError: If it cannot be read at all.
    """
    data = bytes_of(path)
    if not data.startswith(_SQLITE):
        return (yield from reading(data, str(path), choices))
    if not is_fitnotes_backup(path):
        raise FormatError(f"{path} is a database of another program.")
    sets = yield from reading_table(FITNOTES, HEADINGS, fitnotes_sets(path))
    weights = fitnotes_bodyweights(path)
    weighed = yield from reading_table(STRONG_BODYWEIGHT, BODYWEIGHT_HEADINGS, weights)
    return replace(
        sets,
        format_name="FitNotes backup",
        lines=sets.lines + weighed.lines,
        weighings=weighed.weighings,
        left_out=sets.left_out + weighed.left_out,
    )
