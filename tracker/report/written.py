"""The report drawn without a window: for scripts, and without a display."""

import datetime
import sys

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from tracker import __version__
from tracker.app.language import Language, speak
from tracker.domain.load import Unit
from tracker.report.contents import Report
from tracker.report.document import ReportDocument, usual_page
from tracker.report.page import report_text


def pdf_of(report: Report, unit: Unit, day: datetime.date, language: str) -> tuple[bytes, int]:
    """Draw a report as PDF.

    Args:
        report: What it says.
        unit: Of loads.
        day: The day it is made on.
        language: ``en``, ``de`` or ``system``.

    Returns:
        The file, and how many pages it has.
    """
    # Kept until the end: without an application there are no fonts.
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    speak(Language(language), application)
    document = ReportDocument(report_text(report, unit, day), usual_page(QLocale()))
    pdf = document.pdf(f"Soleus {__version__}")
    pages = document.page_count
    del application
    return pdf, pages
