"""A window that is small for its letters: the Log page scrolls, rather than be cut."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.conftest import press
from tracker.app.current_session import CurrentSession
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import Session
from tracker.domain.set_grid import Cell
from tracker.ui.log.exercise_card import LEAST_ROWS
from tracker.ui.log.page import LogPage
from tracker.ui.log.set_panel import WIDTH
from tracker.ui.log.tight_room import LEAST_LINES, is_low, is_narrow

Open = Callable[[], LogPage]
Enter = Qt.Key.Key_Return
SEATED, STANDING, BENT = Exercise
L, R, BOTH = Side


def area_of(page: LogPage) -> QScrollArea | None:
    areas = (each for each in page.children() if isinstance(each, QScrollArea))
    return next(areas, None)


def test_with_usual_letters_nothing_scrolls_at_the_smallest_window(open_log_page: Open) -> None:
    page = open_log_page()
    page.resize(752, 470)  # of a window of 900 × 600, with a rest and a question above
    assert not is_narrow(page)
    assert not is_low(page)
    assert area_of(page) is None
    assert is_low(page, above=page.height())


@pytest.mark.usefixtures("large_letters")
def test_with_large_letters_the_details_stand_below_the_tables_and_all_of_it_scrolls(
    last_week: Session, open_log_page: Open, qtbot: QtBot
) -> None:
    page = open_log_page()
    page.resize(820, 500)
    page.go_to(Cell(SEATED, 1, L))
    press("8x60 r2", Enter)
    area = area_of(page)
    assert area is not None
    inside = area.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert inside.width() <= page.width()
    qtbot.waitUntil(lambda: page.panel.y() > page.cards[0].geometry().bottom())
    assert page.panel.height() >= page.panel.sizeHint().height()
    rows = LEAST_ROWS * page.cards[0].table.verticalHeader().defaultSectionSize()
    views = [card.table.viewport() for card in page.cards]
    qtbot.waitUntil(lambda: all(view.height() >= rows for view in views))
    for card in page.cards:
        for column in range(2):
            heading = card.table.horizontalHeader().sectionSize(column)
            assert heading > card.table.fontMetrics().horizontalAdvance("Right")
    page.resize(1600, 1000)
    assert page._session.direction() is QBoxLayout.Direction.LeftToRight
    assert page.panel.minimumHeight() == 0
    assert page.cards[0].table.minimumHeight() == 0


@pytest.mark.usefixtures("large_letters")
def test_the_current_cell_is_scrolled_to_with_what_is_said_below_it(
    last_week: Session, open_log_page: Open
) -> None:
    page = open_log_page()
    page.resize(820, 420)
    QApplication.processEvents()
    area = area_of(page)
    assert area is not None
    area.verticalScrollBar().setValue(0)
    page.go_to(Cell(SEATED, 2, R))
    table = page.cards[0].table
    cell = table.visualRect(table.currentIndex())
    top = table.viewport().mapTo(area.viewport(), cell.topLeft()).y()
    assert top >= 0
    assert top + cell.height() <= area.viewport().height()
    assert area.horizontalScrollBar().value() == 0


def half_rows(page: LogPage) -> list[int]:
    """Return how many pixels of a cut row each table shows."""
    return [
        card.table.viewport().height() % card.table.verticalHeader().defaultSectionSize()
        for card in page.cards
        if card.table.verticalScrollBar().maximum()
    ]


@pytest.mark.parametrize("height", range(400, 480, 9))
def test_tables_end_where_a_row_ends(
    last_week: Session, current: CurrentSession, open_log_page: Open, height: int
) -> None:
    page = open_log_page()
    current.take_over([Cell(SEATED, row, leg) for row in range(1, 5) for leg in (L, R)])
    page.resize(752, height)
    QApplication.processEvents()
    assert half_rows(page) == [0] * len(half_rows(page))
    for card in page.cards:  # and all below it is inside the card
        assert card.foot.geometry().bottom() <= card.height()
    page.resize(752, 900)
    QApplication.processEvents()
    assert half_rows(page) == []


def test_the_set_whose_details_are_shown_is_in_sight(
    last_week: Session, current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    for row in range(1, 9):
        current.enter(Cell(SEATED, row, L), "8x60")
    page.resize(752, 430)
    page.go_to(Cell(STANDING, 1, L))
    table = page.cards[0].table
    table.scrollToTop()
    current.enter(Cell(SEATED, 8, R), "8x60")
    assert page.panel.title.text() == "Seated 8, right"
    shown = table.model().index(7, 1)
    assert table.viewport().rect().contains(table.visualRect(shown))
    for height in (900, 430):  # as when a rest begins, and a question comes
        page.resize(752, height)
        QApplication.processEvents()
        assert table.viewport().rect().contains(table.visualRect(shown))


def test_parts_come_closer_before_rows_are_lost(open_log_page: Open) -> None:
    page = open_log_page()
    between = []
    for height in (700, 450, 700):
        page.resize(752, height)
        QApplication.processEvents()
        between.append(page.quick_entry.y() - page.day_bar.geometry().bottom())
    assert between[0] == between[2] > between[1]


@pytest.mark.usefixtures("large_letters")
def test_the_fields_of_a_set_are_wide_enough_for_large_letters(
    current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    current.enter(Cell(SEATED, 1, L), "8x60")
    page.go_to(Cell(SEATED, 1, L))
    rir = page.panel.form.rir
    assert page.panel.width() > WIDTH
    assert rir.width() > rir.fontMetrics().horizontalAdvance("not noted") + 30


def test_the_details_scroll_where_they_are_higher_than_their_card(
    current: CurrentSession, open_log_page: Open, qtbot: QtBot
) -> None:
    page = open_log_page()
    page.resize(900, 430)
    current.enter(Cell(SEATED, 1, L), "8x60")
    page.go_to(Cell(SEATED, 1, L))
    area = page.panel.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.horizontalScrollBar().maximum() == 0
    assert area.geometry().bottom() <= page.panel.height()
    page.resize(900, 800)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def test_what_comes_above_the_session_takes_no_rows_of_a_low_window(
    last_week: Session, open_log_page: Open, qtbot: QtBot
) -> None:
    page = open_log_page()
    line = page.fontMetrics().height()
    page.setFixedSize(752, LEAST_LINES * line + 10)  # by itself a window would grow
    assert area_of(page) is None
    question = QLabel("How was it?\nleft\nright")
    question.hide()
    page.put_first(question)
    question.show()
    assert area_of(page) is not None
    card = page.cards[0]
    rows = LEAST_ROWS * card.table.verticalHeader().defaultSectionSize()
    qtbot.waitUntil(lambda: card.table.viewport().height() >= rows)
