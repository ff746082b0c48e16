"""The Log page: one session in two tables side by side, saved as it is typed."""

from collections.abc import Callable
from functools import partial

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.app.current_session import CurrentSession
from tracker.app.drafts import Field, Place
from tracker.app.language import plural
from tracker.app.session_end import SessionEnd, session_end
from tracker.app.settings import Settings
from tracker.app.theme import GAP, PAGE_MARGIN
from tracker.domain.evidence import Evidence
from tracker.domain.exercise import Exercise
from tracker.domain.session import LoggedSet
from tracker.domain.set_grid import Cell, cell_of
from tracker.ui.log.day_bar import DayBar
from tracker.ui.log.draft_fields import DraftLine
from tracker.ui.log.exercise_card import ExerciseCard
from tracker.ui.log.quick_entry import QuickEntry
from tracker.ui.log.set_model import DRAFT_ROLE, SetTableModel
from tracker.ui.log.set_panel import SetPanel
from tracker.ui.log.tight_room import bring_into_sight, is_low, is_narrow, is_tight, let_scroll
from tracker.ui.log.unsaved import UnsavedLine
from tracker.ui.widgets.announce import announce, is_anybody_listening
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.ui.widgets.tab_order import put_before
from tracker.words.estimates import estimate_words
from tracker.words.labels import (
    load_text,
    set_name,
)
from tracker.words.session_end import end_text


class LogPage(QWidget):
    """The page on which a session is logged.

    Signals:
        session_shown: The session on the page, or its day, has changed.
        copy_asked: The selected cells are to be copied.
        paste_asked: Copied text is to be written from the current cell on.
    """

    session_shown = Signal()
    copy_asked = Signal()
    paste_asked = Signal()

    def __init__(
        self,
        current: CurrentSession,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.current = current
        self._settings = settings
        self._faults = faults
        self.day_bar = DayBar(current, settings, faults, self)
        self.quick_entry = QuickEntry(current, settings, faults, self)
        standing = (Exercise.STANDING, Exercise.STANDING_BENT)
        self.cards = [
            ExerciseCard(current, settings, faults, (Exercise.SEATED,), self),
            ExerciseCard(current, settings, faults, standing, self),
        ]
        for card in self.cards:
            card.reserve.chosen.connect(self.note_reserve)
        self.cards[1].knee_moved.connect(self.cards[0].begin_lower)
        self._card = self.cards[0]  # the card with the current cell
        self._above: list[QWidget] = []  # the widgets above the session, in reading order
        self._stood_on: str | None = None  # ID of the set in the cell when it became current
        self._left_after: str | None = None  # ID of the newest set when the last table was left
        self._is_another_session = False
        self._is_way_asked = False  # whether the runner asked to go there
        self.panel = SetPanel(current, settings, faults, self.cards[-1].table, self)
        self.panel.left.connect(self._show_details)
        self.panel.entered.connect(self._go_back_to_cell)
        self.day_bar.bodyweight.entered.connect(self._go_back_to_cell)
        self.note = DraftLine(current, faults, self)
        self.note.setPlaceholderText(self.tr("A note about this session"))
        self.note.setAccessibleName(self.tr("Note of the session"))
        self.note.entered.connect(self.go_to_next_value)
        self.note.binding.left.connect(self._show_note)
        self.note.binding.refused.connect(self._on_note_refused)
        self.message = Complaint(self)
        # Always takes its room, so that the end of a session does not move the tables.
        self.ending = Caption("", self, muted=True)
        self.ending.setFixedHeight(self.ending.fontMetrics().height() + 1)
        self.ending.setMinimumWidth(1)
        tables = QHBoxLayout()
        tables.setSpacing(GAP)
        # Only if the letters are large for the window.
        self._area: QtWidgets.QScrollArea | None = None
        for card in self.cards:
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            tables.addWidget(card, 1)
            card.table.entered.connect(self._on_table_entered)
            card.table.left_empty.connect(self._on_table_left_empty)
            card.table.cell_selected.connect(self._on_table_cell_selected)
            card.table.deletion_asked.connect(self.delete_selected_sets)
            card.table.copy_asked.connect(self.copy_asked)
            card.table.paste_asked.connect(self.paste_asked)
            card.table.cell_wanted.connect(partial(self._go_to_value_of, card))
            card.table.line_closed.connect(partial(self._on_table_line_closed, card))
            card.model.draft_dropped.connect(self._settle)
            card.exercise_chosen.connect(partial(self._on_card_exercise_chosen, card))
            card.table.beside_wanted.connect(partial(self._go_beside, card))
            card.bodyweight_asked.connect(self.day_bar.bodyweight.setFocus)
        self._session = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._session.setSpacing(GAP)
        self._session.addLayout(tables, 1)
        self._session.addWidget(self.panel)
        layout = self._column = QVBoxLayout(self)
        layout.addWidget(self.day_bar)
        layout.addWidget(self.quick_entry)
        layout.addLayout(self._session, 1)
        layout.addWidget(self.note)
        layout.addWidget(self.message)
        layout.addWidget(self.ending)
        self.unsaved = UnsavedLine(current, self._is_in_sight, self)
        self.unsaved.asked.connect(self.go_to_place)
        layout.addWidget(self.unsaved)
        self.quick_entry.logged.connect(self._on_table_entered)
        current.left.connect(self._on_current_left)
        current.retraced.connect(self._on_current_retraced)
        current.switched.connect(self._on_current_switched)
        current.refreshed.connect(self._on_current_refreshed)
        current.bests.due.connect(self._on_bests_due)
        self._on_current_switched()
        self._on_current_refreshed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_room()

    def _fit_room(self) -> None:
        above = sum(each.sizeHint().height() for each in self._above if not each.isHidden())
        narrow, low = is_narrow(self), is_low(self, above)
        top, between = (8, 8) if is_tight(self, above) else (16, GAP)
        self._column.setContentsMargins(PAGE_MARGIN, top, PAGE_MARGIN, 16)
        self._column.setSpacing(between)
        if self._area is None and (narrow or low):
            self._area = let_scroll(self)
        if self._area is not None:
            direction = QBoxLayout.Direction
            self._session.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
            self.panel.set_below(is_below=narrow)
            for card in self.cards:
                card.keep_rows(are_kept=narrow or low)

    def put_first(self, widget: QWidget) -> None:
        """Put a widget above the session, first in tab order."""
        self._column.insertWidget(0, widget)
        self._above.insert(0, widget)
        widget.installEventFilter(self)
        self._order_above()

    def eventFilter(self, _above: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:  # its contents are created when it is first shown
            self._order_above()
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._fit_room()
        return False

    def _order_above(self) -> None:
        for each in self._above:
            if not each.isHidden():  # searching for focusable widgets takes time
                put_before(self.day_bar.previous, each)

    def _card_of(self, exercise: Exercise) -> ExerciseCard:
        seated, standing = self.cards
        if exercise is Exercise.SEATED:
            return seated
        standing.show_exercise(exercise)
        return standing

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises that get filled in, in order: those shown and those planned."""
        return self.current.to_fill([card.exercise for card in self.cards])

    # The one current cell

    def go_to(self, cell: Cell) -> None:
        """Make a cell current and give it the focus, ready for its value."""
        self._finish_typing()
        self._stand_at(cell, takes_keys=True)

    def go_to_next_value(self) -> None:
        """Make the cell of the session's next value current and give it the focus."""
        self._finish_typing()
        self._stand_at(self.current.next_value(self.exercises), takes_keys=True)

    def _go_back_to_cell(self) -> None:
        cell = self.cell
        if cell is not None:
            self._stand_at(cell, takes_keys=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # spontaneous: for example, no longer minimised
            self.go_to_next_value()

    @property
    def cell(self) -> Cell | None:
        """The current cell, of which there is one; None only while a table changes its rows."""
        index = self._card.table.currentIndex()
        return self._card.model.cell(index) if index.isValid() else None

    def _stand_at(self, cell: Cell, *, takes_keys: bool) -> None:
        card = self._card_of(cell.exercise)
        if not card.table.stand_at(cell):  # for example, the column for both legs has gone
            card.table.stand_at(self.current.grid([cell.exercise]).first_empty(cell.exercise))
        if takes_keys:
            card.table.setFocus()

    def _go_to_value_of(self, card: ExerciseCard) -> None:
        grid = self.current.grid([card.exercise])
        self._stand_at(grid.first_empty(card.exercise), takes_keys=False)

    def _go_beside(self, card: ExerciseCard, step: int) -> None:
        """Go from a table to the neighbouring cell in the other one, if there is one."""
        place = self.cards.index(card) + step
        if 0 <= place < len(self.cards):
            model = self.cards[place].model
            row = min(card.table.currentIndex().row(), model.rowCount() - 1)
            column = 0 if step > 0 else model.columnCount() - 1
            self._stand_at(model.cell(model.index(row, column)), takes_keys=True)

    def _finish_typing(self) -> None:
        for card in self.cards:
            card.table.finish_typing()

    def _settle(self, *, chosen: ExerciseCard | None = None) -> None:
        """Find the current cell again after the log has changed.

        It follows its set. If that is gone, the cell stays current unless another set has moved
        into it; from an empty cell that was filled, it moves on. Input being typed, or refused,
        keeps the cell current.

        Args:
            chosen: The card to whose table the runner has just gone: the current cell stays there.
        """
        if any(card.model.is_typed_in for card in self.cards):
            return
        has_keys = self._card.table.hasFocus()
        if self._is_another_session:
            takes_keys = has_keys or (self._is_way_asked and self.isVisible())
            self._is_another_session = self._is_way_asked = False
            self._stand_at(self.current.next_value(self.exercises), takes_keys=takes_keys)
            return
        cell = self.cell
        target = self._found_again(cell)
        if chosen is not None and target.exercise is not chosen.exercise:
            target = self.current.grid([chosen.exercise]).first_empty(chosen.exercise)
        if target != cell:
            self._stand_at(target, takes_keys=has_keys)
        else:
            self._remember_set()

    def _found_again(self, cell: Cell | None) -> Cell:
        places = {each.id: cell_of(each) for each in self.current.sets}
        if cell is not None and self._card.table.currentIndex().data(DRAFT_ROLE):
            return cell
        if self._stood_on in places:
            return places[self._stood_on]
        if cell is None:
            return self.current.next_value(self.exercises)
        if self.current.own(cell) is not None:
            return self.current.grid(self.exercises).next_cell(cell)
        return cell

    def _remember_set(self) -> None:
        logged = self._card.model.logged(self._card.table.currentIndex())
        self._stood_on = None if logged is None else logged.id

    def _on_table_line_closed(self, card: ExerciseCard, is_table_chosen: bool) -> None:
        self._settle(chosen=card if is_table_chosen else None)

    def _on_current_left(self) -> None:
        self._is_way_asked = True
        self._finish_typing()

    def _on_current_retraced(self, cell: Cell, goes_on: bool) -> None:
        if any(card.model.is_typed_in for card in self.cards):
            return
        target = self.current.grid(self.exercises).next_cell(cell) if goes_on else cell
        self._stand_at(target, takes_keys=self._card.table.hasFocus())

    def _on_card_exercise_chosen(self, card: ExerciseCard) -> None:
        if card is self._card:
            self._go_to_value_of(card)

    # Commands

    def selected_sets(self) -> list[LoggedSet]:
        """List the sets selected in the current table."""
        card = self._card
        found = map(card.model.logged, card.table.selectionModel().selectedIndexes())
        return [logged for logged in found if logged is not None]

    def delete_selected_sets(self) -> bool:
        """Delete the sets selected in the current table, or the draft in a single selected cell.

        Returns:
            Whether anything was selected.
        """
        card, sets = self._card, self.selected_sets()
        index, selected = card.table.currentIndex(), card.table.selectedIndexes()
        if len(selected) == 1 and card.model.discard_draft(index):
            return True  # what is visible is deleted, not the set beneath it
        if sets:
            said = (
                self.tr("Deleted {}.").format(set_name(sets[0]))
                if len(sets) == 1
                else plural("Deleted %Ln (set|sets).", None, len(sets))
            )
            removed = self._faults.attempt(lambda: self.current.remove(sets, said))
            if removed and self.cell is not None and not card.model.is_typed_in:
                self._stand_at(self.cell, takes_keys=False)  # and clear the rest of the selection
        return bool(sets)

    def paste(self, text: str) -> None:
        """Write a block of cells, as copied from a spreadsheet, from the first selected cell on."""
        rows = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
        selected = self._card.table.selectedIndexes()
        if selected:
            cells = [[cell.strip().strip('"') for cell in row.split("\t")] for row in rows]
            self._card.model.paste(min(selected), cells)

    def repeat_last_session(self) -> bool:
        """Log all sets as expected, and go to the next value; if nothing is expected, stay.

        Returns:
            Whether anything was expected.
        """
        self._finish_typing()
        repeated: list[bool] = []
        exercises = self.exercises
        self._faults.attempt(lambda: repeated.append(self.current.repeat_last_session(exercises)))
        if repeated == [True]:
            self.go_to_next_value()
        return repeated != [False]

    def note_reserve(self, rir: int) -> bool:
        """Record the reserve of the set just done; the current cell and its input stay as they are.

        Args:
            rir: Reps in reserve; 4 means 4 or more.

        Returns:
            Whether there is such a set.
        """
        target = self.current.reserve.target
        if target is None:
            return False
        tell = self._card_of_set(target).say
        if self.current.drafts.of(Place(Field.CELL, self.current.session, cell_of(target))):
            tell(self.tr("This set is being written: put its reserve behind it, as in 8x60 r2."))
        else:
            self._faults.attempt(lambda: self.current.reserve.answer(rir), tell)
        return True

    def _card_of_set(self, logged: LoggedSet) -> ExerciseCard:
        seated, standing = self.cards
        return seated if logged.exercise is Exercise.SEATED else standing

    def hold(self, begin_or_end: Callable[[Cell], None]) -> None:
        """Pass on the next hold's cell: the current one if empty, else that of the next value."""
        self._finish_typing()
        cell = self.cell
        if cell is None or self.current.own(cell) is not None:
            cell = self.current.next_value(self.exercises)
        self._stand_at(cell, takes_keys=False)
        self._faults.attempt(partial(begin_or_end, cell), self._card.say)

    def show_recent(self) -> None:
        """Show the last sessions below the tables."""
        for card in self.cards:
            card.show_recent()

    def _on_table_entered(self, cell: Cell) -> None:
        self._announce_saved(cell)
        grid = self.current.grid(self.exercises)
        self.go_to(grid.next_cell(cell))

    def _announce_saved(self, cell: Cell) -> None:
        logged = self.current.own(cell)
        if logged is not None and is_anybody_listening():
            unit = self._settings.unit
            told = self.current.estimate(logged)
            kg = estimate_words(told, lambda kg: load_text(kg, unit))
            saved = self.tr("Saved, estimate {}").format(kg)
            is_told = told.evidence is not Evidence.NONE
            announce(self, saved if is_told else self.tr("Saved"))

    def _on_table_left_empty(self, cell: Cell) -> None:
        grid = self.current.grid(self.exercises)
        if cell.exercise is self.exercises[-1] and self.current.sets:
            self._left_after = self.current.sets[-1].id
            self._show_end()
        self.go_to(grid.cell_after_leaving(cell))

    def _on_table_cell_selected(self, index: QModelIndex) -> None:
        model = index.model()
        if not isinstance(model, SetTableModel):
            return
        for card in self.cards:
            if card.model is model:
                self._card = card
            elif card.table.currentIndex().isValid():
                card.table.leave()
        self._remember_set()
        self._show_details()
        self.quick_entry.exercise = model.exercise
        if self._area is not None and index.isValid():
            card = self._card
            below = card.reserve.room + card.foot.message.sizeHint().height()
            bring_into_sight(self._area, card.table, index, below)

    def go_to_place(self, place: Place) -> None:
        """Show what is typed at a place, and give it the focus."""
        if place.field is not Field.BODYWEIGHT:
            self.current.go_back_to(place.session)
        elif place.session.date != self.current.session.date:
            self.current.open_day(place.session.date)
        if place.at is not None:
            self.go_to(cell_of(place.at) if isinstance(place.at, LoggedSet) else place.at)
        fields: dict[str, QWidget] = {
            Field.NOTE: self.note,
            Field.BODYWEIGHT: self.day_bar.bodyweight,
            Field.QUICK_ENTRY: self.quick_entry.line,
        }
        if isinstance(place.at, LoggedSet):
            fields |= self.panel.form.fields
        field = fields.get(place.field)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_in_sight(self, place: Place) -> bool:
        if place.field is Field.BODYWEIGHT:
            return place == self.day_bar.bodyweight.binding.place
        if isinstance(place.at, LoggedSet):
            return self.panel.isVisible() and self.panel.shows(place.at)
        if isinstance(place.at, Cell) and place.at.exercise not in self.exercises:
            return False
        is_here = place.session.id == self.current.session.id
        return is_here or place.field is Field.MORNING

    def _show_note(self) -> None:
        current = self.current
        note = current.session.note
        place = Place(Field.NOTE, current.session)
        self.note.binding.show_at(place, note if current.is_saved else None, note)

    def _on_note_refused(self, reason: str) -> None:
        self.message.say(reason)

    def _on_current_switched(self) -> None:
        used = {each.exercise for each in self.current.sets}
        if not used & {Exercise.STANDING, Exercise.STANDING_BENT} and self.current.planned:
            used.update(self.current.planned.exercises)
        bent, straight = Exercise.STANDING_BENT in used, Exercise.STANDING in used
        self.cards[1].show_exercise(
            Exercise.STANDING_BENT if bent and not straight else Exercise.STANDING
        )
        self._is_another_session = True  # the tables are filled after this
        self.session_shown.emit()

    def _on_bests_due(self) -> None:
        if self.isVisible():  # otherwise the log may already be closed
            self._faults.attempt(self.current.bests.look)

    def _on_current_refreshed(self) -> None:
        self._show_note()
        self._settle()
        self._show_details()
        self._show_end()

    def _show_end(self) -> None:
        """Sum up the session once all of it is done, or it is in the past."""
        ends: list[SessionEnd | None] = []
        current = self.current
        is_left = bool(current.sets) and current.sets[-1].id == self._left_after
        self._faults.attempt(
            lambda: ends.append(session_end(current, self.exercises, is_left=is_left))
        )
        end = ends[0] if ends else None
        asks = self._settings.asks_next_morning
        text = "" if end is None else end_text(end, self._settings.unit, asks_tomorrow=asks)
        if text and not self.ending.text():
            announce(self.ending, text)
        self.ending.setText(text)

    def _show_details(self) -> None:
        """Show the selected set, or else the last one, to record its reserve while resting."""
        selected = self._card.model.logged(self._card.table.currentIndex())
        newest = self.current.sets[-1] if self.current.sets else None
        self.panel.show_set(selected or newest)
        for card in self.cards:
            card.table.mark(self.panel.shown)
        self.unsaved.refresh()
