"""A plan as a tree of its parts, gone through by keys."""

import datetime
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit
from tracker.domain.plan import LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_edits import WholePlan
from tracker.ui.plan.tree import PartsTree

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
PLAN = Plan("Heavy", datetime.date(2026, 11, 24), 4)
FIRST = Phase(PLAN.id, 1, 2, (1, 3, 5))
LATER = Phase(PLAN.id, 3, 4, every_hours=48, position=1, note="heavier")
SEATED = PlannedSets(FIRST.id, Exercise.SEATED, PlannedSide.EACH, 3, 15)
STANDING = replace(
    PlannedSets(LATER.id, Exercise.STANDING, PlannedSide.LEFT, 4, 6, note="slowly"),
    load_basis=LoadBasis.EXTERNAL_KG,
    load_value=20.0,
)
WHOLE = WholePlan(PLAN, (FIRST, LATER), (SEATED, STANDING))


@pytest.fixture
def tree(qtbot: QtBot) -> PartsTree:
    tree = PartsTree()
    qtbot.addWidget(tree)
    tree.show_plan(WHOLE, Unit.KG)
    tree.show()
    qtbot.waitExposed(tree)
    return tree


def test_phases_and_their_sets_stand_below_the_plan_in_the_unit_shown(tree: PartsTree) -> None:
    assert tree.texts == [
        "Heavy",
        "Weeks 1–2 · Mon, Wed, Fri",
        "Seated, each leg: 3 × 15",
        "Weeks 3–4 · every other day · heavier",
        "Standing, left: 4 × 6 · +20 kg · slowly",
    ]
    tree.show_plan(WHOLE, Unit.LB)
    assert tree.texts[-1] == "Standing, left: 4 × 6 · +44.09 lb · slowly"


def test_the_plan_itself_is_chosen_at_first(tree: PartsTree) -> None:
    assert tree.chosen == PLAN


def test_the_choice_stays_at_its_part_though_it_moved(tree: PartsTree) -> None:
    tree.choose(STANDING.id)
    turned = WholePlan(PLAN, (replace(LATER, position=0), FIRST), (SEATED, STANDING))
    tree.show_plan(turned, Unit.KG)
    assert tree.chosen == STANDING
    assert tree.texts.index("Standing, left: 4 × 6 · +20 kg · slowly") == 2


def test_where_the_part_chosen_has_gone_its_place_is_chosen(tree: PartsTree) -> None:
    for row, left, chosen in (
        (2, WholePlan(PLAN, (FIRST, LATER), (STANDING,)), LATER),
        (3, WholePlan(PLAN), PLAN),
    ):
        tree.choose_row(row)
        tree.show_plan(left, Unit.KG)
        assert tree.chosen == chosen


def test_a_part_that_is_not_there_is_not_chosen(tree: PartsTree) -> None:
    tree.choose("nobody")
    assert tree.chosen == PLAN


def test_keys_ask_for_what_is_to_be_done_with_the_part(tree: PartsTree, qtbot: QtBot) -> None:
    told: list[object] = []
    tree.move_asked.connect(told.append)
    tree.removal_asked.connect(lambda: told.append("remove"))
    tree.fields_asked.connect(lambda: told.append("fields"))
    QTest.keyClick(tree, Key.Key_Up, ALT)
    QTest.keyClick(tree, Key.Key_Down, ALT)
    for key in (Key.Key_Delete, Key.Key_Backspace, Key.Key_Return, Key.Key_Enter):
        QTest.keyClick(tree, key)
    assert told == [-1, 1, "remove", "remove", "fields", "fields"]
    assert tree.chosen == PLAN


def test_arrows_go_from_part_to_part_and_letters_lead_nowhere(tree: PartsTree) -> None:
    QTest.keyClick(tree, Key.Key_Down)
    assert tree.chosen == FIRST
    QTest.keyClicks(tree, "Heavy")
    assert tree.chosen == FIRST


def test_the_part_chosen_is_always_seen_to_be_it(tree: PartsTree) -> None:
    tree.choose_row(1)
    tree.clearSelection()
    assert [item.text(0) for item in tree.selectedItems()] == [tree.texts[1]]


def test_a_long_row_is_read_in_its_tip(tree: PartsTree) -> None:
    row = tree.currentItem()
    assert row is not None
    assert row.toolTip(0) == "Heavy"
