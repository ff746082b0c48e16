"""What the user sees when the log cannot be shown at the start: why, and what to do."""

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from tracker import LOG_SUFFIX
from tracker.app.theme import GAP, PAGE_MARGIN
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.file_dialog import file_dialog
from tracker.ui.widgets.fitted import fit_height, fit_width

WIDTH = 480


class StartDialog(QDialog):
    """Says why no log is shown, and offers choices; opens nothing itself.

    Signals:
        again_asked: The same log is to be tried again.
        log_asked: The path of another log, and whether to create it.
    """

    again_asked = Signal()
    log_asked = Signal(Path, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: Path | None = None
        self.setWindowTitle(self.tr("Soleus"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = Caption(self.tr("The log could not be opened"), self, factor=1.25, bold=True)
        self.words = QLabel(self)
        # It may contain a file name chosen by others.
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.again = QPushButton(self.tr("&Try again"), self)
        self.recent = QPushButton(self)
        self.other = QPushButton(self.tr("&Open another log…"), self)
        self.new = QPushButton(self.tr("&New log…"), self)
        self.quit = QPushButton(self.tr("&Quit"), self)
        self.again.clicked.connect(self.again_asked)
        self.recent.clicked.connect(self._on_recent_clicked)
        self.other.clicked.connect(self._on_other_clicked)
        self.new.clicked.connect(self._on_new_clicked)
        self.quit.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(self.words)
        layout.addSpacing(GAP)
        for button in (self.again, self.recent, self.other, self.new, self.quit):
            layout.addWidget(button)
        fit_width(self, WIDTH)

    def say(self, reason: str, before: Path | None = None) -> None:
        """Say why no log is shown.

        Args:
            reason: A sentence.
            before: The log opened before, if there is one to go back to.
        """
        self.words.setText(reason.replace(os.sep, f"{os.sep}\u200b"))  # lets a long path wrap
        self._before = before
        self.recent.setVisible(before is not None)
        if before is not None:
            name = before.stem.replace("&", "&&")  # else & would underline the next letter
            self.recent.setText(self.tr("Open “{}”, the log before").format(name))
            self.recent.setToolTip(str(before))
        self.again.setDefault(True)
        self.again.setFocus()
        fit_height(self)

    def _on_recent_clicked(self) -> None:
        assert self._before is not None  # the button is hidden without one
        self.log_asked.emit(self._before, False)

    def _on_other_clicked(self) -> None:
        files = self._files(self.tr("Open log"))
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.fileSelected.connect(lambda name: self.log_asked.emit(Path(name), False))
        files.open()

    def _on_new_clicked(self) -> None:
        files = self._files(self.tr("New log"))
        files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # A log is never overwritten: creating one over a file is refused with a message.
        files.setOption(QFileDialog.Option.DontConfirmOverwrite)
        files.fileSelected.connect(lambda name: self.log_asked.emit(Path(name), True))
        files.open()

    def _files(self, title: str) -> QFileDialog:
        files = file_dialog(self, title, None if self._before is None else self._before.parent)
        files.setNameFilter(self.tr("Soleus logs (*{})").format(LOG_SUFFIX))
        files.setDefaultSuffix(LOG_SUFFIX)
        return files
