"""Checking a log, and recovering what can be read of a damaged one, without a window."""

import argparse
from pathlib import Path

from tracker import DamagedLogError, TrackerError
from tracker.app.rescue import Rescue, rescuing
from tracker.cli.terminal import complain, counted, finished, say
from tracker.storage.database import Database
from tracker.storage.salvage import salvaging


def add_recover_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``recover`` is told."""
    parser.add_argument("log", type=Path, metavar="LOG", help="the damaged log; it is only read")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="NEW", help="the log to make"
    )


def run_recover(arguments: argparse.Namespace) -> None:
    """Make a new log of what can be read of a damaged one.

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


def run_check(arguments: argparse.Namespace) -> bool:
    """Say whether a log is sound, and if not, what there is to go on with.

    Returns:
        Whether it is sound.

    Raises:
        TrackerError: If it cannot be opened for another reason than damage.
    """
    log: Path = arguments.log
    try:
        database = Database.open(log)
        try:
            complaints = database.complaints()
            sets = len(database.set_columns()) if not complaints else 0
            sessions = len(database.sessions()) if not complaints else 0
        finally:
            database.close()
    except DamagedLogError as error:
        complain(str(error))
    else:
        if not complaints:
            told = f"{counted(sets, 'set')} in {counted(sessions, 'session')}"
            say(f"{log} is sound: {told}.")
            return True
        for complaint in complaints:
            complain(f"{log}: {complaint}")
    _tell_rescue(log, finished(rescuing(log), f"Reading {log}"))
    return False


def _tell_rescue(log: Path, rescue: Rescue) -> None:
    if rescue.backup is None:
        complain("There is no sound backup beside it.")
    else:
        backup, holdings = rescue.backup
        held = f"{counted(holdings.sets, 'set')} in {counted(holdings.sessions, 'session')}"
        complain(
            f"The newest sound backup is of {backup.made:%Y-%m-%d %H:%M}: {held}; {backup.path}"
        )
    salvage = rescue.salvage
    read = f"{counted(salvage.sets, 'set')} in {counted(salvage.sessions, 'session')}"
    complain(f"What can be read of it: {read}; soleus recover {log} -o NEW makes a log of it.")
