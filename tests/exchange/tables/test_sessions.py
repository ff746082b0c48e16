import csv
import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.logs import exported, log_of
from tracker.domain.load import Unit
from tracker.domain.session import MOST_DURATION_S, Session
from tracker.exchange.tables.dialect import Delimiter, Dialect
from tracker.exchange.tables.sessions import SESSIONS, minutes_of, seconds_of_minutes

DAY = datetime.date(2026, 11, 24)
EAST = datetime.timezone(datetime.timedelta(hours=5))
FULL = Session(
    DAY, datetime.datetime(2026, 11, 24, 18, 5, 9, tzinfo=EAST), "calm; long", "s1", 1234.5
)
BARE = Session(DAY - datetime.timedelta(days=1), id="'s0")


def rows_of(folder: Path, dialect: Dialect) -> list[dict[str, str]]:
    text = exported(log_of(FULL, BARE), folder / "sessions.csv", dialect).decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(), delimiter=dialect.delimiter.character))


def test_a_session_is_written_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    # 1234.5 s are 20.575 min; the time is that of the clock on the wall.
    assert rows_of(tmp_path, Dialect())[1] == {
        "session_id": "s1",
        "date": "2026-11-24",
        "time": "18:05:09",
        "duration_min": "20.575",
        "notes": "calm; long",
    }


def test_what_is_not_known_of_a_session_is_empty(tmp_path: Path) -> None:
    row = rows_of(tmp_path, Dialect())[0]
    assert tuple(row) == SESSIONS.names
    assert tuple(row.values()) == ("''s0", "2026-11-23", "", "", "")


def test_a_session_is_the_same_in_pounds_and_has_a_decimal_comma_with_semicolons(
    tmp_path: Path,
) -> None:
    row = rows_of(tmp_path, Dialect(Unit.LB, Delimiter.SEMICOLON))[1]
    assert tuple(row) == SESSIONS.names
    assert (row["duration_min"], row["notes"]) == ("20,575", "calm; long")


@pytest.mark.parametrize(
    ("duration_s", "minutes"),
    # 3 s are exactly 0.05 min; of 100.1 s five decimals of a minute are the fewest that come back.
    [(0.0, 0.0), (3.0, 0.05), (3600.0, 60.0), (100.1, 1.66833), (86_400.0, 1440.0), (None, None)],
)
def test_a_duration_has_the_fewest_decimals_that_come_back(
    duration_s: float | None, minutes: float | None
) -> None:
    assert minutes_of(duration_s) == minutes
    assert seconds_of_minutes(minutes) == duration_s


@given(st.floats(0, MOST_DURATION_S))
def test_a_duration_comes_back_to_the_millisecond(duration_s: float) -> None:
    back = seconds_of_minutes(minutes_of(duration_s))
    assert back == round(duration_s, 3)
    assert minutes_of(back) == minutes_of(duration_s)
