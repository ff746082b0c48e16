"""One tuple of columns gives header, lines, dictionary, recognition and reading."""

import datetime

import pytest

from tracker.domain.load import Unit
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Bodyweight
from tracker.exchange.csv_text import Record
from tracker.exchange.exporting.data_dictionary import readme_lines
from tracker.exchange.importing.found import Told
from tracker.exchange.importing.known_formats import OURS
from tracker.exchange.importing.own_tables import own_table, read_entries
from tracker.exchange.tables.cell_readers import day, number, required
from tracker.exchange.tables.dialect import Delimiter, Dialect
from tracker.exchange.tables.ours import OUR_TABLES, TABLE_BY_NAME
from tracker.exchange.tables.sets import SETS
from tracker.exchange.tables.table import LINES_A_STEP, Column, Into, Table

DAY = datetime.date(2026, 11, 24)
WEIGHINGS: Table[list[Bodyweight]] = Table(
    name="bodyweights.csv",
    grain="one row a weighing",
    columns=(
        Column(
            "date",
            "the day",
            lambda weighings, write: write.dates(each.date for each in weighings),
            Into("date", required("The date is", day)),
            is_telling=True,
        ),
        Column(
            "weighed_kg",
            "bodyweight, {unit}",
            lambda weighings, write: write.numbers(each.kg for each in weighings),
            Into("kg", required("The bodyweight is", number)),
        ),
        Column("stones", "the same in stones", lambda weighings, _write: ["?"] * len(weighings)),
    ),
    take=lambda _period: [],
    days=lambda _period: [],
    entry=Bodyweight,
)


def test_header_lines_and_dictionary_come_of_the_columns() -> None:
    dialect = Dialect(Unit.LB, Delimiter.SEMICOLON)
    assert WEIGHINGS.header(dialect) == "date;weighed_lb;stones"
    rows = [Bodyweight(DAY, 70.5), Bodyweight(DAY, 71.0)]
    ((fraction, lines),) = WEIGHINGS.steps(rows, dialect)
    assert (fraction, lines) == (1.0, ["2026-11-24;70,5;?", "2026-11-24;71;?"])
    assert readme_lines((WEIGHINGS,), Formula.EPLEY, dialect)[-5:] == [
        "bodyweights.csv: one row a weighing",
        "-----------------------------------",
        "date        the day",
        "weighed_lb  bodyweight, lb",
        "stones      the same in stones",
    ]


def test_rows_are_read_back_by_the_columns_and_computed_ones_are_not() -> None:
    (found,) = read_entries(WEIGHINGS, WEIGHINGS.names, [Record(2, ["2026-11-24", "70.5", "?"])])
    assert isinstance(found, Told)
    assert isinstance(found.entry, Bodyweight)
    assert (found.entry.date, found.entry.kg) == (DAY, 70.5)


def test_a_table_is_known_by_its_telling_columns_in_any_order() -> None:
    assert WEIGHINGS.is_told_by(["more", "date"])
    assert not WEIGHINGS.is_told_by(["weighed_kg", "stones"])


def test_many_lines_are_written_in_steps() -> None:
    rows = [Bodyweight(DAY, 70.0)] * (2 * LINES_A_STEP + LINES_A_STEP // 2)
    steps = [(fraction, len(lines)) for fraction, lines in WEIGHINGS.steps(rows, Dialect())]
    assert steps == [(0.4, LINES_A_STEP), (0.8, LINES_A_STEP), (1.0, LINES_A_STEP // 2)]


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("name", TABLE_BY_NAME)
def test_each_of_our_files_is_known_by_its_headings_and_taken_for_no_other(
    name: str, unit: Unit
) -> None:
    table = TABLE_BY_NAME[name]
    headings = table.header(Dialect(unit)).split(",")
    if table is SETS:
        assert OURS.fits(headings)
        assert own_table(headings) is None
    else:
        assert own_table(headings) is table
        assert not OURS.fits(headings)
    told = [each for each in OUR_TABLES if each.is_told_by(headings)]
    assert told == [table]


@pytest.mark.parametrize("name", TABLE_BY_NAME)
def test_no_column_stands_twice_and_each_field_is_read_from_one(name: str) -> None:
    columns = TABLE_BY_NAME[name].columns
    assert len({column.name for column in columns}) == len(columns)
    read = [column.read for column in columns if column.read is not None]
    become = [each.field if isinstance(each, Into) else each for each in read]
    assert len(set(become)) == len(become)


@pytest.mark.parametrize("name", TABLE_BY_NAME)
def test_a_table_is_of_entries_of_sets_or_computed(name: str) -> None:
    table = TABLE_BY_NAME[name]
    is_read = [isinstance(column.read, Into) for column in table.columns]
    assert any(is_read) == (table.entry is not None)
    assert (table is SETS, table.entry is not None, bool(table.computed_from)).count(True) == 1
