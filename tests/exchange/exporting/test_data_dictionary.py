import pytest

from tracker.domain.load import Unit
from tracker.domain.one_rep_max import Formula
from tracker.exchange.exporting.data_dictionary import readme_lines
from tracker.exchange.tables.dialect import Delimiter, Dialect
from tracker.exchange.tables.ours import OUR_TABLES
from tracker.exchange.tables.sets import SETS
from tracker.exchange.tables.tests import TESTS


def test_every_column_of_every_file_is_explained_and_none_other() -> None:
    lines = readme_lines(OUR_TABLES, Formula.EPLEY, Dialect())
    for table in OUR_TABLES:
        first = lines.index(f"{table.name}: {table.grain}") + 2
        explained = lines[first : first + len(table.columns)]
        assert tuple(line.split("  ")[0] for line in explained) == table.names
        assert all(len(line.split(maxsplit=1)) == 2 for line in explained)
        assert [*lines, ""][first + len(table.columns)] == ""


def test_each_column_is_explained_in_one_line() -> None:
    lines = readme_lines(OUR_TABLES, Formula.EPLEY, Dialect())
    for column in SETS.names:
        assert any(line.startswith(f"{column} ") and len(line) > 25 for line in lines)
    assert not any("\n" in line or "{" in line for line in lines)


def test_in_pounds_columns_and_words_say_so() -> None:
    lines = readme_lines([SETS], Formula.EPLEY, Dialect(Unit.LB))
    assert "Loads are in lb." in "\n".join(lines)
    assert any(line.startswith("system_lb ") and ", lb:" in line for line in lines)
    assert not any(line.startswith("system_kg") for line in lines)


@pytest.mark.parametrize(
    ("formula", "words"),
    [(Formula.EPLEY, "W x (1 + r / 30)"), (Formula.BRZYCKI, "36 x W / (37 - r)")],
)
def test_the_formula_of_the_log_is_the_one_explained(formula: Formula, words: str) -> None:
    assert words in "\n".join(readme_lines(OUR_TABLES, formula, Dialect()))


def test_the_way_numbers_are_written_is_said() -> None:
    text = "\n".join(
        readme_lines(OUR_TABLES, Formula.EPLEY, Dialect(delimiter=Delimiter.SEMICOLON))
    )
    assert "semicolons, numbers have a decimal comma" in text


def test_only_the_files_there_are_explained() -> None:
    text = "\n".join(readme_lines([TESTS], Formula.EPLEY, Dialect()))
    assert "tests.csv: one row" in text
    assert "sets.csv: one row" not in text
