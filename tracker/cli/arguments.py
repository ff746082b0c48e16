"""What several commands are told in the same words."""

import argparse
import datetime
from enum import StrEnum
from pathlib import Path

from tracker.domain.load import Unit
from tracker.exchange.whole_log.parts import LogPart


def add_log(parser: argparse.ArgumentParser, help_: str = "the log to read") -> None:
    """Add the log that a command is about."""
    parser.add_argument("log", type=Path, metavar="LOG", help=help_)


def add_days(parser: argparse.ArgumentParser) -> None:
    """Add the first and the last day, as ``first`` and ``last``; None where not given."""
    parser.add_argument("--from", type=day, dest="first", metavar="DATE", help="the first day")
    parser.add_argument("--until", type=day, dest="last", metavar="DATE", help="the last day")


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


def day(text: str) -> datetime.date:
    """Read a day.

    Raises:
        argparse.ArgumentTypeError: If it is none.
    """
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date like 2026-11-24") from None


def today() -> datetime.date:
    """Give the present day where this machine is."""
    return datetime.datetime.now().astimezone().date()
