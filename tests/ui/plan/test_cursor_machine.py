"""The one part chosen in a plan's tree: keys against a plain list of its parts.

After every step the parts, their order and the one chosen must be the model's: no key changes or
removes a part that was not chosen.
"""

import datetime
import tempfile
from itertools import count
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tracker.app.logbook import Logbook
from tracker.app.plan_book import PlanBook
from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_edits import WholePlan
from tracker.storage.database import Database
from tracker.ui.plan.editor import PlanEditor
from tracker.ui.plan.tree import PART_ROLE
from tracker.ui.widgets.faults import Faults

TODAY = datetime.date(2026, 11, 24)
ALT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
Parts = list[list[str]]  # by phase, its id first


class CursorMachine(RuleBasedStateMachine):
    """Each rule presses keys, and says in its own way what becomes of the parts."""

    def __init__(self) -> None:
        super().__init__()
        numbers = count(1)  # the same keys are to do the same
        self._ids = patch("tracker.domain.entry.urandom", lambda size: next(numbers).to_bytes(size))
        self._ids.start()
        self.logbook = Logbook(Database.in_memory())
        self._folder = tempfile.TemporaryDirectory()
        store = QSettings(str(Path(self._folder.name) / "settings.ini"), QSettings.Format.IniFormat)
        own = Settings(store)
        self.progress = ProgressData(self.logbook, lambda: TODAY, self.logbook)
        self.book = PlanBook(self.logbook, self.progress, own, self.logbook)
        self.plan = Plan("Heavy", TODAY, 6)
        phases = [Phase(self.plan.id, 2 * n + 1, 2 * n + 2, (1, 3), position=n) for n in range(3)]
        items = [
            PlannedSets(phase.id, Exercise.SEATED, PlannedSide.EACH, 3, 8 + n, position=n)
            for phase in phases
            for n in range(2)
        ]
        self.book.take(WholePlan(self.plan, tuple(phases), tuple(items)))
        self.parts: Parts = [
            [phase.id, *(item.id for item in items if item.phase_id == phase.id)]
            for phase in phases
        ]
        self.editor = PlanEditor(self.plan.id, self.book, self.logbook, own, Faults())
        self.editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.editor.open()
        QTest.qWaitForWindowActive(self.editor)
        self.chosen = self.plan.id
        self.done: list[Parts] = []
        self.undone: list[Parts] = []

    def teardown(self) -> None:
        self.editor.close()
        self.editor.deleteLater()
        self.logbook.database.close()
        self._folder.cleanup()
        self._ids.stop()

    @property
    def rows(self) -> list[str]:
        return [self.plan.id, *(part for phase in self.parts for part in phase)]

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        handle = self.editor.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, held)

    def become(self, parts: Parts) -> None:
        """Let the plan have other parts; the choice stays, or is what is in its place."""
        place = self.rows.index(self.chosen)
        self.parts = parts
        if self.chosen not in self.rows:
            self.chosen = self.rows[min(place, len(self.rows) - 1)]

    def make(self, parts: Parts) -> None:
        self.done.append([list(phase) for phase in self.parts])
        self.undone = []
        self.become(parts)

    def without(self, part: str) -> Parts:
        return [
            [each for each in phase if each != part] for phase in self.parts if phase[0] != part
        ]

    @rule(letter=st.sampled_from("hws1239 "))
    def type_a_letter(self, letter: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is self.editor.tree
        QTest.keyClicks(focus, letter)

    @rule(step=st.sampled_from([-1, 1]))
    def press_arrow(self, step: int) -> None:
        row = min(max(self.rows.index(self.chosen) + step, 0), len(self.rows) - 1)
        self.press(Qt.Key.Key_Up if step < 0 else Qt.Key.Key_Down)
        self.chosen = self.rows[row]

    @rule()
    def press_space_with_control(self) -> None:
        self.press(Qt.Key.Key_Space, CTRL)  # which Qt takes as letting go of the choice

    @rule()
    def press_delete(self) -> None:
        self.press(Qt.Key.Key_Delete)
        if self.chosen != self.plan.id:
            self.make(self.without(self.chosen))

    @rule(back=st.booleans())
    def undo_or_redo(self, back: bool) -> None:
        here, there = (self.done, self.undone) if back else (self.undone, self.done)
        if not here:
            return
        self.press(Qt.Key.Key_Z, CTRL if back else CTRL | Qt.KeyboardModifier.ShiftModifier)
        before = set(self.rows)
        there.append(self.parts)
        self.become(here.pop())
        came = [part for part in self.rows if part not in before]
        if came:
            self.chosen = came[0]

    @rule(data=st.data())
    def remove_elsewhere(self, data: st.DataObject) -> None:
        items = [part for phase in self.parts for part in phase[1:]]
        if not items:
            return
        gone = data.draw(st.sampled_from(items))
        whole = self.book.whole(self.plan.id)
        assert whole is not None
        item = next(each for each in whole.items if each.id == gone)
        self.logbook.database.apply(Change.removing(item))
        self.logbook.reloaded.emit()
        self.logbook._history.__init__()  # type: ignore[misc]
        self.done, self.undone = [], []
        self.become(self.without(gone))

    @invariant()
    def only_the_part_chosen_was_changed(self) -> None:
        whole = self.book.whole(self.plan.id)
        assert whole is not None
        assert [[phase.id, *(item.id for item in items)] for phase, items in whole] == self.parts

    @invariant()
    def one_part_is_chosen(self) -> None:
        tree = self.editor.tree
        selected = [item.data(0, PART_ROLE).id for item in tree.selectedItems()]
        assert tree.chosen is not None
        assert [tree.chosen.id] == selected == [self.chosen]


def test_no_sequence_of_keys_changes_a_part_that_was_not_chosen(qapp: QApplication) -> None:
    run_state_machine_as_test(
        CursorMachine,
        settings=settings(
            max_examples=20,
            stateful_step_count=20,
            suppress_health_check=list(HealthCheck),
            deadline=None,
        ),
    )
