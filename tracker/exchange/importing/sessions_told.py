"""The sessions of a file that gives the time of each set, not of a session."""

import datetime
from collections import defaultdict
from dataclasses import replace

from tracker.domain.session import UNDER_WAY
from tracker.exchange.importing.found import SessionTold, SetsRead
from tracker.exchange.importing.log_so_far import name_of

_A_DAY = datetime.timedelta(days=1)


def sessions_told(sets: SetsRead, of_format: str) -> SetsRead:
    """Give each set the start of its session, which is that of its first set.

    Where the file names its sessions, sets of one name within a day are one; otherwise those are
    that follow each other within four hours. A set without a time stays by itself.

    Args:
        sets: In the order of the file.
        of_format: Names of sessions are only the same in files of one kind.

    Returns:
        The same sets in the same order.
    """
    begun: dict[int, SessionTold] = {}  # by the set's
    by_name: dict[str | None, list[SessionTold]] = defaultdict(list)
    for each in sets.sessions:
        if each.time is not None or each.id is not None:
            by_name[each.id].append(each)
    for name, of_name in by_name.items():
        of_name.sort(key=_moment)
        most = UNDER_WAY if name is None else _A_DAY
        first = before = of_name[0]
        for each in of_name:
            if _moment(each) - _moment(before) > most:
                first = each
            before = each
            begun[id(each)] = _begun_with(each, first, of_format)
    told = SetsRead()
    for line, session, each_told in sets:
        told.append(line, begun.get(id(session), session), each_told)
    return told


def _moment(found: SessionTold) -> datetime.datetime:
    """Give when a set was done, in UTC where that is known; without a time at midnight."""
    at = datetime.datetime.combine(found.date, found.time or datetime.time())
    return at if at.tzinfo is None else at.astimezone(datetime.UTC).replace(tzinfo=None)


def _begun_with(found: SessionTold, first: SessionTold, of_format: str) -> SessionTold:
    id_ = None
    if found.id is not None:
        place = f"soleus:session:{of_format}:{found.id}:{_moment(first).date()}"
        id_ = name_of(place)
    return replace(found, date=first.date, time=first.time, id=id_)
