"""The running program: one window at a time on one log, and what it does when a log fails it."""

import datetime
import gc
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from tracker import (
    DONE,
    FAULT_OF_THE_WORLD,
    PLAN_SUFFIX,
    DamagedLogError,
    TrackerError,
    __version__,
)
from tracker.app.crashes import Crash, Crashes
from tracker.app.current_session import CurrentSession
from tracker.app.fault_report import fault_text
from tracker.app.garbage import GarbageCollector
from tracker.app.language import error_text, speak
from tracker.app.language import tr as _tr
from tracker.app.logbook import Logbook
from tracker.app.one_window import TOKEN, OneWindow, ShownElsewhereError
from tracker.app.program_log import ProgramLog
from tracker.app.resources import DESKTOP_ID, desktop_file
from tracker.app.settings import Settings, SettingsFile
from tracker.disk import disk_in_words
from tracker.storage.database import Database
from tracker.storage.put_back import restore
from tracker.ui.window.command_keys import CommandKeys
from tracker.ui.window.enter_key import EnterKey
from tracker.ui.window.look import STYLE, Look
from tracker.ui.window.main_window import MainWindow

if TYPE_CHECKING:  # what only a fault opens
    from tracker.ui.files.rescuer import Rescuer
    from tracker.ui.window.crash_dialog import CrashDialog
    from tracker.ui.window.start_dialog import StartDialog

# Classes that a start may not need are named in full below: PySide creates a Qt class the first
# time it is named.

IS_MAC: Final[bool] = sys.platform == "darwin"
QUIET_MS = 1000  # delay after the start until what is needed only later is prepared


def now() -> datetime.datetime:
    """Return the present instant in whole seconds, with the local offset."""
    return datetime.datetime.now().astimezone().replace(microsecond=0)


def default_log() -> Path:
    """Return the log opened at the first start: in the platform's folder for user data."""
    folder = QtCore.QStandardPaths.StandardLocation.GenericDataLocation
    return _platform_folder(folder) / "Soleus" / "training.soleus"


def demo_title() -> str:
    """Return the title of the made-up log."""
    return _tr("Made-up year (demo, nothing is kept)")


def no_folder_shown(folder: Path) -> str:
    """Say that no program can show folders, and which folder was meant."""
    return _tr("No program shows folders here. The folder is {}.").format(folder)


def program_log_folder() -> Path:
    """Return the folder of the program's own log, in the platform's folder for such files."""
    folder = QtCore.QStandardPaths.StandardLocation.GenericStateLocation
    return _platform_folder(folder) / "Soleus" / "log"


def own_command(*arguments: str) -> list[str]:
    """Return the command that starts another copy of this program.

    Args:
        arguments: Its command-line arguments.
    """
    is_bundle = getattr(sys, "frozen", False)
    return [sys.executable, *(() if is_bundle else ("-m", "tracker")), *arguments]


def _platform_folder(location: "QtCore.QStandardPaths.StandardLocation") -> Path:
    return Path(QtCore.QStandardPaths.writableLocation(location))


class MissingLogError(TrackerError):
    """The log opened last is missing.

    Args:
        path: Where it was.
        other: An earlier log that still exists; None if there is none.
    """

    def __init__(self, path: Path, other: Path | None) -> None:
        super().__init__(
            _tr(
                "{} is not there. If it lies on a disk that is not connected, connect it and try "
                "again."
            ).format(path)
        )
        self.other = other


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a failing disk, or an invalid name
        return False


class Program:
    """The running program: one window at a time on one log.

    Args:
        application: Qt's application.
        settings: What is remembered between runs.
        program_log: The program's own log.
        one_window: Prevents a log from being shown twice; None allows that.
    """

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        program_log: ProgramLog,
        one_window: OneWindow | None = None,
    ) -> None:
        self._application = application
        self._settings = settings
        self._program_log = program_log
        self._one_window = one_window
        if one_window is not None:
            one_window.asked.connect(self._on_one_window_asked)
        self._look = Look(application, settings, application)
        EnterKey(application)
        CommandKeys(application)
        self._crash_dialog: CrashDialog | None = None
        self._rescuer: Rescuer | None = None
        self._start_dialog: StartDialog | None = None
        self.window: MainWindow | None = None

    def show(self, database: Database, title: str) -> None:
        """Show a log in a new window, and close the previous window."""
        logbook = Logbook(database)
        current = CurrentSession(logbook, self._settings, now, logbook)
        window = MainWindow(logbook, current, self._settings, title)
        logbook.setParent(window)
        window.dialogs.log_asked.connect(self._on_dialogs_log_asked)
        window.dialogs.log_folder_asked.connect(self._on_dialogs_log_folder_asked)
        window.dialogs.program_log_asked.connect(self._show_program_log)
        window.dialogs.demo_asked.connect(self._on_dialogs_demo_asked)
        window.faults.caught.connect(self._on_faults_caught)
        window.dialogs.restore_asked.connect(self._on_dialogs_restore_asked)
        window.damage_found.connect(self.offer_rescue)
        before, self.window = self.window, window
        window.show()
        # Where a display asks for the window at once, it would be painted before it is laid out,
        # and then again.
        for late in (QtCore.QEvent.Type.LayoutRequest, QtCore.QEvent.Type.UpdateLater):
            QtCore.QCoreApplication.sendPostedEvents(None, late.value)
        self._program_log.note("a log is shown")
        if before is not None:
            before.close_anyway()  # the user was asked before, if possible
            before.logbook.database.close()
            before.deleteLater()

    def show_file(self, path: Path, *, create: bool) -> None:
        """Show the log of a file.

        Raises:
            ShownElsewhereError: If another window of this user shows it already.
            TrackerError: If it cannot be opened or created.
        """
        database = Database.create(path) if create else Database.open(path)
        try:
            if self._one_window is not None:
                self._one_window.take(path)
            self._settings.remember_log(path)
            self.show(database, path.stem)
        except BaseException:
            database.close()
            raise
        if database.strangers:
            assert self.window is not None  # just shown
            self.window.dialogs.tell_strangers(database.strangers)

    def show_given(self, path: Path) -> None:
        """Show what the command line or the desktop names: a log, or a plan that somebody sent.

        Raises:
            ShownElsewhereError: If another window of this user shows it already, now in front.
            TrackerError: If the log cannot be opened or made.
        """
        if not _is_plan(path):
            self.show_file(path, create=not path.exists())
            return
        if self._one_window is not None:
            self._one_window.plan = path
        self.show_last()
        self._show_plan(path)

    def _show_plan(self, path: Path) -> None:
        assert self.window is not None  # a log is shown
        self.window.plan_commands.open_plan_file(path)

    def show_demo(self) -> None:
        """Show a made-up year of training, in memory."""
        from tracker.app.demo_log import spoken_year

        database = Database.in_memory()
        database.apply(spoken_year(now().date()))
        self.show(database, demo_title())

    def show_last(self) -> None:
        """Show the log opened last; at the first start the default one, created if missing.

        Raises:
            MissingLogError: If it is missing.
            TrackerError: If it cannot be opened or created.
        """
        recent = self._settings.recent_logs
        if recent:
            if not _is_there(recent[0]):
                raise MissingLogError(recent[0], next(filter(_is_there, recent[1:]), None))
            self.show_file(recent[0], create=False)
            return
        path = default_log()
        with disk_in_words(path.parent, "made"):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        is_new = not path.exists()
        try:
            self.show_file(path, create=is_new)
        except TrackerError:
            if not (is_new and path.exists()):
                raise
            self.show_file(path, create=False)  # another start has created it meanwhile

    def begin(
        self,
        start: Callable[[], None],
        complain: Callable[[str], None],
        *,
        is_answered: bool = False,
    ) -> None:
        """Show a first log; if that fails, a window says why and offers others.

        Args:
            start: Shows the log.
            complain: Writes an error to the terminal, if there is one.
            is_answered: Whether that is enough, so that the program ends.
        """
        try:
            start()
        except ShownElsewhereError:
            self._application.exit(DONE)  # the window that shows it is in front now
        except TrackerError as error:
            self._program_log.note(fault_text(error), logging.WARNING)
            complain(str(error))
            if isinstance(error, DamagedLogError):
                self.offer_rescue(error.path)
            elif is_answered:
                self._application.exit(FAULT_OF_THE_WORLD)
            else:
                self._tell_start_fault(error, start, complain)
        else:
            if self._start_dialog is not None:
                self._start_dialog.accept()

    def _tell_start_fault(
        self, error: TrackerError, start: Callable[[], None], complain: Callable[[str], None]
    ) -> None:
        def show_chosen(path: Path, to_make: bool) -> None:
            self.begin(lambda: self.show_file(path, create=to_make), complain)

        if self._start_dialog is None:
            dialog = self._start_dialog = _fault_windows().StartDialog()
            dialog.again_asked.connect(lambda: self.begin(start, complain))
            dialog.log_asked.connect(show_chosen)
            dialog.rejected.connect(lambda: self._application.exit(FAULT_OF_THE_WORLD))
            dialog.finished.connect(self._on_start_dialog_finished)
        self._start_dialog.say(error_text(error), getattr(error, "other", None))
        self._start_dialog.open()

    def _on_start_dialog_finished(self) -> None:
        self._start_dialog = None

    def exchange(self, log: Path, put: Callable[[], Path | None]) -> None:
        """Replace a log by another file, and show that.

        Args:
            log: The log; a window that shows it closes it first.
            put: Replaces the file, and returns where the previous one is kept; None if there was
                none.

        Raises:
            TrackerError: If it could not be done; the log is then unchanged.
        """
        window = self.window
        is_shown = window is not None and window.logbook.database.path == log
        if window is not None and is_shown:
            window.backups.stop()
            window.logbook.database.close()
        try:
            aside = put()
        except TrackerError:
            if window is not None and is_shown:
                self._show_again(window, log)
            raise
        self.show_file(log, create=False)
        assert self.window is not None  # just shown
        self.window.dialogs.tell_exchange(aside)

    def _show_again(self, window: MainWindow, log: Path) -> None:
        """Show a log again after its window had closed it, if possible."""
        try:
            self.show_file(log, create=False)
        except TrackerError:  # the first error is the one told
            self.window = None
            window.close_anyway()
            window.deleteLater()

    def offer_rescue(self, log: Path) -> None:
        """Offer ways to go on with a damaged log."""
        if self._rescuer is None:
            self._rescuer = _fault_windows().Rescuer(
                self.exchange, self._open_log, now, self._application
            )
            self._rescuer.given_up.connect(self._on_rescuer_given_up)
        self._rescuer.offer(log, self.window)

    def _open_log(self, path: Path) -> None:
        self.show_file(path, create=False)

    def get_ready(self) -> None:
        """Prepare what the start did not need, so that the first set or fault need not wait."""
        self._program_log.begin()
        # On a slow machine the program may already be ending, with its log closed.
        if self.window is not None and not self.window.isVisible():
            return
        if self._one_window is not None:
            self._one_window.listen()
        if self.window is not None:
            self.window.get_ready()

    def show_asked(self, path: Path) -> None:
        """Show a log or a plan that the desktop hands over while the program runs."""
        if self.window is None:
            self.begin(lambda: self.show_given(path), lambda _words: None)
        elif _is_plan(path):
            self._show_plan(path)
        else:
            self._on_dialogs_log_asked(path, False)

    def heed(self, crashes: "Crashes") -> None:
        """From now on, tell of exceptions that nobody caught."""
        crashes.happened.connect(self._on_crashes_happened)
        crashes.told.connect(self._on_crashes_told)
        crashes.damaged.connect(self._on_crashes_damaged)

    def close(self) -> None:
        """Close the window and the log, whatever else fails, and exit."""
        if self.window is not None:
            self.window.close_anyway()
        self.let_go()
        self._application.exit(DONE)

    def let_go(self) -> None:
        """Close the log."""
        if self.window is not None:
            self.window.logbook.database.close()

    def _on_one_window_asked(self, token: str, plan: Path | None) -> None:
        """Come to the front, with the desktop's permission and the plan given to another start."""
        if self.window is None:
            return
        os.environ[TOKEN] = token  # where Qt looks for it to activate a window
        self.window.setWindowState(
            self.window.windowState() & ~QtCore.Qt.WindowState.WindowMinimized
        )
        self.window.raise_()
        self.window.activateWindow()
        if plan is not None:
            self._show_plan(plan)

    def _on_crashes_happened(self, crash: "Crash") -> None:
        if self._crash_dialog is not None:
            self._crash_dialog.add(crash)
            return
        dialog = self._crash_dialog = _fault_windows().CrashDialog(crash, self.window)
        dialog.finished.connect(self._on_crash_dialog_finished)
        dialog.close_asked.connect(self.close)
        dialog.folder_asked.connect(self._show_program_log)
        dialog.open()

    def _on_crash_dialog_finished(self) -> None:
        self._crash_dialog = None
        if self.window is None and self._start_dialog is None:  # it happened during the start
            self._application.exit(FAULT_OF_THE_WORLD)

    def _on_crashes_told(self, message: str) -> None:
        if self.window is not None:
            self.window.dialogs.show_message(message)

    def _on_crashes_damaged(self, error: DamagedLogError) -> None:
        self.offer_rescue(error.path)

    def _on_rescuer_given_up(self) -> None:
        if self.window is None and self._start_dialog is None:  # there is nothing else to show
            self._application.exit(FAULT_OF_THE_WORLD)

    def _on_faults_caught(self, error: TrackerError) -> None:
        self._program_log.note(fault_text(error), logging.WARNING)

    def _on_dialogs_log_folder_asked(self) -> None:
        assert self.window is not None
        self.window.faults.attempt(self._open_log_folder)

    def _open_log_folder(self) -> None:
        assert self.window is not None
        log = self.window.logbook.database.path
        if log is None:
            raise TrackerError(_tr("This log is in memory alone: it lies in no folder."))
        _open_folder(log.absolute().parent)

    def _show_program_log(self) -> None:
        if self.window is None:  # a bug came up during the start
            self._open_program_log()
        else:
            self.window.faults.attempt(self._open_program_log)

    def _open_program_log(self) -> None:
        self._program_log.begin()
        _open_folder(self._program_log.made_folder())

    def _on_dialogs_demo_asked(self) -> None:
        assert self.window is not None
        self.window.faults.attempt(self._start_demo)

    @staticmethod
    def _start_demo() -> None:
        # A separate process, so that nothing tried out there can reach the log shown here.
        command, *arguments = own_command("--demo")
        is_started, _ = QtCore.QProcess.startDetached(command, arguments, "")
        if not is_started:
            raise TrackerError(_tr("The window with the made-up year could not be opened."))

    def _on_dialogs_restore_asked(self, backup: Path) -> None:
        assert self.window is not None
        log = self.window.logbook.database.path
        assert log is not None  # a log in memory has no backups to choose from

        def put_back() -> Path | None:
            return restore(log, backup, now())

        faults = self.window.faults
        self.window.leave_log(lambda: faults.attempt(lambda: self.exchange(log, put_back)))

    def _on_dialogs_log_asked(self, path: Path, to_make: bool) -> None:
        assert self.window is not None
        faults = self.window.faults
        self.window.leave_log(lambda: faults.attempt(lambda: self.show_file(path, create=to_make)))


def _is_plan(path: Path) -> bool:
    return path.suffix.lower() == PLAN_SUFFIX


def _open_folder(folder: Path) -> None:
    if not QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(folder))):
        raise TrackerError(no_folder_shown(folder))


def _fault_windows() -> ModuleType:
    from tracker.ui.window import fault_windows

    return fault_windows


def show_window(
    given: Path | None, complain: Callable[[str], None], *, is_demo: bool, is_answered: bool
) -> int:
    """Show a log in a window until it is closed.

    Args:
        given: The log, created if missing, or a plan to show on the log opened last; None for the
            log opened last.
        complain: Writes an error to the terminal, if there is one.
        is_demo: Whether to show a made-up year instead.
        is_answered: Whether errors at the start are read in the terminal; otherwise a window shows
            them.

    Returns:
        The exit code: 0 done, 1 a fault outside the program.
    """
    QApplication.setApplicationName("Soleus")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName(DESKTOP_ID)
    words = [*sys.argv[:1], *STYLE]
    application = (
        _mac_application(words, lambda document: program.show_asked(document))
        if IS_MAC
        else QApplication(words)
    )
    application.setWindowIcon(QIcon(str(desktop_file(f"{DESKTOP_ID}.svg"))))
    store = SettingsFile(application)
    program_log = ProgramLog(program_log_folder)
    settings = Settings(store, application)
    speak(settings.language, application)
    # Beside the settings, whose folder is known: asking Qt for another would take long.
    one_window = OneWindow(Path(store.fileName()).with_name("windows"), application)
    program = Program(application, settings, program_log, one_window)

    def start() -> None:
        if is_demo:
            program.show_demo()
        elif given is not None:
            program.show_given(given)
        else:
            program.show_last()

    crashes = Crashes(program_log, now, application)
    crashes.install()
    program.heed(crashes)

    def begin() -> None:
        program.begin(start, complain, is_answered=is_answered)
        gc.freeze()

    # Inside the event loop, where a bug is reported like any later one.
    QTimer.singleShot(0, application, begin)
    QTimer.singleShot(QUIET_MS, application, program.get_ready)
    QTimer.singleShot(QUIET_MS, store, store.get_ready)
    GarbageCollector(application)
    code = application.exec()
    program.let_go()
    one_window.let_go()
    store.sync()
    program_log.note("ended")
    program_log.close()
    return code


def _mac_application(words: list[str], show: Callable[[Path], None]) -> QApplication:
    """Make an application that macOS can hand double-clicked documents, by an event."""
    from tracker.ui.window.document_application import DocumentApplication

    application = DocumentApplication(words)
    application.document_handed_over.connect(show)
    return application
