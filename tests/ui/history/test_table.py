"""The table of sessions: where the runner stands in it, and which keys do what."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.history.conftest import (
    BENT,
    LEFT,
    RIGHT,
    SEATED,
    STANDING,
    TODAY,
    Desk,
    sort,
)
from tracker.domain.change import Change
from tracker.domain.exercise import Exercise
from tracker.domain.session import Session
from tracker.ui.history.columns import HistoryColumn
from tracker.ui.history.model import (
    BESTS_ROLE,
    MOST_ROWS_AMENDED,
)
from tracker.ui.history.table import ROOM

pytestmark = pytest.mark.usefixtures("english")
ignoring_grabs = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


def menu_of(desk: Desk, row: int, column: HistoryColumn = HistoryColumn.DATE) -> QMenu:
    index = desk.stand_at(row, column)
    place = desk.table.visualRect(index).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, desk.table.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(desk.table.viewport(), event)
    return desk.table.findChildren(QMenu)[-1]


def choose(menu: QMenu, text: str) -> None:
    action = next(each for each in menu.actions() if text in each.text().replace("&", ""))
    menu.close()
    action.trigger()


@pytest.mark.parametrize("locale", ["en_GB", "en_US", "de_DE", "fr_FR"])
def test_days_and_times_have_room_in_every_locale(
    locale: str, make_page: Callable[[], Desk]
) -> None:
    QLocale.setDefault(QLocale(locale))
    desk = make_page()
    for month in range(1, 13):
        desk.train((TODAY - datetime.date(2026, month, 28)).days, (SEATED, LEFT, 60), hour=22)
    measures = desk.table.fontMetrics()
    for column in (HistoryColumn.DATE, HistoryColumn.TIME):
        widest = max(map(measures.horizontalAdvance, desk.column(column)))
        assert widest + 2 * ROOM < desk.table.columnWidth(column)


def test_the_knee_bent_columns_show_only_where_it_was_done(desk: Desk) -> None:
    desk.page.resize(1_400, 560)
    desk.train(0, (STANDING, LEFT, 20))
    assert desk.table.isColumnHidden(HistoryColumn.BENT)
    desk.train(1, (BENT, LEFT, 20))
    assert not desk.table.isColumnHidden(HistoryColumn.BENT)
    assert not desk.table.isColumnHidden(HistoryColumn.BENT_VOLUME)


@pytest.mark.parametrize("locale", ["en_GB", "en_US", "de_DE", "fr_FR"])
def test_all_columns_fit_the_smallest_window(locale: str, make_page: Callable[[], Desk]) -> None:
    QLocale.setDefault(QLocale(locale))
    desk = make_page()
    desk.train(0, (SEATED, LEFT, 60))
    desk.page.resize(752, 560)  # 900 × 600 without sidebar and menus
    assert desk.table.horizontalHeader().length() == desk.table.viewport().width()


def is_whole(desk: Desk, row: int) -> bool:
    """Tell whether a row's sets are shown, and not cut."""
    needed = desk.table.fontMetrics().horizontalAdvance(desk.text(row, HistoryColumn.SETS))
    shown = desk.table.columnWidth(HistoryColumn.SETS)  # 0 where it is hidden
    return needed + 2 * ROOM < shown


@pytest.mark.parametrize("width", [752, 1_218, 2_400])
def test_a_row_shows_its_sets_before_the_note_and_the_volumes(desk: Desk, width: int) -> None:
    desk.train(0, *((SEATED, leg, kg) for leg in (LEFT, RIGHT) for kg in (60, 62.5)))
    desk.page.resize(width, 560)
    assert is_whole(desk, 0)
    has_room = width > 1_000
    assert desk.table.isColumnHidden(HistoryColumn.SEATED_VOLUME) is not has_room
    assert desk.table.isColumnHidden(HistoryColumn.STANDING_VOLUME) is not has_room
    assert desk.table.horizontalHeader().length() == desk.table.viewport().width()


def test_sets_get_more_room_when_longer_ones_come_into_view(desk: Desk) -> None:
    desk.page.resize(1_218, 560)
    long = [(SEATED, leg, kg) for leg in (LEFT, RIGHT) for kg in (60, 62.5, 65)]
    for ago in range(100):
        desk.train(ago, (SEATED, LEFT, 60))
    desk.train(400, *long)
    desk.table.verticalScrollBar().setValue(0)
    before = desk.table.columnWidth(HistoryColumn.SETS)
    desk.page.search.setText("2025")
    assert desk.model.rowCount() == 1
    assert is_whole(desk, 0)
    assert desk.table.columnWidth(HistoryColumn.SETS) > before
    desk.train(401, *long, (STANDING, LEFT, 20))
    desk.page.search.setText("")
    bar = desk.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert is_whole(desk, desk.model.rowCount() - 1)


@pytest.mark.parametrize("exercises", [(SEATED,), (SEATED, STANDING, BENT)])
@pytest.mark.parametrize("width", [600, 752, 1_218])
def test_no_bar_goes_across_with_large_letters_either(
    large_letters: None, make_page: Callable[[], Desk], width: int, exercises: tuple[Exercise, ...]
) -> None:
    desk = make_page()
    desk.train(0, *((exercise, LEFT, 60) for exercise in exercises))
    desk.page.resize(width, 560)
    assert desk.table.horizontalHeader().length() == desk.table.viewport().width()
    if width > 1_000 and exercises == (SEATED,):
        assert is_whole(desk, 0)


def test_two_figures_known_to_be_at_least_that_do_not_touch(desk: Desk) -> None:
    desk.train(0, (BENT, LEFT, 20))
    both = 2 * desk.table.fontMetrics().horizontalAdvance("≥ 129.4")
    for column in (HistoryColumn.SEATED, HistoryColumn.STANDING, HistoryColumn.BENT):
        assert desk.table.columnWidth(column) - 2 * ROOM - both >= ROOM // 2


def test_a_click_on_the_date_turns_the_order(desk: Desk, three: list[Session]) -> None:
    sort(desk, HistoryColumn.DATE)
    assert desk.column(HistoryColumn.DATE) == ["10 Nov 2026", "17 Nov 2026", "24 Nov 2026"]


def test_a_search_keeps_selection_and_place(desk: Desk) -> None:
    sessions = [desk.train(ago, note="even" if ago % 2 == 0 else "") for ago in range(130)]
    assert len(sessions) // 2 > MOST_ROWS_AMENDED
    desk.stand_at(40)
    desk.page.search.setText("even")
    assert desk.selected() == [sessions[40]]
    assert desk.table.currentIndex().row() == 20
    desk.page.search.clear()
    assert desk.selected() == [sessions[40]]
    assert desk.table.currentIndex().row() == 40


def test_who_has_scrolled_away_from_the_selected_row_stays_at_the_rows_seen(desk: Desk) -> None:
    for ago in range(130):
        desk.train(ago, note="even" if ago % 2 == 0 else "")
    desk.stand_at(0)
    desk.table.verticalScrollBar().setValue(desk.table.verticalScrollBar().maximum() // 2 + 7)
    top = desk.table.indexAt(QPoint(0, 0))
    seen, above = desk.model.session(top), desk.table.visualRect(top).top()
    fresh = [Session(TODAY + datetime.timedelta(days=n)) for n in range(1, MOST_ROWS_AMENDED + 2)]
    desk.logbook.apply(Change.adding(*fresh), "import")
    top = desk.table.indexAt(QPoint(0, 0))
    assert (desk.model.session(top), desk.table.visualRect(top).top()) == (seen, above)


def test_a_search_that_leaves_the_selected_out_selects_nothing(desk: Desk) -> None:
    for ago in range(130):
        desk.train(ago, note="even" if ago % 2 == 0 else "")
    desk.stand_at(41)
    desk.page.search.setText("even")
    assert desk.selected() == []
    assert not desk.page.delete.isEnabled()


def test_a_change_keeps_selection_and_scroll(desk: Desk) -> None:
    sessions = [desk.train(ago, (SEATED, LEFT, 60)) for ago in range(60)]
    desk.stand_at(30)
    bar = desk.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    logged = desk.logbook.database.sets_of(sessions[30].id)[0]
    desk.logbook.apply(Change.replacing(logged, replace(logged, external_kg=66.0)), "edit")
    assert desk.text(30, HistoryColumn.SEATED) == "88.0 · –"
    assert bar.value() == before
    assert desk.selected() == [sessions[30]]


def test_a_session_logged_elsewhere_leaves_the_selection_on_its_own(
    desk: Desk, three: list[Session]
) -> None:
    desk.stand_at(1)
    desk.train(3)
    assert desk.selected() == [three[1]]
    assert desk.table.currentIndex().row() == 2


def test_enter_opens_the_session(desk: Desk, three: list[Session], qtbot: QtBot) -> None:
    desk.stand_at(1)
    with qtbot.waitSignal(desk.page.session_asked) as asked:
        desk.press(Qt.Key.Key_Return)
    assert asked.args == [three[1].id]


@pytest.mark.parametrize("column", [HistoryColumn.DATE, HistoryColumn.SEATED, HistoryColumn.NOTE])
def test_a_double_click_opens_the_session(
    desk: Desk, three: list[Session], qtbot: QtBot, column: HistoryColumn
) -> None:
    place = desk.table.visualRect(desk.model.index(2, column)).center()
    viewport = desk.table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(desk.page.session_asked) as asked:
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [three[0].id]


def test_a_note_is_edited_in_place(desk: Desk, three: list[Session]) -> None:
    desk.edit(0, HistoryColumn.NOTE, "Easy ")
    assert desk.logbook.database.session(three[2].id) == replace(three[2], note="Easy")
    assert desk.logbook.undo_label == "Edit note"
    desk.logbook.undo()
    assert desk.text(0, HistoryColumn.NOTE) == ""


@pytest.mark.parametrize("column", [HistoryColumn.DATE, HistoryColumn.SEATED])
def test_f2_edits_the_note_wherever_in_the_row(
    desk: Desk, three: list[Session], column: HistoryColumn
) -> None:
    desk.edit(0, column, "Easy")
    assert desk.text(0, HistoryColumn.NOTE) == "Easy"


def test_a_note_left_as_it_was_changes_nothing(desk: Desk, three: list[Session]) -> None:
    desk.logbook.apply(Change.replacing(three[2], replace(three[2], note="Two\nlines ")), "x")
    desk.stand_at(0, HistoryColumn.NOTE)
    desk.press(Qt.Key.Key_F2)
    QTest.keyClick(desk.line(), Qt.Key.Key_Return)
    assert desk.logbook.undo_label == "x"


def test_a_session_is_moved_by_its_date_with_one_step(desk: Desk, three: list[Session]) -> None:
    desk.move(2, "2026-12-03")
    moved = desk.logbook.database.session(three[0].id)
    assert moved is not None
    assert moved.date == datetime.date(2026, 12, 3)
    assert moved.started_at == datetime.datetime(2026, 12, 3, 18, 5, tzinfo=datetime.UTC)
    assert desk.logbook.undo_label == "Move session to 3 Dec 2026"
    assert desk.column(HistoryColumn.DATE)[0] == "3 Dec 2026"
    assert desk.table.currentIndex().row() == 0
    desk.logbook.undo()
    assert desk.column(HistoryColumn.DATE)[2] == "10 Nov 2026"


def test_the_same_date_written_otherwise_moves_nothing(desk: Desk, three: list[Session]) -> None:
    desk.move(0, "2026-11-24")
    assert desk.logbook.undo_label == "train"


def test_a_bad_date_is_mended_in_its_cell(desk: Desk, three: list[Session]) -> None:
    desk.move(0, "2026-11-99")
    desk.press(Qt.Key.Key_F2)
    assert desk.line().text() == "2026-11-99"
    QTest.keyClick(desk.line(), Qt.Key.Key_End)
    QTest.keyClick(desk.line(), Qt.Key.Key_Backspace)
    QTest.keyClick(desk.line(), Qt.Key.Key_Backspace)
    QTest.keyClicks(desk.line(), "25")
    QTest.keyClick(desk.line(), Qt.Key.Key_Return)
    assert desk.text(0, HistoryColumn.DATE) == "25 Nov 2026"
    assert not desk.page.message.isVisible()


def test_figures_are_not_edited(desk: Desk, three: list[Session]) -> None:
    index = desk.model.index(0, HistoryColumn.HARD_SETS)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not desk.model.setData(index, "9")


@ignoring_grabs
def test_the_menu_edits_and_deletes(desk: Desk, three: list[Session], qtbot: QtBot) -> None:
    choose(menu_of(desk, 0), "Edit note")
    QTest.keyClicks(desk.line(), "Easy")
    QTest.keyClick(desk.line(), Qt.Key.Key_Return)
    assert desk.text(0, HistoryColumn.NOTE) == "Easy"
    choose(menu_of(desk, 0), "Move to another day")
    desk.type("2026-11-25")
    assert desk.text(0, HistoryColumn.DATE) == "25 Nov 2026"
    choose(menu_of(desk, 0), "Delete")
    assert desk.model.rowCount() == 2


@ignoring_grabs
def test_the_menu_opens_a_session(desk: Desk, three: list[Session], qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.page.session_asked) as asked:
        choose(menu_of(desk, 2), "Open")
    assert asked.args == [three[0].id]


@ignoring_grabs
def test_the_menu_sorts_for_whoever_has_no_mouse(desk: Desk, three: list[Session]) -> None:
    desk.stand_at(0, HistoryColumn.SEATED)
    choose(menu_of(desk, 0, HistoryColumn.SEATED), "Sort")
    assert desk.column(HistoryColumn.SEATED)[0] == "100.0 · –"
    choose(menu_of(desk, 0, HistoryColumn.SEATED), "Sort")
    assert desk.column(HistoryColumn.SEATED)[0] == "84.0 · –"


def test_an_empty_table_has_no_menu(desk: Desk) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(desk.table.viewport(), event)
    assert desk.table.findChildren(QMenu) == []


def test_the_row_in_the_place_of_a_deleted_one_is_current(desk: Desk, three: list[Session]) -> None:
    desk.stand_at(1)
    desk.press(Qt.Key.Key_Delete)
    assert desk.selected() == [three[0]]
    assert desk.model.session(desk.table.currentIndex()) == three[0]


def test_what_undo_brings_back_is_current(desk: Desk, three: list[Session]) -> None:
    desk.stand_at(1)
    desk.press(Qt.Key.Key_Delete)
    desk.logbook.undo()
    assert desk.selected() == [three[1]]


def test_typing_leads_to_no_session(desk: Desk, three: list[Session]) -> None:
    desk.stand_at(0)
    QTest.keyClicks(desk.table, "1")
    assert desk.table.currentIndex().row() == 0


def test_tab_behind_a_note_opens_no_other_session(desk: Desk, three: list[Session]) -> None:
    desk.stand_at(0, HistoryColumn.NOTE)
    desk.press(Qt.Key.Key_F2)
    QTest.keyClicks(desk.line(), "well")
    QTest.keyClick(desk.line(), Qt.Key.Key_Tab)
    assert desk.table.hasFocus()
    assert desk.table.currentIndex().row() == 0


def test_a_half_typed_note_stays_when_the_table_begins_anew(
    desk: Desk, three: list[Session]
) -> None:
    desk.stand_at(1, HistoryColumn.NOTE)
    desk.press(Qt.Key.Key_F2)
    QTest.keyClicks(desk.line(), "we")
    days = range(1, MOST_ROWS_AMENDED + 2)
    desk.logbook.apply(
        Change.adding(*(Session(TODAY + datetime.timedelta(days=day)) for day in days)), "import"
    )
    QTest.keyClicks(desk.line(), "ll")
    QTest.keyClick(desk.line(), Qt.Key.Key_Return)
    found = desk.logbook.database.session(three[1].id)
    assert found is not None
    assert found.note == "well"


def test_a_best_is_painted_otherwise_and_nothing_else_is(desk: Desk, qtbot: QtBot) -> None:
    desk.train(2, (SEATED, LEFT, 60))
    desk.train(0, (SEATED, LEFT, 62))
    desk.stand_at(1)
    cells = [desk.model.index(row, HistoryColumn.SEATED) for row in range(2)]

    def pictures() -> list[QImage]:
        desk.table.viewport().update()
        return [desk.table.viewport().grab(desk.table.visualRect(cell)).toImage() for cell in cells]

    qtbot.waitUntil(lambda: bool(cells[0].data(BESTS_ROLE)))
    marked = pictures()
    desk.model._texts.bests = {}
    plain = pictures()
    assert [one != other for one, other in zip(marked, plain, strict=True)] == [True, False]
