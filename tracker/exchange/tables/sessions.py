"""``sessions.csv``: one row per session, with what was noted for it as a whole.

Its duration is exact to the millisecond, in the fewest decimals of a minute that allow for that.
"""

import datetime
from dataclasses import dataclass
from typing import Final

from tracker.domain.session import Session
from tracker.exchange.tables.cell_readers import day, number, required, session_id, time_of_day
from tracker.exchange.tables.dialect import restored
from tracker.exchange.tables.sets import session_days
from tracker.exchange.tables.table import Column, Into, Table
from tracker.worded import worded

_MILLISECONDS: Final = 3  # decimals of a second
_DECIMALS: Final = 6  # of a minute, enough to tell milliseconds apart


@dataclass(frozen=True, slots=True)
class ToldSession:
    """A session as given by its row: it began at a local time, wherever that was."""

    id: str
    date: datetime.date
    time: datetime.time | None
    duration_s: float | None
    note: str


def minutes_of(duration_s: float | None) -> float | None:
    """Convert a duration to minutes; None stays None.

    >>> minutes_of(1234.5), seconds_of_minutes(20.575)
    (20.575, 1234.5)
    >>> minutes_of(100.1), seconds_of_minutes(1.66833)
    (1.66833, 100.1)
    """
    if duration_s is None:
        return None
    kept_s = round(duration_s, _MILLISECONDS)
    short = (round(kept_s / 60, decimals) for decimals in range(_DECIMALS))
    exact = (minutes for minutes in short if seconds_of_minutes(minutes) == kept_s)
    return next(exact, round(kept_s / 60, _DECIMALS))


def seconds_of_minutes(minutes: float | None) -> float | None:
    """Convert minutes back to seconds: the reverse of ``minutes_of``."""
    return None if minutes is None else round(minutes * 60, _MILLISECONDS)


SESSIONS: Final[Table[list[Session]]] = Table(
    name="sessions.csv",
    grain="one row a session",
    columns=(
        Column(
            "session_id",
            "the session, as in sets.csv and symptoms.csv",
            lambda sessions, write: write.texts(session.id for session in sessions),
            Into("id", required(worded("The session_id is"), session_id)),
            is_telling=True,
        ),
        Column(
            "date",
            "training day",
            lambda sessions, write: write.dates(session.date for session in sessions),
            Into("date", required(worded("The date is"), day)),
            is_telling=True,
        ),
        Column(
            "time",
            "local time at which the session began; empty where only the day is known",
            lambda sessions, write: write.times(session.started_at for session in sessions),
            Into("time", time_of_day),
        ),
        Column(
            "duration_min",
            "from the first set to the last, minutes; empty where unknown",
            lambda sessions, write: write.numbers(
                minutes_of(session.duration_s) for session in sessions
            ),
            Into("duration_s", lambda cell: seconds_of_minutes(number(cell))),
            is_telling=True,
        ),
        Column(
            "notes",
            "the runner's own words",
            lambda sessions, write: write.texts(session.note for session in sessions),
            Into("note", restored),
        ),
    ),
    take=lambda period: period.sessions,
    days=session_days,
    entry=ToldSession,
)
