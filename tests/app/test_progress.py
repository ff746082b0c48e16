"""The series of the Progress page, and how they are kept equal to the log."""

import datetime
from collections.abc import Callable
from dataclasses import fields, replace
from math import isnan
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tracker.app.kept import MOST_DAYS_AMENDED
from tracker.app.logbook import Logbook
from tracker.app.progress import Measure, ProgressData
from tracker.domain.change import Change
from tracker.domain.columns import day_number
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.one_rep_max import Formula
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Moment, Symptom
from tracker.domain.verdict import State, Verdict
from tracker.storage.database import Database

SEATED, STANDING = Exercise.SEATED, Exercise.STANDING
LEFT, RIGHT, BOTH = Side
TODAY = datetime.date(2026, 11, 24)  # a Tuesday
DAY = datetime.timedelta(days=1)


class Book:
    """A log in memory, its progress, and short words for training."""

    def __init__(self) -> None:
        self.logbook = Logbook(Database.in_memory())
        self.data = ProgressData(self.logbook, lambda: TODAY, self.logbook)
        self.reads: list[tuple[object, object]] = []
        self._watch_reads()

    def _watch_reads(self) -> None:
        ask = self.logbook.database.set_columns

        def watched(first: Any = None, last: Any = None) -> Any:
            self.reads.append((first, last))
            return ask(first, last)

        self.logbook.database.set_columns = watched  # type: ignore[method-assign]

    def train(
        self,
        day: datetime.date,
        *loads: tuple[Exercise, Side, float],
        reps: int = 10,
        equipment_id: str | None = None,
    ) -> Session:
        """Log a session with one set per load, of ten repetitions to failure."""
        session = Session(day)
        sets = [
            LoggedSet(
                session.id, exercise, side, 1, reps, kg, place, rir=0, equipment_id=equipment_id
            )
            for place, (exercise, side, kg) in enumerate(loads)
        ]
        self.logbook.apply(Change.adding(session, *sets), "train")
        return session

    def weigh(self, kg: float, day: datetime.date = TODAY) -> None:
        self.logbook.apply(Change.adding(Bodyweight(day, kg)), "weigh")

    def first_set(self, session: Session) -> LoggedSet:
        return self.logbook.database.sets_of(session.id)[0]

    def assert_equal_to_the_log(self) -> None:
        fresh = ProgressData(self.logbook, lambda: TODAY, self.logbook)
        for ours, theirs in (
            (self.data.table, fresh.table),
            (self.data.strengths.values, fresh.strengths.values),
        ):
            for field in fields(ours):
                np.testing.assert_array_equal(
                    getattr(ours, field.name), getattr(theirs, field.name), field.name
                )
        for exercise in Exercise:
            one, other = (
                data.strengths.balance(exercise).at_pairs(data.bands) for data in (self.data, fresh)
            )
            np.testing.assert_array_equal(one.value, other.value)
            np.testing.assert_array_equal(one.plus_minus, other.plus_minus)


@pytest.fixture
def book(qtbot: QtBot) -> Book:
    return Book()


def test_nothing_is_read_before_it_is_asked_for(book: Book) -> None:
    book.train(TODAY, (SEATED, LEFT, 60))
    assert book.reads == []
    assert book.data.days().tolist() == [day_number(TODAY)]
    assert book.reads == [(None, None)]


def test_an_empty_log_gives_empty_series(book: Book) -> None:
    data = book.data
    assert data.exercises() == ()
    assert len(data.days()) == len(data.strengths.values) == 0
    assert len(data.strengths.balance(SEATED).pairs) == 0
    assert len(data.work(Measure.HARD_SETS)) == 0
    assert isnan(data.ratio_now(LEFT).percent[0])
    assert data.leg_changes(SEATED) is None
    assert not data.lacks_bodyweight(STANDING)
    week = data.this_week()
    assert (week.hard_sets, week.sessions) == (0, 0)
    assert isnan(week.mean_before)
    assert data.session_on(day_number(TODAY)) is None
    assert data.today == TODAY


def test_the_strength_of_a_leg_is_amended_with_its_days(book: Book) -> None:
    for back in range(3):
        book.train(TODAY - back * DAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 66))
    today = np.array([day_number(TODAY)])
    assert book.data.strengths.leg(SEATED, LEFT).at(today).kg.tolist() == [80]
    book.train(TODAY, (SEATED, LEFT, 75))
    book.train(TODAY - DAY, (SEATED, LEFT, 75))
    assert book.data.strengths.leg(SEATED, LEFT).at(today).kg.tolist() == [100]
    assert book.data.strengths.leg(SEATED, RIGHT).at(today).kg.tolist() == [88]
    assert len(book.reads) == 3  # all, then each day anew


def test_balance_is_judged_by_the_runners_bands(book: Book) -> None:
    for back in range(3):
        book.train(TODAY - back * DAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 75))

    def verdict() -> Verdict:
        return book.data.strengths.balance(SEATED).on(day_number(TODAY), book.data.bands)

    assert verdict().state is State.MARKED
    assert verdict().difference is not None
    book.logbook.apply(
        Change.adding(Runner(usual_percent=25.0, marked_percent=30.0)), "preferences"
    )
    assert verdict().state is State.USUAL
    assert len(book.reads) == 1


def test_the_ratio_now_stands_beside_that_of_half_a_year_ago(book: Book) -> None:
    book.weigh(70)
    for back in (182, 184, 186):
        book.train(TODAY - back * DAY, (SEATED, LEFT, 48), (STANDING, LEFT, 10))
    for back in (16, 18, 20):
        book.train(TODAY - back * DAY, (SEATED, LEFT, 60), (STANDING, LEFT, 10))
    assert book.data.ratio_now(LEFT).percent.tolist() == pytest.approx([75, 60])
    assert np.isnan(book.data.ratio_now(RIGHT).percent).all()


def six_days(book: Book, last: int, *loads: tuple[Exercise, Side, float]) -> None:
    for back in (0, 2, 4, 6, 8, 10):
        book.train(TODAY - (last + back) * DAY, *loads)


def test_the_legs_changes_are_those_of_twelve_weeks_or_else_of_eight(book: Book) -> None:
    six_days(book, 0, (SEATED, LEFT, 66), (SEATED, RIGHT, 60))
    assert book.data.leg_changes(SEATED) is None
    six_days(book, 56, (SEATED, LEFT, 60), (SEATED, RIGHT, 60))
    changes = book.data.leg_changes(SEATED)
    assert changes is not None
    assert changes.weeks == 8
    assert {side: each.percent for side, each in changes.of.items()} == pytest.approx(
        {LEFT: 10, RIGHT: 0}
    )
    six_days(book, 84, (SEATED, LEFT, 55))
    changes = book.data.leg_changes(SEATED)
    assert changes is not None
    assert changes.weeks == 12
    assert {side: each.percent for side, each in changes.of.items()} == pytest.approx({LEFT: 20})


def test_a_missing_bodyweight_is_noticed_where_the_body_is_lifted(book: Book) -> None:
    book.train(TODAY, (SEATED, LEFT, 60), (STANDING, BOTH, 10))
    assert not book.data.lacks_bodyweight(SEATED)
    assert not book.data.lacks_bodyweight(STANDING)  # sets of both legs tell nothing anyway
    book.train(TODAY - 84 * DAY, (STANDING, LEFT, 10))
    assert not book.data.lacks_bodyweight(STANDING)
    book.train(TODAY, (STANDING, LEFT, 10))
    assert book.data.lacks_bodyweight(STANDING)
    book.weigh(70)
    assert not book.data.lacks_bodyweight(STANDING)


def test_work_counts_hard_sets_a_week_and_both_legs_as_one(book: Book) -> None:
    book.train(TODAY - 14 * DAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 60), (STANDING, BOTH, 20))
    book.train(TODAY, (SEATED, RIGHT, 60))
    work = book.data.work(Measure.HARD_SETS)
    monday = day_number(TODAY) - 1
    assert work.day.tolist() == [monday - 14, monday - 7, monday]
    assert work.of[SEATED].tolist() == [1, 0, 1]
    assert work.of[STANDING].tolist() == [1, 0, 0]
    assert work.at(monday + 6) == {SEATED: 1, STANDING: 0}
    assert work.at(monday + 7) == work.at(monday - 15) == {}


def test_volume_keeps_the_exercises_apart(book: Book) -> None:
    book.weigh(70)
    book.train(TODAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 60), (STANDING, LEFT, 10))
    work = book.data.work(Measure.VOLUME)
    assert {exercise: values.tolist() for exercise, values in work.of.items()} == {
        SEATED: [1200],
        STANDING: [800],
    }


def test_this_week_stands_beside_the_four_before(book: Book) -> None:
    for back in range(1, 5):
        book.train(TODAY - 7 * back * DAY, (SEATED, LEFT, 60), (STANDING, LEFT, 10))
    book.train(TODAY - DAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 60))
    book.train(TODAY, (SEATED, LEFT, 60), (STANDING, LEFT, 10))
    book.train(TODAY + 7 * DAY, (SEATED, LEFT, 60))
    week = book.data.this_week()
    assert (week.hard_sets, week.sessions, week.mean_before, week.change_percent) == (3, 2, 2, 50)


def test_a_week_without_training_is_this_week_too(book: Book) -> None:
    book.train(TODAY - 7 * DAY, (SEATED, LEFT, 60))
    week = book.data.this_week()
    assert (week.hard_sets, week.sessions) == (0, 0)


def test_the_last_session_of_a_day_is_found(book: Book) -> None:
    session = book.train(TODAY, (SEATED, LEFT, 60))
    assert book.data.session_on(day_number(TODAY)) == session.id


def edit_a_set(book: Book, session: Session) -> None:
    logged = book.first_set(session)
    book.logbook.apply(Change.replacing(logged, replace(logged, reps=5)), "edit")


def remove_a_set(book: Book, session: Session) -> None:
    book.logbook.apply(Change.removing(book.first_set(session)), "remove")


def remove_the_session(book: Book, session: Session) -> None:
    sets = book.logbook.database.sets_of(session.id)
    book.logbook.apply(Change.removing(*sets, session), "remove")


def move_the_session(book: Book, session: Session) -> None:
    book.logbook.apply(Change.replacing(session, session.moved_to(TODAY - 3 * DAY)), "move")


def undo(book: Book, session: Session) -> None:
    book.logbook.undo()


@pytest.mark.parametrize(
    "deed", [edit_a_set, remove_a_set, remove_the_session, move_the_session, undo]
)
def test_a_small_change_reads_only_the_days_it_touches(
    book: Book, deed: Callable[[Book, Session], None], qtbot: QtBot
) -> None:
    book.train(TODAY - 9 * DAY, (SEATED, LEFT, 50), (SEATED, RIGHT, 52))
    session = book.train(TODAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 62))
    assert len(book.data.table) == 4
    book.reads.clear()
    with qtbot.waitSignal(book.data.refreshed):
        deed(book, session)
    book.assert_equal_to_the_log()
    days = {first for first, _ in book.reads if first is not None}
    assert days <= {TODAY, TODAY - 3 * DAY}
    assert book.reads.count((None, None)) == 1  # only the fresh one beside it


def test_a_session_moved_reads_the_day_it_left_and_the_day_it_came_to(book: Book) -> None:
    session = book.train(TODAY, (SEATED, LEFT, 60))
    assert book.data.days().tolist() == [day_number(TODAY)]
    book.reads.clear()
    move_the_session(book, session)
    assert book.data.days().tolist() == [day_number(TODAY) - 3]
    assert book.reads == [(TODAY - 3 * DAY,) * 2, (TODAY,) * 2]


def test_weighings_equipment_and_the_formula_read_all_again(book: Book) -> None:
    book.train(TODAY, (STANDING, LEFT, 10))
    assert np.isnan(book.data.table.best_e1rm_kg).all()
    book.weigh(70)
    assert book.data.table.best_e1rm_kg[0] == pytest.approx(80 * 4 / 3)
    book.logbook.apply(Change.adding(Equipment("Smith machine")), "buy")
    book.assert_equal_to_the_log()
    book.logbook.apply(Change.adding(Runner(formula=Formula.OCONNER)), "preferences")
    assert book.data.table.best_e1rm_kg[0] == 100
    assert book.reads.count((None, None)) == 5


def test_another_name_of_the_runner_reads_no_sets(book: Book) -> None:
    book.train(TODAY, (SEATED, LEFT, 60))
    assert len(book.data.table) == 1
    book.reads.clear()
    book.logbook.apply(Change.adding(Runner(name="Ada")), "preferences")
    assert book.data.runner.name == "Ada"
    assert len(book.data.table) == 1
    assert book.reads == []


def test_a_change_of_many_days_reads_all_once(book: Book) -> None:
    assert len(book.data.table) == 0
    book.reads.clear()
    for back in range(MOST_DAYS_AMENDED + 1):
        book.train(TODAY - back * DAY, (SEATED, LEFT, 60))
    assert len(book.data.table) == MOST_DAYS_AMENDED + 1
    assert book.reads == [(None, None)]


steps = st.lists(
    st.tuples(
        st.sampled_from(["add", "edit", "remove", "move", "undo", "redo", "look"]),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(steps)
def test_whatever_happens_the_days_equal_the_log(
    qtbot: QtBot, happenings: list[tuple[str, int, int]]
) -> None:
    book = Book()
    for deed, one, other in happenings:
        sessions = book.logbook.database.sessions()
        session = sessions[one % len(sessions)] if sessions else None
        if deed == "add":
            book.train(TODAY - one * DAY, (SEATED, LEFT, 50 + other), (SEATED, RIGHT, 60))
        elif deed == "look":
            assert book.data.table is not None
        elif deed == "undo":
            book.logbook.undo()
        elif deed == "redo":
            book.logbook.redo()
        elif session is not None and deed == "edit":
            edit_a_set(book, session)
        elif session is not None and deed == "remove":
            remove_the_session(book, session)
        elif session is not None:
            moved = session.moved_to(TODAY - other * DAY)
            book.logbook.apply(Change.replacing(session, moved), "move")
    book.assert_equal_to_the_log()


def test_what_another_window_changed_is_read_anew(qtbot: QtBot) -> None:
    book = Book()
    book.train(TODAY, (SEATED, LEFT, 60.0))
    before = book.data.table, book.data.runner
    session, runner = Session(TODAY - DAY), Runner(formula=Formula.BRZYCKI)
    logged = LoggedSet(session.id, SEATED, LEFT, 1, 10, 50.0)
    test = HeelRaiseTest(TODAY, STANDING, LEFT, 20)
    assert book.data.checkups.tests == []
    book.logbook.database.apply(Change.adding(session, logged, runner, test))
    with qtbot.waitSignal(book.data.refreshed):
        book.logbook.reloaded.emit()
    assert len(book.data.table.day) == len(before[0].day) + 1
    assert book.data.runner == runner
    assert book.data.checkups.tests == [test]


def test_days_are_those_of_sets_symptoms_and_tests(book: Book) -> None:
    book.train(TODAY, (SEATED, LEFT, 60))
    felt = Symptom(TODAY - DAY, Moment.NEXT_MORNING, LEFT, pain=1)
    test = HeelRaiseTest(TODAY - 2 * DAY, STANDING, LEFT, 20)
    assert book.data.days().tolist() == [day_number(TODAY)]
    book.logbook.apply(Change.adding(felt, test), "beside")
    assert book.data.days().tolist() == [day_number(TODAY) - back for back in (2, 1, 0)]


def test_days_of_runs_come_where_a_week_has_no_other(book: Book) -> None:
    book.train(TODAY, (SEATED, LEFT, 60))
    assert book.data.days().tolist() == [day_number(TODAY)]
    runs = [Run(TODAY - back * DAY, 8.0) for back in (1, 8, 10)]
    book.logbook.apply(Change.adding(*runs), "run")
    expected = [day_number(TODAY) - back for back in (10, 8, 0)]
    assert book.data.days().tolist() == expected
    assert book.data.days() is book.data.days()  # kept while nothing changes
    book.train(TODAY - 9 * DAY, (SEATED, LEFT, 60))
    assert book.data.days().tolist() == [day_number(TODAY) - back for back in (9, 8, 0)]
    book.logbook.undo()
    assert book.data.days().tolist() == expected


def test_the_bodyweight_of_today_is_the_last_one(book: Book) -> None:
    assert book.data.bodyweight_kg() is None
    book.weigh(70, TODAY - 9 * DAY)
    book.weigh(90, TODAY + DAY)
    assert book.data.bodyweight_kg() == 70


def test_the_most_of_each_leg_is_told_with_its_equipment(book: Book) -> None:
    step = Equipment("Step")
    book.logbook.apply(Change.adding(step), "buy")
    book.train(TODAY, (SEATED, LEFT, 60.0), equipment_id=step.id)
    book.logbook.apply(Change.adding(HeelRaiseTest(TODAY, STANDING, LEFT, 22)), "test")
    (leg,) = book.data.bests()
    assert (leg.exercise, leg.side) == (SEATED, LEFT)
    assert book.data.equipment_name(leg.equipment) == "Step"
    assert book.data.equipment_name(0) == ""
    assert [(each.side, each.reps) for each in book.data.heel_raise_bests()] == [(LEFT, 22)]


def test_holds_are_kept_equal_to_the_log_and_summed_up_by_week(book: Book) -> None:
    session = book.train(TODAY, (SEATED, LEFT, 60.0))
    assert len(book.data.holds) == 0
    held = LoggedSet(session.id, SEATED, LEFT, 2, 5, 60.0, 1, rir=0.0, hold_s=45.0)
    book.logbook.apply(Change.adding(held), "hold")
    assert book.data.holds.held_s.tolist() == [45.0]
    assert book.data.work(Measure.HELD).of[SEATED].tolist() == [225.0]
    longer = replace(held, hold_s=50.0)
    book.logbook.apply(Change.replacing(held, longer), "edit")
    assert book.data.holds.held_s.tolist() == [50.0]
    book.logbook.undo()
    book.logbook.undo()
    assert len(book.data.holds) == 0
