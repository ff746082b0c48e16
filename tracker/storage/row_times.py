"""When the entry of a row was last edited and when it was added: columns besides its fields."""

import datetime
from collections.abc import Iterable

from tracker.domain.change import AddedTimes, EditTimes, Entry
from tracker.domain.entry import require_day
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
    """Refuse anything but a whole number, since a table that is not STRICT may hold anything.

    Raises:
        ValueError: If it is not one.
    """
    if not isinstance(value, int):
        raise ValueError(f"The moment of adding is no whole number: {value!r}")
    return value


def edit_time_of(text: str) -> datetime.datetime:
    """Parse the time of an edit.

    Raises:
        ValueError, TypeError: If it is not one.
    """
    edited_at = datetime.datetime.fromisoformat(text)
    if edited_at.tzinfo is None:
        raise ValueError(f"The instant of an edit needs its offset from UTC, not {text!r}.")
    require_day("The instant of an edit", edited_at.date())
    return edited_at


def text_of_edit_time(edited_at: datetime.datetime) -> str:
    """Return a time as stored in the column: in UTC, so that texts sort by time."""
    return edited_at.astimezone(datetime.UTC).isoformat(timespec="milliseconds")
