"""Writing a file whole or not at all: beside its place first, then renamed into it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from tracker import TrackerError


@contextmanager
def bytes_written_beside(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its place only when the block ends well.

    Until then what stood at the path stays as it was; whatever ends the block early, an error or
    the closing of a generator, leaves nothing behind. Only its owner may read the file, as with
    the log it comes from.

    Args:
        path: Where the file shall stand; its folder must exist.

    Raises:
        TrackerError: If it could not be written.
    """
    beside: Path | None = None
    try:
        try:
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name} ")
            beside = Path(name)
            with os.fdopen(handle, "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
            beside = None
        except OSError as error:
            saying = (error.strerror or str(error)).lower()
            raise TrackerError(f"{path} could not be written: {saying}.") from error
    finally:
        if beside is not None:
            beside.unlink()


@contextmanager
def written_beside(path: Path, encoding: str) -> Iterator[TextIO]:
    """Open a text file that takes its place only when the block ends well.

    See ``bytes_written_beside``. Line ends are written as given.

    Args:
        path: Where the file shall stand; its folder must exist.
        encoding: Of the text.

    Raises:
        TrackerError: If it could not be written.
    """
    with bytes_written_beside(path) as file:
        text = TextIOWrapper(file, encoding=encoding, newline="")
        yield text
        text.detach()  # writes what is left, and leaves the file to be renamed


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, where it is missing.

    Raises:
        TrackerError: If it could not be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        saying = (error.strerror or str(error)).lower()
        raise TrackerError(f"{folder} could not be made: {saying}.") from error
