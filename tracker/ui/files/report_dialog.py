"""The report for the physio: choose days, write a note, look at the pages; then PDF or paper."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.app.theme import GAP, PAGE_MARGIN, for_letters
from tracker.domain.period import Period
from tracker.report.contents import Report
from tracker.report.document import ReportDocument, usual_page
from tracker.report.page import report_text
from tracker.ui.files.pages_dialog import PagesDialog
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.period_field import PeriodField

CHOICES_PX = 280
NOTE_PX = 140
TYPING_MS = 300  # pause in typing after which the pages show the note


class ReportDialog(PagesDialog):
    """Shows the report of a range of days as pages, and saves or prints them.

    Args:
        today: Returns the current day, on which the ranges end.
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
        self._logbook = logbook
        self._settings = settings
        self._today = today
        self._report: Report | None = None
        self.setWindowTitle(self.tr("Report for the physio"))
        events = logbook.database.events()
        usual = Period.THREE_MONTHS
        self.period = PeriodField(usual, today, self._days_logged, events, self)
        self.note = QPlainTextEdit(self)
        self.note.setAccessibleName(self.tr("Note to the physio"))
        self.note.setPlaceholderText(self.tr("What you want to tell: it stands on the first page."))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(for_letters(NOTE_PX, self.fontMetrics()))
        self.nothing = Caption(
            self.tr(
                "Nothing was logged in these days.\nSets, symptoms, measurements and heel-raise "
                "tests fill the report: choose other days."
            ),
            self,
            muted=True,
        )
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._show_pages)
        self._lay_out()
        self.note.textChanged.connect(self._typing.start)
        self.period.changed.connect(self._on_period_changed)
        self._read()

    def _lay_out(self) -> None:
        choices = QVBoxLayout()
        choices.setSpacing(6)
        choices.addWidget(Caption(self.tr("Days"), self, muted=True))
        choices.addWidget(self.period)
        choices.addSpacing(GAP)
        choices.addWidget(Caption(self.tr("Note to the physio"), self, muted=True))
        choices.addWidget(self.note)
        choices.addStretch()
        choices.addWidget(self.message)
        left = QWidget(self)
        needed = self.period.minimumSizeHint().width()
        left.setFixedWidth(max(for_letters(CHOICES_PX, self.fontMetrics()), needed))
        left.setLayout(choices)
        choices.setContentsMargins(0, 0, 0, 0)
        self._shown = QStackedWidget(self)
        self._shown.addWidget(self.pages)
        self._shown.addWidget(self.nothing)
        across = QHBoxLayout()
        across.setSpacing(2 * GAP)
        across.addWidget(left)
        across.addWidget(self._shown, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addLayout(across, 1)
        layout.addWidget(self.buttons)
        fields = [*self.period.fields, self.note, self.pages, self.buttons]
        for before, after in pairwise(fields):
            self.setTabOrder(before, after)

    def _days_logged(self) -> Sequence[datetime.date]:
        database = self._logbook.database
        sessions = database.sessions()
        return [
            *(session.date for session in (*sessions[:1], *sessions[-1:])),
            *(symptom.date for symptom in database.symptoms()),
            *(measured.date for measured in database.measurements()),
            *(test.date for test in database.tests()),
        ]

    # What is shown

    def _on_period_changed(self) -> None:
        self._faults.attempt(self._read)

    def _read(self) -> None:
        """Read the report of the chosen days from the log.

        Raises:
            TrackerError: If the log could not be read.
        """
        first, last = self.period.days
        self._report = Report.of(self._logbook.database, first, last, self._today())
        self._show_pages()

    def _show_pages(self) -> None:
        """Lay out the pages again, with the current note."""
        self._typing.stop()
        self.message.setText("")
        report = self._report
        has_pages = report is not None and not report.is_empty
        before, document = self.pages.document, None
        if report is not None and has_pages:
            told = replace(report, note=self.note.toPlainText().strip())
            text = report_text(told, self._settings.unit, self._today())
            document = ReportDocument(text, usual_page(QLocale()), self)
        self.pages.show_document(document)
        if before is not None:
            before.deleteLater()
        self._shown.setCurrentWidget(self.pages if has_pages else self.nothing)
        for button in (self.save, self.print):
            button.setEnabled(has_pages)

    @property
    def _document(self) -> ReportDocument:
        """The pages with the current note, even if it was typed a moment ago."""
        if self._typing.isActive():
            self._show_pages()
        return super()._document

    @property
    def _file_name(self) -> str:
        return self.tr("Calf strength {}.pdf").format(self._today().isoformat())
