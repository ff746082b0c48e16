"""Text files from elsewhere: bytes to text, text to rows of cells, cells to numbers."""

import codecs
import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO, TextIOWrapper
from itertools import chain, count, islice, repeat
from math import isfinite
from typing import Final, Literal, NamedTuple

from tracker import TrackerError
from tracker.exchange.encodings import old_encoding
from tracker.exchange.file_kinds import refusal_of
from tracker.worded import worded

DELIMITERS = (",", ";", "\t", "|")
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?", re.ASCII | re.IGNORECASE)
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(,\d{3})+", re.ASCII)
_LONGEST_UTF8 = 4  # bytes per character
_SEP: Final = re.compile(r'"?sep=([,;|]|)"?', re.IGNORECASE)
_TITLE: Final = 10  # lines within which a table must begin
_MOST_IN_TITLE: Final = 2  # cells of a line that may still be a title
_DIGITS_FIRST: Final = re.compile(r"(?:^|[,;\t|])\s*\"?\d")  # of a cell
_MOST_IN_COMMENT: Final = 50  # lines
_AT_ONCE: Final = 500  # lines
_NOT_PLAIN: Final = ('"', "\r", "\n")  # found only in cells that are not plain
_CHUNK: Final = 1 << 20
# Limits when looking through lines; tables of training stay far below them.
_LONGEST_HEADER: Final = 1 << 18  # characters
MOST_ROWS: Final = 2_000_000
_MOST_BLANK: Final = 1_000_000  # lines in a row
LONGEST_CELL: Final = 1 << 24  # characters; ten times as many as in a book
csv.field_size_limit(LONGEST_CELL)  # global, as the module allows nothing else


class FormatError(TrackerError):
    """A file that cannot be read as a training log, with the reason in words for a person."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file known to be text, decoded line by line because it may be long.

    Args:
        data: The file.
        encoding: Its character encoding.
        lines_above: How many lines precede the table, such as a title or Excel's ``sep=`` line.
        delimiter: What separates two cells, if the file says so itself; otherwise empty.
        name: What to call it in an error.
    """

    data: bytes
    encoding: str
    lines_above: int = 0
    delimiter: str = ""
    name: str = ""

    def open(self) -> TextIOWrapper:
        """Open the table's lines for reading, with line ends unchanged."""
        lines = TextIOWrapper(BytesIO(self.data), self.encoding, newline="")
        for _ in range(self.lines_above):
            lines.readline()
        return lines


def decoded(data: bytes, name: str) -> Text:
    """Find the encoding of a file.

    This is UTF-8 or UTF-16, with or without a byte-order mark, or else a Windows encoding, chosen
    by whether its words make sense. Lines above the table are skipped.

    Args:
        data: The file.
        name: What to call it in an error.

    Raises:
        FormatError: If it is empty or not text.
    """
    if not data.strip():
        raise FormatError(worded("{} is empty.", name))
    refusal = refusal_of(data)
    if refusal:
        raise FormatError(worded("{} is {}", name, refusal))
    encoding = "utf-8-sig"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif data[1:2] == b"\x00" != data[:1]:
        encoding = "utf-16-le"
    elif data[:1] == b"\x00" != data[1:2]:
        encoding = "utf-16-be"
    end = _decodable(data, encoding)
    if end < len(data):
        # A truncated file may end within a character; everything before that is usable.
        if end > len(data) - _LONGEST_UTF8:
            data = data[:end]
        else:
            encoding = old_encoding(data)
            if _decodable(data, encoding) < len(data):
                raise FormatError(worded("{} is not a text file.", name))
    text = Text(data, encoding, name=name)
    lines = islice(text.open(), _MOST_BLANK)
    first = next((line for line in lines if line.strip("\ufeff \t\r\n")), None)
    if first is None:
        raise FormatError(worded("{} is empty.", name))
    if "\x00" in first:
        raise FormatError(worded("{} is not a text file.", name))
    if len(first) > _LONGEST_HEADER:
        raise FormatError(
            worded("{} is no table: its first line has {:,} characters.", name, len(first))
        )
    return _below_its_title(text)


def _below_its_title(text: Text) -> Text:
    """Skip what precedes a table: Excel's ``sep=;``, and a title of one or two cells."""
    lines = [line[:_LONGEST_HEADER].strip("\ufeff \t\r\n") for line in islice(text.open(), _TITLE)]
    above = next((place for place, line in enumerate(lines) if line), 0)
    delimiter = ""
    told = _SEP.fullmatch(lines[above])
    if told is not None:
        above, delimiter = above + 1, told[1] or "\t"
    cells = [_filled_cells(line, delimiter) for line in lines]
    widest = max(cells[above:], default=0)
    while above < len(lines) and (
        cells[above] <= min(_MOST_IN_TITLE, widest // 2) or _is_title(lines, cells, above)
    ):
        above += 1
    return replace(text, lines_above=above, delimiter=delimiter)


def _is_title(lines: list[str], cells: list[int], at: int) -> bool:
    """Tell whether a line is a sentence with commas: wider headings follow it, then numbers."""
    if at + 2 >= len(lines) or not cells[at] < cells[at + 1] == cells[at + 2]:
        return False
    return not _DIGITS_FIRST.search(lines[at] + "," + lines[at + 1]) and bool(
        _DIGITS_FIRST.search(lines[at + 2])
    )


def _filled_cells(line: str, delimiter: str) -> int:
    """Count the filled cells of a line, with the delimiter that gives the most."""
    # Quoted text is one filled cell, whatever it holds.
    plain = "".join(part if number % 2 == 0 else "x" for number, part in enumerate(line.split('"')))
    return max(
        sum(bool(cell.strip()) for cell in plain.split(each))
        for each in ((delimiter,) if delimiter else DELIMITERS)
    )


def _decodable(data: bytes, encoding: str) -> int:
    """Return the number of bytes up to which a file can be decoded."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for start in range(0, len(data), _CHUNK):
        try:
            decoder.decode(data[start : start + _CHUNK], final=start + _CHUNK >= len(data))
        except UnicodeDecodeError as error:
            # error.object starts with bytes the decoder kept from the previous chunk.
            kept = len(error.object) - len(data[start : start + _CHUNK])
            return start - kept + error.start
    return len(data)


def delimiter_of(text: Text) -> str:
    """Return what separates the cells of a table: as stated, or else judged by its first line."""
    if text.delimiter:
        return text.delimiter
    header = next((line for line in text.open() if line.strip()), "")
    outside_quotes = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=outside_quotes.count)


class Record(NamedTuple):
    """One row of a table.

    Args:
        line: The line of the file it begins on, from 1.
        fields: Its cells.
        is_cut: Whether the file seems to end in the middle of it.
        is_unclosed: Whether a quotation mark in it is never closed.
        is_too_long: Whether one of its cells is too long, in which case none was read.
    """

    line: int
    fields: list[str]
    is_cut: bool = False
    is_unclosed: bool = False
    is_too_long: bool = False

    def require_whole(self) -> None:
        """Refuse an incomplete row.

        Raises:
            ValueError: In words for a person.
        """
        if self.is_too_long:
            raise ValueError(
                worded("A cell of this line has more than {:,} characters.", LONGEST_CELL)
            )
        if self.is_unclosed:
            raise ValueError(worded("A quotation mark in this line is not closed."))
        if self.is_cut:
            raise ValueError(worded("The file ends in the middle of this line."))


class _Remembered:
    """The lines of a file, keeping the lines of the current row unchanged."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._ahead: deque[str] = deque()
        self.row: list[str] = []

    def __iter__(self) -> Iterator[str]:
        while line := self._ahead.popleft() if self._ahead else next(self._lines, ""):
            self.row.append(line)
            yield line

    def rest_of_quoted(self, begun: str) -> str:
        """Take the lines that continue a cell whose opening quotation mark is not yet closed.

        Returns:
            Those lines; empty if no closing mark follows soon, because then it was not an opening
            mark.
        """
        while len(self._ahead) < _MOST_IN_COMMENT and (line := next(self._lines, "")):
            self._ahead.append(line)
        rest = ""
        for number, line in enumerate(self._ahead, 1):
            rest += line
            cell = (begun + rest).rstrip("\r\n")
            if cell.endswith('"') and cell.count('"') % 2 == 0:
                for _ in range(number):
                    self.row.append(self._ahead.popleft())
                return rest.rstrip("\r\n")
        return ""


def records_of(text: Text, delimiter: str, is_quoted: bool) -> Iterator[Record]:
    """Split a table into its rows, the header first, skipping blank lines.

    Some programs do not double the quotation marks within a cell. A row with such marks, all of
    whose cells are quoted, is split at the quoted delimiters if that makes it as wide as the
    header.

    Args:
        text: The whole file.
        delimiter: What separates two cells.
        is_quoted: Whether cells may be quoted and then hold delimiters and line breaks; otherwise
            quotation marks are ordinary characters.

    Raises:
        FormatError: If it has more rows than any training log, or endless blank lines.
    """
    return chain.from_iterable(batches_of(text, delimiter, is_quoted))


def batches_of(text: Text, delimiter: str, is_quoted: bool) -> Iterator[list[Record]]:
    """Split a table like ``records_of``, but some hundred rows at once.

    Raises:
        FormatError: As ``records_of``.
    """
    rows = 0
    for batch in _batches_of(text, delimiter, is_quoted):
        rows += len(batch)
        if rows > MOST_ROWS:
            raise FormatError(
                worded(
                    "{} has more than {:,} lines: no training has so many.", text.name, MOST_ROWS
                )
            )
        yield batch


def _batches_of(text: Text, delimiter: str, is_quoted: bool) -> Iterator[list[Record]]:
    width = 0
    line = 1 + text.lines_above
    lines = text.open()
    # Most files have plain lines, which are split many at a time; the last may be truncated.
    chunk, ahead = list(islice(lines, _AT_ONCE)), list(islice(lines, _AT_ONCE))
    while ahead and (plain := _plain_rows(chunk, delimiter, is_quoted, width)):
        whole = zip(count(line), plain, repeat(False), repeat(False), repeat(False))
        # Three times as quick as calling Record, with the same result.
        yield list(map(tuple.__new__, repeat(Record), whole))
        width = len(plain[0])
        line += len(plain)
        chunk, ahead = ahead, list(islice(lines, _AT_ONCE))
    others = _records_of(text, chain(chunk, ahead, lines), line, width, delimiter, is_quoted)
    while batch := list(islice(others, _AT_ONCE)):
        yield batch


def _records_of(
    text: Text, lines: Iterable[str], line: int, width: int, delimiter: str, is_quoted: bool
) -> Iterator[Record]:
    """Split lines of any kind; the first of them is number ``line`` in the file."""
    to_read: Iterable[str] | None = lines
    while to_read is not None:
        remembered = _Remembered(to_read)
        waiting: Record | None = None
        last_row: list[str] = []
        rows: list[list[str]] = []
        for start, fields in _split(remembered, delimiter, is_quoted, text.name):
            if fields is None:
                if waiting is not None:
                    yield waiting
                waiting = Record(line + start, [], is_too_long=True)
                rows, last_row = [[]], remembered.row
                continue
            rows = [fields]
            is_odd = len(fields) != width or '"' in "".join(fields)
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
            # The file does not end here: an unclosed quotation mark swallowed the rest.
            line, to_read = waiting.line + 1, last_row[1:]
            yield Record(waiting.line, [], is_unclosed=True)
        else:
            yield waiting._replace(is_cut=ends_open or ends_short)


def _plain_rows(
    lines: list[str], delimiter: str, is_quoted: bool, width: int
) -> list[list[str]] | None:
    """Split lines that are each a row as wide as the header; None if any may not be."""
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, quoting=_quoting(is_quoted)))
    except csv.Error:  # a cell is too long
        return None
    if len(rows) != len(lines) or set(map(len, rows)) != {width or len(rows[0])}:
        return None
    texts = list(map("".join, rows))
    whole = "".join(texts)
    if any(mark in whole for mark in _NOT_PLAIN) or not all(map(str.strip, texts)):
        return None
    return rows


def _quoting(is_quoted: bool) -> Literal[0, 3]:
    return csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE


def _split(
    lines: _Remembered, delimiter: str, is_quoted: bool, name: str
) -> Iterator[tuple[int, list[str] | None]]:
    """Split lines into the cells of rows, each with the number of lines before it.

    A row with too long a cell has None for its cells.
    """
    reader = csv.reader(
        iter(lines),
        delimiter=delimiter,
        quoting=_quoting(is_quoted),
    )
    width = before = taken = 0  # taken: lines that the reader has not seen
    blank = 0
    for fields in _rows(reader):
        blank += 1
        if blank > _MOST_BLANK:
            raise FormatError(
                worded("{} has more than {:,} blank lines in a row.", name, _MOST_BLANK)
            )
        if fields is None:
            yield before, None
            blank = 0
        elif any(field.strip() for field in fields):
            if not is_quoted and width and len(fields) >= width:
                _take_rest_of_comment(fields, lines, delimiter, width)
                taken += len(lines.row) - 1
            yield before, fields
            width, blank = width or len(fields), 0
        lines.row = []
        before = reader.line_num + taken


def _rows(reader: Iterator[list[str]]) -> Iterator[list[str] | None]:
    """Yield the rows of a reader; None for one with a cell too long to read."""
    end: list[str] = []
    while True:
        try:
            fields = next(reader, end)
        except csv.Error:  # the reader continues with the next line
            yield None
            continue
        if fields is end:
            return
        yield fields


def _has_rows(lines: Sequence[str], delimiter: str, width: int) -> bool:
    """Tell whether the lines of an unclosed cell include rows of the table."""
    rows = filter(None, _rows(csv.reader(lines, delimiter=delimiter)))
    return any(len(row) == width > 1 for row in rows)


def _take_rest_of_comment(
    fields: list[str], lines: _Remembered, delimiter: str, width: int
) -> None:
    """Add the lines after a row that still belong to its last cell, a quoted comment.

    A delimiter in a name moves the comment further right than the header says.
    """
    ends = range(width - 1, len(fields))
    begun = next((at for at in ends if fields[at].startswith('"')), len(fields))
    last = delimiter.join(fields[begun:])
    if last.count('"') % 2:
        end = _line_end(lines.row)
        rest = lines.rest_of_quoted(last + end)
        fields[-1] += end + rest if rest else ""


def _line_end(row: list[str]) -> str:
    """Return the line end of a row's last line."""
    return row[-1][len(row[-1].rstrip("\r\n")) :]


def _mended(lines: list[str], delimiter: str, width: int) -> list[list[str]] | None:
    """Split lines of quoted cells at the delimiters between closing and opening quotation marks.

    Returns:
        The cells of each line; None if any row does not have the right width.
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
        mark_is_comma: Whether a single comma is certainly the decimal mark, as in a file separated
            by semicolons; otherwise one followed by three digits separates thousands.

    Raises:
        ValueError: If it is not a number.

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
        raise ValueError(worded("“{}” is not a number.", text))
    return float(plain)


def whole_of(what: str, number: float | None) -> int | None:
    """Convert a number to a whole one; None stays None.

    Args:
        what: The subject of an error message.
        number: The number as read.

    Raises:
        ValueError: In words for a person, if it is not whole.
    """
    if number is not None and not number.is_integer():
        raise ValueError(worded("{} must be a whole number, not {:g}.", what, number))
    return None if number is None else int(number)
