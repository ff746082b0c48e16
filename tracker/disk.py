"""The disk, for every room: what it says, in words, and files that are written whole or not at all.

It stands beside the faults of ``tracker`` itself, below the rooms, and knows none of them.
"""

import errno
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from tracker import LOG_SUFFIX, TrackerError
from tracker.worded import Worded, worded

if sys.platform != "win32":
    import fcntl

UNFINISHED: Final = ".unfinished "  # how the name of a file begins that is not yet whole
# Of a log, and of any file that is read whole: a million sets take half of it, a life's training a
# twentieth.
MOST_BYTES: Final = 1 << 29
MOST_TEXT: Final = 1 << 26  # characters that are made of a file, which may repeat itself
HEADER_LENGTH: Final = 100  # of a file of SQLite
APPLICATION_ID: Final = 0x534F4C45  # "SOLE", so that file(1) and this program know a log
COMPANIONS: Final = ("-journal", "-wal", "-shm")  # what SQLite keeps beside a file, by its name
_SQLITE_MAGIC: Final = b"SQLite format 3\x00"
# What is said of a folder where there is nothing to flush: by network disks, FUSE, Windows.
_NOT_FOR_FOLDERS: Final = {
    errno.EINVAL,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.ENOTTY,
    errno.EBADF,
    errno.EISDIR,
    errno.EACCES,
    errno.EPERM,
}
NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT}
NO_LOCKS: Final = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL}


# What was attempted, as in "could not be ...".
DOINGS: Final = (
    worded("read"),
    worded("opened"),
    worded("written"),
    worded("made"),
    worded("saved"),
    worded("backed up"),
    worded("tidied"),
    worded("recovered"),
    worded("replaced"),
    worded("moved"),
    worded("examined"),
)
_SAYINGS: Final = {
    errno.ENOSPC: worded("no space left on device"),
    errno.EDQUOT: worded("disk quota exceeded"),
    errno.EACCES: worded("permission denied"),
    errno.EPERM: worded("operation not permitted"),
    errno.EROFS: worded("read-only file system"),
    errno.ENOENT: worded("no such file or directory"),
    errno.EEXIST: worded("file exists"),
    errno.EISDIR: worded("is a directory"),
    errno.ENOTDIR: worded("not a directory"),
    errno.EIO: worded("input/output error"),
    errno.ENAMETOOLONG: worded("file name too long"),
    errno.EBUSY: worded("device or resource busy"),
}


def words_of(error: OSError) -> str:
    """Give what the disk said, to stand within a sentence."""
    return _SAYINGS.get(error.errno or 0) or (error.strerror or str(error)).lower()


def could_not_be(name: object, doing: str, why: object) -> str:
    """Say that something could not be done to a file, and why.

    Args:
        name: The file, or what it is called.
        doing: One of ``DOINGS``.
        why: The reason, as a sentence without its full stop.
    """
    return worded("{} could not be {}: {}.", name, Worded(doing), why)


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
        raise TrackerError(could_not_be(path, doing, words_of(error))) from error


# Reading


def is_database_header(header: bytes) -> bool:
    """Tell whether a file begins as one of SQLite does, whoever wrote it."""
    return header.startswith(_SQLITE_MAGIC)


def is_log_header(header: bytes) -> bool:
    """Tell whether a file begins as a log of ours does."""
    return is_database_header(header) and header[68:72] == APPLICATION_ID.to_bytes(4)


def require_plain_file(path: Path, doing: str) -> None:
    """Refuse what is no file or link to one: a pipe would be waited for, a device has no end.

    Args:
        path: What is about to be opened.
        doing: What was attempted, as in "could not be ...".

    Raises:
        TrackerError: If it is something else, or is not there.
    """
    with disk_in_words(path, doing):
        mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise TrackerError(could_not_be(path, doing, _SAYINGS[errno.EISDIR]))
    if not stat.S_ISREG(mode):
        raise TrackerError(
            could_not_be(path, doing, worded("it is no file, but a device or a pipe"))
        )


def header_of(path: Path, doing: str) -> bytes:
    """Read how a file begins, as far as SQLite's own header goes.

    Raises:
        TrackerError: If it is no plain file, or could not be read.
    """
    require_plain_file(path, doing)
    with disk_in_words(path, doing), path.open("rb") as file:
        return file.read(HEADER_LENGTH)


def complaint_about_size(
    name: Path | str, size: int, doing: str = "read", most: int | None = None
) -> str:
    """Say that a file is too large; empty where it is not.

    Args:
        name: What to call it.
        size: In bytes.
        doing: What was attempted, as in "could not be ...".
        most: How many bytes it may have; None for as many as a log may have.
    """
    most = MOST_BYTES if most is None else most
    if size <= most:
        return ""
    words = worded(
        "it has {:,.0f} MB, and no training has more than {:,.0f}", size / 1e6, most / 1e6
    )
    return could_not_be(name, doing, words)


def require_readable_size(path: Path, doing: str = "read") -> None:
    """Refuse a file that is larger than any log, before it is read.

    Args:
        path: The file.
        doing: What was attempted, as in "could not be ...".

    Raises:
        TrackerError: If it is no plain file, or larger.
    """
    require_plain_file(path, doing)
    with disk_in_words(path, doing):
        complaint = complaint_about_size(path, path.stat().st_size, doing)
    if complaint:
        raise TrackerError(complaint)


def bytes_of(path: Path) -> bytes:
    """Read a file.

    Raises:
        TrackerError: If it is no plain file, too large for training, or could not be read.
    """
    require_readable_size(path)
    with disk_in_words(path, "read"):
        return path.read_bytes()


@contextmanager
def working_folder(near: Path) -> Iterator[Path]:
    """Make a folder for its owner alone, which goes with the block.

    Args:
        near: A file; where the system has no room for what passes, the folder lies beside it.

    Raises:
        OSError: If there is no place for one.
    """
    try:
        folder = tempfile.mkdtemp(prefix="soleus-")
    except OSError:
        folder = tempfile.mkdtemp(prefix=UNFINISHED, dir=near.resolve().parent)
    try:
        yield Path(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


# Writing


def fault_of_folder(folder: Path) -> int | None:
    """Find out why no file can be made in a folder, or none there be locked.

    Returns:
        The number of the error, as in ``errno``; None where both can be done.
    """
    try:
        with tempfile.TemporaryFile(prefix=UNFINISHED, dir=folder) as file:
            if sys.platform != "win32":
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno
    return None


@contextmanager
def new_beside(path: Path) -> Iterator[Path]:
    """Give an empty file for its owner alone, to be filled; then it takes a name that is free.

    Nobody sees it under that name before it is whole.

    Args:
        path: Where the file shall stand; its folder must exist.

    Raises:
        OSError: If there is a file of that name, or it cannot be made.
    """
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED, suffix=path.suffix)
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        try:
            os.link(beside, path)
        except FileExistsError:
            raise
        except OSError:  # a disk that gives a file one name only
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            beside.replace(path)
        flush_names(path.parent)
    finally:
        beside.unlink(missing_ok=True)


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
    """Have the names in a folder on disk before going on, where that can be asked for."""
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _NOT_FOR_FOLDERS:
            raise


def _is_log(path: Path, *, by_name: bool) -> bool:
    """Tell a log by how it begins; a damaged one may have its name alone."""
    is_named_so = by_name and path.suffix.casefold() == LOG_SUFFIX
    return is_named_so or is_log_header(header_of(path, "written"))


def require_writable_target(path: Path, *, by_name: bool = True) -> None:
    """Refuse to write a file over what would be lost by it, or would spoil a log.

    Args:
        path: Where the file shall stand; links are followed.
        by_name: Whether a file with a log's name counts as one whatever is in it, as where what
            is written is no log itself.

    Raises:
        TrackerError: If a log stands there, what SQLite keeps beside a log, or no plain file.
    """
    real = Path(os.path.realpath(path))
    if os.path.lexists(real):
        require_plain_file(path, "written")
        if _is_log(real, by_name=by_name):
            raise TrackerError(
                worded("{} could not be written: it is a Soleus log. Choose another name.", path)
            )
    for companion in COMPANIONS:
        log = real.with_name(real.name.removesuffix(companion))
        if log != real and log.is_file() and _is_log(log, by_name=True):
            raise TrackerError(
                worded(
                    "{} could not be written: by its name it would belong to the log {}. Choose "
                    "another name.",
                    path,
                    log.name,
                )
            )


def _rename(beside: Path, path: Path) -> None:
    """Put a file in its place; that the answer was lost on the way is no failure.

    Raises:
        OSError: If it is not in its place.
    """
    was = beside.stat()
    try:
        beside.replace(path)
    except OSError:
        try:
            is_there = os.path.samestat(was, path.stat())
        except OSError:
            is_there = False
        if not is_there:
            raise


@contextmanager
def made_beside(path: Path) -> Iterator[Path]:
    """Give an empty file to be filled, which takes its place only when the block ends well.

    Until then what stood at the path stays as it was; whatever ends the block early, an error or
    the closing of a generator, leaves nothing behind. Of a link the file that it leads to is
    replaced; the link stays. Only its owner may read the file, as with the log it comes from.

    Args:
        path: Where the file shall stand; its folder must exist.

    Raises:
        TrackerError: If it could not be written, or a folder or a device stands there.
    """
    real = Path(os.path.realpath(path))
    if os.path.lexists(real):
        require_plain_file(path, "written")
    beside: Path | None = None
    try:
        with disk_in_words(path, "written"):
            handle, name = tempfile.mkstemp(dir=real.parent, prefix=f"{UNFINISHED}{real.stem} ")
            os.close(handle)
            beside = Path(name)
            yield beside
            flush(beside)
            _rename(beside, real)
            beside = None
        try:
            flush_names(real.parent)
        except OSError as error:
            raise TrackerError(
                worded(
                    "{} was written, but the disk reported an error ({}): it may not last. Check "
                    "that the disk is still connected.",
                    path,
                    words_of(error),
                )
            ) from error
    finally:
        if beside is not None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


@contextmanager
def bytes_written_beside(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its place only when the block ends well; see ``made_beside``.

    It is for files that are given away, and so never stands in the place of a log.

    Args:
        path: Where the file shall stand; its folder must exist.

    Raises:
        TrackerError: If it could not be written, or may not stand there.
    """
    require_writable_target(path)
    with made_beside(path) as beside, beside.open("w+b") as file:
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
