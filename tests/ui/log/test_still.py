"""Nothing on the Log page jumps while a session is logged."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import press
from tracker.domain.exercise import Exercise, Side
from tracker.domain.set_grid import Cell
from tracker.ui.log.page import LogPage

Enter = Qt.Key.Key_Return
Open = Callable[[], LogPage]


def places(page: LogPage) -> list[tuple[int, int]]:
    """Return where the cards and the tables start, and the height of what is above them."""
    parts = [page.quick_entry, *page.cards, *(card.table for card in page.cards)]
    return [
        (each.mapTo(page, each.rect().topLeft()).y(), page.quick_entry.height()) for each in parts
    ]


def test_quick_entry_has_its_height_again_once_it_is_used(
    open_log_page: Open, qtbot: QtBot
) -> None:
    page = open_log_page()
    before = places(page)
    page.quick_entry.line.setFocus()
    press("seated 8x60 left", Enter)
    page.go_to(Cell(Exercise.SEATED, 1, Side.RIGHT))
    qtbot.waitUntil(lambda: places(page) == before)  # it is laid out anew a moment later


def test_the_first_estimate_moves_no_table(open_log_page: Open) -> None:
    page = open_log_page()
    before = places(page), [card.foot.best.height() for card in page.cards]
    press("8x60 r2", Enter)
    assert page.cards[0].best.figures[Side.LEFT].text() == "80.0"
    assert (places(page), [card.foot.best.height() for card in page.cards]) == before
