"""The sheet of a day: what is planned, or what was done last time."""

import datetime

import pytest

from tests.exchange.logs import log_of
from tracker.app.session_sheet import session_sheet
from tracker.domain.change import Change
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.plan import LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.set_grid import Cell, cell_of
from tracker.storage.database import Database

TODAY = datetime.date(2026, 11, 24)
SEATED, STANDING = Exercise.SEATED, Exercise.STANDING
LEFT, RIGHT, BOTH = Side
LAST = Session(TODAY - datetime.timedelta(days=2))
DONE = [
    LoggedSet(LAST.id, SEATED, LEFT, 1, 10, 30.0, 0, SetType.WARMUP),
    LoggedSet(LAST.id, SEATED, LEFT, 2, 8, 60.0, 1),
    LoggedSet(LAST.id, SEATED, RIGHT, 2, 8, 62.5, 2),
]


def test_an_empty_log_has_no_sheet() -> None:
    assert session_sheet(Database.in_memory(), TODAY, Unit.KG) is None


def test_what_was_done_earlier_that_day_is_last_time() -> None:
    evening = datetime.datetime(TODAY.year, TODAY.month, TODAY.day, 20, tzinfo=datetime.UTC)
    session = Session(TODAY, evening)
    done = LoggedSet(session.id, SEATED, LEFT, 1, 8, 60.0)
    sheet = session_sheet(log_of(session, done), TODAY, Unit.KG)
    assert sheet is not None
    assert sheet.tables[0].expected == {cell_of(done): done}


def test_without_a_plan_last_time_is_expected_again_with_its_warm_ups() -> None:
    sheet = session_sheet(log_of(LAST, *DONE), TODAY, Unit.KG)
    assert sheet is not None
    assert (sheet.day, sheet.plan) == (TODAY, "")
    (table,) = sheet.tables
    assert (table.exercise, table.planned, table.sides) == (SEATED, (), LEGS)
    assert table.expected == {cell_of(each): each for each in DONE}
    assert list(table.rows) == [1, 2]


def test_what_is_planned_has_the_load_of_the_plan_or_of_last_time() -> None:
    plan = Plan("Heavy", TODAY, 4)
    phase = Phase(plan.id, 1, 4, (2,))
    seated = PlannedSets(phase.id, SEATED, PlannedSide.EACH, 2, 6)
    both = PlannedSets(
        phase.id, STANDING, PlannedSide.BOTH, 1, 12, None, LoadBasis.EXTERNAL_KG, 20.0, position=1
    )
    database = log_of(LAST, *DONE)
    database.apply(Change.adding(plan, phase, seated, both))
    sheet = session_sheet(database, TODAY, Unit.KG)
    assert sheet is not None
    assert sheet.plan == "Heavy"
    first, second = sheet.tables
    assert (first.planned, list(first.rows)) == ([seated], [1, 2])
    loads = {cell: each.external_kg for cell, each in first.expected.items() if each is not None}
    assert loads == {
        Cell(SEATED, set_no, side): kg
        for set_no in (1, 2)
        for side, kg in ((LEFT, 60.0), (RIGHT, 62.5))
    }
    assert second.sides == (BOTH,)
    (expected,) = second.expected.values()
    assert expected is not None
    assert (expected.reps, expected.external_kg) == (12, 20.0)


@pytest.mark.parametrize("ahead", [1, 7 * 4])
def test_a_day_of_which_nothing_is_planned_has_last_time_s(ahead: int) -> None:
    plan = Plan("Heavy", TODAY, 4)
    phase = Phase(plan.id, 1, 4, (2,))
    database = log_of(LAST, *DONE)
    item = PlannedSets(phase.id, STANDING, PlannedSide.EACH, 2, 6)
    database.apply(Change.adding(plan, phase, item))
    sheet = session_sheet(database, TODAY + datetime.timedelta(days=ahead), Unit.KG)
    assert sheet is not None
    assert (sheet.plan, [table.exercise for table in sheet.tables]) == ("", [SEATED])
