"""When a session is done, and what was its best."""

import datetime
from pathlib import Path

import pytest

from tests.app.session_desk import LAST_WEEK, SEATED, STANDING, TODAY, Desk, L, R
from tracker.app.session_end import session_end
from tracker.domain.change import Change
from tracker.domain.session import LoggedSet, Session
from tracker.domain.set_grid import Cell

BOTH_TABLES = (SEATED, STANDING)


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Desk:
    return Desk(tmp_path)


def train(desk: Desk, day: datetime.date, left_kg: float, duration_s: float | None) -> Session:
    session = Session(day, duration_s=duration_s)
    sets = [
        LoggedSet(session.id, SEATED, side, 1, 10, kg, place, rir=0)
        for place, (side, kg) in enumerate(((L, left_kg), (R, 66)))
    ]
    desk.logbook.apply(Change.adding(session, *sets), "train")
    return session


def test_it_is_done_with_the_last_value_expected(desk: Desk) -> None:
    assert session_end(desk.current, BOTH_TABLES) is None
    train(desk, LAST_WEEK, 60, None)
    desk.current.enter(Cell(SEATED, 1, L), "10x63 r0")
    assert session_end(desk.current, BOTH_TABLES) is None
    desk.current.enter(Cell(SEATED, 1, R), "10x66 r0")
    end = session_end(desk.current, BOTH_TABLES)
    assert end is not None
    assert (end.sets, end.minutes, end.is_today) == (2, 0, True)
    assert end.best is not None
    # Epley: 63 kg × (1 + 10/30), after 60 kg × (1 + 10/30) last week
    assert end.best[:2] == (SEATED, L)
    assert end.best.e1rm_kg == pytest.approx(84)
    assert end.best.more_kg == pytest.approx(4)


def test_without_anything_expected_it_is_done_when_the_tables_are_left(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "10x63 r0")
    assert session_end(desk.current, BOTH_TABLES) is None
    end = session_end(desk.current, BOTH_TABLES, is_left=True)
    assert end is not None
    assert end.sets == 1


def test_leaving_the_tables_does_not_end_a_session_that_expects_more(desk: Desk) -> None:
    train(desk, LAST_WEEK, 60, None)
    desk.current.enter(Cell(SEATED, 1, L), "10x63 r0")
    assert session_end(desk.current, BOTH_TABLES, is_left=True) is None


def test_a_past_session_is_done_and_lasted_as_noted(desk: Desk) -> None:
    session = train(desk, LAST_WEEK, 60, 1_500)
    desk.current.open(session)
    end = session_end(desk.current, BOTH_TABLES)
    assert end is not None
    assert (end.minutes, end.is_today) == (25, False)
    assert end.best is not None
    assert end.best.more_kg is None
    assert end.best.e1rm_kg == pytest.approx(80)
    assert session.date != TODAY


def test_a_session_of_sets_that_tell_nothing_has_no_best(desk: Desk) -> None:
    train(desk, LAST_WEEK, 60, None)
    desk.current.enter(Cell(SEATED, 1, L), "10x63")  # the reserve is not noted
    desk.current.enter(Cell(SEATED, 1, R), "10x66 w")
    end = session_end(desk.current, BOTH_TABLES)
    assert end is not None
    assert end.best is None
