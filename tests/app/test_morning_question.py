"""The next-morning question: asked once, on the day after; answered late, put aside, or off."""

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tracker.app.logbook import Logbook
from tracker.app.morning_question import MorningQuestion
from tracker.app.preferences import ASKS_NEXT_MORNING
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Side
from tracker.domain.session import Session
from tracker.domain.session_symptoms import Felt
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.storage.database import Database

LEFT, RIGHT = Side.LEFT, Side.RIGHT
TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)
NOW = datetime.datetime(2026, 11, 24, 8, tzinfo=datetime.UTC)


class Desk:
    """A log in memory, the question about it, and a clock that can be moved."""

    def __init__(self, folder: Path) -> None:
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.logbook = Logbook(Database.in_memory())
        self.now = NOW
        self.question = MorningQuestion(self.logbook, self.settings, lambda: self.now, self.logbook)

    def train(self, back: int, hour: int = 18) -> Session:
        date = TODAY - back * DAY
        begin = datetime.datetime(date.year, date.month, date.day, hour, tzinfo=datetime.UTC)
        session = Session(date, begin)
        self.logbook.apply(Change.adding(session), "train")
        return session


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_day_after_a_session_asks_about_it(desk: Desk) -> None:
    session = desk.train(1)
    assert desk.question.due() == session


@pytest.mark.parametrize("back", [0, 2, -1])
def test_no_other_day_asks(desk: Desk, back: int) -> None:
    desk.train(back)
    assert desk.question.due() is None


def test_of_two_sessions_the_later_is_asked_about(desk: Desk) -> None:
    later, _ = desk.train(1, hour=18), desk.train(1, hour=7)
    assert desk.question.due() == later


def test_an_answer_is_one_step_and_ends_the_question(desk: Desk) -> None:
    session = desk.train(1)
    desk.question.answer(session, {LEFT: Felt(2, stiffness_min=10), RIGHT: Felt(0)})
    assert desk.question.due() is None
    left, right = desk.logbook.database.symptoms()
    assert (left.date, left.moment, left.side) == (TODAY, Moment.NEXT_MORNING, LEFT)
    assert (left.pain, left.stiffness_min, left.session_id) == (2, 10, session.id)
    assert (right.pain, right.stiffness_min) == (0, None)
    assert desk.logbook.undo_label == "Note next morning"
    desk.logbook.undo()
    assert desk.question.due() == session


def test_symptoms_of_the_session_itself_do_not_answer_it(desk: Desk) -> None:
    session = desk.train(1)
    during = Symptom(session.date, Moment.DURING, LEFT, pain=1, session_id=session.id)
    desk.logbook.apply(Change.adding(during), "felt")
    assert desk.question.answers(session) == {}
    assert desk.question.due() == session


def test_put_aside_it_is_not_asked_again_but_the_next_one_is(desk: Desk) -> None:
    session = desk.train(1)
    desk.question.put_aside(session)
    assert desk.question.due() is None
    desk.train(0)
    desk.now = NOW + DAY
    assert desk.question.due() is not None


def test_putting_an_older_morning_aside_leaves_the_question_of_today(desk: Desk) -> None:
    old, session = desk.train(9), desk.train(1)
    desk.question.put_aside(session)
    desk.question.put_aside(old)
    assert desk.question.due() is None


def test_an_answer_that_says_nothing_puts_the_question_aside(desk: Desk) -> None:
    session = desk.train(1)
    desk.question.answer(session, {LEFT: Felt(), RIGHT: Felt()})
    assert desk.question.due() is None
    assert desk.logbook.undo_label == "train"


def test_switched_off_it_is_never_asked(desk: Desk) -> None:
    desk.train(1)
    desk.settings.choose(ASKS_NEXT_MORNING, False)
    assert desk.question.due() is None
    desk.settings.choose(ASKS_NEXT_MORNING, True)
    assert desk.question.due() is not None


def test_a_late_answer_is_of_the_session_shown(desk: Desk) -> None:
    old, _ = desk.train(9), desk.train(2)
    assert desk.question.to_answer_late(old) == old


@pytest.mark.parametrize("is_saved", [True, False])
def test_from_todays_session_a_late_answer_is_of_the_last_before_it(
    desk: Desk, *, is_saved: bool
) -> None:
    last = desk.train(4)
    today = desk.train(0) if is_saved else Session(TODAY)
    assert desk.question.to_answer_late(today) == last


def test_a_past_day_without_a_saved_session_is_not_asked_about(desk: Desk) -> None:
    last = desk.train(4)
    assert desk.question.to_answer_late(Session(TODAY - 2 * DAY)) == last


def test_where_no_morning_has_come_there_is_nothing_to_answer(desk: Desk) -> None:
    today = desk.train(0)
    assert desk.question.to_answer_late(today) is None


def test_a_late_answer_is_dated_on_its_morning_and_can_be_changed(desk: Desk) -> None:
    session = desk.train(9)
    desk.question.answer(session, {LEFT: Felt(3)})
    (noted,) = desk.logbook.database.symptoms()
    assert noted.date == TODAY - 8 * DAY
    desk.question.answer(session, {LEFT: Felt(1)})
    (changed,) = desk.logbook.database.symptoms()
    assert (changed.id, changed.pain) == (noted.id, 1)
    assert desk.question.answers(session) == {LEFT: changed}


def test_a_place_is_noted_and_stays_where_it_no_longer_hurts(desk: Desk) -> None:
    session = desk.train(1)
    noted = Symptom(TODAY, Moment.NEXT_MORNING, LEFT, Site.INSERTION, 4, session_id=session.id)
    desk.logbook.apply(Change.adding(noted), "felt")
    desk.question.answer(session, {LEFT: Felt(0)})
    assert desk.logbook.database.symptoms()[0].site is Site.INSERTION
    desk.question.answer(session, {LEFT: Felt(1, Site.CALF)})
    assert desk.logbook.database.symptoms()[0].site is Site.CALF


def test_past_midnight_nothing_is_asked_of_the_session_that_goes_on(desk: Desk) -> None:
    session = desk.train(1, hour=23)
    desk.now = NOW.replace(hour=0)
    assert desk.question.due() is None
    desk.now = NOW.replace(hour=6)
    assert desk.question.due() == session


def test_nothing_felt_is_shown_at_first_and_the_injured_leg_has_its_site(desk: Desk) -> None:
    session = desk.train(1)
    injury = Event(TODAY, EventKind.INJURY, side=LEFT, site=Site.INSERTION)
    desk.logbook.apply(Change.adding(injury), "injury")
    first = {LEFT: Felt(0, Site.INSERTION, 0), RIGHT: Felt(0, None, 0)}
    assert desk.question.first_answers(session) == first
    desk.question.answer(session, {LEFT: Felt(2, None, 0), RIGHT: Felt(1, Site.CALF, 5)})
    assert desk.question.first_answers(session) == {
        LEFT: Felt(2, None, 0),  # as was said
        RIGHT: Felt(1, Site.CALF, 5),
    }
    desk.question.answer(session, {LEFT: Felt(0, None, 10)})
    assert desk.question.first_answers(session)[LEFT] == Felt(0, Site.INSERTION, 10)
