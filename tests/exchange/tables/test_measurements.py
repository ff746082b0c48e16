"""``measurements.csv``: one row a value, of one leg or of none."""

import datetime
from pathlib import Path

from tests.exchange.logs import exported, log_of
from tracker.domain.exercise import Side
from tracker.domain.measurement import Measurement
from tracker.exchange.tables.dialect import Delimiter, Dialect

DAY = datetime.date(2026, 11, 24)
FORCE = Measurement(DAY, "peak_force_seated", 412.5, Side.LEFT, trials=(400.25, 412.5))
SCORE = Measurement(DAY - datetime.timedelta(days=1), "visa_a", 78.0, note="morning")
OWN = Measurement(DAY, "Grip", 45.0, unit="kg")


def lines(folder: Path, dialect: Dialect) -> list[str]:
    text = exported(log_of(FORCE, SCORE, OWN), folder / "measurements.csv", dialect)
    return text.decode("utf-8-sig").split("\r\n")


def test_measurements_are_written_by_day_with_their_unit(tmp_path: Path) -> None:
    assert lines(tmp_path, Dialect()) == [
        "date,kind,side,value,unit,trials,notes",
        "2026-11-23,visa_a,,78,0-100,,morning",
        "2026-11-24,peak_force_seated,left,412.5,N,400.25 412.5,",
        "2026-11-24,Grip,,45,kg,,",
        "",
    ]


def test_with_semicolons_trials_have_a_decimal_comma_too(tmp_path: Path) -> None:
    written = lines(tmp_path, Dialect(delimiter=Delimiter.SEMICOLON))
    assert written[2] == "2026-11-24;peak_force_seated;left;412,5;N;400,25 412,5;"
