"""The steady beat: at its times, whatever the window is busy with."""

import pytest
from pytestqt.qtbot import QtBot

from tracker.app.beat import SteadyBeat

MS = 1_000_000


class Clock:
    """Nanoseconds that go forward when told."""

    def __init__(self) -> None:
        self.ns = 5_000

    def __call__(self) -> int:
        return self.ns


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def beat(qtbot: QtBot, clock: Clock) -> SteadyBeat:
    return SteadyBeat(60, clock)


def test_the_first_beat_comes_at_once_and_the_next_a_second_later(
    beat: SteadyBeat, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(beat.beat) as first:
        beat.start()
    assert first.args == [0]
    assert beat._timer.interval() == 1_000


def test_being_late_does_not_add_up(beat: SteadyBeat, clock: Clock, qtbot: QtBot) -> None:
    beat.start()
    clock.ns += 1_300 * MS
    with qtbot.waitSignal(beat.beat) as late:
        beat._timer.timeout.emit()
    assert late.args == [1]
    assert beat._timer.interval() == 700


def test_missed_beats_are_left_out(beat: SteadyBeat, clock: Clock, qtbot: QtBot) -> None:
    beat.start()
    clock.ns += 4_100 * MS
    with qtbot.waitSignal(beat.beat) as late:
        beat._timer.timeout.emit()
    assert late.args == [4]
    assert beat._timer.interval() == 900


def test_stopped_it_is_silent(beat: SteadyBeat) -> None:
    beat.start()
    assert beat._timer.isActive()
    beat.stop()
    assert not beat._timer.isActive()


def test_it_beats_by_the_real_clock(qtbot: QtBot) -> None:
    beat = SteadyBeat(3_000)
    beats: list[object] = []
    beat.beat.connect(beats.append)
    beat.start()
    qtbot.waitUntil(lambda: len(beats) >= 3)
    beat.stop()
    assert beats[0] == 0
