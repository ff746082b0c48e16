"""The next-morning card on the Log page: when it is there, and each way it goes."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW, stops_within
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.preferences import ASKS_NEXT_MORNING
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Side
from tracker.domain.session import Session
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.ui.checkups.answer_fields import NOT_ASKED
from tracker.ui.checkups.morning_card import MorningCard
from tracker.ui.window.main_window import MainWindow

LEFT, RIGHT = Side.LEFT, Side.RIGHT
DAY = datetime.timedelta(days=1)
YESTERDAY = Session(NOW.date() - DAY, NOW - DAY)


@pytest.fixture
def window(
    logbook: Logbook, current: CurrentSession, settings: Settings, qtbot: QtBot
) -> Iterator[MainWindow]:
    logbook.apply(Change.adding(YESTERDAY), "yesterday")
    window = MainWindow(logbook, current, settings, "training")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.log_page.cards[0].table.hasFocus)
    yield window
    window.close_anyway()


def card_of(window: MainWindow) -> MorningCard:
    card = window.morning.card
    assert card is not None
    return card


def press(*keys: Qt.Key | str) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def test_the_day_after_a_session_the_log_asks_without_taking_the_keys(window: MainWindow) -> None:
    assert window.morning.isVisible()
    assert "how was it?" in card_of(window).title.text()
    assert window.log_page.cards[0].table.hasFocus()


def test_keys_alone_answer_it(window: MainWindow, logbook: Logbook, qtbot: QtBot) -> None:
    window.answer_next_morning()
    qtbot.waitUntil(card_of(window).pain[LEFT].hasFocus)
    press("2", Qt.Key.Key_Tab, "10", Qt.Key.Key_Tab, "1", Qt.Key.Key_Return)
    assert not window.morning.isVisible()
    found = {each.side: (each.pain, each.stiffness_min) for each in logbook.database.symptoms()}
    assert found == {LEFT: (2, 10), RIGHT: (1, 0)}
    assert window.log_page.cards[0].table.hasFocus()
    window.undo()
    assert window.morning.isVisible()


def test_not_now_puts_it_aside_for_good(
    window: MainWindow, logbook: Logbook, current: CurrentSession, settings: Settings, qtbot: QtBot
) -> None:
    QTest.mouseClick(card_of(window).not_now, Qt.MouseButton.LeftButton)
    assert not window.morning.isVisible()
    again = MainWindow(logbook, current, settings, "training")
    qtbot.addWidget(again)
    assert again.morning.card is None


def test_the_button_keeps_what_is_shown(window: MainWindow, logbook: Logbook) -> None:
    QTest.mouseClick(card_of(window).keep, Qt.MouseButton.LeftButton)
    assert [each.pain for each in logbook.database.symptoms()] == [0, 0]


def test_put_aside_it_can_be_answered_late(window: MainWindow, logbook: Logbook) -> None:
    card_of(window).pain[LEFT].setFocus()
    press(Qt.Key.Key_Escape)
    assert not window.morning.isVisible()
    window.answer_next_morning()
    assert window.morning.isVisible()
    press(Qt.Key.Key_Return)
    assert len(logbook.database.symptoms()) == 2
    assert not window.morning.isVisible()


def test_an_older_session_is_answered_late_with_what_was_said_before(
    window: MainWindow, logbook: Logbook, current: CurrentSession
) -> None:
    old = Session(NOW.date() - 9 * DAY)
    noted = Symptom(old.date + DAY, Moment.NEXT_MORNING, LEFT, pain=4, session_id=old.id)
    logbook.apply(Change.adding(old, noted), "old")
    current.open(old)
    window.answer_next_morning()
    card = card_of(window)
    assert card.pain[LEFT].value() == 4
    assert card.stiffness[LEFT].value() == NOT_ASKED
    press("3", Qt.Key.Key_Return)
    assert {each.pain for each in logbook.database.symptoms() if each.side is LEFT} == {3}
    assert window.morning.isVisible()  # yesterday's question is still due
    assert card.title.text().startswith("The morning after Mon 23 Nov")


def test_where_there_is_nothing_to_answer_the_window_says_so(
    window: MainWindow, logbook: Logbook, qtbot: QtBot
) -> None:
    logbook.undo()
    assert not window.morning.isVisible()
    with qtbot.waitSignal(window.faults.told) as told:
        window.answer_next_morning()
    assert "Nothing to answer yet" in told.args[0]


def test_a_session_deleted_meanwhile_is_not_asked_about(
    window: MainWindow, logbook: Logbook
) -> None:
    window.answer_next_morning()
    logbook.apply(Change.removing(YESTERDAY), "delete")
    assert not window.morning.isVisible()


def test_what_another_window_answered_is_not_asked_again(
    window: MainWindow, logbook: Logbook
) -> None:
    felt = Symptom(NOW.date(), Moment.NEXT_MORNING, LEFT, pain=0, session_id=YESTERDAY.id)
    logbook.database.apply(Change.adding(felt))
    logbook.reloaded.emit()
    assert not window.morning.isVisible()


def test_what_is_typed_outlives_a_change_of_something_else(
    window: MainWindow, logbook: Logbook
) -> None:
    card_of(window).pain[RIGHT].setValue(5)
    logbook.apply(Change.adding(Session(NOW.date() - 30 * DAY)), "other")
    assert card_of(window).pain[RIGHT].value() == 5


def test_it_follows_the_setting_at_once(window: MainWindow, settings: Settings) -> None:
    settings.choose(ASKS_NEXT_MORNING, False)
    assert not window.morning.isVisible()
    settings.choose(ASKS_NEXT_MORNING, True)
    assert window.morning.isVisible()


def test_a_window_come_back_to_on_another_day_asks(window: MainWindow, settings: Settings) -> None:
    settings.put_morning_aside(YESTERDAY.id)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert not window.morning.isVisible()


def test_every_field_has_a_name_and_tab_goes_through_them(window: MainWindow) -> None:
    card = card_of(window)
    order = [card.pain[LEFT], card.stiffness[LEFT], card.pain[RIGHT], card.stiffness[RIGHT]]
    assert len({field.accessibleName() for field in order}) == 4
    order[0].setFocus()
    for after in (*order[1:], card.keep, card.not_now):
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is after


def test_where_it_hurt_is_asked_of_the_leg_that_did(
    window: MainWindow, logbook: Logbook, qtbot: QtBot
) -> None:
    window.answer_next_morning()
    card = card_of(window)
    qtbot.waitUntil(card.pain[LEFT].hasFocus)
    assert not card.site[LEFT].isVisible()
    press("0", Qt.Key.Key_Tab, "0", Qt.Key.Key_Tab, "3")
    assert [card.site[side].isVisible() for side in (LEFT, RIGHT)] == [False, True]
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert card.site[RIGHT].hasFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    sites = {each.side: each.site for each in logbook.database.symptoms()}
    assert sites == {LEFT: None, RIGHT: Site.MID_PORTION}
    window.answer_next_morning()
    assert card.site[RIGHT].currentData() == Site.MID_PORTION
    card.pain[RIGHT].setValue(0)
    assert not card.site[RIGHT].isVisible()
    card.keep.click()
    assert {each.pain for each in logbook.database.symptoms()} == {0}


def test_answers_outlive_a_question_about_another_session(
    window: MainWindow, logbook: Logbook, current: CurrentSession
) -> None:
    old = Session(NOW.date() - 9 * DAY)
    logbook.apply(Change.adding(old), "old")
    card = card_of(window)
    card.pain[LEFT].setValue(4)
    current.open(old)
    window.answer_next_morning()
    assert card.pain[LEFT].value() == 0
    press("1", Qt.Key.Key_Return)
    assert card.title.text().startswith("The morning after Mon 23 Nov")
    assert card.pain[LEFT].value() == 4
    card.keep.click()
    found = {(each.session_id, each.pain) for each in logbook.database.symptoms()}
    assert found == {(old.id, 1), (old.id, 0), (YESTERDAY.id, 4), (YESTERDAY.id, 0)}


def test_answers_outlive_a_note_about_their_session(window: MainWindow, logbook: Logbook) -> None:
    card_of(window).pain[RIGHT].setValue(5)
    logbook.apply(Change.replacing(YESTERDAY, replace(YESTERDAY, note="hard")), "note")
    assert card_of(window).pain[RIGHT].value() == 5
    assert window.morning.isVisible()


def test_what_another_window_answered_is_not_replaced_unseen(
    window: MainWindow, logbook: Logbook
) -> None:
    card = card_of(window)
    card.pain[LEFT].setValue(5)
    theirs = Symptom(NOW.date(), Moment.NEXT_MORNING, LEFT, pain=1, session_id=YESTERDAY.id)
    logbook.database.apply(Change.adding(theirs))
    logbook.reloaded.emit()
    assert window.morning.isVisible()
    card.keep.click()
    assert [each.pain for each in logbook.database.symptoms()] == [1]
    assert card.message.isVisible()
    card.keep.click()
    assert {each.side: each.pain for each in logbook.database.symptoms()} == {LEFT: 5, RIGHT: 0}
    assert not window.morning.isVisible()


def test_answers_that_were_not_kept_are_asked_about(window: MainWindow, logbook: Logbook) -> None:
    card = card_of(window)
    card.stiffness[LEFT].setValue(15)
    assert not window.close()
    (box,) = window.findChildren(QMessageBox)
    assert box.text() == (
        "Not saved:\n• Answers about the morning after Mon 23 Nov 2026. “Keep” was not pressed."
    )
    box.reject()
    assert card.pain[LEFT].hasFocus()
    card.stiffness[LEFT].setValue(0)  # as it was shown at first
    assert window.close()
    assert logbook.database.symptoms() == []


def test_answers_of_a_session_deleted_come_back_with_it(
    window: MainWindow, logbook: Logbook
) -> None:
    card_of(window).pain[LEFT].setValue(5)
    logbook.apply(Change.removing(YESTERDAY), "delete")
    assert not window.morning.isVisible()
    logbook.undo()
    assert card_of(window).pain[LEFT].value() == 5


def test_answers_put_aside_are_not_asked_about(window: MainWindow) -> None:
    card_of(window).pain[LEFT].setValue(5)
    card_of(window).not_now.click()
    assert window.close()


def test_answers_refused_are_shown_again_with_their_reason(
    window: MainWindow, logbook: Logbook
) -> None:
    card = card_of(window)
    card.pain[LEFT].setValue(5)
    logbook.database._connection.execute("PRAGMA query_only = ON")
    card.keep.click()
    assert not window.close()
    assert "could not be saved" in window.findChildren(QMessageBox)[0].text()
    logbook.database._connection.execute("PRAGMA query_only = OFF")
    logbook.apply(Change.removing(YESTERDAY), "delete")
    logbook.undo()
    assert card.message.isVisible()
    card.keep.click()
    assert not window.morning.isVisible()


def test_tab_comes_to_it_before_the_session_that_stands_below(window: MainWindow) -> None:
    card, page = card_of(window), window.log_page
    order = list(stops_within(window))
    first = order.index(page.day_bar.previous)
    fields = [card.pain[LEFT], card.stiffness[LEFT], card.pain[RIGHT], card.stiffness[RIGHT]]
    assert order[first - 8 : first] == [*fields, *card.site.values(), card.keep, card.not_now]
    assert order.index(page.cards[0].table) > first


def test_another_line_above_it_is_read_before_it(window: MainWindow) -> None:
    line = QPushButton(window.other_copies)
    window.other_copies.hide()
    window.other_copies.show()
    order = list(stops_within(window))
    assert order.index(line) + 1 == order.index(card_of(window).pain[LEFT])
