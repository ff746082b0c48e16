"""Which sets of the session shown are bests."""

import datetime
from dataclasses import replace
from math import inf
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.app.session_desk import LAST_WEEK, SEATED, STANDING, TODAY, Desk, L, R
from tracker.app.session_bests import REST_MS
from tracker.domain.best_lifts import Beaten, Heaviest
from tracker.domain.change import Change
from tracker.domain.exercise import Equipment
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.set_grid import Cell


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Desk:
    return Desk(tmp_path)


def found(desk: Desk) -> list[Beaten | None]:
    desk.current.bests.look()
    return [desk.current.bests.of(each) for each in desk.current.sets]


def train(desk: Desk, day: datetime.date, *sets: tuple[float, int], machine: str = "") -> Session:
    session = Session(day)
    logged = [
        LoggedSet(
            session.id, SEATED, L, place, reps, kg, place, rir=0, equipment_id=machine or None
        )
        for place, (kg, reps) in enumerate(sets, 1)
    ]
    desk.logbook.apply(Change.adding(session, *logged), "train")
    return session


def test_a_set_is_a_best_where_it_beats_all_sessions_before_and_the_sets_before_it(
    desk: Desk,
) -> None:
    train(desk, LAST_WEEK, (60, 8))
    train(desk, TODAY + datetime.timedelta(days=1), (90, 8))  # later: it does not count
    desk.current.enter(Cell(SEATED, 1, L), "8x60 r0")
    desk.current.enter(Cell(SEATED, 2, L), "8x62.5 r0")
    desk.current.enter(Cell(SEATED, 3, L), "3x62.5 r0")
    desk.current.enter(Cell(SEATED, 4, L), "3x65")
    desk.current.enter(Cell(SEATED, 1, R), "8x90")  # the first of its leg
    assert found(desk) == [
        None,
        Beaten((1, 3, 5, 8), True),
        None,
        Beaten((1, 3), False),
        None,
    ]


def test_only_the_same_equipment_is_compared(desk: Desk) -> None:
    machine = Equipment("Machine")
    desk.logbook.apply(Change.adding(machine), "new")
    train(desk, LAST_WEEK, (60, 8))
    train(desk, LAST_WEEK, (40, 8), machine=machine.id)
    session = train(desk, TODAY, (50, 8), machine=machine.id)
    desk.current.open(session)
    assert found(desk) == [Beaten((1, 3, 5, 8), True)]


def test_a_standing_set_lifts_the_body_of_its_day(desk: Desk) -> None:
    def stand(day: datetime.date, kg: float, set_type: SetType = SetType.WORK) -> Session:
        session = Session(day)
        logged = LoggedSet(session.id, STANDING, L, 1, 8, kg, set_type=set_type)
        desk.logbook.apply(Change.adding(session, logged), "train")
        return session

    stand(LAST_WEEK, 20)
    stand(LAST_WEEK, 90, SetType.WARMUP)
    desk.current.open(stand(TODAY, 21))
    assert found(desk) == [None]  # no bodyweight is known
    weighings = Bodyweight(LAST_WEEK, 70), Bodyweight(TODAY, 68)
    desk.logbook.apply(Change.adding(*weighings), "weigh")
    assert found(desk) == [None]  # 89 kg against 90
    desk.logbook.apply(Change.replacing(weighings[1], replace(weighings[1], kg=70)), "weigh")
    assert found(desk) == [Beaten((1, 3, 5, 8), False)]


def test_all_sets_are_read_once_while_one_session_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    train(desk, LAST_WEEK, (60, 8))
    database, asked = desk.logbook.database, list[str]()
    read = database.heaviest_before

    def counted(session: Session) -> Any:
        asked.append(session.id)
        return read(session)

    monkeypatch.setattr(database, "heaviest_before", counted)
    for row, text in enumerate(("8x61", "8x62", "8x63"), 1):
        desk.current.enter(Cell(SEATED, row, L), text)
        found(desk)
    assert len(asked) == 1
    train(desk, LAST_WEEK, (70, 8))  # what they are compared with is another
    assert found(desk) == [None, None, None]
    assert len(asked) == 2


def test_it_is_looked_when_the_log_has_come_to_rest(desk: Desk, qtbot: QtBot) -> None:
    bests = desk.current.bests
    assert bests._rest.interval() == REST_MS
    bests._rest.setInterval(1)
    with qtbot.waitSignal(bests.due):
        desk.current.enter(Cell(SEATED, 1, L), "8x60")
    train(desk, LAST_WEEK, (50, 8))
    with qtbot.waitSignal(bests.refreshed):
        bests.look()
    with qtbot.assertNotEmitted(bests.refreshed):
        bests.look()
    assert desk.current.heaviest_before() == {
        (SEATED, L, None): Heaviest((50, 50, 50, 50, -inf), 50 * (1 + 8 / 30))
    }
