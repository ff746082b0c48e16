import pytest

from tracker.domain.load import Unit
from tracker.domain.one_rep_max import Formula
from tracker.exchange.exporting.data_dictionary import COLUMNS, ROWS, readme_lines
from tracker.exchange.exporting.export import Table
from tracker.exchange.exporting.sets import SETS_COLUMNS, Delimiter, Shape
from tracker.exchange.exporting.symptoms import SYMPTOMS_COLUMNS
from tracker.exchange.exporting.tests import TESTS_COLUMNS
from tracker.exchange.exporting.weekly import WEEKLY_COLUMNS


def test_every_column_of_every_file_is_explained_and_none_other() -> None:
    assert {table: tuple(explained) for table, explained in COLUMNS.items()} == {
        "sets.csv": SETS_COLUMNS,
        "weekly.csv": WEEKLY_COLUMNS,
        "tests.csv": TESTS_COLUMNS,
        "symptoms.csv": SYMPTOMS_COLUMNS,
    }
    assert set(ROWS) == set(Table)


def test_each_column_is_explained_in_one_line() -> None:
    lines = readme_lines(Table, Formula.EPLEY, Shape())
    for column in SETS_COLUMNS:
        assert any(line.startswith(f"{column} ") and len(line) > 25 for line in lines)
    assert not any("\n" in line or "{" in line for line in lines)


def test_in_pounds_columns_and_words_say_so() -> None:
    lines = readme_lines([Table.SETS], Formula.EPLEY, Shape(Unit.LB))
    assert "Loads are in lb." in "\n".join(lines)
    assert any(line.startswith("system_lb ") and ", lb:" in line for line in lines)
    assert not any(line.startswith("system_kg") for line in lines)


@pytest.mark.parametrize(
    ("formula", "words"),
    [(Formula.EPLEY, "W x (1 + r / 30)"), (Formula.BRZYCKI, "36 x W / (37 - r)")],
)
def test_the_formula_of_the_log_is_the_one_explained(formula: Formula, words: str) -> None:
    assert words in "\n".join(readme_lines(Table, formula, Shape()))


def test_the_way_numbers_are_written_is_said() -> None:
    text = "\n".join(readme_lines(Table, Formula.EPLEY, Shape(delimiter=Delimiter.SEMICOLON)))
    assert "semicolons, numbers have a decimal comma" in text


def test_only_the_files_there_are_explained() -> None:
    text = "\n".join(readme_lines([Table.TESTS], Formula.EPLEY, Shape()))
    assert "tests.csv: one row" in text
    assert "sets.csv: one row" not in text
