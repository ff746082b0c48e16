"""``soleus report``: the report for the physio as PDF, for scripts.

It needs Qt for the pages, but no display; Qt is imported only when a report is asked for.
"""

import argparse
import datetime
import sys

from tracker import TrackerError, __version__
from tracker.cli.display import require_pages
from tracker.cli.targets import require_free
from tracker.cli.terminal import counted, say
from tracker.disk import bytes_written_beside
from tracker.report.contents import Report
from tracker.storage.database import Database


def run_report(arguments: argparse.Namespace) -> None:
    """Write the report that was asked for.

    Args:
        arguments: ``log``, ``output``, ``first``, ``last``, ``note``, ``unit``, ``language`` and
            ``force``.

    Raises:
        TrackerError: If there is nothing to report, or it could not be read or written.
    """
    require_free([arguments.output], is_forced=arguments.force)
    today = datetime.datetime.now().astimezone().date()
    database = Database.open(arguments.log)
    try:
        report = Report.of(database, arguments.first, arguments.last, today, arguments.note)
    finally:
        database.close()
    if report.is_empty:
        raise TrackerError(
            f"{arguments.log} has no sets, symptoms, scores or tests in these days: nothing to "
            "report."
        )
    require_pages()
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QGuiApplication

    from tracker.app.language import Language, speak
    from tracker.report.document import ReportDocument, usual_page
    from tracker.report.page import report_text

    # Kept until the end: without an application there are no fonts.
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    speak(Language(arguments.language), application)
    document = ReportDocument(report_text(report, arguments.unit, today), usual_page(QLocale()))
    pdf = document.pdf(f"Soleus {__version__}")
    with bytes_written_beside(arguments.output) as file:
        file.write(pdf)
    pages = counted(document.page_count, "page")
    say(f"Wrote {arguments.output}: {pages}, {report.first} to {report.last}.")
    del application
