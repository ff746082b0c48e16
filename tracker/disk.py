"""The disk, for every room: what it says, in words, and files that are written whole or not at all.

It stands beside the faults of ``tracker`` itself, below the rooms, and knows none of them.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from tracker import TrackerError

UNFINISHED: Final = ".unfinished "  # how the name of a file begins that is not yet whole


def words_of(error: OSError) -> str:
    """Give what the disk said, to stand within a sentence."""
    return (error.strerror or str(error)).lower()


@contextmanager
def disk_in_words(path: Path, doing: str) -> Iterator[None]:
    """Turn what the disk says into words for a person.

    Args:
        path: The file or folder.
        doing: What was attempted, as in "could not be ...".

    Raises:
        TrackerError: If the disk failed.
    """
    try:
        yield
    except OSError as error:
        raise TrackerError(f"{path} could not be {doing}: {words_of(error)}.") from error


def bytes_of(path: Path) -> bytes:
    """Read a file.

    Raises:
        TrackerError: If it could not be read.
    """
    with disk_in_words(path, "read"):
        return path.read_bytes()


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, where it is missing.

    Raises:
        TrackerError: If it could not be made.
    """
    with disk_in_words(folder, "made"):
        folder.mkdir(parents=True, exist_ok=True)


def flush(path: Path) -> None:
    """Have a file on disk before going on."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_names(folder: Path) -> None:
    """Have the names in a folder on disk before going on."""
    with suppress(PermissionError):  # so says Windows, which writes them by itself
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def made_beside(path: Path) -> Iterator[Path]:
    """Give an empty file to be filled, which takes its place only when the block ends well.

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
        with disk_in_words(path, "written"):
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{UNFINISHED}{path.stem} ")
            os.close(handle)
            beside = Path(name)
            yield beside
            flush(beside)
            beside.replace(path)
            beside = None
            flush_names(path.parent)
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


@contextmanager
def bytes_written_beside(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its place only when the block ends well; see ``made_beside``.

    Of a link the file that it leads to is replaced; the link stays.

    Args:
        path: Where the file shall stand; its folder must exist.

    Raises:
        TrackerError: If it could not be written.
    """
    with made_beside(path.resolve()) as beside, beside.open("w+b") as file:
        yield file


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
