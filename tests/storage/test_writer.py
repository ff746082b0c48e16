"""A change is carried out entry by entry, in whatever order it comes."""

import datetime
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given

from tests.storage.test_database_changes import SESSION, SETS, STEP, is_as_it_was
from tests.strategies import Log, logs
from tracker.domain.change import Change, Edit
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.session import Session
from tracker.storage.database import Database


@pytest.fixture
def database() -> Iterator[Database]:
    """A log with a session of three sets."""
    with closing(Database.in_memory()) as made:
        made.apply(Change.adding(STEP, SESSION, *SETS))
        yield made


@given(logs())
def test_the_inverse_of_making_a_log_empties_it(log: Log) -> None:
    database = Database.in_memory()
    database.apply(log.making)
    database.apply(log.making.inverse)
    assert not database.has_runner()
    assert [*database.weighings(), *database.equipment(), *database.sessions()] == []
    assert [database.sets_of(session.id) for session in log.sessions] == [[]] * len(log.sessions)
    database.close()


def test_a_set_removed_lets_the_others_move_up(database: Database) -> None:
    first, second, third = SETS
    moved = replace(second, set_no=1), replace(third, set_no=2)
    removal = Change((Edit(first, None), Edit(second, moved[0]), Edit(third, moved[1])))
    database.apply(removal)
    assert database.sets_of(SESSION.id) == list(moved)


def test_a_set_put_back_moves_the_others_down(database: Database) -> None:
    first, second, third = SETS
    removal = Change(
        (
            Edit(first, None),
            Edit(second, replace(second, set_no=1)),
            Edit(third, replace(third, set_no=2)),
        )
    )
    database.apply(removal)
    database.apply(removal.inverse)
    assert database.sets_of(SESSION.id) == SETS


def test_a_change_may_be_given_in_any_order_of_kinds(database: Database) -> None:
    later = Session(datetime.date(2026, 11, 25))
    machine = Equipment("Lever")
    logged = replace(SETS[0], session_id=later.id, id="new", equipment_id=machine.id)
    database.apply(Change.adding(logged, machine, later))
    assert database.sets_of(later.id) == [logged]


def test_a_thousand_sets_are_removed_in_one_change(database: Database) -> None:
    many = [
        replace(
            SETS[0], set_no=number, exercise=exercise, side=side, id=f"{exercise} {side} {number}"
        )
        for exercise in (Exercise.STANDING, Exercise.STANDING_BENT)
        for side in Side
        for number in range(1, 999)
    ]
    database.apply(Change.adding(*many))
    database.apply(Change.removing(*many))
    assert is_as_it_was(database)


def test_it_is_known_when_an_entry_was_edited(database: Database) -> None:
    before = datetime.datetime.now(datetime.UTC)
    database.apply(Change.replacing(STEP, replace(STEP, name="Bar")))
    at = database.edit_times()[Equipment, STEP.id]
    # Kept in milliseconds, rounded down.
    assert before - datetime.timedelta(milliseconds=1) <= at <= datetime.datetime.now(datetime.UTC)


def test_an_edit_made_elsewhere_keeps_its_time(database: Database) -> None:
    zone = datetime.timezone(datetime.timedelta(hours=1))
    at = datetime.datetime(2026, 11, 24, 18, 5, tzinfo=zone)
    database.apply(Change((Edit(None, Equipment("Bar", id="bar"), at),)))
    assert database.edit_times()[Equipment, "bar"] == at
    database.apply(Change.removing(Equipment("Bar", id="bar")))
    assert (Equipment, "bar") not in database.edit_times()
