"""The entries of another log joined to those of this one, by their ids.

Where both logs have an entry of one id and they differ, the newest edit wins, and the difference is
listed. This log's own is kept where it is not known which is newer, or the place that the other's
would take is another entry's here.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, fields, replace

from tracker.domain.change import Change, Edit, EditTimes, Entry
from tracker.domain.entry_fields import REFERENCES
from tracker.domain.exercise import Equipment
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two entries for one place that differ.

    Args:
        own: This log's.
        other: The other log's.
        is_other_newer: Whether the other log's takes the place of this log's.
    """

    own: Entry
    other: Entry
    is_other_newer: bool = False

    @property
    def differing(self) -> tuple[str, ...]:
        """The names of the fields that differ, the id left aside."""
        return tuple(
            each.name
            for each in fields(self.own)
            if each.name != "id" and getattr(self.own, each.name) != getattr(self.other, each.name)
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

    def remove(self, entry: Entry) -> None:
        """Forget an entry, whose place is free then."""
        self._by_id.pop((type(entry), entry.id), None)
        self._by_place.pop(_place_of(entry), None)

    def same(self, entry: Entry) -> Entry | None:
        """Find the entry of the same id."""
        return self._by_id.get((type(entry), entry.id))

    def rival(self, entry: Entry) -> Entry | None:
        """Find the entry that stands where this one would: a log has room for one of them."""
        return self._by_place.get(_place_of(entry))

    def missing(self, entry: Entry) -> list[tuple[str, type[Entry]]]:
        """List the fields that refer to an entry that is not there, and the kind it has."""
        return [
            (field, kind)
            for field, kind in REFERENCES.items()
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


def join(
    entries: Iterable[Entry],
    log: Iterable[Entry],
    entries_edited: EditTimes | None = None,
    log_edited: EditTimes | None = None,
) -> tuple[Change, tuple[Conflict, ...]]:
    """Join the entries of another log to this one.

    An entry whose id this log does not have is added, unless its place is taken: one bodyweight a
    day, one piece of equipment a name, one set a number of a session's exercise and side. Equipment
    of the same name is the same, and sets go to this log's.

    Args:
        entries: Of the other log, whole: what they refer to is among them, and before them.
        log: The entries of this log.
        entries_edited: When those of the other log were last edited, where that is known.
        log_edited: When those of this log were.

    Returns:
        The change that adds what this log lacks and replaces what is older in it, and what differs;
        the same log again changes nothing.
    """
    theirs, ours = entries_edited or {}, log_edited or {}
    places = Places(log)
    edits: list[Edit] = []
    conflicts: list[Conflict] = []
    renamed: dict[str, str] = {}
    for entry in entries:
        edited_at = theirs.get((type(entry), entry.id))
        if isinstance(entry, LoggedSet) and entry.equipment_id in renamed:
            entry = replace(entry, equipment_id=renamed[entry.equipment_id])
        own = places.same(entry) or places.rival(entry)
        if own is None:
            places.add(entry)
            edits.append(Edit(None, entry, edited_at))
            continue
        if isinstance(entry, Equipment) and own.id != entry.id:
            renamed[entry.id] = own.id
        if not Conflict(own, entry).differing:
            continue
        taken = replace(entry, id=own.id)
        own_edited_at = ours.get((type(own), own.id))
        is_newer = (
            edited_at is not None
            and own_edited_at is not None
            and edited_at > own_edited_at
            and places.rival(taken) in (own, None)
        )
        conflicts.append(Conflict(own, entry, is_newer))
        if is_newer:
            places.remove(own)
            places.add(taken)
            edits.append(Edit(own, taken, edited_at))
    return Change(tuple(edits)), tuple(conflicts)
