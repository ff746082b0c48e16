"""Lines of a file laid beside what the log holds, so that only what is new is added."""

import datetime
from dataclasses import replace

import pytest

from tests.exchange.logs import finished, imported, logged_sets
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.importing.found import (
    ImportedRun,
    ImportedSet,
    SessionTold,
    SetsRead,
    SetTold,
)
from tracker.exchange.importing.log_so_far import LogSoFar, local_start
from tracker.exchange.importing.matching import Matcher
from tracker.exchange.importing.names import Meaning, Sides
from tracker.storage.database import Database

DAY = datetime.date(2026, 1, 5)
LINE = ImportedSet(2, SessionTold(DAY), SetTold(8, 60.0, Unit.KG, "Seated Calf Raise"))
LEFT = Meaning(Exercise.SEATED, Sides.LEFT)
FITNOTES = (
    b"Date,Exercise,Category,Weight (kg),Reps,Distance,Distance Unit,Time,Comment\n"
    b"2026-01-05,Seated Calf Raise (Left),Legs,60,8,,,,\n"
)


def test_two_equal_lines_are_two_sets_and_one_of_them_may_be_there_already() -> None:
    session = Session(DAY)
    there = LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0)
    matcher = Matcher(LogSoFar(sessions=(session,), sets=(there,)))
    places = finished(matcher.laying.places(SetsRead((LINE, LINE)), {LINE.told.name: LEFT}, None))
    assert [matcher.add(LINE, LEFT, None, place) for place in places] == [0, 1]
    (new,) = matcher.sets
    assert (new.session_id, new.set_no) == (session.id, 2)


def test_a_set_imported_before_is_known_though_it_went_to_a_session_of_another_day() -> None:
    database = Database.in_memory()
    imported(database, FITNOTES)
    (logged,) = logged_sets(database)
    other = Session(DAY + datetime.timedelta(days=9))
    moved = replace(logged, session_id=other.id)
    database.apply(Change.adding(other) + Change.replacing(logged, moved))
    assert imported(database, FITNOTES).sets == 0


def test_a_set_imported_before_is_known_though_it_was_edited_since() -> None:
    database = Database.in_memory()
    imported(database, FITNOTES)
    (logged,) = logged_sets(database)
    database.apply(Change.replacing(logged, replace(logged, reps=9)))
    assert imported(database, FITNOTES).sets == 0


def test_a_bodyweight_of_a_day_that_has_one_is_not_added() -> None:
    matcher = Matcher(LogSoFar(weighings=(Bodyweight(DAY, 70.0),)))
    assert not matcher.weigh_on(DAY, 71.0)
    assert matcher.weigh_on(DAY + datetime.timedelta(days=1), 71.0)
    assert [entry.kg for entry in matcher.others if isinstance(entry, Bodyweight)] == [71.0]


def test_a_run_is_known_by_its_start_and_without_one_by_its_distance() -> None:
    at = datetime.time(8, 10)
    there = (Run(DAY, 10.0, local_start(DAY, at), None), Run(DAY, 5.0, None, None))
    matcher = Matcher(LogSoFar(runs=there))
    timed = ImportedRun(2, DAY, at, 10.2, is_km=True, duration_s=None)
    untimed = ImportedRun(3, DAY, None, 5.0, is_km=True, duration_s=None)
    other = replace(untimed, distance=6.0)
    assert [matcher.add_run(each, False) for each in (timed, untimed, other)] == [
        False,
        False,
        True,
    ]


def test_a_line_whose_unit_nobody_knows_has_no_place_and_takes_none_from_others() -> None:
    unknown = LINE._replace(line=3, told=replace(LINE.told, unit=None))
    matcher = Matcher(LogSoFar())
    nowhere, first = finished(
        matcher.laying.places(SetsRead((unknown, LINE)), {LINE.told.name: LEFT}, None)
    )
    assert matcher.add(LINE, LEFT, None, first) == 1
    with pytest.raises(ValueError, match="the load"):
        matcher.add(unknown, LEFT, None, nowhere)


def test_a_new_set_stands_behind_all_of_its_session_whatever_their_order() -> None:
    session = Session(DAY)
    there = [
        LoggedSet(session.id, Exercise.SEATED, Side.LEFT, number, 10, 40.0, position)
        for number, position in ((1, 5), (2, 3))
    ]
    matcher = Matcher(LogSoFar(sessions=(session,), sets=tuple(there)))
    (place,) = finished(matcher.laying.places(SetsRead((LINE,)), {LINE.told.name: LEFT}, None))
    assert matcher.add(LINE, LEFT, None, place) == 1
    assert [each.position for each in matcher.sets] == [6]


def test_equipment_that_a_line_names_is_added_once() -> None:
    told = replace(LINE.told, equipment="Step")
    lines = (LINE._replace(told=told), LINE._replace(told=replace(told, reps=9)))
    matcher = Matcher(LogSoFar())
    places = finished(matcher.laying.places(SetsRead(lines), {told.name: LEFT}, None))
    for line, place in zip(lines, places, strict=True):
        matcher.add(line, LEFT, None, place)
    (step,) = (each for each in matcher.others if isinstance(each, Equipment))
    assert step.name == "Step"
    used = [each.equipment_id for each in matcher.sets]
    assert used == [step.id, step.id]
