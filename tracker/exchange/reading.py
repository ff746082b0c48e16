"""Files of others as they come: bytes to text, text to lines of fields, fields to numbers."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from math import isfinite
from pathlib import Path

from tracker import TrackerError

DELIMITERS = (",", ";", "\t")
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?", re.ASCII | re.IGNORECASE)
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(,\d{3})+", re.ASCII)
_LONGEST_UTF8 = 4  # bytes of one character


class FormatError(TrackerError):
    """A file that cannot be read as a training log, told in words for a person."""


def bytes_of(path: Path) -> bytes:
    """Read a file.

    Raises:
        TrackerError: If it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        saying = (error.strerror or str(error)).lower()
        raise TrackerError(f"{path} could not be read: {saying}.") from error


def text_of(data: bytes, name: str) -> str:
    """Decode a file: UTF-8 or UTF-16, with a byte-order mark or without, else Windows-1252.

    Args:
        data: The file.
        name: What to call it in an error.

    Raises:
        FormatError: If it is empty or no text.
    """
    if not data.strip():
        raise FormatError(f"{name} is empty.")
    encoding = "utf-8-sig"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif data[1:2] == b"\x00" != data[:1]:
        encoding = "utf-16-le"
    elif data[:1] == b"\x00" != data[1:2]:
        encoding = "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        try:
            # A file cut short may end within a character; the rest of it is sound.
            is_cut = error.start > len(data) - _LONGEST_UTF8
            text = data[: error.start].decode(encoding) if is_cut else data.decode("cp1252")
        except UnicodeDecodeError:
            raise FormatError(f"{name} is not a text file.") from error
    if not text.strip():
        raise FormatError(f"{name} is empty.")
    if "\x00" in text.partition("\n")[0]:
        raise FormatError(f"{name} is not a text file.")
    return text


def delimiter_of(text: str) -> str:
    """Tell what separates the cells of a table, by its first line that is not blank."""
    header = next((line for line in StringIO(text, newline="") if line.strip()), "")
    outside_quotes = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=outside_quotes.count)


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table.

    Args:
        line: Where it begins in the file, 1 upward.
        fields: Its cells.
        is_cut: Whether the file ends in the middle of it, as far as can be told.
    """

    line: int
    fields: list[str]
    is_cut: bool = False


def records_of(text: str, delimiter: str, is_quoted: bool) -> Iterator[Record]:
    """Split a table into its rows, the header first; blank lines are passed over.

    Args:
        text: The whole file.
        delimiter: What separates two cells.
        is_quoted: Whether a cell may stand in quotation marks, with delimiters and line breaks in
            it; otherwise they are characters like others.
    """
    reader = csv.reader(
        StringIO(text, newline=""),
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE,
    )
    ends_short = not text.endswith(("\n", "\r"))
    waiting: Record | None = None
    width = 0
    line = 1
    while True:
        try:
            fields = next(reader, None)
        except csv.Error:
            # A quotation mark that is never closed takes the rest of the file for one cell.
            yield from () if waiting is None else (waiting,)
            yield Record(line, [], is_cut=True)
            return
        if fields is None:
            break
        if any(field.strip() for field in fields):
            if waiting is not None:
                yield waiting
            waiting = Record(line, fields)
            width = width or len(fields)
        line = reader.line_num + 1
    if waiting is not None:
        last = "".join(islice(StringIO(text, newline=""), waiting.line - 1, None))
        ends_open = is_quoted and last.count('"') % 2 == 1
        is_cut = ends_open or (ends_short and len(waiting.fields) < width)
        yield Record(waiting.line, waiting.fields, is_cut)


def number_of(text: str, mark_is_comma: bool) -> float:
    """Read a number as people and spreadsheets write it.

    Args:
        text: Such as ``62.5``, ``62,5``, ``1,250.5`` or ``1.250,5``.
        mark_is_comma: Whether a comma alone is surely the decimal mark, as in a file separated by
            semicolons; otherwise three digits behind it make it a separator of thousands.

    Raises:
        ValueError: If it is no number.

    >>> number_of("62,5", False), number_of("1,250", False), number_of("1,250", True)
    (62.5, 1250.0, 1.25)
    """
    plain = text.strip().replace("\u00a0", "").replace("\u202f", "").replace("\u2212", "-")
    if "," in plain and "." in plain:
        thousands = "," if plain.rindex(".") > plain.rindex(",") else "."
        plain = plain.replace(thousands, "")
    elif not mark_is_comma and _THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    plain = plain.replace(",", ".")
    if not _NUMBER.fullmatch(plain) or not isfinite(float(plain)):
        raise ValueError(f"“{text}” is not a number.")
    return float(plain)
