"""What is known beside the sets is read once, and again only after it has changed."""

import datetime
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tracker.app.checkups import Checkups
from tracker.app.kept import Shelf
from tracker.app.logbook import Logbook
from tracker.domain.change import Change, Entry
from tracker.domain.columns import day_number
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.measurement import VISA_A, Measurement
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight
from tracker.domain.symptoms import Moment, Symptom
from tracker.storage.database import Database

TODAY = datetime.date(2026, 11, 24)
YESTERDAY = TODAY - datetime.timedelta(days=1)
SYMPTOM = Symptom(TODAY, Moment.DURING, Side.LEFT, pain=2, stiffness_min=5)
SCORED = Measurement(TODAY, VISA_A.name, 80.0)
TEST = HeelRaiseTest(YESTERDAY, Exercise.STANDING, Side.RIGHT, 25)
GOAL = Goal(GoalKind.HEEL_RAISE_REPS, Exercise.STANDING, 25.0)


class Book:
    """A log in memory with its checkups, which are told of every change."""

    def __init__(self) -> None:
        self.logbook = Logbook(Database.in_memory())
        self.shelf = Shelf()
        self.checkups = Checkups(self.logbook.database, self.shelf)
        self.logbook.changed.connect(self.shelf.note)

    def add(self, *entries: Entry) -> None:
        self.logbook.apply(Change.adding(*entries), "add")


@pytest.fixture
def book(qtbot: QtBot) -> Book:
    return Book()


def test_an_empty_log_has_nothing(book: Book) -> None:
    checkups = book.checkups
    assert (checkups.measurements, checkups.tests, checkups.goals) == ([], [], [])
    assert len(checkups.symptoms) == len(checkups.days()) == 0


def test_what_is_added_after_the_first_question_is_seen(book: Book) -> None:
    checkups = book.checkups
    for kept in (checkups.symptoms, checkups.measurements, checkups.tests, checkups.goals):
        assert len(kept) == 0
    book.add(SYMPTOM)
    assert checkups.symptoms.pain.tolist() == [SYMPTOM.pain]
    book.add(SCORED)
    assert checkups.measurements == [SCORED]
    book.add(TEST)
    assert checkups.tests == [TEST]
    book.add(GOAL)
    assert checkups.goals == [GOAL]


def test_series_of_what_is_measured_follow_and_are_kept(book: Book) -> None:
    checkups = book.checkups
    assert len(checkups.measured(VISA_A, None)) == len(checkups.force_ratios(Side.LEFT)) == 0
    book.add(SCORED)
    kept = checkups.measured(VISA_A, None)
    assert kept.value.tolist() == [80.0]
    assert checkups.measured(VISA_A, None) is kept
    assert checkups.days().tolist() == [day_number(TODAY)]
    for kind, newton in (("peak_force_seated", 900.0), ("peak_force_standing", 1_000.0)):
        book.add(Measurement(TODAY, kind, newton, Side.LEFT))
    assert checkups.force_ratios(Side.LEFT).value.tolist() == [0.9]


def test_series_and_days_follow_what_is_noted(book: Book) -> None:
    checkups, today = book.checkups, day_number(TODAY)
    assert len(checkups.pain(Moment.DURING, Side.LEFT)) == 0
    assert len(checkups.stiffness(Side.LEFT)) == 0
    book.add(SYMPTOM)
    assert checkups.pain(Moment.DURING, Side.LEFT).at(today) == 2
    assert checkups.stiffness(Side.LEFT).at(today) == 5
    assert checkups.days().tolist() == [today]
    assert len(checkups.heel_raises(Exercise.STANDING, Side.RIGHT)) == 0
    book.add(TEST)
    assert checkups.heel_raises(Exercise.STANDING, Side.RIGHT).value.tolist() == [25]
    assert checkups.days().tolist() == [today - 1, today]


def test_what_a_change_does_not_touch_is_not_made_again(book: Book) -> None:
    checkups = book.checkups
    book.add(SYMPTOM, TEST, GOAL)
    before = checkups.symptoms, checkups.pain(Moment.DURING, Side.LEFT), checkups.days()
    assert checkups.tests
    book.add(Bodyweight(TODAY, 70.0))
    assert checkups.days() is before[-1]
    book.add(SCORED)
    after = checkups.symptoms, checkups.pain(Moment.DURING, Side.LEFT)
    assert all(one is other for one, other in zip(before[:2], after, strict=True))
    scored = checkups.measured(VISA_A, None)
    book.add(replace(SYMPTOM, id="another"))
    assert checkups.measured(VISA_A, None) is scored


def test_everything_is_read_once(book: Book) -> None:
    checkups = book.checkups
    book.add(SYMPTOM, TEST)
    book.add(SCORED, GOAL)
    assert checkups.measurements is checkups.measurements
    assert checkups.goals is checkups.goals
    assert checkups.stiffness(Side.LEFT) is checkups.stiffness(Side.LEFT)
    raises = checkups.heel_raises(Exercise.STANDING, Side.RIGHT)
    assert checkups.heel_raises(Exercise.STANDING, Side.RIGHT) is raises


def test_what_another_window_noted_is_read_once_all_is_forgotten(book: Book) -> None:
    checkups = book.checkups
    assert len(checkups.days()) == 0
    book.logbook.database.apply(Change.adding(SYMPTOM, GOAL))
    book.shelf.forget()
    assert (len(checkups.symptoms), checkups.goals) == (1, [GOAL])
    assert len(checkups.days()) == 1


def test_runs_are_summed_up_by_week_and_heard_of(book: Book) -> None:
    assert len(book.checkups.distance()) == len(book.checkups.run_days()) == 0
    runs = [Run(TODAY, 8.0), Run(TODAY, 2.0), Run(YESTERDAY, 5.0)]
    book.add(*runs)
    assert book.checkups.run_days().tolist() == [day_number(YESTERDAY), day_number(TODAY)]
    assert book.checkups.distance().km.tolist() == [15.0]
    assert len(book.checkups.days()) == 0  # no day of symptoms or tests


def test_runs_that_have_not_changed_are_not_read_again(book: Book) -> None:
    book.add(Run(TODAY, 8.0))
    before = book.checkups.distance()
    book.add(SYMPTOM)
    assert book.checkups.distance() is before


def test_the_events_of_a_day_are_those_that_hold_on_it(book: Book) -> None:
    injury = Event(YESTERDAY, EventKind.INJURY)
    race = Event(TODAY, EventKind.RACE)
    book.add(injury, race)
    assert book.checkups.events_on(YESTERDAY) == [injury]
    assert book.checkups.events_on(TODAY) == [injury, race]


def test_the_days_of_events_are_worked_out_again_once_they_or_the_day_change(book: Book) -> None:
    injury = Event(YESTERDAY, EventKind.INJURY)
    book.add(injury)
    today, day = day_number(TODAY), datetime.timedelta(days=1)
    spans = book.checkups.event_spans(TODAY)
    assert spans == [(today - 1, today)]
    assert book.checkups.event_spans(TODAY) is spans
    assert book.checkups.event_spans(TODAY + day) == [(today - 1, today + 1)]
    book.add(Event(TODAY, EventKind.RACE))
    assert book.checkups.event_spans(TODAY + day) == [(today - 1, today + 1), (today, today)]
