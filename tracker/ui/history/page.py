"""The History page: a year's calendar above all sessions, to search, edit and delete."""

import datetime
from contextlib import suppress
from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPalette, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.app.history import History, SessionRow, hard_sets_by_day
from tracker.app.language import error_text, plural
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.app.theme import (
    CAPTION,
    CARD_PADDING,
    GAP,
    PAGE_MARGIN,
    TITLE,
    colours_of,
    for_letters,
)
from tracker.domain.change import Change
from tracker.domain.event import Event
from tracker.domain.measured import kinds_of
from tracker.domain.measurement import KNOWN_KINDS, MeasuredKind, Measurement
from tracker.domain.search import Search, SearchError, read_search
from tracker.domain.session import Session
from tracker.domain.symptoms import Symptom
from tracker.ui.history.calendar_card import CalendarCard
from tracker.ui.history.model import HistoryModel
from tracker.ui.history.table import HistoryTable
from tracker.ui.widgets.cards import Caption, Card
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.icons import ON_BUTTON, icon
from tracker.ui.widgets.keys import ENTER
from tracker.ui.window.actions import keys_text
from tracker.words.labels import beginning_of_text, date_text, number_text
from tracker.words.measurements import kind_name
from tracker.words.session_steps import session_deleted

SEARCH_WIDTH = 280
LEAST_SEARCH_WIDTH = 160
WIDTH_OF_GLASS = 36  # pixels before the text of the search


class HistoryPage(QWidget):
    """The table of sessions, read when the page is first shown.

    Args:
        logbook: The open log.
        settings: For the unit.
        faults: Where a failed read or save is told.
        today: The current day.

    Signals:
        session_asked: The ID of a session to open.
        day_asked: A day without a session is to be opened.
        event_asked: An event is to be shown, and perhaps changed.
    """

    session_asked = Signal(str)
    day_asked = Signal(datetime.date)
    event_asked = Signal(Event)

    def __init__(
        self,
        logbook: Logbook,
        settings: Settings,
        faults: Faults,
        today: datetime.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._logbook = logbook
        self._faults = faults
        self._is_outdated = True
        self._history = History(logbook, self)
        self.model = HistoryModel(self._history, logbook, settings, faults, self)
        self.table = HistoryTable(self.model, self)
        self.card = CalendarCard(settings, today, self)
        self.calendar = self.card.calendar
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search: 2026-03 seated pain>3"))
        self.search.setAccessibleName(self.tr("Search sessions"))
        self.search.setToolTip(
            self.tr(
                "Words of notes, equipment and exercises; days as 12 Mar 2026 or 2026-03;\n"
                "pain>3, reps>=10, kg>60, rir=0, hold>30; note:achilles; event:race;\n"
                "since:injury, since:visit, since:2026-03. More under F1."
            )
        )
        self.wrong = Caption("", self, factor=CAPTION)  # what is wrong with the search
        self.wrong.setForegroundRole(QPalette.ColorRole.BrightText)
        self.wrong.setWordWrap(True)
        # Always takes the room of a line, so that words that come and go during typing do not move
        # the page; more only for words that are longer than the page is wide.
        self.wrong.setMinimumHeight(self.wrong.fontMetrics().height() + 1)
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(for_letters(SEARCH_WIDTH, self.fontMetrics()))
        self.search.setMinimumWidth(LEAST_SEARCH_WIDTH)
        self.search.installEventFilter(self)
        self._glass = QAction(self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.count = Caption("", self, muted=True)
        self.delete = QPushButton(self.tr("Delete"), self)
        self.delete.setToolTip(self.tr("Delete the selected sessions with their sets"))
        self.message = Complaint(self)
        self.empty = Caption("", self, muted=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._lay_out()
        self._tint()
        self.search.textChanged.connect(self._on_search_text_changed)
        self.calendar.day_taken.connect(self._on_calendar_day_taken)
        self.delete.clicked.connect(self.delete_selected_sessions)
        self.table.opened.connect(self._on_table_opened)
        self.table.deletion_asked.connect(self.delete_selected_sessions)
        self.table.selectionModel().selectionChanged.connect(self._show_state)
        self.table.selectionModel().currentRowChanged.connect(self._on_table_row_changed)
        self.model.refused.connect(self._on_model_refused)
        self._history.refreshed.connect(self._on_history_refreshed)
        logbook.undone.connect(self._on_logbook_retraced)
        logbook.redone.connect(self._on_logbook_retraced)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(Caption(self.tr("History"), self, factor=TITLE, bold=True))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.search, 1_000)  # what the count leaves it, rather than the stretch
        head.addWidget(self.delete)
        card = Card(self)
        self._stack = QStackedWidget(card)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(CARD_PADDING, 6, CARD_PADDING, CARD_PADDING)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self.message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.wrong)
        layout.addWidget(self.card)
        layout.addSpacing(GAP)
        layout.addWidget(card, 1)
        in_order = (
            self.search,
            self.delete,
            self.card.previous,
            self.card.following,
            self.card.fold,
            self.calendar,
            self.table,
        )
        for before, after in pairwise(in_order):
            self.setTabOrder(before, after)

    def _tint(self) -> None:
        muted = colours_of(QApplication.palette()).muted
        self._glass.setIcon(icon("search", muted, for_letters(ON_BUTTON, self.fontMetrics())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_outdated:
            self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # In the search line, Down goes to the matches, and Escape shows everything again.
        if watched is self.search and isinstance(event, QKeyEvent):
            is_press = event.type() is QEvent.Type.KeyPress
            if is_press and event.key() in (Qt.Key.Key_Down, *ENTER):
                self._go_to_table()
                return True
            if is_press and event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _go_to_table(self) -> None:
        if not self.model.rowCount():
            return  # a hidden table would take the focus as soon as a session is added
        self.table.setFocus()
        if not self.table.selectionModel().hasSelection():
            self.table.stand_at(0)

    # Keeping up

    def _on_history_refreshed(self) -> None:
        self._is_outdated = True
        # A hidden page does no work; it catches up when it is shown.
        if self.isVisible():
            self._refresh()

    def _on_logbook_retraced(self, change: Change) -> None:
        """Go to the session that undo or redo has restored or changed."""
        ids = {after.id for _, after in change.of(Session) if after}
        rows = self.model.rows_of(ids) if self.isVisible() else []
        if rows:
            self.table.stand_at(rows[0])

    def _refresh(self) -> None:
        self._is_outdated = not self._faults.attempt(self._read)
        self.table.show_rows(has_bent=self.model.has_bent)
        self._show_state()

    def _read(self) -> None:
        self.model.refresh()
        if self.model.is_searched:
            self.calendar.show_found(self.model.found_days)
        days = self._history.felt_days()
        pain = {day: noted.worst_pain for day, noted in days.items() if noted.felt}
        runner = self._logbook.database.runner()
        bands = runner.low_pain, runner.middle_pain
        hard_sets, events = hard_sets_by_day(self._history.rows()), self._history.events()
        self.card.show_days(hard_sets, pain, bands, events)

    def _on_search_text_changed(self, text: str) -> None:
        search = Search()  # an unreadable search shows everything
        self.wrong.setText("")
        text = beginning_of_text(text) or text  # a day as the table shows it
        try:
            search = read_search(text, self._named_kinds())
        except SearchError as error:
            self._say_wrong(error_text(error), error.position)
        day = None
        with suppress(ValueError):
            day = datetime.date.fromisoformat(text.strip())
        self.calendar.take(day)
        self._faults.attempt(lambda: self.model.search(search))
        self.calendar.show_found(self.model.found_days if search else None)
        self._show_state()

    def _named_kinds(self) -> list[tuple[str, MeasuredKind]]:
        """Return the kinds that a search can compare, by their names in files and on screen."""
        noted: list[Measurement] = []
        self._faults.attempt(lambda: noted.extend(self._history.measured()))
        own = [kind for kind in kinds_of(noted) if not kind.is_known]
        kinds = [*KNOWN_KINDS.values(), *own]
        return [(name, kind) for kind in kinds for name in (kind.name, kind_name(kind))]

    def _say_wrong(self, message: str, position: int) -> None:
        """Show an error below the place it is about, as far as there is room."""
        before = self.search.fontMetrics().horizontalAdvance(self.search.text()[:position])
        place = self.search.x() - self.wrong.x() + WIDTH_OF_GLASS + before
        room = self.wrong.width() - self.wrong.fontMetrics().horizontalAdvance(message)
        self.wrong.setContentsMargins(max(0, min(place, room)), 0, 0, 0)
        self.wrong.setText(message)

    def _on_table_opened(self, row: SessionRow) -> None:
        """Open a session; for a day without one, that which its symptoms belong to, or the day.

        Where nothing is known of a day but that an event began on it, that event.
        """
        if row.is_session:
            self.session_asked.emit(row.session.id)
            return
        if row.felt is None:
            self.event_asked.emit(row.events[0])
            return
        day, symptoms = row.felt.date, list[Symptom]()

        def read() -> None:
            symptoms.extend(self._logbook.database.symptoms(day, day))

        if self._faults.attempt(read):
            owner = next((each.session_id for each in symptoms if each.session_id), None)
            if owner is None:
                self.day_asked.emit(day)
            else:
                self.session_asked.emit(owner)

    def _on_table_row_changed(self, index: QModelIndex) -> None:
        # Not when rows come and go without the runner.
        if index.isValid() and self.table.hasFocus():
            self.calendar.follow(self.model.session(index).date)

    def _on_calendar_day_taken(self, day: datetime.date | None) -> None:
        self.search.setText("" if day is None else day.isoformat())

    def _show_state(self) -> None:
        """Show how many sessions there are, and what is missing if none is shown."""
        shown, count = self.model.rowCount(), self.model.session_count
        is_empty = not count and not shown
        # Hiding the table must not move the focus to some other part of the window, even while
        # another window is active.
        if not shown and self.window().focusWidget() is self.table:
            self.search.setFocus()
        self._stack.setCurrentWidget(self.table if shown else self.empty)
        self.setFocusProxy(self.table if shown else self.search)
        if is_empty:
            words = self.tr("Sessions come here as soon as their first set is logged ({}).")
            self.empty.setText(words.format(keys_text("show_log")))
        elif not shown:
            words = self.tr("No session matches “{}”. Escape shows all {} again.")
            self.empty.setText(words.format(self.search.text(), number_text(count)))
        self.count.setText(self._count_text(self.model.shown_count, count))
        self.delete.setEnabled(self.table.selectionModel().hasSelection())

    def _count_text(self, shown: int, count: int) -> str:
        if not count:
            return ""
        if shown < count:
            return plural("{} of %Ln (session|sessions)", None, count).format(number_text(shown))
        return plural("%Ln (session|sessions)", None, count)

    def _on_model_refused(self, message: str) -> None:
        self.message.say(message)

    # Commands

    def delete_selected_sessions(self) -> bool:
        """Delete the selected sessions with their sets, as one step that can be undone.

        Returns:
            Whether any was selected.
        """
        rows = self.table.selected_rows()
        if not rows:
            return False
        if len(rows) == 1:
            day = rows[0].session.date
            if rows[0].is_session:
                label, said = session_deleted(day)
            else:
                label = self.tr("Delete what was noted on {}").format(date_text(day))
                said = self.tr("What was noted on {} is deleted.").format(date_text(day))
        else:
            count = len(rows)
            if not all(row.is_session for row in rows):
                label = plural("Delete %Ln (day|days)", None, count)
                said = plural("%Ln (day|days) deleted.", None, count)
            else:
                label = plural("Delete %Ln (session|sessions)", None, count)
                said = plural("%Ln (session|sessions) deleted.", None, count)
        self._faults.attempt(lambda: self._logbook.apply(self._history.removal(rows), label, said))
        return True
