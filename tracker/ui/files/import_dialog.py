"""Import: a file is recognised, questions are answered, and a preview comes in as one step."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.app.import_session import ImportSession
from tracker.app.language import plural
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.app.theme import CAPTION, GAP, PAGE_MARGIN
from tracker.exchange.importing.proposal import Summary
from tracker.ui.files.import_differences import FileDifferences
from tracker.ui.files.import_models import BecomesModel, LeftOutModel
from tracker.ui.files.import_names import Names
from tracker.ui.files.import_questions import OpenQuestions
from tracker.ui.files.import_words import UnknownWords
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.file_dialog import file_dialog
from tracker.ui.widgets.fitted import fit
from tracker.words.labels import date_text, number_text

LEFT_OUT, DIFFERS = 1, 2  # indexes of tabs
MOST_COLUMNS_NAMED: Final = 12
SIZE: Final = (820, 560)  # with the title bar, fits in the smallest window
_ROWS_MEASURED: Final = 50  # rows measured for the widths of columns


class ImportDialog(QDialog):
    """Imports a file of another program, or of ours, into the open log.

    Signals:
        imported: The file was imported.
    """

    imported = Signal()

    def __init__(
        self,
        logbook: Logbook,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._settings = settings
        self._faults = faults
        self.session = ImportSession(logbook, self)
        self.setWindowTitle(self.tr("Import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, *SIZE)
        self.file = Caption("", self, bold=True)
        self.file.setWordWrap(True)
        self.choose = QPushButton(self.tr("Choose a file…"), self)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self.ask_file)
        self.columns = QPushButton(self.tr("Choose &columns…"), self)
        self.columns.setAutoDefault(False)
        self.columns.setToolTip(self.tr("Say what each column of the file means"))
        self.columns.clicked.connect(lambda: faults.attempt(self.session.ask_columns))
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 1000)
        self.message = Caption("", self)
        self.message.setWordWrap(True)
        self.questions = OpenQuestions(self.session, settings.unit, self)
        self.words = UnknownWords(self.session, self)
        self.names = Names(self.session, self)
        self.counts = Caption("", self)
        self.counts.setWordWrap(True)
        self.becomes = BecomesModel(settings.unit, self)
        self.left_out = LeftOutModel(self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self._table(self.becomes, 4), self.tr("What comes in"))
        self.tabs.addTab(self._table(self.left_out, 2), self.tr("Left out"))
        self.differences = FileDifferences(self.session, settings.unit, self)
        self.tabs.addTab(self.differences, self.tr("Differs"))
        self.hint = Caption(
            self.tr(
                "Strong, Hevy, FitNotes, Liftosaur, LiftLog, Flexify, GymBook, FastNFitness, "
                "Fitbod, JEFIT, StrongLifts, Lyfta, Alpha Progression, Strava, Garmin, "
                "Intervals.icu, Apple Health, openScale, files of Soleus, text of dated sets, "
                "and any table or workbook whose columns you choose; archives (.zip, .gz) are "
                "opened. Nothing is changed before you press Import, and one undo takes it back."
            ),
            self,
            factor=CAPTION,
            muted=True,
        )
        self.hint.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.take_in = QPushButton(self.tr("Import"), self)
        self.take_in.setDefault(True)
        self.buttons.addButton(self.take_in, QDialogButtonBox.ButtonRole.AcceptRole)
        self.take_in.clicked.connect(self.import_file)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.session.changed.connect(self._refresh)
        self.session.progressed.connect(self._on_session_progressed)
        self._refresh()

    def _table(self, model: BecomesModel | LeftOutModel, wide: int) -> QTableView:
        table = QTableView(self)
        table.setObjectName("plain")
        table.setModel(model)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        across = table.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setResizeContentsPrecision(_ROWS_MEASURED)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        table.setAccessibleName(self.tr("Lines of the file"))
        return table

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.file, 1)
        top.addWidget(self.columns)
        top.addWidget(self.choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(self.hint)
        layout.addWidget(self.message)
        layout.addWidget(self.questions)
        layout.addWidget(self.words)
        layout.addWidget(self.names, 2)
        layout.addWidget(self.counts)
        layout.addWidget(self.tabs, 3)
        layout.addStretch()
        layout.addWidget(self.progress)
        layout.addWidget(self.buttons)

    # The file

    def ask_file(self) -> None:
        """Let the runner choose a file."""
        dialog = file_dialog(self, self.tr("File to import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_file(Path(name)))
        dialog.open()

    def open_file(self, path: Path) -> None:
        """Read a file, and show what it is."""
        self.questions.complaint.say("")
        self.session.open(path)

    def paste(self, text: str) -> None:
        """Read text that was copied elsewhere, and show what it is."""
        self.questions.complaint.say("")
        self.session.paste(text, self._settings.unit)

    # What is known

    def _refresh(self) -> None:
        session = self.session
        read, summary, is_working = session.read, session.summary, session.is_working
        has_file = session.path != Path()
        words = session.path.name if has_file else self.tr("No file chosen yet")
        if read is not None:
            name = f"{words}/{read.inside}" if read.inside else words
            words = self.tr("{}, read as {}: {}").format(
                name, read.format_name, self._lines(read.lines)
            )
        self.file.setText(words)
        self.choose.setText(self.tr("Choose another…") if has_file else self.tr("Choose a file…"))
        is_table = read is not None and bool(read.columns)
        self.columns.setVisible(is_table and session.head is None)
        self.hint.setVisible(not has_file)
        self.message.setText(session.error)
        self.message.setVisible(bool(session.error))
        self.progress.setVisible(is_working)
        self.questions.setVisible(has_file)
        self.questions.refresh()
        self.words.refresh()
        self.names.refresh()
        self.take_in.setEnabled(bool(session.change) and not is_working)
        if is_working and read is not None and not session.lacks_answer:
            return  # keep the old preview until the new one is known, and the focus where it is
        self.counts.setVisible(summary is not None or session.lacks_answer)
        self.counts.setText(
            self.tr("Answer the question above to see what would come in.")
            if summary is None
            else self._in_words(summary)
        )
        self.tabs.setVisible(summary is not None)
        self._faults.attempt(self._show_lines)
        asking = (self.questions, self.words, self.names, self.tabs)
        focus = self.focusWidget()
        if self.take_in.isEnabled() and not any(each.isAncestorOf(focus) for each in asking):
            self.take_in.setFocus()

    def _show_lines(self) -> None:
        session = self.session
        summary = session.summary
        is_asked = bool(session.change) or (summary is not None and bool(summary.differences))
        known = self._logbook.database.sessions() if is_asked else []
        self.becomes.show(session.change, summary, known)
        self.left_out.show(summary)
        if summary is not None:
            self.differences.refresh({each.id: each.date for each in known})
            self.tabs.setTabVisible(DIFFERS, bool(summary.differences))
            differing = number_text(len(summary.differences))
            self.tabs.setTabText(DIFFERS, self.tr("Differs ({})").format(differing))
            # Show the only tab that has anything to see.
            if summary.differences and not self.becomes.rowCount():
                self.tabs.setCurrentIndex(DIFFERS)
            elif self.left_out.rowCount() and not self.becomes.rowCount():
                self.tabs.setCurrentIndex(LEFT_OUT)
        left_out = number_text(self.left_out.rowCount())
        self.tabs.setTabText(LEFT_OUT, self.tr("Left out ({})").format(left_out))

    def _in_words(self, summary: Summary) -> str:
        removed = len(summary.joined.removed)
        counts = {
            plural("%Ln (set|sets)", None, summary.sets): summary.sets,
            plural("%Ln new (session|sessions)", None, summary.sessions): summary.sessions,
            plural(
                "more about %Ln (session|sessions)", None, summary.sessions_completed
            ): summary.sessions_completed,
            plural("%Ln (bodyweight|bodyweights)", None, summary.weighings): summary.weighings,
            plural("%Ln (run|runs)", None, summary.runs): summary.runs,
            plural("%Ln heel-raise (test|tests)", None, summary.tests): summary.tests,
            plural("%Ln (symptom|symptoms)", None, summary.symptoms): summary.symptoms,
            plural("%Ln (event|events)", None, summary.events): summary.events,
            plural("%Ln (goal|goals)", None, summary.goals): summary.goals,
            plural(
                "%Ln (measurement|measurements)", None, summary.measurements
            ): summary.measurements,
            plural(
                "%Ln (entry removed, as it was|entries removed, as they were) deleted there",
                None,
                removed,
            ): removed,
        }
        parts = [words for words, number in counts.items() if number]
        if not self.session.change:
            is_known = bool(summary.lines_already_there or summary.differences)
            told = self.tr("Nothing new.") if is_known else self.tr("Nothing to take in.")
        elif summary.first is not None and summary.first == summary.last:
            told = self.tr("{}, {}.").format(", ".join(parts), date_text(summary.first))
        elif summary.first is None or summary.last is None:
            told = ", ".join(parts) or self.tr("Entries that are new here.")
        else:
            told = self.tr("{}, {} to {}.").format(
                ", ".join(parts), date_text(summary.first), date_text(summary.last)
            )
        if summary.joined.left_deleted:
            left = number_text(summary.joined.left_deleted)
            told += " " + self.tr("Deleted here, and left out: {}.").format(left)
        if summary.lines_already_there:
            there = self._lines(summary.lines_already_there)
            told += " " + self.tr("Already there: {}.").format(there)
        kept = sum(not each.is_taken for each in summary.differences)
        if kept:
            told += " " + plural(
                "%Ln (entry differs here, and stays as it is|"
                "entries differ here, and stay as they are).",
                None,
                kept,
            )
        others = sum(found.lines for found in summary.names_left_out)
        if others:
            told += " " + plural(
                "%Ln (line is of another exercise|lines are of other exercises).", None, others
            )
        for text, value in summary.decimals_guessed:
            told += " " + self.tr("“{}” was read as {}.").format(text, number_text(value, 3))
        not_read = summary.columns_not_read
        if not_read:
            named = ", ".join(not_read[:MOST_COLUMNS_NAMED])
            further = len(not_read) - MOST_COLUMNS_NAMED
            if further > 0:
                named = self.tr("{} and {} more").format(named, number_text(further))
            told += " " + self.tr("Columns not read: {}.").format(named)
        return told

    def _lines(self, count: int) -> str:
        return plural("%Ln (line|lines)", None, count)

    def _on_session_progressed(self, fraction: float) -> None:
        self.progress.setValue(round(fraction * 1000))

    # The end

    def import_file(self) -> None:
        """Import what is shown, as one step, with a note that it is being saved."""
        self.counts.setText(self.tr("Saving…"))
        self.counts.repaint()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            is_done = self._faults.attempt(self.session.apply)
        finally:
            QApplication.restoreOverrideCursor()
        if not is_done:
            self._refresh()
            return
        self.imported.emit()
        self.accept()

    def done(self, result: int) -> None:
        """Close, and first stop reading the file."""
        self.session.cancel()
        super().done(result)
