"""The strength test is recalled where that was asked for, once due, and not while it hurts."""

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tracker.app.logbook import Logbook
from tracker.app.preferences import STRENGTH_REMINDER_WEEKS
from tracker.app.settings import Settings
from tracker.app.strength_reminder import StrengthReminder
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.runner import Runner
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.symptoms import Moment, Symptom
from tracker.storage.database import Database

TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)


class Desk:
    """A log in memory, its reminder, and a clock that can be moved."""

    def __init__(self, folder: Path) -> None:
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.settings.choose(STRENGTH_REMINDER_WEEKS, 2)
        self.logbook = Logbook(Database.in_memory())
        self.today = TODAY
        self.reminder = StrengthReminder(self.logbook, self.settings, lambda: self.today)

    def test_a_leg(self, back: int, kind: SetType = SetType.TEST) -> None:
        session = Session(TODAY - back * DAY)
        done = LoggedSet(
            session.id, Exercise.STANDING, Side.LEFT, 1, 8, 20.0, set_type=kind, rir=0.0
        )
        self.logbook.apply(Change.adding(session, done), "test")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_nothing_is_recalled_unless_that_was_asked_for(desk: Desk) -> None:
    desk.settings.choose(STRENGTH_REMINDER_WEEKS, 0)
    assert not desk.reminder.is_due()


def test_without_a_test_it_is_due_at_once(desk: Desk) -> None:
    desk.test_a_leg(1, SetType.WORK)
    assert desk.reminder.last_test() is None
    assert desk.reminder.is_due()


@pytest.mark.parametrize(
    ("weeks", "back", "is_due"),
    [(2, 13, False), (2, 14, True), (3, 20, False), (3, 21, True), (4, 27, False), (4, 28, True)],
)
def test_it_is_due_the_weeks_chosen_after_the_last_test(
    desk: Desk, weeks: int, back: int, is_due: bool
) -> None:
    desk.settings.choose(STRENGTH_REMINDER_WEEKS, weeks)
    desk.test_a_leg(60)
    desk.test_a_leg(back)
    assert desk.reminder.last_test() == TODAY - back * DAY
    assert desk.reminder.is_due() is is_due


def test_put_off_it_is_silent_for_a_week(desk: Desk) -> None:
    desk.reminder.put_off()
    due = []
    for _ in range(8):
        due.append(desk.reminder.is_due())
        desk.today += DAY
    assert due == [False] * 7 + [True]


def test_while_the_pain_of_the_next_morning_is_up_it_is_silent(desk: Desk) -> None:
    morning = Symptom(TODAY, Moment.NEXT_MORNING, Side.LEFT, pain=3)
    desk.logbook.apply(Change.adding(morning), "morning")
    assert not desk.reminder.is_due()
    # Which pain is low is for the runner to say.
    desk.logbook.apply(Change.adding(Runner(low_pain=3)), "runner")
    assert desk.reminder.is_due()


def test_what_hurt_before_a_session_of_last_week_is_known(desk: Desk) -> None:
    session = Session(TODAY - 7 * DAY)
    felt = [
        Symptom(session.date, Moment.BEFORE, Side.LEFT, pain=4, session_id=session.id),
        Symptom(TODAY - 6 * DAY, Moment.NEXT_MORNING, Side.LEFT, pain=4, session_id=session.id),
    ]
    desk.logbook.apply(Change.adding(session, *felt), "felt")
    assert desk.reminder.is_due()
