"""The one cursor of the Log page: keys on the real window against a plain model of its cells.

The model holds what is in each cell of each session, which cell is current, what is selected, and
what is half typed. After every step the log, the drafts, the current cell and the selection must
be the model's. Where the next value goes is asked of ``SetGrid``, which has tests of its own.
"""

import datetime
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.session import LoggedSet, Session, next_position, next_set_no
from tracker.domain.set_grid import Cell, SetGrid, cell_of, removal
from tracker.storage.database import Database
from tracker.ui.log.exercise_card import ExerciseCard
from tracker.ui.log.set_model import DRAFT_ROLE
from tracker.ui.window.main_window import MainWindow

SEATED, STANDING, BENT = Exercise
L, R, BOTH = Side
NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
DAYS = [NOW.date() - datetime.timedelta(days=ago) for ago in (14, 7, 3, 0)]

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier
ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
# What is typed: repetitions, load and hold of one set, or of three below each other, or what cannot
# be read, or blank, which removes the set.
VALUES = {
    "8x60": (1, 8, 60.0, None),
    "12 40": (1, 12, 40.0, None),
    "3x9@50": (3, 9, 50.0, None),
    "5x10s 30": (1, 5, 30.0, 10.0),
}
BLANK = " "
TEXTS = st.sampled_from([*VALUES, *VALUES, "8x6o", BLANK])


@dataclass(frozen=True)
class Value:
    """A set in a cell: its identity, wherever it moves, and its text."""

    set_id: int
    reps: int
    kg: float
    rir: float | None = None
    hold_s: float | None = None

    @property
    def content(self) -> tuple[float | None, ...]:
        return self.reps, self.kg, self.rir, self.hold_s


Content = tuple[float | None, ...] | None  # None where there is no set
Table = dict[Cell, Value]  # of one session
Tables = dict[str, Table]  # by the id of the session


@dataclass(frozen=True)
class Line:
    """A cell being edited: the text so far, or None for what was there before."""

    text: str | None
    on: int | None  # the set that was there when it was begun
    over: Content  # what the runner knows to be there, and so means to replace


@dataclass(frozen=True)
class Draft:
    """A text that could not be saved in a cell."""

    text: str
    found: Content  # what was there then, of which the runner was told


def without_gaps(table: Table, gone: set[Cell]) -> Table:
    """Remove sets; a row left empty vanishes, and those below move up."""
    kept = {cell: value for cell, value in table.items() if cell not in gone}
    emptied = {(c.exercise, c.set_no) for c in gone} - {(c.exercise, c.set_no) for c in kept}

    def moved(cell: Cell) -> Cell:
        above = sum(exercise is cell.exercise and row < cell.set_no for exercise, row in emptied)
        return cell._replace(set_no=cell.set_no - above)

    return {moved(cell): value for cell, value in kept.items()}


class Desk:
    """The window on a log in memory with two sessions, and its keyboard."""

    def __init__(self) -> None:
        # Sessions of one day come in the order of their ids: the same keys are to do the same.
        numbers = count(1)
        self._ids = patch("tracker.domain.entry.urandom", lambda size: next(numbers).to_bytes(size))
        self._ids.start()
        self._folder = tempfile.TemporaryDirectory()
        store = QSettings(str(Path(self._folder.name) / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.logbook = Logbook(Database.in_memory())
        for day, rows in ((DAYS[0], 1), (DAYS[1], 2)):
            session = Session(day)
            places = [
                (e, row, leg) for e in (SEATED, STANDING) for row in range(rows) for leg in (L, R)
            ]
            sets = [
                LoggedSet(session.id, exercise, leg, row + 1, 8, 30.0, position, rir=2.0)
                for position, (exercise, row, leg) in enumerate(places)
            ]
            self.logbook.apply(Change.adding(session, *sets), "before")
        self.logbook = Logbook(self.logbook.database)  # which has nothing to undo
        self.current = CurrentSession(self.logbook, self.settings, lambda: NOW, self.logbook)
        self.window = MainWindow(self.logbook, self.current, self.settings, "training")
        self.page = self.window.log_page
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def close(self) -> None:
        self.window.close_anyway()  # what could not be saved would keep it open
        self.window.deleteLater()
        self.logbook.database.close()
        self._folder.cleanup()
        self._ids.stop()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key as the window system does: everyone knows the modifier keys held."""
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, held)

    def type(self, text: str) -> None:
        for letter in text:
            handle = self.window.windowHandle()
            assert handle is not None
            QTest.keyClick(handle, ord(letter))

    def card(self, exercise: Exercise) -> ExerciseCard:
        return self.page.cards[exercise is not SEATED]

    def click(self, cell: Cell, held: Qt.KeyboardModifier = PLAIN) -> None:
        card = self.card(cell.exercise)
        place = card.table.visualRect(card.model.index_of(cell)).center()
        QTest.mouseClick(card.table.viewport(), Qt.MouseButton.LeftButton, held, place)


class CursorMachine(RuleBasedStateMachine):
    """Each rule presses keys, and computes by itself what becomes of the cells."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.ids = count(1)
        self.tables: Tables = {
            session.id: self.as_logged(session.id)
            for session in self.desk.logbook.database.sessions()
        }
        self.drafts: dict[tuple[str, Cell], Draft] = {}
        self.knee = STANDING
        self.unit = Unit.KG
        self.line: Line | None = None
        self.has_keys = True  # or else some other part of the page has them
        self.is_in_field = False  # and that one takes Ctrl+Z for itself
        self.done: list[Tables] = []  # what the log was before each step
        self.undone: list[Tables] = []
        self.shown = self.desk.current.session.id
        self.cursor = self.anchor = Cell(SEATED, 1, L)  # the anchor: where a selection begins
        self.selected = {self.cursor}
        self.just_done: int | None = None  # the set done or noted last
        self.asked: list[int] = []  # the sets whose reserve is asked for

    def teardown(self) -> None:
        self.desk.close()

    # The plain model

    def as_logged(self, session_id: str) -> Table:
        sets = self.desk.logbook.database.sets_of(session_id)
        return {
            cell_of(each): Value(next(self.ids), each.reps, each.external_kg, each.rir, each.hold_s)
            for each in sets
        }

    @property
    def table(self) -> Table:
        return self.tables.setdefault(self.shown, {})

    @property
    def grid(self) -> SetGrid:
        """The cells of the page, compared with the model's after each step."""
        return self.desk.current.grid((SEATED, self.knee))

    @property
    def drafted(self) -> list[Cell]:
        return [cell for session_id, cell in self.drafts if session_id == self.shown]

    def rows(self, exercise: Exercise) -> int:
        kept = [cell.set_no for cell in self.drafted if cell.exercise is exercise]
        if self.line is not None and self.cursor.exercise is exercise:
            kept.append(self.cursor.set_no)
        return max([self.grid.row_count(exercise), *kept])

    def sides(self, exercise: Exercise) -> tuple[Side, ...]:
        kept = [cell for cell in self.drafted if cell.exercise is exercise]
        if self.line is not None:
            kept.append(self.cursor)
        has_both = any(cell.exercise is exercise and cell.side is BOTH for cell in kept)
        return (L, R, BOTH) if has_both else self.grid.sides(exercise)

    def cells(self, exercise: Exercise) -> list[Cell]:
        return [
            Cell(exercise, row, side)
            for row in range(1, self.rows(exercise) + 1)
            for side in self.sides(exercise)
        ]

    def stand(self, cell: Cell) -> None:
        if cell.exercise is not SEATED:
            self.knee = cell.exercise
        if cell not in self.cells(cell.exercise):
            cell = self.grid.first_empty(cell.exercise)
        self.cursor = self.anchor = cell
        self.selected = {cell}

    def stand_at_next_value(self) -> None:
        self.stand(self.desk.current.next_value((SEATED, self.knee)))

    def become(self, table: Table) -> None:
        """Give the session shown other sets, as a step that can be undone."""
        if table != self.table:
            self.done.append({key: dict(each) for key, each in self.tables.items()})
            self.undone = []
            self.tables[self.shown] = table

    def log(self, new: Table) -> None:
        """Log sets; the last one of each leg is asked about."""
        self.become({**self.table, **new})
        last = {cell.side: value.set_id for cell, value in sorted(new.items())}
        self.asked = [last[side] for side in Side if side in last]
        self.just_done = new[max(new)].set_id

    def set_at_cursor(self) -> int | None:
        """Return the set in the current cell as the runner saw it."""
        if self.line is not None:
            return self.line.on
        there = self.table.get(self.cursor)
        return None if there is None else there.set_id

    def there(self, cell: Cell) -> Content:
        value = self.table.get(cell)
        return None if value is None else value.content

    def line_with(self, text: str | None) -> Line:
        draft = self.drafts.get((self.shown, self.cursor))
        over = self.there(self.cursor) if draft is None else draft.found
        return Line(text, self.set_at_cursor(), over)

    def settle(self, stood_on: int | None) -> None:
        """Let the cursor find its cell again after the log has changed.

        Args:
            stood_on: The set that was in the current cell.
        """
        if self.line is not None:
            return
        places = {value.set_id: cell for cell, value in self.table.items()}
        if self.cursor not in self.cells(self.cursor.exercise):
            moved = places.get(stood_on or -1)
            self.stand_at_next_value() if moved is None else self.stand(moved)
        elif (self.shown, self.cursor) in self.drafts:
            pass
        elif stood_on in places:
            if places[stood_on] != self.cursor:
                self.stand(places[stood_on])
        elif self.cursor in self.table:
            self.stand(self.grid.next_cell(self.cursor))
        self.selected &= set(self.cells(self.cursor.exercise))
        if self.anchor not in self.cells(self.anchor.exercise):
            self.anchor = self.cursor

    def enter(self, text: str, over: Content) -> bool:
        """Let the current cell take what was typed over its text; tells whether it did."""
        cell, there = self.cursor, self.table.get(self.cursor)
        self.drafts.pop((self.shown, cell), None)
        is_overtaken = self.there(cell) != over
        if text == BLANK and not is_overtaken:
            if there:
                self.become(without_gaps(self.table, {cell}))
            return True
        sets, reps, load, hold_s = VALUES.get(text, (0, 0, 0.0, None))
        cells = [cell._replace(set_no=cell.set_no + below) for below in range(sets)]
        if not cells or is_overtaken or any(each in self.table for each in cells[1:]):
            self.drafts[self.shown, cell] = Draft(text, self.there(cell))
            return False
        kg = load if self.unit is Unit.KG else kg_from_pounds(load)
        if there:  # one set is changed to what each of them would be
            new = replace(there, reps=reps, kg=kg, rir=None, hold_s=hold_s)
            self.become({**self.table, cell: new})
        else:
            self.log({each: Value(next(self.ids), reps, kg, None, hold_s) for each in cells})
        return True

    def leave_line(self) -> None:
        """Save half-typed text in its cell, or keep it there as a draft."""
        if self.line is None:
            return
        stood_on = self.line.on
        if self.line.text is not None:
            self.enter(self.line.text, self.line.over)
        self.line = None
        self.settle(stood_on)

    # Keys

    @precondition(lambda self: self.has_keys and self.line is None)
    @rule(text=TEXTS)
    def type(self, text: str) -> None:
        self.line = self.line_with(text)
        self.desk.type(text)

    @precondition(lambda self: self.has_keys and self.line is None)
    @rule()
    def look(self) -> None:
        self.line = self.line_with(None)
        self.desk.press(Qt.Key.Key_F2)

    @precondition(lambda self: self.has_keys)
    @rule()
    def press_enter(self) -> None:
        cell, line, there = self.cursor, self.line, self.table.get(self.cursor)
        expected = None if there else self.desk.current.expected(cell)
        draft = self.drafts.get((self.shown, cell))
        self.desk.press(Qt.Key.Key_Return)
        if line is not None:
            self.go_on_from_line(line)
        elif draft is not None:
            if self.enter(draft.text, draft.found):
                self.stand(self.grid.next_cell(cell))
        elif expected is not None:
            value = Value(
                next(self.ids), expected.reps, expected.external_kg, None, expected.hold_s
            )
            self.log({cell: value})
            self.stand(self.grid.next_cell(cell))
        elif there is not None:
            self.stand(self.grid.next_cell(cell))
        else:
            self.stand(self.grid.cell_after_leaving(cell))

    @precondition(lambda self: self.has_keys and self.line is not None)
    @rule()
    def press_tab(self) -> None:
        assert self.line is not None
        self.desk.press(Qt.Key.Key_Tab)
        self.go_on_from_line(self.line)

    def go_on_from_line(self, line: Line) -> None:
        cell = self.cursor
        if line.text is not None:
            self.enter(line.text, line.over)
        self.line = None
        self.settle(line.on)
        if cell in self.table and (self.shown, cell) not in self.drafts:
            self.stand(self.grid.next_cell(cell))

    @precondition(lambda self: self.has_keys and self.line is not None)
    @rule()
    def press_backtab(self) -> None:
        self.desk.press(Qt.Key.Key_Backtab, SHIFT)
        self.leave_line()

    @precondition(lambda self: self.has_keys)
    @rule()
    def press_escape(self) -> None:
        self.desk.press(Qt.Key.Key_Escape)
        there = self.set_at_cursor()
        if self.line is None:
            self.drafts.pop((self.shown, self.cursor), None)
        self.line = None
        self.settle(there)

    @precondition(lambda self: self.has_keys and self.line is None)
    @rule(key=st.sampled_from(list(ARROWS)), held=st.sampled_from([PLAIN, PLAIN, CTRL, SHIFT]))
    def press_arrow(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        if held == CTRL:
            held = PLAIN  # Qt's own for that goes to the edge
        down, across = ARROWS[key]
        exercise, sides = self.cursor.exercise, self.sides(self.cursor.exercise)
        column = min(max(sides.index(self.cursor.side) + across, 0), len(sides) - 1)
        row = min(max(self.cursor.set_no + down, 1), self.rows(exercise))
        to = Cell(exercise, row, sides[column])
        other = self.knee if exercise is SEATED else SEATED
        leads_to = SEATED if across < 0 else self.knee  # beside the edge
        is_at_edge = across != 0 and to.side is self.cursor.side
        self.desk.press(key, held)
        if is_at_edge and held == PLAIN and leads_to is other:
            beside = self.sides(other)[-1 if across < 0 else 0]
            self.stand(Cell(other, min(self.cursor.set_no, self.rows(other)), beside))
            return
        if to == self.cursor:
            return
        if held == SHIFT:
            self.extend_to(to)
        else:
            self.stand(to)

    @rule(rir=st.integers(0, 4))
    def note_reserve(self, rir: int) -> None:
        """Record the reserve of the set just done, whatever is current: the cursor never moves."""
        self.desk.press(Qt.Key(Qt.Key.Key_0 + rir), ALT)
        there = {value.set_id: cell for cell, value in self.table.items()}
        is_open = [each for each in self.asked if each in there and self.rir_of(each) is None]
        target = is_open[0] if is_open else self.just_done
        if target not in there:
            return
        cell = there[target]
        is_written = self.line is not None and self.line.text is not None and cell == self.cursor
        if is_written or (self.shown, cell) in self.drafts:
            return  # what is typed there says it
        self.just_done = target
        before, was = self.done[-1] if self.done else self.tables, self.table
        is_of_newest_step = all(v.set_id != target for v in before.get(self.shown, {}).values())
        self.become({**was, cell: replace(was[cell], rir=float(rir))})
        if is_of_newest_step and self.table != was:
            self.done.pop()  # it is undone with the set

    @precondition(lambda self: self.has_keys and self.line is None)
    @rule(text=st.sampled_from(list(VALUES)), rir=st.integers(0, 4))
    def log_with_reserve(self, text: str, rir: int) -> None:
        """Do what is done with most sets, which would rarely happen by chance."""
        self.type(text)
        self.press_enter()
        self.note_reserve(rir)

    def rir_of(self, set_id: int) -> float | None:
        return next(value.rir for value in self.table.values() if value.set_id == set_id)

    def extend_to(self, to: Cell) -> None:
        sides = self.sides(to.exercise)
        start = self.anchor
        rows = sorted((start.set_no, to.set_no))
        columns = sorted((sides.index(start.side), sides.index(to.side)))
        self.selected = {
            Cell(to.exercise, row, side)
            for row in range(rows[0], rows[1] + 1)
            for side in sides[columns[0] : columns[1] + 1]
        }
        self.cursor = to

    @precondition(lambda self: self.has_keys and self.line is None)
    @rule(key=st.sampled_from([Qt.Key.Key_Delete, Qt.Key.Key_Backspace]))
    def press_delete(self, key: Qt.Key) -> None:
        there = self.set_at_cursor()
        self.desk.press(key)
        if len(self.selected) == 1 and (self.shown, self.cursor) in self.drafts:
            del self.drafts[self.shown, self.cursor]
            self.settle(there)
            return
        gone = self.selected & set(self.table)
        if gone:
            self.become(without_gaps(self.table, gone))
            self.settle(there)
            self.stand(self.cursor)

    # Undo and redo

    @property
    def can_undo(self) -> bool:
        return self.line is None and (self.has_keys or not self.is_in_field)

    @precondition(lambda self: self.can_undo and self.done)
    @rule()
    def undo(self) -> None:
        self.desk.press(Qt.Key.Key_Z, CTRL)
        self.undone.append(self.retrace(self.done.pop()))
        self.look_where_touched(self.undone[-1], is_undo=True)

    @precondition(lambda self: self.can_undo and self.undone)
    @rule()
    def redo(self) -> None:
        self.desk.press(Qt.Key.Key_Z, CTRL | SHIFT)
        self.done.append(self.retrace(self.undone.pop()))
        self.look_where_touched(self.done[-1], is_undo=False)

    def retrace(self, tables: Tables) -> Tables:
        before, self.tables = self.tables, {key: dict(each) for key, each in tables.items()}
        return before

    def look_where_touched(self, tables: Tables, *, is_undo: bool) -> None:
        before, after = tables.get(self.shown, {}), self.table
        stood_on = before.get(self.cursor)
        self.settle(None if stood_on is None else stood_on.set_id)
        had = {value.set_id: cell for cell, value in before.items()}
        has = {value.set_id: cell for cell, value in after.items()}
        came = sorted(has[each] for each in has.keys() - had.keys())
        went = sorted(had[each] for each in had.keys() - has.keys())
        edited = sorted(cell for cell in after if before.get(cell) != after[cell])
        if came:
            self.stand(came[0] if is_undo else self.grid.next_cell(came[0]))
        elif went:
            self.stand(self.grid.next_cell(went[0]) if went[0] in after else went[0])
        elif edited:
            self.stand(edited[0])

    # Elsewhere and back

    def after_going(self) -> None:
        """Take over which session is shown; its cells must still equal the model's."""
        self.shown = self.desk.current.session.id
        used = {cell.exercise for cell in self.table}
        self.knee = BENT if BENT in used and STANDING not in used else STANDING
        self.has_keys = True
        self.stand_at_next_value()
        self.asked, self.just_done = [], None

    @rule(key=st.sampled_from([Qt.Key.Key_Left, Qt.Key.Key_Right]))
    def go_beside(self, key: Qt.Key) -> None:
        was = self.desk.current.session.id
        if self.desk.current.neighbour(-1 if key is Qt.Key.Key_Left else 1) is None:
            return
        self.desk.press(key, ALT)
        self.leave_line()
        assert self.desk.current.session.id != was
        self.after_going()

    @rule()
    def go_to_today(self) -> None:
        self.desk.press(Qt.Key.Key_T, CTRL)
        self.leave_line()
        self.after_going()

    @rule()
    def begin_another_session(self) -> None:
        self.desk.press(Qt.Key.Key_N, CTRL)
        self.leave_line()
        self.after_going()

    @rule(day=st.sampled_from(DAYS))
    def go_to_day(self, day: datetime.date) -> None:
        self.desk.current.open_day(day)  # as the calendar does
        self.leave_line()
        self.after_going()

    @rule()
    def choose_knee(self) -> None:
        other = BENT if self.knee is STANDING else STANDING
        buttons = self.desk.page.cards[1].knee.findChildren(QAbstractButton)
        QTest.mouseClick(buttons[other is BENT], Qt.MouseButton.LeftButton)
        self.leave_line()
        self.has_keys, self.is_in_field = False, False
        is_here = self.cursor.exercise is not SEATED
        self.knee = other
        if is_here:
            self.stand(self.grid.first_empty(other))

    @rule(unit=st.sampled_from(Unit))
    def choose_unit(self, unit: Unit) -> None:
        self.leave_line_by_key()
        self.desk.settings.set_unit(unit)
        self.unit = unit

    def leave_line_by_key(self) -> None:
        if self.line is not None:
            self.press_enter()

    @rule()
    def go_to_note(self) -> None:
        self.desk.page.note.setFocus()
        self.leave_line()
        self.has_keys, self.is_in_field = False, True

    @rule(exercise=st.sampled_from([SEATED, STANDING]))
    def go_to_table(self, exercise: Exercise) -> None:
        card = self.desk.card(exercise)
        card.table.setFocus(Qt.FocusReason.TabFocusReason)
        self.leave_line()
        self.has_keys = True
        if self.cursor.exercise is not card.exercise:
            self.stand(self.grid.first_empty(card.exercise))

    @rule(
        data=st.data(),
        exercise=st.sampled_from([SEATED, STANDING]),
        held=st.sampled_from([PLAIN, PLAIN, SHIFT, CTRL]),
    )
    def click(self, data: st.DataObject, exercise: Exercise, held: Qt.KeyboardModifier) -> None:
        if self.line is not None:
            held = PLAIN
        exercise = SEATED if exercise is SEATED else self.knee
        is_other = exercise is not self.cursor.exercise
        choice = [each for each in self.cells(exercise) if self.line is None or each != self.cursor]
        cell = data.draw(st.sampled_from(choice))
        self.desk.click(cell, PLAIN if is_other else held)
        self.leave_line()
        self.has_keys = True
        if held == PLAIN or is_other:
            self.stand(cell)
        else:
            self.extend_to(cell)

    @rule(exercise=st.sampled_from([SEATED, STANDING]))
    def click_beside_the_cells(self, exercise: Exercise) -> None:
        card = self.desk.card(exercise)
        below = card.table.viewport().rect().bottomLeft() + QPoint(20, -5)
        QTest.mouseClick(card.table.viewport(), Qt.MouseButton.LeftButton, PLAIN, below)
        self.leave_line()
        self.has_keys = True
        if self.cursor.exercise is card.exercise:
            self.selected = {self.cursor}
            self.anchor = self.cursor
        else:
            self.stand(self.grid.first_empty(card.exercise))

    @rule(
        text=st.sampled_from(["seated 8x50 both", "standing 9x10 left", "bent 7x25", "seated 8x55"])
    )
    def log_by_quick_entry(self, text: str) -> None:
        self.desk.press(Qt.Key.Key_L, CTRL)
        self.leave_line()
        self.stand_at_next_value()
        self.desk.type(text)
        word, value, *side = text.split()
        exercise = {"seated": SEATED, "standing": STANDING, "bent": BENT}[word]
        sides = [Side(*side)] if side else [L, R]
        reps, load = value.split("x")
        kg = float(load) if self.unit is Unit.KG else kg_from_pounds(float(load))
        sets = self.desk.current.sets
        row = max(next_set_no(sets, exercise, each) for each in sides)
        self.desk.press(Qt.Key.Key_Return)
        new = {Cell(exercise, row, each): Value(next(self.ids), int(reps), kg) for each in sides}
        self.log(new)
        self.has_keys = True
        self.stand(self.grid.next_cell(max(new)))

    # Another window

    def change_elsewhere(self, make: Callable[[list[LoggedSet]], Change], table: Table) -> None:
        """Let another window change the session shown; that change cannot be undone here."""
        there = self.set_at_cursor()
        database = self.desk.logbook.database
        database.apply(make(database.sets_of(self.shown)))
        self.tables[self.shown] = table
        self.desk.logbook.reloaded.emit()
        self.desk.logbook._history.__init__()  # type: ignore[misc]
        self.done, self.undone = [], []
        self.settle(there)

    @precondition(lambda self: self.table)
    @rule(data=st.data())
    def delete_elsewhere(self, data: st.DataObject) -> None:
        cell = data.draw(st.sampled_from(sorted(self.table)))
        if len(self.table) == 1:
            return  # the session would go with its last set
        table = without_gaps(self.table, {cell})
        self.change_elsewhere(
            lambda sets: removal(sets, [each for each in sets if cell_of(each) == cell]), table
        )

    @precondition(lambda self: self.table)
    @rule(exercise=st.sampled_from([SEATED, STANDING]), leg=st.sampled_from([L, R]))
    def log_elsewhere(self, exercise: Exercise, leg: Side) -> None:
        free = [cell for cell in self.cells(exercise) if cell.side is leg]
        cell = next(each for each in free if each not in self.table)
        new = {cell: Value(next(self.ids), 5, 25.0)}

        def make(sets: list[LoggedSet]) -> Change:
            place = next_position(sets)
            return Change.adding(LoggedSet(self.shown, exercise, leg, cell.set_no, 5, 25.0, place))

        self.change_elsewhere(make, {**self.table, **new})

    # What must hold after every step

    @invariant()
    def only_the_current_cell_was_changed(self) -> None:
        database = self.desk.logbook.database
        found = {
            (session.id, cell_of(each)): (
                each.reps,
                round(each.external_kg, 6),
                each.rir,
                each.hold_s,
            )
            for session in database.sessions()
            for each in database.sets_of(session.id)
        }
        meant = {
            (session_id, cell): (value.reps, round(value.kg, 6), value.rir, value.hold_s)
            for session_id, table in self.tables.items()
            for cell, value in table.items()
        }
        assert found == meant

    @invariant()
    def each_step_is_undone_at_once(self) -> None:
        assert self.desk.logbook._history._made == len(self.done)

    @invariant()
    def one_cell_is_current(self) -> None:
        current = [
            card.model.cell(card.table.currentIndex())
            for card in self.desk.page.cards
            if card.table.currentIndex().isValid()
        ]
        assert current == [self.cursor]
        focus = QApplication.focusWidget()
        table = self.desk.card(self.cursor.exercise).table
        assert focus is not None
        assert (focus is table or table.isAncestorOf(focus)) is self.has_keys
        is_line = table.isAncestorOf(focus) and isinstance(focus, QLineEdit)
        assert is_line is (self.line is not None)

    @invariant()
    def nothing_else_is_selected_unless_the_runner_selected_it(self) -> None:
        selected = {
            card.model.cell(index)
            for card in self.desk.page.cards
            for index in card.table.selectedIndexes()
        }
        assert selected == self.selected

    @invariant()
    def what_could_not_be_saved_is_where_it_was_typed(self) -> None:
        drafts = {
            card.model.cell(index)
            for card in self.desk.page.cards
            for index in map(card.model.index_of, self.cells(card.exercise))
            if index.data(DRAFT_ROLE)
        }
        assert drafts == {cell for cell in self.drafted if cell.exercise in (SEATED, self.knee)}


def test_no_sequence_of_keys_changes_a_cell_that_was_not_current(qapp: QApplication) -> None:
    run_state_machine_as_test(
        CursorMachine,
        settings=settings(
            max_examples=50,
            stateful_step_count=30,
            suppress_health_check=list(HealthCheck),
            deadline=None,
        ),
    )


class _Drawn:
    def __init__(self, cell: Cell) -> None:
        self._cell = cell

    def draw(self, _strategy: object) -> Cell:
        return self._cell


def test_a_row_that_only_a_line_kept_goes_with_it(qapp: QApplication) -> None:
    machine = CursorMachine()
    try:
        machine.log_by_quick_entry("bent 7x25")
        machine.delete_elsewhere(_Drawn(Cell(BENT, 1, L)))
        machine.type("3x9@50")
        machine.log_by_quick_entry("bent 7x25")
        machine.undo()
        machine.look()
        machine.delete_elsewhere(_Drawn(Cell(BENT, 1, R)))
        machine.press_enter()  # closes the line, in which nothing was typed
        machine.one_cell_is_current()
        machine.nothing_else_is_selected_unless_the_runner_selected_it()
    finally:
        machine.teardown()
