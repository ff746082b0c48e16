"""The one current row of History's table: keys against a plain list of sessions.

After every step each session's day and note, which one is current, and which are selected must be
the model's: no key changes or deletes a session that was not current.
"""

import datetime
import tempfile
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
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.session import Session
from tracker.storage.database import Database
from tracker.ui.history.columns import HistoryColumn
from tracker.ui.history.page import HistoryPage
from tracker.ui.widgets.faults import Faults

TODAY = datetime.date(2026, 11, 24)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEAVING = st.sampled_from([Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab])


@dataclass(frozen=True)
class Row:
    day: datetime.date
    note: str = ""


Log = dict[str, Row]  # by the id of the session


class CursorMachine(RuleBasedStateMachine):
    """Each rule presses keys, and computes by itself what becomes of the sessions."""

    def __init__(self) -> None:
        super().__init__()
        numbers = count(1)  # the same keys are to do the same
        self._ids = patch("tracker.domain.entry.urandom", lambda size: next(numbers).to_bytes(size))
        self._ids.start()
        self.logbook = Logbook(Database.in_memory())
        self.log: Log = {}
        for ago in range(2, 12, 2):
            self.log_session(ago, "1st" if ago % 4 else "")
        self.logbook = Logbook(self.logbook.database)  # which has nothing to undo
        self._folder = tempfile.TemporaryDirectory()
        store = QSettings(str(Path(self._folder.name) / "settings.ini"), QSettings.Format.IniFormat)
        kept = Settings(store)
        # Painted anew after each change, it would take a third of the time.
        kept.set_has_calendar(has_calendar=False)
        self.page = HistoryPage(self.logbook, kept, Faults(), TODAY)
        self.page.resize(900, 500)
        self.page.show()
        self.page.activateWindow()
        QTest.qWaitForWindowActive(self.page)
        self.page.table.setFocus()
        self.query = ""
        self.done: list[Log] = []  # what the log was before each step
        self.undone: list[Log] = []
        self.current: str | None = self.shown[0]
        self.selected = {self.current}
        self.anchor: str | None = self.current  # where a selection begins

    def teardown(self) -> None:
        self.page.close()
        self.page.deleteLater()
        self.logbook.database.close()
        self._ids.stop()
        self._folder.cleanup()

    # The plain model

    def log_session(self, ago: int, note: str = "") -> Session:
        session = Session(TODAY - datetime.timedelta(days=ago), None, note)
        self.logbook.database.apply(Change.adding(session))
        self.log[session.id] = Row(session.date, note)
        return session

    @property
    def shown(self) -> list[str]:
        """The sessions that match the search, newest first."""
        found = [each for each, row in self.log.items() if self.query in row.note]
        return sorted(found, key=lambda each: self.log[each].day, reverse=True)

    def stand(self, session_id: str | None) -> None:
        self.current = session_id
        self.selected = set() if session_id is None else {session_id}
        self.anchor = session_id

    def become(self, log: Log) -> None:
        if log != self.log:
            self.done.append(self.log)
            self.undone = []
            self.log = log

    def settle(self, before: list[str]) -> None:
        """Let the cursor find its row again after the log has changed."""
        current, place = self.current, min(map(before.index, self.selected), default=0)
        self.selected &= set(self.shown)
        if self.anchor not in self.shown:
            self.anchor = current
        if current is None or current in self.shown:
            return
        if current in self.log or not self.shown:
            self.stand(None)
        else:
            self.stand(self.shown[min(place, len(self.shown) - 1)])

    @property
    def row(self) -> int:
        assert self.current is not None
        return self.shown.index(self.current)

    # Keys

    @property
    def has_keys(self) -> bool:
        """Whether keys reach a row: a table without rows passes the focus to the search."""
        return self.current is not None and self.page.table.hasFocus()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        handle = self.page.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, held)

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    @precondition(lambda self: self.has_keys)
    @rule(letter=st.sampled_from("12459abn -"))
    def type_a_letter(self, letter: str) -> None:
        self.type(letter)

    @precondition(lambda self: self.has_keys)
    @rule(step=st.sampled_from([-1, 1]), held=st.sampled_from([PLAIN, PLAIN, SHIFT]))
    def press_arrow(self, step: int, held: Qt.KeyboardModifier) -> None:
        row = min(max(self.row + step, 0), len(self.shown) - 1)
        anchor = self.anchor
        self.press(Qt.Key.Key_Up if step < 0 else Qt.Key.Key_Down, held)
        if row == self.row:
            return
        self.stand(self.shown[row])
        if held == SHIFT:
            self.anchor = anchor
            start = self.shown.index(anchor or "")
            self.selected = set(self.shown[min(start, row) : max(start, row) + 1])

    def write(self, column: HistoryColumn, text: str, key: Qt.Key) -> None:
        self.page.table.edit_cell(column)  # as the menu does
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        line.selectAll()
        self.type(text)
        self.press(key)

    @precondition(lambda self: self.has_keys and not self.query)
    @rule(text=st.sampled_from(["1st", "2nd", "felt 1"]), key=LEAVING)
    def write_a_note(self, text: str, key: Qt.Key) -> None:
        assert self.current is not None
        self.write(HistoryColumn.NOTE, text, key)
        self.become({**self.log, self.current: replace(self.log[self.current], note=text)})

    @precondition(lambda self: self.has_keys)
    @rule(ago=st.integers(0, 14), key=LEAVING)
    def write_a_date(self, ago: int, key: Qt.Key) -> None:
        assert self.current is not None
        day = TODAY - datetime.timedelta(days=ago)
        if day not in {row.day for row in self.log.values()}:
            self.write(HistoryColumn.DATE, day.isoformat(), key)
            self.become({**self.log, self.current: replace(self.log[self.current], day=day)})

    @precondition(lambda self: self.has_keys)
    @rule()
    def write_and_think_better_of_it(self) -> None:
        self.write(HistoryColumn.NOTE, "no", Qt.Key.Key_Escape)

    @precondition(lambda self: self.has_keys)
    @rule(key=st.sampled_from([Qt.Key.Key_Delete, Qt.Key.Key_Backspace]))
    def press_delete(self, key: Qt.Key) -> None:
        before = self.shown
        self.press(key)
        self.become({key: row for key, row in self.log.items() if key not in self.selected})
        self.settle(before)

    @rule(back=st.booleans())
    def undo_or_redo(self, back: bool) -> None:
        here, there = (self.done, self.undone) if back else (self.undone, self.done)
        if not here:
            return
        before, was = self.shown, self.log
        there.append(self.log)
        self.log = here.pop()
        (self.logbook.undo if back else self.logbook.redo)()
        self.settle(before)
        touched = [each for each in self.shown if was.get(each) != self.log[each]]
        if touched:
            self.stand(touched[0])

    # Elsewhere

    def change_elsewhere(self, change: Change, log: Log) -> None:
        before = self.shown
        self.logbook.database.apply(change)
        self.log = log
        self.logbook.reloaded.emit()
        self.logbook._history.__init__()  # type: ignore[misc]
        self.done, self.undone = [], []
        self.settle(before)

    @precondition(lambda self: self.log)
    @rule(data=st.data())
    def delete_elsewhere(self, data: st.DataObject) -> None:
        gone = data.draw(st.sampled_from(list(self.log)))
        session = self.logbook.database.session(gone)
        assert session is not None
        log = {key: row for key, row in self.log.items() if key != gone}
        self.change_elsewhere(Change.removing(session), log)

    @rule(ago=st.integers(0, 14))
    def log_elsewhere(self, ago: int) -> None:
        day = TODAY - datetime.timedelta(days=ago)
        if day not in {row.day for row in self.log.values()}:
            session = Session(day, None, "1st")
            self.change_elsewhere(Change.adding(session), {**self.log, session.id: Row(day, "1st")})

    # The search, and back

    @rule(query=st.sampled_from(["", "1st", "2nd"]))
    def search(self, query: str) -> None:
        before, self.query = self.shown, query
        self.page.search.setText(query)
        self.settle(before)
        self.go_to_what_was_found()

    def go_to_what_was_found(self) -> None:
        self.page.search.setFocus()
        self.press(Qt.Key.Key_Down)
        if not self.selected and self.shown:
            self.stand(self.shown[0])

    @precondition(lambda self: not self.has_keys and self.shown)
    @rule()
    def come_back(self) -> None:
        self.go_to_what_was_found()

    # What must hold after every step

    @invariant()
    def only_the_current_session_was_changed(self) -> None:
        found = {each.id: Row(each.date, each.note) for each in self.logbook.database.sessions()}
        assert found == self.log

    @invariant()
    def one_row_is_current_and_nothing_else_selected(self) -> None:
        table = self.page.table
        index = table.currentIndex()
        current = self.page.model.session(index).id if index.isValid() else None
        assert current == self.current
        assert {each.session.id for each in table.selected_rows()} == self.selected


def test_no_sequence_of_keys_changes_a_session_that_was_not_current(qapp: QApplication) -> None:
    run_state_machine_as_test(
        CursorMachine,
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            suppress_health_check=list(HealthCheck),
            deadline=None,
        ),
    )
