"""``soleus recover``: makes a new log from what can be read of a damaged one."""

import argparse
from pathlib import Path

from tracker import DONE, TrackerError
from tracker.cli.arguments import add_log
from tracker.cli.terminal import counted, finished, say
from tracker.storage.database import Database
from tracker.storage.salvage import salvaging


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``recover``."""
    add_log(parser, "the damaged log; it is only read")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="NEW", help="the log to make"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make a new log from what can be read of a damaged one; returns the exit code.

    Raises:
        TrackerError: If nothing can be read, or the new log cannot be made.
    """
    log: Path = arguments.log
    salvage = finished(salvaging(log), f"Reading {log}")
    if not salvage.entries:
        raise TrackerError(f"Nothing of a log can be read in {log}. It was left as it is.")
    Database.create_with(arguments.output, salvage.making)
    sets, sessions = counted(salvage.sets, "set"), counted(salvage.sessions, "session")
    say(f"Recovered {sets} in {sessions} to {arguments.output}. {log} was left as it is.")
    if salvage.left_out:
        left_out = counted(salvage.left_out, "row")
        say(f"Read, but not placed: {left_out}, without what they belong to.")
    return DONE
