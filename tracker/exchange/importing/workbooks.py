"""Workbooks of Excel and others (.xlsx), read one sheet at a time as a table in text.

Cells have the values last calculated: no formula is run and no link followed. Each row of the sheet
is a line of the text, so that messages about a line point to the right row.
"""

import csv
import datetime
import warnings
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from itertools import islice
from typing import IO, TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from tracker.disk import MOST_BYTES
from tracker.exchange.csv_text import FormatError
from tracker.worded import worded

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_IN_WORKBOOK: Final = 1 << 27  # unpacked bytes
MOST_COLUMNS: Final = 300  # of a sheet; any further right are not read
WORKBOOK: Final = "xl/workbook.xml"  # the file that marks an archive as a workbook
_ROWS_LOOKED_AT: Final = 50
_ROWS_A_STEP: Final = 200
_DAMAGE: Final = (
    *(BadZipFile, ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError),
    *(EOFError, OSError, OverflowError, RecursionError),
)


class Book:
    """An open workbook."""

    def __init__(self, workbook: "Workbook", name: str) -> None:
        self._workbook = workbook
        self._name = name

    def sheets(self) -> list[str]:
        """Return the names of its visible, non-empty sheets."""
        return [
            sheet.title
            for sheet in self._workbook.worksheets
            if sheet.sheet_state == "visible" and self.head(sheet.title).strip()
        ]

    def head(self, sheet: str) -> bytes:
        """Return the beginning of a sheet as text."""
        return "".join(islice(self._lines(sheet), _ROWS_LOOKED_AT)).encode()

    def reading(self, sheet: str) -> Generator[float, None, bytes]:
        """Return a sheet as text, in steps.

        Raises:
            FormatError: If it is damaged, or too large for training data.
        """
        lines = []
        size = 0
        for number, line in enumerate(self._lines(sheet)):
            lines.append(line)
            size += len(line)
            if size > MOST_BYTES:
                raise FormatError(
                    worded(
                        "{} could not be read: its sheet “{}” is larger than any training.",
                        self._name,
                        sheet,
                    )
                )
            if number % _ROWS_A_STEP == 0:
                yield 0.0
        return "".join(lines).encode()

    def _lines(self, sheet: str) -> Iterator[str]:
        """Yield a line for each row, no wider than the first rows."""
        table = self._workbook[sheet]
        with _in_words(self._name):
            table.reset_dimensions()  # the size given in a file may be wrong
            rows = table.iter_rows(max_row=_ROWS_LOOKED_AT, max_col=MOST_COLUMNS, values_only=True)
            width = max((_width(row) for row in rows), default=1) or 1
            for row in table.iter_rows(max_col=width, values_only=True):
                written = StringIO()
                csv.writer(written, lineterminator="\n").writerow(map(cell_text, row))
                yield written.getvalue() if any(each is not None for each in row) else "\n"


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
    from openpyxl import load_workbook

    # Warnings about styles and dates out of range are of no use to a person.
    warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
    file.seek(0)
    with _in_words(name):
        workbook = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    try:
        yield Book(workbook, name)
    finally:
        workbook.close()


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
