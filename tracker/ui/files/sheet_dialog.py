"""The sheet of today's session, to be printed or saved as PDF and filled in by hand."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.app.session_sheet import session_sheet
from tracker.app.settings import Settings
from tracker.app.theme import GAP, PAGE_MARGIN
from tracker.report.document import ReportDocument, usual_page
from tracker.report.sheet import sheet_text
from tracker.ui.files.pages_dialog import PagesDialog
from tracker.ui.widgets.faults import Faults


class SheetDialog(PagesDialog):
    """Shows the sheet of today's session.

    Args:
        logbook: The open log.
        settings: For the unit of loads.
        faults: Where a failed save or print is told.
        today: Returns the current day.

    Raises:
        TrackerError: If nothing is planned and nothing was ever done, or the log cannot be read.
    """

    def __init__(
        self,
        logbook: Logbook,
        settings: Settings,
        faults: Faults,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(faults, parent)
        self._day = today()
        self.setWindowTitle(self.tr("Session sheet"))
        sheet = session_sheet(logbook.database, self._day, settings.unit)
        if sheet is None:
            raise TrackerError(
                self.tr("Nothing is planned today, and nothing was done before: choose a plan.")
            )
        text = sheet_text(sheet, settings.unit)
        self.pages.show_document(ReportDocument(text, usual_page(QLocale()), self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.message)
        layout.addWidget(self.buttons)
        self.setTabOrder(self.pages, self.buttons)
        self.save.setFocus()

    @property
    def _file_name(self) -> str:
        return self.tr("Session sheet {}.pdf").format(self._day.isoformat())
