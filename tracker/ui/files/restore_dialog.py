"""The backups of a log, each with its content, to choose one that replaces the log."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker.app.backup_list import BackupList
from tracker.app.theme import CAPTION, GAP, PAGE_MARGIN
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.file_dialog import file_dialog
from tracker.ui.widgets.fitted import fit
from tracker.ui.widgets.read_only_table import Index, ReadOnlyTable
from tracker.words.backups import (
    backup_reason,
    counts_text,
    days_text,
    flaw_text,
    moment_text,
    state_text,
)
from tracker.words.labels import number_text

WIDTH, HEIGHT = 860, 460
STATE = 5
SPACE = 12  # pixels between columns


class BackupsModel(ReadOnlyTable):
    """One row per backup: when and why it was made, its content, and whether it is sound.

    Args:
        backups: The backups; they are examined while they are shown.
    """

    def __init__(self, backups: BackupList, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._headings = (
            self.tr("The log as of"),
            self.tr("Kept"),
            self.tr("Sessions"),
            self.tr("Sets"),
            self.tr("From – to"),
            self.tr("State"),
        )
        self._backups = backups
        backups.looked.connect(self._on_backups_looked)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._backups.backups)

    def _cell(self, row: int, column: int) -> str:
        backup, holdings = self._backups.backups[row], self._backups.holdings[row]
        is_known = holdings is not None and holdings.is_sound
        match column:
            case 0:
                return moment_text(backup.made)
            case 1:
                return backup_reason(backup.kind)
            case 2:
                return number_text(holdings.sessions) if holdings and is_known else ""
            case 3:
                return number_text(holdings.sets) if holdings and is_known else ""
            case 4:
                return days_text(holdings) if holdings and is_known else ""
            case _:
                return state_text(holdings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == STATE:
            return flaw_text(self._backups.holdings[index.row()])
        return super().data(index, role)

    def choose(self, path: Path) -> None:
        """Add any file as the first row.

        Raises:
            TrackerError: If it cannot be read.
        """
        self.beginResetModel()
        try:
            self._backups.choose(path)
        finally:
            self.endResetModel()

    def _on_backups_looked(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, STATE))


class RestoreDialog(QDialog):
    """Shows the content of each backup before one replaces the log.

    Args:
        log: The log; not touched here.
        faults: Where an unreadable file is told.

    Signals:
        restore_asked: The path of the file that is to replace the log.
    """

    restore_asked = Signal(Path)

    def __init__(self, log: Path, faults: Faults, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._faults = faults
        self.setWindowTitle(self.tr("Restore"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.backups = BackupList(log, self)
        self.backups.looked.connect(self._refresh)
        self.model = BackupsModel(self.backups, self)
        self.table = self._table()
        self.message = Caption("", self)
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(2 * self.message.fontMetrics().lineSpacing())
        self.hint = Caption(
            self.tr(
                "The log as it is now is kept in this list, and can be restored the same way. "
                "Backups lie in the folder “{} backups” beside the log."
            ).format(log.stem),
            self,
            factor=CAPTION,
            muted=True,
        )
        self.hint.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        role = QDialogButtonBox.ButtonRole
        self.choose = self.buttons.addButton(self.tr("Choose a &file…"), role.ResetRole)
        self.choose.setAutoDefault(False)
        self.restore = QPushButton(self.tr("&Restore"), self)
        self.restore.setDefault(True)
        self.buttons.addButton(self.restore, role.ActionRole)
        self.choose.clicked.connect(self.ask_file)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.message)
        layout.addWidget(self.hint)
        layout.addWidget(self.buttons)
        fit(self, WIDTH, HEIGHT)
        self.table.selectionModel().currentRowChanged.connect(self._refresh)
        self.model.modelReset.connect(self._select_first)
        self.backups.start()
        self._select_first()
        (self.table if self.backups.backups else self.choose).setFocus()

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setAccessibleName(self.tr("Backups"))
        table.verticalHeader().hide()
        across = table.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        across.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)
        table.setWordWrap(False)
        return table

    @property
    def row(self) -> int:
        """The selected row; -1 for none."""
        return self.table.currentIndex().row()

    def _select_first(self) -> None:
        if self.backups.backups:
            self.table.selectRow(0)
        self._refresh()

    def _refresh(self) -> None:
        """Show the content of the selected backup, and whether it can be restored."""
        across = self.table.horizontalHeader()
        for column in range(STATE):
            needed = max(self.table.sizeHintForColumn(column), across.sectionSizeHint(column))
            self.table.setColumnWidth(column, needed + SPACE)
        holdings = self.backups.holdings[self.row] if self.row >= 0 else None
        self.restore.setEnabled(holdings is not None and holdings.is_sound)
        if self.row < 0:
            self.message.setText(
                self.tr(
                    "There is no backup yet. One is made by itself on each day the log changes."
                )
            )
            return
        backup = self.backups.backups[self.row]
        flaw = flaw_text(holdings)
        words = [backup.path.name, state_text(holdings) + (flaw and f" ({flaw})")]
        if holdings is not None and holdings.is_sound:
            words.insert(1, counts_text(holdings.sessions, holdings.sets))
        self.message.setText(" · ".join(words))

    def ask_file(self) -> None:
        """Ask for a file that is not listed."""
        dialog = file_dialog(self, self.tr("Choose a file"), self._log.parent)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, name: str) -> None:
        self._faults.attempt(lambda: self.model.choose(Path(name)))

    def _on_restore_clicked(self) -> None:
        path = self.backups.backups[self.row].path
        self.accept()
        self.restore_asked.emit(path)

    def done(self, result: int) -> None:
        """Close, and stop examining backups."""
        self.backups.stop()
        super().done(result)
