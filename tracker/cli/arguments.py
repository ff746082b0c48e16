"""Arguments shared by several commands."""

import argparse
import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from tracker import TrackerError
from tracker.domain.load import Unit
from tracker.domain.period import Period
from tracker.exchange.whole_log.parts import LogPart
from tracker.storage.database import Database

# Words that ``--from`` accepts in place of a day.
_SINCE: Final = {"injury": Period.SINCE_INJURY, "visit": Period.SINCE_VISIT}


def add_log(parser: argparse.ArgumentParser, help_: str = "the log to read") -> None:
    """Add the argument for the log a command works on."""
    parser.add_argument("log", type=Path, metavar="LOG", help=help_)


def add_days(parser: argparse.ArgumentParser) -> None:
    """Add the options for the first and last day, as ``first`` and ``last``; None if not given.

    The first may also be a period since an event, which ``begin_of`` resolves for a log.
    """
    parser.add_argument(
        "--from",
        type=day_or_event,
        dest="first",
        metavar=f"DATE|{'|'.join(_SINCE)}",
        help="the first day, or that of the last injury or of the last visit before the last day",
    )
    parser.add_argument(
        "--until", type=day_argument, dest="last", metavar="DATE", help="the last day"
    )


def add_parts(parser: argparse.ArgumentParser) -> None:
    """Add the option for the parts of another log to merge, as ``parts``; None if not given."""
    parser.add_argument(
        "--parts",
        type=parts,
        metavar=",".join(LogPart),
        help="what to take of another log; unless given all of a copy of this one, and of another "
        "runner's all but the profile",
    )


def add_choice(parser: argparse.ArgumentParser, name: str, kind: type[StrEnum], help_: str) -> None:
    """Add an option with one of a few words as its value; None if not given."""
    parser.add_argument(name, type=kind, choices=list(kind), metavar="|".join(kind), help=help_)


def add_unit(parser: argparse.ArgumentParser) -> None:
    """Add the option for the unit of loads, as ``unit``; None if not given."""
    add_choice(parser, "--unit", Unit, "the unit of loads; kg unless given")


def parts(text: str) -> frozenset[LogPart]:
    """Parse a list of parts of a log.

    Raises:
        argparse.ArgumentTypeError: If one is unknown.
    """
    try:
        return frozenset(LogPart(word.strip()) for word in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not some of {', '.join(LogPart)}") from None


def day_argument(text: str) -> datetime.date:
    """Parse a day.

    Raises:
        argparse.ArgumentTypeError: If it is not one.
    """
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date like 2026-11-24") from None


def day_or_event(text: str) -> datetime.date | Period:
    """Parse a day, or the word for an event that a period begins with.

    Raises:
        argparse.ArgumentTypeError: If it is neither.
    """
    return _SINCE[text] if text in _SINCE else day_argument(text)


def begin_of(
    first: datetime.date | Period | None, last: datetime.date | None, database: Database
) -> datetime.date | None:
    """Return the first day given to a command, for a certain log.

    Args:
        first: The first day or period, as given.
        last: The last day, as given.
        database: The log.

    Raises:
        TrackerError: If the log has no such event.
    """
    if not isinstance(first, Period):
        return first
    begin = first.begin(last or today(), database.events())
    if begin is None:
        (word,) = (word for word, period in _SINCE.items() if period is first)
        raise TrackerError(f"{database.path} has no {word} to begin with.")
    return begin


def today() -> datetime.date:
    """Return the current local day."""
    return datetime.datetime.now().astimezone().date()
