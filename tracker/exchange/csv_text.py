"""Files of others as they come: bytes to text, text to lines of fields, fields to numbers."""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from math import isfinite
from typing import Final

from tracker import TrackerError
from tracker.disk import MOST_BYTES

DELIMITERS = (",", ";", "\t")
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?", re.ASCII | re.IGNORECASE)
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(,\d{3})+", re.ASCII)
_LONGEST_UTF8 = 4  # bytes of one character
_CHUNK: Final = 1 << 20


class FormatError(TrackerError):
    """A file that cannot be read as a training log, told in words for a person."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file that is known to be text; it is decoded line by line, for it may be long."""

    data: bytes
    encoding: str

    def open(self) -> TextIOWrapper:
        """Give its lines, their ends as they are."""
        return TextIOWrapper(BytesIO(self.data), self.encoding, newline="")


def text_of(data: bytes, name: str) -> Text:
    """Find the encoding of a file.

    It is UTF-8 or UTF-16, with a byte-order mark or without, or else Windows-1252.

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
    end = _decodable(data, encoding)
    if end < len(data):
        # A file cut short may end within a character; the rest of it is sound.
        if end > len(data) - _LONGEST_UTF8:
            data = data[:end]
        else:
            encoding = "cp1252"
            if _decodable(data, encoding) < len(data):
                raise FormatError(f"{name} is not a text file.")
    text = Text(data, encoding)
    first = next((line for line in text.open() if line.strip("\ufeff \t\r\n")), None)
    if first is None:
        raise FormatError(f"{name} is empty.")
    if "\x00" in first:
        raise FormatError(f"{name} is not a text file.")
    return text


def _decodable(data: bytes, encoding: str) -> int:
    """Tell up to which byte a file can be decoded."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for start in range(0, len(data), _CHUNK):
        try:
            decoder.decode(data[start : start + _CHUNK], final=start + _CHUNK >= len(data))
        except UnicodeDecodeError as error:
            # What is in error.object begins with what the decoder had kept of the chunk before.
            kept = len(error.object) - len(data[start : start + _CHUNK])
            return start - kept + error.start
    return len(data)


def delimiter_of(text: Text) -> str:
    """Tell what separates the cells of a table, by its first line that is not blank."""
    header = next((line for line in text.open() if line.strip()), "")
    outside_quotes = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=outside_quotes.count)


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table.

    Args:
        line: Where it begins in the file, 1 upward.
        fields: Its cells.
        is_cut: Whether the file ends in the middle of it, as far as can be told.
        is_unclosed: Whether a quotation mark in it was never closed.
    """

    line: int
    fields: list[str]
    is_cut: bool = False
    is_unclosed: bool = False

    def require_whole(self) -> None:
        """Refuse a row of which something is missing.

        Raises:
            ValueError: In words for a person.
        """
        if self.is_unclosed:
            raise ValueError("A quotation mark in this line is not closed.")
        if self.is_cut:
            raise ValueError("The file ends in the middle of this line.")


class _Remembered:
    """The lines of a file, with those of the present row kept as they stand."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines
        self.row: list[str] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.row.append(line)
            yield line


def records_of(text: Text, delimiter: str, is_quoted: bool) -> Iterator[Record]:
    """Split a table into its rows, the header first; blank lines are passed over.

    Some programs do not double the quotation marks within a cell. A row with such marks whose
    cells are all quoted is split between them, where that makes it as wide as the header.

    Args:
        text: The whole file.
        delimiter: What separates two cells.
        is_quoted: Whether a cell may stand in quotation marks, with delimiters and line breaks in
            it; otherwise they are characters like others.
    """
    width = 0
    line = 1
    to_read: Iterable[str] | None = text.open()
    while to_read is not None:
        remembered = _Remembered(to_read)
        waiting: Record | None = None
        last_row: list[str] = []
        rows: list[list[str]] = []
        for start, fields in _split(remembered, delimiter, is_quoted):
            rows = [fields]
            is_odd = len(fields) != width or any('"' in field for field in fields)
            if is_quoted and width and is_odd:
                rows = _mended(remembered.row, delimiter, width) or rows
            for place, row in enumerate(rows):
                if waiting is not None:
                    yield waiting
                waiting = Record(line + start + place, row)
            last_row = remembered.row
            width = width or len(fields)
        to_read = None
        if waiting is None:
            return
        last = "".join(last_row)
        ends_open = is_quoted and last.count('"') % 2 == 1
        ends_short = not last.endswith(("\n", "\r")) and len(waiting.fields) < width
        if ends_open and len(rows) == 1 and _has_rows(last_row[1:], delimiter, width):
            # It is not the file that ends: a quotation mark was not closed, and took what follows.
            line, to_read = waiting.line + 1, last_row[1:]
            yield Record(waiting.line, [], is_unclosed=True)
        else:
            yield Record(waiting.line, waiting.fields, ends_open or ends_short)


def _split(lines: _Remembered, delimiter: str, is_quoted: bool) -> Iterator[tuple[int, list[str]]]:
    """Split lines into the cells of rows, each with the number of lines before it."""
    csv.field_size_limit(MOST_BYTES)  # a cell may be as long as a file
    reader = csv.reader(
        iter(lines),
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE,
    )
    before = 0
    for fields in reader:
        if any(field.strip() for field in fields):
            yield before, fields
        lines.row = []
        before = reader.line_num


def _has_rows(lines: Sequence[str], delimiter: str, width: int) -> bool:
    """Tell whether among the lines of an open cell there are rows of the table."""
    return any(len(row) == width > 1 for row in csv.reader(lines, delimiter=delimiter))


def _mended(lines: list[str], delimiter: str, width: int) -> list[list[str]] | None:
    """Split lines whose cells are all quoted where one cell ends and the next begins.

    Returns:
        The cells of each line; None where that does not make rows of the right width.
    """
    rows = []
    for line in lines:
        row = line.strip("\r\n")
        if len(row) < 2 or not (row[0] == row[-1] == '"'):
            return None
        cells = row[1:-1].split(f'"{delimiter}"')
        if len(cells) != width:
            return None
        rows.append([cell.replace('""', '"') for cell in cells])
    return rows


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


def whole_of(what: str, number: float | None) -> int | None:
    """Take a number for a whole one; None stays None.

    Args:
        what: To begin a sentence about it.
        number: As it was read.

    Raises:
        ValueError: In words for a person, if it is not whole.
    """
    if number is not None and not number.is_integer():
        raise ValueError(f"{what} must be a whole number, not {number:g}.")
    return None if number is None else int(number)
