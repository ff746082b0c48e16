"""How far a goal is: recent strength by leg, the last test, or the last pairs."""

import datetime

import pytest
from pytestqt.qtbot import QtBot

from tracker.app.goal_progress import legs_of, reached
from tracker.app.logbook import Logbook
from tracker.app.progress import ProgressData
from tracker.domain.change import Change, Entry
from tracker.domain.exercise import Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session
from tracker.storage.database import Database

LEFT, RIGHT, BOTH = Side
SEATED, STANDING, BENT = Exercise
TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)
STRENGTH = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5)
RAISES = Goal(GoalKind.HEEL_RAISE_REPS, STANDING, 25.0)
DIFFERENCE = Goal(GoalKind.DIFFERENCE_PERCENT, SEATED, 10.0)


class Book:
    """A log in memory of a runner of 50 kg, and its progress."""

    def __init__(self) -> None:
        self.logbook = Logbook(Database.in_memory())
        self.data = ProgressData(self.logbook, lambda: TODAY, self.logbook)

    def add(self, *entries: Entry) -> None:
        self.logbook.apply(Change.adding(*entries), "add")

    def train(self, back: int, left: float, right: float) -> None:
        session = Session(TODAY - back * DAY)
        sets = [
            LoggedSet(session.id, SEATED, side, 1, 1, kg, place, rir=0)
            for place, (side, kg) in enumerate(((LEFT, left), (RIGHT, right)))
        ]
        self.add(session, *sets)


@pytest.fixture
def book(qtbot: QtBot) -> Book:
    return Book()


def test_strength_is_the_best_of_the_last_four_weeks(book: Book) -> None:
    book.add(Bodyweight(TODAY - 100 * DAY, 50.0))
    book.train(28, 90, 90)
    book.train(27, 60, 65)
    book.train(1, 55, 70)
    assert reached(STRENGTH, book.data) == {LEFT: 1.2, RIGHT: 1.4}


def test_strength_of_long_ago_is_no_figure_of_now(book: Book) -> None:
    book.add(Bodyweight(TODAY - 100 * DAY, 50.0))
    book.train(28, 90, 90)
    assert reached(STRENGTH, book.data) == {}


def test_a_goal_of_one_leg_asks_for_that_leg(book: Book) -> None:
    goal = Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5, LEFT)
    book.add(Bodyweight(TODAY, 50.0))
    book.train(1, 60, 70)
    assert legs_of(goal) == (LEFT,)
    assert reached(goal, book.data) == {LEFT: 1.2}


def test_heel_raises_are_those_of_the_last_test(book: Book) -> None:
    book.add(
        HeelRaiseTest(TODAY - 60 * DAY, STANDING, LEFT, 30),
        HeelRaiseTest(TODAY - 50 * DAY, STANDING, LEFT, 20),
        HeelRaiseTest(TODAY - 50 * DAY, BENT, RIGHT, 40),
    )
    assert reached(RAISES, book.data) == {LEFT: 20.0}


def test_a_difference_is_the_median_of_the_last_three_pairs(book: Book) -> None:
    assert reached(DIFFERENCE, book.data) == {}
    for back, left in ((9, 50), (7, 90), (5, 80), (3, 60)):
        book.train(back, left, 100)
    assert reached(DIFFERENCE, book.data) == {BOTH: 20.0}
