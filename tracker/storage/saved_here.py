"""What was saved through one window, kept in memory so that it outlives the loss of the log."""

import datetime
from collections.abc import Callable, Iterable, Sequence

from tracker.domain.change import Change, Entry, Key, Memory, Past, key_of
from tracker.domain.entry_fields import KINDS, REFERENCES

Found = tuple[Sequence[Entry], Past]


class SavedHere:
    """The newest state of every entry that was saved, and of the entries they refer to."""

    def __init__(self) -> None:
        self._entries: dict[Key, Entry | None] = {}
        self._edit_times: dict[Key, datetime.datetime] = {}
        self._added: dict[Key, int] = {}
        self._memory: dict[Key, Memory] = {}

    def note(
        self,
        change: Change,
        past: Past,
        read: Callable[[type[Entry], Sequence[str]], Found],
    ) -> None:
        """Note a change that has been saved.

        Args:
            change: The change.
            past: What the log knows about its entries since then.
            read: Reads entries of a kind by their ids, with what the log knows about them.
        """
        for edit in change.edits:
            self._put(key_of(edit.entry), edit.after, past)
        self._memory |= {each.key: each for each in past.memory}
        wanted = self._missing(edit.after for edit in change.edits)
        while wanted:
            found: list[Entry] = []
            for kind, ids in wanted.items():
                entries, known = read(kind, sorted(ids))
                for entry in entries:
                    self._put(key_of(entry), entry, known)
                found += entries
            wanted = self._missing(found)

    def _put(self, key: Key, entry: Entry | None, past: Past) -> None:
        self._entries[key] = entry
        self._edit_times.pop(key, None)
        self._added.pop(key, None)
        if key in past.edit_times:
            self._edit_times[key] = past.edit_times[key]
        if key in past.added:
            self._added[key] = past.added[key]

    def _missing(self, entries: Iterable[Entry | None]) -> dict[type[Entry], set[str]]:
        """Return the ids, by kind, of referenced entries that are not yet noted."""
        missing: dict[type[Entry], set[str]] = {}
        for entry in entries:
            for field, kind in REFERENCES.items():
                id_ = getattr(entry, field, None)
                if id_ is not None and (kind, id_) not in self._entries:
                    missing.setdefault(kind, set()).add(id_)
        return missing

    def __bool__(self) -> bool:
        """Tell whether anything was saved."""
        return bool(self._entries)

    @property
    def keys(self) -> set[Key]:
        """The keys of the entries that are there since."""
        return {key for key, entry in self._entries.items() if entry is not None}

    def contents(self) -> tuple[tuple[Entry, ...], Past]:
        """Return the entries, those that others refer to first, and what the log knows of them."""
        entries = [each for each in self._entries.values() if each is not None]
        order = list(KINDS.values())
        memory = tuple(each for each in self._memory.values() if each)
        return (
            tuple(sorted(entries, key=lambda each: order.index(type(each)))),
            Past(self._edit_times, self._added, memory),
        )
