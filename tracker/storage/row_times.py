"""When the entry of a row was last edited and when it was added: columns besides its fields."""

import datetime
from collections.abc import Iterable

from tracker.domain.change import AddedTimes, EditTimes, Entry
from tracker.domain.edit_time import edit_time
from tracker.domain.entry import MOST_WHOLE
from tracker.storage.rows import Row


def edit_times_in(kind: type[Entry], rows: Iterable[Row]) -> EditTimes:
    """Return when the entries of rows were last edited, where known.

    Raises:
        ValueError, TypeError: If a row holds something else there.
    """
    return {
        (kind, row["id"]): edit_time_of(row["edited_at"])
        for row in rows
        if row["edited_at"] is not None
    }


def added_in(kind: type[Entry], rows: Iterable[Row]) -> AddedTimes:
    """Return when the entries of rows were added.

    Raises:
        ValueError: If a row holds something else there.
    """
    return {(kind, row["id"]): require_count(row["added_us"]) for row in rows}


def require_count(value: object) -> int:
    """Refuse anything but a whole number that every program can tell from others.

    A table that is not STRICT may hold anything, and a number too large could not be read back from
    JSON.

    Raises:
        ValueError: If it is not one.
    """
    if not isinstance(value, int) or abs(value) > MOST_WHOLE:
        raise ValueError(f"The moment of adding is no whole number: {value!r}")
    return value


def edit_time_of(text: str) -> datetime.datetime:
    """Parse the time of an edit.

    Raises:
        ValueError, TypeError: If it is not one.
    """
    return edit_time(datetime.datetime.fromisoformat(text))


def text_of_edit_time(edited_at: datetime.datetime) -> str:
    """Return a time as stored in the column: in UTC, so that texts sort by time."""
    return edited_at.astimezone(datetime.UTC).isoformat(timespec="milliseconds")
