"""A file that was chosen or dropped, read by what is in it; no Qt, so that commands read it too."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from tracker.disk import bytes_of, is_database_header, is_log_header
from tracker.domain.change import Entry, Past
from tracker.domain.file_words import meanings_in
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing.foreign_csv import Choices, reading_csv, reading_table
from tracker.exchange.importing.found import ReadFile
from tracker.exchange.importing.known_formats import FITNOTES, STRONG_BODYWEIGHT
from tracker.exchange.whole_log.json_file import reading_json
from tracker.storage.copied import contents_of
from tracker.storage.fitnotes_backup import (
    BODYWEIGHT_HEADINGS,
    HEADINGS,
    fitnotes_bodyweights,
    fitnotes_sets,
    is_fitnotes_backup,
)


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
        FormatError: If it cannot be read as a training log; see ``foreign_csv.reading_csv``.
        TrackerError: If it cannot be read at all.
    """
    data = bytes_of(path)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _as_read("Soleus JSON", *(yield from reading_json(data, str(path))))
    if not is_database_header(data):
        return (yield from reading_csv(data, str(path), choices))
    if is_log_header(data):
        yield 0.0
        return _as_read("a Soleus log", *contents_of(path))
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
        shape=FITNOTES.name,
        meanings=meanings_in(choices.known, FITNOTES.name) if choices else {},
    )


def _as_read(format_name: str, entries: tuple[Entry, ...], past: Past) -> ReadFile:
    return ReadFile(
        format_name=format_name,
        is_ours=True,
        lines=len(entries),
        entries=entries,
        past=past,
    )
