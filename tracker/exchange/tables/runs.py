"""``runs.csv``: one row per run, with its distance and duration."""

import datetime
from dataclasses import dataclass
from typing import Final

from tracker.domain.run import Run
from tracker.exchange.tables.cell_readers import day, number, required, time_of_day
from tracker.exchange.tables.sessions import minutes_of, seconds_of_minutes
from tracker.exchange.tables.table import Column, Into, Table
from tracker.worded import worded


@dataclass(frozen=True, slots=True)
class ToldRun:
    """A run as given by its row: it began at a local time, wherever that was."""

    date: datetime.date
    time: datetime.time | None
    distance_km: float
    duration_s: float | None


RUNS: Final[Table[list[Run]]] = Table(
    name="runs.csv",
    grain="one row a run",
    columns=(
        Column(
            "date",
            "day on which the run began",
            lambda runs, write: write.dates(run.date for run in runs),
            Into("date", required(worded("The date is"), day)),
            is_telling=True,
        ),
        Column(
            "time",
            "local time at which it began; empty where only the day is known",
            lambda runs, write: write.times(run.started_at for run in runs),
            Into("time", time_of_day),
            is_telling=True,
        ),
        Column(
            "distance_km",
            "how far, kilometres",
            lambda runs, write: write.numbers(run.distance_km for run in runs),
            Into("distance_km", required(worded("The distance is"), number)),
            is_telling=True,
        ),
        Column(
            "duration_min",
            "how long, minutes; empty where unknown",
            lambda runs, write: write.numbers(minutes_of(run.duration_s) for run in runs),
            Into("duration_s", lambda cell: seconds_of_minutes(number(cell))),
            is_telling=True,
        ),
    ),
    take=lambda period: period.log.runs(period.first, period.last),
    days=lambda period: (run.date for run in period.log.runs(period.first, period.last)),
    entry=ToldRun,
)
