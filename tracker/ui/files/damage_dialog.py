"""Ways to go on with a damaged log: restore a backup, recover what is readable, or open another."""

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker import TrackerError
from tracker.app.job import Job
from tracker.app.language import error_text, plural
from tracker.app.rescue import Rescue, rescuing
from tracker.app.theme import CAPTION, GAP, PAGE_MARGIN
from tracker.storage.salvage import Salvage
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.fitted import fit_height, fit_width
from tracker.words.backups import counts_text, days_text, moment_text

WIDTH = 520


class DamageDialog(QDialog):
    """Looks for ways to go on and lets the runner choose; changes nothing itself.

    Args:
        log: The damaged log.

    Signals:
        restore_asked: The path of the backup that is to replace the log.
        recover_asked: The Salvage that is to replace the log.
        other_asked: Another log is to be chosen.
    """

    restore_asked = Signal(Path)
    recover_asked = Signal(object)
    other_asked = Signal()

    def __init__(self, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.log = log
        self.rescue: Rescue | None = None
        self.setWindowTitle(self.tr("The log is damaged"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = self._paragraph(
            self.tr(
                "{} is no longer as it was written: a disk, a cable or another program has changed "
                "it. It is kept as it is, whatever you choose."
            ).format(str(log).replace(os.sep, f"{os.sep}\u200b"))  # lets a long path wrap
        )
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 1000)
        self.progress.setAccessibleName(self.tr("Looking for what is left"))
        self.restore = QPushButton(self.tr("&Restore the newest backup"), self)
        self.about_backup = self._caption()
        self.recover = QPushButton(self.tr("Re&cover what can be read"), self)
        self.about_salvage = self._caption()
        self.other = QPushButton(self.tr("&Open another log…"), self)
        self.message = self._paragraph("")
        self.message.hide()
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.recover.clicked.connect(self._on_recover_clicked)
        self.other.clicked.connect(self.other_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(4)
        title = Caption(self.windowTitle(), self, factor=1.25, bold=True)
        parts = (title, self.words, self.progress, self.restore, self.about_backup, self.recover)
        for part in (*parts, self.about_salvage, self.other, self.message, close):
            layout.addWidget(part)
            if part not in (self.restore, self.recover):
                layout.addSpacing(GAP)
        self._job = Job(rescuing(log), self, only_reads=True)
        self._job.progressed.connect(self._on_job_progressed)
        self._job.finished.connect(self._on_job_finished)
        self._job.failed.connect(self._on_job_failed)
        self._refresh()
        self._job.start()

    def _paragraph(self, text: str) -> QLabel:
        paragraph = QLabel(text, self)
        paragraph.setWordWrap(True)
        return paragraph

    def _caption(self) -> Caption:
        caption = Caption("", self, factor=CAPTION, muted=True)
        caption.setWordWrap(True)
        return caption

    def say(self, message: str) -> None:
        """Say what could not be done; another choice can then be made."""
        self.message.setText(message)
        self.message.show()
        fit_width(self, WIDTH)
        fit_height(self)

    def _refresh(self) -> None:
        backup = None if self.rescue is None else self.rescue.backup
        salvage = Salvage((), 0) if self.rescue is None else self.rescue.salvage
        self.restore.setEnabled(backup is not None)
        self.recover.setEnabled(bool(salvage.entries))
        looking = self.tr("Looking …")
        if self.rescue is None:
            self.about_backup.setText(looking)
            self.about_salvage.setText(looking)
        else:
            self.about_backup.setText(self._about_backup(self.rescue))
            self.about_salvage.setText(self._about_salvage(salvage))
        self.progress.setVisible(self.rescue is None)
        if backup is not None:
            self.restore.setText(
                self.tr("&Restore the backup of {}").format(moment_text(backup[0].made))
            )
        for button, is_first in (
            (self.restore, backup is not None),
            (self.recover, backup is None and bool(salvage.entries)),
            (self.other, backup is None and not salvage.entries),
        ):
            button.setDefault(is_first)
            if is_first:
                button.setFocus()
        fit_width(self, WIDTH)
        fit_height(self)

    def _about_backup(self, rescue: Rescue) -> str:
        if rescue.backup is None:
            return self.tr("There is no sound backup beside the log.")
        _, holdings = rescue.backup
        words = (counts_text(holdings.sessions, holdings.sets), days_text(holdings))
        return " · ".join(word for word in words if word)

    def _about_salvage(self, salvage: Salvage) -> str:
        if not salvage.entries:
            return self.tr("Nothing can be read any more.")
        words = counts_text(salvage.sessions, salvage.sets)
        if salvage.left_out:
            words = plural(
                "{}; %Ln (entry|entries) could be read, but not placed", None, salvage.left_out
            ).format(words)
        return words

    # The search, and the choice

    def _on_job_progressed(self, fraction: float) -> None:
        self.progress.setValue(round(fraction * 1000))

    def _on_job_finished(self, rescue: Rescue) -> None:
        self.rescue = rescue
        self._refresh()

    def _on_job_failed(self, error: Exception) -> None:
        if not isinstance(error, TrackerError):
            raise error
        self.progress.hide()
        self.say(error_text(error))

    def _on_restore_clicked(self) -> None:
        assert self.rescue is not None
        assert self.rescue.backup is not None  # the button is disabled without one
        self.restore_asked.emit(self.rescue.backup[0].path)

    def _on_recover_clicked(self) -> None:
        assert self.rescue is not None  # the button is disabled before
        self.recover_asked.emit(self.rescue.salvage)

    def done(self, result: int) -> None:
        """Close, and abandon a search that is still running."""
        self._job.leave()
        super().done(result)
