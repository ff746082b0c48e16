"""How numbers, days and texts stand in our own CSV files."""

import csv
import datetime
from math import inf, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.columns import SIDES, day_number
from tracker.domain.load import Unit, kg_from_pounds
from tracker.exchange.tables.dialect import (
    NO_MEMBER,
    CellWriter,
    Delimiter,
    Dialect,
    neutralised,
    restored,
)

DAY = datetime.date(2026, 11, 24)
# By OWASP: signs of formulas, what may hide one, full-width forms; the apostrophe is our own.
STARTS = (*"=+-@\t\r\n\0", "\uff1d", "\uff0b", "\uff0d", "\uff20", "'")


@pytest.mark.parametrize("start", STARTS)
def test_a_text_that_a_spreadsheet_would_reckon_with_gets_an_apostrophe(start: str) -> None:
    assert neutralised(f"{start}1+1") == f"'{start}1+1"
    assert restored(f"'{start}1+1") == f"{start}1+1"
    assert neutralised(f"1{start}1") == f"1{start}1"


@given(st.text() | st.builds("".join, st.tuples(st.sampled_from(STARTS), st.text())))
def test_any_text_comes_back_from_its_cell(text: str) -> None:
    cell = neutralised(text)
    assert not cell.startswith(STARTS[:-1])
    assert restored(cell) == text


@pytest.mark.parametrize("delimiter", Delimiter)
@pytest.mark.parametrize("text", ["a,b;c\td", 'so "calm"', "two\nlines", "two\rlines", "plain"])
def test_a_text_is_quoted_where_it_would_be_taken_for_more_cells(
    text: str, delimiter: Delimiter
) -> None:
    line = Dialect(delimiter=delimiter).lines([[Dialect(delimiter=delimiter).text(text)], ["2"]])
    (row,) = csv.reader(line, delimiter=delimiter.character, strict=True)
    assert row == [text, "2"]


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (inf, ""), (-0.0, "0"), (8.0, "8"), (62.5, "62.5")]
)
def test_a_number_has_the_fewest_digits_and_an_unknown_one_none(
    value: float | None, text: str
) -> None:
    assert Dialect().number(value) == text
    assert Dialect(delimiter=Delimiter.SEMICOLON).number(value) == text.replace(".", ",")


def test_a_load_entered_in_pounds_is_written_as_it_was_entered() -> None:
    assert Dialect(Unit.LB).load(kg_from_pounds(132.25)) == "132.25"
    assert Dialect(Unit.LB).load(inf) == ""
    assert Dialect(Unit.LB).name("external_kg") == "external_lb"
    assert Dialect(Unit.KG).name("external_kg") == "external_kg"


def test_a_column_is_written_with_an_empty_cell_for_what_is_unknown() -> None:
    write = CellWriter(Dialect())
    assert write.numbers(np.array([8.0, nan])) == ["8", ""]
    assert write.loads(np.array([62.5, nan])) == ["62.5", ""]
    assert write.computed(np.array([71.4286, nan])) == ["71.43", ""]
    assert write.texts(["=note", None, ""]) == ["'=note", "", ""]
    assert write.words(["brzycki", None]) == ["brzycki", ""]
    assert write.members(np.array([0, NO_MEMBER]), SIDES) == [SIDES[0].value, ""]
    assert write.dates([DAY]) == write.days(np.array([day_number(DAY)])) == ["2026-11-24"]
    at = datetime.datetime(2026, 11, 24, 18, 5, tzinfo=datetime.UTC)
    assert write.times([at, None]) == ["18:05:00", ""]


def test_what_was_computed_in_kilograms_is_converted_and_rounded() -> None:
    assert CellWriter(Dialect(Unit.LB)).computed_loads(np.array([85.0])) == ["187.39"]
    assert CellWriter(Dialect(Unit.KG)).computed_loads(np.array([85.0])) == ["85"]
