"""A sheet of a workbook is a table in text, row by line, and a damaged one is told in words."""

import datetime
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import Workbook

from tests.exchange.logs import finished
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing import workbooks
from tracker.exchange.importing.workbooks import cell_text, opened_workbook

Rows = list[list[object]]
SHEET = "xl/worksheets/sheet1.xml"


def book_of(**sheets: Rows) -> BytesIO:
    """Make a workbook; a sheet whose name ends in an underscore is hidden."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name.endswith("_") else "visible"
        for row in rows:
            sheet.append(row)
    file = BytesIO()
    book.save(file)
    return file


def changed(file: BytesIO, part: str, change: Callable[[bytes], bytes]) -> BytesIO:
    """Return the workbook with one of its parts changed."""
    made = BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return made


def text_of_sheet(file: BytesIO, sheet: str) -> str:
    with opened_workbook(file, "x.xlsx") as book:
        return finished(book.reading(sheet)).decode()


def test_each_row_is_a_line_and_each_cell_what_a_person_sees() -> None:
    day = datetime.datetime(2026, 3, 2)  # noqa: DTZ001 - a workbook knows no zones
    table: Rows = [
        ["Date", "Start", "Exercise", "kg", "Reps", "Done", "Note"],
        [],
        [day, datetime.time(18, 5), "Seated, left", 42.5, 12, True, "two\nlines"],
        [day.replace(hour=7, minute=3), None, "Standing", 1.125, 10.0, False, None],
    ]
    assert text_of_sheet(book_of(Log=table), "Log") == (
        "Date,Start,Exercise,kg,Reps,Done,Note\n"
        "\n"
        '2026-03-02,18:05:00,"Seated, left",42.5,12,true,two lines\n'
        "2026-03-02 07:03:00,,Standing,1.1250,10,false,\n"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime.timedelta(hours=1, minutes=2, seconds=3), "1:02:03"),
        (datetime.date(2026, 3, 2), "2026-03-02"),
        (0.1 + 0.2, "0.3"),
        (1250, "1250"),
        ("=1+1", "=1+1"),
        (None, ""),
    ],
)
def test_values_are_written_as_people_do(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_hidden_sheets_are_not_offered_and_empty_ones_have_no_beginning() -> None:
    with opened_workbook(book_of(One=[["a"]], Two=[], Three_=[["a"]]), "x.xlsx") as book:
        assert book.sheets() == ["One", "Two"]
        assert [book.head(each).strip() for each in book.sheets()] == [b"a", b""]


def test_cells_far_to_the_right_cost_nothing() -> None:
    # A file may say that its rows are 16,384 cells wide, or have one there.
    rows: Rows = [["Date", "kg"], *[["2026-03-02", 40]] * 60]
    file = book_of(Log=rows)
    part = "xl/worksheets/sheet1.xml"
    wide = changed(file, part, lambda xml: xml.replace(b"A1:B61", b"A1:XFD1048576"))
    assert text_of_sheet(wide, "Log") == text_of_sheet(file, "Log")
    far = changed(file, part, lambda xml: xml.replace(b'"B61"', b'"XFD61"'))
    assert text_of_sheet(far, "Log").splitlines()[-1] == "2026-03-02,"


@pytest.mark.parametrize("row", [b"1048577", b"100000000", b"999999999999999999999"])
def test_a_row_below_any_sheet_is_refused_and_the_gap_not_filled(row: bytes) -> None:
    file = changed(
        book_of(Log=[["a", "b"], ["c", "d"]]),
        SHEET,
        lambda xml: xml.replace(b'<row r="2"', b'<row r="%b"' % row),
    )
    with pytest.raises(FormatError, match="its sheet “Log” is larger than any training"):
        text_of_sheet(file, "Log")


def test_rows_without_anything_at_the_end_are_not_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: Rows = [["a", "b"], [], ["c"], [" "], [], [None, " "]]
    assert text_of_sheet(book_of(Log=rows), "Log") == "a,b\n\nc,\n"
    monkeypatch.setattr(workbooks, "MOST_ROWS", 2)
    assert text_of_sheet(book_of(Log=[["a"], ["b"]]), "Log") == "a\nb\n"
    with pytest.raises(FormatError, match="larger than any training"):
        text_of_sheet(book_of(Log=[["a"], ["b"], ["c"]]), "Log")


def test_one_long_text_in_every_cell_is_refused_before_it_is_written_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbooks, "MOST_TEXT", 50_000)
    long = "x" * 20_000
    assert len(text_of_sheet(book_of(Log=[[long, long]]), "Log")) == 40_002
    file = book_of(Log=[[long] * 300])

    def written(*_: object) -> None:
        raise AssertionError("it was written out")

    monkeypatch.setattr("csv.writer", written)
    with pytest.raises(FormatError, match="larger than any training"):
        text_of_sheet(file, "Log")


def test_the_beginning_of_a_sheet_is_no_longer_than_that_of_a_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = book_of(Log=[["x" * 30_000]] * 60)
    with opened_workbook(file, "x.xlsx") as book:
        assert len(book.head("Log")) == 3 * 30_001
    monkeypatch.setattr(workbooks, "_TAGS_LOOKED_AT", 20)
    with opened_workbook(book_of(Log=[["a"] * 10] * 60), "x.xlsx") as book:
        assert book.head("Log") == b"a,a,a,a,a,a,a,a,a,a\n"


def test_a_sheet_is_read_in_steps_by_what_it_holds_too(monkeypatch: pytest.MonkeyPatch) -> None:
    file = book_of(Log=[["a"] * 10] * 3_000)
    with opened_workbook(file, "x.xlsx") as book:
        assert len(list(book.reading("Log"))) == 15
        monkeypatch.setattr(workbooks, "_TAGS_A_STEP", 10_000)
        assert len(list(book.reading("Log"))) > 20


def test_a_sheet_without_its_size_is_not_read_when_the_workbook_is_opened() -> None:
    file = changed(
        book_of(Log=[["a"]] * 50), SHEET, lambda xml: xml[:-50].replace(b"<dimension", b"<x")
    )
    with opened_workbook(file, "x.xlsx") as book:
        assert book.sheets() == ["Log"]
        with pytest.raises(FormatError, match="damaged"):
            finished(book.reading("Log"))


def test_more_sheets_than_anyone_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_SHEETS", 2)
    assert text_of_sheet(book_of(One=[["a"]], Two=[["b"]]), "Two") == "b\n"
    with pytest.raises(FormatError, match="unpacks to far more than any training"):
        text_of_sheet(book_of(One=[["a"]], Two=[["b"]], Three=[["c"]]), "Two")


def test_formulas_are_what_they_were_last_computed_to() -> None:
    part = "xl/worksheets/sheet1.xml"
    file = changed(
        book_of(Log=[["kg"], ["=20*2"]]), part, lambda xml: xml.replace(b"<v />", b"<v>40</v>")
    )
    assert text_of_sheet(file, "Log") == "kg\n40\n"


def test_a_sheet_larger_than_training_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_TEXT", 20)
    assert text_of_sheet(book_of(Log=[["a", "b"]] * 5), "Log") == "a,b\n" * 5
    with pytest.raises(FormatError, match="its sheet “Log” is larger than any training"):
        text_of_sheet(book_of(Log=[["a", "b"]] * 6), "Log")


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("xl/workbook.xml", lambda xml: xml[: len(xml) // 2]),
        ("xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2]),
        ("xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"A1", b"?")),
        ("[Content_Types].xml", lambda _: b""),
        (
            "xl/worksheets/sheet1.xml",
            lambda xml: b'<!DOCTYPE s [<!ENTITY a "b">]>' + xml.replace(b">kg<", b">&a;<"),
        ),
    ],
)
def test_a_damaged_workbook_is_told_in_words(part: str, change: Callable[[bytes], bytes]) -> None:
    file = changed(book_of(Log=[["kg"], [40]]), part, change)
    with pytest.raises(FormatError, match=r"x\.xlsx is a workbook that is damaged, or locked"):
        text_of_sheet(file, "Log")


def test_what_a_person_does_with_a_workbook_is_no_damage_of_it() -> None:
    with (
        pytest.raises(FormatError, match="something else"),
        opened_workbook(book_of(Log=[["a"]]), "x.xlsx"),
    ):
        raise FormatError("something else")
