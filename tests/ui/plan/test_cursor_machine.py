"""The one part chosen in a plan's tree: keys against a plain list of its parts.

After every step the parts, their order, what stands in their notes and the one chosen must be the
model's: no key changes or removes a part that was not chosen.
"""

import datetime
import tempfile
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTreeWidgetItem

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
LEAVING = st.sampled_from(["Enter", "Tab", "click", "another window", "focus alone"])


@dataclass
class Model:
    """A plan: its parts by phase, starting with the phase's ID, and their notes, by ID."""

    parts: list[list[str]]
    notes: dict[str, str] = field(default_factory=dict)

    def place_of(self, part: str) -> tuple[list[str], int] | None:
        """Return the list that a set is in, and its index in it; None for a phase."""
        for phase in self.parts:
            if part in phase[1:]:
                return phase, phase.index(part)
        return None


class CursorMachine(RuleBasedStateMachine):
    """Each rule presses keys, and computes by itself what becomes of the parts."""

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
        self.model = Model(
            [
                [phase.id, *(item.id for item in items if item.phase_id == phase.id)]
                for phase in phases
            ]
        )
        self.editor = PlanEditor(self.plan.id, self.book, self.logbook, own, Faults())
        self.editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.editor.open()
        QTest.qWaitForWindowActive(self.editor)
        self.chosen = self.plan.id
        self.done: list[Model] = []
        self.undone: list[Model] = []

    def teardown(self) -> None:
        self.editor.close()
        self.editor.deleteLater()
        self.logbook.database.close()
        self._folder.cleanup()
        self._ids.stop()

    @property
    def rows(self) -> list[str]:
        return [self.plan.id, *(part for phase in self.model.parts for part in phase)]

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        handle = self.editor.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, held)

    def become(self, model: Model) -> None:
        """Replace the plan; the selected part stays selected, or the one now in its row."""
        place = self.rows.index(self.chosen)
        self.model = model
        if self.chosen not in self.rows:
            self.chosen = self.rows[min(place, len(self.rows) - 1)]

    def make(self, model: Model) -> None:
        """Replace the plan by a step that can be undone."""
        if model != self.model:
            self.done.append(self.model)
            self.undone = []
            self.become(model)

    def without(self, part: str) -> Model:
        return Model(
            [
                [each for each in phase if each != part]
                for phase in self.model.parts
                if phase[0] != part
            ],
            self.model.notes,
        )

    def entries(self) -> dict[str, object]:
        whole = self.book.whole(self.plan.id)
        assert whole is not None
        return {entry.id: entry for entry in whole.entries}

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

    @rule(key=st.sampled_from([Qt.Key.Key_Delete, Qt.Key.Key_Backspace]))
    def press_delete(self, key: Qt.Key) -> None:
        self.press(key)
        if self.chosen != self.plan.id:
            self.make(self.without(self.chosen))

    @rule(step=st.sampled_from([-1, 1]))
    def move(self, step: int) -> None:
        self.press(Qt.Key.Key_Up if step < 0 else Qt.Key.Key_Down, ALT)
        if self.chosen == self.plan.id:
            return
        model = deepcopy(self.model)
        within = model.place_of(self.chosen)
        if within is not None:
            sets, place = within
            target = min(max(place + step, 1), len(sets) - 1)
            sets.insert(target, sets.pop(place))
        else:
            place = [phase[0] for phase in model.parts].index(self.chosen)
            target = min(max(place + step, 0), len(model.parts) - 1)
            model.parts.insert(target, model.parts.pop(place))
        self.make(model)

    @rule(is_phase=st.booleans())
    def add(self, is_phase: bool) -> None:
        before = set(self.entries())
        self.push(self.editor.add_phase if is_phase else self.editor.add_sets)
        new = [each for each in self.entries() if each not in before]
        model = deepcopy(self.model)
        if is_phase:
            model.parts.append(new)
        elif self.chosen == self.plan.id:
            assert not new
            return
        else:
            phase = next(phase for phase in model.parts if self.chosen in phase)
            like = phase[-1] if len(phase) > 1 else ""  # behind the phase itself stand its sets
            model.notes.update(dict.fromkeys(new, model.notes.get(like, "")))
            phase.extend(new)
        assert len(new) == 1
        self.make(model)
        self.chosen = new[0]
        self.editor.tree.setFocus()  # the keys were in its first field

    def push(self, button: QPushButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @rule(data=st.data(), text=st.sampled_from(["", "slow", "2 days"]), way=LEAVING)
    def write_a_note(self, data: st.DataObject, text: str, way: str) -> None:
        self.press(Qt.Key.Key_Return)  # to the fields of the part chosen
        note = self.editor._stack.currentWidget().note  # type: ignore[union-attr]
        note.setFocus()
        note.selectAll()
        before = note.text()
        self.press(Qt.Key.Key_Delete)
        QTest.keyClicks(note, text)
        written, goes_to = self.chosen, self.chosen
        if way == "Enter":
            self.press(Qt.Key.Key_Return)
        elif way == "Tab":
            self.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        elif way == "click":
            goes_to = data.draw(st.sampled_from(self.rows))
            self.click(goes_to)
        if way == "another window" and self.removable():
            goes_to = data.draw(st.sampled_from(self.removable()))
            self.remove_in_the_log(goes_to)
            gone = self.without(goes_to)
            self.editor.tree.setFocus()
            self.become(gone)
            if goes_to == written:  # what was typed about it goes with it
                return
            goes_to = self.chosen
        else:
            self.editor.tree.setFocus()
        if text != before:
            notes = {**self.model.notes, written: text}
            self.make(Model(self.model.parts, notes))
        self.chosen = goes_to

    def click(self, part: str) -> None:
        tree = self.editor.tree
        row = next(each for each in self.tree_rows() if each.data(0, PART_ROLE).id == part)
        tree.scrollToItem(row)
        place = tree.visualItemRect(row).center()
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, PLAIN, place)

    def tree_rows(self) -> list[QTreeWidgetItem]:
        return self.editor.tree._rows()

    @rule(back=st.booleans())
    def undo_or_redo(self, back: bool) -> None:
        here, there = (self.done, self.undone) if back else (self.undone, self.done)
        if not here:
            return
        before = self.entries()
        self.press(Qt.Key.Key_Z, CTRL if back else CTRL | Qt.KeyboardModifier.ShiftModifier)
        there.append(self.model)
        self.become(here.pop())
        now = self.entries()
        came = [part for part in self.rows if part not in before]
        touched = came or [part for part in self.rows if now[part] != before[part]]
        if touched and self.chosen not in touched:
            self.chosen = touched[0]

    def removable(self) -> list[str]:
        return [part for phase in self.model.parts for part in phase[1:]]

    @rule(data=st.data())
    def remove_elsewhere(self, data: st.DataObject) -> None:
        if self.removable():
            gone = data.draw(st.sampled_from(self.removable()))
            self.remove_in_the_log(gone)
            self.become(self.without(gone))

    def remove_in_the_log(self, gone: str) -> None:
        whole = self.book.whole(self.plan.id)
        assert whole is not None
        item = next(each for each in whole.items if each.id == gone)
        self.logbook.database.apply(Change.removing(item))
        self.logbook.reloaded.emit()
        self.logbook._history.__init__()  # type: ignore[misc]
        self.done, self.undone = [], []

    @invariant()
    def only_the_part_chosen_was_changed(self) -> None:
        whole = self.book.whole(self.plan.id)
        assert whole is not None
        parts = [[phase.id, *(item.id for item in items)] for phase, items in whole]
        assert parts == self.model.parts
        notes = {part.id: part.note for part in whole.entries}
        assert notes == {part: self.model.notes.get(part, "") for part in self.rows}

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
