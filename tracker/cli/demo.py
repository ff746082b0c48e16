"""``soleus demo``: a log of made-up training, to look around in or to try other tools on."""

import argparse

from tracker import DONE
from tracker.cli.arguments import add_log, today
from tracker.cli.terminal import counted, say
from tracker.domain.demo.year import MOST_YEARS, made_up_log
from tracker.storage.database import Database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``demo``."""
    add_log(parser, "the log to make")
    parser.add_argument(
        "--years", type=_years, default=1, metavar="N", help="how many; 1 if not given"
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="another gives other training"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the log; returns the exit code.

    Raises:
        TrackerError: If it cannot be made.
    """
    last = today()
    log = made_up_log(last, arguments.years, arguments.seed)
    Database.create_with(arguments.log, log)
    years = counted(arguments.years, "made-up year")
    say(f"Wrote {years} of training up to {last} to {arguments.log}.")
    return DONE


def _years(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_YEARS:
        raise argparse.ArgumentTypeError(f"{text} is not a number of years, 1 to {MOST_YEARS}")
    return int(text)
