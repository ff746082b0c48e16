"""The sessions as rows of a table: their figures and their order."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.history.conftest import BENT, BOTH, LEFT, RIGHT, SEATED, Desk, sort
from tracker.domain.change import Change
from tracker.domain.session import Session
from tracker.ui.history.columns import HistoryColumn
from tracker.ui.history.model import (
    BESTS_ROLE,
)

pytestmark = pytest.mark.usefixtures("english")


def test_the_model_is_sound(desk: Desk, three: list[Session], qtmodeltester: ModelTester) -> None:
    desk.train(3, (BENT, LEFT, 10), (SEATED, BOTH, 100))
    qtmodeltester.check(desk.model)  # type: ignore[no-untyped-call]


def test_sessions_come_newest_first(desk: Desk, three: list[Session]) -> None:
    assert desk.column(HistoryColumn.DATE) == ["24 Nov 2026", "17 Nov 2026", "10 Nov 2026"]
    assert desk.column(HistoryColumn.TIME) == ["18:05"] * 3


def test_a_new_session_comes_in_at_its_place_of_the_order(desk: Desk, three: list[Session]) -> None:
    sort(desk, HistoryColumn.SEATED)
    desk.train(1, (SEATED, LEFT, 69))
    left = [text.split(" ")[0] for text in desk.column(HistoryColumn.SEATED)]
    assert left == ["84.0", "80.0", "92.0", "100.0"]  # the second's right leg has 88.0


def test_a_row_that_changes_is_told_once(desk: Desk, three: list[Session], qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    desk.model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    changed = replace(three[1], note="Slept well")
    desk.logbook.apply(Change.replacing(three[1], changed), "edit")
    assert told == [(1, 1)]


def test_a_best_is_marked_in_its_figure_and_said(desk: Desk, qtbot: QtBot) -> None:
    desk.train(2, (SEATED, LEFT, 60), (SEATED, RIGHT, 60))
    desk.train(0, (SEATED, LEFT, 62), (SEATED, RIGHT, 60))
    cell = desk.model.index(0, HistoryColumn.SEATED)
    qtbot.waitUntil(lambda: cell.data(BESTS_ROLE) == (LEFT,))
    assert desk.model.index(1, HistoryColumn.SEATED).data(BESTS_ROLE) == ()
    assert desk.model.index(0, HistoryColumn.STANDING).data(BESTS_ROLE) == ()
    words = "Higher than ever before on this equipment: Left"
    assert words in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole).endswith(f". {words}")
    assert cell.data() == "82.7 · 80.0"  # what is copied has no mark
