"""What the program does without a window: export, import, demo and check, for scripts.

It composes storage and exchange as the window does, and needs neither a display nor Qt. Results go
to standard output, errors and progress to standard error.
"""

import argparse
import datetime
import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import NoReturn, TypeVar

from tracker import TrackerError, __version__
from tracker.domain.change import Change
from tracker.domain.demo import MOST_YEARS, made_up_log
from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit
from tracker.exchange.csv_tables import Delimiter, Shape
from tracker.exchange.exporting import Export, Table, exporting
from tracker.exchange.foreign_csv import reading
from tracker.exchange.importing import Summary, building
from tracker.exchange.merging import LogSoFar
from tracker.exchange.names import Meaning, Sides
from tracker.exchange.reading import bytes_of
from tracker.storage.database import Database

DONE, FAULT_OF_THE_WORLD, WRONG_USE = 0, 1, 2
SKIP = "skip"
_EXERCISES = ", ".join(Exercise)
_SIDES = ", ".join(Sides)
T = TypeVar("T")


class _OneLineParser(argparse.ArgumentParser):
    """A parser whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USE, f"{self.prog}: {message} (see {self.prog} --help)\n")


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Add the commands to the parser of the program; what they give goes to ``run_command``."""
    commands = parser.add_subparsers(
        title="commands", dest="command", metavar="COMMAND", parser_class=_OneLineParser
    )

    export = commands.add_parser("export", help="write sets.csv and weekly.csv")
    export.add_argument("log", type=Path, metavar="LOG", help="the log to read")
    export.add_argument(
        "--to", type=Path, required=True, metavar="DIR", help="the folder to write to"
    )
    export.add_argument("--from", type=_date, dest="first", metavar="DATE", help="the first day")
    export.add_argument("--until", type=_date, dest="last", metavar="DATE", help="the last day")
    _add_unit(export, "the unit of loads; kg unless given", Unit.KG)
    export.add_argument(
        "--delimiter",
        type=Delimiter,
        choices=list(Delimiter),
        default=Delimiter.COMMA,
        metavar="|".join(Delimiter),
        help="what stands between cells; with semicolons numbers have a decimal comma",
    )

    import_ = commands.add_parser(
        "import", help="add the sets of a CSV file (our own sets.csv, FitNotes)"
    )
    import_.add_argument("log", type=Path, metavar="LOG", help="the log; made if there is none")
    import_.add_argument("csv", type=Path, metavar="CSV", help="the file to read")
    import_.add_argument(
        "--map",
        type=_mapped,
        action="append",
        default=[],
        metavar='"NAME=EXERCISE:SIDE"',
        help=f"what a name in the file means: {_EXERCISES}, and {_SIDES}; or NAME={SKIP}",
    )
    _add_unit(import_, "the unit of loads where the file does not say", None)

    demo = commands.add_parser("demo", help="write a log of made-up training")
    demo.add_argument("log", type=Path, metavar="LOG", help="the log to make")
    demo.add_argument(
        "--years", type=_years, default=1, metavar="N", help="how many; 1 if not given"
    )
    demo.add_argument(
        "--seed", type=int, default=1, metavar="N", help="another gives other training"
    )

    check = commands.add_parser("check", help="say whether a log is sound")
    check.add_argument("log", type=Path, metavar="LOG", help="the log to examine")


def run_command(arguments: argparse.Namespace) -> int:
    """Do what was parsed by a parser with ``add_commands``.

    Returns:
        The exit code: 0 done, 1 a fault of the world, 2 wrong use.
    """
    run = {"export": _export, "import": _import, "demo": _demo, "check": _check}
    try:
        return run[arguments.command](arguments)
    except TrackerError as error:
        _complain(str(error))
        return FAULT_OF_THE_WORLD


def main(arguments: Sequence[str]) -> int:
    """Run a command line that begins with a command, or asks for help.

    Returns:
        The exit code: 0 done, 1 a fault of the world, 2 wrong use.
    """
    parser = _OneLineParser(
        prog="soleus",
        description="A strength log for runners. Without a command it opens a window: soleus on "
        "the last log, soleus FILE on that one, soleus --demo on a made-up year of training.",
    )
    parser.add_argument("--version", action="version", version=f"soleus {__version__}")
    add_commands(parser)
    try:
        parsed = parser.parse_args(arguments)
        if parsed.command is None:
            parser.error("a command is missing")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    return run_command(parsed)


# Arguments


def _add_unit(parser: argparse.ArgumentParser, saying: str, default: Unit | None) -> None:
    parser.add_argument(
        "--unit",
        type=Unit,
        choices=list(Unit),
        default=default,
        metavar="|".join(Unit),
        help=saying,
    )


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date like 2026-11-24") from None


def _years(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_YEARS:
        raise argparse.ArgumentTypeError(f"{text} is not a number of years, 1 to {MOST_YEARS}")
    return int(text)


def _mapped(text: str) -> tuple[str, Meaning | None]:
    name, _, words = text.rpartition("=")
    if name and words == SKIP:
        return name, None
    exercise, _, sides = words.partition(":")
    if not name or exercise not in set(Exercise) or sides not in set(Sides):
        raise argparse.ArgumentTypeError(
            f"“{text}” is not NAME=EXERCISE:SIDE with {_EXERCISES}, and {_SIDES}, or NAME={SKIP}"
        )
    return name, Meaning(Exercise(exercise), Sides(sides))


# Saying


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _complain(text: str) -> None:
    sys.stderr.write(f"soleus: {text}\n")


def _counted(count: int, one: str) -> str:
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}s"


def _finished(steps: Generator[float, None, T], doing: str) -> T:
    """Take all steps of a job and give its result; a terminal sees the progress."""
    is_watched = sys.stderr.isatty()
    try:
        while True:
            fraction = next(steps)
            if is_watched:
                sys.stderr.write(f"\r{doing} … {fraction:4.0%}")
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        if is_watched:
            sys.stderr.write("\r\x1b[K")


# Commands


def _export(arguments: argparse.Namespace) -> int:
    folder: Path = arguments.to
    shape = Shape(arguments.unit, arguments.delimiter)
    database = Database.open(arguments.log)
    try:
        export = Export.of(database, arguments.first, arguments.last, shape)
    finally:
        database.close()
    written = _finished(exporting(export, folder, tuple(Table)), f"Writing to {folder}")
    lines = [f"{table.value}: {_counted(count, 'row')}" for table, count in written.items()]
    _say(f"Wrote to {folder}: {', '.join(lines)}.")
    return DONE


def _import(arguments: argparse.Namespace) -> int:
    log: Path = arguments.log
    csv: Path = arguments.csv
    # Read before the log is opened or made: a file that cannot be read leaves nothing behind.
    read = _finished(reading(bytes_of(csv), str(csv)), f"Reading {csv}")
    if read.must_ask_unit and arguments.unit is None:
        _complain(f"{csv} does not say the unit of its loads: add --unit kg or --unit lb.")
        return WRONG_USE
    mapping = read.guessed_mapping
    folded = {name.casefold(): name for name in mapping}
    doing = f"Comparing with {log}"
    for name, meaning in arguments.map:
        known = name if name in mapping else folded.get(name.casefold())
        if known is None:
            _complain(f"{csv} has no exercise called “{name}”; that --map does nothing.")
        else:
            mapping[known] = meaning
    if log.exists():
        database = Database.open(log)
        try:
            so_far = LogSoFar.of(database, read)
            change, summary = _finished(building(read, mapping, arguments.unit, so_far), doing)
            database.apply(change)
        finally:
            database.close()
    else:
        change, summary = _finished(building(read, mapping, arguments.unit, LogSoFar()), doing)
        if change:
            _make_log(log, change)
            _say(f"{log} was made.")
    _say_summary(summary, read.format_name, csv)
    return DONE


def _say_summary(summary: Summary, format_name: str, csv: Path) -> None:
    _say(f"{csv} was read as {format_name}: {_counted(summary.lines, 'line')}.")
    if summary.sets:
        weighed = f" and {_counted(summary.weighings, 'bodyweight')}" if summary.weighings else ""
        _say(
            f"Added {_counted(summary.sets, 'set')}{weighed} from "
            f"{_counted(summary.lines_added, 'line')}, {summary.first} to {summary.last}; "
            f"{_counted(summary.sessions, 'new session')}."
        )
    else:
        _say("Nothing was added.")
    if summary.lines_already_there:
        _say(f"Already there: {_counted(summary.lines_already_there, 'line')}.")
    others = [found for found in summary.names_left_out if not found.guess.is_calf_work]
    if others:
        _say(
            f"Left out: {_counted(sum(found.lines for found in others), 'line')} of "
            f"{_counted(len(others), 'exercise')} other than calf raises."
        )
    for found in summary.names_left_out:
        if found.guess.is_calf_work:
            reason = found.guess.reason or "as --map says"
            _say(
                f"Left out: {_counted(found.lines, 'line')} of “{found.name}” ({reason}). "
                f'Take it in with --map "{found.name}=EXERCISE:SIDE".'
            )
    for each in summary.left_out:
        _say(f"Left out: line {each.line:,}: {each.reason}")


def _make_log(path: Path, change: Change) -> None:
    """Make a new log with something in it; where that fails, there is no log."""
    database = Database.create(path)
    try:
        database.apply(change)
    except BaseException:
        database.close()
        path.unlink()  # it was made just now and holds nothing
        raise
    database.close()


def _demo(arguments: argparse.Namespace) -> int:
    today = datetime.datetime.now().astimezone().date()
    _make_log(arguments.log, made_up_log(today, arguments.years, arguments.seed))
    years = _counted(arguments.years, "made-up year")
    _say(f"Wrote {years} of training up to {today} to {arguments.log}.")
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    database = Database.open(arguments.log)
    try:
        complaints = database.complaints()
        sets = len(database.set_columns()) if not complaints else 0
        sessions = len(database.sessions()) if not complaints else 0
    finally:
        database.close()
    for complaint in complaints:
        _complain(f"{arguments.log}: {complaint}")
    if complaints:
        return FAULT_OF_THE_WORLD
    _say(f"{arguments.log} is sound: {_counted(sets, 'set')} in {_counted(sessions, 'session')}.")
    return DONE
