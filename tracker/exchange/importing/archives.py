"""Opens archives of others, within limits: their directory, their packing, what they unpack to.

Only what Python unpacks in pieces of a chosen size is unpacked. Its bzip2 and LZMA know no such
size: there, a few kilobytes become gigabytes at once.
"""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import SEEK_END
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tracker.disk import complaint_about_size, could_not_be, words_of
from tracker.exchange.csv_text import FormatError
from tracker.worded import worded

MOST_DIRECTORY: Final = 1 << 23  # bytes of an archive's directory: about 80,000 files
_MOST_RATIO: Final = 200  # compression ratio, for large contents
MUCH: Final = 1 << 26  # bytes
CHUNK: Final = 1 << 20
_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_LOCATOR: Final = b"PK\x06\x07"
_LOCATOR_SIZE: Final = 20
_LONGEST_COMMENT: Final = 1 << 16
_IS_LOCKED: Final = 1  # a bit of a part's flags
_DAMAGE: Final = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def require_size(name: str, size: int, most: int | None = None) -> None:
    """Refuse anything too large for training data.

    Args:
        name: What to call it.
        size: Size in bytes.
        most: The limit; None for that of a log.

    Raises:
        FormatError: In words for a person.
    """
    complaint = complaint_about_size(name, size, most=most)
    if complaint:
        raise FormatError(complaint)


@contextmanager
def damage_in_words(name: str) -> Iterator[None]:
    """Turn errors of damaged or locked archives into words.

    Raises:
        FormatError: If there was an error.
    """
    try:
        yield
    except OSError as error:
        raise FormatError(could_not_be(name, "read", words_of(error))) from error
    except _DAMAGE as error:
        is_locked = "password" in str(error)
        raise FormatError(
            worded("{} is locked with a password, or packed in a way that is not read.", name)
            if is_locked
            else worded("{} is damaged, or packed in a way that is not read.", name)
        ) from error


def require_plausible(name: str, unpacked: int, packed: int, most: int | None = None) -> None:
    """Refuse data that is too large or that unpacks to a multiple no real text would.

    Args:
        name: What to call it.
        unpacked: Its size in bytes.
        packed: Its size in the archive.
        most: The limit; None for that of a log.

    Raises:
        FormatError: In words for a person.
    """
    require_size(name, unpacked, most)
    if unpacked > MUCH and unpacked > _MOST_RATIO * packed:
        raise FormatError(
            worded("{} unpacks to far more than any training. It was not opened.", name)
        )


def opened_archive(file: IO[bytes], name: str) -> ZipFile:
    """Read the directory of an archive; nothing is unpacked yet.

    Raises:
        FormatError: In words for a person, if it is damaged, or holds far too many files.
    """
    with damage_in_words(name):
        _require_short_directory(file, name)
        return ZipFile(file)


def opened_part(archive: ZipFile, info: ZipInfo, name: str) -> IO[bytes]:
    """Open a file in an archive, to be read in pieces.

    Args:
        archive: The archive.
        info: The file in it.
        name: What to call that file in an error.

    Raises:
        FormatError: In words for a person, if it is damaged or locked, or packed in another way.
    """
    require_unpackable(info, name)
    with damage_in_words(name):
        return archive.open(info)


def require_unpackable(info: ZipInfo, name: str) -> None:
    """Refuse a file in an archive that could only be unpacked without a limit.

    Raises:
        FormatError: In words for a person.
    """
    is_locked = info.flag_bits & _IS_LOCKED  # opening it says so
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED} and not is_locked:
        raise FormatError(
            worded("{} is packed in a way that is not read. Unpack it and import that.", name)
        )


def _require_short_directory(file: IO[bytes], name: str) -> None:
    """Refuse an archive whose directory would fill the memory, before reading it.

    Raises:
        FormatError: In words for a person.
    """
    file.seek(0, SEEK_END)
    end = file.tell()
    file.seek(max(0, end - _END_SIZE - _LONGEST_COMMENT))
    tail = file.read()
    place = tail.rfind(_END)
    size = int.from_bytes(tail[place + 12 : place + 16], "little") if place >= 0 else 0
    # The locator of a large (ZIP64) archive.
    if tail[: max(place, 0)][-_LOCATOR_SIZE:].startswith(_LOCATOR):
        told = place - _LOCATOR_SIZE - 16
        size = int.from_bytes(tail[max(told, 0) : max(told + 8, 0)], "little")
    if size > MOST_DIRECTORY:
        raise FormatError(
            worded(
                "{} holds far more files than any training. Unpack it and import what is in it.",
                name,
            )
        )
