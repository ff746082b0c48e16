"""What was saved through one window, kept in memory: should its log be lost, it is not."""

import datetime
from collections.abc import Callable, Iterable, Sequence

from tracker.domain.change import Change, Edited, EditTimes, Entry
from tracker.domain.entry_fields import KINDS, REFERENCES

Key = tuple[type[Entry], str]
Found = tuple[Sequence[Entry], EditTimes]


class SavedHere:
    """The newest state of every entry that was saved, with those that they refer to."""

    def __init__(self) -> None:
        self._entries: dict[Key, Entry | None] = {}
        self._edit_times: dict[Key, datetime.datetime] = {}

    def __bool__(self) -> bool:
        return bool(self._entries)

    def note(
        self,
        change: Change,
        now: datetime.datetime,
        read: Callable[[type[Entry], Sequence[str]], Found],
    ) -> None:
        """Note a change that has been saved.

        Args:
            change: The change.
            now: When.
            read: Reads entries of a kind by their ids, with when they were edited.
        """
        for edit in change.edits:
            key = type(edit.entry), edit.entry.id
            edited_at = now if edit.edited_at is Edited.NOW else edit.edited_at
            self._put(key, edit.after, edited_at)
        wanted = self._missing(edit.after for edit in change.edits)
        while wanted:
            found: list[Entry] = []
            for kind, ids in wanted.items():
                entries, edit_times = read(kind, sorted(ids))
                for entry in entries:
                    key = kind, entry.id
                    self._put(key, entry, edit_times.get(key))
                found += entries
            wanted = self._missing(found)

    def _put(self, key: Key, entry: Entry | None, edited_at: datetime.datetime | None) -> None:
        self._entries[key] = entry
        self._edit_times.pop(key, None)
        if entry is not None and edited_at is not None:
            self._edit_times[key] = edited_at

    def _missing(self, entries: Iterable[Entry | None]) -> dict[type[Entry], set[str]]:
        """Give the ids, by kind, of what entries refer to and is not noted."""
        missing: dict[type[Entry], set[str]] = {}
        for entry in entries:
            for field, kind in REFERENCES.items():
                id_ = getattr(entry, field, None)
                if id_ is not None and (kind, id_) not in self._entries:
                    missing.setdefault(kind, set()).add(id_)
        return missing

    def contents(self) -> tuple[tuple[Entry, ...], EditTimes]:
        """Give the entries, those that others refer to first, and when they were edited."""
        entries = [each for each in self._entries.values() if each is not None]
        order = list(KINDS.values())
        return tuple(sorted(entries, key=lambda each: order.index(type(each)))), self._edit_times
