"""The session on the Log page as it is seen: reopened, expected, estimated, gone on with."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.app.session_desk import BENT, LAST_WEEK, NOW, SEATED, STANDING, TODAY, Desk, L, R
from tracker.domain.change import Change
from tracker.domain.evidence import Evidence
from tracker.domain.exercise import Equipment
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import DETAILS, LoggedSet, Session, SetType, Tempo
from tracker.domain.set_grid import Cell


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Desk:
    return Desk(tmp_path)


def test_a_new_log_begins_with_todays_session_unsaved(desk: Desk) -> None:
    assert desk.current.session.date == TODAY
    assert not desk.current.is_saved
    assert desk.logbook.database.sessions() == []


def test_todays_session_is_reopened(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    begun = desk.current.session
    desk.now = NOW + datetime.timedelta(hours=5)
    assert desk.reopen().session == begun


def test_a_session_that_ran_past_midnight_is_reopened(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    begun = desk.current.session
    desk.settings.set_session_shown("none", NOW - datetime.timedelta(days=3))
    desk.now = NOW.replace(hour=0, minute=10) + datetime.timedelta(days=1)
    desk.logbook.apply(
        Change.replacing(begun, replace(begun, started_at=NOW.replace(hour=23))), "later"
    )
    assert desk.reopen().session.id == begun.id


def test_the_session_of_a_past_day_is_reopened_soon_after(desk: Desk) -> None:
    desk.current.open_new(LAST_WEEK)
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    past = desk.current.session
    assert past.started_at is None
    assert desk.reopen().session == past


def test_the_next_day_begins_a_new_session(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.now = NOW + datetime.timedelta(days=1)
    assert desk.reopen().session.date == desk.now.date()
    assert not desk.current.is_saved


def test_last_times_sets_are_expected_without_what_was_felt(desk: Desk) -> None:
    desk.log_last_week()
    expected = desk.current.expected(Cell(SEATED, 1, L))
    assert expected is not None
    assert (expected.reps, expected.external_kg, expected.tempo) == (8, 60.0, Tempo(3, 0, 3, 0))
    assert (expected.rir, expected.pain_during, expected.note) == (None, None, "")


def test_what_is_logged_of_last_time_is_all_that_was_expected(desk: Desk) -> None:
    desk.log_last_week()
    shown = desk.current.expected(Cell(SEATED, 1, L))
    desk.current.take_over([Cell(SEATED, 1, L)])
    logged = desk.current.own(Cell(SEATED, 1, L))
    assert [getattr(logged, field) for field in DETAILS] == [
        getattr(shown, field) for field in DETAILS
    ]


def test_a_session_knows_only_those_before_it_on_its_day(desk: Desk) -> None:
    cell = Cell(SEATED, 1, L)
    desk.current.enter(cell, "8x60")
    morning = desk.current.session
    desk.wait(4 * 3600)
    desk.current.open_new(TODAY)
    assert desk.current.last_time(SEATED)[0] == desk.current.neighbour(-1) == morning
    desk.current.enter(cell, "8x70")
    desk.current.enter(Cell(STANDING, 1, L), "9x11")
    desk.current.open(morning)
    for exercise in (SEATED, STANDING):
        assert desk.current.last_time(exercise) == (None, [])
        assert desk.current.recent_bests(exercise) == []
    assert desk.current.expected(Cell(STANDING, 1, L)) is None
    assert desk.current.heaviest_before() == {}


def test_what_was_done_in_two_sessions_is_routine(desk: Desk) -> None:
    for ago in (9, 8):
        desk.current.open_new(TODAY - datetime.timedelta(days=ago))
        assert not desk.current.is_routine(SEATED)
        desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.current.open_new(TODAY)
    assert desk.current.is_routine(SEATED)
    assert not desk.current.is_routine(STANDING)


def test_a_session_not_begun_yet_comes_after_one_begun_elsewhere_meanwhile(desk: Desk) -> None:
    desk.wait(3600)  # the window has been open for an hour
    begun = desk.now - datetime.timedelta(minutes=30)
    other = Session(TODAY, begun)
    done = LoggedSet(other.id, SEATED, L, 1, 8, 60.0)
    desk.logbook.apply(Change.adding(other, done), "elsewhere")
    assert desk.current.last_time(SEATED) == (other, [done])
    assert desk.current.neighbour(-1) == other


def test_nothing_is_expected_where_a_set_was_done(desk: Desk) -> None:
    desk.log_last_week()
    desk.current.enter(Cell(SEATED, 1, L), "8")
    assert desk.current.expected(Cell(SEATED, 1, L)) is None
    assert desk.current.expected(Cell(SEATED, 9, L)) is None


def test_the_best_estimate_of_a_leg_is_that_of_its_best_set(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60 r2")
    desk.current.enter(Cell(SEATED, 2, L), "10x45 r0")
    best = desk.current.best_estimate(SEATED, L)
    assert best is not None
    assert best.e1rm_kg == pytest.approx(80.0)
    assert best.evidence is Evidence.KNOWN
    assert desk.current.best_estimate(SEATED, R) is None


@pytest.mark.parametrize(
    ("texts", "kg", "evidence"),
    [
        (("8x60", "6x60"), 76.0, Evidence.NOT_NOTED),
        (("8x66", "6x60 r1"), 74.0, Evidence.KNOWN),  # what is known before what is not noted
        (("8x60 r5", "6x60 r1"), 84.0, Evidence.AT_LEAST),
        (("12x60 r4", "12x60 r0"), 84.0, Evidence.KNOWN),  # of equals the known
    ],
)
def test_the_best_of_a_session_is_chosen_as_the_value_of_a_day(
    desk: Desk, texts: tuple[str, ...], kg: float, evidence: Evidence
) -> None:
    for number, text in enumerate(texts, 1):
        desk.current.enter(Cell(SEATED, number, L), text)
    best = desk.current.best_estimate(SEATED, L)
    assert best is not None
    assert best.e1rm_kg == pytest.approx(kg)
    assert best.evidence is evidence


def test_a_test_stands_alone_on_its_day(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x66 r2")
    desk.current.enter(Cell(SEATED, 2, L), "8x60")
    desk.current.edit(desk.current.sets[1], set_type=SetType.TEST)
    best = desk.current.best_estimate(SEATED, L)
    assert best is not None
    assert best.e1rm_kg == pytest.approx(76.0)


def test_standing_has_no_estimate_without_a_bodyweight(desk: Desk) -> None:
    desk.current.enter(Cell(STANDING, 1, L), "10x+20 r0")
    assert desk.current.best_estimate(STANDING, L) is None
    desk.current.weigh(70.0)
    best = desk.current.best_estimate(STANDING, L)
    assert best is not None
    assert best.e1rm_kg == pytest.approx(120.0)


def test_an_earlier_weighing_counts_but_is_not_todays(desk: Desk) -> None:
    desk.logbook.apply(Change.adding(Bodyweight(LAST_WEEK, 69.0)), "weigh")
    assert desk.current.bodyweight_kg == 69.0
    assert desk.current.weighing() is None


def test_the_sessions_beside_are_found(desk: Desk) -> None:
    session, _ = desk.log_last_week()
    assert desk.current.neighbour(-1) == session
    assert desk.current.neighbour(1) is None
    desk.current.open(session)
    assert desk.current.neighbour(-1) is None


def test_the_grid_knows_what_is_taken_and_expected(desk: Desk) -> None:
    desk.log_last_week()
    desk.current.enter(Cell(SEATED, 1, L), "8")
    grid = desk.current.grid([SEATED, STANDING])
    assert grid.next_cell(Cell(SEATED, 1, L)) == Cell(SEATED, 1, R)
    assert grid.row_count(STANDING) == 3


def test_a_runner_changed_elsewhere_is_heeded(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "10x36 r0")
    desk.logbook.apply(Change.adding(Runner(formula=Formula.LOMBARDI)), "preferences")
    best = desk.current.best_estimate(SEATED, L)
    assert best is not None
    assert best.e1rm_kg == pytest.approx(36 * 10**0.1)


def test_what_another_window_changed_is_read_anew(desk: Desk, qtbot: QtBot) -> None:
    desk.log_last_week()
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    (logged,) = desk.current.sets
    machine, weighing = Equipment("Bar"), Bodyweight(TODAY, 71.0)
    runner = Runner(formula=Formula.BRZYCKI)
    desk.logbook.database.apply(
        Change.adding(machine, weighing, runner) + Change.replacing(logged, replace(logged, reps=9))
    )
    with qtbot.waitSignal(desk.current.refreshed):
        desk.logbook.reloaded.emit()
    assert [each.reps for each in desk.current.sets] == [9]
    assert machine in desk.current.equipment
    assert desk.current.weighings == [weighing]
    assert desk.current.runner == runner


def test_a_session_deleted_in_another_window_is_empty_here(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    session = desk.current.session
    desk.logbook.database.apply(Change.removing(*desk.current.sets, session))
    desk.logbook.reloaded.emit()
    assert not desk.current.is_saved
    assert desk.current.sets == []
    desk.current.enter(Cell(SEATED, 1, L), "9x60")
    assert desk.logbook.database.sessions() == [session]


def test_todays_session_begun_in_another_window_is_shown(desk: Desk, qtbot: QtBot) -> None:
    desk.log_last_week()
    begun = Session(TODAY, NOW + datetime.timedelta(minutes=1))
    desk.logbook.database.apply(Change.adding(begun))
    with qtbot.waitSignal(desk.current.switched):
        desk.logbook.reloaded.emit()
    assert desk.current.session == begun


def test_a_second_session_of_today_stays_when_the_first_changes_elsewhere(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    first = desk.current.session
    desk.now += datetime.timedelta(minutes=1)
    desk.current.open_new(TODAY)
    second = desk.current.session
    assert desk.current.neighbour(-1) == first
    desk.logbook.database.apply(Change.replacing(first, replace(first, note="felt well")))
    desk.logbook.reloaded.emit()
    assert desk.current.session == second


def retraced(desk: Desk) -> list[tuple[Cell, bool]]:
    """Collect the cells signalled by undo and redo."""
    told: list[tuple[Cell, bool]] = []
    desk.current.retraced.connect(lambda cell, goes_on: told.append((cell, goes_on)))
    return told


def test_undo_of_a_set_tells_of_its_cell_and_redo_asks_for_the_next_value(desk: Desk) -> None:
    told = retraced(desk)
    desk.current.enter(Cell(SEATED, 1, R), "8x60")
    desk.logbook.undo()
    desk.logbook.redo()
    assert told == [(Cell(SEATED, 1, R), False), (Cell(SEATED, 1, R), True)]


def test_undo_of_an_edit_tells_of_its_cell(desk: Desk) -> None:
    told = retraced(desk)
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.current.enter(Cell(SEATED, 1, L), "9x60")
    desk.logbook.undo()
    desk.logbook.redo()
    assert told == [(Cell(SEATED, 1, L), False)] * 2


def test_a_deletion_made_again_asks_for_a_value_where_the_row_below_moved_up(desk: Desk) -> None:
    for row in (1, 2):
        desk.current.enter(Cell(SEATED, row, L), "8x60")
    told = retraced(desk)
    desk.current.remove(desk.current.sets[:1])
    desk.logbook.undo()
    desk.logbook.redo()
    assert told == [(Cell(SEATED, 1, L), False), (Cell(SEATED, 1, L), True)]


def test_undo_elsewhere_tells_of_no_cell(desk: Desk) -> None:
    desk.current.enter(Cell(SEATED, 1, L), "8x60")
    desk.current.open_day(LAST_WEEK)
    told = retraced(desk)
    desk.logbook.undo()
    assert told == []


def test_a_session_goes_on_after_its_newest_set(desk: Desk) -> None:
    for cell in (Cell(SEATED, 1, L), Cell(SEATED, 1, R), Cell(STANDING, 1, L)):
        desk.current.enter(cell, "8x60")
    assert desk.current.next_value((SEATED, STANDING)) == Cell(STANDING, 1, R)
    desk.current.enter(Cell(SEATED, 2, L), "8x60")
    assert desk.reopen().next_value((SEATED, STANDING)) == Cell(SEATED, 2, R)


def test_the_next_value_is_the_same_whichever_standing_raise_is_shown(desk: Desk) -> None:
    desk.log_last_week()
    desk.current.enter(Cell(BENT, 1, L), "8+5")
    for standing in (STANDING, BENT):
        assert desk.current.next_value((SEATED, standing)) == Cell(BENT, 1, R)


def test_what_was_expected_is_known_where_something_else_was_done(desk: Desk) -> None:
    session = Session(LAST_WEEK)
    before = LoggedSet(session.id, SEATED, L, 1, 8, 60, rir=2)
    desk.logbook.apply(Change.adding(session, before), "last week")
    current, first = desk.current, Cell(SEATED, 1, L)
    assert current.replaced(first) is None  # nothing is done there
    current.enter(first, "8x60 r1")
    assert current.replaced(first) is None  # the same
    current.enter(first, "8x62.5")
    replaced = current.replaced(first)
    assert replaced is not None
    assert (replaced.reps, replaced.external_kg) == (8, 60)
    current.enter(Cell(SEATED, 2, L), "8x62.5")
    assert current.replaced(Cell(SEATED, 2, L)) is None  # nothing was expected


def test_the_last_sessions_are_read_once_and_again_when_one_has_changed(desk: Desk) -> None:
    session = Session(LAST_WEEK)
    before = LoggedSet(session.id, SEATED, L, 1, 10, 60, rir=0)
    desk.logbook.apply(Change.adding(session, before), "last week")
    first = desk.current.recent_bests(SEATED)
    assert [each.best[L].e1rm_kg for each in first] == [pytest.approx(80)]
    desk.current.enter(Cell(SEATED, 1, L), "8x62.5")
    assert desk.current.recent_bests(SEATED) is first
    desk.logbook.apply(Change.replacing(before, replace(before, external_kg=63)), "edit")
    assert [each.best[L].e1rm_kg for each in desk.current.recent_bests(SEATED)] == [
        pytest.approx(84)
    ]


def test_a_session_beside_is_asked_for_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before, _ = desk.log_last_week()
    assert desk.current.neighbour(-1) == before
    monkeypatch.setattr(desk.logbook.database, "session_beside", None)
    assert desk.current.neighbour(-1) == before


def test_a_session_without_sets_begins_at_the_first_cell(desk: Desk) -> None:
    assert desk.current.next_value((SEATED, STANDING)) == Cell(SEATED, 1, L)
