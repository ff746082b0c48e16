import csv

import pytest

from tracker.exchange import csv_text
from tracker.exchange.csv_text import (
    FormatError,
    Record,
    Text,
    decoded,
    delimiter_of,
    number_of,
    records_of,
)


def as_text(text: str) -> Text:
    return Text(text.encode(), "utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(encoding: str) -> None:
    assert decoded("Datum;Übung\r\n".encode(encoding), "x.csv").open().read() == "Datum;Übung\r\n"


def test_what_is_not_unicode_is_read_as_windows_1252() -> None:
    assert decoded("Datum;Übung\r\n".encode("cp1252"), "x.csv").open().read() == "Datum;Übung\r\n"


def test_a_file_cut_within_a_letter_keeps_what_comes_before() -> None:
    assert decoded("Datum\nÜbung: ü".encode()[:-1], "x.csv").open().read() == "Datum\nÜbung: "


@pytest.mark.parametrize("data", [b"", b"\r\n \n", "\ufeff\n".encode()])
def test_an_empty_file_is_called_so(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"x\.csv is empty"):
        decoded(data, "x.csv")


@pytest.mark.parametrize("data", [b"\x00\x00\x01", b"Something\x00", b"\x81\x8d" * 9])
def test_a_binary_file_is_called_no_text(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"x\.csv is not a text file"):
        decoded(data, "x.csv")


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [("a,b;c,d", ","), ("a;b;c,d", ";"), ("\r\na\tb,c\td", "\t"), ('"a,b,c,d";b;c', ";")],
)
def test_the_delimiter_is_what_the_header_has_most_of(header: str, delimiter: str) -> None:
    assert delimiter_of(as_text(f"{header}\n1,2,3,4,5,6\n")) == delimiter


def test_rows_know_their_lines_through_blank_lines_and_line_breaks_in_cells() -> None:
    text = 'a,b\r\n\r\n1,"x\r\ny"\r\n,\r\n2,z\r\n'
    records = [(each.line, each.fields) for each in records_of(as_text(text), ",", is_quoted=True)]
    assert records == [(1, ["a", "b"]), (3, ["1", "x\r\ny"]), (6, ["2", "z"])]


@pytest.mark.parametrize("end", ["1", '1,2,"x', '1,2,"x\n'])
def test_a_last_row_that_ends_too_early_is_marked(end: str) -> None:
    *whole, last = records_of(as_text(f"a,b,c\n4,5,6\n{end}"), ",", is_quoted=True)
    assert not any(each.is_cut for each in whole)
    assert last.is_cut
    assert last.line == 3


def test_a_last_row_without_a_line_end_is_whole_when_it_has_all_cells() -> None:
    assert not list(records_of(as_text("a,b\n1,2"), ",", is_quoted=True))[-1].is_cut


@pytest.mark.parametrize("length", [10, 131_072, 1_000_000])
@pytest.mark.parametrize("quote", ["", '"'])
def test_a_cell_of_any_length_is_read_and_what_follows_it(length: int, quote: str) -> None:
    long = "x" * length
    text = as_text(f"a,b\n1,{quote}{long}{quote}\n" + "2,y\n" * 50)
    rows = list(records_of(text, ",", is_quoted=True))
    assert rows[1] == Record(2, ["1", long])
    assert rows[2:] == [Record(line, ["2", "y"]) for line in range(3, 53)]


@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("is_quoted", [False, True])
def test_a_cell_too_long_for_any_text_takes_its_line_alone(
    quote: str, is_quoted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_text, "LONGEST_CELL", 1_000)
    before = csv.field_size_limit(1_000)
    try:
        lines = ["a,b", f"1,{quote}{'x' * 1_001}{quote}", "2,y", "3,z", f"4,{'x' * 1_001}"]
        text = as_text("\n".join(lines))
        rows = list(records_of(text, ",", is_quoted=is_quoted))
    finally:
        csv.field_size_limit(before)
    assert [(each.line, each.fields) for each in rows[::2]] == [
        (1, ["a", "b"]),
        (3, ["2", "y"]),
        (5, []),
    ]
    assert rows[3] == Record(4, ["3", "z"])
    for row in (rows[1], rows[4]):
        with pytest.raises(ValueError, match="A cell of this line has more than 1,000 characters"):
            row.require_whole()


def test_a_row_too_long_for_any_text_is_no_blank_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "_MOST_BLANK", 10)
    before = csv.field_size_limit(1_000)
    try:
        text = as_text("a,b\n" + "\n" * 8 + "x" * 1_001 + "\n" + "\n" * 8 + "1,2\n")
        rows = list(records_of(text, ",", is_quoted=True))
    finally:
        csv.field_size_limit(before)
    assert [each.line for each in rows] == [1, 10, 19]


def test_headings_too_long_for_any_text_are_told() -> None:
    before = csv.field_size_limit(1_000)
    try:
        rows = list(records_of(as_text("x" * 1_001 + "\n1,2\n"), ",", is_quoted=True))
    finally:
        csv.field_size_limit(before)
    assert rows == [Record(1, [], is_too_long=True), Record(2, ["1", "2"])]


def test_an_open_cell_too_long_for_any_text_is_told() -> None:
    before = csv.field_size_limit(1_000)
    try:
        text = as_text(f'a,b\n1,y\n2,"\n{"x" * 1_001}\n3,y\n')
        rows = list(records_of(text, ",", is_quoted=True))
    finally:
        csv.field_size_limit(before)
    assert [(each.line, each.is_too_long) for each in rows] == [
        (1, False),
        (2, False),
        (3, True),
        (5, False),
    ]


@pytest.mark.parametrize("count", [1, 50, 50_000])
def test_a_quotation_mark_that_is_not_closed_takes_its_line_alone(count: int) -> None:
    text = as_text('a,b\n1,x\n2,"oops\n' + "3,y\n" * count)
    rows = list(records_of(text, ",", is_quoted=True))
    assert rows[1:3] == [Record(2, ["1", "x"]), Record(3, [], is_unclosed=True)]
    assert rows[3:] == [Record(line, ["3", "y"]) for line in range(4, 4 + count)]
    with pytest.raises(ValueError, match="A quotation mark in this line is not closed"):
        rows[2].require_whole()


def test_several_lines_with_a_mark_that_is_not_closed_are_each_told() -> None:
    text = as_text('a,b\n1,"one\n3,y\n3,y\n2,"two"\n3,y\n4,"three\n3,y\n')
    rows = list(records_of(text, ",", is_quoted=True))
    assert {row.line for row in rows if row.is_unclosed} >= {7}
    assert rows[-1] == Record(8, ["3", "y"])


def test_lines_in_a_cell_that_the_end_of_the_file_cuts_off_are_no_rows() -> None:
    rows = list(records_of(as_text('a,b\n1,"x\nmore\nand more'), ",", is_quoted=True))
    assert rows[-1] == Record(2, ["1", "x\nmore\nand more"], is_cut=True)


def test_a_quotation_mark_that_is_never_closed_ends_the_reading() -> None:
    rows = list(records_of(as_text('a,b\n1,"' + "x" * 200_000), ",", is_quoted=True))
    assert [each.is_cut for each in rows] == [False, True]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("62.5", 62.5), ("62,5", 62.5), (" -5 ", -5.0), ("1,250.5", 1250.5)),
        *(("1.250,5", 1250.5), ("1,250", 1250.0), ("\u22122,5", -2.5), ("1e-05", 1e-05)),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, number: float) -> None:
    assert number_of(text, mark_is_comma=False) == number


@pytest.mark.parametrize("text", ["", "nan", "inf", "1e999", "1_000", "12 kg", "--", "1,2,3"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        number_of(text, mark_is_comma=False)


@pytest.mark.parametrize("chunk", [1, 2, 3, 5, 8])
def test_letters_across_two_parts_of_a_long_file_are_whole(
    chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_text, "_CHUNK", chunk)
    assert decoded("a;ü🦵b\n".encode(), "x.csv").encoding == "utf-8-sig"
    assert decoded("a;üäb\n".encode("cp1252"), "x.csv").encoding == "cp1252"
    assert decoded("a;b🦵".encode()[:-1], "x.csv").data == b"a;b"


@pytest.mark.parametrize(
    ("above", "delimiter"),
    [
        ("sep=;\n", ";"),
        ('"sep=,"\r\n', ","),
        ("sep=\t\n", "\t"),
        ("Training log\n", ","),
        ("Training log, spring 2026\n\n", ","),
        ("My log,,,,\n,,,,\n", ","),
        ('"Legs, seated, standing, both"\n', ","),
        ("\n\n", ";"),
        ("", ";"),
    ],
)
def test_lines_above_the_table_are_passed_over(above: str, delimiter: str) -> None:
    table = "Date;Exercise;kg;Reps;Pain\n2026-03-02;Seated calf raise;40;12;\n"
    text = decoded((above + table.replace(";", delimiter)).encode(), "x.csv")
    assert delimiter_of(text) == delimiter
    lines = above.count("\n")
    assert [(each.line, each.fields[0]) for each in records_of(text, delimiter, True)] == [
        (lines + 1, "Date"),
        (lines + 2, "2026-03-02"),
    ]


def test_what_is_no_table_is_called_what_it_is() -> None:
    with pytest.raises(FormatError, match=r"x\.csv is a FIT file of a watch"):
        decoded(b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT\x00", "x.csv")


def test_the_head_of_a_narrow_table_is_no_title() -> None:
    text = decoded(b"Date,kg\n2026-03-02,70\n", "x.csv")
    assert text.lines_above == 0


def test_quotation_marks_that_are_not_doubled_are_part_of_their_cell() -> None:
    text = '"a";"b";"c"\n"1";"the "row"; or not";"x"\n"2";"say "when"";"y"\n"3";"";"z"\n'
    rows = [each.fields for each in records_of(as_text(text), ";", is_quoted=True)][1:]
    assert rows == [["1", 'the "row"; or not', "x"], ["2", 'say "when"', "y"], ["3", "", "z"]]


def test_a_mark_before_the_line_end_does_not_take_the_next_line_with_it() -> None:
    text = '"a";"b"\n"1";"say "x"\n"3";"4"\n"5";"6"\n'
    found = [(each.line, each.fields) for each in records_of(as_text(text), ";", is_quoted=True)]
    assert found == [(1, ["a", "b"]), (2, ["1", 'say "x']), (3, ["3", "4"]), (4, ["5", "6"])]


def read_whole(data: bytes) -> list[Record]:
    text = decoded(data, "some.csv")
    return list(records_of(text, delimiter_of(text), is_quoted=True))


def test_a_first_line_as_long_as_a_book_is_no_header() -> None:
    with pytest.raises(FormatError, match=r"some\.csv is no table: its first line has 300,000 cha"):
        decoded(b"," * 300_000, "some.csv")
    # In other lines a cell may be as long as it likes.
    (_, row) = read_whole(b"a,b\n1," + b"x" * 300_000)
    assert len(row.fields[1]) == 300_000


def test_rows_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "MOST_ROWS", 3)
    assert len(read_whole(b"a,b\n1,2\n3,4\n")) == 3
    with pytest.raises(FormatError, match=r"some\.csv has more than 3 lines: no training has so"):
        read_whole(b"a,b\n1,2\n3,4\n5,6\n")


def test_blank_lines_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "_MOST_BLANK", 3)
    assert len(read_whole(b"a,b\n\n\n1,2\n\n\n3,4\n")) == 3
    with pytest.raises(FormatError, match=r"some\.csv has more than 3 blank lines in a row"):
        read_whole(b"a,b\n1,2\n\n\n\n\n3,4\n")
    with pytest.raises(FormatError, match=r"some\.csv is empty"):
        read_whole(b"\n\n\n\na,b\n")


@pytest.mark.parametrize(
    "line",
    [
        "701,plain\n",
        '701,"over\ntwo"\n',
        '701,"said ""so"""\n',
        "701\n",
        "\n",
        ",\n",
        '701,"open\n',
        f"701,{'x' * 1_001}\n",
    ],
    ids=["plain", "two lines", "marks", "short", "blank", "empty", "open", "too long"],
)
@pytest.mark.parametrize("is_quoted", [True, False])
def test_many_lines_are_split_as_each_by_itself(
    line: str, is_quoted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["number,word\n", *(f"{number},word\n" for number in range(1_700))]
    lines[701] = line
    lines[-1] = "cut"
    text = decoded("".join(lines).encode(), "")
    most = csv.field_size_limit(1_000)
    records = list(records_of(text, ",", is_quoted))
    assert records[-1].is_cut
    monkeypatch.setattr(csv_text, "_AT_ONCE", 10_000)
    assert list(records_of(text, ",", is_quoted)) == records
    csv.field_size_limit(most)
