"""What several commands are told in the same words."""

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

# What ``--from`` takes in place of a day.
_SINCE: Final = {"injury": Period.SINCE_INJURY, "visit": Period.SINCE_VISIT}


def add_log(parser: argparse.ArgumentParser, help_: str = "the log to read") -> None:
    """Add the log that a command is about."""
    parser.add_argument("log", type=Path, metavar="LOG", help=help_)


def add_days(parser: argparse.ArgumentParser) -> None:
    """Add the first and the last day, as ``first`` and ``last``; None where not given.

    The first one may be a period since an event: ``begin_of`` tells its day in a log.
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
    """Add the parts of another log that are taken, as ``parts``; None where not given."""
    parser.add_argument(
        "--parts",
        type=parts,
        metavar=",".join(LogPart),
        help="what to take of another log; unless given all of a copy of this one, and of another "
        "runner's all but the profile",
    )


def add_choice(parser: argparse.ArgumentParser, name: str, kind: type[StrEnum], help_: str) -> None:
    """Add an option that is one of a few words; None where not given."""
    parser.add_argument(name, type=kind, choices=list(kind), metavar="|".join(kind), help=help_)


def add_unit(parser: argparse.ArgumentParser) -> None:
    """Add the unit that loads are written in, as ``unit``; None where not given."""
    add_choice(parser, "--unit", Unit, "the unit of loads; kg unless given")


def parts(text: str) -> frozenset[LogPart]:
    """Read some parts of a log.

    Raises:
        argparse.ArgumentTypeError: If one is none.
    """
    try:
        return frozenset(LogPart(word.strip()) for word in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not some of {', '.join(LogPart)}") from None


def day_argument(text: str) -> datetime.date:
    """Read a day.

    Raises:
        argparse.ArgumentTypeError: If it is none.
    """
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date like 2026-11-24") from None


def day_or_event(text: str) -> datetime.date | Period:
    """Read a day, or the word of an event that a period begins with.

    Raises:
        argparse.ArgumentTypeError: If it is neither.
    """
    return _SINCE[text] if text in _SINCE else day_argument(text)


def begin_of(
    first: datetime.date | Period | None, last: datetime.date | None, database: Database
) -> datetime.date | None:
    """Give the first day that a command was told, in a log.

    Args:
        first: As it was told.
        last: The last day, as it was told.
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
    """Give the present day where this machine is."""
    return datetime.datetime.now().astimezone().date()
