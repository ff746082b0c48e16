"""What a log remembers about entries besides what it shows: deletions, and what a merge hid."""

import datetime
import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from tracker.domain.change import AddedTimes, Edit, EditTimes, Entry, Key, Memory, key_of
from tracker.domain.edit_time import later_than
from tracker.domain.entry import require_id
from tracker.domain.entry_fields import KINDS, PARENTS, frame_of, place_of
from tracker.domain.exercise import Equipment
from tracker.domain.runner import Bodyweight
from tracker.storage.row_times import edit_time_of, require_count, text_of_edit_time
from tracker.storage.rows import TABLES, Row

MemoryByKey = Mapping[Key, Memory]

TABLE: Final = "remembered"
JOINED: Final = "joined"  # the table with the time of the last merge
COLUMNS: Final = ("kind", "id", "deleted_at", "entry", "edited_at", "added_us")
BESIDE: Final = (TABLE, JOINED)  # the tables besides those of entries
KEPT: Final = datetime.timedelta(days=730)  # how long deletions are remembered after the last merge
_NAMES: Final = {kind: name for name, kind in KINDS.items()}
_HIDDEN_KINDS: Final = (Bodyweight, Equipment)  # only one can be shown per day or name


def memory_in(row: Row) -> Memory:
    """Return what a row remembers.

    Raises:
        ValueError, TypeError, KeyError: If the row is not valid.
    """
    name = row["kind"]
    if name not in KINDS:
        raise ValueError(f"kind is {name!r}, which no log has")
    kind = KINDS[name]
    require_id(row["id"])
    entry: Entry | None = None
    if row["entry"] is not None:
        try:
            entry = TABLES[kind].from_row(json.loads(row["entry"]))
        except RecursionError as error:
            raise ValueError("entry is nested too deep") from error
        if entry.id != row["id"]:
            raise ValueError("entry is another one's")
    return Memory(
        (kind, row["id"]),
        _instant_in(row["deleted_at"]),
        entry,
        _instant_in(row["edited_at"]),
        None if row["added_us"] is None else require_count(row["added_us"]),
    )


def _instant_in(text: str | None) -> datetime.datetime | None:
    return None if text is None else edit_time_of(text)


def row_of(memory: Memory) -> dict[str, Any]:
    """Return the row for a memory."""
    entry = memory.entry
    return {
        **place_in(memory.key),
        "deleted_at": _text_of(memory.deleted_at),
        "entry": None if entry is None else json.dumps(TABLES[memory.key[0]].to_row(entry)),
        "edited_at": _text_of(memory.edited_at),
        "added_us": memory.added_us,
    }


def place_in(key: Key) -> dict[str, str]:
    """Return the columns that identify the row of an entry."""
    kind, id_ = key
    return {"kind": _NAMES[kind], "id": id_}


def _text_of(instant: datetime.datetime | None) -> str | None:
    return None if instant is None else text_of_edit_time(instant)


def remembered_by_hand(
    edits: Iterable[Edit],
    edit_times: EditTimes,
    added: AddedTimes,
    known: MemoryByKey,
    now: datetime.datetime,
) -> tuple[Memory, ...]:
    """Return how the memory of entries changes when the runner makes a change.

    Deletions are remembered. Entries added or edited are shown, so any memory of them is cleared.
    If a merge hid an entry behind another in the same place, the runner sees both as one, so
    whatever is done to the shown entry is done to the hidden one too.

    Args:
        edits: The edits of the change.
        edit_times: When their entries were last edited before.
        added: When they were added.
        known: What is remembered before the change.
        now: The current instant.
    """
    hidden: dict[Hashable, list[Memory]] = defaultdict(list)
    for memory in known.values():
        if memory.deleted_at is None and isinstance(memory.entry, _HIDDEN_KINDS):
            hidden[place_of(memory.entry)].append(memory)
    anew: list[Memory] = []
    for edit in edits:
        key = key_of(edit.entry)
        before, edited_at = edit.before, edit_times.get(key)
        if edit.after is None:
            assert before is not None  # an edit has one or the other
            anew.append(_deleted(before, edited_at, added.get(key), now))
        elif key in known:
            anew.append(Memory(key))
        if before is None:
            continue
        for behind in hidden[place_of(before)]:
            assert behind.entry is not None  # hidden memories always have an entry
            if edit.after is None:
                anew.append(_deleted(behind.entry, behind.edited_at, behind.added_us, now))
            else:
                after = replace(edit.after, id=behind.entry.id)
                at = later_than(now, edited_at, behind.edited_at)
                anew.append(behind._replace(entry=after, edited_at=at))
    return tuple(anew)


def _deleted(
    entry: Entry,
    edited_at: datetime.datetime | None,
    added_us: int | None,
    now: datetime.datetime,
) -> Memory:
    """Return the memory of a deleted entry, with its frame if others may refer to it."""
    deleted = Memory(key_of(entry), later_than(now, edited_at))
    if type(entry) not in PARENTS:
        return deleted
    return deleted._replace(entry=frame_of(entry), edited_at=edited_at, added_us=added_us)
