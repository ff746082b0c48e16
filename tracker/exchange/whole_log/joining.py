"""The entries of another log joined to those of this one, by their ids.

Where both logs have an entry and they differ, the one edited last wins, and the difference is
listed. What was deleted in one log goes in the other, unless it was edited there after that. What
cannot stand as it was made is shown as ``shown`` says. Joined in whatever order, and as often as
one likes, all logs become the same.
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
    """What became of an entry of which two logs say different things."""

    TAKEN = "taken"  # the other log's, which was edited later
    KEPT = "kept"  # this log's, which was edited later, or after the other deleted it
    BROUGHT_BACK = "brought_back"  # deleted here; edited there after that, or needed by what is new
    RENUMBERED = "renumbered"  # a set whose number another one has


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry, or two in one place, of which two logs say different things.

    Args:
        own: As this log has it; None where it has none.
        other: As the other log has it; None where it has none.
        outcome: What became of it.
        became: As this log has it then.
    """

    own: Entry | None
    other: Entry | None
    outcome: Outcome
    became: Entry

    @property
    def differing(self) -> tuple[str, ...]:
        """The names of the fields that differ, the id left aside; none where one has no entry."""
        if self.own is None or self.other is None:
            return ()
        return tuple(
            each.name
            for each in fields(self.own)
            if each.name != "id" and getattr(self.own, each.name) != getattr(self.other, each.name)
        )


@dataclass(frozen=True, slots=True)
class Lacking:
    """What one log lacks of another: how many sessions, how many sets."""

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
    """What joining another log to this one does.

    Args:
        change: What makes this log the two joined; empty where that changes nothing.
        conflicts: Where the two say different things, each once.
        own_lacks: What this log lacks of the other.
        other_lacks: What the other log lacks then.
        removed: Entries of this log that were deleted in the other.
        left_deleted: How many entries of the other log stay away, as they were deleted here.
    """

    change: Change
    conflicts: tuple[Conflict, ...]
    own_lacks: Lacking
    other_lacks: Lacking
    removed: tuple[Entry, ...] = ()
    left_deleted: int = 0


NOTHING_JOINED: Final = Joined(Change(), (), Lacking(0, 0), Lacking(0, 0))


class TakenPlaces:
    """The places that entries take in a log: an id each, and some a day, a name or a number."""

    def __init__(self) -> None:
        self._by_id: dict[Key, Entry] = {}
        self._by_place: dict[object, Entry] = {}

    def add(self, entry: Entry) -> None:
        """Remember an entry."""
        self._by_id[key_of(entry)] = entry
        place = place_of(entry)
        if place is not None:
            self._by_place[place] = entry

    def same(self, entry: Entry) -> Entry | None:
        """Find the entry of the same id."""
        return self._by_id.get(key_of(entry))

    def rival(self, entry: Entry) -> Entry | None:
        """Find the entry that stands where this one would: a log has room for one of them."""
        return self._by_place.get(place_of(entry))

    def missing(self, entry: Entry) -> list[tuple[str, type[Entry]]]:
        """List the fields that refer to an entry that is not there, and the kind it has."""
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
    """Join the entries of another log to this one at once; see ``joining``."""
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
    """Join the entries of another log to this one, in steps.

    Args:
        entries: Of the other log, whole: what they refer to is among them.
        log: The entries of this log.
        past: What the other log knows of its entries beside.
        log_past: What this log knows of its own.
        parts: The parts of the other log that are joined; others are as if it had none of them.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        What joining it does.
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
    """List where the logs say different things of what is shown then, each entry once."""
    weighed = {place_of(each): each for each in here.values() if isinstance(each, Bodyweight)}
    weighed_there = {
        place_of(each): each for each in there.values() if isinstance(each, Bodyweight)
    }
    for key, version in then.items():
        own, other, became = here.get(key), there.get(key), version.entry
        if isinstance(became, Bodyweight):  # whatever id the other log gave it
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
