"""The time of one hold, on a clock that only the test moves."""

import pytest

from tests.clocks import Clock
from tracker.app.hold_timer import READY_S, HoldPhase, HoldTimer


class Watched:
    """A timer, and what it signalled, with the seconds shown at the time."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.timer = HoldTimer(self.clock.seconds, self.clock.timer)
        self.told: list[object] = []
        for name in ("begun", "reached"):
            getattr(self.timer, name).connect(lambda name=name: self.told.append(name))
        self.timer.finished.connect(lambda held_s, whole: self.told.append((held_s, whole)))
        self.shown: list[int] = []
        self.timer.ticked.connect(lambda: self.shown.append(self.timer.shown_s))

    def is_running(self) -> bool:
        return self.timer.is_running


@pytest.fixture
def watched() -> Watched:
    return Watched()


def test_it_counts_down_to_the_hold_and_then_up(watched: Watched) -> None:
    timer, clock = watched.timer, watched.clock
    timer.begin(None, ends_itself=False)
    assert (timer.phase, timer.shown_s, timer.left) == (HoldPhase.READY, READY_S, 1.0)
    clock.pass_s(2.5)
    assert (timer.shown_s, timer.left) == (3, 0.5)
    clock.pass_s(2.5)
    assert (timer.phase, timer.shown_s, timer.left) == (HoldPhase.HOLD, 0, 1.0)
    clock.pass_s(3)
    assert watched.shown == [4, 3, 2, 1, 0, 1, 2, 3]
    assert watched.told == ["begun"]


def test_what_is_planned_ends_by_itself(watched: Watched) -> None:
    watched.timer.begin(7.5, ends_itself=True)
    watched.clock.pass_s(READY_S + 3)
    assert watched.timer.left == pytest.approx(0.6)
    watched.clock.pass_s(4)
    assert watched.is_running()
    watched.clock.pass_s(0.5)
    assert watched.told == ["begun", "reached", (7.5, True)]
    assert not watched.is_running()
    assert watched.clock.timer.wait_ms is None


def test_what_is_open_is_counted_on_past_what_is_told(watched: Watched) -> None:
    watched.timer.begin(5.0, ends_itself=False)
    watched.clock.pass_s(READY_S + 8.4)
    assert watched.told == ["begun", "reached"]
    assert (watched.timer.shown_s, watched.timer.left) == (8, 0.0)
    watched.timer.end()
    assert watched.told[2:] == [(8.0, False)]


def test_before_a_whole_second_nothing_was_held(watched: Watched) -> None:
    for seconds in (2, READY_S + 0.4):
        watched.timer.begin(None, ends_itself=True)
        watched.clock.pass_s(seconds)
        watched.timer.end()
        assert not watched.is_running()
    assert watched.told == ["begun"]


def test_broken_off_it_tells_nothing_and_can_begin_again(watched: Watched) -> None:
    changes: list[HoldPhase] = []
    watched.timer.changed.connect(lambda: changes.append(watched.timer.phase))
    watched.timer.begin(5.0, ends_itself=True)
    watched.clock.pass_s(READY_S + 2)
    watched.timer.dismiss()
    watched.timer.dismiss()
    watched.timer.end()
    assert watched.told == ["begun"]
    assert changes == [HoldPhase.READY, HoldPhase.HOLD, HoldPhase.OFF]
    watched.timer.begin(2.0, ends_itself=True)
    watched.clock.pass_s(READY_S + 2)
    assert watched.told == ["begun", "begun", "reached", (2.0, True)]


def test_one_that_was_forgotten_ends_after_an_hour(watched: Watched) -> None:
    watched.timer.begin(None, ends_itself=False)
    watched.clock.pass_s(READY_S + 3_599)
    assert watched.is_running()
    watched.clock.pass_s(1)
    assert not watched.is_running()
    assert watched.told == ["begun"]
