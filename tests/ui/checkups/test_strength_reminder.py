"""The line that recalls a strength test: when it is there, and each way it goes."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW
from tracker.app.logbook import Logbook
from tracker.app.preferences import STRENGTH_REMINDER_WEEKS
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import LoggedSet, Session, SetType
from tracker.domain.symptoms import Moment, Symptom
from tracker.ui.checkups.strength_reminder import ReminderCard
from tracker.ui.checkups.strength_test_dialog import StrengthTestDialog
from tracker.ui.window.main_window import MainWindow


def card_of(window: MainWindow) -> ReminderCard:
    card = window.reminder.card
    assert card is not None
    return card


def test_it_is_not_even_made_unless_that_was_asked_for(window: MainWindow) -> None:
    assert not window.reminder.isVisible()
    assert window.reminder.card is None


def test_asked_for_and_due_it_says_so_without_taking_the_keys(
    window: MainWindow, settings: Settings
) -> None:
    settings.choose(STRENGTH_REMINDER_WEEKS, 2)
    assert window.reminder.isVisible()
    assert card_of(window).words.text() == "No strength test yet: one is due."
    assert window.log_page.cards[0].table.hasFocus()
    settings.choose(STRENGTH_REMINDER_WEEKS, 0)
    assert not window.reminder.isVisible()


def test_later_puts_it_off_and_gives_the_keys_back(window: MainWindow, settings: Settings) -> None:
    settings.choose(STRENGTH_REMINDER_WEEKS, 2)
    card_of(window).later.setFocus()
    QTest.keyClick(card_of(window).later, Qt.Key.Key_Space)
    assert not window.reminder.isVisible()
    assert window.log_page.cards[0].table.hasFocus()
    assert settings.strength_test_put_off_to is not None
    assert (settings.strength_test_put_off_to - NOW.date()).days == 7


def test_it_opens_the_test(window: MainWindow, settings: Settings, qtbot: QtBot) -> None:
    settings.choose(STRENGTH_REMINDER_WEEKS, 2)
    card_of(window).test.click()
    (dialog,) = window.findChildren(StrengthTestDialog)
    assert dialog.isVisible()
    dialog.close()


def test_a_test_settles_it_and_its_undo_recalls_it(
    window: MainWindow, settings: Settings, logbook: Logbook
) -> None:
    settings.choose(STRENGTH_REMINDER_WEEKS, 2)
    session = Session(NOW.date())
    done = LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0, set_type=SetType.TEST)
    logbook.apply(Change.adding(session), "begin")
    logbook.apply(Change.adding(done), "test")
    assert not window.reminder.isVisible()
    long_ago = session.moved_to(NOW.date() - datetime.timedelta(weeks=2))
    logbook.apply(Change.replacing(session, long_ago), "move")
    assert card_of(window).words.text() == (
        "The last strength test was on 10 Nov 2026: the next one is due."
    )
    window.undo()
    assert not window.reminder.isVisible()
    window.undo()
    assert window.reminder.isVisible()
    morning = Symptom(NOW.date(), Moment.NEXT_MORNING, Side.LEFT, pain=4)
    logbook.apply(Change.adding(morning), "morning")
    assert not window.reminder.isVisible()
