"""What a log knows of each entry as somebody made it: the state in which two logs are joined.

Of each entry a log knows the version edited last, and when it was deleted. Joined, of both logs the
later of each remains. So it does not matter which logs are joined in which order, or how often.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from tracker.domain.change import Entry, Key, Past, key_of
from tracker.domain.entry_fields import PARENTS, frame_of

_NEVER: Final = datetime.datetime.min.replace(tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Version:
    """An entry as somebody made it.

    Args:
        entry: The entry.
        edited_at: When; None where that is not known: then any known edit is later.
        added_us: When it was added at all; None where that is not known.
    """

    entry: Entry
    edited_at: datetime.datetime | None = None
    added_us: int | None = None

    @property
    def rank(self) -> tuple[datetime.datetime, str, str]:
        """What puts the versions of one entry in order; the highest wins."""
        # Where two were made at one moment, any rule will do that is the same on all machines.
        return self.edited_at or _NEVER, repr(frame_of(self.entry)), repr(self.entry)

    def is_after(self, other: "Version") -> bool:
        """Tell whether this one wins over another version of the same entry."""
        return self.entry != other.entry and self.rank > other.rank


def later(one: Version | None, other: Version | None) -> Version | None:
    """Give the later of two versions of an entry, added when it was first."""
    if one is None or other is None or one == other:
        return one or other
    added = [each.added_us for each in (one, other) if each.added_us is not None]
    instants = [each.edited_at for each in (one, other) if each.edited_at is not None]
    found = other if other.is_after(one) else one
    if one.entry == other.entry:
        found = replace(found, edited_at=max(instants, default=None))
    return replace(found, added_us=min(added, default=None))


@dataclass(slots=True)
class Known:
    """What a log knows.

    Args:
        versions: The entries as they were made; of those deleted, what others may need.
        deleted: When they were deleted.
    """

    versions: dict[Key, Version] = field(default_factory=dict)
    deleted: dict[Key, datetime.datetime] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry], past: Past) -> "Known":
        """Give what a log knows by what it shows and remembers."""
        known = cls()
        for entry in entries:
            key = key_of(entry)
            known.versions[key] = Version(entry, past.edit_times.get(key), past.added.get(key))
        for memory in past.memory:
            if memory.entry is not None:
                added_us = memory.added_us
                if added_us is None:  # what a file does not say, the row of the log may
                    added_us = past.added.get(memory.key)
                version = Version(memory.entry, memory.edited_at, added_us)
                known.versions[memory.key] = version
            if memory.deleted_at is not None:
                known.deleted[memory.key] = memory.deleted_at
        return known

    def is_deleted(self, key: Key) -> bool:
        """Tell whether an entry was deleted, and not edited after that."""
        deleted_at, version = self.deleted.get(key), self.versions.get(key)
        if deleted_at is None:
            return False
        return version is None or (version.edited_at or _NEVER) <= deleted_at

    def joined(self, other: "Known") -> "Known":
        """Give what is known of both."""
        both = Known()
        for key in {**self.versions, **other.versions}:
            version = later(self.versions.get(key), other.versions.get(key))
            assert version is not None  # one of them has it
            both.versions[key] = version
        for key in {**self.deleted, **other.deleted}:
            instants = (each.deleted.get(key) for each in (self, other))
            both.deleted[key] = max(each for each in instants if each is not None)
        return both._settled()

    def _settled(self) -> "Known":
        """Give the same without what nobody can need: notes of what is deleted, and more."""
        settled = Known()
        for key, version in self.versions.items():
            if not self.is_deleted(key):
                settled.versions[key] = version
            elif key[0] in PARENTS:
                settled.versions[key] = replace(version, entry=frame_of(version.entry))
        settled.deleted = {key: at for key, at in self.deleted.items() if self.is_deleted(key)}
        return settled
