"""What every kind of entry keeps to: an identity of its own, and values within their bounds."""

import datetime
from os import urandom

LONGEST_NOTE = 10_000
DATES = (datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))


def new_id() -> str:
    """Make the identity of a new entry: 32 hexadecimal digits, at random."""
    return urandom(16).hex()  # as good as uuid4's, which would ask a start what system this is


def is_made_by_chance(id_: str) -> bool:
    """Tell whether no other log can have made an id by itself.

    What was imported from a table has ids made of its day and name: UUIDs of version 5.
    """
    return not (len(id_) == 32 and id_[12] == "5")


def require_keepable(what: str, text: str) -> None:
    """Refuse a text that no file can hold.

    Raises:
        ValueError: Naming what was refused, if it has half a surrogate pair.
    """
    if text.isascii():
        return
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError(f"{what} has half a character that cannot be kept: remove it.") from None


def require_within(what: str, value: float, least: float, most: float) -> None:
    """Refuse a number outside its bounds, NaN included.

    Raises:
        ValueError: Naming what was refused and what is accepted.
    """
    if not least <= value <= most:
        raise ValueError(f"{what} must be {least:g} to {most:g}, not {value:g}.")


def require_day(what: str, value: datetime.date) -> None:
    """Refuse a day outside 1900 to 2199.

    Raises:
        ValueError: Naming what was refused and what is accepted.
    """
    if not DATES[0] <= value <= DATES[1]:
        raise ValueError(f"{what} must lie between {DATES[0]} and {DATES[1]}, not {value}.")


def require_note(note: str) -> None:
    """Refuse a note too long to be one, or that no file can hold.

    Raises:
        ValueError: If it is longer than 10,000 characters, or has half a surrogate pair.
    """
    if not note:
        return
    require_keepable("A note", note)
    if len(note) > LONGEST_NOTE:
        raise ValueError(f"A note may have {LONGEST_NOTE:,} characters, not {len(note):,}.")
