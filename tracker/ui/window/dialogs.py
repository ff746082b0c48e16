"""Every dialog that the menus open, and the message boxes."""

import datetime
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker import LOG_SUFFIX, TrackerError
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.file_dialog import file_dialog

# Dialogs are imported when they are asked for, because they would slow the start. So are the
# classes of ``QtWidgets``, which PySide creates the first time they are named.
if TYPE_CHECKING:
    from tracker.storage.strangers import Strangers
    from tracker.ui.files.export_dialog import ExportDialog
    from tracker.ui.files.import_dialog import ImportDialog
    from tracker.ui.files.report_dialog import ReportDialog
    from tracker.ui.files.sheet_dialog import SheetDialog
    from tracker.ui.window.preferences_dialog import PreferencesDialog

MOST_NAMED = 6  # unsaved items listed in one question


class Dialogs(QObject):
    """Opens dialogs over a window, on its log.

    Args:
        window: The window they open over.
        logbook: The open log.
        settings: What is remembered between runs.
        faults: Where faults outside the program are told.
        today: Returns the current day.

    Signals:
        log_asked: The path of another log to open, and whether to create it.
        log_folder_asked: The folder of the open log is to be shown.
        program_log_asked: The folder of the program's own log file is to be shown.
        restore_asked: The file that is to replace the log.
        backup_asked: The path of a backup to make.
        demo_asked: The made-up year is to be shown, in its own window.
        imported: A file was imported into the log.
    """

    log_asked = Signal(Path, bool)
    log_folder_asked = Signal()
    program_log_asked = Signal()
    restore_asked = Signal(Path)
    backup_asked = Signal(Path)
    demo_asked = Signal()
    imported = Signal()

    def __init__(
        self,
        window: QWidget,
        logbook: Logbook,
        settings: Settings,
        faults: Faults,
        today: Callable[[], datetime.date],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._logbook = logbook
        self._settings = settings
        self._faults = faults
        self._today = today

    def ask_new_log(self) -> None:
        """Ask where to create a new log."""
        self._ask_for_file(to_make=True)

    def ask_open_log(self) -> None:
        """Ask which log to open."""
        self._ask_for_file(to_make=False)

    def _ask_for_file(self, *, to_make: bool) -> None:
        dialog = self._file_dialog(self.tr("New log") if to_make else self.tr("Open log"))
        if to_make:
            dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
            # A log is never overwritten: creating one over a file is refused with a message.
            dialog.setOption(dialog.Option.DontConfirmOverwrite)
        else:
            dialog.setFileMode(dialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.log_asked.emit(Path(name), to_make))
        dialog.open()

    def _file_dialog(self, title: str) -> "QtWidgets.QFileDialog":
        log = self._logbook.database.path
        dialog = file_dialog(self._window, title, None if log is None else log.parent)
        dialog.setNameFilter(self.tr("Soleus logs (*{})").format(LOG_SUFFIX))
        dialog.setDefaultSuffix(LOG_SUFFIX)
        return dialog

    def import_file(self, path: Path | None = None) -> "ImportDialog":
        """Open the import dialog, with a file if one is given."""
        parts = (self._logbook, self._settings, self._faults, self._window)
        dialog: ImportDialog = self.exchange_parts().ImportDialog(*parts)
        dialog.imported.connect(self.imported)
        dialog.open()
        if path is not None:
            dialog.open_file(path)
        return dialog

    def import_text(self, text: str) -> "ImportDialog":
        """Open the import dialog with copied text."""
        dialog = self.import_file()
        dialog.paste(text)
        return dialog

    def export_log(self) -> None:
        """Open the export dialog."""
        self._open(self.exchange_parts().ExportDialog)

    @staticmethod
    def exchange_parts() -> ModuleType:
        """Import and return the module of the import and export dialogs."""
        from tracker.ui.files import exchange_parts

        return exchange_parts

    def open_report(self) -> None:
        """Open the report for the physio."""
        self._open(self._about_pages().ReportDialog)

    def print_sheet(self) -> None:
        """Show the sheet of today's session, to be printed or saved."""
        self._open(self._about_pages().SheetDialog)

    @staticmethod
    def _about_pages() -> ModuleType:
        from tracker.ui.files import page_dialogs

        return page_dialogs

    def back_up(self) -> None:
        """Ask where to save a copy of the log."""
        log = self._logbook.database.path
        dialog = self._file_dialog(self.tr("Back up"))
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        name = self.tr("training") if log is None else log.stem
        dialog.selectFile(f"{name} {self._today()}{LOG_SUFFIX}")
        dialog.fileSelected.connect(lambda path: self.backup_asked.emit(Path(path)))
        dialog.open()

    def tell_copy(self, path: Path) -> None:
        """Say that a copy of the log was made, and where."""
        self._faults.done.emit(self.tr("Backed up to {}.").format(path.name))

    def open_restore(self) -> None:
        """Show the backups, so that one can replace the log."""
        self._faults.attempt(self._open_restore)

    def _open_restore(self) -> None:
        from tracker.ui.files.restore_dialog import RestoreDialog

        log = self._logbook.database.path
        if log is None:
            raise TrackerError(
                self.tr(
                    "This log is in memory alone: there is no file to put a backup in place of."
                )
            )
        dialog = RestoreDialog(log, self._faults, self._window)
        dialog.restore_asked.connect(self.restore_asked)
        dialog.open()

    def tell_strangers(self, strangers: "Strangers") -> None:
        """Say that a log can only be read, because of what another program added to its schema."""
        if strangers.triggers:
            words = self.tr(
                "This log can only be read: another program put a trigger into it ({}), which "
                "would change what you enter. Soleus does not run it. “soleus recover” makes a log "
                "without it."
            )
        else:
            words = self.tr(
                "This log can only be read: another program gave its tables other rules ({}), "
                "which could refuse what you enter or delete something with it. “soleus recover” "
                "makes a log with those of Soleus."
            )
        self.show_message(words.format(strangers.names))

    def tell_exchange(self, aside: Path | None) -> None:
        """Say that the log was replaced, and where the previous file is kept."""
        if aside is None:
            self._faults.done.emit(self.tr("The log was put back."))
        else:
            self._faults.done.emit(
                self.tr(
                    "The log was put back. As it was until now it is kept as “{}”; File ▸ Restore… "
                    "lists it."
                ).format(aside.name)
            )

    def open_preferences(self) -> None:
        """Open the preferences."""
        from tracker.ui.window.preferences_dialog import PreferencesDialog

        self._open(PreferencesDialog)

    def _open(
        self, kind: "type[ExportDialog | ReportDialog | SheetDialog | PreferencesDialog]"
    ) -> None:
        """Open a dialog that reads the log at once."""
        parts = (self._logbook, self._settings, self._faults, self._today, self._window)
        self._faults.attempt(lambda: kind(*parts).open())

    def open_manual(self) -> None:
        """Show the manual."""
        self._help().ManualDialog(self._window).open()

    def show_figures_help(self, *, about_search: bool = False) -> None:
        """Explain how the figures are calculated, or how to search the history."""
        texts = self._help()
        dialog = texts.HelpDialog(
            self.tr("How the figures are made"), texts.method_text(), self._window
        )
        dialog.open()
        if about_search:
            dialog.show_section(texts.SEARCH)

    def open_shortcuts_help(self) -> None:
        """List the keyboard shortcuts."""
        texts = self._help()
        texts.HelpDialog(self.tr("Shortcuts"), texts.shortcuts_text(), self._window).open()

    def open_about(self) -> None:
        """Show what this program is."""
        texts = self._help()
        text = texts.about_text(self._logbook.database.path)
        dialog = texts.HelpDialog(self.tr("About Soleus"), text, self._window)
        dialog.add_button(self.tr("Show &program log")).clicked.connect(self.program_log_asked)
        dialog.open()

    @staticmethod
    def _help() -> ModuleType:
        from tracker.ui.window import help_dialog

        return help_dialog

    def open_demo(self) -> None:
        """Ask for the made-up year to be shown, in its own window."""
        self.demo_asked.emit()

    def ask_log_folder(self) -> None:
        """Ask for the folder of the open log to be shown."""
        self.log_folder_asked.emit()

    def show_message(self, message: str) -> None:
        """Show a fault outside the program."""
        box = self._message_box()
        box.setText(message)
        box.open()

    def ask_about_unsaved(self, unsaved: list[str]) -> "QtWidgets.QMessageBox":
        """Ask whether to close with unsaved input: accepted to close, rejected to keep editing.

        Args:
            unsaved: One sentence per item: what it is, and why it was not saved.
        """
        box = self._message_box()
        shown, more = unsaved[:MOST_NAMED], len(unsaved) - MOST_NAMED
        lines = [self.tr("Not saved:"), *(f"• {each}" for each in shown)]
        if more > 0:
            lines.append(self.tr("and {} more").format(more))
        box.setText("\n".join(lines))
        keep = box.addButton(self.tr("Keep editing"), QtWidgets.QMessageBox.ButtonRole.RejectRole)
        box.addButton(self.tr("Close anyway"), QtWidgets.QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.open()
        return box

    def _message_box(self) -> "QtWidgets.QMessageBox":
        """Make a message box without the desktop's icon, like all our dialogs."""
        box = QtWidgets.QMessageBox(self._window)
        box.setWindowTitle(self.tr("Soleus"))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box
