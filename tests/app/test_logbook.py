"""The open log against a plain dict of entries: changes, undo, redo, and writes that fail."""

import datetime
from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests import strategies
from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.domain.change import Change, Edit, Entry
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.runner import RUNNER_ID, Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.storage.database import Database

E = TypeVar("E", Bodyweight, Equipment, Session, LoggedSet)
Model = dict[str, Entry]

DAY = datetime.date(2026, 11, 24)
MACHINE = Equipment("Lever machine")
PULLEY = Equipment("Pulley")

# Few of each, so that days, places and names are often taken already.
DAYS = st.integers(0, 3).map(lambda number: DAY + datetime.timedelta(days=number))
PLACES = st.tuples(st.sampled_from(Exercise), st.sampled_from(Side), st.integers(1, 2))
NAMES = st.sampled_from(["Lever machine", "Pulley", "Smith machine"])


class Disk(Database):
    """A log in memory whose next write can be told to fail."""

    is_full = False

    def apply(self, change: Change) -> None:
        if self.is_full:
            raise TrackerError("The log could not be saved: the disk is full.")
        super().apply(change)


def entries_in(database: Database) -> Model:
    found: list[Entry] = [*database.weighings(), *database.equipment(), *database.sessions()]
    found += [each for session in database.sessions() for each in database.sets_of(session.id)]
    found += [database.runner()] if database.has_runner() else []
    entries = {entry.id: entry for entry in found}
    assert len(entries) == len(found)
    return entries


class LogbookMachine(RuleBasedStateMachine):
    """Two stacks of what the log held; Logbook must agree with their tops."""

    def __init__(self) -> None:
        super().__init__()
        self.disk = Disk.in_memory()
        self.logbook = Logbook(self.disk)
        self.heard: list[Change] = []
        self.logbook.changed.connect(self.heard.append)
        self.expected: list[Change] = []
        self.model: Model = {}
        self.done: list[tuple[str, Change, Model]] = []  # the model is that before the change
        self.undone: list[tuple[str, Change, Model]] = []  # the model is that after it
        self.steps = 0

    def teardown(self) -> None:
        self.disk.close()

    def of(self, kind: type[E]) -> list[E]:
        return [entry for entry in self.model.values() if isinstance(entry, kind)]

    def draw(self, data: st.DataObject, kind: type[E]) -> E:
        return data.draw(st.sampled_from(self.of(kind)))

    def make(self, change: Change, after: Model) -> None:
        self.steps += 1
        label = f"step {self.steps}"
        if self.disk.is_full:
            with pytest.raises(TrackerError, match="the disk is full"):
                self.logbook.apply(change, label)
            self.disk.is_full = False
            return
        self.logbook.apply(change, label)
        self.done.append((label, change, self.model))
        self.undone.clear()
        self.model = after
        self.expected.append(change)

    def add(self, *entries: Entry) -> None:
        new = {entry.id: entry for entry in entries}
        self.make(Change.adding(*entries), {**self.model, **new})

    def edit(self, before: Entry, after: Entry) -> None:
        if before != after:
            self.make(Change.replacing(before, after), {**self.model, after.id: after})

    def without(self, *gone: Entry) -> Model:
        ids = {entry.id for entry in gone}
        return {id_: entry for id_, entry in self.model.items() if id_ not in ids}

    def is_free(self, logged: LoggedSet) -> bool:
        place = (logged.session_id, logged.exercise, logged.side, logged.set_no)
        return all(
            each.id == logged.id
            or (each.session_id, each.exercise, each.side, each.set_no) != place
            for each in self.of(LoggedSet)
        )

    def equipment_or_none(self, data: st.DataObject) -> str | None:
        return data.draw(st.sampled_from([None, *(each.id for each in self.of(Equipment))]))

    @rule(session=strategies.sessions, day=DAYS)
    def add_a_session(self, session: Session, day: datetime.date) -> None:
        self.add(replace(session, date=day))

    @rule(data=st.data(), logged=strategies.logged_sets, place=PLACES)
    @precondition(lambda self: self.of(Session))
    def add_a_set(
        self, data: st.DataObject, logged: LoggedSet, place: tuple[Exercise, Side, int]
    ) -> None:
        exercise, side, set_no = place
        logged = replace(
            logged,
            session_id=self.draw(data, Session).id,
            exercise=exercise,
            side=side,
            set_no=set_no,
            equipment_id=self.equipment_or_none(data),
        )
        if self.is_free(logged):
            self.add(logged)

    @rule(session=strategies.sessions, logged=strategies.logged_sets)
    def add_a_session_with_its_first_set(self, session: Session, logged: LoggedSet) -> None:
        self.add(session, replace(logged, session_id=session.id, equipment_id=None))

    @rule(day=DAYS, weighing=strategies.weighings)
    def add_a_weighing(self, day: datetime.date, weighing: Bodyweight) -> None:
        if all(each.date != day for each in self.of(Bodyweight)):
            self.add(replace(weighing, date=day))

    @rule(name=NAMES, machine=strategies.equipment)
    def add_equipment(self, name: str, machine: Equipment) -> None:
        if all(each.name != name for each in self.of(Equipment)):
            self.add(replace(machine, name=name))

    @rule(runner=strategies.runners)
    def describe_the_runner(self, runner: Runner) -> None:
        before = self.model.get(RUNNER_ID)
        if before is None:
            self.add(runner)
        else:
            self.edit(before, runner)

    @rule(data=st.data(), day=DAYS, note=strategies.texts)
    @precondition(lambda self: self.of(Session))
    def edit_a_session(self, data: st.DataObject, day: datetime.date, note: str) -> None:
        session = self.draw(data, Session)
        self.edit(session, replace(session, date=day, note=note))

    @rule(data=st.data(), like=strategies.logged_sets, place=PLACES)
    @precondition(lambda self: self.of(LoggedSet))
    def edit_a_set(
        self, data: st.DataObject, like: LoggedSet, place: tuple[Exercise, Side, int]
    ) -> None:
        logged = self.draw(data, LoggedSet)
        exercise, side, set_no = place
        after = replace(
            like,
            id=logged.id,
            session_id=logged.session_id,
            exercise=exercise,
            side=side,
            set_no=set_no,
            equipment_id=self.equipment_or_none(data),
        )
        if self.is_free(after):
            self.edit(logged, after)

    @rule(data=st.data(), day=DAYS, like=strategies.weighings)
    @precondition(lambda self: self.of(Bodyweight))
    def edit_a_weighing(self, data: st.DataObject, day: datetime.date, like: Bodyweight) -> None:
        weighing = self.draw(data, Bodyweight)
        if all(each.id == weighing.id or each.date != day for each in self.of(Bodyweight)):
            self.edit(weighing, replace(weighing, date=day, kg=like.kg))

    @rule(data=st.data(), name=NAMES)
    @precondition(lambda self: self.of(Equipment))
    def rename_equipment(self, data: st.DataObject, name: str) -> None:
        machine = self.draw(data, Equipment)
        if all(each.name != name for each in self.of(Equipment)):
            self.edit(machine, replace(machine, name=name))

    @rule(data=st.data())
    @precondition(lambda self: self.of(LoggedSet))
    def remove_a_set_and_move_the_next_up(self, data: st.DataObject) -> None:
        gone = self.draw(data, LoggedSet)
        column = (gone.session_id, gone.exercise, gone.side)
        later = sorted(
            (
                each
                for each in self.of(LoggedSet)
                if (each.session_id, each.exercise, each.side) == column
                and each.set_no > gone.set_no
            ),
            key=lambda each: each.set_no,
        )
        moved = [(each, replace(each, set_no=each.set_no - 1)) for each in later]
        change = Change.removing(gone) + Change(tuple(Edit(*pair) for pair in moved))
        self.make(change, {**self.without(gone), **{after.id: after for _, after in moved}})

    @rule(data=st.data())
    @precondition(lambda self: self.of(Session))
    def remove_a_session_with_its_sets(self, data: st.DataObject) -> None:
        session = self.draw(data, Session)
        sets = [each for each in self.of(LoggedSet) if each.session_id == session.id]
        self.make(Change.removing(*sets, session), self.without(*sets, session))

    @rule(data=st.data())
    @precondition(lambda self: self.of(Bodyweight))
    def remove_a_weighing(self, data: st.DataObject) -> None:
        weighing = self.draw(data, Bodyweight)
        self.make(Change.removing(weighing), self.without(weighing))

    @rule(data=st.data())
    @precondition(lambda self: self.of(Equipment))
    def remove_equipment_and_its_use(self, data: st.DataObject) -> None:
        machine = self.draw(data, Equipment)
        users = [each for each in self.of(LoggedSet) if each.equipment_id == machine.id]
        freed = [(each, replace(each, equipment_id=None)) for each in users]
        change = Change(tuple(Edit(*pair) for pair in freed)) + Change.removing(machine)
        self.make(change, {**self.without(machine), **{after.id: after for _, after in freed}})

    @rule()
    def make_an_empty_change(self) -> None:
        self.logbook.apply(Change(), "nothing")

    @rule(machine=strategies.equipment)
    def remove_what_is_not_there(self, machine: Equipment) -> None:
        self.disk.is_full = False
        with pytest.raises(TrackerError, match="changed in another window"):
            self.logbook.apply(Change.removing(machine), "a mistake")

    @rule()
    def fill_the_disk_until_the_next_write(self) -> None:
        self.disk.is_full = True

    @rule()
    def undo(self) -> None:
        if self.done and self.disk.is_full:
            with pytest.raises(TrackerError, match="the disk is full"):
                self.logbook.undo()
            self.disk.is_full = False
            return
        self.logbook.undo()
        if self.done:
            label, change, before = self.done.pop()
            self.undone.append((label, change, self.model))
            self.model = before
            taken_back = [Edit(edit.after, edit.before) for edit in change.edits[::-1]]
            self.expected.append(Change(tuple(taken_back)))

    @rule()
    def redo(self) -> None:
        if self.undone and self.disk.is_full:
            with pytest.raises(TrackerError, match="the disk is full"):
                self.logbook.redo()
            self.disk.is_full = False
            return
        self.logbook.redo()
        if self.undone:
            label, change, after = self.undone.pop()
            self.done.append((label, change, self.model))
            self.model = after
            self.expected.append(change)

    @rule()
    def undo_all_and_redo_all(self) -> None:
        self.disk.is_full = False
        depth = len(self.done)
        for _ in range(depth):
            self.undo()
        assert entries_in(self.disk) == {}
        for _ in range(depth):
            self.redo()

    @invariant()
    def the_log_holds_what_the_model_holds(self) -> None:
        assert entries_in(self.disk) == self.model

    @invariant()
    def the_menu_names_the_tops_of_both_stacks(self) -> None:
        assert self.logbook.undo_label == (self.done[-1][0] if self.done else None)
        assert self.logbook.redo_label == (self.undone[-1][0] if self.undone else None)

    @invariant()
    def each_write_was_told_once(self) -> None:
        assert self.heard == self.expected


TestLogbook = LogbookMachine.TestCase
TestLogbook.settings = settings(max_examples=60, stateful_step_count=40)


class Listener:
    """Hears what a logbook changed, and what its menu said at that moment."""

    def __init__(self, logbook: Logbook) -> None:
        self.logbook = logbook
        self.heard: list[Change] = []
        self.labels: list[tuple[str | None, str | None]] = []
        self.logs: list[Model] = []
        logbook.changed.connect(self.on_changed)

    def on_changed(self, change: Change) -> None:
        self.heard.append(change)
        self.labels.append((self.logbook.undo_label, self.logbook.redo_label))
        self.logs.append(entries_in(self.logbook.database))


@pytest.fixture
def disk() -> Disk:
    return Disk.in_memory()


@pytest.fixture
def logbook(disk: Disk) -> Logbook:
    return Logbook(disk)


def test_a_new_logbook_has_nothing_to_undo_or_redo(logbook: Logbook) -> None:
    listener = Listener(logbook)
    logbook.undo()
    logbook.redo()
    assert logbook.undo_label is None
    assert logbook.redo_label is None
    assert listener.heard == []


def test_who_hears_of_a_change_finds_it_in_the_log_and_the_menu(logbook: Logbook) -> None:
    listener = Listener(logbook)
    change = Change.adding(MACHINE)
    logbook.apply(change, "Add equipment")
    logbook.undo()
    logbook.redo()
    assert listener.heard == [change, Change.removing(MACHINE), change]
    made, unmade = ("Add equipment", None), (None, "Add equipment")
    assert listener.labels == [made, unmade, made]
    assert listener.logs == [{MACHINE.id: MACHINE}, {}, {MACHINE.id: MACHINE}]


def test_an_empty_change_neither_tells_nor_forgets_what_was_undone(logbook: Logbook) -> None:
    logbook.apply(Change.adding(MACHINE), "Add equipment")
    logbook.undo()
    listener = Listener(logbook)
    logbook.apply(Change(), "nothing")
    assert logbook.redo_label == "Add equipment"
    assert listener.heard == []


def test_a_change_that_failed_is_neither_told_nor_remembered(disk: Disk, logbook: Logbook) -> None:
    logbook.apply(Change.adding(MACHINE), "Add equipment")
    logbook.undo()
    listener = Listener(logbook)
    disk.is_full = True
    with pytest.raises(TrackerError):
        logbook.apply(Change.adding(PULLEY), "Add a pulley")
    assert listener.heard == []
    assert logbook.undo_label is None
    assert logbook.redo_label == "Add equipment"


def test_an_undo_that_failed_can_be_tried_again(disk: Disk, logbook: Logbook) -> None:
    logbook.apply(Change.adding(MACHINE), "Add equipment")
    disk.is_full = True
    with pytest.raises(TrackerError):
        logbook.undo()
    assert disk.equipment() == [MACHINE]
    assert (logbook.undo_label, logbook.redo_label) == ("Add equipment", None)
    disk.is_full = False
    logbook.undo()
    assert disk.equipment() == []


def test_a_redo_that_failed_can_be_tried_again(disk: Disk, logbook: Logbook) -> None:
    logbook.apply(Change.adding(MACHINE), "Add equipment")
    logbook.undo()
    disk.is_full = True
    with pytest.raises(TrackerError):
        logbook.redo()
    assert disk.equipment() == []
    assert (logbook.undo_label, logbook.redo_label) == (None, "Add equipment")
    disk.is_full = False
    logbook.redo()
    assert disk.equipment() == [MACHINE]


def test_a_change_of_two_entries_of_which_one_is_stale_leaves_both(logbook: Logbook) -> None:
    logbook.apply(Change.adding(MACHINE), "Add equipment")
    with pytest.raises(TrackerError, match="changed in another window"):
        logbook.apply(Change.removing(MACHINE, PULLEY), "Remove equipment")
    assert logbook.database.equipment() == [MACHINE]
    assert logbook.undo_label == "Add equipment"
