"""``soleus check``: whether a log is sound, and if not, what there is to continue with."""

import argparse
from pathlib import Path

from tracker import DONE, FAULT_OF_THE_WORLD, DamagedLogError
from tracker.app.rescue import Rescue, rescuing
from tracker.cli.arguments import add_log
from tracker.cli.terminal import complain, counted, finished, say
from tracker.storage.database import Database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``check``."""
    add_log(parser, "the log to examine")


def run(arguments: argparse.Namespace) -> int:
    """Say whether a log is sound, and if not, how to continue; returns the exit code.

    Raises:
        TrackerError: If it cannot be opened for a reason other than damage.
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
            return DONE
        for complaint in complaints:
            complain(f"{log}: {complaint}")
    _tell_rescue(log, finished(rescuing(log), f"Reading {log}"))
    return FAULT_OF_THE_WORLD


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
