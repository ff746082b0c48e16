"""The card about the next morning, by itself."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tracker.domain.exercise import Side
from tracker.domain.session import Session
from tracker.domain.session_symptoms import Felt
from tracker.domain.symptoms import Site
from tracker.ui.checkups.morning_card import MorningCard

ANSWERS = {Side.LEFT: Felt(3, Site.INSERTION, 10), Side.RIGHT: Felt(0, None, None)}


@pytest.fixture
def card(qtbot: QtBot) -> MorningCard:
    card = MorningCard()
    qtbot.addWidget(card)
    card.show_question(Session(datetime.date(2026, 11, 23)), ANSWERS)
    card.show()
    return card


def test_it_gives_the_answers_it_was_shown(card: MorningCard) -> None:
    assert card.title.text() == "The morning after Mon 23 Nov 2026: how was it?"
    assert card.answers == ANSWERS


def test_where_it_hurt_is_asked_and_answered_only_of_a_leg_that_did(card: MorningCard) -> None:
    assert [card.site[side].isVisible() for side in (Side.LEFT, Side.RIGHT)] == [True, False]
    card.pain[Side.LEFT].setValue(0)
    assert not card.site[Side.LEFT].isVisible()
    assert card.answers[Side.LEFT] == Felt(0, None, 10)


@pytest.mark.parametrize(("key", "signal"), [("Return", "kept"), ("Escape", "put_aside")])
def test_a_key_keeps_the_answers_and_another_puts_them_aside(
    card: MorningCard, qtbot: QtBot, key: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(card, signal)):
        QTest.keyClick(card, Qt.Key[f"Key_{key}"])


def test_why_it_was_not_kept_is_said_until_the_next_question(card: MorningCard) -> None:
    card.refuse("The disk is full.")
    assert card.message.isVisible()
    card.show_question(Session(datetime.date(2026, 11, 24)), ANSWERS)
    assert not card.message.isVisible()


def test_the_legs_stand_one_below_the_other_where_there_is_no_room_beside(
    card: MorningCard, qtbot: QtBot
) -> None:
    page = QWidget()  # which gives it its width, as the page does
    qtbot.addWidget(page)
    card.setParent(page)
    card.setMinimumSize(1, 1)  # a window of its own it could not be made so narrow
    page.show()
    card.show()
    left, right = card.pain[Side.LEFT], card.pain[Side.RIGHT]
    for width, is_across in ((900, True), (320, False), (900, True)):
        card.resize(width, 200)
        QApplication.processEvents()
        assert (left.y() == right.y()) is is_across
        assert card.rect().contains(card.stiffness[Side.RIGHT].geometry())
    card.setParent(None)
