"""Draws the report without a window or a display, for scripts."""

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
        report: Its contents.
        unit: The unit of loads.
        day: The day it is made.
        language: ``en``, ``de`` or ``system``.

    Returns:
        The file, and its number of pages.
    """
    # Keep the application until the end, because there are no fonts without one.
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    speak(Language(language), application)
    document = ReportDocument(report_text(report, unit, day), usual_page(QLocale()))
    pdf = document.pdf(f"Soleus {__version__}")
    pages = document.page_count
    del application
    return pdf, pages
