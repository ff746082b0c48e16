"""What all kinds of entry share: an id of their own, and values checked against their bounds."""

import datetime
import re
from os import urandom
from typing import Final

from tracker.worded import Worded, worded

LONGEST_ID: Final = 200
LONGEST_NOTE = 10_000
DATES = (datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))
# Control characters, among them the NUL at which SQLite's JSON ends, and halves of characters.
_NO_PART_OF_AN_ID: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
MOST_WHOLE: Final = 2**53  # above it, some programs cannot tell whole numbers apart


def new_id() -> str:
    """Make an id for a new entry: a random UUID of version 4, as 32 hexadecimal digits."""
    digits = urandom(16).hex()  # uuid4 would look up the platform, which slows the start
    return f"{digits[:12]}4{digits[13:]}"


def is_made_by_chance(id_: str) -> bool:
    """Tell whether an id is random, so that no other log can have made the same one on its own.

    Entries imported from a table have UUIDs of version 5, made from their day and name.
    """
    return not (len(id_) == 32 and id_[12] == "5")


def require_id(id_: str) -> None:
    """Refuse an id by which an entry could not be found again.

    Raises:
        ValueError: If it is empty, too long, or has a control character or half a surrogate pair.
    """
    if not 1 <= len(id_) <= LONGEST_ID:
        raise ValueError(worded("id must have 1 to {} characters.", LONGEST_ID))
    if not id_.isalnum() and _NO_PART_OF_AN_ID.search(id_):
        raise ValueError(worded("id must have no control characters."))


def findable_id(id_: str) -> str:
    """Return an id that ``require_id`` accepts, as like the given one as it can be."""
    return _NO_PART_OF_AN_ID.sub("-", id_)[:LONGEST_ID]


def require_keepable(what: str, text: str) -> None:
    """Refuse a text that no file can hold.

    Raises:
        ValueError: If it has half a surrogate pair; the message names ``what``.
    """
    if text.isascii():
        return
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError(
            worded("{} has half a character that cannot be kept: remove it.", Worded(what))
        ) from None


def require_within(what: str, value: float, least: float, most: float) -> None:
    """Refuse a number outside its bounds, NaN included.

    Raises:
        ValueError: If it is; the message names ``what`` and the accepted range.
    """
    if not least <= value <= most:
        raise ValueError(
            worded("{} must be {:g} to {:g}, not {:g}.", Worded(what), least, most, value)
        )


def require_day(what: str, value: datetime.date) -> None:
    """Refuse a day outside 1900 to 2199.

    Raises:
        ValueError: If it is; the message names ``what`` and the accepted range.
    """
    if not DATES[0] <= value <= DATES[1]:
        raise ValueError(
            worded(
                "{} must lie between {} and {}, not {}.", Worded(what), DATES[0], DATES[1], value
            )
        )


def require_instant(what: str, value: datetime.datetime) -> None:
    """Refuse an instant without its offset, or on a local day outside 1900 to 2199.

    Raises:
        ValueError: If it is; the message names ``what``.
    """
    if value.tzinfo is None:
        raise ValueError(worded("{} needs its offset from UTC.", Worded(what)))
    require_day(what, value.date())


def require_note(note: str) -> None:
    """Refuse a note that is too long or that no file can hold.

    Raises:
        ValueError: If it is longer than 10,000 characters, or has half a surrogate pair.
    """
    if not note:  # a shortcut, since most of a hundred thousand notes read are empty
        return
    require_keepable("A note", note)
    if len(note) > LONGEST_NOTE:
        raise ValueError(
            worded("A note may have {:,} characters, not {:,}.", LONGEST_NOTE, len(note))
        )


# All values of ``what`` given to the checks above; a test makes sure that none is missing.
NAMED: Final = (
    worded("A day of the week"),
    worded("A distance in km"),
    worded("A duration in seconds"),
    worded("A hold in seconds"),
    worded("A goal"),
    worded("A goal in bodyweights"),
    worded("A goal in percent"),
    worded("A goal in repetitions"),
    worded("A load beside bodyweight in kg"),
    worded("A load in % of the maximum"),
    worded("A load in kg"),
    worded("A note"),
    worded("A place in the plan"),
    worded("A planned hold in seconds"),
    worded("A place in the session"),
    worded("A measurement"),
    worded("A session in seconds"),
    worded("A session's start"),
    worded("A set number"),
    worded("A tempo phase in seconds"),
    worded("A unit"),
    worded("Beats a minute"),
    worded("Bodyweight in kg"),
    worded("Hours between sessions"),
    worded("It"),
    worded("Pain"),
    worded("Planned repetitions"),
    worded("Planned reps in reserve"),
    worded("Planned rest in seconds"),
    worded("Planned sets"),
    worded("RPE"),
    worded("Repetitions"),
    worded("Reps in reserve"),
    worded("Rest in seconds"),
    worded("Sets"),
    worded("Stiffness in minutes"),
    worded("The day of a goal"),
    worded("The day of a plan's maximum"),
    worded("The day of a run"),
    worded("The day of an event"),
    worded("The day of a measurement"),
    worded("The day of a symptom"),
    worded("The day of a test"),
    worded("The day of a weighing"),
    worded("The day on which a phase begins"),
    worded("The first day of a plan"),
    worded("The first week of a phase"),
    worded("The incline in degrees"),
    worded("The instant of an edit"),
    worded("The last day of a plan"),
    worded("The last day of an event"),
    worded("The last week of a phase"),
    worded("The lowest band of pain"),
    worded("The marked difference in %"),
    worded("The middle band of pain"),
    worded("The most repetitions planned"),
    worded("The name of a measurement"),
    worded("The name of a plan"),
    worded("The name of equipment"),
    worded("The number of sets"),
    worded("The rating of perceived exertion"),
    worded("The ratio aimed at"),
    worded("The runner's name"),
    worded("The start of a run"),
    worded("The training day"),
    worded("The usual range in %"),
    worded("The weeks of a plan"),
    worded("The year of birth"),
    worded("Years"),
)
