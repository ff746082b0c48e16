"""``goals.csv`` as it is written: every goal, whatever the days."""

import datetime
from pathlib import Path

from tests.exchange.logs import exported, log_of
from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.exchange.tables.goals import GOALS
from tracker.exchange.tables.period import PeriodOfLog

DAY = datetime.date(2027, 2, 1)
TRAINED = Goal(GoalKind.E1RM_BODYWEIGHTS, Exercise.SEATED, 1.5, Side.LEFT, DAY)
MEASURED = Goal(GoalKind.MEASUREMENT, None, 40.0, measured="Grip", unit="kg")


def test_a_goal_is_written_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    database = log_of(TRAINED, MEASURED)
    assert exported(database, tmp_path / "goals.csv").decode("utf-8-sig").split() == [
        "kind,exercise,side,target,by,measured,unit",
        "e1rm_bodyweights,seated,left,1.5,2027-02-01,,",
        "measurement,,both,40,,Grip,kg",
    ]


def test_a_goal_stands_today_and_reaches_no_further(tmp_path: Path) -> None:
    today = datetime.date(2026, 11, 24)
    period = PeriodOfLog(log_of(TRAINED), today, today, today)
    assert list(GOALS.days(period)) == [today]
    assert GOALS.take(period) == [TRAINED]
