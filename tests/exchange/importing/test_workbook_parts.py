"""A workbook is unpacked only as far as its XML fits into the memory."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from tests.exchange.importing.test_workbooks import SHEET, book_of, changed, text_of_sheet
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing import workbook_parts

REFUSED = r"^x\.xlsx unpacks to far more than any training"


def cells(count: int) -> Callable[[bytes], bytes]:
    return lambda xml: xml.replace(b"</row>", b"<c/>" * count + b"</row>")


def attributes(count: int) -> Callable[[bytes], bytes]:
    more = b"".join(b" a%d=''" % each for each in range(count))
    return lambda xml: xml.replace(b'<row r="1"', b'<row r="1"' + more)


def after_the_rows(count: int) -> Callable[[bytes], bytes]:
    return lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + b"<mergeCells/>" * count)


@pytest.mark.parametrize("change", [cells, attributes, after_the_rows])
def test_what_would_be_kept_until_a_row_ends_is_counted(
    change: Callable[[int], Callable[[bytes], bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_parts, "MOST_AT_ONCE", 5_000)
    file = book_of(Log=[["a", "b"]])
    assert text_of_sheet(changed(file, SHEET, change(2_000)), "Log") == "a,b\n"
    with pytest.raises(FormatError, match=REFUSED):
        text_of_sheet(changed(file, SHEET, change(20_000)), "Log")


def test_any_number_of_ordinary_rows_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    file = book_of(Log=[["a", "b"]] * 2_000)
    monkeypatch.setattr(workbook_parts, "MOST_AT_ONCE", 10_000)  # a step of openpyxl's reading
    assert text_of_sheet(file, "Log") == "a,b\n" * 2_000


@pytest.mark.parametrize(
    "part", ["xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml", "docProps/core.xml"]
)
def test_a_part_that_is_kept_whole_is_counted(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_parts, "MOST_AT_ONCE", 1_000)
    file = book_of(Log=[["a", "b"]])
    assert text_of_sheet(file, "Log") == "a,b\n"
    with pytest.raises(FormatError, match=REFUSED):
        text_of_sheet(changed(file, part, lambda xml: xml + b"<a/>" * 1_000), "Log")


def with_texts(count: int) -> BytesIO:
    """A workbook with a part of texts that its cells can share."""
    made = BytesIO()
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    told = b'<Override PartName="/xl/texts.xml" ContentType="%b"/></Types>' % kind
    with zipfile.ZipFile(book_of(Log=[["a", "b"]])) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"</Types>", told))
        new.writestr("xl/texts.xml", b'<sst xmlns="%b">%b</sst>' % (space, b"<si/>" * count))
    return made


def test_shared_texts_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_parts, "MOST_OF_TEXTS", 1_000)
    assert text_of_sheet(with_texts(500), "Log") == "a,b\n"
    with pytest.raises(FormatError, match=REFUSED):
        text_of_sheet(with_texts(1_500), "Log")
