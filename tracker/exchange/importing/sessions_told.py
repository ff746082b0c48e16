"""The sessions of a file that gives the time of each set, not of a session."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from tracker.domain.session import UNDER_WAY
from tracker.exchange.importing.found import ImportedSet

_A_DAY = datetime.timedelta(days=1)


def sessions_told(sets: Sequence[ImportedSet], of_format: str) -> list[ImportedSet]:
    """Give each set the start of its session, which is that of its first set.

    Where the file names its sessions, sets of one name within a day are one; otherwise those are
    that follow each other within four hours. A set without a time stays by itself.

    Args:
        sets: In the order of the file.
        of_format: Names of sessions are only the same in files of one kind.

    Returns:
        The same sets in the same order.
    """
    told = list(sets)
    by_name: dict[str | None, list[int]] = defaultdict(list)
    for place, each in enumerate(sets):
        if each.time is not None or each.session_id is not None:
            by_name[each.session_id].append(place)
    for name, places in by_name.items():
        places.sort(key=lambda place: _moment(sets[place]))
        most = UNDER_WAY if name is None else _A_DAY
        first = before = places[0]
        for place in places:
            if _moment(sets[place]) - _moment(sets[before]) > most:
                first = place
            before = place
            told[place] = _begun_with(sets[place], sets[first], of_format)
    return told


def _moment(found: ImportedSet) -> datetime.datetime:
    """Give when a set was done, in UTC where that is known; without a time at midnight."""
    at = datetime.datetime.combine(found.date, found.time or datetime.time())
    return at if at.tzinfo is None else at.astimezone(datetime.UTC).replace(tzinfo=None)


def _begun_with(found: ImportedSet, first: ImportedSet, of_format: str) -> ImportedSet:
    session_id = None
    if found.session_id is not None:
        place = f"soleus:session:{of_format}:{found.session_id}:{_moment(first).date()}"
        session_id = uuid5(NAMESPACE_URL, place).hex
    return replace(found, date=first.date, time=first.time, session_id=session_id)
