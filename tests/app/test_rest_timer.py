"""A rest counted down: paused, made longer, past its end, and measured."""

import pytest
from pytestqt.qtbot import QtBot

from tests.clocks import Clock
from tracker.app.rest_timer import LONGEST_REST_S, Rest, RestTimer


@pytest.fixture
def clock(qapp: object) -> Clock:
    return Clock()


@pytest.fixture
def rest(clock: Clock) -> RestTimer:
    return RestTimer(clock.seconds, clock.timer)


def test_at_first_there_is_no_rest(rest: RestTimer) -> None:
    assert rest.rest is None
    assert [rest.is_running, rest.is_paused, rest.is_over] == [False] * 3
    assert (rest.remaining_s, rest.taken_s) == (0, None)


def test_a_rest_is_counted_down_by_the_second(rest: RestTimer, clock: Clock) -> None:
    shown = []
    rest.ticked.connect(lambda: shown.append(rest.remaining_s))
    rest.begin(3)
    assert rest.remaining_s == 3
    clock.pass_s(5)
    assert shown == [2, 1, 0, -1, -2]


def test_a_second_that_woke_late_does_not_delay_the_next(rest: RestTimer, clock: Clock) -> None:
    rest.begin(60)
    clock.ns += 1_400_000_000
    clock.timer.ring()
    assert clock.timer.wait_ms in (600, 601)  # rounded up
    assert rest.remaining_s == 59


def test_the_end_is_told_once(rest: RestTimer, clock: Clock) -> None:
    told = []
    rest.finished.connect(lambda: told.append(rest.remaining_s))
    rest.begin(30)
    clock.pass_s(29.5)
    assert (told, rest.is_over) == ([], False)
    clock.pass_s(10)
    assert (told, rest.is_over) == ([0], True)


def test_a_pause_lets_the_count_stand_still(rest: RestTimer, clock: Clock) -> None:
    rest.begin(30)
    clock.pass_s(10)
    rest.toggle_pause()
    clock.pass_s(100)
    assert (rest.is_paused, rest.remaining_s) == (True, 20)
    rest.toggle_pause()
    clock.pass_s(5)
    assert rest.remaining_s == 15


def test_a_pause_is_rest_all_the_same(rest: RestTimer, clock: Clock) -> None:
    rest.begin(30)
    rest.toggle_pause()
    clock.pass_s(100)
    assert rest.taken_s == 100


def test_a_rest_is_made_longer(rest: RestTimer, clock: Clock) -> None:
    rest.begin(30)
    clock.pass_s(20)
    rest.prolong()
    assert (rest.remaining_s, rest.length_s) == (25, 45)


def test_a_paused_rest_made_longer_stays_paused(rest: RestTimer, clock: Clock) -> None:
    rest.begin(30)
    clock.pass_s(20)
    rest.toggle_pause()
    clock.pass_s(60)
    rest.prolong()
    assert (rest.is_paused, rest.remaining_s, clock.timer.wait_ms) == (True, 25, None)


def test_a_rest_past_its_end_is_made_longer_from_now_and_told_again(
    rest: RestTimer, clock: Clock
) -> None:
    told = []
    rest.finished.connect(lambda: told.append(rest.taken_s))
    rest.begin(30)
    clock.pass_s(50)
    rest.prolong()
    assert (rest.remaining_s, rest.length_s) == (15, 65)
    clock.pass_s(20)
    assert told == [30, 65]


def test_what_was_taken_is_counted_past_the_end(rest: RestTimer, clock: Clock) -> None:
    rest.begin(30)
    clock.pass_s(94.4)
    assert rest.taken_s == 94


def test_a_rest_dismissed_is_none(rest: RestTimer, clock: Clock, qtbot: QtBot) -> None:
    rest.begin(30)
    with qtbot.waitSignal(rest.changed):
        rest.dismiss()
    assert (rest.is_running, rest.taken_s, clock.timer.wait_ms) == (False, None, None)


def test_what_lasts_above_an_hour_is_no_rest(rest: RestTimer, clock: Clock) -> None:
    rest.begin(120)
    clock.pass_s(LONGEST_REST_S)
    assert rest.is_running
    clock.ns += 600_000_000
    assert rest.taken_s is None
    clock.pass_s(1)
    assert clock.timer.wait_ms is None


def test_a_new_rest_ends_the_one_before(rest: RestTimer, clock: Clock) -> None:
    rest.begin(30)
    rest.toggle_pause()
    clock.pass_s(20)
    rest.begin(120)
    assert (rest.remaining_s, rest.taken_s, rest.is_paused) == (120, 0, False)


def test_without_a_rest_there_is_nothing_to_pause_prolong_or_end(
    rest: RestTimer, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(rest.changed):
        rest.toggle_pause()
        rest.prolong()
        rest.dismiss()


def test_a_rest_goes_on_where_it_stood(rest: RestTimer, clock: Clock) -> None:
    rest.begin(90)
    clock.pass_s(30)
    assert rest.rest == Rest(30, 60, 90, is_paused=False)
    rest.dismiss()
    rest.resume(Rest(30, 60, 90, is_paused=False).after(20))
    assert (rest.taken_s, rest.remaining_s, rest.length_s) == (50, 40, 90)
    clock.pass_s(10)
    assert (rest.taken_s, rest.remaining_s) == (60, 30)


def test_a_paused_rest_goes_on_paused(rest: RestTimer, clock: Clock) -> None:
    rest.resume(Rest(30, 60, 90, is_paused=True).after(20))
    clock.pass_s(10)
    assert rest.is_paused
    assert (rest.taken_s, rest.remaining_s) == (60, 60)
    rest.toggle_pause()
    clock.pass_s(10)
    assert rest.remaining_s == 50


def test_an_end_that_is_past_is_not_told_again(rest: RestTimer, clock: Clock, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rest.finished):
        rest.resume(Rest(95, -5, 90, is_paused=False))
        clock.pass_s(10)
    assert rest.remaining_s == -15


def test_by_itself_it_has_a_clock_and_a_timer(qtbot: QtBot) -> None:
    rest = RestTimer()
    with qtbot.waitSignal(rest.finished, timeout=5_000):
        rest.begin(0.01)
    assert rest.is_over
