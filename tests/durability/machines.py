"""Three machines, each with a copy of one log and a clock up to a day off, merged in every order.

Sets, sessions, weighings, equipment, symptoms, plans and the runner are added, edited, deleted and
undone on each, with merges in between. In the end all three are merged, in all orders.
"""

import datetime
import itertools
import random
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeVar

from tests.durability.outcome import Outcome
from tracker.domain.change import Change, Edit, Edited, Entry, Key, Memory, Past, key_of
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session, next_position, next_set_no
from tracker.domain.symptoms import Moment, Symptom
from tracker.exchange.whole_log.joining import Joined, join
from tracker.exchange.whole_log.joining import Outcome as Became
from tracker.storage.database import Database

STEPS = 24
DAY = datetime.date(2026, 11, 24)
NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
State = tuple[tuple[Entry, ...], Past]
E = TypeVar("E", bound=Entry)


@cache
def _empty() -> bytes:
    database = Database.in_memory()
    try:
        return database.image().data
    finally:
        database.close()


class Copy(Database):
    """A log on one machine, in memory."""

    clock = NOON
    _read: tuple[int, State] | None = None  # what was read last, and after how many rows changed

    @classmethod
    def new(cls) -> "Copy":
        """Make an empty log, quicker than by all migrations."""
        connection = sqlite3.connect(":memory:")
        connection.deserialize(_empty())
        database = cls(connection, None)
        database._prepare()
        return database

    def _now(self) -> datetime.datetime:
        return self.clock

    @property
    def state(self) -> State:
        """What the log shows and what it remembers; read again if a row has changed."""
        changed = self._connection.total_changes
        if self._read is None or self._read[0] != changed:
            self._read = changed, (tuple(self.entries()), self.past())
        return self._read[1]


class Machine:
    """A runner at one machine, who does this and that, and changes her mind.

    Args:
        chance: Decides what she does.
        ahead: How far the clock is off.
    """

    def __init__(self, chance: random.Random, ahead: datetime.timedelta) -> None:
        self.log = Copy.new()
        self.added: set[str] = set()  # sets that were acknowledged and not undone since
        self.deleted: set[str] = set()  # sets that the runner deleted
        self._chance = chance
        self._ahead = ahead
        self._steps: list[Change] = []
        self._undone: list[Change] = []

    def act(self, now: datetime.datetime) -> None:
        """Do one random thing."""
        self.log.clock = now + self._ahead
        self._chance.choice(self._acts())()

    def _acts(self) -> Sequence[Callable[[], None]]:
        return (
            *(self._log_a_set,) * 4,
            *(self._undo,) * 2,
            self._begin_a_session,
            self._edit_a_set,
            self._move_a_set,
            self._delete_a_set,
            self._delete_a_session,
            self._note_a_session,
            self._weigh,
            self._delete_a_weighing,
            self._buy,
            self._rename,
            self._sell,
            self._feel,
            self._describe_the_runner,
            self._take_a_plan,
            self._plan_more,
            self._delete_a_plan,
            self._redo,
        )

    def _all(self, kind: type[E]) -> list[E]:
        return [each for each in self.log.state[0] if isinstance(each, kind)]

    def _any(self, kind: type[E]) -> E | None:
        found = self._all(kind)
        return self._chance.choice(found) if found else None

    def do(self, change: Change) -> None:
        """Make a change that can be undone."""
        if change:
            self.remember(self.log.apply(change))
            self._count(change)

    def remember(self, undo: Change) -> None:
        """Remember how to undo a change that was made."""
        self._steps.append(undo)
        self._undone.clear()

    def _count(self, change: Change) -> None:
        for before, after in change.of(LoggedSet):
            if before is None and after is not None:
                self.added.add(after.id)
            elif before is not None and after is None:
                self.deleted.add(before.id)

    def _undo(self) -> None:
        if self._steps:
            step = self._steps.pop()
            for before, after in step.of(LoggedSet):
                if after is None and before is not None:
                    self.added.discard(before.id)
            self._undone.append(self.log.apply(step))

    def _redo(self) -> None:
        if self._undone:
            step = self._undone.pop()
            self._steps.append(self.log.apply(step))
            for before, after in step.of(LoggedSet):
                if before is None and after is not None:
                    self.added.add(after.id)
                elif before is not None and after is None:
                    self.deleted.add(before.id)

    def _log_a_set(self) -> None:
        session = self._any(Session)
        if session is None:
            self._begin_a_session()
            return
        sets, side = self.log.sets_of(session.id), self._chance.choice((Side.LEFT, Side.RIGHT))
        machine = self._any(Equipment)
        logged = LoggedSet(
            session.id,
            Exercise.SEATED,
            side,
            next_set_no(sets, Exercise.SEATED, side),
            self._chance.randint(1, 12),
            60.0,
            next_position(sets),
            equipment_id=None if machine is None else machine.id,
            id=self._id(),
        )
        self.do(Change.adding(logged))

    def _id(self) -> str:
        return f"{self._chance.getrandbits(64):016x}"

    def _begin_a_session(self) -> None:
        self.do(Change.adding(Session(DAY, note="new", id=self._id())))

    def _note_a_session(self) -> None:
        session = self._any(Session)
        if session is not None:
            noted = replace(session, note=str(self._chance.random()))
            self.do(Change.replacing(session, noted))

    def _edit_a_set(self) -> None:
        logged = self._any(LoggedSet)
        if logged is not None:
            edited = replace(logged, reps=self._chance.randint(1, 50))
            self.do(Change.replacing(logged, edited))

    def _move_a_set(self) -> None:
        logged = self._any(LoggedSet)
        if logged is None:
            return
        sets = self.log.sets_of(logged.session_id)
        number = next_set_no(sets, logged.exercise, logged.side)
        self.do(Change.replacing(logged, replace(logged, set_no=number)))

    def _delete_a_set(self) -> None:
        logged = self._any(LoggedSet)
        if logged is None:
            return
        below = sorted(
            (
                each
                for each in self.log.sets_of(logged.session_id)
                if each.side is logged.side and each.set_no > logged.set_no
            ),
            key=lambda each: each.set_no,
        )
        moved = (Edit(each, replace(each, set_no=each.set_no - 1)) for each in below)
        self.do(Change((Edit(logged, None), *moved)))

    def _delete_a_session(self) -> None:
        session = self._any(Session)
        if session is not None and self._chance.random() < 0.5:
            self.do(Change.removing(*self.log.parts_of(session.id), session))

    def _weigh(self) -> None:
        day = DAY - datetime.timedelta(days=self._chance.randint(0, 2))
        kg = float(self._chance.randint(60, 80))
        known = next((each for each in self.log.weighings() if each.date == day), None)
        if known is None:
            self.do(Change.adding(Bodyweight(day, kg, self._id())))
        else:
            self.do(Change.replacing(known, replace(known, kg=kg)))

    def _delete_a_weighing(self) -> None:
        weighing = self._any(Bodyweight)
        if weighing is not None:
            self.do(Change.removing(weighing))

    def _free_name(self) -> str | None:
        taken = [each.name for each in self._all(Equipment)]
        free = [name for name in ("Press", "Step", "Bar") if name not in taken]
        return self._chance.choice(free) if free else None

    def _buy(self) -> None:
        name = self._free_name()
        if name is not None:
            self.do(Change.adding(Equipment(name, self._id())))

    def _rename(self) -> None:
        machine, name = self._any(Equipment), self._free_name()
        if machine is not None and name is not None:
            self.do(Change.replacing(machine, replace(machine, name=name)))

    def _sell(self) -> None:
        machine = self._any(Equipment)
        if machine is not None:
            used = [each for each in self._all(LoggedSet) if each.equipment_id == machine.id]
            freed = (Edit(each, replace(each, equipment_id=None)) for each in used)
            self.do(Change((*freed, Edit(machine, None))))

    def _feel(self) -> None:
        session = self._any(Session)
        id_ = None if session is None else session.id
        pain = self._chance.randint(0, 10)
        self.do(
            Change.adding(
                Symptom(DAY, Moment.AFTER, Side.LEFT, pain=pain, session_id=id_, id=self._id())
            )
        )

    def _describe_the_runner(self) -> None:
        known, runner = self._any(Runner), Runner(name=str(self._chance.random()))
        self.do(Change.adding(runner) if known is None else Change.replacing(known, runner))

    def _take_a_plan(self) -> None:
        plan = Plan("Plan", DAY, 12, id=self._id())
        phase = Phase(plan.id, 1, 12, weekdays=(1,), id=self._id())
        self.do(Change.adding(plan, phase))

    def _plan_more(self) -> None:
        phase = self._any(Phase)
        if phase is not None:
            planned = PlannedSets(phase.id, Exercise.SEATED, PlannedSide.EACH, 3, 8, id=self._id())
            self.do(Change.adding(planned))

    def _delete_a_plan(self) -> None:
        plan = self._any(Plan)
        if plan is not None:
            phases = [each for each in self._all(Phase) if each.plan_id == plan.id]
            ids = [each.id for each in phases]
            planned = [each for each in self._all(PlannedSets) if each.phase_id in ids]
            self.do(Change.removing(*planned, *phases, plan))


def joined(state: State, other: State) -> tuple[State, Joined]:
    """Merge another log into one, without a file."""
    (log, log_past), (entries, past) = state, other
    found = join(entries, log, past, log_past)
    shown = {key_of(each): each for each in log}
    edit_times, added = dict(log_past.edit_times), dict(log_past.added)
    for edit in found.change.edits:
        key = key_of(edit.entry)
        for known in (shown, edit_times, added):
            known.pop(key, None)
        if edit.after is None:
            continue
        shown[key] = edit.after
        if edit.edited_at is not None and edit.edited_at is not Edited.NOW:
            edit_times[key] = edit.edited_at
        if edit.added_us is not None:
            added[key] = edit.added_us
    memory: dict[Key, Memory] = {each.key: each for each in log_past.memory}
    for each in found.change.memory or ():
        memory[each.key] = each
    kept = tuple(each for each in memory.values() if each)
    return (tuple(shown.values()), Past(edit_times, added, kept)), found


def comparable(state: State) -> object:
    """Return what two logs are compared by: everything but the order of entries."""
    entries, past = state
    return (
        {key_of(each): each for each in entries},
        past.edit_times,
        past.added,
        {each.key: each for each in past.memory},
    )


def complaints_about(chance: random.Random) -> tuple[list[str], int]:
    """Run through one history; returns what did not go as promised, and how many sets were lost."""
    day_s = 86_400
    machines = [
        Machine(chance, datetime.timedelta(seconds=chance.uniform(-day_s, day_s))) for _ in range(3)
    ]
    told: list[str] = []
    try:
        now = NOON
        for _ in range(chance.randint(6, STEPS)):
            now += datetime.timedelta(seconds=chance.choice((0.0, 0.0005, 30.0, 7_200.0)))
            machine = chance.choice(machines)
            if chance.random() < 0.2:
                other = chance.choice([each for each in machines if each is not machine])
                told += _join_into(machine, other)
            else:
                machine.act(now)
        states = [each.log.state for each in machines]
        told += _complaints_about_orders(states)
        for machine, other in itertools.permutations(machines, 2):
            told += _join_into(machine, other)
        for machine, other in itertools.permutations(machines, 2):
            if join(*_sides(other.log.state, machine.log.state)).change:
                told.append("a third round changed something")
        ends = [comparable(machine.log.state) for machine in machines]
        if ends[0] != ends[1] or ends[0] != ends[2]:
            told.append("the logs are not equal")
        told += [each for machine in machines for each in machine.log.complaints()]
        kept = machines[0].log.set_ids()
        deleted = set().union(*(machine.deleted for machine in machines))
        lost = set().union(*(machine.added for machine in machines)) - deleted - kept
        return told, len(lost)
    finally:
        for machine in machines:
            machine.log.close()


def _sides(other: State, own: State) -> tuple[tuple[Entry, ...], tuple[Entry, ...], Past, Past]:
    return other[0], own[0], other[1], own[1]


def _join_into(machine: Machine, other: Machine) -> list[str]:
    """Merge another machine's log into one as the program does, and check what it reports."""
    before = machine.log.state
    expected, found = joined(before, other.log.state)
    told = []
    listed = [key_of(each.became) for each in found.conflicts]
    if len(set(listed)) != len(listed):
        told.append("a conflict was listed twice")
    back = machine.log.apply(found.change)
    if comparable(machine.log.state) != comparable(expected):
        told.append("the file is not as the join said")
    again = machine.log.apply(back)
    if comparable(machine.log.state) != comparable(before):
        told.append("undo of a join left something")
    machine.remember(machine.log.apply(again))
    once_more = join(*_sides(other.log.state, machine.log.state))
    if once_more.change:
        told.append("joined again, it changed something")
    if any(each.outcome is not Became.KEPT for each in once_more.conflicts):
        told.append("joined again, a conflict was listed again")
    return told


def _complaints_about_orders(states: Sequence[State]) -> list[str]:
    ends = []
    for one, two, three in itertools.permutations(states):
        ends.append(joined(joined(one, two)[0], three)[0])
        ends.append(joined(one, joined(two, three)[0])[0])
    expected = comparable(ends[0])
    if any(comparable(end) != expected for end in ends):
        return ["the order of joining made a difference"]
    return []


def run(cases: int, seed: int) -> Outcome:
    """Run through one history per case."""
    lost, complaints = 0, []
    for case in range(cases):
        told, gone = complaints_about(random.Random(f"{seed} {case}"))
        lost += gone
        complaints += [f"history {case}: {each}" for each in told]
    damage = "three machines, clocks a day apart, joined in every order"
    return Outcome(damage, cases, lost, tuple(complaints))
