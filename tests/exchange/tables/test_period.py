"""Some days of a log, and nothing of the days beside them."""

import datetime

import pytest

from tests.exchange.logs import log_of
from tracker.domain.exercise import Exercise, Side
from tracker.domain.runner import Runner
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.tables.period import PeriodOfLog

DAYS = [datetime.date(2026, 11, day) for day in (23, 24, 25)]


@pytest.mark.parametrize(
    ("first", "last", "held"),
    [
        (None, None, DAYS),
        (DAYS[1], None, DAYS[1:]),
        (None, DAYS[1], DAYS[:2]),
        (DAYS[1], DAYS[1], DAYS[1:2]),
        (DAYS[2], DAYS[0], []),
    ],
)
def test_the_first_and_the_last_day_belong_to_the_period(
    first: datetime.date | None, last: datetime.date | None, held: list[datetime.date]
) -> None:
    sessions = [Session(day) for day in DAYS]
    sets = [LoggedSet(each.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0) for each in sessions]
    period = PeriodOfLog(log_of(*sessions, *sets), first, last, DAYS[-1])
    assert [each.date for each in period.sessions] == held
    assert len(period.sets.sets) == len(held)


def test_what_several_tables_ask_is_read_once() -> None:
    log = log_of(Session(DAYS[0]), Runner(name="Kim"))
    period = PeriodOfLog(log, None, None, DAYS[-1])
    assert period.runner.name == "Kim"
    log.close()
    assert period.runner.name == "Kim"
