"""Merges the entries of another log into this one, by their ids.

If both logs have an entry and it differs, the one edited last wins, and the difference is listed.
What was deleted in one log is deleted in the other, unless it was edited there later. Entries that
cannot be shown as they were made are adapted by ``shown``. In whatever order and however often logs
are merged, all of them end up the same.
"""

from collections.abc import Collection, Generator, Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final

from tracker.domain.change import Change, Edit, Entry, Key, Memory, Past, key_of
from tracker.domain.entry_fields import REFERENCES, place_of
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.whole_log.parts import ALL, LogPart, chosen
from tracker.exchange.whole_log.shown import memory_of, shown
from tracker.exchange.whole_log.versions import Known, Version

_EMPTY: Final = Past()


class Outcome(StrEnum):
    """What happened to an entry that differs between two logs."""

    TAKEN = "taken"  # the other log's version, which was edited later
    KEPT = "kept"  # this log's version, edited later, or after the other log deleted it
    BROUGHT_BACK = "brought_back"  # deleted here, but edited there later, or needed by a new entry
    RENUMBERED = "renumbered"  # a set whose number was taken


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry, or two in one place, that differs between two logs.

    Args:
        own: This log's entry; None if it has none.
        other: The other log's entry; None if it has none.
        outcome: What happened to it.
        became: The entry after the merge.
    """

    own: Entry | None
    other: Entry | None
    outcome: Outcome
    became: Entry

    @property
    def differing(self) -> tuple[str, ...]:
        """The names of the fields that differ, except the id; empty if one log has no entry."""
        if self.own is None or self.other is None:
            return ()
        return tuple(
            each.name
            for each in fields(self.own)
            if each.name != "id" and getattr(self.own, each.name) != getattr(self.other, each.name)
        )


@dataclass(frozen=True, slots=True)
class Lacking:
    """How many sessions and sets one log lacks."""

    sessions: int
    sets: int

    def __bool__(self) -> bool:
        return bool(self.sessions or self.sets)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Lacking":
        """Count the sessions and sets among entries."""
        kinds = list(map(type, entries))
        return cls(kinds.count(Session), kinds.count(LoggedSet))


@dataclass(frozen=True, slots=True)
class Joined:
    """The result of merging another log into this one.

    Args:
        change: The change that merges the other log into this one; empty if nothing changes.
        conflicts: Entries that differ, each listed once.
        own_lacks: What this log gets from the other.
        other_lacks: What the other log lacks of the result.
        removed: Entries of this log that were deleted in the other.
        left_deleted: How many entries of the other log are not added, because they were deleted
            here.
    """

    change: Change
    conflicts: tuple[Conflict, ...]
    own_lacks: Lacking
    other_lacks: Lacking
    removed: tuple[Entry, ...] = ()
    left_deleted: int = 0


NOTHING_JOINED: Final = Joined(Change(), (), Lacking(0, 0), Lacking(0, 0))


class TakenPlaces:
    """The places taken by entries in a log: an id each, and for some a day, a name or a number."""

    def __init__(self) -> None:
        self._by_id: dict[Key, Entry] = {}
        self._by_place: dict[object, Entry] = {}

    def add(self, entry: Entry) -> None:
        """Note that an entry is there."""
        self._by_id[key_of(entry)] = entry
        place = place_of(entry)
        if place is not None:
            self._by_place[place] = entry

    def same(self, entry: Entry) -> Entry | None:
        """Find the entry with the same id."""
        return self._by_id.get(key_of(entry))

    def rival(self, entry: Entry) -> Entry | None:
        """Find the entry already in this one's place, which can only hold one."""
        return self._by_place.get(place_of(entry))

    def missing(self, entry: Entry) -> list[tuple[str, type[Entry]]]:
        """List the fields that refer to a missing entry, each with the kind it should have."""
        return [
            (field, kind)
            for field, kind in REFERENCES.items()
            if (id_ := getattr(entry, field, None)) is not None and (kind, id_) not in self._by_id
        ]


def join(
    entries: Iterable[Entry],
    log: Iterable[Entry],
    past: Past = _EMPTY,
    log_past: Past = _EMPTY,
    parts: Collection[LogPart] = ALL,
) -> Joined:
    """Merge the entries of another log into this one at once; see ``joining``."""
    steps = joining(entries, log, past, log_past, parts)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Joined = end.value
            return result


def joining(
    entries: Iterable[Entry],
    log: Iterable[Entry],
    past: Past,
    log_past: Past,
    parts: Collection[LogPart] = ALL,
) -> Generator[float, None, Joined]:
    """Merge the entries of another log into this one, in steps.

    Args:
        entries: All entries of the other log, including those that others refer to.
        log: The entries of this log.
        past: What the other log knows about its entries besides.
        log_past: What this log knows about its entries.
        parts: The parts of the other log to merge; the others are ignored.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The result.
    """
    log = list(log)
    entries, memory = chosen(entries, past.memory, parts)
    past = Past(past.edit_times, past.added, tuple(memory))
    yield 0.1
    theirs, ours = Known.of(entries, past), Known.of(log, log_past)
    yield 0.2
    known = ours.joined(theirs)
    yield 0.4
    then = shown(known)
    yield 0.6
    here, there = {key_of(each): each for each in log}, {key_of(each): each for each in entries}
    remembered = memory_of(known, then)
    yield 0.7
    change = Change(
        tuple(_edits(here, then, log_past)), tuple(_forgotten_and_new(log_past.memory, remembered))
    )
    yield 0.8
    conflicts = tuple(_conflicts(here, ours, there, theirs, then))
    yield 0.9
    gone = {key for key in known.deleted if key not in then}
    return Joined(
        change if change else Change(),
        conflicts,
        own_lacks=Lacking.of(each.entry for key, each in then.items() if key not in here),
        other_lacks=Lacking.of(each.entry for key, each in then.items() if key not in there),
        removed=tuple(entry for key, entry in here.items() if key in gone),
        left_deleted=len(gone & (there.keys() - here.keys())),
    )


def _edits(here: dict[Key, Entry], then: dict[Key, Version], past: Past) -> Iterator[Edit]:
    for key, entry in here.items():
        if key not in then:
            yield Edit(entry, None)
    for key, version in then.items():
        own, added_us = here.get(key), version.added_us
        if added_us is None:
            added_us = past.added.get(key)
        was = own, past.edit_times.get(key), past.added.get(key)
        if was != (version.entry, version.edited_at, added_us):
            yield Edit(own, version.entry, version.edited_at, added_us)


def _forgotten_and_new(before: Iterable[Memory], remembered: dict[Key, Memory]) -> Iterator[Memory]:
    known = {memory.key: memory for memory in before}
    for key in known:
        if key not in remembered:
            yield Memory(key)
    for key, memory in remembered.items():
        if known.get(key) != memory:
            yield memory


def _conflicts(
    here: dict[Key, Entry],
    ours: Known,
    there: dict[Key, Entry],
    theirs: Known,
    then: dict[Key, Version],
) -> Iterator[Conflict]:
    """List each entry shown after the merge about which the logs differ, once."""
    weighed = {place_of(each): each for each in here.values() if isinstance(each, Bodyweight)}
    weighed_there = {
        place_of(each): each for each in there.values() if isinstance(each, Bodyweight)
    }
    for key, version in then.items():
        own, other, became = here.get(key), there.get(key), version.entry
        if isinstance(became, Bodyweight):  # match by day, because ids may differ
            own, other = weighed.get(place_of(became)), weighed_there.get(place_of(became))
            if own is not None and other is not None and own.id != other.id and own.kg == other.kg:
                continue
        outcome = _outcome(own, other, became, ours, theirs)
        if outcome is not None:
            yield Conflict(own, other, outcome, became)


def _outcome(
    own: Entry | None, other: Entry | None, became: Entry, ours: Known, theirs: Known
) -> Outcome | None:
    key = key_of(became)
    if own is not None and other is not None:
        mine, yours = ours.versions[key_of(own)], theirs.versions[key_of(other)]
        if mine.entry != yours.entry:
            is_taken = own != became and yours.is_after(mine)
            return Outcome.TAKEN if is_taken else Outcome.KEPT
    elif own is None and ours.is_deleted(key):
        return Outcome.BROUGHT_BACK
    elif other is None and theirs.is_deleted(key):
        return Outcome.KEPT
    if isinstance(became, LoggedSet):
        known = own if isinstance(own, LoggedSet) else other
        if isinstance(known, LoggedSet) and known.set_no != became.set_no:
            return Outcome.RENUMBERED
    return None
