"""What a log holds that bears on an import, and which of its sessions a line is of."""

import datetime

import pytest

from tracker.domain.session import Session
from tracker.exchange.importing.found import SessionTold
from tracker.exchange.importing.log_so_far import (
    KnownSessions,
    LogSoFar,
    local_start,
    session_id_of,
)

DAY = datetime.date(2026, 1, 5)
EVENING = datetime.datetime(2026, 1, 5, 18, 5, tzinfo=datetime.UTC)


def line(time: datetime.time | None = None, session_id: str | None = None) -> SessionTold:
    return SessionTold(DAY, time, session_id)


@pytest.mark.usefixtures("in_berlin")
@pytest.mark.parametrize(
    ("day", "at", "instant"),
    [
        ((2026, 1, 5), (18, 5), "2026-01-05T18:05:00+01:00"),
        ((2026, 7, 5), (18, 5), "2026-07-05T18:05:00+02:00"),
        ((2026, 3, 29), (2, 30), "2026-03-29T02:30:00+01:00"),  # there was no such hour
    ],
)
def test_a_start_keeps_its_time_on_the_wall(
    day: tuple[int, int, int], at: tuple[int, int], instant: str
) -> None:
    assert local_start(datetime.date(*day), datetime.time(*at)).isoformat() == instant


@pytest.mark.usefixtures("in_berlin")
def test_a_start_that_no_clock_can_place_is_taken_as_it_stands() -> None:
    start = local_start(datetime.date.min, datetime.time(0, 0))
    assert start.isoformat() == "0001-01-01T00:00:00+00:00"


def test_a_session_is_known_by_its_name_its_instant_or_its_time_on_the_wall() -> None:
    begun, day = Session(DAY, EVENING, id="begun"), Session(DAY, id=session_id_of(DAY))
    known = KnownSessions(LogSoFar(sessions=(begun, day)))
    assert known.of(line(session_id="begun")) == begun
    assert known.of(line(session_id="other")) is None
    assert known.of(line(datetime.time(18, 5))) == begun
    assert known.of(line(datetime.time(18, 6))) is None
    berlin = datetime.timezone(datetime.timedelta(hours=1))
    assert known.of(line(datetime.time(19, 5, tzinfo=berlin))) == begun
    assert known.of(line(datetime.time(18, 5, tzinfo=berlin))) is None
    assert known.of(line()) == day


def test_the_session_of_a_day_has_the_same_name_in_every_log() -> None:
    # As uuid.uuid5 makes it of "soleus:session:2026-01-05" in the namespace of URLs.
    assert session_id_of(DAY) == "c813cc4037535ddbadd6d9c09eea957e"
