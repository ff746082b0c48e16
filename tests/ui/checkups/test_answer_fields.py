"""Fields for answers about symptoms."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.checkups.answer_fields import AnswerField, pain_field, stiffness_field


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    return owner


def press(field: AnswerField, *keys: Qt.Key) -> int | None:
    for key in keys:
        QTest.keyClick(field, key)
    return field.answer


def test_nought_is_an_answer_and_what_was_not_asked_is_a_dash(owner: QWidget) -> None:
    field = pain_field("Left", owner)
    assert (field.answer, field.text()) == (0, "0")
    assert press(field, Qt.Key.Key_Down) is None
    assert field.text() == "–"
    assert press(field, Qt.Key.Key_Down) is None
    assert press(field, Qt.Key.Key_Up) == 0


@pytest.mark.parametrize("answer", [None, 0, 7])
def test_an_answer_shown_is_given_back(owner: QWidget, answer: int | None) -> None:
    field = pain_field("Left", owner)
    field.show_answer(answer)
    assert field.answer == answer


def test_pain_goes_to_ten_and_is_typed(owner: QWidget) -> None:
    field = pain_field("Left", owner)
    field.selectAll()
    QTest.keyClicks(field, "10")
    assert field.answer == 10
    assert press(field, Qt.Key.Key_Up) == 10
    field.selectAll()
    QTest.keyClicks(field, "4")
    assert field.answer == 4


def test_stiffness_goes_by_five_minutes(owner: QWidget) -> None:
    field = stiffness_field("Stiffness", owner)
    assert press(field, Qt.Key.Key_Up, Qt.Key.Key_Up) == 10
    field.selectAll()
    QTest.keyClicks(field, "12")
    assert field.answer == 12


def test_it_can_be_heard(owner: QWidget) -> None:
    assert pain_field("Pain of the left leg", owner).accessibleName() == "Pain of the left leg"


def test_a_number_beyond_the_most_is_refused_in_words_and_typed_anew(owner: QWidget) -> None:
    field = pain_field("Left", owner)
    field.selectAll()
    QTest.keyClicks(field, "1")
    assert not QToolTip.isVisible()
    QTest.keyClicks(field, "2")
    assert QToolTip.text() == "From 0 to 10; arrow down for not noted."
    assert field.lineEdit().selectedText() == "1"
    QTest.keyClicks(field, "7")
    assert field.answer == 7
    field.selectAll()
    QTest.keyClicks(field, "7")  # the same once more is no refusal, which would select it
    assert (field.answer, field.lineEdit().selectedText()) == (7, "")
