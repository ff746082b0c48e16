"""Export: first a preview of what would be written, then the writing, with progress and cancel."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker import TrackerError
from tracker.app.export_choice import ExportChoice, Form
from tracker.app.job import Job
from tracker.app.language import error_text, plural
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.app.theme import CAPTION, GAP, PAGE_MARGIN
from tracker.exchange.exporting.zipping import README
from tracker.exchange.tables.ours import OUR_TABLES
from tracker.exchange.tables.table import AnyTable
from tracker.ui.files.export_fields import ExportFields
from tracker.ui.widgets.cards import Caption, SegmentedControl
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.fitted import fit

PREVIEW_LINES = 20
PREVIEWS = (*(table.name for table in OUR_TABLES), README)


class ExportDialog(QDialog):
    """Writes files into a folder, in a thread of its own, until done or cancelled.

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
        super().__init__(parent)
        self._logbook = logbook
        self._faults = faults
        self._job: Job | None = None
        self._empty: set[AnyTable] = set()
        self.setWindowTitle(self.tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, 760, 560)
        self.fields = ExportFields(logbook, settings, faults, today, self)
        self._make_preview()
        self._lay_out()
        self.fields.changed.connect(self._refresh)
        self.fields.folder_changed.connect(self._show_folder)
        self.previewed.chosen.connect(self._refresh)
        self.write.clicked.connect(self.export)
        self.buttons.rejected.connect(self.reject)
        self._refresh()

    def _make_preview(self) -> None:
        shown = [name.partition(".")[0] for name in PREVIEWS]  # all in one row
        self.previewed = SegmentedControl(shown, self.tr("File shown"), self)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.preview.setAccessibleName(self.tr("First lines of the file"))
        self.preview.setTabChangesFocus(True)
        # Two lines and the scroll bar, so that the dialog fits a low screen.
        self.preview.setMinimumHeight(4 * self.preview.fontMetrics().lineSpacing())
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 1000)
        self.progress.hide()
        self.message = Caption("", self, factor=CAPTION, muted=True)
        self.message.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.write = QPushButton(self.tr("Export"), self)
        self.write.setDefault(True)
        self.buttons.addButton(self.write, QDialogButtonBox.ButtonRole.ActionRole)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addWidget(self.fields)
        layout.addWidget(self.previewed, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.message)
        layout.addWidget(self.progress)
        layout.addWidget(self.buttons)

    # What it comes to

    def _refresh(self) -> None:
        """Show the first lines as they would be written, and which files would be replaced."""
        self._faults.attempt(self._show_preview)
        self._show_folder()

    def _show_preview(self) -> None:
        choice, database = self.fields.choice, self._logbook.database
        self._empty = choice.empty(database)
        self.fields.mark_empty(self._empty)
        self._offer_previews(choice)
        name = PREVIEWS[self.previewed.index]
        lines: list[str] = []
        if choice.form is Form.JSON:
            lines = [*choice.preview(database, name, PREVIEW_LINES), "…"]
        elif name in {table.name for table in self._empty} and choice.tables:
            lines = [self.tr("Nothing in these days: the file will hold its headings alone.")]
        elif choice.tables:
            lines = choice.preview(database, name, PREVIEW_LINES)
        self.preview.setPlainText("\n".join(lines))

    def _offer_previews(self, choice: ExportChoice) -> None:
        """Offer the files that would be written; the shown one stays if it is among them."""
        names = {table.name for table in choice.tables}
        shown = [name in names for name in PREVIEWS]
        shown[PREVIEWS.index(README)] = choice.form is Form.ARCHIVE and any(shown)
        for index, is_shown in enumerate(shown):
            self.previewed.set_choice_visible(index, visible=is_shown)
        if any(shown) and not shown[self.previewed.index]:
            self.previewed.choose(shown.index(True))
        self.previewed.setVisible(choice.form is not Form.JSON and any(shown))

    def _show_folder(self) -> None:
        """Say which files would be replaced, or the name of a file named after the day."""
        choice, database = self.fields.choice, self._logbook.database
        replaced = ", ".join(path.name for path in choice.replaced(database))
        words = ""
        if replaced:
            words = self.tr("In that folder, {} will be replaced.").format(replaced)
        elif choice.form is not Form.FILES:
            (path,) = choice.targets(database)
            words = self.tr("The file will be called {}.").format(path.name)
        self.message.setText(words)
        self.write.setText(self.tr("Replace") if replaced else self.tr("Export"))
        has_rows = any(table not in self._empty for table in choice.tables)
        self.write.setEnabled(choice.form is Form.JSON or has_rows)

    # Writing

    def export(self) -> None:
        """Write the files in a thread, or cancel that; the dialog stays and shows the progress."""
        if self._job is not None:
            self._job.cancel()
            return
        self._faults.attempt(self._start)

    def _start(self) -> None:
        self._job = Job(self.fields.choice.writing(self._logbook.database), self)
        self._job.progressed.connect(self._on_job_progressed)
        self._job.finished.connect(self._on_job_finished)
        self._job.failed.connect(self._on_job_failed)
        self._job.cancelled.connect(self._on_job_cancelled)
        self.fields.setEnabled(False)
        self.progress.setValue(0)
        self.progress.show()
        self.write.setText(self.tr("Cancel"))
        self._job.start()

    def _end(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job.deleteLater()
            self._job = None
        self.fields.setEnabled(True)
        self.progress.hide()
        self._show_folder()

    def _on_job_progressed(self, fraction: float) -> None:
        self.progress.setValue(round(fraction * 1000))

    def _on_job_finished(self, written: dict[str, int]) -> None:
        self._end()
        choice = self.fields.choice
        counts = ", ".join(
            plural("{}: %Ln (entry|entries)", None, number).format(name)
            if choice.form is Form.JSON
            else plural("{}: %Ln (row|rows)", None, number).format(name)
            for name, number in written.items()
        )
        where = choice.folder
        if choice.form is Form.ARCHIVE:
            (where,) = choice.targets(self._logbook.database)
        self.message.setText(self.tr("Saved: {}, in {}").format(counts, where))

    def _on_job_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, TrackerError):
            raise error
        self.message.setText(error_text(error))
        self._faults.told.emit(error_text(error))

    def _on_job_cancelled(self) -> None:
        self._end()
        self.message.setText(self.tr("Cancelled: nothing was written by halves."))

    def done(self, result: int) -> None:
        """Close, and first cancel a running export."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()
        super().done(result)
