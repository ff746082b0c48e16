"""The entries of another log joined to those of this one, by their ids.

Entries do not tell when they were last edited, so none is taken for the newer: where both logs have
an entry of one id and they differ, this log's own is kept and the difference is listed.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, fields, replace

from tracker.domain.change import Change, Entry
from tracker.domain.exercise import Equipment
from tracker.domain.plan import Phase, Plan
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry of this log that was kept, and the other log's that was not taken in its place."""

    kept: Entry
    other: Entry

    @property
    def differing(self) -> tuple[str, ...]:
        """The names of the fields that differ, the id left aside."""
        return tuple(
            each.name
            for each in fields(self.kept)
            if each.name != "id" and getattr(self.kept, each.name) != getattr(self.other, each.name)
        )


class Places:
    """The places that entries take in a log: an id each, and some a day, a name or a number."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_id: dict[tuple[type, str], Entry] = {}
        self._by_place: dict[Hashable, Entry] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Remember an entry."""
        self._by_id[type(entry), entry.id] = entry
        place = _place_of(entry)
        if place is not None:
            self._by_place[place] = entry

    def same(self, entry: Entry) -> Entry | None:
        """Find the entry of the same id."""
        return self._by_id.get((type(entry), entry.id))

    def rival(self, entry: Entry) -> Entry | None:
        """Find the entry that stands where this one would: a log has room for one of them."""
        return self._by_place.get(_place_of(entry))

    def missing(self, entry: Entry) -> list[tuple[str, type[Entry]]]:
        """List the fields that refer to an entry that is not there, and the kind it has."""
        references: tuple[tuple[str, type[Entry]], ...] = (
            ("session_id", Session),
            ("equipment_id", Equipment),
            ("plan_id", Plan),
            ("phase_id", Phase),
        )
        return [
            (field, kind)
            for field, kind in references
            if (id_ := getattr(entry, field, None)) is not None and (kind, id_) not in self._by_id
        ]


def _place_of(entry: Entry) -> Hashable | None:
    """Give what only one entry of a log may have beside its id; None for nothing."""
    match entry:
        case Bodyweight():
            return Bodyweight, entry.date
        case Equipment():
            return Equipment, entry.name
        case LoggedSet():
            return LoggedSet, entry.session_id, entry.exercise, entry.side, entry.set_no
    return None


def merge(entries: Iterable[Entry], log: Iterable[Entry]) -> tuple[Change, tuple[Conflict, ...]]:
    """Join the entries of another log to this one.

    An entry whose id this log does not have is added, unless its place is taken: one bodyweight a
    day, one piece of equipment a name, one set a number of a session's exercise and side. Equipment
    of the same name is the same, and sets go to this log's.

    Args:
        entries: Of the other log, whole: what they refer to is among them, and before them.
        log: The entries of this log.

    Returns:
        The change that adds what this log lacks, and what differs; the same log again changes
        nothing.
    """
    places = Places(log)
    added: list[Entry] = []
    conflicts: list[Conflict] = []
    renamed: dict[str, str] = {}
    for entry in entries:
        if isinstance(entry, LoggedSet) and entry.equipment_id in renamed:
            entry = replace(entry, equipment_id=renamed[entry.equipment_id])
        there = places.same(entry) or places.rival(entry)
        if there is None:
            places.add(entry)
            added.append(entry)
            continue
        if isinstance(entry, Equipment) and there.id != entry.id:
            renamed[entry.id] = there.id
        conflict = Conflict(there, entry)
        if conflict.differing:
            conflicts.append(conflict)
    return Change.adding(*added), tuple(conflicts)
