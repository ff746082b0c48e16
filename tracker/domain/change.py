"""How a log changes: edits from before to after that stand or fall together."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple, TypeVar, overload

from tracker.domain.event import Event
from tracker.domain.exercise import Equipment
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
Key = tuple[type[Entry], str]  # the kind and the id: which entry it is, in every log
# When each entry was last edited, by kind and id; entries of which that is not known are missing.
EditTimes = Mapping[Key, datetime.datetime]
# When each entry was added, in microseconds since 1970; it never changes, and so orders entries the
# same in every log. What was added before that was noted has small numbers, in its order.
AddedTimes = Mapping[Key, int]


def key_of(entry: Entry) -> Key:
    """Tell which entry it is, whatever it says."""
    return type(entry), entry.id


class Memory(NamedTuple):
    """What a log remembers of one entry beside what it shows.

    Args:
        key: Which entry.
        deleted_at: The instant when it was deleted; None where it was not.
        entry: The entry as somebody made it, where the log shows it otherwise or not at all: two
            logs that were joined had different ones in one place, or it was deleted and others
            may need it.
        edited_at: When that entry was last edited; None where that is not known.
        added_us: When it was added, see ``AddedTimes``; None where that is not known.
    """

    key: Key
    deleted_at: datetime.datetime | None = None
    entry: Entry | None = None
    edited_at: datetime.datetime | None = None
    added_us: int | None = None

    def __bool__(self) -> bool:
        return self.deleted_at is not None or self.entry is not None


class Past(NamedTuple):
    """What a log knows of its entries beside what they say.

    Args:
        edit_times: When they were last edited.
        added: When they were added.
        memory: What is remembered of those deleted, and of those shown otherwise.
    """

    edit_times: EditTimes = MappingProxyType({})
    added: AddedTimes = MappingProxyType({})
    memory: tuple[Memory, ...] = ()


class Edited(Enum):
    """The time of an edit that is being made: it has no instant before it is saved."""

    NOW = "now"


@dataclass(frozen=True, slots=True)
class Edit:
    """One entry before and after; None means that it is absent.

    Args:
        before: The entry as it was.
        after: The entry as it is then.
        edited_at: When somebody made it so: ``NOW``; of an entry that comes back, or comes from
            another log, the instant then, with its offset; None where that is not known.
        added_us: When an entry that comes back, or comes from another log, was first added, see
            ``AddedTimes``; None for now.

    Raises:
        ValueError: If both are None, or they are not the same entry.
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
        """The entry as it is after, or as it was where it is gone."""
        entry = self.after or self.before
        assert entry is not None  # __post_init__ saw to it
        return entry


class WithAdded(Sequence[Edit]):
    """Edits, and behind them one for each of many entries that are added.

    Those are made when they are asked for: a million need not stand in memory.

    Args:
        edits: Which do stand there.
        added: Entries that are made when they are asked for, always the same.
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


@dataclass(frozen=True, slots=True)
class Change:
    """Edits that are carried out together or not at all; at most one an entry.

    Args:
        edits: The edits.
        memory: What is remembered of entries then, where the change only restores what was, or
            joins another log; None where the runner makes it: then deletions are remembered.
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
        """The edits that stand in memory, and what is added beside; see ``WithAdded``."""
        if isinstance(self.edits, WithAdded):
            return self.edits.edits, self.edits.added
        return self.edits, ()

    @property
    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(tuple(Edit(edit.after, edit.before) for edit in reversed(self.edits)))

    def inverse_at(self, past: Past) -> "Change":
        """Give the change that takes this one back, with all that was known of the entries.

        Args:
            past: When the entries were edited and added before this change, and what was
                remembered of those of which something else is remembered since.
        """
        return Change(
            tuple(
                edit
                if edit.after is None  # nothing is left that could have been edited
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
