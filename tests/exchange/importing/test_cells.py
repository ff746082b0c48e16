"""The cells of one table's rows, read as what their columns mean."""

import datetime
from typing import Any

import pytest

from tracker.domain.load import Unit
from tracker.exchange.csv_text import Record
from tracker.exchange.importing import cells as module
from tracker.exchange.importing.cells import LONGEST, Cells
from tracker.exchange.importing.formats import Format
from tracker.exchange.importing.known_formats import FITNOTES, OURS
from tracker.exchange.roles import Role

HEADINGS = ["date", "exercise", "category", "weight", "weight unit", "reps", "comment"]
ROW = ["2026-01-05", "Calf Raise", "Legs", "45.5", "kgs", "12", "calm"]


def cells_of(
    fields: list[str], format_: Format = FITNOTES, headings: list[str] = HEADINGS, comma: str = ","
) -> Cells:
    cells = Cells(format_, headings, comma, None)
    cells.take(Record(2, fields))
    return cells


def test_a_row_is_read_by_its_headings() -> None:
    cells = cells_of(ROW)
    assert cells.moment() == (datetime.date(2026, 1, 5), None)
    assert (cells.cell(Role.NAME), cells.word(Role.CATEGORY)) == ("Calf Raise", "legs")
    assert cells.load() == (45.5, Unit.KG)
    assert cells.whole(Role.REPS, "Repetitions") == 12


def test_what_a_short_row_or_the_table_does_not_have_is_empty() -> None:
    cells = cells_of(ROW[:2])
    assert cells.cell(Role.NOTE) == cells.cell(Role.PAIN) == ""
    assert cells.number(Role.REPS) is None
    assert cells.load() == (0.0, None)


def test_a_row_that_the_file_ends_in_is_refused() -> None:
    cells = Cells(FITNOTES, HEADINGS, ",", None)
    with pytest.raises(ValueError, match="ends in the middle of this line"):
        cells.take(Record(2, ROW, is_cut=True))


def test_other_than_between_commas_numbers_have_a_decimal_comma() -> None:
    fields = [*ROW[:3], "1,5", *ROW[4:]]
    assert cells_of(fields, comma=";").load() == (1.5, Unit.KG)


def test_an_unknown_unit_of_a_weight_is_refused() -> None:
    with pytest.raises(ValueError, match="“stone” is no unit of a weight"):
        cells_of([*ROW[:4], "Stone", *ROW[5:]]).load()


@pytest.mark.parametrize(
    ("name", "note"),
    [
        (["Calf Raise (Left", " Smith)"], ["calm"]),
        (["Calf Raise"], ["slow", " and calm"]),
        (["Calf Raise (Left", " Smith)"], ["slow", " and calm"]),
    ],
)
def test_a_name_and_a_note_with_commas_are_joined_where_the_numbers_then_stand_right(
    name: list[str], note: list[str]
) -> None:
    cells = cells_of([ROW[0], *name, *ROW[2:6], *note])
    assert cells.cell(Role.NAME) == ",".join(name)
    assert cells.cell(Role.NOTE) == ",".join(note)
    assert cells.load() == (45.5, Unit.KG)


def test_a_row_that_makes_no_sense_however_it_is_joined_gives_all_to_the_name() -> None:
    cells = cells_of([ROW[0], "Calf", "Raise", "Legs", "heavy", "kgs", "twelve", "calm"])
    assert cells.cell(Role.NAME) == "Calf,Raise"


def test_no_name_has_more_pieces_than_it_may_have_characters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "LONGEST", 40)
    tried = 0
    fits = Cells._fits

    def counted(cells: Cells, *given: Any) -> bool:
        nonlocal tried
        tried += 1
        return fits(cells, *given)

    monkeypatch.setattr(Cells, "_fits", counted)
    with pytest.raises(ValueError, match=r"A cell of this line has 9,99\d characters"):
        cells_of([ROW[0], *"x" * 5_000, *ROW[2:3], "heavy", *ROW[4:]])
    assert tried == 41


@pytest.mark.parametrize("place", [0, 1, 3, 4, 5])
def test_a_cell_too_long_for_what_it_means_is_refused(place: int) -> None:
    fields = [*ROW]
    fields[place] = "1" * LONGEST
    cells_of(fields)
    fields[place] += "1"
    with pytest.raises(ValueError, match=r"A cell of this line has 4,001 characters\."):
        cells_of(fields)


def test_a_note_and_what_is_not_read_may_be_longer_and_so_may_our_own_cells() -> None:
    long = "a" * (LONGEST + 1)
    assert cells_of([*ROW[:2], long, *ROW[3:6], long]).cell(Role.NOTE) == long
    assert cells_of([long], OURS, ["equipment"]).text(Role.EQUIPMENT) == long


def test_our_own_texts_come_back_and_those_of_others_stay_as_they_are() -> None:
    ours = cells_of(["'=calm"], OURS, ["notes"])
    assert ours.text(Role.NOTE) == "=calm"
    others = cells_of([*ROW[:6], ' "so ""calm""" '])
    assert others.text(Role.NOTE) == 'so "calm"'
    assert cells_of([*ROW[:6], "'=calm"]).text(Role.NOTE) == "'=calm"
