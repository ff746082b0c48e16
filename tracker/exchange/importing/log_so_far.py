"""What a log already holds that matters for an import, and which session a line belongs to."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from hashlib import sha1
from typing import Final, Protocol
from uuid import NAMESPACE_URL

from tracker.domain.change import Entry, Past
from tracker.domain.entry import DATES, is_made_by_chance
from tracker.domain.exercise import Equipment
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.importing.found import ReadFile, SessionTold
from tracker.exchange.tables.period import ExportQuestions, PeriodOfLog

_URL_NAMESPACE: Final = NAMESPACE_URL.bytes
# The two highest bits of the variant digit are 10.
_VARIANTS: Final = {f"{digit:x}": "89ab"[digit & 3] for digit in range(16)}


class ImportQuestions(ExportQuestions, Protocol):
    """The queries an import makes on a log."""

    def sets_of_all(self, session_ids: Collection[str]) -> list[LoggedSet]: ...
    def set_ids(self) -> set[str]: ...
    def entries(self) -> Iterator[Entry]: ...
    def past(self) -> Past: ...
    def weighings(self) -> list[Bodyweight]: ...
    def equipment(self) -> list[Equipment]: ...
    def has_runner(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class LogSoFar:
    """What a log already holds that matters for an import.

    Args:
        sessions: All sessions.
        sets: At least the sets of the file's days and sessions.
        weighings: All weighings, by day, oldest first.
        equipment: All equipment.
        runner: The runner; None if none was saved.
        set_ids: The ids of all sets.
        runs: All runs, if the file has runs.
        told: All entries of the file's kind, if it is one of our tables.
        entries: All entries, if the file is a whole log.
        past: What the log knows about them besides.
    """

    sessions: tuple[Session, ...] = ()
    sets: tuple[LoggedSet, ...] = ()
    weighings: tuple[Bodyweight, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    runner: Runner | None = None
    set_ids: frozenset[str] = frozenset()
    runs: tuple[Run, ...] = ()
    told: tuple[Entry, ...] = ()
    entries: tuple[Entry, ...] = ()
    past: Past = field(default_factory=Past, hash=False)

    @classmethod
    def of(cls, log: ImportQuestions, read: ReadFile) -> "LogSoFar":
        """Query an open log for what matters for a file."""
        sessions = log.sessions()
        everything = PeriodOfLog(log, None, None, DATES[1])
        days, ids = read.days, read.session_ids | {session_id_of(day) for day in read.days}
        instants = read.instants
        touched = {
            each.id
            for each in sessions
            if each.date in days or each.id in ids or each.started_at in instants
        }
        return cls(
            sessions=tuple(sessions),
            sets=tuple(log.sets_of_all(touched)),
            weighings=tuple(log.weighings()),
            equipment=tuple(log.equipment()),
            runner=log.runner() if log.has_runner() else None,
            set_ids=frozenset(log.set_ids()),
            runs=tuple(log.runs(None, None)) if read.runs else (),
            told=() if read.table is None else tuple(read.table.take(everything)),
            entries=tuple(log.entries()) if read.is_whole_log else (),
            past=log.past() if read.is_whole_log else Past(),
        )


def name_of(text: str) -> str:
    """Return the id that a text has in every log: its version 5 UUID in the URL namespace.

    Source: RFC 9562, section 5.5. ``uuid.uuid5`` takes four times as long, because it makes an
        object first.

    >>> name_of("soleus:session:2026-11-24")
    'ad9468ff62d55fa7a728693450ef7b75'
    """
    made = sha1(_URL_NAMESPACE + text.encode(), usedforsecurity=False).hexdigest()
    return f"{made[:12]}5{made[13:16]}{_VARIANTS[made[16]]}{made[17:32]}"


def is_named(id_: str) -> bool:
    """Tell whether an id was made by ``name_of``, as for imported sets."""
    return not is_made_by_chance(id_)


def session_id_of(day: datetime.date) -> str:
    """Return the id for the session of a day, for files without sessions; always the same."""
    return name_of(f"soleus:session:{day}")


def local_start(day: datetime.date, time: datetime.time) -> datetime.datetime:
    """Return the instant of a time, by its own offset or else by this machine's on that day.

    A local time stays unchanged, even in the hour skipped when summer time begins.
    """
    start = datetime.datetime.combine(day, time)
    if start.tzinfo is not None:
        return start
    second = start.replace(microsecond=0)
    try:
        # Not astimezone(), which from Python 3.12 on moves a skipped hour after the change.
        instant = datetime.datetime.fromtimestamp(second.timestamp(), datetime.UTC)
    except (OSError, OverflowError, ValueError):  # a day the system cannot convert
        return start.replace(tzinfo=datetime.UTC)
    offset = second - instant.replace(tzinfo=None)
    return start.replace(tzinfo=datetime.timezone(offset))


class KnownSessions:
    """The known sessions, found by id, by instant, or by day and time."""

    def __init__(self, log: LogSoFar) -> None:
        self.by_id: dict[str, Session] = {}
        self.on_day: dict[datetime.date, list[Session]] = defaultdict(list)
        self._begun: dict[datetime.datetime, Session] = {}
        for session in log.sessions:
            self.add(session)

    def add(self, session: Session) -> None:
        """Remember a session."""
        self.by_id[session.id] = session
        self.on_day[session.date].append(session)
        if session.started_at is not None:
            self._begun.setdefault(session.started_at, session)

    def of(self, found: SessionTold) -> Session | None:
        """Find the session a line belongs to; None if it is new."""
        if found.id is not None:
            return self.by_id.get(found.id)
        if found.time is not None and found.time.tzinfo is not None:
            return self._begun.get(local_start(found.date, found.time))
        if found.time is None and session_id_of(found.date) in self.by_id:
            return self.by_id[session_id_of(found.date)]
        for session in self.on_day[found.date]:
            at = session.started_at
            if (None if at is None else at.time()) == found.time:
                return session
        return None
