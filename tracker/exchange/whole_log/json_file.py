"""A whole log as JSON, for programs: written, and read back with everything checked.

The file is one object: ``"format": "soleus-log"``, ``"version": 1``, and for each kind of entry a
list under its name in ``KINDS``. An entry is an object with the fields of its dataclass: days and
instants as ISO 8601 (instants with their offset), words as the domain has them, loads in kilograms,
null for unknown, a tempo an object of its four phases. Entries refer to each other by ``id``.

With an entry stands ``edited_at``, the instant when it was last edited, where that is known.

Written, every field stands, one entry a line, in the order of the log: the same log gives the same
bytes, and so does a log that was read from them. Read, a field may be missing where the domain has
a default for it, but never the id; an unknown field, a value out of bounds, an id that stands twice
or refers to nothing makes the whole file refused. A kind of entry that another version brings is
one more line in ``KINDS``.
"""

import datetime
import json
from collections import defaultdict
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Final, NoReturn

from tracker.disk import make_folder, written_beside
from tracker.domain.change import EditTimes, Entry
from tracker.domain.entry_fields import KINDS
from tracker.domain.exercise import LONGEST_NAME
from tracker.domain.runner import RUNNER_ID, Runner
from tracker.exchange.csv_text import FormatError
from tracker.exchange.whole_log.entry_json import codec_of, read_instant
from tracker.exchange.whole_log.joining import Places

FORMAT: Final = "soleus-log"
VERSION: Final = 1
EDITED_AT: Final = "edited_at"
# Entries between two reports of progress: some 10 ms of work.
ENTRIES_A_STEP: Final = 500
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_CODECS: Final = {kind: codec_of(kind) for kind in KINDS.values()}


def log_lines(
    entries: Iterable[Entry], edit_times: EditTimes
) -> Generator[tuple[float, list[str]], None, int]:
    """Make the lines of the file, some hundred at a time.

    Args:
        entries: Of a whole log; those of one kind in their order.
        edit_times: When they were last edited, where that is known.

    Yields:
        The fraction done after these lines, and the lines without their ends.

    Returns:
        How many entries there are.
    """
    of_kind: dict[type, list[Entry]] = defaultdict(list)
    for count, entry in enumerate(entries):
        of_kind[type(entry)].append(entry)
        if count % ENTRIES_A_STEP == 0:
            yield 0.0, []
    total = sum(map(len, of_kind.values()))
    done = 0
    yield 0.0, ["{", f' "format": "{FORMAT}",', f' "version": {VERSION},']
    for place, (name, kind) in enumerate(KINDS.items(), 1):
        codec, found = _CODECS[kind], of_kind[kind]
        yield done / max(total, 1), [f' "{name}": [']
        for first in range(0, len(found), ENTRIES_A_STEP):
            part = found[first : first + ENTRIES_A_STEP]
            objects = (_dated(codec.written(entry), entry, edit_times) for entry in part)
            lines = [f"  {_ENCODER.encode(each)}," for each in objects]
            if first + len(part) == len(found):
                lines[-1] = lines[-1].removesuffix(",")
            done += len(part)
            yield done / total, lines
        yield done / max(total, 1), [" ]" if place == len(KINDS) else " ],"]
    yield 1.0, ["}"]
    return total


def _dated(written: dict[str, object], entry: Entry, edit_times: EditTimes) -> dict[str, object]:
    edited_at = edit_times.get((type(entry), entry.id))
    return written if edited_at is None else {**written, EDITED_AT: edited_at.isoformat()}


def writing_json(
    path: Path, entries: Iterable[Entry], edit_times: EditTimes
) -> Generator[float, None, int]:
    """Write a whole log, or nothing.

    Args:
        path: Where the file shall stand; its folder is made where it is missing.
        entries: Of the log.
        edit_times: When they were last edited, where that is known.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        How many entries were written.

    Raises:
        TrackerError: If it could not be written.
    """
    make_folder(path.parent)
    with written_beside(path, "utf-8") as file:
        steps = log_lines(entries, edit_times)
        while True:
            try:
                fraction, lines = next(steps)
            except StopIteration as end:
                count: int = end.value
                return count
            file.writelines(f"{line}\n" for line in lines)
            yield fraction


def reading_json(
    data: bytes, name: str
) -> Generator[float, None, tuple[tuple[Entry, ...], EditTimes]]:
    """Read a whole log, in steps; how it is joined to another says ``joining.merge``.

    Args:
        data: The file.
        name: What to call it in an error.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The entries, every reference among them to one of them, and when they were last edited,
        where the file says that.

    Raises:
        FormatError: If it is no such file, or anything in it is not as it has to be.
    """
    yield 0.0
    lists = _lists_of(data, name)
    total = sum(map(len, lists.values()))
    entries: list[Entry] = []
    edit_times: dict[tuple[type[Entry], str], datetime.datetime] = {}
    places = Places()
    for kind_name, found in lists.items():
        codec = _CODECS[KINDS[kind_name]]
        for number, value in enumerate(found, 1):
            try:
                edited_at = _taken_edit_time(value)
                entry: Entry = codec.read(value)
                _require_sound(entry, places)
            except ValueError as error:
                raise FormatError(f"{name}: {kind_name}, entry {number}: {error}") from None
            entries.append(entry)
            if edited_at is not None:
                edit_times[type(entry), entry.id] = edited_at
            if len(entries) % ENTRIES_A_STEP == 0:
                yield len(entries) / total
    yield 1.0
    return tuple(entries), edit_times


def _taken_edit_time(value: object) -> datetime.datetime | None:
    """Take the instant of its last edit from an entry's object; None where it has none.

    Raises:
        ValueError: If it is no instant.
    """
    if not isinstance(value, dict) or EDITED_AT not in value:
        return None
    try:
        edited_at = read_instant(value.pop(EDITED_AT))
    except ValueError as error:
        raise ValueError(f"{EDITED_AT} {error}") from None
    if edited_at.tzinfo is None:
        raise ValueError(f"{EDITED_AT} needs its offset from UTC.")
    return edited_at


def _lists_of(data: bytes, name: str) -> dict[str, list[object]]:
    """Give the lists of a file by name, in the order of ``KINDS``.

    Raises:
        FormatError: If it is no log in JSON.
    """
    try:
        whole = json.loads(data, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise FormatError(f"{name} is not JSON, or is cut short.") from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise FormatError(f"{name} is JSON, but not a log of Soleus.")
    version = whole.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FormatError(f"{name} does not say which version of the format it has.")
    if version > VERSION:
        raise FormatError(f"{name} was written by a later version of Soleus. Read it with that.")
    unknown = whole.keys() - KINDS.keys() - {"format", "version"}
    if unknown:
        raise FormatError(f"{name} has “{min(unknown)}”, which no log has.")
    lists = {kind: whole.get(kind, []) for kind in KINDS}
    for kind, found in lists.items():
        if not isinstance(found, list):
            raise FormatError(f"{name}: {kind} must be a list.")
    return lists


def _refuse_constant(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number.")


def _require_sound(entry: Entry, places: Places) -> None:
    """Refuse what no log could hold beside the entries before it, and remember the entry.

    Raises:
        ValueError: In words for a person.
    """
    if not 1 <= len(entry.id) <= LONGEST_NAME:
        raise ValueError(f"id must have 1 to {LONGEST_NAME} characters.")
    if isinstance(entry, Runner) and entry.id != RUNNER_ID:
        raise ValueError(f"the id of the runner is “{RUNNER_ID}”.")
    if places.same(entry) is not None:
        raise ValueError("its id stands twice.")
    if places.rival(entry) is not None:
        raise ValueError("its place is taken by an entry before it.")
    for field, kind in places.missing(entry):
        raise ValueError(f"{field} names none of the {_name_of(kind)}.")
    places.add(entry)


def _name_of(kind: type[Entry]) -> str:
    return next(name for name, each in KINDS.items() if each is kind)
