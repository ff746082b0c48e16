"""Texts that look like HTML, in every field of a log and every file: shown as they are written.

Qt would guess that they are rich text, and open the picture that they name.
"""

import ctypes
import datetime
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QListView,
    QMenu,
    QMessageBox,
    QToolTip,
    QTreeWidget,
    QWidget,
)

from tests.durability.desk import press_enter_on, running, type_value, wait_until
from tracker.app.crashes import Crash
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import LEGS, Equipment, Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.plan import Begins, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.symptoms import Moment, Symptom
from tracker.storage.backup import BackupKind, folder_of, name_of_copy
from tracker.storage.database import Database
from tracker.storage.strangers import Strangers
from tracker.ui.files.damage_dialog import DamageDialog
from tracker.ui.files.import_dialog import ImportDialog
from tracker.ui.files.restore_dialog import RestoreDialog
from tracker.ui.plan.page import PlanPage
from tracker.ui.plan.take_dialog import TakePlanDialog
from tracker.ui.window.crash_dialog import CrashDialog
from tracker.ui.window.main_window import MainWindow

PICTURE = "seen.png"
TEXT = f"<img src='{PICTURE}'><b>bold</b>"
NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
OPENED = 0x20  # IN_OPEN, of sys/inotify.h
ROWS = 12  # of a table that are pointed at

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what is opened"),
    pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True),
]


class Watch:
    """Tells whether anything has opened a file."""

    def __init__(self, path: Path) -> None:
        self._system = ctypes.CDLL(None, use_errno=True)
        self._handle = self._system.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        assert self._system.inotify_add_watch(self._handle, os.fsencode(path), OPENED) > 0

    def has_seen(self) -> bool:
        """Tell whether the file was opened since the last call."""
        try:
            return bool(os.read(self._handle, 1 << 16))
        except BlockingIOError:
            return False

    def close(self) -> None:
        os.close(self._handle)


@pytest.fixture
def watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """Watch a picture in the program's working folder, so that its name is enough."""
    monkeypatch.chdir(tmp_path)
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(PICTURE)
    watch = Watch(Path(PICTURE))
    yield watch
    watch.close()


def test_the_watch_sees_what_qt_opens_by_itself(watch: Watch, qapp: QApplication) -> None:
    assert not watch.has_seen()
    label = QLabel(TEXT)
    label.sizeHint()
    label.deleteLater()
    assert watch.has_seen()


@pytest.fixture
def log(watch: Watch, tmp_path: Path) -> Path:
    """A log with such a text wherever there can be text, in a folder with such a name."""
    folder = tmp_path / TEXT.replace("/", "")
    folder.mkdir()
    log = folder / f"{TEXT.replace('/', '')}.soleus"
    today = NOW.date()
    machine = Equipment(TEXT)
    sessions = [
        Session(today - datetime.timedelta(days=days), NOW - datetime.timedelta(days=days), TEXT)
        for days in (0, 1, 3, 8)
    ]
    sets = [
        LoggedSet(
            session.id,
            exercise,
            side,
            set_no,
            8,
            60.0 + set_no,
            position,
            rir=1.0,
            set_type=SetType.TEST if session is sessions[-1] else SetType.WORK,
            equipment_id=machine.id,
            note=TEXT,
        )
        for session in sessions
        for position, (exercise, side, set_no) in enumerate(
            (exercise, side, set_no)
            for exercise in (Exercise.SEATED, Exercise.STANDING)
            for side in LEGS
            for set_no in (1, 2)
        )
    ]
    plan = Plan(
        TEXT,
        today - datetime.timedelta(days=14),
        12,
        source=TEXT,
        caution=TEXT,
        note=TEXT,
        template=TEXT,
    )
    before = Plan(
        TEXT,
        today - datetime.timedelta(days=400),
        4,
        ends_on=today - datetime.timedelta(days=380),
        caution=TEXT,
    )
    week = (1, 2, 3, 4, 5, 6, 7)
    phases = [
        Phase(plan.id, 1, 6, weekdays=week, note=TEXT),
        Phase(
            plan.id,
            7,
            12,
            weekdays=week,
            position=1,
            note=TEXT,
            begins=Begins.BY_HAND,
            criterion=TEXT,
        ),
    ]
    planned = [
        PlannedSets(phase.id, Exercise.SEATED, PlannedSide.EACH, 3, 8, note=TEXT)
        for phase in phases
    ]
    tests = [HeelRaiseTest(today, Exercise.STANDING, side, 20, note=TEXT) for side in LEGS]
    change = Change.adding(
        Runner(name=TEXT),
        Bodyweight(today, 70.0),
        machine,
        *sessions,
        *sets,
        Symptom(today, Moment.AFTER, Side.LEFT, pain=3, session_id=sessions[0].id),
        plan,
        before,
        *phases,
        *planned,
        *tests,
        Event(today - datetime.timedelta(days=30), EventKind.RACE, today, note=TEXT),
        Goal(GoalKind.HEEL_RAISE_REPS, Exercise.STANDING, 25.0),
    )
    Database.create_with(log, change)
    return log


def look_at(root: QWidget) -> None:
    """Paint a widget with its children, and point at everything that may have a tool tip."""
    root.grab()
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible():
            point_at(widget, widget.rect().center())
        if isinstance(widget, QAbstractItemView) and widget.isVisible():
            for index in indexes_of(widget, QModelIndex()):
                widget.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
                point_at(widget.viewport(), widget.visualRect(index).center())
    QToolTip.hideText()


def point_at(widget: QWidget, place: QPoint) -> None:
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)


def indexes_of(view: QAbstractItemView, parent: QModelIndex) -> Iterator[QModelIndex]:
    model = view.model()
    for row in range(min(model.rowCount(parent), ROWS)):
        columns = 1 if isinstance(view, QListView) else model.columnCount(parent)
        for column in range(columns):
            yield model.index(row, column, parent)
        child = model.index(row, 0, parent)
        if isinstance(view, QTreeWidget):
            yield from indexes_of(view, child)


def texts_in(root: QWidget) -> set[str]:
    """Return the texts of labels that Qt would treat, or was told to treat, as rich text."""
    return {
        label.text()
        for label in [*root.findChildren(QLabel), *QApplication.topLevelWidgets()]
        if isinstance(label, QLabel)
        and TEXT[:-4] in label.text()
        and label.textFormat() is not Qt.TextFormat.PlainText
    }


class Sweep:
    """Looks at one window after another, and notes where the picture was opened.

    Args:
        window: The program's window.
        watch: The watch over the picture.
    """

    def __init__(self, window: MainWindow, watch: Watch) -> None:
        self.window = window
        self.watch = watch
        self.complaints: list[str] = []
        self.shown = 0

    def look(self, what: str, root: QWidget | None = None) -> None:
        QTest.qWait(30)
        root = self.window if root is None else root
        look_at(root)
        self.shown += sum(TEXT[:-4] in label.text() for label in root.findChildren(QLabel))
        if self.watch.has_seen():
            self.complaints.append(f"{what}: the picture was opened")
        self.complaints += [f"{what}: rich text: {text}" for text in texts_in(root)]

    def open(self, what: str, open_: Callable[[], object]) -> None:
        """Look at the dialogs that an action opens, then close them."""
        known = set(self.window.findChildren(QDialog))
        open_()
        QTest.qWait(30)
        opened = [each for each in self.window.findChildren(QDialog) if each not in known]
        assert opened, f"{what} opened nothing"
        for dialog in opened:
            self.look(what, dialog)
            if isinstance(dialog, QFileDialog):
                # What Qt says of a file that is not there is a box of its own.
                dialog.selectFile(TEXT.replace("/", ""))
                dialog.accept()
                for box in dialog.findChildren(QMessageBox):
                    self.look(f"{what}, answered", box)
                    box.close()
            dialog.close()
            QTest.qWait(5)


def test_every_page_shows_texts_as_they_are(watch: Watch, log: Path) -> None:
    with running(log) as window:
        sweep = Sweep(window, watch)
        window.toggle_panel(visible=True)
        press_enter_on(window)
        type_value(window, TEXT, row=1)
        for page, show in (
            ("log", window.show_log),
            ("progress", window.show_progress),
            ("history", window.show_history),
            ("plan", window.show_plan),
        ):
            show()
            QTest.qWait(250)
            sweep.look(page)
        for menu in window.menuBar().findChildren(QMenu):
            menu.popup(QPoint(0, 0))
            for action in menu.actions():
                point_at(menu, menu.actionGeometry(action).center())
            sweep.look(f"menu {menu.title()}", menu)
            menu.close()
        window.show_log()
        window.go_to_previous_session()
        sweep.look("another session")
        assert sweep.shown > 10
        assert sweep.complaints == []


def test_every_dialog_shows_texts_as_they_are(watch: Watch, log: Path) -> None:
    backups = folder_of(log)
    backups.mkdir()
    shutil.copyfile(log, backups / name_of_copy(log, BackupKind.DAILY, NOW))
    with running(log) as window:
        sweep = Sweep(window, watch)
        dialogs = window.dialogs
        crash = Crash(log.with_suffix(".txt"), 1)
        for what, open_ in (
            ("new log", dialogs.ask_new_log),
            ("open log", dialogs.ask_open_log),
            ("back up", dialogs.back_up),
            ("export", dialogs.export_log),
            ("report", dialogs.open_report),
            ("restore", dialogs.open_restore),
            ("preferences", dialogs.open_preferences),
            ("goals", window.open_goals),
            ("events", window.open_events),
            ("symptoms", window.note_symptoms),
            ("heel raises", window.test_heel_raises),
            ("strength test", window.test_strength),
            ("other day", window.ask_other_day),
            ("move", window.ask_move),
            ("fault", lambda: dialogs.show_message(f"{log} could not be saved.")),
            ("triggers", lambda: dialogs.tell_strangers(Strangers((TEXT,)))),
            ("tables", lambda: dialogs.tell_strangers(Strangers(tables=(TEXT,)))),
            ("unsaved", lambda: dialogs.ask_about_unsaved([TEXT])),
            ("crash", lambda: CrashDialog(crash, window).open()),
            ("damage", lambda: DamageDialog(log, window).open()),
            ("another file", lambda: a_file_chosen(window, log)),
        ):
            sweep.open(what, open_)
        for what, tell in (("copy", dialogs.tell_copy), ("exchange", dialogs.tell_exchange)):
            tell(log)
            assert TEXT[:-4] in window._told_line.words.text()
            sweep.look(what)
        window.show_plan()
        page = window.findChild(PlanPage)
        assert page is not None
        for what, ask in (
            ("take", page.ask_plan),
            ("own", page.ask_own_plan),
            ("edit", page.running.edit.click),
        ):
            sweep.open(f"{what} a plan", ask)
        page.ask_plan()
        taking = window.findChildren(TakePlanDialog)[-1]
        for row in range(taking.list.count()):
            taking.list.setCurrentRow(row)
            sweep.look(f"take plan {row}", taking)
        taking.reject()
        assert sweep.shown > 10
        assert sweep.complaints == []


def a_file_chosen(window: MainWindow, log: Path) -> None:
    """Choose a file that is not listed as a backup, with such a name."""
    window.dialogs.open_restore()
    dialog = window.findChildren(RestoreDialog)[-1]
    other = log.with_name(f"other {log.name}")
    shutil.copyfile(log, other)
    dialog._on_file_selected(str(other))
    QTest.qWait(100)
    dialog.table.selectRow(0)


FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
FILES = {
    "names": f'{FITNOTES}2026-01-01,"{TEXT} seated calf raise",Legs,60,kgs,8,,,,{TEXT}\n'
    f'2026-01-01,"{TEXT} calf raise",Legs,60,kgs,8,,,,c\n',
    "headings": f"{TEXT},<img src='{PICTURE}'>,x\n1,2,3\n",
    "a heading": f"{FITNOTES.strip()},{TEXT}\n2026-01-01,Calf raise,Legs,60,kgs,8,,,,c,d\n",
    "dates": f"{FITNOTES}{TEXT},Seated calf raise,Legs,60,kgs,8,,,,c\n",
    "order of dates": f"{FITNOTES}3/4/2026,{TEXT} seated calf raise,Legs,60,kgs,8,,,,c\n",
    "numbers": f"{FITNOTES}2026-01-01,Seated calf raise,Legs,{TEXT},kgs,{TEXT},,,,c\n",
    "key": f'{{"format":"soleus-log","version":1,"{TEXT}":[]}}',
    "field": f'{{"format":"soleus-log","version":1,"sessions":[{{"{TEXT}":1}}]}}',
    "id": f'{{"format":"soleus-log","version":1,"sessions":[{{"id":"{TEXT}","date":"{TEXT}"}}]}}',
    "format": f'{{"format":"{TEXT}","version":1}}',
    "entries": '{"format":"soleus-log","version":1,"sessions":[{"id":"s","date":"2026-01-01",'
    f'"note":"{TEXT}"}}],"equipment":[{{"id":"e","name":"{TEXT}!"}}]}}',
    "nothing": "",
}


@pytest.mark.parametrize("what", FILES)
def test_a_file_of_others_is_shown_as_it_is(what: str, watch: Watch, tmp_path: Path) -> None:
    file = tmp_path / f"{TEXT.replace('/', '')}.csv"
    file.write_text(FILES[what], encoding="utf-8")
    with running(tmp_path / "own.soleus") as window:
        sweep = Sweep(window, watch)
        window.dialogs.import_file(file)
        (dialog,) = window.findChildren(ImportDialog)
        wait_until(lambda: not dialog.session.is_working)
        sweep.look(what, dialog)
        for tab in range(dialog.tabs.count()):
            dialog.tabs.setCurrentIndex(tab)
            sweep.look(f"{what}, tab {tab}", dialog)
        if dialog.take_in.isEnabled():
            dialog.take_in.click()
            sweep.look(f"{what}, taken in")
            for menu in window.menuBar().findChildren(QMenu):
                menu.popup(QPoint(0, 0))
                sweep.look(f"{what}, menu", menu)
                menu.close()
        else:
            dialog.reject()
        assert sweep.shown
        assert sweep.complaints == []
