"""Pictures of every page and dialog: ``python -m tests.screenshots DIR``.

Light and dark, at 900×600, 1366×768 and 2560×1440, for an empty log, three sessions, and ten years;
some of them alone by ``--logs``, ``--themes`` and ``--sizes``, in larger letters by ``--points``.
The README's pictures are made here: ``python -m tests.screenshots resources/pictures --readme``.
With ``--language de`` all of it is in German.

On an X display the screen itself is captured, because icons, bars and sizes there differ from what
a window draws by itself; without a display the windows draw themselves.
"""

import argparse
import datetime
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.screen import PLATFORM

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", PLATFORM)

from PySide6.QtCore import QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from tracker.app.crashes import Crash
from tracker.app.current_session import CurrentSession
from tracker.app.export_choice import Form
from tracker.app.language import Language, speak
from tracker.app.logbook import Logbook
from tracker.app.plan_templates import templates
from tracker.app.preferences import Theme
from tracker.app.settings import Settings
from tracker.domain.change import Change, Edit
from tracker.domain.demo.year import made_up_log
from tracker.domain.exercise import Exercise
from tracker.domain.plan import Begins
from tracker.domain.run import Run
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Symptom
from tracker.exchange.exporting.zipping import README
from tracker.exchange.tables.sets import SETS
from tracker.storage.backup import BackupKind, folder_of, name_of_copy
from tracker.storage.database import Database
from tracker.ui.checkups.heel_raise_dialog import HeelRaiseDialog
from tracker.ui.files.damage_dialog import DamageDialog
from tracker.ui.files.export_dialog import PREVIEWS, ExportDialog
from tracker.ui.files.export_fields import FORMS
from tracker.ui.files.import_dialog import ImportDialog
from tracker.ui.files.restore_dialog import RestoreDialog
from tracker.ui.history.page import HistoryPage
from tracker.ui.plan.begin_dialog import BeginPhaseDialog
from tracker.ui.plan.editor import PlanEditor
from tracker.ui.plan.page import PlanPage
from tracker.ui.plan.send_dialog import SendDialog
from tracker.ui.plan.take_dialog import TakePlanDialog
from tracker.ui.progress.page import ProgressPage
from tracker.ui.window.crash_dialog import CrashDialog
from tracker.ui.window.look import STYLE, Look
from tracker.ui.window.main_window import MainWindow
from tracker.ui.window.start_dialog import StartDialog

NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
SIZES = {
    f"{width}x{height}": QSize(width, height)
    for width, height in ((900, 600), (1366, 768), (2560, 1440))
}
README_SIZE = QSize(1280, 800)
THEMES = (Theme.LIGHT, Theme.DARK)


def three_sessions() -> Change:
    """Return the last three sessions of the made-up year."""
    change = made_up_log(NOW.date())
    sessions = sorted((after for _, after in change.of(Session) if after), key=lambda s: s.date)
    kept = {session.id for session in sessions[-3:]}

    def stays(edit: Edit) -> bool:
        entry = edit.entry
        if isinstance(entry, LoggedSet | Symptom) and entry.session_id is not None:
            return entry.session_id in kept
        if isinstance(entry, Run):
            return entry.date >= sessions[-3].date
        return not isinstance(entry, Session) or entry.id in kept

    return Change(tuple(edit for edit in change.edits if stays(edit)))


LOGS: dict[str, Callable[[], Change]] = {
    "empty": Change,
    "three-sessions": three_sessions,
    "ten-years": lambda: made_up_log(NOW.date(), years=10),
}


def dialogs(window: MainWindow, log: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Name every dialog and how it is opened; those about files get a log with backups."""
    yield "export", window.dialogs.export_log
    yield "export-zip", lambda: export_as(window, Form.ARCHIVE, README)
    yield "export-json", lambda: export_as(window, Form.JSON, SETS.name)
    yield "report", window.dialogs.open_report
    yield "preferences", window.dialogs.open_preferences
    yield "symptoms", window.note_symptoms
    yield "measurements", window.take_measurements
    yield "goals", window.open_goals
    yield "events", window.open_events
    yield "help-figures", window.open_figures_help
    yield "help-shortcuts", window.dialogs.open_shortcuts_help
    yield "about", window.dialogs.open_about
    yield "manual", window.dialogs.open_manual
    yield "sheet", window.dialogs.print_sheet
    yield "start", lambda: start_dialog(window, log)
    yield (
        "unsaved",
        lambda: window.dialogs.ask_about_unsaved(
            ["Tue 24 Nov 2026, note: the disk is full.", "Seated 2, left, “8x”: no load yet."]
        ),
    )
    yield "other-day", window.ask_other_day
    yield (
        "fault",
        lambda: window.dialogs.show_message(
            "training.soleus could not be saved: the disk is full. Make room and try again."
        ),
    )
    yield "import", lambda: import_of(window, "fitnotes-kg.csv")
    yield "crash", lambda: crash_dialog(window).open()
    yield "restore", lambda: restore_dialog(window, log)
    yield "damage", lambda: damage_dialog(window, log)
    yield "damage-without-backup", lambda: damage_dialog(window, log.with_name("alone.soleus"))


def import_of(window: MainWindow, name: str) -> None:
    """Open the import dialog with a file that was read."""
    window.dialogs.import_file(Path(__file__).parent / "data" / name)
    dialog = window.findChildren(ImportDialog)[-1]
    while dialog.session.is_working:
        QTest.qWait(5)


def make_backups(folder: Path) -> Path:
    """Make a damaged log with backups, one of them damaged too, and another log without any."""
    log = folder / "training.soleus"
    Database.create_with(log, made_up_log(NOW.date()))
    whole = log.read_bytes()
    kept = folder_of(log)
    kept.mkdir()
    for days_ago in (0, 1, 3, 5, 8, 24, 55):
        moment = NOW - datetime.timedelta(days=days_ago)
        kind = BackupKind.BEFORE_RESTORE if days_ago == 3 else BackupKind.DAILY
        backup = kept / name_of_copy(log, kind, moment)
        backup.write_bytes(whole if days_ago != 8 else whole[: len(whole) // 2])
        os.utime(backup, (moment.timestamp(), moment.timestamp()))
    cut = whole[: len(whole) * 3 // 4]
    log.write_bytes(cut)
    log.with_name("alone.soleus").write_bytes(cut)
    return log


def restore_dialog(window: MainWindow, log: Path) -> None:
    """Open the list of backups, all of them examined."""
    dialog = RestoreDialog(log, window.faults, window)
    dialog.open()
    while dialog.backups.is_working:
        QTest.qWait(5)


def damage_dialog(window: MainWindow, log: Path) -> None:
    """Open the dialog about a damaged log, with all that it found."""
    dialog = DamageDialog(log, window)
    dialog.open()
    while dialog.rescue is None:
        QTest.qWait(5)


def crash_dialog(window: MainWindow) -> CrashDialog:
    """Return the crash dialog as it is after the bug has come up again."""
    report = Path("fault 2026-11-24 183012.txt")
    dialog = CrashDialog(Crash(report, 1), window)
    dialog.add(Crash(report, 2))
    return dialog


def start_dialog(window: MainWindow, log: Path) -> None:
    """Open the dialog shown when a log cannot be opened."""
    dialog = StartDialog(window)
    dialog.say(f"{log} could not be opened: it is on a disk that is not there.", log)
    dialog.open()


def export_as(window: MainWindow, form: Form, shown: str) -> None:
    """Open the export dialog with a format chosen, and a file previewed."""
    window.dialogs.export_log()
    dialog = window.findChildren(ExportDialog)[-1]
    for control, index in (
        (dialog.fields.form, FORMS.index(form)),
        (dialog.previewed, PREVIEWS.index(shown)),
    ):
        control.choose(index)
        control.chosen.emit(index)


def photographed(window: MainWindow, dialog: QDialog | None = None) -> QPixmap:
    """Capture a window and a dialog over it from the screen; drawn if there is no screen."""
    if QGuiApplication.platformName() != "xcb":
        return window.grab() if dialog is None else _drawn_over(window, dialog)
    shown = window.frameGeometry()
    if dialog is not None:
        shown |= dialog.frameGeometry()
    return window.screen().grabWindow(0, shown.x(), shown.y(), shown.width(), shown.height())


def _drawn_over(window: MainWindow, dialog: QDialog) -> QPixmap:
    picture = window.grab()
    painter = QPainter(picture)
    shown = dialog.grab()
    middle = QPoint(
        max(0, (window.width() - dialog.width()) // 2),
        max(0, (window.height() - dialog.height()) // 2),
    )
    painter.drawPixmap(middle, shown)
    painter.setPen(window.palette().color(QPalette.ColorRole.Dark))
    painter.drawRect(QRect(middle, dialog.size()))
    painter.end()
    return picture


def begin_leg(dialog: HeelRaiseDialog) -> None:
    """Go to the middle of the first leg."""
    for _ in range(2):
        dialog.next_button.click()
    for _ in range(17):
        QTest.keyClick(dialog.count, Qt.Key.Key_Space)


def end_test(dialog: HeelRaiseDialog) -> None:
    """Go on from the first leg to the result."""
    for _ in range(3):
        dialog.next_button.click()
    for _ in range(22):
        QTest.keyClick(dialog.count, Qt.Key.Key_Space)
    for _ in range(2):
        dialog.next_button.click()


def settle(milliseconds: int = 60) -> None:
    """Let the window lay out, paint, and finish what waits for idle time."""
    QTest.qWait(milliseconds)


def half_way(window: MainWindow) -> None:
    """Log the seated part of today's session: last time's sets again, with reps in reserve."""
    current = window.current
    for cell in sorted(current.grid([Exercise.SEATED]).expected):
        current.take_over([cell])
        current.edit(current.sets[-1], rir=2.0)


class Studio:
    """Makes the pictures.

    Args:
        folder: Where to save them.
        language: The program's language.
        points: The font size in points; None for the system's.
    """

    def __init__(self, folder: Path, language: Language, points: float | None = None) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        instance = QApplication.instance()
        self._application = (
            instance if isinstance(instance, QApplication) else QApplication(["", *STYLE])
        )
        speak(language, self._application)
        if points is not None:
            font = self._application.font()
            font.setPointSizeF(points)
            self._application.setFont(font)
        self._scratch = tempfile.TemporaryDirectory()
        store = QSettings(
            str(Path(self._scratch.name) / "settings.ini"), QSettings.Format.IniFormat
        )
        self._log_with_backups = make_backups(Path(self._scratch.name))
        self.settings = Settings(store)
        self._look = Look(self._application, self.settings)

    def window(self, change: Change, size: QSize) -> MainWindow:
        """Open a window on a log in memory."""
        database = Database.in_memory()
        database.apply(change)
        logbook = Logbook(database)
        current = CurrentSession(logbook, self.settings, lambda: NOW, logbook)
        window = MainWindow(logbook, current, self.settings, "training")
        logbook.setParent(window)
        window.resize(size)
        window.show()
        settle()
        return window

    def take(self, name: str, picture: QPixmap) -> None:
        """Save a picture.

        Raises:
            OSError: If it cannot be written.
        """
        target = self._folder / f"{name}.png"
        if not picture.save(str(target)):
            raise OSError(f"{target} could not be written")
        print(target)

    def pages(self, window: MainWindow, name: str) -> None:
        """Take the four pages of a window."""
        for page, show in (
            ("log", window.show_log),
            ("progress", window.show_progress),
            ("history", window.show_history),
            ("plan", window.show_plan),
        ):
            show()
            settle(250)
            self.take(f"{page}-{name}", photographed(window))
        self.work(window, name)
        self.below(window, window.show_progress, ProgressPage, f"progress-below-{name}")
        self.below(window, window.show_plan, PlanPage, f"plan-below-{name}")

    def work(self, window: MainWindow, name: str) -> None:
        """Take the weekly work with a day's values shown."""
        window.show_progress()
        page = window.findChild(ProgressPage)
        area = page.findChild(QScrollArea) if page is not None else None
        assert page is not None
        assert isinstance(area, QScrollArea)
        area.ensureWidgetVisible(page.work)
        QTest.keyClick(page.work.chart, Qt.Key.Key_Left)
        settle(100)
        self.take(f"work-{name}", photographed(window))
        page.work.chart.left.emit()

    def below(
        self, window: MainWindow, show: Callable[[], None], kind: type[QWidget], name: str
    ) -> None:
        """Take the end of a page if it scrolls."""
        show()
        page = window.findChild(kind)
        area = page.findChild(QScrollArea) if page is not None else None
        assert isinstance(area, QScrollArea)
        bar = area.verticalScrollBar()
        if bar.maximum():
            bar.setValue(bar.maximum())
            settle(100)
            self.take(name, photographed(window))
            bar.setValue(0)

    def plans(self, window: MainWindow, name: str) -> None:
        """Take a plan being chosen, started and edited, and the Log page on a planned day."""
        window.show_plan()
        page = window.findChild(PlanPage)
        assert page is not None
        page.ask_plan()
        taking = window.findChildren(TakePlanDialog)[-1]
        by_hand = next(
            row
            for row, template in enumerate(templates(NOW.date()))
            if any(phase.begins is Begins.BY_HAND for phase in template.whole.phases)
        )
        for row, plan in ((by_hand, "template"), (len(templates(NOW.date())), "own")):
            taking.list.setCurrentRow(row)
            settle()
            self.take(f"take-plan-{plan}-{name}", photographed(window, taking))
        is_empty = page.none.isVisible()
        if is_empty:
            taking.list.setCurrentRow(by_hand)
            taking.take.click()
            page.running.begin.click()
            beginning = window.findChildren(BeginPhaseDialog)[-1]
            settle()
            self.take(f"begin-phase-{name}", photographed(window, beginning))
            beginning.reject()
        else:
            taking.reject()
            page.today.send.click()
            sending = window.findChildren(SendDialog)[-1]
            settle()
            self.take(f"send-{name}", photographed(window, sending))
            sending.reject()
        page.running.edit.click()
        editor = window.findChildren(PlanEditor)[-1]
        for row, part in ((0, "plan"), (1, "phase"), (2, "sets")):
            editor.tree.choose_row(row)
            if part == "sets":
                editor.sets_fields.work.setText("many")
                editor.sets_fields.work.setModified(True)
                editor.sets_fields.work.editingFinished.emit()
            settle()
            self.take(f"edit-{part}-{name}", photographed(window, editor))
        editor.reject()
        window.current.open_day(NOW.date() + datetime.timedelta(days=1))
        window.show_log()
        settle()
        self.take(f"log-planned-{name}", photographed(window))
        window.current.open_day(NOW.date())
        if is_empty:
            window.logbook.undo()

    def heel_raise_test(self, window: MainWindow, name: str) -> None:
        """Take the heel-raise test at its start, in the middle, and at its end."""
        window.test_heel_raises()
        dialog = window.findChildren(HeelRaiseDialog)[-1]
        steps = (("begin", None), ("leg", begin_leg), ("result", end_test))
        for step, go in steps:
            if go is not None:
                go(dialog)
            settle()
            self.take(f"heel-raise-{step}-{name}", photographed(window, dialog))
        dialog.reject()
        settle(10)

    def session_bar(self, window: MainWindow, name: str) -> None:
        """Take the Log page with a rest and the metronome running, and a calendar's chosen day."""
        half_way(window)
        window.show_log()
        window.toggle_metronome()
        settle(50)
        self.take(f"session-bar-{name}", photographed(window))
        window.toggle_metronome()
        window.show_full_figure()
        settle(50)
        self.take(f"full-figure-{name}", photographed(window))
        window.show_full_figure()
        window.end_rest()
        window.open_palette()
        settle(50)
        self.take(f"palette-{name}", photographed(window))
        window.palette_of_commands.hide()
        window.show_history()
        history = window.findChild(HistoryPage)
        assert history is not None
        history.search.setText("2026-11-21")
        history.calendar.setFocus()
        settle(50)
        self.take(f"calendar-{name}", photographed(window))
        history.search.setText("pain>3 foo>2")
        settle(50)
        self.take(f"search-{name}", photographed(window))

    def dialogs(self, window: MainWindow, name: str) -> None:
        """Take every dialog over its window."""
        for dialog_name, show in dialogs(window, self._log_with_backups):
            before = set(window.findChildren(QDialog))
            show()
            settle()
            dialog = next(each for each in window.findChildren(QDialog) if each not in before)
            self.take(f"{dialog_name}-{name}", photographed(window, dialog))
            dialog.close()
            settle(10)

    def everything(
        self, logs: Iterable[str], themes: Iterable[Theme], sizes: Iterable[str]
    ) -> None:
        """Take every page and dialog of all logs, themes and sizes."""
        for log in logs:
            change = LOGS[log]()
            for theme in themes:
                self.settings.set_theme(theme)
                for size in sizes:
                    window = self.window(change, SIZES[size])
                    name = f"{log}-{theme}-{size}"
                    self.pages(window, name)
                    self.dialogs(window, name)
                    self.plans(window, name)
                    self.session_bar(window, name)
                    self.heel_raise_test(window, name)
                    window.close()
                    window.deleteLater()
                    settle(10)

    def for_readme(self) -> None:
        """Take the pictures that the README shows, of the made-up year."""
        change = made_up_log(NOW.date())
        for theme in THEMES:
            self.settings.set_theme(theme)
            window = self.window(change, README_SIZE)
            half_way(window)
            self.pages(window, str(theme))
            window.close()


def main() -> int:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--readme", action="store_true", help="only the README's pictures")
    parser.add_argument(
        "--language", type=Language, choices=list(Language), default=Language.ENGLISH
    )
    parser.add_argument("--logs", nargs="+", choices=LOGS, default=LOGS)
    parser.add_argument("--themes", nargs="+", type=Theme, choices=THEMES, default=THEMES)
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=SIZES)
    parser.add_argument("--points", type=float, metavar="POINTS", help="the size of the letters")
    arguments = parser.parse_args()
    studio = Studio(arguments.folder, arguments.language, arguments.points)
    if arguments.readme:
        studio.for_readme()
    else:
        studio.everything(arguments.logs, arguments.themes, arguments.sizes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
