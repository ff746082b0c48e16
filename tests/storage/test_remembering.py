"""What a log remembers of what it does not show: deletions, their undo, and what a join hid."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tracker.domain.change import Change, Edit, Memory, Past, key_of
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.plan import Phase, Plan
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.storage.database import Database
from tracker.storage.remembering import (
    KEPT,
    memory_in,
    remembered_by_hand,
    row_of,
)
from tracker.storage.salvage import salvaging

DAY = datetime.date(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 18, 0, 0, 250_000, tzinfo=datetime.UTC)
A_DAY = datetime.timedelta(days=1)
A_MOMENT = datetime.timedelta(milliseconds=1)
SESSION = Session(DAY, note="calm", id="s1")
SET = LoggedSet("s1", Exercise.SEATED, Side.LEFT, 1, 8, 60.0, id="a1")
FELT = [
    Symptom(DAY, moment, Side.LEFT, pain=pain, session_id="s1")
    for pain, moment in enumerate(Moment)
]


class Clocked(Database):
    """A log with a clock that the test sets."""

    clock = NOW

    def _now(self) -> datetime.datetime:
        return self.clock


@pytest.fixture
def log() -> Iterator[Clocked]:
    database = Clocked.in_memory()
    database.apply(Change.adding(SESSION, SET))
    yield database
    database.close()


def test_a_deletion_is_remembered_with_its_instant(log: Clocked) -> None:
    log.clock = NOW + A_DAY
    log.apply(Change.removing(SET))
    assert log.memory() == (Memory(key_of(SET), NOW + A_DAY),)


def test_of_what_others_may_need_the_frame_is_remembered_without_its_note(log: Clocked) -> None:
    added = log.past().added[key_of(SESSION)]
    log.clock = NOW + A_DAY
    log.apply(Change.removing(SET, SESSION))
    frame = replace(SESSION, note="")
    assert log.memory() == (
        Memory(key_of(SESSION), NOW + A_DAY, frame, NOW, added),
        Memory(key_of(SET), NOW + A_DAY),
    )


def test_undo_of_a_deletion_takes_its_memory_back_and_redo_gives_it_again(log: Clocked) -> None:
    before = list(log.entries()), log.past()
    undo = log.apply(Change.removing(SET, SESSION))
    remembered = log.memory()
    log.clock = NOW + A_DAY
    redo = log.apply(undo)
    assert (list(log.entries()), log.past()) == before
    log.apply(redo)
    assert log.memory() == remembered


def test_what_is_added_again_is_not_deleted(log: Clocked) -> None:
    log.apply(Change.removing(SET))
    log.apply(Change.adding(SET))
    assert log.memory() == ()
    # Whatever the clock says, it comes after the deletion, and that after the first adding.
    assert log.edit_times()[key_of(SET)] == NOW + 2 * A_MOMENT


def test_undo_of_adding_something_is_no_deletion(log: Clocked) -> None:
    bar = Equipment("Bar")
    log.apply(log.apply(Change.adding(bar)))
    assert log.memory() == ()


def test_the_order_of_what_was_deleted_and_undone_is_as_before(log: Clocked) -> None:
    goals = [
        Goal(GoalKind.HEEL_RAISE_REPS, Exercise.STANDING, target) for target in (20.0, 25.0, 30.0)
    ]
    log.apply(Change.adding(*goals, *FELT))
    before = list(log.entries())
    log.apply(log.apply(Change.removing(goals[0])))
    log.apply(log.apply(Change.removing(*log.parts_of(SESSION.id), SESSION)))
    assert log.goals() == goals
    assert log.symptoms() == FELT
    assert log.parts_of(SESSION.id) == [SET, *FELT]
    assert list(log.entries()) == before


# Clocks


def test_an_edit_is_later_than_what_it_replaces_whatever_the_clock_says(log: Clocked) -> None:
    other = replace(SET, reps=9)
    log.clock = NOW - A_DAY
    log.apply(Change.replacing(SET, other))
    assert log.edit_times()[key_of(SET)] == NOW + A_MOMENT
    log.apply(Change.removing(other))
    assert log.memory()[0].deleted_at == NOW + 2 * A_MOMENT


# How long


def test_a_deletion_is_forgotten_two_years_after_the_last_joined_copy(log: Clocked) -> None:
    bars = [Equipment(f"Bar {n}", id=f"b{n}") for n in range(3)]
    log.apply(Change.adding(*bars))
    log.apply(Change.removing(bars[0]))
    log.clock = NOW + datetime.timedelta(days=600)
    log.note_joined(log.clock)
    assert log.last_joined() == log.clock
    log.clock = NOW + KEPT + A_DAY
    log.apply(Change.removing(bars[1]))
    assert len(log.memory()) == 2
    log.clock += datetime.timedelta(days=600)
    log.apply(Change.removing(bars[2]))
    assert [memory.key[1] for memory in log.memory()] == ["b1", "b2"]


def test_a_log_that_never_met_a_copy_knows_of_none(log: Clocked) -> None:
    assert log.last_joined() is None


# Two in one place


def test_what_is_done_to_the_one_shown_is_done_to_the_one_behind_it(log: Clocked) -> None:
    shown, behind = Equipment("Press", id="e1"), Equipment("Press", id="e2")
    weighed, earlier = Bodyweight(DAY, 70.0, "w1"), Bodyweight(DAY, 71.0, "w2")
    memory = tuple(Memory(key_of(each), None, each, NOW, 5) for each in (behind, earlier))
    log.apply(Change((Edit(None, shown, NOW), Edit(None, weighed, NOW)), memory))
    log.clock = NOW + A_DAY
    log.apply(Change.replacing(shown, replace(shown, name="Old press")))
    log.apply(Change.removing(weighed))
    assert log.memory() == (
        Memory(key_of(weighed), NOW + A_DAY),
        Memory(key_of(earlier), NOW + A_DAY),
        Memory(key_of(behind), None, replace(behind, name="Old press"), NOW + A_DAY, 5),
    )


def test_an_edit_by_hand_is_what_is_known_of_a_set_that_was_renumbered(log: Clocked) -> None:
    moved = replace(SET, id="a2", set_no=2)
    raw = Memory(key_of(moved), None, replace(moved, set_no=1), NOW, 5)
    log.apply(Change((Edit(None, moved, NOW),), (raw,)))
    edited = replace(moved, reps=12)
    undo = log.apply(Change.replacing(moved, edited))
    assert log.memory() == ()
    log.apply(undo)
    assert log.memory() == (raw,)


def test_what_is_remembered_is_told_from_the_change_alone() -> None:
    added = Change.adding(SET)
    assert remembered_by_hand(added.edits, {}, {}, {}, NOW) == ()
    gone = {key_of(SET): Memory(key_of(SET), NOW)}
    assert remembered_by_hand(added.edits, {}, {}, gone, NOW) == (Memory(key_of(SET)),)
    plan = Plan("Plan", DAY, 4, id="p")
    phase = Phase("p", 1, 4, (1,), id="ph")
    assert remembered_by_hand(Change.removing(phase, plan).edits, {}, {}, {}, NOW) == (
        Memory(key_of(phase), NOW, phase),
        Memory(key_of(plan), NOW, plan),
    )


# As rows


@pytest.mark.parametrize(
    "memory",
    [
        Memory(key_of(SET), NOW),
        Memory(key_of(SET), None, SET, NOW, 12),
        Memory(key_of(SESSION), NOW, SESSION),
    ],
)
def test_a_row_gives_back_what_it_remembers(memory: Memory) -> None:
    assert memory_in(row_of(memory)) == memory


@pytest.mark.parametrize(
    "spoilt",
    [
        {"kind": "routes"},
        {"id": "b"},
        {"entry": "{}"},
        {"entry": "?"},
        {"entry": "[" * 100_000},
        {"deleted_at": "now"},
        {"added_us": "then"},
    ],
)
def test_a_row_that_remembers_nothing_of_ours_is_damage(spoilt: dict[str, str]) -> None:
    with pytest.raises((ValueError, KeyError)):
        memory_in(row_of(Memory(key_of(SET), NOW, SET)) | spoilt)


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE remembered SET kind = 'routes'", "Table remembered, id a1: kind is 'routes'"),
        ("UPDATE remembered SET deleted_at = 'now'", "Table remembered, id a1: Invalid isoformat"),
        ("INSERT INTO joined VALUES (1, 'now')", "Table joined: Invalid isoformat"),
        ("INSERT INTO joined VALUES (1, '2026-11-24T18:00:00+00:00')", ""),
    ],
)
def test_an_examination_looks_at_what_is_remembered(log: Clocked, sql: str, told: str) -> None:
    log.apply(Change.removing(SET))
    log._db.execute(sql)
    complaints = log.complaints()
    assert len(complaints) == bool(told)
    assert all(each.startswith(told) for each in complaints)


def test_recovery_finds_what_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "log.soleus"
    database = Database.create(path)
    database.apply(Change.adding(SESSION, SET, *FELT))
    database.apply(Change.removing(SET, FELT[0]))
    expected = list(database.entries()), database.past()
    database.close()
    steps = salvaging(path)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            salvage = end.value
            break
    made = tmp_path / "made.soleus"
    Database.create_with(made, salvage.making)
    recovered = Database.open(made)
    found = list(recovered.entries()), recovered.past()
    recovered.close()
    assert found[0] == expected[0]
    assert found[1] == Past(expected[1].edit_times, expected[1].added, expected[1].memory)
