"""What a strength test begins with, what it tells, and how it is saved."""

import datetime
from dataclasses import replace
from math import nan
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tests.clocks import Clock
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.app.strength_tests import StrengthTests
from tracker.domain.change import Change
from tracker.domain.evidence import Evidence
from tracker.domain.exercise import LEGS, Equipment, Exercise, Side
from tracker.domain.load import Unit, kg_from_pounds
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.strength_test_run import StrengthTestRun
from tracker.domain.symptoms import Moment, Symptom
from tracker.domain.verdict import Reason, State
from tracker.storage.database import Database

LEFT, RIGHT = LEGS
SEATED, STANDING, BENT = Exercise
NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
TODAY = NOW.date()
# Their names and their ids are in opposite orders: columns count by name.
LEVER, STACK = Equipment("Lever", id="b" * 32), Equipment("Stack", id="a" * 32)


class Desk:
    """A log in memory with two machines, and a session of today not yet begun."""

    def __init__(self, folder: Path) -> None:
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.logbook = Logbook(Database.in_memory())
        self.logbook.apply(Change.adding(LEVER, STACK), "equipment")
        self.current = CurrentSession(self.logbook, self.settings, lambda: NOW, self.logbook)

    @property
    def tests(self) -> StrengthTests:
        return StrengthTests(self.logbook, self.current, self.settings)

    def train(
        self,
        back: int,
        loads: dict[Side, float],
        kind: SetType = SetType.WORK,
        *,
        reps: int = 8,
        exercise: Exercise = SEATED,
        equipment: Equipment | None = LEVER,
    ) -> Session:
        session = Session(TODAY - datetime.timedelta(days=back))
        sets = [
            LoggedSet(session.id, exercise, side, 1, reps, kg, place, kind)
            for place, (side, kg) in enumerate(loads.items())
        ]
        id_ = None if equipment is None else equipment.id
        rir = 2.0 if kind is SetType.WORK else None
        sets = [replace(each, equipment_id=id_, rir=rir) for each in sets]
        self.logbook.apply(Change.adding(session, *sets), "train")
        return session


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def run_of(loads: dict[Side, tuple[float, int]], exercise: Exercise = SEATED) -> StrengthTestRun:
    """A finished run without warm-ups."""
    run = StrengthTestRun(Clock().seconds)
    kg = {side: load for side, (load, _) in loads.items()}
    run.begin(exercise, next(iter(loads)), {LEFT: 1.0, RIGHT: 1.0} | kg, 0.0, 2.5)
    for load_kg, reps in loads.values():
        run.note_lift(load_kg, reps)
    return run


def test_a_new_log_begins_seated_with_the_left_leg_and_offers_no_load(desk: Desk) -> None:
    tests = desk.tests
    assert tests.exercise() is SEATED
    assert tests.first_leg(SEATED) is LEFT
    assert tests.equipment_of(SEATED) is None
    assert tests.offered_kg(SEATED, LEFT, None) is None
    assert not tests.is_pain_up()


def test_exercise_equipment_and_the_other_leg_first_follow_from_the_last_test(desk: Desk) -> None:
    desk.train(21, {LEFT: 20.0, RIGHT: 20.0}, SetType.TEST, exercise=STANDING, equipment=STACK)
    desk.train(7, {LEFT: 60.0, RIGHT: 60.0}, equipment=LEVER)
    tests = desk.tests
    assert tests.exercise() is STANDING
    assert tests.equipment_of(STANDING) == STACK
    assert tests.first_leg(STANDING) is RIGHT
    # Never tested, an exercise is done on what it is trained on.
    assert tests.equipment_of(SEATED) == LEVER
    assert tests.first_leg(SEATED) is LEFT
    assert (tests.is_again(STANDING), tests.is_again(SEATED)) == (True, False)


def test_the_load_for_eight_of_a_leg_s_figure_is_offered_on_its_equipment_alone(desk: Desk) -> None:
    for back in (1, 8, 15):
        desk.train(back, {LEFT: 60.0, RIGHT: 66.0})  # 10 to failure: 80 and 88 kg
    tests = desk.tests
    assert tests.offered_kg(SEATED, LEFT, LEVER) == 62.5  # 80 / (38 / 30) is 63.2
    assert tests.offered_kg(SEATED, RIGHT, LEVER) == 70.0  # 69.5
    assert tests.offered_kg(SEATED, LEFT, STACK) is None
    assert tests.offered_kg(SEATED, LEFT, None) is None
    desk.settings.set_unit(Unit.LB)
    pounds = kg_from_pounds(140.0)  # 139.3
    assert desk.tests.offered_kg(SEATED, LEFT, LEVER) == pytest.approx(pounds, abs=1e-9)


def test_without_a_figure_the_last_test_tells_the_load(desk: Desk) -> None:
    desk.train(21, {LEFT: 60.0, RIGHT: 60.0}, SetType.TEST, reps=14, equipment=None)
    tests = desk.tests
    assert tests.offered_kg(SEATED, LEFT, None) == 67.5  # at least 84 kg: heavier, 66.3
    assert tests.offered_kg(SEATED, LEFT, LEVER) is None


def test_standing_the_body_counts_where_it_is_known(desk: Desk) -> None:
    desk.train(21, {LEFT: 5.0, RIGHT: 5.0}, SetType.TEST, exercise=STANDING)
    assert desk.tests.offered_kg(STANDING, LEFT, LEVER) is None
    desk.logbook.apply(Change.adding(Bodyweight(datetime.date(2026, 1, 1), 70.0)), "weigh")
    assert desk.tests.offered_kg(STANDING, LEFT, LEVER) == 5.0  # eight of 75 kg once more
    assert desk.tests.carried_kg(STANDING) == 70.0
    assert desk.tests.carried_kg(SEATED) == 0.0


def test_a_test_is_told_before_it_is_saved(desk: Desk) -> None:
    outcome = desk.tests.outcome(run_of({RIGHT: (60.0, 8), LEFT: (60.0, 14)}), LEVER)
    right, left = outcome.evidence[RIGHT], outcome.evidence[LEFT]
    assert [right.evidence, left.evidence] == [Evidence.KNOWN, Evidence.AT_LEAST]
    assert [right.e1rm_kg, left.e1rm_kg] == pytest.approx([76.0, 84.0])
    assert (outcome.verdict.reason, outcome.tests) == (Reason.FEW, 1)
    assert desk.logbook.database.sessions() == []


def test_the_third_test_gives_a_verdict_with_those_before_and_none_after(desk: Desk) -> None:
    for back in (-1, 14, 28):  # one of them is yet to come
        desk.train(back, {LEFT: 64.0, RIGHT: 80.0}, SetType.TEST)
    run = run_of({LEFT: (64.0, 8), RIGHT: (80.0, 8)})
    outcome = desk.tests.outcome(run, LEVER)
    assert outcome.tests == 3
    assert outcome.verdict.state is State.MARKED
    assert outcome.verdict.difference is not None
    assert outcome.verdict.difference.value == pytest.approx(20.0)


def test_one_leg_alone_is_compared_with_the_other_s_test_of_the_week_on_its_equipment(
    desk: Desk,
) -> None:
    desk.train(3, {LEFT: 60.0}, SetType.TEST, equipment=LEVER)
    run = run_of({RIGHT: (60.0, 8)})
    assert desk.tests.outcome(run, LEVER).tests == 1
    assert desk.tests.outcome(run, STACK).tests == 0


def test_a_standing_test_of_an_unknown_body_tells_nothing(desk: Desk) -> None:
    outcome = desk.tests.outcome(run_of({LEFT: (20.0, 8)}, BENT), None)
    assert outcome.evidence[LEFT].evidence is Evidence.NONE
    assert outcome.verdict.reason is Reason.NO_SETS
    assert str(desk.tests.carried_kg(BENT)) == str(nan)


def test_pain_of_this_morning_is_known(desk: Desk) -> None:
    morning = Symptom(TODAY, Moment.NEXT_MORNING, LEFT, pain=5)
    desk.logbook.apply(Change.adding(morning), "morning")
    assert desk.tests.is_pain_up()


def test_it_is_saved_in_a_session_of_today_as_one_step(desk: Desk) -> None:
    shown = desk.train(7, {LEFT: 60.0})
    desk.current.open(shown)  # which is over
    desk.tests.save(run_of({RIGHT: (60.0, 8), LEFT: (57.5, 9)}), STACK)
    (session,) = desk.logbook.database.sessions_on(TODAY)
    assert session.started_at == NOW
    assert desk.current.session == session
    assert [
        (each.side, each.reps, each.external_kg, each.set_type, each.equipment_id)
        for each in desk.current.sets
    ] == [(RIGHT, 8, 60.0, SetType.TEST, STACK.id), (LEFT, 9, 57.5, SetType.TEST, STACK.id)]
    assert not desk.current.rests.timer.is_running
    assert desk.logbook.undo_label == "Strength test"
    desk.logbook.undo()
    assert desk.logbook.database.sessions_on(TODAY) == []


def test_it_is_saved_below_the_sets_of_the_session_under_way(desk: Desk) -> None:
    under_way = desk.train(0, {LEFT: 40.0, RIGHT: 40.0})
    desk.current.open(desk.train(7, {LEFT: 60.0}))
    desk.tests.save(run_of({LEFT: (60.0, 8)}), None)
    assert desk.current.session == under_way
    assert [(each.set_no, each.position) for each in desk.current.sets] == [(1, 0), (1, 1), (2, 2)]
    desk.tests.save(run_of({LEFT: (60.0, 8)}), None)
    assert [each.set_no for each in desk.current.sets] == [1, 1, 2, 3]
