"""Many FIT files as one import: a folder of them, or an archive such as Garmin's of an account.

Garmin's archive holds further archives with everything ever uploaded; most of it is not activities,
and is skipped. A damaged file is reported, and the others are imported.
"""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Final
from zipfile import ZipFile, ZipInfo

from tracker.disk import bytes_of
from tracker.domain.file_words import Word
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing.archives import (
    CHUNK,
    MUCH,
    damage_in_words,
    opened_archive,
    opened_part,
    require_plausible,
)
from tracker.exchange.importing.containers import MOST_STREAMED, Contents, NothingInsideError
from tracker.exchange.importing.fit_activities import FitActivities
from tracker.exchange.importing.fit_messages import MOST_BYTES
from tracker.exchange.importing.found import ReadFile
from tracker.worded import worded, worded_by

MOST_FILES: Final = 100_000
_FIT: Final = ".fit"
_UPLOADED: Final = "uploadedfiles"  # part of the names of the archives in Garmin's archive
# A file and what is in it; None while an archive in the archive is unpacked.
_Found = tuple[str, bytes | FormatError] | None


def holds_fit(contents: Contents) -> bool:
    """Tell whether an archive contains FIT files, or Garmin's archives of them."""
    archive = opened_archive(contents.file, contents.name)
    names = [each.casefold() for each in archive.namelist()]
    return any(each.endswith(_FIT) or is_of_uploads(each) for each in names)


def is_of_uploads(name: str) -> bool:
    """Tell whether a file in an archive is one of Garmin's archives of uploads."""
    folded = name.casefold()
    return folded.endswith(".zip") and _UPLOADED in folded


def reading_fit_archive(
    contents: Contents, meanings: Mapping[Word, str]
) -> Generator[float, None, ReadFile]:
    """Read the activities of an archive, in steps.

    Args:
        contents: The archive.
        meanings: What a person said words in such files mean.

    Raises:
        FormatError: In words for a person, if it is damaged or contains none.
    """
    found = _in_archive(contents.file, contents.name)
    return (yield from _reading(contents.name, found, meanings))


def reading_fit_folder(
    folder: Path, meanings: Mapping[Word, str]
) -> Generator[float, None, ReadFile]:
    """Read the activities in a folder and its subfolders, in steps.

    Args:
        folder: The folder.
        meanings: What a person said words in such files mean.

    Raises:
        FormatError: In words for a person, if there is none.
    """
    return (yield from _reading(str(folder), _in_folder(folder), meanings))


def with_list(fit: ReadFile, runs: ReadFile) -> ReadFile:
    """Add the runs of an archive's list of activities, numbering their lines after the files'.

    A run in both is recognised by its instant, like one already in the log.
    """
    moved = tuple(replace(each, line=each.line + fit.lines) for each in runs.runs)
    left_out = tuple(replace(each, line=each.line + fit.lines) for each in runs.left_out)
    return replace(
        fit,
        lines=fit.lines + runs.lines,
        runs=fit.runs + moved,
        left_out=fit.left_out + left_out,
    )


def _reading(
    name: str, files: Iterator[_Found], meanings: Mapping[Word, str]
) -> Generator[float, None, ReadFile]:
    activities = FitActivities(meanings)
    number = 0
    for found in files:
        yield 0.0
        if found is None:
            continue
        number += 1
        file, data = found
        if number > MOST_FILES:
            raise FormatError(worded("{} holds far more files than any training.", name))
        try:
            if isinstance(data, FormatError):
                raise data
            yield from activities.taking(data, file)
        except FormatError as error:
            activities.leave_out(worded_by(error))
    read = activities.as_read()
    if not read.lines:
        raise NothingInsideError(worded("{} holds no activity of a watch (.fit).", name))
    return read


def _in_folder(folder: Path) -> Iterator[_Found]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.casefold() == _FIT and path.is_file():
            yield str(path.relative_to(folder)), bytes_of(path)


def _in_archive(file: IO[bytes], name: str, *, is_inner: bool = False) -> Iterator[_Found]:
    archive = opened_archive(file, name)
    # In their order in the archive, so that nothing is unpacked twice.
    for info in sorted(archive.infolist(), key=lambda each: each.header_offset):
        if info.filename.casefold().endswith(_FIT):
            yield info.filename, _unpacked(archive, info)
        elif is_of_uploads(info.filename) and not is_inner:
            within = f"{name}/{info.filename}"
            with SpooledTemporaryFile(MUCH) as inner:
                for _ in _unpacking(archive, info, within, inner):
                    yield None
                yield from _in_archive(inner, within, is_inner=True)


def _unpacking(archive: ZipFile, info: ZipInfo, name: str, into: IO[bytes]) -> Iterator[None]:
    """Unpack an archive in an archive, in steps: its directory lies at its end."""
    require_plausible(name, info.file_size, info.compress_size, MOST_STREAMED)
    with opened_part(archive, info, name) as file, damage_in_words(name):
        while chunk := file.read(CHUNK):
            into.write(chunk)
            yield None


def _unpacked(archive: ZipFile, info: ZipInfo) -> bytes | FormatError:
    name = info.filename
    if info.file_size > MOST_BYTES:
        return FormatError(worded("{} is larger than the file of any activity.", name))
    try:
        with opened_part(archive, info, name) as file, damage_in_words(name):
            return file.read(MOST_BYTES)
    except FormatError as error:
        return error
