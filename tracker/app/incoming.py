"""Reads a file that was chosen or dropped, by its content; no Qt, so that commands can use it."""

from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from tracker.disk import (
    could_not_be,
    disk_in_words,
    header_of,
    is_database_header,
    is_log_header,
    working_folder,
)
from tracker.domain.change import Entry, Past
from tracker.exchange.csv_text import FormatError
from tracker.exchange.file_kinds import Container, container_of
from tracker.exchange.importing.apple_health import NAME as APPLE_HEALTH
from tracker.exchange.importing.apple_health import is_apple_health, reading_apple_health
from tracker.exchange.importing.archives import require_size
from tracker.exchange.importing.containers import (
    Contents,
    NothingInsideError,
    Pasted,
    SeveralInsideError,
    opened,
    unpacking,
)
from tracker.exchange.importing.diary import NAME as DIARY
from tracker.exchange.importing.diary import is_diary, reading_diary
from tracker.exchange.importing.fit_activities import reading_fit
from tracker.exchange.importing.fit_folders import (
    holds_fit,
    is_of_uploads,
    reading_fit_archive,
    reading_fit_folder,
    with_list,
)
from tracker.exchange.importing.fit_messages import NAME as FIT
from tracker.exchange.importing.fit_scan import is_fit
from tracker.exchange.importing.foreign_csv import (
    Choices,
    Head,
    head_of,
    known_as,
    reading_csv,
    reading_table,
)
from tracker.exchange.importing.found import ReadFile
from tracker.exchange.importing.garmin_archive import FORMAT as GARMIN_ARCHIVE
from tracker.exchange.importing.garmin_archive import HEADINGS as GARMIN_HEADINGS
from tracker.exchange.importing.garmin_archive import MOST as MOST_OF_GARMIN
from tracker.exchange.importing.garmin_archive import activity_rows, is_garmin_archive
from tracker.exchange.importing.known_formats import FITNOTES, STRONG_BODYWEIGHT
from tracker.exchange.importing.words import Words
from tracker.exchange.whole_log.json_file import FORMAT as JSON_FORMAT
from tracker.exchange.whole_log.json_file import reading_json
from tracker.storage.copied import contents_of
from tracker.storage.fitnotes_backup import (
    BODYWEIGHT_HEADINGS,
    HEADINGS,
    fitnotes_bodyweights,
    fitnotes_sets,
    is_fitnotes_backup,
)
from tracker.worded import worded


def incoming(
    source: Path | Pasted, choices: Choices | None = None
) -> Generator[float, None, ReadFile]:
    """Read a file of training data from any program, in steps.

    Args:
        source: The file, or pasted text; archives and workbooks are opened. FIT files in a folder,
            or in an archive that has no other table, are combined in one import.
        choices: What a person said about it.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        What was found.

    Raises:
        SeveralInsideError: If a person must choose a part of an archive or a workbook.
        FormatError: If it cannot be read as a training log; see ``foreign_csv.reading_csv``.
        TrackerError: If it cannot be read at all.
    """
    with _memory_in_words(source):
        return (yield from _incoming(source, choices or Choices()))


@contextmanager
def _memory_in_words(source: Path | Pasted) -> Iterator[None]:
    """Say that a file does not fit into the memory.

    Raises:
        FormatError: If it does not.
    """
    try:
        yield
    except MemoryError as error:
        name = source.name if isinstance(source, Pasted) else source
        why = worded("it needs more memory than there is")
        raise FormatError(could_not_be(name, "read", why)) from error


def _incoming(source: Path | Pasted, choices: Choices) -> Generator[float, None, ReadFile]:
    if isinstance(source, Path) and source.is_dir():
        return (yield from reading_fit_folder(source, choices.meanings(FIT)))
    with ExitStack() as stack:
        file = opened(source, stack)
        is_archive = container_of(file.head()) is Container.ZIP
        if is_archive and not choices.inside and holds_fit(file):
            read = yield from _with_fit(file, choices, stack)
            if read is not None:
                return read
        contents = yield from unpacking(file, choices.inside, _known_as, stack)
        if isinstance(source, Path) and is_database_header(contents.head()):
            path = source
            if contents is not file:
                path = yield from _unpacked_database(contents, source, stack)
            read = yield from _database(path, Path(contents.name), choices)
            return replace(read, inside=contents.inside)
        return replace((yield from _reading(contents, choices)), inside=contents.inside)


def head_in(source: Path | Pasted, inside: str = "") -> Generator[float, None, Head]:
    """Read the beginning of a table, for choosing its columns, in steps.

    Args:
        source: The file, or pasted text.
        inside: Which part of it is meant, as in ``Choices``.

    Raises:
        TrackerError: As with ``incoming``.
    """
    with _memory_in_words(source), ExitStack() as stack:
        contents = yield from unpacking(opened(source, stack), inside, _known_as, stack)
        return head_of((yield from contents.reading()), contents.name)


def _known_as(head: bytes) -> str | None:
    """Tell the format of something by its first bytes; see ``foreign_csv.known_as``.

    A database of another program may be a backup of FitNotes: only its tables tell.
    """
    if is_database_header(head):
        return "a Soleus log" if is_log_header(head) else ""
    if is_apple_health(head):
        return APPLE_HEALTH
    if is_garmin_archive(head):
        return GARMIN_ARCHIVE.name
    if _is_json(head):
        return "Soleus JSON" if f'"{JSON_FORMAT}"'.encode() in head else None
    return DIARY if is_diary(head) else known_as(head)


def _with_fit(
    archive: Contents, choices: Choices, stack: ExitStack
) -> Generator[float, None, ReadFile | None]:
    """Read the FIT files of an archive, with Garmin's list of activities.

    Returns:
        What was found; None if it contains another table, which is then meant.
    """
    lists: list[bytes] = []
    wanted = [""]
    while wanted:
        try:
            inside = yield from unpacking(archive, wanted.pop(), _known_as, stack)
        except NothingInsideError:
            continue
        except SeveralInsideError as error:
            others = [each for each in error.insides if not is_of_uploads(each.name)]
            if any(each.format_name != GARMIN_ARCHIVE.name for each in others):
                return None
            wanted = [each.name for each in others]
            continue
        if not is_garmin_archive(inside.head()):
            return None
        lists.append((yield from inside.reading()))
    read = yield from reading_fit_archive(archive, choices.meanings(FIT))
    words = Words(choices.meanings(GARMIN_ARCHIVE.name) | choices.meanings(FIT))
    for data in lists:
        read = with_list(read, (yield from _garmin_list(data, archive.name, words)))
    return replace(read, words=words.found)


def _garmin_list(data: bytes, name: str, words: Words) -> Generator[float, None, ReadFile]:
    require_size(name, len(data), MOST_OF_GARMIN)
    rows = yield from activity_rows(data, name)
    return (yield from reading_table(GARMIN_ARCHIVE, GARMIN_HEADINGS, rows, 1, words))


def _is_json(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"


def _reading(contents: Contents, choices: Choices) -> Generator[float, None, ReadFile]:
    head = contents.head()
    if is_apple_health(head):
        words = Words(choices.meanings(APPLE_HEALTH))
        read = yield from reading_apple_health(contents, words)
        return _with_words(read, words, choices)
    data = yield from contents.reading()
    if is_fit(head):
        return (yield from reading_fit(data, contents.name, choices.meanings(FIT)))
    if is_garmin_archive(head):
        words = Words(choices.meanings(GARMIN_ARCHIVE.name))
        read = yield from _garmin_list(data, contents.name, words)
        return _with_words(read, words, choices)
    if _is_json(head):
        return _as_read("Soleus JSON", *(yield from reading_json(data, contents.name)))
    if is_diary(head) and not choices.columns:
        return (yield from reading_diary(data, contents.name, choices.today, choices.order))
    return (yield from reading_csv(data, contents.name, choices))


def _with_words(read: ReadFile, words: Words, choices: Choices) -> ReadFile:
    """Add which words of a file to ask about, and what was said about them."""
    shape = read.format_name
    return replace(read, shape=shape, words=words.found, meanings=choices.meanings(shape))


def _unpacked_database(
    contents: Contents, near: Path, stack: ExitStack
) -> Generator[float, None, Path]:
    """Write a database from an archive to a file, as SQLite reads nothing else; in steps.

    Args:
        contents: The database.
        near: The archive.
        stack: Removes the file.
    """
    require_size(contents.name, contents.size)
    with disk_in_words(Path(contents.name), "read"):
        path = stack.enter_context(working_folder(near)) / "log"
        with path.open("xb") as file:
            for chunk in contents.chunks():
                yield min(file.tell() / contents.size, 1.0)
                file.write(chunk)
    return path


def _database(path: Path, named: Path, choices: Choices) -> Generator[float, None, ReadFile]:
    """Read a log of ours, or a backup of FitNotes.

    Args:
        path: The file.
        named: What to call it in an error.
        choices: What a person said about it.
    """
    if is_log_header(header_of(path, "read")):
        yield 0.0
        return _as_read("a Soleus log", *contents_of(path, named))
    if not is_fitnotes_backup(path, named):
        raise FormatError(worded("{} is a database of another program.", named))
    sets = yield from reading_table(FITNOTES, HEADINGS, fitnotes_sets(path, named))
    weights = fitnotes_bodyweights(path, named)
    weighed = yield from reading_table(STRONG_BODYWEIGHT, BODYWEIGHT_HEADINGS, weights)
    return replace(
        sets,
        format_name="FitNotes backup",
        lines=sets.lines + weighed.lines,
        weighings=weighed.weighings,
        left_out=sets.left_out + weighed.left_out,
        shape=FITNOTES.name,
        meanings=choices.meanings(FITNOTES.name),
    )


def _as_read(format_name: str, entries: tuple[Entry, ...], past: Past) -> ReadFile:
    return ReadFile(
        format_name=format_name,
        is_ours=True,
        lines=len(entries),
        entries=entries,
        past=past,
    )
