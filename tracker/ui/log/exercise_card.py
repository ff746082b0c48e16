"""The card of one exercise: its table, and what belongs to it right below its last row."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from tracker.app.current_session import CurrentSession
from tracker.app.settings import Settings
from tracker.app.theme import CAPTION, CARD_PADDING, GAP
from tracker.domain.exercise import Exercise
from tracker.domain.notation import NotationError
from tracker.domain.plan import PlannedSets
from tracker.domain.session import Session
from tracker.ui.log.recent_line import LEAST, MOST, RecentLine
from tracker.ui.log.reserve_strip import ReserveStrip
from tracker.ui.log.set_model import SetTableModel, plan_words
from tracker.ui.log.set_table import CELL_PADDING, SetTable
from tracker.ui.log.table_foot import TableFoot
from tracker.ui.widgets.announce import announce
from tracker.ui.widgets.cards import Caption, Card, SegmentedControl
from tracker.ui.widgets.faults import Faults
from tracker.words.labels import (
    date_text,
    exercise_emphasis,
    exercise_knee,
    exercise_name,
)

# All that is planned of an exercise, and the part for the current cell.
PlannedHere = tuple[list[PlannedSets], PlannedSets] | None
BELOW = QSizePolicy.Policy.Minimum, QSizePolicy.Policy.MinimumExpanding
MOST_HIGH = 16_777_215  # Qt's own limit of a widget's height
LEAST_ROWS = 3  # rows that must fit, or a hint below them gives way to an error


class ExerciseCard(Card):
    """A card with one exercise's table, last time's sets and today's estimates.

    Args:
        exercises: What the table can show; with more than one, the card offers a choice.

    Signals:
        exercise_chosen: The runner has chosen another exercise for the table.
        bodyweight_asked: The runner wants to enter the bodyweight.
        knee_moved: The choice of knee position takes this height below the title; 0 beside it.
    """

    exercise_chosen = Signal()
    knee_moved = Signal(int)
    bodyweight_asked = Signal()

    def __init__(
        self,
        current: CurrentSession,
        settings: Settings,
        faults: Faults,
        exercises: tuple[Exercise, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._settings = settings
        self._exercises = exercises
        self._shown: object = None
        self._told: object = None  # what the text about the plan or last time was made from
        self._shows_recent = False
        self.model = SetTableModel(current, settings, faults, exercises[0], self)
        self.table = SetTable(self.model, self)
        self.title = Caption("", self, bold=True)
        self.hint = Caption("", self, factor=CAPTION, muted=True)
        self.knee = SegmentedControl(
            [self.tr("straight"), self.tr("bent")], self.tr("Knee straight or bent"), self
        )
        self.knee.setVisible(len(exercises) > 1)
        self.knee.chosen.connect(self._on_knee_chosen)
        self.foot = TableFoot(current, settings, self)
        self.foot.weigh.clicked.connect(self.bodyweight_asked)
        self.message, self.last_time, self.best = (
            self.foot.message,
            self.foot.last_time,
            self.foot.best,
        )
        self.reserve = ReserveStrip(current, self.table, self.model, self)
        self.recent = RecentLine(self)
        header = self._header = QGridLayout()
        header.setHorizontalSpacing(8)
        header.setVerticalSpacing(0)
        header.setColumnStretch(0, 1)
        header.addWidget(self.title, 0, 0)
        header.addWidget(self.hint, 1, 0)
        header.addWidget(self.knee, 0, 1, 2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(CARD_PADDING, CARD_PADDING, CARD_PADDING, CARD_PADDING)
        layout.setSpacing(6)
        layout.addLayout(header)
        layout.addWidget(self.table, 1)
        # Room for what is below the rows, if they fill the table; what is left of it belongs here.
        self._below = QSpacerItem(0, self.reserve.room, *BELOW)
        layout.addItem(self._below)
        self.table.resized.connect(self._place_foot)
        self.table.scrolled.connect(self._place_foot)
        self.model.rowsInserted.connect(self._place_foot)
        self.model.rowsRemoved.connect(self._place_foot)
        self.model.modelReset.connect(self._place_foot)
        self.model.refused.connect(self.say)
        self.table.cell_selected.connect(self._on_table_cell_selected)
        current.refreshed.connect(self.refresh)
        settings.unit_changed.connect(self.refresh)
        self.show_exercise(exercises[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()
        if not self.knee.isHidden():
            self._place_knee()
        self._place_foot()

    def keep_rows(self, *, are_kept: bool) -> None:
        """Keep a few rows visible, whatever is below them, by making the page scroll."""
        rows = LEAST_ROWS * self.table.verticalHeader().defaultSectionSize()
        high = self.table.horizontalHeader().sizeHint().height() + rows if are_kept else 0
        if high != self.table.minimumHeight():
            self.table.setMinimumHeight(high)
            self._place_foot()

    def _place_knee(self) -> None:
        """Put the choice of knee position beside the title, or below it if there is no room."""
        words = max(self.title.sizeHint().width(), self.hint.sizeHint().width())
        room = self.width() - 2 * CARD_PADDING - words - self._header.horizontalSpacing()
        is_below = not self.knee.fit_beside(room)
        place = (2, 0, 1, 2) if is_below else (0, 1, 2, 1)
        if self._header.getItemPosition(self._header.indexOf(self.knee)) != place:
            self._header.addWidget(self.knee, *place)
            self.knee_moved.emit(self.knee.sizeHint().height() if is_below else 0)

    def begin_lower(self, by: int) -> None:
        """Begin the table this many pixels lower, level with that of a card with a choice there."""
        self._header.setRowMinimumHeight(2, by)

    @property
    def exercise(self) -> Exercise:
        """The exercise shown."""
        return self.model.exercise

    def _on_table_cell_selected(self) -> None:
        if self._current.planned is not None:  # because the plan for that cell is shown
            self.refresh()

    def _on_knee_chosen(self, place: int) -> None:
        self.show_exercise(self._exercises[place])
        self.exercise_chosen.emit()

    def show_exercise(self, exercise: Exercise) -> None:
        """Show one of this card's exercises."""
        if exercise is not self.model.exercise:
            self.table.finish_typing()
            self.model.show_exercise(exercise)
        self.knee.choose(self._exercises.index(exercise))
        self.table.setAccessibleName(exercise_name(exercise))
        self.title.setText(
            exercise_name(exercise if len(self._exercises) == 1 else Exercise.STANDING)
        )
        self._show_hint()
        self.refresh()

    def refresh(self) -> None:
        """Update what is around the table, if it may have changed."""
        exercise, current = self.exercise, self._current
        before, _ = current.last_time(exercise)
        planned = self._planned_here()
        sets = [each for each in current.sets if each.exercise is exercise]
        recent = current.recent_bests(exercise) if self._shows_recent else []
        weight = current.runner.formula, current.bodyweight_kg, self._settings.unit
        # Who has done it twice knows what Enter does.
        is_routine = current.is_routine(exercise)
        shown = (exercise, before, planned, sets, weight, recent, is_routine)
        if shown == self._shown:
            return
        self._shown = shown
        self._show_last_time(before, planned, has_sets=bool(sets), is_routine=is_routine)
        self.best.show_exercise(exercise)
        lacks_weight = exercise.carries_bodyweight and current.bodyweight_kg is None
        self.foot.ask_weight(is_needed=lacks_weight and bool(sets))
        self.recent.show_bests(recent, self._settings.unit)
        self._place_foot()

    def _show_hint(self) -> None:
        """Describe the exercise, as far as there is room."""
        emphasis = exercise_emphasis(self.exercise)
        whole = f"{exercise_knee(self.exercise)} · {emphasis}"
        self.hint.setToolTip(whole)
        taken = self.hint.fontMetrics().horizontalAdvance(whole)
        # If the knee position is chosen above the table, it need not be repeated.
        is_short = len(self._exercises) > 1 or taken > self.width() - 2 * CARD_PADDING
        self.hint.setText(emphasis if is_short else whole)

    def show_recent(self) -> None:
        """Show the last sessions too; called after the first paint, to keep the start short."""
        self._shows_recent = True
        self.refresh()

    def _place_foot(self) -> None:
        """Put what belongs to the table right below its last row.

        Done by hand rather than by a layout, so that a new row moves it without laying out the
        card.
        """
        # To the right of the row numbers, which would be repainted with anything on top of them.
        table, beside = self.table, self.table.verticalHeader().width()
        left, width = table.x() + beside, table.width() - beside
        # The height of the header and of a few rows is not available to what is below.
        rows = min(self.model.rowCount(), LEAST_ROWS) * table.verticalHeader().defaultSectionSize()
        above = table.y() + table.horizontalHeader().height() + rows + self.reserve.room
        high = self.foot.height_for(width, self.height() - CARD_PADDING - above)
        room = self.reserve.room + high
        self._show_whole_rows(self.height() - CARD_PADDING - table.y() - room)
        if room != self._below.sizeHint().height():
            self._below.changeSize(0, room, *BELOW)
            self._below.invalidate()
            layout = self.layout()
            assert layout is not None  # it always has one
            layout.invalidate()
        top = table.y() + table.end_of_rows + self.reserve.room
        self.foot.setGeometry(left, top, width, high)
        room = self.height() - CARD_PADDING - (top + high) - GAP
        is_shown = not self.recent.is_empty and room >= LEAST
        high_left = min(room, MOST) if is_shown else 0
        self.recent.setGeometry(left, top + high + GAP, width if is_shown else 0, high_left)

    def _show_whole_rows(self, room: int) -> None:
        """Cut the table where a row ends.

        Args:
            room: The height there is for it, in pixels.
        """
        table = self.table
        head, row = table.horizontalHeader().height(), table.verticalHeader().defaultSectionSize()
        rows = max((room - head) // row, 1)
        is_cut = rows < self.model.rowCount()
        high = max(head + rows * row, table.minimumHeight()) if is_cut else MOST_HIGH
        if high != table.maximumHeight():
            table.setMaximumHeight(high)

    def _planned_here(self) -> PlannedHere:
        """Return what is planned of the exercise, and the current cell's part of it; or None."""
        planned = self._current.planned
        items = [] if planned is None else planned.items_of(self.exercise)
        if planned is None or not items:
            return None
        index = self.table.currentIndex()
        grid = self._current.grid([self.exercise])
        at = self.model.cell(index) if index.isValid() else grid.first_empty(self.exercise)
        return items, self._current.planned_at(at) or items[0]

    def _show_last_time(
        self, before: Session | None, planned: PlannedHere, *, has_sets: bool, is_routine: bool
    ) -> None:
        """Write what is planned here, or when the exercise was last done."""
        told = (before, planned, has_sets, is_routine, self.exercise, self._settings.unit)
        if told == self._told:  # as after most sets
            return
        self._told = told
        text = self._last_time_text(before, has_sets=has_sets, is_routine=is_routine)
        tip = ""
        if planned is not None:
            unit = self._settings.unit
            text, tip = plan_words().due_text(*planned, unit, is_routine=is_routine)
        self.last_time.setText(text)
        self.last_time.setToolTip(tip)
        self.last_time.setVisible(bool(text))

    def _last_time_text(self, before: Session | None, *, has_sets: bool, is_routine: bool) -> str:
        if before is None and has_sets:
            is_seated = self.exercise is Exercise.SEATED
            other = exercise_name(Exercise.STANDING if is_seated else Exercise.SEATED)
            text = self.tr("Saved. 8 alone keeps the load. Enter on an empty cell goes to {}.")
            return text.format(other)
        if before is None and self.exercise.carries_bodyweight:
            return self.tr("First time: type 8+20 for 8 with 20 {} beside the body.").format(
                self._settings.unit
            )
        if before is None:
            return self.tr("First time: type 8x60, or a hold as 45s 60; Enter goes on.")
        hint = self.tr("Last time {}. Enter takes a grey value over.")
        return (self.tr("Last time {}.") if is_routine else hint).format(date_text(before.date))

    def say(self, message: str) -> None:
        """Say what is wrong, below the table under the word in question; blank clears it."""
        if not message and not self.message.text():  # as after most sets
            return
        self.foot.say(message, self._place_of_error())
        self._place_foot()
        if message:
            announce(self.table, self.tr("Not saved: {}").format(message))

    def _place_of_error(self) -> int:
        """Return where the unreadable word begins, in pixels from the left edge of the cells."""
        table, index = self.table, self.table.currentIndex()
        if not index.isValid():
            return 0
        typed = self.model.typed(index)
        at = 0
        try:
            self._current.read_entry(typed, self.exercise)
        except NotationError as error:
            at = error.position
        except ValueError:
            pass  # it can be read; something else is wrong
        before = table.fontMetrics().horizontalAdvance(typed[:at])
        return CELL_PADDING + table.columnViewportPosition(index.column()) + before
