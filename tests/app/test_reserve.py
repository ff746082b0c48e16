"""The question for the reserve: which sets it is about, where an answer goes, what undo does."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tracker import TrackerError
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.preferences import RESERVE_ASKED, ReserveAsked
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.evidence import Evidence, evidence_of
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.one_rep_max import Formula
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.session import LoggedSet, Session, SetType, Tempo
from tracker.domain.set_grid import Cell
from tracker.storage.database import Database

SEATED, STANDING, BENT = Exercise
L, R, BOTH = Side
NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
Place = tuple[Exercise, int, Side]


class Desk:
    """A log in memory, with access to its session's sets by index."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        self.logbook = Logbook(Database.in_memory())
        self.current = CurrentSession(self.logbook, self.settings, lambda: NOW, self.logbook)
        self.reserve = self.current.reserve

    def log_last_week(self) -> None:
        """Log two seated sets and one standing set per leg, each with its reserve."""
        session = Session(NOW.date() - datetime.timedelta(days=7))
        places = [(SEATED, 1), (SEATED, 2), (STANDING, 1)]
        sets = [
            LoggedSet(session.id, exercise, side, row, 8, 40.0, rir=1.0, tempo=Tempo(3, 0, 3, 0))
            for exercise, row in places
            for side in (L, R)
        ]
        self.logbook.apply(Change.adding(session, *sets), "last week")

    def take_plan(self) -> None:
        """Plan two seated sets per leg every day, with two reps in reserve."""
        plan = Plan("Heavy", NOW.date(), 12)
        phase = Phase(plan.id, 1, 12, every_hours=24)
        item = PlannedSets(phase.id, SEATED, PlannedSide.EACH, 2, 8)
        self.logbook.apply(Change.adding(plan, phase, item), "Take plan")

    def enter(self, row: int, side: Side, text: str = "8x60", exercise: Exercise = SEATED) -> None:
        self.current.enter(Cell(exercise, row, side), text)

    def asked(self) -> list[Place]:
        return [(each.exercise, each.set_no, each.side) for each in self.reserve.asked]

    def noted(self) -> dict[Place, float | None]:
        return {(each.exercise, each.set_no, each.side): each.rir for each in self.current.sets}


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Desk:
    return Desk(tmp_path)


def test_nothing_is_asked_after_a_hold_but_an_answer_is_noted(desk: Desk) -> None:
    desk.enter(1, L)
    desk.enter(1, R, "45s 60")
    assert desk.asked() == []
    desk.reserve.answer(0)
    assert desk.noted() == {(SEATED, 1, L): None, (SEATED, 1, R): 0}


def test_at_first_nothing_is_asked_and_an_answer_goes_nowhere(desk: Desk) -> None:
    assert desk.asked() == []
    desk.reserve.answer(2)
    assert desk.logbook.undo_label is None


def test_a_set_without_reserve_is_asked_about_until_that_is_noted(desk: Desk) -> None:
    desk.enter(1, L)
    assert desk.asked() == [(SEATED, 1, L)]
    desk.reserve.answer(2)
    assert desk.noted() == {(SEATED, 1, L): 2.0}
    assert desk.asked() == []


@pytest.mark.parametrize("text", ["8x60 r2", "8x60 w", "8x60 t"])
def test_a_set_that_says_enough_is_not_asked_about(desk: Desk, text: str) -> None:
    desk.enter(1, L, text)
    assert desk.asked() == []


@pytest.mark.parametrize("text", ["8x60 w", "8x60 t"])
def test_no_answer_goes_into_a_warm_up_or_a_test(desk: Desk, text: str) -> None:
    desk.enter(1, L, text)
    desk.reserve.answer(3)
    assert desk.noted() == {(SEATED, 1, L): None}


def test_the_next_set_is_asked_about_in_place_of_the_one_before(desk: Desk) -> None:
    desk.enter(1, L)
    desk.enter(1, R)
    assert desk.asked() == [(SEATED, 1, R)]
    desk.reserve.answer(0)
    assert desk.noted() == {(SEATED, 1, L): None, (SEATED, 1, R): 0.0}


def test_a_slip_is_mended_by_another_answer(desk: Desk) -> None:
    desk.enter(1, L)
    desk.reserve.answer(3)
    desk.reserve.answer(2)
    assert desk.noted() == {(SEATED, 1, L): 2.0}
    desk.logbook.undo()
    assert desk.noted() == {}


def test_four_is_four_or_more(desk: Desk) -> None:
    desk.enter(1, L)
    desk.reserve.answer(4)
    (logged,) = desk.current.sets
    told = evidence_of(Formula.EPLEY, L, SetType.WORK, 60.0, logged.reps, logged.rir)
    assert told.evidence is Evidence.AT_LEAST


def test_one_undo_takes_the_set_back_with_its_reserve_and_one_redo_brings_both(
    desk: Desk,
) -> None:
    desk.enter(1, L)
    desk.enter(1, R)
    desk.reserve.answer(2)
    assert desk.logbook.undo_label == "Log set"
    desk.logbook.undo()
    assert desk.noted() == {(SEATED, 1, L): None}
    assert desk.asked() == []
    desk.logbook.redo()
    assert desk.noted() == {(SEATED, 1, L): None, (SEATED, 1, R): 2.0}
    desk.logbook.undo()
    desk.logbook.undo()
    assert desk.noted() == {}


def test_what_was_undone_is_forgotten_with_an_answer_too(desk: Desk) -> None:
    desk.enter(1, L)
    (logged,) = desk.current.sets
    desk.current.edit(logged, note="slow")
    desk.logbook.undo()
    desk.reserve.answer(1)
    assert desk.logbook.redo_label is None


def test_an_answer_after_another_step_is_a_step_of_its_own(desk: Desk) -> None:
    desk.enter(1, L)
    desk.current.weigh(70.0)
    desk.reserve.answer(2)
    assert desk.logbook.undo_label == "Reserve"
    desk.logbook.undo()
    assert desk.noted() == {(SEATED, 1, L): None}
    assert desk.asked() == [(SEATED, 1, L)]
    assert desk.logbook.undo_label == "Change bodyweight"


def test_an_answer_after_the_set_was_edited_is_a_step_of_its_own(desk: Desk) -> None:
    desk.enter(1, L)
    desk.enter(1, L, "9x60")
    desk.reserve.answer(2)
    assert desk.logbook.undo_label == "Reserve"
    desk.logbook.undo()
    desk.logbook.undo()
    assert [each.reps for each in desk.current.sets] == [8]


def test_of_sets_below_each_other_the_last_is_asked_about(desk: Desk) -> None:
    desk.enter(1, L, "3x8@60")
    assert desk.asked() == [(SEATED, 3, L)]
    desk.reserve.answer(1)
    assert desk.noted() == {
        (SEATED, 1, L): None,
        (SEATED, 2, L): None,
        (SEATED, 3, L): 1.0,
    }
    desk.logbook.undo()
    assert desk.noted() == {}


def test_quick_entry_of_both_legs_asks_left_before_right(desk: Desk) -> None:
    desk.current.log_entry("seated 2x8@60", SEATED)
    assert desk.asked() == [(SEATED, 2, L), (SEATED, 2, R)]
    desk.reserve.answer(2)
    assert desk.asked() == [(SEATED, 2, L), (SEATED, 2, R)]
    desk.reserve.answer(3)
    assert desk.asked() == []
    assert desk.noted()[SEATED, 2, L] == 2.0
    assert desk.noted()[SEATED, 2, R] == 3.0


def test_reserve_is_never_taken_over_from_last_time(desk: Desk) -> None:
    desk.log_last_week()
    desk.current.take_over([Cell(SEATED, 1, L)])
    (logged,) = desk.current.sets
    assert (logged.reps, logged.external_kg, logged.rir) == (8, 40.0, None)
    assert logged.tempo == Tempo(3, 0, 3, 0)


def test_repeating_a_session_asks_in_one_pass_about_the_last_sets(desk: Desk) -> None:
    desk.log_last_week()
    desk.current.repeat_last_session((SEATED, STANDING))
    assert set(desk.noted().values()) == {None}
    wanted = [(SEATED, 2, L), (SEATED, 2, R), (STANDING, 1, L), (STANDING, 1, R)]
    assert desk.asked() == wanted
    for rir in (0, 1, 2, 3):
        desk.reserve.answer(rir)
    assert [desk.noted()[place] for place in wanted] == [0.0, 1.0, 2.0, 3.0]
    assert desk.noted()[SEATED, 1, L] is None
    assert desk.asked() == []
    assert desk.logbook.undo_label == "Repeat last session"
    desk.logbook.undo()
    assert desk.noted() == {}


def test_a_plan_prefills_no_reserve_and_its_last_cell_asks_for_those_left_open(
    desk: Desk,
) -> None:
    desk.take_plan()
    desk.enter(1, L)
    for cell in (Cell(SEATED, 1, R), Cell(SEATED, 2, L)):
        desk.current.take_over([cell])
    assert desk.asked() == [(SEATED, 2, L)]
    desk.current.take_over([Cell(SEATED, 2, R)])
    assert set(desk.noted().values()) == {None}
    assert desk.asked() == [(SEATED, 2, L), (SEATED, 2, R)]
    desk.reserve.answer(2)
    desk.reserve.answer(3)
    assert desk.noted()[SEATED, 2, L] == 2.0
    assert desk.noted()[SEATED, 2, R] == 3.0
    desk.enter(3, L)  # more than planned: of the plan nothing is asked again
    assert desk.asked() == [(SEATED, 3, L)]


def test_with_the_left_one_noted_the_last_planned_cell_asks_for_the_right_one(desk: Desk) -> None:
    desk.take_plan()
    desk.enter(1, L)
    desk.enter(1, R)
    desk.enter(2, L)
    desk.reserve.answer(2)
    desk.enter(2, R)
    assert desk.asked() == [(SEATED, 2, R)]


def test_only_the_last_set_of_each_leg_is_asked_about_where_that_was_chosen(desk: Desk) -> None:
    desk.log_last_week()
    desk.settings.choose(RESERVE_ASKED, ReserveAsked.LAST_OF_LEG)
    seen = []
    for row, side in ((1, L), (1, R), (2, L), (2, R)):
        desk.current.take_over([Cell(SEATED, row, side)])
        seen.append(desk.asked())
    assert seen == [[], [], [(SEATED, 2, L)], [(SEATED, 2, R)]]


def test_where_nothing_tells_how_many_sets_come_each_may_be_the_last(desk: Desk) -> None:
    desk.settings.choose(RESERVE_ASKED, ReserveAsked.LAST_OF_LEG)
    desk.enter(1, L)
    assert desk.asked() == [(SEATED, 1, L)]


def test_who_wants_no_question_gets_none_and_may_answer_all_the_same(desk: Desk) -> None:
    desk.settings.choose(RESERVE_ASKED, ReserveAsked.NEVER)
    desk.enter(1, L)
    assert desk.asked() == []
    desk.reserve.answer(2)
    assert desk.noted() == {(SEATED, 1, L): 2.0}


def test_the_choice_to_be_asked_no_more_holds_at_once(desk: Desk) -> None:
    desk.enter(1, L)
    desk.settings.choose(RESERVE_ASKED, ReserveAsked.LAST_OF_LEG)
    assert desk.asked() == [(SEATED, 1, L)]
    desk.settings.choose(RESERVE_ASKED, ReserveAsked.NEVER)
    assert desk.asked() == []


def test_a_question_put_aside_costs_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.enter(1, L)
    with qtbot.waitSignal(desk.reserve.changed):
        desk.reserve.put_aside()
    assert desk.asked() == []
    assert desk.noted() == {(SEATED, 1, L): None}
    desk.enter(1, R)
    assert desk.asked() == [(SEATED, 1, R)]


def test_another_session_is_asked_nothing_and_takes_no_answer(desk: Desk) -> None:
    desk.enter(1, L)
    left = desk.current.session
    desk.current.open_day(NOW.date() - datetime.timedelta(days=1))
    assert desk.asked() == []
    desk.reserve.answer(2)
    desk.current.open(left)
    desk.reserve.answer(2)
    assert desk.noted() == {(SEATED, 1, L): None}


def test_a_set_taken_back_is_asked_about_no_more(desk: Desk) -> None:
    desk.enter(1, L)
    desk.enter(1, R)
    desk.current.remove([desk.current.sets[-1]])
    assert desk.asked() == []
    desk.reserve.answer(2)
    assert desk.noted() == {(SEATED, 1, L): None}


def test_in_pounds_a_load_stays_exactly_what_it_was(desk: Desk) -> None:
    desk.settings.set_unit(Unit.LB)
    desk.enter(1, L, "8x132")
    desk.reserve.answer(2)
    (logged,) = desk.current.sets
    assert logged.external_kg == kg_from_pounds(132)
    assert logged.rir == 2.0


@pytest.fixture
def two_desks(desk: Desk, tmp_path: Path) -> Iterator[tuple[Desk, Database]]:
    """The desk on a log file, and the same log in another window."""
    file = tmp_path / "training.soleus"
    desk.logbook = Logbook(Database.create(file))
    desk.current = CurrentSession(desk.logbook, desk.settings, lambda: NOW, desk.logbook)
    desk.reserve = desk.current.reserve
    other = Database.open(file)
    yield desk, other
    other.close()
    desk.logbook.database.close()


def test_a_set_changed_elsewhere_meanwhile_is_refused_in_words(
    two_desks: tuple[Desk, Database],
) -> None:
    desk, other = two_desks
    desk.enter(1, L)
    other.catch_up()
    (logged,) = other.sets_of(desk.current.session.id)
    other.apply(Change.replacing(logged, replace(logged, reps=9)))
    with pytest.raises(TrackerError, match="changed in another window meanwhile"):
        desk.reserve.answer(2)
    assert desk.noted() == {(SEATED, 1, L): None}
    desk.reserve.answer(2)  # of the set as it is shown now
    (logged,) = desk.current.sets
    assert (logged.reps, logged.rir) == (9, 2.0)
    assert desk.logbook.undo_label == "Reserve"
