"""Leads from a damaged log to a usable one, with a window or without."""

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tracker import DamagedLogError, TrackerError
from tracker.app.language import error_text
from tracker.storage.backup import BackupKind
from tracker.storage.put_back import restore
from tracker.storage.salvage import Salvage, recover
from tracker.ui.files.damage_dialog import DamageDialog
from tracker.ui.widgets.file_dialog import file_dialog

Put = Callable[[], Path | None]


class Rescuer(QObject):
    """Shows one dialog at a time about a damaged log.

    Args:
        exchange: Closes a log, calls the function that puts another file in its place, and opens
            that; raises TrackerError if it could not be done.
        open_log: Shows another log; raises TrackerError if it cannot be opened.
        now: The clock, giving the current instant with the runner's offset.

    Signals:
        given_up: The dialog was closed, and the log is unchanged.
    """

    given_up = Signal()

    def __init__(
        self,
        exchange: Callable[[Path, Put], None],
        open_log: Callable[[Path], None],
        now: Callable[[], datetime.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exchange = exchange
        self._open_log = open_log
        self._now = now
        self.dialog: DamageDialog | None = None

    def offer(self, log: Path, window: QWidget | None) -> None:
        """Say that a log is damaged and what can be done, unless a dialog already says so."""
        if self.dialog is not None:
            return
        dialog = self.dialog = DamageDialog(log, window)
        dialog.restore_asked.connect(self._on_dialog_restore_asked)
        dialog.recover_asked.connect(self._on_dialog_recover_asked)
        dialog.other_asked.connect(self._on_dialog_other_asked)
        dialog.rejected.connect(self._on_dialog_rejected)
        dialog.open()

    def _on_dialog_restore_asked(self, backup: Path) -> None:
        assert self.dialog is not None
        log = self.dialog.log
        self._go_on(
            lambda: self._exchange(
                log, lambda: restore(log, backup, self._now(), BackupKind.DAMAGED)
            )
        )

    def _on_dialog_recover_asked(self, salvage: Salvage) -> None:
        assert self.dialog is not None
        log = self.dialog.log
        self._go_on(lambda: self._exchange(log, lambda: recover(log, salvage, self._now())))

    def _on_dialog_other_asked(self) -> None:
        assert self.dialog is not None
        files = file_dialog(self.dialog, self.tr("Open log"), self.dialog.log.parent)
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.fileSelected.connect(self._on_files_selected)
        files.open()

    def _on_files_selected(self, name: str) -> None:
        self._go_on(lambda: self._open_log(Path(name)))

    def _go_on(self, action: Callable[[], None]) -> None:
        """Do what was chosen; if that fails, let the runner choose again."""
        dialog, self.dialog = self.dialog, None
        assert dialog is not None
        # Its parent window may be closed, and the file that was chosen may be damaged as well.
        dialog.setParent(None, dialog.windowFlags())
        dialog.show()
        try:
            action()
        except DamagedLogError as error:
            dialog.done(0)
            self.offer(error.path, None)
        except TrackerError as error:
            self.dialog = dialog
            dialog.say(error_text(error))
        else:
            dialog.accept()

    def _on_dialog_rejected(self) -> None:
        if self.dialog is not None:
            self.dialog = None
            self.given_up.emit()
