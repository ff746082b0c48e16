"""``soleus export``: our CSV tables, to a folder or an archive, or the whole log as JSON."""

import argparse
from pathlib import Path

from tracker import DONE, WRONG_USE
from tracker.cli.arguments import add_choice, add_days, add_log, add_unit, begin_of, today
from tracker.cli.targets import add_force, require_free
from tracker.cli.terminal import complain, counted, finished, say
from tracker.domain.load import Unit
from tracker.exchange.exporting.export import Export, exporting
from tracker.exchange.exporting.zipping import zipping
from tracker.exchange.tables.dialect import Delimiter, Dialect
from tracker.exchange.tables.ours import OUR_TABLES
from tracker.exchange.tables.table import AnyTable
from tracker.exchange.whole_log.json_file import writing_json
from tracker.storage.database import Database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``export``."""
    add_log(parser)
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("--to", type=Path, metavar="DIR", help="write CSV files to this folder")
    target.add_argument(
        "--zip", type=Path, metavar="FILE", help="write them to this archive, each column explained"
    )
    target.add_argument(
        "--json", type=Path, metavar="FILE", help="write the whole log, for other programs"
    )
    parser.add_argument(
        "--tables",
        type=_tables,
        metavar=",".join(map(_word_of, OUR_TABLES)),
        help="which of the files; all unless given",
    )
    add_days(parser)
    add_unit(parser)
    add_choice(
        parser,
        "--delimiter",
        Delimiter,
        "what stands between cells; with semicolons numbers have a decimal comma",
    )
    add_force(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write what was asked for; returns the exit code.

    Raises:
        TrackerError: If the log cannot be read, or a file not be written.
    """
    if arguments.json is not None:
        return _export_json(arguments)
    dialect = Dialect(arguments.unit or Unit.KG, arguments.delimiter or Delimiter.COMMA)
    tables: tuple[AnyTable, ...] = arguments.tables or OUR_TABLES
    target: Path = arguments.to or arguments.zip
    files = [target] if arguments.zip else [target / table.name for table in tables]
    require_free(files, is_forced=arguments.force)
    database = Database.open(arguments.log)
    try:
        first, last = begin_of(arguments.first, arguments.last, database), arguments.last
        export = Export.of(database, first, last, dialect, today(), tables)
    finally:
        database.close()
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
    require_free([arguments.json], is_forced=arguments.force)
    database = Database.open(arguments.log)
    try:
        entries, past = database.entries(), database.past()
    finally:
        database.close()
    count = finished(writing_json(arguments.json, entries, past), f"Writing {arguments.json}")
    say(f"Wrote {arguments.json}: {count:,} {'entry' if count == 1 else 'entries'}.")
    return DONE


def _word_of(table: AnyTable) -> str:
    return table.name.removesuffix(".csv")


def _tables(text: str) -> tuple[AnyTable, ...]:
    words = {_word_of(table): table for table in OUR_TABLES}
    chosen = {word.strip() for word in text.split(",")}
    unknown = chosen - words.keys()
    if unknown:
        raise argparse.ArgumentTypeError(f"“{min(unknown)}” is none of {', '.join(words)}")
    return tuple(table for word, table in words.items() if word in chosen)
