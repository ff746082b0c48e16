"""The plans of a log, and the sets that answer them."""

import datetime

import pytest

from tests.exchange.logs import log_of
from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.plans_of_log import PlansOfLog, days_told_of
from tracker.storage.database import Database

MONDAY = datetime.date(2026, 1, 5)
LATER = datetime.date(2026, 3, 1)


def days(count: int) -> datetime.timedelta:
    return datetime.timedelta(days=count)


def log(*, done_on: datetime.date | None = None) -> Database:
    """Two weeks with two seated sets of the left leg, on Mondays and Thursdays."""
    plan = Plan("Any", MONDAY, 2)
    phase = Phase(plan.id, 1, 2, (1, 4))
    planned = (plan, phase, PlannedSets(phase.id, Exercise.SEATED, PlannedSide.LEFT, 2, 8))
    if done_on is None:
        return log_of(*planned)
    session = Session(done_on)
    done = [LoggedSet(session.id, Exercise.SEATED, Side.LEFT, n, 8, 60.0, n) for n in (1, 2)]
    return log_of(*planned, session, *done)


@pytest.mark.parametrize(
    ("first", "last", "today"),
    [
        (None, None, MONDAY - days(1)),  # not begun yet
        (None, MONDAY - days(1), LATER),
        (MONDAY + days(14), None, LATER),
    ],
)
def test_where_no_plan_ran_there_is_nothing_to_tell(
    first: datetime.date | None, last: datetime.date | None, today: datetime.date
) -> None:
    assert PlansOfLog.of(log(), first, last, today) is None


def test_a_plan_that_never_ran_is_left_out() -> None:
    assert (
        PlansOfLog.of(log_of(Plan("Any", MONDAY, 2, MONDAY - days(1))), None, None, LATER) is None
    )


def test_a_session_done_a_day_late_answers_the_day_it_was_planned_for() -> None:
    plans = PlansOfLog.of(log(done_on=MONDAY + days(1)), MONDAY, MONDAY, LATER)
    assert plans is not None
    weeks = plans.adherence().weeks()
    assert (weeks.sets_planned.tolist(), weeks.sets_done.tolist()) == ([2], [2])


def test_a_day_is_told_of_once_there_is_no_more_time_for_it() -> None:
    thursday = MONDAY + days(3)
    assert days_told_of(log(), MONDAY, LATER, MONDAY + days(1)) == []
    assert days_told_of(log(), MONDAY, LATER, thursday) == [MONDAY]
    assert days_told_of(log(), thursday, thursday, LATER) == [thursday]
