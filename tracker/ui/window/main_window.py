"""The window: its pages, its menus, and the one place that shows faults."""

import datetime
import time
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QMainWindow,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker import PLAN_SUFFIX, DamagedLogError
from tracker.app.backups import Backups
from tracker.app.current_session import CurrentSession
from tracker.app.drafts import Draft, Field, Place
from tracker.app.logbook import Logbook
from tracker.app.morning_question import MorningQuestion
from tracker.app.settings import Settings
from tracker.app.strength_reminder import StrengthReminder
from tracker.app.theme import PAGE_MARGIN
from tracker.domain.event import Event
from tracker.domain.exercise import Exercise
from tracker.domain.period import Period, offered
from tracker.ui.checkups.morning_place import MorningPlace
from tracker.ui.checkups.strength_reminder import ReminderPlace
from tracker.ui.log.page import LogPage
from tracker.ui.log.unsaved import unsaved_text
from tracker.ui.widgets.announce import is_anybody_listening
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.fitted import room_for
from tracker.ui.window.actions import keys_text
from tracker.ui.window.dialogs import Dialogs
from tracker.ui.window.menus import Menus
from tracker.ui.window.page_stack import PageStack
from tracker.ui.window.plan_commands import PlanCommands
from tracker.ui.window.sidebar import Sidebar
from tracker.words.session_steps import session_deleted

if TYPE_CHECKING:
    from tracker.app.conflict_copies import ConflictCopies
    from tracker.app.progress import ProgressData
    from tracker.ui.files.other_copies import OtherCopies
    from tracker.ui.history.page import HistoryPage
    from tracker.ui.log.full_figure import FullFigure
    from tracker.ui.log.session_bar import SessionBar
    from tracker.ui.plan.page import PlanPage
    from tracker.ui.progress.page import ProgressPage
    from tracker.ui.window.palette import Palette
    from tracker.ui.window.told_line import ToldLine

LOG, PROGRESS, HISTORY, PLAN = range(4)
SMALLEST = QSize(900, 600)
FIRST_SIZE = QSize(1280, 800)
FIRST_SIZE_OF_LARGE = QSize(1680, 1050)  # if the screen is half as large again
CATCH_UP_MS = 1000  # changes by another window show up within this time
# Delay after the window is shown until less urgent work starts: by then it has been painted, and
# the first keys typed at once have been handled.
PAINTED_MS = 50


class MainWindow(QMainWindow):
    """One window on one log.

    Args:
        title: What the title bar calls the log.

    Signals:
        damage_found: The path of a log that was damaged after it was written.
    """

    damage_found = Signal(Path)

    def __init__(
        self,
        logbook: Logbook,
        current: CurrentSession,
        settings: Settings,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.logbook = logbook
        self.current = current
        self.settings = settings
        self.faults = Faults(self)
        self._asks_about_unsaved = True
        self.dialogs = Dialogs(self, logbook, settings, self.faults, self._today)
        self.dialogs.imported.connect(self.show_progress)
        self.dialogs.backup_asked.connect(self._on_dialogs_backup_asked)
        self.faults.told.connect(self.dialogs.show_message)
        self.faults.done.connect(lambda words: self._told_line.tell_done(words))
        self.faults.damaged.connect(self._on_faults_damaged)
        self.backups = Backups(logbook, lambda: current.now, self)
        self.backups.copied.connect(self.dialogs.tell_copy)
        self.backups.failed.connect(self.faults.tell)
        self.setWindowTitle(self.tr("{} – Soleus").format(title))
        room = room_for(self)
        self.setMinimumSize(SMALLEST.boundedTo(room))
        first = (room * (2 / 3)).boundedTo(FIRST_SIZE_OF_LARGE).expandedTo(FIRST_SIZE)
        self.resize(first.boundedTo(room))
        self.setAcceptDrops(True)
        # Each is created with its final parent: moving a widget styles it and its children again.
        # They are created in reading order, which is the tab order.
        centre = QWidget(self)
        self._sidebar = Sidebar(
            [
                ("log", self.tr("Log"), keys_text("show_log")),
                ("progress", self.tr("Progress"), keys_text("show_progress")),
                ("history", self.tr("History"), keys_text("show_history")),
                ("plan", self.tr("Plan"), keys_text("show_plan")),
            ],
            centre,
        )
        self._stack = PageStack(centre)
        self.log_page = LogPage(current, settings, self.faults, self._stack)
        self.log_page.copy_asked.connect(self.copy)
        self.log_page.paste_asked.connect(self.paste_sets)
        self._pages: dict[int, QWidget] = {LOG: self.log_page}
        self._progress: ProgressPage | None = None  # made when first shown
        self._history: HistoryPage | None = None
        self._add_log_page()
        self._data: ProgressData | None = None
        question = MorningQuestion(logbook, settings, lambda: current.now, self)
        parts = (question, logbook, settings, self.faults, current.drafts)
        self.morning = MorningPlace(*parts, self.log_page)
        self.morning.closed.connect(self.log_page.go_to_next_value)
        self.log_page.put_first(self.morning)
        reminder = StrengthReminder(logbook, settings, self._today)
        self.reminder = ReminderPlace(reminder, logbook, settings, self.faults, self.log_page)
        self.reminder.test_asked.connect(self.test_strength)
        self.reminder.closed.connect(self.log_page.go_to_next_value)
        self.log_page.put_first(self.reminder)
        self._copies: ConflictCopies | None = None  # made after the first paint
        logbook.put_back.connect(lambda change: self.other_copies.tell_put_back(change))
        logbook.parted.connect(lambda: self.other_copies.tell_parted())
        logbook.kept_aside.connect(lambda path: self.other_copies.tell_kept_aside(path))
        logbook.reloaded.connect(self._look_for_copies)
        self._sidebar.chosen.connect(self.show_page)
        across = QHBoxLayout()
        across.addWidget(self._sidebar)
        self._shown = QGridLayout()  # one cell: what is told lies over the page
        self._shown.addWidget(self._stack, 0, 0)
        across.addLayout(self._shown, 1)
        self._down = QVBoxLayout(centre)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(0)
        self._down.addLayout(across, 1)
        self.setCentralWidget(centre)
        current.refreshed.connect(self._on_current_refreshed)
        self._on_current_refreshed()
        self._told: ToldLine | None = None  # made when first needed
        logbook.told.connect(self._on_logbook_told)
        self.plan_commands = PlanCommands(self.shown_plan_page, self)
        doers = (self, self.dialogs, self.plan_commands)
        self.menus = Menus(self, doers, logbook, settings, self._ranges)
        self.menus.log_chosen.connect(lambda path: self.dialogs.log_asked.emit(path, False))
        self.menus.range_chosen.connect(self.show_range)
        self.menus.actions["toggle_panel"].setChecked(True)
        self._sidebar.choose(LOG)
        self._catching_up = QTimer(self)
        self._catching_up.setInterval(CATCH_UP_MS)
        self._catching_up.timeout.connect(logbook.catch_up)
        if not settings.window_geometry.isEmpty():
            self.restoreGeometry(settings.window_geometry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._sidebar.fit_beside(event.size().width())
        super().resizeEvent(event)

    # Pages

    def _add_log_page(self) -> None:
        """Add the Log page without laying it out: it gets its final size only when shown."""
        layout = self.log_page.layout()
        assert layout is not None  # it always has one
        layout.setEnabled(False)
        self._stack.addWidget(self.log_page)
        layout.setEnabled(True)

    def show_page(self, index: int) -> None:
        """Show a page, created on first use."""
        if index not in self._pages:
            self._pages[index] = self._make_page(index)
            add = self._stack.add_unbounded if index == PROGRESS else self._stack.addWidget
            add(self._pages[index])
        self._stack.setCurrentWidget(self._pages[index])
        self._sidebar.choose(index)
        self._pages[index].setFocus(Qt.FocusReason.OtherFocusReason)

    @cached_property
    def session_bar(self) -> "SessionBar":
        """The bar below the pages, created on first use so that the start does not wait for it."""
        bar: SessionBar = self._late_parts().SessionBar(
            self.current, self.faults, parent=self.centralWidget()
        )
        bar.left.connect(self._give_keys_to_page)
        self._down.addWidget(bar)
        return bar

    @staticmethod
    def _late_parts() -> ModuleType:
        from tracker.ui.window import late_parts

        return late_parts

    def _on_current_refreshed(self) -> None:
        if self.current.running_for() is not None:
            self._make_bar()
        panel = self.log_page.panel
        if panel.first_steps is not None and self.logbook.database.newest_session():
            panel.end_first_steps()
        elif not self.current.is_saved:
            self._offer_first_steps()  # again, if the first set was undone

    def _on_logbook_told(self, words: str, is_taken_back: bool) -> None:
        if words or self._told is not None:
            self._told_line.tell(words, is_taken_back=is_taken_back)

    @property
    def _told_line(self) -> "ToldLine":
        if self._told is None:
            self._told = self._make_told_line()
        return self._told

    def _make_told_line(self) -> "ToldLine":
        line: ToldLine = self._late_parts().ToldLine(self.centralWidget())
        line.undo_asked.connect(self.undo)
        line.redo_asked.connect(self.redo)
        line.left.connect(self._give_keys_to_page)
        row = QHBoxLayout()
        # Over the page's lower margin, so that nothing moves under the pointer.
        row.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        row.addWidget(line)
        self._shown.addLayout(row, 0, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def _give_keys_to_page(self) -> None:
        page = self._stack.currentWidget()
        if page is self.log_page:
            self.log_page.go_to_next_value()
        elif page is not None:
            page.setFocus()

    def _make_page(self, index: int) -> QWidget:
        # Imported here, because pyqtgraph takes half of the program's import time.
        if index == PROGRESS:
            from tracker.ui.progress.page import ProgressPage

            data = self._progress_data()
            progress = ProgressPage(self.settings, data, self.faults, self._stack)
            self._progress = progress
            progress.session_asked.connect(self.open_session)
            progress.test_asked.connect(self.test_strength)
            progress.event_asked.connect(self.open_event)
            return progress
        if index == PLAN:
            from tracker.ui.plan.page import plan_page

            data = self._progress_data()
            plan = plan_page(self.logbook, data, self.settings, self.faults, self._stack)
            plan.log_asked.connect(self.log_planned)
            plan.goals_asked.connect(self.open_goals)
            return plan
        from tracker.ui.history.page import HistoryPage

        history = HistoryPage(self.logbook, self.settings, self.faults, self._today(), self._stack)
        history.session_asked.connect(self.open_session)
        history.day_asked.connect(self.open_day)
        history.event_asked.connect(self.open_event)
        self._history = history
        return history

    def _progress_data(self) -> "ProgressData":
        """Return the log by day, read once for all pages that use it."""
        from tracker.app.progress import ProgressData

        if self._data is None:
            self._data = ProgressData(self.logbook, self._today, self)
        return self._data

    def show_log(self) -> None:
        """Show the Log page."""
        self.show_page(LOG)
        self.log_page.go_to_next_value()

    def log_planned(self) -> None:
        """Show on the Log page today's session with something of the plan still to do."""
        self.faults.attempt(self.current.open_planned)
        self.show_log()

    def show_progress(self) -> None:
        """Show the Progress page."""
        self.show_page(PROGRESS)

    def show_history(self) -> None:
        """Show the History page."""
        self.show_page(HISTORY)

    def show_plan(self) -> None:
        """Show the Plan page."""
        self.show_page(PLAN)

    def _ranges(self) -> list[Period]:
        """List the ranges that Progress offers; empty if the log cannot be read."""
        found: list[Period] = []
        self.faults.attempt(
            lambda: found.extend(offered(self._today(), self.logbook.database.events()))
        )
        return found

    def shown_plan_page(self) -> "PlanPage":
        """Show the Plan page, and return it."""
        self.show_plan()
        page = self._pages[PLAN]
        return cast("PlanPage", page)

    def show_range(self, index: int) -> None:
        """Show the Progress page over one of its ranges, given its index."""
        self.show_progress()
        assert self._progress is not None  # created by showing it
        self._progress.show_range(index)

    def open_session(self, session_id: str) -> None:
        """Show a session on the Log page."""
        session = self.logbook.database.session(session_id)
        if session is not None:
            self.current.open(session)
            self.show_log()

    def open_day(self, day: datetime.date) -> None:
        """Show a day on the Log page."""
        self.current.open_day(day)
        self.show_log()

    # Commands

    @cached_property
    def palette_of_commands(self) -> "Palette":
        """The list of all commands, created on first use."""
        palette: Palette = self._late_parts().Palette(self, self._parts_in_sight)
        palette.left.connect(self._give_keys_to_page)
        return palette

    def _parts_in_sight(self) -> list[tuple[str, QWidget]]:
        """The page shown, and what stands below it, with the names of their commands' menus."""
        page = self._stack.currentWidget()
        assert page is not None  # there is always one
        names = {LOG: self.tr("Log"), PROGRESS: self.tr("Progress"), HISTORY: self.tr("History")}
        name = next((names.get(at) for at, each in self._pages.items() if each is page), None)
        parts = [(name or self.tr("Plan"), page)]
        if "session_bar" in vars(self):
            parts.append((self.tr("Session"), self.session_bar))
        return parts

    def open_palette(self) -> None:
        """Open the command palette."""
        self.palette_of_commands.open()

    def _on_dialogs_backup_asked(self, path: Path) -> None:
        self.faults.attempt(lambda: self.backups.copy_to(path))

    def _on_faults_damaged(self, error: DamagedLogError) -> None:
        # The read may have been torn: half from the log, half from a copy that replaced it.
        if not (self.logbook.catch_up() or self.logbook.part_from_damage()):
            self.damage_found.emit(error.path)

    def _today(self) -> datetime.date:
        return self.current.today

    def undo(self) -> None:
        """Undo the last step."""
        self.faults.attempt(self.logbook.undo)

    def redo(self) -> None:
        """Redo the last step undone."""
        self.faults.attempt(self.logbook.redo)

    def copy(self) -> None:
        """Copy the selected cells of the focused table: a line per row, tabs between cells."""
        table = QApplication.focusWidget()
        rows: dict[int, list[str]] = {}
        chosen = table.selectedIndexes() if isinstance(table, QTableView) else []
        for index in sorted(chosen):
            rows.setdefault(index.row(), []).append(str(index.data() or ""))
        if rows:
            text = "\n".join("\t".join(cells) for cells in rows.values())
            QApplication.clipboard().setText(text)
            self.faults.done.emit(self.tr("Copied."))
        else:
            self.faults.done.emit(self.tr("Nothing to copy: select cells first."))

    def copy_session(self) -> None:
        """Copy the shown session as text, or what is planned if none of it is done yet."""
        text = self.dialogs.exchange_parts().session_text(self.current, self.settings.unit)
        if text:
            QApplication.clipboard().setText(text)
            self.faults.done.emit(self.tr("Copied."))
        else:
            self.faults.done.emit(self.tr("Nothing to copy: this session has no sets yet."))

    def paste_sets(self) -> None:
        """Write copied text into the cells of the focused table, or import it."""
        text = QApplication.clipboard().text()
        if not text.strip():
            self.faults.done.emit(self.tr("Nothing to paste: copy sets first."))
            return
        is_in_table = any(card.table.hasFocus() for card in self.log_page.cards)
        if is_in_table and not self.dialogs.exchange_parts().is_session_text(text):
            self.log_page.paste(text)
        else:
            self.dialogs.import_text(text)

    def delete_selection(self) -> None:
        """Delete what is selected on the current page."""
        page, is_there = self._stack.currentWidget(), False
        if page is self.log_page:
            is_there = self.log_page.delete_selected_sets()
        elif self._history is not None and page is self._history:
            is_there = self._history.delete_selected_sessions()
        if not is_there:
            self.faults.done.emit(self.tr("Nothing to delete: select sets or sessions first."))

    def new_session(self) -> None:
        """Show a new session for today."""
        self.current.open_new(self.current.today)
        self.show_log()

    def repeat_last_session(self) -> None:
        """Log all sets as expected, like last time."""
        if self._stack.currentWidget() is not self.log_page:
            self.show_log()
        if not self.log_page.repeat_last_session():
            self._told_line.tell_done(self.tr("Nothing to repeat."))

    def go_to_quick_entry(self) -> None:
        """Put the focus in the quick entry line."""
        self.show_log()
        self.log_page.quick_entry.line.setFocus()

    def toggle_panel(self, visible: bool) -> None:
        """Show or hide the details of the selected set."""
        self.log_page.panel.setVisible(visible)

    def note_reserve(self, rir: int) -> None:
        """Record the reps in reserve of the set just done, if the Log page is shown."""
        is_log = self._stack.currentWidget() is self.log_page
        if not (is_log and self.log_page.note_reserve(rir)):
            self.faults.done.emit(self.tr("No set waits for its reserve."))

    def leave_reserve_open(self) -> None:
        """Stop asking about the reps in reserve of the sets done so far."""
        self.current.reserve.put_aside()

    def toggle_rest(self) -> None:
        """Start a rest, or pause or resume the current one."""
        self.session_bar.toggle_rest()

    def _is_timing(self) -> bool:
        """Return whether a rest or a hold runs, and say so if none does."""
        if not self.session_bar.is_timing:
            self.faults.done.emit(self.tr("No rest runs."))
        return self.session_bar.is_timing

    def prolong_rest(self) -> None:
        """Make the rest 15 seconds longer."""
        if self._is_timing():
            self.session_bar.prolong_rest()

    @cached_property
    def full_figure(self) -> "FullFigure":
        """The rest timer over the whole window, created on first use."""
        figure: FullFigure = self._late_parts().FullFigure(self.session_bar, self)
        figure.left.connect(self._give_keys_to_page)
        return figure

    def show_full_figure(self) -> None:
        """Show the rest timer over the whole window, or hide it again."""
        self.full_figure.toggle()

    def end_rest(self) -> None:
        """End the rest, without recording it."""
        if self._is_timing():
            self.session_bar.end_rest()

    def toggle_hold(self) -> None:
        """Time a hold where the next value goes, or end the current one."""
        self.log_page.hold(self.session_bar.toggle_hold)

    def toggle_metronome(self) -> None:
        """Start or stop the metronome."""
        self.session_bar.toggle_metronome()

    def go_to_today(self) -> None:
        """Show today's session."""
        self.current.open_day(self.current.today)
        self.show_log()

    def go_to_previous_session(self) -> None:
        """Show the session before."""
        if not self.log_page.day_bar.step(-1):
            self.faults.done.emit(self.tr("There is no earlier session."))

    def go_to_next_session(self) -> None:
        """Show the session after."""
        if not self.log_page.day_bar.step(1):
            self.faults.done.emit(self.tr("There is no later session."))

    def ask_other_day(self) -> None:
        """Ask for a day, and show its session or start one."""
        self.show_log()
        self.log_page.day_bar.ask_day(to_move=False)

    def ask_move(self) -> None:
        """Ask for the day to move the session to."""
        self.show_log()
        self.log_page.day_bar.ask_day(to_move=True)

    def delete_session(self) -> None:
        """Delete the session shown."""
        self.show_log()
        words = session_deleted(self.current.session.date)
        self.faults.attempt(lambda: self.current.delete(*words))

    def note_symptoms(self) -> None:
        """Ask for the symptoms of the session shown."""
        self.show_log()
        parts = (self.current, self.faults, self)
        self.faults.attempt(lambda: self._checkups().SymptomsDialog(*parts).open())

    def enter_bodyweight(self) -> None:
        """Show the Log page, ready for the bodyweight of its day."""
        self.show_log()
        self.log_page.day_bar.bodyweight.setFocus()

    def open_goals(self) -> None:
        """Show the goals, to add, change or remove them."""
        parts = (self.logbook, self._progress_data(), self.faults, self)
        self.faults.attempt(lambda: self._checkups().GoalsDialog(*parts).open())

    def open_events(self) -> None:
        """Show the events, to add one on the day shown or else today, change or remove them."""
        page, history = self._stack.currentWidget(), self._history
        day = self.current.session.date if page is self.log_page else self._today()
        if history is not None and page is history:
            day = history.calendar.taken or day
        self._show_events(day)

    def open_event(self, event: Event) -> None:
        """Show one event in the list of events, to change or remove it."""
        self._show_events(event.date, event)

    def _show_events(self, day: datetime.date, event: Event | None = None) -> None:
        parts = (self.logbook, self.faults, day, event, self)
        self.faults.attempt(lambda: self._checkups().EventsDialog(*parts).open())

    def take_measurements(self) -> None:
        """Ask for the measurements that are taken now and then."""
        parts = (self.logbook, self.faults, self._today, self)
        self.faults.attempt(lambda: self._checkups().MeasurementsDialog(*parts).open())

    def answer_next_morning(self) -> None:
        """Ask how the morning after was, for the session shown or the last one."""
        self.show_log()
        self.morning.ask_late(self.current.session)

    def test_heel_raises(self) -> None:
        """Guide through the heel-raise test."""

        def open_dialog() -> None:
            metronome = self.session_bar.lend_metronome()
            parts = (self.logbook, self.faults, self._today, metronome, time.monotonic, self)
            dialog = self._checkups().HeelRaiseDialog(*parts)
            metronome.setParent(dialog)
            dialog.open()

        self.faults.attempt(open_dialog)

    def test_strength(self, exercise: Exercise | None = None) -> None:
        """Guide through the strength test, first of this exercise; None for the last one tested."""

        def open_dialog() -> None:
            parts = (self.logbook, self.current, self.settings, self.faults)
            dialog = self._checkups().strength_test_dialog(*parts, time.monotonic, self)
            if exercise is not None:
                dialog.setup.choose_exercise(exercise)
            dialog.accepted.connect(self._give_keys_to_page)
            dialog.rest_over.connect(lambda: self.session_bar.sound_beat())
            dialog.open()

        self.faults.attempt(open_dialog)

    @staticmethod
    def _checkups() -> ModuleType:
        from tracker.ui.checkups import dialogs

        return dialogs

    def open_figures_help(self) -> None:
        """Explain how the figures are calculated or, on the History page, how to search."""
        is_searching = self._stack.currentWidget() is self._pages.get(HISTORY)
        self.dialogs.show_figures_help(about_search=is_searching)

    # A file dropped on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            is_plan = path.suffix.lower() == PLAN_SUFFIX
            (self.plan_commands.open_plan_file if is_plan else self.dialogs.import_file)(path)

    # Two windows on one log, or two copies of it

    @property
    def copies(self) -> "ConflictCopies":
        """Looks for other copies of the log."""
        _ = self.other_copies
        assert self._copies is not None  # created together with its place
        return self._copies

    @cached_property
    def other_copies(self) -> "OtherCopies":
        """The place above the session that tells of other copies."""
        parts = self._late_parts()
        self._copies = parts.ConflictCopies(self.logbook, self.settings, self)
        place: OtherCopies = parts.OtherCopies(
            self._copies, self.dialogs.import_file, self.faults, self.log_page
        )
        place.closed.connect(self.log_page.go_to_next_value)
        self.log_page.put_first(place)
        return place

    def _look_for_copies(self) -> None:
        if self._copies is not None:
            self._copies.look_soon()

    def _stop_looking_for_copies(self) -> None:
        if self._copies is not None:
            self._copies.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catching_up.start()
        self._look_for_copies()
        if not event.spontaneous():
            QTimer.singleShot(0, self, self._offer_first_steps)
            QTimer.singleShot(PAINTED_MS, self, self._show_what_can_wait)

    def get_ready(self) -> None:
        """Prepare what the first set would otherwise wait for, a few milliseconds at a time."""
        self.logbook.database.get_ready()
        parts = (self.log_page.panel.get_ready, self._make_bar, self._go_on_resting)
        for part in (*parts, is_anybody_listening):
            QTimer.singleShot(0, self, part)

    def _go_on_resting(self) -> None:
        current = self.current
        current.rests.go_on(current.session.id, current.sets, current.now)

    def _make_bar(self) -> None:
        _ = self.session_bar  # creating it also shows it

    def _show_what_can_wait(self) -> None:
        if not self.isVisible():  # it may have been closed meanwhile, and its log too
            return
        self.faults.attempt(self.log_page.show_recent)
        self.copies.look_soon()

    def _offer_first_steps(self) -> None:
        """Suggest first steps if the log is empty."""
        panel = self.log_page.panel
        # The window may have been closed meanwhile, and its log too.
        if panel.first_steps is not None or not self.isVisible():
            return
        if self.logbook.database.newest_session() is None:
            steps = panel.show_first_steps()
            steps.bodyweight_asked.connect(self.log_page.day_bar.bodyweight.setFocus)
            steps.import_asked.connect(lambda: self.dialogs.import_file())
            steps.demo_asked.connect(self.dialogs.open_demo)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._catching_up.stop()
        self._stop_looking_for_copies()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_activation = event.type() is QEvent.Type.ActivationChange
        # It may arrive late, at a window whose log is already closed.
        if is_activation and self.isActiveWindow() and self.isVisible():
            self.logbook.catch_up()
            self._look_for_copies()
            # The user may come back to the window on another day.
            self.morning.refresh()
            self.reminder.refresh()

    # What is typed and not saved

    def leave_log(self, go_on: Callable[[], object]) -> None:
        """Save what is typed, then go on; if something cannot be saved, ask first."""
        drafts = self._save_drafts()
        if not drafts:
            go_on()
            return
        box = self.dialogs.ask_about_unsaved([unsaved_text(each) for each in drafts])
        box.accepted.connect(go_on)
        box.rejected.connect(partial(self._keep_editing, drafts[0].place))

    def _save_drafts(self) -> list[Draft]:
        """Save what is typed, and return what cannot be saved."""
        # A half-typed field is saved by leaving it.
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.current.saver.save_all()
        return self.current.drafts.all()

    def _keep_editing(self, place: Place) -> None:
        self.show_page(LOG)
        if place.field is Field.MORNING:
            self.morning.ask_about(place.session)
        else:
            self.log_page.go_to_place(place)

    def close_anyway(self) -> None:
        """Close the window, even if something could not be saved."""
        self._asks_about_unsaved = False
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        # Closing anyway means that the user was asked, or that the log is already closed.
        if self._asks_about_unsaved and self._save_drafts():
            event.ignore()
            self.leave_log(self.close_anyway)
            return
        self.settings.set_window_geometry(self.saveGeometry())
        self.current.rests.keep(self.current.session.id, self.current.now)
        self.backups.stop()
        self._stop_looking_for_copies()
        super().closeEvent(event)


def _dropped_file(data: QMimeData) -> Path | None:
    """Return the one file or folder that is being dropped; None for anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() or path.is_dir() else None
