"""The sessions as rows of a table: sorted, searched, and edited in place."""

import datetime
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from enum import IntEnum
from math import isnan
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
from tracker.app.language import noop as _noop
from tracker.app.language import tr as _tr
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.app.work_done import ExerciseWork
from tracker.domain.change import Change
from tracker.domain.evidence import Evidence
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.search import Search
from tracker.domain.session import Session
from tracker.domain.session_symptoms import moving
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.read_only_table import Index
from tracker.words.estimates import estimate_marks, estimate_text, estimate_words
from tracker.words.events import event_name, event_on_its_day
from tracker.words.felt import noted_text
from tracker.words.labels import (
    NOTHING,
    date_of_text,
    date_text,
    day_text,
    exercise_name,
    load_number,
    load_text,
    number_text,
    side_name,
    time_text,
)
from tracker.words.sets_done import sets_hint, sets_text, sets_words

# The figures of the left and of the right leg, each a text; None where a cell has no such pair.
LEGS_ROLE: Final = Qt.ItemDataRole.UserRole
MUTED_ROLE: Final = Qt.ItemDataRole.UserRole + 1
DRAFT_ROLE: Final = Qt.ItemDataRole.UserRole + 2
# Of the figures of the legs: which of the two is higher than ever before on its equipment.
BESTS_ROLE: Final = Qt.ItemDataRole.UserRole + 3
# Above this many rows that come or go, the view begins anew: quicker than row by row.
MOST_ROWS_AMENDED: Final = 50
OLDEST_FIRST: Final = Qt.SortOrder.AscendingOrder
NEWEST_FIRST: Final = Qt.SortOrder.DescendingOrder
PAINTED_MS: Final = 250  # until the rows of ten years are painted, and bests are looked for


class HistoryColumn(IntEnum):
    """The columns in their order."""

    DATE = 0
    TIME = 1
    HARD_SETS = 2
    SEATED = 3
    SEATED_VOLUME = 4
    STANDING = 5
    STANDING_VOLUME = 6
    BENT = 7
    BENT_VOLUME = 8
    SETS = 9
    NOTE = 10


BEST: Final = {
    HistoryColumn.SEATED: Exercise.SEATED,
    HistoryColumn.STANDING: Exercise.STANDING,
    HistoryColumn.BENT: Exercise.STANDING_BENT,
}
VOLUME: Final = {
    HistoryColumn.SEATED_VOLUME: Exercise.SEATED,
    HistoryColumn.STANDING_VOLUME: Exercise.STANDING,
    HistoryColumn.BENT_VOLUME: Exercise.STANDING_BENT,
}
EDITABLE: Final = (HistoryColumn.DATE, HistoryColumn.NOTE)
_FIGURES: Final = (HistoryColumn.HARD_SETS, *BEST, *VOLUME)
_COLUMNS: Final = len(HistoryColumn)
_FLAGS: Final = (
    Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
)
_EDITABLE_FLAGS: Final = _FLAGS | Qt.ItemFlag.ItemIsEditable


_TITLES: Final = {
    HistoryColumn.DATE: _noop("Date"),
    HistoryColumn.TIME: _noop("Time"),
    HistoryColumn.HARD_SETS: _noop("Hard\nsets"),
    HistoryColumn.SEATED: _noop("Seated\ne1RM L · R, {}"),
    HistoryColumn.SEATED_VOLUME: _noop("Seated\nvolume, {}"),
    HistoryColumn.STANDING: _noop("Standing\ne1RM L · R, {}"),
    HistoryColumn.STANDING_VOLUME: _noop("Standing\nvolume, {}"),
    HistoryColumn.BENT: _noop("Knee bent\ne1RM L · R, {}"),
    HistoryColumn.BENT_VOLUME: _noop("Knee bent\nvolume, {}"),
    HistoryColumn.SETS: _noop("Sets"),
    HistoryColumn.NOTE: _noop("Note"),
}
_HINTS: Final = {
    HistoryColumn.HARD_SETS: _noop(
        "Work and test sets with at most 4 reps in reserve, or none noted; the left and the "
        "right set of one number count as one"
    ),
    **dict.fromkeys(BEST, _noop("Best estimated one-repetition maximum, left and right leg")),
    **dict.fromkeys(VOLUME, _noop("Volume load: repetitions × system load of all sets")),
}


class HistoryModel(QAbstractTableModel):
    """The sessions that a search leaves, in the order of one column.

    What cannot be saved stays in its cell as a draft.

    Args:
        history: The rows.
        logbook: For edits.
        settings: For the unit.
        faults: Where a failed read or save is told.

    Signals:
        refused: What is wrong with what was written; empty when it has been mended.
        rearranging: Rows are about to come, go or move.
        rearranged: All of them have.
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
        self._search = Search()
        self._column, self._order = HistoryColumn.DATE, NEWEST_FIRST
        self._drafts: dict[tuple[str, HistoryColumn], tuple[str, str]] = {}
        self._sets_texts: dict[int, tuple[SessionRow, str]] = {}  # made when first painted
        self._bests: Mapping[str, Collection[tuple[Exercise, Side]]] = {}
        self._looking = QTimer(self)  # for bests: the first look at the page does not wait for them
        self._looking.setSingleShot(True)
        self._looking.timeout.connect(self._on_looking_timeout)
        settings.unit_changed.connect(self._on_settings_unit_changed)

    # Which rows, in which order

    @property
    def is_searched(self) -> bool:
        """Whether anything is searched for."""
        return bool(self._search)

    @property
    def shown_count(self) -> int:
        """Count the sessions that the search leaves; days with symptoms alone are none."""
        return sum(row.is_session for row in self._found)

    @property
    def found_days(self) -> frozenset[datetime.date]:
        """The days that the search leaves."""
        return frozenset(row.session.date for row in self._found)

    @property
    def session_count(self) -> int:
        """Count the sessions, those that the search leaves out too."""
        return len(self._all)

    @property
    def has_bent(self) -> bool:
        """Whether any session has standing raises with the knee bent."""
        return any(Exercise.STANDING_BENT in row.work for row in self._all)

    def row(self, index: Index) -> SessionRow:
        """Give what a row is about."""
        return self._shown[index.row()]

    def session(self, index: Index) -> Session:
        """Give the session of a row."""
        return self._shown[index.row()].session

    def knows(self, session_id: str) -> bool:
        """Tell whether a session is in the log, be it shown or left out by the search.

        A day with symptoms alone is known only where it is shown.
        """
        rows = (*self._all, *self._found)
        return any(row.session.id == session_id for row in rows)

    def row_of(self, session_id: str) -> int | None:
        """Find the row of a session; None where the search leaves it out."""
        return next(iter(self.rows_of({session_id})), None)

    def rows_of(self, session_ids: Collection[str]) -> list[int]:
        """List the rows of those sessions that are shown, from the top."""
        return [n for n, row in enumerate(self._shown) if row.session.id in session_ids]

    def refresh(self) -> None:
        """Show the log as it is now.

        Raises:
            TrackerError: If it could not be read.
        """
        self._all = self._history.rows()
        self._sets_texts.clear()
        self._find()
        known = {row.session.id for row in self._all}
        if any(id_ not in known for id_, _ in self._drafts):
            self._drafts = {key: draft for key, draft in self._drafts.items() if key[0] in known}
            messages = [message for _, message in self._drafts.values()]
            self.refused.emit(messages[-1] if messages else "")
        self._arrange()
        self._looking.start(PAINTED_MS)

    def _on_looking_timeout(self) -> None:
        self._faults.attempt(self._look_for_bests)

    def _look_for_bests(self) -> None:
        bests = self._history.bests()
        if bests != self._bests and self._shown:
            last = self.index(len(self._shown) - 1, HistoryColumn.NOTE)
            self._bests = bests
            self.dataChanged.emit(self.index(0, 0), last, [BESTS_ROLE])
        self._bests = bests

    def search(self, search: Search) -> None:
        """Show only the sessions that answer a search.

        Raises:
            TrackerError: If the log could not be read.
        """
        self._search = search
        self._find()
        self._arrange()

    def _find(self) -> None:
        names = {exercise: exercise_name(exercise) for exercise in Exercise}
        self._found = self._history.found(self._search, Terms(names, event_name))

    def sort(self, column: int, order: Qt.SortOrder = OLDEST_FIRST) -> None:
        self._column, self._order = HistoryColumn(column), order
        self._arrange()

    def _arrange(self) -> None:
        found = list(self._found)  # rows come and go in the list that is shown
        if self._column is HistoryColumn.DATE:
            # They come newest first, sessions of one day too.
            self._become(found if self._order == NEWEST_FIRST else found[::-1])
            return
        values = {row.session.id: self._value(row, self._column) for row in found}
        known = [row for row in found if values[row.session.id] is not None]
        unknown = [row for row in found if values[row.session.id] is None]
        known.sort(key=lambda row: values[row.session.id], reverse=self._order == NEWEST_FIRST)
        self._become(known + unknown)  # what has no value comes last, whichever the order

    @staticmethod
    def _value(row: SessionRow, column: HistoryColumn) -> Any:
        """Give what a column sorts by; None where there is nothing."""
        if column in BEST:
            work = row.work.get(BEST[column])
            best = () if work is None else work.best.values()
            return max((each.e1rm_kg for each in best), default=None)
        if column in VOLUME:
            work = row.work.get(VOLUME[column])
            return None if work is None or isnan(work.volume_load_kg) else work.volume_load_kg
        if column is HistoryColumn.TIME:
            started_at = row.session.started_at
            return None if started_at is None else started_at.time()
        if not row.is_session:
            return None
        if column is HistoryColumn.SETS:
            return sum(sum(work.sets.values()) for work in row.work.values()) or None
        return (
            row.hard_sets
            if column is HistoryColumn.HARD_SETS
            else row.session.note.casefold() or None
        )

    def _become(self, rows: list[SessionRow]) -> None:
        self.rearranging.emit()
        self._amend(rows)
        self.rearranged.emit()

    def _amend(self, rows: list[SessionRow]) -> None:
        """Show other rows, telling the view what comes, goes, moves and changes."""
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
        self.dataChanged.emit(self.index(first, 0), self.index(last, _COLUMNS - 1))

    def _on_settings_unit_changed(self) -> None:
        self._sets_texts.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, _COLUMNS - 1)
        if self._shown:
            self._tell_changed(0, len(self._shown) - 1)

    # What stands in a cell

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else _COLUMNS

    def flags(self, index: Index) -> Qt.ItemFlag:
        # The header asks for every cell of a selection: give what was made once.
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        is_session = self._shown[index.row()].is_session
        return _EDITABLE_FLAGS if is_session and index.column() in EDITABLE else _FLAGS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < _COLUMNS:
            return None
        column = HistoryColumn(section)
        title = _tr(_TITLES[column]).format(self._settings.unit)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole and column in _HINTS:
            return _tr(_HINTS[column])
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
            return draft[0] if draft else self._edited_text(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return draft[0] if draft else self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return draft[1] if draft else self._hint(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == LEGS_ROLE:
            return self._legs(row, column)
        if role == BESTS_ROLE:
            return self._best_legs(row, column)
        if role == MUTED_ROLE:
            return column is HistoryColumn.TIME or column in VOLUME or not row.is_session
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column, draft)
        return None

    def _work(self, row: SessionRow, column: HistoryColumn) -> ExerciseWork | None:
        exercise = (BEST | VOLUME).get(column)
        return None if exercise is None else row.work.get(exercise)

    def _legs(self, row: SessionRow, column: HistoryColumn) -> tuple[str, str] | None:
        work = self._work(row, column)
        if work is None or column not in BEST:
            return None

        def number(kg: float) -> str:
            return number_text(load_number(kg, self._settings.unit), 1)

        left, right = (estimate_text(work.best.get(leg), number) for leg in LEGS)
        return left, right

    def _best_legs(self, row: SessionRow, column: HistoryColumn) -> tuple[Side, ...]:
        bests = self._bests.get(row.session.id, ())
        return tuple(leg for leg in LEGS if column in BEST and (BEST[column], leg) in bests)

    def _text(self, row: SessionRow, column: HistoryColumn) -> str:
        if not row.is_session and column is not HistoryColumn.DATE:
            return self._noted(row) if column is HistoryColumn.NOTE else ""
        session, work = row.session, self._work(row, column)
        legs = self._legs(row, column)
        if legs is not None:
            return " · ".join(legs)
        if work is not None:
            return number_text(load_number(work.volume_load_kg, self._settings.unit))
        if column is HistoryColumn.DATE:
            return date_text(session.date)
        if column is HistoryColumn.TIME and session.started_at is not None:
            return time_text(session.started_at.time())
        if column is HistoryColumn.HARD_SETS:
            return number_text(row.hard_sets)
        if column is HistoryColumn.SETS:
            return self._sets_text(row)
        return " ".join(session.note.split()) if column is HistoryColumn.NOTE else ""

    @staticmethod
    def _noted(row: SessionRow) -> str:
        """Say what is known of a day without a session."""
        felt = "" if row.felt is None else noted_text(row.felt)
        return " · ".join(filter(None, (*map(event_on_its_day, row.events), felt)))

    def _sets_text(self, row: SessionRow) -> str:
        """Give the sets of a row, made when it is first painted: nobody sees all of them."""
        known = self._sets_texts.get(id(row))
        if known is None or known[0] is not row:
            known = self._sets_texts[id(row)] = row, sets_text(row.sets, self._settings.unit)
        return known[1]

    def _edited_text(self, row: SessionRow, column: HistoryColumn) -> str:
        return row.session.note if column is HistoryColumn.NOTE else self._text(row, column)

    def _hint(self, row: SessionRow, column: HistoryColumn) -> str | None:
        work = self._work(row, column)
        if column is HistoryColumn.DATE:
            events = map(event_name, self._history.events_on(row.session.date))
            return "\n".join((day_text(row.session.date), *row.equipment, *events))
        if column is HistoryColumn.NOTE:
            return (row.session.note if row.is_session else self._noted(row)) or None
        if column is HistoryColumn.SETS:
            text = self._text(row, column)
            return f"{text}\n{sets_hint()}" if text else None
        if work is None:
            return None
        if column in VOLUME and isnan(work.volume_load_kg):
            return self.tr("Bodyweight unknown: weigh in on the Log page.")
        words = {
            Side.LEFT: self.tr("left"),
            Side.RIGHT: self.tr("right"),
            Side.BOTH: self.tr("of both legs"),
        }
        sets = ", ".join(f"{count} {words[side]}" for side, count in work.sets.items())
        hint = self.tr("Sets: {}").format(sets)
        is_plain = all(each.evidence is Evidence.KNOWN for each in work.best.values())
        marks = "" if column in VOLUME or is_plain else estimate_marks()
        return "\n".join(filter(None, (hint, marks, self._best_text(row, column))))

    def _best_text(self, row: SessionRow, column: HistoryColumn) -> str:
        legs = ", ".join(map(side_name, self._best_legs(row, column)))
        return self.tr("Higher than ever before on this equipment: {}").format(legs) if legs else ""

    def _spoken(self, row: SessionRow, column: HistoryColumn, draft: tuple[str, str] | None) -> str:
        title = _tr(_TITLES[column]).partition("\n")[0]
        if draft:
            return f"{title}: {draft[0]}. {draft[1]}"
        if column is HistoryColumn.SETS:
            return f"{title}: {sets_words(row.sets, self._settings.unit) or NOTHING}"
        work = self._work(row, column)
        if work is not None and column in BEST:

            def load(kg: float) -> str:
                return load_text(kg, self._settings.unit)

            figures = ", ".join(
                f"{side_name(leg)} {estimate_words(work.best[leg], load)}"
                for leg in LEGS
                if leg in work.best
            )
            best = self._best_text(row, column)
            return ". ".join(filter(None, (f"{title}: {figures or NOTHING}", best)))
        return f"{title}: {self._text(row, column) or NOTHING}"

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
        label = self.tr("Move session to {}").format(date_text(date))
        if date != session.date:
            parts = self._logbook.database.parts_of(session.id)
            said = self.tr("Session moved to {}.").format(date_text(date))
            self._logbook.apply(moving(session, parts, date), label, said)

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
        """Drop what could not be saved; tell whether there was something."""
        dropped = bool(self._drafts)
        self._drafts.clear()
        if dropped and self._shown:
            self._tell_changed(0, len(self._shown) - 1)
        if dropped:
            self.refused.emit("")
        return dropped


def _alignment(column: HistoryColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
