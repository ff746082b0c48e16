"""The card of the other plans of the log."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.domain.plan import Plan
from tracker.domain.plan_edits import WholePlan
from tracker.ui.plan.other_plans_card import MOST_ROWS, OtherPlansCard

DAY = datetime.date(2026, 7, 6)
OLD, NEVER = (
    WholePlan(Plan("Old", DAY, 12)),
    WholePlan(Plan("Never", DAY, 12, DAY - datetime.timedelta(days=1))),
)
pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def card(qtbot: QtBot) -> OtherPlansCard:
    card = OtherPlansCard()
    qtbot.addWidget(card)
    card.show_plans([(OLD, "2 of 6 sessions, 24 of 72 sets"), (NEVER, "")])
    card.show()
    qtbot.waitExposed(card)
    return card


def test_each_plan_says_when_it_ran_and_what_was_done_of_it(card: OtherPlansCard) -> None:
    assert [card.list.item(row).text() for row in range(2)] == [
        "Old · 6 Jul 2026 to 27 Sept 2026 · 2 of 6 sessions, 24 of 72 sets",
        "Never · from 6 Jul 2026, never begun",
    ]


def test_nothing_can_be_asked_before_a_plan_is_chosen(card: OtherPlansCard) -> None:
    buttons = (card.again, card.edit, card.delete)
    card.list.setCurrentRow(-1)
    assert card.chosen == ""
    assert not any(button.isEnabled() for button in buttons)
    card.list.setCurrentRow(0)
    assert card.chosen == OLD.plan.id
    assert all(button.isEnabled() for button in buttons)


def test_each_button_asks_about_the_plan_chosen(card: OtherPlansCard, qtbot: QtBot) -> None:
    card.list.setCurrentRow(1)
    for button, asked in (
        (card.again, card.again_asked),
        (card.edit, card.edit_asked),
        (card.delete, card.deletion_asked),
    ):
        with qtbot.waitSignal(asked) as told:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert told.args == [NEVER.plan.id]


def test_enter_edits_the_plan_chosen(card: OtherPlansCard, qtbot: QtBot) -> None:
    card.list.setFocus()
    card.list.setCurrentRow(0)
    with qtbot.waitSignal(card.edit_asked) as told:
        QTest.keyClick(card.list, Qt.Key.Key_Return)
    assert told.args == [OLD.plan.id]


def test_the_choice_stays_at_its_plan_and_goes_with_it(card: OtherPlansCard) -> None:
    card.list.setCurrentRow(1)
    card.show_plans([(NEVER, ""), (OLD, "")])
    assert (card.chosen, card.list.currentRow()) == (NEVER.plan.id, 0)
    card.show_plans([(OLD, "")])
    assert card.chosen == ""
    assert not card.delete.isEnabled()


def test_a_few_rows_are_seen_and_without_a_plan_there_is_no_card(card: OtherPlansCard) -> None:
    two = card.list.height()
    card.show_plans([(WholePlan(Plan(str(number), DAY, 12)), "") for number in range(50)])
    assert two < card.list.height() < (MOST_ROWS + 2) * two / 2
    card.show_plans([])
    assert not card.isVisible()
