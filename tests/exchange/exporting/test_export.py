import datetime
from pathlib import Path

import pytest

from tests.exchange.logs import finished, log_of
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import Measurement
from tracker.domain.run import Run
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.exchange.exporting.export import Export, exporting
from tracker.exchange.tables.dialect import Dialect
from tracker.exchange.tables.ours import TABLE_BY_NAME
from tracker.exchange.tables.sets import SETS
from tracker.exchange.tables.tests import TESTS
from tracker.storage.database import Database

DAY = datetime.date(2026, 11, 24)


def log() -> Database:
    """A set, a test, a symptom and an event of each of two days."""
    days = (DAY - datetime.timedelta(days=40), DAY)
    sessions = [Session(day) for day in days]
    return log_of(
        *sessions,
        *(LoggedSet(each.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0) for each in sessions),
        *(HeelRaiseTest(day, Exercise.STANDING, Side.LEFT, 25) for day in days),
        *(Symptom(day, Moment.AFTER, Side.LEFT, pain=1) for day in days),
        *(Measurement(day, "visa_a", 80.0) for day in days),
        *(Event(day, EventKind.RACE) for day in days),
        *(Run(day, 10.0) for day in days),
        *(Goal(GoalKind.DIFFERENCE_PERCENT, Exercise.SEATED, target) for target in (5.0, 10.0)),
    )


def test_every_file_tells_of_the_days_chosen_alone(tmp_path: Path) -> None:
    export = Export.of(log(), DAY, DAY, Dialect(), DAY)
    written = finished(exporting(export, tmp_path / "new"))
    assert written == dict.fromkeys(TABLE_BY_NAME, 1) | {
        "weekly.csv": 2,  # of the leg's sets, and of the running
        "goals.csv": 2,  # which have no day
    }
    assert {path.name for path in (tmp_path / "new").iterdir()} == set(TABLE_BY_NAME)


def test_progress_runs_through_all_files(tmp_path: Path) -> None:
    export = Export.of(log(), None, None, Dialect(), DAY)
    told = list(exporting(export, tmp_path))
    count = len(TABLE_BY_NAME)
    assert told == pytest.approx([number / count for number in range(1, count + 1)])


def test_a_cancelled_export_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "sets.csv"
    path.write_text("old")
    job = exporting(Export.of(log(), None, None, Dialect(), DAY, (SETS,)), tmp_path)
    assert next(job) == 1.0
    job.close()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_without_rows_has_its_headings(tmp_path: Path) -> None:
    export = Export.of(Database.in_memory(), None, None, Dialect(), DAY, (TESTS,))
    assert finished(exporting(export, tmp_path)) == {"tests.csv": 0}
    assert (tmp_path / "tests.csv").read_bytes().count(b"\n") == 1
