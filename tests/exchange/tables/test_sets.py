import csv
import datetime
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from tests.exchange.logs import exported, log_of
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session, SetType, Tempo
from tracker.exchange.exporting.export import Export
from tracker.exchange.tables import sets
from tracker.exchange.tables.dialect import Delimiter, Dialect, restored
from tracker.exchange.tables.period import PeriodOfLog
from tracker.exchange.tables.sets import SETS
from tracker.storage.database import Database

DAY = datetime.date(2026, 11, 24)
MACHINE = Equipment("=machine")
SESSION = Session(DAY, datetime.datetime(2026, 11, 24, 18, 5, tzinfo=datetime.UTC), id="s1")
FULL = LoggedSet(
    session_id="s1",
    exercise=Exercise.STANDING,
    side=Side.LEFT,
    set_no=1,
    reps=8,
    external_kg=20.0,
    rir=1.5,
    tempo=Tempo(3, 0, 3, 0.5),
    rest_s=90.0,
    pain_during=2,
    equipment_id=MACHINE.id,
    note='slow, "calm"',
)
BARE = LoggedSet("s1", Exercise.SEATED, Side.RIGHT, 1, 12, 62.5, position=1)


def small_log() -> Database:
    return log_of(MACHINE, Bodyweight(DAY, 70.0), SESSION, FULL, BARE)


def rows_of(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    text = StringIO(data.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=delimiter, strict=True))


def test_a_set_is_written_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    row = rows_of(exported(small_log(), tmp_path / "sets.csv"))[0]
    # Epley: 90 kg × (1 + 9.5 / 30) = 118.5; 8 × 6.5 s = 52 s.
    assert row == {
        "session_id": "s1",
        "date": "2026-11-24",
        "time": "18:05:00",
        "exercise": "standing",
        "side": "left",
        "set_no": "1",
        "set_type": "work",
        "reps": "8",
        "external_kg": "20",
        "bodyweight_kg": "70",
        "system_kg": "90",
        "rir": "1.5",
        "to_failure": "0",
        "tempo_raise_s": "3",
        "tempo_top_s": "0",
        "tempo_lower_s": "3",
        "tempo_bottom_s": "0.5",
        "tut_s": "52",
        "rest_s": "90",
        "equipment": "'=machine",
        "pain_during": "2",
        "e1rm_kg": "118.5",
        "e1rm_formula": "epley",
        "e1rm_confidence": "normal",
        "notes": 'slow, "calm"',
        "hold_s": "",
    }


def test_a_hold_is_written_with_its_seconds_and_no_estimate(tmp_path: Path) -> None:
    held = replace(BARE, reps=5, hold_s=10.5, rir=0.0, tempo=Tempo(3, 0, 3, 0))
    (row,) = rows_of(exported(log_of(SESSION, held), tmp_path / "sets.csv"))
    assert {name: row[name] for name in ("reps", "hold_s", "tut_s", "to_failure")} == {
        "reps": "5",
        "hold_s": "10.5",
        "tut_s": "52.5",
        "to_failure": "1",
    }
    assert (row["e1rm_kg"], row["e1rm_formula"], row["e1rm_confidence"]) == ("", "", "")


def test_what_is_unknown_is_empty(tmp_path: Path) -> None:
    row = rows_of(exported(small_log(), tmp_path / "sets.csv"))[1]
    empty = {name for name, cell in row.items() if not cell}
    assert empty == {
        *("rir", "tempo_raise_s", "tempo_top_s", "tempo_lower_s", "tempo_bottom_s", "tut_s"),
        *("rest_s", "equipment", "pain_during", "notes", "hold_s"),
    }
    assert row["e1rm_confidence"] == "not_noted"


def test_in_pounds_the_columns_say_so_and_loads_are_converted(tmp_path: Path) -> None:
    row = rows_of(exported(small_log(), tmp_path / "sets.csv", Dialect(Unit.LB)))[1]
    assert "external_kg" not in row
    assert row["external_lb"] == "137.7889138655"  # 62.5 kg: the fewest decimals that come back
    assert row["system_lb"] == "137.79"
    assert row["e1rm_lb"] == "192.9"  # 62.5 kg × 1.4 = 87.5 kg = 192.90 lb


def test_semicolons_bring_a_decimal_comma(tmp_path: Path) -> None:
    dialect = Dialect(delimiter=Delimiter.SEMICOLON)
    row = rows_of(exported(small_log(), tmp_path / "sets.csv", dialect), ";")[1]
    assert row["external_kg"] == "62,5"


def test_files_begin_with_a_byte_order_mark_and_end_lines_with_cr_lf(tmp_path: Path) -> None:
    data = exported(small_log(), tmp_path / "sets.csv", Dialect(delimiter=Delimiter.TAB))
    assert data.startswith(b"\xef\xbb\xbfsession_id\tdate\t")
    assert data.count(b"\r\n") == data.count(b"\n") == 3


def test_failure_is_written_as_the_domain_tells_it(tmp_path: Path) -> None:
    sets = [
        LoggedSet("s1", Exercise.SEATED, Side.LEFT, number, 8, 50.0, number, set_type, rir)
        for number, (set_type, rir) in enumerate(
            [(SetType.TEST, None), (SetType.WORK, 0.0), (SetType.WORK, 1.0), (SetType.WORK, None)],
            1,
        )
    ]
    rows = rows_of(exported(log_of(SESSION, *sets), tmp_path / "sets.csv"))
    assert [row["to_failure"] == "1" for row in rows] == [each.was_to_failure for each in sets]


def test_the_file_tells_the_same_as_the_view_for_other_tools(tmp_path: Path) -> None:
    database = small_log()
    rows = rows_of(exported(database, tmp_path / "sets.csv"))
    cursor = database._connection.execute("SELECT * FROM set_details")
    assert tuple(column[0] for column in cursor.description) == (*SETS.names, "evidence")
    for row, values in zip(rows, cursor, strict=True):
        for cell, value in zip(row.values(), values[:-1], strict=True):
            if isinstance(value, float):
                assert float(cell) == pytest.approx(value, abs=0.005)
            else:
                assert restored(cell) == ("" if value is None else str(value))


def test_an_estimate_says_how_far_it_is_to_be_trusted(tmp_path: Path) -> None:
    # By hand, Epley: 60 kg x (1 + r / 30), r at most 12; a test has no reserve to be guessed.
    told = {
        (SetType.WORK, 8, 2.0): ("80", "epley", "normal", "0"),
        (SetType.WORK, 11, 0.0): ("82", "epley", "low", "1"),
        (SetType.WORK, 6, 4.0): ("80", "epley", "lower_bound", "0"),
        (SetType.WORK, 15, None): ("84", "epley", "lower_bound", "0"),
        (SetType.WORK, 8, None): ("76", "epley", "not_noted", "0"),
        (SetType.TEST, 8, 2.0): ("76", "epley", "normal", "1"),
        (SetType.WARMUP, 8, 2.0): ("", "", "", "0"),
        (SetType.WORK, 0, 0.0): ("", "", "", "1"),
    }
    session = Session(DAY)
    sets = [
        LoggedSet(
            session.id, Exercise.SEATED, Side.LEFT, no, reps, 60.0, no, set_type=kind, rir=rir
        )
        for no, (kind, reps, rir) in enumerate(told, 1)
    ]
    rows = rows_of(exported(log_of(session, *sets), tmp_path / "sets.csv"))
    names = ("e1rm_kg", "e1rm_formula", "e1rm_confidence", "to_failure")
    assert [tuple(row[name] for name in names) for row in rows] == list(told.values())


def test_an_empty_log_gives_a_header(tmp_path: Path) -> None:
    data = exported(Database.in_memory(), tmp_path / "sets.csv")
    assert data.decode("utf-8-sig") == ",".join(SETS.names) + "\r\n"


def test_a_preview_shows_the_header_and_the_first_lines() -> None:
    dialect = Dialect(Unit.LB)
    shown = Export.of(small_log(), None, None, dialect, DAY).preview(SETS, 1)
    assert len(shown) == 2
    assert shown[0].startswith("session_id,")
    assert shown[1].startswith("s1,2026-11-24,18:05:00,standing,left,1,work,8,")


def test_a_preview_of_few_rows_ends_with_them() -> None:
    shown = Export.of(small_log(), None, None, Dialect(), DAY).preview(SETS, 50)
    assert len(shown) == 3


def test_a_preview_goes_on_beyond_the_lines_that_are_made_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sets, "LINES_A_STEP", 1)
    export = Export.of(small_log(), None, None, Dialect(), DAY)
    assert len(export.preview(SETS, 2)) == 3


def test_the_days_told_of_are_those_of_the_sessions_of_the_period() -> None:
    earlier = Session(DAY - datetime.timedelta(days=1))
    period = PeriodOfLog(log_of(earlier, SESSION), DAY, None, DAY)
    assert list(SETS.days(period)) == [DAY]
