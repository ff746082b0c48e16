"""The sessions of a file that gives the time of each set rather than of sessions."""

import datetime
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace

from tracker.domain.session import UNDER_WAY
from tracker.exchange.importing.found import SessionTold, SetsRead
from tracker.exchange.importing.log_so_far import LogSoFar, is_named, name_of

_A_DAY = datetime.timedelta(days=1)


def sessions_told(sets: SetsRead, of_format: str) -> SetsRead:
    """Give each set the start of its session, which is the start of the first set.

    If the file names its sessions, sets with the same name on one day form a session; otherwise
    those within four hours of the previous one do. A set without a time stays on its own.

    Args:
        sets: The sets in the order of the file.
        of_format: Name of the format; the same session name means the same only within one format.

    Returns:
        The same sets in the same order.
    """
    begun: dict[int, SessionTold] = {}  # by the identity of what the set's line says
    by_name: dict[str | None, list[SessionTold]] = defaultdict(list)
    for each in sets.sessions:
        if each.time is not None or each.id is not None:
            by_name[each.id].append(each)
    for name, of_name in by_name.items():
        of_name.sort(key=_moment)
        most = UNDER_WAY if name is None else _A_DAY
        of_session: list[SessionTold] = []
        for each in of_name:
            if of_session and _moment(each) - _moment(of_session[-1]) > most:
                begun |= _of_one(of_session, of_format)
                of_session = []
            of_session.append(each)
        begun |= _of_one(of_session, of_format)
    told = SetsRead()
    for line, session, each_told in sets:
        told.append(line, begun.get(id(session), session), each_told)
    return told


def _moment(found: SessionTold) -> datetime.datetime:
    """Return when a set was done, in UTC if known; at midnight if it has no time."""
    at = datetime.datetime.combine(found.date, found.time or datetime.time())
    return at if at.tzinfo is None else at.astimezone(datetime.UTC).replace(tzinfo=None)


def _of_one(of_session: list[SessionTold], of_format: str) -> dict[int, SessionTold]:
    """Give all sets of a session the start of its first set, and when it ended."""
    first, ended = of_session[0], _moment(of_session[-1])
    id_ = None
    if first.id is not None:
        id_ = name_of(f"soleus:session:{of_format}:{first.id}:{_moment(first).date()}")
    return {
        id(each): replace(each, date=first.date, time=first.time, id=id_, ended=ended)
        for each in of_session
    }


def begun_as_known(sets: SetsRead, log: LogSoFar) -> SetsRead:
    """Give sessions the start they have in the log, even if their first set has changed since.

    Only the sets tell when a session began. If one was inserted before the first or removed in the
    other app, it is still the session imported from there within the same hours.

    Args:
        sets: The sets of a file, after ``sessions_told``.
        log: What the log holds.

    Returns:
        The same sets in the same order.
    """
    told = [each for each in sets.sessions if each.ended is not None and each.id is None]
    if not told:
        return sets
    came = {each.session_id for each in log.sets if is_named(each.id)}
    known = [
        (each.date, each.started_at)
        for each in log.sessions
        if each.id in came and each.started_at is not None
    ]
    begun = {_moment(each) for each in told}
    is_instant = any(each.time is not None and each.time.tzinfo is not None for each in told)
    starts = {_start(at, is_instant=is_instant): (day, at) for day, at in known}
    others = sorted(starts.keys() - begun)
    found: dict[int, SessionTold] = {}
    for each in told:
        first, last = _moment(each), each.ended or _moment(each)
        within = others[bisect_left(others, first - UNDER_WAY) : bisect_right(others, last)]
        if within and first not in starts:
            day, at = starts[min(within, key=lambda start: abs(start - first))]
            found[id(each)] = replace(each, date=day, time=at.timetz() if is_instant else at.time())
    if not found:
        return sets
    again = SetsRead()
    for line, session_told, set_told in sets:
        again.append(line, found.get(id(session_told), session_told), set_told)
    return again


def _start(at: datetime.datetime, *, is_instant: bool) -> datetime.datetime:
    """Return a start in the form that ``_moment`` has for those of a file."""
    return (at.astimezone(datetime.UTC) if is_instant else at).replace(tzinfo=None)
