"""``runs.csv`` as it is written."""

import datetime
from pathlib import Path

from tests.exchange.logs import exported, log_of
from tracker.domain.run import Run

DAY = datetime.date(2026, 11, 24)


def test_a_run_is_written_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    start = datetime.datetime(2026, 11, 24, 7, 30, tzinfo=datetime.UTC)
    database = log_of(Run(DAY, 10.25, start, 3090.0), Run(DAY, 5.0))
    assert exported(database, tmp_path / "runs.csv").decode("utf-8-sig").split() == [
        "date,time,distance_km,duration_min",
        "2026-11-24,07:30:00,10.25,51.5",
        "2026-11-24,,5,",
    ]
