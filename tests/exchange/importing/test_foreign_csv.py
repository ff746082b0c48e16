import datetime
import time
from pathlib import Path

import pytest

from tests.exchange.logs import finished, read
from tracker.domain.load import Unit
from tracker.domain.session import SetType, Tempo
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing import foreign_csv
from tracker.exchange.importing.foreign_csv import (
    LINES_A_STEP,
    Choices,
    known_as,
    reading_csv,
    reading_table,
)
from tracker.exchange.importing.known_formats import FITNOTES as FITNOTES_FORMAT
from tracker.exchange.roles import Role
from tracker.exchange.tables.dialect import Dialect
from tracker.exchange.tables.tests import TESTS
from tracker.exchange.tables.weekly import WEEKLY
from tracker.storage.fitnotes_backup import HEADINGS

DATA = Path(__file__).parents[2] / "data"
OURS = b"session_id,date,exercise,side,set_no,reps,external_kg"
FITNOTES = b"Date,Exercise,Category,Weight,Reps,Distance,Distance Unit,Time\n"


def test_fitnotes_is_known_by_its_columns_and_its_unit_by_each_row() -> None:
    found = read((DATA / "fitnotes-kg.csv").read_bytes())
    assert found.format_name == "FitNotes"
    assert found.lines == 11
    first = found.sets[0]
    assert (first.session.date, first.told.reps, first.told.load, first.told.unit) == (
        datetime.date(2026, 1, 5),
        8,
        10.0,
        Unit.KG,
    )
    assert not found.must_ask_unit


def test_a_comma_in_a_fitnotes_name_is_joined_again() -> None:
    found = read((DATA / "fitnotes-kg.csv").read_bytes())
    names = {each.name: each.lines for each in found.names}
    assert names["Overhead Press (Each Side, Dumbbells)"] == 1
    left = next(
        each for each in found.sets if each.told.name == "Standing Calf Raise (Left, Smith)"
    )
    assert (left.told.reps, left.told.load) == (12, 20.0)


def test_an_empty_weight_is_no_load() -> None:
    found = read((DATA / "fitnotes-kg.csv").read_bytes())
    standing = [each for each in found.sets if each.told.name == "Standing Calf Raise Machine"]
    assert [(each.told.reps, each.told.load) for each in standing] == [(15, 0.0)]


def test_lines_without_repetitions_are_left_out_with_number_and_reason() -> None:
    found = read((DATA / "fitnotes-kg.csv").read_bytes())
    assert [(each.line, each.reason) for each in found.left_out] == [
        (11, "Repetitions are missing."),
        (12, "Repetitions are missing."),
    ]


def test_pounds_in_the_header_comments_with_commas_and_a_cut_line_are_read() -> None:
    found = read((DATA / "fitnotes-lb-cut.csv").read_bytes())
    assert [(each.told.load, each.told.unit, each.told.note) for each in found.sets] == [
        (45.0, Unit.LB, "slow, and with a pause"),
        (60.25, Unit.LB, 'easy, "too" easy'),
        (27.5, Unit.LB, "=1+1"),
    ]
    assert found.sets[2].told.name == "Standing Calf Raise (Each Side, Dumbbells)"
    assert [(each.line, each.reason) for each in found.left_out] == [
        (5, "The file ends in the middle of this line.")
    ]


def test_a_comment_of_fitnotes_may_go_on_below() -> None:
    header = FITNOTES.replace(b"Time", b"Time,Comment")
    found = read(
        header
        + b'2026-08-04,Seated Calf Raise,Legs,40,12,,,,"felt good, both\nleft heel sore, later"\n'
        + b"2026-08-03,Seated Calf Raise,Legs,40,11,,,,one, two, three, four, five\n"
        + b'2026-08-04,Seated Calf Raise,Legs,40,10,,,,"said ""easy"", 3 s down"\n'
        + b'2026-08-05,Calf Raise (Seated, Smith),Legs,40,9,,,,"one\r\n\r\nthree"\r\n'
        + b'2026-08-06,Seated Calf Raise,Legs,40,8,,,,"never closed\n'
        + b"2026-08-07,Seated Calf Raise,Legs,40,7,,,,\n"
    )
    assert [(each.line, each.told.reps, each.told.note) for each in found.sets] == [
        (2, 12, "felt good, both\nleft heel sore, later"),
        (4, 11, "one, two, three, four, five"),
        (5, 10, 'said "easy", 3 s down'),
        (6, 9, "one\r\n\r\nthree"),
        (9, 8, '"never closed'),
        (10, 7, ""),
    ]
    assert found.left_out == ()


def test_a_weight_without_a_unit_must_be_asked() -> None:
    found = read(FITNOTES + b"2026-01-05,Seated Calf Raise,Legs,45.0,12,,,\n")
    assert found.must_ask_unit
    with pytest.raises(ValueError, match="unit"):
        found.sets[0].told.external_kg(None)
    assert found.sets[0].told.external_kg(Unit.LB) == pytest.approx(20.41165665)


@pytest.mark.parametrize(
    ("delimiter", "number"), [(",", '"62,5"'), (";", "62,5"), ("\t", "62.5"), ("\t", "62,5")]
)
def test_our_own_file_is_read_with_every_delimiter(delimiter: str, number: str) -> None:
    header = OURS.decode().replace(",", delimiter)
    row = delimiter.join(["s1", "2026-01-05", "seated", "left", "1", "8", number])
    (found,) = read(f"{header}\n{row}\n".encode()).sets
    assert (found.session.id, found.told.set_no, found.told.load) == ("s1", 1, 62.5)
    assert str(found.told.meaning) == "seated:left"


def test_our_own_file_tells_all_of_a_set() -> None:
    data = (
        "\ufeffdate,session_id,time,exercise,side,set_no,set_type,reps,external_lb,bodyweight_lb,"
        "rir,tempo_raise_s,tempo_top_s,tempo_lower_s,tempo_bottom_s,rest_s,equipment,pain_during,"
        "e1rm_formula,notes\r\n"
        "2026-01-05,s1,18:05,Seated,left,1,test,8,60.25,154,0,3,0,3,0,90,'=machine,2,brzycki,"
        "''quoted\r\n"
    )
    (found,) = read(data.encode()).sets
    assert found.session.time == datetime.time(18, 5)
    assert (found.told.unit, found.told.load) == (Unit.LB, 60.25)
    assert found.told.bodyweight_kg == pytest.approx(69.853, abs=1e-3)
    assert (found.told.set_type, found.told.rir) == (SetType.TEST, 0.0)
    assert found.told.tempo == Tempo(3, 0, 3, 0)
    assert (found.told.rest_s, found.told.pain_during, found.told.formula) == (90.0, 2, "brzycki")
    assert (found.told.equipment, found.told.note) == ("=machine", "'quoted")


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("date", "yesterday", "is not a date"),
        ("date", "1066-01-05", "training day must lie"),
        ("exercise", "squat", "is no exercise"),
        ("exercise", "", "exercise is missing"),
        ("side", "middle", "is no side"),
        ("reps", "8.5", "Repetitions must be a whole number, not 8.5."),
        ("reps", "", "Repetitions are missing"),
        ("external_kg", "heavy", "is not a number"),
        ("time", "evening", "is not a time of day"),
        ("set_type", "giant", "is no type of set"),
        ("tempo_raise_s", "3", "needs all of its four phases"),
        ("bodyweight_kg", "700", "Bodyweight in kg must be 20 to 400"),
    ],
)
def test_a_line_that_is_no_set_is_left_out_with_its_reason(
    column: str, cell: str, reason: str
) -> None:
    cells = {
        "session_id": "s1",
        "date": "2026-01-05",
        "exercise": "seated",
        "side": "left",
        "set_no": "1",
        "reps": "8",
        "external_kg": "60",
        **dict.fromkeys(["time", "set_type", "bodyweight_kg", "tempo_raise_s", "tempo_top_s"], ""),
        column: cell,
    }
    data = ",".join(cells) + "\n" + ",".join(cells.values()) + "\n"
    found = read(data.encode())
    assert not found.sets
    assert found.left_out[0].line == 2
    assert reason in found.left_out[0].reason


@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 100, b"a,b,c\n1,2,3\n", b",,,\n", b'"' + b"x" * 200_000, OURS[:30]]
)
def test_a_file_of_no_known_format_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"file\.csv is"):
        read(data)


def test_a_formula_of_a_later_version_is_none() -> None:
    (found,) = read(OURS + b",e1rm_formula\ns1,2026-01-05,seated,left,1,8,60,new\n").sets
    assert found.told.formula is None


def test_a_unit_that_is_none_leaves_the_line_out() -> None:
    header = FITNOTES.replace(b"Weight", b"Weight,Weight Unit")
    found = read(header + b"2026-01-05,Seated Calf Raise,Legs,45.0,stone,12,,,\n")
    assert "stone" in found.left_out[0].reason


@pytest.mark.parametrize(
    ("line", "name", "note"),
    [
        ("2026-01-05,Calf{x},Legs,60,8,,,,c", "", ""),  # longer than any name
        ("2026-01-05,Calf,Legs,60,8,,,,c{x}", "Calf", "c{x}"),
        ("2026-01-05,Calf{x},Legs,sixty,8,,,,c", "", ""),
    ],
)
def test_a_line_of_a_hundred_thousand_pieces_is_read_at_once(
    line: str, name: str, note: str
) -> None:
    pieces = ",1x" * 100_000
    header = "Date,Exercise,Category,Weight (kg),Reps,Distance,Distance Unit,Time,Comment"
    text = f"{header}\n{line.format(x=pieces)}\n"
    began = time.process_time()
    found = read(text.encode())
    assert time.process_time() - began < 10
    assert [
        (each.told.name, each.told.note, each.told.load, each.told.reps) for each in found.sets
    ] == ([(name.format(x=pieces), note.format(x=pieces), 60.0, 8)] if name else [])
    assert len(found.sets) + len(found.left_out) == 1


def test_a_line_of_cells_without_end_is_left_out() -> None:
    row = b"2026-01-05,Calf Raise,Legs,60,8,,,"
    found = read(FITNOTES + row + b",x" * 1_000_000 + b"\n" + row + b"\n")
    assert [(each.line, each.reason) for each in found.left_out] == [
        (2, "This line has 1,000,008 cells.")
    ]
    assert len(found.sets) == 1


def test_a_table_of_ours_without_sets_tells_its_entries_and_what_it_cannot_read() -> None:
    header = "date,exercise,side,reps,cadence_bpm,incline_deg\n"
    found = read(f"{header}2026-01-05,standing,left,25,60,10\nsoon,standing,left,25,,\n".encode())
    assert (found.format_name, found.is_ours, found.lines) == ("Soleus tests.csv", True, 2)
    assert found.table is TESTS
    assert [each.line for each in found.told] == [2]
    assert [each.line for each in found.left_out] == [3]


def test_a_table_that_is_computed_from_another_is_refused_and_that_one_named() -> None:
    header = WEEKLY.header(Dialect())
    with pytest.raises(FormatError, match=r"file\.csv is computed from .*sets\.csv.*: import that"):
        read(f"{header}\n".encode())


def test_columns_chosen_by_hand_count_even_in_a_table_of_ours() -> None:
    data = (TESTS.header(Dialect()) + "\n2026-01-05,standing,left,25\n").encode()
    places = {"date": Role.DATE, "exercise": Role.NAME, "reps": Role.REPS}
    columns = {TESTS.names.index(name): role for name, role in places.items()}
    (found,) = finished(reading_csv(data, "file.csv", Choices(columns))).sets
    assert (found.told.name, found.told.reps) == ("standing", 25)


@pytest.mark.parametrize("date", ["2026-01-05", "5 Jan 2026"])
def test_a_long_file_tells_how_far_it_has_been_read(date: str) -> None:
    row = f"{date},Seated Calf Raise,Legs,45.0,12,,,\n".encode()
    job = reading_csv(FITNOTES + row * 2 * LINES_A_STEP, "file.csv")
    told = [fraction for fraction in job if fraction]
    assert told == sorted(told)
    assert told[-2] == pytest.approx(1.0, abs=0.05)
    assert told[-1] == 1.0


def test_a_table_that_was_in_no_file_is_read_as_lines_below_a_header() -> None:
    rows = [["2026-01-05", "Seated Calf Raise", "Legs", "45.5", "12", ""]] * LINES_A_STEP
    job = reading_table(FITNOTES_FORMAT, HEADINGS, [*rows, ["", "", "", "", "", ""]])
    found = finished(job)
    assert len(found.sets) == LINES_A_STEP
    assert (found.sets[0].line, found.sets[0].told.load, found.sets[0].told.unit) == (
        2,
        45.5,
        Unit.KG,
    )
    assert [each.line for each in found.left_out] == [LINES_A_STEP + 2]


def test_a_table_of_nothing_is_read_too() -> None:
    assert finished(reading_table(FITNOTES_FORMAT, HEADINGS, [])).lines == 0


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"session_id,date,exercise,side,set_no,reps,external_kg\n", "Soleus sets.csv"),
        (b"date,week,side\n", ""),
        (b"Date,Exercise\n2026-03-02,Seated", ""),
        (b"A line of text\n", None),
        (b"\xff\xd8\xff", None),
        (b"", None),
    ],
)
def test_a_table_is_known_by_its_first_bytes(head: bytes, name: str | None) -> None:
    assert known_as(head) == name


def test_tables_of_ours_are_known_by_their_first_bytes() -> None:
    header = ",".join(column.name for column in TESTS.columns)
    assert known_as(header.encode()) == f"Soleus {TESTS.name}"
    computed = ",".join(column.name for column in WEEKLY.columns)
    assert known_as(computed.encode()) is None


def test_a_table_of_more_lines_than_training_has_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(foreign_csv, "MOST_LINES", 2)
    table = b"Date,Weight (kg)\n" + b"2026-03-02,70\n" * 3
    assert read(table.removesuffix(b"2026-03-02,70\n")).lines == 2
    with pytest.raises(FormatError, match="more than 2 lines"):
        read(table)
