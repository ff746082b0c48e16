"""The fields of the export dialog: what to export, of which days, in what form and where."""

import datetime
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from tracker.app.export_choice import ExportChoice, Form, whole_span
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.app.theme import GAP
from tracker.domain.load import Unit
from tracker.domain.period import Period
from tracker.exchange.tables.dialect import Delimiter, Dialect
from tracker.exchange.tables.ours import OUR_TABLES
from tracker.exchange.tables.table import AnyTable
from tracker.ui.widgets.cards import Caption, SegmentedControl
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.file_dialog import documents, file_dialog
from tracker.ui.widgets.period_field import PeriodField

FORMS = tuple(Form)
BOXES_A_ROW = 4


class ExportFields(QWidget):
    """The fields, which result in an ``ExportChoice``.

    Args:
        today: Returns the current day, on which the ranges end.

    Signals:
        changed: Anything but the folder was changed.
        folder_changed: Another folder was chosen.
    """

    changed = Signal()
    folder_changed = Signal()

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
        self._make(settings)
        self._lay_out()
        self._connect()

    def _make(self, settings: Settings) -> None:
        forms = [self.tr("Separate files"), self.tr("One .zip"), self.tr("Whole log as JSON")]
        self.form = SegmentedControl(forms, self.tr("Write"), self)
        self.tables = {table: QCheckBox(table.name, self) for table in OUR_TABLES}
        for box in self.tables.values():
            box.setChecked(True)
        events = self._logbook.database.events()
        self.period = PeriodField(Period.ALL, self._today, self._span, events, self)
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
        # The separator that spreadsheets in the user's country recognise by themselves.
        if QLocale().decimalPoint() == ",":
            self.delimiter.setCurrentIndex(self.delimiter.findData(Delimiter.SEMICOLON))
        self.folder = QLineEdit(str(documents()), self)
        self.folder.setAccessibleName(self.tr("Folder"))
        self.browse = QPushButton(self.tr("Choose…"), self)

    def _lay_out(self) -> None:
        how, what, where = QHBoxLayout(), QGridLayout(), QHBoxLayout()
        row_height = self.unit.sizeHint().height()
        how.addWidget(self.form)
        how.addStretch()
        for place, box in enumerate(self.tables.values()):
            box.setMinimumHeight(row_height)
            what.addWidget(box, *divmod(place, BOXES_A_ROW), Qt.AlignmentFlag.AlignLeft)
        what.setColumnStretch(BOXES_A_ROW, 1)
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        what.setHorizontalSpacing(GAP)
        what.setVerticalSpacing(0)
        where.setSpacing(6)
        self._rows = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        labels: list[QWidget] = []
        for text, field in (
            (self.tr("Write"), how),
            (self.tr("Files"), what),
            (self.tr("Days"), self.period),
            (self.tr("Unit of loads"), self.unit),
            (self.tr("Between cells"), self.delimiter),
            (self.tr("Folder"), where),
        ):
            label = Caption(text, self, muted=True)
            label.setMinimumHeight(row_height)
            labels.append(label)
            form.addRow(label, field)
            if isinstance(field, QWidget):
                field.setAccessibleName(text)
        # The first row is never hidden, so that the fields stay in place when others are.
        labels[0].setMinimumWidth(max(label.sizeHint().width() for label in labels))
        fields = [self.form, *self.tables.values(), *self.period.fields, self.unit]
        for before, after in pairwise([*fields, self.delimiter, self.folder, self.browse]):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.form.chosen.connect(self._on_form_chosen)
        self.period.changed.connect(self.changed)
        for box in self.tables.values():
            box.toggled.connect(self.changed)
        for choice in (self.unit, self.delimiter):
            choice.currentIndexChanged.connect(self.changed)
        self.folder.textChanged.connect(self.folder_changed)
        self.browse.clicked.connect(self._ask_folder)

    @property
    def choice(self) -> ExportChoice:
        """What would be written."""
        first, last = self.period.days
        return ExportChoice(
            form=FORMS[self.form.index],
            tables=tuple(table for table, box in self.tables.items() if box.isChecked()),
            first=first,
            last=last,
            dialect=Dialect(Unit(self.unit.currentData()), Delimiter(self.delimiter.currentData())),
            folder=self._folder,
            day=self._today(),
        )

    def mark_empty(self, empty: set[AnyTable]) -> None:
        """Mark the files that would contain only their headings."""
        for table, box in self.tables.items():
            words = self.tr("{} (empty)") if table in empty else "{}"
            box.setText(words.format(table.name))

    @property
    def _folder(self) -> Path:
        # A shell's tilde, but only if it stands for the user's own home folder.
        text = self.folder.text().strip()
        home = Path.home() if text == "~" or text.startswith("~/") else None
        return home / text[2:] if home else Path(text or ".")

    def _on_form_chosen(self, index: int) -> None:
        for row in range(1, self._rows.rowCount() - 1):  # the rows between form and folder
            self._rows.setRowVisible(row, FORMS[index] is not Form.JSON)
        self.changed.emit()

    def _span(self) -> Sequence[datetime.date]:
        """Return the first and the last day logged; empty if the log cannot be read."""
        span: list[datetime.date] = []
        self._faults.attempt(lambda: span.extend(whole_span(self._logbook.database, self._today())))
        return span

    def _ask_folder(self) -> None:
        dialog = file_dialog(self, self.tr("Folder for the files"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()
