"""Beats that keep their time, whatever wakes late, and the phases they are counted by."""

import random
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from tests.clocks import Clock
from tracker.app.metronome import Beat, Metronome, RaisePhase
from tracker.domain.session import Tempo

MS = 1_000_000


@pytest.fixture
def clock(qapp: object) -> Clock:
    return Clock()


@pytest.fixture
def metronome(clock: Clock) -> Metronome:
    return Metronome(clock.nanoseconds, clock.timer)


class Ear:
    """Records each beat with its time since the start, in milliseconds."""

    def __init__(self, metronome: Metronome, clock: Clock) -> None:
        self.beats: list[Beat] = []
        self.at_ms: list[float] = []
        self._began = clock.ns
        self._clock = clock
        metronome.beat.connect(self._hear)

    def _hear(self, beat: Beat) -> None:
        self.beats.append(beat)
        self.at_ms.append((self._clock.ns - self._began) / MS)


def test_it_beats_at_once_and_then_in_time(metronome: Metronome, clock: Clock) -> None:
    ear = Ear(metronome, clock)
    metronome.start()
    clock.pass_s(3.5)
    assert ear.at_ms == [0, 1_000, 2_000, 3_000]
    assert [beat.number for beat in ear.beats] == [0, 1, 2, 3]


@pytest.mark.parametrize("pace", [20, 60, 137, 240])
def test_a_minute_of_late_wakings_does_not_drift(
    metronome: Metronome, clock: Clock, pace: int
) -> None:
    lateness = random.Random(pace)
    ear = Ear(metronome, clock)
    metronome.set_pace(pace)
    metronome.start()
    for _ in range(pace):
        assert clock.timer.wait_ms is not None
        clock.ns += clock.timer.wait_ms * MS + lateness.randrange(9 * MS)
        clock.timer.ring()
    late_ms = [at - beat * 60_000 / pace for beat, at in enumerate(ear.at_ms)]
    assert len(late_ms) == pace + 1
    assert min(late_ms) >= -0.001
    assert max(late_ms) < 10  # what woke late, rounded up to a millisecond: no more at the end


def test_beats_missed_are_left_out_and_the_rest_stays_in_time(
    metronome: Metronome, clock: Clock
) -> None:
    ear = Ear(metronome, clock)
    metronome.start()
    clock.ns += 3_300 * MS
    clock.timer.ring()
    assert ear.beats[-1].number == 3
    assert clock.timer.wait_ms == 700


def test_another_pace_holds_from_the_last_beat(metronome: Metronome, clock: Clock) -> None:
    ear = Ear(metronome, clock)
    metronome.start()
    clock.pass_s(1.2)
    metronome.set_pace(120)
    clock.pass_s(1.4)
    assert ear.at_ms == [0, 1_000, 1_500, 2_000, 2_500]


def test_a_pace_it_has_changes_nothing(metronome: Metronome, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(metronome.changed):
        metronome.set_pace(60)


@pytest.mark.parametrize("pace", [19, 241])
def test_a_pace_out_of_bounds_is_refused(metronome: Metronome, pace: int) -> None:
    with pytest.raises(ValueError, match="20 to 240"):
        metronome.set_pace(pace)


def test_it_stops(metronome: Metronome, clock: Clock, qtbot: QtBot) -> None:
    metronome.start()
    with qtbot.waitSignal(metronome.changed):
        metronome.stop()
    assert (metronome.is_running, clock.timer.wait_ms) == (False, None)
    with qtbot.assertNotEmitted(metronome.changed):
        metronome.stop()


def test_started_again_it_counts_anew_but_not_while_it_runs(
    metronome: Metronome, clock: Clock
) -> None:
    ear = Ear(metronome, clock)
    metronome.start()
    clock.pass_s(1)
    metronome.start()
    metronome.stop()
    metronome.start()
    assert [beat.number for beat in ear.beats] == [0, 1, 0]


def test_without_a_tempo_beats_go_up_and_down(metronome: Metronome, clock: Clock) -> None:
    ear = Ear(metronome, clock)
    metronome.start()
    clock.pass_s(3)
    assert [(beat.phase, beat.count) for beat in ear.beats] == [(None, 1), (None, 2)] * 2


def test_a_tempo_is_counted_by_its_phases(metronome: Metronome, clock: Clock) -> None:
    ear = Ear(metronome, clock)
    metronome.set_tempo(Tempo(2, 1, 3, 0))
    metronome.start()
    clock.pass_s(6)
    assert [(beat.phase, beat.count) for beat in ear.beats] == [
        (RaisePhase.RAISE, 1),
        (RaisePhase.RAISE, 2),
        (RaisePhase.TOP, 1),
        (RaisePhase.LOWER, 1),
        (RaisePhase.LOWER, 2),
        (RaisePhase.LOWER, 3),
        (RaisePhase.RAISE, 1),
    ]


def test_a_tempo_without_a_whole_beat_counts_as_none(metronome: Metronome, clock: Clock) -> None:
    ear = Ear(metronome, clock)
    metronome.set_tempo(Tempo(0.4, 0, 0.4, 0))
    metronome.start()
    assert ear.beats == [Beat(0, None, 1)]


def test_a_tempo_it_has_changes_nothing(metronome: Metronome, qtbot: QtBot) -> None:
    metronome.set_tempo(Tempo(3, 0, 3, 0))
    with qtbot.assertNotEmitted(metronome.changed):
        metronome.set_tempo(Tempo(3, 0, 3, 0))


def test_by_itself_it_has_a_clock_and_a_timer(qtbot: QtBot) -> None:
    metronome = Metronome()
    metronome.set_pace(240)
    beats: list[Beat] = []
    metronome.beat.connect(beats.append)
    metronome.start()
    qtbot.waitUntil(lambda: len(beats) >= 3)
    metronome.stop()
    assert all(after.number > before.number for before, after in pairwise(beats))
