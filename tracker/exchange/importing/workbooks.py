"""Workbooks of Excel and others (.xlsx), read one sheet at a time as a table in text.

Cells have the values last calculated: no formula is run and no link followed. Each row of the sheet
is a line of the text, so that messages about a line point to the right row.
"""

import csv
import datetime
import warnings
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO, StringIO
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from tracker.disk import MOST_TEXT
from tracker.exchange.csv_text import FormatError
from tracker.exchange.file_kinds import HEAD
from tracker.exchange.importing.workbook_parts import Parts, too_large
from tracker.worded import worded

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_IN_WORKBOOK: Final = 1 << 27  # unpacked bytes
MOST_COLUMNS: Final = 300  # of a sheet; any further right are not read
MOST_SHEETS: Final = 1_000
MOST_ROWS: Final = 1 << 20  # of a sheet, in any program; openpyxl fills the gap before a row
WORKBOOK: Final = "xl/workbook.xml"  # the file that marks an archive as a workbook
_ROWS_LOOKED_AT: Final = 50
_ROWS_A_STEP: Final = 200
_TAGS_A_STEP: Final = 50_000
_TAGS_LOOKED_AT: Final = 200_000  # of the first rows
_DAMAGE: Final = (
    *(BadZipFile, ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError),
    *(EOFError, OSError, OverflowError, RecursionError),
)


class Book:
    """An open workbook."""

    def __init__(self, workbook: "Workbook", parts: Parts, name: str) -> None:
        self._workbook = workbook
        self._parts = parts
        self._name = name

    def sheets(self) -> list[str]:
        """Return the names of its visible sheets; some may be empty."""
        return [
            sheet.title for sheet in self._workbook.worksheets if sheet.sheet_state == "visible"
        ]

    def head(self, sheet: str) -> bytes:
        """Return the beginning of a sheet as text."""
        head = bytearray()
        begun = self._parts.taken
        for line in islice(self._lines(sheet), _ROWS_LOOKED_AT):
            head += line.encode()
            if len(head) > HEAD or self._parts.taken - begun > _TAGS_LOOKED_AT:
                break
        return bytes(head)

    def reading(self, sheet: str) -> Generator[float, None, bytes]:
        """Return a sheet as text, in steps.

        Raises:
            FormatError: If it is damaged, or too large for training data.
        """
        text = bytearray()
        written = 0  # up to the last row with anything in it
        told = self._parts.taken
        for number, line in enumerate(self._lines(sheet)):
            text += line.encode()
            if line != "\n":
                written = len(text)
            if number >= MOST_ROWS or len(text) > MOST_TEXT:
                raise self._too_large(sheet)
            if number % _ROWS_A_STEP == 0 or self._parts.taken - told > _TAGS_A_STEP:
                told = self._parts.taken
                yield 0.0
        return bytes(text[:written])

    def _too_large(self, sheet: str) -> FormatError:
        return FormatError(
            worded(
                "{} could not be read: its sheet “{}” is larger than any training.",
                self._name,
                sheet,
            )
        )

    def _lines(self, sheet: str) -> Iterator[str]:
        """Yield a line for each row, no wider than the first rows."""
        table = self._workbook[sheet]
        with _in_words(self._name):
            table.reset_dimensions()  # the size given in a file may be wrong
            width = 1
            begun = self._parts.taken
            for row in table.iter_rows(
                max_row=_ROWS_LOOKED_AT, max_col=MOST_COLUMNS, values_only=True
            ):
                self._parts.begin_row()
                width = max(width, _width(row))
                if self._parts.taken - begun > _TAGS_LOOKED_AT:
                    break
            for row in table.iter_rows(max_col=width, values_only=True):
                self._parts.begin_row()
                if row.count(None) == len(row):
                    yield "\n"
                    continue
                cells = []
                left = MOST_TEXT
                for value in row:
                    cells.append(cell_text(value))
                    left -= len(cells[-1])
                    if left < 0:  # all of them may be one text, which the file holds once
                        raise self._too_large(sheet)
                written = StringIO()
                csv.writer(written, lineterminator="\n").writerow(cells)
                yield written.getvalue() if any(map(str.strip, cells)) else "\n"


@contextmanager
def opened_workbook(file: IO[bytes], name: str) -> Iterator[Book]:
    """Open a workbook for reading.

    Args:
        file: The workbook.
        name: What to call it in an error.

    Raises:
        FormatError: If it is damaged, or of a kind that cannot be read.
    """
    # Takes 0.2 s to import, and is needed only for workbooks.
    from openpyxl.reader.excel import ExcelReader

    class BookReader(ExcelReader):
        """Reads a workbook, but nothing of its sheets yet."""

        def read_worksheets(self) -> None:
            if len(self.parser.sheets) > MOST_SHEETS:
                raise too_large(name)
            # It would look for the size of each, which may be wrong, and where none is given, in
            # all of the sheet.
            workbook: Any = self.wb
            workbook._archive = _NoSheets()  # noqa: SLF001 - nothing public decides it
            super().read_worksheets()
            workbook._archive = self.archive  # noqa: SLF001

    # Warnings about styles and dates out of range are of no use to a person.
    warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
    file.seek(0)
    with _in_words(name):
        reader = BookReader(file, read_only=True, data_only=True, keep_links=False)
        reader.archive.close()
        parts = reader.archive = Parts(file, name)
        reader.read()
        parts.begin_row()
    try:
        yield Book(reader.wb, parts, name)
    finally:
        parts.close()


class _NoSheets:
    """Stands in for the archive while the sheets are only listed."""

    def open(self, _name: str) -> IO[bytes]:
        return BytesIO(b"<worksheet/>")


def cell_text(value: object) -> str:
    """Write the value of a cell as a person would: days in ISO 8601, numbers with a point.

    >>> cell_text(datetime.datetime(2026, 3, 2)), cell_text(40.0), cell_text(1.125)
    ('2026-03-02', '40', '1.1250')
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            text = f"{value:.10g}"
            # Three decimals could be taken for thousands.
            return f"{text}0" if len(text.rpartition(".")[2]) == 3 and "." in text else text
        case datetime.datetime():
            is_day = value.time() == datetime.time()
            return value.date().isoformat() if is_day else value.isoformat(" ", "seconds")
        case datetime.time():
            return value.isoformat("seconds")
        case datetime.timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        case _:
            return " ".join(str(value).split()) if "\n" in str(value) else str(value)


def _width(row: Sequence[object]) -> int:
    """Return the width of a row up to its last non-empty cell."""
    return max((place for place, each in enumerate(row, 1) if each is not None), default=0)


@contextmanager
def _in_words(name: str) -> Iterator[None]:
    try:
        yield
    except _DAMAGE as error:
        raise FormatError(worded("{} is a workbook that is damaged, or locked.", name)) from error
