"""How a log changes: edits from before to after that are carried out all together or not at all."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple, TypeVar, overload

from tracker.domain.event import Event
from tracker.domain.exercise import Equipment
from tracker.domain.frozen import frozen
from tracker.domain.goal import Goal
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import Measurement
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Symptom

Entry = (
    Runner
    | Bodyweight
    | Equipment
    | Session
    | LoggedSet
    | Symptom
    | Measurement
    | HeelRaiseTest
    | Goal
    | Run
    | Event
    | Plan
    | Phase
    | PlannedSets
)
E = TypeVar("E", bound=Entry)
Key = tuple[type[Entry], str]  # kind and id, which identify an entry in every log
# When each entry was last edited; entries for which that is not known are missing.
EditTimes = Mapping[Key, datetime.datetime]
# When each entry was added, in microseconds since 1970. It never changes, so entries sort the
# same in every log. Entries from before these times were recorded have small numbers, in order.
AddedTimes = Mapping[Key, int]


def key_of(entry: Entry) -> Key:
    """Return what identifies an entry, whatever its other fields say."""
    return type(entry), entry.id


class Memory(NamedTuple):
    """What a log remembers about one entry besides what it shows.

    Args:
        key: Which entry.
        deleted_at: When it was deleted; None if it was not.
        entry: The entry as it was made, if the log shows it differently or not at all: either two
            merged logs each had an entry in the same place, or it was deleted but others may still
            refer to it. None otherwise.
        edited_at: When ``entry`` was last edited; None if unknown.
        added_us: When it was added, see ``AddedTimes``; None if unknown.
    """

    key: Key
    deleted_at: datetime.datetime | None = None
    entry: Entry | None = None
    edited_at: datetime.datetime | None = None
    added_us: int | None = None

    def __bool__(self) -> bool:
        return self.deleted_at is not None or self.entry is not None


class Past(NamedTuple):
    """What a log knows about its entries besides their fields.

    Args:
        edit_times: When each was last edited.
        added: When each was added.
        memory: What is remembered of entries deleted or shown differently.
    """

    edit_times: EditTimes = MappingProxyType({})
    added: AddedTimes = MappingProxyType({})
    memory: tuple[Memory, ...] = ()


class Edited(Enum):
    """The time of an edit still being made, which has no instant until it is saved."""

    NOW = "now"


@frozen
class Edit:
    """One entry before and after; None means that it is absent.

    Args:
        before: The entry as it was.
        after: The entry as it becomes.
        edited_at: When the edit was made: ``NOW``, or for an entry restored or taken from another
            log the original instant, with offset; None if unknown.
        added_us: When an entry restored or taken from another log was first added, see
            ``AddedTimes``; None for now.

    Raises:
        ValueError: If both are None, or if they are different entries.
    """

    before: Entry | None
    after: Entry | None
    edited_at: datetime.datetime | Edited | None = Edited.NOW
    added_us: int | None = None

    def __post_init__(self) -> None:
        one, other = self.before or self.after, self.after or self.before
        if one is None or other is None:
            raise ValueError("An edit needs an entry before or after.")
        if (type(one), one.id) != (type(other), other.id):
            raise ValueError("An edit is of one entry.")

    @property
    def entry(self) -> Entry:
        """The entry after the edit, or before it if the edit removes it."""
        entry = self.after or self.before
        assert entry is not None  # checked in __post_init__
        return entry


class WithAdded(Sequence[Edit]):
    """Edits, followed by one edit for each of many added entries.

    The edits of added entries are made on the fly, so that a million need not be held in memory.

    Args:
        edits: The edits held in memory.
        added: Entries made on demand; they must come out the same every time.
    """

    def __init__(self, edits: Sequence[Edit], added: Sequence[Entry]) -> None:
        self.edits = edits
        self.added = added

    def __len__(self) -> int:
        return len(self.edits) + len(self.added)

    def __iter__(self) -> Iterator[Edit]:
        yield from self.edits
        for entry in self.added:
            yield Edit(None, entry)

    @overload
    def __getitem__(self, place: int) -> Edit: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Edit]: ...
    def __getitem__(self, place: int | slice) -> Edit | Sequence[Edit]:
        return tuple(self)[place]


@frozen
class Change:
    """Edits that are carried out together or not at all, at most one per entry.

    Args:
        edits: The edits.
        memory: What to remember about entries, for a change that restores an earlier state or
            merges another log. None for a change by the runner, whose deletions are then
            remembered.
    """

    edits: Sequence[Edit] = ()
    memory: tuple[Memory, ...] | None = None

    @classmethod
    def adding(cls, *entries: Entry) -> "Change":
        """Make the change that adds entries."""
        return cls(tuple(Edit(None, entry) for entry in entries))

    @classmethod
    def removing(cls, *entries: Entry) -> "Change":
        """Make the change that removes entries."""
        return cls(tuple(Edit(entry, None) for entry in entries))

    @classmethod
    def replacing(cls, before: Entry, after: Entry) -> "Change":
        """Make the change from one state of an entry to another; empty where they are equal."""
        return cls() if before == after else cls((Edit(before, after),))

    @classmethod
    def together(cls, changes: Iterable["Change"]) -> "Change":
        """Join changes of different entries into one."""
        return cls(tuple(edit for change in changes for edit in change.edits))

    @property
    def parts(self) -> tuple[Sequence[Edit], Sequence[Entry]]:
        """The edits held in memory, and the entries added on the fly; see ``WithAdded``."""
        if isinstance(self.edits, WithAdded):
            return self.edits.edits, self.edits.added
        return self.edits, ()

    @property
    def inverse(self) -> "Change":
        """The change that undoes this one."""
        return Change(tuple(Edit(edit.after, edit.before) for edit in reversed(self.edits)))

    def inverse_at(self, past: Past) -> "Change":
        """Return the change that undoes this one and restores what was known about the entries.

        Args:
            past: Edit and added times from before this change, and the earlier memory of those
                entries whose memory it changes.
        """
        return Change(
            tuple(
                edit
                if edit.after is None  # it is removed, so no edit time is needed
                else Edit(
                    edit.before,
                    edit.after,
                    past.edit_times.get(key_of(edit.after)),
                    past.added.get(key_of(edit.after)),
                )
                for edit in self.inverse.edits
            ),
            past.memory,
        )

    def __add__(self, other: "Change") -> "Change":
        return Change((*self.edits, *other.edits))

    def __bool__(self) -> bool:
        return bool(self.edits or self.memory)

    def of(self, kind: type[E]) -> list[tuple[E | None, E | None]]:
        """List the edits of one kind of entry as (before, after)."""
        return [
            (edit.before, edit.after)  # type: ignore[misc]
            for edit in self.edits
            if isinstance(edit.entry, kind)
        ]
