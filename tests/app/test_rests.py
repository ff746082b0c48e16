"""How long the rest after a set is, and how the one before it is noted."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from tests.clocks import Clock
from tracker.app.preferences import REST_IS_HEARD, RESTS
from tracker.app.rest_timer import RestTimer
from tracker.app.rests import Rests
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Tempo

SEATED, STANDING, BENT = Exercise
L, R, BOTH = Side


def done(set_no: int, side: Side, exercise: Exercise = SEATED) -> LoggedSet:
    return LoggedSet("session", exercise, side, set_no, 8, 60.0)


@pytest.fixture
def clock(qapp: object) -> Clock:
    return Clock()


@pytest.fixture
def settings(tmp_path: Path, qapp: object) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def rests(clock: Clock, settings: Settings) -> Rests:
    return Rests(settings, timer=RestTimer(clock.seconds, clock.timer))


def test_a_hold_is_no_part_of_the_rest_before_it(rests: Rests, clock: Clock) -> None:
    rests.begin_after([done(1, L)], [done(1, L)])
    clock.pass_s(60)
    held = replace(done(1, R), reps=1, hold_s=45.0)
    assert [each.rest_s for each in rests.noted_in([held])] == [15.0]


def test_the_rest_between_sets_is_the_exercises(rests: Rests, settings: Settings) -> None:
    settings.set_seconds(RESTS[STANDING], 180)
    left, right = done(1, L, STANDING), done(1, R, STANDING)
    assert rests.length_s(right, [left, right]) == 180


def test_the_rest_between_the_legs_is_shorter(rests: Rests) -> None:
    assert rests.length_s(done(1, L), [done(1, L)]) == 30


def test_the_rest_between_the_legs_is_never_the_longer(rests: Rests, settings: Settings) -> None:
    settings.set_seconds(RESTS[SEATED], 20)
    assert rests.length_s(done(1, L), [done(1, L)]) == 20


def test_a_plan_comes_before_the_preference(settings: Settings) -> None:
    rests = Rests(settings, lambda logged: 150.0 if logged.exercise is SEATED else None)
    assert rests.length_s(done(1, BOTH), [done(1, BOTH)]) == 150
    assert rests.length_s(done(1, BOTH, BENT), [done(1, BOTH, BENT)]) == 120


def test_the_rest_taken_is_noted_in_the_next_set(rests: Rests, clock: Clock) -> None:
    rests.begin_after([done(1, L)], [done(1, L)])
    clock.pass_s(41.2)
    assert [each.rest_s for each in rests.noted_in([done(1, R)])] == [41]


def test_the_time_of_a_set_of_known_tempo_is_no_rest(rests: Rests, clock: Clock) -> None:
    rests.begin_after([done(1, L)], [done(1, L)])
    clock.pass_s(100)
    slow = replace(done(1, R), tempo=Tempo(3, 0, 3, 0))
    assert [each.rest_s for each in rests.noted_in([slow])] == [52]
    longer = replace(slow, reps=30)
    assert [each.rest_s for each in rests.noted_in([longer])] == [0]


def test_a_rest_that_was_written_stays(rests: Rests, clock: Clock) -> None:
    rests.begin_after([done(1, L)], [done(1, L)])
    clock.pass_s(41)
    written = replace(done(1, R), rest_s=90.0)
    assert rests.noted_in([written]) == [written]


def test_nothing_is_noted_where_no_rest_ran(rests: Rests) -> None:
    fresh = [done(1, L)]
    assert rests.noted_in(fresh) == fresh


def test_several_sets_at_once_have_no_rest(rests: Rests, clock: Clock) -> None:
    rests.begin_after([done(1, L)], [done(1, L)])
    clock.pass_s(41)
    assert [each.rest_s for each in rests.noted_in([done(1, R), done(2, R)])] == [None, None]


def test_where_no_rest_is_wanted_the_one_that_runs_ends(rests: Rests, settings: Settings) -> None:
    rests.begin_after([done(1, BOTH)], [done(1, BOTH)])
    assert rests.timer.is_running
    settings.set_seconds(RESTS[SEATED], 0)
    rests.begin_after([done(2, BOTH)], [done(2, BOTH)])
    assert not rests.timer.is_running


def test_by_hand_a_rest_begins_even_where_none_is_wanted(rests: Rests, settings: Settings) -> None:
    rests.begin_by_hand([done(1, L)])
    assert rests.timer.length_s == 30
    rests.begin_by_hand([])
    assert rests.timer.length_s == 120
    settings.set_seconds(RESTS[SEATED], 0)
    rests.begin_by_hand([done(1, BOTH)])
    assert rests.timer.length_s == 120


def test_a_set_taken_back_takes_its_rest_with_it(rests: Rests) -> None:
    logged = done(1, L)
    rests.begin_after([logged], [logged])
    rests.follow(Change.replacing(logged, replace(logged, reps=9)))
    rests.follow(Change.removing(done(1, R)))
    assert rests.timer.is_running
    rests.follow(Change.removing(logged))
    assert not rests.timer.is_running


def test_by_itself_it_has_a_timer(settings: Settings) -> None:
    assert not Rests(settings).timer.is_running


def test_the_end_of_a_rest_is_heard_unless_the_runner_chose_otherwise(
    rests: Rests, settings: Settings
) -> None:
    assert rests.is_heard
    settings.choose(REST_IS_HEARD, False)
    assert not rests.is_heard


NOW = datetime.datetime(2026, 3, 1, 18, 0, tzinfo=datetime.UTC)


def test_a_rest_outlives_the_window(rests: Rests, settings: Settings, clock: Clock) -> None:
    sets = [done(1, L), done(1, R)]
    rests.begin_after(sets[1:], sets)
    clock.pass_s(20)
    rests.keep("session", NOW)
    opened = Rests(settings, timer=RestTimer(clock.seconds, clock.timer))
    opened.go_on("session", sets, NOW + datetime.timedelta(seconds=15))
    assert opened.timer.taken_s == 35
    assert opened.timer.remaining_s == rests.timer.remaining_s - 15
    opened.follow(Change.removing(sets[1]))
    assert not opened.timer.is_running


@pytest.mark.parametrize(
    ("session", "sets", "away_s"),
    [
        ("another", [done(1, L)], 10),
        ("session", [], 10),
        ("session", [done(1, L)], 3_600),
        ("session", [done(1, L)], -10),
    ],
    ids=["another session", "its sets are gone", "an hour ago", "the clock was set back"],
)
def test_a_rest_that_is_none_any_more_does_not_go_on(
    rests: Rests,
    settings: Settings,
    clock: Clock,
    session: str,
    sets: list[LoggedSet],
    away_s: int,
) -> None:
    rests.begin_by_hand([])
    clock.pass_s(1)
    rests.keep("session", NOW)
    rests.timer.dismiss()
    rests.go_on(session, sets, NOW + datetime.timedelta(seconds=away_s))
    assert not rests.timer.is_running


def test_a_rest_begun_meanwhile_stays(rests: Rests, clock: Clock) -> None:
    rests.begin_by_hand([])
    clock.pass_s(20)
    rests.keep("session", NOW)
    rests.begin_by_hand([])
    rests.go_on("session", [done(1, L)], NOW)
    assert rests.timer.taken_s == 0


def test_without_a_rest_none_goes_on(rests: Rests, settings: Settings) -> None:
    rests.begin_by_hand([])
    rests.keep("session", NOW)
    rests.timer.dismiss()
    rests.keep("session", NOW)
    rests.go_on("session", [done(1, L)], NOW)
    assert not rests.timer.is_running


@pytest.mark.parametrize(
    "text",
    [
        "session",
        "session yesterday 1 2 3 running",
        "session 2026-03-01T18:00:00 1 2 3 running",
        "session 2026-03-01T18:00:00+00:00 a b c running",
        "session 2026-03-01T18:00:00+00:00 1 nan 3 running",
    ],
)
def test_a_rest_edited_by_hand_is_none(settings: Settings, tmp_path: Path, text: str) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("rest_running", text)
    assert Settings(store).rest_running("session", NOW) is None
