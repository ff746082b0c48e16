"""The sessions as rows of a table: sorted, searched, and edited in place."""

import datetime
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    Signal,
)

from tracker.app.history import History, SessionRow, Terms
from tracker.app.language import tr as _tr
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise
from tracker.domain.search import Search
from tracker.domain.session import Session
from tracker.domain.session_symptoms import moving
from tracker.ui.history.columns import (
    EDITABLE,
    HINTS,
    TITLES,
    VOLUME,
    HistoryColumn,
    RowTexts,
    alignment_of,
    sort_value,
)
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.read_only_table import Index
from tracker.words.events import event_name
from tracker.words.labels import date_of_text, exercise_name
from tracker.words.session_steps import session_moved

# The figures of the left and the right leg as texts; None if a cell has no such pair.
LEGS_ROLE: Final = Qt.ItemDataRole.UserRole
MUTED_ROLE: Final = Qt.ItemDataRole.UserRole + 1
DRAFT_ROLE: Final = Qt.ItemDataRole.UserRole + 2
# The legs whose figure is a new best on their equipment.
BESTS_ROLE: Final = Qt.ItemDataRole.UserRole + 3
# With more rows than this added or removed, a reset is quicker than row by row.
MOST_ROWS_AMENDED: Final = 50
OLDEST_FIRST: Final = Qt.SortOrder.AscendingOrder
NEWEST_FIRST: Final = Qt.SortOrder.DescendingOrder
PAINTED_MS: Final = 250  # delay until bests are searched for: by then ten years of rows are painted


_FLAGS: Final = (
    Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
)
_EDITABLE_FLAGS: Final = _FLAGS | Qt.ItemFlag.ItemIsEditable


class HistoryModel(QAbstractTableModel):
    """The sessions that match the search, sorted by one column.

    What cannot be saved stays in its cell as a draft.

    Args:
        history: The rows.
        logbook: For edits.
        settings: For the unit.
        faults: Where a failed read or save is told.

    Signals:
        refused: What is wrong with the text entered; blank once it is corrected.
        rearranging: Rows are about to be added, removed or moved.
        rearranged: All rows have been added, removed or moved.
    """

    refused = Signal(str)
    rearranging = Signal()
    rearranged = Signal()

    def __init__(
        self,
        history: History,
        logbook: Logbook,
        settings: Settings,
        faults: Faults,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._logbook = logbook
        self._settings = settings
        self._faults = faults
        self._all: list[SessionRow] = []
        self._shown: list[SessionRow] = []
        self._found: list[SessionRow] = []
        self._found_sessions = 0
        self._search = Search()
        self._column, self._order = HistoryColumn.DATE, NEWEST_FIRST
        self._drafts: dict[tuple[str, HistoryColumn], tuple[str, str]] = {}
        self._texts = RowTexts(settings, history.events_on)
        # Delays the search for bests, so that the page appears without waiting for it.
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.timeout.connect(self._look_for_bests)
        settings.unit_changed.connect(self._on_settings_unit_changed)

    # Which rows, in which order

    @property
    def is_searched(self) -> bool:
        """Whether there is anything to search for."""
        return bool(self._search)

    @property
    def shown_count(self) -> int:
        """The number of matching sessions, not counting days with only symptoms."""
        return self._found_sessions

    @property
    def found_days(self) -> frozenset[datetime.date]:
        """The days of the matching rows."""
        return frozenset(row.session.date for row in self._found)

    @property
    def session_count(self) -> int:
        """The number of all sessions, matching or not."""
        return len(self._all)

    @property
    def has_bent(self) -> bool:
        """Whether any session has standing raises with a bent knee."""
        return any(Exercise.STANDING_BENT in row.work for row in self._all)

    def row(self, index: Index) -> SessionRow:
        """Return the content of a row."""
        return self._shown[index.row()]

    def session(self, index: Index) -> Session:
        """Return the session of a row."""
        return self._shown[index.row()].session

    def knows(self, session_id: str) -> bool:
        """Tell whether a session is in the log, whether shown or left out by the search.

        A day with only symptoms is known only while it is shown.
        """
        rows = (*self._all, *self._found)
        return any(row.session.id == session_id for row in rows)

    def row_of(self, session_id: str) -> int | None:
        """Return the row of a session; None if the search leaves it out."""
        return next(iter(self.rows_of({session_id})), None)

    def rows_of(self, session_ids: Collection[str]) -> list[int]:
        """Return the rows of those sessions that are shown, from the top."""
        return [n for n, row in enumerate(self._shown) if row.session.id in session_ids]

    def refresh(self) -> None:
        """Show the current log.

        Raises:
            TrackerError: If it could not be read.
        """
        self._all = self._history.rows()
        self._texts.forget()
        self._find()
        known = {row.session.id for row in self._all}
        if any(id_ not in known for id_, _ in self._drafts):
            self._drafts = {key: draft for key, draft in self._drafts.items() if key[0] in known}
            messages = [message for _, message in self._drafts.values()]
            self.refused.emit(messages[-1] if messages else "")
        self._arrange()
        self._looking.start(PAINTED_MS)

    def _look_for_bests(self) -> None:
        bests = self._history.bests()
        if bests != self._texts.bests and self._shown:
            last = self.index(len(self._shown) - 1, HistoryColumn.NOTE)
            self._texts.bests = bests
            self.dataChanged.emit(self.index(0, 0), last, [BESTS_ROLE])
        self._texts.bests = bests

    def search(self, search: Search) -> None:
        """Show only the sessions that match a search.

        Raises:
            TrackerError: If the log could not be read.
        """
        self._search = search
        self._find()
        self._arrange()

    def _find(self) -> None:
        names = {exercise: exercise_name(exercise) for exercise in Exercise}
        self._found = self._history.found(self._search, Terms(names, event_name))
        self._found_sessions = sum(row.is_session for row in self._found)

    def sort(self, column: int, order: Qt.SortOrder = OLDEST_FIRST) -> None:
        self._column, self._order = HistoryColumn(column), order
        self._arrange()

    def _arrange(self) -> None:
        found = list(self._found)  # a copy, because the shown list is changed row by row
        if self._column is HistoryColumn.DATE:
            # They are sorted newest first, also within a day.
            self._become(found if self._order == NEWEST_FIRST else found[::-1])
            return
        values = {row.session.id: sort_value(row, self._column) for row in found}
        known = [row for row in found if values[row.session.id] is not None]
        unknown = [row for row in found if values[row.session.id] is None]
        known.sort(key=lambda row: values[row.session.id], reverse=self._order == NEWEST_FIRST)
        self._become(known + unknown)  # rows without a value come last in either order

    def _become(self, rows: list[SessionRow]) -> None:
        self.rearranging.emit()
        self._amend(rows)
        self.rearranged.emit()

    def _amend(self, rows: list[SessionRow]) -> None:
        """Show other rows, telling the view which are added, removed, moved and changed."""
        ids = [row.session.id for row in rows]
        before = [row.session.id for row in self._shown]
        kept, had = set(ids), set(before)
        gone = [place for place, id_ in enumerate(before) if id_ not in kept]
        come = [place for place, id_ in enumerate(ids) if id_ not in had]
        if len(gone) + len(come) > MOST_ROWS_AMENDED:
            self.beginResetModel()
            self._shown = rows
            self.endResetModel()
            return
        for place in reversed(gone):
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._shown[place]
            self.endRemoveRows()
        old = {row.session.id: row for row in self._shown}
        self._reorder([row for row in rows if row.session.id in had])
        for place in come:
            self.beginInsertRows(QModelIndex(), place, place)
            self._shown.insert(place, rows[place])
            self.endInsertRows()
        changed = [
            place
            for place, row in enumerate(rows)
            if (was := old.get(row.session.id, row)) is not row
            and (was != row or was.sets is not row.sets)
        ]
        if len(changed) > MOST_ROWS_AMENDED:
            self._tell_changed(changed[0], changed[-1])
        else:
            for place in changed:
                self._tell_changed(place, place)

    def _reorder(self, rows: list[SessionRow]) -> None:
        before = [row.session.id for row in self._shown]
        places = {row.session.id: place for place, row in enumerate(rows)}
        if before == list(places):
            self._shown = rows
            return
        self.layoutAboutToBeChanged.emit()
        self._shown = rows
        indexes = self.persistentIndexList()
        moved = [self.index(places[before[each.row()]], each.column()) for each in indexes]
        self.changePersistentIndexList(indexes, moved)
        self.layoutChanged.emit()

    def _tell_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(HistoryColumn) - 1))

    def _on_settings_unit_changed(self) -> None:
        self._texts.forget()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HistoryColumn) - 1)
        if self._shown:
            self._tell_changed(0, len(self._shown) - 1)

    # What stands in a cell

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(HistoryColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        # The header asks for every cell of a selection, so return constants.
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        is_session = self._shown[index.row()].is_session
        return _EDITABLE_FLAGS if is_session and index.column() in EDITABLE else _FLAGS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(HistoryColumn):
            return None
        column = HistoryColumn(section)
        title = _tr(TITLES[column]).format(self._settings.unit)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(column)
        if role == Qt.ItemDataRole.ToolTipRole and column in HINTS:
            return _tr(HINTS[column])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return title.replace("\n", " ")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], HistoryColumn(index.column())
        draft = self._drafts.get((row.session.id, column))
        if role == DRAFT_ROLE:
            return draft is not None
        if role == Qt.ItemDataRole.EditRole:
            return draft[0] if draft else self._texts.edited(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return draft[0] if draft else self._texts.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return draft[1] if draft else self._texts.hint(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(column)
        if role == LEGS_ROLE:
            return self._texts.legs(row, column)
        if role == BESTS_ROLE:
            return self._texts.best_legs(row, column)
        if role == MUTED_ROLE:
            return column is HistoryColumn.TIME or column in VOLUME or not row.is_session
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._texts.spoken(row, column, draft)
        return None

    # Editing

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        column = HistoryColumn(index.column())
        if column not in EDITABLE:
            return False
        session, text = self._shown[index.row()].session, str(value)
        edit = self._move if column is HistoryColumn.DATE else self._note
        return self._try(session, column, text, lambda: edit(session, text))

    def _move(self, session: Session, text: str) -> None:
        date = date_of_text(text)
        if date != session.date:
            parts = self._logbook.database.parts_of(session.id)
            self._logbook.apply(moving(session, parts, date), *session_moved(date))

    def _note(self, session: Session, text: str) -> None:
        change = Change.replacing(session, replace(session, note=text.strip()))
        self._logbook.apply(change, self.tr("Edit note"))

    def _try(
        self, session: Session, column: HistoryColumn, text: str, action: Callable[[], object]
    ) -> bool:
        key = (session.id, column)

        def keep(message: str) -> None:
            self._drafts[key] = (text, message)
            self.refused.emit(message)

        self._drafts.pop(key, None)
        done = self._faults.attempt(action, keep)
        if done:
            self.refused.emit("")
        place = self.row_of(session.id)
        if place is not None:
            self._tell_changed(place, place)
        return done

    def discard_drafts(self) -> bool:
        """Drop all drafts; returns whether there were any."""
        dropped = bool(self._drafts)
        self._drafts.clear()
        if dropped and self._shown:
            self._tell_changed(0, len(self._shown) - 1)
        if dropped:
            self.refused.emit("")
        return dropped
