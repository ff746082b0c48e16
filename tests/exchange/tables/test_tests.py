import csv
import datetime
from pathlib import Path

from tests.exchange.logs import exported, log_of
from tracker.domain.exercise import Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest, StopReason
from tracker.domain.load import Unit
from tracker.exchange.tables.dialect import Delimiter, Dialect
from tracker.exchange.tables.tests import TESTS

DAY = datetime.date(2026, 11, 24)
FULL = HeelRaiseTest(
    date=DAY,
    exercise=Exercise.STANDING_BENT,
    side=Side.LEFT,
    reps=25,
    cadence_bpm=62.5,
    incline_deg=10.0,
    stop_reason=StopReason.HEEL,
    pain=2,
    note="=calm",
)
BARE = HeelRaiseTest(DAY, Exercise.STANDING, Side.RIGHT, 24, cadence_bpm=None)


def rows_of(folder: Path, dialect: Dialect) -> list[dict[str, str]]:
    text = exported(log_of(FULL, BARE), folder / "tests.csv", dialect).decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(), delimiter=dialect.delimiter.character))


def test_a_test_is_written_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    row = rows_of(tmp_path, Dialect())[0]
    assert tuple(row) == TESTS.names
    assert row == {
        "date": "2026-11-24",
        "exercise": "standing_bent",
        "side": "left",
        "reps": "25",
        "cadence_bpm": "62.5",
        "reps_per_min": "31.25",
        "incline_deg": "10",
        "stop_reason": "heel",
        "pain": "2",
        "notes": "'=calm",
    }


def test_what_was_not_asked_of_a_test_is_empty(tmp_path: Path) -> None:
    row = rows_of(tmp_path, Dialect())[1]
    empty = {name for name, cell in row.items() if not cell}
    assert empty == {"cadence_bpm", "reps_per_min", "stop_reason", "pain", "notes"}


def test_a_test_is_the_same_in_pounds_and_has_a_decimal_comma_with_semicolons(
    tmp_path: Path,
) -> None:
    dialect = Dialect(Unit.LB, Delimiter.SEMICOLON)
    row = rows_of(tmp_path, dialect)[0]
    assert tuple(row) == TESTS.names
    assert row["cadence_bpm"] == "62,5"
