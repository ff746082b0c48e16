"""``soleus merge``: merges copies of a log, as left by two machines, into it."""

import argparse
import datetime
from pathlib import Path

from tracker import DONE, TrackerError
from tracker.app.incoming import incoming
from tracker.cli.arguments import add_log, add_parts
from tracker.cli.joining import joined_in_words, lacking_in_words
from tracker.cli.terminal import finished, say
from tracker.exchange.importing.found import ReadFile
from tracker.exchange.whole_log.joining import join
from tracker.exchange.whole_log.parts import usual_parts
from tracker.storage.database import Database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``merge``."""
    add_log(parser, "the log that the copies are joined to")
    parser.add_argument(
        "copies", type=Path, nargs="+", metavar="COPY", help="a copy of it; it is only read"
    )
    add_parts(parser)
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would change, and change nothing"
    )


def run(arguments: argparse.Namespace) -> int:
    """Merge copies into a log, one after the other; returns the exit code.

    Raises:
        TrackerError: If one cannot be read, or the log not be written.
    """
    log: Path = arguments.log
    copies = [(path, _read(path, log)) for path in arguments.copies]  # read all before merging any
    database = Database.copied(log) if arguments.dry_run else Database.open(log)
    try:
        for path, read in copies:
            _join(database, log, path, read, arguments)
    finally:
        database.close()
    return DONE


def _read(path: Path, log: Path) -> ReadFile:
    """Read a copy.

    Raises:
        TrackerError: If it is not a log, or cannot be read.
    """
    if path.exists() and log.exists() and path.samefile(log):
        raise TrackerError(f"{path} is the log itself, not a copy of it.")
    read = finished(incoming(path), f"Reading {path}")
    if not (read.is_ours and read.table is None and not read.sets):
        raise TrackerError(f"{path} is no whole log: soleus import adds what it has.")
    return read


def _join(
    database: Database, log: Path, path: Path, read: ReadFile, arguments: argparse.Namespace
) -> None:
    entries, past = tuple(database.entries()), database.past()
    parts = arguments.parts or usual_parts(read.entries, entries, read.past, past)
    joined = join(read.entries, entries, read.past, past, parts)
    say(
        f"{log} lacks {lacking_in_words(joined.own_lacks)} of {path}, "
        f"which lacks {lacking_in_words(joined.other_lacks)} of it."
    )
    database.apply(joined.change)
    if arguments.dry_run:
        say(f"{path} would be joined to {log}." if joined.change else "Nothing would change.")
    else:
        database.note_joined(datetime.datetime.now(datetime.UTC))
        say(f"{path} was joined to {log}." if joined.change else "Nothing changed.")
    for line in joined_in_words(joined):
        say(line)
