"""Plans are read once, and again only after they have changed; so is what was done of them."""

import datetime
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.app.test_progress import LEFT, RIGHT, SEATED, STANDING, TODAY, Book
from tracker.domain.change import Change
from tracker.domain.columns import day_number
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.planned import stopping, taking

MONDAY = TODAY - datetime.timedelta(days=8)  # of the week before
PLAN = Plan("Any", MONDAY, 12)
PHASE = Phase(PLAN.id, 1, 12, (1, 3))
ITEMS = [
    PlannedSets(PHASE.id, SEATED, PlannedSide.EACH, 3, 8),
    PlannedSets(PHASE.id, STANDING, PlannedSide.LEFT, 2, 8, position=1),
]


@pytest.fixture
def book(qtbot: QtBot) -> Book:
    return Book()


def take(book: Book) -> None:
    book.logbook.apply(taking(PLAN, [PHASE], ITEMS, book.data.plans.plans), "take")


def figures(book: Book) -> list[tuple[int, ...]]:
    """Return sessions planned and done, and sets planned and done, per week."""
    weeks = book.data.adherence().weeks()
    columns = (weeks.sessions_planned, weeks.sessions_done, weeks.sets_planned, weeks.sets_done)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def test_a_log_without_plans_has_nothing_planned(book: Book) -> None:
    book.train(TODAY, (SEATED, LEFT, 60))
    assert figures(book) == []
    assert len(book.data.planned_work()) == 0
    assert book.data.planned_work().of == {}


def test_a_plan_taken_after_the_first_question_is_seen(book: Book) -> None:
    assert figures(book) == []
    take(book)
    plans = book.data.plans
    assert (plans.plans, plans.phases, plans.items) == ([PLAN], [PHASE], ITEMS)
    assert figures(book) == [(2, 0, 16, 0)]
    book.logbook.undo()
    assert figures(book) == []


def test_what_is_done_is_held_against_the_plan_at_once(book: Book) -> None:
    take(book)
    assert figures(book) == [(2, 0, 16, 0)]
    book.train(MONDAY, (SEATED, LEFT, 60), (SEATED, RIGHT, 60))
    assert figures(book) == [(2, 1, 16, 2)]
    book.train(TODAY, (SEATED, LEFT, 60))
    assert figures(book) == [(2, 1, 16, 2), (1, 1, 1, 1)]


def test_it_is_made_once_while_neither_plan_nor_log_changes(book: Book) -> None:
    take(book)
    book.train(MONDAY, (SEATED, LEFT, 60))
    found = book.data.adherence()
    assert book.data.adherence() is found
    book.logbook.apply(stopping(PLAN, MONDAY), "stop")
    assert book.data.adherence() is not found
    assert figures(book) == [(1, 1, 8, 1)]


def test_other_changes_leave_the_plans_as_they_were_read(book: Book) -> None:
    take(book)
    before = book.data.plans.plans
    book.train(TODAY, (SEATED, LEFT, 60))
    assert book.data.plans.plans is before
    book.logbook.apply(Change.replacing(ITEMS[0], replace(ITEMS[0], sets=4)), "more")
    assert book.data.plans.items[0].sets == 4
    book.logbook.reloaded.emit()
    assert book.data.plans.plans is not before


def test_planned_work_goes_to_the_end_of_this_week(book: Book) -> None:
    take(book)
    work = book.data.planned_work()
    assert work.day.tolist() == [day_number(MONDAY), day_number(MONDAY) + 7]
    assert list(work.of) == [SEATED, STANDING]
    np.testing.assert_array_equal(work.of[SEATED], [6, 6])  # legs of one number are one
    np.testing.assert_array_equal(work.of[STANDING], [4, 4])
