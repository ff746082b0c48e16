"""What the program does without a window, for scripts: each command, and its arguments.

It composes storage and exchange as the window does, and needs no display, nor Qt but for a report.
Results go to standard output, errors and progress to standard error.
"""

import argparse
import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from tracker import TrackerError, __version__
from tracker.cli.targets import add_force, require_free
from tracker.cli.terminal import complain, counted, finished, say
from tracker.domain.load import Unit
from tracker.exchange.exporting.export import Export, exporting
from tracker.exchange.tables.dialect import Delimiter, Dialect
from tracker.exchange.tables.ours import OUR_TABLES
from tracker.exchange.tables.table import AnyTable
from tracker.storage.database import Database

DONE, FAULT_OF_THE_WORLD, WRONG_USE = 0, 1, 2


class _OneLineParser(argparse.ArgumentParser):
    """A parser whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USE, f"{self.prog}: {message} (see {self.prog} --help)\n")


def add_commands(parser: argparse.ArgumentParser, command: str) -> None:
    """Add the commands to the parser of the program; what they give goes to ``run_command``.

    Args:
        parser: The program's.
        command: What is asked for; what only another one takes is not imported.
    """
    commands = parser.add_subparsers(
        title="commands",
        dest="command",
        metavar="COMMAND",
        prog="soleus",
        parser_class=_OneLineParser,
    )

    export = commands.add_parser("export", help="write CSV files, or the whole log as JSON")
    export.add_argument("log", type=Path, metavar="LOG", help="the log to read")
    target = export.add_mutually_exclusive_group(required=True)
    target.add_argument("--to", type=Path, metavar="DIR", help="write CSV files to this folder")
    target.add_argument(
        "--zip", type=Path, metavar="FILE", help="write them to this archive, each column explained"
    )
    target.add_argument(
        "--json", type=Path, metavar="FILE", help="write the whole log, for other programs"
    )
    export.add_argument(
        "--tables",
        type=_tables,
        metavar=",".join(map(_word_of, OUR_TABLES)),
        help="which of the files; all unless given",
    )
    export.add_argument("--from", type=_date, dest="first", metavar="DATE", help="the first day")
    export.add_argument("--until", type=_date, dest="last", metavar="DATE", help="the last day")
    export.add_argument(
        "--unit",
        type=Unit,
        choices=list(Unit),
        metavar="|".join(Unit),
        help="the unit of loads; kg unless given",
    )
    export.add_argument(
        "--delimiter",
        type=Delimiter,
        choices=list(Delimiter),
        metavar="|".join(Delimiter),
        help="what stands between cells; with semicolons numbers have a decimal comma",
    )

    add_force(export)

    report = commands.add_parser("report", help="write the report for the physio as PDF")
    report.add_argument("log", type=Path, metavar="LOG", help="the log to read")
    report.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="the PDF to write"
    )
    report.add_argument("--from", type=_date, dest="first", metavar="DATE", help="the first day")
    report.add_argument("--until", type=_date, dest="last", metavar="DATE", help="the last day")
    report.add_argument("--note", default="", metavar="TEXT", help="what you want to say in it")
    report.add_argument(
        "--unit",
        type=Unit,
        choices=list(Unit),
        default=Unit.KG,
        metavar="|".join(Unit),
        help="the unit of loads; kg unless given",
    )
    report.add_argument(
        "--language",
        choices=["system", "en", "de"],  # tracker.app.language.Language, which needs Qt
        default="system",
        metavar="en|de",
        help="the language of the report; the system's unless given",
    )
    add_force(report)

    import_ = commands.add_parser(
        "import", help="add the training in another program's file, or one of ours"
    )
    if command == "import":
        from tracker.cli.importing import add_import_arguments

        add_import_arguments(import_)

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

    recover = commands.add_parser("recover", help="make a log of what can be read of a damaged one")
    if command == "recover":
        from tracker.cli.rescue import add_recover_arguments

        add_recover_arguments(recover)

    desktop = commands.add_parser(
        "desktop", help="put Soleus into the desktop's menu, or remove it"
    )
    if command == "desktop":
        from tracker.cli.desktop import add_desktop_arguments

        add_desktop_arguments(desktop)


def run_command(arguments: argparse.Namespace) -> int:
    """Do what was parsed by a parser with ``add_commands``.

    Returns:
        The exit code: 0 done, 1 a fault of the world, 2 wrong use.
    """
    run = {
        "export": _export,
        "report": _report,
        "import": _import,
        "demo": _demo,
        "check": _check,
        "recover": _recover,
        "desktop": _desktop,
    }
    try:
        return run[arguments.command](arguments)
    except TrackerError as error:
        complain(str(error))
        return FAULT_OF_THE_WORLD


def main(arguments: Sequence[str]) -> int:
    """Run a command line that begins with a command, or asks for help.

    Returns:
        The exit code: 0 done, 1 a fault of the world, 2 wrong use.
    """
    parser = _OneLineParser(
        prog="soleus",
        usage="soleus [FILE | --demo]\n       soleus COMMAND … (soleus COMMAND --help)",
        description="A strength log for runners. Without a command it opens a window: soleus on "
        "the last log, soleus FILE on that one, soleus --demo on a made-up year of training.",
    )
    parser.add_argument("-V", "--version", action="version", version=f"soleus {__version__}")
    add_commands(parser, arguments[0] if arguments else "")
    try:
        parsed = parser.parse_args(arguments)
        if parsed.command is None:
            parser.error("a command is missing")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    return run_command(parsed)


# Arguments


def _word_of(table: AnyTable) -> str:
    return table.name.removesuffix(".csv")


def _tables(text: str) -> tuple[AnyTable, ...]:
    words = {_word_of(table): table for table in OUR_TABLES}
    chosen = {word.strip() for word in text.split(",")}
    unknown = chosen - words.keys()
    if unknown:
        raise argparse.ArgumentTypeError(f"“{min(unknown)}” is none of {', '.join(words)}")
    return tuple(table for word, table in words.items() if word in chosen)


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date like 2026-11-24") from None


def _years(text: str) -> int:
    from tracker.domain.demo.year import MOST_YEARS

    if not text.isdecimal() or not 1 <= int(text) <= MOST_YEARS:
        raise argparse.ArgumentTypeError(f"{text} is not a number of years, 1 to {MOST_YEARS}")
    return int(text)


# Commands: each imports what it alone takes, so that none waits for another's.


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def _export(arguments: argparse.Namespace) -> int:
    if arguments.json is not None:
        return _export_json(arguments)
    dialect = Dialect(arguments.unit or Unit.KG, arguments.delimiter or Delimiter.COMMA)
    first, last = arguments.first, arguments.last
    tables: tuple[AnyTable, ...] = arguments.tables or OUR_TABLES
    target: Path = arguments.to or arguments.zip
    files = [target] if arguments.zip else [target / table.name for table in tables]
    require_free(files, is_forced=arguments.force)
    database = Database.open(arguments.log)
    try:
        export = Export.of(database, first, last, dialect, _today(), tables)
    finally:
        database.close()
    from tracker.exchange.exporting.zipping import zipping

    write = exporting if arguments.zip is None else zipping
    written = finished(write(export, target), f"Writing to {target}")
    lines = [f"{name}: {counted(count, 'row')}" for name, count in written.items()]
    say(f"Wrote to {target}: {', '.join(lines)}.")
    return DONE


def _export_json(arguments: argparse.Namespace) -> int:
    parts = ("tables", "first", "last", "unit", "delimiter")
    if any(getattr(arguments, part) is not None for part in parts):
        complain("--json writes the whole log as it is: it goes with no choice of tables or days.")
        return WRONG_USE
    from tracker.exchange.whole_log.json_file import writing_json

    require_free([arguments.json], is_forced=arguments.force)
    database = Database.open(arguments.log)
    try:
        entries, edit_times = database.entries(), database.edit_times()
    finally:
        database.close()
    count = finished(writing_json(arguments.json, entries, edit_times), f"Writing {arguments.json}")
    say(f"Wrote {arguments.json}: {count:,} {'entry' if count == 1 else 'entries'}.")
    return DONE


def _report(arguments: argparse.Namespace) -> int:
    from tracker.cli.reporting import run_report

    run_report(arguments)
    return DONE


def _import(arguments: argparse.Namespace) -> int:
    from tracker.cli.importing import run_import

    return DONE if run_import(arguments) else WRONG_USE


def _demo(arguments: argparse.Namespace) -> int:
    from tracker.domain.demo.year import made_up_log

    today = _today()
    log = made_up_log(today, arguments.years, arguments.seed)
    Database.create_with(arguments.log, log)
    years = counted(arguments.years, "made-up year")
    say(f"Wrote {years} of training up to {today} to {arguments.log}.")
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    from tracker.cli.rescue import run_check

    return DONE if run_check(arguments) else FAULT_OF_THE_WORLD


def _recover(arguments: argparse.Namespace) -> int:
    from tracker.cli.rescue import run_recover

    run_recover(arguments)
    return DONE


def _desktop(arguments: argparse.Namespace) -> int:
    from tracker.cli.desktop import run_desktop

    run_desktop(arguments)
    return DONE
