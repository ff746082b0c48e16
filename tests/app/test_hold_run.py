"""Holds led by a timer, from getting ready to the rest, on a clock that only the test moves."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.session_desk import LAST_WEEK, SEATED, STANDING, Desk, L, R
from tests.clocks import Clock
from tracker.app.hold_run import HoldRun
from tracker.app.hold_timer import READY_S, HoldPhase, HoldTimer
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.session import LoggedSet, Session
from tracker.domain.set_grid import Cell

Held = tuple[Exercise, Side, int, int, float | None, float]
FIRST = Cell(SEATED, 1, L)


class Led:
    """A desk with a hold run whose clock moves with the desk's."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder)
        self.current = self.desk.current
        self.clock = Clock()
        self.run = HoldRun(self.current, HoldTimer(self.clock.seconds, self.clock.timer))
        self.run.timer.finished.connect(self.run.take)

    @property
    def phase(self) -> HoldPhase:
        return self.run.timer.phase

    def wait(self, seconds: float) -> None:
        self.desk.wait(seconds)
        self.clock.pass_s(seconds)

    def hold(self, seconds: float) -> None:
        """Get ready, then hold for this long."""
        self.wait(READY_S + seconds)

    def sets(self) -> list[Held]:
        return [
            (each.exercise, each.side, each.set_no, each.reps, each.hold_s, each.external_kg)
            for each in self.current.sets
        ]

    def plan(self, *items: PlannedSets) -> None:
        plan = Plan("Isometric", LAST_WEEK, 12)
        phase = Phase(plan.id, 1, 12, every_hours=24)
        own = [replace(each, phase_id=phase.id, position=p) for p, each in enumerate(items)]
        self.desk.logbook.apply(Change.adding(plan, phase, *own), "Take plan")


@pytest.fixture
def led(tmp_path: Path, qapp: object) -> Led:
    return Led(tmp_path)


def test_the_seconds_really_held_are_logged_and_then_the_other_leg_s(led: Led) -> None:
    logged: list[Cell] = []
    led.run.logged.connect(logged.append)
    led.current.enter(FIRST, "8x60")
    led.current.enter(Cell(SEATED, 1, R), "8x60")
    led.run.begin(Cell(SEATED, 2, L))
    led.hold(37)
    led.run.timer.end()
    assert led.sets()[2:] == [(SEATED, L, 2, 1, 37.0, 60.0)]
    assert (led.phase, led.run.cell) == (HoldPhase.READY, Cell(SEATED, 2, R))
    led.hold(41)
    led.run.timer.end()
    assert led.sets()[3:] == [(SEATED, R, 2, 1, 41.0, 60.0)]
    assert led.phase is HoldPhase.OFF
    assert logged == [Cell(SEATED, 2, L), Cell(SEATED, 2, R)]
    assert led.current.rests.timer.is_running
    assert led.current.sets[3].rest_s == READY_S  # the hold itself is no rest


def test_planned_holds_end_by_themselves_leg_after_leg(led: Led) -> None:
    led.plan(PlannedSets("", STANDING, PlannedSide.EACH, 1, 1, hold_s=45.0))
    led.run.begin(Cell(STANDING, 1, L))
    led.hold(45)
    led.hold(45)
    assert led.sets() == [(STANDING, L, 1, 1, 45.0, 0.0), (STANDING, R, 1, 1, 45.0, 0.0)]
    assert led.phase is HoldPhase.OFF


def test_several_holds_of_a_set_follow_each_other_and_one_broken_off_does_not_count(
    led: Led,
) -> None:
    led.plan(PlannedSets("", STANDING, PlannedSide.BOTH, 2, 3, hold_s=10.0))
    first, second = (Cell(STANDING, number, Side.BOTH) for number in (1, 2))
    led.run.begin(first)
    for _ in range(3):
        led.hold(10)
    assert led.sets() == [(STANDING, Side.BOTH, 1, 3, 10.0, 0.0)]
    assert led.phase is HoldPhase.OFF
    led.run.begin(second)
    led.hold(10)
    led.hold(4)
    led.run.timer.end()
    assert led.sets()[1:] == [(STANDING, Side.BOTH, 2, 1, 10.0, 0.0)]
    led.desk.logbook.undo()
    led.run.begin(second)
    led.hold(4)
    led.run.timer.end()
    assert led.sets()[1:] == [(STANDING, Side.BOTH, 2, 1, 4.0, 0.0)]


def test_last_time_s_seconds_are_told_and_held_beyond(led: Led) -> None:
    before = Session(LAST_WEEK)
    held = LoggedSet(before.id, SEATED, L, 1, 1, 70.0, hold_s=30.0)
    led.desk.logbook.apply(Change.adding(before, held), "before")
    reached: list[int] = []
    led.run.timer.reached.connect(lambda: reached.append(led.run.timer.shown_s))
    led.run.begin(FIRST)
    led.hold(35)
    assert reached == [30]
    led.run.timer.end()
    assert led.sets() == [(SEATED, L, 1, 1, 35.0, 70.0)]


def test_without_a_load_nothing_is_begun(led: Led) -> None:
    with pytest.raises(ValueError, match="Which load"):
        led.run.begin(FIRST)
    assert led.phase is HoldPhase.OFF


def test_another_session_ends_the_hold_unlogged(led: Led) -> None:
    led.current.enter(FIRST, "8x60")
    led.run.begin(Cell(SEATED, 1, R))
    led.current.open_new(LAST_WEEK + datetime.timedelta(days=1))
    assert led.phase is HoldPhase.OFF
    assert led.sets() == []
