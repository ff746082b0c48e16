"""What belongs to a table: where it stands, and what it says."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PaintCount, press
from tracker.app.current_session import CurrentSession
from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session
from tracker.domain.set_grid import Cell
from tracker.ui.log.page import LogPage
from tracker.ui.log.set_table import CELL_PADDING
from tracker.ui.log.table_foot import BestToday

SEATED, STANDING, BENT = Exercise
L, R, BOTH = Side
Open = Callable[[], LogPage]
Enter = Qt.Key.Key_Return


def test_it_stands_directly_below_the_last_row(
    last_week: Session, current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    page.resize(1200, 800)
    card = page.cards[0]

    def below() -> int:
        return card.foot.y() - card.table.y() - card.table.end_of_rows

    assert below() == card.reserve.room
    page.go_to(Cell(SEATED, 3, L))
    press("4x8@60", Enter)
    assert below() == card.reserve.room
    assert card.foot.geometry().bottom() < card.height()
    page.resize(900, 420)  # the rows fill the table, and it has its room below
    assert card.foot.y() >= card.table.geometry().bottom()
    assert card.foot.geometry().bottom() <= card.height()


def test_an_error_stands_in_body_size_below_the_word_it_is_about(
    open_log_page: Open,
) -> None:
    page = open_log_page()
    page.resize(1366, 700)
    card = page.cards[0]
    press("8x60 r2 blue", Enter)
    message = card.foot.message
    assert "blue" in message.text()
    assert message.font().pointSizeF() == page.font().pointSizeF()
    before = CELL_PADDING + card.table.fontMetrics().horizontalAdvance("8x60 r2 ")
    room = card.foot.width() - message.fontMetrics().horizontalAdvance(message.text()) - 2
    assert message.contentsMargins().left() == min(before, room)
    press(Qt.Key.Key_Escape)
    page.go_to(Cell(SEATED, 1, L))
    press("2x8@60", Enter)
    page.go_to(Cell(SEATED, 1, L))
    press("2x8@60", Enter)  # which can be read, but the row below is taken
    assert "taken" in message.text()
    assert message.contentsMargins().left() == CELL_PADDING
    assert card.foot.best.y() > message.geometry().bottom()


def test_what_is_said_first_fits_the_exercise_and_goes_on_after_its_first_set(
    open_log_page: Open,
) -> None:
    page = open_log_page()
    seated, standing = (card.foot.last_time for card in page.cards)
    assert seated.text() == "First time: type 8x60, or a hold as 45s 60; Enter goes on."
    assert standing.text() == "First time: type 8+20 for 8 with 20 kg beside the body."
    press("8x60", Enter)
    assert seated.text() == (
        "Saved. 8 alone keeps the load. Enter on an empty cell goes to Standing."
    )
    assert standing.isVisible()
    press(Enter)  # as it says
    assert page.cards[1].table.hasFocus()
    press("8+20", Enter)
    assert standing.text().endswith("goes to Seated.")
    press(Enter)
    assert page.cards[0].table.hasFocus()


def test_who_has_done_it_twice_is_not_told_what_enter_does(
    logbook: Logbook, last_week: Session, open_log_page: Open
) -> None:
    page = open_log_page()
    seated, standing = (card.foot.last_time for card in page.cards)
    whole = "Last time 17 Nov 2026. Enter takes a grey value over."
    assert (seated.text(), standing.text()) == (whole, whole)
    earlier = Session(last_week.date.replace(day=3))
    done = LoggedSet(earlier.id, SEATED, L, 1, 8, 50)
    logbook.apply(Change.adding(earlier, done), "earlier")
    assert (seated.text(), standing.text()) == ("Last time 17 Nov 2026.", whole)


def test_the_bodyweight_is_asked_for_where_a_standing_set_needs_it(
    logbook: Logbook, current: CurrentSession, open_log_page: Open
) -> None:
    page = open_log_page()
    foot = page.cards[1].foot
    assert not foot.weigh.isVisible()
    current.enter(Cell(STANDING, 1, L), "8+20")
    assert foot.weigh.isVisible()
    assert "without your bodyweight" in foot.why_weigh.text()
    assert not page.cards[0].foot.weigh.isVisible()
    QTest.mouseClick(foot.weigh, Qt.MouseButton.LeftButton)
    assert page.day_bar.bodyweight.hasFocus()
    logbook.apply(Change.adding(Bodyweight(current.today, 70)), "weigh")
    assert not foot.weigh.isVisible()
    assert foot.best.isVisible()
    assert foot.best.figures[L].text() != "–"
    tip = foot.best.figures[L].toolTip()
    assert "In brackets: reserve not noted" in tip


def test_the_last_sessions_are_drawn_where_there_is_room(
    logbook: Logbook, last_week: Session, open_log_page: Open
) -> None:
    earlier = Session(last_week.date.replace(day=3))
    logbook.apply(
        Change.adding(earlier, LoggedSet(earlier.id, SEATED, L, 1, 8, 50, rir=2)), "earlier"
    )
    page = open_log_page()
    page.resize(1366, 700)
    assert page.cards[0].recent.is_empty  # the first paint does not wait for them
    page.show_recent()
    assert "left 66.7 kg to 80.0 kg" in page.cards[0].recent.accessibleName()
    assert page.cards[0].recent.height() > 60
    assert page.cards[1].recent.is_empty  # one session is no line
    page.resize(900, 420)
    assert page.cards[0].recent.height() == 0


def test_a_set_paints_the_last_sessions_anew_only_where_it_moves_them(
    logbook: Logbook, last_week: Session, settings: Settings, open_log_page: Open
) -> None:
    earlier = Session(last_week.date.replace(day=3))
    logbook.apply(
        Change.adding(earlier, LoggedSet(earlier.id, SEATED, L, 1, 8, 50, rir=2)), "earlier"
    )
    page = open_log_page()
    page.resize(1366, 700)
    page.show_recent()
    press("8x60", Enter)
    QApplication.processEvents()
    recent = page.cards[0].recent
    painted, top = PaintCount(recent), recent.y()
    press("8x60", Enter)
    QApplication.processEvents()
    assert (painted.count, recent.y()) == (0, top)
    settings.set_unit(Unit.LB)
    QApplication.processEvents()
    assert "left 147.0 lb to 176.4 lb" in recent.accessibleName()
    assert painted.count == 1


@pytest.mark.parametrize("is_wide", [False, True])
def test_a_long_text_takes_the_lines_it_needs(open_log_page: Open, is_wide: bool) -> None:
    page = open_log_page()
    foot = page.cards[1].foot
    foot.ask_weight(is_needed=True)
    narrow, wide = foot.height_for(150, 600), foot.height_for(900, 600)
    assert narrow > wide
    assert foot.height_for(900 if is_wide else 150, 600) == (wide if is_wide else narrow)


def test_an_error_of_the_right_leg_stands_below_its_column(open_log_page: Open) -> None:
    page = open_log_page()
    page.resize(1366, 700)
    card = page.cards[0]
    page.go_to(Cell(SEATED, 1, R))
    press("8y", Enter)
    column = card.table.columnWidth(0)
    message = card.foot.message
    room = card.foot.width() - message.fontMetrics().horizontalAdvance(message.text()) - 2
    before = CELL_PADDING + column + card.table.fontMetrics().horizontalAdvance("8")
    assert message.contentsMargins().left() == min(before, room) > 20


def place_best(best: BestToday, width: int) -> list[QLabel]:
    """Set a width, and list the parts shown, each of them whole and apart from the others."""
    best.show_exercise(SEATED)
    best.resize(width, best.heightForWidth(width))
    best.show()
    caption, *parts = (each for each in best.children() if isinstance(each, QLabel))
    for part in parts:
        assert part.width() >= part.fontMetrics().horizontalAdvance(part.text())
    for one, other in combinations([caption, *parts], 2):
        assert not one.geometry().intersects(other.geometry())
    assert all(best.rect().contains(each.geometry()) for each in (caption, *parts))
    return [best.figures[L], best.figures[R]]


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("width", [150, 170, 240, 400])
def test_the_figures_of_both_legs_are_whole_and_apart_at_any_width(
    current: CurrentSession, settings: Settings, qtbot: QtBot, width: int, unit: Unit
) -> None:
    current.enter(Cell(SEATED, 1, L), "8x62.6")  # 62.6 (1 + 8 / 30) = 79.3
    current.enter(Cell(SEATED, 1, R), "8x60")
    best = BestToday(current, settings)
    qtbot.addWidget(best)
    settings.set_unit(unit)
    figures = place_best(best, width)
    written = {Unit.KG: ["(79.3)", "(76.0)"], Unit.LB: ["(174.8)", "(167.6)"]}
    assert [figure.text() for figure in figures] == written[unit]
    assert f"Estimate today, {unit}" in best.texts
    if width == 400:
        assert figures[0].y() == figures[1].y()
        assert best._marks[R].x() == 200  # below its column


@pytest.mark.usefixtures("large_letters")
@pytest.mark.parametrize(("width", "is_across"), [(150, False), (170, False), (400, True)])
def test_large_figures_stand_one_below_the_other_where_there_is_no_room_beside(
    current: CurrentSession, settings: Settings, qtbot: QtBot, width: int, is_across: bool
) -> None:
    current.enter(Cell(SEATED, 1, L), "8x62.6")
    current.enter(Cell(SEATED, 1, R), "8x60")
    best = BestToday(current, settings)
    qtbot.addWidget(best)
    left, right = place_best(best, width)
    assert (left.y() == right.y()) is is_across


def test_a_hint_gives_way_to_an_error_where_there_is_little_room(
    last_week: Session, open_log_page: Open
) -> None:
    page = open_log_page()
    page.resize(900, 330)
    foot = page.cards[0].foot
    press("8x6o", Enter)
    assert foot.message.height() > 0
    assert foot.last_time.height() == 0
    assert foot.best.geometry().top() > foot.message.geometry().bottom()
    page.resize(900, 800)
    assert foot.last_time.height() > 0
    page.resize(900, 330)
    press(Qt.Key.Key_Escape)
    assert foot.last_time.height() > 0


def test_a_refused_cell_stays_in_sight_when_the_table_is_made_lower(open_log_page: Open) -> None:
    page = open_log_page()
    page.resize(900, 640)
    table = page.cards[0].table
    page.go_to(Cell(SEATED, 1, L))
    press("5x8@60", Enter)
    page.go_to(Cell(SEATED, 6, L))
    press("8x6o", Enter)
    for height in range(640, 380, -20):
        page.resize(900, height)
        QApplication.processEvents()
        cell = table.visualRect(table.currentIndex())
        assert table.currentIndex().row() == 5
        assert table.viewport().rect().contains(cell)
