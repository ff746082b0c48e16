"""What a log knows about each entry as it was made: the state used for merging two logs.

For each entry this is the version edited last, and when it was deleted. Merging keeps the later of
both logs' for each, so it does not matter in which order logs are merged, or how often.
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
    """An entry as it was made by someone.

    Args:
        entry: The entry.
        edited_at: When it was last edited; None if unknown, which counts as earlier than any known
            time.
        added_us: When it was first added, see ``AddedTimes``; None if unknown.
    """

    entry: Entry
    edited_at: datetime.datetime | None = None
    added_us: int | None = None

    @property
    def rank(self) -> tuple[datetime.datetime, str, str]:
        """Sort key for versions of the same entry; the highest wins."""
        # For two made at the same moment, any rule will do that is the same on all machines.
        return self.edited_at or _NEVER, repr(frame_of(self.entry)), repr(self.entry)

    def is_after(self, other: "Version") -> bool:
        """Tell whether this version wins over another one of the same entry."""
        return self.entry != other.entry and self.rank > other.rank


def later(one: Version | None, other: Version | None) -> Version | None:
    """Return the later of two versions of an entry, with the earlier of their added times."""
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
    """Everything a log knows about its entries.

    Args:
        versions: The entries as they were made; for deleted ones, only what others may need.
        deleted: When entries were deleted.
    """

    versions: dict[Key, Version] = field(default_factory=dict)
    deleted: dict[Key, datetime.datetime] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry], past: Past) -> "Known":
        """Combine what a log shows and remembers."""
        known = cls()
        for entry in entries:
            key = key_of(entry)
            known.versions[key] = Version(entry, past.edit_times.get(key), past.added.get(key))
        for memory in past.memory:
            if memory.entry is not None:
                added_us = memory.added_us
                if added_us is None:  # the file may lack it while the log has it
                    added_us = past.added.get(memory.key)
                version = Version(memory.entry, memory.edited_at, added_us)
                known.versions[memory.key] = version
            if memory.deleted_at is not None:
                known.deleted[memory.key] = memory.deleted_at
        return known

    def is_deleted(self, key: Key) -> bool:
        """Tell whether an entry was deleted and not edited later."""
        deleted_at, version = self.deleted.get(key), self.versions.get(key)
        if deleted_at is None:
            return False
        return version is None or (version.edited_at or _NEVER) <= deleted_at

    def joined(self, other: "Known") -> "Known":
        """Return the combined knowledge of both."""
        both = Known()
        for key in {**self.versions, **other.versions}:
            version = later(self.versions.get(key), other.versions.get(key))
            assert version is not None  # at least one of them has it
            both.versions[key] = version
        for key in {**self.deleted, **other.deleted}:
            instants = (each.deleted.get(key) for each in (self, other))
            both.deleted[key] = max(each for each in instants if each is not None)
        return both._settled()

    def _settled(self) -> "Known":
        """Return the same without what nobody can need, such as notes of deleted entries."""
        settled = Known()
        for key, version in self.versions.items():
            if not self.is_deleted(key):
                settled.versions[key] = version
            elif key[0] in PARENTS:
                settled.versions[key] = replace(version, entry=frame_of(version.entry))
        settled.deleted = {key: at for key, at in self.deleted.items() if self.is_deleted(key)}
        return settled
