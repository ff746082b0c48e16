"""A runner who logs, changes her mind, and has a bad disk: the log against a plain dict."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests import strategies as made
from tracker import TrackerError
from tracker.app.logbook import Logbook
from tracker.domain.change import Change, Edit, Entry
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.goal import Goal
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import Measurement
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.planned import taking
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session, next_position, next_set_no
from tracker.domain.symptoms import Symptom
from tracker.storage.database import Database

E = TypeVar("E", bound=Entry)
RuleFunction = Callable[..., None]
Model = dict[tuple[str, str], Entry]


others = st.one_of(
    made.symptoms.map(lambda symptom: replace(symptom, session_id=None)),
    made.measurements,
    made.heel_raise_tests,
    made.goals,
    made.runs,
    made.events,
)


def key_of(entry: Entry) -> tuple[str, str]:
    return type(entry).__name__, entry.id


def values_in(change: Change) -> list[tuple[Entry | None, Entry | None]]:
    """List the old and new values in a change, without edit times."""
    return [(edit.before, edit.after) for edit in change.edits]


def having(kind: type[E]) -> Callable[[RuleFunction], RuleFunction]:
    """Run a rule only if the dict contains an entry of some kind."""
    return precondition(lambda machine: bool(machine.all_of(kind)))


class LoggingAndUndoing(RuleBasedStateMachine):
    """Each rule computes what the dict becomes by itself, not from the edits of the change."""

    def __init__(self) -> None:
        super().__init__()
        self.logbook = Logbook(Database.in_memory())
        self.told: list[Change] = []
        self.logbook.changed.connect(self.told.append)
        self.states: list[Model] = [{}]  # the log after each step
        self.pasts = [self.logbook.database.past()]
        self.steps: list[tuple[str, Change]] = []
        self.now = 0  # steps that are done; the others are undone
        self.is_broken = False

    def teardown(self) -> None:
        self.logbook.database.close()

    def all_of(self, kind: type[E]) -> list[E]:
        return [each for each in self.states[self.now].values() if isinstance(each, kind)]

    def one_of(self, kind: type[E], data: st.DataObject) -> E:
        return data.draw(st.sampled_from(self.all_of(kind)))

    def make(
        self, change: Change, *, gone: Sequence[Entry] = (), new: Sequence[Entry] = ()
    ) -> None:
        """Apply a change, and set the dict to what it should become."""
        label = f"step {len(self.told)}"
        if self.is_broken:
            with pytest.raises(TrackerError):
                self.logbook.apply(change, label)
            return
        before = len(self.told)
        self.logbook.apply(change, label)
        assert self.told[before:] == [change]
        state = dict(self.states[self.now])
        for entry in gone:
            del state[key_of(entry)]
        for entry in new:
            state[key_of(entry)] = entry
        self.states[self.now + 1 :] = [state]
        self.pasts[self.now + 1 :] = [self.logbook.database.past()]
        self.steps[self.now :] = [(label, change)]
        self.now += 1

    def add(self, entry: Entry) -> None:
        self.make(Change.adding(entry), new=[entry])

    def edit(self, before: Entry, after: Entry) -> None:
        if before != after:
            self.make(Change.replacing(before, after), new=[after])

    @rule(runner=made.runners)
    def describe_the_runner(self, runner: Runner) -> None:
        known = self.all_of(Runner)
        if known:
            self.edit(known[0], runner)
        else:
            self.add(runner)

    @rule(weighing=made.weighings)
    def weigh(self, weighing: Bodyweight) -> None:
        if weighing.date not in [each.date for each in self.all_of(Bodyweight)]:
            self.add(weighing)

    @having(Bodyweight)
    @rule(data=st.data(), kg=st.integers(50, 90).map(float))
    def weigh_again(self, data: st.DataObject, kg: float) -> None:
        weighing = self.one_of(Bodyweight, data)
        self.edit(weighing, replace(weighing, kg=kg))

    @having(Bodyweight)
    @rule(data=st.data())
    def forget_a_weighing(self, data: st.DataObject) -> None:
        weighing = self.one_of(Bodyweight, data)
        self.make(Change.removing(weighing), gone=[weighing])

    @rule(machine=made.equipment)
    def buy_equipment(self, machine: Equipment) -> None:
        if machine.name not in [each.name for each in self.all_of(Equipment)]:
            self.add(machine)

    @having(Equipment)
    @rule(data=st.data(), name=made.names)
    def rename_equipment(self, data: st.DataObject, name: str) -> None:
        machine = self.one_of(Equipment, data)
        if name not in [each.name for each in self.all_of(Equipment)]:
            self.edit(machine, replace(machine, name=name))

    @having(Equipment)
    @rule(data=st.data())
    def sell_equipment(self, data: st.DataObject) -> None:
        machine = self.one_of(Equipment, data)
        used = [each for each in self.all_of(LoggedSet) if each.equipment_id == machine.id]
        freed = [replace(each, equipment_id=None) for each in used]
        edits = [Edit(one, other) for one, other in zip(used, freed, strict=True)]
        self.make(Change((*edits, Edit(machine, None))), gone=[machine], new=freed)

    @rule(session=made.sessions)
    def begin_a_session(self, session: Session) -> None:
        self.add(session)

    @having(Session)
    @rule(data=st.data(), other=made.sessions)
    def move_a_session(self, data: st.DataObject, other: Session) -> None:
        session = self.one_of(Session, data)
        self.edit(session, replace(session, date=other.date, note=other.note))

    @having(Session)
    @rule(data=st.data())
    def delete_a_session(self, data: st.DataObject) -> None:
        session = self.one_of(Session, data)
        sets = [each for each in self.all_of(LoggedSet) if each.session_id == session.id]
        felt = [each for each in self.all_of(Symptom) if each.session_id == session.id]
        self.make(Change.removing(session, *sets, *felt), gone=[session, *sets, *felt])

    @having(Session)
    @rule(data=st.data(), logged=made.logged_sets)
    def log_a_set(self, data: st.DataObject, logged: LoggedSet) -> None:
        session = self.one_of(Session, data)
        sets = [each for each in self.all_of(LoggedSet) if each.session_id == session.id]
        machines = [None, *(each.id for each in self.all_of(Equipment))]
        placed = replace(
            logged,
            session_id=session.id,
            position=next_position(sets),
            set_no=next_set_no(sets, logged.exercise, logged.side),
            equipment_id=data.draw(st.sampled_from(machines)),
        )
        self.add(placed)

    # Few cells, so that there are several sets of one exercise and leg to move up.
    @having(Session)
    @rule(data=st.data(), reps=st.lists(st.integers(1, 20), min_size=2, max_size=4))
    def log_a_row_of_sets(self, data: st.DataObject, reps: list[int]) -> None:
        session = self.one_of(Session, data)
        sets = [each for each in self.all_of(LoggedSet) if each.session_id == session.id]
        position, set_no = next_position(sets), next_set_no(sets, Exercise.SEATED, Side.LEFT)
        row = [
            LoggedSet(
                session.id,
                Exercise.SEATED,
                Side.LEFT,
                set_no + place,
                each,
                60.0,
                position + place,
            )
            for place, each in enumerate(reps)
        ]
        self.make(Change.adding(*row), new=row)

    @having(LoggedSet)
    @rule(data=st.data(), other=made.logged_sets)
    def correct_a_set(self, data: st.DataObject, other: LoggedSet) -> None:
        logged = self.one_of(LoggedSet, data)
        corrected = replace(
            logged,
            reps=other.reps,
            external_kg=other.external_kg,
            set_type=other.set_type,
            rir=other.rir,
            tempo=other.tempo,
            pain_during=other.pain_during,
            note=other.note,
        )
        self.edit(logged, corrected)

    @having(LoggedSet)
    @rule(data=st.data())
    def delete_a_set_and_move_the_others_up(self, data: st.DataObject) -> None:
        logged = self.one_of(LoggedSet, data)
        cell = (logged.session_id, logged.exercise, logged.side)
        below = sorted(
            (
                each
                for each in self.all_of(LoggedSet)
                if (each.session_id, each.exercise, each.side) == cell
                and each.set_no > logged.set_no
            ),
            key=lambda each: each.set_no,
        )
        moved = [replace(each, set_no=each.set_no - 1) for each in below]
        edits = [Edit(one, other) for one, other in zip(below, moved, strict=True)]
        self.make(Change((Edit(logged, None), *edits)), gone=[logged], new=moved)

    @having(Session)
    @rule(data=st.data(), symptom=made.symptoms)
    def feel_something(self, data: st.DataObject, symptom: Symptom) -> None:
        owners = [None, *(each.id for each in self.all_of(Session))]
        self.add(replace(symptom, session_id=data.draw(st.sampled_from(owners))))

    @rule(entry=others)
    def note_something_else(self, entry: Entry) -> None:
        self.add(entry)

    @precondition(lambda self: self.other_entries())
    @rule(data=st.data(), entry=others)
    def correct_something_else(self, data: st.DataObject, entry: Entry) -> None:
        of_its_kind = [each for each in self.other_entries() if type(each) is type(entry)]
        if of_its_kind:
            before = data.draw(st.sampled_from(of_its_kind))
            self.edit(before, replace(entry, id=before.id))

    @having(Runner)
    @rule()
    def forget_the_runner(self) -> None:
        (runner,) = self.all_of(Runner)
        self.make(Change.removing(runner), gone=[runner])

    @having(Session)
    @rule(data=st.data(), seconds=st.none() | st.integers(0, 7200).map(float))
    def a_session_goes_on(self, data: st.DataObject, seconds: float | None) -> None:
        session = self.one_of(Session, data)
        self.edit(session, replace(session, duration_s=seconds))

    @having(LoggedSet)
    @rule(data=st.data(), rest_s=st.none() | st.integers(0, 600).map(float))
    def rest_and_use_other_equipment(self, data: st.DataObject, rest_s: float | None) -> None:
        logged = self.one_of(LoggedSet, data)
        machines = [None, *(each.id for each in self.all_of(Equipment))]
        machine = data.draw(st.sampled_from(machines))
        self.edit(logged, replace(logged, rest_s=rest_s, equipment_id=machine))

    @having(LoggedSet)
    @rule(data=st.data())
    def reorder_sets(self, data: st.DataObject) -> None:
        logged = self.one_of(LoggedSet, data)
        sets = [each for each in self.all_of(LoggedSet) if each.session_id == logged.session_id]
        places = data.draw(st.permutations([each.position for each in sets]))
        moved = [replace(each, position=to) for each, to in zip(sets, places, strict=True)]
        pairs = [(one, other) for one, other in zip(sets, moved, strict=True) if one != other]
        if pairs:
            change = Change(tuple(Edit(one, other) for one, other in pairs))
            self.make(change, new=[other for _, other in pairs])

    @rule(data=st.data(), session=made.sessions, sets=st.lists(made.logged_sets, max_size=5))
    def import_a_file(self, data: st.DataObject, session: Session, sets: list[LoggedSet]) -> None:
        machine = Equipment(f"Imported {len(self.told)} {session.id}")
        brought = [
            replace(each, session_id=session.id, set_no=row, position=row, equipment_id=machine.id)
            for row, each in enumerate(sets, 1)
        ]
        others_brought = data.draw(st.lists(others, max_size=3, unique_by=key_of))
        felt = [
            replace(each, session_id=session.id) if isinstance(each, Symptom) else each
            for each in others_brought
        ]
        entries = [machine, session, *brought, *felt]
        self.make(Change.adding(*entries), new=entries)

    @precondition(lambda self: self.other_entries())
    @rule(data=st.data())
    def forget_something_else(self, data: st.DataObject) -> None:
        entry = data.draw(st.sampled_from(self.other_entries()))
        self.make(Change.removing(entry), gone=[entry])

    def other_entries(self) -> list[Entry]:
        others = (Symptom, Measurement, HeelRaiseTest, Goal, Run)
        return [each for each in self.states[self.now].values() if isinstance(each, others)]

    @rule(plan=made.plans, phase=made.phases, items=st.lists(made.planned_sets, max_size=2))
    def take_a_plan(self, plan: Plan, phase: Phase, items: list[PlannedSets]) -> None:
        others = self.all_of(Plan)
        phase = replace(phase, plan_id=plan.id)
        items = [replace(item, phase_id=phase.id) for item in items]
        stopped = []
        for other in others:
            later = max(other.starts_on, plan.starts_on)
            if other.runs_on(later) and plan.runs_on(later):
                stopped.append(replace(other, ends_on=later - datetime.timedelta(days=1)))
        change = taking(plan, [phase], items, others)
        self.make(change, new=[*stopped, plan, phase, *items])

    @having(Plan)
    @rule(data=st.data(), phase=made.phases)
    def add_a_phase(self, data: st.DataObject, phase: Phase) -> None:
        self.add(replace(phase, plan_id=self.one_of(Plan, data).id))

    @having(Phase)
    @rule(data=st.data(), planned=made.planned_sets)
    def plan_more(self, data: st.DataObject, planned: PlannedSets) -> None:
        self.add(replace(planned, phase_id=self.one_of(Phase, data).id))

    @having(PlannedSets)
    @rule(data=st.data(), other=made.planned_sets)
    def plan_it_otherwise(self, data: st.DataObject, other: PlannedSets) -> None:
        planned = self.one_of(PlannedSets, data)
        self.edit(planned, replace(other, id=planned.id, phase_id=planned.phase_id))

    @having(Plan)
    @rule(data=st.data())
    def delete_a_plan(self, data: st.DataObject) -> None:
        plan = self.one_of(Plan, data)
        phases = [each for each in self.all_of(Phase) if each.plan_id == plan.id]
        owners = [each.id for each in phases]
        items = [each for each in self.all_of(PlannedSets) if each.phase_id in owners]
        self.make(Change.removing(plan, *phases, *items), gone=[plan, *phases, *items])

    @rule()
    def undo(self) -> None:
        before = len(self.told)
        if self.is_broken and self.now:
            with pytest.raises(TrackerError):
                self.logbook.undo()
            return
        self.logbook.undo()
        if self.now:
            self.now -= 1
            (told,) = self.told[before:]
            assert values_in(told) == values_in(self.steps[self.now][1].inverse)
            assert self.logbook.database.past() == self.pasts[self.now]
        else:
            assert self.told[before:] == []

    @rule()
    def redo(self) -> None:
        before = len(self.told)
        is_undone = self.now < len(self.steps)
        if self.is_broken and is_undone:
            with pytest.raises(TrackerError):
                self.logbook.redo()
            return
        self.logbook.redo()
        if is_undone:
            (told,) = self.told[before:]
            assert values_in(told) == values_in(self.steps[self.now][1])
            self.now += 1
            assert self.logbook.database.past() == self.pasts[self.now]
        else:
            assert self.told[before:] == []

    @precondition(lambda self: not self.is_broken)
    @rule()
    def break_the_disk(self) -> None:
        self.is_broken = True
        self.logbook.database._db.execute("PRAGMA query_only = ON")

    @precondition(lambda self: self.is_broken)
    @rule()
    def mend_the_disk(self) -> None:
        self.is_broken = False
        self.logbook.database._db.execute("PRAGMA query_only = OFF")

    @invariant()
    def the_log_is_as_the_dict(self) -> None:
        database = self.logbook.database
        sessions = database.sessions()
        found: list[Entry] = [*database.weighings(), *database.equipment(), *sessions]
        if database.has_runner():
            found.append(database.runner())
        for session in sessions:
            found += database.sets_of(session.id)
        found += [*database.symptoms(), *database.measurements(), *database.tests()]
        found += [*database.goals(), *database.runs(), *database.events()]
        found += [*database.plans(), *database.phases(), *database.planned_sets()]
        kept = {key_of(entry): entry for entry in found}
        assert kept == self.states[self.now]
        assert database.complaints() == []

    @invariant()
    def the_menu_names_the_steps(self) -> None:
        done, undone = self.steps[: self.now], self.steps[self.now :]
        assert self.logbook.undo_label == (done[-1][0] if done else None)
        assert self.logbook.redo_label == (undone[0][0] if undone else None)


TestLoggingAndUndoing = LoggingAndUndoing.TestCase
TestLoggingAndUndoing.settings = settings(max_examples=6, stateful_step_count=200)
