"""The disk, for every room: its errors in words, and files written completely or not at all.

This module sits below the rooms, beside the errors of ``tracker`` itself, and depends on none of
them.
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

UNFINISHED: Final = ".unfinished "  # prefix of the names of files that are not complete yet
# Size limit of a log, and of any file read as a whole: a million sets take half of it, a lifetime
# of training a twentieth.
MOST_BYTES: Final = 1 << 29
MOST_TEXT: Final = 1 << 26  # characters of text made from a file, which may repeat its contents
HEADER_LENGTH: Final = 100  # of an SQLite file
APPLICATION_ID: Final = 0x534F4C45  # "SOLE", by which file(1) and this program recognise a log
# Suffixes of the files that SQLite keeps beside a database.
COMPANIONS: Final = ("-journal", "-wal", "-shm")
SQLITE_MAGIC: Final = b"SQLite format 3\x00"  # how every such file begins
# Errors for folders that cannot be flushed: on network disks, FUSE, Windows.
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
    worded("removed"),
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
    """Return the disk's error message, for use within a sentence."""
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
    """Turn disk errors into words for a person.

    Args:
        path: The file or folder.
        doing: # What was attempted, as in "could not be ...".

    Raises:
        TrackerError: If the disk failed.
    """
    try:
        yield
    except OSError as error:
        raise TrackerError(could_not_be(path, doing, words_of(error))) from error


# Reading


def is_database_header(header: bytes) -> bool:
    """Tell whether a header is that of an SQLite file, whoever wrote it."""
    return header.startswith(SQLITE_MAGIC)


def is_log_header(header: bytes) -> bool:
    """Tell whether a header is that of one of our logs."""
    return is_database_header(header) and header[68:72] == APPLICATION_ID.to_bytes(4)


def require_plain_file(path: Path, doing: str) -> None:
    """Refuse anything but a regular file or a link to one.

    Opening a pipe would block, and a device never ends.

    Args:
        path: What is about to be opened.
        doing: What was attempted, as in "could not be ...".

    Raises:
        TrackerError: If it is something else, or is missing.
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
    """Read the first bytes of a file, as many as SQLite's header has.

    Raises:
        TrackerError: If it is not a regular file, or could not be read.
    """
    require_plain_file(path, doing)
    with disk_in_words(path, doing), path.open("rb") as file:
        return file.read(HEADER_LENGTH)


def complaint_about_size(
    name: Path | str, size: int, doing: str = "read", most: int | None = None
) -> str:
    """Say that a file is too large; empty if it is not.

    Args:
        name: What to call it.
        size: In bytes.
        doing: # What was attempted, as in "could not be ...".
        most: How many bytes it may have; None for the limit of a log.
    """
    most = MOST_BYTES if most is None else most
    if size <= most:
        return ""
    words = worded(
        "it has {:,.0f} MB, and no training has more than {:,.0f}", size / 1e6, most / 1e6
    )
    return could_not_be(name, doing, words)


def require_readable_size(path: Path, doing: str = "read") -> None:
    """Refuse a file larger than any log, before it is read.

    Args:
        path: The file.
        doing: # What was attempted, as in "could not be ...".

    Raises:
        TrackerError: If it is not a regular file, or is larger.
    """
    require_plain_file(path, doing)
    with disk_in_words(path, doing):
        complaint = complaint_about_size(path, path.stat().st_size, doing)
    if complaint:
        raise TrackerError(complaint)


def bytes_of(path: Path) -> bytes:
    """Read a whole file.

    Raises:
        TrackerError: If it is not a regular file, is larger than any log, or could not be read.
    """
    require_readable_size(path)
    with disk_in_words(path, "read"):
        return path.read_bytes()


@contextmanager
def working_folder(near: Path) -> Iterator[Path]:
    """Make a temporary folder for its owner alone, removed at the end of the block.

    Args:
        near: A file; the folder is made beside it if there is no usable temporary folder.

    Raises:
        OSError: If neither is possible.
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
    """Find out why files in a folder cannot be created or locked.

    Returns:
        The error number, as in ``errno``; None if both work.
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
    """Provide an empty file for its owner alone; once filled, it gets its name, which must be free.

    Nobody sees it under that name until it is complete.

    Args:
        path: Where to put the file; its folder must exist.

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
        except OSError:  # a disk without hard links
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            beside.replace(path)
        flush_names(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder and its parents if they are missing.

    Raises:
        TrackerError: If it could not be made.
    """
    with disk_in_words(folder, "made"):
        folder.mkdir(parents=True, exist_ok=True)


def flush(path: Path) -> None:
    """Wait until a file is on disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_names(folder: Path) -> None:
    """Wait until the names in a folder are on disk, where the system supports that."""
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
    """Tell whether a file is a log, by its header or, for a damaged one, by its name if asked."""
    is_named_so = by_name and path.suffix.casefold() == LOG_SUFFIX
    return is_named_so or is_log_header(header_of(path, "written"))


def require_writable_target(path: Path, *, by_name: bool = True) -> None:
    """Refuse to write a file that would destroy something valuable or spoil a log.

    Args:
        path: Where to write the file; links are followed.
        by_name: Whether any file with a log's name counts as a log, whatever is in it; for writing
            files that are not logs.

    Raises:
        TrackerError: If the target is a log, a file SQLite keeps beside one, or no regular file.
    """
    real = Path(os.path.realpath(path))
    if os.path.lexists(real):
        require_plain_file(path, "written")
        if _is_log(real, by_name=by_name):
            raise TrackerError(
                worded("{} could not be written: it is a Soleus log. Choose another name.", path)
            )
    require_no_part_of_a_log(path)


def require_no_part_of_a_log(path: Path) -> None:
    """Refuse the name of a file that SQLite keeps beside a log, and would replay or delete.

    Args:
        path: Where to write a file, new or not; links are followed.

    Raises:
        TrackerError: If such a log is there.
    """
    real = Path(os.path.realpath(path))
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


def require_nothing_left_of(path: Path) -> None:
    """Refuse the name of a new log if what SQLite kept beside another one of that name is there.

    It would be taken for the new log's own, and replayed into it.

    Args:
        path: Where to make the log; links are followed.

    Raises:
        TrackerError: If there is such a file.
    """
    real = Path(os.path.realpath(path))
    for companion in COMPANIONS:
        left = real.with_name(real.name + companion)
        if os.path.lexists(left):
            raise TrackerError(
                could_not_be(
                    path,
                    "made",
                    worded(
                        "beside it lies {}, which may hold changes of another log. Choose another "
                        "name, or move that file away",
                        left.name,
                    ),
                )
            )


def _rename(beside: Path, path: Path) -> None:
    """Move a file to its place; an error is ignored if the file got there all the same.

    Raises:
        OSError: If it did not get to its place.
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
    """Provide an empty file to fill, which takes its place only if the block ends well.

    Until then, whatever was at the path stays. If the block ends early, by an error or because a
    generator is closed, nothing is left behind. If the path is a link, the file it points to is
    replaced and the link stays. Only its owner may read the file, like the log it comes from.

    Args:
        path: Where to put the file; its folder must exist.

    Raises:
        TrackerError: If it could not be written, or there is a folder or a device in its place.
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
    """Open a file that takes its place only if the block ends well; see ``made_beside``.

    Meant for files that are given away; it never replaces a log.

    Args:
        path: Where to put the file; its folder must exist.

    Raises:
        TrackerError: If it could not be written, or must not be written there.
    """
    require_writable_target(path)
    with made_beside(path) as beside, beside.open("w+b") as file:
        yield file


@contextmanager
def written_beside(path: Path, encoding: str) -> Iterator[TextIO]:
    """Open a text file that takes its place only if the block ends well.

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
        text.detach()  # flushes the text without closing the file, which is still to be renamed
