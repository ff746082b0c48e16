"""Export CSV: what, which days, how written, where; a look at it first."""

import datetime
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QDate, QStandardPaths, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker import TrackerError
from tracker.app.job import Job
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.load import Unit
from tracker.domain.session import DATES
from tracker.exchange.csv_tables import Delimiter, Shape
from tracker.exchange.exporting import Export, Table, exporting
from tracker.ui.cards import Caption, SegmentedControl, calm
from tracker.ui.faults import Faults
from tracker.ui.labels import number_text
from tracker.ui.theme import CAPTION, GAP, PAGE_MARGIN

PREVIEW_LINES = 6
PREVIEW_DAYS = 35  # as many as the first lines of either file can need
RANGE_DAYS = (None, 28, 91, 365)


def _to_qdate(day: datetime.date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _to_date(day: QDate) -> datetime.date:
    return datetime.date(day.year(), day.month(), day.day())


def _is_there(path: Path) -> bool:
    """Tell whether there is a file; what cannot be looked at is told when it is written."""
    try:
        return path.exists()
    except OSError:
        return False


class ExportDialog(QDialog):
    """Writes our CSV files into a folder, in a thread of its own, until done or cancelled.

    Args:
        today: The clock's day, where the ranges end.
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
        self._today = today
        self._job: Job | None = None
        self._has_days = False
        self.setWindowTitle(self.tr("Export CSV"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 520)
        self.tables = {table: QCheckBox(table.value, self) for table in Table}
        for box in self.tables.values():
            box.setChecked(True)
            box.toggled.connect(self._refresh)
        self.range = SegmentedControl(
            [self.tr("All"), self.tr("4 weeks"), self.tr("3 months"), self.tr("1 year")],
            self.tr("Range"),
            self,
        )
        self.range.chosen.connect(self._on_range_chosen)
        self.first, self.last = QDateEdit(self), QDateEdit(self)
        self.unit = QComboBox(self)
        for unit in Unit:
            self.unit.addItem(unit.value, unit)
        self.unit.setCurrentText(settings.unit.value)
        self.delimiter = QComboBox(self)
        for text, delimiter in (
            (self.tr("comma"), Delimiter.COMMA),
            (self.tr("semicolon, with decimal comma"), Delimiter.SEMICOLON),
            (self.tr("tab"), Delimiter.TAB),
        ):
            self.delimiter.addItem(text, delimiter)
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        self.folder = QLineEdit(documents, self)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.preview.setAccessibleName(self.tr("First lines of the files"))
        self.preview.setTabChangesFocus(True)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 1000)
        self.progress.hide()
        self.message = Caption("", self, factor=CAPTION, muted=True)
        self.message.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.write = QPushButton(self.tr("Export"), self)
        self.write.setDefault(True)
        self.buttons.addButton(self.write, QDialogButtonBox.ButtonRole.ActionRole)
        self.write.clicked.connect(self.export)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        for date_edit in (self.first, self.last):
            date_edit.setCalendarPopup(True)
            calm(date_edit.calendarWidget())
            date_edit.setDisplayFormat("d MMM yyyy")
            date_edit.setDateRange(*(_to_qdate(day) for day in DATES))
            date_edit.dateChanged.connect(self._refresh)
        for choice in (self.unit, self.delimiter):
            choice.currentIndexChanged.connect(self._refresh)
        self.folder.textChanged.connect(self._show_folder)
        self._on_range_chosen(0)

    def _lay_out(self) -> None:
        self.browse = QPushButton(self.tr("Choose…"), self)
        self.browse.clicked.connect(self._ask_folder)
        what, days, where = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for box in self.tables.values():
            what.addWidget(box)
        what.addStretch()
        for widget in (self.first, Caption("–", self), self.last, self.range):
            days.addWidget(widget)
        days.addStretch()
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        what.setSpacing(GAP)
        days.setSpacing(6)
        where.setSpacing(6)
        self._choices = QWidget(self)
        form = QFormLayout(self._choices)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        for text, field in (
            (self.tr("Files"), what),
            (self.tr("Days"), days),
            (self.tr("Unit of loads"), self.unit),
            (self.tr("Between cells"), self.delimiter),
            (self.tr("Folder"), where),
        ):
            label = Caption(text, self, muted=True)
            label.setMinimumHeight(self.unit.sizeHint().height())
            form.addRow(label, field)
            if isinstance(field, QWidget):
                field.setAccessibleName(text)
        self.folder.setAccessibleName(self.tr("Folder"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addWidget(self._choices)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.message)
        layout.addWidget(self.progress)
        layout.addWidget(self.buttons)
        fields = [*self.tables.values(), self.first, self.last, self.range, self.unit]
        below = [self.delimiter, self.folder, self.browse, self.preview, self.buttons]
        for before, after in pairwise([*fields, *below]):
            self.setTabOrder(before, after)

    def _on_range_chosen(self, index: int) -> None:
        self._faults.attempt(lambda: self._choose_days(index))
        self._refresh()

    def _choose_days(self, index: int) -> None:
        days, today = RANGE_DAYS[index], self._today()
        first = today if days is None else today - datetime.timedelta(days=days - 1)
        last = today
        if days is None:
            sessions = self._logbook.database.sessions()
            first = min([today, *(session.date for session in sessions[:1])])
            last = max([today, *(session.date for session in sessions[-1:])])
        for date_edit, day in ((self.first, first), (self.last, last)):
            date_edit.blockSignals(True)  # one look at the end is enough
            date_edit.setDate(_to_qdate(day))
            date_edit.blockSignals(False)

    @property
    def _chosen(self) -> tuple[Table, ...]:
        return tuple(table for table, box in self.tables.items() if box.isChecked())

    def _export_of(self, first: datetime.date, last: datetime.date) -> Export:
        shape = Shape(Unit(self.unit.currentData()), Delimiter(self.delimiter.currentData()))
        return Export.of(self._logbook.database, first, last, shape)

    def _refresh(self) -> None:
        """Show the first lines as they would be written, and whether files will be replaced."""
        self._faults.attempt(self._show_preview)
        self._show_folder()

    def _show_preview(self) -> None:
        first, last = _to_date(self.first.date()), _to_date(self.last.date())
        sessions = self._logbook.database.sessions()
        days = [each.date for each in sessions if first <= each.date <= last]
        self._has_days = bool(days)
        lines: list[str] = []
        if not days:
            lines.append(self.tr("No sets in these days: choose others."))
        else:
            look = min(last, days[0] + datetime.timedelta(days=PREVIEW_DAYS))
            export = self._export_of(days[0], look)
            for table in self._chosen:
                lines += [f"{table.value}:", *export.preview(table, PREVIEW_LINES), ""]
        self.preview.setPlainText("\n".join(lines).rstrip("\n"))

    def _show_folder(self) -> None:
        """Say which files would be replaced."""
        there = [table.value for table in self._chosen if _is_there(self._folder / table)]
        words = self.tr("In that folder, {} will be replaced.").format(", ".join(there))
        self.message.setText(words if there else "")
        self.write.setText(self.tr("Replace") if there else self.tr("Export"))
        self.write.setEnabled(bool(self._chosen) and self._has_days)

    @property
    def _folder(self) -> Path:
        # A shell's tilde, but only where it stands for the runner's own folder.
        text = self.folder.text().strip()
        home = Path.home() if text == "~" or text.startswith("~/") else None
        return home / text[2:] if home else Path(text or ".")

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the files"), str(self._folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def export(self) -> None:
        """Write the files in a thread; the dialog stays, to tell how far it is."""
        if self._job is not None:
            self._job.cancel()
            return
        self._faults.attempt(self._start)

    def _start(self) -> None:
        export = self._export_of(_to_date(self.first.date()), _to_date(self.last.date()))
        self._job = Job(exporting(export, self._folder, self._chosen), self)
        self._job.progressed.connect(self._on_job_progressed)
        self._job.finished.connect(self._on_job_finished)
        self._job.failed.connect(self._on_job_failed)
        self._job.cancelled.connect(self._on_job_cancelled)
        self._choices.setEnabled(False)
        self.progress.setValue(0)
        self.progress.show()
        self.write.setText(self.tr("Cancel"))
        self._job.start()

    def _end(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job.deleteLater()
            self._job = None
        self._choices.setEnabled(True)
        self.progress.hide()
        self._show_folder()

    def _on_job_progressed(self, fraction: float) -> None:
        self.progress.setValue(round(fraction * 1000))

    def _on_job_finished(self, written: dict[Table, int]) -> None:
        self._end()
        counts = ", ".join(
            self.tr("{}: {} rows").format(table.value, number_text(rows))
            for table, rows in written.items()
        )
        self.message.setText(self.tr("{}, in {}").format(counts, self._folder))

    def _on_job_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, TrackerError):
            raise error
        self.message.setText(str(error))
        self._faults.told.emit(str(error))

    def _on_job_cancelled(self) -> None:
        self._end()
        self.message.setText(self.tr("Cancelled: nothing was written by halves."))

    def done(self, result: int) -> None:
        """Close; a file half written is given up first."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()
        super().done(result)
