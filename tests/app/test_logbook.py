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

    def has(kind: type[Entry]) -> object:  # type: ignore[misc]  # noqa: N805
        raise NotImplementedError

    @rule(session=strategies.sessions, day=DAYS)
    def add_a_session(self, session: Session, day: datetime.date) -> None:
        self.add(replace(session, date=day))
