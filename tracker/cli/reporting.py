"""``soleus report``: the report for the physio as PDF, for scripts.

It needs Qt for the pages, but no display; Qt is imported only when a report is asked for.
"""

import argparse
from pathlib import Path
from typing import Final

from tracker import DONE, TrackerError
from tracker.app.import_hook import remove_import_hook
from tracker.cli.arguments import add_days, add_log, add_unit, begin_of, today
from tracker.cli.display import require_pages
from tracker.cli.targets import add_force, require_free
from tracker.cli.terminal import counted, say
from tracker.disk import bytes_written_beside
from tracker.domain.load import Unit
from tracker.report.contents import Report
from tracker.storage.database import Database

# The same as in ``app.language.Language``, which needs Qt; a test keeps them equal.
LANGUAGES: Final = ("system", "en", "de")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``report``."""
    add_log(parser)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="the PDF to write"
    )
    add_days(parser)
    parser.add_argument("--note", default="", metavar="TEXT", help="what you want to say in it")
    add_unit(parser)
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        default=LANGUAGES[0],
        metavar="|".join(LANGUAGES[1:]),
        help="the language of the report; the system's unless given",
    )
    add_force(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the report that was asked for; returns the exit code.

    Raises:
        TrackerError: If there is nothing to report, or it could not be read or written.
    """
    require_free([arguments.output], is_forced=arguments.force)
    last_day = today()
    database = Database.open(arguments.log)
    try:
        first = begin_of(arguments.first, arguments.last, database)
        report = Report.of(database, first, arguments.last, last_day, arguments.note)
    finally:
        database.close()
    if report.is_empty:
        raise TrackerError(
            f"{arguments.log} has no sets, symptoms, measurements or tests in these days: nothing "
            "to report."
        )
    require_pages()
    remove_import_hook()  # before most of the imports
    from tracker.report.written import pdf_of  # which needs Qt

    pdf, count = pdf_of(report, arguments.unit or Unit.KG, last_day, arguments.language)
    with bytes_written_beside(arguments.output) as file:
        file.write(pdf)
    pages = counted(count, "page")
    say(f"Wrote {arguments.output}: {pages}, {report.first} to {report.last}.")
    return DONE
