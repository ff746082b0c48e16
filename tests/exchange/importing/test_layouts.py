"""Files of blocks and sections become one table, each line in its place."""

from pathlib import Path

import pytest

from tests.exchange.logs import imported, logged_sets, read
from tracker.domain.load import Unit
from tracker.exchange.csv_text import FormatError, decoded
from tracker.exchange.importing import layouts
from tracker.exchange.importing.foreign_csv import head_of
from tracker.exchange.importing.layouts import as_table
from tracker.storage.database import Database

FORMS = Path(__file__).parents[2] / "data" / "forms"
ALPHA = (FORMS / "alpha-progression.csv").read_bytes()
KG = Unit.KG


def test_blocks_of_alpha_progression_are_sets_in_their_lines() -> None:
    # By hand: warm-ups stand in the line of their exercise, two in each; “-” was not done.
    found = read(ALPHA)
    assert found.format_name == "Alpha Progression"
    assert [
        (
            each.line,
            each.told.name,
            each.told.set_type.value,
            each.told.reps,
            each.told.load,
            each.told.unit,
            each.told.rir,
        )
        for each in found.sets
    ] == [
        (3, "Hack Squats · Machine", "warmup", 9, 37.5, KG, None),
        (3, "Hack Squats · Machine", "warmup", 7, 72.5, KG, None),
        (5, "Hack Squats · Machine", "work", 8, 115.0, KG, 1.0),
        (6, "Standing Calf Raises · Machine", "warmup", 8, 47.5, KG, None),
        (6, "Standing Calf Raises · Machine", "warmup", 6, 90.0, KG, None),
        (8, "Standing Calf Raises · Machine", "work", 11, 157.5, KG, 1.0),
        (9, "Standing Calf Raises · Machine", "work", 10, 157.5, KG, 0.5),
        (13, "Seated Calf Raises · Machine", "work", 9, 35.0, KG, 1.0),
    ]
    assert {(str(each.session.date), str(each.session.time)) for each in found.sets} == {
        ("2026-02-19", "04:54:00")
    }
    assert [(each.line, each.reason) for each in found.left_out] == [
        (10, "Repetitions are missing."),
        (18, "Repetitions are missing."),
    ]


def test_a_note_on_many_lines_comes_with_each_set_below_it() -> None:
    data = (
        b'"2026-02-19 4:54 h"\n"1. Seated Calf Raise";"slow"\n"#";"KG";"REPS"\n"1";"60";"8"\n'
        b'"2. Seated Calf Raise";"deep\nand\ncalm"\n"#";"KG";"REPS"\n"1";"50";"8"\n'
        b'"3. Seated Calf Raise";"left\nopen\n"#";"KG";"REPS"\n"1";"40";"8"\n'
    )
    found = read(data)
    assert [(each.line, each.told.note) for each in found.sets] == [
        (4, "slow"),
        (9, "deep and calm"),
        (13, "left open"),
    ]


def test_what_stands_in_each_line_again_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = b'"2026-02-19 4:54 h"\n"1. ' + b"x" * 900 + b'"\n"#";"KG";"REPS"\n'
    data = lines + b'"1";"60";"8"\n' * 10
    monkeypatch.setattr(layouts, "MOST_TEXT", 20_000)
    assert len(read(data).sets) == 10
    monkeypatch.setattr(layouts, "MOST_TEXT", 8_000)
    with pytest.raises(
        FormatError, match=r"file\.csv could not be read: no training has as much text"
    ):
        read(data)
    monkeypatch.setattr(layouts, "LONGEST_CELL", 800)
    with pytest.raises(FormatError, match=r"line 2 of it has more than 800 characters"):
        read(data)


def test_blocks_of_alpha_progression_come_in_once() -> None:
    database = Database.in_memory()
    summary = imported(database, ALPHA)
    # Two warm-ups and two sets standing, one seated; the third standing set was not done.
    assert (summary.sets, summary.sessions) == (5, 1)
    assert [each.external_kg for each in logged_sets(database)] == [47.5, 90.0, 157.5, 157.5, 35.0]
    again = imported(database, ALPHA)
    assert (again.sets, again.sessions) == (0, 0)


def test_blocks_of_2023_are_in_pounds_with_a_note_of_two_lines() -> None:
    found = read((FORMS / "alpha-progression-2023.csv").read_bytes())
    assert [
        (
            each.line,
            str(each.session.date),
            str(each.session.time),
            each.told.reps,
            each.told.load,
            each.told.unit,
            each.told.note,
        )
        for each in found.sets
        if "Calf" in each.told.name
    ] == [
        (14, "2023-03-19", "19:04:00", 12, 27.5, Unit.LB, "Used machine anchor: 3"),
        (15, "2023-03-19", "19:04:00", 10, 32.5, Unit.LB, ""),
        (24, "2023-03-17", "07:06:00", 15, 45.0, Unit.LB, ""),
    ]


def test_a_mark_not_closed_in_a_block_costs_its_own_line() -> None:
    broken = ALPHA.replace(b"1;115;8;1", b'1;"115;8;1')
    lines = [each.line for each in read(broken).sets]
    assert lines == [3, 3, 6, 6, 8, 9, 13]
    assert (5, "Repetitions are missing.") in [
        (each.line, each.reason) for each in read(broken).left_out
    ]


def test_the_columns_of_blocks_are_shown_as_a_table() -> None:
    assert head_of(ALPHA, "x").headings[:3] == ("Session begun", "Exercise", "Kind of set")


@pytest.mark.parametrize(
    "table",
    [
        b"Date,Exercise,Reps\n2026-03-02,Seated calf raise,12\n",
        b"### SETTING ###\nrow_id\n1\n",
        b"\n\nDate,kg\n2026-03-02,70\n",
    ],
)
def test_what_is_neither_stays_as_it_is(table: bytes) -> None:
    text = decoded(table, "x")
    assert as_table(text) == text
