"""A whole log as JSON, for programs: written, and read back with everything checked.

The file is one object: ``"format": "soleus-log"``, ``"version": 1``, and for each kind of entry a
list under its name in ``KINDS``. An entry is an object with the fields of its dataclass: days and
instants as ISO 8601 (instants with offset), words as in the domain, loads in kilograms, null for
unknown, a tempo as an object of its four phases. Entries refer to each other by ``id``.

Where known, an entry also has ``edited_at``, the instant of its last edit, and ``added_us``, when
it was added, in microseconds since 1970. ``"remembered"`` lists what the log knows about entries
that it does not show, or shows differently: ``kind`` (the name of their list) and ``id``,
``deleted_at`` if they were deleted, and the ``entry`` as it was made.

When writing, every field is written, one entry per line, in the order of the log: the same log
gives the same bytes, and so does a log read from them. When reading, a field with a default in the
domain may be missing, but never the id; an unknown field, a value out of bounds, or an id that
appears twice or refers to nothing makes the whole file refused. A new kind of entry only takes one
more line in ``KINDS``. Questionnaire scores written by older versions are read as measurements.
"""

import datetime
import json
from collections import defaultdict
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Final

from tracker.disk import make_folder, written_beside
from tracker.domain.change import Entry, Key, Memory, Past, key_of
from tracker.domain.edit_time import edit_time
from tracker.domain.entry import require_id
from tracker.domain.entry_fields import KINDS
from tracker.domain.measurement import Measurement, of_score
from tracker.exchange.csv_text import FormatError
from tracker.exchange.json_envelope import contents_of_json
from tracker.exchange.whole_log.entry_json import codec_of, read_instant, read_whole
from tracker.exchange.whole_log.joining import TakenPlaces
from tracker.worded import worded

FORMAT: Final = "soleus-log"
VERSION: Final = 1
EDITED_AT: Final = "edited_at"
ADDED_US: Final = "added_us"
REMEMBERED: Final = "remembered"
_SCORES: Final = "scores"  # the list of older versions
_OF_MEMORY: Final = {"kind", "id", "deleted_at", "entry"}
# Entries between two reports of progress: some 10 ms of work.
ENTRIES_A_STEP: Final = 500
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_CODECS: Final = {kind: codec_of(kind) for kind in KINDS.values()}


def log_lines(
    entries: Iterable[Entry], past: Past
) -> Generator[tuple[float, list[str]], None, int]:
    """Make the lines of the file, a few hundred at a time.

    Args:
        entries: The entries of a whole log, those of one kind in order.
        past: What the log knows about them besides.

    Yields:
        The fraction done after these lines, and the lines without line ends.

    Returns:
        The number of entries.
    """
    of_kind: dict[type, list[Entry]] = defaultdict(list)
    for count, entry in enumerate(entries):
        of_kind[type(entry)].append(entry)
        if count % ENTRIES_A_STEP == 0:
            yield 0.0, []
    total = sum(map(len, of_kind.values()))
    done = 0
    yield 0.0, ["{", f' "format": "{FORMAT}",', f' "version": {VERSION},']
    for name, kind in KINDS.items():
        codec, found = _CODECS[kind], of_kind[kind]
        yield done / max(total, 1), [f' "{name}": [']
        for first in range(0, len(found), ENTRIES_A_STEP):
            part = found[first : first + ENTRIES_A_STEP]
            lines = _lines_of(
                (_dated(codec.written(entry), key_of(entry), past) for entry in part),
                is_end=first + len(part) == len(found),
            )
            done += len(part)
            yield done / total, lines
        yield done / max(total, 1), [" ],"]
    yield (
        1.0,
        [
            f' "{REMEMBERED}": [',
            *_lines_of(map(_memory_written, past.memory), is_end=True),
            " ]",
            "}",
        ],
    )
    return total


def _lines_of(objects: Iterable[dict[str, object]], *, is_end: bool) -> list[str]:
    lines = [f"  {_ENCODER.encode(each)}," for each in objects]
    if is_end and lines:
        lines[-1] = lines[-1].removesuffix(",")
    return lines


def _dated(written: dict[str, object], key: Key, past: Past) -> dict[str, object]:
    return {**written, **_times(past.edit_times.get(key), past.added.get(key))}


def _times(edited_at: datetime.datetime | None, added_us: int | None) -> dict[str, object]:
    written: dict[str, object] = {}
    if edited_at is not None:
        written[EDITED_AT] = edited_at.isoformat()
    if added_us is not None:
        written[ADDED_US] = added_us
    return written


def _memory_written(memory: Memory) -> dict[str, object]:
    kind, id_ = memory.key
    written: dict[str, object] = {"kind": _name_of(kind), "id": id_}
    if memory.deleted_at is not None:
        written["deleted_at"] = memory.deleted_at.isoformat()
    if memory.entry is not None:
        times = _times(memory.edited_at, memory.added_us)
        written["entry"] = {**_CODECS[kind].written(memory.entry), **times}
    return written


def writing_json(path: Path, entries: Iterable[Entry], past: Past) -> Generator[float, None, int]:
    """Write a whole log, completely or not at all.

    Args:
        path: Where to put the file; its folder is made if missing.
        entries: The entries of the log.
        past: What the log knows about them besides.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The number of entries written.

    Raises:
        TrackerError: If it could not be written.
    """
    make_folder(path.parent)
    with written_beside(path, "utf-8") as file:
        steps = log_lines(entries, past)
        while True:
            try:
                fraction, lines = next(steps)
            except StopIteration as end:
                count: int = end.value
                return count
            file.writelines(f"{line}\n" for line in lines)
            yield fraction


def reading_json(data: bytes, name: str) -> Generator[float, None, tuple[tuple[Entry, ...], Past]]:
    """Read a whole log, in steps; ``joining.join`` merges it into another.

    Args:
        data: The file.
        name: What to call it in an error.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The entries, which refer only to each other, and what the file says about them besides.

    Raises:
        FormatError: If it is not such a file, or anything in it is invalid.
    """
    yield 0.0
    lists = _lists_of(data, name)
    remembered = lists.pop(REMEMBERED)
    total = sum(map(len, lists.values()))
    entries: list[Entry] = []
    edit_times: dict[Key, datetime.datetime] = {}
    added: dict[Key, int] = {}
    places = TakenPlaces()
    for kind_name, found in lists.items():
        codec = _CODECS[KINDS[kind_name]]
        for number, value in enumerate(found, 1):
            try:
                edited_at, added_us = _taken_times(value)
                entry: Entry = codec.read(value)
                _require_sound(entry, places)
            except ValueError as error:
                raise FormatError(
                    worded("{}: {}, entry {}: {}", name, kind_name, number, error)
                ) from None
            entries.append(entry)
            if edited_at is not None:
                edit_times[key_of(entry)] = edited_at
            if added_us is not None:
                added[key_of(entry)] = added_us
            if len(entries) % ENTRIES_A_STEP == 0:
                yield len(entries) / total
    memory: dict[Key, Memory] = {}
    for number, value in enumerate(remembered, 1):
        try:
            found_memory = _memory_read(value)
            if found_memory.key in memory:
                raise ValueError(worded("its id stands twice."))
        except ValueError as error:
            raise FormatError(
                worded("{}: {}, entry {}: {}", name, REMEMBERED, number, error)
            ) from None
        memory[found_memory.key] = found_memory
    yield 1.0
    return tuple(entries), Past(edit_times, added, tuple(memory.values()))


def _taken_times(value: object) -> tuple[datetime.datetime | None, int | None]:
    """Pop from an entry's object its edit and added times; None for a missing one.

    Raises:
        ValueError: If one is invalid.
    """
    edited_at = _taken_instant(value, EDITED_AT)
    if not isinstance(value, dict) or ADDED_US not in value:
        return edited_at, None
    try:
        added_us = read_whole(value.pop(ADDED_US))
    except ValueError as error:
        raise ValueError(worded("{} {}", ADDED_US, error)) from None
    return edited_at, added_us


def _taken_instant(value: object, name: str) -> datetime.datetime | None:
    """Pop an instant from an object; None if it is missing.

    Raises:
        ValueError: If it is invalid.
    """
    if not isinstance(value, dict) or name not in value:
        return None
    try:
        instant = read_instant(value.pop(name))
    except ValueError as error:
        raise ValueError(worded("{} {}", name, error)) from None
    try:
        return edit_time(instant)
    except ValueError as error:
        raise ValueError(worded("{}: {}", name, error)) from None


def _memory_read(value: object) -> Memory:
    """Read what is remembered about an entry.

    Raises:
        ValueError: In words for a person, if it is not valid.
    """
    if not isinstance(value, dict):
        raise ValueError(worded("must be an object."))
    unknown = value.keys() - _OF_MEMORY
    if unknown:
        raise ValueError(worded("has no field “{}”.", min(unknown)))
    if value.get("kind") == _SCORES:
        value["kind"] = _name_of(Measurement)
        if "entry" in value:
            value["entry"] = _of_score(value["entry"])
    kind, id_ = KINDS.get(str(value.get("kind"))), value.get("id")
    if kind is None:
        raise ValueError(worded("kind must be one of {}.", ", ".join(KINDS)))
    if not isinstance(id_, str):
        id_ = ""
    require_id(id_)
    deleted_at = _taken_instant(value, "deleted_at")
    if "entry" not in value:
        if deleted_at is None:
            raise ValueError(worded("needs deleted_at, or the entry."))
        return Memory((kind, id_), deleted_at)
    edited_at, added_us = _taken_times(value["entry"])
    entry: Entry = _CODECS[kind].read(value["entry"])
    if entry.id != id_:
        raise ValueError(worded("has the entry of another id."))
    return Memory((kind, id_), deleted_at, entry, edited_at, added_us)


def _lists_of(data: bytes, name: str) -> dict[str, list[object]]:
    """Return the lists of a file by name, in the order of ``KINDS``.

    Raises:
        FormatError: If it is not a log in JSON.
    """
    no_log = worded("{} is JSON, but not a log of Soleus.", name)
    whole = contents_of_json(data, name, FORMAT, VERSION, no_log)
    unknown = whole.keys() - KINDS.keys() - {REMEMBERED, _SCORES}
    if unknown:
        raise FormatError(worded("{} has “{}”, which no log has.", name, min(unknown)))
    lists = {kind: whole.get(kind, []) for kind in (*KINDS, REMEMBERED)}
    scores = whole.get(_SCORES, [])
    for kind, found in (*lists.items(), (_SCORES, scores)):
        if not isinstance(found, list):
            raise FormatError(worded("{}: {} must be a list.", name, kind))
    measurements = lists[_name_of(Measurement)]
    measurements[:0] = map(_of_score, scores)
    return lists


def _of_score(value: object) -> object:
    """Convert a score of an older version to a measurement; an invalid one is refused later."""
    if isinstance(value, dict) and "questionnaire" in value:
        return of_score(value)
    return value


def _require_sound(entry: Entry, places: TakenPlaces) -> None:
    """Refuse an entry that no log could hold besides those before it; otherwise remember it.

    Raises:
        ValueError: In words for a person.
    """
    require_id(entry.id)
    if places.same(entry) is not None:
        raise ValueError(worded("its id stands twice."))
    if places.rival(entry) is not None:
        raise ValueError(worded("its place is taken by an entry before it."))
    for field, kind in places.missing(entry):
        raise ValueError(worded("{} names none of the {}.", field, _name_of(kind)))
    places.add(entry)


def _name_of(kind: type[Entry]) -> str:
    return next(name for name, each in KINDS.items() if each is kind)
